//! The one place where cells are written, and only with what `text` has cleaned.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};
use ratatui::style::{Color, Modifier, Style};

use crate::budget::GLYPH_SCALARS;
use crate::config::{Look, Weight};
use crate::document::TerminalColour;
use crate::text::{Clean, Glyph, WidthModel, clean, is_clean};

/// The cells of the window.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    model: WidthModel,
    /// How what says nothing else looks.
    base: Look,
}

impl<'a> Canvas<'a> {
    /// Returns the cells of `buffer`, all blank, where what says nothing else looks as `base`.
    pub(super) fn new(buffer: &'a mut Buffer, model: WidthModel, base: Look) -> Self {
        buffer.set_style(buffer.area, style(base));
        Self { buffer, model, base }
    }

    /// Returns the same cells, where what says nothing else looks as `over` on what it did.
    pub(super) fn on(&mut self, over: Look) -> Canvas<'_> {
        Canvas { base: self.base.with(over), model: self.model, buffer: self.buffer }
    }

    /// Returns the columns of the window.
    pub(super) fn columns(&self) -> usize {
        usize::from(self.buffer.area.width)
    }

    /// Returns the sign of a vertical line in one cell, heavier where `heavy`: where the terminal draws the
    /// signs of frames in two cells, one of ASCII.
    pub(super) fn bar(&self, heavy: bool) -> Clean {
        self.narrow(if heavy { ["┃", "#"] } else { ["│", "|"] })
    }

    /// Returns the sign of a horizontal line in one cell, crossed by a vertical one where `crossed`.
    pub(super) fn line(&self, crossed: bool) -> Clean {
        self.narrow(if crossed { ["┼", "+"] } else { ["─", "-"] })
    }

    /// Returns the sign of a vertical line with a tick, in one cell.
    pub(super) fn tick(&self, heavy: bool) -> Clean {
        self.narrow(if heavy { ["┫", "="] } else { ["┤", "-"] })
    }

    /// Returns the sign of a vertical line where a section begins, in one cell.
    pub(super) fn section_tick(&self, heavy: bool) -> Clean {
        self.narrow(if heavy { ["┣", "%"] } else { ["├", "+"] })
    }

    /// Returns the sign of a section in which others lie, in one cell.
    pub(super) fn fold(&self, folded: bool) -> Clean {
        self.narrow(if folded { ["▸", "+"] } else { ["▾", "-"] })
    }

    /// Returns the sign of a bookmark, in one cell.
    pub(super) fn bookmark(&self) -> Clean {
        self.narrow(["•", "*"])
    }

    /// Returns the sign of a note, in one cell.
    pub(super) fn note(&self) -> Clean {
        self.narrow(["✎", "\""])
    }

    /// Returns the first of `signs` if it takes one cell, else the second.
    fn narrow(&self, [sign, ascii]: [&str; 2]) -> Clean {
        clean(if self.model.width(sign) == 1 { sign } else { ascii })
    }

    /// Returns what decides the widths.
    pub(super) fn model(&self) -> WidthModel {
        self.model
    }

    /// Writes `glyph` at column `x` of row `y`; one that would not fit is left out, whole, and `>` stands for one that
    /// is wider than the window.
    pub(super) fn glyph(&mut self, x: usize, y: usize, glyph: &Glyph, look: Look) {
        let cells = glyph.cells();
        if cells > self.columns() && self.columns() > 0 {
            self.text(x, y, 1, &clean(">"), look);
        }
        if cells == 0 || x + cells > self.columns() {
            return;
        }
        debug_assert!(is_clean(glyph.text()), "{:?} on its way to a cell", glyph.text());
        debug_assert!(glyph.text().chars().count() <= GLYPH_SCALARS, "too much for a cell");
        self.part_from_the_left(x, y);
        let shown = style(self.base.with(look));
        let Some(cell) = self.cell(x, y) else { return };
        cell.reset();
        cell.set_symbol(glyph.text()).set_style(shown);
        // The terminal's width and the renderer's may differ; the cell says what is true.
        if usize::from(cell.cell_width()) != cells
            && let Some(forced) = NonZeroU16::new(cells as u16)
        {
            cell.set_diff_option(CellDiffOption::ForcedWidth(forced));
        }
        for x in x + 1..x + cells {
            if let Some(cell) = self.cell(x, y) {
                cell.reset();
                cell.set_style(shown);
            }
        }
    }

    /// Makes `cells` cells from column `x` of row `y` on a link with this number: the backend knows where it leads.
    /// The colour of lines below, which no cell has, carries it.
    pub(super) fn lead(&mut self, x: usize, y: usize, cells: usize, number: u32) {
        let [_, red, green, blue] = number.to_be_bytes();
        for x in x..x + cells {
            if let Some(cell) = self.cell(x, y) {
                cell.underline_color = Color::Rgb(red, green, blue);
            }
        }
    }

    /// Writes `text` from column `x` of row `y` on, in at most `room` cells, and returns the cells it took.
    pub(super) fn text(
        &mut self,
        x: usize,
        y: usize,
        room: usize,
        text: &Clean,
        look: Look,
    ) -> usize {
        let model = self.model;
        let mut used = 0;
        for glyph in model.glyphs(text) {
            if used + glyph.cells() > room {
                break;
            }
            self.glyph(x + used, y, &glyph, look);
            used += glyph.cells();
        }
        used
    }

    /// Blanks `width` cells from column `x` of row `y` on.
    pub(super) fn blank(&mut self, x: usize, y: usize, width: usize, look: Look) {
        self.part_from_the_left(x, y);
        let shown = style(self.base.with(look));
        for x in x..(x + width).min(self.columns()) {
            if let Some(cell) = self.cell(x, y) {
                cell.reset();
                cell.set_style(shown);
            }
        }
    }

    /// Blanks a wide glyph whose second half is at column `x`, which will be painted over: a terminal
    /// shows no half of it.
    fn part_from_the_left(&mut self, x: usize, y: usize) {
        if let Some(left) = x.checked_sub(1).and_then(|x| self.cell(x, y))
            && left.symbol() != " "
            && left.cell_width() > 1
        {
            left.set_symbol(" ").set_diff_option(CellDiffOption::None);
        }
    }

    fn cell(&mut self, x: usize, y: usize) -> Option<&mut Cell> {
        self.buffer.cell_mut((u16::try_from(x).ok()?, u16::try_from(y).ok()?))
    }
}

/// Returns `look` in the renderer's terms.
fn style(look: Look) -> Style {
    let mut style = Style::new();
    style.fg = look.colour.map(colour);
    style.bg = look.ground.map(colour);
    let modifiers = [
        (look.weight == Weight::Bold, Modifier::BOLD),
        (look.weight == Weight::Dim, Modifier::DIM),
        (look.italic, Modifier::ITALIC),
        (look.underline, Modifier::UNDERLINED),
        (look.struck, Modifier::CROSSED_OUT),
        (look.reverse, Modifier::REVERSED),
    ];
    let on = modifiers.iter().filter(|(on, _)| *on).map(|(_, modifier)| *modifier);
    style.add_modifier(on.collect())
}

/// Returns `colour` in the renderer's terms.
fn colour(colour: TerminalColour) -> Color {
    match colour {
        TerminalColour::Indexed(index) => {
            PALETTE.get(usize::from(index)).copied().unwrap_or(Color::Indexed(index))
        }
        TerminalColour::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
    }
}

/// The terminal's own sixteen colours, by the names that every terminal knows.
const PALETTE: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];
