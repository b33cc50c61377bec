//! The directories of what is kept, and the files in them.

use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::now;
use crate::budget::{NOTEBOOK_BYTES, RESUME_BYTES};
use crate::runtime::small::{self, Links};
use crate::runtime::state::{self, StateFile, Unsaved};
use crate::shelf::{
    By, Change, Index, Listing, Notebook, Presence, Recent, Record, RecordName, Resume,
};
use crate::words::Phrase;

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
    pub(super) fn resume(&self, key: &RecordName) -> StateFile {
        let name = format!("places/{}.json", key.as_str());
        StateFile::new(&self.state, name, "holds-place")
    }

    /// Returns the file of what the reader said of a document.
    pub(super) fn notebook(&self, key: &RecordName) -> StateFile {
        let name = format!("notes/{}.json", key.as_str());
        StateFile::new(&self.data, name, "holds-notes")
    }

    /// Returns the file in which the version before kept both.
    pub(super) fn book(&self, key: &RecordName) -> StateFile {
        let name = format!("sections/{}.json", key.as_str());
        StateFile::new(&self.state, name, "holds-memories")
    }

    /// Returns the file that tells which document `by` is.
    pub(super) fn index(&self, by: By) -> StateFile {
        StateFile::new(&self.state, format!("index/{}", by.file()), "holds-index")
    }

    /// Returns all notebooks that can be read, by the paths of their documents.
    pub(in crate::runtime) fn notebooks(&self) -> Vec<Notebook> {
        let entries = fs::read_dir(self.data.join("notes")).into_iter().flatten().flatten();
        let paths = entries.map(|entry| entry.path());
        let json = paths.filter(|path| path.extension().is_some_and(|kind| kind == "json"));
        let read = |path: PathBuf| small::read(&path, Links::Refused, NOTEBOOK_BYTES as u64).ok();
        let notebooks = json.filter_map(read).filter_map(|bytes| Notebook::read(&bytes));
        let mut notebooks: Vec<Notebook> = notebooks.collect();
        notebooks.sort_by(|one, other| one.document().cmp(other.document()));
        notebooks
    }

    /// Returns the path of the document that was left last and is still there.
    pub(in crate::runtime) fn last(&self) -> Option<PathBuf> {
        let mut recent = self.recent();
        let there = recent.find(|recent| recent.presence == Presence::There);
        there.map(|recent| PathBuf::from(recent.path))
    }

    /// Returns whether anything is kept of where a document was left.
    pub(in crate::runtime) fn has_recent(&self) -> bool {
        self.places().next().is_some()
    }

    /// Returns the documents that were read before, the last one first. What is kept of each is read when it is asked
    /// for.
    pub(in crate::runtime) fn recent(&self) -> impl Iterator<Item = Recent> + use<> {
        // The time of the file is that when it was read; see `Record::moment`.
        let times = self
            .places()
            .filter_map(|place| Some((place.metadata().ok()?.modified().ok()?, place.path())));
        let mut files: Vec<(SystemTime, PathBuf)> = times.collect();
        files.sort();
        files.into_iter().rev().filter_map(|(_, file)| {
            let record = RecordName::parsed(file.file_stem()?.to_str()?.to_owned())?;
            let bytes = small::read(&file, Links::Refused, RESUME_BYTES as u64).ok()?;
            let resume =
                Resume::read(&bytes).filter(|resume| resume.listing() == Listing::Listed)?;
            let is_there = Path::new(resume.path()).is_file();
            let presence = if is_there { Presence::There } else { Presence::Missing };
            Some(Recent::new(record, &resume, presence))
        })
    }

    /// Returns the files of where documents were left.
    fn places(&self) -> impl Iterator<Item = DirEntry> + use<> {
        let entries = fs::read_dir(self.state.join("places")).into_iter().flatten().flatten();
        entries.filter(|entry| entry.path().extension().is_some_and(|kind| kind == "json"))
    }

    /// Makes `changes` of what is kept of where the document of `record` was left, if anything is.
    ///
    /// # Errors
    /// Why they are not kept.
    pub(in crate::runtime) fn change(
        &self,
        record: &RecordName,
        changes: &[Change],
    ) -> Result<(), Unsaved> {
        let file = self.resume(record);
        let Some(known) = file.load::<Resume>().ok().flatten() else { return Ok(()) };
        file.update(|kept: Option<Resume>| {
            let mut kept = kept.unwrap_or(known);
            let now = now();
            for change in changes {
                kept.make(change, now);
            }
            kept
        })
    }

    /// Returns which document `by` is.
    ///
    /// # Errors
    /// What is the matter.
    pub(super) fn look_up(&self, by: By) -> Result<Option<RecordName>, Phrase> {
        Ok(self.index(by).load::<Index>()?.and_then(|index| index.get(by).cloned()))
    }

    /// Forgets that `by` is the document of `key`, if it is.
    ///
    /// # Errors
    /// Why it is not forgotten.
    pub(super) fn forget(&self, by: By, key: &RecordName) -> Result<(), Unsaved> {
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
