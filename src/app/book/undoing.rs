//! What was changed of what is kept of the document, to be taken back: the last first, whichever kind it is of.

use super::{Book, ShownFor};
use crate::app::State;
use crate::app::notice::Notice;
use crate::app::outbox::Outbox;
use crate::decode::Encoding;
use crate::input::Correct;

/// A change that can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Undoable {
    /// Of a mark, a highlight or a note.
    Mark,
    /// Of what is a heading.
    Heading,
    /// Another encoding was chosen; this is the one that was chosen before, if one was.
    Encoding(Option<Encoding>),
}

impl Book {
    /// Does `correct`, and takes note where that was a correction.
    pub(super) fn correcting(&mut self, correct: impl FnOnce(&mut Self)) {
        let count = |book: &Self| book.sections.corrections().remarks().len();
        let before = count(self);
        correct(self);
        if count(self) > before {
            self.undoable.push(Undoable::Heading);
        }
    }

    /// Takes that the last change of this kind is taken back.
    pub(super) fn forget_last(&mut self, kind: Undoable) {
        if let Some(at) = self.undoable.iter().rposition(|change| *change == kind) {
            self.undoable.remove(at);
        }
    }

    /// Takes the last correction of the sections back.
    pub(super) fn undo_correction(&mut self, out: &mut Outbox) {
        self.forget_last(Undoable::Heading);
        self.sections.undo(&self.document, out);
    }

    /// Reads on in the encoding `before`, and asks for the document in that; none is the one that it was opened in.
    fn undo_encoding(&mut self, before: Option<Encoding>, out: &mut Outbox) {
        self.undoable.pop();
        self.viewing.choose_encoding(before);
        self.show(ShownFor::EncodingBack, out);
    }
}

impl State {
    /// Takes the last change back of what is kept of the document, and says which it was.
    pub(in crate::app) fn undo(&mut self) {
        match self.book.undoable.last() {
            None => self.out.say(Notice::NothingChanged),
            Some(Undoable::Mark) => self.book.undo_mark(&mut self.out),
            Some(Undoable::Heading) => self.book.correct(Correct::Undo, None, &mut self.out),
            Some(Undoable::Encoding(before)) => self.book.undo_encoding(*before, &mut self.out),
        }
    }
}
