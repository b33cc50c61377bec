//! The page: which rows of the document are on the screen, and how a reader moves through them.

use super::{Focus, State};
use crate::budget::{WINDOW_COLUMNS, WINDOW_ROWS};
use crate::document::{Anchor, Position};
use crate::input::Action;
use crate::layout::LayoutOptions;
use crate::layout::flow::{FlowRow, Way};

/// The columns beside the text: one blank, one for the scroll bar.
const BESIDE: usize = 2;

/// With fewer rows for the text none is kept for the section.
const LEAST_WITH_HEAD: usize = 4;

/// The size of the window in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// The cells of a row.
    pub columns: usize,
    /// The rows.
    pub rows: usize,
}

impl Size {
    /// Returns the size that is drawn in a window of `columns` and `rows`: at least one cell, and no more
    /// than a screen can have.
    pub fn new(columns: usize, rows: usize) -> Self {
        Self { columns: columns.clamp(1, WINDOW_COLUMNS), rows: rows.clamp(1, WINDOW_ROWS) }
    }

    /// Returns how many rows the text has: all but the status line, where there is room for one.
    pub fn text_rows(self) -> usize {
        self.rows.saturating_sub(1).max(1)
    }

    /// Returns how many of these the list of matches takes where it is open; one is left for the text.
    pub(super) fn list_rows(self) -> usize {
        self.text_rows().div_ceil(2).min(self.text_rows() - 1)
    }
}

/// Returns the measure of a column that may be `width` cells wide in a window of `size`.
pub(super) fn measure(width: usize, size: Size) -> usize {
    width.min(size.columns.saturating_sub(BESIDE)).max(2)
}

/// Returns whether one of `rows` shows `place`.
pub(super) fn shows(rows: &[FlowRow], place: Position) -> bool {
    rows.iter().any(|row| row.start <= place && place < end(row))
}

/// Returns the place after `row`.
fn end(row: &FlowRow) -> Position {
    let length = row.row.as_ref().map_or(0, |row| row.range.len());
    Position::new(row.start.part, row.start.byte + length)
}

impl State {
    /// Returns the place after the last row of the page.
    pub(super) fn bottom(&self) -> Position {
        self.page.last().map_or(self.top, end)
    }

    /// Returns the measure of the column.
    pub fn measure(&self) -> usize {
        self.flow.options().measure
    }

    /// Returns how many rows above the text are kept for the section.
    pub fn head_rows(&self) -> usize {
        usize::from(self.now.sticky && self.size.text_rows() >= LEAST_WITH_HEAD)
    }

    /// Returns how many rows there are for the text where no list takes some of them.
    fn rows(&self) -> usize {
        self.size.text_rows() - self.head_rows()
    }

    /// Returns how many rows of text are shown.
    pub fn page_rows(&self) -> usize {
        let open = matches!(self.focus, Focus::Matches(_));
        self.rows().saturating_sub(if open { self.size.list_rows() } else { 0 }).max(1)
    }

    /// Returns the numbers of the sections that the top of the page is in and whose headings are above it, the
    /// outermost first.
    pub fn above(&self) -> Vec<usize> {
        let Some(number) = self.section() else { return Vec::new() };
        let seen = usize::from(self.is_heading_start(self.anchor()));
        let mut above: Vec<usize> = self.flow.outline().path(number).skip(seen).collect();
        above.reverse();
        above
    }

    /// Keeps the first row for the section, or gives it back to the text.
    pub(super) fn toggle_sticky(&mut self) {
        self.now.sticky = !self.now.sticky;
        self.say(if self.now.sticky {
            "The heading of the section stays on top."
        } else {
            "The first row is the text's again."
        });
    }

    /// Returns the column of the window where the text begins.
    pub fn left(&self) -> usize {
        (self.size.columns.saturating_sub(1)).saturating_sub(self.measure()) / 2
    }

    /// Returns which part of the document is on the page: the fractions, 0 to 1, that lie before its top
    /// and before its end.
    pub fn shown(&self) -> (f64, f64) {
        let document = self.flow.document();
        let start = document.fraction(self.top);
        let end = if self.at_end {
            1.0
        } else {
            self.page.last().map_or(1.0, |row| document.fraction(row.start))
        };
        (start, end)
    }

    /// Returns how many per cent of the document lie before the page; 100 where it shows the end, and
    /// nowhere else.
    pub fn percent(&self) -> usize {
        if self.at_end { 100 } else { ((self.shown().0 * 100.0).round() as usize).min(99) }
    }

    /// Lays the page out anew around the place at its top.
    pub(super) fn settle(&mut self) {
        let measure = measure(self.now.width, self.size);
        self.flow.set_options(LayoutOptions { measure, ..*self.flow.options() });
        self.page = self.flow.page(self.top, self.page_rows());
        let last = self.page.last().map(|row| row.start);
        self.at_end = last.is_none_or(|last| self.flow.is_last(last));
        self.settle_matches();
        self.settle_contents();
        self.settle_ticks();
    }

