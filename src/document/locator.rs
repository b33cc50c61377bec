//! The one way to find a place again: in a document that was edited, reloaded, read in another encoding or by other
//! rules, and whatever the width of the window is. A [`Locator`] remembers where a place was and quotes the text around
//! it. How the quotes are looked for in many parts at once is in `seek`.

mod extent;
mod seek;

use std::ops::Range;

use super::{Anchor, Document, Position};
use crate::text::clusters_forward;

/// How many characters of its own block a place is known by, white space not counted.
const WORDS: usize = 64;

/// How many characters before and after its words tell a place from others with the same words.
const CONTEXT: usize = 32;

/// A place that can be found again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Locator {
    /// The line with which its block begins.
    pub anchor: Anchor,
    /// How many bytes of the block lie before it.
    pub into: usize,
    /// The bytes of the block; 0 where that is not known.
    pub length: usize,
    /// The bytes of the source before it.
    pub offset: u64,
    /// The bytes of the source; 0 where neither that nor `offset` is known.
    pub size: u64,
    /// The text around it.
    pub quote: Quote,
}

/// The text around a place. White space is one space at most: lines may be broken elsewhere the next time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// The end of the text before the place.
    pub before: String,
    /// What follows the place in its block, or the beginning of that.
    pub words: String,
    /// What follows the words.
    pub after: String,
}

/// Where a place was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The text is there, and at the line where it was.
    Exact(Position),
    /// The text is elsewhere, or in other surroundings.
    Moved(Position),
    /// The text is gone. This is the nearest place.
    Gone(Position),
}

impl Found {
    /// Returns the place, or the nearest one.
    pub fn place(self) -> Position {
        match self {
            Self::Exact(place) | Self::Moved(place) | Self::Gone(place) => place,
        }
    }

    /// Returns the place where the text stands; none where it is gone.
    pub fn there(self) -> Option<Position> {
        match self {
            Self::Exact(place) | Self::Moved(place) => Some(place),
            Self::Gone(_) => None,
        }
    }
}

/// What a locator is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Granularity {
    /// A place anywhere in a text.
    Place,
    /// A whole line: the same words in the middle of a paragraph are not it.
    Line,
}

impl Locator {
    /// Returns what `place` in `document` is found again by.
    pub fn of(document: &Document, place: Position) -> Self {
        let anchor = document.anchor(place);
        let line = line(document, anchor);
        Self {
            anchor,
            into: place.byte.saturating_sub(line.start),
            length: line.len(),
            offset: document.offset(place),
            size: document.size(),
            quote: Quote::of(document, place),
        }
    }

    /// Returns where the place is in `document`.
    pub fn find(&self, document: &Document) -> Found {
        let found = seek::seek(&[self], document, Granularity::Place).pop();
        found.unwrap_or_else(|| Found::Gone(self.nearest(document)))
    }

    /// Returns where the places of `locators` are in `document`, whose parts are read once for all of them.
    pub fn find_all(
        locators: &[&Self],
        document: &Document,
        granularity: Granularity,
    ) -> Vec<Found> {
        seek::seek(locators, document, granularity)
    }

    /// Returns the start of the part of `document` in which the place is likely to be; no part is read for that.
    pub fn about(&self, document: &Document) -> Position {
        let [offset, _] = self.offsets(document);
        let is_same = document.size() == self.size || self.size == 0;
        let part = if is_same { self.anchor.part } else { document.part_at(offset) };
        Position::new(part.min(document.parts().saturating_sub(1)), 0)
    }

    /// Returns the place by its line and the bytes before it, if there is one and the text around it is the same.
    fn unmoved(&self, document: &Document) -> Option<Position> {
        let place = self.place(document)?;
        let here = Quote::of(document, place).squeezed();
        here.is_around(&self.quote.squeezed()).then_some(place)
    }

    /// Returns the place by its line and the bytes before it, if there is one.
    fn place(&self, document: &Document) -> Option<Position> {
        let start = document.locate(self.anchor);
        let place = Position::new(start.part, start.byte + self.into);
        let there = document.part(place.part).text().is_char_boundary(place.byte);
        (there && document.anchor(place) == self.anchor).then_some(place)
    }

    /// Returns the bytes of the source before the place in one of `size` bytes, if only what follows the place changed,
    /// and if only what is before it did.
    fn offsets(&self, document: &Document) -> [u64; 2] {
        if self.size == 0 {
            return [document.source().before(self.anchor.part); 2];
        }
        let after = self.size.saturating_sub(self.offset);
        [self.offset, document.size().saturating_sub(after)]
    }

