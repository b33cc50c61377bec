use std::sync::Arc;

use super::*;
use crate::app::Effect;
use crate::app::{Focus, Message, Session, Setup, Size, State, update};
use crate::decode::Choice;
use crate::decode::Hint;
use crate::format::plain::PlainText;
use crate::input::{Key, KeyCode};
use crate::shelf::Change;

/// The first words of 红楼梦, in numbered lines that are not all alike.
fn text() -> String {
    let sentence = "此开卷第一回也。作者自云：因曾历过一番梦幻之后。";
    let line = |number: usize| format!("第{number}行：{}\n", sentence.repeat(1 + number % 4));
    (0..800).map(line).collect::<Vec<_>>().concat()
}

fn opened(bytes: Vec<u8>, choice: Choice) -> Session {
    let document = Document::new(Arc::new(PlainText::open(Arc::new(bytes), choice)));
    Session::open(document, "a", Setup::default(), Size::new(80, 24))
}

fn gbk() -> Encoding {
    Encoding::named("gbk").unwrap()
}

fn press(session: &mut Session, codes: &[KeyCode]) {
    for code in codes {
        session.press(Key::plain(*code));
    }
}

fn top_words(session: &Session) -> String {
    let state = session.state();
    let part = state.book().document().part(state.view().top().part);
    part.text().get(state.view().top().byte..).unwrap().chars().take(8).collect()
}

fn encoding(session: &Session) -> &'static str {
    session.state().book().document().facts().encoding.unwrap().encoding.name()
}

#[test]
fn the_page_is_shown_in_the_chosen_encoding_with_the_same_words_at_the_top() {
    let mut session = opened(gbk().encode(&text()), Choice::Use(Encoding::UTF_8));
    session.keys("50%e");
    let Focus::Encodings(list) = session.state().focus() else { panic!("no list") };
    assert_eq!(
        list.listed().get(list.chosen()).map(|offered| offered.encoding.name()),
        Some("UTF-8")
    );
    press(&mut session, &[KeyCode::Down]);
    assert_eq!(encoding(&session), "GBK");
    let first = top_words(&session);
    assert!(text().contains(&first), "{first}");
    // Every other encoding and back leads to the same place.
    let (down, home, end) = (KeyCode::Down, KeyCode::Home, KeyCode::End);
    press(&mut session, &[end, home, end, home, down]);
    assert_eq!(top_words(&session), first);
}

#[test]
fn an_encoding_that_was_kept_and_reads_badly_is_told_with_its_cure_at_each_opening() {
    let kept = |encoding| opened(gbk().encode(&text()), Choice::Remembered(encoding));
    let told = |session: &Session| session.state().told().unwrap_or_default();
    let told_of = told(&kept(Encoding::UTF_8));
    assert!(told_of.contains("UTF-8") && told_of.contains("e chooses another"), "{told_of}");
    assert_eq!(told(&kept(gbk())), "");
}

/// Returns the encoding that was kept last.
fn kept(session: &Session) -> Option<Encoding> {
    session.asked().iter().rev().find_map(|effect| match effect {
        Effect::Save(Change::Encoding(encoding)) => Some(*encoding),
        _ => None,
    })
}

#[test]
fn enter_keeps_the_encoding_and_looks_for_the_sections_again() {
    let text = format!("第一章 风起\n\n{}\n第二章 夜雨\n\n{}", text(), text());
    let mut session = opened(gbk().encode(&text), Choice::Use(Encoding::UTF_8));
    let titles = |session: &Session| {
        session.state().book().outline().title(0).unwrap_or_default().trim().to_owned()
    };
    assert_ne!(titles(&session), "第一章 风起");
    session.keys("e");
    press(&mut session, &[KeyCode::Down, KeyCode::Enter]);
    assert_eq!((encoding(&session), kept(&session)), ("GBK", Some(gbk())));
    assert!(matches!(session.state().focus(), Focus::Page));
    assert_eq!(titles(&session), "第一章 风起");
}

#[test]
fn an_encoding_in_which_the_text_looks_worse_is_kept_only_when_it_is_asked_for_twice() {
    for worse in ["big5", "utf-16be", "windows-1252"] {
        let mut session = opened(gbk().encode(&text()), Choice::Use(gbk()));
        session.keys(&format!("e{worse}\n"));
        assert_eq!(kept(&session), None, "{worse}");
        let Focus::Encodings(list) = session.state().focus() else { panic!("no list") };
        assert_eq!(list.stage(), Stage::Asking, "{worse}");
        let mut other = session.clone();
        other.keys("\u{1B}\u{1B}");
        assert_eq!((encoding(&other), kept(&other)), ("GBK", None), "{worse}");
        session.keys("\n");
        assert!(kept(&session).is_some(), "{worse}");
    }
}

