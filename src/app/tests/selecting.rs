//! Sessions with selected text.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::app::Selection;
use crate::budget::{COPY_BYTES, QUERY_CHARS};
use crate::words::{Language, Phrase, Words};

pub(super) const TEXT: &str = "\
守塔人合上那本旧书，对邮差说：“灯塔不是为船点的。”邮差想起那封信。

It rains. He can't go.
";

pub(super) fn selection(session: &Session) -> Option<&Selection> {
    match session.state().focus() {
        Focus::Selecting(selection) => Some(selection),
        _ => None,
    }
}

/// Returns the text that is selected.
pub(super) fn selected(session: &Session) -> String {
    let document = session.book().document();
    let range = selection(session).expect("text is selected").range(document);
    document.excerpt(range, usize::MAX).unwrap()
}

/// Returns what is selected after `keys` in a window of 20 columns.
fn after(keys: &str) -> String {
    let mut session = Session::open(TEXT, 20, 11);
    session.keys(keys);
    selected(&session)
}

#[test]
fn a_selection_begins_with_the_first_cluster_of_the_page_and_grows_by_clusters() {
    assert_eq!([after("V"), after("Vl"), after("V3lh")], ["守", "守塔", "守塔人"]);
    assert_eq!(after("V4lo2l"), "人合上", "the other end is moved");
    assert_eq!(after("V4lo6l"), "上那本", "it passes the one that stays");
    let mut session = Session::open("e\u{301}🇨🇳👍🏽!\n", 20, 5);
    session.keys("V2l");
    assert_eq!(selected(&session), "e\u{301}🇨🇳👍🏽");
}

#[test]
fn it_begins_with_the_current_match() {
    let mut session = Session::open(TEXT, 20, 11);
    session.keys("/那封信\nV");
    assert_eq!(selected(&session), "那封信");
}

#[test]
fn it_grows_by_words_sentences_and_paragraphs_and_chooses_them() {
    assert_eq!([after("V2e"), after("V4e")], ["守塔人", "守塔人合上"]);
    assert_eq!(after("V)"), "守塔人合上那本旧书，对邮差说：“灯塔不是为船点的。”");
    assert_eq!(after("V}l"), after("V}e").replace("It", "I"));
    assert_eq!([after("V12lw"), after("VGw")], ["邮差", "."]);
    assert_eq!([after("VGs"), after("VGp")], ["He can't go.", "It rains. He can't go."]);
    assert_eq!(after("VGoGE"), "go.");
}

#[test]
fn it_grows_by_rows_in_the_same_cell() {
    let mut session = Session::open("abcdef\n一二三\n\nxy\nABCDEF\n", 20, 11);
    session.keys("V3lj");
    assert_eq!(selected(&session), "abcdef\n一二");
    session.keys("j");
    assert_eq!(selected(&session), "abcdef\n一二三\n\nxy", "a short row ends it");
    session.keys("j");
    assert!(selected(&session).ends_with("ABCD"), "the cell comes back");
    session.keys("k3k");
    assert_eq!(selected(&session), "abcd");
    session.keys("$");
    assert_eq!(selected(&session), "abcdef");
    session.keys("0o0");
    assert_eq!(selected(&session), "a");
}

#[test]
fn the_page_follows_the_end_that_is_moved() {
    let mut session = Session::open(&numbered(1000), 40, 11);
    session.keys("V20j");
    assert_eq!((session.top(), selected(&session).lines().count()), ("line 12".to_owned(), 21));
    session.keys(" ");
    assert_eq!(selected(&session).lines().count(), 30);
    session.keys("G");
    assert_eq!(
        (session.top(), selected(&session).ends_with("line 1000")),
        ("line 991".into(), true)
    );
    session.keys("g");
    assert_eq!((session.top(), selected(&session)), ("line 1".into(), "l".into()));
}

#[test]
fn escape_leaves_and_what_is_typed_is_shown_meanwhile() {
    for (_, preset) in Preset::ALL {
        let mut session = Session::with(TEXT, preset);
        session.keys("V12");
        assert_eq!(session.state().typed(), "12");
        session.keys("l\u{1B}");
        assert!(selection(&session).is_none(), "{preset:?}");
    }
    let mut session = Session::with(TEXT, Preset::Vim);
    session.keys("vGgg");
    assert_eq!(selected(&session), "守");
    session.keys("v");
    assert!(selection(&session).is_none());
}

