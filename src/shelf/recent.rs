//! The documents that were read before, as they are listed.

use serde::{Deserialize, Serialize};

use super::{Moment, RecordName, Resume};

/// Whether a document is listed among those that were read before. The place in it is kept all the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Listing {
    /// It is.
    #[default]
    Listed,
    /// The reader dropped it from the list, until it is read again.
    Dropped,
}

impl Listing {
    /// Returns whether this is the usual, which is not written.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "what writes records asks so")]
    pub(super) fn is_usual(&self) -> bool {
        *self == Self::Listed
    }
}

/// Whether there is a file where a document was read last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// There is.
    There,
    /// There is none.
    Missing,
}

/// A document that was read before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recent {
    /// The name of what is kept of it.
    pub record: RecordName,
    /// The path under which it was read last.
    pub path: String,
    /// Whether it is there.
    pub presence: Presence,
    /// When it was left.
    pub left: Moment,
    /// How many per cent of it lie before the place where it was left; none where no place is kept.
    pub percent: Option<u8>,
    /// The title of the section where it was left.
    pub section: String,
}

impl Recent {
    /// Returns the document of which `resume` is kept under the name `record`; `presence` tells whether it is there.
    pub fn new(record: RecordName, resume: &Resume, presence: Presence) -> Self {
        let place = resume.place();
        Self {
            record,
            path: resume.path().to_owned(),
            presence,
            left: resume.left(),
            percent: place.map(|place| place.percent),
            section: place.and_then(|place| place.section.clone()).unwrap_or_default(),
        }
    }

    /// Returns what people call the document: the last part of its path.
    pub fn title(&self) -> &str {
        self.path.rsplit_once('/').map_or(&self.path, |(_, title)| title)
    }

    /// Returns the folder that it is in.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}
