//! What is kept from one run to the next while a document is read: the changes that the state asks for, and now and then
//! the place.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};
use std::time::{Duration, Instant};

use super::keeper::{Keeper, Save};
use crate::app::{Message, State};
use crate::budget::PLACE_WAIT;
use crate::config::{Assignment, Config};
use crate::document::Position;
use crate::runtime::event::Event;
use crate::runtime::memory::Learnt;
use crate::runtime::paces::PaceFile;
use crate::runtime::searches::SearchFile;
use crate::runtime::settings;
use crate::runtime::state::Unsaved;
use crate::runtime::store::{Folders, Store};
use crate::shelf::{Change, Item, Listing, ReadingPace, RecordName};
use crate::words::Phrase;

/// Where what a reader says is kept; nowhere where nothing is to be.
#[derive(Clone)]
pub(super) struct Places {
    /// What is said of the document.
    pub(super) store: Option<Store>,
    pub(super) searches: Option<SearchFile>,
    pub(super) paces: Option<PaceFile>,
}

impl Places {
    /// Returns what makes changes of what is kept here.
    fn saved(self) -> Save {
        Arc::new(move |changes: &[Change]| self.save(changes))
    }

    /// Makes `changes`.
    ///
    /// # Errors
    /// Why they are not kept.
    fn save(&self, changes: &[Change]) -> Result<(), Unsaved> {
        let (searches, others): (Vec<&Change>, Vec<&Change>) =
            changes.iter().partition(|change| matches!(change, Change::Search { .. }));
        let kept = self.store.as_ref().filter(|_| !others.is_empty());
        let mut told = kept.map_or(Ok(()), |store| store.save(&others));
        for change in searches {
            if let (Change::Search { query, from, to }, Some(kept)) = (change, &self.searches) {
                told = told.and(kept.add(query, *from, *to));
            }
        }
        told
    }
}

/// What keeps the changes, and how far the place is kept.
pub(super) struct Kept {
    places: Places,
    keeper: Keeper,
    /// The place that was kept last.
    place: Position,
    /// When it was first seen that the reader is elsewhere.
    elsewhere: Option<Instant>,
    /// The pace that was kept last.
    pace: ReadingPace,
}

impl Kept {
    /// Returns what keeps changes in `places`; the document is open at `place`, and the reader's pace was kept. What could
    /// not be kept is sent to `events`.
    pub(super) fn new(
        places: Places,
        (place, known): (Position, ReadingPace),
        events: &Sender<Event>,
    ) -> Self {
        let keeper = Keeper::new(places.clone().saved(), events);
        Self { places, keeper, place, elsewhere: None, pace: known }
    }

    /// Keeps from now on what is said of another document in `store`, which is open at `place`.
    pub(super) fn turn_to(&mut self, store: Option<Store>, place: Position) {
        self.places.store = store;
        self.keeper.turn_to(self.places.clone().saved());
        (self.place, self.elsewhere) = (place, None);
    }

    /// Returns where what is said of the document is kept.
    pub(super) fn store(&self) -> Option<Store> {
        self.places.store.clone()
    }

    /// Returns what keeps the changes.
    pub(super) fn keeper(&mut self) -> &mut Keeper {
        &mut self.keeper
    }

    /// Returns the searches of earlier runs, which `config` may have a word about, for the state.
    ///
    /// # Errors
    /// What is the matter.
    pub(super) fn searches(&self, config: &Config) -> Result<Option<Message>, Phrase> {
        let Some(searches) = &self.places.searches else { return Ok(None) };
        let (queries, options) = searches.load()?;
        Ok(Some(Message::Remembered { queries, options: config.search_options(options) }))
    }

    /// Keeps `change`.
    ///
    /// # Errors
    /// What is the matter, where nothing can even be tried.
    pub(super) fn save(&mut self, change: Change) -> Result<(), Phrase> {
        match &change {
            Change::Put(_, item) if self.places.store.is_none() => Err(match item {
                Item::Heading { .. } | Item::Rule { .. } => "corrected-for-now".into(),
                Item::Mark { .. } | Item::Bookmark { .. } => "marked-for-now".into(),
                Item::Highlight { .. } | Item::Note { .. } => "noted-for-now".into(),
            }),
            _ => self.keeper.keep(change),
        }
    }

    /// Lists the document of `record` in `folders` among those that were read before, or drops it from them.
    ///
    /// # Errors
    /// What is the matter.
    pub(super) fn list(
        &mut self,
        folders: Folders,
        record: RecordName,
        listing: Listing,
    ) -> Result<(), Phrase> {
        let save = move |changes: &[Change]| folders.change(&record, changes);
        self.keeper.keep_by(Arc::new(save), Change::List(listing))
    }

    /// Keeps `assigned` in the file of settings at `path`; what became of it is told.
    ///
    /// # Errors
    /// What is the matter, where nothing can even be tried.
    pub(super) fn keep_settings(
        &mut self,
        path: PathBuf,
        assigned: Vec<Assignment>,
    ) -> Result<(), Phrase> {
        self.keeper.write_and_tell(move || settings::keep(&path, &assigned))
    }

    /// Keeps what the terminal told; what can't be kept is asked for again.
    pub(super) fn learn(&mut self, learnt: Learnt) {
        let _asked_again = self.keeper.write(move || learnt.keep());
    }

    /// Returns whether it is not told yet what became of settings.
    pub(super) fn is_awaited(&self) -> bool {
        self.keeper.is_awaited()
    }

    /// Returns the name of what is kept of the document.
    pub(super) fn record(&self) -> Option<&RecordName> {
        self.places.store.as_ref().map(Store::record)
    }

    /// Returns how long the loop may wait for events before the place is kept; none: as long as it likes.
    pub(super) fn patience(&self) -> Option<Duration> {
        Some(PLACE_WAIT.saturating_sub(self.elsewhere?.elapsed()))
    }

    /// Takes note of where the reader is, and keeps the place if it was another for long enough.
    ///
    /// # Errors
    /// What is the matter.
    pub(super) fn look(&mut self, state: &State) -> Result<(), Phrase> {
        if self.places.store.is_none() || state.view().top() == self.place {
            self.elsewhere = None;
            return Ok(());
        }
        let since = *self.elsewhere.get_or_insert_with(Instant::now);
        if since.elapsed() < PLACE_WAIT {
            return Ok(());
        }
        self.leave(state)
    }

    /// Keeps the place, if it is kept anywhere.
    ///
    /// # Errors
    /// What is the matter.
    pub(super) fn leave(&mut self, state: &State) -> Result<(), Phrase> {
        if self.places.store.is_none() {
            return Ok(());
        }
        self.elsewhere = None;
        self.place = state.view().top();
        state.left().map_or(Ok(()), |left| self.keeper.keep(Change::Left(left)))
    }

    /// Keeps the place in which the reader leaves, and the note that is being written, waits until all is kept, and returns
    /// what is said of that in the end.
    pub(super) fn end(mut self, state: &State, events: &Receiver<Event>) -> Vec<Phrase> {
        let pace = *state.pace();
        if let Some(file) = self.places.paces.take().filter(|_| pace != self.pace) {
            // What can't be kept is measured again.
            let _measured_again = self.keeper.write(move || file.keep(&pace));
        }
        let note = state.unkept().map_or(Ok(()), |note| self.save(note));
        let unkept = note.and(self.leave(state)).err();
        unkept.into_iter().chain(self.keeper.end(events)).collect()
    }
}
