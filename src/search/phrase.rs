//! Words as they were typed → a regular expression: units of text, pieces of expression, and the gaps between.

use std::cell::RefCell;
use std::collections::HashMap;

use regex_syntax::hir::Hir;

use super::letter::CasedFolding;
use super::unit::{PhraseUnits, Unit, units};
use super::{CharKind, Folding, gap, kind, number, pinyin, sara_am, sequence};
use crate::text::fold;

/// What stands for one or more units.
#[derive(Clone)]
enum PhrasePiece {
    Text(Hir, PieceSide),
    /// White space with so many line ends.
    Space(usize),
}

/// What matters of a piece to its neighbours.
#[derive(Clone, Copy)]
struct PieceSide {
    kind: CharKind,
    is_punctuation: bool,
    is_han: bool,
}

impl PieceSide {
    /// Pinyin stands for ideographs.
    const HAN: Self = Self { kind: CharKind::Cjk, is_punctuation: false, is_han: true };

    /// A consonant stands for syllables.
    const HANGUL: Self = Self { kind: CharKind::Hangul, is_punctuation: false, is_han: false };

    fn of(c: char) -> Self {
        Self {
            kind: CharKind::of(c),
            is_punctuation: !fold::punctuation(c).is_empty(),
            is_han: kind::is_han(c),
        }
    }
}

/// Returns the expression for the words `text`; an empty one where there is nothing visible in them.
pub(super) fn compile(text: &str, switches: Folding) -> Hir {
    let (visible, folding) = visible(text, switches);
    expression(visible, folding)
}

/// Returns the units of the words `text`, and how they are folded.
pub(super) fn read(text: &str, switches: Folding) -> (Vec<Unit>, CasedFolding) {
    let (visible, folding) = visible(text, switches);
    (units(visible, folding), folding)
}

/// Returns what can be seen of `text`, and how it is folded.
fn visible(text: &str, switches: Folding) -> (&str, CasedFolding) {
    let any_case = switches.case.folds(text.chars());
    let visible = text.trim_matches(|c: char| c.is_whitespace() || gap::is_invisible(c));
    let readings = switches.punctuation && kind::has_kana(visible);
    (visible, CasedFolding { switches, any_case, readings })
}

/// Returns the expression for `text`, white space at its ends included.
pub(super) fn expression(text: &str, folding: CasedFolding) -> Hir {
    let units = units(text, folding);
    // The characters of a long query are few.
    let known = RefCell::new(HashMap::new());
    let one = |unit: &Unit| {
        let mut known = known.borrow_mut();
        known.entry(unit.clone()).or_insert_with(|| piece(unit, folding)).clone()
    };
    let spell = |units: &[Unit]| join(units.iter().map(one).collect(), folding);
    let words = PhraseUnits { units: &units, folding, spell: &spell };
    let mut pieces = Vec::with_capacity(units.len());
    let mut at = 0;
    while let Some((piece, count)) = piece_at(&words, at, &one) {
        pieces.push(piece);
        at += count;
    }
    join(pieces, folding)
}

/// Returns the piece that begins with unit `at`, and how many units it is; `one` writes a unit by itself.
fn piece_at(
    words: &PhraseUnits,
    at: usize,
    one: &dyn Fn(&Unit) -> PhrasePiece,
) -> Option<(PhrasePiece, usize)> {
    let first = words.units.get(at)?;
    if let Some(hir) = consonant(first, words.folding) {
        return Some((PhrasePiece::Text(hir, PieceSide::HANGUL), 1));
    }
    if let Some((hir, count)) = pinyin::piece(words, at) {
        return Some((PhrasePiece::Text(hir, PieceSide::HAN), count));
    }
    let toned = || sara_am::piece(words, at).filter(|_| words.folding.switches.width);
    let several = number::piece(words, at).or_else(toned).or_else(|| sequence::piece(words, at));
    if let (Some(c), Some((hir, count))) = (first.bare(), several) {
        return Some((PhrasePiece::Text(hir, PieceSide::of(c)), count));
    }
    Some((one(first), 1))
}

/// Returns a consonant of Hangul by itself and the syllables that begin with it, where characters are looked for by their
/// sound.
fn consonant(unit: &Unit, folding: CasedFolding) -> Option<Hir> {
    let c = unit.bare().filter(|_| folding.switches.pinyin)?;
    let syllables = fold::hangul_beginning(c)?;
    Some(folding.class(syllables.chain([c])))
}

fn piece(unit: &Unit, folding: CasedFolding) -> PhrasePiece {
    match unit {
        Unit::Space(feeds) => PhrasePiece::Space(*feeds),
        Unit::Letter { base, marks } => {
            PhrasePiece::Text(folding.letter(*base, marks), PieceSide::of(*base))
        }
    }
}

/// Returns the pieces in their order with what may stand between them.
fn join(pieces: Vec<PhrasePiece>, folding: CasedFolding) -> Hir {
    let mut parts = Vec::with_capacity(pieces.len() * 2);
    let mut pieces = pieces.into_iter().peekable();
    let mut before: Option<PieceSide> = None;
    while let Some(piece) = pieces.next() {
        match piece {
            PhrasePiece::Text(hir, side) => {
                let gap = |before: PieceSide| {
                    if before.is_han && folding.readings {
                        gap::reading()
                    } else {
                        gap::between(before.kind, side.kind)
                    }
                };
                parts.extend(before.map(gap));
                parts.push(hir);
                before = Some(side);
            }
            PhrasePiece::Space(feeds) => {
                let after = match pieces.peek() {
                    Some(PhrasePiece::Text(_, side)) => Some(*side),
                    _ => None,
                };
                parts.push(space(before.take().zip(after), feeds, folding));
            }
        }
    }
    Hir::concat(parts)
}

/// Returns what stands for white space between these neighbours. It may be missing between an ideograph and
/// a letter, and beside punctuation that takes a space in one script and none in another.
fn space(sides: Option<(PieceSide, PieceSide)>, feeds: usize, folding: CasedFolding) -> Hir {
    if feeds > 1 {
        return gap::paragraph_end();
    }
    let may_be_missing = sides.is_some_and(|(before, after)| {
        let mixed = (before.kind == CharKind::Cjk) != (after.kind == CharKind::Cjk);
        let marked = before.is_punctuation || after.is_punctuation;
        mixed || (marked && folding.switches.punctuation)
    });
    if may_be_missing { gap::optional_space() } else { gap::space() }
}
