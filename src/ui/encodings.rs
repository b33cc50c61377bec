//! The list of encodings below the page, which shows the text in the chosen one.

use super::paint::Canvas;
use crate::app::{Area, Encodings, Stage, State, window};
use crate::config::{Look, Role};
use crate::input::{Keymap, ListAction};
use crate::text::clean;
use crate::words::Phrase;

/// The cells for the name of an encoding.
const NAME: usize = 14;

/// Paints the list in `area`.
pub(super) fn paint(state: &State, list: &Encodings, canvas: &mut Canvas, area: Area) {
    let theme = &state.settings().theme;
    let Area { y: top, columns, rows, .. } = area;
    for y in top..top + rows {
        canvas.blank(0, y, columns, Look::default());
    }
    let head = state.words().say(&head(state.keymap(), list));
    canvas.text(1, top, columns.saturating_sub(2), &clean(&head), theme.look(Role::Title));
    let shown = window(list.chosen(), list.listed().len(), rows.saturating_sub(1));
    let shown = list.listed().iter().enumerate().skip(shown.start).take(shown.len());
    for (y, (number, offered)) in (top + 1..).zip(shown) {
        let look = if number == list.chosen() { theme.look(Role::Chosen) } else { Look::default() };
        canvas.blank(0, y, columns, look);
        canvas.text(
            2,
            y,
            NAME.min(columns.saturating_sub(2)),
            &clean(offered.encoding.name()),
            look,
        );
        let left = columns.saturating_sub(NAME + 3);
        canvas.text(NAME + 2, y, left, &clean(&offered.script), look);
    }
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
    let key = |action| keymap.list().keys(action).first().map(ToString::to_string);
    let [go, leave] =
        [ListAction::Go, ListAction::Leave].map(|action| key(action).unwrap_or_default());
    phrase.with("go", go).with("leave", leave)
}
