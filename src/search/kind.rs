//! What a character asks of its neighbours where a line is cut.

use crate::text::fold;

/// The kinds of characters that differ in what may stand beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CharKind {
    /// A Han character, a kana, or punctuation of theirs: a line may end on either side.
    Cjk,
    /// A Hangul syllable or jamo: a line may end on either side, but a space is a space.
    Hangul,
    /// A letter or digit of another script.
    Letter,
    /// Any other, after which a line may end: `-`, `/`.
    Other,
}

impl CharKind {
    /// Returns the kind of `c`.
    pub(super) fn of(c: char) -> Self {
        match c {
            '\u{FF01}'..='\u{FF5E}' if fold::other_width(c).is_some_and(char::is_alphanumeric) => {
                Self::Letter
            }
            '\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7FF}' => {
                Self::Hangul
            }
            '\u{2E80}'..='\u{312F}'
            | '\u{3190}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{FE30}'..='\u{FE4F}'
            | '\u{FF00}'..='\u{FFEF}'
            | '\u{20000}'..='\u{3FFFF}' => Self::Cjk,
            _ if c.is_alphanumeric() => Self::Letter,
            _ => Self::Other,
        }
    }
}

/// Returns whether `c` is a character of Han.
pub(super) fn is_han(c: char) -> bool {
    matches!(c,
        '々' | '〆' | '〇'
        | '\u{3400}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Returns whether `text` has kana: it is Japanese.
pub(super) fn has_kana(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3041}'..='\u{30FF}' | '\u{FF66}'..='\u{FF9F}'))
}
