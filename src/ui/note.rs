//! The window in which a note is written, over the page, in the columns of the text.

use super::hints::{self, FooterKey};
use super::link_window;
use super::paint::Canvas;
use super::trail::shortened;
use crate::app::{Area, NoteWindow, State};
use crate::config::Look;
use crate::input::{Keymap, NoteAction};
use crate::text::clean;
use crate::words::Phrase;

/// Paints `window` in `area`, and returns the cell of the cursor. Of a long note the rows up to the cursor are seen.
pub(super) fn paint(
    state: &State,
    window: &NoteWindow,
    canvas: &mut Canvas,
    area: Area,
) -> Option<(usize, usize)> {
    let model = canvas.model();
    let words: Vec<&str> = window.words().split_whitespace().collect();
    let words = shortened(clean(&words.join(" ")).as_str(), area.columns / 2, model);
    let head = state.words().say(&Phrase::new("note-head").with("words", words));
    let foot = hints::row(&hints(state.keymap()), state.words(), area.columns, model);
    let theme = &state.settings().theme;
    let body = link_window::frame(theme, canvas, area, &head, &foot);
    let (number, byte) = window.cursor();
    let hidden = (number + 1).saturating_sub(body.rows);
    for (y, row) in (body.y..).zip(window.rows().iter().skip(hidden).take(body.rows)) {
        for placed in row.row().glyphs(row.line(), &model) {
            canvas.glyph(body.x + placed.cell, y, &placed.glyph, Look::default());
        }
    }
    let row = window.rows().get(number).filter(|_| body.rows > 0)?;
    // Blanks at the end of a row are not painted, and yet the cursor is behind them.
    let before = row.line().get(row.row().range.start..byte).unwrap_or_default();
    let cell = model.width(before).min(area.columns);
    Some((body.x + cell, body.y + number - hidden))
}

/// Returns what the keys do.
fn hints(keymap: &Keymap) -> [FooterKey; 2] {
    let hint = |action, does| FooterKey::new(keymap.note(), &[action], does);
    [hint(NoteAction::Keep, "hint-save"), hint(NoteAction::Leave, "hint-leave")]
}
