//! Sessions in which notes are written.

use super::mouse::click;
use super::selecting::{TEXT, selection};
use super::*;
use crate::app::NoteWindow;
use crate::budget::{MARKS, NOTE_BYTES};
use crate::shelf::Id;

fn window(session: &Session) -> Option<&NoteWindow> {
    match session.state().focus() {
        Focus::Note(window) => Some(window),
        _ => None,
    }
}

/// Returns the notes as they are kept: what each is on, and what it says.
fn kept(session: &Session) -> Vec<(String, String)> {
    let note = |entry: &Entry| match &entry.item {
        Item::Note { words, text, .. } => Some((words.clone(), text.clone())),
        _ => None,
    };
    session.0.notebook().entries().iter().filter_map(note).collect()
}

fn one(words: &str, text: &str) -> Vec<(String, String)> {
    vec![(words.to_owned(), text.to_owned())]
}

fn control(session: &mut Session, c: char) {
    session.tell(Message::Key(Key::ctrl(c)));
}

/// Returns a reader who has written `text` on the first match of `words`.
fn with(words: &str, text: &str) -> Session {
    let mut session = Session::open(TEXT, 40, 11);
    session.keys(&format!("/{words}\nVa{text}"));
    control(&mut session, 's');
    session
}

#[test]
fn a_note_of_several_lines_is_written_on_what_is_selected_in_every_preset() {
    for (_, preset) in Preset::ALL {
        let mut session = Session::with(TEXT, preset);
        session.keys("/那本旧书\nVa谁的书？\n信在\n里面");
        assert_eq!(window(&session).map(NoteWindow::words), Some("那本旧书"));
        control(&mut session, 's');
        assert_eq!(kept(&session), one("那本旧书", "谁的书？\n信在\n里面"), "{preset:?}");
        assert!(window(&session).is_none() && session.notice().starts_with("Noted ("));
        session.keys("nVa");
        assert_eq!(window(&session).map(|window| window.rows().len()), Some(3), "it opens again");
        session.keys("。");
        control(&mut session, 's');
        assert_eq!(kept(&session), one("那本旧书", "谁的书？\n信在\n里面。"));
    }
}

#[test]
fn a_note_without_a_selection_is_on_the_paragraph_at_the_top() {
    let mut session = Session::open(TEXT, 40, 11);
    session.keys("m\"雨");
    control(&mut session, 's');
    assert_eq!(kept(&session), one(TEXT.lines().next().unwrap(), "雨"));
    session.keys("m\"");
    assert!(window(&session).is_some_and(|window| window.cursor() == (0, "雨".len())));
}

#[test]
fn what_was_written_is_left_only_when_that_is_said_twice_and_comes_back() {
    let mut session = with("那本旧书", "一");
    session.keys("nVa二\u{1B}");
    let told = "What you wrote is not kept yet: ^S keeps it; Esc again leaves it.";
    assert_eq!((session.notice(), window(&session).is_some()), (told, true));
    session.keys("三\u{1B}");
    assert_eq!(session.notice(), told, "who writes on is asked again");
    session.keys("\u{1B}");
    assert!(window(&session).is_none());
    assert_eq!(session.notice(), "The note is as it was; U brings back what you wrote.");
    assert_eq!(kept(&session), one("那本旧书", "一"));
    session.keys("U");
    assert_eq!(kept(&session), one("那本旧书", "一二三"));
    session.keys("nVa\u{1B}");
    assert!(window(&session).is_none(), "where nothing is lost nothing is asked");
    let mut session = Session::open(TEXT, 40, 11);
    session.keys("Va一\u{1B}\u{1B}");
    assert_eq!(kept(&session), []);
    session.keys("U");
    assert_eq!((kept(&session), session.notice()), (one("守", "一"), "There again, the note: 一"));
}

#[test]
fn what_is_written_is_kept_now_and_then_and_when_the_program_ends() {
    let mut session = Session::open(TEXT, 40, 11);
    session.keys("Va一\n二");
    assert_eq!(kept(&session), one("守", "一"), "a line that is done");
    session.keys("0123456789abcdef");
    assert!(kept(&session)[0].1.starts_with("一\n二0123456789"), "some keys after that");
    let Some(Change::Put(id, Item::Note { text, .. })) = session.state().unkept() else {
        panic!("it is kept at the end")
    };
    assert_eq!(text, "一\n二0123456789abcdef");
    assert_eq!(id, session.0.notebook().entries()[0].id, "and is the same note");
    session.tell(Message::Paste("三".to_owned()));
    assert!(kept(&session)[0].1.ends_with("f三"), "what is pasted");
    session.tell(Message::Reloaded(plain("雨\n")));
    assert!(window(&session).is_none() && kept(&session)[0].1.ends_with("f三"));
    let mut session = Session::open(TEXT, 40, 11);
    session.keys("Va一\n");
    control(&mut session, 'u');
    session.keys("\u{8}");
    session.press(KeyCode::Backspace);
    session.press(KeyCode::Backspace);
    session.press(KeyCode::Backspace);
    session.keys("\u{1B}");
    assert!(window(&session).is_none() && kept(&session).is_empty(), "nothing is left of it");
}

