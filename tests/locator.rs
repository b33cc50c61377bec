//! A place is found again: by the text around it, whatever was edited elsewhere, whatever the encoding.

#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics has failed"
)]

use std::ops::ControlFlow;
use std::sync::Arc;

use kanshu::decode::Choice;
use kanshu::decode::Encoding;
use kanshu::document::{Anchor, Document, Found, Granularity, Locator, Position, Quote, Rules};
use kanshu::format::plain::PlainText;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

fn document(text: &str) -> Document {
    Document::new(Arc::new(PlainText::open(Arc::new(text.to_owned()), Choice::default())))
}

fn recoded(bytes: &[u8], encoding: Encoding) -> Document {
    Document::new(Arc::new(PlainText::open(Arc::new(bytes.to_vec()), Choice::Use(encoding))))
}

/// Returns the place where `words` stand first in `document`.
fn place(document: &Document, words: &str) -> Position {
    let at = |part: usize| Some(Position::new(part, document.part(part).text().find(words)?));
    (0..document.parts()).find_map(at).unwrap()
}

/// Returns the first characters of what follows `place`.
fn words(document: &Document, place: Position) -> String {
    document.part(place.part).text()[place.byte..].chars().take(12).collect()
}

/// Paragraphs that are all unlike each other.
fn paragraphs(numbers: std::ops::Range<usize>) -> String {
    let paragraph = |number: usize| {
        format!("那是第{number}天的事，雨下了{}个时辰，路上没有人。\n\n", number * 7 % 12)
    };
    numbers.map(paragraph).collect()
}

#[test]
fn a_place_of_which_nothing_changed_is_exact() {
    let text = document(&paragraphs(0..5000));
    for target in [place(&text, "第3000天"), place(&text, "路上"), Position::default()] {
        assert_eq!(Locator::of(&text, target).find(&text), Found::Exact(target));
    }
}

#[test]
fn a_place_is_found_behind_what_was_written_before_it_and_taken_out() {
    let text = document(&paragraphs(0..5000));
    let locator = Locator::of(&text, place(&text, "第3000天"));
    for edited in [
        "一个新的序。\n\n".repeat(3000) + &paragraphs(0..4000),
        paragraphs(900..5000),
        paragraphs(2999..3002),
    ] {
        let edited = document(&edited);
        assert_eq!(locator.find(&edited), Found::Moved(place(&edited, "第3000天")));
    }
}

#[test]
fn of_the_same_words_in_many_places_those_in_the_same_surroundings_are_found() {
    let stanza = |number: usize| format!("第{number}段的话说完了。\n\n风雨故人来。\n\n");
    let song: String = (0..200).map(stanza).collect();
    let text = document(&song);
    let refrain = place(&text, "第77段").byte + "第77段的话说完了。\n\n".len();
    let locator = Locator::of(&text, Position::new(0, refrain));
    let edited = document(&("一首歌。\n\n".repeat(40) + &song));
    let place = locator.find(&edited).there().unwrap();
    let part = edited.part(0);
    let before = &part.text()[..place.byte];
    assert!(before.trim_end().ends_with("第77段的话说完了。"), "{before}");
}

#[test]
fn lines_that_are_broken_elsewhere_are_the_same_text() {
    let one_line = paragraphs(0..100).replace("\n\n", "");
    let locator = {
        let text = document(&paragraphs(0..100));
        Locator::of(&text, place(&text, "第60天"))
    };
    let text = document(&one_line);
    assert_eq!(locator.find(&text), Found::Moved(place(&text, "第60天")));
}

#[test]
fn where_the_words_are_gone_the_nearest_place_is_told() {
    let text = document(&paragraphs(0..5000));
    let locator = Locator::of(&text, place(&text, "第3000天"));
    let without = paragraphs(0..5000).replace("第3000天的事，雨下了0个时辰，路上没有人", "雪");
    let without = document(&without);
    let nearest = locator.find(&without);
    assert_eq!(
        (nearest.there(), words(&without, nearest.place())),
        (None, "雪。\n\n那是第3001天".to_owned())
    );
    let other = document(&"别的话。\n".repeat(20_000));
    let nearest = locator.find(&other);
    assert_eq!(nearest.there(), None);
    assert!((0.59..0.61).contains(&other.fraction(nearest.place())));
    assert_eq!(locator.find(&document("")), Found::Gone(Position::default()));
}

