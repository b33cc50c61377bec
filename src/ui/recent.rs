//! The list of the documents that were read before.

use super::beside;
use super::hints::FooterKey;
use super::paint::Canvas;
use super::trail::shortened;
use crate::app::{Area, RecentList, State, window};
use crate::config::{Look, Role};
use crate::input::{Correct, Keymap, ListAction};
use crate::shelf::{Moment, Presence, Recent};
use crate::text::clean;
use crate::words::Phrase;

/// The cells for the per cent, with a blank before and after it.
const FIGURES: usize = 6;

/// The blanks between a title and its folder.
const BETWEEN: usize = 2;

/// Paints the list in `area`.
pub(super) fn paint(state: &State, list: &RecentList, canvas: &mut Canvas, area: Area) {
    let theme = &state.settings().theme;
    let area = beside::paint(state, canvas, area, &head(list), &hints(state.keymap()));
    if list.count() == 0 {
        let none = if list.filter().text().is_empty() { "recent-sought" } else { "recent-none" };
        let none = clean(&state.words().get(none));
        canvas.text(
            area.x + 1,
            area.y,
            area.columns.saturating_sub(1),
            &none,
            theme.look(Role::Faint),
        );
    }
    let height = list.entry_rows();
    let shown = window(list.chosen(), list.count(), area.rows / height);
    for (row, recent) in list.listed().enumerate().skip(shown.start).take(shown.len()) {
        let look = if row == list.chosen() { theme.look(Role::Chosen) } else { Look::default() };
        let area = Area { y: area.y + (row - shown.start) * height, rows: height, ..area };
        entry(state, (recent, list.now()), canvas, area, look);
    }
}

/// Returns what stands above the list.
fn head(list: &RecentList) -> Phrase {
    match list.filter().text() {
        "" => "recent-head".into(),
        typed => Phrase::new("recent-narrowed").with("typed", typed),
    }
}

/// Returns what the keys do.
fn hints(keymap: &Keymap) -> [FooterKey; 3] {
    let hint = |action, does| FooterKey::new(keymap.list(), &[action], does);
    [
        hint(ListAction::Go, "hint-read"),
        hint(ListAction::Correct(Correct::Drop), "hint-drop"),
        hint(ListAction::Correct(Correct::Undo), "hint-undo"),
    ]
}

/// Paints a document: the per cent before it, its name, and where there is room its folder; below that when it was left, as
/// `now` has it, and in which section.
fn entry(
    state: &State,
    (recent, now): (&Recent, Moment),
    canvas: &mut Canvas,
    area: Area,
    look: Look,
) {
    let (faint, model) = (state.settings().theme.look(Role::Faint), canvas.model());
    let Area { x, y, columns, .. } = area;
    canvas.blank(x, y, columns, look);
    if let Some(percent) = recent.percent {
        canvas.text(x + 1, y, FIGURES - 1, &clean(&format!("{percent:>3}%")), look);
    }
    let room = columns.saturating_sub(FIGURES + 1);
    let fitted = |text: &str, room| clean(&shortened(clean(text).as_str(), room, model));
    let taken = canvas.text(x + FIGURES, y, room, &fitted(recent.title(), room), look) + BETWEEN;
    let folder = fitted(recent.folder(), room.saturating_sub(taken));
    canvas.text(x + FIGURES + taken, y, room.saturating_sub(taken), &folder, look);
    let below = state.words().say(&left(recent, now));
    canvas.text(x + FIGURES, y + 1, room, &fitted(&below, room), faint);
}

/// Returns when `recent` was left, as `now` has it, and in which section; or that it is missing.
pub fn left(recent: &Recent, now: Moment) -> Phrase {
    let since = match recent.presence {
        Presence::There => ago(now.saturating_sub(recent.left)),
        Presence::Missing => "recent-missing".into(),
    };
    match recent.section.trim() {
        "" => Phrase::new("recent-left").with("ago", since),
        section => Phrase::new("recent-left-in").with("ago", since).with("section", section),
    }
}

/// Returns the words for so many milliseconds ago.
fn ago(milliseconds: Moment) -> Phrase {
    const MINUTE: Moment = 60_000;
    const HOUR: Moment = 60 * MINUTE;
    const DAY: Moment = 24 * HOUR;
    const UNITS: [(Moment, &str); 6] = [
        (365 * DAY, "ago-years"),
        (30 * DAY, "ago-months"),
        (7 * DAY, "ago-weeks"),
        (DAY, "ago-days"),
        (HOUR, "ago-hours"),
        (MINUTE, "ago-minutes"),
    ];
    let unit = UNITS.into_iter().find(|(unit, _)| milliseconds >= *unit);
    unit.map_or("ago-now".into(), |(unit, name)| {
        let count = usize::try_from(milliseconds / unit).unwrap_or(usize::MAX);
        Phrase::new(name).with("count", count)
    })
}

#[cfg(test)]
mod tests {
    use super::ago;
    use crate::words::{Language, Words};

    #[test]
    fn a_while_is_told_in_its_largest_unit() {
        let hours =
            |hours: f64| Words::of(Language::English).say(&ago((hours * 3_600_000.0) as u64));
        let told = [0.01, 0.02, 0.9, 1.0, 23.9, 24.0, 150.0].map(hours);
        let words = [
            "just now",
            "a minute ago",
            "54 minutes ago",
            "an hour ago",
            "23 hours ago",
            "yesterday",
            "6 days ago",
        ];
        assert_eq!(told, words);
        let days = [7.0, 29.0, 31.0, 364.0, 365.0, 800.0].map(|days| hours(days * 24.0));
        let words = [
            "a week ago",
            "4 weeks ago",
            "a month ago",
            "12 months ago",
            "a year ago",
            "2 years ago",
        ];
        assert_eq!(days, words);
    }
}
