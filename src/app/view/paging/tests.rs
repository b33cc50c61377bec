//! Laws of the page: however it is set, no row is passed over.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;

use super::super::{Spot, View};
use crate::app::{Focus, Session, Setup, Size};
use crate::config::{Config, PageColumns};
use crate::document::{Document, Position, ReadAt};
use crate::format::{Format, OpenOptions, open};
use crate::input::{Key, KeyCode, Preset};
use crate::layout::Ruby;
use crate::layout::flow::FlowRow;

/// The most rows that a text of these tests has.
const MOST: usize = 10_000;

/// Returns a reader of `html`.
fn reader(html: &str, config: Config, size: Size) -> Session {
    let bytes: Arc<dyn ReadAt> = Arc::new(html.to_owned());
    let options = OpenOptions { format: Format::named("html"), ..OpenOptions::default() };
    let document = Document::new(open(bytes, &options).unwrap());
    Session::open(document, "", Setup { config, ..Setup::default() }, size)
}

/// Returns paragraphs, lines, code and tables, with readings here and there.
fn page() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-z]{1,9} ",
        4 => "[雨夜看书日本]{1,6}",
        2 => Just("<ruby>漢字<rt>かんじ</rt></ruby>".to_owned()),
    ];
    let words = vec(word, 0..30).prop_map(|words| words.concat());
    let row = words.clone().prop_map(|words| format!("<tr><td>{words}</td><td>1</td></tr>"));
    let block = prop_oneof![
        5 => words.clone().prop_map(|words| format!("<p>{words}</p>")),
        1 => words.clone().prop_map(|words| format!("<h2>{words}</h2>")),
        1 => words.clone().prop_map(|words| format!("<blockquote><p>{words}</p></blockquote>")),
        1 => vec("[a-z ]{0,20}", 0..5).prop_map(|code| format!("<pre>{}</pre>", code.join("\n"))),
        1 => (words, vec(row, 1..6)).prop_map(|(name, rows)| {
            format!("<table><tr><th>{name}</th><th>b</th></tr>{}</table>", rows.concat())
        }),
    ];
    vec(block, 1..25).prop_map(|blocks| blocks.concat())
}

/// A text, and how it is set.
#[derive(Clone, Debug)]
struct Reading {
    html: String,
    page: (PageColumns, Ruby, bool),
    overlap: usize,
    row_gap: usize,
    columns: usize,
    rows: usize,
}

impl Reading {
    /// Returns a reader of it with keys as in vim.
    fn open(self) -> Session {
        let mut config = Config { preset: Preset::Vim, ..Config::default() };
        (config.page.columns, config.layout.ruby, config.page.sticky) = self.page;
        (config.page.overlap, config.page.row_gap) = (self.overlap, self.row_gap);
        reader(&self.html, config, Size::new(self.columns, self.rows))
    }
}

prop_compose! {
    fn reading()(
        html in page(),
        columns in prop_oneof![Just(PageColumns::One), Just(PageColumns::Two)],
        ruby in prop_oneof![Just(Ruby::Above), Just(Ruby::After)],
        sticky: bool,
        (overlap, row_gap) in (0_usize..4, 0_usize..3),
        size in (8_usize..130, 1_usize..26),
    ) -> Reading {
        let page = (columns, ruby, sticky);
        Reading { html, page, overlap, row_gap, columns: size.0, rows: size.1 }
    }
}

/// Returns where the rows of the document begin.
fn all(view: &View) -> Vec<Position> {
    let mut flow = view.flow.clone();
    flow.page(Position::default(), MOST).iter().map(|row| row.start).collect()
}

/// Returns where those begin that do not only part others.
fn with_text(view: &View) -> Vec<Position> {
    let mut flow = view.flow.clone();
    let rows = flow.page(Position::default(), MOST).into_iter();
    rows.filter(FlowRow::has_text).map(|row| row.start).collect()
}

fn shown(session: &Session) -> Vec<Position> {
    session.state().view().page().iter().map(|row| row.start).collect()
}

/// Returns whether the rows `before` and those `after` leave none of `all` between them.
fn meet(all: &[Position], before: &[Position], after: &[Position]) -> bool {
    let number = |place| all.iter().position(|row| Some(row) == place);
    let ends = [before.first(), before.last(), after.first(), after.last()].map(number);
    let [Some(top), Some(bottom), Some(first), Some(last)] = ends else { return all.is_empty() };
    first <= bottom + 1 && top <= last + 1
}

