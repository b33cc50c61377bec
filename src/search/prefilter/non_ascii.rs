//! The places in UTF-8 where a character stands for a letter of ASCII, or between two of them, that is not ASCII
//! itself.

use std::sync::{Arc, OnceLock};

use regex_automata::meta::Regex;
use regex_syntax::hir::ClassUnicode;

use super::run::{Follows, Step};
use super::{Encoded, LONGEST, REACH};
use crate::decode::Encoding;
use crate::search::gap;

/// How many bytes are looked at together.
const BLOCK: usize = 32;

/// How many bytes of ASCII are passed at once.
const STRETCH: usize = 8 * BLOCK;

/// How dashes, quotes and ellipses begin, of which texts in Chinese and Japanese are full, and how they end.
const QUOTES: ([u8; 2], &[Ends]) = ([0xE2, 0x80], &[Ends { first: 0x91, count: 0x17 }]);

/// How the full-width forms of marks of ASCII begin, of which they are full too, and how they end: with the digits among
/// them, and those before the digits.
const FORMS: ([u8; 2], &[Ends]) =
    ([0xEF, 0xBC], &[Ends { first: 0x81, count: 0x1F }, Ends { first: 0x81, count: 0xF }]);

/// Bytes one after the other with which characters end that begin alike.
#[derive(Clone, Copy, Debug, Default)]
struct Ends {
    first: u8,
    count: u8,
}

impl Ends {
    fn have(self, byte: u8) -> bool {
        byte.wrapping_sub(self.first) < self.count
    }
}

/// How many characters are told apart by a bit each.
const BITS: usize = 1 << 16;

/// The characters of a run that are not ASCII, and the run.
#[derive(Clone, Debug)]
pub(super) struct NonAscii {
    bits: Bits,
    /// How what begins as [`QUOTES`] ends where it is none of them, and what begins as [`FORMS`].
    passed: [Ends; 2],
    steps: Arc<[Step]>,
    /// The expression of the run, made when there is such a character; none where it grows too large.
    regex: OnceLock<Option<Regex>>,
}

impl NonAscii {
    /// Returns what looks for `steps`; none where they are not all like letters of ASCII.
    pub(super) fn new(steps: &[Step]) -> Option<Self> {
        let mut bits = Bits::default();
        let letters: Vec<ClassUnicode> = steps.iter().map(Step::all).collect();
        // What may follow the last letter is not looked at.
        if steps.iter().rev().skip(1).any(|step| step.follows != Follows::Nothing) {
            return None;
        }
        let [openings, hyphens] = [gap::openings(false), gap::hyphens()];
        let characters = letters
            .iter()
            .chain([&openings, &hyphens])
            .flat_map(ClassUnicode::iter)
            .flat_map(|it| it.start()..=it.end());
        for c in characters.filter(|c| !c.is_ascii()) {
            let mut utf8 = [0; LONGEST];
            c.encode_utf8(&mut utf8);
            let [first, second, ..] = utf8;
            if !may_begin(first, second) {
                return None;
            }
            bits.add(c);
        }
        let passed = [QUOTES, FORMS].map(|([a, b], ends)| {
            let none =
                |ends: &&Ends| !(0..=u8::MAX).any(|c| ends.have(c) && bits.begin(&[a, b, c]));
            ends.iter().find(none).copied().unwrap_or_default()
        });
        Some(Self { bits, passed, steps: steps.into(), regex: OnceLock::new() })
    }

    /// Whether `bytes` may hold the run with such a character in it.
    pub(super) fn may_match(&self, bytes: &[u8]) -> bool {
        let mut at = 0;
        while let Some(first) = self.next(bytes, at) {
            let mut last = first;
            at = first + 1;
            // Where they stand close together all is looked at once.
            while let Some(next) = self.next(bytes.get(..last + REACH).unwrap_or(bytes), at) {
                (last, at) = (next, next + 1);
            }
            let end = bytes.len().min(last + LONGEST + REACH);
            let around = bytes.get(first.saturating_sub(REACH)..end).unwrap_or_default();
            let regex = self
                .regex
                .get_or_init(|| Encoded::new(Encoding::UTF_8, false).regex(&self.steps, None));
            if regex.as_ref().is_none_or(|regex| regex.is_match(around)) {
                return true;
            }
        }
        false
    }

