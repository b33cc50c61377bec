//! The help: the tables of actions.

use super::paint::Canvas;
use crate::app::{Area, State, help_rows};
use crate::config::{Look, Role};
use crate::text::clean;

/// Paints the rows of the help from number `scroll` on in `area`.
pub(super) fn paint(state: &State, scroll: usize, canvas: &mut Canvas, area: Area) {
    let theme = &state.settings().theme;
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
    let head = "Keys (5j: j five times; Esc closes)";
    canvas.text(left + 2, top, room, &clean(head), theme.look(Role::Title));
    let entries = height.saturating_sub(2);
    let first = scroll.min(help.len().saturating_sub(entries));
    for (y, row) in help.iter().skip(first).take(entries).enumerate() {
        let y = top + 1 + y;
        if row.keys.is_empty() {
            canvas.text(left + 2, y, room, &clean(row.doc), theme.look(Role::Title));
            continue;
        }
        canvas.text(left + 2, y, keys.saturating_sub(1), &clean(&row.keys), Look::default());
        canvas.text(
            left + 2 + keys,
            y,
            room.saturating_sub(keys),
            &clean(row.doc),
            Look::default(),
        );
    }
    let more = if first + entries < help.len() { "↓ more" } else { "" };
    canvas.text(left + 2, top + height - 1, room, &clean(more), theme.look(Role::Faint));
}
