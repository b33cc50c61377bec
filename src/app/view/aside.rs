//! Lines that are kept and wider than the measure: which cells of them are shown, and how they scroll sideways.

use std::ops::Range;

use super::View;
use crate::app::notice::Notice;
use crate::document::Position;
use crate::layout::flow::FlowRow;
use crate::layout::{LayoutOptions, Overflow};

/// Which way lines scroll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Sideways {
    /// To where they begin.
    Left,
    /// To where they end.
    Right,
}

impl View {
    /// Returns the cells of `row` that are shown, counted from its left edge; all, where it is none of the lines that are
    /// cut. The cells of the column before the first are those of bars.
    pub fn shown_cells(&self, row: &FlowRow) -> Range<usize> {
        if !row.is_kept() || self.overflow() == Overflow::GoesOn {
            return 0..usize::MAX;
        }
        let bars = row.bars.last().map_or(0, |bar| bar + 2);
        self.shift + bars..self.shift + self.measure()
    }

    /// Returns how many cells of `row` are scrolled out at the left.
    pub fn shift_of(&self, row: &FlowRow) -> usize {
        if row.is_kept() { self.shift } else { 0 }
    }

    /// Returns whether a line of the page has more than is shown of it.
    pub(in crate::app) fn cuts(&self) -> bool {
        self.page.iter().any(|row| {
            let Range { start, end } = self.shown_cells(row);
            row.has_text() && (row.cells().start < start || end < row.cells().end)
        })
    }

    /// Returns whether a line of the page is kept as it was written.
    pub(in crate::app) fn keeps_lines(&self) -> bool {
        self.page.iter().any(FlowRow::is_kept)
    }

    /// Returns what becomes of lines that are too wide: once they are scrolled they are cut.
    pub(super) fn overflow(&self) -> Overflow {
        if self.wraps && self.shift == 0 { Overflow::GoesOn } else { Overflow::OneRow }
    }

    /// Scrolls the lines that are kept by so many cells, no further than the widest of the page has any.
    pub(in crate::app) fn scroll_aside(
        &mut self,
        way: Sideways,
        cells: usize,
    ) -> Result<(), Notice> {
        let before = self.shift;
        match way {
            Sideways::Left => self.set_shift(before.saturating_sub(cells)),
            Sideways::Right => {
                self.set_shift(before.saturating_add(cells));
                let over = self.widest().saturating_sub(self.measure());
                self.set_shift(self.shift.min(over.max(before)));
            }
        }
        match way {
            _ if self.shift != before => Ok(()),
            Sideways::Left => Err(Notice::LineStart),
            Sideways::Right if self.keeps_lines() => Err(Notice::NothingWider),
            Sideways::Right => Err(Notice::NothingCut),
        }
    }

    /// Scrolls sideways, where the cluster at `place` is in a line that is kept, so far that it is shown with text after
    /// it.
    pub(super) fn reveal_aside(&mut self, place: Position) {
        if self.overflow() == Overflow::GoesOn {
            return;
        }
        let model = *self.model();
        let cell =
            self.in_row(place, |row, part| (row.cell_of(part, &model, place.byte), row.is_kept()));
        let Some((cell, true)) = cell else { return };
        let measure = self.measure();
        let after = measure / 8;
        if !(self.shift..self.shift + measure - after).contains(&cell) {
            let shift = if cell < measure - after { 0 } else { cell - measure / 2 };
            self.set_shift(shift);
        }
    }

    fn set_shift(&mut self, shift: usize) {
        self.shift = shift;
        let options = *self.flow.options();
        self.flow.set_options(LayoutOptions { overflow: self.overflow(), ..options });
    }

    /// Returns where the widest of the lines that are kept ends, among those of the page.
    fn widest(&mut self) -> usize {
        let (page, _) = self.spread(self.top, self.panes.lines(), 0);
        let kept = page.iter().filter(|row| row.is_kept());
        kept.map(|row| row.cells().end).max().unwrap_or(0)
    }
}
