//! The list of encodings: the page is shown in the one that is chosen, so that a reader sees which is right. Where the
//! text looks worse in it, it is kept only when that is asked for twice.

use super::list::{self, Pressed};
use super::{Desk, Outcome, page_of};
use crate::app::garbled::is_worse;
use crate::app::message::Effect;
use crate::decode::{Encoding, OFFERED};
use crate::document::{Document, Locator, Position};
use crate::input::{Key, Line};
use crate::shelf::Change;

/// What is written in the encoding that a text is read in, where that is none of those offered.
const AS_NOW: &str = "as it is read now";

/// The list of encodings, open.
#[derive(Clone)]
pub struct Encodings {
    filter: Line,
    /// The encodings that are offered, and what is written in each.
    offered: Vec<(Encoding, &'static str)>,
    /// Those that what was typed leaves.
    listed: Vec<(Encoding, &'static str)>,
    chosen: usize,
    /// The document and the top of the page when the list was opened, to which Esc returns.
    before: (Document, Position),
    stage: Stage,
}

/// How far the choice has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// One is chosen.
    Choosing,
    /// The text looks worse in the chosen one, and the reader is asked whether it is meant.
    Asking,
}

impl Encodings {
    /// Returns the list for `document`, with the one that it is read in chosen; none where the format leaves no
    /// choice.
    pub(in crate::app) fn of(document: Document, top: Position) -> Option<Self> {
        let current = document.facts().encoding?.encoding;
        let mut offered = OFFERED.to_vec();
        let decodes_alike = |other: Encoding| {
            other == current || (other.name() == "GBK" && current.name() == "GB18030")
        };
        let chosen = offered.iter().position(|(offered, _)| decodes_alike(*offered));
        if chosen.is_none() {
            offered.insert(0, (current, AS_NOW));
        }
        Some(Self {
            filter: Line::default(),
            listed: offered.clone(),
            offered,
            chosen: chosen.unwrap_or(0),
            before: (document, top),
            stage: Stage::Choosing,
        })
    }

    /// Returns what was typed to narrow the list.
    pub fn filter(&self) -> &Line {
        &self.filter
    }

    /// Returns the encodings that are listed, and what is written in each.
    pub fn listed(&self) -> &[(Encoding, &'static str)] {
        &self.listed
    }

    /// Returns the number of the chosen one.
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// Returns how far the choice has come.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Takes a key in the list.
    pub(super) fn press(&mut self, key: Key, desk: &mut Desk<'_>) -> Outcome {
        let asked = std::mem::replace(&mut self.stage, Stage::Choosing) == Stage::Asking;
        match list::press(&mut self.filter, key, desk.keymap.list(), page_of(desk.view.panes())) {
            Pressed::Leave => {
                let (document, top) = self.before.clone();
                show(document, desk);
                desk.view.restore(top);
                return Outcome::Close;
            }
            Pressed::Take if self.listed.is_empty() => {}
            Pressed::Take if !asked && self.looks_worse(desk) => self.stage = Stage::Asking,
            Pressed::Take => {
                self.keep(desk);
                return Outcome::Close;
            }
            Pressed::Step(step) => {
                self.choose(list::stepped(self.chosen, step, self.listed.len()), desk);
            }
            Pressed::Narrow => self.narrow(desk),
            Pressed::Fold(_) | Pressed::Correct(_) | Pressed::Name | Pressed::Nothing => {}
        }
        Outcome::Stay
    }

    /// Takes a pasted text into the filter.
    pub(super) fn paste(&mut self, text: &str, desk: &mut Desk<'_>) {
        if self.filter.paste(text) {
            self.narrow(desk);
        }
    }

    /// Lists those whose name, or what is written in them, has what was typed.
    fn narrow(&mut self, desk: &mut Desk<'_>) {
        let typed = self.filter.text().trim().to_lowercase();
        let has = |words: &str| words.to_lowercase().contains(&typed);
        let chosen = self.listed.get(self.chosen).copied();
        let offered = self.offered.iter().copied();
        self.listed = offered.filter(|(one, script)| has(one.name()) || has(script)).collect();
        let at = self.listed.iter().position(|one| Some(*one) == chosen);
        match at {
            Some(at) => self.chosen = at,
            None => self.choose(0, desk),
        }
    }

    /// Chooses the encoding of this number and shows the page in it.
    fn choose(&mut self, number: usize, desk: &mut Desk<'_>) {
        self.chosen = number;
        let Some((encoding, _)) = self.listed.get(number) else { return };
        let (document, top) = &self.before;
        if encoding_of(desk.book.document()) == Some(*encoding) {
            return;
        }
        let Some(recoded) = document.recoded(*encoding) else { return };
        let place = Locator::of(document, *top).find(&recoded).place();
        show(recoded, desk);
        desk.view.stay_at(place);
    }

    /// Returns whether the text before the reader looks worse now than when the list was opened.
    fn looks_worse(&self, desk: &Desk<'_>) -> bool {
        let (before, top) = &self.before;
        let now = desk.book.document();
        if encoding_of(now) == encoding_of(before) {
            return false;
        }
        let (then, now) = (before.part(top.part), now.part(desk.view.top().part));
        is_worse(now.text(), then.text())
    }

    /// Goes on in the chosen encoding: the sections and the matches are looked for again.
    fn keep(&self, desk: &mut Desk<'_>) {
        let encoding = encoding_of(desk.book.document());
        let Some(encoding) = encoding.filter(|one| Some(*one) != encoding_of(&self.before.0))
        else {
            return;
        };
        desk.book.choose_encoding(encoding);
        desk.view.loosen_jumps();
        desk.finder.set_find(None);
        desk.out.ask(Effect::StopSearch);
        desk.out.save(Change::Encoding(encoding));
        desk.book.survey(desk.out);
    }
}

/// Shows the page of `document`, the same bytes in another encoding.
fn show(document: Document, desk: &mut Desk<'_>) {
    desk.view.set_document(document.clone());
    desk.book.replace(document);
}

fn encoding_of(document: &Document) -> Option<Encoding> {
    document.facts().encoding.map(|verdict| verdict.encoding)
}

#[cfg(test)]
mod tests;
