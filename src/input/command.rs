//! The keys in the command line besides those of every list.

use super::table::{ActionEntry, same};

/// What a key does in the command line, other than in every list or to edit the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CommandAction {
    /// Puts the name of the chosen command in the line.
    Complete,
}

/// What the keys do in the command line.
pub static COMMAND: &[ActionEntry<CommandAction>] =
    &[same(CommandAction::Complete, "complete", "Tab")];
