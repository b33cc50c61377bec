//! Sessions: keys in, and what the reader then has before them.

mod aside;
mod commands;
mod comforts;
mod every_key;
mod filtering;
mod growing;
mod highlights;
mod jumps;
mod line_numbers;
mod links;
mod marks;
mod motions;
mod mouse;
mod notes;
mod opening;
mod pace;
mod recent;
mod searching;
mod sections;
mod selecting;
mod settings;
mod side;
mod views;

use std::sync::Arc;

use super::{
    Book, Count, Effect, Find, Focus, Message, Prompt, Recalled, Setup, Size, State, View, update,
};
use crate::budget::{COUNT, LINE_CHARS};
use crate::config::Config;
use crate::decode::Choice;
use crate::document::{Document, Position, Remark};
use crate::format::plain::PlainText;
use crate::input::{Key, KeyCode, Mouse, MouseKind, Preset};
use crate::search::{Hits, SearchOptions};
use crate::shelf::{Change, Entry, Item};

/// Returns the setup of a document of which so much was said when it was read before.
fn recalling(remarks: Vec<Remark>, marks: Vec<Entry>) -> Setup {
    Setup { recalled: Recalled { remarks, marks }, ..Setup::default() }
}

/// A reader at work, and what they see.
struct Session(super::Session);

impl Session {
    fn open(text: &str, columns: usize, rows: usize) -> Self {
        Self::set_up(text, Setup::default(), Size::new(columns, rows))
    }

    /// Returns a reader of `text` with these keys.
    fn with(text: &str, preset: Preset) -> Self {
        let config = Config { preset, ..Config::default() };
        Self::set_up(text, Setup { config, ..Setup::default() }, Size::new(40, 11))
    }

    fn set_up(text: &str, setup: Setup, size: Size) -> Self {
        Self(super::Session::open(plain(text), "a text", setup, size))
    }

    fn state(&self) -> &State {
        self.0.state()
    }

    fn book(&self) -> &Book {
        self.state().book()
    }

    fn view(&self) -> &View {
        self.state().view()
    }

    fn find(&self) -> Option<&Find> {
        self.state().finder().find()
    }

    fn tell(&mut self, message: Message) {
        self.0.tell(message);
    }

    fn press(&mut self, code: KeyCode) {
        self.0.press(Key::plain(code));
    }

    fn keys(&mut self, text: &str) {
        self.0.keys(text);
    }

    /// Turns the wheel over the last column of text.
    fn wheel(&mut self, notches: isize) {
        let column = self.state().size().columns - 2;
        let mouse = Mouse { kind: MouseKind::Wheel(notches), column, row: 0 };
        self.tell(Message::Mouse { mouse, clicks: 1 });
    }

    /// Returns whether the reader asked for `effect`.
    fn asked(&self, effect: fn(&Effect) -> bool) -> bool {
        self.0.asked().iter().any(effect)
    }

    /// Returns what is kept of what the reader said of the sections.
    fn kept(&self) -> Vec<Remark> {
        self.0.remarks()
    }

    /// Returns the searches that were kept, and the switches before and after each.
    fn searches(&self) -> Vec<(String, SearchOptions, SearchOptions)> {
        let search = |effect: &Effect| match effect {
            Effect::Save(Change::Search { query, from, to }) => {
                Some((query.text.clone(), *from, *to))
            }
            _ => None,
        };
        self.0.asked().iter().filter_map(search).collect()
    }

    /// Returns the first row of the page.
    fn top(&self) -> String {
        self.row(0)
    }

    /// Returns row `at` of the page.
    fn row(&self, at: usize) -> String {
        let row = &self.view().page()[at];
        let part = self.book().document().part(row.start.part);
        part.slice(row.bytes()).trim_end().to_owned()
    }

    fn notice(&self) -> &'static str {
        self.state().told().unwrap_or_default().leak()
    }
}

/// Returns a session with `text`, of which more may come.
fn growing(text: &str) -> Session {
    let size = Size::new(40, 11);
    Session(super::Session::of(State::open(plain(text), "", Setup::default(), size, true)))
}

fn plain(text: &str) -> Document {
    Document::new(Arc::new(PlainText::open(Arc::new(text.to_owned()), Choice::default())))
}

/// Returns a text of lines that each fit in a row and tell their numbers, from 1.
fn numbered(lines: usize) -> String {
    (1..=lines).map(|number| format!("line {number}\n")).collect()
}

/// A story of three chapters.
fn chapters() -> String {
    let prose = "天色将明的时候，他推开了门，外面没有人，只有风。\n".repeat(20);
    format!("第一章 风起\n{prose}第二章 夜雨\n{prose}第三章 归途\n{prose}")
}

