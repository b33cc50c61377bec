//! What must be true of every frame, whatever is shown.

use ratatui::buffer::{Buffer, CellWidth};

/// The most scalars of a cell.
const MOST_SCALARS: usize = 16;

/// Checks that `frame` holds nothing that a terminal would obey or that would be invisible in it.
#[track_caller]
pub(crate) fn check(frame: &Buffer) {
    for cell in &frame.content {
        let symbol = cell.symbol();
        assert!(!symbol.chars().any(is_harmful), "a cell with {symbol:?}");
        let scalars = symbol.chars().count();
        assert!((1..=MOST_SCALARS).contains(&scalars), "a cell with {scalars} scalars");
        assert!(cell.cell_width() > 0, "a cell of no width with {symbol:?}");
    }
}

/// Returns whether `c` is a control, turns the direction of writing, is invisible, or no character at all.
fn is_harmful(c: char) -> bool {
    let number = u32::from(c);
    c.is_control()
        || matches!(number, 0x202A..=0x202E | 0x2066..=0x2069 | 0x200E | 0x200F | 0x61C)
        || matches!(number, 0x200B | 0x2028 | 0x2029 | 0x2060..=0x2064 | 0x206A..=0x206F)
        || matches!(number, 0xAD | 0x115F | 0x1160 | 0x3164 | 0xFFA0 | 0x180E | 0xFEFF)
        || matches!(number, 0xFFF9..=0xFFFB | 0xE0000..=0xE007F | 0xFDD0..=0xFDEF)
        || number & 0xFFFE == 0xFFFE
}
