//! Where what the reader says is kept from one run to the next.

use std::sync::mpsc::{Receiver, Sender};

use super::keeper::Keeper;
use crate::app::{Change, Message};
use crate::config::Config;
use crate::runtime::event::Event;
use crate::runtime::searches::Searches;
use crate::runtime::store::Store;

/// Where what the reader says is kept; nowhere where nothing is to be.
pub(super) struct Kept {
    /// What is said of the document.
    store: Option<Store>,
    searches: Option<Searches>,
    keeper: Keeper,
}

impl Kept {
    /// Returns where what the reader says is kept; what could not be is sent to `events`.
    pub(super) fn new(
        store: Option<Store>,
        searches: Option<Searches>,
        events: &Sender<Event>,
    ) -> Self {
        Self { store, searches, keeper: Keeper::new(events) }
    }

    /// Returns what keeps it.
    pub(super) fn keeper(&mut self) -> &mut Keeper {
        &mut self.keeper
    }

    /// Waits until all is kept, and returns what is said of that in the end.
    pub(super) fn end(self, events: &Receiver<Event>) -> Option<String> {
        self.keeper.end(events)
    }

    /// Returns the searches of earlier runs, which `config` may have a word about, for the state.
    ///
    /// # Errors
    /// A sentence that says what is the matter.
    pub(super) fn searches(&self, config: &Config) -> Result<Option<Message>, String> {
        let Some(searches) = &self.searches else { return Ok(None) };
        let (queries, options) = searches.load()?;
        Ok(Some(Message::Remembered { queries, options: config.search_options(options) }))
    }

    /// Keeps `change`.
    ///
    /// # Errors
    /// A sentence that says what is the matter, where nothing can even be tried.
    pub(super) fn save(&mut self, change: Change) -> Result<(), String> {
        let (store, searches) = (self.store.clone(), self.searches.clone());
        if store.is_none() && matches!(change, Change::Remarks(_)) {
            return Err(
                "This is corrected for now only: there is no file to keep it for.".to_owned()
            );
        }
        self.keeper.keep(move || match (change, store, searches) {
            (Change::Remarks(remarks), Some(store), _) => store.save(&remarks),
            (Change::Encoding(encoding), Some(store), _) => store.save_encoding(encoding),
            (Change::Search { query, from, to }, _, Some(searches)) => {
                searches.add(&query, from, to)
            }
            _ => Ok(()),
        })
    }
}
