//! Sessions of searching.

use super::*;
use crate::app::{ListRow, MatchEntry, Typing, unusual};
use crate::document::{Anchor, Outline, Section, Survey};
use crate::input::Preset;
use crate::layout::flow::Way;
use crate::search::{Bounds, Query, Syntax};

fn ctrl(session: &mut Session, c: char) {
    session.tell(Message::Key(Key::ctrl(c)));
}

/// Returns how many matches the search has.
fn total(session: &Session) -> usize {
    session.find().map_or(0, Find::total)
}

fn prompt(session: &Session) -> &Prompt {
    let Focus::Prompt(prompt) = session.state().focus() else { panic!("no prompt") };
    prompt
}

#[test]
fn a_switch_searches_anew_at_once() {
    let mut session = Session::open("他在公司。\ngs g.s 公私\n", 40, 11);
    session.keys("/gs");
    assert_eq!(total(&session), 1);
    ctrl(&mut session, 'p');
    assert_eq!(total(&session), 3);
    ctrl(&mut session, 'p');
    session.press(KeyCode::Backspace);
    session.keys(".s");
    assert_eq!(total(&session), 1);
    ctrl(&mut session, 'r');
    assert_eq!(unusual(&prompt(&session).options()), ["unusual-regex"]);
    session.press(KeyCode::Backspace);
    session.press(KeyCode::Backspace);
    session.keys("[.]?s");
    assert_eq!(total(&session), 2);
}

#[test]
fn control_w_switches_whole_words_and_alt_backspace_deletes_one() {
    let mut session = Session::open("cat concat\n", 40, 11);
    session.keys("/cat");
    assert_eq!(total(&session), 2);
    ctrl(&mut session, 'w');
    assert_eq!((total(&session), prompt(&session).line().text()), (1, "cat"));
    session.tell(Message::Key(Key { alt: true, ..Key::plain(KeyCode::Backspace) }));
    assert_eq!(prompt(&session).line().text(), "");
}

#[test]
fn the_list_of_switches_takes_letters_until_it_is_closed() {
    let mut session = Session::open("國 国\n", 40, 11);
    session.keys("/国");
    session.press(KeyCode::Tab);
    assert_eq!(prompt(&session).typing(), Typing::Switches);
    session.keys("hz");
    assert_eq!((total(&session), prompt(&session).line().text()), (1, "国"));
    session.press(KeyCode::Esc);
    session.keys("國");
    assert_eq!(prompt(&session).line().text(), "国國");
}

#[test]
fn a_bad_pattern_is_named_with_its_place_and_moves_nothing() {
    let mut session = Session::open(&numbered(300), 40, 11);
    session.keys("7j/");
    ctrl(&mut session, 'r');
    session.keys("2(5");
    let error = session.find().and_then(Find::error).unwrap();
    assert_eq!((error.to_string().as_str(), error.at.start), ("unclosed group", 1));
    assert_eq!(session.top(), "line 8");
    session.press(KeyCode::Enter);
    assert!(session.notice().contains("unclosed group"));
}

#[test]
fn the_history_is_walked_with_its_manner_and_what_was_typed_comes_back() {
    let mut session = Session::open(&numbered(300), 40, 11);
    session.keys("/line 1");
    session.press(KeyCode::Enter);
    session.keys("/");
    ctrl(&mut session, 'r');
    session.press(KeyCode::Char('9'));
    session.press(KeyCode::Enter);
    session.keys("/");
    ctrl(&mut session, 'r');
    session.keys("dra");
    let now = |session: &Session| {
        let prompt = prompt(session);
        (prompt.line().text().to_owned(), unusual(&prompt.options()).len())
    };
    session.press(KeyCode::Up);
    assert_eq!(now(&session), ("9".to_owned(), 1));
    session.press(KeyCode::Up);
    session.press(KeyCode::Up);
    assert_eq!(now(&session), ("line 1".to_owned(), 0));
    session.press(KeyCode::Down);
    session.press(KeyCode::Down);
    assert_eq!(now(&session), ("dra".to_owned(), 0));
}

#[test]
fn a_search_that_was_left_for_another_goes_on_after_escape() {
    let mut session = Session::open(&numbered(300), 40, 11);
    session.keys("/line 2");
    session.press(KeyCode::Enter);
    let found = total(&session);
    session.keys("/zzz");
    session.press(KeyCode::Esc);
    assert_eq!(total(&session), found);
    session.keys("/");
    session.press(KeyCode::Enter);
    assert_eq!(total(&session), found);
}

