//! The list of themes below the page, which is shown in the chosen one.

use super::columns::ListColumns;
use super::hints;
use super::paint::Canvas;
use crate::app::{Area, State, ThemeList};
use crate::config::Theme;
use crate::words::Phrase;

/// The cells for the name of a theme.
const NAME: usize = 16;

/// Paints the list in `area`.
pub(super) fn paint(state: &State, list: &ThemeList, canvas: &mut Canvas, area: Area) {
    let words = state.words();
    let typed = list.filter().text();
    let head = match typed {
        "" => words.get("themes-head"),
        typed => words.say(&Phrase::new("themes-typed").with("typed", typed)),
    };
    let own = words.get("own-theme");
    let themes = state.preferences().themes();
    let is_own = |name: &str| {
        Theme::built_in(name).is_none() && themes.own.iter().any(|(own, _)| own == name)
    };
    let rows = list.listed().iter().map(|name| {
        let whose = if is_own(name) { own.as_str() } else { "" };
        [name.as_str(), whose]
    });
    let rows = rows.collect();
    let hints = hints::kept_or_left(state.keymap(), "hint-save");
    let list = ListColumns { head, rows, chosen: list.chosen(), cells: [NAME, 0], hints };
    list.paint(&state.settings().theme, words, canvas, area);
}
