//! The letters of a query, each with its marks, and the white space between them.

use regex_syntax::hir::Hir;

use super::letter::CasedFolding;
use super::{gap, ligature, sara_am};
use crate::text::fold;

/// A character of the query, with its marks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Unit {
    /// A letter, sign or ideograph as its canonical decomposition.
    Letter {
        /// Its first character.
        base: char,
        /// What follows.
        marks: Vec<char>,
    },
    /// A run of white space with so many line ends.
    Space(usize),
}

/// The units of a phrase, and how they are looked for.
#[derive(Clone, Copy)]
pub(super) struct PhraseUnits<'a> {
    pub(super) units: &'a [Unit],
    pub(super) folding: CasedFolding,
    /// Writes units one by one as an expression.
    pub(super) spell: &'a dyn Fn(&[Unit]) -> Hir,
}

impl<'a> PhraseUnits<'a> {
    /// Returns the units from number `at` on.
    pub(super) fn from(&self, at: usize) -> &'a [Unit] {
        self.units.get(at..).unwrap_or_default()
    }

    /// Returns the expression for units `start` to `end` one by one.
    pub(super) fn spelled(&self, start: usize, end: usize) -> Hir {
        (self.spell)(self.units.get(start..end).unwrap_or_default())
    }
}

impl Unit {
    /// Returns the character without its marks, if it is one.
    pub(super) fn base(&self) -> Option<char> {
        match self {
            Self::Letter { base, .. } => Some(*base),
            Self::Space(_) => None,
        }
    }

    /// Returns the character, if it has no marks.
    pub(super) fn bare(&self) -> Option<char> {
        match self {
            Self::Letter { base, marks } if marks.is_empty() => Some(*base),
            _ => None,
        }
    }
}

/// Returns the units of `text` without what is not seen.
pub(super) fn units(text: &str, folding: CasedFolding) -> Vec<Unit> {
    let mut units = Vec::new();
    for c in text.chars().filter(|&c| !gap::is_invisible(c)) {
        if c.is_whitespace() {
            add_space(&mut units, usize::from(c == '\n'));
        } else if let Some(letters) = ligature::spelled_out(c, folding) {
            units.extend(letters.chars().map(letter));
        } else if !units.last_mut().is_some_and(|unit| joins(unit, c)) {
            units.push(letter(c));
        }
    }
    if folding.switches.width {
        sara_am::order(&mut units);
    }
    units
}

fn add_space(units: &mut Vec<Unit>, feeds: usize) {
    if let Some(Unit::Space(before)) = units.last_mut() {
        *before += feeds;
    } else {
        units.push(Unit::Space(feeds));
    }
}

/// Returns `c` as a unit.
pub(super) fn letter(c: char) -> Unit {
    let mut parts = fold::decompose(c).unwrap_or_default().chars();
    let base = parts.next().unwrap_or(c);
    Unit::Letter { base, marks: parts.collect() }
}

/// Adds `c` to the letter before it, where it is a mark on it or the two are one when composed.
fn joins(unit: &mut Unit, c: char) -> bool {
    let Unit::Letter { base, marks } = unit else { return false };
    if let Some(syllable) = fold::hangul_syllable(*base, c).filter(|_| marks.is_empty()) {
        *base = syllable;
        return true;
    }
    let mark = match c {
        '\u{FF9E}' => '\u{3099}',
        '\u{FF9F}' => '\u{309A}',
        _ => c,
    };
    let is_mark = fold::is_accent(mark) || fold::is_voicing(mark);
    let composes = || {
        let whole: String = [*base].iter().chain(marks.iter()).chain([&mark]).collect();
        fold::composed_as(&whole).next().is_some()
    };
    if !is_mark && (mark.is_ascii() || !composes()) {
        return false;
    }
    marks.push(mark);
    true
}
