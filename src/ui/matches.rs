//! The list of the matches, beside the text or below it.

use super::beside::{self, KeysGo};
use super::hints::FooterKey;
use super::paint::Canvas;
use super::status;
use super::trail::shortened;
use crate::app::{Area, ListRow, MatchEntry, MatchList, State};
use crate::config::{Look, Role};
use crate::input::{Keymap, ListAction};
use crate::search::Context;
use crate::text::clean;
use crate::words::Phrase;

/// The cells for the per cent of a match.
const PERCENT: usize = 6;

/// Paints the list in `area`.
pub(super) fn paint(state: &State, list: &MatchList, canvas: &mut Canvas, area: Area) {
    let keys = KeysGo::of(state, area);
    let hints = beside::footer(state, area, hints(state.keymap()));
    let Some(find) = state.finder().find() else {
        // Another search is being typed.
        beside::paint(state, canvas, area, &"matches-sought".into(), &hints);
        return;
    };
    let listed = list.listed(find);
    let count = match list.chosen(find) {
        Some(number) => status::count(number + 1, listed),
        None if listed.finished() => "matches-none".into(),
        None => "matches-sought".into(),
    };
    let head = Phrase::new("matches-head").with("count", count).with("typed", list.filter().text());
    let area = beside::paint(state, canvas, area, &head, &hints);
    let (theme, place) = (&state.settings().theme, list.place(find));
    for (y, row) in (area.y..area.y + area.rows).zip(list.rows()) {
        let area = Area { y, rows: 1, ..area };
        match row {
            ListRow::Section(number) => section(state, number, area, canvas),
            ListRow::Match(found) => {
                let is_chosen = Some(found.place) == place;
                let chosen = is_chosen.then(|| keys.chosen(theme));
                entry(state, found, chosen, area, canvas);
            }
        }
    }
}

/// Returns what the keys do.
fn hints(keymap: &Keymap) -> Vec<FooterKey> {
    let hint = |action, does| FooterKey::new(keymap.list(), &[action], does);
    vec![hint(ListAction::Go, "hint-leave"), hint(ListAction::Leave, "hint-return")]
}

/// Paints in `area` the title of section `number`.
fn section(state: &State, number: Option<usize>, area: Area, canvas: &mut Canvas) {
    let outline = state.book().outline();
    let title = number.and_then(|number| outline.title(number)).unwrap_or_default();
    let room = area.columns.saturating_sub(2);
    let title = beside::title(state, title, room, canvas.model());
    canvas.text(area.x + 1, area.y, room, &title, state.settings().theme.look(Role::Title));
}

/// Paints in `area` a match with the words around it: before it at most a third of the row. The `chosen` one looks so.
fn entry(state: &State, entry: &MatchEntry, chosen: Option<Look>, area: Area, canvas: &mut Canvas) {
    let Area { x: left, y, columns, .. } = area;
    let theme = &state.settings().theme;
    let Context { before, matched: found, after } = state.view().shown_context(&entry.context);
    let look = chosen.unwrap_or_default();
    let matched = theme.look(if chosen.is_some() { Role::CurrentMatch } else { Role::Match });
    canvas.blank(left, y, columns, look);
    canvas.text(left + 1, y, PERCENT, &clean(&format!("{:>3}%", entry.percent)), look);
    let end = left + columns.saturating_sub(1);
    let model = canvas.model();
    let fit = |words: &str, room| clean(&shortened(clean(words).as_str(), room, model));
    let room = columns.saturating_sub(PERCENT + 1) / 3;
    let mut before = clean(&before);
    if model.width(before.as_str()) > room {
        let rest = room.saturating_sub(model.width("…"));
        before = clean(&format!("…{}", model.suffix(before.as_str(), rest)));
    }
    let pieces = [(before, look), (clean(&found), matched), (clean(&after), look)];
    let mut x = left + PERCENT;
    for (words, look) in pieces {
        let room = end.saturating_sub(x);
        x += canvas.text(x, y, room, &fit(words.as_str(), room), look);
    }
}
