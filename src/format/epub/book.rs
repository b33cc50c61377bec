//! A book as a source: a document of the spine is a part, or several where it is large.

use std::collections::HashMap;
use std::io;
use std::ops::{ControlFlow, Range};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use super::archive::{Archive, ArchiveError};
use super::contents::{self, ContentsEntry, ListKind};
use super::package::{About, Package, PackageError};
use super::path::{BookTarget, resolve};
use super::texts::KeptTexts;
use super::xhtml::expanded;
use super::xml;
use crate::budget::{BOOK_BYTES, PRINTED_PAGES};
use crate::document::{
    Anchor, Facts, Headings, Landmark, NamedPlaces, Outline, ParagraphStyle, Part, Position,
    ReadAt, ReadError, Rules, Section, Source, Survey,
};
use crate::format::blocks::{Heading, characters, headings, printed_pages};
use crate::format::html::{self, Dialect};
use crate::format::sliced::PIECE_BYTES;
use crate::text::Lang;

/// A book in an archive.
pub(in crate::format) struct Epub {
    archive: Archive,
    package: Package,
    contents: Vec<ContentsEntry>,
    facts: Facts,
    /// The documents of the spine by their paths, by those of what they stand for, and by all these in small letters.
    numbers: HashMap<String, usize>,
    /// The parts of each document of the spine, in order.
    pieces: Vec<Range<usize>>,
    /// How many bytes lie before each part, and before the end.
    before: Vec<u64>,
    /// The document that was parsed last, in its pieces.
    parsed: Mutex<Option<(usize, Arc<[Part]>)>>,
    texts: KeptTexts,
}

impl Epub {
    /// Returns the book that `bytes` hold. Its package and contents are read, and nothing else.
    ///
    /// # Errors
    /// The bytes are no archive, or hold no book, or one that is encrypted or too large.
    pub(in crate::format) fn open(bytes: Arc<dyn ReadAt>) -> Result<Self, PackageError> {
        let archive = Archive::open(bytes)?;
        let package = Package::of(&archive)?;
        let contents = declared(&archive, &package, ListKind::Contents);
        let mut before = vec![0];
        let mut pieces = Vec::with_capacity(package.spine.len());
        for document in &package.spine {
            let size = document
                .file
                .and_then(|file| archive.files().get(file))
                .map_or(0, |file| file.size);
            let count = size.div_ceil(PIECE_BYTES as u64).clamp(1, 1 << 12);
            let start = before.len() - 1;
            let from: u64 = before.last().copied().unwrap_or_default();
            let weight = |piece: u64| (size / count).saturating_mul(piece).max(piece);
            before.extend((1..=count).map(|piece| from.saturating_add(weight(piece))));
            pieces.push(start..before.len() - 1);
        }
        bounded(before.last().copied().unwrap_or_default())?;
        let facts = facts(&package.about);
        let numbers = numbers(&package);
        Ok(Self {
            archive,
            package,
            contents,
            facts,
            numbers,
            pieces,
            before,
            parsed: Mutex::default(),
            texts: KeptTexts::default(),
        })
    }

    /// Returns the number of the document at `path`, else of one whose path differs in case alone.
    fn number_of(&self, path: &str) -> Option<usize> {
        self.numbers.get(path).or_else(|| self.numbers.get(&path.to_lowercase())).copied()
    }

    /// Returns the number of the document that part `index` is of.
    fn document_of(&self, index: usize) -> usize {
        self.pieces.partition_point(|pieces| pieces.end <= index)
    }

