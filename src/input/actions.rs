//! The table of actions: what each is called, what the help says of it, and which keys do it.

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

/// One row of a table of actions.
#[derive(Debug)]
pub struct Entry<A: 'static = Action> {
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

/// Every action, in the order of the help.
pub static ACTIONS: &[Entry] = &[
    entry(
        Action::RowDown,
        "row_down",
        "down one row",
        &[key('j'), named(KeyCode::Down), named(KeyCode::Enter)],
    ),
    entry(Action::RowUp, "row_up", "up one row", &[key('k'), named(KeyCode::Up)]),
    entry(
        Action::PageDown,
        "page_down",
        "down one page",
        &[key(' '), key('f'), named(KeyCode::PageDown), Key::ctrl('f')],
    ),
    entry(
        Action::PageUp,
        "page_up",
        "up one page",
        &[key('b'), named(KeyCode::PageUp), Key::ctrl('b')],
    ),
    entry(Action::HalfPageDown, "half_page_down", "down half a page", &[key('d'), Key::ctrl('d')]),
    entry(Action::HalfPageUp, "half_page_up", "up half a page", &[key('u'), Key::ctrl('u')]),
    entry(Action::Start, "start", "start", &[key('g'), named(KeyCode::Home)]),
    entry(Action::End, "end", "end; 50G goes to 50%", &[key('G'), named(KeyCode::End)]),
    entry(Action::Percent, "percent", "50% goes to 50%", &[key('%')]),
    entry(Action::NextSection, "next_section", "next section", &[key(']')]),
    entry(Action::PreviousSection, "previous_section", "section before", &[key('[')]),
    entry(Action::NextParagraph, "next_paragraph", "next paragraph", &[key('}')]),
    entry(Action::PreviousParagraph, "previous_paragraph", "paragraph before", &[key('{')]),
    entry(Action::Contents, "contents", "contents", &[key('t'), named(KeyCode::Tab)]),
    entry(Action::Mark, "mark", "make a line a heading", &[key('m')]),
    entry(Action::Search, "search", "search as you type", &[key('/')]),
    entry(
        Action::SearchWord,
        "search_word",
        "search this word (the first, or the match's)",
        &[key('*')],
    ),
    entry(Action::Matches, "matches", "list of all matches", &[key('&')]),
    entry(Action::NextMatch, "next_match", "next match", &[key('n')]),
    entry(Action::PreviousMatch, "previous_match", "match before", &[key('N')]),
    entry(Action::ToggleSticky, "toggle_sticky", "heading stays on top, or not", &[key('H')]),
    entry(Action::Widen, "widen", "wider column", &[key('+')]),
    entry(Action::Narrow, "narrow", "narrower column", &[key('-')]),
    entry(Action::ResetWidth, "reset_width", "first width again", &[key('=')]),
    entry(Action::Encodings, "encodings", "another encoding", &[key('e')]),
    entry(Action::ToggleAmbiguous, "toggle_ambiguous", "“ — take 1 or 2 cells", &[key('A')]),
    entry(Action::Follow, "follow", "follow as it grows", &[key('F')]),
    entry(Action::Reload, "reload", "read the file anew", &[key('r'), Key::ctrl('r')]),
    entry(Action::Help, "help", "this help", &[key('?'), named(KeyCode::F(1))]),
    entry(Action::Suspend, "suspend", "suspend; fg returns", &[Key::ctrl('z')]),
    entry(Action::Quit, "quit", "quit", &[key('q'), Key::ctrl('c')]),
];

/// Returns what `key` does to the page.
pub fn action(key: Key) -> Option<Action> {
    ACTIONS.iter().find(|entry| entry.keys.contains(&key)).map(|entry| entry.action)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_key_does_one_thing() {
        let mut seen = HashSet::new();
        for key in ACTIONS.iter().flat_map(|entry| entry.keys) {
            assert!(seen.insert(*key), "{key} does two things");
        }
    }

    #[test]
    fn each_action_has_one_name_and_a_key() {
        let names: HashSet<_> = ACTIONS.iter().map(|entry| entry.name).collect();
        assert_eq!(names.len(), ACTIONS.len());
        assert!(ACTIONS.iter().all(|entry| !entry.keys.is_empty()));
    }

    #[test]
    fn escape_does_not_quit() {
        assert_eq!(action(Key::plain(KeyCode::Esc)), None);
    }

    #[test]
    fn keys_read_as_people_write_them() {
        let words = [Key::ctrl('c'), key(' '), named(KeyCode::F(1)), key('G')];
        assert_eq!(words.map(|key| key.to_string()), ["^C", "Space", "F1", "G"]);
    }
}