#[test]
fn backspace_in_an_empty_prompt_leaves_it() {
    let mut session = Session::open(&numbered(300), 40, 11);
    session.keys("/");
    session.press(KeyCode::Backspace);
    assert!(matches!(session.state().focus(), Focus::Page));
}

#[test]
fn a_star_searches_the_whole_word_of_the_match_and_goes_on() {
    let mut session = Session::open("The cat.\nconcatenation\na Cat, catty\ncat\n", 40, 11);
    session.keys("/ca");
    session.press(KeyCode::Enter);
    session.keys("*");
    let find = session.find().unwrap();
    assert_eq!((find.text(), find.total(), find.number()), ("cat", 3, Some(2)));
    session.keys("*");
    assert_eq!(session.find().unwrap().number(), Some(3));
}

#[test]
fn a_star_on_han_searches_what_was_matched() {
    let mut session = Session::open("他离开公司。\n公司的人。\n", 40, 11);
    session.keys("/离开");
    session.press(KeyCode::Enter);
    session.keys("*");
    assert_eq!(session.find().unwrap().text(), "离开");
}

#[test]
fn a_star_without_a_match_takes_the_first_word_of_the_page() {
    let mut session = Session::open(&format!("{}final words\nfinal\n", numbered(3)), 40, 5);
    session.keys("3j*");
    let find = session.find().unwrap();
    assert_eq!((find.text(), find.total(), find.number()), ("line", 3, Some(2)));
    let mut blank = Session::open("——\n", 40, 5);
    blank.keys("*");
    assert_eq!(blank.notice(), "There is no word here.");
}

#[test]
fn who_reads_on_is_not_taken_back_by_a_late_match() {
    let mut state = Session::open(&numbered(300), 40, 11).state().clone();
    let mut search = None;
    for c in ['/', '9', '9'] {
        let effects = update(&mut state, Message::Key(Key::char(c)));
        search = effects.into_iter().find_map(|effect| match effect {
            Effect::Search { job, search } => Some((job, search)),
            _ => None,
        });
    }
    let (job, search) = search.unwrap();
    update(&mut state, Message::Key(Key::plain(KeyCode::Enter)));
    let mut session = Session(crate::app::Session::of((state, Vec::new())));
    session.keys("  ");
    let top = session.view().top();
    session.tell(Message::Found { job, parts: search.found(), finished: true });
    assert_eq!((session.view().top(), total(&session)), (top, 3));
    session.keys("n");
    assert_ne!(session.view().top(), top);
}

/// Returns a session with a text of three sections of a hundred lines each, found by nobody but told.
fn sectioned() -> Session {
    let mut session = Session::open(&numbered(300), 40, 21);
    let section = |number: u32| Section {
        title: format!("Section {number}"),
        level: 1,
        anchor: Anchor { part: 0, line: number * 100 },
        line: Some(u64::from(number) * 100 + 1),
        offset: 0,
    };
    let outline = Outline::new((0..3).map(section).collect());
    let survey = Survey { outline: outline.into(), ..Survey::default() };
    session.tell(Message::Surveyed { job: 1, survey, finished: true });
    session
}

/// Returns the rows of the list.
fn rows(session: &Session) -> Vec<String> {
    let Focus::Matches(list) = session.state().focus() else { panic!("no list") };
    let row = |row| match row {
        ListRow::Section(number) => format!("# {number:?}"),
        ListRow::Match(MatchEntry { context, .. }) => {
            format!("{}[{}]{}", context.before, context.matched, context.after)
        }
    };
    list.rows().map(row).collect()
}

#[test]
fn the_list_shows_the_matches_by_sections() {
    let mut session = sectioned();
    session.keys("/99");
    session.press(KeyCode::Enter);
    session.keys("&");
    let expected = ["# Some(0)", "line [99]", "# Some(1)", "line 1[99]", "# Some(2)", "line 2[99]"];
    assert_eq!(rows(&session), expected);
}

