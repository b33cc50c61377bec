//! Rows as lines of plain text: what is drawn beside the text as signs, and where that is wanted, signs around words.

use std::ops::Range;

use crate::document::Part;
use crate::layout::flow::FlowRow;
use crate::text::{Glyph, WidthModel};

/// What is said of words where they stand: `[match: words]`.
pub(super) struct Sign {
    /// Their bytes in the part.
    pub(super) bytes: Range<usize>,
    /// What is said.
    pub(super) what: String,
}

/// Returns what `row`, a row of `part` in a column of `measure` cells, shows, with `signs` around words; where the reader
/// paints a bar beside a quotation, the mark of one.
pub(super) fn line(
    row: &FlowRow,
    part: &Part,
    (measure, model): (usize, &WidthModel),
    signs: &[Sign],
) -> String {
    if !row.has_text() {
        return String::new();
    }
    let mut line = String::new();
    for bar in row.bars.iter().copied() {
        line.extend(std::iter::repeat_n(' ', bar.saturating_sub(line.len())));
        line.push_str("> ");
    }
    let mut cells = line.len();
    let placed = row.glyphs(part, model);
    let mut glyphs: Vec<(usize, Range<usize>, Glyph)> = placed
        .map(|placed| (placed.cell, placed.bytes, placed.glyph))
        .chain(drawn(row, (measure, model)).into_iter().map(|(cell, glyph)| (cell, 0..0, glyph)))
        .collect();
    glyphs.sort_by_key(|(cell, ..)| *cell);
    let mut open = OpenSigns(Vec::new());
    for (cell, bytes, glyph) in glyphs {
        let around = |sign: &&Sign| sign.bytes.start < bytes.end && bytes.start < sign.bytes.end;
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

/// Returns the signs of the lines that are drawn in `row`, with the cells where they stand.
fn drawn(row: &FlowRow, (measure, model): (usize, &WidthModel)) -> Vec<(usize, Glyph<'static>)> {
    let sign = |[sign, ascii]: [&'static str; 2]| {
        model.glyph(if model.width(sign) == 1 { sign } else { ascii })
    };
    let Some(line) = row.line(measure) else {
        return row.column_lines().map(|cell| (cell, sign(["│", "|"]))).collect();
    };
    let crosses: Vec<usize> = row.column_lines().collect();
    let signs = |cell| if crosses.contains(&cell) { ["┼", "+"] } else { ["─", "-"] };
    line.map(|cell| (cell, sign(signs(cell)))).collect()
}
