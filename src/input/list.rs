//! The keys in every list. Letters, digits and signs narrow the list, so none of them does anything else there.

use super::actions::{Entry, entry, named};
use super::{Key, KeyCode};

/// What a key does in a list, other than to edit what narrows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListAction {
    /// Goes to the chosen entry, or takes it.
    Go,
    /// Drops what was typed; where nothing was, leaves the list.
    Leave,
    /// Chooses the next entry.
    Down,
    /// Chooses the entry before.
    Up,
    /// Chooses the entry a page on.
    PageDown,
    /// Chooses the entry a page before.
    PageUp,
    /// Chooses the first entry.
    Start,
    /// Chooses the last entry.
    End,
    /// Unfolds the chosen entry, or chooses the first in it.
    Unfold,
    /// Folds the chosen entry, or chooses the one that it lies in.
    Fold,
    /// Folds all entries, or unfolds them.
    FoldAll,
    /// Corrects the chosen entry.
    Correct(Correct),
}

/// How a reader corrects the contents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Correct {
    /// The line is no heading.
    Drop,
    /// The heading lies a level further in.
    Deeper,
    /// The heading lies a level further out.
    Outer,
    /// So are all lines like this one.
    Alike,
    /// What was said last is not so.
    Undo,
}

/// What the keys do in a list, in the order of the help. The rest edit what was typed.
pub static LIST: &[Entry<ListAction>] = &[
    entry(ListAction::Go, "go", "go there", &[named(KeyCode::Enter)]),
    entry(
        ListAction::Leave,
        "leave_list",
        "stay where you were",
        &[named(KeyCode::Esc), named(KeyCode::Tab), Key::ctrl('c')],
    ),
    entry(ListAction::Down, "next_entry", "next entry", &[named(KeyCode::Down), Key::ctrl('n')]),
    entry(ListAction::Up, "previous_entry", "entry before", &[named(KeyCode::Up), Key::ctrl('p')]),
    entry(ListAction::PageDown, "next_entries", "a page on", &[named(KeyCode::PageDown)]),
    entry(ListAction::PageUp, "previous_entries", "a page back", &[named(KeyCode::PageUp)]),
    entry(ListAction::Start, "first_entry", "first entry", &[named(KeyCode::Home)]),
    entry(ListAction::End, "last_entry", "last entry", &[named(KeyCode::End)]),
    entry(ListAction::Unfold, "unfold", "unfold, or go in", &[named(KeyCode::Right)]),
    entry(ListAction::Fold, "fold", "fold, or go out", &[named(KeyCode::Left)]),
    entry(ListAction::FoldAll, "fold_all", "fold all, unfold all", &[named(KeyCode::BackTab)]),
    entry(
        ListAction::Correct(Correct::Drop),
        "drop_section",
        "this is no heading",
        &[named(KeyCode::Delete)],
    ),
    entry(
        ListAction::Correct(Correct::Deeper),
        "deeper",
        "a level in",
        &[Key::shift(KeyCode::Right)],
    ),
    entry(
        ListAction::Correct(Correct::Outer),
        "outer",
        "a level out",
        &[Key::shift(KeyCode::Left)],
    ),
    entry(
        ListAction::Correct(Correct::Alike),
        "sections_alike",
        "all lines like it",
        &[Key::ctrl('a')],
    ),
    entry(ListAction::Correct(Correct::Undo), "undo", "undo the correction", &[Key::ctrl('_')]),
];

/// Returns what `key` does in a list.
pub fn list_action(key: Key) -> Option<ListAction> {
    let does = |key| LIST.iter().find(|entry| entry.keys.contains(&key));
    let entry = does(key).or_else(|| does(Key { shift: false, ..key }));
    entry.map(|entry| entry.action)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_key_of_a_list_does_one_thing_and_none_types() {
        let mut seen = HashSet::new();
        for key in LIST.iter().flat_map(|entry| entry.keys) {
            assert!(seen.insert(*key), "{key} does two things");
            assert_eq!(key.typed(), None, "{key} narrows the list");
        }
    }
}
