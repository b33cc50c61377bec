//! Sessions: keys in, and what the reader then has before them.

mod searching;
mod sections;

use std::ops::ControlFlow;
use std::sync::Arc;

use super::{Effect, Find, Focus, Message, Prompt, Setup, Size, State, update};
use crate::budget::{COUNT, LINE_CHARS, WINDOW_COLUMNS, WINDOW_ROWS};
use crate::decode::Choice;
use crate::document::{Document, Position, Remark};
use crate::format::plain::PlainText;
use crate::input::{Key, KeyCode, Keymap};
use crate::search::{Hits, SearchOptions};

/// A reader at work: does what the state asks for at once.
struct Session {
    state: State,
    left: bool,
    suspended: bool,
    /// What the reader says that was last kept.
    kept: Vec<Remark>,
    /// The searches that were kept, and the switches before and after each.
    searches: Vec<(String, SearchOptions, SearchOptions)>,
}

impl Session {
    fn open(text: &str, columns: usize, rows: usize) -> Self {
        Self::set_up(text, Setup::default(), Size::new(columns, rows))
    }

    /// Returns a reader of `text` with these keys.
    fn with(text: &str, keymap: Keymap) -> Self {
        Self::set_up(text, Setup { keymap, ..Setup::default() }, Size::new(40, 11))
    }

    fn set_up(text: &str, setup: Setup, size: Size) -> Self {
        let (state, effects) = State::open(plain(text), "a text", setup, size, false);
        let mut session = Self::of(state);
        session.perform(effects);
        session
    }

    fn of(state: State) -> Self {
        Self { state, left: false, suspended: false, kept: Vec::new(), searches: Vec::new() }
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Keep(made) => self.kept = made,
                Effect::KeepSearch { query, from, to } => {
                    self.searches.push((query.text, from, to));
                }
                Effect::Quit => self.left = true,
                Effect::Suspend => self.suspended = true,
                Effect::KeepEncoding(_)
                | Effect::StopReading
                | Effect::StopSearch
                | Effect::StopSurvey
                | Effect::Reload
                | Effect::Follow
                | Effect::StopFollowing => {}
                Effect::Survey { job, document, rules } => {
                    let survey =
                        document.source().survey(&rules, &mut |_| ControlFlow::Continue(()));
                    self.tell(Message::Surveyed { job, survey, finished: true });
                }
                Effect::Search { job, search } => {
                    let parts = search.found();
                    self.tell(Message::Found { job, parts, finished: true });
                }
            }
        }
    }

    fn tell(&mut self, message: Message) {
        let effects = update(&mut self.state, message);
        self.perform(effects);
    }

    fn press(&mut self, code: KeyCode) {
        self.tell(Message::Key(Key::plain(code)));
    }

    fn keys(&mut self, text: &str) {
        for c in text.chars() {
            self.press(KeyCode::Char(c));
        }
    }

    /// Returns the first row of the page.
    fn top(&self) -> String {
        self.row(0)
    }

    /// Returns row `at` of the page.
    fn row(&self, at: usize) -> String {
        let row = &self.state.page()[at];
        let part = self.state.flow().document().part(row.start.part);
        let range = row.row.as_ref().map_or(0..0, |row| row.range.clone());
        part.block_text(row.block)[range].trim_end().to_owned()
    }

    fn notice(&self) -> &str {
        self.state.notice().map_or("", |notice| notice.as_str())
    }
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
    assert_eq!(session.state.percent(), 100);
    session.keys("g");
    assert_eq!((session.top(), session.state.percent()), ("line 1".to_owned(), 0));
}

#[test]
fn a_number_and_a_per_cent_sign_go_there() {
    let mut session = Session::open(&numbered(1000), 40, 11);
    session.keys("50%");
    assert_eq!(session.state.percent(), 50);
    session.keys("25G");
    assert_eq!(session.state.percent(), 25);
}

