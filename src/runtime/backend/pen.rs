//! What is written to the terminal next: where its cursor is, how it writes, and the control sequences for
//! both (ECMA-48). Nothing that a document says is turned into one of them.

use std::collections::HashMap;

use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

/// How cells look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct CellStyle {
    foreground: Color,
    background: Color,
    modifier: Modifier,
    /// The number of the link that they belong to.
    link: Option<u32>,
}

/// The modifiers and their parameters of SGR.
const MODIFIERS: [(Modifier, u8); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

/// What writes to the terminal.
#[derive(Default)]
pub(super) struct Pen {
    written: String,
    /// The row of the terminal's cursor, where it is known.
    row: Option<u16>,
    /// Its column, where it is known; then its row is known too.
    column: Option<u16>,
    style: CellStyle,
    /// Where links lead, by their numbers.
    links: HashMap<u32, String>,
}

impl Pen {
    /// Lets cells lead where `links` say from now on.
    pub(super) fn set_links(&mut self, links: Vec<(u32, String)>) {
        self.links = links.into_iter().collect();
    }

    /// Returns what was written, and begins anew after it.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.written)
    }

    /// Returns where the terminal's cursor is known to be.
    pub(super) fn place(&self) -> Option<Position> {
        Some(Position { x: self.column?, y: self.row? })
    }

    /// Writes a control sequence: what comes after its introducer.
    pub(super) fn command(&mut self, rest: &str) {
        self.written += "\x1b[";
        self.written += rest;
    }

    /// Moves to `place`.
    pub(super) fn go_to(&mut self, place: Position) {
        let Position { x, y } = place;
        if self.place() == Some(place) {
            return;
        }
        if self.row == Some(y) {
            if x == 0 {
                self.written.push('\r');
            } else {
                self.command(&format!("{}G", x.saturating_add(1)));
            }
        } else if x == 0 && self.row.is_some_and(|row| row.checked_add(1) == Some(y)) {
            self.written += "\r\n";
        } else {
            self.command(&format!("{};{}H", y.saturating_add(1), x.saturating_add(1)));
        }
        (self.row, self.column) = (Some(y), Some(x));
    }

    /// Writes `text`. The terminal makes `cells` of it, if that is sure.
    pub(super) fn write(&mut self, text: &str, cells: Option<usize>) {
        self.written += text;
        let column = self.column.zip(cells);
        self.column = column.and_then(|(at, cells)| at.checked_add(cells as u16));
    }

    /// Erases `cells` from the cursor on, which stays; `to_end` says that they are the rest of the row.
    pub(super) fn erase(&mut self, cells: usize, to_end: bool) {
        if to_end {
            self.command("K");
        } else {
            self.command(&format!("{cells}X"));
        }
    }

    /// Returns whether `cell` looks as what is written now.
    pub(super) fn has_style_of(&self, cell: &Cell) -> bool {
        self.style == CellStyle::of(cell)
    }

    /// Returns whether `cell` looks as a terminal's own blanks do.
    pub(super) fn is_plain(cell: &Cell) -> bool {
        CellStyle::of(cell) == CellStyle::default()
    }

    /// Writes as `cell` looks from now on.
    pub(super) fn style(&mut self, cell: &Cell) {
        self.style_as(CellStyle::of(cell));
    }

    /// Writes plainly from now on, so that what others write looks as it should.
    pub(super) fn put_down(&mut self) {
        self.style_as(CellStyle::default());
    }

    fn style_as(&mut self, style: CellStyle) {
        if self.style.link != style.link {
            self.link(style.link);
        }
        let before = CellStyle { link: style.link, ..std::mem::replace(&mut self.style, style) };
        if before == style {
            return;
        }
        let mut parameters = style.parameters();
        // The parameters only add; what was on before and should not be is taken off with all the rest.
        if !before.is_unlinked_default() && !parameters.is_empty() {
            parameters.insert_str(0, "0;");
        }
        self.command(&parameters);
        self.written.push('m');
    }

    /// Begins a link, or ends one (OSC 8). Rows of one link have one name, so that the terminal shows them as one.
    fn link(&mut self, number: Option<u32>) {
        let address = number.and_then(|number| self.links.get_key_value(&number));
        let link =
            address.map_or(";".to_owned(), |(number, address)| format!("id={number};{address}"));
        self.written += "\x1b]8;";
        self.written += &link;
        self.written += "\x1b\\";
    }
}

impl CellStyle {
    fn of(cell: &Cell) -> Self {
        let link = match cell.underline_color {
            Color::Rgb(red, green, blue) => Some(u32::from_be_bytes([0, red, green, blue])),
            _ => None,
        };
        Self { foreground: cell.fg, background: cell.bg, modifier: cell.modifier, link }
    }

    /// Returns whether the letters look as a terminal's own do, whatever they lead to.
    fn is_unlinked_default(self) -> bool {
        Self { link: None, ..self } == Self::default()
    }

    /// Returns the parameters of SGR that turn a plain style into this one.
    fn parameters(self) -> String {
        let on = MODIFIERS.iter().filter(|(modifier, _)| self.modifier.contains(*modifier));
        let mut parameters: Vec<String> = on.map(|(_, number)| number.to_string()).collect();
        parameters.extend(colour(self.foreground, 30));
        parameters.extend(colour(self.background, 40));
        parameters.join(";")
    }
}

/// Returns the parameters of SGR for `colour`: as foreground with `base` 30, as background with 40.
fn colour(colour: Color, base: u8) -> Option<String> {
    let bright = base + 60;
    let number = match colour {
        Color::Reset => return None,
        Color::Black => base,
        Color::Red => base + 1,
        Color::Green => base + 2,
        Color::Yellow => base + 3,
        Color::Blue => base + 4,
        Color::Magenta => base + 5,
        Color::Cyan => base + 6,
        Color::Gray => base + 7,
        Color::DarkGray => bright,
        Color::LightRed => bright + 1,
        Color::LightGreen => bright + 2,
        Color::LightYellow => bright + 3,
        Color::LightBlue => bright + 4,
        Color::LightMagenta => bright + 5,
        Color::LightCyan => bright + 6,
        Color::White => bright + 7,
        Color::Indexed(index) => return Some(format!("{};5;{index}", base + 8)),
        Color::Rgb(red, green, blue) => {
            return Some(format!("{};2;{red};{green};{blue}", base + 8));
        }
    };
    Some(number.to_string())
}