#[test]
fn a_note_in_which_nothing_is_left_is_deleted_and_comes_back() {
    let mut session = with("那本旧书", "一");
    session.keys("nVa");
    control(&mut session, 'u');
    control(&mut session, 's');
    assert_eq!((kept(&session), session.notice()), (vec![], "Deleted (U undoes): 一"));
    session.keys("U");
    assert_eq!(kept(&session), one("那本旧书", "一"));
    session.keys("nVx");
    assert_eq!(kept(&session), []);
}

#[test]
fn a_note_is_opened_by_a_label_a_click_and_in_the_list() {
    let mut session = with("那本旧书", "谁的？");
    session.keys("\u{1B}oa");
    assert_eq!(window(&session).map(NoteWindow::words), Some("那本旧书"));
    session.keys("\u{1B}");
    let x = session.view().panes().text().x;
    click(&mut session, (x + 12, 0));
    assert!(window(&session).is_some());
    session.keys("\u{1B}\"谁的");
    control(&mut session, 'e');
    session.keys("我的");
    control(&mut session, 's');
    assert_eq!(kept(&session), one("那本旧书", "谁的？我的"));
    session.keys("\"旧书\n");
    assert!(matches!(session.state().focus(), Focus::Page), "it is found by what it is on, too");
    session.keys("/旧书\nVc1nV");
    assert!(selection(&session).is_some());
}

#[test]
fn a_highlight_gets_a_note_on_all_of_it() {
    let mut session = Session::open(TEXT, 40, 11);
    session.keys("/那本旧书\nVc1n\"");
    control(&mut session, 'e');
    session.keys("一");
    control(&mut session, 's');
    session.keys("/塔\n/合上那\nVc2/上那\nVoh");
    assert_eq!(kept(&session), one("那本旧书", "一"));
}

#[test]
fn the_cursor_goes_by_rows_in_its_cell() {
    let mut session = Session::open(TEXT, 14, 11);
    session.keys("Vaabcdefghijklmnop\n一二\n\nxyz");
    let at = |session: &Session| window(session).map(NoteWindow::cursor).unwrap();
    let last = at(&session);
    session.press(KeyCode::Up);
    session.press(KeyCode::Up);
    assert_eq!(at(&session), (last.0 - 2, 0), "an empty line has one place");
    session.press(KeyCode::End);
    session.press(KeyCode::Up);
    session.press(KeyCode::Home);
    session.press(KeyCode::Up);
    assert_eq!(at(&session).0, 0);
    session.keys("é");
    control(&mut session, 's');
    assert!(kept(&session)[0].1.contains("é"), "{:?}", kept(&session));
}

#[test]
fn notes_come_back_and_two_on_one_place_are_two() {
    let entries = with("那本旧书", "一").0.notebook().marks();
    let mut other = with("那本旧书", "二").0.notebook();
    other.merge({
        let mut notebook = crate::shelf::Notebook::of("");
        for entry in &entries {
            notebook.put(entry.id, entry.item.clone(), 9);
        }
        notebook
    });
    let setup = recalling(Vec::new(), other.marks());
    let session = Session::set_up(&format!("序\n\n{TEXT}"), setup, Size::new(30, 11));
    let marks = session.book().marks().all();
    let told: Vec<_> = marks.iter().filter_map(|mark| mark.note()).collect();
    assert!(told.contains(&"一") && told.contains(&"二"), "{told:?}");
    let document = session.book().document();
    assert_eq!(document.excerpt(marks[0].range().clone(), 99).as_deref(), Some("那本旧书"));
}

#[test]
fn a_note_takes_so_much_and_where_no_more_are_kept_none_is_begun() {
    let mut session = Session::open(TEXT, 40, 11);
    session.keys("Va");
    session.tell(Message::Paste("a".repeat(NOTE_BYTES + 9)));
    assert_eq!(session.notice(), "A note takes 16 KiB: what was typed after that is not in it.");
    control(&mut session, 's');
    assert_eq!(kept(&session)[0].1.len(), NOTE_BYTES);
    assert!(session.notice().starts_with("A note takes 16 KiB"), "not all that was typed is noted");
    let mark = |number: usize| Entry {
        id: Id::new(number as u64),
        made: 0,
        changed: 0,
        item: Item::Bookmark {
            place: crate::document::Locator::default(),
            name: number.to_string(),
            section: String::new(),
        },
    };
    let setup = recalling(Vec::new(), (0..MARKS).map(mark).collect());
    let mut session = Session::set_up("雨\n", setup, Size::new(40, 11));
    session.keys("Va");
    assert_eq!(session.notice(), "A document takes 10000 marks: no more are set.");
}
