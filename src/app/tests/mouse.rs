//! Sessions with the mouse.

use super::selecting::{TEXT, selected, selection};
use super::*;
use crate::config::{MouseOwner, PageColumns};
use crate::input::{Mouse, MouseKind};

fn mouse(session: &mut Session, kind: MouseKind, (column, row): (usize, usize), clicks: usize) {
    session.tell(Message::Mouse { mouse: Mouse { kind, column, row }, clicks });
}

/// Presses the button in one cell, and lets it go in another.
pub(super) fn drag(session: &mut Session, from: (usize, usize), to: (usize, usize)) {
    mouse(session, MouseKind::Press, from, 1);
    mouse(session, MouseKind::Drag, to, 1);
    mouse(session, MouseKind::Release, to, 1);
}

/// Clicks once there.
pub(super) fn click(session: &mut Session, at: (usize, usize)) {
    mouse(session, MouseKind::Press, at, 1);
    mouse(session, MouseKind::Release, at, 1);
}

#[test]
fn a_drag_selects_from_cluster_to_cluster_over_rows() {
    let mut session = Session::open("雨a下👍🏽了\n\nAB\n", 20, 11);
    let x = session.view().panes().text().x;
    drag(&mut session, (x + 1, 0), (x + 6, 0));
    assert_eq!(selected(&session), "雨a下👍🏽", "the second half of a wide cluster is of it");
    drag(&mut session, (x + 9, 2), (x, 0));
    assert_eq!(selected(&session), "雨a下👍🏽了\n\nAB");
    drag(&mut session, (x, 0), (x, 8));
    assert_eq!(selected(&session), "雨a下👍🏽了\n\nA", "below the text is its last row");
    mouse(&mut session, MouseKind::Press, (x, 0), 1);
    assert!(selection(&session).is_none(), "a click ends it");
}

#[test]
fn two_clicks_select_a_word_and_three_a_paragraph() {
    let mut session = Session::open(TEXT, 20, 11);
    let x = session.view().panes().text().x;
    let mut click = |at, clicks| {
        mouse(&mut session, MouseKind::Press, at, clicks);
        mouse(&mut session, MouseKind::Release, at, clicks);
        selected(&session)
    };
    assert_eq!(click((x + 6, 1), 2), "邮差", "a dictionary tells it");
    assert!(click((x, 1), 3).starts_with("守塔人合上"));
    session.keys("y");
    assert!(selection(&session).is_none());
}

#[test]
fn a_drag_over_the_edge_goes_on_over_pages() {
    let mut session = Session::open(&numbered(100), 40, 11);
    let x = session.view().panes().text().x;
    mouse(&mut session, MouseKind::Press, (x, 0), 1);
    for _ in 0..20 {
        mouse(&mut session, MouseKind::Drag, (x, 10), 1);
    }
    assert_eq!((session.top(), selected(&session).lines().count()), ("line 21".into(), 30));
    for _ in 0..5 {
        mouse(&mut session, MouseKind::Drag, (x, 0), 1);
    }
    assert_eq!((session.top(), selected(&session).lines().count()), ("line 16".into(), 16));
}

#[test]
fn a_drag_goes_from_one_column_of_the_page_to_the_other() {
    let mut config = Config::default();
    config.page.columns = PageColumns::Two;
    let setup = Setup { config, ..Setup::default() };
    let mut session = Session::set_up(&numbered(100), setup, Size::new(100, 11));
    let panes = *session.view().panes();
    let [left, right] = [0, 1].map(|column| panes.column_start(column));
    drag(&mut session, (left, 9), (right + 6, 0));
    assert_eq!(selected(&session), "line 10\nline 11");
}

#[test]
fn a_panel_keeps_the_mouse_from_the_text() {
    let mut session = Session::open(TEXT, 20, 11);
    session.keys("?");
    drag(&mut session, (2, 0), (6, 0));
    assert!(matches!(session.state().focus(), Focus::Help(_)));
}

#[test]
fn a_key_leaves_the_mouse_to_the_terminal_and_takes_it_back() {
    let mut session = Session::open(&numbered(50), 40, 11);
    for (told, owner) in
        [("mouse = false", MouseOwner::Terminal), ("mouse = true", MouseOwner::Program)]
    {
        session.keys("W");
        assert_eq!(
            (session.notice(), session.state().preferences().config().page.mouse),
            (told, owner)
        );
    }
}