/// Returns what was on the page, time by time, while `key` was pressed as long as it moves something.
fn pressed(session: &mut Session, key: Key) -> Vec<Vec<Position>> {
    let place = |session: &Session| match session.state().focus() {
        Focus::Selecting(selection) => Some(selection.range(session.state().book().document())),
        _ => None,
    };
    let mut pages = vec![shown(session)];
    loop {
        let before = (session.state().view().top(), place(session));
        session.press(key);
        if (session.state().view().top(), place(session)) == before {
            return pages;
        }
        pages.push(shown(session));
    }
}

/// The keys that go down by pages, and by what a page shows.
const DOWN: [Key; 4] =
    [Key::plain(KeyCode::PageDown), Key::char('L'), Key::char('M'), Key::ctrl('d')];

proptest! {
    #[test]
    fn no_row_is_passed_over_by_pages(reading in reading(), key in 0..DOWN.len()) {
        let mut session = reading.open();
        let all = all(session.state().view());
        let down = pressed(&mut session, DOWN[key]);
        let up = pressed(&mut session, Key::plain(KeyCode::PageUp));
        for way in [&down, &up] {
            for pages in way.windows(2) {
                prop_assert!(meet(&all, &pages[0], &pages[1]), "{:?}", pages);
            }
        }
        let ends = |pages: &[Vec<Position>]| {
            (pages.concat().into_iter().min(), pages.concat().into_iter().max())
        };
        prop_assert_eq!(ends(&down), (all.first().copied(), all.last().copied()));
        prop_assert_eq!(ends(&up), ends(&down));
    }

    #[test]
    fn a_page_up_undoes_a_page_down(reading in reading(), rows in 0_usize..40) {
        // The names of columns come and go with the top of the page, and with them its lines.
        let reading = Reading { html: reading.html.replace("table>", "div>"), ..reading };
        let mut session = reading.open();
        session.keys(&format!("{rows}j"));
        let top = session.state().view().top();
        session.press(Key::plain(KeyCode::PageDown));
        let below = session.state().view().top();
        let mut view = session.state().view().clone();
        let last = view.last_top();
        prop_assume!(last != below);
        session.press(Key::plain(KeyCode::PageUp));
        let mut rows = view.flow.page(Position::default(), MOST).into_iter();
        if rows.all(|row| row.height() == 1) {
            prop_assert_eq!(session.state().view().top(), top);
        }
        session.press(Key::plain(KeyCode::PageDown));
        prop_assert_eq!(session.state().view().top(), below);
    }

    #[test]
    fn no_row_is_passed_over_while_text_is_selected(reading in reading(), half: bool) {
        let mut session = reading.open();
        let all = with_text(session.state().view());
        session.keys("V");
        // On a page of blanks the first word is further down.
        let Focus::Selecting(selection) = session.state().focus() else { return Ok(()) };
        let begin = selection.range(session.state().book().document()).start;
        prop_assume!(session.state().view().shows(begin));
        let keys = if half {
            [Key::ctrl('d'), Key::ctrl('u')]
        } else {
            [Key::plain(KeyCode::PageDown), Key::plain(KeyCode::PageUp)]
        };
        for key in keys {
            let mut pages = pressed(&mut session, key);
            for rows in &mut pages {
                rows.retain(|row| all.contains(row));
            }
            for pages in pages.windows(2) {
                prop_assert!(meet(&all, &pages[0], &pages[1]), "{:?}", pages);
            }
        }
    }

    #[test]
    fn what_is_gone_to_is_on_the_page(reading in reading(), at in any::<prop::sample::Index>()) {
        let session = reading.open();
        let all = with_text(session.state().view());
        prop_assume!(!all.is_empty());
        let place = *at.get(&all);
        let shows = |view: &View| view.page.iter().any(|row| row.start == place);
        let mut view = session.state().view().clone();
        view.reveal(place);
        view.settle(session.state().book());
        prop_assert!(shows(&view), "revealed");
        for spot in [Spot::Top, Spot::Middle, Spot::Bottom] {
            view.put(place, spot);
            view.settle(session.state().book());
            prop_assert!(shows(&view), "{:?}", spot);
        }
        view.go_to_end();
        view.settle(session.state().book());
        prop_assert!(view.at_end);
    }
}