#[test]
fn the_page_follows_the_list_and_escape_returns() {
    let mut session = sectioned();
    session.keys("/line");
    session.press(KeyCode::Enter);
    session.keys("&");
    let shown = |session: &Session| {
        let current = session.find().unwrap().current().unwrap();
        assert!(session.view().page().iter().any(|row| row.start == current));
        session.find().unwrap().number().unwrap()
    };
    assert_eq!(shown(&session), 1);
    session.press(KeyCode::Down);
    session.press(KeyCode::PageDown);
    assert_eq!(shown(&session), 10, "a page keeps an entry");
    session.press(KeyCode::End);
    assert_eq!(shown(&session), 300);
    assert_eq!(rows(&session).last().unwrap(), "[line] 300");
    session.tell(Message::Resize(Size::new(30, 9)));
    assert_eq!(shown(&session), 300);
    session.press(KeyCode::Esc);
    assert_eq!((session.top().as_str(), session.find().unwrap().number()), ("line 1", Some(1)));
}

#[test]
fn the_list_narrows_down_by_what_stands_beside_and_enter_goes() {
    let mut session = sectioned();
    session.keys("/line");
    session.press(KeyCode::Enter);
    session.keys("&27");
    assert_eq!(rows(&session).len(), 8, "as many as there is room for");
    session.keys("3");
    assert_eq!(rows(&session), ["# Some(2)", "[line] 273"]);
    session.press(KeyCode::Enter);
    let find = session.find().unwrap();
    assert_eq!((find.number(), find.total()), (Some(273), 300));
    assert!(session.view().page().iter().any(|row| Some(row.start) == find.current()));
    assert!(matches!(session.state().focus(), Focus::Page));
}

#[test]
fn the_list_of_nothing_does_not_open() {
    let mut session = Session::open(&numbered(3), 40, 11);
    session.keys("&");
    assert!(session.notice().contains("Nothing was searched for"));
    session.keys("/zzz");
    session.press(KeyCode::Enter);
    session.keys("&");
    assert_eq!(session.notice(), "Not found.");
}

#[test]
fn a_search_in_a_document_that_grows_goes_on() {
    let mut session = growing(&numbered(50));
    session.keys("/line 77");
    session.press(KeyCode::Enter);
    assert_eq!((total(&session), session.notice()), (0, ""));
    session.tell(Message::Grew { document: plain(&numbered(90)), more: true });
    assert_eq!((total(&session), session.find().unwrap().number()), (1, Some(1)));
    session.tell(Message::Grew { document: plain(&numbered(77_000)), more: false });
    assert_eq!(total(&session), 1 + 10 + 100 + 1);
}

#[test]
fn what_never_comes_is_said_at_the_end_of_the_stream() {
    let mut session = growing(&numbered(50));
    session.keys("/nowhere");
    session.press(KeyCode::Enter);
    session.tell(Message::Grew { document: plain(&numbered(50)), more: false });
    assert_eq!(session.notice(), "Not found.");
}

#[test]
fn a_window_of_any_size_holds_the_list() {
    for (columns, rows) in [(1, 1), (2, 2), (9, 3), (200, 90)] {
        let mut session = sectioned();
        session.keys("/9");
        session.press(KeyCode::Enter);
        session.keys("&");
        session.tell(Message::Resize(Size::new(columns, rows)));
        session.press(KeyCode::Down);
        session.press(KeyCode::Enter);
        assert_eq!(session.find().unwrap().number(), Some(2));
    }
}

#[test]
fn a_search_upwards_finds_the_match_above_and_goes_on_upwards() {
    let mut session = Session::open(&numbered(300), 40, 11);
    session.keys("200j\\line 1");
    assert_eq!(prompt(&session).way(), Way::Up);
    let number = |session: &Session| session.find().and_then(Find::number);
    assert_eq!(number(&session), Some(111), "line 199 of 1, 10–19, 100–199");
    session.press(KeyCode::Enter);
    session.keys("n");
    assert_eq!(number(&session), Some(110));
    session.keys("NN");
    assert_eq!((number(&session), session.notice()), (Some(1), "Past the end: on from the start."));
    session.keys("n");
    assert_eq!(
        (number(&session), session.notice()),
        (Some(111), "Past the start: on from the end.")
    );
}

#[test]
fn a_search_upwards_begins_at_the_bottom_of_the_page() {
    let mut session = Session::open(&numbered(300), 40, 11);
    session.keys("G\\line 29");
    assert_eq!(session.find().and_then(Find::number), Some(11), "line 299 is on the page");
    assert_eq!(session.top(), "line 291", "which stays");
    session.press(KeyCode::Enter);
    session.keys("\\line 29");
    assert_eq!(session.find().and_then(Find::number), Some(10), "on from the match");
}

