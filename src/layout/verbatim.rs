//! Text that is kept as it is: cut only where it is wider than the measure, its tabs expanded.

use std::cell::LazyCell;
use std::ops::Range;

use super::cut::{clings_at, point_before, step_before};
use super::row::SOFT_HYPHEN;
use super::ruby::Readings;
use super::{Row, RowBounds, RowEnd, Slot};
use crate::text::{
    BreakRules, WidthModel, addresses, breaks, clusters, clusters_forward, ends_row, is_blank,
    is_boundary,
};

/// The cells of the hyphen that stands for a soft one at a row's end.
const HYPHEN_CELLS: usize = 1;

/// Text that is kept as it is.
#[derive(Clone, Copy)]
pub(super) struct KeptText<'t> {
    pub(super) text: &'t str,
    /// The cell of its line in the source at which it begins.
    pub(super) column: usize,
    pub(super) readings: &'t Readings,
    pub(super) model: WidthModel,
}

impl KeptText<'_> {
    /// Returns its rows. What is wider than the measure is cut between the steps of an address, else after a mark within
    /// one, else where `rules` let a row end, if that leaves the row half full or the word after it has room in the next
    /// row; else between two clusters, before a mark or a blank only where nothing else is.
    pub(super) fn rows(self, column: &RowBounds, rules: BreakRules) -> Vec<Row> {
        let Self { text, readings, model, .. } = self;
        let ends = breaks(text, rules).filter(|end| is_boundary(text, *end));
        let mut ends = ends.filter(|end| !readings.keep_together(*end)).peekable();
        let addresses = LazyCell::new(|| addresses(text).collect::<Vec<_>>());
        let mut rows: Vec<Row> = Vec::new();
        loop {
            let start = rows.last().map_or(0, |row| row.range.end);
            let indent = column.indent_of(rows.len());
            let room = column.room(rows.len());
            let mut row = self.longest(start..text.len(), indent, room);
            if row.end == RowEnd::Forced {
                let half =
                    |end: &usize| row.cell_of(text, &model, *end) >= indent + room.div_ceil(2);
                let shows = |end: &usize| {
                    !ends_softly(text, *end)
                        || row.cell_of(text, &model, *end) + HYPHEN_CELLS <= indent + room
                };
                let within = std::iter::from_fn(|| ends.next_if(|end| *end <= row.range.end));
                let last = within.filter(shows).last();
                let word_end = ends.peek().copied().unwrap_or(text.len());
                let next_room = column.room(rows.len() + 1);
                let fits_next = |end: &usize| {
                    let word = text.get(*end..word_end).unwrap_or_default();
                    model.width(word.trim_end_matches(is_blank)) <= next_room
                };
                let crossing =
                    addresses.iter().find(|it| it.start < row.range.end && row.range.end < it.end);
                let step = crossing.and_then(|address| step_before(text, address, row.range.end));
                let point = crossing.and_then(|address| point_before(text, address, row.range.end));
                let last = last.filter(|end| half(end) || fits_next(end));
                let end = step.filter(half).or(point.filter(half)).or(last);
                let end = end.or_else(|| loose_end(text, &row).filter(half));
                if let Some(end) = end.filter(|end| *end < row.range.end) {
                    row = self.longest(start..end, indent, room);
                }
            }
            if row.end == RowEnd::Forced
                && ends_softly(text, row.range.end)
                && row.cells + HYPHEN_CELLS <= room
            {
                row.cells += HYPHEN_CELLS;
                let byte = row.range.end - SOFT_HYPHEN.len();
                row.slots.push(Slot { byte, cells: HYPHEN_CELLS });
            }
            row.readings = readings.in_row(&row, text, model, column.measure);
            let done = row.range.end >= text.len();
            rows.push(row);
            if done {
                return rows;
            }
        }
    }

    /// Returns the longest row of the text in `range` that begins where that does, set in by `indent` cells and with
    /// `room` for its own. White space at its end takes no room.
    fn longest(self, range: Range<usize>, indent: usize, room: usize) -> Row {
        let Self { text, column, readings, model } = self;
        let Range { start, end } = range;
        // Where a line goes on in another row, its stops are counted anew.
        let before = if start == 0 { column } else { 0 };
        let stop = usize::from(model.tab.max(1));
        let mut row = Row { range: start..start, indent, ..Row::default() };
        let mut filled = 0;
        for (at, cluster) in clusters_forward(text.get(start..end).unwrap_or_default()) {
            let byte = start + at;
            let reading = readings.extra(byte);
            let cells = match cluster {
                "\t" => (stop - (before + filled) % stop).min(room.saturating_sub(filled)).max(1),
                _ => model.glyph(cluster).cells() + reading,
            };
            let blank = cluster.chars().all(is_blank);
            if filled + cells > room && filled > 0 && !blank {
                row.end = RowEnd::Forced;
                return row;
            }
            row.range.end = byte + cluster.len();
            filled += cells;
            if !blank {
                row.cells = filled;
            }
            if cluster == "\t" || reading > 0 {
                row.slots.push(Slot { byte, cells });
            }
            if cluster.chars().any(ends_row) {
                return row;
            }
        }
        if end < text.len() {
            row.end = RowEnd::Forced;
        }
        row
    }
}

/// Whether a soft hyphen ends what is before byte `end` of `text`.
fn ends_softly(text: &str, end: usize) -> bool {
    text.get(..end).is_some_and(|before| before.ends_with(SOFT_HYPHEN))
}

/// Returns the last byte in `row` or at its end where no mark would begin or end a row that must not, and no blank would
/// begin one; none where there is none.
fn loose_end(text: &str, row: &Row) -> Option<usize> {
    let own = text.get(row.range.clone())?;
    let starts = clusters(own).map(|(at, _)| row.range.start + at).skip(1);
    let blank_at = |end: usize| text.get(end..).is_some_and(|rest| rest.starts_with(is_blank));
    let ends = starts.chain([row.range.end]);
    ends.filter(|end| !clings_at(text, *end) && !blank_at(*end)).last()
}
