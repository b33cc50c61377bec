//! The runs of letters in a query, and for each letter what may stand for it and what may follow.

use regex_syntax::hir::{ClassUnicode, ClassUnicodeRange};

use crate::search::kind::is_han;
use crate::search::letter::CasedFolding;
use crate::search::unit::Unit;
use crate::search::{CharKind, Folding, ligature, number, phrase, sara_am};

/// Letters that are one cell wide: those before Hangul, and the rest of Latin and Greek. Two of them on two lines are
/// never joined without a space.
const NARROW: [(char, char); 2] = [('\0', '\u{10FF}'), ('\u{1E00}', '\u{1FFF}')];

/// A letter of a query.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// What stands for it and is followed by the next letter, or by what may stand between.
    pub(super) members: ClassUnicode,
    /// What stands for it besides, and may be followed by white space instead of the next letter: its full-width form.
    pub(super) wide: ClassUnicode,
    /// What stands for it and the next ones, or for a part of it.
    pub(super) ends: ClassUnicode,
    /// What may follow instead of the next letter, besides what is not seen.
    pub(super) follows: Follows,
}

/// What may follow a letter instead of the next one, besides what is not seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Follows {
    Nothing,
    /// White space.
    Space,
    /// White space, or how the word is read.
    Reading,
}

impl Step {
    /// Returns whatever may begin here.
    pub(super) fn all(&self) -> ClassUnicode {
        let mut all = self.members.clone();
        all.union(&self.wide);
        all.union(&self.ends);
        all
    }

    /// Whether a letter of ASCII stands for it.
    pub(super) fn has_ascii(&self) -> bool {
        self.members.ranges().first().is_some_and(|range| range.start().is_ascii())
    }
}

/// Returns the runs of letters in the words `text`, those of ASCII apart from others: each begins where nothing before
/// it may be written in one with it.
pub(super) fn runs(text: &str, folding: Folding) -> Vec<Vec<Step>> {
    let (units, folding) = phrase::read(text, folding);
    let numbers = number::covered(&units, folding);
    let mut runs: Vec<Vec<Step>> = vec![Vec::new()];
    for at in 0..units.len() {
        let is_one = numbers.get(at) == Some(&false) && !sara_am::covers(&units, at);
        let step = if is_one { step(&units, at, folding) } else { None };
        let goes_on = step.as_ref().map(Step::has_ascii)
            == runs.last().and_then(|run| run.last()).map(Step::has_ascii);
        if !goes_on {
            runs.push(Vec::new());
        }
        if let (Some(mut step), Some(run)) = (step, runs.last_mut()) {
            if run.is_empty() {
                step.ends.union(&folding.members(ligature::covering(&units, at, folding)));
            }
            run.push(step);
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// Returns unit `at` as a step, if it is a letter that one character stands for.
fn step(units: &[Unit], at: usize, folding: CasedFolding) -> Option<Step> {
    let Unit::Letter { base, marks } = units.get(at)? else { return None };
    if !base.is_alphanumeric() {
        return None;
    }
    let (all, mut ends) = folding.characters(*base, marks)?;
    let joined = ligature::joined(units, at, folding);
    ends.union(&folding.members(joined.into_iter().map(|(_, joined)| joined)));
    let narrow = within(&all, &NARROW);
    let is_narrow = CharKind::of(*base) == CharKind::Letter && !narrow.ranges().is_empty();
    let (mut members, mut wide) = (all, ClassUnicode::empty());
    if is_narrow {
        members.difference(&narrow);
        (members, wide) = (narrow, members);
    }
    let next = match units.get(at + 1) {
        Some(Unit::Letter { base, .. }) => CharKind::of(*base),
        _ => CharKind::Other,
    };
    let follows = match next {
        _ if folding.readings && is_han(*base) => Follows::Reading,
        CharKind::Letter if is_narrow => Follows::Nothing,
        _ => Follows::Space,
    };
    Some(Step { members, wide, ends, follows })
}

/// Returns what of `class` lies in `ranges`.
pub(super) fn within(class: &ClassUnicode, ranges: &[(char, char)]) -> ClassUnicode {
    let ranges = ranges.iter().map(|&(first, last)| ClassUnicodeRange::new(first, last));
    let mut within = ClassUnicode::new(ranges);
    within.intersect(class);
    within
}
