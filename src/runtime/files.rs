//! Opening what is read: a file, standard input, the guide.

#[cfg(debug_assertions)]
mod faults;
mod late;
mod named;
mod packed;
mod patient;
mod spool;
mod stream;
mod utf32;
mod watched;

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::AsFd;
use std::os::unix::fs::FileTypeExt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::language::{locale, words};
use crate::decode::Choice;
use crate::decode::{Encoding, Hint};
use crate::document::{Document, Locator, ReadAt, Source};
use crate::format::{self, OpenOptions};

#[cfg(test)]
pub(super) use late::document as late_document;
pub(super) use named::{Named, OpenError};
use packed::Bytes;
pub(super) use packed::unpacked;
pub(super) use patient::Hurried;
pub(super) use stream::{Arriving, News, Stream};
pub(super) use watched::{Transition, Watched};

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

    /// Loads what the first page shows, which is at `place`, or at the start where there is none.
    pub(super) fn load_at(&self, place: Option<&Locator>) {
        if let Self::Document { document, .. } = self {
            let _loaded = document.part(place.map_or(0, |place| document.part_at(place.offset)));
        }
    }
}

/// Opens what `file` names: a path, `-`; none: standard input where something is there, else the guide. A `hurried`
/// thread does not wait when it reads the document.
///
/// # Errors
/// Why it can't be opened.
pub(super) fn open(
    file: Option<&OsStr>,
    options: OpenOptions,
    hurried: Option<&Hurried>,
) -> Result<Opened, OpenError> {
    match file {
        Some(name) if name == "-" => {
            if io::stdin().is_terminal() {
                return Err(OpenError::Keyboard);
            }
            Ok(standard_input(options))
        }
        Some(name) => Named::new(PathBuf::from(name), options).with(hurried).open(),
        None if has_input() => Ok(standard_input(options)),
        None => Ok(guide()),
    }
}

/// Returns a document without a text, to be read until another is opened.
pub(super) fn nothing() -> Document {
    Document::new(format::text(Arc::new(Vec::new()), &OpenOptions::default()))
}

/// Returns whether something was sent to standard input: not the keyboard, not a device like `/dev/null`.
fn has_input() -> bool {
    let kind = File::open("/dev/stdin").and_then(|file| file.metadata());
    !io::stdin().is_terminal() && kind.is_ok_and(|kind| !kind.file_type().is_char_device())
}

fn standard_input(options: OpenOptions) -> Opened {
    let open = || Ok(Box::new(taken_input()?) as Bytes);
    let stream = Stream::new(Box::new(open), options);
    Opened::Stream { title: words().get("standard-input"), stream }
}

/// Returns what standard input was, and leaves nothing in its place: when the file is closed, nobody reads
/// what a command still writes there, and it learns of that.
fn taken_input() -> io::Result<File> {
    static TAKEN: AtomicBool = AtomicBool::new(false);
    if TAKEN.swap(true, Ordering::Relaxed) {
        return Err(io::Error::other(words().get("standard-input-once")));
    }
    let input = io::stdin().as_fd().try_clone_to_owned()?;
    rustix::stdio::dup2_stdin(File::open("/dev/null")?)?;
    Ok(File::from(input))
}

/// Opens the guide, in the language in which the program speaks.
pub(super) fn guide() -> Opened {
    let words = words();
    let text = words.guide();
    let encoding = Choice::Use(Encoding::UTF_8);
    let options = OpenOptions { encoding, ..OpenOptions::default() };
    let document = Document::new(format::text(Arc::new(text.as_bytes()), &options));
    Opened::Document { title: words.get("guide-title"), document, file: None }
}

/// Returns the choice of the encoding that the bytes tell, with what the locale hints at.
pub(super) fn detected() -> Choice {
    Choice::Detect(Hint::of_locale(&locale("LC_CTYPE")))
}

/// Returns the source that `bytes` are; where that can't be read, or what reads it has a fault, the text that they are.
fn source(bytes: Arc<dyn ReadAt>, options: &OpenOptions) -> Arc<dyn Source> {
    let open = || format::open(Arc::clone(&bytes), options).ok();
    let source = catch_unwind(AssertUnwindSafe(open)).ok().flatten();
    source.unwrap_or_else(|| format::text(bytes, options))
}