#[test]
fn in_another_encoding_the_place_is_as_far_into_the_same_line() {
    let gbk = Encoding::named("gbk").unwrap();
    let line = |number: usize| format!("{}\n", "此开卷第一回也。".repeat(20 + number % 4));
    let text: String = (0..800).map(line).collect();
    let bytes = encoding_rs::GBK.encode(&text).0.into_owned();
    let (wrong, right) = (recoded(&bytes, Encoding::UTF_8), recoded(&bytes, gbk));
    let anchor = Anchor { part: 1, line: 100 };
    let middle = |document: &Document| {
        let start = document.locate(anchor);
        Position::new(1, start.byte + document.text_at(anchor).unwrap().len() / 2)
    };
    let found = Locator::of(&right, middle(&right)).find(&wrong);
    assert_eq!((found.there(), wrong.anchor(found.place())), (None, anchor));
    let found = Locator::of(&wrong, found.place()).find(&right).place();
    assert_eq!(right.anchor(found), anchor);
    assert!(found.byte.abs_diff(middle(&right).byte) <= 12, "{found:?}");
}

#[test]
fn a_line_is_not_found_in_the_middle_of_a_paragraph() {
    let locator = |text: &str| {
        let text = document(text);
        Locator::of(&text, place(&text, "夜雨"))
    };
    let locator = locator("第一天。\n\n夜雨\n\n他走了。\n");
    let find = |text: &str| {
        let text = document(text);
        let found = Locator::find_all(&[&locator], &text, Granularity::Line).pop().unwrap();
        found.there().map(|place| text.anchor(place).line)
    };
    assert_eq!(find("他说夜雨。\n\n再说夜雨。\n\n序\n\n夜雨\n\n“夜雨”\n"), Some(6));
    assert_eq!(find("他说夜雨。\n\n夜雨下了一天\n"), None);
}

#[test]
fn a_line_that_is_known_by_its_words_alone_is_the_nearest_of_them() {
    let text = document("夜雨\n\n一。\n\n夜雨\n\n二。\n\n夜雨\n");
    let quote = Quote { words: "夜雨".to_owned(), ..Quote::default() };
    for line in [0, 4, 8] {
        let anchor = Anchor { part: 0, line };
        let locator = Locator { anchor, quote: quote.clone(), ..Locator::default() };
        let found = Locator::find_all(&[&locator], &text, Granularity::Line);
        assert_eq!(found, [Found::Exact(text.locate(anchor))]);
    }
}

/// An edit: at a fraction of the text some paragraphs are taken out, and some are written.
#[derive(Clone, Debug)]
struct Edit {
    at: f64,
    out: usize,
    new: usize,
}

/// Texts of many sentences from few words, with refrains: as alike as texts are.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let word =
        prop::sample::select(&["雨", "他", "说", "走", "山里", "the ", "river ", "and "][..]);
    let sentence = prop::collection::vec(word, 3..40).prop_map(|words| words.concat() + "。");
    let paragraph = prop_oneof![
        8 => sentence,
        1 => Just("风雨故人来。".to_owned()),
        1 => Just("* * *".to_owned()),
    ];
    prop::collection::vec(paragraph, 50..1500)
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit =
        (0.0..1.0, 0..30_usize, 0..60_usize).prop_map(|(at, out, new)| Edit { at, out, new });
    prop::collection::vec(edit, 1..6)
}

/// Returns the paragraphs after the edits, which leave number `kept` and those beside it alone, and which it is then.
fn edited(text: &[String], edits: &[Edit], kept: usize) -> (Vec<String>, usize) {
    let (mut text, mut kept) = (text.to_vec(), kept);
    for Edit { at, out, new } in edits {
        let at = (at * text.len() as f64) as usize;
        let beside = kept.saturating_sub(1)..=kept + 1;
        let mut end = (at + out).min(text.len());
        if beside.contains(&at) {
            continue;
        }
        if at < *beside.start() {
            end = end.min(*beside.start());
            kept = kept + new - (end - at);
        }
        let new = (0..*new).map(|number| format!("新写的第{number}段，雨还在下。"));
        text.splice(at..end, new);
    }
    (text, kept)
}

