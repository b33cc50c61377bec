//! Where a place stands in its row, and which one stands in the row below or above it.

use super::View;
use crate::document::{Part, Position};
use crate::layout::flow::{FlowRow, Way};
use crate::text::Toward;

impl View {
    /// Returns the cell of the cluster at `place`, counted from the left edge of the column.
    pub(in crate::app) fn cell_of(&mut self, place: Position) -> usize {
        let model = *self.model();
        self.in_row(place, |row, part| row.cell_of(part, &model, place.byte)).unwrap_or(0)
    }

    /// Returns the cluster at `cell` of the row that is so many rows with text below or above the one of `place`, no
    /// further than the last, and brings it on the page.
    pub(in crate::app) fn row_beside(
        &mut self,
        place: Position,
        way: Way,
        rows: usize,
        cell: usize,
    ) -> Position {
        let mut row = self.flow.row_start(place);
        for _ in 0..rows {
            match self.next_row(row, way) {
                Some(next) => row = next,
                None => break,
            }
        }
        self.cluster_at(row, cell)
    }

    /// Returns the row with text that is a page below or above the one of `place`: with that as its first row, the page
    /// ends there, or with that as its last, it begins there. It is brought on the page.
    pub(in crate::app) fn row_a_page_on(&mut self, place: Position, way: Way) -> Position {
        let row = self.flow.row_start(place);
        let to = match way {
            Way::Down => self.page_end(row),
            Way::Up => self.top_ending(row),
        };
        self.row_near(row, to, way)
    }

    /// Returns the row with text that is half a page below or above the one of `place`, brought on the page.
    pub(in crate::app) fn row_half_a_page_on(&mut self, place: Position, way: Way) -> Position {
        let row = self.flow.row_start(place);
        let half = (self.page_rows() / 2).max(1);
        let to = match way {
            Way::Down => self.flow.down(row, half),
            Way::Up => self.flow.up(row, half),
        };
        self.row_near(row, to, way)
    }

    /// Returns the last row with text on the way from `row` to the row `to`, or where there is none the next past that,
    /// brought on the page; at the edge, `row`.
    fn row_near(&mut self, row: Position, to: Position, way: Way) -> Position {
        let back = match way {
            Way::Down => Way::Up,
            Way::Up => Way::Down,
        };
        let near = if self.has_text(to) { Some(to) } else { self.text_row(to, back) };
        let is_on = |near: &Position| match way {
            Way::Down => *near > row,
            Way::Up => *near < row,
        };
        let found = near.filter(is_on).or_else(|| self.text_row(row, way)).unwrap_or(row);
        self.bring(found);
        found
    }

    /// Returns the first or the last cluster of the row of `place`.
    pub(in crate::app) fn row_end(&mut self, place: Position, toward: Toward) -> Position {
        let row = self.flow.row_start(place);
        match toward {
            Toward::Start => self.cluster_at(row, 0),
            Toward::End => self.cluster_at(row, usize::MAX),
        }
    }

    /// Returns the cluster at `cell` of the row that holds `place`.
    pub(in crate::app) fn cluster_at(&mut self, place: Position, cell: usize) -> Position {
        let model = *self.model();
        self.in_row(place, |row, part| row.place_at(part, &model, cell)).unwrap_or(place)
    }

    /// Returns the cluster that is shown in that cell of the window, or the nearest in its row; none below the last row of
    /// its column.
    pub(in crate::app) fn place_at(&mut self, column: usize, row: usize) -> Option<Position> {
        self.spot_at(column, row).map(|(place, _)| place)
    }

    /// Returns the cluster that is shown in that cell of the window; none beside the text of its row.
    pub(in crate::app) fn place_exactly_at(
        &mut self,
        column: usize,
        row: usize,
    ) -> Option<Position> {
        let (place, cell) = self.spot_at(column, row)?;
        let within = self.in_row(place, |row, _| row.covers(cell)).unwrap_or_default();
        within.then_some(place)
    }

    /// Returns the cluster that is shown in that cell of the window, or the nearest in its row, and the cell counted from
    /// the left edge of its column.
    fn spot_at(&mut self, column: usize, row: usize) -> Option<(Position, usize)> {
        let panes = self.panes;
        let mut below = row.checked_sub(panes.text().y)?;
        let mut numbers = (0..panes.columns()).rev();
        let number = numbers.find(|at| panes.column_start(*at) <= column).unwrap_or(0);
        let names = if number == 0 { self.names.as_slice() } else { &[] };
        let mut rows = names.iter().chain(self.columns().nth(number)?);
        let over = rows.find(|row| {
            let lines = row.height() * panes.step();
            let is_over = below < lines;
            below = below.saturating_sub(lines);
            is_over
        });
        let over = over?;
        let start = over.start;
        let cell = column.saturating_sub(panes.column_start(number)) + self.shift_of(over);
        Some((self.cluster_at(start, cell), cell))
    }

    /// Returns what `ask` says of the row with text that holds `place`.
    pub(super) fn in_row<T>(
        &mut self,
        place: Position,
        ask: impl FnOnce(&FlowRow, &Part) -> T,
    ) -> Option<T> {
        let row = self.flow.page(place, 1).pop().filter(FlowRow::has_text)?;
        Some(ask(&row, &self.flow.document().part(row.start.part)))
    }
}
