//! Where what is kept of a document lies: where it was left under the directory for state, what the reader said of it
//! under that for data. A document is known by its path, and by its content where that is known from elsewhere.

mod folders;

use std::ffi::OsStr;
use std::fs::{self, OpenOptions};
use std::io;
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::small::{self, Links};
use super::state::{StateFile, Unsaved};
use crate::app::Recalled;
use crate::decode::Encoding;
use crate::shelf::{
    By, Change, ChangeKind, Content, Digest, END_BYTES, Index, Left, Moment, Notebook, RecordName,
    Resume, SectionsFile, Stamp,
};
use crate::words::Phrase;
pub(super) use folders::Folders;

/// The place for what is kept of one document.
#[derive(Clone, Debug)]
pub(super) struct Store {
    folders: Folders,
    /// The whole path of the document.
    path: PathBuf,
    key: RecordName,
    /// The document that this one is a copy of: it begins with what was kept of that.
    original: Option<RecordName>,
    /// What was at the path when it was opened.
    content: Content,
    stamp: Stamp,
}

/// What is kept of a document.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Memories {
    /// Where it was left.
    pub(super) left: Option<Left>,
    /// The encoding that the reader chose.
    pub(super) encoding: Option<Encoding>,
    /// What is wrong with what is kept.
    pub(super) wrong: Vec<Phrase>,
}

impl Memories {
    /// Returns what `loaded` holds; nothing where something is wrong with it, which is taken note of.
    fn heard<T>(&mut self, loaded: Result<Option<T>, Phrase>) -> Option<T> {
        loaded.unwrap_or_else(|phrase| {
            self.wrong.push(phrase);
            None
        })
    }
}

impl Store {
    /// Returns the place for what is kept of `file`, and what is; none where it is no regular file.
    pub(super) fn open(file: Option<&OsStr>, folders: Folders) -> Option<(Self, Memories)> {
        let path = fs::canonicalize(file.filter(|name| *name != "-")?).ok()?;
        let stamp = stamp(&path).ok()?;
        let mut memories = Memories::default();
        let known = memories.heard(folders.look_up(By::Path(digest(&path))));
        let resume: Option<Resume> =
            known.as_ref().and_then(|key| memories.heard(folders.resume(key).load()));
        let unchanged = resume.as_ref().filter(|resume| resume.stamp() == stamp);
        let content = unchanged.map_or_else(|| content(&path, stamp.size), |one| Ok(one.content()));
        let content = content.ok()?;
        let mut store = Self {
            folders,
            path,
            key: RecordName::new("", Digest::default()),
            original: None,
            content,
            stamp,
        };
        let resume = store.recognise(known, resume, &mut memories);
        memories.left = resume.as_ref().and_then(Resume::place).cloned();
        memories.encoding = resume.as_ref().and_then(Resume::encoding);
        store.take_over(&mut memories);
        Some((store, memories))
    }

    /// Returns the name of what is kept.
    pub(super) fn record(&self) -> &RecordName {
        &self.key
    }

    /// Returns the place for what is kept of a document that was at `path` once.
    fn of_missing(path: PathBuf, folders: &Folders) -> Self {
        let known = folders.look_up(By::Path(digest(&path))).ok().flatten();
        let key = known.unwrap_or_else(|| RecordName::new(&title(&path), digest(&path)));
        let (content, stamp) = (Content::new(0, b"", b""), Stamp::default());
        Self { folders: folders.clone(), path, key, original: None, content, stamp }
    }

    /// Decides which document this is: `known` by its path, unless its content is known from elsewhere. Returns where
    /// it was left.
    fn recognise(
        &mut self,
        known: Option<RecordName>,
        resume: Option<Resume>,
        memories: &mut Memories,
    ) -> Option<Resume> {
        let is_same = resume.as_ref().is_some_and(|resume| resume.content() == self.content);
        let elsewhere = if is_same { None } else { self.known_content(memories) };
        match (known, elsewhere) {
            (known, Some((key, other))) if known.as_ref() != Some(&key) => {
                let path = fs::canonicalize(other.path());
                if path.is_ok_and(|path| path != self.path) {
                    let digest =
                        self.content.digest().and(self.path.as_os_str().as_encoded_bytes());
                    self.key = RecordName::new(&title(&self.path), digest);
                    self.original = Some(key);
                } else {
                    self.key = key;
                }
                Some(other)
            }
            (Some(key), _) => {
                self.key = key;
                resume
            }
            (None, _) => {
                let content = self.content.digest().to_string();
                let digest = digest(&self.path).and(content.as_bytes());
                self.key = RecordName::new(&title(&self.path), digest);
                None
            }
        }
    }

