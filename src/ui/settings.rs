//! The list of settings below the page, which is shown by them.

use super::columns::ListColumns;
use super::hints::FooterKey;
use super::paint::Canvas;
use crate::app::{Area, SettingList, State};
use crate::config::AnySetting;
use crate::input::{Keymap, ListAction};
use crate::words::Phrase;

/// The cells for the name of a setting, and for its value.
const CELLS: [usize; 2] = [18, 10];

/// With fewer cells, what a setting does stands above the list for the chosen one alone.
const LEAST_WITH_WORDS: usize = 60;

/// Paints the list in `area`.
pub(super) fn paint(state: &State, list: &SettingList, canvas: &mut Canvas, area: Area) {
    let words = state.words();
    let chosen = list.listed().get(list.chosen());
    let is_narrow = area.columns < LEAST_WITH_WORDS;
    let head = match (list.typed().zip(chosen), list.filter().text()) {
        (Some((line, one)), _) => {
            Phrase::new("settings-value").with("name", one.name()).with("typed", line.text())
        }
        (None, "") => match chosen.filter(|_| is_narrow) {
            Some(one) => Phrase::new(one.does()),
            None => Phrase::new("settings-head"),
        },
        (None, typed) => Phrase::new("settings-typed").with("typed", typed),
    };
    let head = words.say(&head);
    let (config, search) = (state.preferences().config(), state.finder().options());
    let row = |one: &AnySetting| {
        let does = if is_narrow { String::new() } else { words.say(&Phrase::new(one.does())) };
        [one.name(), one.value(config, &search), does]
    };
    let rows: Vec<[String; 3]> = list.listed().iter().map(row).collect();
    let rows = rows.iter().map(|row| row.each_ref().map(String::as_str)).collect();
    let [name, value] = CELLS;
    let (chosen, hints) = (list.chosen(), hints(state.keymap()));
    let list = ListColumns { head, rows, chosen, cells: [name, value, 0], hints };
    list.paint(&state.settings().theme, words, canvas, area);
}

/// Returns what the keys do.
fn hints(keymap: &Keymap) -> Vec<FooterKey> {
    let hint = |actions: &[ListAction], does| FooterKey::new(keymap.list(), actions, does);
    vec![
        hint(&[ListAction::Fold, ListAction::Unfold], "hint-change"),
        hint(&[ListAction::Go], "hint-save"),
        hint(&[ListAction::Leave], "hint-return"),
        hint(&[ListAction::Name], "hint-type"),
    ]
}
