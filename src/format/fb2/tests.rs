use std::ops::ControlFlow;

use super::*;
use crate::decode::Encoding;
use crate::document::{BlockKind, FrameKind, Rules, Source};
use crate::format::epub::tests::packed;
use crate::format::foreign::FICTION_BOOK;
use crate::format::{self, OpenOptions, Refused};

/// A book of two chapters, a poem and a note.
const BOOK: &str = r##"<?xml version="1.0" encoding="windows-1251"?>
<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
<description><title-info><genre>prose</genre>
<author><first-name>Анна</first-name><last-name>Ветрова</last-name><id>6d0b</id></author>
<book-title>Маяк &amp; море</book-title><annotation><p>О море.</p></annotation><lang>ru</lang>
<sequence name="Берега" number="2"/></title-info>
<document-info><author><nickname>who made the file</nickname></author></document-info></description>
<body><title><p>Маяк</p></title>
<epigraph><p>Тихо.</p><text-author>Кто-то</text-author></epigraph>
<section><title><p>Глава 1</p><p>Ветер</p></title><p>Ночь<a l:href="#n1" type="note">1</a> была тиха.</p>
<empty-line/><image l:href="#m.png"/><p>Утро &mdash; нет.</p></section>
<section><title><p>Глава 2</p></title><poem><stanza><v>Раз,</v><v>два.</v></stanza></poem></section></body>
<body name="notes"><title><p>Примечания</p></title><section id="n1"><title><p>1</p></title><p>Северная.</p></section></body>
<binary id="m.png" content-type="image/png">iVBORw0KGgo=</binary></FictionBook>"##;

fn book(source: &str) -> Sliced {
    open(Arc::new(source.to_owned()), Choice::default()).unwrap()
}

fn blocks(part: &Part) -> Vec<(BlockKind, &str)> {
    let block = |at: usize| (part.blocks()[at].kind, part.block_text(at));
    (0..part.blocks().len()).map(block).collect()
}

#[test]
fn a_book_is_read_as_it_is_built() {
    use BlockKind::{Heading, Image, Paragraph};
    let part = book(BOOK).load(0).unwrap();
    assert_eq!(
        blocks(&part),
        [
            (Heading(1), "Маяк"),
            (Paragraph, "Тихо."),
            (Paragraph, "Кто-то"),
            (Heading(1), "Глава 1"),
            (Heading(1), "Ветер"),
            (Paragraph, "Ночь[1] была тиха."),
            (Image, "m.png"),
            (Paragraph, "Утро — нет."),
            (Heading(1), "Глава 2"),
            (Paragraph, "Раз,"),
            (Paragraph, "два."),
            (Heading(1), "Примечания"),
            (Paragraph, "1"),
            (Paragraph, "Северная."),
        ]
    );
    let note = part.blocks().last().unwrap();
    assert!(part.frames_of(note).any(|frame| matches!(frame.kind, FrameKind::Note { .. })));
    assert!(part.slice(part.anchor("n1").unwrap()).contains("Северная."));
}

#[test]
fn its_titles_are_sections_and_its_notes_are_found() {
    let book = book(BOOK);
    let survey = book.survey(&Rules::default(), &mut |_| ControlFlow::Continue(()));
    let titles: Vec<_> =
        (0..survey.outline.sections().len()).map(|at| survey.outline.title(at).unwrap()).collect();
    assert_eq!(titles, ["Маяк", "Глава 1 Ветер", "Глава 2", "Примечания"]);
    assert_eq!(book.resolve(0, "#n1"), Some((0, "n1".to_owned())));
}

#[test]
fn what_it_says_of_itself_is_known() {
    let facts = [
        ("subject", "prose"),
        ("author", "Анна Ветрова"),
        ("title", "Маяк & море"),
        ("description", "О море."),
        ("language", "ru"),
        ("series", "Берега 2"),
    ];
    let facts = facts.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(book(BOOK).facts().metadata, facts);
}

#[test]
fn it_may_be_packed_and_in_an_old_encoding() {
    let bytes = Encoding::named("windows-1251").unwrap().encode(&BOOK.replace(['—', '–'], "-"));
    let first = |bytes: Vec<u8>, name: &str| {
        let options = OpenOptions { name: Some(name.to_owned()), ..OpenOptions::default() };
        format::open(Arc::new(bytes), &options)
            .map(|source| source.load(0).unwrap().block_text(0).to_owned())
    };
    assert_eq!(first(bytes.clone(), "a.fb2").as_deref(), Ok("Маяк"));
    assert_eq!(first(bytes.clone(), "a").as_deref(), Ok("Маяк"), "told by its first tags");
    assert_eq!(first(packed(&[("a.fb2", &bytes)]), "a.fb2.zip").as_deref(), Ok("Маяк"));
    assert_eq!(first(packed(&[("a.fb2", &bytes)]), "a.fb2").as_deref(), Ok("Маяк"));
    let why = |bytes, name| match first(bytes, name) {
        Err(Refused::Broken(FICTION_BOOK, why)) => why.to_string(),
        other => panic!("{other:?}"),
    };
    let other = packed(&[("a.txt", &bytes)]);
    assert_eq!(why(other, "a.fb2.zip"), "its archive holds no book");
    assert_eq!(why(b"<a/>".to_vec(), "a.fb2"), "it is no FictionBook");
}

