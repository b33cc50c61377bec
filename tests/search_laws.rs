//! What is true of search for every query and every text.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that panics has failed")]

use kanshu::search::{Bounds, Case, Folding, Matcher, Query, Syntax};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Stands before and after a phrase in a text and in no phrase.
const EDGE: char = '\u{25A0}';

/// What may come between two ideographs.
const CUTS: [&str; 7] = ["\n", "\r\n", "\n　　", "\u{AD}", "\u{200B}", "\u{2060}", " "];

/// Characters of phrases that stand for Han text.
const HAN: &str = "宝玉黛國国离開公司裡后于台著はがパんかゼ";

fn han() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(HAN.chars().collect::<Vec<_>>()), 1..8)
        .prop_map(String::from_iter)
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![han(), "[a-zA-Zéüñőạế]{1,8}", "[가-힣]{1,5}", "[0-9]{1,4}[,.!]?", "[а-яё]{1,6}"]
}

fn phrase() -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 1..4).prop_map(|words| words.join(" "))
}

fn any_query() -> impl Strategy<Value = Query> {
    let text = prop_oneof![
        phrase(),
        "\\PC{0,12}",
        "[👩💻🇨🇳\u{301}]{1,2}",
        "[ab.*+?()|\\[\\]^$\\\\{}0-9 国]{0,12}"
    ];
    (text, any::<bool>(), any::<bool>(), any::<[bool; 6]>()).prop_map(|(text, regex, whole, on)| {
        let [width, han, kana, punctuation, accents, pinyin] = on;
        Query {
            text,
            syntax: if regex { Syntax::Regex } else { Syntax::Words },
            bounds: if whole { Bounds::WholeWords } else { Bounds::Anywhere },
            folding: Folding {
                width,
                han,
                kana,
                punctuation,
                accents,
                pinyin,
                ..Folding::default()
            },
        }
    })
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["(\\PC|[\n\u{301}\u{3099}\u{200D}\u{AD}ab国 ]|[👩💻🇨🇳]){0,60}", "[ab国國 \n]{0,60}"]
}

/// Returns `text` with each ASCII character in its full-width form.
fn widen(text: &str) -> String {
    let wide = |c| match c {
        ' ' => '\u{3000}',
        '!'..='~' => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c),
        _ => c,
    };
    text.chars().map(wide).collect()
}

/// Returns `text` with hiragana for katakana and the other way round.
fn swap_kana(text: &str) -> String {
    let other = |c| match c {
        'ぁ'..='ゖ' => char::from_u32(u32::from(c) + 0x60).unwrap_or(c),
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        _ => c,
    };
    text.chars().map(other).collect()
}

/// Returns `text` with one of the cuts, chosen by `seeds`, between any two characters that may be cut apart.
fn cut(text: &str, seeds: &[usize]) -> String {
    let mut cuts = seeds.iter().cycle().filter_map(|&seed| CUTS.get(seed));
    let mut cut = String::new();
    for c in text.chars() {
        if HAN.contains(c) && cut.ends_with(|before| HAN.contains(before)) {
            cut.extend(cuts.next().copied());
        }
        cut.push(c);
    }
    cut
}

fn is_boundary(text: &str, byte: usize) -> bool {
    byte == text.len() || text.grapheme_indices(true).any(|(at, _)| at == byte)
}

/// The first match of `query` in a text of `written` between two edges is `written`.
fn finds(query: &str, folding: Folding, written: &str) -> Result<(), TestCaseError> {
    let text = format!("{EDGE}{written}{EDGE}");
    let query = Query { folding, ..Query::words(query) };
    let matcher = Matcher::new(&query).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let found = matcher.find_at(&text, 0).and_then(|range| text.get(range));
    prop_assert_eq!(found, Some(written), "{:?} in {:?}", query.text, text);
    Ok(())
}