#[test]
fn rows_and_pages_move_by_what_they_say() {
    let mut session = Session::open(&numbered(100), 40, 11);
    session.keys("j");
    assert_eq!(session.top(), "line 2");
    session.keys("k ");
    assert_eq!(session.top(), "line 10", "a page keeps its last row as the next one's first");
    session.keys("bd");
    assert_eq!(session.top(), "line 6");
    session.keys("u");
    assert_eq!(session.top(), "line 1");
}

#[test]
fn a_count_repeats_a_motion_and_is_used_up() {
    let mut session = Session::open(&numbered(100), 40, 11);
    session.keys("12j");
    assert_eq!(session.top(), "line 13");
    session.keys("j");
    assert_eq!(session.top(), "line 14");
}

#[test]
fn the_end_fills_the_page() {
    let mut session = Session::open(&numbered(100), 40, 11);
    session.keys("G");
    assert_eq!((session.top(), session.row(9)), ("line 91".to_owned(), "line 100".to_owned()));
    session.keys(" jd");
    assert_eq!(session.top(), "line 91");
    assert_eq!(session.view().percent(), 100);
    session.keys("g");
    assert_eq!((session.top(), session.view().percent()), ("line 1".to_owned(), 0));
}

#[test]
fn a_number_and_a_per_cent_sign_go_there() {
    let mut session = Session::open(&numbered(1000), 40, 11);
    session.keys("50%");
    assert_eq!(session.view().percent(), 50);
    session.keys("0%");
    assert_eq!(session.top(), "line 1");
}

#[test]
fn the_words_at_the_top_stay_through_a_resize_storm() {
    let mut session = Session::open(&chapters(), 60, 20);
    session.keys("17j");
    let top = session.view().top();
    for columns in [59, 31, 7, 1, 200, 12, 80] {
        session.tell(Message::Resize(Size::new(columns, columns / 2)));
        let first = &session.view().page()[0];
        assert!((first.start..first.end()).contains(&top), "at {columns} columns");
    }
    session.tell(Message::Resize(Size::new(60, 20)));
    assert_eq!(session.view().page()[0].start, top);
}

#[test]
fn the_column_changes_by_keys_and_the_words_stay() {
    let mut session = Session::open(&chapters(), 100, 20);
    session.keys("9j");
    let top = session.view().top();
    session.keys("---");
    assert_eq!(session.view().measure(), 68);
    assert_eq!(session.notice(), "68 cells wide");
    session.keys(&"-".repeat(20));
    assert!(session.notice().ends_with("cells wide, the narrowest"), "{}", session.notice());
    session.keys(&"+".repeat(30));
    assert!(session.notice().ends_with("cells wide, the widest"), "{}", session.notice());
    session.keys("=");
    assert_eq!(session.notice(), "80 cells wide");
    session.keys("---");
    session.keys("+");
    assert_eq!(session.view().measure(), 72);
    session.keys("=");
    assert_eq!((session.view().measure(), session.view().top()), (80, top));
}

#[test]
fn sections_are_stepped_through() {
    let mut session = Session::open(&chapters(), 60, 20);
    session.keys("]");
    assert_eq!(session.top(), "第二章 夜雨");
    session.keys("]");
    assert_eq!(session.top(), "第三章 归途");
    session.keys("]");
    assert_eq!(session.notice(), "This is the last section.");
    session.keys("jj[");
    assert_eq!(session.top(), "第三章 归途", "from within a section, its own heading comes first");
    session.keys("2[");
    assert_eq!(session.top(), "第一章 风起");
}

#[test]
fn the_contents_follow_narrow_down_and_jump() {
    let mut session = Session::open(&chapters(), 60, 20);
    session.keys("]jt");
    let Focus::Contents(contents) = session.state().focus() else { panic!("no contents") };
    assert_eq!(contents.chosen(), Some(1));
    session.keys("归");
    session.press(KeyCode::Enter);
    assert_eq!(session.top(), "第三章 归途");
    assert!(matches!(session.state().focus(), Focus::Page));
}

#[test]
fn escape_leaves_the_contents_and_moves_nothing() {
    let mut session = Session::open(&chapters(), 60, 20);
    session.press(KeyCode::Tab);
    session.press(KeyCode::Down);
    session.press(KeyCode::Esc);
    assert_eq!(session.view().top(), Position::default());
    assert!(matches!(session.state().focus(), Focus::Page));
}

#[test]
fn a_search_goes_along_with_what_is_typed() {
    let mut session = Session::open(&numbered(300), 40, 11);
    session.keys("/line 2");
    let find = session.find().unwrap();
    assert_eq!((find.number(), find.total()), (Some(1), 111));
    session.keys("50");
    assert!(
        session
            .view()
            .page()
            .iter()
            .any(|row| Some(row.start) == session.find().unwrap().current())
    );
    session.press(KeyCode::Enter);
    assert!(matches!(session.state().focus(), Focus::Page));
    assert_eq!(session.find().unwrap().number(), Some(1));
}

