//! The list of encodings below the page, which shows the text in the chosen one.

use super::paint::Canvas;
use crate::app::{Encodings, State};
use crate::config::Look;
use crate::text::clean;

/// How many rows the list has where there is room.
const ROWS: usize = 9;

/// The cells for the name of an encoding.
const NAME: usize = 14;

/// Paints the list over the last rows of the page.
pub(super) fn paint(state: &State, list: &Encodings, canvas: &mut Canvas) {
    let theme = &state.settings().theme;
    let (rows, columns) = (state.size().text_rows(), state.size().columns);
    let height = ROWS.min(rows.div_ceil(2));
    let top = rows - height;
    canvas.blank(0, top, columns, Look::default());
    let head = "Encoding: the page is shown in it. Enter keeps it, Esc returns.";
    canvas.text(1, top, columns.saturating_sub(2), &clean(head), theme.heading);
    let room = height.saturating_sub(1);
    let first = list.chosen().saturating_sub(room / 2);
    let first = first.min(list.listed().len().saturating_sub(room));
    let shown = list.listed().iter().enumerate().skip(first).take(room);
    for (y, (number, (encoding, script))) in (top + 1..).zip(shown) {
        let look = if number == list.chosen() { theme.chosen } else { Look::default() };
        canvas.blank(0, y, columns, look);
        canvas.text(2, y, NAME.min(columns.saturating_sub(2)), &clean(encoding.name()), look);
        let left = columns.saturating_sub(NAME + 3);
        canvas.text(NAME + 2, y, left, &clean(script), look);
    }
}
