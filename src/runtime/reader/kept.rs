//! Where what the reader says is kept from one run to the next.

use crate::app::{Change, Message};
use crate::config::Config;
use crate::runtime::searches::Searches;
use crate::runtime::store::Store;

/// Where what the reader says is kept; nowhere where nothing is to be.
pub(super) struct Kept {
    /// What is said of the document.
    pub(super) store: Option<Store>,
    pub(super) searches: Option<Searches>,
}

impl Kept {
    /// Returns the searches of earlier runs, which `config` may have a word about, for the state.
    ///
    /// # Errors
    /// A sentence that says what is the matter.
    pub(super) fn searches(&self, config: &Config) -> Result<Option<Message>, String> {
        let Some(searches) = &self.searches else { return Ok(None) };
        let (queries, options) = searches.load()?;
        Ok(Some(Message::Remembered { queries, options: config.search_options(options) }))
    }

    /// Keeps `change` for the next run, where there is a place for it.
    ///
    /// # Errors
    /// A sentence that says what is the matter.
    pub(super) fn save(&self, change: &Change) -> Result<(), String> {
        match change {
            Change::Remarks(remarks) => {
                let nowhere = "This is corrected for now only: there is no file to keep it for.";
                self.store.as_ref().ok_or(nowhere)?.save(remarks)
            }
            Change::Encoding(encoding) => {
                self.store.as_ref().map_or(Ok(()), |store| store.save_encoding(*encoding))
            }
            Change::Search { query, from, to } => {
                self.searches.as_ref().map_or(Ok(()), |searches| searches.add(query, *from, *to))
            }
        }
    }
}
