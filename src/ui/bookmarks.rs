//! The list of bookmarks beside the text.

use super::beside::{self, KeysGo};
use super::hints::FooterKey;
use super::paint::Canvas;
use super::trail::shortened;
use crate::app::{Area, Bookmarks, Label, PlaceMark, State, window};
use crate::config::{Look, Role};
use crate::input::{Correct, Keymap, ListAction};
use crate::text::clean;
use crate::words::Phrase;

/// The cells for the per cent and the letter of a mark, with a blank before and after each.
const FIGURES: usize = 8;

/// Paints the list in `area`.
pub(super) fn paint(state: &State, list: &Bookmarks, canvas: &mut Canvas, area: Area) {
    let theme = &state.settings().theme;
    let chosen = KeysGo::of(state, area).chosen(theme);
    let hints = beside::footer(state, area, hints(state.keymap()));
    let area = beside::paint(state, canvas, area, &head(list), &hints);
    let height = list.entry_rows(state.book());
    let shown = window(list.chosen(), list.listed().len(), area.rows / height);
    for (row, number) in list.listed().iter().enumerate().skip(shown.start).take(shown.len()) {
        let Some(mark) = state.book().marks().all().get(*number) else { continue };
        let look = if row == list.chosen() { chosen } else { Look::default() };
        let area = Area { y: area.y + (row - shown.start) * height, rows: height, ..area };
        entry(state, mark, canvas, area, look);
    }
}

/// Returns what stands above the list.
fn head(list: &Bookmarks) -> Phrase {
    match list.name() {
        Some(name) => Phrase::new("bookmarks-name").with("typed", name.text()),
        None if list.filter().text().is_empty() => "bookmarks-head".into(),
        None => Phrase::new("bookmarks-narrowed").with("typed", list.filter().text()),
    }
}

/// Returns what the keys do.
fn hints(keymap: &Keymap) -> Vec<FooterKey> {
    let hint = |action, does| FooterKey::new(keymap.list(), &[action], does);
    vec![
        hint(ListAction::Go, "hint-go"),
        hint(ListAction::Name, "hint-name"),
        hint(ListAction::Correct(Correct::Drop), "hint-delete"),
        hint(ListAction::Correct(Correct::Undo), "hint-undo"),
    ]
}

/// Paints a mark: the per cent before it, its letter, its words; below them the title of its section.
fn entry(state: &State, mark: &PlaceMark, canvas: &mut Canvas, area: Area, look: Look) {
    let Area { x, y, columns, rows } = area;
    let document = state.book().document();
    let percent = (document.fraction(mark.place()) * 100.0) as usize;
    let letter = match mark.label() {
        Label::Letter(letter) => letter.to_string(),
        Label::Name(_) => String::new(),
    };
    canvas.blank(x, y, columns, look);
    canvas.text(x + 1, y, FIGURES - 1, &clean(&format!("{percent:>3}% {letter}")), look);
    let room = columns.saturating_sub(FIGURES + 1);
    let model = canvas.model();
    let words = clean(&shortened(clean(mark.words()).as_str(), room, model));
    canvas.text(x + FIGURES, y, room, &words, look);
    if rows > 1 {
        let outline = state.book().outline();
        let section = outline.holding(document.anchor(mark.place()));
        let title = section.and_then(|number| outline.title(number)).unwrap_or_default();
        let title = clean(&shortened(clean(title.trim()).as_str(), room, model));
        canvas.text(x + FIGURES, y + 1, room, &title, state.settings().theme.look(Role::Faint));
    }
}