    /// Returns the document that has the same content, and where that was left.
    fn known_content(&self, memories: &mut Memories) -> Option<(RecordName, Resume)> {
        let key = memories.heard(self.folders.look_up(By::Content(self.content.digest())))?;
        let resume: Resume = memories.heard(self.folders.resume(&key).load())?;
        (resume.content() == self.content).then_some((key, resume))
    }

    /// Returns the file in which the version before kept what was said of the document.
    fn before(&self) -> StateFile {
        self.folders.book(&RecordName::new(&title(&self.path), digest(&self.path)))
    }

    /// Keeps what the version before kept as it is kept now, and takes it into `memories`.
    fn take_over(&self, memories: &mut Memories) {
        let file = self.before();
        let Some(book) = memories.heard::<SectionsFile>(file.load()) else { return };
        memories.encoding = memories.encoding.or(book.encoding());
        let taken = self.keep_book(&book).and_then(|()| file.remove());
        memories.wrong.extend(taken.err().map(Phrase::from));
    }

    /// Returns what the reader said of the document, and what is wrong with what is kept of that.
    pub(super) fn recalled(&self) -> (Recalled, Vec<Phrase>) {
        let mut memories = Memories::default();
        let mut notebook = memories.heard(self.notebook()).unwrap_or_else(|| self.empty_notebook());
        // It is there yet where it could not be taken over.
        if let Ok(Some(book)) = self.before().load::<SectionsFile>() {
            notebook.merge(book.notebook());
        }
        let (remarks, left_out) = notebook.remarks();
        memories.wrong.extend(left_out.as_ref().map(Phrase::from));
        (Recalled { remarks, marks: notebook.marks() }, memories.wrong)
    }

    /// Returns how many bytes are kept of what the reader said of the document.
    pub(super) fn notebook_bytes(&self) -> u64 {
        let keys = [Some(&self.key), self.original.as_ref()].into_iter().flatten();
        keys.map(|key| self.folders.notebook(key).bytes()).max().unwrap_or(0)
    }

    fn keep_book(&self, book: &SectionsFile) -> Result<(), Unsaved> {
        let notebook = book.clone().notebook();
        if !notebook.entries().is_empty() {
            self.update_notebook(|kept| kept.merge(notebook))?;
        }
        match book.encoding() {
            Some(encoding) => self.save(&[&Change::Encoding(encoding)]),
            None => self.save_index(),
        }
    }

    /// Makes `changes` of what is kept of the document. Where one file can't be written, the others are.
    ///
    /// # Errors
    /// Why they are not all kept.
    pub(super) fn save(&self, changes: &[&Change]) -> Result<(), Unsaved> {
        let now = now();
        let are = |kind| changes.iter().any(|change| change.kind() == kind);
        let mut told = Ok(());
        if are(ChangeKind::Notebook) {
            told = self
                .update_notebook(|kept| changes.iter().for_each(|change| kept.make(change, now)));
        }
        if are(ChangeKind::Resume) {
            let kept =
                self.update_resume(|kept| changes.iter().for_each(|change| kept.make(change, now)));
            told = told.and(kept);
        }
        told.and(self.save_index())
    }

    /// Changes what is kept of where the document was left.
    fn update_resume(&self, change: impl FnOnce(&mut Resume)) -> Result<(), Unsaved> {
        let (content, stamp) = self.seen();
        let path = self.path.to_string_lossy();
        let original =
            self.original.as_ref().and_then(|key| self.folders.resume(key).load().ok()?);
        let mut before = None;
        let told = self.folders.resume(&self.key).update(|kept: Option<Resume>| {
            before = kept.as_ref().map(Resume::content).filter(|before| *before != content);
            let mut kept = kept.or(original).unwrap_or_else(|| Resume::new(&path, content, stamp));
            kept.see(&path, content, stamp);
            change(&mut kept);
            kept
        });
        if let Some(before) = before {
            self.folders.forget(By::Content(before.digest()), &self.key)?;
        }
        told
    }

    /// Changes what is kept of what the reader said.
    fn update_notebook(&self, change: impl FnOnce(&mut Notebook)) -> Result<(), Unsaved> {
        let original =
            self.original.as_ref().and_then(|key| self.folders.notebook(key).load().ok()?);
        self.folders.notebook(&self.key).update(|kept: Option<Notebook>| {
            let mut kept = kept.or(original).unwrap_or_else(|| self.empty_notebook());
            change(&mut kept);
            kept
        })
    }

    fn empty_notebook(&self) -> Notebook {
        Notebook::of(&self.path.to_string_lossy())
    }

