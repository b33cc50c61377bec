//! Panels in each language, in windows from narrow to very wide.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that panics has failed")]

#[path = "support/frame.rs"]
mod frame;

use std::sync::Arc;

use kanshu::app::{Session, Setup, Size};
use kanshu::config::{Config, Depth, Language, THEMES, Themes, contrast};
use kanshu::decode::Choice;
use kanshu::document::{Document, TerminalColour};
use kanshu::format::plain::PlainText;
use kanshu::input::{Key, KeyCode};
use kanshu::ui::view;
use kanshu::words::Words;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::{Color, Modifier};

/// The keys that open each panel.
const PANELS: [&str; 13] =
    ["t", "m\nB", "\"", "/\t", "/page\n&", "e", "?", "M", "T", ",", ":", "V", "m\""];

/// Returns a reader of the guide in `language` in a window of that size.
fn opened(language: Language, size: [u16; 2]) -> Session {
    reading(Words::of(language).guide(), language, size)
}

/// Returns a reader of `text` in `language` in a window of that size.
fn reading(text: &str, language: Language, size: [u16; 2]) -> Session {
    set(text, Config { language: Some(language), ..Config::default() }, size)
}

/// Returns a reader of `text` in the colours of `theme` in a window of that size.
fn themed(text: &str, theme: &str, size: [u16; 2]) -> Session {
    set(text, Config { theme: Some(theme.to_owned()), ..Config::default() }, size)
}

/// Returns a reader of `text` with those settings, on a terminal of all colours, in a window of that size.
fn set(text: &str, config: Config, [columns, rows]: [u16; 2]) -> Session {
    let source = PlainText::open(Arc::new(text.to_owned()), Choice::default());
    let themes = Themes { depth: Depth::True, ..Themes::default() };
    let setup = Setup { config, themes, ..Setup::default() };
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
fn every_panel_suits_each_window_in_each_language() {
    let pictured = |language, [columns, lines]: [u16; 2]| {
        let session = opened(language, [columns, lines]);
        let shown = PANELS.map(|keys| {
            let window = rows(&painted(session.clone(), keys));
            assert_eq!(window.lines().count(), usize::from(lines), "{keys:?}");
            format!("{:=<20}\n{window}", format!("{keys:?} "))
        });
        let name = format!("panels_{}_{columns}x{lines}", language.tag());
        insta::assert_snapshot!(name, shown.concat());
    };
    for language in Language::ALL {
        pictured(language, [40, 15]);
        pictured(language, [80, 24]);
        pictured(language, [120, 40]);
    }
    pictured(Language::English, [200, 60]);
}

#[test]
fn every_cell_of_every_panel_is_read_well_in_the_themes_with_colours_of_their_own() {
    let own = THEMES.iter().filter(|(name, _)| !["terminal", "mono"].contains(name));
    for (theme, _) in own {
        for size in [[40, 15], [80, 24]] {
            let session = themed(Words::of(Language::English).guide(), theme, size);
            for keys in PANELS {
                for cell in clusters(&painted(session.clone(), keys)) {
                    let (colour, ground) = colours(cell);
                    let (shown, ratio) = (cell.symbol(), contrast(colour, ground));
                    assert!(shown == " " || ratio >= 4.5, "{theme} {keys:?}: {shown} {ratio:.1}");
                }
            }
        }
    }
}

/// Returns the cells of `frame` that are painted: the second half of a wide one is not.
fn clusters(frame: &Buffer) -> impl Iterator<Item = &Cell> {
    let mut covered = 0;
    frame.content.iter().filter(move |cell| {
        let is_painted = covered == 0;
        covered = if is_painted { cell.cell_width().saturating_sub(1) } else { covered - 1 };
        is_painted
    })
}

/// Returns the colours of the text and of the ground of `cell`, each of the theme's own.
fn colours(cell: &Cell) -> (TerminalColour, TerminalColour) {
    let [text, ground] = [cell.fg, cell.bg].map(|colour| match colour {
        Color::Rgb(red, green, blue) => TerminalColour::Rgb(red, green, blue),
        Color::Indexed(number) => TerminalColour::Indexed(number),
        other => panic!("{other:?} is the terminal's"),
    });
    if cell.modifier.contains(Modifier::REVERSED) { (ground, text) } else { (text, ground) }
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
