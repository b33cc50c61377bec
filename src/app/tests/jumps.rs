//! Sessions with jumps, and the way back from them.

use super::*;
use crate::input::Preset;

fn back(session: &mut Session) -> String {
    session.press(KeyCode::Backspace);
    session.top()
}

fn forward(session: &mut Session) -> String {
    session.tell(Message::Key(Key::ctrl(']')));
    session.top()
}

#[test]
fn jumps_are_gone_back_through_and_forward_again() {
    let mut session = Session::open(&numbered(1000), 40, 11);
    session.keys("4j50%");
    let middle = session.top();
    session.keys("Gg");
    assert_eq!(back(&mut session), "line 991");
    assert_eq!(back(&mut session), middle);
    assert_eq!(back(&mut session), "line 5");
    assert_eq!(
        (back(&mut session), session.notice()),
        ("line 5".to_owned(), "There is no jump to go back from.")
    );
    assert_eq!((forward(&mut session), forward(&mut session)), (middle, "line 991".to_owned()));
    assert_eq!(forward(&mut session), "line 1");
    assert_eq!(
        (forward(&mut session), session.notice()),
        ("line 1".to_owned(), "This is where you came back from last.")
    );
    session.keys("3");
    assert_eq!(back(&mut session), "line 5", "a number goes back so many jumps");
}

#[test]
fn rows_pages_and_paragraphs_are_no_jumps() {
    let mut session = Session::open(&numbered(1000), 40, 11);
    session.keys("j d}");
    session.wheel(3);
    let top = session.top();
    assert_eq!((back(&mut session), session.notice()), (top, "There is no jump to go back from."));
}

#[test]
fn a_key_goes_back_and_there_again_as_often_as_one_likes() {
    for swap in ["''", "``"] {
        let mut session = Session::open(&numbered(1000), 40, 11);
        session.keys("9jG");
        for top in ["line 10", "line 991", "line 10"] {
            session.keys(swap);
            assert_eq!(session.top(), top);
        }
        assert_eq!(back(&mut session), "line 991", "it is a jump itself");
    }
}

#[test]
fn the_page_before_a_search_comes_back() {
    let mut session = Session::open(&numbered(1000), 40, 11);
    session.keys("6j/line 500\n");
    assert_ne!(session.top(), "line 7");
    assert_eq!(back(&mut session), "line 7");
    session.keys("/line 600\u{1B}/line 8\n");
    assert_eq!(
        (back(&mut session), session.notice()),
        ("line 7".to_owned(), "There is no jump to go back from."),
        "what was typed and left, and a match on the page, are no jumps"
    );
    session.keys("/line 3\n");
    let first = session.top();
    session.keys("15n");
    assert_ne!(session.top(), first);
    assert_eq!(back(&mut session), first, "the next match is a jump");
}

#[test]
fn sections_the_contents_and_the_list_of_matches_are_jumped_to() {
    for jump in ["]", "t归\n", "/归途\n", "%100%"] {
        let mut session = Session::open(&chapters(), 60, 20);
        session.keys("3j");
        let top = session.view().top();
        session.keys(jump);
        assert_ne!(session.view().top(), top, "{jump}");
        session.press(KeyCode::Backspace);
        assert_eq!(session.view().top(), top, "{jump}");
    }
    let mut session = Session::open(&numbered(1000), 40, 11);
    session.keys("/line 9\n");
    let top = session.top();
    session.keys("&");
    session.press(KeyCode::End);
    session.keys("\n");
    assert_ne!(session.top(), top);
    assert_eq!(back(&mut session), top);
}

#[test]
fn the_keys_of_vim_go_back_and_forward() {
    let mut session = Session::with(&numbered(1000), Preset::Vim);
    session.keys("9jG");
    session.tell(Message::Key(Key::ctrl('o')));
    assert_eq!(session.top(), "line 10");
    session.press(KeyCode::Tab);
    assert_eq!(session.top(), "line 991");
}

#[test]
fn the_way_back_survives_an_edit_a_reload_and_another_width() {
    let mut session = Session::open(&numbered(1000), 40, 11);
    session.keys("40jG");
    let edited = format!("{}{}", "a new preface\n".repeat(30), numbered(900));
    session.tell(Message::Reloaded(plain(&edited)));
    session.tell(Message::Resize(Size::new(20, 8)));
    assert_eq!(back(&mut session), "line 41");
    session.tell(Message::Reloaded(plain("")));
    session.press(KeyCode::Backspace);
    assert_eq!(session.view().top(), Position::default());
}
