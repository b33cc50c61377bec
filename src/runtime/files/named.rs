//! A file that is opened by its name: once, or again when it may have become something else.

use std::fmt;
use std::fs::{File, FileType, Metadata};
use std::io::{self, Read};
use std::os::unix::fs::{FileExt, FileTypeExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::OFlags;

use super::packed::{Bytes, Packing};
use super::patient::Hurried;
use super::{Opened, Stream, Watched};
use crate::budget::DOCUMENT_BYTES;
use crate::format::{OpenOptions, Refused};
use crate::runtime::language::say;
use crate::words::Phrase;

/// Why something can't be opened.
#[derive(Debug)]
pub(in crate::runtime) enum OpenError {
    /// Standard input is the keyboard.
    Keyboard,
    /// There is no file of this name.
    Missing(String),
    /// The file may not be read.
    Denied(String),
    /// What has the name is no file; the message of this name says what it is.
    NoFile { name: String, kind: &'static str },
    /// What the file holds is not read.
    Refused { name: String, refused: Refused },
    /// The file says that it has more bytes than any text.
    TooLarge(String),
    /// The system says this.
    Io { name: String, error: io::Error },
}

impl From<&OpenError> for Phrase {
    fn from(error: &OpenError) -> Self {
        let named = |message, name: &String| Self::new(message).with("name", name.as_str());
        match error {
            OpenError::Keyboard => "open-keyboard".into(),
            OpenError::Missing(name) => named("open-missing", name),
            OpenError::Denied(name) => named("open-denied", name),
            OpenError::NoFile { name, kind } => {
                named("open-no-file", name).with("kind", Self::new(*kind))
            }
            OpenError::Refused { name, refused: Refused::Unread(error) } => {
                named("file-unread", name).with("error", error.as_str())
            }
            OpenError::Refused { name, refused: Refused::Foreign(kind) } => {
                named("open-foreign", name).with("kind", Self::new(kind.0))
            }
            OpenError::Refused { name, refused: Refused::Broken(kind, why) } => {
                let broken = named("open-broken", name).with("kind", Self::new(kind.0));
                broken.with("error", Self::new(why.name).with("value", why.value.as_str()))
            }
            OpenError::TooLarge(name) => {
                named("open-too-large", name).with("most", (DOCUMENT_BYTES >> 40) as usize)
            }
            OpenError::Io { name, error } => {
                named("open-failed", name).with("error", error.to_string())
            }
        }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&say(self))
    }
}

impl std::error::Error for OpenError {}

/// A path, and how what is there is opened.
#[derive(Clone)]
pub(in crate::runtime) struct Named {
    path: PathBuf,
    options: OpenOptions,
    /// The thread that must not wait when it reads.
    hurried: Option<Hurried>,
}

impl Named {
    /// Returns what is opened at `path`.
    pub(super) fn new(path: PathBuf, options: OpenOptions) -> Self {
        let mut named = Self { path, options, hurried: None };
        named.options.name = Some(named.title());
        named
    }

    /// Returns it for a reader whose thread must not wait.
    pub(super) fn with(self, hurried: Option<&Hurried>) -> Self {
        Self { hurried: hurried.cloned(), ..self }
    }

    /// Returns the thread that must not wait.
    pub(super) fn hurried(&self) -> Option<&Hurried> {
        self.hurried.as_ref()
    }

    /// Returns the path.
    pub(in crate::runtime) fn path(&self) -> &Path {
        &self.path
    }

    /// Returns how what is there is opened.
    pub(super) fn options(&self) -> &OpenOptions {
        &self.options
    }

    /// Opens what is there. A pipe is not opened yet, for that waits for its other end.
    ///
    /// # Errors
    /// Why it can't be opened.
    pub(super) fn open(&self) -> Result<Opened, OpenError> {
        let kind = self.path.metadata().map_err(|error| self.explain(error))?.file_type();
        if !kind.is_fifo() {
            return self.open_file(kind);
        }
        let path = self.path.clone();
        let open = move || Ok(Box::new(File::open(&path)?) as Bytes);
        let stream = Stream::new(Box::new(open), self.options.clone());
        Ok(Opened::Stream { title: self.title(), stream })
    }

    /// Opens again what is there now, to be reloaded. A pipe would have to be waited for, and is refused.
    ///
    /// # Errors
    /// Why it can't be opened.
    pub(in crate::runtime) fn reopen(&self) -> Result<Opened, OpenError> {
        let kind = self.path.metadata().map_err(|error| self.explain(error))?.file_type();
        self.open_file(kind)
    }

    /// Opens the regular file that is there, of the `kind` that it was a moment ago.
    fn open_file(&self, kind: FileType) -> Result<Opened, OpenError> {
        let (file, metadata) = self.regular(kind)?;
        let title = self.title();
        if metadata.len() == 0 {
            // Files of `/proc` say that they are empty and are not; some of them can't be read.
            try_to_read(&file).map_err(|error| self.explain(error))?;
            return Ok(Opened::Stream { title, stream: Stream::of_file(self.clone()) });
        }
        if metadata.len() > DOCUMENT_BYTES {
            return Err(OpenError::TooLarge(self.shown()));
        }
        let file = Watched::new(self.clone(), file, &metadata);
        let mut head = [0; Packing::HEAD];
        let read = file.file().read_at(&mut head, 0).unwrap_or_default();
        let head = head.get(..read).unwrap_or_default();
        if Packing::of(head).is_some() {
            return Ok(Opened::Stream { title, stream: Stream::of_file(self.clone()) });
        }
        let refuse = |refused| OpenError::Refused { name: self.shown(), refused };
        let document = file.try_document().map_err(refuse)?;
        Ok(Opened::Document { title, document, file: Some(file) })
    }

    /// Opens what is there if that is a regular file, without waiting for anybody. Nothing else is opened: there are
    /// devices that do something then.
    fn regular(&self, kind: FileType) -> Result<(File, Metadata), OpenError> {
        let refuse = |kind| Err(OpenError::NoFile { name: self.shown(), kind });
        if let Some(kind) = irregular(kind) {
            return refuse(kind);
        }
        let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed();
        let open = || {
            let file = File::options().read(true).custom_flags(flags).open(&self.path)?;
            let metadata = file.metadata()?;
            Ok((file, metadata))
        };
        let (file, metadata) = open().map_err(|error| self.explain(error))?;
        // Something else may have taken its place since it was looked at.
        match irregular(metadata.file_type()) {
            Some(kind) => refuse(kind),
            None => Ok((file, metadata)),
        }
    }

    /// Returns the name of what is there.
    fn title(&self) -> String {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        name.to_string_lossy().into_owned()
    }

    /// Returns the path for people.
    fn shown(&self) -> String {
        self.path.display().to_string()
    }

    fn explain(&self, error: io::Error) -> OpenError {
        let name = self.shown();
        match error.kind() {
            io::ErrorKind::NotFound => OpenError::Missing(name),
            io::ErrorKind::PermissionDenied => OpenError::Denied(name),
            _ => OpenError::Io { name, error },
        }
    }
}

/// Returns the name of the message that says what something of `kind` is, if it is no regular file.
fn irregular(kind: FileType) -> Option<&'static str> {
    if kind.is_dir() {
        Some("kind-directory")
    } else if kind.is_char_device() || kind.is_block_device() {
        Some("kind-device")
    } else if kind.is_socket() {
        Some("kind-socket")
    } else if kind.is_fifo() {
        Some("kind-pipe")
    } else {
        None
    }
}

/// Reads the first byte of a file whose size tells nothing, which was opened so that nobody waits for one.
///
/// # Errors
/// Why the file can't be read, as some of `/proc` can't.
fn try_to_read(mut file: &File) -> io::Result<()> {
    match file.read(&mut [0]) {
        Err(error) if error.kind() != io::ErrorKind::WouldBlock => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Language;
    use crate::words::Words;

    #[test]
    fn what_a_file_is_that_can_not_be_read_is_told_in_the_language_of_the_reader() {
        let folder = tempfile::tempdir().unwrap();
        let said = |name: &str, bytes: &[u8], language| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            let error = Named::new(path, OpenOptions::default()).open().err().unwrap();
            Words::of(language).say(&Phrase::from(&error))
        };
        let english = said("a.fb2", b"<a/>", Language::English);
        assert!(english.contains("a FictionBook that can't be read: it is no FictionBook"));
        let chinese = |name, bytes| said(name, bytes, Language::SimplifiedChinese);
        assert!(chinese("a", b"%PDF-1.7\n").contains("：PDF 文档，kanshu 读不了"));
        assert!(chinese("a.epub", b"no archive").contains("：EPUB 电子书，但读不了：压缩包已损坏"));
    }
}
