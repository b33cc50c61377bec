//! What may stand in the text between two characters of a query that stand side by side.

use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, Hir, Repetition};

use super::CharKind;
use crate::text::fold;

/// Characters that are not seen: soft hyphen, zero-width characters, bidi controls, variation selectors.
const INVISIBLE: [(char, char); 9] = [
    ('\u{AD}', '\u{AD}'),
    ('\u{61C}', '\u{61C}'),
    ('\u{180E}', '\u{180E}'),
    ('\u{200B}', '\u{200F}'),
    ('\u{202A}', '\u{202E}'),
    ('\u{2060}', '\u{206F}'),
    ('\u{FE00}', '\u{FE0F}'),
    ('\u{FEFF}', '\u{FEFF}'),
    ('\u{E0100}', '\u{E01EF}'),
];

/// White space within a line; a carriage return is part of the line feed that follows it.
const BLANK: [(char, char); 7] = [
    ('\t', '\t'),
    ('\r', '\r'),
    (' ', ' '),
    ('\u{A0}', '\u{A0}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{2000}', '\u{200A}'),
    ('\u{202F}', '\u{202F}'),
];

/// The rest of [`BLANK`], wide.
const WIDE_BLANK: [(char, char); 2] = [('\u{205F}', '\u{205F}'), ('\u{3000}', '\u{3000}')];

/// What ends a line.
const FEED: [(char, char); 3] = [('\n', '\u{C}'), ('\u{85}', '\u{85}'), ('\u{2028}', '\u{2028}')];

/// Hyphens that a line may end with.
const HYPHEN: [(char, char); 2] = [('-', '-'), ('\u{2010}', '\u{2010}')];

/// Whether `c` is not seen, and so is no part of a query.
pub(super) fn is_invisible(c: char) -> bool {
    INVISIBLE.iter().any(|&(first, last)| (first..=last).contains(&c))
}

/// What a reading of a word begins with: a parenthesis, or the mark of Aozora Bunko.
const OPENING: [(char, char); 3] = [('(', '('), ('《', '《'), ('（', '（')];

/// What it ends with.
const CLOSING: [(char, char); 3] = [(')', ')'), ('》', '》'), ('）', '）')];

/// The letters of a reading.
const KANA: [(char, char); 1] = [('\u{3041}', '\u{30FF}')];

/// The most letters of a reading.
const READING: u32 = 16;

/// Returns the characters with which may begin what stands between two neighbours, letters with their accents, but
/// for [`hyphens`]; white space among them where it is `spaced`.
pub(super) fn openings(spaced: bool) -> ClassUnicode {
    let mut openings = members([INVISIBLE.as_slice(), &fold::ACCENTS].iter());
    if spaced {
        openings.union(&white());
    }
    openings
}

/// Returns the characters with which may begin how the word before is read.
pub(super) fn brackets() -> ClassUnicode {
    members(&[OPENING.as_slice()])
}

/// Returns the hyphens that may stand between two neighbours, followed by what is not seen or [`white`].
pub(super) fn hyphens() -> ClassUnicode {
    members(&[HYPHEN.as_slice()])
}

/// Returns the characters that are not seen or white space.
pub(super) fn white() -> ClassUnicode {
    let end: &[(char, char)] = &[('\u{2029}', '\u{2029}')];
    members([INVISIBLE.as_slice(), &BLANK, &WIDE_BLANK, &FEED, end].iter())
}

/// Returns what may stand between two neighbours: what is not seen; where a line may be cut without
/// a space also that cut, with the indent after it. At most one line end: two are the end of a paragraph.
pub(super) fn between(before: CharKind, after: CharKind) -> Hir {
    match (before, after) {
        (CharKind::Cjk, _) | (_, CharKind::Cjk) => optional_space(),
        (CharKind::Hangul, CharKind::Hangul) | (CharKind::Other, _) => {
            Hir::alternation(vec![unseen(), cut()])
        }
        (CharKind::Letter, CharKind::Letter) => {
            let hyphenated = Hir::concat(vec![class(&[&HYPHEN]), cut()]);
            Hir::alternation(vec![unseen(), hyphenated])
        }
        _ => unseen(),
    }
}

/// Returns how the word before is read, in kana between brackets, or nothing; and what may stand between neighbours.
pub(super) fn reading() -> Hir {
    let kana = repeated(class(&[&KANA]), 1, Some(READING));
    let reading = Hir::concat(vec![class(&[&OPENING]), kana, class(&[&CLOSING])]);
    Hir::concat(vec![maybe(reading), optional_space()])
}

/// Returns any run of white space, with at most one line end.
pub(super) fn space() -> Hir {
    let within_line = Hir::concat(vec![class(&[&BLANK, &WIDE_BLANK]), optional_space()]);
    Hir::concat(vec![unseen(), Hir::alternation(vec![within_line, cut()])])
}

/// Returns any run of white space or nothing, with at most one line end.
pub(super) fn optional_space() -> Hir {
    Hir::concat(vec![blanks(), maybe(Hir::concat(vec![class(&[&FEED]), blanks()]))])
}

/// Returns white space with at least one line end.
pub(super) fn paragraph_end() -> Hir {
    Hir::concat(vec![
        blanks(),
        class(&[&FEED]),
        any(class(&[&INVISIBLE, &BLANK, &WIDE_BLANK, &FEED])),
    ])
}

/// Returns a line end with the white space around it.
fn cut() -> Hir {
    Hir::concat(vec![blanks(), class(&[&FEED]), blanks()])
}

fn unseen() -> Hir {
    any(class(&[&INVISIBLE]))
}

fn blanks() -> Hir {
    any(class(&[&INVISIBLE, &BLANK, &WIDE_BLANK]))
}

fn class(ranges: &[&[(char, char)]]) -> Hir {
    Hir::class(Class::Unicode(members(ranges)))
}

fn members<'a>(ranges: impl IntoIterator<Item = &'a &'a [(char, char)]>) -> ClassUnicode {
    let ranges = ranges.into_iter().copied().flatten();
    ClassUnicode::new(ranges.map(|&(first, last)| ClassUnicodeRange::new(first, last)))
}

/// Returns any number of `sub`, as many as there are.
pub(super) fn any(sub: Hir) -> Hir {
    repeated(sub, 0, None)
}

/// Returns `sub` or nothing.
pub(super) fn maybe(sub: Hir) -> Hir {
    repeated(sub, 0, Some(1))
}

/// Returns `min` to `max` of `sub`, as many as there are.
pub(super) fn repeated(sub: Hir, min: u32, max: Option<u32>) -> Hir {
    Hir::repetition(Repetition { min, max, greedy: true, sub: Box::new(sub) })
}
