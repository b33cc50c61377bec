//! Where a document's parts come from: the trait that every format implements, over bytes that need not
//! be a file.

use std::io;
use std::ops::{ControlFlow, Range};
use std::sync::Arc;

use super::{Judged, NamedPlaces, Outline, Part, Ruled, Rules};
use crate::decode::{Encoding, Verdict};
use crate::text::Lang;

/// Bytes that can be read at any place, and never all at once. They may change while they are read.
pub trait ReadAt: Send + Sync {
    /// Returns how many bytes there are.
    fn size(&self) -> u64;

    /// Reads bytes from `offset` on into `buffer` and returns how many; 0 only at the end.
    ///
    /// # Errors
    /// Whatever the world below says.
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize>;
}

/// Bytes in memory.
impl<T: AsRef<[u8]> + Send + Sync> ReadAt for T {
    fn size(&self) -> u64 {
        self.as_ref().len() as u64
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let start = usize::try_from(offset).unwrap_or(usize::MAX);
        let mut rest = self.as_ref().get(start..).unwrap_or_default();
        io::Read::read(&mut rest, buffer)
    }
}

/// How the source tells one paragraph from the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ParagraphStyle {
    /// By the indent of its first line.
    Indented,
    /// By a blank line.
    Spaced,
    /// By nothing but the end of the line, and they are longer than a row.
    Solid,
    /// By nothing but the end of the line, and they are short.
    #[default]
    Plain,
}

/// What is known of a document as soon as it is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// What people call the format.
    pub format: &'static str,
    /// The encoding of its bytes and what that was told by; none where the format has no say in it.
    pub encoding: Option<Verdict>,
    /// The language of its first pages, if they tell.
    pub lang: Option<Lang>,
    /// How its paragraphs are told apart.
    pub paragraphs: ParagraphStyle,
    /// The cells at which most of its lines were wrapped by hand, as its first pages tell; none: they were not.
    pub wrapped: Option<usize>,
    /// What makes a block a heading.
    pub headings: Headings,
    /// Whether its lines are counted: the format has lines, not elements alone.
    pub has_lines: bool,
    /// How it is shown.
    pub view: ViewMode,
    /// What the document says of itself: names, as its format has them, and values.
    pub metadata: Vec<(String, String)>,
}

/// How a document is shown, where a reader can choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ViewMode {
    /// As its format decides.
    #[default]
    Auto,
    /// As prose: all that blank lines do not part is one paragraph.
    Prose,
    /// Each line as it is.
    Verbatim,
    /// What the marked-up text was written as.
    Source,
    /// All of a page, where else the article in it is shown.
    Page,
}

impl ViewMode {
    /// Returns its name, as settings have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Prose => "prose",
            Self::Verbatim => "verbatim",
            Self::Source => "source",
            Self::Page => "page",
        }
    }
}

/// What makes a block a heading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Headings {
    /// The outline: a section begins there.
    #[default]
    Detected,
    /// Its own kind: the format says so, and a section may begin at any block.
    Declared,
}

/// An error of reading the bytes of a document: what the world below said, so that it can be kept and compared.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{sentence}")]
pub struct ReadError {
    /// What kind of error it is.
    pub kind: io::ErrorKind,
    /// About how many bytes of the source lie before it.
    pub offset: u64,
    sentence: Arc<str>,
}

impl ReadError {
    /// Returns `error`, met when the bytes from `offset` on were read.
    pub fn new(offset: u64, error: &io::Error) -> Self {
        Self { kind: error.kind(), offset, sentence: error.to_string().into() }
    }
}

/// What one pass over a whole document finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// The sections found so far.
    pub outline: Arc<Outline>,
    /// The lines that the reader's rules match, drawn up when the outline is.
    pub ruled: Arc<Ruled>,
    /// How many invalid sequences of bytes became U+FFFD so far.
    pub replaced: u64,
    /// How many characters were seen, line ends not counted.
    pub characters: u64,
    /// How many bytes of the source the pass has seen.
    pub done: u64,
    /// How many lines of the source begin before each part, drawn up when the outline is.
    pub lines: Arc<[u64]>,
    /// The places that the document names besides, drawn up when the pass is over.
    pub places: Arc<NamedPlaces>,
    /// The first error of reading, where there was one: what could not be read is not in the rest.
    pub broken: Option<ReadError>,
}