proptest! {
    #[test]
    fn a_phrase_finds_itself(phrase in phrase()) {
        finds(&phrase, Folding::default(), &phrase)?;
        finds(&phrase, Folding::NONE, &phrase)?;
    }

    #[test]
    fn a_phrase_is_found_in_full_width(phrase in phrase()) {
        finds(&phrase, Folding::default(), &widen(&phrase))?;
        finds(&widen(&phrase), Folding::default(), &phrase)?;
    }

    #[test]
    fn a_phrase_is_found_composed_and_decomposed(phrase in phrase()) {
        let (composed, decomposed) = (phrase.nfc().to_string(), phrase.nfd().to_string());
        for folding in [Folding::default(), Folding::NONE] {
            finds(&composed, folding, &decomposed)?;
            finds(&decomposed, folding, &composed)?;
        }
    }

    #[test]
    fn a_phrase_is_found_over_every_cut(phrase in phrase(), seeds in prop::collection::vec(0..7_usize, 1..9)) {
        finds(&phrase, Folding::default(), &cut(&phrase, &seeds))?;
        finds(&phrase, Folding::NONE, &cut(&phrase, &seeds))?;
    }

    #[test]
    fn a_phrase_is_found_in_the_other_kana(phrase in phrase()) {
        finds(&phrase, Folding::default(), &swap_kana(&phrase))?;
    }

    #[test]
    fn a_phrase_is_found_in_other_letters(phrase in phrase()) {
        let folding = Folding { case: Case::Fold, ..Folding::default() };
        finds(&phrase, folding, &phrase.to_lowercase())?;
        finds(&phrase, folding, &phrase.to_uppercase())?;
    }

    #[test]
    fn pinyin_only_adds(phrase in phrase()) {
        finds(&phrase, Folding { pinyin: true, ..Folding::default() }, &phrase)?;
    }

    #[test]
    fn a_pattern_of_plain_words_finds_them(phrase in phrase(), seeds in prop::collection::vec(0..7_usize, 1..9)) {
        let text = cut(&phrase, &seeds);
        let matcher = Matcher::new(&Query::regex(regex::escape(&phrase))).unwrap();
        prop_assert_eq!(matcher.find_at(&text, 0), Some(0..text.len()));
    }

    #[test]
    fn matches_are_in_order_disjoint_and_of_whole_clusters(query in any_query(), text in any_text()) {
        let Ok(matcher) = Matcher::new(&query) else { return Ok(()) };
        let mut end = 0;
        for range in matcher.matches(&text) {
            prop_assert!(range.start >= end && range.end > range.start);
            prop_assert!(is_boundary(&text, range.start) && is_boundary(&text, range.end));
            end = range.end;
        }
        prop_assert_eq!(matcher.is_match(&text), end > 0);
        for from in 0..=text.len() {
            prop_assert!(matcher.find_at(&text, from).is_none_or(|range| range.start >= from));
        }
    }
}

#[test]
fn hostile_texts_take_linear_time() {
    // The square of this size would not end.
    let size = 1 << 18;
    let units = [
        "a",
        " ",
        "\n",
        "国",
        "か\u{3099}",
        "e\u{301}",
        "👩\u{200D}",
        "🇨",
        "\u{AD}",
        "é",
        "a ",
        "국",
    ];
    let texts: Vec<String> = units.iter().map(|unit| unit.repeat(size / unit.len())).collect();
    let words = ["a", "aaaa", "a b", "国国", "か", "e", "👩", "🇨", "é", "국", "國 a"];
    for word in words {
        for (folding, bounds) in
            [(Folding::default(), Bounds::WholeWords), (Folding::NONE, Bounds::Anywhere)]
        {
            let matcher = Matcher::new(&Query { folding, bounds, ..Query::words(word) }).unwrap();
            for (text, unit) in texts.iter().zip(units) {
                let count = matcher.matches(text).count();
                assert_eq!(
                    count > 0,
                    matcher.is_match(text),
                    "{word:?}, {count} times in {unit:?}…"
                );
            }
        }
    }
}

#[test]
fn hostile_queries_take_linear_time() {
    const LENGTH: usize = 1_998;
    let long: Vec<String> = [
        "a", "国", "é", "ab ", "ffi", "gongsi", "xian", "...", "e\u{301}", "\u{301}", "가",
        "\u{200B}",
    ]
    .iter()
    .map(|unit| unit.repeat(LENGTH / unit.chars().count()))
    .collect();
    let folding = Folding { pinyin: true, ..Folding::default() };
    for text in &long {
        let matcher = Matcher::new(&Query { folding, ..Query::words(text.as_str()) });
        // One that grows too large is refused in words.
        let Ok(matcher) = matcher else { continue };
        let found = matcher.is_match(&text.repeat(20));
        assert!(found, "{:?}…", text.chars().next());
    }
}

#[test]
fn hostile_patterns_are_refused_or_run() {
    let nested = format!("{}a{}", "(".repeat(10_000), ")".repeat(10_000));
    let patterns = [
        nested.as_str(),
        "(a{1000}){1000}",
        "((a{0,100}){0,100}){0,100}",
        r"(\w{100}){100}",
        "(a*)*b",
        "(?:)*",
        "(.*z)?",
        ".*[^A-Z]|[A-Z]",
        r"\b",
        r"(?:\ba)+",
    ];
    let text = "a".repeat(1 << 16);
    for pattern in patterns {
        let matcher = Matcher::new(&Query::regex(pattern));
        let longest = matcher.map(|matcher| matcher.matches(&text).map(|range| range.len()).max());
        assert!(longest.is_err() || longest.is_ok_and(|longest| longest != Some(0)), "{pattern:?}");
    }
}
