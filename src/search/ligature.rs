//! Characters that stand for several letters: ligatures, the sharp s, abbreviations in one sign (`ﬁ`, `ß`, `㎏`).

use super::letter::CasedFolding;
use super::unit::{Unit, letter};
use crate::text::fold;

/// The most letters that one character stands for.
const LONGEST: usize = 18;

/// Letters and the one letter that they are where case does not matter (full case folding, Unicode 5.18).
const FOLDED: [(&str, char); 2] = [("ss", 'ß'), ("ss", 'ẞ')];

/// Letters and the one letter that they are where accents do not matter.
const DIGRAPHS: [(&str, char); 6] =
    [("ae", 'æ'), ("AE", 'Æ'), ("oe", 'œ'), ("OE", 'Œ'), ("ss", 'ß'), ("SS", 'ẞ')];

/// Returns the letters that `c` is another way to write, if it stands for several.
pub(super) fn spelled_out(c: char, folding: CasedFolding) -> Option<&'static str> {
    let form = fold::plain(c).filter(|plain| folding.switches.width && is_long(plain));
    form.or_else(|| few(folding).find_map(|(letters, joined)| (joined == c).then_some(letters)))
}

/// Returns the characters that stand for several of `units` from number `at` on, each with how many it stands for.
pub(super) fn joined(units: &[Unit], at: usize, folding: CasedFolding) -> Vec<(usize, char)> {
    let Some(first) = units.get(at).and_then(Unit::bare) else { return Vec::new() };
    let cases = [first].into_iter().chain(other_case(first).filter(|_| folding.any_case));
    let forms = cases.flat_map(fold::forms_from);
    let forms = forms.filter(|(plain, _)| folding.switches.width && is_long(plain));
    let spelled = |(letters, joined): (&str, char)| {
        let count = letters.chars().count();
        let mut letters = units.get(at..at + count)?.iter().zip(letters.chars());
        let is_spelled = letters.all(|(unit, c)| is_alike(unit, &letter(c), folding));
        let stands = is_ligature(joined) || parts(units, at) && parts(units, at + count);
        (is_spelled && stands).then_some((count, joined))
    };
    forms.chain(few(folding)).filter_map(spelled).collect()
}

/// Returns the characters that stand for unit `at`, and for others before it.
pub(super) fn covering(units: &[Unit], at: usize, folding: CasedFolding) -> Vec<char> {
    let starts = at.saturating_sub(LONGEST)..at;
    let joined = starts.flat_map(|start| {
        let joined = joined(units, start, folding).into_iter();
        joined.filter(move |(count, _)| start + count > at)
    });
    joined.map(|(_, joined)| joined).collect()
}

fn few(folding: CasedFolding) -> impl Iterator<Item = (&'static str, char)> {
    let digraphs = DIGRAPHS.into_iter().filter(move |_| folding.switches.accents);
    digraphs.chain(FOLDED.into_iter().filter(move |_| folding.any_case))
}

fn is_long(letters: &str) -> bool {
    letters.chars().nth(1).is_some()
}

/// Whether `c` joins letters wherever they stand side by side; other signs stand for whole words and numbers alone.
fn is_ligature(c: char) -> bool {
    !matches!(c, '\u{2000}'..='\u{24FF}' | '\u{3200}'..='\u{33FF}' | '\u{1F100}'..='\u{1F2FF}')
}

/// Whether a word or a number may end and another begin between unit `at` and the one before it.
fn parts(units: &[Unit], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| units.get(before)).and_then(Unit::base);
    let (Some(before), Some(after)) = (before, units.get(at).and_then(Unit::base)) else {
        return true;
    };
    let is_word = |c: char| c.is_alphabetic() && super::CharKind::of(c) == super::CharKind::Letter;
    !(is_word(before) && is_word(after) || before.is_numeric() && after.is_numeric())
}

fn is_alike(a: &Unit, b: &Unit, folding: CasedFolding) -> bool {
    let cases = || Some((a.bare()?, other_case(b.bare()?)?));
    a == b || folding.any_case && cases().is_some_and(|(a, b)| a == b)
}

/// Returns a letter in the other case.
pub(super) fn other_case(c: char) -> Option<char> {
    let mut lower = c.to_lowercase().filter(|lower| *lower != c);
    let mut upper = c.to_uppercase().filter(|upper| *upper != c);
    lower.next().or_else(|| upper.next())
}
