//! The help, as rows of words: what the keys do on the page, in the contents, and while a search is typed, and what
//! the signs beside the text mean.

use super::{Desk, Outcome};
use crate::input::{Action, Key, KeyContext, KeyRow, Keymap, Sequence};
use crate::words::Phrase;

/// The help, scrolled down.
#[derive(Clone, Copy, Debug, Default)]
pub struct Help {
    scroll: usize,
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

    /// Takes a key: one that moves the page moves the help, any other closes it.
    pub(super) fn press(&mut self, key: Key, desk: &Desk<'_>) -> Outcome {
        let last = help_rows(desk.keymap).len().saturating_sub(1);
        let page = desk.view.panes().size().text_rows().saturating_sub(2).max(1);
        let to = match desk.keymap.page().action(key) {
            Some(Action::RowDown) => self.scroll + 1,
            Some(Action::RowUp) => self.scroll.saturating_sub(1),
            Some(Action::PageDown | Action::HalfPageDown) => self.scroll + page,
            Some(Action::PageUp | Action::HalfPageUp) => self.scroll.saturating_sub(page),
            Some(Action::Start) => 0,
            Some(Action::End) => last,
            _ => return Outcome::Close,
        };
        self.scroll = to.min(last);
        Outcome::Stay
    }
}

/// Returns the rows of the help where `keymap` says what the keys do. What no key does is left out.
pub fn help_rows(keymap: &Keymap) -> Vec<HelpRow> {
    let contexts = HEADINGS.iter().flat_map(|(context, words)| {
        let rows = keymap.rows(*context).into_iter().filter(|row| !row.keys.is_empty());
        words.map(heading).into_iter().chain(rows.map(|row| action_row(&row)))
    });
    contexts.chain([heading("help-signs")]).chain(SIGNS.map(sign)).collect()
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

/// What stands above the keys of each context; nothing above those of the page.
const HEADINGS: [(KeyContext, Option<&str>); 8] = [
    (KeyContext::Page, None),
    (KeyContext::List, Some("help-list")),
    (KeyContext::Marking, Some("help-marking")),
    (KeyContext::Selecting, Some("help-selecting")),
    (KeyContext::Links, Some("help-links")),
    (KeyContext::Prompt, Some("help-prompt")),
    (KeyContext::Switches, Some("help-switches")),
    (KeyContext::Command, Some("help-command")),
];

/// The signs that stand beside the text and are none of it, and what each means.
const SIGNS: [(&str, &str); 3] =
    [("\\", "sign-goes-on"), ("│", "sign-quotation"), ("•", "sign-bookmark")];

fn sign((sign, doc): (&str, &'static str)) -> HelpRow {
    HelpRow { keys: sign.to_owned(), doc: doc.into() }
}

/// Returns the names of `keys`, parted by spaces.
fn names(keys: &[Sequence]) -> String {
    let names: Vec<String> = keys.iter().map(ToString::to_string).collect();
    names.join(" ")
}
