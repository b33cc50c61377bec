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
        let mut parsed = self.parsed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, pieces)) = parsed.as_ref().filter(|(kept, _)| *kept == number) {
            return Ok(Arc::clone(pieces));
        }
        let pieces: Arc<[Part]> = self.parse(number)?.into();
        let first = self.pieces.get(number).map_or(0, |pieces| pieces.start);
        for (index, piece) in (first..).zip(&*pieces) {
            self.texts.keep(index, piece.text());
        }
        *parsed = Some((number, Arc::clone(&pieces)));
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
    fn locate(&self, entry: &ContentsEntry, located: &Located) -> Option<(Anchor, Position)> {
        let target = entry.target.as_ref()?;
        let number = self.number_of(&target.path)?;
        let part = self.pieces.get(number)?.start;
        let id = target.id.as_deref().and_then(|id| located.get(&(number, id)));
        Some(id.copied().unwrap_or((Anchor { part, line: 0 }, Position::new(part, 0))))
    }

    /// Returns the sections that the contents declare, by the places that `located` tells.
    fn outline(&self, located: &Located) -> Outline {
        let anchor = |entry: &ContentsEntry| self.locate(entry, located).map(|(anchor, _)| anchor);
        let mut sections = Vec::with_capacity(self.contents.len());
        let mut next = None;
        // What leads nowhere names what comes next.
        for entry in self.contents.iter().rev() {
            next = anchor(entry).or(next);
            sections
                .extend(next.map(|anchor| self.section(entry.title.clone(), entry.level, anchor)));
        }
        sections.reverse();
        sections.sort_by_key(|section| section.anchor);
        Outline::new(sections)
    }

    fn section(&self, title: String, level: u8, anchor: Anchor) -> Section {
        Section { title, level, anchor, line: None, offset: self.before(anchor.part) }
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

/// The lines and the places of the ids in documents, by the documents' numbers.
type Located<'a> = HashMap<(usize, &'a str), (Anchor, Position)>;

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
                    self.located.entry((number, id)).or_insert((anchor, place));
                }
            }
            for Heading { title, level, line, .. } in headings(piece) {
                self.headings.push(self.book.section(title, level, Anchor { part, line }));
            }
        }
    }

    /// Returns the pages and the landmarks: what the book lists, else the pages that its documents name.
    fn places(&mut self) -> NamedPlaces {
        let place =
            |entry: &ContentsEntry| self.book.locate(entry, &self.located).map(|(_, place)| place);
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
mod tests {
    use std::fmt::Write;

    use super::super::tests::packed;
    use super::*;
    use crate::budget::PAGE_NAME_BYTES;
    use crate::document::Document;

    const CONTAINER: &str = "<container><rootfile full-path='o/b.opf'/></container>";

    /// Returns the book of the documents `bodies` with the navigation `nav`.
    fn book(nav: &str, bodies: &[&str]) -> Epub {
        let (mut manifest, mut spine) = (String::new(), String::new());
        let mut files = vec![("META-INF/container.xml".to_owned(), CONTAINER.to_owned())];
        for (number, body) in bodies.iter().enumerate() {
            write!(
                manifest,
                "<item id='d{number}' href='{number}.xhtml' media-type='application/xhtml+xml'/>"
            )
            .unwrap();
            write!(spine, "<itemref idref='d{number}'/>").unwrap();
            files.push((
                format!("o/{number}.xhtml"),
                format!("<html><head><title/></head><body>{body}</body></html>"),
            ));
        }
        let opf = format!("<package><metadata><dc:title>灯塔</dc:title><dc:language>zh</dc:language></metadata>
            <manifest>{manifest}<item id='n' href='nav.xhtml' properties='nav' media-type='application/xhtml+xml'/></manifest><spine>{spine}</spine></package>");
        files.push(("o/b.opf".to_owned(), opf));
        files
            .push(("o/nav.xhtml".to_owned(), format!("<nav epub:type='toc'><ol>{nav}</ol></nav>")));
        let files: Vec<(&str, &[u8])> =
            files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
        Epub::open(Arc::new(packed(&files))).unwrap()
    }

    fn whole(book: &Epub) -> Survey {
        book.survey(&Rules::default(), &mut |_| ControlFlow::Continue(()))
    }

    fn titles(survey: &Survey) -> Vec<String> {
        survey.outline.sections().iter().map(|section| section.title.to_string()).collect()
    }

    #[test]
    fn a_document_is_a_part_and_an_id_its_block() {
        let nav = "<li><a href='1.xhtml'>Two</a></li><li><a href='0.xhtml#s'>Inner</a></li>";
        let book = book(nav, &["<p>one</p><p id='s'>two</p>", "<h1>three</h1>"]);
        assert_eq!(book.count(), 2);
        assert_eq!(book.load(0).unwrap().text().trim_end(), "one\ntwo");
        let survey = whole(&book);
        assert_eq!(titles(&survey), ["Inner", "Two"], "in the order of reading");
        assert_eq!(survey.outline.anchor(0), Some(Anchor { part: 0, line: 1 }));
        let document = Document::new(Arc::new(book));
        let place = document.locate(Anchor { part: 0, line: 1 });
        assert_eq!(document.part(0).slice(place.byte..place.byte + 3), "two");
    }

    #[test]
    fn a_book_of_east_asia_parts_its_paragraphs_by_the_first_line_and_others_by_a_blank_row() {
        let style = |language: &str| {
            facts(&About { language: Some(language.to_owned()), ..About::default() }).paragraphs
        };
        assert_eq!(style("zh-TW"), ParagraphStyle::Plain);
        assert_eq!(style("en"), ParagraphStyle::Solid);
    }

    #[test]
    fn the_pages_of_the_printed_book_and_landmarks_are_found_by_their_names() {
        let nav = "<li><a href='0.xhtml'>One</a></li></ol></nav><nav epub:type='page-list'><ol>
            <li><a href='0.xhtml#p1'>1</a></li><li><a href='1.xhtml#p2'>2</a></li><li><a href='gone'>3</a></li></ol></nav>
            <nav epub:type='landmarks'><ol><li><a epub:type='bodymatter' href='1.xhtml'>正文</a></li>";
        let listed = book(nav, &["<p>a <a id='p1'/>b</p>", "<p>c</p><p id='p2'>d</p>"]);
        let places = whole(&listed).places;
        assert_eq!(places.names(), "1–2, bodymatter");
        let found = ["1", "2", "3", "正文"].map(|name| places.named(name));
        let at = |part, byte| Some(Position::new(part, byte));
        assert_eq!(found, [at(0, 2), at(1, 2), None, at(1, 0)]);
        let unlisted = "<p>a</p><span epub:type='pagebreak' id='p7' title='7'/><p>b
            <span role='doc-pagebreak' aria-label=' Page 8. '/>c</p><p><span epub:type='pagebreak'>9</span></p>";
        let places = whole(&book("", &[unlisted])).places;
        assert_eq!(["7", "8", "9"].map(|name| places.named(name)), [at(0, 2), at(0, 4), at(0, 6)]);
        let name =
            |bytes| format!("<p><i epub:type='pagebreak' title='{}'/>a</p>", "9".repeat(bytes));
        let named = |bytes| whole(&book("", &[&name(bytes)])).places.pages().is_some();
        assert_eq!([named(PAGE_NAME_BYTES), named(PAGE_NAME_BYTES + 1)], [true, false]);
    }

    #[test]
    fn the_contents_are_there_before_anything_is_read() {
        let book = book("<li><a href='0.xhtml'>One</a></li>", &["<p>one</p>"]);
        let survey = book.survey(&Rules::default(), &mut |_| ControlFlow::Break(()));
        assert_eq!((titles(&survey), survey.done), (vec!["One".to_owned()], 0));
    }

    #[test]
    fn a_reference_leads_to_a_part_and_a_name_without_reading_it() {
        let book = book("", &["<p>a</p>", "<p id='x'>b</p>"]);
        let led = |href: &str| book.resolve(0, href);
        assert_eq!(led("1.xhtml#x"), Some((1, "x".to_owned())));
        assert_eq!([led("1.XHTML"), led("#y")], [Some((1, String::new())), Some((0, "y".into()))]);
        assert_eq!([led("2.xhtml"), led("https://a.example/")], [None, None]);
        assert!(book.parsed.lock().unwrap().is_none());
        let document = Document::new(Arc::new(book));
        assert_eq!(document.resolve(0, "1.xhtml#x"), Some((1, 0..1)));
        assert_eq!(document.resolve(0, "1.xhtml#none"), Some((1, 0..0)), "the part's start");
        assert_eq!(document.resolve(0, "#none"), None);
    }

    #[test]
    fn a_picture_is_read_from_the_archive() {
        let book = book("", &["<p>a</p>"]);
        let read = |href: &str| book.picture(0, href).map(|read| read.map_err(|it| it.kind()));
        let bytes = read("0.xhtml").unwrap().unwrap();
        assert_eq!(String::from_utf8(bytes), Ok(book.source_of(0).unwrap()));
        assert_eq!(read("../none.png"), Some(Err(io::ErrorKind::NotFound)));
    }

    #[test]
    fn a_book_of_more_than_the_bound_is_refused() {
        assert!(bounded(BOOK_BYTES).is_ok());
        let refused = bounded(BOOK_BYTES + 1).unwrap_err().to_string();
        assert_eq!(refused, "its documents hold more than 1024 MiB");
    }

    #[test]
    fn a_reference_leads_into_the_piece_that_has_its_name() {
        let text = format!("{}<p id='x'>end</p>", "<p>a paragraph of the book</p>".repeat(20_000));
        let book = book("", &["<p>a</p>", &text]);
        assert_eq!(book.resolve(0, "1.xhtml#x"), Some((book.count() - 1, "x".to_owned())));
    }

    #[test]
    fn without_contents_the_headings_are_the_sections() {
        assert_eq!(
            titles(&whole(&book("", &["<h1>One</h1><p>a</p>", "<h2>Two</h2>"]))),
            ["One", "Two"]
        );
    }

    #[test]
    fn a_heading_of_two_lines_is_one_section_and_case_of_paths_does_not_matter() {
        let headed = book("", &["<h1>Chapter I<br/>The Boat</h1><p>a</p>"]);
        assert_eq!(titles(&whole(&headed)), ["Chapter I The Boat"]);
        let named = book("<li><a href='0.XHTML#s'>S</a></li>", &["<p>a</p><p id='s'>b</p>"]);
        assert_eq!(whole(&named).outline.anchor(0), Some(Anchor { part: 0, line: 1 }));
    }

    #[test]
    fn what_leads_nowhere_names_what_comes_next() {
        let nav = "<li><span>Part</span><ol><li><a href='1.xhtml'>Chapter</a></li></ol></li><li><span>End</span></li>";
        let survey = whole(&book(nav, &["<p>a</p>", "<p>b</p>"]));
        assert_eq!(titles(&survey), ["Part", "Chapter"]);
        assert_eq!(survey.outline.anchor(0), Some(Anchor { part: 1, line: 0 }));
    }

    #[test]
    fn what_a_document_stands_for_leads_to_it() {
        let mut book = book("<li><a href='data.json'>Data</a></li>", &["<p>a</p>", "<p>b</p>"]);
        book.package.spine[1].instead_of = Some("o/data.json".to_owned());
        book.numbers = numbers(&book.package);
        assert_eq!(whole(&book).outline.anchor(0), Some(Anchor { part: 1, line: 0 }));
        assert_eq!(book.resolve(0, "data.json"), Some((1, String::new())));
    }

    #[test]
    fn a_large_document_is_several_parts_with_all_its_text_once() {
        let paragraphs: String =
            (0..20_000).map(|number| format!("<p>paragraph {number} of the book</p>")).collect();
        let book = book("<li><a href='1.xhtml'>Next</a></li>", &[&paragraphs, "<p>end</p>"]);
        assert!(book.count() > 3);
        let text: String = (0..book.count())
            .map(|part| book.load(part).unwrap().text().to_owned() + "\n")
            .collect();
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(
            (lines.len(), lines[19_999], lines[20_000]),
            (20_001, "paragraph 19999 of the book", "end")
        );
        assert_eq!(
            whole(&book).outline.anchor(0),
            Some(Anchor { part: book.count() - 1, line: 0 })
        );
    }

    #[test]
    fn the_texts_of_parts_are_those_of_the_parts_and_are_parsed_once() {
        let text = format!("<p>{}</p>", "words ".repeat(60_000));
        let book = book("", &["<p>One <b>word</b>.", &text, "<p>Three."]);
        let texts = |parts: Range<usize>| {
            let mut texts = Vec::new();
            let take = &mut |_, text: &str| {
                texts.push(text.to_owned());
                ControlFlow::Continue(())
            };
            book.texts(parts, take).unwrap();
            texts
        };
        let loaded = |index| book.load(index).unwrap().text().to_owned();
        let wanted: Vec<String> = (0..book.count()).map(loaded).collect();
        assert_eq!(texts(0..book.count()), wanted);
        assert!((0..book.count()).all(|index| book.texts.get(index).is_some()));
        *book.parsed.lock().unwrap() = None;
        assert_eq!(texts(1..2), wanted[1..2]);
        assert!(book.parsed.lock().unwrap().is_none(), "nothing was parsed again");
        let mut first = 0;
        book.texts(0..3, &mut |_, _| {
            first += 1;
            ControlFlow::Break(())
        })
        .unwrap();
        assert_eq!(first, 1, "it breaks off");
    }

    #[test]
    fn a_document_that_is_not_there_is_told() {
        let mut lacking = book("", &["<p>a</p>", "<p>b</p>"]);
        lacking.package.spine[1].file = None;
        assert_eq!(
            lacking.load(1).unwrap().text().trim_end(),
            "[The book lacks its document “o/1.xhtml”.]"
        );
    }
}
