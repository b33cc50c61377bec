//! The page, and on it text that is selected.

use std::ops::Range;

use super::{Desk, NoteWindow, Outcome};
use crate::app::book::Book;
use crate::app::finder::Finder;
use crate::app::keys::{Command, Count, Typed};
use crate::app::message::Effect;
use crate::app::notice::Notice;
use crate::app::view::View;
use crate::budget::{COPY_BYTES, HIGHLIGHT_BYTES, QUERY_CHARS};
use crate::document::{Document, Position};
use crate::input::{Key, SelectAction};
use crate::layout::flow::Way;
use crate::text::{TextUnit, Toward, clusters_forward};
use crate::words::{Language, Phrase, Words};

/// The most bytes of a character; a search counts characters, and says itself where they are too many.
const MOST_UTF8: usize = 4;

/// The text between two places, of which one is moved.
#[derive(Clone, Debug)]
pub struct Selection {
    /// The cluster at the end that stays.
    fixed: Position,
    /// The cluster at the end that is moved.
    moving: Position,
    /// The cell that motions by rows keep to.
    cell: Option<usize>,
    typed: Typed,
}

impl Selection {
    /// Returns the selection of the current match if that is on the page, else of the first cluster of the page; none
    /// where there is no text.
    pub(in crate::app) fn on(view: &View, finder: &Finder, document: &Document) -> Option<Self> {
        let matched = finder
            .shown_bytes(view)
            .map(|(part, range)| Position::new(part, range.start)..Position::new(part, range.end));
        let first = || document.unit_at(view.first_row(), TextUnit::Cluster);
        matched.or_else(first).map(|range| Self::of(range, document))
    }

    /// Returns the selection from one cluster to another, which is moved.
    pub(in crate::app) fn between(fixed: Position, moving: Position) -> Self {
        Self { fixed, moving, cell: None, typed: Typed::default() }
    }

    /// Returns the selection of the text in `range`, which is not empty; its last end is moved.
    pub(in crate::app) fn of(range: Range<Position>, document: &Document) -> Self {
        let moving = document.walk(range.end, TextUnit::Cluster, Toward::Start, 1).max(range.start);
        Self::between(range.start, moving)
    }

    /// Returns the text that is selected: from the first cluster to after the last.
    pub fn range(&self, document: &Document) -> Range<Position> {
        let (first, last) = (self.fixed.min(self.moving), self.fixed.max(self.moving));
        first..document.after_cluster(last)
    }

    /// Returns what was typed of a command.
    pub(in crate::app) fn typed(&self) -> &Typed {
        &self.typed
    }

    /// Takes a key.
    pub(super) fn press(&mut self, key: Key, desk: &mut Desk<'_>) -> Outcome {
        match self.typed.take(key, desk.keymap.selecting()) {
            Command::Do(action, count) => self.act(action, count, desk),
            Command::Begun => Outcome::Stay,
            Command::Unknown(keys) => {
                desk.out.say(Notice::NoSuchKey(keys));
                Outcome::Stay
            }
        }
    }

