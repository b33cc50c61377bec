use std::sync::Arc;

use super::*;
use crate::app::{Message, Setup, Size, update};
use crate::decode::Choice;
use crate::decode::Hint;
use crate::format::plain::PlainText;

/// The first words of 红楼梦, in numbered lines that are not all alike.
fn text() -> String {
    let sentence = "此开卷第一回也。作者自云：因曾历过一番梦幻之后。";
    let line = |number: usize| format!("第{number}行：{}\n", sentence.repeat(1 + number % 4));
    (0..800).map(line).collect::<Vec<_>>().concat()
}

fn state(bytes: Vec<u8>, choice: Choice) -> State {
    let document = Document::new(Arc::new(PlainText::open(Arc::new(bytes), choice)));
    State::open(document, "a", Setup::default(), Size::new(80, 24), false).0
}

fn gbk() -> Encoding {
    Encoding::named("gbk").unwrap()
}

fn press(state: &mut State, keys: &str) -> Vec<Effect> {
    let key = |c| match c {
        '\n' => Key::plain(KeyCode::Enter),
        '\u{1B}' => Key::plain(KeyCode::Esc),
        c => Key::char(c),
    };
    keys.chars().flat_map(|c| update(state, Message::Key(key(c)))).collect()
}

fn top_words(state: &State) -> String {
    let part = state.flow().document().part(state.top().part);
    part.text().get(state.top().byte..).unwrap().chars().take(8).collect()
}

fn encoding(state: &State) -> &'static str {
    state.flow().document().facts().encoding.unwrap().encoding.name()
}

#[test]
fn the_page_is_shown_in_the_chosen_encoding_with_the_same_words_at_the_top() {
    let mut state = state(gbk().encode(&text()), Choice::Use(Encoding::UTF_8));
    press(&mut state, "50%");
    press(&mut state, "e");
    let Focus::Encodings(list) = state.focus() else { panic!("no list") };
    assert_eq!(
        list.listed().get(list.chosen()).map(|(encoding, _)| encoding.name()),
        Some("UTF-8")
    );
    press(&mut state, "j");
    assert_eq!(encoding(&state), "GBK");
    let first = top_words(&state);
    assert!(first.starts_with("第4") || first.starts_with("第3"), "{first}");
    // Every other encoding and back leads to the same place.
    press(&mut state, "GgGgj");
    assert_eq!(top_words(&state), first);
}

#[test]
fn enter_keeps_the_encoding_and_looks_for_the_sections_anew() {
    let mut state = state(gbk().encode(&text()), Choice::Use(Encoding::UTF_8));
    let effects = press(&mut state, "ej\n");
    assert_eq!(encoding(&state), "GBK");
    assert!(matches!(state.focus(), Focus::Page));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Survey { .. })));
    let kept = |effect: &Effect| matches!(effect, Effect::KeepEncoding(kept) if *kept == gbk());
    assert!(effects.iter().any(kept));
}

#[test]
fn escape_returns_to_the_encoding_and_the_place_before() {
    let mut state = state(gbk().encode(&text()), Choice::Detect(Hint::default()));
    press(&mut state, "30%");
    let (top, words) = (state.top(), top_words(&state));
    press(&mut state, "eGG\u{1B}");
    assert_eq!(encoding(&state), "GBK");
    assert_eq!((state.top(), top_words(&state)), (top, words));
}

#[test]
fn what_arrives_later_is_in_the_encoding_that_was_kept() {
    let mut state = state(gbk().encode(&text()), Choice::Use(Encoding::UTF_8));
    press(&mut state, "ej\n");
    let bytes = Arc::new(gbk().encode(&text().repeat(2)));
    let document = Document::new(Arc::new(PlainText::open(bytes, Choice::Use(Encoding::UTF_8))));
    update(&mut state, Message::Grew { document, more: true });
    assert_eq!(encoding(&state), "GBK");
}

#[test]
fn between_units_and_bytes_the_place_is_kept_by_how_far_it_is() {
    let mut state = state(Encoding::UTF_16LE.encode(&text()), Choice::Use(Encoding::UTF_8));
    press(&mut state, "50%");
    let before = state.percent();
    press(&mut state, "e");
    while encoding(&state) != "UTF-16LE" {
        press(&mut state, "j");
    }
    assert!(state.percent().abs_diff(before) <= 1, "{} {before}", state.percent());
    let words = top_words(&state);
    assert!(words.starts_with("第4") || words.starts_with("第3"), "{words}");
}
