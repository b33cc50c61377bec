//! A row on the screen, and where each of its clusters lies. Painting, [`Row::cell_of`] and
//! [`Row::byte_at`] all follow from one walk over its clusters.

use std::ops::Range;

use super::ruby::{ReadingPlace, RowReading};
use crate::text::{Glyph, WidthModel, clusters_forward, is_blank};

/// One row on the screen: a range of the paragraph's text, and where its cells lie. The row of a table has others beside
/// it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The bytes of the paragraph's text, with the white space at the row's end.
    pub range: Range<usize>,
    /// The blank cells before its text.
    pub indent: usize,
    /// The cells of its text, without the white space at its end.
    pub cells: usize,
    /// How many of those stand past the measure: the stop that hangs there, if one does.
    pub hang: usize,
    /// Why it ends.
    pub end: RowEnd,
    /// Its clusters that take another number of cells than their own, in order.
    pub slots: Vec<Slot>,
    /// How its words are read, as far as that is shown, from left to right.
    pub readings: Vec<RowReading>,
    /// What stands right before its text and is none of it: the name of a column.
    pub lead: Box<str>,
    /// The text in the other columns of a table, from left to right.
    pub beside: Vec<Run>,
}

/// A range of the paragraph's text that stands beside others in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The bytes of the paragraph's text, with the white space at the row's end.
    pub range: Range<usize>,
    /// The cell where its column begins.
    pub edge: usize,
    /// Its first cell.
    pub cell: usize,
    /// The cells of its text, without the white space at its end.
    pub cells: usize,
    /// Its clusters that take another number of cells than their own, in order.
    pub slots: Vec<Slot>,
    /// How its words are read, as far as that is shown, from left to right.
    pub readings: Vec<RowReading>,
}

/// A cluster that takes another number of cells than its own: a tab reaches the next stop, a gap is
/// widened, a quote has the place of a Chinese character, a reading stands after its word. Its glyph stands on the left, that of an
/// opening quote on the right; without cells it is not painted. A soft hyphen at the row's end has one as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Where the cluster starts in the paragraph's text.
    pub byte: usize,
    /// The cells that it takes.
    pub cells: usize,
}

/// Where a word may be parted, unseen but at a row's end (UAX #14, U+00AD): there a hyphen stands for it, in a slot.
pub(super) const SOFT_HYPHEN: &str = "\u{AD}";

/// Why a row ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum RowEnd {
    /// The next word would not have fitted.
    Soft,
    /// The paragraph ends.
    #[default]
    Hard,
    /// A word wider than the measure was cut.
    Forced,
}

/// A glyph and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<'a> {
    /// Where its cluster starts in the paragraph's text.
    pub byte: usize,
    /// Its first cell, counted from the row's left edge, the indent included.
    pub cell: usize,
    /// What is shown.
    pub glyph: Glyph<'a>,
}

