//! A reader's own words on a document: marks, bookmarks, highlights, notes, and what they say of its sections.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Digest, Moment, Record, locators};
use crate::budget::{NOTEBOOK_BYTES, REMOVALS};
use crate::document::{Correction, DEEPEST, Locator, Remark, Rule, RuleRoom, Unheeded};

/// The version of what is written; what bears another is set aside.
const VERSION: u32 = 1;

/// What tells an entry from all others, on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Id(Digest);

impl Id {
    /// Returns the one that `seed` makes: whoever makes entries has another seed for each.
    pub fn new(seed: u64) -> Self {
        Self(Digest::of(&seed.to_le_bytes()))
    }

    /// Returns that of the mark of a letter, of which there is one.
    pub fn of_mark(letter: char) -> Self {
        Self(Digest::of(b"mark").and(letter.to_string().as_bytes()))
    }

    /// Returns that of the bookmark of `place`, of which there is one.
    pub fn of_bookmark(place: &Locator) -> Self {
        let digest = Digest::of(b"bookmark").and(&place.offset.to_le_bytes());
        Self(digest.and(place.quote.words.as_bytes()))
    }

    /// Returns that of the highlight of `words` at `place`, of which there is one.
    pub fn of_highlight(place: &Locator, words: &str) -> Self {
        let digest = Digest::of(b"highlight").and(&place.offset.to_le_bytes());
        Self(digest.and(words.as_bytes()))
    }

    /// Returns that of the note on `words` at `place` that began with `text`: two notes on one place are two.
    pub fn of_note(place: &Locator, words: &str, text: &str) -> Self {
        let digest = Digest::of(b"note").and(&place.offset.to_le_bytes());
        Self(digest.and(words.as_bytes()).and(text.as_bytes()))
    }

    /// Returns that of a remark which so many equal ones were made `before`: the same in two windows that say the same.
    pub fn of_remark(remark: &Remark, before: usize) -> Self {
        let digest = match remark {
            Remark::Line(Correction { line, level }) => Digest::of(b"line")
                .and(&[level.unwrap_or(0)])
                .and(&(line.anchor.part as u64).to_le_bytes())
                .and(&line.anchor.line.to_le_bytes())
                .and(line.quote.words.as_bytes()),
            Remark::Rule(Rule { pattern, level }) => {
                Digest::of(b"rule").and(&[level.unwrap_or(0)]).and(pattern.as_str().as_bytes())
            }
        };
        Self(digest.and(&(before as u64).to_le_bytes()))
    }
}

/// Something that a reader said of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What tells it from others.
    pub id: Id,
    /// When it was made.
    #[serde(default)]
    pub made: Moment,
    /// When it was changed last.
    #[serde(default)]
    pub changed: Moment,
    /// What it is.
    #[serde(flatten)]
    pub item: Item,
}

/// What an entry is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Item {
    /// A place that a letter leads to.
    Mark {
        /// The letter.
        letter: char,
        /// The place.
        #[serde(with = "locators")]
        place: Locator,
    },
    /// A place to come back to.
    Bookmark {
        /// The place.
        #[serde(with = "locators")]
        place: Locator,
        /// What the reader calls it.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        name: String,
        /// The title of the section that it was made in.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        section: String,
    },
    /// Words in a colour.
    Highlight {
        /// Where they begin.
        #[serde(with = "locators")]
        place: Locator,
        /// The words.
        words: String,
        /// The colour, 1 to 4.
        colour: u8,
        /// The title of the section that it was made in.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        section: String,
    },
    /// What the reader writes beside some words.
    Note {
        /// Where the words begin.
        #[serde(with = "locators")]
        place: Locator,
        /// The words.
        words: String,
        /// The note, of one line or more.
        text: String,
        /// The title of the section that it was made in.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        section: String,
    },
    /// A line that is a heading, or none.
    Heading {
        /// The line.
        #[serde(with = "locators")]
        place: Locator,
        /// The level; null: it is no heading.
        level: Option<u8>,
    },
    /// Lines that are headings, or none.
    Rule {
        /// The regular expression that they match.
        pattern: String,
        /// The level; null: they are no headings.
        level: Option<u8>,
    },
}

impl Item {
    /// Returns what `remark` is.
    pub fn of(remark: &Remark) -> Self {
        match remark {
            Remark::Line(Correction { line, level }) => {
                Self::Heading { place: line.clone(), level: *level }
            }
            Remark::Rule(Rule { pattern, level }) => {
                Self::Rule { pattern: pattern.as_str().to_owned(), level: *level }
            }
        }
    }

    /// Returns where it is; none: it is about the whole document.
    pub fn place(&self) -> Option<&Locator> {
        match self {
            Self::Mark { place, .. }
            | Self::Bookmark { place, .. }
            | Self::Highlight { place, .. }
            | Self::Note { place, .. }
            | Self::Heading { place, .. } => Some(place),
            Self::Rule { .. } => None,
        }
    }

    /// Returns the remark that it is; none: it is another kind.
    ///
    /// # Errors
    /// What is wrong with the pattern of a rule, or that there is no `room` for it.
    fn remark(&self, room: &mut RuleRoom) -> Result<Option<Remark>, LeftOut> {
        let level = |level: Option<u8>| level.map(|level| level.clamp(1, DEEPEST));
        match self {
            Self::Heading { place, level: own } => {
                let correction = Correction { line: place.clone(), level: level(*own) };
                Ok(Some(Remark::Line(correction)))
            }
            Self::Rule { pattern, level: own } => match room.pattern(pattern) {
                Ok(pattern) => Ok(Some(Remark::Rule(Rule { pattern, level: level(*own) }))),
                Err(why) => Err(LeftOut { pattern: pattern.clone(), why }),
            },
            _ => Ok(None),
        }
    }
}