#[test]
fn escape_goes_back_to_the_search_before_and_its_way() {
    let mut session = Session::open(&numbered(300), 40, 11);
    session.keys("200j/line 2");
    session.press(KeyCode::Enter);
    let (before, number) = (session.top(), session.find().and_then(Find::number));
    session.keys("\\line 1");
    session.press(KeyCode::Esc);
    assert_eq!(session.top(), before);
    session.keys("n");
    assert_eq!(session.find().and_then(Find::number), number.map(|number| number + 1));
    session.keys("\\");
    session.press(KeyCode::Enter);
    session.keys("n");
    assert_eq!(session.find().and_then(Find::number), number, "an empty search turns it");
}

#[test]
fn the_keys_are_those_of_the_preset() {
    let mut session = Session::with(&numbered(300), Preset::Less);
    session.keys("eee");
    assert_eq!(session.top(), "line 4");
    session.keys("y>?line 1");
    assert_eq!((prompt(&session).way(), total(&session)), (Way::Up, 111));
    session.press(KeyCode::Esc);
    session.keys("h");
    assert!(matches!(session.state().focus(), Focus::Help(_)));
    session.keys("QQ");
    assert!(session.asked(|effect| matches!(effect, Effect::Quit)));
}

#[test]
fn each_search_is_kept_once_with_the_switches_that_were_turned() {
    let mut session = Session::open("他在公司。\n", 40, 11);
    session.keys("/gs");
    ctrl(&mut session, 'p');
    session.press(KeyCode::Enter);
    session.keys("/x");
    session.press(KeyCode::Esc);
    session.keys("*/");
    session.press(KeyCode::Enter);
    session.keys("/");
    ctrl(&mut session, 'p');
    session.press(KeyCode::Enter);
    let kept = |(text, from, to): &(String, SearchOptions, SearchOptions)| {
        (text.clone(), from.folding.pinyin, to.folding.pinyin)
    };
    let kept: Vec<_> = session.searches().iter().map(kept).collect();
    let text = str::to_owned;
    let expected = [(text("gs"), false, true), (text("公司"), true, true), (text(""), true, false)];
    assert_eq!(kept, expected);
}

#[test]
fn the_searches_of_an_earlier_run_are_there() {
    let mut session = Session::open(&numbered(300), 40, 11);
    let options = SearchOptions { syntax: Syntax::Regex, ..SearchOptions::default() };
    let queries = vec![Query::words("line 2"), Query::words("line 3")];
    session.tell(Message::Remembered { queries, options });
    session.keys("/");
    assert_eq!(unusual(&prompt(&session).options()), ["unusual-regex"]);
    session.press(KeyCode::Up);
    session.press(KeyCode::Up);
    assert_eq!(prompt(&session).line().text(), "line 2");
}

#[test]
fn whole_words_and_pinyin_end_with_their_document_unless_they_are_set() {
    let turned = |switches: SearchOptions, setup: Setup| {
        let mut session = Session::set_up(&numbered(300), setup, Size::new(40, 11));
        session.tell(Message::Remembered { queries: Vec::new(), options: switches });
        session.keys("/");
        unusual(&prompt(&session).options())
    };
    let mut options = SearchOptions { bounds: Bounds::WholeWords, ..SearchOptions::default() };
    options.folding.pinyin = true;
    assert_eq!(turned(options, Setup::default()), [""; 0]);
    let (config, _) = crate::config::read("[search]\npinyin = true\n");
    assert_eq!(turned(options, Setup { config, ..Setup::default() }), ["unusual-pinyin"]);
    let mut session = Session::open(&numbered(300), 40, 11);
    session.keys("/");
    ctrl(&mut session, 'p');
    session.press(KeyCode::Enter);
    let next = super::opening::next("other", &numbered(300));
    super::opening::open(&mut session, next);
    session.keys("/");
    assert_eq!(unusual(&prompt(&session).options()), [""; 0]);
}

#[test]
fn the_section_that_is_told_is_that_of_the_match_on_the_page() {
    let mut session = Session::open("第一章 风\n\n风。\n\n第二章 雨\n\n雨。\n", 40, 20);
    assert_eq!(session.state().section(), Some(0));
    session.keys("/雨\n");
    assert_eq!((session.state().section(), session.view().section()), (Some(1), Some(0)));
}