impl Row {
    /// Returns what the row paints, from left to right. `text` and `model` are those it was laid out with.
    /// White space at its end is not painted, nor what has no cells.
    pub fn glyphs<'a>(
        &'a self,
        text: &'a str,
        model: &'a WidthModel,
    ) -> impl Iterator<Item = Placed<'a>> {
        let mut cell = self.indent.saturating_sub(model.width(&self.lead));
        let lead = clusters_forward(&self.lead).map(move |(_, cluster)| {
            let glyph = model.glyph(cluster);
            cell += glyph.cells();
            Placed { byte: self.range.start, cell: cell - glyph.cells(), glyph }
        });
        lead.chain(self.painted(text, model))
    }

    /// Returns whether text stands in `cell`, counted from the row's left edge, or in a gap of it.
    pub fn covers(&self, cell: usize) -> bool {
        let first = (self.indent, self.cells);
        let all = std::iter::once(first).chain(self.beside.iter().map(|run| (run.cell, run.cells)));
        all.into_iter().any(|(start, cells)| (start..start + cells).contains(&cell))
    }

    /// Returns the glyphs of its text.
    pub(super) fn painted<'a>(
        &'a self,
        text: &'a str,
        model: &'a WidthModel,
    ) -> impl Iterator<Item = Placed<'a>> {
        let beside = self.beside.iter();
        let walks = std::iter::once(self.first()).chain(beside.map(Run::borrowed));
        let read = move |run: RunRef<'a>| {
            run.walk(text, *model).flat_map(move |placed| {
                let reading = run.after(&placed, model);
                std::iter::once(placed).chain(reading)
            })
        };
        walks.flat_map(read).filter(|placed| placed.glyph.cells() > 0)
    }

    /// Returns the white space at its end, which is not painted and takes no room: where each cluster of it starts in the
    /// paragraph's text, and the cells that it would take.
    pub fn blank_end<'a>(
        &'a self,
        text: &'a str,
        model: &'a WidthModel,
    ) -> impl Iterator<Item = (usize, Range<usize>)> {
        let own = text.get(self.range.clone()).unwrap_or_default();
        let (painted, blank) = own.split_at(own.trim_end_matches(is_blank).len());
        let start = self.range.start + painted.len();
        let mut cell = self.indent + self.cells;
        clusters_forward(blank).map(move |(at, cluster)| {
            let slot = self.slots.iter().find(|slot| slot.byte == start + at);
            let cells = slot.map_or_else(|| model.glyph(cluster).cells(), |slot| slot.cells);
            cell += cells;
            (start + at, cell - cells..cell)
        })
    }

    /// Returns the glyphs of the line above its text: the readings that stand there. Each has the byte of its word's end.
    pub fn above<'a>(&'a self, model: &'a WidthModel) -> impl Iterator<Item = Placed<'a>> {
        let beside = self.beside.iter().map(|run| (run.cell, &run.readings));
        let runs = std::iter::once((self.indent, &self.readings)).chain(beside);
        let readings = runs.flat_map(|(start, readings)| {
            let above = readings.iter().filter(|it| it.place == ReadingPlace::Above);
            above.map(move |reading| (start + reading.cell, reading))
        });
        readings.flat_map(|(cell, reading)| reading.glyphs(cell, model))
    }

    /// Returns the first cell of what the cluster at `byte` takes, counted from the row's left edge: of its slot, where
    /// that of an opening quote is not the cell of its glyph.
    pub(super) fn slot_start(&self, text: &str, model: WidthModel, byte: usize) -> usize {
        let cell = self.cell_of(text, &model, byte);
        let cluster = text.get(byte..).and_then(|text| clusters_forward(text).next());
        let slot = self.slots.iter().find(|slot| slot.byte == byte);
        match (cluster, slot) {
            (Some((_, cluster)), Some(slot)) if opens(cluster) => {
                (cell + model.width(cluster)).saturating_sub(slot.cells)
            }
            _ => cell,
        }
    }

    /// Returns how many lines of the screen it takes: a second one for the readings above its text.
    pub fn height(&self) -> usize {
        let beside = self.beside.iter().flat_map(|run| &run.readings);
        let above = |reading: &RowReading| reading.place == ReadingPlace::Above;
        1 + usize::from(self.readings.iter().chain(beside).any(above))
    }

    /// Returns the row as text: its indent and its gaps as blanks, controls made visible, and nothing at its end.
    /// `text` and `model` are those it was laid out with.
    pub fn text(&self, text: &str, model: &WidthModel) -> String {
        let mut line = String::new();
        let mut cells = 0;
        for placed in self.glyphs(text, model) {
            line.extend(std::iter::repeat_n(' ', placed.cell.saturating_sub(cells)));
            line.push_str(placed.glyph.text());
            cells = placed.cell + placed.glyph.cells();
        }
        line
    }

    /// Returns the cells where lines part the columns of a table.
    pub fn lines(&self) -> impl Iterator<Item = usize> {
        self.beside.iter().map(|run| run.edge.saturating_sub(2))
    }

    /// Returns the bytes of the paragraph's text from its first to its last.
    pub fn span(&self) -> Range<usize> {
        let end = self.beside.iter().map(|run| run.range.end).max().unwrap_or_default();
        self.range.start..self.range.end.max(end)
    }

    /// Returns whether `byte` is in its text.
    pub fn holds(&self, byte: usize) -> bool {
        self.range.contains(&byte) || self.beside.iter().any(|run| run.range.contains(&byte))
    }

    /// Returns the cell of the cluster that holds `byte`: of what is not painted, the cell of what follows;
    /// before the row, its first cell, and past it, the cell after its last.
    pub fn cell_of(&self, text: &str, model: &WidthModel, byte: usize) -> usize {
        let beside = self.beside.iter().find(|run| run.range.contains(&byte));
        let run = beside.map_or_else(|| self.first(), Run::borrowed);
        if byte >= run.range.end {
            return run.cell + run.cells;
        }
        let before = run.cell;
        let holding = run.walk(text, *model).take_while(|placed| placed.byte <= byte).last();
        holding.map_or(before, |placed| placed.cell)
    }

    /// Returns where the cluster starts that is painted at `cell`; left of the row its first cluster, right
    /// of it its last.
    pub fn byte_at(&self, text: &str, model: &WidthModel, cell: usize) -> usize {
        let mut glyphs = self.painted(text, model);
        let Some(first) = glyphs.next() else { return self.range.start };
        let at = glyphs.take_while(|placed| placed.cell <= cell).last();
        at.unwrap_or(first).byte
    }

    /// Returns its text in the first column.
    fn first(&self) -> RunRef<'_> {
        RunRef {
            range: self.range.clone(),
            cell: self.indent,
            cells: self.cells,
            slots: &self.slots,
            readings: &self.readings,
        }
    }
}

