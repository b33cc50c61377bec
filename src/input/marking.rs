//! The keys while a line of the page is made a heading.

use super::actions::{Entry, entry, key, named};
use super::{Correct, Key, KeyCode};

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
    entry(MarkAction::Turn, "turn", "a heading, or none", &[key('M'), named(KeyCode::Enter)]),
    entry(MarkAction::Down, "line_down", "line below", &[key('j'), named(KeyCode::Down)]),
    entry(MarkAction::Up, "line_up", "line above", &[key('k'), named(KeyCode::Up)]),
    entry(
        MarkAction::Correct(Correct::Drop),
        "drop_heading",
        "this is no heading",
        &[named(KeyCode::Delete)],
    ),
    entry(
        MarkAction::Correct(Correct::Deeper),
        "heading_in",
        "a level in",
        &[key('>'), Key::shift(KeyCode::Right)],
    ),
    entry(
        MarkAction::Correct(Correct::Outer),
        "heading_out",
        "a level out",
        &[key('<'), Key::shift(KeyCode::Left)],
    ),
    entry(
        MarkAction::Correct(Correct::Alike),
        "headings_alike",
        "all lines like it",
        &[key('*'), Key::ctrl('a')],
    ),
    entry(
        MarkAction::Correct(Correct::Undo),
        "undo_mark",
        "undo the correction",
        &[key('u'), Key::ctrl('_')],
    ),
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
    fn each_key_does_one_thing_while_a_line_is_made_a_heading() {
        let marking: Vec<_> = MARKING.iter().flat_map(|entry| entry.keys).collect();
        assert_eq!(marking.iter().collect::<HashSet<_>>().len(), marking.len());
    }
}
