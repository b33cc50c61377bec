//! Sessions in which only some lines are shown.

use super::*;

fn session() -> Session {
    Session::with(&numbered(1000), Preset::Less)
}

/// Returns the rows of the page.
fn rows(session: &Session) -> Vec<String> {
    (0..session.view().page().len()).map(|at| session.row(at)).collect()
}

#[test]
fn only_the_lines_with_what_is_typed_are_shown_from_the_top_on_until_it_is_taken_back() {
    let mut session = session();
    session.keys("300G&77\n");
    assert_eq!(rows(&session)[..4], ["line 377", "line 477", "line 577", "line 677"]);
    session.keys("kk");
    assert_eq!(rows(&session)[..3], ["line 177", "line 277", "line 377"]);
    session.keys("k&\n");
    assert_eq!(
        (session.notice(), rows(&session)[..2].to_vec()),
        ("All lines are shown again.", vec!["line 77".to_owned(), "line 78".to_owned()])
    );
    session.keys("&\n");
    assert_eq!(session.notice(), "");
}

#[test]
fn the_start_and_the_end_are_those_of_the_lines_that_are_shown() {
    let mut session = session();
    session.keys("&99\nG");
    assert_eq!(rows(&session).last().map(String::as_str), Some("line 999"));
    session.keys("j");
    assert_eq!(session.notice(), "This is the end.");
    session.keys("g");
    assert_eq!(session.row(0), "line 99");
    session.keys("f");
    assert!(session.row(0).starts_with("line 99"), "{}", session.row(0));
}

#[test]
fn a_search_goes_on_among_the_lines_that_are_shown() {
    let mut session = session();
    session.keys("&7\n/99\n");
    assert!(session.find().is_some_and(|find| find.text() == "99"));
    let current = |session: &Session| {
        let place = session.find().and_then(Find::current).unwrap();
        let row = session.view().page().iter().position(|row| row.holds(place)).unwrap();
        session.row(row)
    };
    assert_eq!(current(&session), "line 799", "those above have no 7");
    session.keys("n");
    assert_eq!(current(&session), "line 997");
    session.keys("n");
    assert_eq!(current(&session), "line 799", "past the end");
    assert!(rows(&session).iter().all(|row| row.contains('7')));
    session.keys("/88 of none\n");
    assert_eq!(session.notice(), "Not found.");
    session.press(KeyCode::Esc);
    session.press(KeyCode::Esc);
    assert_eq!(session.notice(), "All lines are shown again.");
}

#[test]
fn where_no_line_has_it_that_is_told_and_all_are_shown() {
    let mut session = session();
    session.keys("500G&nothing\n");
    assert_eq!(session.row(0), "line 500");
    assert!(session.state().finder().filter().is_none());
    session.keys("&(\n");
    assert_eq!(session.row(0), "line 500");
}

#[test]
fn lines_far_apart_are_found_in_a_long_document() {
    let text = |number: usize| if number.is_multiple_of(2500) { "needle" } else { "a line of hay" };
    let text: String = (1..9000).map(|number| format!("{number} {}\n", text(number))).collect();
    let mut session = Session::with(&text, Preset::Less);
    session.keys("&needle\n");
    assert_eq!(rows(&session), ["2500 needle", "5000 needle", "7500 needle"]);
    session.keys("-N");
    let page = session.view().page();
    let beside = page.iter().map(|row| session.book().line_begun(row));
    assert!(beside.eq([2500, 5000, 7500].map(Some)));
}

#[test]
fn what_comes_to_a_document_is_filtered_too() {
    let mut session = growing(&numbered(100));
    session.keys(":filter\n9\n");
    let more = plain(&numbered(120));
    session.tell(Message::Grew { document: more, more: false });
    session.keys("G");
    assert_eq!(rows(&session).last().map(String::as_str), Some("line 119"));
}
