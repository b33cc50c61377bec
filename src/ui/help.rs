//! The help: the tables of actions.

use super::paint::Canvas;
use crate::app::{Area, State, help_rows};
use crate::config::{Look, Role};
use crate::input::{Action, Keymap};
use crate::text::clean;
use crate::words::Phrase;

/// Paints the rows of the help from number `scroll` on in `area`.
pub(super) fn paint(state: &State, scroll: usize, canvas: &mut Canvas, area: Area) {
    let (theme, words) = (&state.settings().theme, state.words());
    let Area { columns, rows, .. } = area;
    let help = help_rows(state.keymap());
    let width = 64.min(columns);
    let left = (columns - width) / 2;
    let height = (help.len() + 2).min(rows);
    let top = (rows - height) / 2;
    for y in top..top + height {
        canvas.blank(left, y, width, Look::default());
        canvas.text(left, y, 1, &canvas.bar(false), theme.look(Role::Faint));
        canvas.text(left + width - 1, y, 1, &canvas.bar(false), theme.look(Role::Faint));
    }
    let room = width.saturating_sub(3);
    // What the keys do comes before the rarest of them.
    let longest = help.iter().map(|row| canvas.model().width(&row.keys)).max();
    let keys = longest.map_or(0, |cells| cells + 1).min(room * 2 / 5);
    let head = words.say(&head(state.keymap()));
    canvas.text(left + 2, top, room, &clean(&head), theme.look(Role::Title));
    let entries = height.saturating_sub(2);
    let first = scroll.min(help.len().saturating_sub(entries));
    for (y, row) in help.iter().skip(first).take(entries).enumerate() {
        let y = top + 1 + y;
        let doc = clean(&words.say(&row.doc));
        if row.keys.is_empty() {
            canvas.text(left + 2, y, room, &doc, theme.look(Role::Title));
            continue;
        }
        canvas.text(left + 2, y, keys.saturating_sub(1), &clean(&row.keys), Look::default());
        canvas.text(left + 2 + keys, y, room.saturating_sub(keys), &doc, Look::default());
    }
    let more = if first + entries < help.len() { words.get("help-more") } else { String::new() };
    canvas.text(left + 2, top + height - 1, room, &clean(&more), theme.look(Role::Faint));
}

/// Returns what stands above the help: how often something is done, by a key as an example.
fn head(keymap: &Keymap) -> Phrase {
    let example = keymap.page().keys(Action::RowDown).first().map(ToString::to_string);
    Phrase::new("help-head").with("row_down", example.unwrap_or_default())
}
