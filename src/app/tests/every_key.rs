//! Each key of the page in each preset, and letters in each list.

use super::*;
use crate::input::{KeyContext, Keymap, Sequence};

/// Returns a text with so many sections, long lines and a link.
fn book(chapters: usize) -> String {
    let chapter = |number: usize| {
        let story = "It was late, and the rain fell. Nobody came to the door. ".repeat(6);
        format!("Chapter {number}\n\n{story}\n\n{story}\n\n    code {}\n\n", "word ".repeat(40))
    };
    (1..=chapters).map(chapter).collect::<String>() + "See https://example.org for more of it.\n"
}

/// Returns a reader of that in the middle of it, with a bookmark and a search.
fn reading(preset: Preset, chapters: usize) -> Session {
    let config = Config { preset, ..Config::default() };
    let setup = Setup { config, ..Setup::default() };
    let mut session = Session::set_up(&book(chapters), setup, Size::new(80, 24));
    session.keys("50%/rain\nm\n");
    session
}

/// Returns what a key can change.
fn changeable(session: &Session) -> String {
    let state = session.state();
    let find = session.find().map(|find| (find.text().to_owned(), find.current()));
    let focus = std::mem::discriminant(state.focus());
    let (view, config) = (state.view(), state.preferences().config());
    let told = (session.notice().to_owned(), state.typed(), session.0.asked().len());
    format!("{:?}", (view.top(), view.panes(), view.page().len(), find, focus, config, told))
}

#[test]
fn each_key_of_the_page_does_something_or_says_why_not() {
    for (name, preset) in Preset::ALL {
        let keymap = Keymap::new(preset, &[]);
        let start = reading(preset, 9).0;
        for row in keymap.rows(KeyContext::Page) {
            for keys in row.keys {
                let mut session = Session(start.clone());
                let before = changeable(&session);
                press(&mut session, keys);
                assert_ne!(changeable(&session), before, "{name}: {keys} ({})", row.name);
            }
        }
    }
}

/// Presses `keys`, an `a` where any letter is meant.
fn press(session: &mut Session, keys: &Sequence) {
    for key in keys.keys() {
        let is_any = key.code == KeyCode::Letter;
        session.0.press(if is_any { Key::char('a') } else { *key });
    }
}

#[test]
fn letters_in_a_list_change_nothing_but_the_list() {
    let mut seed = 7_u32;
    let mut letter = || {
        seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12_345);
        char::from_u32('!' as u32 + seed / 65_536 % 94).unwrap()
    };
    let start = reading(Preset::Default, 3).0;
    for opener in ["t", "B", "&", "e", "T", ",", ":", "?/"] {
        let mut session = Session(start.clone());
        let kept = |session: &Session| {
            let config = session.state().preferences().config().clone();
            (session.view().top(), config, session.book().marks().all().to_vec())
        };
        let before = kept(&session);
        session.keys(opener);
        assert!(!matches!(session.state().focus(), Focus::Page), "{opener} opens nothing");
        let asked = session.0.asked().len();
        // What is typed stays short: the longer it is, the longer it is looked for.
        for _ in 0..25 {
            (0..8).for_each(|_| session.keys(&letter().to_string()));
            session.tell(Message::Key(Key::ctrl('u')));
        }
        let saves = |effect: &Effect| matches!(effect, Effect::Save(_) | Effect::KeepSettings(_));
        assert!(!session.0.asked()[asked..].iter().any(saves), "{opener}");
        (0..3).for_each(|_| session.press(KeyCode::Esc));
        assert!(kept(&session) == before, "{opener}");
    }
}
