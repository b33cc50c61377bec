//! The list of encodings: the page is shown in the one that is chosen, so that a reader sees which is right. Where the
//! text looks worse in it, it is kept only when that is asked for twice.

use super::list::{self, ListPanel, Pressed};
use super::{Desk, Outcome};
use crate::app::garbled::is_worse;
use crate::app::notice::Notice;
use crate::app::panes::Area;
use crate::decode::{Encoding, OFFERED};
use crate::document::{Document, Locator, Position};
use crate::input::Line;
use crate::shelf::Change;
use crate::words::{Phrase, Words};

/// The list of encodings, open.
#[derive(Clone)]
pub struct Encodings {
    filter: Line,
    /// The encodings that are offered.
    offered: Vec<Offered>,
    /// Those that what was typed leaves.
    listed: Vec<Offered>,
    chosen: usize,
    /// The document and the top of the page when the list was opened, to which Esc returns.
    before: (Document, Position),
    stage: Stage,
    /// Whether the chosen one was taken before the page came in it.
    is_taken: bool,
}

/// An encoding that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The encoding.
    pub encoding: Encoding,
    /// What is written in it, in words.
    pub script: String,
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
    /// Returns the list for `document`, in these words, with the one that it is read in chosen; none where the format
    /// leaves no choice.
    pub(in crate::app) fn of(document: Document, top: Position, words: &Words) -> Option<Self> {
        let current = document.facts().encoding?.encoding;
        let decodes_alike = |other: Encoding| {
            other == current || (other.name() == "GBK" && current.name() == "GB18030")
        };
        let chosen = OFFERED.iter().position(|offered| decodes_alike(*offered));
        // Where it is none of those that are offered, it stands before them.
        let current = chosen
            .is_none()
            .then(|| Offered { encoding: current, script: words.get("script-other") });
        let others = OFFERED.iter().map(|encoding| Offered {
            encoding: *encoding,
            script: words.say(&Phrase::new(format!("script-{}", encoding.name()))),
        });
        let offered: Vec<Offered> = current.into_iter().chain(others).collect();
        Some(Self {
            filter: Line::default(),
            listed: offered.clone(),
            offered,
            chosen: chosen.unwrap_or(0),
            before: (document, top),
            stage: Stage::Choosing,
            is_taken: false,
        })
    }

    /// Returns what was typed to narrow the list.
    pub fn filter(&self) -> &Line {
        &self.filter
    }

    /// Returns the encodings that are listed.
    pub fn listed(&self) -> &[Offered] {
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

    /// Lists those whose name, or what is written in them, has what was typed.
    fn narrow(&mut self, desk: &mut Desk<'_>) {
        let typed = self.filter.text().trim().to_lowercase();
        let has = |words: &str| words.to_lowercase().contains(&typed);
        let chosen = self.listed.get(self.chosen).cloned();
        let fits = |one: &&Offered| has(one.encoding.name()) || has(&one.script);
        self.listed = self.offered.iter().filter(fits).cloned().collect();
        let at = self.listed.iter().position(|one| Some(one) == chosen.as_ref());
        match at {
            Some(at) => self.chosen = at,
            None => self.choose(0, desk),
        }
    }

    /// Chooses the encoding of this number and asks for the document in it.
    fn choose(&mut self, number: usize, desk: &mut Desk<'_>) {
        self.chosen = number;
        let Some(encoding) = self.listed.get(number).map(|one| one.encoding) else { return };
        if encoding_of(desk.book.document()) == Some(encoding) {
            desk.book.end_preview(desk.out);
        } else {
            desk.book.preview(encoding, desk.out);
        }
    }

    /// Shows the page of `document`, which is in the chosen encoding, and takes that where the reader did already.
    pub(in crate::app) fn take_preview(
        &mut self,
        document: Document,
        desk: &mut Desk<'_>,
    ) -> Outcome {
        let (before, top) = &self.before;
        if encoding_of(desk.book.document()) != encoding_of(&document) {
            let place = Locator::of(before, *top).find(&document).place();
            show(document, desk);
            desk.view.stay_at(place);
        }
        if self.is_taken { self.take(false, desk) } else { Outcome::Stay }
    }

    /// Takes the chosen encoding, unless the text looks worse in it and the reader was not `asked` yet whether it is meant,
    /// or it is not there yet.
    fn take(&mut self, asked: bool, desk: &mut Desk<'_>) -> Outcome {
        self.is_taken = desk.book.awaits_preview();
        if self.is_taken || self.listed.is_empty() {
            return Outcome::Stay;
        }
        if !asked && self.looks_worse(desk) {
            self.stage = Stage::Asking;
            return Outcome::Stay;
        }
        self.keep(desk);
        Outcome::Close
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
        desk.finder.drop_find(desk.out);
        desk.out.save(Change::Encoding(encoding));
        desk.book.survey(desk.out);
        desk.out.say(Notice::EncodingKept(encoding));
    }
}

impl ListPanel for Encodings {
    fn line(&self) -> &Line {
        &self.filter
    }

    fn filter_mut(&mut self) -> &mut Line {
        &mut self.filter
    }

    fn steps_to(&self, row: usize, area: Area, _desk: &Desk<'_>) -> Option<isize> {
        list::steps_below_head(row, (self.chosen, self.listed.len()), (area.entries().rows, 1))
    }

    fn obey(&mut self, pressed: Pressed, desk: &mut Desk<'_>) -> Outcome {
        let asked = std::mem::replace(&mut self.stage, Stage::Choosing) == Stage::Asking;
        self.is_taken = false;
        match pressed {
            Pressed::Leave | Pressed::Keep => {
                let (document, top) = self.before.clone();
                desk.book.end_preview(desk.out);
                show(document, desk);
                desk.view.restore(top);
                return Outcome::Close;
            }
            Pressed::Take => return self.take(asked, desk),
            Pressed::Step(step) => {
                self.choose(list::stepped(self.chosen, step, self.listed.len()), desk);
            }
            Pressed::Narrow => self.narrow(desk),
            Pressed::Fold(_) | Pressed::Correct(_) | Pressed::Name | Pressed::Nothing => {}
        }
        Outcome::Stay
    }
}

/// Shows the page of `document`, the same bytes in another encoding.
fn show(document: Document, desk: &mut Desk<'_>) {
    desk.view.set_document(document.clone());
    desk.book.replace(document, desk.out);
}

fn encoding_of(document: &Document) -> Option<Encoding> {
    document.facts().encoding.map(|verdict| verdict.encoding)
}

#[cfg(test)]
mod tests;
