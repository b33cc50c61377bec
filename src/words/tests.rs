//! The catalogues: that they can be read, that they are complete, and that nothing in them is for nothing.

use std::collections::BTreeSet;

use super::*;
use crate::config::{LAYOUT, PAGE, SEARCH};
use crate::decode::OFFERED;
use crate::input;

/// The catalogues in which nothing may be missing.
const COMPLETE: [Language; 5] = Language::ALL;

#[test]
fn each_catalogue_is_read_without_fault() {
    for Catalogue { language, messages, .. } in CATALOGUES {
        let read = parse_runtime(messages);
        assert!(read.is_ok(), "{language:?}: {:?}", read.err().map(|(_, faults)| faults));
        assert_eq!(Words::of(language).language, language);
    }
}

#[test]
fn messages_are_parsed_one_by_one_as_the_whole_is() {
    for Catalogue { language, messages, .. } in CATALOGUES {
        let tag = language.tag();
        let whole = parse_runtime(messages).unwrap();
        let messages = whole.body.iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some((message.id.name, message.value.as_ref())),
            _ => None,
        });
        let words = Words::of(language);
        let mut count = 0;
        for (name, pattern) in messages {
            assert_eq!(words.messages[name].pattern(), pattern, "{tag}: {name}");
            count += 1;
        }
        assert_eq!(count, words.messages.len(), "{tag}: no name stands twice");
    }
}

#[test]
fn values_are_filled_in_and_a_number_chooses_the_words() {
    let words = Words::of(Language::English);
    let said = |count: usize| words.say(&Phrase::new("corrections-lost").with("count", count));
    assert_eq!(said(1), "1 corrected line is no longer in the text.");
    assert_eq!(said(65_536), "65536 corrected lines are no longer in the text.");
    let wanted = Phrase::new("no-such-section").with("wanted", "夜雨");
    assert_eq!(words.say(&wanted), "No section is called “夜雨”.");
    let within = Phrase::new("note-kept").with("undo", "u").with("words", Phrase::new("end"));
    assert_eq!(words.say(&within), "Noted (u undoes): This is the end.");
}

#[test]
fn a_message_that_there_is_not_is_its_name() {
    assert_eq!(Words::of(Language::English).get("no-such-message"), "no-such-message");
}

/// Returns the names of the values that `pattern` has places for.
fn values(pattern: &Pattern<&'static str>) -> BTreeSet<String> {
    let written = format!("{pattern:?}");
    let places = written.split("VariableReference { id: Identifier { name: \"").skip(1);
    places.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
}

#[test]
fn a_catalogue_says_nothing_that_english_does_not_and_fills_in_the_same_values() {
    let english = Words::of(Language::English);
    for language in COMPLETE {
        for (name, message) in &Words::of(language).messages {
            let original = english.messages.get(name).and_then(CatalogueMessage::pattern);
            let original = original.unwrap_or_else(|| panic!("{language:?}: {name}"));
            let message = message.pattern().unwrap();
            assert_eq!(values(message), values(original), "{language:?}: {name}");
        }
    }
}

#[test]
fn a_catalogue_that_is_complete_lacks_nothing() {
    for language in COMPLETE {
        let words = Words::of(language);
        let lacks = |name: &&&str| !words.messages.contains_key(**name);
        let missing: Vec<_> = Words::of(Language::English).messages.keys().filter(lacks).collect();
        assert!(missing.is_empty(), "{language:?} lacks {missing:?}");
    }
}

/// Returns the names of the messages that are made from those of actions, settings, switches and encodings.
fn made() -> BTreeSet<String> {
    let actions = input::names().map(|(name, _)| format!("action-{name}"));
    let settings = PAGE.iter().chain(LAYOUT).map(|setting| format!("setting-{}", setting.name));
    let switches = SEARCH.iter().map(|setting| format!("switch-{}", setting.name));
    let scripts = OFFERED.iter().map(|encoding| format!("script-{}", encoding.name()));
    actions.chain(settings).chain(switches).chain(scripts).collect()
}

#[test]
fn each_action_setting_switch_and_encoding_has_words() {
    let words = Words::of(Language::English);
    let missing: Vec<String> =
        made().into_iter().filter(|name| !words.messages.contains_key(name.as_str())).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn numbers_choose_the_words_where_a_language_has_plurals() {
    let found = |language, count: usize| {
        let phrase = Phrase::new("found").with("count", count).with("shown", count.to_string());
        Words::of(language).say(&phrase)
    };
    assert_eq!(
        (found(Language::English, 1), found(Language::English, 2)),
        ("1 match".into(), "2 matches".into())
    );
    assert_eq!(found(Language::Korean, 1), "1곳");
    let alike = Phrase::new("alike-headings").with("count", 0).with("undo", "u");
    assert_eq!(
        Words::of(Language::Japanese).say(&alike),
        "同じ種類の行はありません（u で取り消し）"
    );
}

#[test]
fn what_a_language_lacks_is_said_in_english() {
    let words = Words::of(Language::Japanese);
    assert_eq!(words.get("no-such-message"), "no-such-message");
}
