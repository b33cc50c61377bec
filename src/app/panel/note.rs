//! The window in which a note is written, over the page. What is typed is kept now and then while it is typed, so that
//! nothing ends with it but the reader's own wish.

use std::ops::Range;

use super::{Desk, Outcome};
use crate::app::book::Book;
use crate::app::marks::{Label, PlaceMark};
use crate::app::notice::Notice;
use crate::app::panes::Stand;
use crate::budget::HIGHLIGHT_BYTES;
use crate::document::Position;
use crate::input::{Key, KeyCode, NoteAction, NoteText};
use crate::layout::Row;
use crate::shelf::Change;

/// The rows of the window that are none of its text: its head, and what the keys do.
const BESIDE: usize = 2;

/// After so many keys that change the text it is kept as it is.
const KEYS: usize = 16;

/// The window of a note.
#[derive(Clone, Debug)]
pub struct NoteWindow {
    /// Where the words are that it is on, and these.
    range: Range<Position>,
    words: String,
    /// The note before it was changed; none: there was none.
    before: Option<PlaceMark>,
    /// The note as it is kept while it is written.
    draft: Option<PlaceMark>,
    typed: NoteText,
    /// How many keys changed the text since it was kept.
    changes: usize,
    /// Whether it was said that something would be lost.
    warned: bool,
    rows: Vec<NoteRow>,
    /// The row of the text area that the words begin in.
    row: usize,
}

/// A row of a note that is written.
#[derive(Clone, Debug)]
pub struct NoteRow {
    /// Where its line begins in the text.
    start: usize,
    /// Its line.
    line: String,
    /// Its place in that.
    row: Row,
}

impl NoteRow {
    /// Returns its line.
    pub fn line(&self) -> &str {
        &self.line
    }

    /// Returns its place in the line.
    pub fn row(&self) -> &Row {
        &self.row
    }

    /// Returns its bytes in the text, and what lies between it and its end.
    fn range(&self) -> Range<usize> {
        self.start + self.row.range.start..self.start + self.row.range.end
    }
}

impl NoteWindow {
    /// Returns the window of the note on what is in `range` of `book`, a new one where there is none.
    ///
    /// # Errors
    /// Why none can be written there.
    pub(in crate::app) fn open(range: &Range<Position>, book: &mut Book) -> Result<Self, Notice> {
        if let Some(note) = book.note_on(range) {
            return Ok(Self::of(note));
        }
        if book.marks().is_full() {
            return Err(Notice::MarksFull);
        }
        // A note on a part of what is highlighted in one cluster is on all of it.
        let range = book.highlighted(range);
        let words = book.document().excerpt(range.clone(), HIGHLIGHT_BYTES);
        match words.as_deref().map(str::trim) {
            Some("") => Err(Notice::NoText),
            Some(words) => Ok(Self::on(range, words.to_owned())),
            None => Err(Notice::TooMuch),
        }
    }

    /// Returns the window of a new note on `words`, which are in `range`.
    fn on(range: Range<Position>, words: String) -> Self {
        Self {
            range,
            words,
            before: None,
            draft: None,
            typed: NoteText::default(),
            changes: 0,
            warned: false,
            rows: Vec::new(),
            row: 0,
        }
    }

    /// Returns the window of `note`, to be read and changed.
    pub(in crate::app) fn of(note: &PlaceMark) -> Self {
        let window = Self::on(note.range().clone(), note.quoted().to_owned());
        let typed = NoteText::of(note.note().unwrap_or_default());
        Self { before: Some(note.clone()), draft: Some(note.clone()), typed, ..window }
    }

    /// Returns the words that it is on.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Returns what was typed, in rows.
    pub fn rows(&self) -> &[NoteRow] {
        &self.rows
    }

    /// Returns the number of the row with the cursor, and the bytes of its line before that.
    pub fn cursor(&self) -> (usize, usize) {
        let at = self.typed.cursor();
        let begun = self.rows.partition_point(|row| row.range().start <= at);
        let number = begun.saturating_sub(1);
        let start = self.rows.get(number).map_or(0, |row| row.start);
        (number, at.saturating_sub(start))
    }

    /// Returns where it stands.
    pub(super) fn stand(&self) -> Stand {
        Stand::Beside { row: self.row, rows: self.rows.len() + BESIDE }
    }

    /// Returns the note as it would be kept now; none where nothing is written.
    fn note(&self, book: &Book) -> Option<PlaceMark> {
        let text = self.typed.text().trim();
        if text.is_empty() {
            return None;
        }
        let draft = self.draft.as_ref().map(|draft| draft.written(text));
        draft.or_else(|| {
            let label = Label::Note { words: self.words.clone(), text: text.to_owned() };
            Some(book.mark_of(self.range.start, label))
        })
    }

