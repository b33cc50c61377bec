//! The formats: bytes into a [`Source`]. A format is one file here, or one folder, and a row of one table; [`open`] is
//! the only door to all of them.

mod aozora;
mod blocks;
mod builder;
mod cuts;
mod declared;
mod epub;
mod fb2;
mod flaw;
mod foreign;
pub mod html;
pub mod markdown;
mod mhtml;
pub mod plain;
mod sliced;
mod sources;
mod reference;
mod tags;

use std::fmt;
use std::iter::successors;
use std::ops::ControlFlow;
use std::sync::Arc;

use thiserror::Error;

use crate::decode::Choice;
use crate::document::{ReadAt, Source};
use crate::text::Lang;
use aozora::Aozora;
use flaw::Flawed;
use foreign::{EPUB, FICTION_BOOK};
use markdown::Markdown;
use plain::PlainText;
#[cfg(feature = "reader")]
pub(crate) use reference::unescaped;
use sources::is_of_system;

pub use flaw::Flaw;
pub use foreign::FileKind;

/// A format that can be read.
#[derive(Clone, Copy)]
pub struct Format(&'static FormatRow);

/// What the table has of a format.
struct FormatRow {
    /// What it is called in a flag.
    name: &'static str,
    /// What people call it.
    called: &'static str,
    /// The endings of the names of its files, in lower case, without the stop.
    endings: &'static [&'static str],
    /// What its files hold.
    holds: Holds,
    /// Opens bytes as this format.
    open: fn(Arc<dyn ReadAt>, &OpenOptions) -> OpenResult,
}