impl Survey {
    /// Returns whether `other`, of the same pass, has found the same sections: no others were drawn up between them.
    pub fn has_sections_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.outline, &other.outline) && Arc::ptr_eq(&self.ruled, &other.ruled)
    }
}

/// Tells whether the bytes of a part may hold a match.
pub type MayMatch<'a> = dyn Fn(&[u8]) -> bool + Sync + 'a;

/// A document in some format: how many parts it has and where they lie is known at once, and they are loaded one by one.
pub trait Source: Send + Sync {
    /// Returns what is known without reading the document through.
    fn facts(&self) -> &Facts;

    /// Returns how many parts there are.
    fn count(&self) -> usize;

    /// Returns how many bytes of the source lie before part `index`, near enough to tell how far one has read; of one
    /// past the last, how many there are. It is asked often, and of documents with very many parts: it costs no more
    /// than a look into a table.
    fn before(&self, index: usize) -> u64;

    /// Returns part `index`, which is smaller than the number of parts.
    ///
    /// # Errors
    /// What reading its bytes says.
    fn load(&self, index: usize) -> Result<Part, ReadError>;

    /// Reads the document through and returns what it found, also the lines that `rules` match; tells `watch`
    /// now and then what it has so far, and returns that when `watch` breaks off.
    fn survey(&self, rules: &Rules, watch: &mut dyn FnMut(&Survey) -> ControlFlow<()>) -> Survey;

    /// Returns how many bytes of the source part `index` holds; past the last, none.
    fn weight(&self, index: usize) -> u64 {
        self.before(index.saturating_add(1)).saturating_sub(self.before(index))
    }

    /// Returns how many bytes of the source are read and parsed to load part `index`.
    fn cost(&self, index: usize) -> u64 {
        self.weight(index)
    }

    /// Gives `take` the text of each part in `parts`, in order, until it breaks off: what
    /// [`load`](Self::load) would give, for those who need nothing else of it. What can't be read has no text.
    ///
    /// # Errors
    /// The first error of reading; the parts after it were given all the same.
    fn texts(
        &self,
        parts: Range<usize>,
        take: &mut dyn FnMut(usize, &str) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let mut read = Ok(());
        for index in parts {
            let part = self.load(index).unwrap_or_else(|error| {
                read = std::mem::replace(&mut read, Ok(())).and(Err(error));
                Part::default()
            });
            if take(index, part.text()).is_break() {
                break;
            }
        }
        read
    }

    /// Returns for each of `parts` whether it may hold a match: `may_match` of its bytes as they lie in the source;
    /// true where those are not known.
    fn prefilter(&self, parts: Range<usize>, may_match: &MayMatch) -> Vec<bool> {
        let _ = may_match;
        vec![true; parts.len()]
    }

    /// Returns why each line that may be a heading was taken for one or left, after reading the document
    /// through; nothing where the format itself says what its sections are.
    fn judged(&self) -> Vec<Judged> {
        Vec::new()
    }

    /// Returns the part that `href`, a reference in part `part`, leads to, and the name of the place in it
    /// ([`Markup::anchors`](super::Markup::anchors)); no name where it means the start of that part. None where it leads
    /// out of the document. It touches names alone: no part is loaded for it where there is a way without.
    fn resolve(&self, part: usize, href: &str) -> Option<(usize, String)> {
        let _ = (part, href);
        None
    }

    /// Returns the bytes of the picture that `href` in part `part` names, where the document itself holds it; none where
    /// it names a file outside.
    fn picture(&self, part: usize, href: &str) -> Option<io::Result<Vec<u8>>> {
        let _ = (part, href);
        None
    }

    /// Returns the views that a reader can choose besides [`ViewMode::Auto`], in which it is opened.
    fn views(&self) -> &[ViewMode] {
        &[]
    }

    /// Returns the same bytes shown in `view`, one of [`views`](Self::views); none where they can't be any more.
    fn viewed(&self, view: ViewMode) -> Option<Arc<dyn Source>> {
        let _ = view;
        None
    }

    /// Returns the same bytes taken to be in `encoding`; none where the format itself says what it is in.
    fn recoded(&self, encoding: Encoding) -> Option<Arc<dyn Source>> {
        let _ = encoding;
        None
    }
}
