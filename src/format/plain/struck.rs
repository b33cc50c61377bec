//! Letters struck over each other, as manuals are printed: `N`, a backspace and `N` again for a bold letter, `_`, a
//! backspace and a letter for an underlined one. A reader sees the letter.

use std::borrow::Cow;

const BACKSPACE: char = '\u{8}';

/// Returns `text` with each letter once that is struck over itself or over a `_`. What else is struck over is kept, so
/// that nothing is hidden.
pub(super) fn single(text: Cow<'_, str>) -> Cow<'_, str> {
    if memchr::memchr(BACKSPACE as u8, text.as_bytes()).is_none() {
        return text;
    }
    let mut single = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let mut after = rest.clone();
        let letter =
            (c == BACKSPACE).then(|| one_of(single.chars().next_back()?, after.next()?)).flatten();
        if let Some(letter) = letter {
            single.pop();
            single.push(letter);
            rest = after;
        } else {
            single.push(c);
        }
    }
    Cow::Owned(single)
}

/// Returns what a reader sees of `below` and `above` in one place, if that is one of them.
fn one_of(below: char, above: char) -> Option<char> {
    match (below, above) {
        _ if below.is_control() || above.is_control() => None,
        (_, '_') => Some(below),
        ('_', _) => Some(above),
        _ => (below == above).then_some(below),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> String {
        single(text.into()).into_owned()
    }

    #[test]
    fn a_letter_struck_twice_is_one() {
        assert_eq!(seen("N\u{8}NA\u{8}AM\u{8}M\u{8}ME\u{8}E"), "NAME");
        assert_eq!(seen("_\u{8}看_\u{8}书 f\u{8}_o"), "看书 fo");
    }

    #[test]
    fn what_would_be_hidden_is_kept() {
        for text in ["rm x\u{8}\u{8}\u{8}\u{8}ls", "a\u{8}b", "\u{8}a", "a\u{8}", "a\n\u{8}\n"] {
            assert_eq!(seen(text), text);
        }
    }

    #[test]
    fn a_text_without_backspaces_is_not_copied() {
        assert!(matches!(single("看书".into()), Cow::Borrowed(_)));
    }
}
