//! Rows as lines of plain text: what is drawn beside the text as signs, and where that is wanted, signs around words.

use std::ops::Range;

use crate::document::Part;
use crate::layout::Row;
use crate::layout::flow::FlowRow;
use crate::text::{Glyph, WidthModel};

/// What is said of words where they stand: `[match: words]`.
pub(super) struct Sign {
    /// Their bytes in the part.
    pub(super) bytes: Range<usize>,
    /// What is said.
    pub(super) what: String,
}

/// Returns what `flow`, a row of `part` in a column of `measure` cells, shows, with `signs` around words; where the reader
/// paints a bar beside a quotation, the mark of one.
pub(super) fn line(
    flow: &FlowRow,
    part: &Part,
    (measure, model): (usize, &WidthModel),
    signs: &[Sign],
) -> String {
    let Some(set) = &flow.row else { return String::new() };
    let text = part.block_text(flow.block);
    let mut line = String::new();
    for bar in flow.bars.iter().copied() {
        line.extend(std::iter::repeat_n(' ', bar.saturating_sub(line.len())));
        line.push_str("> ");
    }
    let mut cells = line.len();
    let placed = set.glyphs(text, model);
    let mut glyphs: Vec<(usize, Option<usize>, Glyph)> = placed
        .map(|placed| (placed.cell, Some(flow.base() + placed.byte), placed.glyph))
        .chain(
            drawn(flow, set, (measure, model)).into_iter().map(|(cell, glyph)| (cell, None, glyph)),
        )
        .collect();
    glyphs.sort_by_key(|(cell, ..)| *cell);
    let mut open = OpenSigns(Vec::new());
    for (cell, byte, glyph) in glyphs {
        let around = |sign: &&Sign| byte.is_some_and(|byte| sign.bytes.contains(&byte));
        open.close(&mut line, |sign| around(&sign));
        line.extend(std::iter::repeat_n(' ', cell.saturating_sub(cells)));
        open.open(&mut line, signs.iter().filter(around));
        line.push_str(glyph.text());
        cells = cell + glyph.cells();
    }
    open.close(&mut line, |_| false);
    line
}

/// The signs that are open, the outermost first.
struct OpenSigns<'a>(Vec<&'a Sign>);

impl<'a> OpenSigns<'a> {
    /// Closes the outermost that does not `stay`, and all within it.
    fn close(&mut self, line: &mut String, stays: impl Fn(&Sign) -> bool) {
        let stay = self.0.iter().take_while(|sign| stays(sign)).count();
        self.0.drain(stay..).for_each(|_| line.push(']'));
    }

    /// Opens those of `signs` that are not.
    fn open(&mut self, line: &mut String, signs: impl Iterator<Item = &'a Sign>) {
        for sign in signs {
            if !self.0.iter().any(|open| std::ptr::eq(*open, sign)) {
                line.extend(["[", &sign.what, ": "]);
                self.0.push(sign);
            }
        }
    }
}

/// Returns the signs of the lines that are drawn in `flow`, set as `set`, with the cells where they stand.
fn drawn(
    flow: &FlowRow,
    set: &Row,
    (measure, model): (usize, &WidthModel),
) -> Vec<(usize, Glyph<'static>)> {
    let sign = |[sign, ascii]: [&'static str; 2]| {
        model.glyph(if model.width(sign) == 1 { sign } else { ascii })
    };
    let Some(line) = flow.line(measure) else {
        return set.lines().map(|cell| (cell, sign(["│", "|"]))).collect();
    };
    let crosses: Vec<usize> = set.lines().collect();
    let signs = |cell| if crosses.contains(&cell) { ["┼", "+"] } else { ["─", "-"] };
    line.map(|cell| (cell, sign(signs(cell)))).collect()
}
