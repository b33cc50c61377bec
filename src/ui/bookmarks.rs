//! The list of bookmarks beside the text.

use super::hints::{self, Hint};
use super::paint::Canvas;
use super::trail::shortened;
use crate::app::{Area, Bookmarks, Label, PlaceMark, State, window};
use crate::config::{Look, Role};
use crate::input::{Correct, Keymap, ListAction};
use crate::text::clean;
use crate::words::Phrase;

/// With fewer rows none tells what the keys do.
const LEAST_WITH_FOOTER: usize = 6;

/// The cells for the per cent and the letter of a mark, with a blank before and after each.
const FIGURES: usize = 8;

/// Paints the list in `area`.
pub(super) fn paint(state: &State, list: &Bookmarks, canvas: &mut Canvas, area: Area) {
    let theme = &state.settings().theme;
    let Area { x, y: top, columns, rows } = area;
    // Where the page is beside it, a line parts them.
    let beside = usize::from(columns < state.size().columns);
    let inner = columns.saturating_sub(beside);
    for y in top..top + rows {
        canvas.blank(x, y, columns, Look::default());
        canvas.text(x + inner, y, beside, &canvas.bar(false), theme.look(Role::Faint));
    }
    let room = inner.saturating_sub(2);
    canvas.text(x + 1, top, room, &clean(&state.words().say(&head(list))), theme.look(Role::Title));
    let footer = usize::from(rows >= LEAST_WITH_FOOTER);
    if footer > 0 {
        let words = hints::row(&hints(state.keymap()), state.words(), room, canvas.model());
        canvas.text(x + 1, top + rows - 1, room, &clean(&words), theme.look(Role::Faint));
    }
    // The section of each stands below it, where there are any.
    let height = if state.book().outline().sections().is_empty() { 1 } else { 2 };
    let shown =
        window(list.chosen(), list.listed().len(), rows.saturating_sub(1 + footer) / height);
    for (row, number) in list.listed().iter().enumerate().skip(shown.start).take(shown.len()) {
        let Some(mark) = state.book().marks().all().get(*number) else { continue };
        let look = if row == list.chosen() { theme.look(Role::Chosen) } else { Look::default() };
        let area =
            Area { x, y: top + 1 + (row - shown.start) * height, columns: inner, rows: height };
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
fn hints(keymap: &Keymap) -> [Hint; 4] {
    let hint = |action, does| Hint::new(keymap.list(), &[action], does);
    [
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
