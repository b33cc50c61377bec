//! The help: the tables of actions in groups, on two columns where the window allows.

use super::hints::{self, FooterKey};
use super::paint::Canvas;
use super::trail::shortened;
use crate::app::{Area, Help, HelpRow, HelpTyping, State, help_columns, narrowed_help};
use crate::config::{Look, Role};
use crate::input::{Action, Key, KeyCode, Keymap};
use crate::text::{Clean, WidthModel, clean};
use crate::words::Phrase;

/// The widest that a column is, in cells.
const WIDEST_COLUMN: usize = 60;

/// The blank cells between two columns, and at each side.
const PADDING: usize = 2;

/// Paints the help in `area`, and returns the cell of the cursor where something is typed that narrows it.
pub(super) fn paint(
    state: &State,
    help: &Help,
    canvas: &mut Canvas,
    area: Area,
) -> Option<(usize, usize)> {
    let theme = &state.settings().theme;
    let Area { columns, rows, .. } = area;
    let listed = narrowed_help(state.keymap(), help.filter().text(), state.words());
    let (count, height) = help_columns(area);
    let width = columns.min(count * (WIDEST_COLUMN + PADDING) + PADDING);
    let left = (columns - width) / 2;
    for y in 0..rows {
        canvas.blank(left, y, width, Look::default());
    }
    let room = width.saturating_sub(2 * PADDING);
    let x = left + PADDING;
    let head = state.words().say(&head(state.keymap(), help));
    let head = clean(&shortened(clean(&head).as_str(), room, canvas.model()));
    canvas.text(x, 0, room, &head, theme.look(Role::Title));
    let first = help.scroll().min(listed.len().saturating_sub(height * count));
    let column = (room - (count - 1) * PADDING) / count;
    for (number, row) in listed.iter().skip(first).take(height * count).enumerate() {
        let x = x + number / height * (column + PADDING);
        paint_row(state, canvas, row, (x, 1 + number % height, column));
    }
    let more = first + height * count < listed.len();
    let more = if more { state.words().get("help-more") + "  " } else { String::new() };
    let (foot, faint) = (rows.saturating_sub(1), theme.look(Role::Faint));
    let used = canvas.text(x, foot, room, &clean(&more), faint);
    let does = hints::row(
        &hints(state.keymap()),
        state.words(),
        room.saturating_sub(used),
        canvas.model(),
    );
    canvas.text(x + used, foot, room.saturating_sub(used), &clean(&does), faint);
    let typed = canvas.model().width(head.as_str()).min(room.saturating_sub(1));
    (help.typing() == HelpTyping::Filter).then_some((x + typed, 0))
}

/// Paints a row of the help from column `x` of row `y` on: the keys, and what they do.
fn paint_row(
    state: &State,
    canvas: &mut Canvas,
    row: &HelpRow,
    (x, y, room): (usize, usize, usize),
) {
    let doc = clean(&state.words().say(&row.doc));
    let model = canvas.model();
    let fit = |words: &Clean, room| clean(&shortened(words.as_str(), room, model));
    if row.is_heading() {
        canvas.text(x, y, room, &fit(&doc, room), state.settings().theme.look(Role::Title));
        return;
    }
    // What the keys do comes before the rarest of them.
    let keys = (room * 2 / 5).min(20);
    let named =
        fit(&clean(&first_of(&row.keys, keys.saturating_sub(1), model)), keys.saturating_sub(1));
    let used = canvas.text(x, y, keys.saturating_sub(1), &named, Look::default());
    // Words that are too long begin nearer to their keys.
    let words = model.width(doc.as_str());
    let start = keys.min(room.saturating_sub(words)).max(used + 1);
    let left = room.saturating_sub(start);
    canvas.text(x + start, y, left, &fit(&doc, left), Look::default());
}

/// Returns the first of `keys` that fit in `room` cells whole; where the first does not, that.
fn first_of(keys: &str, room: usize, model: WidthModel) -> String {
    let mut fitting = String::new();
    for key in keys.split(' ') {
        let blank = if fitting.is_empty() { "" } else { " " };
        if !fitting.is_empty() && model.width(&fitting) + 1 + model.width(key) > room {
            break;
        }
        fitting = fitting + blank + key;
    }
    fitting
}

/// Returns what stands above the help: how often something is done, by a key as an example, or what was typed.
fn head(keymap: &Keymap, help: &Help) -> Phrase {
    let key = |action| keymap.page().keys(action).first().map(ToString::to_string);
    let typed = help.filter().text();
    if help.typing() == HelpTyping::Filter || !typed.is_empty() {
        return Phrase::new("help-narrowed").with("typed", typed);
    }
    let moving = [Action::RowDown, Action::PageDown, Action::NextSection];
    match moving.into_iter().find_map(key) {
        Some(key) => Phrase::new("help-head").with("row_down", key),
        None => "help-head-plain".into(),
    }
}

/// Returns what the keys do.
fn hints(keymap: &Keymap) -> Vec<FooterKey> {
    let hint = |action, does| FooterKey::new(keymap.page(), &[action], does);
    vec![
        hint(Action::Search, "hint-search"),
        FooterKey::of_key(Key::plain(KeyCode::Esc), "hint-close"),
        hint(Action::PageDown, "hint-scroll"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_has_no_room_is_left_out_whole_but_for_the_first() {
        let shown = |room| first_of("'<Letter> `<Letter> B", room, WidthModel::default());
        assert_eq!(shown(21), "'<Letter> `<Letter> B");
        assert_eq!([shown(20), shown(19)], ["'<Letter> `<Letter>"; 2]);
        assert_eq!([shown(18), shown(3)], ["'<Letter>"; 2]);
    }
}
