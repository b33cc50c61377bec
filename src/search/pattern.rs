//! A regular expression as it was typed → one that folds as words do.

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{
    Capture, Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind, Look, Repetition,
};

use super::letter::CasedFolding;
use super::non_empty::non_empty;
use super::{Folding, QueryError, phrase};
use crate::text::ExpressionFault;

/// Classes of more characters than this mean what they say.
const SMALL_CLASS: usize = 64;

/// Returns the expression for `pattern`: literal text in it is folded as words are, and so are small classes. It
/// does not match the empty text. Beside it stands whether a match must begin and end at a word boundary: a `\b` at either
/// end means what it means for whole words, so that one is found between kana.
pub(super) fn compile(pattern: &str, switches: Folding) -> Result<(Hir, [bool; 2]), QueryError> {
    let mut parser = ParserBuilder::new().multi_line(true).build();
    let hir = parser.parse(pattern).map_err(|error| plain(&error))?;
    let any_case = switches.case.folds(letters(&hir).into_iter());
    let (hir, boundaries) = without_boundaries(&hir);
    Ok((non_empty(&folded(&hir, CasedFolding { switches, any_case, readings: false })), boundaries))
}

/// Returns `hir` without a word boundary at its start, and at its end where its match can't end elsewhere; and where it
/// had one.
fn without_boundaries(hir: &Hir) -> (Hir, [bool; 2]) {
    let HirKind::Concat(subs) = hir.kind() else { return (hir.clone(), [false; 2]) };
    let is_boundary = |sub: &Hir| *sub.kind() == HirKind::Look(Look::WordUnicode);
    let starts = subs.first().is_some_and(is_boundary);
    let is_last = |(before, last): (&Hir, &Hir)| is_boundary(last) && ends_in_one_place(before);
    let ends = subs.iter().rev().nth(1).zip(subs.last()).is_some_and(is_last);
    let kept = subs.iter().skip(usize::from(starts));
    let count = kept.len().saturating_sub(usize::from(ends));
    (Hir::concat(kept.take(count).cloned().collect()), [starts, ends])
}

/// Whether no match of `hir` is the beginning of another: literal text, or one of several where none begins another.
fn ends_in_one_place(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Literal(_) | HirKind::Class(_) => true,
        HirKind::Capture(capture) => ends_in_one_place(&capture.sub),
        HirKind::Alternation(subs) => {
            let literal = |sub: &Hir| match sub.kind() {
                HirKind::Literal(literal) => Some(literal.0.clone()),
                _ => None,
            };
            let all: Option<Vec<_>> = subs.iter().map(literal).collect();
            all.is_some_and(|all| {
                let begins = |one: &[u8]| all.iter().filter(|other| other.starts_with(one)).count();
                all.iter().all(|one| begins(one) == 1)
            })
        }
        _ => false,
    }
}

/// Returns `hir` with its literals and small classes folded. The depth is bounded by the parser's limit.
fn folded(hir: &Hir, folding: CasedFolding) -> Hir {
    let all = |subs: &[Hir]| subs.iter().map(|sub| folded(sub, folding)).collect::<Vec<_>>();
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) | HirKind::Class(Class::Bytes(_)) => hir.clone(),
        HirKind::Literal(literal) => match std::str::from_utf8(&literal.0) {
            Ok(text) => words(text, folding),
            Err(_) => hir.clone(),
        },
        HirKind::Class(Class::Unicode(class)) => folded_class(class, folding),
        HirKind::Repetition(repetition) => {
            let sub = Box::new(folded(&repetition.sub, folding));
            Hir::repetition(Repetition { sub, ..repetition.clone() })
        }
        HirKind::Capture(capture) => {
            let sub = Box::new(folded(&capture.sub, folding));
            Hir::capture(Capture { sub, ..capture.clone() })
        }
        HirKind::Concat(subs) => Hir::concat(all(subs)),
        HirKind::Alternation(subs) => Hir::alternation(all(subs)),
    }
}

/// Returns what stands for literal text; a line end that was asked for by name is one.
fn words(text: &str, folding: CasedFolding) -> Hir {
    let mut lines = text.split('\n').map(|line| phrase::expression(line, folding));
    let first = lines.next().into_iter();
    Hir::concat(first.chain(lines.flat_map(|line| [Hir::literal(*b"\n"), line])).collect())
}

/// Returns the class of what stands for the members of `class`. A class that leaves out a few characters leaves
/// out what stands for them.
fn folded_class(class: &ClassUnicode, folding: CasedFolding) -> Hir {
    let Some(named) = named(class) else { return Hir::class(Class::Unicode(class.clone())) };
    let alike = named.iter().flat_map(|&c| folding.alike(c));
    let mut folded = folding.members(alike);
    if leaves_out(class) {
        folded.negate();
    }
    Hir::class(Class::Unicode(folded))
}

/// Returns the characters that a small class names, or that one as large as all of Unicode leaves out.
fn named(class: &ClassUnicode) -> Option<Vec<char>> {
    let mut named = class.clone();
    if leaves_out(class) {
        named.negate();
    }
    let count: usize = named.iter().map(ClassUnicodeRange::len).sum();
    (count <= SMALL_CLASS)
        .then(|| named.iter().flat_map(|range| range.start()..=range.end()).collect())
}

/// Whether a class was most likely written as what it leaves out.
fn leaves_out(class: &ClassUnicode) -> bool {
    class.ranges().last().is_some_and(|last| last.end() == char::MAX)
}

/// Returns the characters that `hir` names one by one.
fn letters(hir: &Hir) -> Vec<char> {
    match hir.kind() {
        HirKind::Literal(literal) => String::from_utf8_lossy(&literal.0).chars().collect(),
        HirKind::Class(Class::Unicode(class)) => named(class).unwrap_or_default(),
        _ => hir.kind().subs().iter().flat_map(letters).collect(),
    }
}

fn plain(error: &regex_syntax::Error) -> QueryError {
    let (fault, span) = ExpressionFault::of(error);
    let at = span.map_or(0..0, |span| span.start.offset..span.end.offset);
    QueryError { fault: fault.into(), at }
}
