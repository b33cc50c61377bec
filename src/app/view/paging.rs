//! What a page shows from its top on, and which page is the next, the one before, the last.

use super::View;
use crate::document::Position;
use crate::layout::flow::{FlowRow, lines};

impl View {
    /// Returns the top of the page below the one from `top`, on which `overlap` lines of that stay: no row is passed over,
    /// and at least one goes.
    pub(super) fn page_below(&mut self, top: Position, overlap: usize) -> Position {
        let last = self.page_end(top);
        let next = self.flow.down(last, 1);
        self.flow.up(next, overlap).max(self.flow.down(top, 1))
    }

    /// Returns the top of the page above the one from `top`: the first below which that is.
    pub(super) fn page_above(&mut self, top: Position, overlap: usize) -> Position {
        let most = self.panes.lines() * self.panes.columns() + 1;
        let mut above = self.flow.up(top, most.saturating_sub(overlap).max(1));
        while above < top && self.page_below(above, overlap) < top {
            above = self.flow.down(above, 1);
        }
        // Where a column is lower than a row of two lines, a page has more lines than the window.
        loop {
            let next = self.flow.up(above, 1);
            if next == above || self.page_below(next, overlap) < top {
                return above;
            }
            above = next;
        }
    }

    /// Returns where the last row begins of the page from `top`.
    pub(super) fn page_end(&mut self, top: Position) -> Position {
        let rows = self.panes.lines();
        let names = self.names_above(top, rows);
        self.spread(top, rows, names).0.last().map_or(top, |row| row.start)
    }

    /// Returns the top of the page that has `lines` lines above the row `row`, or as many as leave it there, or as the end
    /// of the document allows.
    pub(super) fn top_above(&mut self, row: Position, lines: usize) -> Position {
        let top = self.flow.up(row, lines).max(self.top_ending(row));
        self.filled(top)
    }

    /// Returns `top`, a row, if the page from there is full, else the top of the last page. Only near the end
    /// is the end looked at.
    pub(super) fn filled(&mut self, top: Position) -> Position {
        let rows = self.panes.lines_alone();
        let names = self.names_above(top, rows);
        let (page, _) = self.spread(top, rows, names);
        let full = lines(&page) == rows * self.panes.columns() - names
            || page.last().is_some_and(|row| !self.flow.is_last(row.start));
        if full { top } else { self.last_top().min(top) }
    }

    /// Returns the top that the page gets when it moves down to `to`, a row below its top: no further than it takes to show
    /// the end. A page that shows the end stays.
    pub(super) fn moved_down(&mut self, to: Position) -> Position {
        let filled = self.filled(to);
        if filled > self.top {
            return filled;
        }
        // Names of columns may take lines of this page, and none of one further up that shows the end.
        let mut top = self.top;
        while top < to && !self.shows_end(top) {
            top = self.flow.down(top, 1);
        }
        top
    }

    /// Returns whether the page from `top` ends with the last row.
    fn shows_end(&mut self, top: Position) -> bool {
        let last = self.page_end(top);
        self.flow.is_last(last)
    }

    /// Returns the top of the last page.
    pub(super) fn last_top(&mut self) -> Position {
        let last = self.flow.last();
        self.top_ending(last)
    }

    /// Returns the top of the page that ends with the row at `place`, as [`spread`](Self::spread) sets it.
    pub(super) fn top_ending(&mut self, place: Position) -> Position {
        let row = self.flow.row_start(place);
        let mut top = self.top_without_names(row);
        // Names of columns above it push the row off the page.
        while top < row && self.page_end(top) < row {
            top = self.flow.down(top, 1);
        }
        top
    }

    /// Returns the top of the page that ends with the row `end` where no names of columns stand above it.
    fn top_without_names(&mut self, mut end: Position) -> Position {
        let rows = self.panes.lines();
        for _ in 1..self.panes.columns() {
            let top = self.flow.top_above(end, rows);
            end = self.flow.up(top, 1);
            if end == top {
                return top;
            }
        }
        self.flow.top_above(end, rows)
    }

    /// Returns how many of `rows` lines the names of the columns take above a page from `top`.
    pub(super) fn names_above(&mut self, top: Position, rows: usize) -> usize {
        lines(&self.flow.column_names(top, rows / 3))
    }

    /// Returns the rows of the page that begins at `top` in columns of `rows` lines, of which the first gives away
    /// `names` lines, and the numbers of the rows with which each ends.
    pub(super) fn spread(
        &mut self,
        top: Position,
        rows: usize,
        names: usize,
    ) -> (Vec<FlowRow>, Vec<usize>) {
        let mut page = self.flow.page(top, rows.saturating_sub(names));
        let mut ends = vec![page.len()];
        for _ in 1..self.panes.columns() {
            let Some(last) = page.last().map(|row| row.start) else { break };
            let next = self.flow.down(last, 1);
            if next == last {
                break;
            }
            page.extend(self.flow.page(next, rows));
            ends.push(page.len());
        }
        (page, ends)
    }
}

#[cfg(test)]
mod tests;
