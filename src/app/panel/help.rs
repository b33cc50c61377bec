//! The help, as rows of words: what the keys do on the page, in the contents, and while a search is typed, and what
//! the signs beside the text mean.

use super::{Desk, Outcome, list};
use crate::app::panes::Area;
use crate::input::{
    ACTIONS, Action, Key, KeyContext, KeyRow, Keymap, Line, PromptAction, Sequence,
};
use crate::words::{Phrase, Words};

/// With so many cells the help has two columns.
const TWO_COLUMNS: usize = 76;

/// Returns how many columns the help has in `area`, and how many rows each has: all but its head and the last.
pub fn help_columns(area: Area) -> (usize, usize) {
    (if area.columns >= TWO_COLUMNS { 2 } else { 1 }, area.rows.saturating_sub(2).max(1))
}

/// The help, scrolled down or narrowed.
#[derive(Clone, Debug, Default)]
pub struct Help {
    scroll: usize,
    filter: Line,
    typing: HelpTyping,
}

/// What keys that type do in the help.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HelpTyping {
    /// They move it, or close it.
    #[default]
    Nothing,
    /// They narrow it.
    Filter,
}

/// A row of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpRow {
    /// The keys, parted by spaces; none in a row that is a heading.
    pub keys: String,
    /// What they do.
    pub doc: Phrase,
}

impl Help {
    /// Returns the number of the first row that is shown.
    pub fn scroll(&self) -> usize {
        self.scroll
    }

    /// Returns what was typed to narrow it.
    pub fn filter(&self) -> &Line {
        &self.filter
    }

    /// Returns what keys that type do.
    pub fn typing(&self) -> HelpTyping {
        self.typing
    }

    /// Takes a key: one that moves the page moves the help, one that begins a search narrows it, any other closes it.
    pub(super) fn press(&mut self, key: Key, desk: &Desk<'_>) -> Outcome {
        if self.typing == HelpTyping::Filter {
            self.type_filter(key, desk.keymap);
            return Outcome::Stay;
        }
        let action = desk.keymap.page().action(key);
        if action == Some(Action::Search) {
            self.typing = HelpTyping::Filter;
            return Outcome::Stay;
        }
        let words = Words::of(desk.preferences.language());
        let listed = narrowed_help(desk.keymap, self.filter.text(), words).len();
        let (columns, rows) = help_columns(desk.view.panes().panel().unwrap_or_default());
        let shown = columns * rows;
        // One row stays.
        let page = shown.saturating_sub(1).max(1);
        match list::scrolled(action, self.scroll, page, listed.saturating_sub(shown)) {
            Some(to) => self.scroll = to,
            None => return Outcome::Close,
        }
        Outcome::Stay
    }

    /// Moves the help by so many rows, below 0 up.
    pub(super) fn scroll_by(&mut self, rows: isize, desk: &Desk<'_>) {
        let words = Words::of(desk.preferences.language());
        let listed = narrowed_help(desk.keymap, self.filter.text(), words).len();
        self.scroll = list::stepped(self.scroll, rows, listed);
    }

    /// Takes a pasted text into the filter, where that is typed.
    pub(super) fn paste(&mut self, text: &str) {
        if self.typing == HelpTyping::Filter && self.filter.paste(text) {
            self.scroll = 0;
        }
    }

    /// Takes a key into the filter: Enter keeps it, Esc drops it.
    fn type_filter(&mut self, key: Key, keymap: &Keymap) {
        match keymap.prompt().action(key) {
            Some(PromptAction::Leave) => *self = Self::default(),
            Some(PromptAction::Keep) => self.typing = HelpTyping::Nothing,
            _ if self.filter.press(key) => self.scroll = 0,
            _ => {}
        }
    }
}

/// Returns the rows of the help that have `typed` in their keys or in what they do, in these words: with the headings
/// above them.
pub fn narrowed_help(keymap: &Keymap, typed: &str, words: &Words) -> Vec<HelpRow> {
    let typed = typed.trim().to_lowercase();
    let has = |row: &HelpRow| {
        row.keys.to_lowercase().contains(&typed)
            || words.say(&row.doc).to_lowercase().contains(&typed)
    };
    let mut rows: Vec<HelpRow> = Vec::new();
    for row in help_rows(keymap) {
        // A heading with nothing below it goes.
        if row.is_heading() && rows.last().is_some_and(HelpRow::is_heading) {
            rows.pop();
        }
        if row.is_heading() || has(&row) {
            rows.push(row);
        }
    }
    if rows.last().is_some_and(HelpRow::is_heading) {
        rows.pop();
    }
    rows
}

impl HelpRow {
    /// Returns whether it is a heading.
    pub fn is_heading(&self) -> bool {
        self.keys.is_empty()
    }
}

/// Returns the rows of the help where `keymap` says what the keys do. What no key does is left out.
fn help_rows(keymap: &Keymap) -> Vec<HelpRow> {
    let page = GROUPS.iter().map(|(words, first)| (*words, group(*first, keymap)));
    let contexts = CONTEXTS.iter().map(|(context, words)| (*words, keymap.rows(*context)));
    let groups = page.chain(contexts).flat_map(|(words, rows)| {
        let rows = rows.into_iter().filter(|row| !row.keys.is_empty());
        [heading(words)].into_iter().chain(rows.map(|row| action_row(&row)))
    });
    groups.chain([heading("help-signs")]).chain(SIGNS.map(sign)).collect()
}

