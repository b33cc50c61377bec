//! Sessions with the numbers of lines beside the text.

use super::*;
use crate::format::{self, Format, OpenOptions};

/// Returns a reader of `text` in the format of this name who wants its lines numbered.
fn numbered_lines(text: &str, format: &str) -> super::super::Session {
    let options = OpenOptions { format: Format::named(format), ..OpenOptions::default() };
    let source = format::open(Arc::new(text.to_owned()), &options).unwrap();
    let mut config = Config::default();
    config.page.line_numbers = true;
    let setup = Setup { config, ..Setup::default() };
    super::super::Session::open(Document::new(source), "a", setup, Size::new(40, 16))
}

/// Returns what stands beside each row of the page.
fn beside(session: &super::super::Session) -> Vec<Option<usize>> {
    let state = session.state();
    state.view().page().iter().map(|row| state.book().line_begun(row)).collect()
}

#[test]
fn a_number_stands_at_the_first_row_of_its_line() {
    let long = "word ".repeat(20);
    let text = format!("{long}\r\none\rtwo\n\n\n\nthree\n");
    let mut session = numbered_lines(&text, "plain");
    session.keys(":set view=verbatim\n");
    let beside = beside(&session);
    let long = beside.iter().skip(1).take_while(|number| number.is_none()).count();
    assert!(long > 1, "{beside:?}");
    assert_eq!(beside[0], Some(1));
    assert_eq!(beside[long + 1..], [Some(2), Some(3), Some(4), Some(5), Some(7)]);
}

#[test]
fn the_page_is_set_in_what_the_numbers_leave() {
    let session = numbered_lines(&"line\n".repeat(300), "plain");
    let panes = *session.state().view().panes();
    assert_eq!((panes.numbers(), panes.text().x, panes.text().columns), (5, 6, 33));
}

#[test]
fn lines_of_parts_further_on_are_counted_through() {
    let mut session = numbered_lines(&"a line of some length\n\n".repeat(9000), "plain");
    session.keys("12345G");
    assert_eq!(beside(&session)[0], Some(12_345));
}

#[test]
fn a_format_with_lines_under_marks_has_their_numbers_and_one_without_has_none() {
    let session = numbered_lines(
        "# One\n\nFirst\nsecond\n\n- item\n\n```\ncode\nmore\n```\n\n    code\n",
        "markdown",
    );
    let numbers: Vec<usize> = beside(&session).into_iter().flatten().collect();
    assert_eq!(numbers, [1, 3, 6, 9, 10, 13]);
    let mut session = numbered_lines("<p>One</p>\n\n<p>two</p>", "html");
    assert_eq!(session.state().view().panes().numbers(), 0);
    session.keys(":set view=source\n");
    assert_eq!(beside(&session), [Some(1), Some(2), Some(3)]);
}

#[test]
fn the_key_of_less_turns_the_numbers_on_and_off() {
    let mut session = Session::with(&numbered(100), Preset::Less);
    session.keys("-N");
    assert_eq!((session.notice(), session.view().panes().numbers()), ("line-numbers = true", 5));
    session.keys("-N");
    assert_eq!((session.notice(), session.view().panes().numbers()), ("line-numbers = false", 0));
    session.keys("-z");
    assert!(session.notice().contains(":set"), "{}", session.notice());
}
