//! Tables: how the measure is shared among their columns, and their rows, in which runs of text stand side by side. In
//! a column that is too narrow for that, each row is a list of names and values.

use std::ops::Range;

use super::flow::SetText;
use super::ruby::{self, RowReading};
use super::{
    LayoutOptions, OddMeasure, Paragraph, ParagraphSetting, Row, RowEnd, Run, Slot, layout,
};
use crate::budget::TABLE_ROWS_MEASURED;
use crate::document::{Alignment, Block, BlockKind, Part, Style};
use crate::text::{Lang, WidthModel};

/// The cells between two columns: a line, and a blank on both sides of it.
const GAP: usize = 3;

/// The fewest cells that a column is narrowed to: three ideographs, or a short word.
const NARROWEST: usize = 6;

/// How a table is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TableSetting {
    /// Its columns side by side.
    Columns(Columns),
    /// Each cell in rows of its own, behind the name of its column.
    Records(Vec<Box<str>>),
}

/// Columns side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    /// The columns, from left to right.
    pub(super) columns: Vec<Column>,
    /// The numbers of the blocks that name them.
    pub(super) names: Range<usize>,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Column {
    edge: usize,
    cells: usize,
    alignment: Alignment,
}

/// What the rows of a table are set with.
#[derive(Clone, Copy)]
pub(super) struct TableSetter<'a> {
    pub(super) part: &'a Part,
    pub(super) lang: Option<Lang>,
    pub(super) options: &'a LayoutOptions,
    pub(super) model: &'a WidthModel,
}