    /// Returns the pieces of document `number`, parsed now or kept from before.
    fn document(&self, number: usize) -> Result<Arc<[Part]>, ReadError> {
        let parsed = || self.parsed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, pieces)) = parsed().as_ref().filter(|(kept, _)| *kept == number) {
            return Ok(Arc::clone(pieces));
        }
        // Who wants a small document waits for nobody who parses a large one.
        let pieces: Arc<[Part]> = self.parse(number)?.into();
        let first = self.pieces.get(number).map_or(0, |pieces| pieces.start);
        for (index, piece) in (first..).zip(&*pieces) {
            self.texts.keep(index, piece.text());
        }
        *parsed() = Some((number, Arc::clone(&pieces)));
        Ok(pieces)
    }

    /// Reads and parses document `number`. What can't be parsed is shown as its source.
    fn parse(&self, number: usize) -> Result<Vec<Part>, ReadError> {
        let count = self.pieces.get(number).map_or(1, Range::len);
        let source = match self.source_of(number) {
            Ok(source) => source,
            Err(ArchiveError::Read(error)) => {
                let start = self.pieces.get(number).map_or(0, |pieces| pieces.start);
                return Err(ReadError::new(self.before(start), &error));
            }
            Err(other) => format!("<p>[{other}.]</p>"),
        };
        let html = expanded(&source);
        let read = catch_unwind(AssertUnwindSafe(|| html::part(&html, Dialect::Html)));
        let part =
            read.ok().flatten().unwrap_or_else(|| html::source_part(&source, html::TOO_DEEP));
        let bytes = part.text().len();
        let cuts: Vec<usize> = (1..count).map(|piece| bytes / count * piece).collect();
        Ok(part.sliced(&cuts))
    }

    /// Returns the text of the file of document `number`; of one that the archive lacks, a sentence.
    fn source_of(&self, number: usize) -> Result<String, ArchiveError> {
        let Some(document) = self.package.spine.get(number) else { return Ok(String::new()) };
        match document.file {
            Some(file) => Ok(xml::decoded(&self.archive.read(file)?)),
            None => Ok(format!("<p>[The book lacks its document “{}”.]</p>", document.path)),
        }
    }

    /// Returns where `entry` leads, where `located` tells the place of an id in a document; the start of the document stands
    /// for one that is not known. None where the entry leads nowhere.
    fn locate(&self, entry: &ContentsEntry, located: &Located) -> Option<IdPlace> {
        let target = entry.target.as_ref()?;
        let number = self.number_of(&target.path)?;
        let part = self.pieces.get(number)?.start;
        let id = target.id.as_deref().and_then(|id| located.get(&(number, id)));
        let top = IdPlace {
            anchor: Anchor { part, line: 0 },
            place: Position::new(part, 0),
            offset: self.before(part),
        };
        Some(id.copied().unwrap_or(top))
    }

    /// Returns about how many bytes of the source lie before byte `byte` of part `part`, whose text is `piece`'s.
    fn offset(&self, part: usize, piece: &Part, byte: usize) -> u64 {
        let (length, weight) = (piece.text().len().max(1) as u64, self.weight(part));
        let within = u128::from(weight) * byte as u128 / u128::from(length);
        self.before(part) + u64::try_from(within).unwrap_or(weight).min(weight)
    }

    /// Returns the sections that the contents declare, by the places that `located` tells.
    fn outline(&self, located: &Located) -> Outline {
        let mut sections = Vec::with_capacity(self.contents.len());
        let mut next = None;
        // What leads nowhere names what comes next.
        for entry in self.contents.iter().rev() {
            next = self.locate(entry, located).or(next);
            sections.extend(next.map(|IdPlace { anchor, offset, .. }| Section {
                title: entry.title.clone(),
                level: entry.level,
                anchor,
                line: None,
                offset,
            }));
        }
        sections.reverse();
        sections.sort_by_key(|section| section.anchor);
        Outline::new(sections)
    }
}

impl Source for Epub {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn count(&self) -> usize {
        self.before.len() - 1
    }

    fn before(&self, index: usize) -> u64 {
        self.before.get(index).or(self.before.last()).copied().unwrap_or_default()
    }

    /// A document of the spine is parsed as a whole.
    fn cost(&self, index: usize) -> u64 {
        let pieces = self.pieces.get(self.document_of(index));
        pieces.map_or(0, |pieces| self.before(pieces.end) - self.before(pieces.start))
    }

    fn load(&self, index: usize) -> Result<Part, ReadError> {
        let number = self.document_of(index);
        let first = self.pieces.get(number).map_or(0, |pieces| pieces.start);
        let pieces = self.document(number)?;
        Ok(pieces.get(index - first).cloned().unwrap_or_default())
    }

    fn texts(
        &self,
        parts: Range<usize>,
        take: &mut dyn FnMut(usize, &str) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let mut read = Ok(());
        for index in parts {
            let taken = match self.texts.get(index) {
                Some(text) => take(index, &text),
                None => match self.load(index) {
                    Ok(part) => take(index, part.text()),
                    Err(error) => {
                        read = read.and(Err(error));
                        take(index, "")
                    }
                },
            };
            if taken.is_break() {
                break;
            }
        }
        read
    }

