//! The labels over what can be followed on the page.

use super::page;
use super::paint::Canvas;
use crate::app::{Labels, State};
use crate::config::Role;
use crate::document::Position;
use crate::text::clean;

/// Paints `labels` over the first cells of what they stand for.
pub(super) fn paint(state: &State, labels: &Labels, canvas: &mut Canvas) {
    let look = state.settings().theme.look(Role::Label);
    let columns = state.size().columns;
    for (place, label) in labels.shown() {
        if let Some((x, y)) = cell(state, place) {
            let label = clean(&label);
            // At the edge of the window it moves in: it is read whole.
            let x = x.min(columns.saturating_sub(canvas.model().width(label.as_str())));
            canvas.text(x, y, columns, &label, look);
        }
    }
}

/// Returns the column and the line of the window where `place` of the page stands.
fn cell(state: &State, place: Position) -> Option<(usize, usize)> {
    let rows = page::on_page(state).filter(|(.., row)| row.has_text() && row.holds(place));
    let (left, y, _, row) = rows.last()?;
    let part = state.book().document().part(place.part);
    let cell = row.cell_of(&part, state.view().model(), place.byte);
    Some((left + cell.saturating_sub(state.view().shift_of(row)), y))
}
