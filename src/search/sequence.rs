//! Several characters that one character stands for: ligatures, the sharp s, dots and dashes.

use regex_syntax::hir::Hir;

use super::gap;
use super::letter::CasedFolding;
use super::phrase::{self, Unit};

/// Letters and the ligature of them, longer ones before those that they begin with.
const LIGATURES: [(&str, char); 6] =
    [("ffi", 'ﬃ'), ("ffl", 'ﬄ'), ("ff", 'ﬀ'), ("fi", 'ﬁ'), ("fl", 'ﬂ'), ("st", 'ﬆ')];

/// Letters and the one letter that they are where case does not matter (full case folding, Unicode 5.18).
const FOLDED: [(&str, char); 2] = [("ss", 'ß'), ("ss", 'ẞ')];

/// The dots of an ellipsis: one character of the first, or three of the second.
const ELLIPSIS: (&str, &str) = ("…⋯", ".．。・");

/// The strokes of a dash: any of the first, or two of the second.
const DASH: (&str, &str) = ("—―─⸺–", "-－");

/// Returns the letters that `c` is another way to write, if it is one.
pub(super) fn spelled_out(c: char, folding: CasedFolding) -> Option<&'static str> {
    pairs(folding).find_map(|(letters, joined)| (joined == c).then_some(letters))
}

/// Returns the letters each of which stands for several at the start of `units`.
pub(super) fn joined(units: &[Unit], folding: CasedFolding) -> impl Iterator<Item = char> {
    pairs(folding).filter(|(letters, _)| spells(units, letters)).map(|(_, joined)| joined)
}

/// Returns what stands for the characters at the start of `units`, if one stands for several, and the units after them.
pub(super) fn piece(units: &[Unit], folding: CasedFolding) -> Option<(Hir, &[Unit])> {
    if folding.switches.punctuation {
        let run = run(units, ELLIPSIS, 3, folding).or_else(|| run(units, DASH, 2, folding));
        if run.is_some() {
            return run;
        }
    }
    let (letters, _) = pairs(folding).find(|(letters, _)| spells(units, letters))?;
    let (spelled, rest) = units.split_at_checked(letters.len())?;
    Some((spellings(spelled, folding), rest))
}

fn pairs(folding: CasedFolding) -> impl Iterator<Item = (&'static str, char)> {
    let ligatures = LIGATURES.into_iter().filter(move |_| folding.switches.width);
    ligatures.chain(FOLDED.into_iter().filter(move |_| folding.any_case))
}

fn spells(units: &[Unit], letters: &str) -> bool {
    let mut units = units.iter().map(Unit::bare);
    letters.chars().all(|letter| units.next().flatten() == Some(letter))
}

/// Returns the letters one by one, the one that stands for all, and the ways between.
fn spellings(units: &[Unit], folding: CasedFolding) -> Hir {
    let mut ways = vec![phrase::letters(units, folding)];
    for start in 0..units.len() {
        let (before, rest) = units.split_at(start);
        for (letters, joined) in pairs(folding).filter(|(letters, _)| spells(rest, letters)) {
            let after = rest.get(letters.len()..).unwrap_or_default();
            let parts = [
                phrase::letters(before, folding),
                folding.class([joined]),
                phrase::letters(after, folding),
            ];
            ways.push(Hir::concat(parts.into()));
        }
    }
    Hir::alternation(ways)
}

/// Returns a run of any length, if the units begin with one: of the `long` characters, or of at least `least` of
/// the `short` ones.
fn run<'a>(
    units: &'a [Unit],
    (long, short): (&str, &str),
    least: usize,
    folding: CasedFolding,
) -> Option<(Hir, &'a [Unit])> {
    let count = |of: &str| {
        units.iter().take_while(|unit| unit.bare().is_some_and(|c| of.contains(c))).count()
    };
    let length = match (count(long), count(short)) {
        (0, strokes) if strokes < least => return None,
        (0, strokes) => strokes,
        (length, _) => length,
    };
    let one = gap::repeated(folding.class(long.chars()), 1, None);
    let several = gap::repeated(folding.class(short.chars()), least as u32, None);
    Some((Hir::alternation(vec![one, several]), units.get(length..).unwrap_or_default()))
}