    fn survey(&self, _: &Rules, watch: &mut dyn FnMut(&Survey) -> ControlFlow<()>) -> Survey {
        // What the contents declare is there at once; where their ids are, reading tells.
        let mut survey =
            Survey { outline: self.outline(&HashMap::new()).into(), ..Survey::default() };
        if watch(&survey).is_break() {
            return survey;
        }
        let lists = PlaceLists {
            pages: declared(&self.archive, &self.package, ListKind::Pages),
            landmarks: declared(&self.archive, &self.package, ListKind::Landmarks),
        };
        let mut pass = Pass::new(self, &lists);
        for number in 0..self.pieces.len() {
            match self.document(number) {
                Ok(pieces) => pass.take(number, &pieces),
                Err(error) => survey.broken = survey.broken.take().or(Some(error)),
            }
            survey.characters = pass.characters;
            survey.done = self.before(self.pieces.get(number).map_or(0, |pieces| pieces.end));
            if watch(&survey).is_break() {
                return survey;
            }
        }
        survey.places = pass.places().into();
        survey.outline = pass.outline().into();
        survey
    }

    fn picture(&self, part: usize, href: &str) -> Option<io::Result<Vec<u8>>> {
        let from = self.package.spine.get(self.document_of(part))?;
        let file = resolve(&from.path, href).and_then(|target| self.archive.find(&target.path));
        let missing = || io::Error::from(io::ErrorKind::NotFound);
        let read = |file| self.archive.read(file).map_err(io::Error::other);
        Some(file.ok_or_else(missing).and_then(read))
    }

    fn resolve(&self, part: usize, href: &str) -> Option<(usize, String)> {
        let from = self.package.spine.get(self.document_of(part))?;
        let BookTarget { path, id } = resolve(&from.path, href)?;
        let number = self.number_of(&path)?;
        let pieces = self.pieces.get(number)?.clone();
        let id = id.unwrap_or_default();
        let has = |piece: &Part| piece.anchor(&id).is_some();
        // Which of several pieces has it, only reading the document tells.
        let read = || self.document(number).ok()?.iter().position(has);
        let piece = if pieces.len() > 1 { read() } else { None };
        Some((pieces.start + piece.unwrap_or_default(), id))
    }
}

/// The places of the ids in documents, by the documents' numbers.
type Located<'a> = HashMap<(usize, &'a str), IdPlace>;

/// Where an id stands.
#[derive(Clone, Copy)]
struct IdPlace {
    /// The line of its block.
    anchor: Anchor,
    place: Position,
    /// About how many bytes of the source lie before it.
    offset: u64,
}

/// The places that a book declares besides its contents.
struct PlaceLists {
    pages: Vec<ContentsEntry>,
    landmarks: Vec<ContentsEntry>,
}

/// One pass over all documents of a book.
struct Pass<'a> {
    book: &'a Epub,
    lists: &'a PlaceLists,
    /// The ids that the contents and the other lists name, by document.
    wanted: HashMap<usize, Vec<&'a str>>,
    located: Located<'a>,
    headings: Vec<Section>,
    /// The pages that the documents themselves name.
    pages: Vec<(Box<str>, Position)>,
    characters: u64,
}

impl<'a> Pass<'a> {
    fn new(book: &'a Epub, lists: &'a PlaceLists) -> Self {
        let mut wanted: HashMap<usize, Vec<&str>> = HashMap::new();
        let entries = book.contents.iter().chain(&lists.pages).chain(&lists.landmarks);
        for target in entries.filter_map(|entry| entry.target.as_ref()) {
            let number = book.number_of(&target.path);
            if let (Some(number), Some(id)) = (number, target.id.as_deref()) {
                wanted.entry(number).or_default().push(id);
            }
        }
        Self {
            book,
            lists,
            wanted,
            located: HashMap::new(),
            headings: Vec::new(),
            pages: Vec::new(),
            characters: 0,
        }
    }