impl Run {
    fn borrowed(&self) -> RunRef<'_> {
        RunRef {
            range: self.range.clone(),
            cell: self.cell,
            cells: self.cells,
            slots: &self.slots,
            readings: &self.readings,
        }
    }
}

/// Text that stands in one row.
#[derive(Clone)]
struct RunRef<'a> {
    range: Range<usize>,
    cell: usize,
    cells: usize,
    slots: &'a [Slot],
    readings: &'a [RowReading],
}

impl<'a> RunRef<'a> {
    /// Returns the glyphs of the reading that stands after the cluster which is `placed`.
    fn after(
        &self,
        placed: &Placed,
        model: &'a WidthModel,
    ) -> impl Iterator<Item = Placed<'a>> + use<'a> {
        let found = self.readings.binary_search_by_key(&placed.byte, |reading| reading.byte);
        let reading = found.ok().and_then(|at| self.readings.get(at));
        let after = reading.filter(|reading| reading.place == ReadingPlace::After);
        let cell = self.cell;
        after.into_iter().flat_map(move |reading| reading.glyphs(cell + reading.cell, model))
    }

    /// Returns each cluster and the cell where it stands; what is not painted has no cells.
    fn walk(&self, text: &'a str, model: WidthModel) -> impl Iterator<Item = Placed<'a>> + use<'a> {
        let start = self.range.start;
        let text = text.get(self.range.clone()).unwrap_or_default();
        let painted = start + text.trim_end_matches(is_blank).len();
        let mut cell = self.cell;
        let mut slots = self.slots.iter().peekable();
        let readings = self.readings;
        clusters_forward(text).map(move |(at, cluster)| {
            let byte = start + at;
            if byte >= painted {
                let shown =
                    cluster == SOFT_HYPHEN && slots.next_if(|slot| slot.byte == byte).is_some();
                let glyph = if shown { model.glyph("-") } else { Glyph::default() };
                return Placed { byte, cell, glyph };
            }
            let mut glyph = model.glyph(cluster);
            let Some(slot) = slots.next_if(|slot| slot.byte == byte) else {
                cell += glyph.cells();
                return Placed { byte, cell: cell - glyph.cells(), glyph };
            };
            if slot.cells == 0 {
                glyph = Glyph::default();
            }
            cell += slot.cells;
            // The rest of its slot is that of a reading, which stands after it.
            let is_read = || readings.binary_search_by_key(&byte, |it| it.byte).is_ok();
            let inked = if opens(cluster) && !is_read() { glyph.cells() } else { slot.cells };
            Placed { byte, cell: cell - inked, glyph }
        })
    }
}

/// Returns whether `cluster` is an opening quote, whose ink stands on the right of its slot.
fn opens(cluster: &str) -> bool {
    cluster.starts_with(['“', '‘'])
}
