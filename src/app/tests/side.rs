//! Sessions with a list that stays open beside the page.

use super::*;

fn wide(text: &str) -> Session {
    Session::open(text, 120, 20)
}

/// Returns the number of the chosen section of the contents that are open beside the page.
fn chosen(session: &Session) -> Option<usize> {
    match session.state().kept() {
        Some(Focus::Contents(contents)) => contents.chosen(),
        _ => None,
    }
}

/// Returns the number, from 1, of the match that is chosen in the list beside the page.
fn chosen_match(session: &Session) -> Option<usize> {
    match session.state().kept() {
        Some(Focus::Matches(list)) => list.chosen(session.find()?).map(|at| at + 1),
        _ => None,
    }
}

fn is_on_page(session: &Session) -> bool {
    matches!(session.state().focus(), Focus::Page)
}

#[test]
fn the_contents_stay_open_and_go_along_until_escape() {
    let mut session = wide(&chapters());
    let alone = session.view().panes().text();
    session.keys("t");
    session.press(KeyCode::Tab);
    assert!(is_on_page(&session));
    assert!(session.view().panes().text().x > alone.x, "the page makes room");
    session.keys("]]");
    assert_eq!((chosen(&session), session.top().as_str()), (Some(2), "第三章 归途"));
    session.press(KeyCode::Tab);
    session.press(KeyCode::Up);
    session.press(KeyCode::Enter);
    assert!(is_on_page(&session));
    assert_eq!((chosen(&session), session.top().as_str()), (Some(1), "第二章 夜雨"));
    session.press(KeyCode::Esc);
    assert!(session.state().kept().is_none());
    assert_eq!((session.view().panes().text(), session.top().as_str()), (alone, "第二章 夜雨"));
}

#[test]
fn a_list_that_is_left_with_escape_or_enter_stays_open_only_if_it_was_kept() {
    for (keys, stays) in [("t\n", false), ("t\t", true), ("t\t\t\n", true), ("t\t\t\u{1b}", false)]
    {
        let mut session = wide(&chapters());
        session.keys(keys);
        assert_eq!(
            (is_on_page(&session), session.state().kept().is_some()),
            (true, stays),
            "{keys:?}"
        );
    }
}

#[test]
fn in_a_narrow_window_nothing_stays_open() {
    let mut session = Session::open(&chapters(), 80, 20);
    session.keys("t\t");
    assert!(is_on_page(&session) && session.state().kept().is_none());
    let mut session = wide(&chapters());
    session.keys("t\t");
    let top = session.view().top();
    session.tell(Message::Resize(Size::new(60, 20)));
    assert_eq!(session.view().panes().kept(), None);
    session.tell(Message::Resize(Size::new(120, 20)));
    assert!(session.view().panes().kept().is_some());
    assert_eq!(session.view().top(), top);
}

#[test]
fn the_list_of_the_matches_goes_along_with_them_and_with_another_search() {
    let mut session = wide(&numbered(300));
    session.keys("/line 2\n&\t");
    assert!(is_on_page(&session));
    session.keys("3n");
    assert_eq!((chosen_match(&session), session.find().unwrap().number()), (Some(4), Some(4)));
    session.keys("N");
    assert_eq!(chosen_match(&session), Some(3));
    session.keys("/line 30");
    assert_eq!(chosen_match(&session), Some(1));
    session.press(KeyCode::Enter);
    assert_eq!(session.find().unwrap().total(), 2);
    session.keys("n&");
    assert!(matches!(session.state().focus(), Focus::Matches(_)), "its key gives it the keys");
    session.press(KeyCode::Up);
    session.press(KeyCode::Enter);
    assert_eq!((is_on_page(&session), chosen_match(&session)), (true, Some(1)));
    session.press(KeyCode::Esc);
    assert!(session.state().kept().is_none() && session.find().is_some());
    session.press(KeyCode::Esc);
    assert!(session.find().is_none());
}

#[test]
fn the_list_of_the_matches_closes_with_the_search() {
    let mut session = wide(&numbered(300));
    session.keys("/line 2\n&\t");
    session.tell(Message::Reloaded(plain(&numbered(200))));
    assert!(session.state().kept().is_none());
}

#[test]
fn bookmarks_beside_the_page_are_those_that_there_are() {
    let mut session = wide(&numbered(300));
    session.keys("m\nB\t99jm\n");
    let Some(Focus::Bookmarks(list)) = session.state().kept() else { panic!("closed") };
    assert_eq!((list.listed().len(), list.chosen()), (2, 1));
}

#[test]
fn another_list_has_the_place_while_it_has_the_keys() {
    let mut session = wide(&chapters());
    session.keys("/天色\n&\tt");
    assert!(matches!(session.state().focus(), Focus::Contents(_)));
    assert!(session.view().panes().kept().is_none());
    session.press(KeyCode::Esc);
    assert_eq!(chosen_match(&session), Some(1));
}
