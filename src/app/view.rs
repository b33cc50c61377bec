//! The page: which rows of the document are on the screen, and how a reader moves through them. Only here is the top
//! of the page set.

mod aside;
mod caret;
mod paging;
mod travel;

use std::ops::Range;
use std::sync::Arc;

use super::book::Book;
use super::jumps::Jumps;
use super::marks::PlaceMark;
use super::panes::{Area, Panes};
use super::ticks::Ticks;
use super::word;
use crate::budget::NOTE_ROWS;
use crate::document::{Anchor, Document, Position};
use crate::layout::flow::{Flow, FlowRow, LineFilter, Showing, Way, lines};
use crate::layout::{LayoutOptions, Paragraph, Row, layout};
use crate::search::Context;
use crate::text::WidthModel;

pub(super) use aside::Sideways;
pub(super) use travel::Spot;

/// The document as it is set, and the page of it that is shown.
#[derive(Clone)]
pub struct View {
    flow: Flow,
    panes: Panes,
    top: Position,
    /// The names of the columns of the table that the top is in, where they are above it: they stay in view.
    names: Vec<FlowRow>,
    page: Vec<FlowRow>,
    /// The numbers of the rows with which the columns of the page end, in the order of the columns.
    ends: Vec<usize>,
    at_end: bool,
    ticks: Ticks,
    jumps: Jumps,
    /// The edge that the reader was told of, until the page moves.
    edge: Option<Way>,
    /// Whether a line that is kept and too wide goes on in the next row while nothing is scrolled sideways.
    wraps: bool,
    /// How many cells of such lines are scrolled out at the left.
    shift: usize,
}

impl View {
    /// Returns the view of the start of `document` in these areas, to be settled.
    pub(super) fn new(
        document: Document,
        options: LayoutOptions,
        model: WidthModel,
        panes: Panes,
    ) -> Self {
        let options = LayoutOptions { measure: panes.text().columns, ..options };
        Self {
            flow: Flow::new(document, options, model),
            panes,
            top: Position::default(),
            names: Vec::new(),
            page: Vec::new(),
            ends: Vec::new(),
            at_end: false,
            ticks: Ticks::default(),
            jumps: Jumps::default(),
            edge: None,
            wraps: true,
            shift: 0,
        }
    }

    /// Returns the areas of the window.
    pub fn panes(&self) -> &Panes {
        &self.panes
    }

    /// Returns what decides the widths.
    pub fn model(&self) -> &WidthModel {
        self.flow.model()
    }

    /// Returns the rows that stay above the others: the names of the columns of a table.
    pub fn names(&self) -> &[FlowRow] {
        &self.names
    }

    /// Returns the rows on the screen below [`names`](Self::names).
    pub fn page(&self) -> &[FlowRow] {
        &self.page
    }