#[test]
fn letters_narrow_the_list_by_name_and_by_what_is_written_in_it() {
    let mut session = opened(gbk().encode(&text()), Choice::Use(gbk()));
    session.keys("ejapan");
    let Focus::Encodings(list) = session.state().focus() else { panic!("no list") };
    assert!(!list.listed().is_empty() && list.listed().len() < OFFERED.len());
    session.keys("無\n");
    assert!(matches!(session.state().focus(), Focus::Encodings(_)), "nothing is listed");
    session.keys("\u{1B}\u{1B}");
    assert_eq!((encoding(&session), kept(&session)), ("GBK", None));
}

#[test]
fn escape_returns_to_the_encoding_and_the_place_before() {
    let mut session = opened(gbk().encode(&text()), Choice::Detect(Hint::default()));
    session.keys("30%");
    let (top, words) = (session.state().view().top(), top_words(&session));
    session.keys("e");
    press(&mut session, &[KeyCode::End, KeyCode::End, KeyCode::Esc]);
    assert_eq!(encoding(&session), "GBK");
    assert_eq!((session.state().view().top(), top_words(&session)), (top, words));
}

#[test]
fn what_arrives_later_is_in_the_encoding_that_was_kept() {
    let mut session = opened(gbk().encode(&text()), Choice::Use(Encoding::UTF_8));
    session.keys("e");
    press(&mut session, &[KeyCode::Down, KeyCode::Enter]);
    let bytes = Arc::new(gbk().encode(&text().repeat(2)));
    let document = Document::new(Arc::new(PlainText::open(bytes, Choice::Use(Encoding::UTF_8))));
    session.tell(Message::Grew { document, more: true });
    assert_eq!(encoding(&session), "GBK");
}

#[test]
fn between_units_and_bytes_the_place_is_kept_by_how_far_it_is() {
    let mut session = opened(Encoding::UTF_16LE.encode(&text()), Choice::Use(Encoding::UTF_8));
    session.keys("50%");
    let before = session.state().view().percent();
    session.keys("e");
    while encoding(&session) != "UTF-16LE" {
        press(&mut session, &[KeyCode::Down]);
    }
    let percent = session.state().view().percent();
    assert!(percent.abs_diff(before) <= 1, "{percent} {before}");
    let words = top_words(&session);
    assert!(text().contains(&words), "{words}");
}

#[test]
fn an_encoding_that_was_chosen_is_told_and_undone() {
    let mut session = opened(gbk().encode(&text()), Choice::Use(Encoding::UTF_8));
    session.keys("e");
    press(&mut session, &[KeyCode::Down, KeyCode::Enter]);
    let told = |session: &Session| session.state().told().unwrap_or_default();
    assert_eq!(told(&session), "The encoding is GBK from now on; U undoes.");
    session.keys("U");
    assert_eq!((told(&session).as_str(), encoding(&session)), ("As before: UTF-8", "UTF-8"));
    assert_eq!(kept(&session), Some(Encoding::UTF_8));
    session.keys("U");
    assert_eq!(told(&session), "There is nothing to undo.");
}

/// Presses the key `code`, and returns what is asked of the world.
fn asked(state: &mut State, code: KeyCode) -> Vec<Effect> {
    update(state, Message::Key(Key::plain(code)))
}

/// Returns the message of the document that these `effects` ask for, when it has come late.
fn shown(effects: Vec<Effect>) -> Message {
    let mut asked = effects.into_iter().filter_map(|effect| match effect {
        Effect::Show { job, viewing, .. } => {
            Some(Message::Shown { job, document: viewing.document(), late: true })
        }
        _ => None,
    });
    asked.next().expect("it is asked for")
}

#[test]
fn keys_are_taken_while_the_text_is_read_in_another_encoding() {
    let mut session = opened(gbk().encode(&text()), Choice::Use(Encoding::UTF_8));
    session.keys("e");
    let mut state = session.state().clone();
    let encoding = |state: &State| encoding_of(state.book().document()).unwrap();
    let chinese = shown(asked(&mut state, KeyCode::Down));
    assert_eq!(encoding(&state), Encoding::UTF_8);
    let taken = asked(&mut state, KeyCode::Enter);
    assert!(taken.is_empty() && matches!(state.focus(), Focus::Encodings(_)), "it is not there");
    let mut left = state.clone();
    let kept = update(&mut state, chinese.clone());
    assert!(kept.iter().any(|it| matches!(it, Effect::Save(Change::Encoding(it)) if *it == gbk())));
    assert_eq!(encoding(&state), gbk());
    assert!(matches!(state.focus(), Focus::Page));
    let other = shown(asked(&mut left, KeyCode::Down));
    update(&mut left, chinese);
    assert_eq!(encoding(&left), Encoding::UTF_8, "another was chosen since");
    asked(&mut left, KeyCode::Esc);
    update(&mut left, other);
    assert_eq!(encoding(&left), Encoding::UTF_8, "the list was left");
}
