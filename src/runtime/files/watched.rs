//! A file that is read while others may change it: what became of it since it was opened.

use std::fs::{File, Metadata};
use std::io;
use std::os::unix::fs::{FileExt, MetadataExt};
use std::sync::Arc;

use super::patient::Patient;
use super::{Named, late, source};
use crate::document::{Document, ReadAt};
use crate::format::{self, Refused};

/// A file as it was when it was opened or last looked at, and its name.
#[derive(Clone)]
pub(in crate::runtime) struct Watched {
    named: Named,
    file: Arc<File>,
    /// What reads it for a thread that must not wait, if one reads it.
    patient: Option<Arc<Patient>>,
    /// Its device and inode.
    identity: (u64, u64),
    /// How many bytes it had then; what has taken its name has no say in that.
    size: u64,
    /// What the name was of then.
    stamp: FileStamp,
}

/// What tells a file and its state from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct FileStamp {
    device: u64,
    inode: u64,
    size: u64,
    /// The time of the last change, in seconds and nanoseconds.
    changed: (i64, i64),
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::runtime) enum Transition {
    /// It has no more bytes than before and no fewer, but not the same.
    Rewritten,
    /// It has more bytes than before.
    Grown,
    /// It has fewer.
    Shrunk,
    /// Its name is another file's now.
    Replaced,
    /// Its name is no file's.
    Gone,
}

impl Transition {
    /// Returns the name of the message that tells the reader.
    pub(in crate::runtime) fn message(self) -> &'static str {
        match self {
            Self::Rewritten => "file-rewritten",
            Self::Grown => "file-grown",
            Self::Shrunk => "file-shrunk",
            Self::Replaced => "file-replaced",
            Self::Gone => "file-gone",
        }
    }

    /// Returns the name of the message that tells a reader who follows the file.
    pub(in crate::runtime) fn followed(self) -> &'static str {
        match self {
            Self::Rewritten => "followed-rewritten",
            Self::Grown => "followed-grown",
            Self::Shrunk => "followed-shrunk",
            Self::Replaced => "followed-replaced",
            Self::Gone => "followed-gone",
        }
    }
}

impl FileStamp {
    fn of(metadata: &Metadata) -> Self {
        Self {
            device: metadata.dev(),
            inode: metadata.ino(),
            size: metadata.len(),
            changed: (metadata.mtime(), metadata.mtime_nsec()),
        }
    }

    /// Returns what happened between `self` and `later`.
    fn change(self, later: Self) -> Option<Transition> {
        if (self.device, self.inode) != (later.device, later.inode) {
            Some(Transition::Replaced)
        } else if later.size != self.size {
            Some(if later.size > self.size { Transition::Grown } else { Transition::Shrunk })
        } else {
            (self.changed != later.changed).then_some(Transition::Rewritten)
        }
    }
}

impl Watched {
    /// Returns `file`, which was just opened by its name.
    pub(super) fn new(named: Named, file: File, metadata: &Metadata) -> Self {
        let stamp = FileStamp::of(metadata);
        let identity = (stamp.device, stamp.inode);
        let file = Arc::new(file);
        let read = Arc::clone(&file);
        let read = move |offset, buffer: &mut [u8]| read_file(&read, offset, buffer);
        let patient = named.hurried().map(|hurried| Arc::new(Patient::new(hurried.clone(), read)));
        Self { named, file, patient, identity, size: stamp.size, stamp }
    }

    /// Returns the document that the file was when it was last looked at.
    pub(in crate::runtime) fn document(&self) -> Document {
        late::document(source(self.bytes(), self.named.options()), self.named.hurried())
    }

    /// Returns the document that the file was when it was last looked at.
    ///
    /// # Errors
    /// What it is, if it is known to be nothing that can be read.
    pub(super) fn try_document(&self) -> Result<Document, Refused> {
        let source = format::open(self.bytes(), self.named.options())?;
        Ok(late::document(source, self.named.hurried()))
    }

    fn bytes(&self) -> Arc<dyn ReadAt> {
        Arc::new(FileBytes {
            file: Arc::clone(&self.file),
            size: self.size,
            patient: self.patient.clone(),
        })
    }

    pub(super) fn file(&self) -> &File {
        &self.file
    }

    /// Looks at the file and returns what became of it since it was last looked at.
    pub(in crate::runtime) fn look(&mut self) -> Option<Transition> {
        let Ok(metadata) = self.named.path().metadata() else {
            let gone = FileStamp { device: 0, inode: 0, ..self.stamp };
            return (std::mem::replace(&mut self.stamp, gone) != gone).then_some(Transition::Gone);
        };
        let stamp = FileStamp::of(&metadata);
        if (stamp.device, stamp.inode) == self.identity {
            self.size = stamp.size;
        }
        std::mem::replace(&mut self.stamp, stamp).change(stamp)
    }

    /// Returns the name by which it was opened.
    pub(in crate::runtime) fn named(&self) -> &Named {
        &self.named
    }

    /// Returns whether `other` was opened with it, and not before or after.
    pub(in crate::runtime) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.file, &other.file)
    }
}

/// A file, of the size it had at one moment. It is read and not mapped, so that one which shrinks meanwhile
/// ends the reading and not the reader.
struct FileBytes {
    file: Arc<File>,
    size: u64,
    patient: Option<Arc<Patient>>,
}

impl ReadAt for FileBytes {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        match &self.patient {
            Some(patient) => patient.read_at(offset, buffer),
            None => read_file(&self.file, offset, buffer),
        }
    }
}