#[test]
fn escape_returns_to_where_the_search_began() {
    let mut session = Session::open(&numbered(300), 40, 11);
    session.keys("33j");
    let top = session.view().top();
    session.keys("/line 250");
    assert_ne!(session.view().top(), top);
    session.press(KeyCode::Esc);
    assert_eq!(session.view().top(), top);
    assert!(session.find().is_none());
}

#[test]
fn what_is_not_there_is_said_and_moves_nothing() {
    let mut session = Session::open(&numbered(300), 40, 11);
    session.keys("5j/nowhere");
    session.press(KeyCode::Enter);
    assert_eq!((session.top().as_str(), session.notice()), ("line 6", "Not found."));
}

#[test]
fn next_and_previous_match_wrap_and_say_so() {
    let mut session = Session::open(&numbered(300), 40, 11);
    session.keys("/ine 30");
    session.press(KeyCode::Enter);
    assert_eq!(session.find().unwrap().total(), 2);
    session.keys("n");
    assert_eq!((session.find().unwrap().number(), session.notice()), (Some(2), ""));
    session.keys("n");
    assert_eq!(session.find().unwrap().number(), Some(1));
    assert!(session.notice().contains("from the start"));
    session.keys("N");
    assert_eq!(session.find().unwrap().number(), Some(2));
    assert!(session.notice().contains("from the end"));
}

#[test]
fn a_match_is_shown_with_rows_around_it() {
    let mut session = Session::open(&numbered(300), 40, 11);
    session.keys("/line 99");
    session.press(KeyCode::Enter);
    let current = session.find().unwrap().current().unwrap();
    let at = session.view().page().iter().position(|row| row.start == current).unwrap();
    assert!((1..9).contains(&at), "at row {at}");
}

#[test]
fn backspace_widens_a_search_again() {
    let mut session = Session::open(&numbered(30), 40, 11);
    session.keys("/line 29");
    session.press(KeyCode::Backspace);
    assert_eq!(session.find().unwrap().total(), 11);
    session.press(KeyCode::Esc);
}

#[test]
fn escape_on_the_page_forgets_the_search_and_never_quits() {
    let mut session = Session::open(&numbered(30), 40, 11);
    session.keys("/line");
    session.press(KeyCode::Enter);
    session.press(KeyCode::Esc);
    assert!(session.find().is_none());
    session.press(KeyCode::Esc);
    assert!(!session.asked(|effect| matches!(effect, Effect::Quit)));
}

#[test]
fn q_and_control_c_leave() {
    for key in [Key::char('q'), Key::ctrl('c')] {
        let mut session = Session::open("text\n", 40, 11);
        session.tell(Message::Key(key));
        assert!(session.asked(|effect| matches!(effect, Effect::Quit)));
    }
}

#[test]
fn control_z_suspends_from_anywhere() {
    let mut session = Session::open("text\n", 40, 11);
    session.keys("/a");
    session.tell(Message::Key(Key::ctrl('z')));
    assert!(session.asked(|effect| matches!(effect, Effect::Suspend)));
    assert!(matches!(session.state().focus(), Focus::Prompt(_)));
}

#[test]
fn keys_of_other_programs_write_nothing_but_marks() {
    use crate::input::Preset;
    for (preset, keys) in [(Preset::Less, "mm"), (Preset::Less, "7mm"), (Preset::Vim, ":set nu\n")]
    {
        let mut session = Session::with(&chapters(), preset);
        let before = session.book().outline().clone();
        session.keys(keys);
        assert_eq!(session.book().outline(), &before, "{keys}");
        let is_mark = |change: &Change| matches!(change, Change::Put(_, Item::Mark { .. }));
        let mut saves = session.0.asked().iter().filter_map(|effect| match effect {
            Effect::Save(change) => Some(change),
            _ => None,
        });
        assert!(saves.all(is_mark), "{keys}");
    }
}

#[test]
fn keys_one_after_the_other_are_shown_until_they_are_done() {
    let mut session = Session::with(&numbered(100), Preset::Vim);
    session.keys("20jg");
    assert_eq!((session.top().as_str(), session.state().typed().as_str()), ("line 21", "g"));
    session.keys("g");
    assert_eq!((session.top().as_str(), session.state().typed().as_str()), ("line 1", ""));
    session.keys("3g");
    assert_eq!(session.state().typed(), "3g");
    session.press(KeyCode::Esc);
    assert_eq!(session.state().typed(), "");
    session.keys("gxj");
    assert_eq!(session.top(), "line 2", "keys that mean nothing are dropped together");
}

