//! A row of the document, and the one door to what it shows: whoever asks names bytes of the part.

use std::ops::Range;
use std::sync::Arc;

use super::shown::ShownText;
use crate::document::{BlockKind, Part, Position};
use crate::layout::{Placed, Row, RowEnd, RowReading, Run, Slot};
use crate::text::{Glyph, WidthModel};

/// A row of the document, where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowRow {
    /// The number of its block in the part.
    pub block: usize,
    /// The first byte of its text; its row is known by this place.
    pub start: Position,
    /// What its block is; a detected heading is one.
    pub kind: BlockKind,
    /// The cells, counted from the left edge of the column, where it has a bar: one for each quotation and remark around
    /// its block.
    pub bars: Arc<[usize]>,
    /// Where its block begins, in bytes of the part.
    pub(super) base: usize,
    /// Where what it shows ends, in bytes of the part.
    pub(super) until: usize,
    /// The row, its range counted from the start of the text that is set; none for a blank row.
    pub(super) row: Option<Row>,
    /// The text that is set, where it is not that of its block.
    pub(super) shown: Option<Arc<ShownText>>,
}

/// A glyph of a row, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowGlyph<'a> {
    /// The bytes of the part that it stands for: the first of a cluster, or all that words were put in the place of.
    pub bytes: Range<usize>,
    /// Its first cell, counted from the left edge of the column.
    pub cell: usize,
    /// What is shown.
    pub glyph: Glyph<'a>,
}

/// A blank at the end of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowBlank {
    /// The bytes of the part that it stands for.
    pub bytes: Range<usize>,
    /// The cells that it would take, counted from the left edge of the column.
    pub cells: Range<usize>,
}

impl FlowRow {
    /// Returns whether it is none of those that only part others.
    pub fn has_text(&self) -> bool {
        self.row.is_some()
    }

    /// Returns whether its text is kept as it was written, so that it may be wider than the measure where
    /// [`Overflow::OneRow`] says so.
    ///
    /// [`Overflow::OneRow`]: crate::layout::Overflow::OneRow
    pub fn is_kept(&self) -> bool {
        self.has_text() && matches!(self.kind, BlockKind::Code | BlockKind::Verse | BlockKind::Rule)
    }

    /// Returns whether its block begins with it.
    pub fn begins_block(&self) -> bool {
        self.row.as_ref().is_some_and(|row| row.range.start == 0)
    }

    /// Returns the cells of its text, counted from the left edge of the column: of a table, of its first column.
    pub fn cells(&self) -> Range<usize> {
        self.row.as_ref().map_or(0..0, |row| row.indent..row.indent + row.cells)
    }

    /// Returns whether the columns of a table stand beside each other in it.
    pub fn has_columns(&self) -> bool {
        self.row.as_ref().is_some_and(|row| !row.beside.is_empty())
    }

    /// Returns whether it ends where a word was cut that is wider than the column.
    pub fn is_cut(&self) -> bool {
        self.row.as_ref().is_some_and(|row| row.end == RowEnd::Forced)
    }

    /// Returns the cells of a line that is drawn in a column of `measure` cells: below the names of a table's columns,
    /// and where the source parts two scenes without a sign of its own.
    pub fn line(&self, measure: usize) -> Option<Range<usize>> {
        let row =
            self.row.as_ref().filter(|row| self.kind == BlockKind::Rule && row.range.is_empty())?;
        let end = if row.beside.is_empty() { measure } else { row.indent + row.cells };
        Some(row.indent..end.min(measure))
    }

    /// Returns the cells where lines part the columns of a table.
    pub fn column_lines(&self) -> impl Iterator<Item = usize> {
        self.row.iter().flat_map(Row::lines)
    }

    /// Returns the bytes of the part from the first that it shows to the last; none for a blank row.
    pub fn bytes(&self) -> Range<usize> {
        self.start.byte..self.until
    }

    /// Returns the place after what it shows.
    pub fn end(&self) -> Position {
        Position::new(self.start.part, self.until)
    }

    /// Returns whether it shows `place`, or is the row that begins there: of text beside text, each row has its own.
    pub fn holds(&self, place: Position) -> bool {
        let within = place.part == self.start.part && self.bytes().contains(&place.byte);
        let holds = |row: &Row| row.beside.is_empty() || row.holds(self.in_text(place.byte));
        place == self.start || (within && self.row.as_ref().is_some_and(holds))
    }

    /// Returns whether anything stands for `bytes` of the part in the text that it is of.
    pub fn shows(&self, bytes: &Range<usize>) -> bool {
        let own = |byte: usize| byte.saturating_sub(self.base);
        let shown =
            |shown: &Arc<ShownText>| !shown.shown_in(own(bytes.start)..own(bytes.end)).is_empty();
        self.shown.as_ref().is_none_or(shown)
    }

