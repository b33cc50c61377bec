//! Settings that are changed while reading: the list of themes, the list of settings, a setting by its name.

use super::*;
use crate::config::{AnySetting, FaultKind, Role, Theme};
use crate::document::{TerminalColour, ViewMode};

fn theme(session: &Session) -> Theme {
    session.state().settings().theme
}

fn built_in(name: &str) -> Theme {
    Theme::built_in(name).unwrap().at(theme_depth())
}

fn theme_depth() -> crate::config::Depth {
    Setup::default().themes.depth
}

/// Returns what was asked to be kept, as the file of settings has it.
fn kept(session: &Session) -> Vec<String> {
    let asked = session.0.asked().iter().filter_map(|effect| match effect {
        Effect::KeepSettings(assigned) => Some(assigned),
        _ => None,
    });
    asked.flatten().map(|one| format!("{} = {}", one.setting.name(), one.word)).collect()
}

#[test]
fn the_page_is_shown_in_the_theme_that_is_chosen_and_escape_returns() {
    let mut session = Session::open(&chapters(), 40, 11);
    session.keys("T");
    session.press(KeyCode::End);
    assert_eq!(theme(&session), built_in("mono"));
    session.press(KeyCode::Up);
    assert_eq!(theme(&session), built_in("night"));
    session.press(KeyCode::Esc);
    assert_eq!((theme(&session), kept(&session).len()), (built_in("terminal"), 0));
    assert!(matches!(session.state().focus(), Focus::Page));
}

#[test]
fn what_is_typed_narrows_the_themes_and_enter_keeps_the_chosen_one() {
    let mut session = Session::open(&chapters(), 40, 11);
    session.keys("Tsep");
    assert_eq!(theme(&session), built_in("sepia"));
    session.keys("x\n");
    assert!(matches!(session.state().focus(), Focus::Themes(_)), "there is none to keep");
    session.press(KeyCode::Backspace);
    session.keys("\n");
    assert_eq!(
        (theme(&session), kept(&session)),
        (built_in("sepia"), vec!["theme = sepia".into()])
    );
}

#[test]
fn the_readers_own_themes_are_listed_when_they_are_read() {
    let mut session = Session::open(&chapters(), 40, 11);
    session.keys("T");
    assert!(matches!(session.0.asked(), [Effect::LoadThemes]));
    let own = built_in("sepia");
    session.tell(Message::OwnThemes(vec![("mine".to_owned(), own)]));
    session.press(KeyCode::End);
    assert_eq!(theme(&session), own);
    session.keys("\n");
    assert_eq!(kept(&session), ["theme = mine"]);
    let mut session = Session::open(&chapters(), 40, 11);
    session.keys("Tdu");
    session.tell(Message::OwnThemes(vec![("dusk".to_owned(), own)]));
    session.keys("\n");
    assert_eq!(kept(&session), ["theme = dusk"], "also what was typed before they were read");
}

#[test]
fn auto_goes_by_the_ground_that_the_terminal_told() {
    let mut session = Session::open(&chapters(), 40, 11);
    session.keys("Tsepia");
    session.tell(Message::Ground(TerminalColour::Rgb(255, 255, 255)));
    assert_eq!(theme(&session), built_in("sepia"));
    session.press(KeyCode::Esc);
    session.keys("auto");
    assert_eq!(theme(&session).look(Role::Link), built_in("light").look(Role::Link));
}

#[test]
fn a_setting_changes_the_page_at_once_and_enter_keeps_what_changed() {
    let mut session = Session::open(&numbered(50), 40, 11);
    session.keys(",sticky");
    session.press(KeyCode::Right);
    assert!(session.state().settings().page.sticky);
    session.press(KeyCode::Right);
    assert!(session.state().settings().page.sticky, "there is no other value");
    session.press(KeyCode::Esc);
    session.keys("search.regex");
    session.press(KeyCode::Right);
    session.keys("\n");
    assert_eq!(kept(&session), ["sticky = true", "search.regex = true"]);
    assert_eq!(session.state().finder().options().syntax, crate::search::Syntax::Regex);
}

