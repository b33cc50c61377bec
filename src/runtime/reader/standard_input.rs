//! Standard input, which comes once: while another document is read, it is held as it was, till the reader comes back to it.

use std::ffi::OsStr;

use super::origin::Origin;
use crate::app::State;
use crate::document::Document;
use crate::runtime::event::OriginEvent;
use crate::runtime::store::now;
use crate::runtime::workers::Stop;
use crate::shelf::{Change, Left, Notebook};

/// The name of standard input on the command line.
pub(super) const NAME: &str = "-";

/// Standard input, as far as it was read.
pub(super) struct StandardInput {
    /// What names it to the reader.
    title: String,
    /// What the reader said of it. It is kept nowhere else.
    notebook: Notebook,
    /// What it was when another document was opened; none while it is read.
    held: Option<Held>,
}

/// A document that is not read for now.
pub(super) struct Held {
    pub(super) origin: Origin,
    pub(super) document: Document,
    /// Where and how it was left.
    pub(super) left: Option<Left>,
}

impl StandardInput {
    /// Returns standard input, which is read now as `title`, where that is what `file` means.
    pub(super) fn meant(file: Option<&OsStr>, origin: &Origin, title: &str) -> Option<Self> {
        let is_meant = file.map_or(!origin.is_guide(), |file| file == NAME);
        let (title, notebook) = (title.to_owned(), Notebook::of(NAME));
        is_meant.then_some(Self { title, notebook, held: None })
    }

    /// Takes a change of what the reader says, if it is read now.
    pub(super) fn change(&mut self, change: &Change) {
        if self.held.is_none() {
            self.notebook.make(change, now());
        }
    }

    /// Holds it as it is in `state`, if it is read now; it comes from `origin`.
    pub(super) fn hold(&mut self, state: &State, origin: Origin) {
        if self.held.is_none() {
            let (document, left) = (state.book().unviewed(), state.left());
            self.held = Some(Held { origin, document, left });
        }
    }

    /// Gives back what was held; nothing where it is read now.
    pub(super) fn take(&mut self) -> Option<Held> {
        self.held.take()
    }

    /// Takes `event` if it is about what is held, and else gives it back.
    pub(super) fn hear(&mut self, feed: &Stop, event: OriginEvent) -> Option<OriginEvent> {
        match self.held.as_mut().filter(|held| held.origin.is_fed_by(feed)) {
            Some(held) => {
                // It is told of when it is read again.
                let _later = held.origin.take(event);
                None
            }
            None => Some(event),
        }
    }

    /// Returns what names it to the reader.
    pub(super) fn title(&self) -> &str {
        &self.title
    }

    /// Returns what the reader said of it.
    pub(super) fn notebook(&self) -> &Notebook {
        &self.notebook
    }
}