/// Returns the actions of the page from `first` on, up to where another group begins.
fn group(first: Action, keymap: &Keymap) -> Vec<KeyRow<'_>> {
    let rows = ACTIONS.iter().map(|entry| entry.action).zip(keymap.rows(KeyContext::Page));
    let other =
        |action: Action| GROUPS.iter().any(|(_, begin)| *begin == action && action != first);
    let rows = rows.skip_while(|(action, _)| *action != first);
    rows.take_while(|(action, _)| !other(*action)).map(|(_, row)| row).collect()
}

/// Returns the keys of the page that go on from those that were `begun`, and what they do then.
pub(in crate::app) fn following_rows(keymap: &Keymap, begun: &[Key]) -> Vec<HelpRow> {
    let rows = keymap.rows(KeyContext::Page).into_iter().filter_map(|row| {
        let after = row.keys.iter().filter_map(|keys| keys.keys().strip_prefix(begun));
        let after = after.map(|rest| rest.iter().map(ToString::to_string).collect::<String>());
        let after: Vec<String> = after.filter(|rest| !rest.is_empty()).collect();
        (!after.is_empty()).then(|| HelpRow { keys: after.join(" "), ..action_row(&row) })
    });
    rows.collect()
}

fn heading(words: &'static str) -> HelpRow {
    HelpRow { keys: String::new(), doc: words.into() }
}

/// Returns the row of an action: its keys and what they do.
pub(super) fn action_row(row: &KeyRow<'_>) -> HelpRow {
    let first = row.keys.first().map(ToString::to_string).unwrap_or_default();
    let doc = Phrase::new(format!("action-{}", row.name)).with("key", first);
    HelpRow { keys: names(row.keys), doc }
}

/// The groups of the actions of the page in the order of the help, each with the first of its actions in their table.
const GROUPS: [(&str, Action); 7] = [
    ("help-program", Action::Follow),
    ("help-rows", Action::RowDown),
    ("help-search", Action::Search),
    ("help-contents", Action::Contents),
    ("help-sections", Action::NextSection),
    ("help-jumps", Action::Back),
    ("help-page", Action::ToggleSticky),
];

/// What stands above the keys of each other context.
const CONTEXTS: [(KeyContext, &str); 8] = [
    (KeyContext::List, "help-list"),
    (KeyContext::Marking, "help-marking"),
    (KeyContext::Selecting, "help-selecting"),
    (KeyContext::Links, "help-links"),
    (KeyContext::Note, "help-note"),
    (KeyContext::Prompt, "help-prompt"),
    (KeyContext::Switches, "help-switches"),
    (KeyContext::Command, "help-command"),
];

/// The signs that stand beside the text and are none of it, and what each means.
const SIGNS: [(&str, &str); 5] = [
    ("\\", "sign-goes-on"),
    ("< >", "sign-cut"),
    ("│", "sign-quotation"),
    ("•", "sign-bookmark"),
    ("✎", "sign-note"),
];

fn sign((sign, doc): (&str, &'static str)) -> HelpRow {
    HelpRow { keys: sign.to_owned(), doc: doc.into() }
}

/// Returns the names of `keys`, parted by spaces.
fn names(keys: &[Sequence]) -> String {
    let names: Vec<String> = keys.iter().map(ToString::to_string).collect();
    names.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Preset;
    use crate::words::Language;

    #[test]
    fn every_action_with_a_key_stands_in_the_help_once() {
        for (name, preset) in Preset::ALL {
            let keymap = Keymap::new(preset, &[]);
            let rows = help_rows(&keymap);
            for context in KeyContext::ALL {
                for row in keymap.rows(context).iter().filter(|row| !row.keys.is_empty()) {
                    let row = action_row(row);
                    assert_eq!(
                        rows.iter().filter(|one| **one == row).count(),
                        1,
                        "{name}: {row:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_first_screen_tells_what_a_reader_needs_first() {
        let area = Area { x: 0, y: 0, columns: 80, rows: 23 };
        let (columns, rows) = help_columns(area);
        for (name, preset) in Preset::ALL {
            let keymap = Keymap::new(preset, &[]);
            let listed = help_rows(&keymap);
            let shown = listed.get(..columns * rows).unwrap_or(&listed);
            let page = keymap.rows(KeyContext::Page);
            for (entry, row) in ACTIONS.iter().zip(&page) {
                let needed = [
                    Action::Help,
                    Action::Quit,
                    Action::PageDown,
                    Action::PageUp,
                    Action::Search,
                    Action::Contents,
                ];
                let told = shown.contains(&action_row(row));
                assert!(told || !needed.contains(&entry.action), "{name}: {}", entry.name);
            }
        }
    }

    #[test]
    fn what_is_typed_leaves_rows_with_their_headings() {
        let words = Words::of(Language::English);
        let rows = narrowed_help(&Keymap::default(), "pgdn", words);
        let said: Vec<String> = rows.iter().map(|row| words.say(&row.doc)).collect();
        assert_eq!(said[1], "down one page");
        assert!(rows[0].is_heading() && !rows[1].is_heading());
        assert!(narrowed_help(&Keymap::default(), "xyzzy", words).is_empty());
    }
}
