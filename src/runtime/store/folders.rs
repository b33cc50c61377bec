//! The directories of what is kept, and the files in them.

use std::path::PathBuf;

use crate::runtime::state::{self, StateFile, Unsaved};
use crate::shelf::{By, Index, Key};

/// The directories of what is kept.
#[derive(Clone, Debug)]
pub(in crate::runtime) struct Folders {
    /// For what can be had again: places, the index, searches.
    pub(in crate::runtime) state: PathBuf,
    /// For the reader's own words.
    pub(in crate::runtime) data: PathBuf,
}

impl Folders {
    /// Returns those of the reader; where the environment names no place for one of them, both are the same. None where it
    /// names none at all.
    pub(in crate::runtime) fn of_reader() -> Option<Self> {
        let (state, data) = (state::directory(), state::data());
        Some(Self { state: state.clone().or_else(|| data.clone())?, data: data.or(state)? })
    }

    /// Returns the file of where a document was left.
    pub(super) fn resume(&self, key: &Key) -> StateFile {
        let name = format!("places/{}.json", key.as_str());
        StateFile::new(&self.state, name, "place in this text")
    }

    /// Returns the file of what the reader said of a document.
    pub(super) fn notebook(&self, key: &Key) -> StateFile {
        let name = format!("notes/{}.json", key.as_str());
        StateFile::new(&self.data, name, "notes on this text")
    }

    /// Returns the file in which the version before kept both.
    pub(super) fn book(&self, key: &Key) -> StateFile {
        let name = format!("sections/{}.json", key.as_str());
        StateFile::new(&self.state, name, "memories of this text")
    }

    /// Returns the file that tells which document `by` is.
    pub(super) fn index(&self, by: By) -> StateFile {
        StateFile::new(&self.state, format!("index/{}", by.file()), "list of known texts")
    }

    /// Returns which document `by` is.
    ///
    /// # Errors
    /// A sentence that says what is the matter.
    pub(super) fn look_up(&self, by: By) -> Result<Option<Key>, String> {
        Ok(self.index(by).load::<Index>()?.and_then(|index| index.get(by).cloned()))
    }

    /// Forgets that `by` is the document of `key`, if it is.
    ///
    /// # Errors
    /// Why it is not forgotten.
    pub(super) fn forget(&self, by: By, key: &Key) -> Result<(), Unsaved> {
        if self.look_up(by).ok().flatten().as_ref() != Some(key) {
            return Ok(());
        }
        self.index(by).update(|index: Option<Index>| {
            let mut index = index.unwrap_or_default();
            index.forget(by);
            index
        })
    }
}
