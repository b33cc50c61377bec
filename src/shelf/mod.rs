//! What is kept for the reader from one time to the next, and its written form: what they said of a document, their
//! searches, the widths that terminals told. Where it lies, and how it comes there, is for [`crate::runtime`].

mod book;
mod searches;
mod terminals;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub use book::{Book, Said};
pub use searches::{MOST_SEARCHES, Searches};
pub use terminals::Terminals;

/// What one file holds.
pub trait Record: Serialize + DeserializeOwned {
    /// Returns whether this is of a version that is understood.
    fn is_ours(&self) -> bool;

    /// Returns what `bytes`, all those of a file, hold; none where they are damaged or not ours.
    fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(Self::is_ours)
    }

    /// Returns the bytes of the file that holds this.
    ///
    /// # Errors
    /// It has no written form.
    fn written(&self) -> serde_json::Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}
