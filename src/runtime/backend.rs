//! Cells on their way to the terminal: the fewest bytes that make it show a frame, in one write.
//!
//! Terminals agree on the width of some clusters and differ on others. Cells follow each other without a word
//! about their place as long as the terminal is sure to have its cursor where the next one goes; after any
//! other cluster the place is told. A frame is one synchronized update, so that it is never seen half done.

mod pen;

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};
use ratatui::layout::{Position, Size};

use crate::text::{WidthModel, Zwj};
use pen::Pen;

const BEGIN_UPDATE: &[u8] = b"\x1b[?2026h";
const END_UPDATE: &[u8] = b"\x1b[?2026l";

/// The most blanks that are written as blanks; more are erased.
const FEW_BLANKS: usize = 8;

/// The most bytes of unchanged cells that are written again to spare a word about the place.
const SHORT_WAY: usize = 4;

/// What paints frames on `out`.
pub(super) struct Painter<W> {
    out: W,
    pen: Pen,
    size: Size,
    /// What is sent ahead of the next frame, with it.
    ahead: String,
    /// What the terminal shows, row by row.
    spots: Vec<CellPlace>,
    /// Whether that is nothing yet.
    blank: bool,
    cursor: bool,
}

/// A cell of the terminal.
#[derive(Clone)]
struct CellPlace {
    cell: Cell,
    /// The cells that it takes, at least 1.
    cells: usize,
    /// Whether every terminal gives it so many.
    sure: bool,
    /// Whether the terminal does not show the cell yet.
    stale: bool,
}

impl Default for CellPlace {
    fn default() -> Self {
        Self::shown(Cell::EMPTY)
    }
}

impl CellPlace {
    /// Returns the spot where the terminal shows `cell`, a blank.
    fn shown(cell: Cell) -> Self {
        Self { cell, cells: 1, sure: true, stale: false }
    }

    /// Returns the spot where the terminal does not show `cell` yet.
    fn stale(cell: Cell) -> Self {
        let everywhere = sure_width(cell.symbol());
        let cells = match cell.diff_option {
            CellDiffOption::ForcedWidth(width) => width.get(),
            _ => everywhere.unwrap_or_else(|| cell.cell_width()),
        };
        Self {
            cells: usize::from(cells).max(1),
            sure: everywhere == Some(cells),
            cell,
            stale: true,
        }
    }

    fn is_blank(&self) -> bool {
        self.cell.symbol() == " " && Pen::is_plain(&self.cell)
    }

    /// Returns how many cells more than its own a terminal takes for it that joins no emoji.
    fn overhang(&self) -> usize {
        if self.sure {
            return 0;
        }
        let apart = WidthModel { zwj: Zwj::Sum, ..WidthModel::default() };
        apart.cluster(self.cell.symbol()).saturating_sub(self.cells)
    }
}

/// Returns the first `rows` rows of `buffer` as lines, with their looks and without the blanks at their ends.
pub(super) fn lines(buffer: &Buffer, rows: usize) -> String {
    let mut pen = Pen::default();
    let columns = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks(columns).take(rows) {
        let spots: Vec<CellPlace> = row.iter().cloned().map(CellPlace::stale).collect();
        let end = spots.iter().rposition(|spot| !spot.is_blank()).map_or(0, |last| last + 1);
        let mut at = 0;
        while let Some(spot) = spots.get(at).filter(|_| at < end) {
            pen.style(&spot.cell);
            pen.write(spot.cell.symbol(), None);
            at += spot.cells;
        }
        pen.put_down();
        pen.write("\n", None);
    }
    pen.take()
}

impl<W: Write> Painter<W> {
    /// Returns a painter for a terminal of `size` that is blank and has its cursor hidden after `opening`, which
    /// goes out with the first frame: who reads the terminal is woken once, and the frame is there.
    pub(super) fn new(out: W, size: Size, opening: String) -> Self {
        let spots = vec![CellPlace::default(); cells(size)];
        Self { out, pen: Pen::default(), size, ahead: opening, spots, blank: true, cursor: false }
    }

    /// Makes frames `size` large from now on.
    pub(super) fn resize(&mut self, size: Size) {
        self.size = size;
    }

    /// Lets the cells of the next frame lead where `links` say, by the numbers that they carry.
    pub(super) fn set_links(&mut self, links: Vec<(u32, String)>) {
        self.pen.set_links(links);
    }

    /// Begins with a blank terminal whose cursor is hidden, whatever it was before.
    pub(super) fn start_over(&mut self) {
        self.pen = Pen::default();
        (self.blank, self.cursor) = (false, false);
    }

    /// Notes that `cell` is to be shown at `position`, and which cells behind it that spoils.
    fn note(&mut self, position: Position, cell: &Cell) {
        let columns = usize::from(self.size.width);
        let row = usize::from(position.y) * columns;
        let rest = row + usize::from(position.x)..row + columns;
        let Some(spots) = self.spots.get_mut(rest) else { return };
        let new = CellPlace::stale(cell.clone());
        let cells = new.cells;
        // Half of a wide cell is no cell: what was under the new one goes, as far as it reached.
        let spoilt = spots.iter().take(cells).enumerate();
        let spoilt = spoilt.map(|(at, spot)| at + spot.cells).max().unwrap_or(0);
        for spot in spots.iter_mut().take(spoilt).skip(cells) {
            spot.stale = true;
        }
        for spot in spots.iter_mut().take(cells).skip(1) {
            // The rest of a wide cell is blank and looks as its start does; it shows when the start goes.
            let mut rest = Cell::EMPTY;
            rest.set_style(cell.style());
            *spot = CellPlace::shown(rest);
        }
        if let Some(first) = spots.first_mut() {
            *first = new;
        }
        self.blank = false;
    }
}

