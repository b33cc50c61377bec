//! One thing that the reader marked: what it is known by, where it is, and how it is kept.

use std::ops::Range;

use crate::document::{Document, Locator, Position};
use crate::shelf::{Change, Entry, Id, Item};
use crate::text::clusters_forward;

/// Something in the document that the reader marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceMark {
    /// The name under which it is kept.
    id: Id,
    label: Label,
    locator: Locator,
    /// Where it is; of a place, and of words that are gone, empty. Until it is located, about there.
    range: Range<Position>,
    /// Whether it was looked for in the document.
    located: bool,
    /// The title of the section that it was made in.
    section: String,
}

/// What a mark is known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// A letter, of which there is one.
    Letter(char),
    /// It is a bookmark, and this is its name; it may be empty.
    Name(String),
    /// These words have a colour.
    Highlight {
        /// The words.
        words: String,
        /// The colour, 1 to 4.
        colour: u8,
    },
    /// Something is written beside these words.
    Note {
        /// The words.
        words: String,
        /// What is written.
        text: String,
    },
}

impl Label {
    /// Returns what kind of mark it is of, as the catalogues of words name it.
    pub(in crate::app) fn kind(&self) -> &'static str {
        match self {
            Self::Letter(_) => "letter",
            Self::Name(_) => "bookmark",
            Self::Highlight { .. } => "highlight",
            Self::Note { .. } => "note",
        }
    }

    /// Returns the words that it is of; none: it is of a place.
    fn extent(&self) -> Option<&str> {
        match self {
            Self::Letter(_) | Self::Name(_) => None,
            Self::Highlight { words, .. } | Self::Note { words, .. } => Some(words),
        }
    }

    /// Returns the name under which what it is of, `place`, is kept when it is made.
    fn id(&self, place: &Locator) -> Id {
        match self {
            Self::Letter(letter) => Id::of_mark(*letter),
            Self::Name(_) => Id::of_bookmark(place),
            Self::Highlight { words, .. } => Id::of_highlight(place, words),
            Self::Note { words, text } => Id::of_note(place, words, text),
        }
    }
}

impl PlaceMark {
    /// Returns the mark of what begins at `place`, which is in the section with this title.
    pub(in crate::app) fn of(
        document: &Document,
        place: Position,
        label: Label,
        section: &str,
    ) -> Self {
        let locator = Locator::of(document, place);
        let (id, section) = (label.id(&locator), section.to_owned());
        Self { id, label, locator, range: place..place, located: true, section }
            .put(document, place)
    }

    /// Returns the mark of `byte` of the first part, where the words are that number.
    #[cfg(test)]
    pub(super) fn at(byte: usize, label: Label) -> Self {
        let place = Position::new(0, byte);
        let quote = crate::document::Quote { words: byte.to_string(), ..Default::default() };
        let locator = Locator { quote, ..Locator::default() };
        let id = label.id(&locator);
        let (range, located) = (place..place, true);
        Self { id, label, locator, range, located, section: String::new() }
    }

    /// Returns the mark that was kept as `entry`, not located in `document` yet; none where it is something else.
    pub(super) fn kept(entry: Entry, document: &Document) -> Option<Self> {
        let (label, locator, section) = match entry.item {
            Item::Mark { letter, place } => (Label::Letter(letter), place, String::new()),
            Item::Bookmark { place, name, section } => (Label::Name(name), place, section),
            Item::Highlight { place, words, colour, section } => {
                (Label::Highlight { words, colour: colour.clamp(1, COLOURS) }, place, section)
            }
            Item::Note { place, words, text, section } => {
                (Label::Note { words, text }, place, section)
            }
            Item::Heading { .. } | Item::Rule { .. } => return None,
        };
        let about = locator.about(document);
        Some(Self { id: entry.id, label, locator, range: about..about, located: false, section })
    }

    /// Returns how it is kept.
    fn item(&self) -> Item {
        let (place, section) = (self.locator.clone(), self.section.clone());
        match self.label.clone() {
            Label::Letter(letter) => Item::Mark { letter, place },
            Label::Name(name) => Item::Bookmark { place, name, section },
            Label::Highlight { words, colour } => Item::Highlight { place, words, colour, section },
            Label::Note { words, text } => Item::Note { place, words, text, section },
        }
    }

    /// Returns what keeps it.
    pub(in crate::app) fn to_keep(&self) -> Change {
        Change::Put(self.id, self.item())
    }

    /// Returns the name under which it is kept.
    pub(in crate::app) fn id(&self) -> Id {
        self.id
    }

    /// Returns what it is found again by.
    pub(super) fn locator(&self) -> &Locator {
        &self.locator
    }

    /// Returns what it is known by.
    pub fn label(&self) -> &Label {
        &self.label
    }