    /// Returns the place in `document` where the text is likely to have been: in the same bytes, as far into the same
    /// line; else as far into the document.
    fn nearest(&self, document: &Document) -> Position {
        let line = line(document, self.anchor);
        if document.size() == self.size && !line.is_empty() {
            let into = self.into as f64 / self.length.max(1) as f64 * line.len() as f64;
            let place = on_boundary(document, self.anchor.part, line.start + into as usize);
            // The lines of another encoding may be others.
            let far = document.offset(place).abs_diff(self.offset);
            if far <= document.source().weight(self.anchor.part) / 2 {
                return place;
            }
        }
        let offset =
            if self.size == 0 { document.source().before(self.anchor.part) } else { self.offset };
        let size = if self.size == 0 { document.size() } else { self.size };
        let place = document.at_fraction(offset as f64 / size.max(1) as f64);
        let part = document.part(place.part);
        let block = part.block_at(place.byte).map_or(0, |block| part.start_of(block));
        Position { byte: block, ..place }
    }
}

impl Quote {
    fn of(document: &Document, place: Position) -> Self {
        let part = document.part(place.part);
        let end = part.block_at(place.byte).map_or(0, |block| part.end_of(block));
        let own = part.slice(place.byte..end.max(place.byte));
        let words = gist(own.chars(), WORDS);
        let room = weight(&words) + CONTEXT;
        let rest = part.text().get(place.byte..).unwrap_or_default();
        let mut from = gist(rest.chars(), room);
        if weight(&from) < room && place.part + 1 < document.parts() {
            let next = document.part(place.part + 1);
            from.push(' ');
            from.push_str(&gist(next.text().chars(), room - weight(&from)));
        }
        let after = from.strip_prefix(words.as_str()).unwrap_or_default().trim().to_owned();
        Self { before: before(document, place), words, after }
    }

    /// Returns the quote of a line that begins with `words`, between lines that begin with `before` and `after`, of each
    /// of which the first `most` characters are known.
    pub fn of_lines(before: &str, words: &str, after: &str, most: usize) -> Self {
        let is_whole = before.chars().count() < most;
        let end = gist(before.chars().rev(), if is_whole { CONTEXT } else { 0 });
        let (words, after) = (gist(words.chars(), WORDS), gist(after.chars(), CONTEXT));
        Self { before: end.chars().rev().collect(), words, after }
    }

    /// Returns the same without white space.
    fn squeezed(&self) -> Self {
        let [before, words, after] =
            [&self.before, &self.words, &self.after].map(|text| squeeze(text));
        Self { before, words, after }
    }

    /// Returns whether `other`, as far as it goes, has the same text, both without white space.
    fn is_around(&self, other: &Self) -> bool {
        let from = |quote: &Self| format!("{}{}", quote.words, quote.after);
        self.before.ends_with(&other.before) && from(self).starts_with(&from(other))
    }
}

/// Returns the end of the text before `place`.
fn before(document: &Document, place: Position) -> String {
    let part = document.part(place.part);
    let own = part.text().get(..place.byte).unwrap_or_default();
    let mut reversed = gist(own.chars().rev(), CONTEXT);
    if let Some(last) = place.part.checked_sub(1).filter(|_| weight(&reversed) < CONTEXT) {
        let last = document.part(last);
        reversed.push(' ');
        reversed.push_str(&gist(last.text().chars().rev(), CONTEXT - weight(&reversed)));
    }
    reversed.trim().chars().rev().collect()
}

/// Returns `chars` up to the one that is the `most`th of those that are no white space; what white space lies between
/// them is one space.
fn gist(chars: impl Iterator<Item = char>, most: usize) -> String {
    let mut gist = String::new();
    let (mut taken, mut gap) = (0, false);
    for c in chars {
        if c.is_whitespace() {
            gap = !gist.is_empty();
            continue;
        }
        if taken == most {
            break;
        }
        if std::mem::take(&mut gap) {
            gist.push(' ');
        }
        gist.push(c);
        taken += 1;
    }
    gist
}

/// Returns how many characters of `text` are no white space.
fn weight(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// Returns `text` without white space.
fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Returns the bytes of the part that the line at `anchor` takes, in one block or more; none where no line begins there.
fn line(document: &Document, anchor: Anchor) -> Range<usize> {
    let part = document.part(anchor.part);
    let first = part.blocks().partition_point(|block| block.line < anchor.line);
    let after = part.blocks().partition_point(|block| block.line <= anchor.line);
    let start = part.start_of(first);
    let end =
        after.checked_sub(1).filter(|last| *last >= first).map_or(start, |last| part.end_of(last));
    start..end
}

/// Returns the last place at or before `byte` of a part at which a cluster of its block begins.
fn on_boundary(document: &Document, index: usize, byte: usize) -> Position {
    let part = document.part(index);
    let Some(block) = part.block_at(byte) else { return Position::new(index, 0) };
    let start = part.start_of(block);
    let begins = clusters_forward(part.block_text(block)).map(|(at, _)| start + at);
    Position::new(index, begins.take_while(|at| *at <= byte).last().unwrap_or(start))
}
