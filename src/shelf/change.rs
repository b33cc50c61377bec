//! One change of what is kept. It is made on what is on the disk at that moment, so that two windows lose nothing.

use super::{Id, Item, Left, Listing, Notebook, Resume};
use crate::decode::Encoding;
use crate::search::{Query, SearchOptions};

/// The milliseconds since 1970 began, UTC.
pub type Moment = u64;

/// A change of what is kept for the next run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The document was left here.
    Left(Left),
    /// The reader chose this encoding for the document.
    Encoding(Encoding),
    /// The document is listed among those that were read before, or no more.
    List(Listing),
    /// The reader said something of the document.
    Put(Id, Item),
    /// The reader took back what was said under this name.
    Remove(Id),
    /// A search was made, and switches may have been turned.
    Search {
        /// The search; it may be empty, where only switches were turned.
        query: Query,
        /// The switches before.
        from: SearchOptions,
        /// The switches now.
        to: SearchOptions,
    },
}

/// Which record a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// Where and how a document is read.
    Resume,
    /// What a reader said of a document.
    Notebook,
    /// The searches.
    Searches,
}

impl Change {
    /// Returns which record it is about.
    pub fn kind(&self) -> ChangeKind {
        match self {
            Self::Left(_) | Self::Encoding(_) | Self::List(_) => ChangeKind::Resume,
            Self::Put(..) | Self::Remove(_) => ChangeKind::Notebook,
            Self::Search { .. } => ChangeKind::Searches,
        }
    }
}

impl Resume {
    /// Makes `change`, if it is about where and how a document is read.
    pub fn make(&mut self, change: &Change, now: Moment) {
        match change {
            Change::Left(left) => self.leave(left.clone(), now),
            Change::Encoding(encoding) => self.choose(*encoding),
            Change::List(listing) => self.list(*listing),
            _ => {}
        }
    }
}

impl Notebook {
    /// Makes `change`, if it is about what a reader said.
    pub fn make(&mut self, change: &Change, now: Moment) {
        match change {
            Change::Put(id, item) => self.put(*id, item.clone(), now),
            Change::Remove(id) => drop(self.remove(*id, now)),
            _ => {}
        }
    }
}