    /// Does `action`, a motion, `count` times, or to `count`.
    pub(super) fn travel(&mut self, action: Action, count: Option<usize>) {
        let rows = self.rows();
        let times = count.unwrap_or(1).max(1);
        let page = rows.saturating_sub(1).max(1);
        let half = (rows / 2).max(1);
        match action {
            Action::RowDown => self.scroll(Way::Down, times),
            Action::RowUp => self.scroll(Way::Up, times),
            Action::PageDown => self.scroll(Way::Down, page.saturating_mul(times)),
            Action::PageUp => self.scroll(Way::Up, page.saturating_mul(times)),
            Action::HalfPageDown => self.scroll(Way::Down, half.saturating_mul(times)),
            Action::HalfPageUp => self.scroll(Way::Up, half.saturating_mul(times)),
            Action::Start => self.top = Position::default(),
            Action::End | Action::Percent => match count {
                Some(percent) => self.go_to(self.at_percent(percent)),
                None => self.go_to_end(),
            },
            Action::NextSection => self.go_section(Way::Down, times),
            Action::PreviousSection => self.go_section(Way::Up, times),
            Action::NextParagraph => self.go_paragraph(Way::Down, times),
            Action::PreviousParagraph => self.go_paragraph(Way::Up, times),
            _ => {}
        }
    }

    /// Moves the page by `rows`, no further than the first or last row.
    pub(super) fn scroll(&mut self, way: Way, rows: usize) {
        self.top = match way {
            Way::Up => self.flow.up(self.top, rows),
            // A page that already shows the end stays; what is left of it does not jump up.
            Way::Down => {
                let down = self.flow.down(self.top, rows);
                self.filled(down).max(self.top)
            }
        };
    }

    /// Shows the last page.
    pub(super) fn go_to_end(&mut self) {
        self.top = self.last_top();
    }

    /// Puts the row of `place` at the top, or as near as the end of the document allows.
    pub(super) fn go_to(&mut self, place: Position) {
        let row = self.flow.row_start(place);
        self.top = self.filled(row);
    }

    /// Brings `place` on the page, with rows around it, and moves nothing if it is there already.
    pub(super) fn reveal(&mut self, place: Position) {
        let rows = self.page_rows();
        let margin = 1.min(rows / 4);
        let shown = self.flow.page(self.top, rows);
        let row = self.flow.row_start(place);
        let at = shown.iter().position(|shown| shown.start == row);
        if at.is_none_or(|at| at < margin || at + margin >= rows) {
            let top = self.flow.up(row, rows / 3);
            self.top = self.filled(top);
        }
    }

    /// Returns `top`, a row, if the page from there is full, else the top of the last page. Only near the end
    /// is the end looked at.
    fn filled(&mut self, top: Position) -> Position {
        let rows = self.rows();
        if self.flow.page(top, rows).len() == rows { top } else { self.last_top().min(top) }
    }

    /// Returns the top of the last page.
    fn last_top(&mut self) -> Position {
        let last = self.flow.last();
        self.flow.up(last, self.page_rows().saturating_sub(1))
    }

    /// Returns the start of the row that `percent` of the document lie before.
    fn at_percent(&self, percent: usize) -> Position {
        self.flow.document().at_fraction(percent.min(100) as f64 / 100.0)
    }

    /// Returns the number of the section that the top of the page is in.
    pub fn section(&self) -> Option<usize> {
        self.flow.outline().holding(self.anchor())
    }

    /// Returns where the block begins that is at the top of the page, in terms of the outline. A blank row
    /// above a heading counts as the heading.
    fn anchor(&self) -> Anchor {
        let first = self.page.iter().find(|row| row.row.is_some()).or(self.page.first());
        let place = first.map_or(self.top, |row| row.start);
        self.flow.document().anchor(place)
    }

    /// Goes `times` sections on, of those that are not folded away. The heading comes to the top of the page, even
    /// of the last one; going up from within a section, its own heading is the first.
    fn go_section(&mut self, way: Way, times: usize) {
        let here = self.anchor();
        let outline = self.flow.outline();
        let visible = self.folds.visible(outline, None);
        let begins = |at: usize| visible.get(at).and_then(|number| outline.anchor(*number));
        let begun = visible
            .partition_point(|number| outline.anchor(*number).is_some_and(|begin| begin <= here));
        let at_start =
            begun.checked_sub(1).and_then(begins) == Some(here) && self.is_heading_start(here);
        let number = match way {
            Way::Down => begun.saturating_add(times - 1),
            Way::Up => (begun - usize::from(at_start)).wrapping_sub(times),
        };
        match begins(number) {
            Some(anchor) => self.top = self.flow.document().locate(anchor),
            None if visible.is_empty() => self.say("This document has no sections."),
            None if way == Way::Up => self.top = Position::default(),
            None => self.say("This is the last section."),
        }
    }

    /// Returns whether the top of the page is the first row of the heading at `here`.
    fn is_heading_start(&self, here: Anchor) -> bool {
        let first = self.page.iter().find(|row| row.row.is_some());
        self.flow.outline().level_at(here).is_some()
            && first.is_some_and(|row| row.start == self.flow.document().locate(here))
    }

    /// Puts the heading of the section of this number at the top.
    pub(super) fn go_to_section(&mut self, number: usize) {
        let anchor = self.flow.outline().anchor(number);
        if let Some(anchor) = anchor {
            self.top = self.flow.document().locate(anchor);
        }
    }

    fn go_paragraph(&mut self, way: Way, times: usize) {
        for _ in 0..times {
            match self.flow.paragraph(self.top, way) {
                Some(place) => self.top = place,
                None => break,
            }
        }
        self.top = self.filled(self.top);
    }
}
