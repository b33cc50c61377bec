//! The contents beside the text.

use super::beside::{self, KeysGo, footer};
use super::hints::{self, FooterKey};
use super::paint::Canvas;
use crate::app::{Area, Contents, State, window};
use crate::config::{Look, Role};
use crate::input::{Correct, Keymap, ListAction};
use crate::text::clean;
use crate::words::Phrase;

/// Paints the contents in `area`.
pub(super) fn paint(state: &State, contents: &Contents, canvas: &mut Canvas, area: Area) {
    let (theme, words, keys) = (&state.settings().theme, state.words(), KeysGo::of(state, area));
    let Area { columns: width, rows, .. } = area;
    // Where the page is beside it, a line parts them.
    let beside = usize::from(width < state.size().columns);
    let inner = width.saturating_sub(beside);
    for y in 0..rows {
        canvas.blank(0, y, width, Look::default());
        canvas.text(inner, y, beside, &canvas.bar(false), theme.look(Role::Faint));
    }
    let typed = contents.filter().text();
    let head = match typed {
        "" => Phrase::new("contents-head"),
        typed => Phrase::new("contents-narrowed").with("typed", typed),
    };
    let head = clean(&words.say(&head));
    let used = canvas.text(1, 0, inner.saturating_sub(1), &head, keys.head(theme));
    let listed = contents.listed();
    if listed.is_empty() {
        let none = match typed {
            "" if !state.book().sections().are_known() => "contents-begun",
            "" => "contents-empty",
            _ => "contents-none",
        };
        let none = clean(&words.get(none));
        canvas.text(1, 1, inner.saturating_sub(1), &none, theme.look(Role::Faint));
        return;
    }
    if area.footer_rows() > 0 {
        let room = inner.saturating_sub(2);
        let words =
            hints::row(&footer(state, area, hints(state.keymap())), words, room, canvas.model());
        canvas.text(1, rows - 1, room, &clean(&words), theme.look(Role::Faint));
    }
    unit(state, canvas, inner, used);
    let room = area.entries().rows;
    let outline = state.book().outline();
    let tree = outline.is_tree();
    let fold = if tree { 2 } else { 0 };
    let chosen = contents.place().unwrap_or(0);
    let shown = window(chosen, listed.len(), room);
    for (y, number) in listed.iter().skip(shown.start).take(shown.len()).enumerate() {
        let entry = SectionRow { y: y + 1, width: inner, number: *number, fold, keys };
        paint_entry(state, contents, canvas, &entry);
    }
}

/// Returns what the keys do.
fn hints(keymap: &Keymap) -> Vec<FooterKey> {
    let hint = |corrections: &[Correct], does| {
        let actions: Vec<_> = corrections.iter().copied().map(ListAction::Correct).collect();
        FooterKey::new(keymap.list(), &actions, does)
    };
    vec![
        hint(&[Correct::Drop], "hint-no-heading"),
        hint(&[Correct::Outer, Correct::Deeper], "hint-level"),
        hint(&[Correct::Alike], "hint-alike"),
        hint(&[Correct::Undo], "hint-undo"),
    ]
}

/// Paints at the end of the first row, of which so many cells are used, what the lengths are counted in.
fn unit(state: &State, canvas: &mut Canvas, width: usize, used: usize) {
    let words = clean(&state.words().get("contents-unit"));
    let cells = canvas.model().width(words.as_str());
    let counted = state.book().sections().characters_in(0).is_some();
    if counted && used + cells + 4 <= width {
        let look = state.settings().theme.look(Role::Faint);
        canvas.text(width - cells - 1, 0, cells, &words, look);
    }
}

/// A section on its way to a row of the list.
struct SectionRow {
    y: usize,
    width: usize,
    number: usize,
    /// The cells for the sign of what folds.
    fold: usize,
    keys: KeysGo,
}

/// The cells for the length and the per cent of a section, with a blank before and after each.
const FIGURES: usize = 11;

/// Paints an entry: how deep it lies, whether it is folded, its title, and where there is room its length and where it
/// begins.
fn paint_entry(state: &State, contents: &Contents, canvas: &mut Canvas, entry: &SectionRow) {
    let &SectionRow { y, width, number, fold, keys } = entry;
    let outline = state.book().outline();
    let Some(section) = outline.sections().get(number) else { return };
    let theme = &state.settings().theme;
    let look = match Some(number) {
        chosen if chosen == contents.chosen() => keys.chosen(theme),
        current if current == contents.current() => theme.look(Role::Title),
        _ => Look::default(),
    };
    canvas.blank(0, y, width, look);
    let size = state.book().document().size().max(1);
    let percent = (section.offset * 100 + size / 2) / size;
    let length = state.book().sections().characters_in(outline.length(number, size));
    let length = length.map(amount).unwrap_or_default();
    let indent = (1 + 2 * usize::from(section.level.saturating_sub(1))).min(width / 3);
    let room = width.saturating_sub(indent + fold + 1);
    if outline.is_parent(number) {
        canvas.text(indent, y, 1, &canvas.fold(state.book().sections().is_folded(number)), look);
    }
    let model = canvas.model();
    let title = beside::title(state, section.title, room, model);
    canvas.text(indent + fold, y, room, &title, look);
    // Titles come first: where one takes the room, it has no figures beside it.
    if room < model.width(title.as_str()) + FIGURES {
        return;
    }
    let figures = clean(&format!("{length:>4} {percent:>3}%"));
    canvas.text(width.saturating_sub(FIGURES - 1), y, FIGURES - 1, &figures, look);
}

/// Returns `count` in at most four characters: 1.2K are some 1,200.
fn amount(count: u64) -> String {
    let units = [(1, ""), (1_000, "K"), (1_000_000, "M"), (1_000_000_000, "G")];
    let (unit, sign) =
        units.into_iter().find(|(unit, _)| count / unit < 1000).unwrap_or((1_000_000_000_000, "T"));
    if sign.is_empty() || count / unit >= 10 {
        format!("{}{sign}", count / unit)
    } else {
        let tenths = count * 10 / unit;
        format!("{}.{}{sign}", tenths / 10, tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn lengths_take_at_most_four_cells() {
        let lengths = [0, 999, 1000, 1024, 9_999, 10_240, 999_999, 3_000_000, u64::MAX];
        let shown = lengths.map(amount);
        assert_eq!(shown[..8], ["0", "999", "1.0K", "1.0K", "9.9K", "10K", "999K", "3.0M"]);
        assert_eq!(shown[8], "18446744T", "no document is that long");
    }
}
