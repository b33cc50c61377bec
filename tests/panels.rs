//! Panels in each language, in windows from narrow to very wide.
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

#[path = "support/frame.rs"]
mod frame;

use std::sync::Arc;

use kanshu::app::{Session, Setup, Size};
use kanshu::config::{Config, Language};
use kanshu::decode::Choice;
use kanshu::document::Document;
use kanshu::format::plain::PlainText;
use kanshu::input::{Key, KeyCode};
use kanshu::ui::view;
use kanshu::words::Words;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, CellWidth};

/// The windows, in columns and rows.
const SIZES: [[u16; 2]; 4] = [[40, 15], [80, 24], [120, 40], [200, 60]];

/// The keys that open each panel.
const PANELS: [&str; 13] =
    ["t", "m\nB", "\"", "/\t", "/page\n&", "e", "?", "M", "T", ",", ":", "V", "m\""];

/// Returns a reader of the guide in `language` in a window of that size.
fn opened(language: Language, size: [u16; 2]) -> Session {
    reading(Words::of(language).guide(), language, size)
}

/// Returns a reader of `text` in `language` in a window of that size.
fn reading(text: &str, language: Language, [columns, rows]: [u16; 2]) -> Session {
    let source = PlainText::open(Arc::new(text.to_owned()), Choice::default());
    let config = Config { language: Some(language), ..Config::default() };
    let setup = Setup { config, ..Setup::default() };
    let size = Size::new(columns.into(), rows.into());
    Session::open(Document::new(Arc::new(source)), "guide", setup, size)
}

/// Returns the window of `session` after `keys` were pressed, an Enter written as a line end and a Tab as itself.
fn painted(mut session: Session, keys: &str) -> Buffer {
    for c in keys.chars() {
        session.press(match c {
            '\n' => Key::plain(KeyCode::Enter),
            '\t' => Key::plain(KeyCode::Tab),
            c => Key::char(c),
        });
    }
    let Size { columns, rows } = session.state().size();
    let [columns, rows] = [columns, rows].map(|cells| u16::try_from(cells).unwrap());
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal.draw(|frame| view(session.state(), frame)).unwrap();
    let buffer = terminal.backend().buffer().clone();
    frame::check(&buffer);
    buffer
}

/// Returns the rows of `frame`, without the blanks at their ends.
fn rows(frame: &Buffer) -> String {
    let mut text = String::new();
    for row in frame.content.chunks(frame.area.width.into()) {
        let mut line = String::new();
        let mut x = 0;
        while let Some(cell) = row.get(x) {
            line += cell.symbol();
            x += usize::from(cell.cell_width()).max(1);
        }
        assert_eq!(x, row.len(), "a wide cluster straddles the edge of {line:?}");
        text += line.trim_end();
        text.push('\n');
    }
    text
}

#[test]
fn the_panels_speak_each_language_in_windows_of_any_width() {
    for language in Language::ALL {
        let narrow = rows(&painted(opened(language, [40, 15]), "t"));
        let usual = rows(&painted(opened(language, [80, 24]), "/\t"));
        let wide = rows(&painted(opened(language, [120, 40]), "?"));
        let all = [narrow, usual, wide].join("\n=====\n");
        insta::assert_snapshot!(format!("panels_{}", language.tag()), all);
    }
}

#[test]
fn every_panel_suits_each_window() {
    for [columns, lines] in SIZES {
        let session = opened(Language::English, [columns, lines]);
        let shown = PANELS.map(|keys| {
            let window = rows(&painted(session.clone(), keys));
            format!("{:=<20}\n{window}", format!("{keys:?} "))
        });
        insta::assert_snapshot!(format!("panels_{columns}x{lines}"), shown.concat());
    }
}

#[test]
fn titles_and_matches_are_shown_in_the_script_of_the_page() {
    let chapter = |number| format!("第{number}章 理发\n\n皇后在城里理了头发。他发现了。\n\n");
    let text: String = ["一", "二", "三"].map(chapter).concat();
    let mut session = reading(&text, Language::English, [80, 24]);
    for c in ":set show=hant\r".chars() {
        session.press(if c == '\r' { Key::plain(KeyCode::Enter) } else { Key::char(c) });
    }
    for (keys, title) in [("t", "第三章 理髮"), ("/发\t", "第二章 理髮"), ("m\nB", "第一章 理髮")]
    {
        let shown = rows(&painted(session.clone(), keys));
        assert!(shown.contains(title), "{keys:?}\n{shown}");
        assert!(!shown.contains("理发") && !shown.contains("头发"), "{keys:?}\n{shown}");
    }
    let matches = rows(&painted(session, "/发\t"));
    assert!(matches.contains("理了頭髮") && matches.contains("他發現了"), "{matches}");
}

#[test]
fn no_cluster_of_any_panel_straddles_the_edge_of_the_window() {
    for language in Language::ALL {
        for size in SIZES {
            let session = opened(language, size);
            for keys in PANELS {
                let lines = rows(&painted(session.clone(), keys)).lines().count();
                assert_eq!(lines, usize::from(size[1]), "{keys:?}");
            }
        }
    }
}
