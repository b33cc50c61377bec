//! The prefilter of a search: it tests the bytes of a part without decoding them, so that most parts of a document
//! need not be read. Bytes that pass may hold a match; bytes that do not pass hold none.

mod encoded;
mod non_ascii;
mod run;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;

use regex_automata::meta::Regex;
use regex_syntax::hir::{ClassUnicode, ClassUnicodeRange};

use super::{Query, Syntax};
use crate::decode::{Encoding, Family};
use encoded::Encoded;
use non_ascii::NonAscii;
use run::{Step, runs};

/// How many letters of a run are looked for, at the most.
const STEPS: usize = 8;

/// The longest way to write a character, in bytes.
const LONGEST: usize = 4;

/// How many bytes hold all that is looked for in one place.
const REACH: usize = (STEPS + 3) * LONGEST;

/// What a printer wrote between letters that were struck over each other.
const STRUCK: &str = "\u{8}_";

/// What the bytes of a text in one encoding hold where the text holds a match: a run of letters of the query. It is one
/// run, as a match across the end of a part may have another in the next part.
#[derive(Clone, Debug)]
pub struct Prefilter {
    /// The letters in the bytes of the encoding, up to the first place where something may stand between two of them.
    regex: Regex,
    rest: Rest,
}

/// The characters that are not part of the expression.
#[derive(Clone, Debug)]
enum Rest {
    /// There is none.
    None,
    /// Those that are not ASCII.
    NonAscii(NonAscii),
    /// Whatever is not ASCII may stand for anything.
    Any,
}

impl Prefilter {
    /// Returns the prefilter for `query` in texts in `encoding`; `None` where any bytes may hold a match.
    pub fn new(query: &Query, encoding: Encoding) -> Option<Self> {
        if query.syntax == Syntax::Regex || query.folding.pinyin || !encoding.knows_all_encodings()
        {
            return None;
        }
        let mut runs = runs(&query.text, query.folding);
        runs.sort_by_key(|steps| Reverse(rarity(steps)));
        runs.iter().find_map(|steps| Self::of(steps, encoding))
    }

    /// Returns what looks for `steps` in `encoding`; none where there is nothing quick to look for.
    fn of(steps: &[Step], encoding: Encoding) -> Option<Self> {
        let steps = steps.get(..STEPS).unwrap_or(steps);
        let whole = || Encoded::new(encoding, false).search(steps);
        if !has_ascii(steps) {
            return Some(Self { regex: whole()?, rest: Rest::None });
        }
        let is_utf8 = encoding.family() == Family::Utf8;
        if !is_utf8 && let Some(regex) = whole() {
            return Some(Self { regex, rest: Rest::None });
        }
        // Nothing is as quick as the plain letters, and in most texts there is nothing else.
        let regex = Encoded::new(encoding, true).search(steps)?;
        let non_ascii = is_utf8.then(|| NonAscii::new(steps)).flatten();
        let rest = non_ascii.map_or(Rest::Any, Rest::NonAscii);
        Some(Self { regex, rest })
    }

    /// Whether a part with these bytes may hold the run: one of the parts that a match lies in does.
    pub fn may_match(&self, bytes: &[u8]) -> bool {
        // A run that is cut off by the end goes on in what comes after.
        let end = bytes.get(bytes.len().saturating_sub(REACH)..).unwrap_or_default();
        self.holds(bytes) || self.holds(&[end, STRUCK.as_bytes()].concat())
    }

    fn holds(&self, bytes: &[u8]) -> bool {
        let beyond = || match &self.rest {
            Rest::None => false,
            Rest::NonAscii(non_ascii) => non_ascii.may_match(bytes),
            Rest::Any => !bytes.is_ascii(),
        };
        self.regex.is_match(bytes) || beyond()
    }
}

/// Whether letters of ASCII stand for all of `steps`.
fn has_ascii(steps: &[Step]) -> bool {
    steps.iter().all(Step::has_ascii)
}

/// Returns how rare a run is, about: there are more letters in other scripts.
fn rarity(steps: &[Step]) -> usize {
    steps.len() * if has_ascii(steps) { 1 } else { 2 }
}

/// Returns the class of these characters.
fn class(characters: impl IntoIterator<Item = char>) -> ClassUnicode {
    ClassUnicode::new(characters.into_iter().map(|c| ClassUnicodeRange::new(c, c)))
}
