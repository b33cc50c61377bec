//! The command line.

use super::*;
use crate::app::CommandLine;

fn lines() -> String {
    (1..=200).map(|number| format!("line {number}\n\n")).collect()
}

fn session() -> Session {
    Session::open(&lines(), 40, 11)
}

#[test]
fn a_number_is_a_line_and_a_per_cent_a_place() {
    let mut session = session();
    session.keys(":121\n");
    assert_eq!(session.top(), "line 61");
    session.keys(":50%\n");
    assert_eq!(session.view().percent(), 50);
    session.keys(":0\n");
    assert_eq!(session.top(), "line 1");
    session.keys(":$\n");
    assert_eq!(session.view().percent(), 100);
}

#[test]
fn an_action_is_done_by_its_name_so_often() {
    let mut session = session();
    session.keys(":next_paragraph 3\n");
    assert_eq!(session.top(), "line 4");
    session.keys(":toc\n\u{1b}:q\n");
    assert!(session.asked(|effect| matches!(effect, Effect::Quit)));
}

#[test]
fn what_is_typed_in_part_is_completed_by_enter_and_by_tab() {
    let mut session = session();
    session.keys(":next_par");
    let Focus::Commands(line) = session.state().focus() else { panic!("no command line") };
    assert_eq!((line.chosen(), line.count()), (Some(0), 1));
    session.keys("\n");
    assert_eq!(session.top(), "line 2");
    session.keys(":previous_par");
    session.press(KeyCode::Tab);
    let typed = session.state().focus().line().map(|line| line.text().to_owned());
    assert_eq!(typed.as_deref(), Some("previous_paragraph"));
    session.keys(" 1\n");
    assert_eq!(session.top(), "line 1");
}

#[test]
fn an_offer_is_chosen_by_arrows_and_nothing_typed_does_nothing() {
    let mut session = session();
    session.keys(":\n");
    assert!(matches!(session.state().focus(), Focus::Page));
    session.keys(":");
    session.press(KeyCode::Down);
    session.press(KeyCode::Down);
    session.press(KeyCode::Up);
    assert_eq!(chosen(&session).as_deref(), Some("e"));
    session.press(KeyCode::Up);
    assert_eq!(chosen(&session), None);
    session.press(KeyCode::Backspace);
    assert!(matches!(session.state().focus(), Focus::Page));
}

fn chosen(session: &Session) -> Option<String> {
    let Focus::Commands(line) = session.state().focus() else { panic!("no command line") };
    let line: &CommandLine = line;
    line.listed().nth(line.chosen()?).map(|offer| offer.name.clone())
}

#[test]
fn fingers_of_other_programs_are_answered() {
    let mut session = session();
    session.keys(":w\n");
    assert!(session.notice().contains("Nothing is to be written"));
    session.keys(":wq!\n");
    assert!(session.asked(|effect| matches!(effect, Effect::Quit)));
    session.keys("/line\n:noh\n");
    assert!(session.find().is_none());
}

#[test]
fn an_unknown_command_is_told_with_what_may_be_meant() {
    let mut session = session();
    session.keys(":xyzzy\n");
    assert_eq!(session.notice(), "There is no command xyzzy; ? shows the keys.");
    session.keys(":qit 3\n");
    assert_eq!(session.notice(), "There is no command qit; did you mean quit?");
    session.keys(":set_mark\n");
    assert!(session.notice().starts_with("This takes a letter"));
    session.keys(":set_mark a\nG:go_to_mark a\n");
    assert_eq!(session.top(), "line 1");
}
