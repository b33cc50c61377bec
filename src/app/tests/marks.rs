//! Sessions with marks and bookmarks.

use super::*;
use crate::app::{Bookmarks, Label, PlaceMark};
use crate::input::Preset;

fn list(session: &Session) -> Option<&Bookmarks> {
    match session.state().focus() {
        Focus::Bookmarks(list) => Some(list),
        _ => None,
    }
}

/// Returns the words of the marks that are listed.
fn listed(session: &Session) -> Vec<String> {
    let marks = session.book().marks().all();
    let list = list(session).expect("the list is open");
    list.listed().iter().map(|at| marks[*at].words().to_owned()).collect()
}

#[test]
fn a_letter_marks_a_place_and_leads_there_in_every_preset() {
    for (_, preset) in Preset::ALL {
        let mut session = Session::with(&numbered(1000), preset);
        session.keys("9jma");
        assert_eq!(session.notice(), "Marked: ' and a come back here.");
        session.keys("G");
        for go in ["'a", "`a"] {
            session.keys(go);
            assert_eq!(session.top(), "line 10", "{preset:?}");
            session.keys("''");
            assert_eq!(session.top(), "line 991", "it is a jump");
        }
        session.keys("mag'a");
        assert_eq!(session.top(), "line 991", "a letter is of one place");
        session.keys("'b");
        assert_eq!(session.notice(), "There is no mark b; m and b set it.");
    }
}

#[test]
fn bookmarks_are_listed_narrowed_gone_to_named_and_deleted() {
    let mut session = Session::open(&numbered(1000), 80, 11);
    session.keys("B");
    assert_eq!(session.notice(), "There are no bookmarks yet: m and Enter make one.");
    session.keys("499jm\n");
    assert_eq!(session.notice(), "Bookmarked (U undoes): line 500");
    session.keys("Gm\n9jmxg'\n");
    assert_eq!(listed(&session), ["line 500", "line 991", "line 991"]);
    session.keys("991");
    assert_eq!(listed(&session), ["line 991", "line 991"]);
    session.press(KeyCode::Esc);
    session.press(KeyCode::Home);
    session.tell(Message::Key(Key::ctrl('e')));
    session.keys("雨\n");
    assert_eq!(listed(&session)[0], "雨");
    session.keys("雨\n");
    assert_eq!(session.top(), "line 500");
    session.keys("B");
    assert_eq!(list(&session).map(Bookmarks::chosen), Some(0), "where one is");
    session.press(KeyCode::Delete);
    assert_eq!((listed(&session).len(), session.notice()), (2, "Deleted (^_ undoes): 雨"));
    session.tell(Message::Key(Key::ctrl('_')));
    assert_eq!(
        (listed(&session)[0].as_str(), session.notice()),
        ("雨", "There again, the bookmark: 雨")
    );
}

#[test]
fn a_name_that_is_left_changes_nothing_and_a_key_undoes_on_the_page() {
    let mut session = Session::open(&numbered(100), 80, 11);
    session.keys("m\nB");
    session.tell(Message::Key(Key::ctrl('e')));
    session.keys("dusk\u{1B}");
    assert_eq!(listed(&session), ["line 1"]);
    session.press(KeyCode::Esc);
    session.keys("U");
    assert_eq!(
        (session.notice(), session.book().marks().all().len()),
        ("Gone again, the bookmark: line 1", 0)
    );
    session.keys("U");
    assert_eq!(session.notice(), "There is nothing to undo.");
}

#[test]
fn letters_in_the_list_only_narrow_it() {
    let mut session = Session::open(&numbered(100), 80, 11);
    session.keys("m\n9jm\nB");
    let before = session.book().marks().all().to_vec();
    for c in ('!'..='~').filter(|c| *c != '\n') {
        session.keys(&c.to_string());
    }
    assert_eq!(session.book().marks().all(), before);
}

#[test]
fn marks_are_kept_and_come_back() {
    let mut session = Session::open(&numbered(1000), 40, 11);
    session.keys("499jmam\n9jm\nB");
    session.press(KeyCode::Delete);
    let kept = session.0.notebook().marks();
    assert_eq!(kept.len(), 2);
    let setup = recalling(Vec::new(), kept);
    let edited = "a preface\n".repeat(100) + &numbered(1000);
    let mut session = Session::set_up(&edited, setup, Size::new(40, 11));
    session.keys("'a");
    assert_eq!(session.top(), "line 500");
    session.keys("B");
    session.press(KeyCode::Delete);
    session.tell(Message::Key(Key::ctrl('_')));
    assert_eq!(session.0.notebook().marks().len(), 1, "what was deleted is said again");
}

#[test]
fn marks_are_found_again_when_the_text_is_another() {
    let mut session = Session::open(&numbered(1000), 40, 11);
    session.keys("499jmam\n");
    let edited = "a preface\n".repeat(100) + &numbered(900);
    session.tell(Message::Reloaded(plain(&edited)));
    session.keys("g'a");
    assert_eq!(session.top(), "line 500");
}

