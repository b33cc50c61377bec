//! What the reader marks in the document: it is located, kept, and told.

use std::ops::Range;

use super::Book;
use super::undoing::Undoable;
use crate::app::Job;
use crate::app::marks::{Label, PlaceMark};
use crate::app::notice::Notice;
use crate::app::outbox::Outbox;
use crate::document::Position;

impl Book {
    /// Asks that the marks are looked for in the document as it is.
    pub(super) fn locate_marks(&mut self, out: &mut Outbox) {
        self.marks.locate(&self.document, self.growing, out);
    }

    /// Takes where these marks are that search `job` has found.
    pub(in crate::app) fn take_located(&mut self, job: Job, found: &[PlaceMark]) {
        self.marks.take_located(job, found);
    }

    /// Returns where the mark of `letter` is.
    pub(in crate::app) fn mark_place(&self, letter: char) -> Option<Position> {
        self.marks.place_of(letter, &self.document)
    }

    /// Marks `place`, and says so.
    pub(in crate::app) fn mark(&mut self, place: Position, label: Label, out: &mut Outbox) {
        let mark = self.mark_of(place, label);
        let said = match mark.label() {
            Label::Letter(letter) => Notice::MarkSet(*letter),
            Label::Name(_) => Notice::Bookmarked(mark.told()),
            Label::Highlight { .. } => Notice::Highlighted(mark.told()),
            Label::Note { .. } => Notice::NoteKept(mark.told()),
        };
        self.set_mark(mark, said, out);
    }

    /// Highlights `words`, which are in `range`, in `colour`, and says so; what is highlighted gets another colour.
    pub(in crate::app) fn highlight(
        &mut self,
        range: &Range<Position>,
        words: &str,
        colour: u8,
        out: &mut Outbox,
    ) {
        let is_highlight = |mark: &PlaceMark| mark.colour().is_some();
        if let Some(known) = self.marks.found(range, &self.document, is_highlight) {
            let said = Notice::Highlighted(known.told());
            return self.set_mark(known.coloured(colour), said, out);
        }
        let words = words.trim().to_owned();
        if words.is_empty() {
            return out.say(Notice::NoText);
        }
        self.mark(range.start, Label::Highlight { words, colour }, out);
    }

    /// Returns the mark of what begins at `place`.
    pub(in crate::app) fn mark_of(&self, place: Position, label: Label) -> PlaceMark {
        PlaceMark::of(&self.document, place, label, self.section_title(place))
    }

    /// Returns where the highlight is of which `range` is one cluster; of other ranges, themselves.
    pub(in crate::app) fn highlighted(&self, range: &Range<Position>) -> Range<Position> {
        let is_highlight = |mark: &PlaceMark| mark.colour().is_some();
        let known = self.marks.found(range, &self.document, is_highlight);
        known.map_or(range, PlaceMark::range).clone()
    }

    /// Returns the note on exactly `range`; where that is one cluster, the last begun that has it.
    pub(in crate::app) fn note_on(&mut self, range: &Range<Position>) -> Option<&PlaceMark> {
        self.marks.found(range, &self.document, |mark| mark.note().is_some())
    }

    /// Has the note `now` kept while it is written, in place of the one `before` it.
    pub(in crate::app) fn keep_draft(
        &mut self,
        now: Option<&PlaceMark>,
        before: Option<&PlaceMark>,
        out: &mut Outbox,
    ) {
        for change in self.marks.put_note(now, before, false) {
            out.save(change);
        }
    }

    /// Has the note `now` kept in place of the one `before` it, and says so; none is none.
    pub(in crate::app) fn change_note(
        &mut self,
        now: Option<&PlaceMark>,
        before: Option<&PlaceMark>,
        out: &mut Outbox,
    ) {
        for change in self.marks.put_note(now, before, true) {
            out.save(change);
        }
        self.undoable.push(Undoable::Mark);
        match (now, before) {
            (Some(note), _) => out.say(Notice::NoteKept(note.told())),
            (None, Some(note)) => out.say(Notice::MarkDeleted(note.told())),
            (None, None) => {}
        }
    }

    /// Removes the highlight, or the note, that was begun last of those that have some of `range`, and says so.
    pub(in crate::app) fn remove_highlight(&mut self, range: &Range<Position>, out: &mut Outbox) {
        match self.marks.last_over(range) {
            Some(at) => self.remove_mark(at, out),
            None => out.say(Notice::NoHighlight),
        }
    }

    /// Removes mark number `at`, and says so.
    pub(in crate::app) fn remove_mark(&mut self, at: usize, out: &mut Outbox) {
        if let Some(mark) = self.marks.remove(at) {
            self.undoable.push(Undoable::Mark);
            self.keep_marks(out);
            out.say(Notice::MarkDeleted(mark.told()));
        }
    }

    /// Gives mark number `at` this name, and says so.
    pub(in crate::app) fn name_mark(&mut self, at: usize, name: &str, out: &mut Outbox) {
        let Some(mark) = self.marks.all().get(at).map(|mark| mark.named(name.trim())) else {
            return;
        };
        let said = match name.trim() {
            "" => Notice::Bookmarked(mark.told()),
            name => Notice::Named(name.to_owned()),
        };
        self.set_mark(mark, said, out);
    }

    /// Sets `mark`, has it kept, and says `said`; or why it is not set.
    fn set_mark(&mut self, mark: PlaceMark, said: Notice, out: &mut Outbox) {
        match self.marks.set(mark) {
            Ok(()) => {
                self.undoable.push(Undoable::Mark);
                self.keep_marks(out);
            }
            Err(notice) => return out.say(notice),
        }
        out.say(said);
    }

    /// Asks that the last change of the marks is kept.
    fn keep_marks(&self, out: &mut Outbox) {
        for change in self.marks.to_keep() {
            out.save(change);
        }
    }

    /// Takes the last change of the marks back, and says which it was of.
    pub(in crate::app) fn undo_mark(&mut self, out: &mut Outbox) {
        let Some((mark, undone, changes)) = self.marks.undo() else {
            return out.say(Notice::NoMarkToUndo);
        };
        self.forget_last(Undoable::Mark);
        for change in changes {
            out.save(change);
        }
        let (kind, words) = (mark.label().kind(), mark.told());
        out.say(Notice::MarkUndone { kind, undone, words });
    }
}
