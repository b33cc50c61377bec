//! Sessions with the list of the documents that were read before.

use super::*;
use crate::app::{Job, RecentList};
use crate::budget::RECENT;
use crate::shelf::{Digest, Listing, Presence, Recent, RecordName};

/// Returns a document that was left at so many milliseconds since 1970.
fn recent(path: &str, left: u64) -> Recent {
    let record = RecordName::new("", Digest::of(path.as_bytes()));
    let (path, section) = (path.to_owned(), "第二章 夜雨".to_owned());
    Recent { record, path, presence: Presence::There, left, percent: Some(42), section }
}

/// Returns the number of the last look for such documents that was asked for.
fn job(session: &Session) -> Job {
    let job = |effect: &Effect| match effect {
        Effect::ListRecent { job } => Some(*job),
        _ => None,
    };
    session.0.asked().iter().rev().find_map(job).expect("they are looked for")
}

fn find(session: &mut Session, found: Vec<Recent>, finished: bool) {
    let job = job(session);
    session.tell(Message::Recent { job, now: 100, found, finished });
}

fn list(session: &Session) -> Option<&RecentList> {
    match session.state().focus() {
        Focus::Recent(list) => Some(list),
        _ => None,
    }
}

/// Returns the titles that are listed.
fn listed(session: &Session) -> Vec<&str> {
    list(session).expect("the list is open").listed().map(Recent::title).collect()
}

/// Returns the paths that were to be opened.
fn opened(session: &Session) -> Vec<&str> {
    fn path(effect: &Effect) -> Option<&str> {
        match effect {
            Effect::Open(path) => path.to_str(),
            _ => None,
        }
    }
    session.0.asked().iter().filter_map(path).collect()
}

/// Returns a session with three documents in the list.
fn listing() -> Session {
    let mut session = Session::open("雨\n", 80, 11);
    session.keys("R");
    find(&mut session, vec![recent("/b/two.txt", 20)], false);
    find(&mut session, vec![recent("/a/one.txt", 10), recent("/c/three.txt", 30)], true);
    session
}

#[test]
fn what_was_left_last_comes_first_and_enter_opens_it() {
    let mut session = listing();
    assert_eq!(listed(&session), ["three.txt", "two.txt", "one.txt"]);
    session.press(KeyCode::Down);
    session.keys("\n");
    assert_eq!(opened(&session), ["/b/two.txt"]);
    assert_eq!(session.notice(), "Opening two.txt…");
    assert!(matches!(session.state().focus(), Focus::Page));
}

#[test]
fn letters_narrow_the_list_by_path_and_section() {
    let mut session = listing();
    session.keys("one");
    assert_eq!(listed(&session), ["one.txt"]);
    session.press(KeyCode::Esc);
    session.keys("yeyu");
    assert_eq!(listed(&session).len(), 3, "by the sound of the section");
    session.keys("x");
    assert_eq!(listed(&session).len(), 0);
    session.keys("\n");
    assert_eq!(opened(&session).len(), 0);
}

#[test]
fn a_missing_document_is_not_opened_and_can_be_dropped_and_brought_back() {
    let mut session = Session::open("雨\n", 80, 11);
    session.keys("R");
    let missing = Recent { presence: Presence::Missing, ..recent("/b/two.txt", 20) };
    find(&mut session, vec![recent("/a/one.txt", 10), missing.clone()], true);
    session.keys("\n");
    let said = "There is no file /b/two.txt any more; Del drops it from the list.";
    assert_eq!((session.notice(), opened(&session).len()), (said, 0));
    session.press(KeyCode::Delete);
    assert_eq!(listed(&session), ["one.txt"]);
    assert_eq!(session.notice(), "Off the list (^_ undoes): two.txt");
    session.tell(Message::Key(Key::ctrl('_')));
    assert_eq!(listed(&session), ["two.txt", "one.txt"]);
    let kept = session.0.asked().iter().filter_map(|effect| match effect {
        Effect::List(record, listing) => Some((record, *listing)),
        _ => None,
    });
    let expected = [Listing::Dropped, Listing::Listed].map(|listing| (&missing.record, listing));
    assert_eq!(kept.collect::<Vec<_>>(), expected);
    session.tell(Message::Key(Key::ctrl('_')));
    assert_eq!(session.notice(), "Nothing was dropped from the list that could come back.");
}

#[test]
fn where_nothing_else_was_read_there_is_no_list() {
    let mut session = Session::open("雨\n", 80, 11);
    session.keys("R");
    find(&mut session, Vec::new(), true);
    assert_eq!(session.notice(), "No other document was read before.");
    assert!(matches!(session.state().focus(), Focus::Page));
}

#[test]
fn what_an_earlier_look_found_is_dropped() {
    let mut session = listing();
    let old = job(&session);
    session.press(KeyCode::Esc);
    session.keys("R");
    session.tell(Message::Recent {
        job: old,
        now: 0,
        found: vec![recent("/d", 40)],
        finished: true,
    });
    assert_eq!(listed(&session).len(), 0);
}

#[test]
fn so_many_documents_are_listed_and_no_more() {
    let count = |found: usize| {
        let mut session = Session::open("雨\n", 80, 11);
        session.keys("R");
        let found = (0..found).map(|number| recent(&format!("/{number}"), number as u64));
        find(&mut session, found.collect(), true);
        list(&session).map(RecentList::count)
    };
    assert_eq!((count(RECENT), count(RECENT + 1)), (Some(RECENT), Some(RECENT)));
}