#[test]
fn what_is_selected_is_searched() {
    let mut session = Session::open(TEXT, 20, 11);
    session.keys("/邮差\nV/");
    assert!(selection(&session).is_none());
    assert_eq!(session.find().map(|find| (find.total(), find.number())), Some((2, Some(1))));
    session.keys("n");
    assert_eq!(session.find().and_then(Find::number), Some(2));
}

/// Returns what was copied last.
fn copied(session: &Session) -> Option<&str> {
    session.0.asked().iter().rev().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text.as_str()),
        _ => None,
    })
}

#[test]
fn what_is_copied_is_the_text_and_not_its_rows() {
    let mut session = Session::open(TEXT, 20, 11);
    session.keys("VGy");
    assert_eq!(copied(&session), Some(TEXT.trim_end()));
    assert_eq!(session.notice(), "Copied: 58 characters");
    assert!(selection(&session).is_none());
    session.keys("VwY");
    assert_eq!(copied(&session), Some("守\n— a text, 0%\n"));
    let story = "第一章 风起\n\n风从北边来。\n\n第二章 夜雨\n\n雨下了一夜。\n";
    let mut session = Session::open(story, 20, 11);
    session.keys("/雨下\nVY");
    assert_eq!(copied(&session), Some("雨下\n— a text, 第二章 夜雨, 74%\n"));
}

#[test]
fn the_reference_of_a_copy_is_in_the_language_of_the_reader() {
    let setup = Setup { locale: Language::Japanese, ..Setup::default() };
    let mut session = Session::set_up("雨。\n", setup, Size::new(40, 11));
    session.keys("VpY");
    let words = Words::of(Language::Japanese);
    let phrase = Phrase::new("reference-without-section")
        .with("title", session.book().title().as_str())
        .with("percent", 0);
    assert!(copied(&session).unwrap().ends_with(&format!("\n{}\n", words.say(&phrase))));
}

#[test]
fn a_search_for_what_is_selected_counts_characters() {
    let text = "雨".repeat(QUERY_CHARS);
    let mut session = Session::open(&format!("{text}\n"), 80, 11);
    session.keys("Vp/");
    assert_eq!(session.find().map(Find::total), Some(1));
}

#[test]
fn more_than_can_be_copied_is_not_and_stays_selected() {
    let mut session = Session::open(&"a".repeat(COPY_BYTES + 9), 20, 5);
    session.keys("VGy");
    assert_eq!(session.notice(), "So much text is too much for that.");
    assert!(selection(&session).is_some());
}

proptest! {
    #[test]
    fn a_copy_is_the_text_of_the_parts_between_the_same_places(
        lines in vec("(    )?(> |- )?[a-z雨看書，。“”é👍🏽 \t]{0,90}", 1..40),
        keys in vec("[0-9]?[lhjkeE)(}{$0dubGgowsp]", 0..20),
        columns in 10_usize..60,
    ) {
        let mut session = Session::open(&lines.join("\n"), columns, 9);
        session.keys("V");
        prop_assume!(selection(&session).is_some());
        session.keys(&keys.concat());
        let document = session.book().document();
        let range = selection(&session).unwrap().range(document);
        let between: String = (range.start.part..=range.end.part)
            .map(|index| {
                let part = document.part(index);
                let start = if index == range.start.part { range.start.byte } else { 0 };
                let end = if index == range.end.part { range.end.byte } else { part.text().len() };
                part.slice(start..end).to_owned()
            })
            .collect();
        session.keys("y");
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(copied(&session).map(bare), Some(bare(&between)));
    }
}

#[test]
fn a_key_without_meaning_and_a_page_without_text_are_told() {
    let mut session = Session::open(TEXT, 20, 11);
    session.keys("Vz");
    assert_eq!(session.notice(), "z does nothing here; ? shows the keys.");
    let mut session = Session::open("\n\n", 20, 11);
    session.keys("V");
    assert_eq!(session.notice(), "There is no text here.");
}

#[test]
fn a_document_that_is_another_is_read_on() {
    let mut session = Session::open(TEXT, 20, 11);
    session.keys("VG");
    session.tell(Message::Reloaded(plain("雨\n")));
    assert!(selection(&session).is_none());
}