impl TableSetter<'_> {
    /// Returns how table `number` is set that begins `indent` cells in: by the widths of its first rows.
    pub(super) fn setting(&self, number: u16, indent: usize) -> TableSetting {
        let rows = || {
            let of_table = |block: &&Block| block.kind == BlockKind::TableRow(number);
            self.part.blocks().iter().filter(of_table).take(TABLE_ROWS_MEASURED)
        };
        let mut widths: Vec<usize> = Vec::new();
        for row in rows() {
            let mut at = 0;
            for cell in self.part.cells_of(row) {
                let columns = usize::from(cell.columns).max(1);
                if widths.len() < at + columns {
                    widths.resize(at + columns, 1);
                }
                if let (1, Some(width)) = (columns, widths.get_mut(at)) {
                    *width = (*width).max(self.width(cell.range.clone()));
                }
                at += columns;
            }
        }
        let lines = GAP * widths.len().saturating_sub(1);
        let room = self.options.measure.saturating_sub(indent + lines);
        match shared(&widths, room) {
            Some(widths) => TableSetting::Columns(Columns {
                columns: self.columns(number, indent, &widths),
                names: rows().next().map_or(0..0, |row| self.naming(row)),
            }),
            None => TableSetting::Records(rows().next().map_or(Vec::new(), |row| self.names(row))),
        }
    }

    fn columns(&self, number: u16, indent: usize, widths: &[usize]) -> Vec<Column> {
        let alignments = self.part.table(number).map_or(&[][..], |table| &table.columns);
        let mut edge = indent;
        let column = |(at, cells): (usize, &usize)| {
            let alignment = alignments.get(at).copied().unwrap_or_default();
            edge += cells + GAP;
            Column { edge: edge - cells - GAP, cells: *cells, alignment }
        };
        widths.iter().enumerate().map(column).collect()
    }

    /// Returns the numbers of the blocks from `first`, the first row of a table, on that name its columns.
    fn naming(&self, first: &Block) -> Range<usize> {
        let start = self.part.block_at(first.range.start).unwrap_or_default();
        let names = start..self.part.blocks().len();
        start..start + names.take_while(|index| self.part.names_columns(*index)).count()
    }

    /// Returns the names of the columns that `row` tells; none where it is no heading.
    fn names(&self, row: &Block) -> Vec<Box<str>> {
        let index = self.part.block_at(row.range.start).unwrap_or_default();
        if !self.part.names_columns(index) {
            return Vec::new();
        }
        let mut names = Vec::new();
        for cell in self.part.cells_of(row) {
            let columns = usize::from(cell.columns).max(1);
            names.extend(std::iter::repeat_n(self.part.slice(cell.range.clone()).into(), columns));
        }
        names
    }

    /// Returns the cells that the widest line of the cell at `range` takes.
    fn width(&self, range: Range<usize>) -> usize {
        let width = |line: Range<usize>| {
            let text = self.part.slice(line.clone());
            let readings = self.part.readings_in(line);
            self.model.width(text.trim_end())
                + ruby::cells(text, &readings, self.options.ruby, *self.model)
        };
        self.lines(range).into_iter().map(width).max().unwrap_or_default()
    }

    /// Returns the lines of the cell at `range`: the author may have broken it.
    fn lines(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let marks = self.part.marks_in(range.clone());
        let breaks = marks.iter().filter(|mark| mark.style.has(Style::BREAK));
        let mut lines = Vec::new();
        let mut start = range.start;
        for end in breaks.map(|mark| mark.range.end).chain([range.end]) {
            lines.push(start..end);
            start = end;
        }
        lines
    }

    /// Returns the rows of `block`, a row of a table that is set as `setting` says, their ranges counted from its start.
    pub(super) fn rows(
        &self,
        block: &Block,
        setting: &TableSetting,
        indent: usize,
        text: SetText<'_>,
    ) -> Vec<Row> {
        match setting {
            TableSetting::Columns(Columns { columns, .. }) => {
                self.side_by_side(block, columns, text)
            }
            TableSetting::Records(names) => self.record(block, names, indent, text),
        }
    }

    /// Returns the rows in which the cells of `block` stand side by side in `columns`. What has no column is in the
    /// last.
    fn side_by_side(&self, block: &Block, columns: &[Column], set: SetText<'_>) -> Vec<Row> {
        let mut filled: Vec<Vec<Run>> = vec![Vec::new(); columns.len()];
        let mut at = 0;
        for cell in self.part.cells_of(block) {
            let first = at.min(columns.len().saturating_sub(1));
            at += usize::from(cell.columns).max(1);
            let last = columns.get(..at).unwrap_or(columns).last();
            let (Some(column), Some(last)) = (columns.get(first), last) else { continue };
            let cells = (last.edge + last.cells).saturating_sub(column.edge);
            let runs = self.runs(cell.range.clone(), Column { cells, ..*column }, set);
            if let Some(filled) = filled.get_mut(first) {
                filled.extend(runs);
            }
        }
        let height = filled.iter().map(Vec::len).max().unwrap_or_default().max(1);
        (0..height).map(|line| abreast(&filled, columns, line)).collect()
    }

    /// Returns the runs of the cell at `range` in `column`, one below the other.
    fn runs(&self, range: Range<usize>, column: Column, set: SetText<'_>) -> Vec<Run> {
        let mut runs = Vec::new();
        for line in self.lines(range) {
            let text = set.slice(line.clone());
            // A column is as wide as its words: no cell of it is given away.
            let odd_measure = OddMeasure::Keep;
            let options = LayoutOptions { measure: column.cells, odd_measure, ..*self.options };
            let readings = set.readings(line.clone());
            let paragraph = Paragraph { text, lang: self.lang, readings, ..Paragraph::default() };
            let from = set.range(line).start;
            runs.extend(layout(&paragraph, &options, self.model).into_iter().map(|row| {
                let blank = column.cells.saturating_sub(row.cells);
                let before = match column.alignment {
                    Alignment::Start => 0,
                    Alignment::Centre => blank / 2,
                    Alignment::End => blank,
                };
                Run {
                    range: from + row.range.start..from + row.range.end,
                    edge: column.edge,
                    cell: column.edge + before,
                    cells: row.cells,
                    slots: moved(row.slots, from),
                    readings: read_from(row.readings, from),
                }
            }));
        }
        runs
    }

    /// Returns the rows of `block` as a list of values behind `names`; of the row that tells these, its text.
    fn record(
        &self,
        block: &Block,
        names: &[Box<str>],
        indent: usize,
        set: SetText<'_>,
    ) -> Vec<Row> {
        let index = self.part.block_at(block.range.start).unwrap_or_default();
        if self.part.names_columns(index) || self.part.cells_of(block).is_empty() {
            return self.value(block.range.clone(), indent, "", set);
        }
        let mut rows = Vec::new();
        let mut column = 0;
        for cell in self.part.cells_of(block) {
            let name = names.get(column).map_or("", |name| &**name);
            column += usize::from(cell.columns).max(1);
            // The byte between two cells belongs to the one before it.
            let end = (cell.range.end + 1).min(block.range.end);
            let value = cell.range.start..end;
            if value.is_empty() {
                continue;
            }
            rows.extend(self.value(value, indent, name, set));
        }
        rows
    }

    /// Returns the rows of the text at `range` behind `name`.
    fn value(&self, range: Range<usize>, indent: usize, name: &str, set: SetText<'_>) -> Vec<Row> {
        let from = set.range(range.clone()).start;
        let text = set.slice(range.clone());
        let readings = set.readings(range);
        let name = self.model.prefix(name, self.options.measure / 2);
        let lead = if name.is_empty() { String::new() } else { format!("{name}: ") };
        let first_indent = indent + self.model.width(&lead);
        let indent = if lead.is_empty() { indent } else { indent + 2 };
        let (setting, lang) = (ParagraphSetting::Flow, self.lang);
        let paragraph =
            Paragraph { text, setting, lang, first_indent, indent, readings, column: 0 };
        let mut rows = layout(&paragraph, self.options, self.model);
        for row in &mut rows {
            row.range = from + row.range.start..from + row.range.end;
            row.slots = moved(std::mem::take(&mut row.slots), from);
            row.readings = read_from(std::mem::take(&mut row.readings), from);
        }
        if let Some(first) = rows.first_mut().filter(|first| first.indent == first_indent) {
            first.lead = lead.into();
        }
        rows
    }
}

