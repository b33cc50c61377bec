//! The keys while a line of the page is made a heading.

use super::Correct;
use super::table::{ActionEntry, same};

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
pub static MARKING: &[ActionEntry<MarkAction>] = &[
    same(MarkAction::Turn, "turn", "M Enter"),
    same(MarkAction::Down, "line_down", "j Down"),
    same(MarkAction::Up, "line_up", "k Up"),
    same(MarkAction::Correct(Correct::Drop), "drop_heading", "Del"),
    same(MarkAction::Correct(Correct::Outer), "heading_out", "< S-Left"),
    same(MarkAction::Correct(Correct::Deeper), "heading_in", "> S-Right"),
    same(MarkAction::Correct(Correct::Alike), "headings_alike", "* ^A"),
    same(MarkAction::Correct(Correct::Undo), "undo_mark", "u ^_"),
    same(MarkAction::Leave, "leave_marking", "Esc q ^C"),
];