/// Returns the place so many bytes into paragraph `number`; a blank line follows each.
fn place_in(document: &Document, number: usize, into: usize) -> Position {
    let survey = document.source().survey(&Rules::default(), &mut |_| ControlFlow::Continue(()));
    let line = 2 * number as u64;
    let part = survey.lines.partition_point(|before| *before <= line) - 1;
    let line = (line - survey.lines[part]) as u32;
    let start = document.locate(Anchor { part, line });
    Position::new(part, start.byte + into)
}

#[test]
fn after_edits_elsewhere_the_exact_place_is_found_and_else_the_paragraph_in_any_encoding() {
    let mut runner = TestRunner::deterministic();
    let strategy = (texts(), edits(), 0.0..1.0, 0.0..1.0);
    let mut inexact = 0;
    let gb18030 = Encoding::named("gb18030").unwrap();
    for encoding in [Encoding::UTF_8, gb18030].into_iter().cycle().take(100) {
        let (paragraphs, edits, which, into) = strategy.new_tree(&mut runner).unwrap().current();
        let number = (which * paragraphs.len() as f64) as usize;
        let own = &paragraphs[number];
        let words: Vec<usize> =
            own.match_indices(|c: char| !c.is_whitespace()).map(|(at, _)| at).collect();
        let into = words[(into * words.len() as f64) as usize];
        let text = paragraphs.join("\n\n");
        let before = document(&text);
        let locator = Locator::of(&before, place_in(&before, number, into));
        let (paragraphs, number) = edited(&paragraphs, &edits, number);
        let text = paragraphs.join("\n\n");
        let is_other = encoding == gb18030;
        let other = || encoding_rs::GB18030.encode(&text).0.into_owned();
        let bytes = if is_other { other() } else { text.clone().into_bytes() };
        let after = recoded(&bytes, encoding);
        let expected = place_in(&after, number, into);
        let found = locator.find(&after).place();
        assert_eq!(after.anchor(found), after.anchor(expected), "{locator:?}");
        inexact += usize::from(found != expected);
    }
    assert!(inexact <= 1, "{inexact} of 100");
}

/// Returns the text that `words` take up in `text` from where they begin there.
fn extent(text: &str, begin: &str, words: &str) -> String {
    let document = document(text);
    let range = document.extent(place(&document, begin), words);
    document.excerpt(range, usize::MAX).unwrap()
}

#[test]
fn words_end_where_they_ended_however_the_lines_are_broken() {
    let text = "雨下了三天。路上没有人，\n渡船靠了岸。\n\n夜里起了风。\n";
    let words = "路上没有人，渡船靠了岸。 夜里";
    assert_eq!(extent(text, "路上", words), "路上没有人，\n渡船靠了岸。\n\n夜里");
    assert_eq!(extent(text, "路上", "路 上"), "路上");
    assert_eq!(extent(text, "路上", ""), "");
}

#[test]
fn words_that_were_edited_end_with_their_last_characters_or_are_as_long_as_before() {
    let words = "路上没有人，渡船靠了岸。船家说今夜有雨";
    let longer = "路上没有一个人，渡船靠了岸。船家说今夜有雨，明天也有。";
    assert_eq!(extent(longer, "路上", words), "路上没有一个人，渡船靠了岸。船家说今夜有雨");
    let other = "路上没有船，渡口一个人都不见，也没有什么可以说的。";
    assert_eq!(extent(other, "路上", words), "路上没有船，渡口一个人都不见，也没有什");
    assert_eq!(extent("路上\n", "路上", words), "路上", "they go no further than the text");
    assert_eq!(
        extent("夜雨下了三天，没有人来过。\n", "夜雨", words),
        "",
        "other words are not they"
    );
}

#[test]
fn words_go_on_in_the_next_part() {
    let document = document(&paragraphs(0..5000));
    let start = place(&document, "那是第3000天");
    let words = document.excerpt(start..Position::new(start.part + 1, 100), usize::MAX).unwrap();
    let range = document.extent(start, &words);
    assert_eq!(range.end.part, start.part + 1);
    assert_eq!(document.excerpt(range, usize::MAX).unwrap(), words.trim_end());
}
