//! The directories for state and settings, and the files of state: each is written whole, in place of the old one, so
//! it is never half there; what another kanshu wrote meanwhile is read first; what is damaged is set aside, not lost.

use std::fmt;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant, UNIX_EPOCH};

use tempfile::NamedTempFile;

use super::environment;
use super::language::say;
use super::leftovers;
use super::small::{self, Links};
use crate::budget::{DAMAGED_FILES, LEAVE_WAIT, LOCK_WAIT};
use crate::shelf::{Moment, Record};
use crate::words::Phrase;

/// How often it is looked whether it is done.
const BEAT: Duration = Duration::from_millis(5);

/// When the program began to leave.
static LEAVING: OnceLock<Instant> = OnceLock::new();

/// How a directory and a file of state may be used: by their owner alone.
const PRIVATE: (u32, u32) = (0o700, 0o600);

/// Returns the program's directory for state, as the XDG Base Directory Specification has it; none where the
/// environment names no place for it.
pub(super) fn directory() -> Option<PathBuf> {
    home("XDG_STATE_HOME", ".local/state")
}

/// Returns the program's directory for the reader's own words, by the same rules.
pub(super) fn data() -> Option<PathBuf> {
    home("XDG_DATA_HOME", ".local/share")
}

/// Returns the program's directory for settings, by the same rules.
pub(super) fn settings() -> Option<PathBuf> {
    home("XDG_CONFIG_HOME", ".config")
}

/// Returns the program's directory under that which `variable` names, or else `usual` under the reader's home. A path
/// that is not absolute names none.
fn home(variable: &str, usual: &str) -> Option<PathBuf> {
    let above = environment::directory(variable);
    let above = above.or_else(|| Some(environment::directory("HOME")?.join(usual)))?;
    Some(above.join("kanshu"))
}

/// Makes the program's directory for state, and returns whether there was none: then nothing was ever kept.
pub(super) fn is_begun_now() -> bool {
    directory().is_some_and(|folder| is_made(&folder))
}

/// Makes `folder` and returns whether it is new; not where it can't be made.
fn is_made(folder: &Path) -> bool {
    let above = folder.parent().map_or(Ok(()), make);
    // Of two programs that begin at once, one makes it.
    above.and_then(|()| DirBuilder::new().mode(PRIVATE.0).create(folder)).is_ok()
}

/// A file of state.
#[derive(Clone, Debug)]
pub(super) struct StateFile {
    path: PathBuf,
    /// What is locked while a file of state is read and written anew.
    lock: PathBuf,
    /// The name of the message that says what it holds.
    holds: &'static str,
}

/// Why a file of state tells nothing.
enum Untold {
    /// It is damaged, or none of ours.
    Damaged,
    /// The system gives it not.
    Error(io::Error),
}

/// Why something is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unsaved {
    /// It can't be written now: it may be later.
    Passing(Phrase),
    /// It never will be; or it is, and something else is wrong.
    Lasting(Phrase),
}

impl From<Unsaved> for Phrase {
    fn from(unsaved: Unsaved) -> Self {
        let (Unsaved::Passing(phrase) | Unsaved::Lasting(phrase)) = unsaved;
        phrase
    }
}

impl fmt::Display for Unsaved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&say(self.clone()))
    }
}

impl std::error::Error for Unsaved {}

impl Unsaved {
    /// Returns whether it may be tried again.
    pub(super) fn is_passing(&self) -> bool {
        matches!(self, Self::Passing(_))
    }
}

impl StateFile {
    /// Returns the file `name` in `directory`, which holds what the message `holds` says.
    pub(super) fn new(directory: &Path, name: impl AsRef<Path>, holds: &'static str) -> Self {
        Self { path: directory.join(name), lock: directory.join("lock"), holds }
    }

    /// Returns what is kept; nothing where nothing is.
    ///
    /// # Errors
    /// What is the matter. A damaged file, or one that is not ours, is set aside.
    pub(super) fn load<T: Record>(&self) -> Result<Option<T>, Phrase> {
        match self.told() {
            Ok(kept) => Ok(kept),
            Err(Untold::Error(error)) => Err(self.told_by("state-unread", &error)),
            Err(Untold::Damaged) => {
                // Another kanshu may just have set it aside and written a new one.
                let _lock = self.lock();
                match self.told() {
                    Err(Untold::Damaged) => Err(self.set_aside().unwrap_or_else(|told| told)),
                    other => other.map_err(|_| self.phrase("state-damaged")),
                }
            }
        }
    }

    /// Returns how many bytes are kept; none where nothing is.
    pub(super) fn bytes(&self) -> u64 {
        fs::metadata(&self.path).map_or(0, |file| file.len())
    }

    /// Puts in place of what is kept what `change` makes of it; no other kanshu writes meanwhile.
    ///
    /// # Errors
    /// That nothing could be kept; or what became of a file that was damaged, though the new one was written.
    pub(super) fn update<T: Record>(
        &self,
        change: impl FnOnce(Option<T>) -> T,
    ) -> Result<(), Unsaved> {
        let unkept = |error| Unsaved::Passing(self.told_by("state-unkept", &error));
        let _lock = self.lock().map_err(unkept)?;
        for folder in [self.path.parent(), self.lock.parent()].into_iter().flatten() {
            // They are in nobody's way; another time may do better.
            let _harmless = leftovers::remove(folder);
        }
        let (kept, told) = match self.told() {
            Ok(kept) => (kept, Ok(())),
            Err(Untold::Damaged) => {
                let aside = self.set_aside().map_err(Unsaved::Passing)?;
                (None, Err(Unsaved::Lasting(aside)))
            }
            Err(Untold::Error(error)) => return Err(unkept(error)),
        };
        // What is too long now is too long for ever.
        let record = change(kept);
        let bytes = record.written().map_err(|error| {
            Unsaved::Lasting(self.phrase("state-unkept").with("error", Phrase::from(&error)))
        })?;
        put(&self.path, &bytes, record.moment()).map_err(unkept)?;
        told
    }

