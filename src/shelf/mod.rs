//! What is kept for the reader from one time to the next, and its written form: where they left a document, what they
//! said of it, their searches, the widths that terminals told. Where it lies, and how it comes there, is for
//! [`crate::runtime`].

mod book;
mod change;
mod export;
mod hash;
mod index;
mod locators;
mod notebook;
mod pace;
mod recent;
mod resume;
mod searches;
mod terminals;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub use book::SectionsFile;
pub use change::{Change, ChangeKind, Moment};
pub use export::read_json_lines;
pub use hash::{Content, Digest, END_BYTES, RecordName};
pub use index::{By, Index, SHARDS};
pub use notebook::{Entry, Id, Item, LeftOut, Notebook};
pub use pace::{ReadingPace, ReadingUnit};
pub use recent::{Listing, Presence, Recent};
pub use resume::{Left, OwnSettings, Resume, Stamp};
pub use searches::Searches;
pub use terminals::{Terminal, Terminals};

/// What one file holds. What is read is as bounded as what is written, whoever wrote it.
pub trait Record: Serialize + DeserializeOwned {
    /// The most bytes of the file.
    const MOST_BYTES: usize;

    /// Returns whether this is of a version that is understood.
    fn is_ours(&self) -> bool;

    /// Returns this without what is more than is kept.
    #[must_use]
    fn bounded(self) -> Self {
        self
    }

    /// Returns the moment that its file bears as the time of its last change; none: that of the change.
    fn moment(&self) -> Option<Moment> {
        None
    }

    /// Returns what `bytes`, all those of a file, hold; none where they are damaged, too many, or not ours.
    fn read(bytes: &[u8]) -> Option<Self> {
        let bytes = Some(bytes).filter(|bytes| bytes.len() <= Self::MOST_BYTES)?;
        serde_json::from_slice(bytes).ok().filter(Self::is_ours).map(Self::bounded)
    }

    /// Returns the bytes of the file that holds this.
    ///
    /// # Errors
    /// They are more than could be read again.
    fn written(&self) -> Result<Vec<u8>, Unwritten> {
        let written = serde_json::to_vec_pretty(self);
        let mut bytes = written.map_err(|error| Unwritten::Formless(error.to_string()))?;
        bytes.push(b'\n');
        let fits = bytes.len() <= Self::MOST_BYTES;
        if fits { Ok(bytes) } else { Err(Unwritten::TooLong(Self::MOST_BYTES >> 10)) }
    }
}

/// Why a record can't be written.
#[derive(Debug)]
pub enum Unwritten {
    /// Its file would be longer than so many KiB.
    TooLong(usize),
    /// It has no written form, as what writes it says.
    Formless(String),
}

/// Returns how many bytes `value` takes in a file, without what makes it easy to read.
fn weight(value: &impl Serialize) -> usize {
    serde_json::to_vec(value).map_or(usize::MAX, |bytes| bytes.len())
}

#[cfg(test)]
mod tests;
