//! The list of encodings below the page, which shows the text in the chosen one.

use super::columns::ListColumns;
use super::hints;
use super::paint::Canvas;
use crate::app::{Area, Encodings, Stage, State};
use crate::words::Phrase;

/// The cells for the name of an encoding.
const NAME: usize = 12;

/// Paints the list in `area`.
pub(super) fn paint(state: &State, list: &Encodings, canvas: &mut Canvas, area: Area) {
    let head = state.words().say(&head(list));
    let keep = if list.stage() == Stage::Asking { "hint-anyway" } else { "hint-save" };
    let hints = hints::kept_or_left(state.keymap(), keep);
    let rows = list.listed().iter();
    let rows = rows.map(|one| [one.encoding.name(), one.script.as_str()]).collect();
    let list = ListColumns { head, rows, chosen: list.chosen(), cells: [NAME, 0], hints };
    list.paint(&state.settings().theme, state.words(), canvas, area);
}

/// Returns what stands above the list: its title, what was typed, or what is asked.
fn head(list: &Encodings) -> Phrase {
    match (list.stage(), list.filter().text()) {
        (Stage::Asking, _) => Phrase::new("encodings-asked"),
        (Stage::Choosing, "") => Phrase::new("encodings-head"),
        (Stage::Choosing, typed) => Phrase::new("encodings-narrowed").with("typed", typed),
    }
}
