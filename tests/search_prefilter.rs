//! A search that passes over the parts whose bytes can't hold a match finds what one finds that reads them all.

use std::ops::{ControlFlow, Range};
use std::sync::Arc;

use kanshu::decode::Choice;
use kanshu::decode::Encoding;
use kanshu::document::{Document, Facts, Part, ReadError, Rules, Source, Survey};
use kanshu::format::plain::{PART_BYTES, PlainText};
use kanshu::search::{Bounds, Case, Folding, Numbers, Query, Search, Seeker};
use proptest::prelude::*;

/// A document every part of which is read, whatever is looked for.
struct Whole(Arc<dyn Source>);

impl Source for Whole {
    fn facts(&self) -> &Facts {
        self.0.facts()
    }

    fn count(&self) -> usize {
        self.0.count()
    }

    fn before(&self, index: usize) -> u64 {
        self.0.before(index)
    }

    fn load(&self, index: usize) -> Result<Part, ReadError> {
        self.0.load(index)
    }

    fn texts(
        &self,
        parts: Range<usize>,
        take: &mut dyn FnMut(usize, &str) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        self.0.texts(parts, take)
    }

    fn survey(&self, rules: &Rules, watch: &mut dyn FnMut(&Survey) -> ControlFlow<()>) -> Survey {
        self.0.survey(rules, watch)
    }
}

/// A part and the matches that begin in it.
type Found = Vec<(usize, Vec<Range<usize>>)>;

/// Returns what is found of `query` in `bytes`, where most of them may be passed over, and where none are.
fn both(query: &Query, encoding: &str, bytes: Vec<u8>) -> Option<[Found; 2]> {
    let seeker = Arc::new(Seeker::new(query).ok()?);
    let choice = Choice::Use(Encoding::named(encoding)?);
    let plain: Arc<dyn Source> = Arc::new(PlainText::open(Arc::new(bytes), choice));
    let whole: Arc<dyn Source> = Arc::new(Whole(Arc::clone(&plain)));
    Some([plain, whole].map(|source| {
        let found = Search::new(Arc::clone(&seeker), &Document::new(source)).found();
        found.into_iter().map(|(part, hits)| (part, hits.ranges().collect())).collect()
    }))
}