#[test]
fn the_words_at_the_top_stay_through_a_resize_storm() {
    let mut session = Session::open(&chapters(), 60, 20);
    session.keys("17j");
    let top = session.state.top();
    for columns in [59, 31, 7, 1, 200, 12, 80] {
        session.tell(Message::Resize(Size::new(columns, columns / 2)));
        let first = &session.state.page()[0];
        let set = first.row.as_ref().unwrap();
        let end = Position::new(first.start.part, first.start.byte + set.range.len());
        assert!((first.start..end).contains(&top), "at {columns} columns");
    }
    session.tell(Message::Resize(Size::new(60, 20)));
    assert_eq!(session.state.page()[0].start, top);
}

#[test]
fn the_column_changes_by_keys_and_the_words_stay() {
    let mut session = Session::open(&chapters(), 100, 20);
    session.keys("9j");
    let top = session.state.top();
    session.keys("---");
    assert_eq!(session.state.measure(), 68);
    assert_eq!(session.notice(), "68 cells wide");
    session.keys("+");
    assert_eq!(session.state.measure(), 72);
    session.keys("=");
    assert_eq!((session.state.measure(), session.state.top()), (80, top));
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
    let Focus::Contents(contents) = session.state.focus() else { panic!("no contents") };
    assert_eq!(contents.chosen(), Some(1));
    session.keys("归");
    session.press(KeyCode::Enter);
    assert_eq!(session.top(), "第三章 归途");
    assert!(matches!(session.state.focus(), Focus::Page));
}

#[test]
fn escape_leaves_the_contents_and_moves_nothing() {
    let mut session = Session::open(&chapters(), 60, 20);
    session.press(KeyCode::Tab);
    session.press(KeyCode::Down);
    session.press(KeyCode::Esc);
    assert_eq!(session.state.top(), Position::default());
    assert!(matches!(session.state.focus(), Focus::Page));
}

#[test]
fn a_search_goes_along_with_what_is_typed() {
    let mut session = Session::open(&numbered(300), 40, 11);
    session.keys("/line 2");
    let find = session.state.find().unwrap();
    assert_eq!((find.number(), find.total()), (Some(1), 111));
    session.keys("50");
    assert!(
        session
            .state
            .page()
            .iter()
            .any(|row| Some(row.start) == session.state.find().unwrap().current())
    );
    session.press(KeyCode::Enter);
    assert!(matches!(session.state.focus(), Focus::Page));
    assert_eq!(session.state.find().unwrap().number(), Some(1));
}

#[test]
fn escape_returns_to_where_the_search_began() {
    let mut session = Session::open(&numbered(300), 40, 11);
    session.keys("33j");
    let top = session.state.top();
    session.keys("/line 250");
    assert_ne!(session.state.top(), top);
    session.press(KeyCode::Esc);
    assert_eq!(session.state.top(), top);
    assert!(session.state.find().is_none());
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
    assert_eq!(session.state.find().unwrap().total(), 2);
    session.keys("n");
    assert_eq!((session.state.find().unwrap().number(), session.notice()), (Some(2), ""));
    session.keys("n");
    assert_eq!(session.state.find().unwrap().number(), Some(1));
    assert!(session.notice().contains("from the start"));
    session.keys("N");
    assert_eq!(session.state.find().unwrap().number(), Some(2));
    assert!(session.notice().contains("from the end"));
}

#[test]
fn a_match_is_shown_with_rows_around_it() {
    let mut session = Session::open(&numbered(300), 40, 11);
    session.keys("/line 99");
    session.press(KeyCode::Enter);
    let current = session.state.find().unwrap().current().unwrap();
    let at = session.state.page().iter().position(|row| row.start == current).unwrap();
    assert!((1..9).contains(&at), "at row {at}");
}

#[test]
fn backspace_widens_a_search_again() {
    let mut session = Session::open(&numbered(30), 40, 11);
    session.keys("/line 29");
    session.press(KeyCode::Backspace);
    assert_eq!(session.state.find().unwrap().total(), 11);
    session.press(KeyCode::Esc);
}

