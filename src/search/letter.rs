//! One character of a query and all that stands for it in a text.

use std::collections::BTreeSet;

use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, Hir};

use super::ligature::other_case;
use super::{CharKind, Folding, gap};
use crate::text::fold;

/// Past so many marks on one letter, its other spellings are not looked for.
const MARKS: usize = 4;

/// The switches of a query with the case decided.
#[derive(Clone, Copy, Debug)]
pub(super) struct CasedFolding {
    pub(super) switches: Folding,
    pub(super) any_case: bool,
    /// Whether words of Han may be followed by how they are read: it is Japanese that is looked for.
    pub(super) readings: bool,
}

impl CasedFolding {
    /// Returns what stands for a letter and the marks on it, given as its canonical decomposition.
    pub(super) fn letter(self, base: char, marks: &[char]) -> Hir {
        if let Some(jamo) = fold::hangul_jamo(base) {
            let jamo: String = jamo.collect();
            return Hir::alternation(vec![self.class([base]), Hir::literal(jamo.into_bytes())]);
        }
        let bases = self.alike(base);
        let kept: Vec<char> = marks.iter().copied().filter(|&mark| !self.ignores(mark)).collect();
        let letters = if kept.is_empty() {
            Hir::class(Class::Unicode(self.bare(&bases)))
        } else {
            self.marked(&bases, &kept)
        };
        if self.switches.accents && CharKind::of(base) == CharKind::Letter {
            return Hir::concat(vec![letters, accents()]);
        }
        letters
    }

    /// Returns the characters that stand for a letter and the marks on it, each by itself or, as the first of several,
    /// in the second class; none where it takes a mark.
    pub(super) fn characters(
        self,
        base: char,
        marks: &[char],
    ) -> Option<(ClassUnicode, ClassUnicode)> {
        if let Some(jamo) = fold::hangul_jamo(base) {
            return Some((self.members([base]), self.members(jamo.take(1))));
        }
        let is_bare = marks.iter().all(|&mark| self.ignores(mark));
        is_bare.then(|| (self.bare(&self.alike(base)), ClassUnicode::empty()))
    }

    /// Returns the expression for one of these characters, in either case where case does not matter.
    pub(super) fn class(self, members: impl IntoIterator<Item = char>) -> Hir {
        Hir::class(Class::Unicode(self.members(members)))
    }

    /// Returns the class of these characters and, where case does not matter, of their other case.
    pub(super) fn members(self, members: impl IntoIterator<Item = char>) -> ClassUnicode {
        let ranges = members.into_iter().map(|c| ClassUnicodeRange::new(c, c));
        let mut class = ClassUnicode::new(ranges);
        if self.any_case {
            class.case_fold_simple();
        }
        class
    }

    /// Returns what stands for `c`, itself included, but for its other case.
    pub(super) fn alike(self, c: char) -> BTreeSet<char> {
        let mut found = BTreeSet::from([c]);
        let mut unseen = vec![c];
        while let Some(next) = unseen.pop() {
            let alike = self.neighbours(next).into_iter().filter(|&other| found.insert(other));
            unseen.extend(alike.collect::<Vec<_>>());
        }
        if self.switches.han {
            let variants: Vec<char> = found.iter().copied().flat_map(fold::han).collect();
            found.extend(variants.iter().flat_map(|&variant| self.forms(variant)));
            found.extend(variants);
        }
        found
    }

    /// Returns the characters that are `c` in another form alone, those of its other case too where case does not matter.
    fn forms(self, c: char) -> impl Iterator<Item = char> {
        let cases = [Some(c), other_case(c).filter(|_| self.any_case)];
        let folds = self.switches.width;
        cases.into_iter().flatten().filter(move |_| folds).flat_map(fold::forms)
    }

    /// Returns what is one fold away from `c`.
    fn neighbours(self, c: char) -> Vec<char> {
        let width = fold::other_width(c).filter(|_| self.switches.width);
        let kana = fold::other_kana(c).filter(|_| self.switches.kana);
        let forms = if self.switches.punctuation { fold::punctuation(c) } else { "" };
        let strokes = fold::other_stroke(c).filter(|_| self.switches.accents);
        let one = |plain: &'static str| plain.chars().next().filter(|_| plain.chars().count() == 1);
        let plain = fold::plain(c).filter(|_| self.switches.width).and_then(one);
        let digits = fold::other_digits(c).filter(|_| self.switches.width);
        let signs = width.into_iter().chain(kana).chain(forms.chars());
        signs.chain(strokes).chain(plain).chain(self.forms(c)).chain(digits).collect()
    }

    /// Returns the class of the letters without a mark, and with marks that do not matter.
    fn bare(self, bases: &BTreeSet<char>) -> ClassUnicode {
        let mut class = self.members(bases.iter().copied());
        // İ is I with a dot, and no case of i.
        let bases = class.iter().flat_map(|range| range.start()..=range.end());
        let composed = bases.flat_map(|base| {
            fold::composed_from(base)
                .filter(|(_, whole)| whole.chars().skip(1).all(|mark| self.ignores(mark)))
        });
        let composed: Vec<char> = composed.map(|(c, _)| c).collect();
        let forms = composed.iter().flat_map(|&c| self.forms(c)).collect::<Vec<_>>();
        class.union(&self.members(composed.into_iter().chain(forms)));
        class
    }

    /// Returns the spellings of a letter with marks: composed, decomposed, and composed with one of them.
    fn marked(self, bases: &BTreeSet<char>, marks: &[char]) -> Hir {
        let mut spellings = vec![self.spelling(self.class(bases.iter().copied()), marks)];
        if marks.len() <= MARKS {
            spellings.extend(self.with_composed(bases, marks, &[]));
        }
        if (2..=MARKS).contains(&marks.len()) {
            spellings.extend((0..marks.len()).filter_map(|index| {
                let mut rest = marks.to_vec();
                let first = rest.remove(index);
                self.with_composed(bases, &[first], &rest)
            }));
        }
        Hir::alternation(spellings)
    }

    /// Returns the composed forms of the bases with `marks`, followed by the marks in `rest`.
    fn with_composed(self, bases: &BTreeSet<char>, marks: &[char], rest: &[char]) -> Option<Hir> {
        let wholes = bases.iter().map(|base| [&[*base], marks].concat().iter().collect::<String>());
        let composed: Vec<char> =
            wholes.flat_map(|whole| fold::composed_as(&whole).collect::<Vec<_>>()).collect();
        (!composed.is_empty()).then(|| self.spelling(self.class(composed), rest))
    }

    /// Returns `letter` and after it each of `marks` in one of its forms.
    fn spelling(self, letter: Hir, marks: &[char]) -> Hir {
        let forms = |&mark: &char| {
            let other = fold::other_width(mark).filter(|_| self.switches.width);
            self.class([mark].into_iter().chain(other))
        };
        Hir::concat([letter].into_iter().chain(marks.iter().map(forms)).collect())
    }

    fn ignores(self, mark: char) -> bool {
        self.switches.accents && fold::is_accent(mark)
    }
}

/// Returns any number of accents.
fn accents() -> Hir {
    let ranges = fold::ACCENTS.iter().map(|&(first, last)| ClassUnicodeRange::new(first, last));
    gap::any(Hir::class(Class::Unicode(ClassUnicode::new(ranges))))
}
