//! The window of a link over the page, in the columns of the text.

use super::hints::{self, FooterKey};
use super::page;
use super::paint::Canvas;
use crate::app::{Area, LinkWindow, State, WindowBody};
use crate::config::{Look, Role, Theme};
use crate::input::{Action, Keymap, LinkAction};
use crate::text::clean;

/// Paints `window` in `area`: what it shows, and above and below it a row each.
pub(super) fn paint(state: &State, window: &LinkWindow, canvas: &mut Canvas, area: Area) {
    let theme = &state.settings().theme;
    let inner = area.rows.saturating_sub(2);
    let hints = hints(state.keymap(), window, inner);
    let foot = hints::row(&hints, state.words(), area.columns, canvas.model());
    let Area { x, y: top, rows: body, .. } =
        frame(theme, canvas, area, &state.words().get(window.head()), &foot);
    match window.body() {
        WindowBody::Note(set) => {
            let rows = set.iter().skip(window.scroll());
            for (y, above, row) in page::placed(rows, top..top + body, 1) {
                page::text_row(state, canvas, (x, y, above), row);
            }
        }
        WindowBody::Words(lines) => {
            let model = canvas.model();
            let rows =
                lines.iter().flat_map(|(words, set)| set.iter().map(move |row| (words, row)));
            for (y, (words, row)) in (top..).zip(rows.skip(window.scroll()).take(body)) {
                for placed in row.glyphs(words, &model) {
                    canvas.glyph(x + placed.cell, y, &placed.glyph, theme.look(window.role()));
                }
            }
        }
    }
}

/// Paints the frame of a window in `area`: these words above it, and below it what the keys do. Returns what is within.
pub(super) fn frame(
    theme: &Theme,
    canvas: &mut Canvas,
    area: Area,
    head: &str,
    foot: &str,
) -> Area {
    let Area { x, y: top, columns, rows } = area;
    for y in top..top + rows {
        canvas.blank(x.saturating_sub(1), y, columns + 1 + x.min(1), Look::default());
    }
    let mut ruled = |y: usize, words: &str| {
        let used = canvas.text(x, y, columns, &clean(words), theme.look(Role::Title));
        let blank = usize::from(used > 0);
        for x in x + used + blank..x + columns {
            canvas.text(x, y, 1, &canvas.line(false), theme.look(Role::Faint));
        }
    };
    if rows > 0 {
        ruled(top, head);
    }
    if rows > 1 {
        ruled(top + rows - 1, foot);
    }
    Area { y: top + 1, rows: rows.saturating_sub(2), ..area }
}

/// Returns what the keys do in `window`, of which `body` rows are seen.
fn hints(keymap: &Keymap, window: &LinkWindow, body: usize) -> Vec<FooterKey> {
    let mut hints = Vec::new();
    hints.extend(
        window.does().map(|does| FooterKey::new(keymap.links(), &[LinkAction::Follow], does)),
    );
    if window.lines() > body {
        hints.push(FooterKey::new(keymap.page(), &[Action::RowDown, Action::RowUp], "hint-scroll"));
    }
    hints.push(FooterKey::new(keymap.links(), &[LinkAction::Leave], "hint-leave"));
    hints
}
