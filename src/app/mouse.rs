//! What the left button of the mouse does, by what it is over. What selects text is here.

use super::panel::{Focus, Selection};
use super::{Area, State};
use crate::document::Position;
use crate::input::{Mouse, MouseKind};
use crate::layout::flow::Way;
use crate::text::TextUnit;

impl State {
    /// Takes what the mouse did. While a panel is open, or something is typed, it selects nothing.
    pub(super) fn point(&mut self, mouse: Mouse, clicks: usize) {
        if !matches!(self.focus, Focus::Page | Focus::Selecting(_)) {
            self.pressed = None;
            return;
        }
        match mouse.kind {
            MouseKind::Press => self.press_mouse(mouse, clicks),
            MouseKind::Drag => self.drag(mouse),
            MouseKind::Release => self.pressed = None,
        }
    }

    /// Takes note of where the button was pressed, and selects a word where that was twice, a paragraph where it was three
    /// times; once, it ends a selection.
    fn press_mouse(&mut self, mouse: Mouse, clicks: usize) {
        self.out.hush();
        self.keys.forget();
        self.focus = Focus::Page;
        self.pressed = self.cluster_under(mouse);
        let Some(place) = self.pressed else { return };
        let unit = match clicks {
            1 => return,
            2 => TextUnit::Word,
            _ => TextUnit::Paragraph,
        };
        let document = self.book.document();
        if let Some(range) = document.unit_at(place, unit) {
            self.focus = Focus::Selecting(Selection::of(range, document));
        }
    }

    /// Selects from where the button was pressed to where the mouse is. Above and below the text, the page moves by a row.
    fn drag(&mut self, mouse: Mouse) {
        let Some(pressed) = self.pressed else { return };
        let Area { x, y, columns, rows } = self.text_area();
        // Above the first row of the window there is none to go to.
        let way = match mouse.row {
            row if row < y.max(1) => Some(Way::Up),
            row if row >= y + rows => Some(Way::Down),
            _ => None,
        };
        if let Some(way) = way {
            self.view.scroll(way, 1);
            self.view.settle(&self.book);
        }
        let row = mouse.row.clamp(y, y + rows.saturating_sub(1));
        let column = mouse.column.clamp(x, x + columns.saturating_sub(1));
        let mut above = (y..=row).rev();
        if let Some(place) = above.find_map(|row| self.view.place_at(column, row)) {
            self.focus = Focus::Selecting(Selection::between(pressed, place));
        }
    }

    /// Returns the area of the text, with all of its columns.
    fn text_area(&self) -> Area {
        let panes = self.view.panes();
        let text = panes.text();
        let last = panes.column_start(panes.columns().saturating_sub(1));
        Area { columns: last + text.columns - text.x, ..text }
    }

    /// Returns the cluster of the text that the mouse is over.
    fn cluster_under(&mut self, mouse: Mouse) -> Option<Position> {
        let Area { x, y, columns, rows } = self.text_area();
        let within = (x..x + columns).contains(&mouse.column) && (y..y + rows).contains(&mouse.row);
        if within { self.view.place_at(mouse.column, mouse.row) } else { None }
    }
}