#[test]
fn escape_brings_every_setting_back() {
    let mut session = Session::open(&numbered(50), 40, 11);
    let before = session.state().preferences().config().clone();
    session.keys(",");
    for _ in 0..AnySetting::all().count() {
        session.press(KeyCode::Right);
        session.press(KeyCode::Down);
    }
    assert_ne!(*session.state().preferences().config(), before);
    session.press(KeyCode::Esc);
    assert_eq!(*session.state().preferences().config(), before);
    assert_eq!(session.state().finder().options(), SearchOptions::default());
    assert_eq!((kept(&session).len(), session.view().measure()), (0, 38));
}

#[test]
fn the_same_words_stay_on_top_while_the_width_changes() {
    let mut session = Session::open(&chapters(), 60, 11);
    session.keys("5j");
    let top = session.view().top();
    session.keys(",");
    for _ in 0..30 {
        session.press(KeyCode::Left);
    }
    assert_eq!(session.view().measure(), 50);
    assert!(session.view().page().first().is_some_and(|row| row.start <= top));
    session.press(KeyCode::Esc);
    assert_eq!(session.view().top(), top);
}

#[test]
fn the_keys_and_the_view_of_a_text_are_settings() {
    let mut session = Session::open("一行\n  又一行\n", 40, 11);
    session.0.tell(Message::Key(Key::char('1')));
    session.press(KeyCode::Esc);
    let mut state = session.state().clone();
    let set = |state: &mut State, name, word| {
        state.set(name, word).unwrap();
        update(state, Message::Reminded(0))
    };
    set(&mut state, "keys", "less");
    assert_eq!(state.keymap().page().action(Key::char('w')), Some(crate::input::Action::PageUp));
    for (word, view) in [("verbatim", ViewMode::Verbatim), ("auto", ViewMode::Auto)] {
        let effects = set(&mut state, "view", word);
        let asked = effects.into_iter().find_map(|effect| match effect {
            Effect::Show { viewing, .. } => Some(viewing.document().facts().view),
            _ => None,
        });
        assert_eq!(asked, Some(view));
    }
    set(&mut state, "ambiguous", "2");
    assert_eq!(state.view().model().ambiguous, crate::text::Ambiguous::Wide);
    let effects = set(&mut state, "ambiguous", "auto");
    assert_eq!(state.view().model().ambiguous, crate::text::Ambiguous::Narrow);
    assert!(matches!(effects.as_slice(), [Effect::KeepSettings(_)]));
}

#[test]
fn a_setting_that_is_none_is_told_and_changes_nothing() {
    let mut state = Session::open("一行\n", 40, 11).state().clone();
    let told = |told: Result<(), FaultKind>| {
        let words = crate::words::Words::of(crate::words::Language::default());
        words.say(&crate::words::Phrase::from(&told.unwrap_err()))
    };
    assert_eq!(told(state.set("widht", "9")), "no setting `widht`; did you mean `width`?");
    assert_eq!(told(state.set("width", "1")), "`width` can't be `1`: give a number from 2 to 400");
    assert!(update(&mut state, Message::Reminded(0)).is_empty());
}

#[test]
fn a_value_may_be_typed_and_one_that_is_none_is_told() {
    let mut session = Session::open(&numbered(50), 60, 11);
    session.keys(",width");
    session.0.press(Key::ctrl('e'));
    session.0.press(Key::ctrl('u'));
    session.keys("4");
    assert_eq!(session.view().measure(), 4);
    session.keys("x\n");
    assert_eq!(session.notice(), "`width` can't be `4x`: give a number from 2 to 400");
    session.press(KeyCode::Backspace);
    session.keys("0\n");
    assert_eq!(session.view().measure(), 40);
    session.0.press(Key::ctrl('e'));
    session.press(KeyCode::Backspace);
    session.press(KeyCode::Esc);
    assert_eq!(session.view().measure(), 40);
    session.keys("\n");
    assert_eq!(kept(&session), ["width = 40"]);
}

#[test]
fn a_setting_is_made_in_the_command_line_and_a_wrong_one_told() {
    let mut session = Session::open(&numbered(50), 60, 11);
    session.keys(":set width = 30\n");
    assert_eq!((session.view().measure(), kept(&session)), (30, vec!["width = 30".to_owned()]));
    session.keys(":set search.regex=true\n");
    assert_eq!(kept(&session).last().map(String::as_str), Some("search.regex = true"));
    session.keys(":set widht=9\n");
    assert_eq!(session.notice(), "no setting `widht`; did you mean `width`?");
    session.keys(":set sticky=maybe\n");
    assert_eq!(session.notice(), "`sticky` can't be `maybe`: choose one of false, true");
}
