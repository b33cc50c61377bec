//! Sessions in which another document is opened in place of the one that is read.

use super::*;
use crate::app::NextBook;
use crate::document::Locator;
use crate::input::Line;
use crate::shelf::OwnSettings;

/// Returns a document of this text that was never read before.
pub(super) fn next(title: &str, text: &str) -> NextBook {
    let (rules, replacements, recalled) = Default::default();
    let (file, title, document) = (title.into(), title.to_owned(), plain(text));
    let (growing, place, own) = (false, None, OwnSettings::default());
    NextBook { file, title, document, growing, rules, replacements, recalled, place, own }
}

pub(super) fn open(session: &mut Session, next: NextBook) {
    session.tell(Message::Opened(Box::new(next)));
}

#[test]
fn another_document_opens_at_its_start_and_has_its_own_sections() {
    let mut session = Session::open(&numbered(1000), 40, 11);
    session.keys("50%");
    open(&mut session, next("other", "第一章 渡船\n\n雨。\n\n第二章 夜雨\n\n雨。\n"));
    assert_eq!((session.top().as_str(), session.book().title().as_str()), ("第一章 渡船", "other"));
    assert_eq!(session.book().outline().sections().len(), 2);
    session.keys("''");
    assert_eq!(session.top(), "第一章 渡船", "the way back is of one document");
}

#[test]
fn another_document_opens_where_it_was_left() {
    let mut session = Session::open("雨\n", 40, 11);
    let mut other = next("other", &numbered(1000));
    let place = other.document.locate(crate::document::Anchor { part: 0, line: 499 });
    other.place = Some(Locator::of(&other.document, place));
    open(&mut session, other);
    assert_eq!(session.top(), "line 500");
}

#[test]
fn what_the_reader_set_and_searched_for_stays_and_what_was_begun_does_not() {
    let mut session = Session::open(&numbered(1000), 80, 11);
    session.keys("--/line 7\n");
    let width = session.view().measure();
    session.keys("t7");
    open(&mut session, next("other", &numbered(10)));
    assert!(matches!(session.state().focus(), Focus::Page));
    assert_eq!((session.view().measure(), session.find().is_some()), (width, false));
    session.keys("/");
    session.press(KeyCode::Up);
    session.keys("\n");
    assert_eq!(session.find().map(Find::total), Some(1));
    session.keys("5");
    open(&mut session, next("third", &numbered(1000)));
    session.keys("j");
    assert_eq!(session.top(), "line 2", "a number is of one document");
}

#[test]
fn what_is_about_no_document_stays_open() {
    let mut session = Session::open(&numbered(100), 80, 11);
    session.keys(":set wid");
    open(&mut session, next("other", &numbered(10)));
    assert_eq!(session.state().focus().line().map(Line::text), Some("set wid"));
    session.press(KeyCode::Esc);
    session.press(KeyCode::Esc);
    session.keys("V");
    assert!(matches!(session.state().focus(), Focus::Selecting(_)));
    open(&mut session, next("third", &numbered(10)));
    assert!(matches!(session.state().focus(), Focus::Page), "a selection is of one document");
}

#[test]
fn what_may_follow_a_key_is_hidden_with_the_key() {
    let mut session = Session::open(&numbered(100), 80, 11);
    session.keys("m");
    let remind = |effect: &Effect| match effect {
        Effect::Remind(job) => Some(*job),
        _ => None,
    };
    let job = session.0.asked().iter().find_map(remind).unwrap();
    session.tell(Message::Reminded(job));
    assert!(!session.state().following_keys().is_empty());
    open(&mut session, next("other", &numbered(10)));
    assert!(session.state().following_keys().is_empty());
}

#[test]
fn what_was_found_in_the_document_before_is_dropped() {
    let (mut state, begun) =
        State::open(plain(&numbered(99)), "a", Setup::default(), Size::new(40, 9), false);
    let survey = |effects: &[Effect]| {
        let job = effects.iter().find_map(|effect| match effect {
            Effect::Survey { job, .. } => Some(*job),
            _ => None,
        });
        job.expect("a survey is asked for")
    };
    let next = next("other", "第一章 渡船\n\n雨。\n");
    let effects = update(&mut state, Message::Opened(Box::new(next)));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::StopSearch)));
    assert!(survey(&effects) > survey(&begun));
    let found = crate::document::Survey { done: 7, replaced: 3, ..Default::default() };
    update(&mut state, Message::Surveyed { job: survey(&begun), survey: found, finished: true });
    assert_eq!(state.book().sections().replaced(), 0);
}

/// Returns the files that were to be opened.
fn asked(session: &Session) -> Vec<&str> {
    fn file(effect: &Effect) -> Option<&str> {
        match effect {
            Effect::Open(file) => file.to_str(),
            _ => None,
        }
    }
    session.0.asked().iter().filter_map(file).collect()
}

#[test]
fn several_files_are_gone_through_by_commands() {
    let files = ["a", "b", "c"].map(std::ffi::OsString::from).to_vec();
    let mut session =
        Session::set_up("雨\n", Setup { files, ..Setup::default() }, Size::new(40, 11));
    session.keys(":p\n");
    assert_eq!(session.notice(), "This is the first of the files.");
    session.keys(":n\n");
    assert_eq!((session.notice(), session.state().files().number()), ("Opening b…", Some((1, 3))));
    open(&mut session, next("b", "雨\n"));
    assert_eq!(session.state().files().number(), Some((2, 3)));
    session.keys(":n\n");
    open(&mut session, next("c", "雨\n"));
    session.keys(":next_file\n");
    assert_eq!(session.notice(), "This is the last of the files.");
    session.keys(":p 2\n");
    assert_eq!(asked(&session), ["b", "c", "a"]);
}

#[test]
fn a_file_that_is_typed_is_opened_and_one_file_has_no_next() {
    let mut session = Session::open("雨\n", 40, 11);
    session.keys(":n\n");
    assert_eq!(session.notice(), "No other file was named.");
    session.keys(":e ~/a novel.txt\n");
    assert_eq!(asked(&session), ["~/a novel.txt"]);
    session.keys(":e\n");
    assert!(session.asked(|effect| matches!(effect, Effect::Reload)));
}