#[test]
fn a_mark_that_was_sought_too_early_is_found_when_all_has_come() {
    let mut session = Session::open(&numbered(1000), 40, 11);
    session.keys("499jma");
    let setup = recalling(Vec::new(), session.0.notebook().marks());
    let begun = State::open(plain(&numbered(100)), "", setup, Size::new(40, 11), true);
    let mut session = Session(crate::app::Session::of(begun));
    session.keys("'a");
    assert_ne!(session.top(), "line 500");
    session.tell(Message::Grew { document: plain(&numbered(1000)), more: false });
    session.keys("'a");
    assert_eq!(session.top(), "line 500");
}

#[test]
fn what_comes_when_the_page_is_there_joins_what_was_marked_meanwhile() {
    let mut session = Session::open(&numbered(1000), 40, 11);
    session.keys("499jmam\n");
    let kept = session.0.notebook().marks();
    let mut session = Session::open(&numbered(1000), 40, 11);
    session.keys("9jmb499jma");
    let recalled = Recalled { marks: kept, ..Recalled::default() };
    session.tell(Message::Recalled(Box::new(recalled)));
    let marks: Vec<&Label> = session.book().marks().all().iter().map(PlaceMark::label).collect();
    let expected = [Label::Letter('b'), Label::Name(String::new()), Label::Letter('a')];
    assert_eq!(marks, expected.iter().collect::<Vec<_>>());
}

#[test]
fn marks_that_are_not_located_yet_are_listed_and_gone_to() {
    let mut session = Session::open(&numbered(1000), 40, 11);
    session.keys("499jmam\n9jm\n");
    let setup = recalling(Vec::new(), session.0.notebook().marks());
    let edited = "a preface\n".repeat(100) + &numbered(1000);
    let open = || State::open(plain(&edited), "", setup.clone(), Size::new(40, 11), false);
    let (mut state, effects) = open();
    let located = effects.into_iter().find_map(|effect| match effect {
        Effect::Locate { job, locating } => Some((job, locating)),
        _ => None,
    });
    let (job, locating) = located.expect("they are looked for");
    let press = |state: &mut State, text: &str| {
        text.chars().for_each(|c| drop(update(state, Message::Key(Key::char(c)))));
    };
    let places = |state: &State| {
        let marks = state.book().marks();
        (marks.within(Position::default(), Position::new(1, 0)).count(), marks.all().len())
    };
    assert_eq!(places(&state), (0, 3), "no row has their sign");
    press(&mut state, "'a");
    let top = state.view().top();
    assert_ne!(top, Position::default());
    press(&mut state, "B");
    update(&mut state, Message::Key(Key::plain(KeyCode::End)));
    locating.run(0, &mut |found| {
        update(&mut state, Message::Located { job: job + 1, found: found.clone() });
        assert_eq!(places(&state), (0, 3), "that is of another search");
        update(&mut state, Message::Located { job, found });
        std::ops::ControlFlow::Continue(())
    });
    assert_eq!(places(&state), (3, 3));
    update(&mut state, Message::Key(Key::plain(KeyCode::Enter)));
    let part = state.book().document().part(0);
    assert!(part.text()[state.view().top().byte..].starts_with("line 509"), "the last is chosen");
}

#[test]
fn a_letter_that_is_set_anew_before_it_is_located_has_one_place_and_its_old_one_back() {
    let mut session = Session::open(&numbered(1000), 40, 11);
    session.keys("499jma");
    let setup = recalling(Vec::new(), session.0.notebook().marks());
    let size = Size::new(40, 11);
    let (mut state, effects) = State::open(plain(&numbered(1000)), "", setup, size, false);
    for c in "ma".chars() {
        update(&mut state, Message::Key(Key::char(c)));
    }
    let mut session = Session(crate::app::Session::of((state, effects)));
    session.keys("9j'a");
    assert_eq!(session.top(), "line 1");
    session.keys("U'a");
    assert_eq!(session.top(), "line 500");
}

#[test]
fn that_something_is_kept_is_told_when_it_is() {
    let session = Session::open("雨。\n", 40, 11);
    let mut state = session.state().clone();
    let mut press = |keys: &str| -> Vec<Option<String>> {
        for c in keys.chars() {
            update(&mut state, Message::Key(Key::char(c)));
        }
        let meanwhile = state.told();
        update(&mut state, Message::Kept);
        vec![meanwhile, state.told()]
    };
    let not_yet = Some("Not on the disk yet (U undoes).".to_owned());
    for (keys, then) in [("ma", "Marked: "), ("U", "Gone again, ")] {
        let [meanwhile, told] = press(keys).try_into().unwrap();
        assert_eq!(meanwhile, not_yet, "{keys}");
        assert!(told.unwrap().starts_with(then), "{keys}");
    }
}
