//! Several characters that one character stands for: ligatures, the sharp s, dots and dashes.

use regex_syntax::hir::Hir;

use super::gap;
use super::letter::CasedFolding;
use super::ligature::ligatures;
use super::unit::{Spell, Unit};

/// The dots of an ellipsis: one character of the first, or three of the second.
const ELLIPSIS: (&str, &str) = ("…⋯", ".．。・");

/// The strokes of a dash: any of the first, or two of the second.
const DASH: (&str, &str) = ("—―─⸺–", "-－");

/// Returns the letters each of which stands for several at the start of `units`.
pub(super) fn joined(units: &[Unit], folding: CasedFolding) -> impl Iterator<Item = char> {
    ligatures(folding).filter(|(letters, _)| spells(units, letters)).map(|(_, joined)| joined)
}

/// Returns what stands for the characters at the start of `units`, if one stands for several, and the units after them;
/// `spell` writes them one by one.
pub(super) fn piece<'a>(
    units: &'a [Unit],
    folding: CasedFolding,
    spell: &Spell,
) -> Option<(Hir, &'a [Unit])> {
    if folding.switches.punctuation {
        let run = run(units, ELLIPSIS, 3, folding).or_else(|| run(units, DASH, 2, folding));
        if run.is_some() {
            return run;
        }
    }
    let (letters, _) = ligatures(folding).find(|(letters, _)| spells(units, letters))?;
    let (spelled, rest) = units.split_at_checked(letters.len())?;
    Some((spellings(spelled, folding, spell), rest))
}

fn spells(units: &[Unit], letters: &str) -> bool {
    let mut units = units.iter().map(Unit::bare);
    letters.chars().all(|letter| units.next().flatten() == Some(letter))
}

/// Returns the letters one by one, the one that stands for all, and the ways between.
fn spellings(units: &[Unit], folding: CasedFolding, spell: &Spell) -> Hir {
    let mut ways = vec![spell(units)];
    for start in 0..units.len() {
        let (before, rest) = units.split_at(start);
        for (letters, joined) in ligatures(folding).filter(|(letters, _)| spells(rest, letters)) {
            let after = rest.get(letters.len()..).unwrap_or_default();
            let parts = [spell(before), folding.class([joined]), spell(after)];
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