    /// Returns what is at the path now: it may have been edited while it was read.
    fn seen(&self) -> (Content, Stamp) {
        let now = stamp(&self.path).ok().filter(|stamp| *stamp != self.stamp);
        let seen = now.and_then(|stamp| Some((content(&self.path, stamp.size).ok()?, stamp)));
        seen.unwrap_or((self.content, self.stamp))
    }

    /// Makes the document known by its path and by its content.
    fn save_index(&self) -> Result<(), Unsaved> {
        let (content, stamp) = self.seen();
        // A document that is gone has no content.
        let by_content = (stamp.inode > 0).then(|| By::Content(content.digest()));
        for by in by_content.into_iter().chain([By::Path(digest(&self.path))]) {
            if self.folders.look_up(by).ok().flatten().as_ref() != Some(&self.key) {
                self.folders.index(by).update(|index: Option<Index>| {
                    let mut index = index.unwrap_or_default();
                    index.put(by, self.key.clone());
                    index
                })?;
            }
        }
        Ok(())
    }

    /// Returns what the reader said of the document.
    ///
    /// # Errors
    /// What is the matter.
    pub(super) fn notebook(&self) -> Result<Option<Notebook>, Phrase> {
        for key in [Some(&self.key), self.original.as_ref()].into_iter().flatten() {
            if let Some(notebook) = self.folders.notebook(key).load()? {
                return Ok(Some(notebook));
            }
        }
        Ok(None)
    }
}

/// Takes what `notebook` says into what is kept of its document, which may be gone, and returns how many entries are new.
///
/// # Errors
/// Why it is not kept.
pub(super) fn take_in(notebook: Notebook, folders: &Folders) -> Result<usize, Unsaved> {
    let path = PathBuf::from(notebook.document());
    let store = Store::open(Some(path.as_os_str()), folders.clone()).map(|(store, _)| store);
    let store = store.unwrap_or_else(|| Store::of_missing(path, folders));
    let mut new = 0;
    store.update_notebook(|kept| {
        let before = kept.entries().len();
        kept.merge(notebook);
        new = kept.entries().len().saturating_sub(before);
    })?;
    store.save_index()?;
    Ok(new)
}

/// Removes all that is kept of the document at `path`, a whole one, and returns whether anything was.
///
/// # Errors
/// What is still there.
pub(super) fn forget_document(path: &Path, folders: &Folders) -> Result<bool, Unsaved> {
    let by_path = By::Path(digest(path));
    let known = folders.look_up(by_path).ok().flatten();
    let known = known.or_else(|| {
        let (store, _) = Store::open(Some(path.as_os_str()), folders.clone())?;
        Some(store.key)
    });
    let old = folders.book(&RecordName::new(&title(path), digest(path)));
    let mut removed = old.remove()?;
    let Some(key) = known else { return Ok(removed) };
    let resume: Option<Resume> = folders.resume(&key).load().ok().flatten();
    let by_content = resume.map(|resume| By::Content(resume.content().digest()));
    for file in [folders.notebook(&key), folders.resume(&key)] {
        removed |= file.remove()?;
    }
    for by in by_content.into_iter().chain([by_path]) {
        folders.forget(by, &key)?;
    }
    Ok(removed)
}

/// Returns the hash of a path.
fn digest(path: &Path) -> Digest {
    Digest::of(path.as_os_str().as_encoded_bytes())
}

/// Returns what people call the file at `path`.
fn title(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Returns what the file system tells of the file at `path`.
///
/// # Errors
/// What the system says; that it is no regular file.
fn stamp(path: &Path) -> io::Result<Stamp> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let modified = (metadata.mtime(), metadata.mtime_nsec());
    Ok(Stamp { inode: metadata.ino(), size: metadata.len(), modified })
}

/// Returns what tells the file at `path`, of `size` bytes, by its bytes.
///
/// # Errors
/// What the system says.
fn content(path: &Path, size: u64) -> io::Result<Content> {
    let file = small::open(path, Links::Followed, OpenOptions::new().read(true))?;
    let read = |offset: u64| {
        let mut bytes = vec![0; END_BYTES.min(usize::try_from(size).unwrap_or(END_BYTES))];
        let mut filled = 0;
        while let Some(rest) = bytes.get_mut(filled..).filter(|rest| !rest.is_empty()) {
            match file.read_at(rest, offset + filled as u64)? {
                0 => break,
                count => filled += count,
            }
        }
        bytes.truncate(filled);
        Ok::<_, io::Error>(bytes)
    };
    Ok(Content::new(size, &read(0)?, &read(size.saturating_sub(END_BYTES as u64))?))
}

/// Returns the milliseconds since 1970 began.
pub(super) fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests;
