//! Where what the reader says is kept from one run to the next.

use crate::app::Message;
use crate::config::Config;
use crate::decode::Encoding;
use crate::document::Remark;
use crate::runtime::searches::Searches;
use crate::runtime::store::Store;
use crate::search::{Query, SearchOptions};

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

    /// Keeps what the reader remarked on the sections.
    ///
    /// # Errors
    /// A sentence that says what is the matter.
    pub(super) fn keep(&self, remarks: &[Remark]) -> Result<(), String> {
        let nowhere = "This is corrected for now only: there is no file to keep it for.";
        self.store.as_ref().ok_or(nowhere)?.save(remarks)
    }

    /// Keeps the encoding that the reader chose, where there is a file to keep it for.
    ///
    /// # Errors
    /// A sentence that says what is the matter.
    pub(super) fn keep_encoding(&self, encoding: Encoding) -> Result<(), String> {
        self.store.as_ref().map_or(Ok(()), |store| store.save_encoding(encoding))
    }

    /// Keeps a search, and the switches that were turned, where searches are kept.
    ///
    /// # Errors
    /// A sentence that says what is the matter.
    pub(super) fn keep_search(
        &self,
        query: &Query,
        from: SearchOptions,
        to: SearchOptions,
    ) -> Result<(), String> {
        self.searches.as_ref().map_or(Ok(()), |searches| searches.add(query, from, to))
    }
}
