//! The list of encodings below the page, which shows the text in the chosen one.

use super::columns::ListColumns;
use super::hints::with_keys;
use super::paint::Canvas;
use crate::app::{Area, Encodings, Stage, State};
use crate::input::Keymap;
use crate::words::Phrase;

/// The cells for the name of an encoding.
const NAME: usize = 12;

/// Paints the list in `area`.
pub(super) fn paint(state: &State, list: &Encodings, canvas: &mut Canvas, area: Area) {
    let head = state.words().say(&head(state.keymap(), list));
    let rows = list.listed().iter();
    let rows = rows.map(|one| [one.encoding.name(), one.script.as_str()]).collect();
    let list = ListColumns { head, rows, chosen: list.chosen(), cells: [NAME, 0] };
    list.paint(&state.settings().theme, canvas, area);
}

/// Returns what stands above the list: what its keys do, what was typed, or what is asked.
fn head(keymap: &Keymap, list: &Encodings) -> Phrase {
    let typed = list.filter().text();
    let phrase = match list.stage() {
        Stage::Asking => Phrase::new("encodings-asked"),
        Stage::Choosing if !typed.is_empty() => {
            return Phrase::new("encodings-narrowed").with("typed", typed);
        }
        Stage::Choosing => Phrase::new("encodings-head"),
    };
    with_keys(phrase, keymap)
}