/// Returns the row that holds number `line` of the runs in each of `columns`.
fn abreast(filled: &[Vec<Run>], columns: &[Column], line: usize) -> Row {
    let text = filled.iter().find_map(|runs| runs.get(line));
    let start = if line == 0 { 0 } else { text.map_or(0, |run| run.range.start) };
    let blank = |column: &Column| Run {
        range: start..start,
        edge: column.edge,
        cell: column.edge,
        cells: 0,
        slots: Vec::new(),
        readings: Vec::new(),
    };
    let run = |(runs, column): (&Vec<Run>, &Column)| {
        runs.get(line).cloned().unwrap_or_else(|| blank(column))
    };
    let mut runs = filled.iter().zip(columns).map(run);
    let Some(first) = runs.next() else { return Row::default() };
    let last = filled.iter().all(|runs| runs.len() <= line + 1);
    Row {
        range: first.range,
        indent: first.cell,
        cells: first.cells,
        end: if last { RowEnd::Hard } else { RowEnd::Soft },
        slots: first.slots,
        readings: first.readings,
        beside: runs.collect(),
        ..Row::default()
    }
}

/// Returns the line below the names of `columns`: no text, at byte `end` of its block.
pub(super) fn ruled(columns: &[Column], end: usize) -> Row {
    let edge = columns.first().map_or(0, |column| column.edge);
    let right = columns.last().map_or(0, |column| column.edge + column.cells);
    let run = |column: &Column| Run {
        range: end..end,
        edge: column.edge,
        cell: column.edge,
        cells: 0,
        slots: Vec::new(),
        readings: Vec::new(),
    };
    Row {
        range: end..end,
        indent: edge,
        cells: right - edge,
        beside: columns.iter().skip(1).map(run).collect(),
        ..Row::default()
    }
}

/// Returns `slots`, of a text that starts at byte `from`.
fn moved(mut slots: Vec<Slot>, from: usize) -> Vec<Slot> {
    for slot in &mut slots {
        slot.byte += from;
    }
    slots
}

/// Returns `readings`, of a text that starts at byte `from`.
fn read_from(mut readings: Vec<RowReading>, from: usize) -> Vec<RowReading> {
    for reading in &mut readings {
        reading.byte += from;
    }
    readings
}

/// Returns the cells of each column in `room` cells, where their texts take `widths`: what those have that are narrower
/// than an equal share, and for the others the same; none where a column would have too few.
fn shared(widths: &[usize], room: usize) -> Option<Vec<usize>> {
    if widths.iter().map(|width| (*width).min(NARROWEST)).sum::<usize>() > room {
        return None;
    }
    let mut left = room;
    let mut narrow: Vec<usize> = widths.to_vec();
    narrow.sort_unstable();
    let mut most = usize::MAX;
    for (at, width) in narrow.iter().enumerate() {
        let share = left / (narrow.len() - at);
        if *width > share {
            most = share;
            break;
        }
        left -= width;
    }
    Some(widths.iter().map(|width| (*width).min(most)).collect())
}

#[cfg(test)]
mod tests;
