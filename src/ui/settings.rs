//! The list of settings below the page, which is shown by them.

use super::columns::ListColumns;
use super::hints::with_keys;
use super::paint::Canvas;
use crate::app::{Area, SettingList, State};
use crate::config::AnySetting;
use crate::words::Phrase;

/// The cells for the name of a setting, and for its value.
const CELLS: [usize; 2] = [18, 10];

/// Paints the list in `area`.
pub(super) fn paint(state: &State, list: &SettingList, canvas: &mut Canvas, area: Area) {
    let words = state.words();
    let chosen = list.listed().get(list.chosen());
    let head = match (list.typed().zip(chosen), list.filter().text()) {
        (Some((line, one)), _) => {
            Phrase::new("settings-value").with("name", one.name()).with("typed", line.text())
        }
        (None, "") => with_keys(Phrase::new("settings-head"), state.keymap()),
        (None, typed) => Phrase::new("settings-typed").with("typed", typed),
    };
    let head = words.say(&head);
    let (config, search) = (state.preferences().config(), state.finder().options());
    let row = |one: &AnySetting| {
        let does = words.say(&Phrase::new(one.does()));
        [one.name(), one.value(config, &search), does]
    };
    let rows: Vec<[String; 3]> = list.listed().iter().map(row).collect();
    let rows = rows.iter().map(|row| row.each_ref().map(String::as_str)).collect();
    let [name, value] = CELLS;
    let list = ListColumns { head, rows, chosen: list.chosen(), cells: [name, value, 0] };
    list.paint(&state.settings().theme, canvas, area);
}