    /// Returns what it paints, from left to right. `part` is the one that it is of, `model` the one it was set with.
    pub fn glyphs<'a>(
        &'a self,
        part: &'a Part,
        model: &'a WidthModel,
    ) -> impl Iterator<Item = FlowGlyph<'a>> {
        let text = self.block_text(part);
        self.row.iter().flat_map(|row| row.glyphs(text, model)).map(|placed| self.glyph(placed))
    }

    /// Returns what stands in the line above its text: the readings that are there.
    pub fn above<'a>(&'a self, model: &'a WidthModel) -> impl Iterator<Item = FlowGlyph<'a>> {
        self.row.iter().flat_map(|row| row.above(model)).map(|placed| self.glyph(placed))
    }

    fn glyph<'a>(&self, Placed { byte, cell, glyph }: Placed<'a>) -> FlowGlyph<'a> {
        FlowGlyph { bytes: self.source(byte), cell, glyph }
    }

    /// Returns the bytes of the part that `byte` of the text stands for, as far as they are in this row.
    fn source(&self, byte: usize) -> Range<usize> {
        let Some(shown) = &self.shown else { return self.base + byte..self.base + byte + 1 };
        let Range { start, end } = shown.source_of(byte);
        let start = (self.base + start).max(self.start.byte);
        start..(self.base + end).min(self.until).max(start + 1)
    }

    /// Returns the byte of the text that shows `byte` of the part.
    fn in_text(&self, byte: usize) -> usize {
        let own = byte.saturating_sub(self.base);
        self.shown.as_ref().map_or(own, |shown| shown.shown_at(own))
    }

    /// Returns the white space at its end, which is not painted, cluster by cluster.
    pub fn blank_end<'a>(
        &'a self,
        part: &'a Part,
        model: &'a WidthModel,
    ) -> impl Iterator<Item = FlowBlank> {
        let text = self.block_text(part);
        let blanks = self.row.iter().flat_map(|row| row.blank_end(text, model));
        blanks.map(|(byte, cells)| FlowBlank { bytes: self.source(byte), cells })
    }

    /// Returns the cell, counted from the left edge of the column, of the cluster that holds `byte` of the part: of what
    /// is not painted, the cell of what follows; before the row, its first cell, and past it, the cell after its last.
    pub fn cell_of(&self, part: &Part, model: &WidthModel, byte: usize) -> usize {
        let byte = self.in_text(byte);
        self.row.as_ref().map_or(0, |row| row.cell_of(self.block_text(part), model, byte))
    }

    /// Returns the cells of what stands for `bytes` of the part, blanks between its clusters too.
    pub fn cells_of(&self, part: &Part, model: &WidthModel, bytes: &Range<usize>) -> Range<usize> {
        let own = |byte: usize| byte.saturating_sub(self.base);
        let own = own(bytes.start)..own(bytes.end);
        let range = self.shown.as_ref().map_or_else(|| own.clone(), |it| it.shown_in(own.clone()));
        let cell = |row: &Row, byte| row.cell_of(self.block_text(part), model, byte);
        let cells = |row: &Row| cell(row, range.start)..cell(row, range.end);
        self.row.as_ref().map_or(0..0, cells)
    }

    /// Returns the place of the cluster that is painted at `cell`; left of the row its first cluster, right of it its
    /// last.
    pub fn place_at(&self, part: &Part, model: &WidthModel, cell: usize) -> Position {
        let byte = self.row.as_ref().map(|row| row.byte_at(self.block_text(part), model, cell));
        byte.map_or(self.start, |byte| Position::new(self.start.part, self.source(byte).start))
    }

    /// Returns whether text stands in `cell`, counted from the left edge of the column, or in a gap of it.
    pub fn covers(&self, cell: usize) -> bool {
        self.row.as_ref().is_some_and(|row| row.covers(cell))
    }

    /// Returns it as text: its indent and its gaps as blanks, controls made visible, and nothing at its end.
    pub fn text(&self, part: &Part, model: &WidthModel) -> String {
        let row = self.row.as_ref();
        row.map_or_else(String::new, |row| row.text(self.block_text(part), model))
    }

    /// Returns the text that is set.
    fn block_text<'a>(&'a self, part: &'a Part) -> &'a str {
        self.shown.as_ref().map_or_else(|| part.block_text(self.block), |shown| shown.text())
    }

    /// Returns how many bytes of memory it takes.
    pub(super) fn cost(&self) -> usize {
        let Some(row) = &self.row else { return size_of::<Self>() };
        // The first row of a block counts what all of them share.
        let shown = self.shown.as_ref().filter(|_| self.start.byte == self.base);
        let read = |readings: &[RowReading]| -> usize {
            readings.iter().map(|reading| size_of::<RowReading>() + reading.text.len()).sum()
        };
        let beside = row.beside.iter().map(|run| {
            size_of::<Run>() + run.slots.len() * size_of::<Slot>() + read(&run.readings)
        });
        size_of::<Self>()
            + row.slots.len() * size_of::<Slot>()
            + read(&row.readings)
            + row.lead.len()
            + shown.map_or(0, |shown| shown.cost())
            + beside.sum::<usize>()
    }

    /// Returns how many lines of the screen it takes.
    pub fn height(&self) -> usize {
        self.row.as_ref().map_or(1, Row::height)
    }
}

/// Returns how many lines of the screen `rows` take.
pub fn lines(rows: &[FlowRow]) -> usize {
    rows.iter().map(FlowRow::height).sum()
}
