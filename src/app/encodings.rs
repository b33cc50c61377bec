//! The list of encodings: the page is shown in the one that is chosen, so that a reader sees which is right.

use super::{Effect, Focus, State};
use crate::decode::{Encoding, OFFERED};
use crate::document::{Document, Locator, Position};
use crate::input::{Action, Key, KeyCode};

/// The list of encodings, open.
#[derive(Clone)]
pub struct Encodings {
    listed: Vec<(Encoding, &'static str)>,
    chosen: usize,
    /// The document and the top of the page when the list was opened, to which Esc returns.
    before: (Document, Position),
}

impl Encodings {
    /// Returns the encodings and what is written in each.
    pub fn listed(&self) -> &[(Encoding, &'static str)] {
        &self.listed
    }

    /// Returns the number of the chosen one.
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    fn open(document: Document, top: Position, current: Encoding) -> Self {
        let mut listed = OFFERED.to_vec();
        let decodes_alike = |other: Encoding| {
            other == current || (other.name() == "GBK" && current.name() == "GB18030")
        };
        let chosen = listed.iter().position(|(offered, _)| decodes_alike(*offered));
        if chosen.is_none() {
            listed.insert(0, (current, "as it is read now"));
        }
        Self { listed, chosen: chosen.unwrap_or(0), before: (document, top) }
    }

    /// Moves the choice by `step` and returns whether it is another one.
    fn step(&mut self, step: isize) -> bool {
        let last = self.listed.len().saturating_sub(1);
        let next = self.chosen.saturating_add_signed(step).min(last);
        next != std::mem::replace(&mut self.chosen, next)
    }
}

impl State {
    /// Opens the list, where the format leaves a choice.
    pub(super) fn open_encodings(&mut self) {
        let document = self.flow.document().clone();
        match document.facts().encoding {
            Some(verdict) => {
                let list = Encodings::open(document, self.top, verdict.encoding);
                self.focus = Focus::Encodings(list);
            }
            None => self.say("This format says itself what it is written in."),
        }
    }

    /// Takes a key in the list; `rows` of it are a page.
    pub(super) fn press_in_encodings(&mut self, mut list: Encodings, key: Key) -> Vec<Effect> {
        const PAGE: isize = 8;
        let step = match (key.code, self.keymap.action(key)) {
            (KeyCode::Esc, _) | (_, Some(Action::Quit | Action::Encodings)) => {
                self.leave_encodings(list);
                return Vec::new();
            }
            (KeyCode::Enter, _) => return self.keep_encoding(&list),
            (_, Some(Action::RowDown)) => 1,
            (_, Some(Action::RowUp)) => -1,
            (_, Some(Action::PageDown | Action::HalfPageDown)) => PAGE,
            (_, Some(Action::PageUp | Action::HalfPageUp)) => -PAGE,
            (_, Some(Action::Start)) => isize::MIN,
            (_, Some(Action::End)) => isize::MAX,
            _ => 0,
        };
        if list.step(step) {
            self.show_in_chosen(&list);
        }
        self.focus = Focus::Encodings(list);
        Vec::new()
    }

    /// Shows the page in the chosen encoding, the same words at its top.
    fn show_in_chosen(&mut self, list: &Encodings) {
        let Some((encoding, _)) = list.listed.get(list.chosen) else { return };
        let (document, top) = &list.before;
        let Some(recoded) = document.recoded(*encoding) else { return };
        let place = Locator::of(document, *top).find(&recoded).place();
        self.flow.set_document(recoded);
        self.settle_corrections();
        self.top = self.flow.row_start(place);
    }

    /// Closes the list and reads the document as before.
    fn leave_encodings(&mut self, list: Encodings) {
        let (document, top) = list.before;
        self.flow.set_document(document);
        self.settle_corrections();
        self.top = top;
    }

    /// Closes the list and goes on in the chosen encoding: the sections and the matches are looked for anew.
    fn keep_encoding(&mut self, list: &Encodings) -> Vec<Effect> {
        let encoding = self.flow.document().facts().encoding.map(|verdict| verdict.encoding);
        if encoding == list.before.0.facts().encoding.map(|verdict| verdict.encoding) {
            return Vec::new();
        }
        self.encoding = encoding;
        self.find = None;
        let mut effects = vec![Effect::StopSearch];
        effects.extend(encoding.map(Effect::KeepEncoding));
        if !self.growing {
            effects.push(self.survey());
        }
        effects
    }

    /// Returns `document`, the same as before with more in it, in the encoding that the reader chose.
    pub(super) fn as_chosen(&self, document: Document) -> Document {
        let recoded = self.encoding.and_then(|encoding| document.recoded(encoding));
        recoded.unwrap_or(document)
    }
}

#[cfg(test)]
mod tests;