/// Returns `text` in `encoding`, with the bytes of UTF-8 for what it does not have.
fn encoded(encoding: &str, text: &str) -> Vec<u8> {
    let writer = match encoding {
        "gbk" => encoding_rs::GB18030,
        _ => encoding_rs::Encoding::for_label(encoding.as_bytes()).unwrap_or(encoding_rs::UTF_8),
    };
    let mut utf8 = [0; 4];
    let mut bytes = Vec::new();
    for c in text.chars() {
        if (encoding, c) == ("gb18030", '\u{3000}') {
            // The second way to write it.
            bytes.extend_from_slice(b"\xA3\xA0");
            continue;
        }
        let (written, _, is_foreign) = writer.encode(c.encode_utf8(&mut utf8));
        bytes.extend_from_slice(&written);
        if is_foreign {
            bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }
    bytes
}

const ENCODINGS: [&str; 7] =
    ["utf-8", "gbk", "gb18030", "windows-1252", "windows-1258", "big5", "utf-16le"];

/// What is looked for.
const QUERIES: [&str; 59] = [
    "離开の公司",
    "kg",
    "น้ำใจ",
    "นํ้า",
    "5kg iv",
    "aesop",
    "istanbul",
    "第12章",
    "第十二章 夜雨",
    "12–15",
    "11月",
    "مدرسة",
    "سلام",
    "老人高崎",
    "x²",
    "absent",
    "office",
    "ffi",
    "first",
    "strasse",
    "straße",
    "ﬁnd",
    "kiss",
    "İi",
    "ısı",
    "Kelvin",
    "ſs",
    "café",
    "naïve résumé",
    "well-known",
    "a b",
    "Ａｂｃ",
    "x1",
    "don't",
    "ß",
    "Å",
    "đi",
    "привет",
    "ёлка",
    "σας",
    "שלום",
    "كتاب",
    "离开公司",
    "离",
    "國家",
    "用Rust写",
    "他说：“好",
    "ガイド",
    "ねこ",
    "がんばる",
    "한국",
    "대한 민국",
    "𠮷野",
    "㐀㐁",
    "等等……",
    "完。\n\n第",
    "ab国cd",
    "1914-1918",
    "臺灣",
];

/// What may stand between the letters of a query, or for them.
const BETWEEN: [&str; 54] = [
    "（かい）",
    "《",
    "\u{1B}[1m",
    "\u{1B}[m\n",
    "-\u{1B}[0;31m\n",
    "\u{1B}]8;;https://a.example\u{7}",
    "\u{8}\u{8}",
    "__\u{8}\u{8}",
    "\u{2029}\n",
    "\u{B} \n",
    "\u{85}\n\u{1680}",
    "",
    "",
    "",
    "",
    " ",
    "\n",
    "\r\n",
    "\r",
    "-\n",
    "-\u{8}-\n",
    "_\u{8}-\n",
    "-\u{200B}\n",
    "‐\n  ",
    "- ",
    "\n> ",
    "\n>> ",
    "\u{3000}",
    "\n\u{3000}\u{3000}",
    "\u{AD}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{FE0F}",
    "\u{E0100}",
    "\u{301}",
    "\u{308}\u{327}",
    "\u{3099}",
    "\u{640}",
    "\u{8}",
    "_",
    "_\u{8}",
    "\u{2028}",
    "\u{2029}",
    "\u{85}",
    "\u{B}",
    "\u{C}",
    "\u{A0}",
    "\t",
    ".",
    "，",
    "“",
    "é",
    "国",
    "\u{FFFD}",
];

/// Returns `c` in one of the ways in which it is written.
fn written(c: char, way: usize) -> String {
    let wide = || match c {
        '!'..='~' => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c).to_string(),
        _ => c.to_string(),
    };
    match (way % 14, c) {
        (0, _) => c.to_uppercase().collect(),
        (1, _) => c.to_lowercase().collect(),
        (2, _) => wide(),
        (3, _) => format!("{c}\u{8}{c}"),
        (4, _) => format!("_\u{8}{c}"),
        (5, _) => format!("{c}\u{8}_"),
        (7, _) => format!("{c}\u{8}\u{8}{c}"),
        (8, _) => format!("\u{1B}[4m{c}\u{1B}[24m"),
        (6, 's') => "ſ".into(),
        (6, 'k' | 'K') => "\u{212A}".into(),
        (9, 'i') => "İ".into(),
        (6, '1') => "①".into(),
        (6, '2' | '²') => "٢".into(),
        (9, '2') => "²".into(),
        (6, 'ة') => "ﻪ".into(),
        (6, '人') => "⼈".into(),
        (6, '高') => "髙".into(),
        (9, 'a') => "ⓐ".into(),
        (10, 'a') => "ᵃ".into(),
        (6, 'i') => "ı".into(),
        (6, 'e') => "é".into(),
        (6, 'a') => "ậ".into(),
        (6, '离') => "離".into(),
        (6, '开') => "開".into(),
        (6, '国' | '國') => "囯".into(),
        (6, 'ガ') => "ｶﾞ".into(),
        (6, 'が') => "か\u{3099}".into(),
        (6, '한') => "\u{1112}\u{1161}\u{11AB}".into(),
        _ => c.to_string(),
    }
}

/// A text in which the letters of the query stand in hostile ways; the numbers choose them.
fn hostile(query: &str, seeds: &[(usize, usize)]) -> String {
    let spelled =
        query.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("ss", "ß").replace("st", "ﬆ");
    let spelled = spelled.replace("kg", "㎏").replace("iv", "ⅳ").replace("ae", "æ");
    let spelled = spelled.replace("12", "十二").replace("11", "⑪").replace("1月", "㋀");
    let spelled = spelled.replace("لا", "ﻻ").replace("้ำ", "ํ้า");
    let query = if seeds.len().is_multiple_of(3) { &spelled } else { query };
    let letters = query.chars().zip(seeds.iter().cycle());
    letters
        .map(|(c, (way, gap))| written(c, *way) + BETWEEN.get(gap % BETWEEN.len()).unwrap_or(&""))
        .collect()
}

fn folding() -> impl Strategy<Value = Folding> {
    let case = prop::sample::select(vec![Case::Smart, Case::Fold, Case::Exact]);
    let numbers = prop::sample::select(vec![Numbers::Ordinals, Numbers::Alike, Numbers::Different]);
    let on = prop::array::uniform5(prop::bool::weighted(0.8));
    (case, numbers, on).prop_map(|(case, numbers, on)| {
        let [width, han, kana, punctuation, accents] = on;
        Folding { case, width, han, kana, punctuation, accents, numbers, pinyin: false }
    })
}

