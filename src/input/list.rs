//! The keys in every list. Letters, digits and signs narrow the list, so none of them does anything else there.

use super::table::{ActionEntry, same};

/// What a key does in a list, other than to edit what narrows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListAction {
    /// Goes to the chosen entry, or takes it.
    Go,
    /// Drops what was typed; where nothing was, leaves the list.
    Leave,
    /// Leaves the list open beside the page, which has the keys then.
    Keep,
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
    /// Gives the chosen entry a name, or changes what is written there.
    Name,
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
pub static LIST: &[ActionEntry<ListAction>] = &[
    same(ListAction::Go, "go", "Enter"),
    same(ListAction::Leave, "leave_list", "Esc ^C"),
    same(ListAction::Keep, "keep_list", "Tab"),
    same(ListAction::Down, "next_entry", "Down ^N"),
    same(ListAction::Up, "previous_entry", "Up ^P"),
    same(ListAction::PageDown, "next_entries", "PgDn"),
    same(ListAction::PageUp, "previous_entries", "PgUp"),
    same(ListAction::Start, "first_entry", "Home"),
    same(ListAction::End, "last_entry", "End"),
    same(ListAction::Unfold, "unfold", "Right"),
    same(ListAction::Fold, "fold", "Left"),
    same(ListAction::FoldAll, "fold_all", "S-Tab"),
    same(ListAction::Correct(Correct::Drop), "drop_section", "Del"),
    same(ListAction::Name, "name", "^E"),
    same(ListAction::Correct(Correct::Outer), "outer", "S-Left"),
    same(ListAction::Correct(Correct::Deeper), "deeper", "S-Right"),
    same(ListAction::Correct(Correct::Alike), "sections_alike", "^A"),
    same(ListAction::Correct(Correct::Undo), "undo", "^_"),
];
