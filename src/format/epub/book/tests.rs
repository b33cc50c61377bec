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
    files.push(("o/nav.xhtml".to_owned(), format!("<nav epub:type='toc'><ol>{nav}</ol></nav>")));
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
    let name = |bytes| format!("<p><i epub:type='pagebreak' title='{}'/>a</p>", "9".repeat(bytes));
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
fn a_section_within_a_document_tells_how_far_on_it_begins() {
    let nav = "<li><a href='0.xhtml'>One</a></li><li><a href='0.xhtml#s'>Two</a></li>";
    let half = "word ".repeat(100);
    let bodies = [&*format!("<p>{half}</p><h1 id='s'>{half}</h1>"), "<p>end</p>"];
    for book in [book(nav, &bodies), book("", &bodies)] {
        let (outline, size) = (whole(&book).outline, book.before(1));
        let last = outline.sections().iter().last().map(|section| section.offset);
        assert!(last.is_some_and(|offset| offset.abs_diff(size / 2) < 9), "{last:?} of {size}");
    }
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
    assert_eq!(book.cost(0), book.before(book.count() - 1), "it is parsed as a whole");
    let text: String =
        (0..book.count()).map(|part| book.load(part).unwrap().text().to_owned() + "\n").collect();
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(
        (lines.len(), lines[19_999], lines[20_000]),
        (20_001, "paragraph 19999 of the book", "end")
    );
    assert_eq!(whole(&book).outline.anchor(0), Some(Anchor { part: book.count() - 1, line: 0 }));
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
