//! Opening what is read: a file, standard input, the guide.

mod packed;
mod spool;
mod stream;
mod utf32;
mod watched;

use std::ffi::OsStr;
use std::fs::{File, FileType, Metadata};
use std::io::{self, IsTerminal, Read};
use std::os::fd::AsFd;
use std::os::unix::fs::{FileExt, FileTypeExt, OpenOptionsExt};
use std::path::Path;
use std::sync::Arc;

use anyhow::{anyhow, bail};
use rustix::fs::OFlags;

use crate::decode::{Encoding, Hint};
use crate::document::{Document, ReadAt};
use crate::format::foreign;
use crate::format::plain::{Choice, PlainText};

use packed::{Bytes, Packing};
pub(super) use stream::{Arriving, News, Stream};
pub(super) use watched::{Change, Watched};

/// The guide, opened where no file is named.
const GUIDE: (&str, &[u8]) = ("kanshu guide", include_bytes!("../../assets/guide.en.txt"));

/// The guide in Chinese.
const GUIDE_ZH: (&str, &[u8]) = ("看书指南", include_bytes!("../../assets/guide.zh.txt"));

/// What was opened.
pub(super) enum Opened {
    /// A document that is all there.
    Document {
        /// Its name.
        title: String,
        document: Document,
        /// The file that it is in, if it is in one.
        file: Option<Watched>,
    },
    /// Bytes that arrive while they are read.
    Stream {
        /// Its name.
        title: String,
        stream: Stream,
    },
}

impl Opened {
    /// Returns the name of what was opened.
    pub(super) fn title(&self) -> &str {
        match self {
            Self::Document { title, .. } | Self::Stream { title, .. } => title,
        }
    }
}

/// Opens what `file` names: a path, `-`; none: standard input where something is there, else the guide.
///
/// # Errors
/// A sentence that names the file and says what is the matter.
pub(super) fn open(file: Option<&OsStr>, choice: Choice) -> anyhow::Result<Opened> {
    match file {
        Some(name) if name == "-" => {
            if io::stdin().is_terminal() {
                bail!("standard input is the keyboard; name a file, or send a text through a pipe");
            }
            Ok(standard_input(choice))
        }
        Some(name) => open_path(Path::new(name), choice),
        None if has_input() => Ok(standard_input(choice)),
        None => Ok(guide()),
    }
}

/// Returns whether something was sent to standard input: not the keyboard, not a device like `/dev/null`.
fn has_input() -> bool {
    let kind = File::open("/dev/stdin").and_then(|file| file.metadata());
    !io::stdin().is_terminal() && kind.is_ok_and(|kind| !kind.file_type().is_char_device())
}

fn standard_input(choice: Choice) -> Opened {
    let open = || Ok(Box::new(taken_input()?) as Bytes);
    let stream = Stream::new(Box::new(open), choice);
    Opened::Stream { title: "standard input".to_owned(), stream }
}

/// Returns what standard input was, and leaves nothing in its place: when the file is closed, nobody reads
/// what a command still writes there, and it learns of that.
fn taken_input() -> io::Result<File> {
    let input = io::stdin().as_fd().try_clone_to_owned()?;
    rustix::stdio::dup2_stdin(File::open("/dev/null")?)?;
    Ok(File::from(input))
}

fn guide() -> Opened {
    let (title, text) = if is_chinese() { GUIDE_ZH } else { GUIDE };
    let document = plain(Arc::new(text), Choice::Use(Encoding::UTF_8));
    Opened::Document { title: title.to_owned(), document, file: None }
}

/// Returns whether the locale asks for Chinese.
fn is_chinese() -> bool {
    locale("LC_MESSAGES").starts_with("zh")
}

/// Returns the choice of the encoding that the bytes tell, with what the locale hints at.
pub(super) fn detected() -> Choice {
    Choice::Detect(Hint::of_locale(&locale("LC_CTYPE")))
}

/// Returns the name of the locale for `category`.
fn locale(category: &str) -> String {
    let names = ["LC_ALL", category, "LANG"];
    let locale = names.iter().filter_map(std::env::var_os).find(|value| !value.is_empty());
    locale.unwrap_or_default().to_string_lossy().into_owned()
}

fn open_path(path: &Path, choice: Choice) -> anyhow::Result<Opened> {
    let shown = path.display();
    let metadata = path.metadata().map_err(|error| explain(path, &error))?;
    let kind = metadata.file_type();
    if let Some(what) = refused(kind) {
        bail!("“{shown}” is {what}; name a file to read");
    }
    let name = path.file_name().unwrap_or(path.as_os_str());
    let title = name.to_string_lossy().into_owned();
    if kind.is_fifo() {
        let path = path.to_owned();
        let open = move || Ok(Box::new(File::open(&path)?) as Bytes);
        return Ok(Opened::Stream { title, stream: Stream::new(Box::new(open), choice) });
    }
    let stream = || Stream::of_file(path.to_owned(), choice);
    if is_unsized(&metadata) {
        try_to_read(path).map_err(|error| explain(path, &error))?;
        return Ok(Opened::Stream { title, stream: stream() });
    }
    let file = Watched::open(path, choice).map_err(|error| explain(path, &error))?;
    let mut head = [0; foreign::HEAD];
    let read = file.file().read_at(&mut head, 0).unwrap_or_default();
    let head = head.get(..read).unwrap_or_default();
    if Packing::of(head).is_some() {
        return Ok(Opened::Stream { title, stream: stream() });
    }
    // Who names an encoding wants to see the bytes as text.
    if let (Choice::Detect(_), Some(what)) = (choice, foreign::foreign(head)) {
        bail!("“{shown}” is {what}, which kanshu can't read; -e latin1 shows its bytes as text");
    }
    Ok(Opened::Document { title, document: file.document(), file: Some(file) })
}

/// Returns the sentence that says why `path` can't be opened.
fn explain(path: &Path, error: &io::Error) -> anyhow::Error {
    let shown = path.display();
    match error.kind() {
        io::ErrorKind::NotFound => anyhow!("there is no file “{shown}”"),
        io::ErrorKind::PermissionDenied => anyhow!("“{shown}” may not be read: permission denied"),
        _ => anyhow!("“{shown}” can't be opened: {error}"),
    }
}

/// Returns what a file of `kind` is that can't be read as a document.
fn refused(kind: FileType) -> Option<&'static str> {
    if kind.is_dir() {
        Some("a directory")
    } else if kind.is_char_device() || kind.is_block_device() {
        Some("a device")
    } else if kind.is_socket() {
        Some("a socket")
    } else {
        None
    }
}

/// Returns whether a file says it is empty, as those of `/proc` do that are not.
fn is_unsized(metadata: &Metadata) -> bool {
    metadata.is_file() && metadata.len() == 0
}

/// Reads the first byte of a file whose size tells nothing, without waiting for one.
///
/// # Errors
/// Why the file can't be read, as some of `/proc` can't.
fn try_to_read(path: &Path) -> io::Result<()> {
    let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed();
    let mut file = File::options().read(true).custom_flags(flags).open(path)?;
    match file.read(&mut [0]) {
        Err(error) if error.kind() != io::ErrorKind::WouldBlock => Err(error),
        _ => Ok(()),
    }
}

/// Returns the plain text that `bytes` are.
fn plain(bytes: Arc<dyn ReadAt>, choice: Choice) -> Document {
    Document::new(Arc::new(PlainText::open(bytes, choice)))
}
