//! What makes long reading easier: two columns, rows apart, a page that moves by itself, a ruler.

use super::*;
use crate::config::{PageColumns, PageSettings};
use crate::layout::flow::FlowRow;

fn open(
    text: &str,
    (columns, rows): (usize, usize),
    set: impl FnOnce(&mut PageSettings),
) -> Session {
    let mut config = Config::default();
    set(&mut config.page);
    Session::set_up(text, Setup { config, ..Setup::default() }, Size::new(columns, rows))
}

/// Returns the words of the rows that each column shows.
fn columns(session: &Session) -> Vec<Vec<String>> {
    let words = |row: &FlowRow| {
        let part = session.book().document().part(row.start.part);
        part.slice(row.bytes()).trim().to_owned()
    };
    session.view().columns().map(|rows| rows.iter().map(words).collect()).collect()
}

/// Returns lines that say their numbers, each a paragraph.
fn lines(count: usize) -> String {
    (1..=count).map(|number| format!("line {number}\n")).collect()
}

#[test]
fn the_second_column_goes_on_where_the_first_ends() {
    let mut session = open(&lines(100), (80, 5), |page| page.columns = PageColumns::Two);
    let first =
        [["line 1", "line 2", "line 3", "line 4"], ["line 5", "line 6", "line 7", "line 8"]];
    assert_eq!(columns(&session), first);
    session.press(KeyCode::PageDown);
    assert_eq!(columns(&session)[0][0], "line 8", "one row of both stays");
    session.press(KeyCode::PageUp);
    assert_eq!(columns(&session), first);
    session.keys("j");
    assert_eq!(columns(&session)[1], ["line 6", "line 7", "line 8", "line 9"]);
    session.keys("G");
    assert_eq!(columns(&session)[1][3], "line 100");
    assert_eq!(columns(&session)[0][0], "line 93");
}

#[test]
fn no_row_of_a_page_stays_where_none_is_to() {
    let mut session = open(&lines(100), (80, 5), |page| page.overlap = 0);
    session.press(KeyCode::PageDown);
    assert_eq!(columns(&session)[0][0], "line 5");
    let mut session = open(&lines(100), (80, 5), |page| {
        (page.overlap, page.columns) = (0, PageColumns::Two);
    });
    session.press(KeyCode::PageDown);
    assert_eq!(columns(&session)[0][0], "line 9");
}

#[test]
fn a_short_text_leaves_the_second_column_blank() {
    let session = open(&lines(3), (80, 9), |page| page.columns = PageColumns::Two);
    assert_eq!(columns(&session), [["line 1", "line 2", "line 3"]]);
    assert_eq!(session.view().percent(), 100);
}

#[test]
fn the_same_words_stay_on_top_through_columns_and_resizes() {
    let mut session = open(&chapters(), (120, 9), |_| {});
    session.keys("20j");
    let top = session.view().top();
    session.keys("C");
    assert_eq!((session.view().panes().columns(), session.notice()), (2, "Two columns"));
    let holds = |session: &Session| {
        let row = session.view().page().first().unwrap().clone();
        row.start <= top && top < row.end()
    };
    assert!(holds(&session));
    session.tell(Message::Resize(Size::new(60, 7)));
    assert!(holds(&session));
    session.keys("C");
    assert_eq!((session.view().panes().columns(), session.view().top()), (1, top));
    session.tell(Message::Resize(Size::new(30, 7)));
    session.keys("C");
    assert_eq!(session.notice(), "The window has no room for two columns.");
}

#[test]
fn every_match_is_brought_into_a_column() {
    let mut session = open(&lines(300), (80, 6), |page| page.columns = PageColumns::Two);
    session.keys("/line 2\n");
    for _ in 0..111 {
        let place = session.state().finder().shown_match(session.view());
        assert!(place.is_some());
        session.keys("n");
    }
}