/// Returns the text of a book whose bodies are `bodies`, after `declared`.
fn text(declared: &str, bodies: &str) -> String {
    let book = book(&format!("{declared}<FictionBook>{bodies}</FictionBook>"));
    book.load(0).unwrap().text().trim_end().to_owned()
}

#[test]
fn a_picture_without_content_takes_no_text_with_it() {
    let source = "<body><p>a</p></body><binary id='x'/><body><p>b</p></body>\
        <binary id='y'>AA==</binary><body><p>c</p></body><binary>AAAA";
    assert_eq!(text("", source), "a\nb\nc");
}

#[test]
fn what_its_type_declares_stands_for_what_it_says() {
    let declared = "<?xml version='1.0'?><!DOCTYPE FictionBook [<!ENTITY who 'Анна'>]>";
    assert_eq!(text(declared, "<body><p>&who; &amp; ты</p></body>"), "Анна & ты");
}

#[test]
fn a_body_is_an_element_whatever_its_prefix() {
    assert_eq!(text("<!-- <body>no</body> -->", "<f:body><f:p>a</f:p></f:body>"), "a");
}

#[test]
fn a_link_to_a_note_is_one_whatever_other_types_it_has() {
    for attributes in ["l:type='simple' type='note'", "type='note'", "l:type='note'"] {
        let text = text("", &format!("<body><p>a<a l:href='#n' {attributes}>1</a></p></body>"));
        assert_eq!(text, "a[1]", "{attributes}");
    }
}

#[test]
fn its_encoding_may_be_told_or_wrongly_declared() {
    let cyrillic = Encoding::named("windows-1251").unwrap();
    let source = BOOK.replace(['—', '–'], "-");
    let first = |book: &Sliced| book.load(0).unwrap().block_text(0).to_owned();
    for declared in ["windows-1251", "utf-8", "utf-16", "none-such", ""] {
        let bytes = cyrillic.encode(&source.replacen("windows-1251", declared, 1));
        let book = open(Arc::new(bytes), Choice::default()).unwrap();
        assert_eq!(first(&book), "Маяк", "{declared}");
    }
    let bytes = cyrillic.encode(&source.replacen("windows-1251", "koi8-r", 1));
    let wrong = open(Arc::new(bytes.clone()), Choice::default()).unwrap();
    assert_ne!(first(&wrong), "Маяк");
    let recoded = wrong.recoded(cyrillic).unwrap();
    assert_eq!(recoded.load(0).unwrap().block_text(0), "Маяк");
    for (bytes, name) in [(packed(&[("a.fb2", &bytes)]), "a.fb2.zip"), (bytes, "a.fb2")] {
        let name = Some(name.to_owned());
        let options = OpenOptions { name, encoding: Choice::Use(cyrillic), ..Default::default() };
        let told = format::open(Arc::new(bytes), &options).unwrap();
        assert_eq!(told.load(0).unwrap().block_text(0), "Маяк");
    }
}

#[test]
fn a_book_of_so_many_bytes_of_text_at_most_is_read() {
    let opened = |bytes: usize| {
        let blank = " ".repeat(bytes - "<div></div>".len());
        open(Arc::new(format!("<body>{blank}</body>")), Choice::default())
    };
    assert!(opened(PAGE_BYTES as usize).is_ok());
    let why = opened(PAGE_BYTES as usize + 1).err().map(|why| why.to_string());
    assert_eq!(why.as_deref(), Some("its text has more than 16 MiB"));
}

#[test]
fn a_book_is_told_by_its_first_element() {
    let opened = |source: &str| {
        let source = format::open(Arc::new(source.to_owned()), &OpenOptions::default());
        source.map(|source| source.facts().format)
    };
    for book in [
        BOOK.to_owned(),
        format!("\u{feff}{BOOK}"),
        BOOK.replacen("<FictionBook", "<!-- <html> --><!DOCTYPE FictionBook>\n<FictionBook", 1),
    ] {
        assert_eq!(opened(&book), Ok("FictionBook"), "{book}");
    }
    for text in ["Its root is <FictionBook>.", "<!-- <FictionBook> -->", "<p><FictionBook>"] {
        assert_eq!(opened(text), Ok("plain text"), "{text}");
    }
    assert_eq!(opened("<html><p>&lt;<FictionBook>"), Ok("web page"));
}

#[test]
fn a_book_of_so_many_bytes_at_most_is_read() {
    struct Size(u64);
    impl ReadAt for Size {
        fn size(&self) -> u64 {
            self.0
        }
        fn read_at(&self, _: u64, _: &mut [u8]) -> std::io::Result<usize> {
            Ok(0)
        }
    }
    let why = |size| open(Arc::new(Size(size)), Choice::default()).err().unwrap().to_string();
    assert_eq!(why(FB2_BYTES), "it is no FictionBook");
    assert_eq!(why(FB2_BYTES + 1), "it has more than 64 MiB, or can't be read");
}