/// A rule that is kept and not heeded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its regular expression.
    pub pattern: String,
    /// Why it is not heeded.
    pub why: Unheeded,
}

/// All that a reader said of a document. Of two notebooks of the same document one is made, whichever is taken into the
/// other and however often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notebook {
    version: u32,
    /// The path of the document, for people.
    document: String,
    /// In the order in which they were made.
    entries: Vec<Entry>,
    /// When those that are gone were removed: a notebook from elsewhere may still have them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    removed: BTreeMap<Digest, Moment>,
}

impl Notebook {
    /// Returns that of `document`, a path, where nothing was said.
    pub fn of(document: &str) -> Self {
        let document = document.to_owned();
        Self { version: VERSION, document, entries: Vec::new(), removed: BTreeMap::new() }
    }

    /// Returns the path of the document.
    pub fn document(&self) -> &str {
        &self.document
    }

    /// Returns what was said, in the order in which it was.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Says `item` under `id`, in place of what was said under it before; it is `now`, or later than all that was said
    /// where the clock was set back.
    pub fn put(&mut self, id: Id, item: Item, now: Moment) {
        let before = self.entries.iter().position(|entry| entry.id == id);
        let known = before.map(|at| self.entries.remove(at));
        if let Some(known) = known.as_ref().filter(|known| known.item == item) {
            return self.insert(known.clone());
        }
        let removed = self.removed.remove(&id.0).unwrap_or(0);
        let last = self.entries.last().map_or(0, |entry| entry.made).max(removed);
        let after = |moment: Moment| now.max(moment.saturating_add(1));
        let entry = match known {
            Some(Entry { made, changed, .. }) => Entry { id, made, changed: after(changed), item },
            None => Entry { id, made: after(last), changed: after(last), item },
        };
        self.insert(entry);
    }

    /// Takes back what was said under `id`, and returns it.
    pub fn remove(&mut self, id: Id, now: Moment) -> Option<Entry> {
        let at = self.entries.iter().position(|entry| entry.id == id)?;
        let entry = self.entries.remove(at);
        self.removed.insert(id.0, now.max(entry.changed.saturating_add(1)));
        self.forget_removals();
        Some(entry)
    }

    /// Returns that of `document`, a path, where these `entries` were made, their names and times as they are; of two of
    /// one name the later.
    pub(super) fn holding(document: &str, entries: Vec<Entry>) -> Self {
        let mut notebook = Self::of(document);
        notebook.merge(Self { entries, ..Self::of("") });
        notebook
    }

    /// Takes what was said in `other`, of the same document, too. Of two entries of one id the later is kept.
    pub fn merge(&mut self, other: Self) {
        for (id, moment) in other.removed {
            let known = self.removed.entry(id).or_default();
            *known = moment.max(*known);
        }
        let own = std::mem::take(&mut self.entries).into_iter();
        let mut entries: BTreeMap<Id, Entry> = own.map(|entry| (entry.id, entry)).collect();
        for entry in other.entries {
            let known = entries.remove(&entry.id);
            let entry = known.map_or_else(|| entry.clone(), |known| later(known, entry.clone()));
            entries.insert(entry.id, entry);
        }
        self.entries = entries.into_values().collect();
        let removed = std::mem::take(&mut self.removed);
        self.entries.retain(|entry| removed.get(&entry.id.0).is_none_or(|at| *at < entry.changed));
        self.removed = removed;
        for entry in &self.entries {
            self.removed.remove(&entry.id.0);
        }
        self.entries.sort_by_key(|entry| (entry.made, entry.id));
        self.forget_removals();
    }

    /// Returns the marks, bookmarks, highlights and notes, in the order in which they were made.
    pub fn marks(&self) -> Vec<Entry> {
        let is_mark =
            |entry: &&Entry| !matches!(entry.item, Item::Heading { .. } | Item::Rule { .. });
        self.entries.iter().filter(is_mark).cloned().collect()
    }

    /// Returns what was said of the sections, in that order, and the last rule that is left out, if one is.
    pub fn remarks(&self) -> (Vec<Remark>, Option<LeftOut>) {
        let (mut remarks, mut room, mut wrong) = (Vec::new(), RuleRoom::default(), None);
        for entry in &self.entries {
            match entry.item.remark(&mut room) {
                Ok(remark) => remarks.extend(remark),
                Err(rule) => wrong = Some(rule),
            }
        }
        (remarks, wrong)
    }

    /// Inserts an entry where it belongs.
    fn insert(&mut self, entry: Entry) {
        let key = |entry: &Entry| (entry.made, entry.id);
        let at = self.entries.partition_point(|other| key(other) < key(&entry));
        self.entries.insert(at, entry);
    }

    /// Forgets the oldest removals of more than are kept.
    fn forget_removals(&mut self) {
        while self.removed.len() > REMOVALS {
            let oldest = self.removed.iter().min_by_key(|(id, moment)| (**moment, **id));
            let Some(id) = oldest.map(|(id, _)| *id) else { return };
            self.removed.remove(&id);
        }
    }
}

/// Returns the later of two entries of one id; of two that were changed at once always the same.
fn later(one: Entry, other: Entry) -> Entry {
    let key = |entry: &Entry| (entry.changed, entry.made, format!("{:?}", entry.item));
    if key(&one) < key(&other) { other } else { one }
}

impl Record for Notebook {
    const MOST_BYTES: usize = NOTEBOOK_BYTES;

    fn is_ours(&self) -> bool {
        self.version == VERSION
    }

    fn bounded(mut self) -> Self {
        self.entries.sort_by_key(|entry| (entry.made, entry.id));
        self.forget_removals();
        self
    }
}