fn read_file(file: &File, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
    read_some(buffer, |buffer| {
        #[cfg(debug_assertions)]
        super::faults::at(offset, buffer.len())?;
        FileExt::read_at(file, buffer, offset)
    })
}

/// The fewest bytes that are read where more can't be: those of a page of memory.
const FEWEST: usize = 4 << 10;

/// Fills the beginning of `buffer` by `read`, and returns how much of it. Where not all can be read at once, what lies
/// before the damage still is.
fn read_some(
    mut buffer: &mut [u8],
    read: impl Fn(&mut [u8]) -> io::Result<usize>,
) -> io::Result<usize> {
    loop {
        match read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) if buffer.len() > FEWEST => {
                let half = (buffer.len() / 2).max(FEWEST);
                buffer = buffer.get_mut(..half).unwrap_or_default();
            }
            done => return done,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{self, OpenOptions};
    use std::io::Write;
    use std::path::{Path, PathBuf};

    use super::*;
    use crate::budget::DOCUMENT_BYTES;
    use crate::runtime::files::{OpenError, Opened};

    fn watched(text: &str) -> (tempfile::TempDir, PathBuf, Watched) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, text).unwrap();
        let watched =
            opened(&Named::new(path.clone(), crate::format::OpenOptions::default())).unwrap();
        (folder, path, watched)
    }

    fn opened(named: &Named) -> Result<Watched, OpenError> {
        match named.reopen()? {
            Opened::Document { file: Some(file), .. } => Ok(file),
            other => panic!("{} is no file of text", other.title()),
        }
    }

    fn append(path: &Path, text: &str) {
        OpenOptions::new().append(true).open(path).unwrap().write_all(text.as_bytes()).unwrap();
    }

    #[test]
    fn a_change_is_told_once() {
        let (_folder, path, mut watched) = watched("one\n");
        assert_eq!(watched.look(), None);
        append(&path, "two\n");
        assert_eq!(watched.look(), Some(Transition::Grown));
        assert_eq!(watched.look(), None);
        assert_eq!(watched.document().part(0).text(), "one\ntwo\n");
        fs::write(&path, "a").unwrap();
        assert_eq!(watched.look(), Some(Transition::Shrunk));
        let other = path.with_file_name("b.txt");
        fs::write(&other, "other").unwrap();
        fs::rename(&other, &path).unwrap();
        assert_eq!(watched.look(), Some(Transition::Replaced));
        assert_eq!(watched.document().size(), 1, "it is the old one still");
        fs::remove_file(&path).unwrap();
        assert_eq!(watched.look(), Some(Transition::Gone));
        assert_eq!(watched.look(), None);
    }

    #[test]
    fn what_lies_before_the_damage_is_read() {
        let damaged_at = |good: usize| {
            let read = |buffer: &mut [u8]| {
                let damaged = buffer.len() > good;
                if damaged { Err(io::Error::from_raw_os_error(5)) } else { Ok(buffer.len()) }
            };
            read_some(&mut vec![0; 64 << 10], read).ok()
        };
        assert_eq!(damaged_at(64 << 10), Some(64 << 10));
        assert_eq!(damaged_at(20 << 10), Some(16 << 10));
        assert_eq!((damaged_at(FEWEST), damaged_at(FEWEST - 1)), (Some(FEWEST), None));
    }

    #[test]
    fn a_file_that_shrinks_while_it_is_read_has_empty_parts() {
        let (_folder, path, watched) = watched(&"a line of text\n".repeat(20_000));
        let document = watched.document();
        assert!(document.part(2).text().starts_with("a line"));
        fs::write(&path, "").unwrap();
        assert_eq!(document.part(3).text(), "");
    }

    #[test]
    fn a_file_may_be_as_large_as_the_bound() {
        let (_folder, path, watched) = watched("one\n");
        let sized = |bytes| {
            // Not every file system takes such sizes.
            File::create(&path).unwrap().set_len(bytes).ok().map(|()| opened(watched.named()))
        };
        let opened = sized(DOCUMENT_BYTES);
        assert!(opened.is_none_or(|file| file.is_ok_and(|file| file.size == DOCUMENT_BYTES)));
        let refused = sized(DOCUMENT_BYTES + 1);
        assert!(refused.is_none_or(|file| matches!(file, Err(OpenError::TooLarge(_)))));
    }

    #[test]
    fn what_replaced_a_file_is_read_when_it_is_opened_anew() {
        let (_folder, path, watched) = watched("one\n");
        fs::remove_file(&path).unwrap();
        assert!(matches!(opened(watched.named()), Err(OpenError::Missing(_))));
        assert_eq!(watched.document().part(0).text(), "one\n");
        fs::write(&path, "two\n").unwrap();
        assert_eq!(opened(watched.named()).unwrap().document().part(0).text(), "two\n");
    }

    #[test]
    fn what_became_another_kind_of_file_is_refused_by_its_kind_and_not_waited_for() {
        let (_folder, path, watched) = watched("one\n");
        let refused = || match opened(watched.named()) {
            Err(OpenError::NoFile { kind, .. }) => kind,
            other => panic!("{:?}", other.err()),
        };
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
        assert_eq!(refused(), "kind-directory");
        fs::remove_dir(&path).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
        assert_eq!(refused(), "kind-pipe");
        fs::remove_file(&path).unwrap();
        std::os::unix::fs::symlink("/dev/zero", &path).unwrap();
        assert_eq!(refused(), "kind-device");
    }
}
