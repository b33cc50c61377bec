//! The table of actions: what each is called, what the help says of it, and which keys do it in each preset.

use super::{Key, KeyCode};

/// What a reader does with the page before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Moves down by rows.
    RowDown,
    /// Moves up by rows.
    RowUp,
    /// Moves down by pages.
    PageDown,
    /// Moves up by pages.
    PageUp,
    /// Moves down by half pages.
    HalfPageDown,
    /// Moves up by half pages.
    HalfPageUp,
    /// Goes to the start.
    Start,
    /// Goes to the end, or with a number to that per cent.
    End,
    /// Goes to that per cent.
    Percent,
    /// Goes to the next section.
    NextSection,
    /// Goes to the section before.
    PreviousSection,
    /// Goes to the next paragraph.
    NextParagraph,
    /// Goes to the paragraph before.
    PreviousParagraph,
    /// Opens the contents.
    Contents,
    /// Chooses a line that becomes a heading.
    Mark,
    /// Begins a search.
    Search,
    /// Begins a search upwards.
    SearchBack,
    /// Searches for the word under the current match, or the first of the page.
    SearchWord,
    /// Opens the list of the matches.
    Matches,
    /// Goes to the next match.
    NextMatch,
    /// Goes to the match before.
    PreviousMatch,
    /// Keeps the first row for the heading of the section, or gives it back to the text.
    ToggleSticky,
    /// Makes the column wider.
    Widen,
    /// Makes the column narrower.
    Narrow,
    /// Gives the column the width it had at the start.
    ResetWidth,
    /// Takes characters of ambiguous width for wide ones, or for narrow ones again.
    ToggleAmbiguous,
    /// Opens the list of encodings.
    Encodings,
    /// Goes to the end and follows a file that grows.
    Follow,
    /// Reads the file anew.
    Reload,
    /// Opens the help.
    Help,
    /// Suspends the program.
    Suspend,
    /// Leaves the program.
    Quit,
}

/// One row of a table of actions whose keys are the same in every preset.
#[derive(Debug)]
pub struct Entry<A: 'static> {
    /// What is done.
    pub action: A,
    /// Its name, as a configuration would write it.
    pub name: &'static str,
    /// What it does, in a few words.
    pub doc: &'static str,
    /// The keys that do it.
    pub keys: &'static [Key],
}

pub(super) const fn key(c: char) -> Key {
    Key::char(c)
}

pub(super) const fn named(code: KeyCode) -> Key {
    Key::plain(code)
}

pub(super) const fn entry<A>(
    action: A,
    name: &'static str,
    doc: &'static str,
    keys: &'static [Key],
) -> Entry<A> {
    Entry { action, name, doc, keys }
}

/// An action on the page: what it is called, what the help says of it, and its keys in each preset.
#[derive(Debug)]
pub struct PageEntry {
    /// What is done.
    pub action: Action,
    /// Its name, as the file of settings writes it.
    pub name: &'static str,
    /// What it does, in a few words.
    pub doc: &'static str,
    /// The keys that do it in the presets, in the order of [`Preset::ALL`], by their names, parted by spaces.
    ///
    /// [`Preset::ALL`]: super::Preset::ALL
    pub keys: [&'static str; 3],
}

const fn page(
    action: Action,
    name: &'static str,
    doc: &'static str,
    keys: [&'static str; 3],
) -> PageEntry {
    PageEntry { action, name, doc, keys }
}

/// Returns the row of an action that has the same keys in every preset.
const fn same(
    action: Action,
    name: &'static str,
    doc: &'static str,
    keys: &'static str,
) -> PageEntry {
    page(action, name, doc, [keys; 3])
}

/// Every action on the page, in the order of the help, with its keys in the presets `default`, `less` and `vim`.
pub static ACTIONS: &[PageEntry] = &[
    page(
        Action::RowDown,
        "row_down",
        "down one row",
        ["j Down Enter", "j e Down Enter ^E ^N", "j Down Enter ^E ^N"],
    ),
    page(Action::RowUp, "row_up", "up one row", ["k Up", "k y Up ^Y ^P ^K", "k Up ^Y ^P"]),
    page(
        Action::PageDown,
        "page_down",
        "down one page",
        ["Space f PgDn ^F", "Space f z PgDn ^F ^V", "^F Space PgDn"],
    ),
    page(Action::PageUp, "page_up", "up one page", ["b PgUp ^B", "b w PgUp ^B M-v", "^B PgUp"]),
    page(Action::HalfPageDown, "half_page_down", "down half a page", ["d ^D", "d ^D", "^D"]),
    page(Action::HalfPageUp, "half_page_up", "up half a page", ["u ^U", "u ^U", "^U"]),
    page(Action::Start, "start", "start", ["g Home", "g < Home M-<", "g Home"]),
    page(Action::End, "end", "end; 50G goes to 50%", ["G End", "G > End M->", "G End"]),
    page(Action::Percent, "percent", "50% goes to 50%", ["%", "p %", "%"]),
    same(Action::NextSection, "next_section", "next section", "]"),
    same(Action::PreviousSection, "previous_section", "section before", "["),
    same(Action::NextParagraph, "next_paragraph", "next paragraph", "}"),
    same(Action::PreviousParagraph, "previous_paragraph", "paragraph before", "{"),
    same(Action::Contents, "contents", "contents", "t Tab"),
    page(Action::Mark, "mark", "make a line a heading", ["M", "", ""]),
    same(Action::Search, "search", "search as you type", "/"),
    page(Action::SearchBack, "search_back", "search upwards; n goes on upwards", ["\\", "?", "?"]),
    same(Action::SearchWord, "search_word", "search this word (the first, or the match's)", "*"),
    same(Action::Matches, "matches", "list of all matches", "&"),
    same(Action::NextMatch, "next_match", "next match", "n"),
    same(Action::PreviousMatch, "previous_match", "match before", "N"),
    page(Action::ToggleSticky, "toggle_sticky", "heading stays on top, or not", ["H", "S", "H"]),
    same(Action::Widen, "widen", "wider column", "+"),
    same(Action::Narrow, "narrow", "narrower column", "-"),
    same(Action::ResetWidth, "reset_width", "first width again", "="),
    page(Action::Encodings, "encodings", "another encoding", ["e", "E", "e"]),
    same(Action::ToggleAmbiguous, "toggle_ambiguous", "“ — take 1 or 2 cells", "A"),
    same(Action::Follow, "follow", "follow as it grows", "F"),
    page(Action::Reload, "reload", "read the file anew", ["r ^R", "r R ^R", "r ^R"]),
    page(Action::Help, "help", "this help", ["? F1", "h H F1", "F1"]),
    same(Action::Suspend, "suspend", "suspend; fg returns", "^Z"),
    page(Action::Quit, "quit", "quit", ["q ^C", "q Q ^C", "q ^C"]),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_action_has_one_name() {
        let names: HashSet<_> = ACTIONS.iter().map(|entry| entry.name).collect();
        assert_eq!(names.len(), ACTIONS.len());
    }

    #[test]
    fn each_action_has_one_row() {
        let actions: HashSet<_> = ACTIONS.iter().map(|entry| entry.action).collect();
        assert_eq!(actions.len(), ACTIONS.len());
    }
}