    /// Returns where it is in the document, or as near as its text is found again; until it is located, about there.
    pub fn place(&self) -> Position {
        self.range.start
    }

    /// Returns where its words are; nothing where they are gone or not located yet, or it is of a place.
    pub fn range(&self) -> &Range<Position> {
        &self.range
    }

    /// Returns its name, or what is written there; where it has none, the words that stand there.
    pub fn words(&self) -> &str {
        self.given().unwrap_or_else(|| self.quoted())
    }

    /// Returns its name, or what is written there, which are the reader's own words; none where it has neither.
    pub fn given(&self) -> Option<&str> {
        match &self.label {
            Label::Name(name) if !name.is_empty() => Some(name),
            Label::Note { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Returns as many of its words as are told of it, in one line.
    pub(in crate::app) fn told(&self) -> String {
        let words: Vec<&str> = self.words().split_whitespace().collect();
        let words = words.join(" ");
        let end = clusters_forward(&words).nth(TOLD).map(|(end, _)| end);
        let first = end.and_then(|end| words.get(..end));
        first.map_or(words.clone(), |first| format!("{first}…"))
    }

    /// Returns the words of the document that it is of.
    pub fn quoted(&self) -> &str {
        self.label.extent().unwrap_or(&self.locator.quote.words)
    }

    /// Returns what is written there; none where it is no note.
    pub fn note(&self) -> Option<&str> {
        match &self.label {
            Label::Note { text, .. } => Some(text),
            _ => None,
        }
    }

    /// Returns its colour, 1 to 4; none where it is no highlight.
    pub fn colour(&self) -> Option<u8> {
        match self.label {
            Label::Highlight { colour, .. } => Some(colour),
            Label::Letter(_) | Label::Name(_) | Label::Note { .. } => None,
        }
    }

    /// Returns the bookmark of its place with this name; of a bookmark the same one.
    pub(in crate::app) fn named(&self, name: &str) -> Self {
        let label = Label::Name(name.to_owned());
        let is_bookmark = matches!(self.label, Label::Name(_));
        let id = if is_bookmark { self.id } else { label.id(&self.locator) };
        Self { id, label, range: self.place()..self.place(), ..self.clone() }
    }

    /// Returns the same highlight in another colour.
    pub(in crate::app) fn coloured(&self, colour: u8) -> Self {
        let words = self.words().to_owned();
        Self { label: Label::Highlight { words, colour }, ..self.clone() }
    }

    /// Returns the same note with this text.
    pub(in crate::app) fn written(&self, text: &str) -> Self {
        let (words, text) = (self.quoted().to_owned(), text.to_owned());
        Self { label: Label::Note { words, text }, ..self.clone() }
    }

    /// Returns whether it was looked for in the document.
    pub(super) fn is_located(&self) -> bool {
        self.located
    }

    /// Returns it at `place` of `document`, where it was found, or as near to that as may be.
    pub(super) fn put(&self, document: &Document, place: Position) -> Self {
        let range = match self.label.extent() {
            Some(words) => document.extent(place, words),
            None => place..place,
        };
        Self { range, located: true, ..self.clone() }
    }

    /// Returns it as it is found in `document`, where it may not be located yet.
    pub(in crate::app) fn found_in(&self, document: &Document) -> Self {
        if self.located {
            return self.clone();
        }
        self.put(document, self.locator.find(document).place())
    }

    /// Takes that it is to be looked for in `document`, which is another one.
    pub(super) fn lose(&mut self, document: &Document) {
        let about = self.locator.about(document);
        (self.range, self.located) = (about..about, false);
    }

    /// Takes where `other` is, if that is the same mark.
    pub(super) fn take_place(&mut self, other: &Self) {
        if self.locator == other.locator {
            (self.range, self.located) = (other.range.clone(), other.located);
        }
    }

    /// Returns whether this takes the place of `other`: both have one letter, are bookmarks of one place, highlights of
    /// the same words, or one note.
    pub(super) fn replaces(&self, other: &Self) -> bool {
        match (&self.label, &other.label) {
            (Label::Letter(one), Label::Letter(other)) => one == other,
            (Label::Name(_), Label::Name(_)) => {
                let are_located = self.located && other.located;
                self.id == other.id || (are_located && self.place() == other.place())
            }
            (Label::Highlight { .. }, Label::Highlight { .. }) => {
                self.id == other.id || (self.range == other.range && !self.range.is_empty())
            }
            (Label::Note { .. }, Label::Note { .. }) => self.id == other.id,
            _ => false,
        }
    }
}

/// How many characters of the words of a mark are told.
const TOLD: usize = 60;

/// How many colours highlights have.
const COLOURS: u8 = 4;
