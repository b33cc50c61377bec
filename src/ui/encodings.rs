//! The list of encodings below the page, which shows the text in the chosen one.

use super::paint::Canvas;
use crate::app::{Area, Encodings, Stage, State, window};
use crate::config::{Look, Role};
use crate::text::clean;

/// The cells for the name of an encoding.
const NAME: usize = 14;

/// Paints the list in `area`.
pub(super) fn paint(state: &State, list: &Encodings, canvas: &mut Canvas, area: Area) {
    let theme = &state.settings().theme;
    let Area { y: top, columns, rows, .. } = area;
    for y in top..top + rows {
        canvas.blank(0, y, columns, Look::default());
    }
    let head = head(list);
    canvas.text(1, top, columns.saturating_sub(2), &clean(&head), theme.look(Role::Title));
    let shown = window(list.chosen(), list.listed().len(), rows.saturating_sub(1));
    let shown = list.listed().iter().enumerate().skip(shown.start).take(shown.len());
    for (y, (number, (encoding, script))) in (top + 1..).zip(shown) {
        let look = if number == list.chosen() { theme.look(Role::Chosen) } else { Look::default() };
        canvas.blank(0, y, columns, look);
        canvas.text(2, y, NAME.min(columns.saturating_sub(2)), &clean(encoding.name()), look);
        let left = columns.saturating_sub(NAME + 3);
        canvas.text(NAME + 2, y, left, &clean(script), look);
    }
}

/// Returns what stands above the list: what its keys do, what was typed, or what is asked.
fn head(list: &Encodings) -> String {
    let typed = list.filter().text();
    match list.stage() {
        Stage::Asking => {
            "The text looks worse in it. Enter: keep it all the same; Esc: return".to_owned()
        }
        Stage::Choosing if !typed.is_empty() => format!("Encoding: {typed}"),
        Stage::Choosing => {
            "Encoding: the page is shown in it. Enter keeps it, Esc returns.".to_owned()
        }
    }
}
