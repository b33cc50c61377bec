//! A list over the end of the page: what stands above it, rows of words in columns, and what its keys do.

use super::hints::{self, FooterKey};
use super::paint::Canvas;
use super::trail::shortened;
use crate::app::{Area, window};
use crate::config::{Look, Role, Theme};
use crate::text::clean;
use crate::words::Words;

/// The blanks between two columns.
const BETWEEN: usize = 2;

/// A list of rows with their words in `N` columns.
pub(super) struct ListColumns<'a, const N: usize> {
    /// What stands above the list.
    pub(super) head: String,
    /// The words of each row.
    pub(super) rows: Vec<[&'a str; N]>,
    /// The number of the chosen row.
    pub(super) chosen: usize,
    /// The cells of each column but the last.
    pub(super) cells: [usize; N],
    /// What its keys do.
    pub(super) hints: Vec<FooterKey>,
}

impl<const N: usize> ListColumns<'_, N> {
    /// Paints the list in `area`.
    pub(super) fn paint(&self, theme: &Theme, words: &Words, canvas: &mut Canvas, area: Area) {
        let Area { y: top, columns, rows, .. } = area;
        for y in top..top + rows {
            canvas.blank(0, y, columns, Look::default());
        }
        let room = columns.saturating_sub(2);
        if area.footer_rows() > 0 {
            let does = hints::row(&self.hints, words, room, canvas.model());
            canvas.text(1, top + rows - 1, room, &clean(&does), theme.look(Role::Faint));
        }
        let rows = area.above_footer().rows;
        let fit = |words: &str, room, canvas: &Canvas| {
            clean(&shortened(clean(words).as_str(), room, canvas.model()))
        };
        canvas.text(1, top, room, &fit(&self.head, room, canvas), theme.look(Role::Title));
        let shown = window(self.chosen, self.rows.len(), rows.saturating_sub(1));
        let shown = self.rows.iter().enumerate().skip(shown.start).take(shown.len());
        for (y, (number, words)) in (top + 1..).zip(shown) {
            let chosen = number == self.chosen;
            let look = if chosen { theme.look(Role::Chosen) } else { Look::default() };
            canvas.blank(0, y, columns, look);
            let mut x = BETWEEN;
            for (column, (words, cells)) in words.iter().zip(self.cells).enumerate() {
                let left = columns.saturating_sub(x + 1);
                let cells = if column + 1 < N { cells.min(left) } else { left };
                canvas.text(x, y, cells, &fit(words, cells, canvas), look);
                x += cells + BETWEEN;
            }
        }
    }
}
