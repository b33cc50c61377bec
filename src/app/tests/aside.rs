//! Sessions with lines that are wider than the page.

use super::*;
use crate::document::BlockKind;

/// Returns 30 lines of a log, as wide as 40 words.
fn log() -> String {
    let line = |number: usize| {
        let words: String = (1..40).map(|at| format!(" w{at:02}")).collect();
        format!("2024-05-01 10:00:{number:02} INFO{words}\n")
    };
    (0..30).map(line).collect()
}

/// Returns a reader of `text` as it was written, whose lines are cut.
fn cutting(text: &str) -> Session {
    let mut config = Config::default();
    (config.view, config.page.wrap) = (crate::document::ViewMode::Verbatim, false);
    Session::set_up(text, Setup { config, ..Setup::default() }, Size::new(40, 11))
}

/// Returns the cells that are shown of the first row.
fn shown(session: &Session) -> std::ops::Range<usize> {
    session.view().shown_cells(&session.view().page()[0])
}

#[test]
fn a_line_that_is_cut_is_one_row() {
    let session = cutting(&log());
    assert_eq!(session.view().page().len(), 10);
    assert!(session.row(9).starts_with("2024-05-01 10:00:09") && session.row(9).ends_with("w39"));
    assert_eq!(shown(&session), 0..38);
}

#[test]
fn lines_scroll_sideways_by_half_the_measure_or_a_number_as_far_as_there_is_more() {
    let mut session = cutting(&log());
    session.keys(">");
    assert_eq!(shown(&session), 19..57);
    session.keys("5>");
    assert_eq!(shown(&session), 24..62);
    session.keys("999>");
    let width = 24 + 39 * 4;
    assert_eq!(shown(&session).end, width);
    session.keys(">");
    assert_eq!(
        (shown(&session).end, session.notice()),
        (width, "No line of the page goes on to the right.")
    );
    session.keys("999<<");
    assert_eq!((shown(&session), session.notice()), (0..38, "Lines begin here."));
}

#[test]
fn lines_that_go_on_are_cut_while_they_are_scrolled() {
    let mut session = Session::open(&log(), 40, 11);
    session.keys(":set view=verbatim\n");
    let going_on = session.view().page().to_vec();
    assert!(going_on[1].has_text() && !going_on[1].begins_block());
    session.keys(">");
    assert_eq!(shown(&session), 19..57);
    assert!(session.row(1).starts_with("2024-05-01 10:00:01"));
    session.keys("<");
    assert_eq!(session.view().page(), going_on);
}

#[test]
fn prose_does_not_scroll() {
    let text = "It was a dark night, and the rain fell on the roofs of the town without an end. "
        .repeat(9);
    let mut session = Session::open(&text, 40, 11);
    let page = session.view().page().to_vec();
    assert_eq!(page[0].kind, BlockKind::Paragraph);
    session.keys(">");
    assert_eq!(
        session.notice(),
        "Prose is not cut; :setlocal view=verbatim shows the lines as they are."
    );
    session.keys(":set wrap=false\n");
    assert_eq!((session.view().page(), shown(&session)), (page.as_slice(), 0..usize::MAX));
}

#[test]
fn a_match_past_the_edge_is_shown() {
    let mut session = cutting(&log());
    session.keys("/w30\n");
    let cell = 24 + 29 * 4 + 1;
    assert!(shown(&session).contains(&cell) && shown(&session).contains(&(cell + 2)));
    session.keys("/INFO\n");
    assert_eq!(shown(&session), 0..38, "at the start nothing is scrolled");
}

#[test]
fn what_the_mouse_is_over_is_where_it_was_scrolled_to() {
    let mut session = cutting(&log());
    session.keys("25>");
    let x = session.view().panes().text().x;
    let mouse = |kind| Message::Mouse { mouse: Mouse { kind, column: x, row: 2 }, clicks: 2 };
    session.tell(mouse(MouseKind::Press));
    session.keys("y");
    assert!(matches!(session.0.asked().last(), Some(Effect::Copy(text)) if text == "w01"));
}

#[test]
fn the_keys_of_less_and_vim_scroll_as_these_do() {
    let mut session = Session::with(&log(), Preset::Less);
    session.keys(":set view=verbatim\n-S");
    assert_eq!((session.notice(), session.view().page().len()), ("wrap = false", 10));
    session.press(KeyCode::Right);
    assert_eq!(shown(&session), 19..57);
    session.press(KeyCode::Left);
    assert_eq!(shown(&session), 0..38);
    let mut session = Session::with(&log(), Preset::Vim);
    session.keys(":set view=verbatim\n:set nowrap\nzl9zl");
    assert_eq!(shown(&session), 10..48);
    session.keys("zh");
    assert_eq!(shown(&session), 9..47);
}
