//! Every panel in every theme and language, as pictures in `target/gallery`: `cargo run --example gallery`. Whoever
//! changes a look, or a word, sees there what it comes to.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use kanshu::app::{Session, Setup, Size};
use kanshu::config::{Config, Depth, Language, THEMES, Themes};
use kanshu::decode::Choice;
use kanshu::document::Document;
use kanshu::format::plain::PlainText;
use kanshu::input::{Key, KeyCode};
use kanshu::ui::view;
use kanshu::words::Words;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::{Color, Modifier};

/// The size of the windows, in cells.
const SIZE: [u16; 2] = [80, 24];

/// The size of a cell, in units of the picture.
const CELL: [usize; 2] = [10, 20];

/// What a terminal shows where a look says nothing: its text, and its ground.
const USUAL: [&str; 2] = ["#d0d0d0", "#101010"];

/// The panels with the keys that open them on the page; an Enter is written as a line end, a Tab as itself.
const PANELS: [(&str, &str); 12] = [
    ("page", ""),
    ("contents", "t"),
    ("bookmarks", "m\nB"),
    ("search", "/kanshu"),
    ("switches", "/\t"),
    ("matches", "/kanshu\n&"),
    ("encodings", "e"),
    ("themes", "T"),
    ("settings", ","),
    ("commands", ":"),
    ("marking", "M"),
    ("help", "?"),
];

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/gallery");
    for (theme, _) in THEMES {
        for language in Language::ALL {
            let folder = folder.join(theme).join(language.tag());
            fs::create_dir_all(&folder)?;
            for (name, keys) in PANELS {
                let frame = painted(theme, language, keys)?;
                fs::write(folder.join(name).with_extension("svg"), picture(&frame))?;
            }
        }
    }
    Ok(())
}

/// Returns the window in which `keys` were pressed over the guide.
fn painted(theme: &str, language: Language, keys: &str) -> io::Result<Buffer> {
    let words = Words::of(language);
    let source = PlainText::open(Arc::new(words.guide().to_owned()), Choice::default());
    let config =
        Config { theme: Some(theme.to_owned()), language: Some(language), ..Config::default() };
    let themes = Themes { depth: Depth::True, ..Themes::default() };
    let setup = Setup { config, themes, ..Setup::default() };
    let [columns, rows] = SIZE;
    let size = Size::new(columns.into(), rows.into());
    let title = words.get("guide-title");
    let mut session = Session::open(Document::new(Arc::new(source)), &title, setup, size);
    for c in keys.chars() {
        session.press(match c {
            '\n' => Key::plain(KeyCode::Enter),
            '\t' => Key::plain(KeyCode::Tab),
            c => Key::char(c),
        });
    }
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).map_err(io::Error::other)?;
    terminal.draw(|frame| view(session.state(), frame)).map_err(io::Error::other)?;
    Ok(terminal.backend().buffer().clone())
}

/// Returns `frame` as a picture.
fn picture(frame: &Buffer) -> String {
    let [width, height] = [frame.area.width, frame.area.height].map(usize::from);
    let [columns, rows] = [width * CELL[0], height * CELL[1]];
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{columns}\" height=\"{rows}\" \
         font-family=\"monospace\" font-size=\"16\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n",
        USUAL[1]
    );
    for (y, row) in frame.content.chunks(width.max(1)).enumerate() {
        let mut x = 0;
        while let Some(cell) = row.get(x) {
            let cells = usize::from(cell.cell_width()).max(1);
            svg += &drawn(cell, [x, y], cells);
            x += cells;
        }
    }
    svg + "</svg>\n"
}

/// Returns the ground and the glyph of a cell at that column and row.
fn drawn(cell: &Cell, [column, row]: [usize; 2], cells: usize) -> String {
    let [mut text, mut ground] = [colour(cell.fg, USUAL[0]), colour(cell.bg, USUAL[1])];
    if cell.modifier.contains(Modifier::REVERSED) {
        std::mem::swap(&mut text, &mut ground);
    }
    let [x, y, width] = [column * CELL[0], row * CELL[1], cells * CELL[0]];
    let mut svg = String::new();
    if ground != USUAL[1] {
        let height = CELL[1];
        // A string takes everything.
        let _written = writeln!(
            svg,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>"
        );
    }
    if !cell.symbol().trim().is_empty() {
        let styles = [
            (Modifier::BOLD, " font-weight=\"bold\""),
            (Modifier::ITALIC, " font-style=\"italic\""),
            (Modifier::DIM, " opacity=\"0.6\""),
            (Modifier::UNDERLINED, " text-decoration=\"underline\""),
            (Modifier::CROSSED_OUT, " text-decoration=\"line-through\""),
        ];
        let on = styles.iter().filter(|(modifier, _)| cell.modifier.contains(*modifier));
        let styles: String = on.map(|(_, style)| *style).collect();
        let symbol = cell.symbol().replace('&', "&amp;").replace('<', "&lt;");
        let base = y + CELL[1] * 3 / 4;
        let _written = writeln!(
            svg,
            "<text x=\"{x}\" y=\"{base}\" textLength=\"{width}\" fill=\"{text}\"{styles}>{symbol}</text>"
        );
    }
    svg
}

/// Returns `colour` as a picture names it; where the terminal's own is meant, `usual`.
fn colour(colour: Color, usual: &str) -> String {
    let named = |name: &str| name.to_owned();
    match colour {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        Color::Black => named("#000000"),
        Color::Red => named("#cd0000"),
        Color::Green => named("#00cd00"),
        Color::Yellow => named("#cdcd00"),
        Color::Blue => named("#5c5cff"),
        Color::Magenta => named("#cd00cd"),
        Color::Cyan => named("#00cdcd"),
        Color::Gray => named("#e5e5e5"),
        Color::DarkGray => named("#7f7f7f"),
        Color::LightRed => named("#ff5555"),
        Color::LightGreen => named("#55ff55"),
        Color::LightYellow => named("#ffff55"),
        Color::LightBlue => named("#8888ff"),
        Color::LightMagenta => named("#ff55ff"),
        Color::LightCyan => named("#55ffff"),
        Color::White => named("#ffffff"),
        Color::Indexed(_) | Color::Reset => named(usual),
    }
}
