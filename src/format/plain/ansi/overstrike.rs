//! Letters struck over each other, as manuals are printed: `N`, a backspace and `N` again for a bold letter, `_`, a
//! backspace and a letter for an underlined one. A reader sees the letter.

use super::BACKSPACE;
use crate::document::Style;
use crate::text::WidthModel;

/// A letter that was struck over others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Struck {
    /// What a reader sees.
    pub(super) letter: char,
    /// How it is meant.
    pub(super) style: Style,
    /// How many scalars before it stand in its place.
    pub(super) scalars: usize,
}

/// Returns the letter that is struck over the end of `printed` where `sent` begins with a backspace, or for a letter of
/// two cells with two, and what follows; none where something would be hidden.
pub(super) fn read<'a>(printed: &str, sent: &'a str) -> Option<(Struck, &'a str)> {
    let once = sent.strip_prefix(BACKSPACE)?;
    match once.strip_prefix(BACKSPACE) {
        None => {
            let (below, above) = (printed.chars().next_back()?, once.chars().next()?);
            let (letter, style) = one_of(below, above)?;
            Some((Struck { letter, style, scalars: 1 }, after(once, 1)))
        }
        Some(twice) => wide(printed, twice),
    }
}

/// Returns the letter of two cells that `above` strikes over the end of `printed`.
fn wide<'a>(printed: &str, above: &'a str) -> Option<(Struck, &'a str)> {
    let below = printed.chars().next_back()?;
    let letter = above.chars().next()?;
    let is_wide = |c: char| WidthModel::default().width(c.encode_utf8(&mut [0; 4])) == 2;
    let struck = |letter, style, scalars| Struck { letter, style, scalars };
    if printed.ends_with("__") && is_wide(letter) {
        return Some((struck(letter, Style::UNDERLINED, 2), after(above, 1)));
    }
    if above.starts_with("__") && is_wide(below) {
        return Some((struck(below, Style::UNDERLINED, 1), after(above, 2)));
    }
    let bold = below == letter && is_wide(below);
    bold.then(|| (struck(below, Style::STRONG, 1), after(above, 1)))
}

/// Returns what of `text` follows its first `scalars`.
fn after(text: &str, scalars: usize) -> &str {
    let taken: usize = text.chars().take(scalars).map(char::len_utf8).sum();
    text.get(taken..).unwrap_or_default()
}

/// Returns what a reader sees of `below` and `above` in one place, if that is one of them, and how it is meant.
fn one_of(below: char, above: char) -> Option<(char, Style)> {
    match (below, above) {
        _ if below.is_control() || above.is_control() => None,
        _ if below == above => Some((below, Style::STRONG)),
        (_, '_') => Some((below, Style::UNDERLINED)),
        ('_', _) => Some((above, Style::UNDERLINED)),
        // The bullet of a printer that has none.
        ('+', 'o') => Some((above, Style::STRONG)),
        _ => None,
    }
}
