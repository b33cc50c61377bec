//! The list above the command line: what may be meant, the keys that do the same, and what each does.

use super::paint::Canvas;
use super::trail::shortened;
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
    let shown = window(line.chosen().unwrap_or(0), line.count(), rows.saturating_sub(1));
    let offers = || line.listed().enumerate().skip(shown.start).take(shown.len());
    let model = canvas.model();
    let widest = |words: fn(&Offer) -> &str| {
        offers().map(|(_, offer)| model.width(words(offer))).max().unwrap_or(0)
    };
    // A name is typed, so that it comes first.
    let names = widest(|offer| &offer.name).min(columns / 2);
    let keys = widest(beside).min(columns / 4);
    let fit = |words: &str, room| clean(&shortened(clean(words).as_str(), room, model));
    for (y, (at, offer)) in (top + 1..).zip(offers()) {
        let chosen = line.chosen() == Some(at);
        let look = if chosen { theme.look(Role::Chosen) } else { Look::default() };
        canvas.blank(0, y, columns, look);
        canvas.text(1, y, names, &fit(&offer.name, names), look);
        canvas.text(names + 3, y, keys, &fit(beside(offer), keys), look);
        let x = names + 3 + if keys > 0 { keys + 2 } else { 0 };
        let room = columns.saturating_sub(x + 1);
        canvas.text(x, y, room, &fit(&offer.does, room), look);
    }
}

/// Returns what stands beside the name of `offer`: what it takes, or the keys that do the same.
fn beside(offer: &Offer) -> &str {
    offer.takes.unwrap_or(&offer.keys)
}
