//! The keys while a search is typed, and the switches that say how it is looked for.

use super::actions::{Entry, entry, key, named};
use super::{Key, KeyCode};

/// What a key does while a search is typed, other than to edit the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PromptAction {
    /// Keeps the search and goes on reading.
    Keep,
    /// Returns to where it began.
    Leave,
    /// Takes the query before out of the history.
    Older,
    /// Takes the query after out of the history.
    Newer,
    /// Opens the list of the switches, or closes it.
    Switches,
    /// Turns a switch.
    Turn(Switch),
}

/// One way in which a search can be other than usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Switch {
    /// What is typed is a regular expression.
    Regex,
    /// Only whole words are found.
    WholeWords,
    /// Letters find the Han characters that are read so.
    Pinyin,
    /// Whether capitals matter.
    Case,
    /// Whether full and half width matter.
    Width,
    /// Whether simplified and traditional forms matter.
    Han,
    /// Whether hiragana and katakana matter.
    Kana,
    /// Whether the form of punctuation matters.
    Punctuation,
    /// Whether accents matter.
    Accents,
}

/// What the keys do while a search is typed, in the order of the help. The rest edit the line.
pub static PROMPT: &[Entry<PromptAction>] = &[
    entry(PromptAction::Keep, "keep", "keep what was found", &[named(KeyCode::Enter)]),
    entry(
        PromptAction::Leave,
        "leave",
        "return to where it began",
        &[named(KeyCode::Esc), Key::ctrl('c')],
    ),
    entry(PromptAction::Older, "older", "the search before", &[named(KeyCode::Up)]),
    entry(PromptAction::Newer, "newer", "the search after", &[named(KeyCode::Down)]),
    entry(PromptAction::Turn(Switch::Regex), "regex", "regular expression", &[Key::ctrl('r')]),
    entry(PromptAction::Turn(Switch::WholeWords), "whole_words", "whole words", &[Key::ctrl('w')]),
    entry(PromptAction::Turn(Switch::Pinyin), "pinyin", "pinyin: gs finds 公司", &[Key::ctrl('p')]),
    entry(
        PromptAction::Switches,
        "switches",
        "all switches: case, width, 国國 …",
        &[named(KeyCode::Tab)],
    ),
];

/// The switches with the keys that turn them where their list is open.
pub static SWITCHES: &[Entry<Switch>] = &[
    entry(Switch::Regex, "regex", "regular expression", &[key('r')]),
    entry(Switch::WholeWords, "whole_words", "whole words only", &[key('w')]),
    entry(Switch::Pinyin, "pinyin", "pinyin finds Han", &[key('p')]),
    entry(Switch::Case, "case", "a and A", &[key('c')]),
    entry(Switch::Width, "width", "A and Ａ", &[key('f')]),
    entry(Switch::Han, "han", "国 and 國", &[key('h')]),
    entry(Switch::Kana, "kana", "ひ and ヒ", &[key('k')]),
    entry(Switch::Punctuation, "punctuation", ", and ，", &[key('m')]),
    entry(Switch::Accents, "accents", "e and é", &[key('a')]),
];

/// Returns what `key` does while a search is typed.
pub fn prompt_action(key: Key) -> Option<PromptAction> {
    PROMPT.iter().find(|entry| entry.keys.contains(&key)).map(|entry| entry.action)
}

/// Returns the switch that `key` turns in their list.
pub fn switch(key: Key) -> Option<Switch> {
    SWITCHES.iter().find(|entry| entry.keys.contains(&key)).map(|entry| entry.action)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_key_does_one_thing() {
        let prompt: Vec<_> = PROMPT.iter().flat_map(|entry| entry.keys).collect();
        assert_eq!(prompt.iter().collect::<HashSet<_>>().len(), prompt.len());
        let switches: Vec<_> = SWITCHES.iter().flat_map(|entry| entry.keys).collect();
        assert_eq!(switches.iter().collect::<HashSet<_>>().len(), switches.len());
    }

    #[test]
    fn no_key_of_the_prompt_types_a_character() {
        assert!(PROMPT.iter().flat_map(|entry| entry.keys).all(|key| key.typed().is_none()));
    }
}