impl<W: Write> Backend for Painter<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            self.note(Position { x, y }, cell);
        }
        let rows = self.spots.chunks_exact_mut(usize::from(self.size.width).max(1));
        for (y, row) in (0..).zip(rows).filter(|(_, row)| row.iter().any(|spot| spot.stale)) {
            paint_row(row, y, &mut self.pen);
        }
        self.pen.put_down();
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.cursor, false) {
            self.pen.command("?25l");
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if !std::mem::replace(&mut self.cursor, true) {
            self.pen.command("?25h");
        }
        Ok(())
    }

    /// Returns where the cursor was put last; the terminal is not asked.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.pen.place().unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.pen.go_to(position.into());
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    /// Clears the whole terminal, whatever the region: the next frame paints it all.
    fn clear_region(&mut self, _region: ClearType) -> io::Result<()> {
        if !self.blank {
            self.pen.command("2J");
            self.spots.clear();
        }
        self.spots.resize_with(cells(self.size), CellPlace::default);
        self.blank = true;
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::default() })
    }

    /// Sends what was painted, if anything was.
    fn flush(&mut self) -> io::Result<()> {
        let (ahead, painted) = (std::mem::take(&mut self.ahead), self.pen.take());
        if ahead.is_empty() && painted.is_empty() {
            return Ok(());
        }
        let frame = [ahead.as_bytes(), BEGIN_UPDATE, painted.as_bytes(), END_UPDATE].concat();
        self.out.write_all(&frame)?;
        self.out.flush()
    }
}

/// Returns how many cells there are in `size`.
fn cells(size: Size) -> usize {
    usize::from(size.width) * usize::from(size.height)
}

/// Paints what is stale in row `y`.
fn paint_row(row: &mut [CellPlace], y: u16, pen: &mut Pen) {
    let mut x = 0;
    // The cells after the last that was painted, which the pen would pass on the way to the next.
    let mut passed = 0;
    while let Some(spot) = row.get(x) {
        if !spot.stale {
            x += spot.cells;
            continue;
        }
        match row.get(passed..x).and_then(|way| short_way(way, pen, passed, y)) {
            Some(spots) => spots.iter().for_each(|spot| paint(spot, pen)),
            None => pen.go_to(Position { x: x as u16, y }),
        }
        let rest = row.get_mut(x..).unwrap_or_default();
        x += paint_some(rest, pen);
        passed = x;
    }
}

/// Returns the unchanged cells `way`, from column `from` of row `y` on, if the pen is there and writing them
/// again takes fewer bytes than a word about the place behind them.
fn short_way<'a>(
    way: &'a [CellPlace],
    pen: &Pen,
    from: usize,
    y: u16,
) -> Option<Vec<&'a CellPlace>> {
    let here = Position { x: from as u16, y };
    if pen.place() != Some(here) || way.len() > SHORT_WAY {
        return None;
    }
    let mut spots = Vec::new();
    let mut x = 0;
    while let Some(spot) = way.get(x) {
        if !spot.sure || !pen.has_style_of(&spot.cell) {
            return None;
        }
        spots.push(spot);
        x += spot.cells;
    }
    let bytes: usize = spots.iter().map(|spot| spot.cell.symbol().len()).sum();
    (bytes <= SHORT_WAY).then_some(spots)
}

/// Paints the first cell of `rest`, or the blanks with which it begins, and returns how many cells that is.
/// What a terminal that makes more of it paints over is stale then.
fn paint_some(rest: &mut [CellPlace], pen: &mut Pen) -> usize {
    let blanks = rest.iter().take_while(|spot| spot.is_blank()).count();
    let (painted, spoilt) = if blanks > FEW_BLANKS {
        pen.put_down();
        pen.erase(blanks, blanks == rest.len());
        (blanks, 0)
    } else {
        rest.first().map_or((1, 0), |spot| {
            paint(spot, pen);
            (spot.cells, spot.overhang())
        })
    };
    for (at, spot) in rest.iter_mut().take(painted + spoilt).enumerate() {
        spot.stale = at >= painted;
    }
    painted
}

/// Paints `spot` where the pen is.
fn paint(spot: &CellPlace, pen: &mut Pen) {
    pen.style(&spot.cell);
    // Where the terminal makes less of the cluster than we do, what was there before must not show.
    if !spot.sure && spot.cells > 1 {
        pen.erase(spot.cells, false);
    }
    pen.write(spot.cell.symbol(), spot.sure.then_some(spot.cells));
}

/// Returns the cells that every terminal gives `symbol`, if it is one character, of ASCII or of the wide ones
/// (East Asian Width W and F, UAX #11) that are no emoji and no joining jamo.
fn sure_width(symbol: &str) -> Option<u16> {
    let mut chars = symbol.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else { return None };
    match c {
        ' '..='~' => Some(1),
        // CJK punctuation, but for the wavy dash and the part alternation mark, which are emoji too, and the
        // half fill space, which is not wide; kana; bopomofo; compatibility jamo; enclosed and square forms
        // but for 〓-like emoji ㊗ and ㊙; ideographs; Hangul syllables; full-width forms.
        '\u{3000}'..='\u{3029}'
        | '\u{302E}'..='\u{302F}'
        | '\u{3031}'..='\u{303C}'
        | '\u{303E}'
        | '\u{3041}'..='\u{3096}'
        | '\u{309B}'..='\u{30FF}'
        | '\u{3105}'..='\u{312F}'
        | '\u{3131}'..='\u{3163}'
        | '\u{3165}'..='\u{318E}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAD9}'
        | '\u{FF01}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}'
        | '\u{20000}'..='\u{2FFFD}'
        | '\u{30000}'..='\u{3FFFD}' => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
