//! The window of the keys that may follow those that were begun.

use super::paint::Canvas;
use crate::app::State;
use crate::config::{Look, Role};
use crate::text::clean;

/// The blank cells between the keys and what they do, and at each side.
const PADDING: usize = 2;

/// Paints the window above the status line, at the right, where there is anything to show.
pub(super) fn paint(state: &State, canvas: &mut Canvas) {
    let rows: Vec<_> = state
        .following_keys()
        .iter()
        .map(|row| (clean(&row.keys), clean(&state.words().say(&row.doc))))
        .collect();
    let (size, model) = (state.size(), canvas.model());
    let keys = rows.iter().map(|(keys, _)| model.width(keys.as_str())).max().unwrap_or(0);
    let does = rows.iter().map(|(_, does)| model.width(does.as_str())).max().unwrap_or(0);
    let width = (keys + does + 3 * PADDING).min(size.columns);
    let height = rows.len().min(size.text_rows());
    let (left, top) = (size.columns - width, size.text_rows() - height);
    for (y, (key, does)) in (top..).zip(rows.iter().take(height)) {
        canvas.blank(left, y, width, Look::default());
        let x = left + PADDING;
        canvas.text(
            x,
            y,
            width.saturating_sub(PADDING),
            key,
            state.settings().theme.look(Role::Title),
        );
        let x = x + keys + PADDING;
        canvas.text(x, y, size.columns.saturating_sub(x + 1), does, Look::default());
    }
}