#[test]
fn rows_apart_leave_room_for_fewer() {
    let mut session = open(&lines(100), (40, 9), |page| page.row_gap = 1);
    assert_eq!(columns(&session), [["line 1", "line 2", "line 3", "line 4"]]);
    session.keys("G");
    assert_eq!(columns(&session)[0], ["line 97", "line 98", "line 99", "line 100"]);
}

#[test]
fn all_but_the_first_paragraph_is_aside_and_at_the_end_none() {
    let mut session = open(&chapters(), (40, 11), |_| {});
    session.keys("L3j");
    assert!(session.state().settings().page.ruler);
    let aside = |session: &Session| {
        let rows = session.view().page().iter().filter(|row| row.has_text());
        rows.filter(|row| session.view().is_aside(row)).count()
    };
    assert!(aside(&session) > 0);
    session.keys("G");
    assert_eq!(aside(&session), 0);
}

#[test]
fn the_page_moves_by_itself_until_the_end_or_a_key_that_stops_it() {
    let mut session = open(&lines(30), (80, 9), |_| {});
    session.keys("30a");
    assert!(matches!(session.0.asked(), [Effect::Move(30)]));
    session.tell(Message::MoveOn);
    assert_eq!(columns(&session)[0][0], "line 2");
    session.keys("+");
    assert!(matches!(session.0.asked(), [_, Effect::Move(36)]));
    assert!(session.notice().contains("36 rows a minute"), "{}", session.notice());
    session.keys("t");
    session.tell(Message::MoveOn);
    assert_eq!(columns(&session)[0][0], "line 2", "a panel has the keys");
    session.press(KeyCode::Esc);
    session.press(KeyCode::Esc);
    assert!(matches!(session.0.asked().last(), Some(Effect::StopMoving)));
    session.tell(Message::MoveOn);
    assert_eq!(columns(&session)[0][0], "line 2");
    session.keys("a");
    for _ in 0..30 {
        session.tell(Message::MoveOn);
    }
    assert_eq!(
        (columns(&session)[0][7].as_str(), session.notice()),
        ("line 30", "This is the end.")
    );
    assert!(matches!(session.0.asked().last(), Some(Effect::StopMoving)));
}

#[test]
fn a_speed_has_a_least_and_a_most() {
    let mut session = open(&lines(30), (80, 9), |_| {});
    session.keys("9999a");
    assert!(matches!(session.0.asked().last(), Some(Effect::Move(400))));
    session.keys("1a--");
    assert!(matches!(session.0.asked().last(), Some(Effect::Move(1))));
}

#[test]
fn a_word_is_looked_up_and_its_meaning_stands_in_a_window() {
    let mut session = open("雨夜 rain\n", (40, 11), |_| {});
    session.keys("D");
    assert!(session.notice().contains("dictionary = "), "{}", session.notice());
    assert!(session.0.asked().is_empty());
    let config = Config { dictionary: Some("sdcv -n".to_owned()), ..Config::default() };
    let setup = Setup { config, ..Setup::default() };
    let mut session = Session::set_up("雨夜 rain\n", setup, Size::new(40, 11));
    session.keys("/rain\nD");
    let asked = session.0.asked().last().cloned();
    let Some(Effect::LookUp { command, word, job }) = asked else { panic!("nothing is asked") };
    assert_eq!((command.as_str(), word.as_str()), ("sdcv -n", "rain"));
    session.tell(Message::Defined { job: job + 1, meaning: "of another question".to_owned() });
    assert!(matches!(session.state().focus(), Focus::Page));
    session.tell(Message::Defined { job, meaning: "rain\nwater that falls\n".to_owned() });
    let Focus::LinkWindow(window) = session.state().focus() else { panic!("no window") };
    assert_eq!(window.lines(), 2);
    session.press(KeyCode::Esc);
    assert!(matches!(session.state().focus(), Focus::Page));
    session.keys("D");
    let Some(Effect::LookUp { job, .. }) = session.0.asked().last().cloned() else { panic!() };
    session.keys("t");
    session.tell(Message::Defined { job, meaning: "late".to_owned() });
    assert!(matches!(session.state().focus(), Focus::Contents(_)), "who does something else stays");
}
