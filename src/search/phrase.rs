//! Words as they were typed → a regular expression: units of text, pieces of expression, and the gaps between.

use regex_syntax::hir::Hir;

use super::letter::CasedFolding;
use super::unit::{Unit, units};
use super::{Folding, Kind, gap, pinyin, sequence};
use crate::text::fold;

/// What stands for one or more units.
enum Piece {
    Text(Hir, Side),
    /// White space with so many line ends.
    Space(usize),
}

/// What matters of a piece to its neighbours.
#[derive(Clone, Copy)]
struct Side {
    kind: Kind,
    is_punctuation: bool,
}

impl Side {
    /// Pinyin stands for ideographs.
    const HAN: Self = Self { kind: Kind::Cjk, is_punctuation: false };

    fn of(c: char) -> Self {
        Self { kind: Kind::of(c), is_punctuation: !fold::punctuation(c).is_empty() }
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
    (visible, CasedFolding { switches, any_case })
}

/// Returns the expression for `text`, white space at its ends included.
pub(super) fn expression(text: &str, folding: CasedFolding) -> Hir {
    let units = units(text, folding);
    let mut pieces = Vec::with_capacity(units.len());
    let mut rest = units.as_slice();
    while let Some((piece, after)) = next_piece(rest, folding) {
        pieces.push(piece);
        rest = after;
    }
    join(pieces, folding)
}

/// Returns the expression for units that are letters and nothing else.
fn letters(units: &[Unit], folding: CasedFolding) -> Hir {
    let pieces = units.iter().map(|unit| piece(unit, folding)).collect();
    join(pieces, folding)
}

/// Returns the first piece of `units` and the units after it.
fn next_piece(units: &[Unit], folding: CasedFolding) -> Option<(Piece, &[Unit])> {
    let (first, rest) = units.split_first()?;
    let spell = |units: &[Unit]| letters(units, folding);
    if let Some((hir, after)) = pinyin::piece(units, folding, &spell) {
        return Some((Piece::Text(hir, Side::HAN), after));
    }
    if let (Some(c), Some((hir, after))) = (first.bare(), sequence::piece(units, folding, &spell)) {
        return Some((Piece::Text(hir, Side::of(c)), after));
    }
    Some((piece(first, folding), rest))
}

fn piece(unit: &Unit, folding: CasedFolding) -> Piece {
    match unit {
        Unit::Space(feeds) => Piece::Space(*feeds),
        Unit::Letter { base, marks } => Piece::Text(folding.letter(*base, marks), Side::of(*base)),
    }
}

/// Returns the pieces in their order with what may stand between them.
fn join(pieces: Vec<Piece>, folding: CasedFolding) -> Hir {
    let mut parts = Vec::with_capacity(pieces.len() * 2);
    let mut pieces = pieces.into_iter().peekable();
    let mut before: Option<Side> = None;
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Text(hir, side) => {
                parts.extend(before.map(|before| gap::between(before.kind, side.kind)));
                parts.push(hir);
                before = Some(side);
            }
            Piece::Space(feeds) => {
                let after = match pieces.peek() {
                    Some(Piece::Text(_, side)) => Some(*side),
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
fn space(sides: Option<(Side, Side)>, feeds: usize, folding: CasedFolding) -> Hir {
    if feeds > 1 {
        return gap::paragraph_end();
    }
    let may_be_missing = sides.is_some_and(|(before, after)| {
        let mixed = (before.kind == Kind::Cjk) != (after.kind == Kind::Cjk);
        let marked = before.is_punctuation || after.is_punctuation;
        mixed || (marked && folding.switches.punctuation)
    });
    if may_be_missing { gap::optional_space() } else { gap::space() }
}
