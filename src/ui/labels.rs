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
    let (left, y, _, flow) = page::on_page(state).filter(|(.., flow)| flow.holds(place)).last()?;
    let row = flow.row.as_ref()?;
    let part = state.book().document().part(place.part);
    let byte = place.byte.saturating_sub(flow.base());
    let cell = row.cell_of(part.block_text(flow.block), state.view().model(), byte);
    Some((left + cell.saturating_sub(state.view().shift_of(flow)), y))
}
