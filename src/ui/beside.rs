//! What every list beside the text has around its entries.

use super::hints::{self, FooterKey};
use super::paint::Canvas;
use crate::app::{Area, State};
use crate::config::{Look, Role};
use crate::text::clean;
use crate::words::Phrase;

/// Paints in `area` a list without entries: what stands above them, what the keys do, and where the page is beside it, a
/// line that parts them. Returns the area of the entries.
pub(super) fn paint(
    state: &State,
    canvas: &mut Canvas,
    area: Area,
    head: &Phrase,
    hints: &[FooterKey],
) -> Area {
    let (theme, words) = (&state.settings().theme, state.words());
    let Area { x, y: top, columns, rows } = area;
    let beside = usize::from(columns < state.size().columns);
    let inner = columns.saturating_sub(beside);
    for y in top..top + rows {
        canvas.blank(x, y, columns, Look::default());
        canvas.text(x + inner, y, beside, &canvas.bar(false), theme.look(Role::Faint));
    }
    let room = inner.saturating_sub(2);
    canvas.text(x + 1, top, room, &clean(&words.say(head)), theme.look(Role::Title));
    if area.footer_rows() > 0 {
        let does = hints::row(hints, words, room, canvas.model());
        canvas.text(x + 1, top + rows - 1, room, &clean(&does), theme.look(Role::Faint));
    }
    Area { columns: inner, ..area.entries() }
}
