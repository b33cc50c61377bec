//! Panels in each language, in a narrow, a usual and a wide window.
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

/// Returns the window of the guide in `language` in which `keys` were pressed, an Enter written as a line end and a Tab as
/// itself.
fn painted(language: Language, [columns, rows]: [u16; 2], keys: &str) -> Buffer {
    let guide = Words::of(language).guide().to_owned();
    let source = PlainText::open(Arc::new(guide), Choice::default());
    let config = Config { language: Some(language), ..Config::default() };
    let setup = Setup { config, ..Setup::default() };
    let size = Size::new(columns.into(), rows.into());
    let mut session = Session::open(Document::new(Arc::new(source)), "guide", setup, size);
    for c in keys.chars() {
        session.press(match c {
            '\n' => Key::plain(KeyCode::Enter),
            '\t' => Key::plain(KeyCode::Tab),
            c => Key::char(c),
        });
    }
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
        let narrow = rows(&painted(language, [40, 15], "t"));
        let usual = rows(&painted(language, [80, 24], "/\t"));
        let wide = rows(&painted(language, [120, 40], "?"));
        let all = [narrow, usual, wide].join("\n=====\n");
        insta::assert_snapshot!(format!("panels_{}", language.tag()), all);
    }
}

#[test]
fn no_cluster_of_any_panel_straddles_the_edge_of_the_window() {
    for language in Language::ALL {
        for keys in ["t", "m\nB", "/\t", "e", "?", "M", "T", ",", ":"] {
            for size in [[40, 15], [80, 24], [120, 40]] {
                assert_eq!(
                    rows(&painted(language, size, keys)).lines().count(),
                    usize::from(size[1])
                );
            }
        }
    }
}
