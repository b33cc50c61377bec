//! The time that is left, by the pace of the reader.

use super::*;

/// The rows of the text.
const ROWS: usize = 400;

/// Returns a reader of a text of so many rows of twelve characters, without headings, in a window of eleven rows.
fn reader() -> Session {
    let text = "雨落在山路上灯下有人看书\n".repeat(ROWS);
    Session::open(&text, 40, 11)
}

/// Turns so many pages, each after so many milliseconds.
fn turn(session: &mut Session, now: &mut u64, pages: usize, milliseconds: u64) {
    for _ in 0..pages {
        *now += milliseconds;
        session.tell(Message::Now(*now));
        session.keys(" ");
    }
}

fn minutes(session: &Session) -> Option<u64> {
    session.state().time_left().map(|left| left.document)
}

#[test]
fn the_time_left_is_that_of_the_pages_that_are_left() {
    let (mut session, mut now) = (reader(), 0);
    turn(&mut session, &mut now, 3, 12_000);
    assert_eq!(minutes(&session), None, "too little was read");
    turn(&mut session, &mut now, 7, 12_000);
    let pages = (ROWS - 10 * 9) / 9;
    let left = minutes(&session).unwrap();
    assert!(left.abs_diff(pages as u64 * 12 / 60) <= 1, "{left}");
    let before = left;
    // A pause, a jump, pages turned over: the pace stays.
    turn(&mut session, &mut now, 1, 3_600_000);
    session.keys("gG");
    turn(&mut session, &mut now, 1, 9_000);
    session.keys("g");
    turn(&mut session, &mut now, 10, 300);
    turn(&mut session, &mut now, 1, 9_000);
    let left = minutes(&session).unwrap();
    assert!(left.abs_diff(before) <= 1, "{left}");
    session.keys("G");
    assert_eq!(minutes(&session), None, "it is the end");
}

#[test]
fn who_does_not_want_it_is_not_measured() {
    let (mut session, mut now) = (reader(), 0);
    session.keys(":set status=title\n");
    turn(&mut session, &mut now, 20, 12_000);
    session.keys(":set status=left\n");
    assert_eq!(minutes(&session), None);
}

#[test]
fn a_section_has_its_own_time() {
    let chapter =
        |title: &str| format!("{title}\n\n{}", "    雨落在山路上，灯下有人看书。\n".repeat(150));
    let text = format!("{}\n{}", chapter("第一章 风起"), chapter("第二章 夜雨"));
    let (mut session, mut now) = (Session::open(&text, 40, 11), 0);
    turn(&mut session, &mut now, 8, 12_000);
    let left = session.state().time_left().unwrap();
    assert!(left.section.unwrap() < left.document, "{left:?}");
}
