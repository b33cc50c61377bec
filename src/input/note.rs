//! The keys while a note is written. All others edit it.

use super::table::{ActionEntry, same};

/// What a key does while a note is written, other than to edit it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoteAction {
    /// Keeps it and goes on reading.
    Keep,
    /// Leaves it as it was.
    Leave,
}

/// What the keys do while a note is written, in the order of the help.
pub static NOTE: &[ActionEntry<NoteAction>] =
    &[same(NoteAction::Keep, "keep_note", "^S"), same(NoteAction::Leave, "leave_note", "Esc ^C")];