    /// Returns where the first of the characters stands in `bytes` from byte `from` on.
    fn next(&self, bytes: &[u8], from: usize) -> Option<usize> {
        let mut at = from;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            if rest.first().is_some_and(u8::is_ascii)
                && rest.first_chunk::<STRETCH>().is_some_and(|stretch| stretch.is_ascii())
            {
                at += STRETCH;
                continue;
            }
            if !rest.first_chunk().is_some_and(|window| self.begin_nowhere(window)) {
                let begins = |place: &usize| match rest.get(*place..) {
                    Some(here @ [a, b, ..]) => may_begin(*a, *b) && self.bits.begin(here),
                    _ => false,
                };
                if let Some(place) = (0..BLOCK).find(begins) {
                    return Some(at + place);
                }
            }
            at += BLOCK;
        }
        None
    }

    /// Whether none of the characters begins in the first [`BLOCK`] bytes of `window`: told for all of them at once,
    /// and so denied where that is not sure.
    #[expect(clippy::needless_bitwise_bool, reason = "a vector has no lazy operators")]
    fn begin_nowhere(&self, window: &[u8; BLOCK + 2]) -> bool {
        let [quotes, forms] = self.passed;
        let (seconds, thirds) = (window.iter().skip(1), window.iter().skip(2));
        let triples = window.iter().zip(seconds).zip(thirds);
        !triples.fold(false, |any, ((a, b), c)| {
            let is_quote = (*a == QUOTES.0[0]) & (*b == QUOTES.0[1]) & quotes.have(*c);
            let is_form = (*a == FORMS.0[0]) & (*b == FORMS.0[1]) & forms.have(*c);
            any | (may_begin(*a, *b) & !is_quote & !is_form)
        })
    }
}

/// Characters, a bit for each up to U+FFFF.
#[derive(Clone, Debug)]
struct Bits(Box<[u64]>);

impl Default for Bits {
    fn default() -> Self {
        Self(vec![0; BITS / 64].into())
    }
}

impl Bits {
    fn add(&mut self, c: char) {
        if let Some(word) = self.0.get_mut(c as usize / 64) {
            *word |= 1 << (c as usize % 64);
        }
    }

    /// Whether `bytes` begin with one of the characters, if they begin with a character.
    fn begin(&self, bytes: &[u8]) -> bool {
        let place = match *bytes {
            [a @ ..0xE0, b, ..] => usize::from(a & 0x1F) << 6 | usize::from(b & 0x3F),
            [a @ ..0xF0, b, c, ..] => {
                usize::from(a & 0xF) << 12 | usize::from(b & 0x3F) << 6 | usize::from(c & 0x3F)
            }
            // Past U+FFFF there are few, and texts have few.
            _ => return true,
        };
        self.0.get(place / 64).is_none_or(|word| word >> (place % 64) & 1 == 1)
    }
}

/// Whether one of the characters may begin with these bytes: they begin no letter of Han, kana or Hangul and no mark of
/// CJK, and are no later bytes of a character.
#[expect(clippy::needless_bitwise_bool, reason = "a vector has no lazy operators")]
fn may_begin(first: u8, second: u8) -> bool {
    // Signs for units and words, U+3200 to U+33FF, and the last blocks of Latin, before U+AC00.
    let is_sign = (first == 0xE3) & matches!(second, 0x88..=0x8F);
    let is_latin = (first == 0xEA) & (second < 0xB0);
    matches!(first, 0xC2..=0xE2 | 0xEF..) | is_sign | is_latin
}
