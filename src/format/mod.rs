//! The formats: bytes into a [`Source`]. A format is one file here, or one folder, and a row of one table; [`open`] is
//! the only door to all of them.

mod builder;
mod foreign;
pub mod html;
pub mod markdown;
pub mod plain;

use std::fmt;
use std::sync::Arc;

use thiserror::Error;

use crate::decode::Choice;
use crate::document::{ReadAt, Source, View};
use markdown::Markdown;
use plain::PlainText;

/// A format that can be read.
#[derive(Clone, Copy)]
pub struct Format(&'static Row);

/// What the table has of a format.
struct Row {
    /// What it is called in a flag.
    name: &'static str,
    /// What people call it.
    called: &'static str,
    /// The endings of the names of its files, in lower case, without the stop.
    endings: &'static [&'static str],
    /// Opens bytes as this format.
    open: fn(Arc<dyn ReadAt>, &OpenOptions) -> Opened,
}

/// What became of bytes that were to be opened.
type Opened = Result<Arc<dyn Source>, Refused>;

/// The formats. The first takes any bytes, and is what nothing else tells.
static FORMATS: [Row; 2] = [
    Row {
        name: "plain",
        called: "plain text",
        endings: &["txt", "text", "log"],
        open: |bytes, options| Ok(text(bytes, options)),
    },
    Row {
        name: "markdown",
        called: "Markdown",
        endings: &["md", "markdown", "mkd", "mkdn", "mdown", "qmd", "rmd"],
        open: |bytes, options| Ok(markdown(bytes, options)),
    },
];

/// What is known of bytes before they are opened, and how a reader wants them.
#[derive(Clone, Debug, Default)]
pub struct OpenOptions {
    /// The name of their file; none: they have none.
    pub name: Option<String>,
    /// How their encoding is decided, where the format does not say it.
    pub encoding: Choice,
    /// The format that a reader said they are in; none: the name and the bytes tell it.
    pub format: Option<Format>,
    /// How they are shown.
    pub view: View,
}

/// Why bytes are not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    /// They hold no text as they are.
    #[error("{0}, which kanshu can't read")]
    Foreign(&'static str),
}

/// Returns the document that `bytes` hold now; what they gain later is not part of it.
///
/// # Errors
/// What they are, if it is known to be nothing that can be read. A reader who names an encoding or a format wants to see
/// them all the same.
pub fn open(bytes: Arc<dyn ReadAt>, options: &OpenOptions) -> Opened {
    if let Some(Format(row)) = options.format {
        return (row.open)(bytes, options);
    }
    if let (Choice::Detect(_), Some(what)) = (options.encoding, foreign::foreign(&head(&*bytes))) {
        return Err(Refused::Foreign(what));
    }
    let format = options.name.as_deref().and_then(Format::of_name);
    match format {
        Some(Format(row)) => (row.open)(bytes, options),
        None => Ok(text(bytes, options)),
    }
}

/// Returns `bytes` as a plain text, whatever they are.
pub fn text(bytes: Arc<dyn ReadAt>, options: &OpenOptions) -> Arc<dyn Source> {
    Arc::new(PlainText::open(bytes, options.encoding).in_view(options.view))
}

/// Returns `bytes` as Markdown; where a reader wants to see what was written, or they are too many, as a plain text.
fn markdown(bytes: Arc<dyn ReadAt>, options: &OpenOptions) -> Arc<dyn Source> {
    let marked = || Markdown::open(Arc::clone(&bytes), options.encoding);
    match Some(marked).filter(|_| options.view != View::Source).and_then(|marked| marked()) {
        Some(markdown) => Arc::new(markdown),
        None => text(bytes, options),
    }
}

/// Returns as many of the first bytes as tell what they are; none where they can't be read.
fn head(bytes: &dyn ReadAt) -> Vec<u8> {
    let mut head = vec![0; foreign::HEAD];
    let read = bytes.read_at(0, &mut head).unwrap_or_default();
    head.truncate(read);
    head
}

impl Format {
    /// Returns all formats.
    pub fn all() -> impl Iterator<Item = Self> {
        FORMATS.iter().map(Self)
    }

    /// Returns the format with the name `name`, in a flag.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|format| format.name() == name)
    }

    /// Returns the format that the ending of `file` tells.
    fn of_name(file: &str) -> Option<Self> {
        let (_, ending) = file.rsplit_once('.')?;
        let ending = ending.to_lowercase();
        Self::all().find(|Self(row)| row.endings.contains(&ending.as_str()))
    }

    /// Returns what it is called in a flag.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// Returns what people call it.
    pub fn called(self) -> &'static str {
        self.0.called
    }
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::Encoding;

    fn opened(bytes: &'static [u8], options: &OpenOptions) -> Result<&'static str, Refused> {
        open(Arc::new(bytes), options).map(|source| source.facts().format)
    }

    #[test]
    fn what_is_no_text_is_refused_by_what_it_is() {
        let refused = opened(b"%PDF-1.7\n", &OpenOptions::default());
        assert_eq!(refused, Err(Refused::Foreign("a PDF document")));
    }

    #[test]
    fn who_names_an_encoding_or_a_format_sees_the_bytes() {
        let encoding = OpenOptions { encoding: Choice::Use(Encoding::UTF_8), ..Default::default() };
        let format = OpenOptions { format: Format::named("plain"), ..Default::default() };
        for options in [encoding, format] {
            assert_eq!(opened(b"%PDF-1.7\n", &options), Ok("plain text"));
        }
    }

    #[test]
    fn each_format_is_found_by_its_name_and_its_endings() {
        for format in Format::all() {
            assert_eq!(Format::named(format.name()).map(Format::called), Some(format.called()));
            for ending in format.0.endings {
                let file = format!("a.b.{}", ending.to_uppercase());
                assert_eq!(Format::of_name(&file).map(Format::name), Some(format.name()));
            }
        }
        assert!(Format::named("none").is_none() && Format::of_name("txt").is_none());
    }
}
