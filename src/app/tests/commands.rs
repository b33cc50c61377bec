//! The command line, and the window of what may follow a key.

use super::*;
use crate::app::CommandLine;
use crate::app::commands::COMMANDS;

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
    session.keys(":0\n:+6\n");
    assert_eq!(session.top(), "line 4");
    session.keys(":-2\n:-\n:+\n");
    assert_eq!(session.top(), "line 3");
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

#[test]
fn what_may_follow_a_key_is_shown_after_a_moment_and_until_the_next_key() {
    let mut session = session();
    let reminder = |session: &Session| {
        let asked = session.0.asked().iter().rev();
        asked.into_iter().find_map(|effect| match effect {
            Effect::Remind(job) => Some(*job),
            _ => None,
        })
    };
    session.keys("m");
    let job = reminder(&session).unwrap();
    assert!(session.state().following_keys().is_empty(), "not at once");
    session.tell(Message::Reminded(job));
    let keys: Vec<String> =
        session.state().following_keys().into_iter().map(|row| row.keys).collect();
    assert_eq!(keys, ["Letter", "Enter", "\""]);
    session.keys("a");
    assert!(session.state().following_keys().is_empty());
    session.keys("'");
    session.tell(Message::Reminded(job));
    assert!(session.state().following_keys().is_empty(), "that was an old one");
    session.press(KeyCode::Esc);
    let late = reminder(&session).unwrap();
    session.tell(Message::Reminded(late));
    assert!(session.state().following_keys().is_empty());
}

#[test]
fn settings_are_set_and_told() {
    let mut session = session();
    session.keys(":set width=20\n");
    assert_eq!((session.view().measure(), session.notice()), (20, "width = 20"));
    session.keys(":set width\n");
    assert_eq!(session.notice(), "width = 20");
    session.keys(":se sticky=true\n:set nosticky\n");
    assert_eq!(session.notice(), "sticky = false");
    session.keys(":set sticky\n:set sticky?\n");
    assert_eq!(session.notice(), "sticky = true", "as in vim: alone it is switched on");
    session.keys(":set nu\n");
    assert_eq!((session.notice(), session.view().panes().numbers()), ("line-numbers = true", 5));
    session.keys(":set nonumber\n");
    assert_eq!((session.notice(), session.view().panes().numbers()), ("line-numbers = false", 0));
    session.keys(":set search.kana=different\n");
    assert!(!session.state().finder().options().folding.kana);
    session.keys(":set ic\n");
    assert_eq!(session.notice(), "no setting `ic`", "what was typed is not thrown away");
    session.keys(":set widht=3\n");
    assert!(session.notice().contains("did you mean `width`"), "{}", session.notice());
    session.keys(":set width=1\n");
    assert!(session.notice().contains("2 to 400"), "{}", session.notice());
    assert_eq!(session.view().measure(), 20);
}

#[test]
fn a_setting_is_completed_before_its_value_is_typed() {
    let mut session = session();
    session.keys(":set wid\n");
    let typed = session.state().focus().line().map(|line| line.text().to_owned());
    assert_eq!(typed.as_deref(), Some("set width="));
    session.keys("24\n");
    assert_eq!(session.view().measure(), 24);
}

#[test]
fn a_line_that_was_typed_is_obeyed_and_not_completed() {
    let mut session = session();
    session.keys(":set width=\n");
    assert_eq!(session.notice(), "width = 80");
    session.keys(":e notes=\n");
    let asked = session.0.asked().last().cloned();
    assert!(matches!(asked, Some(Effect::Open(file)) if file == "notes="));
}

#[test]
fn no_two_commands_share_a_name() {
    let mut names: Vec<_> = COMMANDS.iter().flat_map(|command| command.names).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
}
