//! What every list has: what was typed to narrow it, a choice that moves, and a window on it.

use std::ops::Range;

use super::{Desk, Outcome};
use crate::app::panes::{Area, Panes};
use crate::input::{Action, Bindings, Correct, Key, Line, ListAction};

/// A panel that is a list. What each does of its own is asked of it; how keys, pasted text and the mouse reach it is
/// written here.
pub(super) trait ListPanel {
    /// Returns the line that is typed: what narrows the list, or what is written of the chosen entry.
    fn line(&self) -> &Line;

    /// Returns what narrows the list, to be typed in.
    fn filter_mut(&mut self) -> &mut Line;

    /// Returns how many steps lead from the chosen entry to the one in row `row` of the panel in `area`; none where none is
    /// there.
    fn steps_to(&self, row: usize, area: Area, desk: &Desk<'_>) -> Option<isize>;

    /// Does what was pressed in the list.
    fn obey(&mut self, pressed: Pressed, desk: &mut Desk<'_>) -> Outcome;

    /// Returns what is written of the chosen entry, its name or its value, to be typed in; none while nothing is.
    fn written_mut(&mut self) -> Option<&mut Line> {
        None
    }

    /// Takes a key into what is written of the chosen entry.
    fn write(&mut self, _key: Key, _desk: &mut Desk<'_>) {}

    /// Takes a key.
    fn press(&mut self, key: Key, desk: &mut Desk<'_>) -> Outcome {
        if self.written_mut().is_some() {
            self.write(key, desk);
            return Outcome::Stay;
        }
        let page = page_of(desk.view.panes());
        let pressed = press(self.filter_mut(), key, desk.keymap.list(), page);
        self.obey(pressed, desk)
    }

    /// Takes a pasted text into the line that is typed.
    fn paste(&mut self, text: &str, desk: &mut Desk<'_>) {
        if let Some(written) = self.written_mut() {
            written.paste(text);
        } else if self.filter_mut().paste(text) {
            self.obey(Pressed::Narrow, desk);
        }
    }
}

/// What a key did in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    /// It moves the choice by so many entries.
    Step(isize),
    /// It changed what narrows the list.
    Narrow,
    /// It takes the chosen entry.
    Take,
    /// It leaves the list.
    Leave,
    /// It leaves the list open beside the page.
    Keep,
    /// It folds or unfolds.
    Fold(Fold),
    /// It gives the chosen entry a name.
    Name,
    /// It corrects the chosen entry.
    Correct(Correct),
    /// Nothing.
    Nothing,
}

/// How a list folds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fold {
    /// The chosen entry folds, or what it lies in is chosen.
    In,
    /// The chosen entry unfolds, or the first in it is chosen.
    Out,
    /// All fold, or all unfold.
    All,
}

/// Takes a key in a list that `filter` narrows and of which `page` entries are a page.
pub(super) fn press(
    filter: &mut Line,
    key: Key,
    keys: &Bindings<ListAction>,
    page: isize,
) -> Pressed {
    use ListAction as Do;
    match keys.action(key) {
        Some(Do::Go) => Pressed::Take,
        // What was typed goes first.
        Some(Do::Leave) if !filter.text().is_empty() => {
            *filter = Line::default();
            Pressed::Narrow
        }
        Some(Do::Leave) => Pressed::Leave,
        Some(Do::Keep) => Pressed::Keep,
        Some(Do::Down) => Pressed::Step(1),
        Some(Do::Up) => Pressed::Step(-1),
        Some(Do::PageDown) => Pressed::Step(page),
        Some(Do::PageUp) => Pressed::Step(-page),
        Some(Do::Start) => Pressed::Step(isize::MIN),
        Some(Do::End) => Pressed::Step(isize::MAX),
        Some(Do::Fold) => Pressed::Fold(Fold::In),
        Some(Do::Unfold) => Pressed::Fold(Fold::Out),
        Some(Do::FoldAll) => Pressed::Fold(Fold::All),
        Some(Do::Name) => Pressed::Name,
        Some(Do::Correct(correct)) => Pressed::Correct(correct),
        None if filter.press(key) => Pressed::Narrow,
        None => Pressed::Nothing,
    }
}

/// Returns how many rows of a list are a page of it: those of the panel but its head, and one that stays.
pub(super) fn page_of(panes: &Panes) -> isize {
    panes.panel().map_or(1, |area| area.rows.saturating_sub(2).max(1)).cast_signed()
}

/// Returns which of `count` entries, each in so many rows, is in row `row` of their area of `rows` rows.
pub(super) fn entry_in(
    row: usize,
    (chosen, count): (usize, usize),
    (rows, height): (usize, usize),
) -> Option<usize> {
    let shown = window(chosen, count, rows / height);
    Some(shown.start + row / height).filter(|at| shown.contains(at))
}

/// Returns how many steps lead from entry `chosen` of `count`, each in so many rows, to the one in row `row` of a panel, of
/// which the first stands above the `rows` of the entries.
pub(super) fn steps_below_head(
    row: usize,
    (chosen, count): (usize, usize),
    (rows, height): (usize, usize),
) -> Option<isize> {
    let at = entry_in(row.checked_sub(1)?, (chosen, count), (rows, height))?;
    Some(steps(chosen, at))
}

/// Returns how many steps in a list lead from one entry to another.
pub(super) fn steps(from: usize, to: usize) -> isize {
    to.cast_signed() - from.cast_signed()
}

/// Returns the place in a list of `count` entries that is `step` from `at`, no further than its ends.
pub(super) fn stepped(at: usize, step: isize, count: usize) -> usize {
    at.saturating_add_signed(step).min(count.saturating_sub(1))
}

/// Returns which of `count` entries are seen in `rows` rows: the chosen one in the middle, where there is room.
pub fn window(chosen: usize, count: usize, rows: usize) -> Range<usize> {
    let first = chosen.saturating_sub(rows / 2).min(count.saturating_sub(rows));
    first..(first + rows).min(count)
}

/// Returns where what is scrolled by `scroll` rows is after an action of the page, `page` rows being a page and `last` the
/// most: none where the action moves nothing.
pub(super) fn scrolled(
    action: Option<Action>,
    scroll: usize,
    page: usize,
    last: usize,
) -> Option<usize> {
    let to = match action? {
        Action::RowDown => scroll + 1,
        Action::RowUp => scroll.saturating_sub(1),
        Action::PageDown => scroll + page,
        Action::PageUp => scroll.saturating_sub(page),
        Action::HalfPageDown => scroll + page.div_ceil(2),
        Action::HalfPageUp => scroll.saturating_sub(page.div_ceil(2)),
        Action::Start => 0,
        Action::End => last,
        _ => return None,
    };
    Some(to.min(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{KeyCode, Keymap};

    #[test]
    fn every_letter_digit_and_sign_narrows_a_list() {
        for c in (' '..='~').chain(['看', 'é', '，']) {
            let mut filter = Line::default();
            let pressed = press(&mut filter, Key::char(c), Keymap::default().list(), 8);
            assert_eq!(pressed, Pressed::Narrow, "{c}");
            assert_eq!(filter.text(), c.to_string());
        }
    }

    #[test]
    fn escape_drops_what_was_typed_and_then_leaves() {
        let (mut filter, escape) = (Line::of("ye"), Key::plain(KeyCode::Esc));
        let keymap = Keymap::default();
        let mut press = || press(&mut filter, escape, keymap.list(), 8);
        assert_eq!([press(), press()], [Pressed::Narrow, Pressed::Leave]);
    }

    #[test]
    fn the_choice_stays_in_the_list_and_in_its_window() {
        assert_eq!(
            [stepped(3, isize::MAX, 9), stepped(3, isize::MIN, 9), stepped(0, 1, 0)],
            [8, 0, 0]
        );
        assert_eq!([window(0, 20, 5), window(10, 20, 5), window(19, 20, 5)], [0..5, 8..13, 15..20]);
        assert_eq!([window(0, 3, 5), window(0, 0, 5), window(4, 9, 0)], [0..3, 0..0, 4..4]);
    }
}