#[test]
fn where_nothing_goes_on_the_key_that_stops_says_how_to_leave() {
    let mut session = Session::with(&numbered(100), Preset::Less);
    session.keys("/line\n");
    for told in ["", "Nothing goes on; q leaves."] {
        session.tell(Message::Key(Key::ctrl('c')));
        assert_eq!((session.find().is_none(), session.notice()), (true, told));
    }
    assert!(!session.asked(|effect| matches!(effect, Effect::Quit)));
}

#[test]
fn a_first_document_is_read_with_a_hint_of_the_keys_as_they_are_bound_until_the_first_key() {
    for (preset, told) in [
        (Preset::Default, "? shows the keys; q quits."),
        (Preset::Less, "h shows the keys; q quits."),
        (Preset::Vim, "F1 shows the keys; q quits."),
    ] {
        let mut session = Session::with("text\n", preset);
        session.tell(Message::FirstDocument);
        session.tell(Message::Resize(Size::new(40, 9)));
        assert_eq!(session.notice(), told);
        session.keys("j");
        assert_ne!(session.notice(), told);
    }
}

#[test]
fn a_page_of_the_help_is_what_its_columns_show() {
    let scroll = |session: &Session| match session.state().focus() {
        Focus::Help(help) => help.scroll(),
        _ => usize::MAX,
    };
    for (columns, page) in [(40, 8), (80, 17)] {
        let mut session = Session::open("text\n", columns, 12);
        session.keys("? ");
        assert_eq!(scroll(&session), page, "but for a row that stays");
        session.keys("G");
        let last = scroll(&session);
        session.keys("j");
        assert_eq!(scroll(&session), last);
        session.keys("k");
        assert_eq!(scroll(&session), last - 1);
    }
}

#[test]
fn the_help_opens_scrolls_and_closes() {
    let mut session = Session::open("text\n", 40, 6);
    session.keys("?jj");
    assert!(matches!(session.state().focus(), Focus::Help(help) if help.scroll() == 2));
    session.press(KeyCode::Esc);
    assert!(matches!(session.state().focus(), Focus::Page));
}

#[test]
fn the_wheel_moves_the_page() {
    let mut session = Session::open(&numbered(100), 40, 11);
    session.wheel(2);
    assert_eq!(session.top(), "line 7");
    session.wheel(-1);
    assert_eq!(session.top(), "line 4");
}

#[test]
fn a_paste_in_a_prompt_is_typed_and_on_the_page_is_nothing() {
    let mut session = Session::open(&numbered(100), 40, 11);
    session.tell(Message::Paste("qqq\n".to_owned()));
    assert!(!session.asked(|effect| matches!(effect, Effect::Quit)));
    session.keys("/");
    session.tell(Message::Paste("line 7\nmore".to_owned()));
    assert_eq!(session.find().unwrap().text(), "line 7");
}

#[test]
fn a_line_that_is_full_is_told_wherever_it_is_typed() {
    let told = "A line takes 1000 characters at most.";
    for open in ["/", "t", "/line 1\r&"] {
        let mut session = Session::open(&numbered(100), 40, 11);
        for key in open.chars() {
            session.press(if key == '\r' { KeyCode::Enter } else { KeyCode::Char(key) });
        }
        session.tell(Message::Paste("x".repeat(LINE_CHARS - 1)));
        assert_ne!(session.notice(), told, "{open}");
        session.keys("x");
        assert_eq!(session.notice(), told, "{open}");
        session.tell(Message::Paste("more".to_owned()));
        assert_eq!(session.notice(), told, "{open}");
    }
}

#[test]
fn a_number_grows_up_to_its_bound() {
    let mut session = Session::open(&numbered(100), 40, 11);
    session.keys(&COUNT.to_string());
    assert_eq!(session.state().count().map(Count::whole), Some(COUNT));
    session.keys("0");
    assert_eq!(session.state().count().map(Count::whole), Some(COUNT));
}

#[test]
fn a_document_that_grows_keeps_its_place() {
    let mut session = growing(&numbered(50));
    assert_eq!(session.book().surveyed(), None, "what grows is not surveyed yet");
    session.keys("G");
    let top = session.top();
    session.tell(Message::Grew { document: plain(&numbered(90)), more: false });
    assert_eq!(session.top(), top);
    session.keys("G");
    assert_eq!(session.row(9), "line 90");
}

#[test]
fn results_of_an_old_search_are_dropped() {
    let mut session = Session::open(&numbered(30), 40, 11);
    session.keys("/line 2");
    let total = session.find().unwrap().total();
    session.tell(Message::Found { job: 1, parts: vec![(0, Hits::default())], finished: true });
    assert_eq!(session.find().unwrap().total(), total);
}

#[test]
fn an_empty_document_takes_every_key() {
    let mut session = Session::open("", 40, 11);
    session.keys("jk bdugG50%][{}nN+-=?x");
    session.keys("t");
    session.press(KeyCode::Enter);
    session.keys("/x");
    session.press(KeyCode::Enter);
    assert!(session.view().page().is_empty());
}
