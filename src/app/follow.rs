//! A document that changes while it is read: it grows, is followed, is read anew. The words at the top of the
//! page stay there.

use super::{Effect, State};
use crate::document::{Document, Position};

/// How many characters are enough to know a place again.
const QUOTE: usize = 48;

/// How many parts around a place are searched for it: a few megabytes.
const AROUND: usize = 32;

/// A place and the words there, to find it in a document that was edited.
struct Quote {
    place: Position,
    fraction: f64,
    words: String,
}

impl Quote {
    fn of(document: &Document, place: Position) -> Self {
        let part = document.part(place.part);
        let rest = part.text().get(place.byte..).unwrap_or_default();
        let words = rest.chars().take(QUOTE).collect();
        Self { place, fraction: document.fraction(place), words }
    }

    /// Returns where the words are in `document`: at the same place, else the nearest; where they are gone,
    /// what is as far into the document as they were.
    fn find(&self, document: &Document) -> Position {
        let part = document.part(self.place.part);
        let same = part.text().get(self.place.byte..);
        if same.is_some_and(|rest| rest.starts_with(&self.words)) {
            return self.place;
        }
        let lost = || document.at_fraction(self.fraction);
        if self.words.trim().is_empty() {
            return lost();
        }
        let near = lost().part;
        // Its own part first, then those around, and with fewer words where the end of them was edited.
        let around =
            (0..=AROUND)
                .flat_map(|step| [self.place.part + step, near + step])
                .chain((1..=AROUND).flat_map(|step| {
                    [self.place.part.wrapping_sub(step), near.wrapping_sub(step)]
                }));
        let parts: Vec<usize> = around.filter(|part| *part < document.parts()).collect();
        let half = self.words.char_indices().nth(QUOTE / 4).map_or(self.words.len(), |(at, _)| at);
        let fewer = self.words.get(..half).unwrap_or_default();
        let found = [self.words.as_str(), fewer]
            .into_iter()
            .find_map(|words| parts.iter().find_map(|part| self.nearest(document, *part, words)));
        found.unwrap_or_else(lost)
    }

    /// Returns where `words` stand in `part`, nearest to the byte where they stood.
    fn nearest(&self, document: &Document, part: usize, words: &str) -> Option<Position> {
        let loaded = document.part(part);
        let found = loaded.text().match_indices(words).map(|(at, _)| at);
        let nearest = found.min_by_key(|at| at.abs_diff(self.place.byte));
        nearest.map(|at| Position::new(part, at))
    }
}

impl State {
    /// Goes to the end and stays there as the document grows.
    pub(super) fn follow_growth(&mut self) -> Vec<Effect> {
        self.following = true;
        self.go_to_end();
        vec![Effect::Follow]
    }

    /// Stops following.
    pub(super) fn stop_following(&mut self) -> Vec<Effect> {
        if std::mem::replace(&mut self.following, false) {
            vec![Effect::StopFollowing]
        } else {
            Vec::new()
        }
    }

    /// Takes the document with more in it; `more` of it may come.
    pub(super) fn grow(&mut self, document: Document, more: bool) -> Vec<Effect> {
        self.flow.set_document(self.as_chosen(document));
        self.growing = more;
        if self.following {
            self.go_to_end();
            self.following = more;
        }
        let mut effects = self.search_on();
        if !more {
            self.settle_corrections();
            self.tell_lost();
            effects.push(self.survey());
        }
        effects
    }

    /// Takes the document as it is now, edited perhaps, with the same words at the top of the page.
    pub(super) fn reload(&mut self, document: Document) -> Vec<Effect> {
        let quote = Quote::of(self.flow.document(), self.top);
        let document = self.as_chosen(document);
        let place = quote.find(&document);
        self.flow.set_document(document);
        self.top = self.flow.row_start(place);
        self.find = None;
        self.say("Read anew.");
        self.settle_corrections();
        self.tell_lost();
        vec![Effect::StopSearch, self.survey()]
    }
}

#[cfg(test)]
mod tests;