    /// Returns whether something was typed that is not as it was before.
    fn is_changed(&self) -> bool {
        let before = self.before.as_ref().and_then(PlaceMark::note).unwrap_or_default();
        self.typed.text().trim() != before.trim()
    }

    /// Returns what is to be kept of it where the program ends with it.
    pub(in crate::app) fn to_keep(&self, book: &Book) -> Option<Change> {
        let note = self.note(book).filter(|_| self.is_changed())?;
        Some(note.to_keep())
    }

    /// Takes a key.
    pub(super) fn press(&mut self, key: Key, desk: &mut Desk<'_>) -> Outcome {
        let warned = std::mem::take(&mut self.warned);
        match desk.keymap.note().action(key) {
            Some(NoteAction::Keep) => {
                self.keep(desk);
                return Outcome::Close;
            }
            Some(NoteAction::Leave) if !self.is_changed() || warned => {
                self.leave(desk);
                return Outcome::Close;
            }
            Some(NoteAction::Leave) => {
                self.warned = true;
                desk.out.say(Notice::NoteUnkept);
            }
            None => self.edit(key, desk),
        }
        Outcome::Stay
    }

    /// Takes a pasted text.
    pub(super) fn paste(&mut self, text: &str, desk: &mut Desk<'_>) {
        if self.typed.paste(text) {
            self.keep_draft(desk);
        }
        self.report_full(desk);
    }

    /// Takes a key that edits the text, or moves in it.
    fn edit(&mut self, key: Key, desk: &mut Desk<'_>) {
        match key.code {
            KeyCode::Up => return self.move_rows(-1, desk),
            KeyCode::Down => return self.move_rows(1, desk),
            _ => {}
        }
        if self.typed.press(key) {
            self.changes += 1;
            if key.code == KeyCode::Enter || self.changes >= KEYS {
                self.keep_draft(desk);
            }
        } else if key.typed().is_some() {
            self.report_full(desk);
        }
    }

    /// Moves the cursor by a row, in the cell that it is in.
    fn move_rows(&mut self, by: isize, desk: &Desk<'_>) {
        let model = desk.view.model();
        let (number, byte) = self.cursor();
        let Some(from) = self.rows.get(number) else { return };
        let cell = from.row.cell_of(&from.line, model, byte);
        let Some(to) = number.checked_add_signed(by).and_then(|to| self.rows.get(to)) else {
            return;
        };
        let ends = to.row.range.end == to.line.len() && cell >= to.row.cells;
        let byte = if ends { to.line.len() } else { to.row.byte_at(&to.line, model, cell) };
        self.typed.put_cursor(to.start + byte);
    }

    /// Says so where no more can be typed.
    fn report_full(&self, desk: &mut Desk<'_>) {
        if self.typed.is_full() {
            desk.out.say(Notice::NoteFull);
        }
    }

    /// Keeps the note as it is while it is written.
    fn keep_draft(&mut self, desk: &mut Desk<'_>) {
        self.changes = 0;
        if let Some(note) = self.note(desk.book) {
            desk.book.keep_draft(Some(&note), self.draft.as_ref(), desk.out);
            self.draft = Some(note);
        }
    }

    /// Keeps the note, and says so, or that it holds no more: what was typed last may not be in it. One in which nothing is
    /// written is deleted.
    pub(in crate::app) fn keep(&self, desk: &mut Desk<'_>) {
        if !self.is_changed() {
            return self.leave(desk);
        }
        let note = self.note(desk.book);
        desk.book.change_note(note.as_ref(), self.before.as_ref(), desk.out);
        self.report_full(desk);
    }

    /// Leaves the note as it was before; what was typed can be brought back.
    fn leave(&self, desk: &mut Desk<'_>) {
        let typed = self.note(desk.book).filter(|_| self.is_changed());
        if let Some(typed) = typed {
            desk.book.change_note(self.before.as_ref(), Some(&typed), desk.out);
            desk.out.say(Notice::NoteLeft);
        } else if self.draft != self.before {
            // Nothing is left of what was typed.
            desk.book.keep_draft(self.before.as_ref(), self.draft.as_ref(), desk.out);
        }
    }

    /// Sets what was typed in rows, and finds the row of its words.
    pub(super) fn settle(&mut self, desk: &mut Desk<'_>) {
        let mut start = 0;
        self.rows.clear();
        for line in self.typed.text().split('\n') {
            let rows = desk.view.set_typed(line);
            let row = |row| NoteRow { start, line: line.to_owned(), row };
            let blank = rows.is_empty().then(Row::default);
            self.rows.extend(blank.into_iter().chain(rows).map(row));
            start += line.len() + 1;
        }
        self.row = desk.view.row_of(self.range.start).unwrap_or_default();
    }
}