#[test]
fn escape_on_the_page_forgets_the_search_and_never_quits() {
    let mut session = Session::open(&numbered(30), 40, 11);
    session.keys("/line");
    session.press(KeyCode::Enter);
    session.press(KeyCode::Esc);
    assert!(session.state.find().is_none());
    session.press(KeyCode::Esc);
    assert!(!session.left);
}

#[test]
fn q_and_control_c_leave() {
    for key in [Key::char('q'), Key::ctrl('c')] {
        let mut session = Session::open("text\n", 40, 11);
        session.tell(Message::Key(key));
        assert!(session.left);
    }
}

#[test]
fn control_z_suspends_from_anywhere() {
    let mut session = Session::open("text\n", 40, 11);
    session.keys("/a");
    session.tell(Message::Key(Key::ctrl('z')));
    assert!(session.suspended);
    assert!(matches!(session.state.focus(), Focus::Prompt(_)));
}

#[test]
fn the_help_opens_scrolls_and_closes() {
    let mut session = Session::open("text\n", 40, 6);
    session.keys("?jj");
    assert!(matches!(session.state.focus(), Focus::Help { scroll: 2 }));
    session.press(KeyCode::Esc);
    assert!(matches!(session.state.focus(), Focus::Page));
}

#[test]
fn the_wheel_moves_the_page() {
    let mut session = Session::open(&numbered(100), 40, 11);
    session.tell(Message::Wheel(2));
    assert_eq!(session.top(), "line 7");
    session.tell(Message::Wheel(-1));
    assert_eq!(session.top(), "line 4");
}

#[test]
fn a_paste_in_a_prompt_is_typed_and_on_the_page_is_nothing() {
    let mut session = Session::open(&numbered(100), 40, 11);
    session.tell(Message::Paste("qqq\n".to_owned()));
    assert!(!session.left);
    session.keys("/");
    session.tell(Message::Paste("line 7\nmore".to_owned()));
    assert_eq!(session.state.find().unwrap().text(), "line 7");
}

#[test]
fn a_line_that_is_full_is_told_wherever_it_is_typed() {
    let told = "A line takes 1000 characters at most.";
    for open in ["/", "t/", "/line 1\r&"] {
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
    assert_eq!(session.state.count(), Some(COUNT));
    session.keys("0");
    assert_eq!(session.state.count(), Some(COUNT));
}

#[test]
fn a_window_is_drawn_up_to_its_bound() {
    let size = |columns, rows| {
        let size = Size::new(columns, rows);
        (size.columns, size.rows)
    };
    assert_eq!(size(WINDOW_COLUMNS, WINDOW_ROWS), (WINDOW_COLUMNS, WINDOW_ROWS));
    assert_eq!(size(WINDOW_COLUMNS + 1, WINDOW_ROWS + 1), (WINDOW_COLUMNS, WINDOW_ROWS));
    assert_eq!(size(0, 0), (1, 1));
}

#[test]
fn a_document_that_grows_keeps_its_place() {
    let (state, effects) =
        State::open(plain(&numbered(50)), "", Setup::default(), Size::new(40, 11), true);
    assert!(effects.is_empty(), "what grows is not surveyed yet");
    let mut session = Session::of(state);
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
    let total = session.state.find().unwrap().total();
    session.tell(Message::Found { job: 1, parts: vec![(0, Hits::default())], finished: true });
    assert_eq!(session.state.find().unwrap().total(), total);
}

#[test]
fn an_empty_document_takes_every_key() {
    let mut session = Session::open("", 40, 11);
    session.keys("jk bdugG50%][{}nN+-=?x");
    session.keys("t");
    session.press(KeyCode::Enter);
    session.keys("/x");
    session.press(KeyCode::Enter);
    assert!(session.state.page().is_empty());
}
