//! Where a document was left: what is read before its first page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Content, Listing, Moment, Record, locators};
use crate::budget::{LABEL_CHARS, RESUME_BYTES};
use crate::decode::Encoding;
use crate::document::Locator;

/// The version of what is written; what bears another is set aside.
const VERSION: u32 = 1;

/// Where a document was left, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resume {
    version: u32,
    /// The path under which it was read last.
    path: String,
    content: Content,
    /// The size and the time of its last change as the file system told them: while they are the same, so is the content.
    stamp: Stamp,
    /// When it was left.
    left: Moment,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place: Option<Left>,
    /// The name of the encoding that the reader chose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    encoding: Option<String>,
    #[serde(default, skip_serializing_if = "Listing::is_usual")]
    listing: Listing,
}

/// What the file system tells of a file without reading it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Its number in the file system.
    pub inode: u64,
    /// Its bytes.
    pub size: u64,
    /// The seconds and the nanoseconds of its last change.
    pub modified: (i64, i64),
}

/// A place where a reader left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// The top of the page.
    #[serde(with = "locators")]
    pub top: Locator,
    /// How many per cent of the document lie before it.
    pub percent: u8,
    /// The title of its section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The settings that the reader made for it alone.
    #[serde(default, skip_serializing_if = "OwnSettings::is_empty")]
    pub settings: OwnSettings,
}

/// The settings of one document: their names and values, as the file of settings has them.
pub type OwnSettings = BTreeMap<String, String>;

impl Resume {
    /// Returns what is kept of the document at `path` that has this content, where nothing is.
    pub fn new(path: &str, content: Content, stamp: Stamp) -> Self {
        let (path, listing) = (path.to_owned(), Listing::default());
        Self {
            version: VERSION,
            path,
            content,
            stamp,
            left: 0,
            place: None,
            encoding: None,
            listing,
        }
    }

    /// Returns the path under which it was read last.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the content that it had.
    pub fn content(&self) -> Content {
        self.content
    }

    /// Returns what the file system told of it.
    pub fn stamp(&self) -> Stamp {
        self.stamp
    }

    /// Returns when it was left.
    pub fn left(&self) -> Moment {
        self.left
    }

    /// Returns where it was left.
    pub fn place(&self) -> Option<&Left> {
        self.place.as_ref()
    }

    /// Returns the encoding that the reader chose.
    pub fn encoding(&self) -> Option<Encoding> {
        self.encoding.as_deref().and_then(Encoding::named)
    }

    /// Returns whether it is listed among the documents that were read before.
    pub fn listing(&self) -> Listing {
        self.listing
    }

    /// Says whether it is listed.
    pub fn list(&mut self, listing: Listing) {
        self.listing = listing;
    }

    /// Says under which path the document is read now, and what is there.
    pub fn see(&mut self, path: &str, content: Content, stamp: Stamp) {
        path.clone_into(&mut self.path);
        (self.content, self.stamp) = (content, stamp);
    }

    /// Says where the document was left. Of two places the later is kept; a clock that was set back makes none earlier.
    pub fn leave(&mut self, place: Left, now: Moment) {
        self.left = now.max(self.left.saturating_add(1));
        self.place = Some(place);
        self.listing = Listing::Listed;
    }

    /// Says which encoding the reader chose.
    pub fn choose(&mut self, encoding: Encoding) {
        self.encoding = Some(encoding.name().to_owned());
    }
}

impl Record for Resume {
    const MOST_BYTES: usize = RESUME_BYTES;

    fn is_ours(&self) -> bool {
        self.version == VERSION
    }

    /// Documents are listed by when they were read, and the files tell it before they are opened.
    fn moment(&self) -> Option<Moment> {
        Some(self.left).filter(|left| *left > 0)
    }

    fn bounded(mut self) -> Self {
        let Some(place) = &mut self.place else { return self };
        if let Some(section) = &mut place.section {
            *section = section.chars().take(LABEL_CHARS).collect();
        }
        // What is longer can't be cut and mean the same.
        place.settings.retain(|name, word| name.len().max(word.len()) <= LABEL_CHARS);
        self
    }
}
