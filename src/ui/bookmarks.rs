//! The list of bookmarks beside the text, and that of highlights and notes.

use super::beside::{self, KeysGo};
use super::hints::FooterKey;
use super::paint::Canvas;
use super::trail::shortened;
use crate::app::{Area, Bookmarks, Label, MarkKind, PlaceMark, State, window};
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
    let hints = beside::footer(state, area, hints(list, state.keymap()));
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
    let typed = list.filter().text();
    match (list.name(), list.kind()) {
        (Some(name), _) => Phrase::new("bookmarks-name").with("typed", name.text()),
        (None, MarkKind::Place) if typed.is_empty() => "bookmarks-head".into(),
        (None, MarkKind::Place) => Phrase::new("bookmarks-narrowed").with("typed", typed),
        (None, MarkKind::Words) if typed.is_empty() => "notes-head".into(),
        (None, MarkKind::Words) => Phrase::new("notes-narrowed").with("typed", typed),
    }
}

/// Returns what the keys do.
fn hints(list: &Bookmarks, keymap: &Keymap) -> Vec<FooterKey> {
    let hint = |action, does| FooterKey::new(keymap.list(), &[action], does);
    let name = match list.kind() {
        MarkKind::Place => "hint-name",
        MarkKind::Words => "hint-note",
    };
    vec![
        hint(ListAction::Go, "hint-go"),
        hint(ListAction::Name, name),
        hint(ListAction::Correct(Correct::Drop), "hint-delete"),
        hint(ListAction::Correct(Correct::Undo), "hint-undo"),
    ]
}

/// Paints a mark: the per cent before it, its letter, the number of its colour or the sign of a note, its words; below them
/// the title of its section, or what the note is on.
fn entry(state: &State, mark: &PlaceMark, canvas: &mut Canvas, area: Area, look: Look) {
    let Area { x, y, columns, rows } = area;
    let theme = &state.settings().theme;
    let document = state.book().document();
    let percent = (document.fraction(mark.place()) * 100.0) as usize;
    let letter = match mark.label() {
        Label::Letter(letter) => letter.to_string(),
        Label::Name(_) => String::new(),
        Label::Highlight { colour, .. } => colour.to_string(),
        Label::Note { .. } => canvas.note().as_str().to_owned(),
    };
    canvas.blank(x, y, columns, look);
    canvas.text(x + 1, y, FIGURES - 1, &clean(&format!("{percent:>3}% {letter}")), look);
    let room = columns.saturating_sub(FIGURES + 1);
    let model = canvas.model();
    // A note may have several lines.
    let words = state.view().shown_mark(mark);
    let words: Vec<&str> = words.lines().map(str::trim).collect();
    let words = clean(&shortened(clean(&words.join(" ")).as_str(), room, model));
    let over = mark.colour().map_or(Look::default(), |colour| theme.look(Role::highlight(colour)));
    canvas.text(x + FIGURES, y, room, &words, look.with(over));
    if rows > 1 {
        let outline = state.book().outline();
        let section = outline.holding(document.anchor(mark.place()));
        let title = section.and_then(|number| outline.title(number)).unwrap_or_default();
        let below = if mark.note().is_some() { mark.quoted() } else { title };
        let title = beside::title(state, below, room, model);
        canvas.text(x + FIGURES, y + 1, room, &title, theme.look(Role::Faint));
    }
}
