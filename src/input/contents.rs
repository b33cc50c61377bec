//! The keys in the contents, and while a line of the page is made a heading.

use super::actions::{Entry, entry, key, named};
use super::{Key, KeyCode};

/// What a key does in the contents, other than to narrow them down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ContentsAction {
    /// Goes to the chosen section.
    Go,
    /// Leaves them.
    Leave,
    /// Chooses the next section.
    Down,
    /// Chooses the section before.
    Up,
    /// Chooses the section a page on.
    PageDown,
    /// Chooses the section a page before.
    PageUp,
    /// Chooses the first.
    Start,
    /// Chooses the last.
    End,
    /// Unfolds the chosen section, or chooses the first in it.
    Unfold,
    /// Folds the chosen section, or chooses the one that it lies in.
    Fold,
    /// Folds all sections, or unfolds them.
    FoldAll,
    /// Takes all letters to narrow the list down, those of the other actions as well.
    Look,
    /// Corrects the chosen section.
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

/// What the keys do in the contents, in the order of the help. The other letters narrow them down.
pub static CONTENTS: &[Entry<ContentsAction>] = &[
    entry(ContentsAction::Go, "go", "go there", &[named(KeyCode::Enter)]),
    entry(
        ContentsAction::Leave,
        "leave_contents",
        "stay where you were",
        &[named(KeyCode::Esc), named(KeyCode::Tab), Key::ctrl('c')],
    ),
    entry(
        ContentsAction::Down,
        "next_entry",
        "next entry",
        &[named(KeyCode::Down), Key::ctrl('n')],
    ),
    entry(
        ContentsAction::Up,
        "previous_entry",
        "entry before",
        &[named(KeyCode::Up), Key::ctrl('p')],
    ),
    entry(ContentsAction::PageDown, "next_entries", "a page on", &[named(KeyCode::PageDown)]),
    entry(ContentsAction::PageUp, "previous_entries", "a page back", &[named(KeyCode::PageUp)]),
    entry(ContentsAction::Start, "first_entry", "first entry", &[named(KeyCode::Home)]),
    entry(ContentsAction::End, "last_entry", "last entry", &[named(KeyCode::End)]),
    entry(ContentsAction::Unfold, "unfold", "unfold, or go in", &[named(KeyCode::Right)]),
    entry(ContentsAction::Fold, "fold", "fold, or go out", &[named(KeyCode::Left)]),
    entry(ContentsAction::FoldAll, "fold_all", "fold all, unfold all", &[named(KeyCode::BackTab)]),
    entry(ContentsAction::Look, "look", "type any letters to narrow it down", &[key('/')]),
    entry(
        ContentsAction::Correct(Correct::Drop),
        "drop_section",
        "this is no heading",
        &[key('d'), named(KeyCode::Delete)],
    ),
    entry(ContentsAction::Correct(Correct::Deeper), "deeper", "a level in", &[key('>')]),
    entry(ContentsAction::Correct(Correct::Outer), "outer", "a level out", &[key('<')]),
    entry(
        ContentsAction::Correct(Correct::Alike),
        "sections_alike",
        "all lines like it",
        &[key('*')],
    ),
    entry(ContentsAction::Correct(Correct::Undo), "undo", "undo the correction", &[key('u')]),
];

/// Returns what `key` does in the contents.
pub fn contents_action(key: Key) -> Option<ContentsAction> {
    CONTENTS.iter().find(|entry| entry.keys.contains(&key)).map(|entry| entry.action)
}

/// What a key does while a line is chosen that becomes a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkAction {
    /// Chooses the next row.
    Down,
    /// Chooses the row before.
    Up,
    /// Makes the line a heading, or none if it is one.
    Turn,
    /// Corrects the heading that the line is.
    Correct(Correct),
    /// Goes on reading.
    Leave,
}

/// What the keys do while a line is chosen that becomes a heading, in the order of the help.
pub static MARKING: &[Entry<MarkAction>] = &[
    entry(MarkAction::Turn, "turn", "a heading, or none", &[key('m'), named(KeyCode::Enter)]),
    entry(MarkAction::Down, "line_down", "line below", &[key('j'), named(KeyCode::Down)]),
    entry(MarkAction::Up, "line_up", "line above", &[key('k'), named(KeyCode::Up)]),
    entry(
        MarkAction::Correct(Correct::Drop),
        "drop_heading",
        "this is no heading",
        &[key('d'), named(KeyCode::Delete)],
    ),
    entry(MarkAction::Correct(Correct::Deeper), "heading_in", "a level in", &[key('>')]),
    entry(MarkAction::Correct(Correct::Outer), "heading_out", "a level out", &[key('<')]),
    entry(MarkAction::Correct(Correct::Alike), "headings_alike", "all lines like it", &[key('*')]),
    entry(MarkAction::Correct(Correct::Undo), "undo_mark", "undo the correction", &[key('u')]),
    entry(
        MarkAction::Leave,
        "leave_marking",
        "read on",
        &[named(KeyCode::Esc), key('q'), Key::ctrl('c')],
    ),
];

/// Returns what `key` does while a line is chosen that becomes a heading.
pub fn mark_action(key: Key) -> Option<MarkAction> {
    MARKING.iter().find(|entry| entry.keys.contains(&key)).map(|entry| entry.action)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_key_does_one_thing_in_the_contents() {
        let marking: Vec<_> = MARKING.iter().flat_map(|entry| entry.keys).collect();
        assert_eq!(marking.iter().collect::<HashSet<_>>().len(), marking.len());
        let mut seen = HashSet::new();
        for key in CONTENTS.iter().flat_map(|entry| entry.keys) {
            assert!(seen.insert(*key), "{key} does two things");
        }
    }
}
