//! The list above the command line: what may be meant, the keys that do the same, and what each does.

use super::paint::Canvas;
use crate::app::{Area, CommandLine, Offer, State, window};
use crate::config::{Look, Role};
use crate::text::clean;

/// Paints the list in `area`: its first row is a line that parts it from the page.
pub(super) fn paint(state: &State, line: &CommandLine, canvas: &mut Canvas, area: Area) {
    let theme = &state.settings().theme;
    let Area { y: top, columns, rows, .. } = area;
    let rows = rows.min(line.count() + 1);
    let top = top + area.rows - rows;
    for x in 0..columns {
        canvas.text(x, top, 1, &canvas.line(false), theme.look(Role::Faint));
    }
    let widest = |words: fn(&Offer) -> &str, canvas: &Canvas| {
        line.listed().map(|offer| canvas.model().width(words(offer))).max().unwrap_or(0)
    };
    let names = widest(|offer| &offer.name, canvas).min(columns / 3);
    let keys = widest(|offer| &offer.keys, canvas).min(columns / 4);
    let shown = window(line.chosen().unwrap_or(0), line.count(), rows.saturating_sub(1));
    let offers = line.listed().enumerate().skip(shown.start).take(shown.len());
    for (y, (at, offer)) in (top + 1..).zip(offers) {
        let chosen = line.chosen() == Some(at);
        let look = if chosen { theme.look(Role::Chosen) } else { Look::default() };
        canvas.blank(0, y, columns, look);
        canvas.text(1, y, names, &clean(&offer.name), look);
        let beside = offer.takes.unwrap_or(&offer.keys);
        canvas.text(names + 3, y, keys, &clean(beside), look);
        let x = names + keys + 5;
        canvas.text(x, y, columns.saturating_sub(x + 1), &clean(&offer.does), look);
    }
}
