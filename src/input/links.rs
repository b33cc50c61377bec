//! The keys while the links of the page have labels, and in the window of one.

use super::table::{ActionEntry, same};

/// What a key does while links have labels, and in the window of one. Letters are the labels themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkAction {
    /// Follows the first link; in the window of one, goes where it leads, or has it opened.
    Follow,
    /// Takes the last letter back.
    Erase,
    /// Goes on reading.
    Leave,
}

/// What the keys do while links have labels, in the order of the help.
pub static LINKS: &[ActionEntry<LinkAction>] = &[
    same(LinkAction::Follow, "follow_link", "Enter"),
    same(LinkAction::Erase, "erase_label", "Backspace"),
    same(LinkAction::Leave, "leave_links", "Esc q ^C"),
];