    /// Removes the file, and returns whether there was one; no other kanshu writes meanwhile.
    ///
    /// # Errors
    /// That it is still there.
    pub(super) fn remove(&self) -> Result<bool, Unsaved> {
        if self.path.symlink_metadata().is_err() {
            return Ok(false);
        }
        let removed = self.lock().and_then(|_lock| fs::remove_file(&self.path));
        match removed {
            Err(error) if !is_missing(&error) => {
                Err(Unsaved::Passing(self.told_by("state-unremoved", &error)))
            }
            _ => Ok(true),
        }
    }

    fn told<T: Record>(&self) -> Result<Option<T>, Untold> {
        let bytes = match small::read(&self.path, Links::Refused, T::MOST_BYTES as u64) {
            Ok(bytes) => bytes,
            Err(error) if is_missing(&error) => return Ok(None),
            Err(error) if error.kind() == ErrorKind::InvalidData => return Err(Untold::Damaged),
            Err(error) => return Err(Untold::Error(error)),
        };
        T::read(&bytes).map(Some).ok_or(Untold::Damaged)
    }

    /// Returns the lock, which holds until it is dropped.
    fn lock(&self) -> io::Result<File> {
        if let Some(folder) = self.lock.parent() {
            make(folder)?;
        }
        let mut how = OpenOptions::new();
        let how = how.write(true).create(true).truncate(false).mode(PRIVATE.1);
        let file = small::open(&self.lock, Links::Refused, how)?;
        let begun = Instant::now();
        loop {
            match file.try_lock() {
                Err(TryLockError::WouldBlock) if waits(begun, LEAVING.get(), Instant::now()) => {
                    thread::sleep(BEAT);
                }
                Err(TryLockError::WouldBlock) => {
                    return Err(io::Error::new(ErrorKind::WouldBlock, say("state-busy")));
                }
                // Some file systems know no locks; then the last one who writes is right.
                Err(TryLockError::Error(error)) if error.kind() != ErrorKind::Unsupported => {
                    return Err(error);
                }
                _ => return Ok(file),
            }
        }
    }

    /// Gives the file another name, and returns what is said of that.
    ///
    /// # Errors
    /// Why it is still there.
    fn set_aside(&self) -> Result<Phrase, Phrase> {
        let other = |number| self.path.with_extension(format!("damaged-{number}"));
        let free = (1..=DAMAGED_FILES).map(other).find(|path| path.symlink_metadata().is_err());
        let aside = free.unwrap_or_else(|| other(DAMAGED_FILES));
        match fs::rename(&self.path, &aside) {
            Ok(()) => {
                let aside = aside.display().to_string();
                Ok(self.phrase("state-set-aside").with("file", aside))
            }
            Err(error) => Err(self.told_by("state-not-aside", &error)),
        }
    }

    /// Returns the phrase of the message `name`, for what the system says.
    fn told_by(&self, name: &'static str, error: &io::Error) -> Phrase {
        self.phrase(name).with("error", error.to_string())
    }

    /// Returns the phrase of the message `name` about what the file holds.
    fn phrase(&self, name: &'static str) -> Phrase {
        Phrase::new(name).with("holds", Phrase::new(self.holds))
    }
}

/// Takes that the program leaves: from now on all locks together are waited for but a moment.
pub(super) fn leave() {
    LEAVING.get_or_init(Instant::now);
}

/// Returns whether `now` a lock is still waited for, since `begun`, in a program that leaves since `leaving`, if it does.
fn waits(begun: Instant, leaving: Option<&Instant>, now: Instant) -> bool {
    let is_early = |since: Instant, most| now.saturating_duration_since(since) < most;
    is_early(begun, LOCK_WAIT) && leaving.is_none_or(|since| is_early(*since, LEAVE_WAIT))
}

/// Returns whether `error` says that nothing is there.
pub(super) fn is_missing(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Writes `record` to `path`.
///
/// # Errors
/// What the system says; the old file is there then.
pub(super) fn write(path: &Path, record: &impl Record) -> io::Result<()> {
    replace(path, &record.written().map_err(|_| ErrorKind::InvalidData)?)
}

/// Puts `bytes` in place of what the file at `path` holds, which may be none yet.
///
/// # Errors
/// What the system says; the old file is there then.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put(path, bytes, None)
}

/// Does as [`replace`] does; the file bears `moment` as the time of its last change, where one is given.
fn put(path: &Path, bytes: &[u8], moment: Option<Moment>) -> io::Result<()> {
    let Some(folder) = path.parent() else { return Ok(()) };
    make(folder)?;
    // A new one is its owner's alone from the start.
    let mut file = NamedTempFile::new_in(folder)?;
    if let Ok(old) = path.metadata() {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.write_all(bytes)?;
    if let Some(time) = moment.and_then(|at| UNIX_EPOCH.checked_add(Duration::from_millis(at))) {
        // Where the file system keeps no such time, that of the change is near it.
        let _near = file.as_file().set_modified(time);
    }
    file.as_file().sync_all()?;
    file.persist(path)?;
    // The new name is on the disk when the directory is; not every file system syncs one.
    let _synced = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

/// Makes `folder` and those that it lies in, for their owner alone.
fn make(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(PRIVATE.0).create(folder)
}

#[cfg(test)]
mod tests;