fn query() -> impl Strategy<Value = Query> {
    let text = prop_oneof![
        4 => prop::sample::select(QUERIES.to_vec()).prop_map(str::to_owned),
        1 => "[a-zA-Z]{1,5}|[ afist]{2,6}|[国离开あか한]{1,4}|\\PC{1,4}",
    ];
    (text, folding(), any::<bool>()).prop_map(|(text, folding, whole)| {
        let bounds = if whole { Bounds::WholeWords } else { Bounds::Anywhere };
        Query { text, bounds, folding, ..Query::default() }
    })
}

type Seeds = Vec<(usize, usize)>;

/// Numbers that choose how letters are written, mostly plainly.
fn seeds() -> impl Strategy<Value = Seeds> {
    prop::collection::vec(
        (prop_oneof![0..12_usize, Just(11)], prop_oneof![0..BETWEEN.len(), Just(3)]),
        1..6,
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_passed_over_in_one_part_holds_nothing(
        query in query(), seeds in prop::collection::vec(seeds(), 1..4), encoding in prop::sample::select(ENCODINGS.to_vec()),
        noise in prop::collection::vec(any::<u8>(), 0..6),
    ) {
        let mut bytes = Vec::new();
        for seeds in &seeds {
            bytes.extend(encoded(encoding, &hostile(&query.text, seeds)));
            bytes.extend_from_slice(&noise);
        }
        let Some([some, all]) = both(&query, encoding, bytes) else { return Ok(()) };
        prop_assert_eq!(some, all);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn what_lies_across_the_end_of_a_part_is_found(
        query in query(), seeds in seeds(), encoding in prop::sample::select(ENCODINGS.to_vec()),
        ended in any::<bool>(), back in 0..40_usize, parts in 1..4_usize,
    ) {
        let filler = if ended { "zz\n" } else { "zz。" };
        let filler = encoded(encoding, filler);
        let hostile = encoded(encoding, &hostile(&query.text, &seeds));
        let mut bytes = Vec::new();
        let end = PART_BYTES as usize * parts;
        let count = end.saturating_sub(back + hostile.len() / 2) / filler.len();
        bytes.extend(filler.repeat(count));
        bytes.extend(hostile);
        bytes.extend(filler.repeat(PART_BYTES as usize / filler.len()));
        let Some([some, all]) = both(&query, encoding, bytes) else { return Ok(()) };
        prop_assert_eq!(some, all);
    }
}

#[test]
fn words_on_either_side_of_the_end_of_a_part_are_found() {
    let end = PART_BYTES as usize;
    for (before, after) in [("the \n", "lighthouse\n"), ("lighthouse \n", "the\n")] {
        let query = Query::words(format!("{before}{after}").replace('\n', ""));
        let filler = "z\n".repeat(end);
        let (head, tail) = filler.split_at(end - before.len());
        let found = both(&query, "utf-8", [head, before, after, tail].concat().into_bytes());
        let [some, all] = found.unwrap_or_default();
        assert_eq!(some, all);
        assert_eq!(some.iter().map(|(_, ranges)| ranges.len()).sum::<usize>(), 1);
    }
}

#[test]
fn a_word_that_the_end_of_a_part_cuts_is_found() {
    for encoding in ["utf-8", "gbk"] {
        let word = encoded(encoding, "离开公司");
        for back in 0..=word.len() {
            let end = PART_BYTES as usize;
            let bytes = [b"z".repeat(end - back), word.clone(), b"z".repeat(end)].concat();
            let found = both(&Query::words("离开公司"), encoding, bytes);
            let [some, all] = found.unwrap_or_default();
            assert_eq!(some, all);
            assert_eq!(some.iter().map(|(_, ranges)| ranges.len()).sum::<usize>(), 1, "{back}");
        }
    }
}

#[test]
fn words_with_characters_that_a_saved_text_names_are_found() {
    let saved = "&ldquo;The ferry&rsquo;s late,&rdquo; said the miller.<br/>\n".repeat(20);
    for word in ["ferry's late", "ferry’s", "“The ferry"] {
        let found = both(&Query::words(word), "utf-8", saved.clone().into_bytes());
        let [some, all] = found.unwrap_or_default();
        assert_eq!(some, all);
        assert_eq!(some.iter().map(|(_, ranges)| ranges.len()).sum::<usize>(), 20, "{word}");
    }
}