    /// Returns the rows of each column of the page, below [`names`](Self::names) in the first.
    pub fn columns(&self) -> impl Iterator<Item = &[FlowRow]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).filter_map(|(start, end)| self.page.get(start..*end))
    }

    /// Returns whether `row` is of another paragraph than the one that is read: that of the first row of the page with
    /// text; at the end of the document, where the page moves no further, all are read.
    pub fn is_aside(&self, row: &FlowRow) -> bool {
        let first = self.page.iter().find(|row| row.has_text());
        let block = |row: &FlowRow| (row.start.part, row.block);
        let shown = self.page.iter().any(|shown| shown.start == row.start);
        shown && !self.at_end && first.is_some_and(|first| block(first) != block(row))
    }

    /// Returns the place whose row is the first on the screen.
    pub fn top(&self) -> Position {
        self.top
    }

    /// Returns the last place that the top row shows.
    pub(super) fn top_end(&self) -> Position {
        let bytes = self.page.first().map_or(0..0, FlowRow::bytes);
        Position::new(self.top.part, bytes.end.saturating_sub(1).max(self.top.byte))
    }

    /// Returns the measure of the column.
    pub fn measure(&self) -> usize {
        self.panes.text().columns
    }

    /// Returns for each row of the page, which stand for the whole document beside it, whether a section begins
    /// there. None until the whole document was read through: what is found first would come and go again.
    pub fn section_ticks(&self) -> &[bool] {
        self.ticks.rows()
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

    /// Returns the area of the scroll bar; none where the page shows all of the document, or there is no room.
    pub fn scroll_bar(&self) -> Option<Area> {
        self.panes.scroll_bar().filter(|_| self.shown() != (0.0, 1.0))
    }

    /// Returns how many per cent of the document lie before the page; 100 where it shows the end, and
    /// nowhere else.
    pub fn percent(&self) -> usize {
        if self.at_end { 100 } else { ((self.shown().0 * 100.0).round() as usize).min(99) }
    }

    /// Returns the same in tenths of a per cent: 1000 where the page shows the end, and nowhere else.
    pub fn per_mille(&self) -> usize {
        if self.at_end { 1000 } else { ((self.shown().0 * 1000.0).round() as usize).min(999) }
    }

    /// Returns the number of the section that the top of the page is in.
    pub fn section(&self) -> Option<usize> {
        self.flow.outline().holding(self.anchor())
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

    /// Returns whether the page shows `place`.
    pub(super) fn shows(&self, place: Position) -> bool {
        self.page.iter().any(|row| row.holds(place))
    }

    /// Returns where the first row of the page with text begins.
    pub(super) fn first_row(&self) -> Position {
        let first = self.page.iter().find(|row| row.has_text());
        first.map_or(self.top, |row| row.start)
    }

    /// Returns how many lines of text a page has, in all of its columns.
    fn page_rows(&self) -> usize {
        (self.panes.lines() * self.panes.columns()).saturating_sub(lines(&self.names))
    }

    /// Returns which line of the text area shows `place`.
    pub(super) fn row_of(&self, place: Position) -> Option<usize> {
        self.columns().enumerate().find_map(|(number, rows)| {
            let row = rows.iter().position(|row| row.holds(place))?;
            let names = if number == 0 { lines(&self.names) } else { 0 };
            let through = names + rows.get(..=row).map_or(0, lines);
            Some(through.saturating_sub(1) * self.panes.step())
        })
    }

    /// Returns the start of the row that holds `place`, wherever it is.
    pub(super) fn row_start(&mut self, place: Position) -> Position {
        self.flow.row_start(place)
    }

    /// Returns a number that grows when the text becomes another, or how it is set.
    pub(super) fn changes(&self) -> usize {
        self.flow.changes()
    }

    /// Returns the rows of `bytes` of part `part`, those after the most that a note is shown with left out.
    pub(super) fn note(&mut self, part: usize, bytes: Range<usize>) -> Vec<FlowRow> {
        let end = Position::new(part, bytes.end);
        let mut rows = self.flow.page(Position::new(part, bytes.start), NOTE_ROWS);
        rows.truncate(rows.partition_point(|row| row.start < end));
        let last = rows.iter().rposition(FlowRow::has_text);
        rows.truncate(last.map_or(0, |last| last + 1));
        rows
    }

    /// Returns the rows of `words`, which are none of the document's, in its column.
    pub(super) fn set_words(&self, words: &str) -> Vec<Row> {
        let paragraph = Paragraph { text: words, ..Paragraph::default() };
        layout(&paragraph, self.flow.options(), self.flow.model())
    }

    /// Returns the rows of a line that is typed into a window, in the column, as it was typed.
    pub(super) fn set_typed(&self, line: &str) -> Vec<Row> {
        let options = LayoutOptions { measure: self.measure(), ..LayoutOptions::default() };
        layout(&Paragraph { text: line, ..Paragraph::default() }, &options, self.flow.model())
    }

    /// Returns the place after the last row of the page.
    pub(super) fn bottom(&self) -> Position {
        self.page.last().map_or(self.top, FlowRow::end)
    }

    /// Returns the part and the bytes of the first word of the page.
    pub(super) fn first_word(&self) -> Option<(usize, Range<usize>)> {
        self.page.iter().find_map(|row| {
            let part = self.flow.document().part(row.start.part);
            let found = word::first(part.slice(row.bytes()))?;
            Some((row.start.part, row.start.byte + found.start..row.start.byte + found.end))
        })
    }

    /// Shows only the lines that `filter` says, of which more may be found, from the top on; or all, from the first that is
    /// shown now.
    pub(super) fn set_filter(&mut self, filter: Option<Arc<dyn LineFilter>>) {
        if filter.is_none() {
            self.top = self.first_row();
        }
        self.flow.set_filter(filter);
    }

    /// Returns whether the line of `place` is one of those that are shown.
    pub(super) fn has_line(&self, place: Position) -> bool {
        self.flow.has_line(place)
    }

    /// Takes the first line that is shown from the top on for the top.
    pub(super) fn settle_top(&mut self) {
        self.top = self.flow.row_start(self.top);
    }

    /// Sets another document, or the same after it grew. The place at the top stays; whoever knows a better one in
    /// another document goes there.
    pub(super) fn set_document(&mut self, document: Document) {
        self.flow.set_document(document);
    }

    /// Sets the start of another document, in which there is no way back yet.
    pub(super) fn turn_to(&mut self, document: Document) {
        let (options, model) = (*self.flow.options(), *self.flow.model());
        *self = Self::new(document, options, model, self.panes);
    }

    /// Sets the document with other widths.
    pub(super) fn set_model(&mut self, model: WidthModel) {
        self.flow.set_model(model);
    }

    /// Sets the document as `options` say, but for the measure.
    pub(super) fn set_layout(&mut self, options: LayoutOptions) {
        let (measure, overflow) = (self.measure(), self.overflow());
        self.flow.set_options(LayoutOptions { measure, overflow, ..options });
    }

    /// Sets the text of the document as it is shown so.
    pub(super) fn set_showing(&mut self, showing: Showing) {
        self.flow.set_showing(showing);
    }

    /// Returns `title`, words of the document that stand elsewhere than on the page, as the page shows such a text.
    pub fn shown_title(&self, title: &str) -> String {
        let [title] = self.flow.shown_pieces([title]);
        title
    }

    /// Returns the words of `mark`: the reader's own as they are, those of the document as the page shows them.
    pub fn shown_mark(&self, mark: &PlaceMark) -> String {
        mark.given().map_or_else(|| self.shown_title(mark.quoted()), str::to_owned)
    }

    /// Returns a match and the words around it as the page shows them.
    pub fn shown_context(&self, context: &Context) -> Context {
        let Context { before, matched, after } = context;
        let [before, matched, after] = self.flow.shown_pieces([before, matched, after]);
        Context { before, matched, after }
    }

    /// Takes the areas of the window as they are now, and whether lines go on in the next row.
    pub(super) fn arrange(&mut self, panes: Panes, wraps: bool) {
        (self.panes, self.wraps) = (panes, wraps);
        self.set_layout(*self.flow.options());
    }

    /// Lays the page out around the place at its top, with the sections of `book`.
    pub(super) fn settle(&mut self, book: &Book) {
        let outline = book.sections().outline();
        if !Arc::ptr_eq(self.flow.outline(), outline) {
            self.flow.set_outline(Arc::clone(outline));
        }
        let rows = self.panes.lines();
        self.names = self.flow.column_names(self.top, rows / 3);
        (self.page, self.ends) = self.spread(self.top, rows, lines(&self.names));
        let last = self.page.last().map(|row| row.start);
        self.at_end = last.is_none_or(|last| self.flow.is_last(last));
        self.ticks.settle(book, self.panes.text().rows);
    }

    /// Remembers that the reader jumped to this page from the one with this `top`, if it is another.
    pub(super) fn jumped_from(&mut self, top: Position) {
        if top != self.top {
            self.edge = None;
            self.jumps.leave(top, self.flow.document());
        }
    }

    /// Takes that the document is another one than that of the jumps.
    pub(super) fn loosen_jumps(&mut self) {
        self.jumps.loosen();
    }

    /// Moves the page by `rows`, no further than the first or last row.
    pub(super) fn scroll(&mut self, way: Way, rows: usize) {
        self.top = match way {
            Way::Up => self.flow.up(self.top, rows),
            Way::Down => {
                let down = self.flow.down(self.top, rows);
                self.moved_down(down)
            }
        };
    }

    /// Shows the last page.
    pub(super) fn go_to_end(&mut self) {
        self.top = self.last_top();
    }

    /// Puts the row of `place` at the top, or as near as the end of the document allows.
    fn go(&mut self, place: Position) {
        let row = self.flow.row_start(place);
        self.top = self.filled(row);
    }

    /// Jumps to the row of `place`, or as near as the end of the document allows.
    pub(super) fn jump_to(&mut self, place: Position) {
        let top = self.top;
        self.go(place);
        self.jumped_from(top);
    }

    /// Jumps to the heading that begins at `place`: it comes to the top, even where less than a page follows it.
    pub(super) fn go_to_heading(&mut self, place: Position) {
        let top = std::mem::replace(&mut self.top, place);
        self.jumped_from(top);
    }

    /// Goes back to `top`, which was the top of the page before.
    pub(super) fn restore(&mut self, top: Position) {
        self.top = top;
    }

    /// Puts the row that holds `place` at the top of the page, the document being another than before.
    pub(super) fn stay_at(&mut self, place: Position) {
        self.top = self.flow.row_start(place);
    }

    /// Brings `place` on the page, with text around it, and moves nothing if it is there already.
    pub(super) fn reveal(&mut self, place: Position) {
        self.reveal_aside(place);
        let rows = self.panes.lines();
        let margin = 1.min(rows / 4);
        let names = self.names_above(self.top, rows);
        let body = rows * self.panes.columns() - names;
        let (shown, _) = self.spread(self.top, rows, names);
        let row = self.flow.row_start(place);
        let at = shown.iter().position(|shown| shown.start == row);
        let spent = |at: usize| lines(shown.get(..at).unwrap_or_default());
        if at.is_none_or(|at| spent(at) < margin || spent(at + 1) + margin > body) {
            self.top = self.top_above(row, rows / 3);
        }
    }

    /// Returns the first row with text below or above the row `from`, brought on the page where it is beyond it; none
    /// at the edge.
    pub(super) fn next_row(&mut self, from: Position, way: Way) -> Option<Position> {
        let row = self.text_row(from, way)?;
        self.bring(row);
        Some(row)
    }

    /// Returns the first row with text below or above the row `from`; none at the edge.
    fn text_row(&mut self, from: Position, way: Way) -> Option<Position> {
        let mut row = from;
        loop {
            let next = match way {
                Way::Down => self.flow.down(row, 1),
                Way::Up => self.flow.up(row, 1),
            };
            if next == row {
                return None;
            }
            row = next;
            if self.has_text(row) {
                return Some(row);
            }
        }
    }

    /// Returns whether the row that begins at `row` is none of those that only part others.
    fn has_text(&mut self, row: Position) -> bool {
        self.flow.page(row, 1).iter().any(FlowRow::has_text)
    }

    /// Brings the row `row` on the page where it is beyond it.
    fn bring(&mut self, row: Position) {
        let last = self.page.last().map_or(self.top, |row| row.start);
        if row < self.top {
            self.top = row;
        } else if row > last {
            self.top = self.top_ending(row);
        }
    }

    /// Returns where the block begins that is at the top of the page, in terms of the outline. A blank row
    /// above a heading counts as the heading.
    fn anchor(&self) -> Anchor {
        let first = self.page.iter().find(|row| row.has_text()).or(self.page.first());
        let place = first.map_or(self.top, |row| row.start);
        self.flow.document().anchor(place)
    }

    /// Returns whether the top of the page is the first row of the heading at `here`.
    fn is_heading_start(&self, here: Anchor) -> bool {
        let first = self.page.iter().find(|row| row.has_text());
        self.flow.outline().level_at(here).is_some()
            && first.is_some_and(|row| row.start == self.flow.document().locate(here))
    }
}