/// What the files of a format hold.
#[derive(Clone, Copy)]
enum Holds {
    /// Text.
    Text,
    /// What is packed, most of them with these bytes at this place.
    Packed(usize, &'static [u8]),
    /// Text, or that in an archive.
    TextOrZip,
}

/// What became of bytes that were to be opened.
type OpenResult = Result<Arc<dyn Source>, Refused>;

/// The name of what nothing else tells.
const PLAIN: &str = "plain";

/// The formats. The first takes any bytes, and is what nothing else tells.
static FORMATS: [FormatRow; 7] = [
    FormatRow {
        name: PLAIN,
        called: "plain text",
        endings: &["txt", "text", "log"],
        holds: Holds::Text,
        open: |bytes, options| Ok(text(bytes, options)),
    },
    FormatRow {
        name: "markdown",
        called: "Markdown",
        endings: &["md", "markdown", "mkd", "mkdn", "mdown", "qmd", "rmd"],
        holds: Holds::Text,
        open: |bytes, options| Ok(markdown(bytes, options)),
    },
    FormatRow {
        name: "aozora",
        called: "text of Aozora Bunko",
        endings: &[],
        holds: Holds::Text,
        open: |bytes, options| Ok(aozora(bytes, options)),
    },
    FormatRow {
        name: "html",
        called: "web page",
        endings: &["html", "htm", "xhtml"],
        holds: Holds::Text,
        open: |bytes, options| match html::open(Arc::clone(&bytes), options.encoding, None) {
            Some(page) => Ok(Arc::new(page)),
            None => Ok(text(bytes, options)),
        },
    },
    FormatRow {
        name: "mhtml",
        called: "saved web page",
        endings: &["mht", "mhtml"],
        holds: Holds::Text,
        open: |bytes, options| match mhtml::open(&*bytes, options.encoding) {
            Some(page) => Ok(Arc::new(page)),
            None => Ok(text(bytes, options)),
        },
    },
    FormatRow {
        name: "fb2",
        called: "FictionBook",
        endings: &["fb2", "fb2.zip", "fbz"],
        holds: Holds::TextOrZip,
        open: |bytes, options| match fb2::open(bytes, options.encoding) {
            Ok(book) => Ok(Arc::new(book)),
            Err(why) => Err(refused(FICTION_BOOK, &why)),
        },
    },
    FormatRow {
        name: "epub",
        called: "EPUB book",
        endings: &["epub"],
        holds: Holds::Packed(30, b"mimetypeapplication/epub+zip"),
        open: |bytes, _| match epub::Epub::open(bytes) {
            Ok(book) => Ok(Arc::new(book)),
            Err(why) => Err(refused(EPUB, &why)),
        },
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
}

/// Why bytes are not opened.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    /// They hold no text as they are.
    #[error("{0}, which kanshu can't read")]
    Foreign(FileKind),
    /// They are of a format that is read, but not as it should be: what they are, and what is the matter.
    #[error("{0} that can't be read: {1}")]
    Broken(FileKind, Flaw),
    /// They can't be read, for what the system says.
    #[error("{0}")]
    Unread(String),
}

/// Returns why bytes that should be `what` are not opened, by the error that reading them ended with.
fn refused(what: FileKind, error: &impl Flawed) -> Refused {
    let first: &(dyn std::error::Error + 'static) = error;
    let mut causes = successors(Some(first), |error| error.source());
    let unread = causes.find_map(|cause| cause.downcast_ref().filter(|error| is_of_system(error)));
    match unread {
        Some(error) => Refused::Unread(error.to_string()),
        None => Refused::Broken(what, error.flaw()),
    }
}

/// Returns the document that `bytes` hold now; what they gain later is not part of it.
///
/// # Errors
/// What they are, if it is known to be nothing that can be read. A reader who names an encoding or a format wants to see
/// them all the same.
pub fn open(bytes: Arc<dyn ReadAt>, options: &OpenOptions) -> OpenResult {
    if let Some(Format(row)) = options.format {
        return (row.open)(bytes, options);
    }
    let named = options.name.as_deref().and_then(Format::of_name);
    let head = head(&*bytes);
    if matches!(options.encoding, Choice::Detect(_)) {
        let packed = named.filter(|format| format.is_packed(&head));
        if let Some(Format(row)) = Format::of_head(&head).or(packed) {
            return (row.open)(bytes, options);
        }
        if let Some(what) = foreign::foreign(&head) {
            return Err(Refused::Foreign(what));
        }
    }
    let named = named.filter(|format| !matches!(format.0.holds, Holds::Packed(..)));
    let told = named.or_else(|| Format::of_first_words(&head));
    match told.filter(|format| format.name() != PLAIN) {
        Some(Format(row)) => (row.open)(bytes, options),
        None => Ok(untold(bytes, options)),
    }
}

/// Returns `bytes`, a text of which nothing tells what it is, as a text of Aozora Bunko where it has marks of that at its
/// start, else as a plain text.
fn untold(bytes: Arc<dyn ReadAt>, options: &OpenOptions) -> Arc<dyn Source> {
    let plain = PlainText::open(Arc::clone(&bytes), options.encoding);
    if plain.facts().lang == Some(Lang::Ja) {
        let mut marked = false;
        let read = plain.texts(0..1, &mut |_, text| {
            marked = aozora::is_marked(text);
            ControlFlow::Break(())
        });
        if read.is_ok() && marked {
            return aozora(bytes, options);
        }
    }
    Arc::new(plain)
}

/// Returns `bytes` as a text of Aozora Bunko; where they are too many, as a plain text.
fn aozora(bytes: Arc<dyn ReadAt>, options: &OpenOptions) -> Arc<dyn Source> {
    match Aozora::open(Arc::clone(&bytes), options.encoding) {
        Some(aozora) => Arc::new(aozora),
        None => text(bytes, options),
    }
}

/// Returns `bytes` as a plain text, whatever they are.
pub fn text(bytes: Arc<dyn ReadAt>, options: &OpenOptions) -> Arc<dyn Source> {
    Arc::new(PlainText::open(bytes, options.encoding))
}

/// Returns `bytes` as Markdown; where they are too many, as a plain text.
fn markdown(bytes: Arc<dyn ReadAt>, options: &OpenOptions) -> Arc<dyn Source> {
    match Markdown::open(Arc::clone(&bytes), options.encoding) {
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

    /// Returns the format of what is packed that begins with `head`.
    fn of_head(head: &[u8]) -> Option<Self> {
        Self::all().find(|Self(row)| match row.holds {
            Holds::Packed(at, bytes) => head.get(at..).is_some_and(|rest| rest.starts_with(bytes)),
            Holds::Text | Holds::TextOrZip => false,
        })
    }

    /// Returns the format of the text that begins with `head`, where that tells it.
    fn of_first_words(head: &[u8]) -> Option<Self> {
        let name = match head {
            _ if html::is_page(head) => "html",
            _ if fb2::is_book(head) => "fb2",
            _ if mhtml::is_mail(head) => "mhtml",
            _ => return None,
        };
        Self::named(name)
    }

    /// Returns whether a file of it that begins with `head` is packed.
    fn is_packed(self, head: &[u8]) -> bool {
        match self.0.holds {
            Holds::Text => false,
            Holds::Packed(..) => true,
            Holds::TextOrZip => head.starts_with(b"PK"),
        }
    }

    /// Returns the format that the ending of `file` tells.
    fn of_name(file: &str) -> Option<Self> {
        let file = file.to_lowercase();
        let ends =
            |ending: &&str| file.strip_suffix(*ending).is_some_and(|before| before.ends_with('.'));
        Self::all().find(|Self(row)| row.endings.iter().any(ends))
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
    use std::io;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::decode::Encoding;
    use crate::document::ViewMode;

    fn opened(bytes: &'static [u8], options: &OpenOptions) -> Result<&'static str, Refused> {
        open(Arc::new(bytes), options).map(|source| source.facts().format)
    }

    #[test]
    fn what_is_no_text_is_refused_by_what_it_is() {
        let refused = opened(b"%PDF-1.7\n", &OpenOptions::default()).unwrap_err();
        assert_eq!(refused.to_string(), "a PDF document, which kanshu can't read");
    }

    #[test]
    fn each_view_that_a_document_has_is_shown_in_the_encoding_that_was_told() {
        let article = "<p>The keeper said that the lamp was not lit for the ships.</p>".repeat(40);
        let page = format!("<!doctype html><article>{article}</article><ul><li>Sign in</ul>");
        let documents = [
            ("plain", "Blue was the boat,\nGreen was the book.\n", 2),
            ("markdown", "# a *b*\n", 1),
            ("aozora", "渡《わた》し守《もり》\n", 3),
            ("html", page.as_str(), 2),
            ("fb2", "<FictionBook><body><section><p>a</p></section></body></FictionBook>", 0),
        ];
        for (name, text, count) in documents {
            let options = OpenOptions { format: Format::named(name), ..Default::default() };
            let source = open(Arc::new(text.to_owned()), &options).unwrap();
            assert_eq!((source.views().len(), source.facts().view), (count, ViewMode::Auto));
            for view in source.views() {
                let viewed = source.viewed(*view).unwrap();
                assert_eq!(viewed.facts().view, *view);
                assert_eq!(viewed.facts().encoding, source.facts().encoding);
            }
        }
    }

    #[test]
    fn a_book_that_is_none_is_refused_by_what_is_the_matter() {
        let named = OpenOptions { name: Some("a.epub".to_owned()), ..Default::default() };
        let Err(Refused::Broken(what, why)) = opened(b"no archive", &named) else { panic!() };
        assert_eq!(what, EPUB);
        assert!(why.to_string().starts_with("its archive is damaged"), "{why}");
        let encoding = OpenOptions { encoding: Choice::Use(Encoding::UTF_8), ..named };
        assert_eq!(opened(b"no archive", &encoding), Ok("plain text"));
    }

    #[test]
    fn what_the_system_says_is_told_as_it_is_and_what_is_wrong_with_the_bytes_by_what_they_are() {
        let torn = epub::ArchiveError::Read(std::io::Error::from_raw_os_error(5));
        let said = torn.to_string();
        let Refused::Unread(why) = refused(EPUB, &torn) else { panic!("{said}") };
        assert!(said.ends_with(&why) && said != why, "{said}");
        let cut = epub::ArchiveError::Read(std::io::ErrorKind::UnexpectedEof.into());
        assert!(matches!(refused(EPUB, &cut), Refused::Broken(EPUB, _)));
    }

    #[test]
    fn a_page_without_a_name_is_told_by_its_first_tag() {
        for page in [
            "<!DOCTYPE html><p>a",
            "\u{feff} <HTML lang=en>",
            "<?xml version='1.0'?>\n<html>",
            "<!-- saved from url=(0014)about:internet -->\r\n<html>",
        ] {
            assert_eq!(opened(page.as_bytes(), &OpenOptions::default()), Ok("web page"), "{page}");
        }
        let named = OpenOptions { name: Some("a.txt".to_owned()), ..Default::default() };
        assert_eq!(opened(b"<!DOCTYPE html>", &named), Ok("plain text"));
        for text in ["<p>a", "<htmlx>", "The <html> tag", "<?xml version='1.0'?><svg>"] {
            assert_eq!(
                opened(text.as_bytes(), &OpenOptions::default()),
                Ok("plain text"),
                "{text}"
            );
        }
    }

    #[test]
    fn a_text_that_is_plain_is_read_no_more_than_one_that_is_said_to_be() {
        struct Counted(&'static str, AtomicUsize);
        impl ReadAt for Counted {
            fn size(&self) -> u64 {
                self.0.len() as u64
            }
            fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
                self.1.fetch_add(1, Ordering::Relaxed);
                self.0.read_at(offset, buffer)
            }
        }
        let reads = |format| {
            let bytes = Arc::new(Counted("The lamp was lit.\n", AtomicUsize::new(0)));
            let format = Format::named(format);
            open(bytes.clone(), &OpenOptions { format, ..Default::default() }).unwrap();
            bytes.1.load(Ordering::Relaxed)
        };
        let head = 1;
        assert_eq!(reads("none"), head + reads("plain"));
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
