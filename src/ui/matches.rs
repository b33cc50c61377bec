//! The list of the matches, below the text.

use super::paint::Canvas;
use super::status;
use crate::app::{Area, ListRow, MatchEntry, MatchList, State};
use crate::config::{Look, Role};
use crate::text::clean;
use crate::words::Phrase;

/// The cells for the per cent of a match.
const PERCENT: usize = 6;

/// Paints the list in `area`.
pub(super) fn paint(state: &State, list: &MatchList, canvas: &mut Canvas, area: Area) {
    let Some(find) = state.finder().find() else { return };
    let theme = &state.settings().theme;
    let (top, end, columns) = (area.y, area.y + area.rows, area.columns);
    for y in top..end {
        canvas.blank(0, y, columns, Look::default());
    }
    if top >= end {
        return;
    }
    let listed = list.listed(find);
    let count = match list.chosen(find) {
        Some(number) => status::count(number + 1, listed),
        None if listed.finished() => "matches-none".into(),
        None => "matches-sought".into(),
    };
    let head = Phrase::new("matches-head").with("count", count).with("typed", list.filter().text());
    let head = clean(&state.words().say(&head));
    canvas.text(1, top, columns.saturating_sub(2), &head, theme.look(Role::Title));
    let place = list.place(find);
    for (y, row) in (top + 1..end).zip(list.rows()) {
        match row {
            ListRow::Section(number) => section(state, number, y, canvas),
            ListRow::Match(found) => entry(state, found, Some(found.place) == place, y, canvas),
        }
    }
}

/// Paints in row `y` the title of section `number`.
fn section(state: &State, number: Option<usize>, y: usize, canvas: &mut Canvas) {
    let outline = state.book().outline();
    let title = number.and_then(|number| outline.title(number)).unwrap_or_default();
    let room = state.size().columns.saturating_sub(2);
    canvas.text(1, y, room, &clean(title.trim()), state.settings().theme.look(Role::Title));
}

/// Paints in row `y` a match with the words around it: before it at most a third of the row.
fn entry(state: &State, entry: &MatchEntry, chosen: bool, y: usize, canvas: &mut Canvas) {
    let theme = &state.settings().theme;
    let columns = state.size().columns;
    let look = if chosen { theme.look(Role::Chosen) } else { Look::default() };
    let matched = theme.look(if chosen { Role::CurrentMatch } else { Role::Match });
    canvas.blank(0, y, columns, look);
    canvas.text(1, y, PERCENT, &clean(&format!("{:>3}%", entry.percent)), look);
    let end = columns.saturating_sub(1);
    let model = canvas.model();
    let room = end.saturating_sub(PERCENT) / 3;
    let mut before = clean(&entry.context.before);
    if model.width(before.as_str()) > room {
        let rest = room.saturating_sub(model.width("…"));
        before = clean(&format!("…{}", model.suffix(before.as_str(), rest)));
    }
    let pieces = [
        (before, look),
        (clean(&entry.context.matched), matched),
        (clean(&entry.context.after), look),
    ];
    let mut x = PERCENT;
    for (words, look) in pieces {
        x += canvas.text(x, y, end.saturating_sub(x), &words, look);
    }
}