    /// Takes the pieces of document `number`.
    fn take(&mut self, number: usize, pieces: &[Part]) {
        let first = self.book.pieces.get(number).map_or(0, |pieces| pieces.start);
        if self.lists.pages.is_empty() && self.pages.len() < PRINTED_PAGES {
            self.pages.extend(printed_pages(pieces, first));
        }
        for (part, piece) in (first..).zip(pieces) {
            self.characters += characters(piece);
            for id in self.wanted.get(&number).into_iter().flatten() {
                if let Some(range) = piece.anchor(id) {
                    let block = piece.block_at(range.start).and_then(|at| piece.blocks().get(at));
                    let anchor = Anchor { part, line: block.map_or(0, |block| block.line) };
                    let place = Position::new(part, range.start);
                    let offset = self.book.offset(part, piece, range.start);
                    let place = IdPlace { anchor, place, offset };
                    self.located.entry((number, id)).or_insert(place);
                }
            }
            for Heading { title, level, line, start } in headings(piece) {
                let (anchor, offset) =
                    (Anchor { part, line }, self.book.offset(part, piece, start));
                self.headings.push(Section { title, level, anchor, line: None, offset });
            }
        }
    }

    /// Returns the pages and the landmarks: what the book lists, else the pages that its documents name.
    fn places(&mut self) -> NamedPlaces {
        let place =
            |entry: &ContentsEntry| self.book.locate(entry, &self.located).map(|it| it.place);
        let page = |entry: &ContentsEntry| Some((entry.title.as_str().into(), place(entry)?));
        let landmark = |entry: &ContentsEntry| {
            let kind = entry.kind.as_deref().unwrap_or(&entry.title).into();
            Some(Landmark { kind, title: entry.title.as_str().into(), place: place(entry)? })
        };
        let listed: Vec<_> = self.lists.pages.iter().filter_map(page).collect();
        let landmarks = self.lists.landmarks.iter().filter_map(landmark).collect();
        let pages = if listed.is_empty() { std::mem::take(&mut self.pages) } else { listed };
        NamedPlaces::new(pages, landmarks)
    }

    /// Returns the sections: what the contents declare, else the headings.
    fn outline(self) -> Outline {
        if self.book.contents.is_empty() {
            Outline::new(self.headings)
        } else {
            self.book.outline(&self.located)
        }
    }
}

/// Returns whether documents of `bytes` in all may be read.
fn bounded(bytes: u64) -> Result<(), PackageError> {
    if bytes > BOOK_BYTES { Err(PackageError::Large) } else { Ok(()) }
}

/// Returns the documents of the spine of `package` by their paths, by those of what they stand for, and by all these in small
/// letters.
fn numbers(package: &Package) -> HashMap<String, usize> {
    let spine = || package.spine.iter().enumerate();
    let own = spine().map(|(number, it)| (&it.path, number));
    let others = spine().filter_map(|(number, it)| Some((it.instead_of.as_ref()?, number)));
    let paths: Vec<(&String, usize)> = own.chain(others).collect();
    let mut numbers = HashMap::new();
    for (path, number) in &paths {
        numbers.entry((*path).clone()).or_insert(*number);
    }
    for (path, number) in &paths {
        numbers.entry(path.to_lowercase()).or_insert(*number);
    }
    numbers
}

/// Returns the list of `kind` that the book declares: in its document of navigation, else in its NCX, or of landmarks in its
/// guide.
fn declared(archive: &Archive, package: &Package, kind: ListKind) -> Vec<ContentsEntry> {
    type Entries = fn(&[xml::Xml], &str, ListKind) -> Vec<ContentsEntry>;
    let read = |file: Option<usize>, entries: Entries| {
        let file = file?;
        let path = &archive.files().get(file)?.path;
        let entries = entries(&xml::read(&archive.read(file).ok()?), path, kind);
        (!entries.is_empty()).then_some(entries)
    };
    read(package.navigation, contents::navigation)
        .or_else(|| (kind == ListKind::Landmarks).then(|| package.guide.clone()))
        .or_else(|| read(package.ncx, contents::ncx))
        .unwrap_or_default()
}

/// Returns what is known of a book that says `about` itself.
fn facts(about: &About) -> Facts {
    let lang = about.language.as_deref().and_then(Lang::of_tag);
    // As their books are set, a paragraph is told by its first line; layout sets that in.
    let indented = matches!(lang, Some(Lang::ZhHans | Lang::ZhHant | Lang::Ja));
    let paragraphs = if indented { ParagraphStyle::Plain } else { ParagraphStyle::Solid };
    Facts {
        format: "EPUB book",
        lang,
        paragraphs,
        headings: Headings::Declared,
        metadata: about.facts(),
        ..Facts::default()
    }
}

#[cfg(test)]
mod tests;
