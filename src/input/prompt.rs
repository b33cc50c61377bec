//! The keys while a search is typed, and the switches that say how it is looked for.

use super::table::{ActionEntry, same};

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
    /// Whether the ways to write a number matter.
    Numbers,
}

/// What the keys do while a search is typed, in the order of the help. The rest edit the line.
pub static PROMPT: &[ActionEntry<PromptAction>] = &[
    same(PromptAction::Keep, "keep", "Enter"),
    same(PromptAction::Leave, "leave", "Esc ^C"),
    same(PromptAction::Older, "older", "Up"),
    same(PromptAction::Newer, "newer", "Down"),
    same(PromptAction::Turn(Switch::Regex), "regex", "^R"),
    same(PromptAction::Turn(Switch::WholeWords), "whole_words", "^W"),
    same(PromptAction::Turn(Switch::Pinyin), "pinyin", "^P"),
    same(PromptAction::Switches, "switches", "Tab"),
];

/// The switches with the keys that turn them where their list is open.
pub static SWITCHES: &[ActionEntry<Switch>] = &[
    same(Switch::Regex, "turn_regex", "r"),
    same(Switch::WholeWords, "turn_whole_words", "w"),
    same(Switch::Pinyin, "turn_pinyin", "p"),
    same(Switch::Case, "turn_case", "c"),
    same(Switch::Width, "turn_width", "f"),
    same(Switch::Han, "turn_han", "h"),
    same(Switch::Kana, "turn_kana", "k"),
    same(Switch::Punctuation, "turn_punctuation", "m"),
    same(Switch::Accents, "turn_accents", "a"),
    same(Switch::Numbers, "turn_numbers", "n"),
];