    fn act(&mut self, action: SelectAction, count: Option<Count>, desk: &mut Desk<'_>) -> Outcome {
        let times = count.map_or(1, Count::times);
        match action {
            SelectAction::Leave => return Outcome::Close,
            SelectAction::OtherEnd => {
                std::mem::swap(&mut self.fixed, &mut self.moving);
                self.moved_to(self.moving, desk.view);
            }
            SelectAction::Walk(unit, toward) => {
                let to = desk.book.document().walk(self.moving, unit, toward, times);
                self.moved_to(to, desk.view);
            }
            SelectAction::Rows(toward) => self.move_rows(toward, times, desk.view),
            SelectAction::HalfPages(toward) => {
                self.move_pages(toward, times, desk.view, View::row_half_a_page_on);
            }
            SelectAction::Pages(toward) => {
                self.move_pages(toward, times, desk.view, View::row_a_page_on);
            }
            SelectAction::RowEnd(toward) => {
                let to = desk.view.row_end(self.moving, toward);
                self.moved_to(to, desk.view);
            }
            SelectAction::DocumentEnd(toward) => {
                let document = desk.book.document();
                let end = match toward {
                    Toward::Start => Position::default(),
                    Toward::End => Position::new(document.parts().saturating_sub(1), usize::MAX),
                };
                let last = document.unit_at(end, TextUnit::Cluster).map_or(end, |one| one.start);
                self.moved_to(last, desk.view);
            }
            SelectAction::Choose(unit) => {
                if let Some(range) = desk.book.document().unit_at(self.moving, unit) {
                    *self = Self::of(range, desk.book.document());
                }
            }
            SelectAction::Copy => {
                return self.with_text(COPY_BYTES, desk, |text, _, desk| copy(text, desk));
            }
            SelectAction::CopyWithReference => {
                return self.with_text(COPY_BYTES, desk, |text, range, desk| {
                    let reference = reference(desk.book, range.start, desk.preferences.language());
                    copy(format!("{text}\n{reference}\n"), desk);
                });
            }
            SelectAction::Highlight(colour) => {
                return self.with_text(HIGHLIGHT_BYTES, desk, |text, range, desk| {
                    desk.book.highlight(&range, &text, colour, desk.out);
                });
            }
            SelectAction::Note => {
                let range = self.range(desk.book.document());
                match NoteWindow::open(&range, desk.book) {
                    Ok(window) => return Outcome::Write(Box::new(window)),
                    Err(notice) => desk.out.say(notice),
                }
            }
            SelectAction::RemoveHighlight => {
                let range = self.range(desk.book.document());
                desk.book.remove_highlight(&range, desk.out);
                return Outcome::Close;
            }
            SelectAction::SearchSelection => {
                return self.with_text(QUERY_CHARS * MOST_UTF8, desk, |text, range, desk| {
                    desk.finder.look_for_words(text, range.start, desk.book, desk.out);
                });
            }
        }
        Outcome::Stay
    }

    /// Lets `act` have the text that is selected, and where it is, and reads on; where it has more than `most` bytes,
    /// says so.
    fn with_text(
        &self,
        most: usize,
        desk: &mut Desk<'_>,
        act: impl FnOnce(String, Range<Position>, &mut Desk<'_>),
    ) -> Outcome {
        let range = self.range(desk.book.document());
        let Some(text) = desk.book.document().excerpt(range.clone(), most) else {
            desk.out.say(Notice::TooMuch);
            return Outcome::Stay;
        };
        act(text, range, desk);
        Outcome::Close
    }

    /// Moves the end to `place`, which is brought on the page.
    fn moved_to(&mut self, place: Position, view: &mut View) {
        self.moving = place;
        self.cell = None;
        view.reveal(place);
    }

    /// Moves the end by rows with text, in the cell that it was in.
    fn move_rows(&mut self, toward: Toward, rows: usize, view: &mut View) {
        let cell = *self.cell.get_or_insert_with(|| view.cell_of(self.moving));
        self.moving = view.row_beside(self.moving, way(toward), rows, cell);
    }

    /// Moves the end `times` times to the row that is so far `on` from its own, in the cell that it was in.
    fn move_pages(
        &mut self,
        toward: Toward,
        times: usize,
        view: &mut View,
        on: fn(&mut View, Position, Way) -> Position,
    ) {
        let cell = *self.cell.get_or_insert_with(|| view.cell_of(self.moving));
        let mut row = view.row_start(self.moving);
        for _ in 0..times {
            let next = on(view, row, way(toward));
            if next == row {
                break;
            }
            row = next;
        }
        self.moving = view.cluster_at(row, cell);
    }
}

/// Returns the way through the rows that leads `toward` an end of the text.
fn way(toward: Toward) -> Way {
    match toward {
        Toward::End => Way::Down,
        Toward::Start => Way::Up,
    }
}

/// Asks that `text` is copied.
fn copy(text: String, desk: &mut Desk<'_>) {
    desk.out.say(Notice::Copied(clusters_forward(&text).count()));
    desk.out.ask(Effect::Copy(text));
}

/// Returns in words of `language` where the text at `place` stands: the title of the document, the section, the per cent.
fn reference(book: &Book, place: Position, language: Language) -> String {
    let section = book.section_title(place);
    let name = if section.is_empty() { "reference-without-section" } else { "reference" };
    let percent = (book.document().fraction(place) * 100.0) as usize;
    let phrase = Phrase::new(name)
        .with("title", book.title().as_str())
        .with("section", section)
        .with("percent", percent);
    Words::of(language).say(&phrase)
}
