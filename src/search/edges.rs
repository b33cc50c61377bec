//! The ends of a match: what the expression can't say. A match must not end before a mark that makes its last
//! letter another one, covers the whole of its last cluster, and may have to stand between word boundaries.

use std::ops::Range;

use super::number::NumberForm;
use super::query::Numbers;
use super::{Bounds, CharKind, Query};
use crate::text::{clusters, fold, words};

/// How far around a place a boundary is looked for, in bytes.
const WINDOW: usize = 64;

/// What is asked of the ends of a match.
#[derive(Clone, Debug)]
pub(super) struct MatchEdges {
    accents: bool,
    /// Whether a match must begin and end at a word boundary.
    boundaries: [bool; 2],
    /// The kinds of number with which the query begins and ends, where other ways to write them are found, too.
    numbers: [Option<NumberForm>; 2],
}

/// What becomes of a place where the expression matched.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum EdgeVerdict {
    /// It is a match.
    Match(Range<usize>),
    /// It is none; look on from this byte.
    Next(usize),
}

impl MatchEdges {
    /// Returns what `query` asks, besides the `boundaries` that were taken out of its expression.
    pub(super) fn new(query: &Query, boundaries: [bool; 2]) -> Self {
        let whole = query.bounds == Bounds::WholeWords;
        let text = query.text.trim();
        let folds = query.folding.numbers != Numbers::Different;
        let number = |c: Option<char>| c.and_then(NumberForm::of).filter(|_| folds);
        Self {
            accents: query.folding.accents,
            boundaries: boundaries.map(|boundary| boundary || whole),
            numbers: [text.chars().next(), text.chars().next_back()].map(number),
        }
    }

    /// Judges the range that the expression found in `text`.
    pub(super) fn judge(&self, text: &str, found: Range<usize>) -> EdgeVerdict {
        if found.is_empty() || self.is_torn(text, &found) || self.cuts_number(text, &found) {
            return EdgeVerdict::Next(next_char(text, found.start));
        }
        let range = whole_clusters(text, &found);
        let [start, end] = self.boundaries;
        if start && !is_word_boundary(text, range.start) {
            return EdgeVerdict::Next(next_word_boundary(text, found.start));
        }
        if end && !is_word_boundary(text, range.end) {
            return EdgeVerdict::Next(next_char(text, found.start));
        }
        EdgeVerdict::Match(range)
    }

    /// Whether the range begins or ends within a number that is written in another way than in the query.
    fn cuts_number(&self, text: &str, found: &Range<usize>) -> bool {
        let [first, last] = self.numbers;
        let (Some(before), Some(after)) = (text.get(..found.start), text.get(found.end..)) else {
            return false;
        };
        let matched = text.get(found.clone()).unwrap_or_default();
        let cuts = |asked: Option<NumberForm>, inner: Option<char>, outer: Option<char>| {
            let (inner, outer) = (inner.and_then(NumberForm::of), outer.and_then(NumberForm::of));
            asked.is_some() && inner.is_some() && inner != asked && inner == outer
        };
        cuts(first, matched.chars().next(), before.chars().next_back())
            || cuts(last, matched.chars().next_back(), after.chars().next())
    }

    /// Whether the character after the range makes the last one within it another letter.
    fn is_torn(&self, text: &str, found: &Range<usize>) -> bool {
        let last = text.get(..found.end).and_then(|head| head.chars().next_back());
        let after = text.get(found.end..).and_then(|rest| rest.chars().next());
        let (Some(last), Some(after)) = (last, after) else { return false };
        let unlike_accent = !self.accents && fold::is_accent(after);
        let voiced = fold::is_voicing(after) && CharKind::of(last) == CharKind::Cjk;
        let longer_syllable = fold::is_jamo_after(after) && CharKind::of(last) == CharKind::Hangul;
        unlike_accent || voiced || longer_syllable
    }
}

/// Returns the range with the whole of the clusters that it begins and ends in.
fn whole_clusters(text: &str, found: &Range<usize>) -> Range<usize> {
    let start = cluster_start(text, found.start);
    let rest = text.get(start..).unwrap_or_default();
    let mut ends = clusters(rest).map(|(at, cluster)| start + at + cluster.len());
    start..ends.find(|&end| end >= found.end).unwrap_or(text.len())
}

/// Returns where the cluster begins that holds the character at `byte`.
fn cluster_start(text: &str, byte: usize) -> usize {
    let first = text.get(byte..).and_then(|rest| rest.chars().next());
    let before = text.get(..byte).and_then(|head| head.chars().next_back());
    if first.is_none_or(begins_cluster) && !before.is_some_and(may_be_prepended) {
        return byte;
    }
    let (start, window) = window(text, byte);
    let starts = clusters(window).map(|(at, _)| start + at);
    starts.take_while(|&at| at <= byte).last().unwrap_or(byte)
}

/// Fast path of the UAX #29 test: false for characters that are surely no Prepend.
fn may_be_prepended(c: char) -> bool {
    c >= '\u{600}' && !matches!(CharKind::of(c), CharKind::Cjk | CharKind::Hangul)
}

/// Whether a cluster begins wherever `c` stands (UAX #29): the quick answer for most matches., unless a mark
/// was prepended to it.
fn begins_cluster(c: char) -> bool {
    let kind = CharKind::of(c);
    c < '\u{300}'
        || kind == CharKind::Cjk && !fold::is_voicing(c) && !('\u{302A}'..='\u{302F}').contains(&c)
        || kind == CharKind::Hangul && !fold::is_jamo_after(c)
}

/// Returns the text around `byte`, and where it begins.
fn window(text: &str, byte: usize) -> (usize, &str) {
    let start = text.floor_char_boundary(byte.saturating_sub(WINDOW));
    let end = text.ceil_char_boundary(byte.saturating_add(WINDOW));
    (start, text.get(start..end).unwrap_or_default())
}

/// Returns the byte after the character at `byte`.
fn next_char(text: &str, byte: usize) -> usize {
    let c = text.get(byte..).and_then(|rest| rest.chars().next());
    byte + c.map_or(1, char::len_utf8)
}

/// Returns the first word boundary after `byte`, so that a long word is passed at once.
fn next_word_boundary(text: &str, byte: usize) -> usize {
    let rest = text.get(byte..).unwrap_or_default();
    let mut places = rest.char_indices().skip(1).map(|(at, _)| byte + at);
    places.find(|&place| is_word_boundary(text, place)).unwrap_or(text.len())
}

/// Whether a word may begin or end at `byte` (UAX #29); beside ideographs and kana, always.
fn is_word_boundary(text: &str, byte: usize) -> bool {
    let Some((head, rest)) = text.split_at_checked(byte) else { return true };
    let (Some(before), Some(after)) = (head.chars().next_back(), rest.chars().next()) else {
        return true;
    };
    if [before, after].iter().any(|&c| CharKind::of(c) == CharKind::Cjk) {
        return true;
    }
    match (before, after) {
        (' ' | '\n', c) | (c, ' ' | '\n') if c.is_alphanumeric() => return true,
        _ if is_plain_letter(before) && is_plain_letter(after) => return false,
        _ => {}
    }
    let (start, window) = window(text, byte);
    words(window).any(|(at, _)| start + at == byte)
}

/// Whether `c` is a letter or digit of which any two in a row are one word (WB5, WB8 to WB10): the quick answer
/// for most places.
fn is_plain_letter(c: char) -> bool {
    matches!(c, '\0'..='\u{52F}' | '\u{AC00}'..='\u{D7A3}') && c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_match_covers_the_mark_that_was_prepended_to_it() {
        let query = Query { folding: crate::search::Folding::NONE, ..Query::words("<") };
        let matcher = crate::search::Matcher::new(&query).unwrap();
        assert_eq!(matcher.find_at("\u{11F02}<", 0), Some(0..5));
    }

    #[test]
    fn words_end_where_uax_29_says() {
        let boundaries = |text: &str| {
            (0..=text.len())
                .filter(|&at| text.is_char_boundary(at) && is_word_boundary(text, at))
                .collect()
        };
        let of: [(&str, Vec<usize>); 5] = [
            ("can't go", vec![0, 5, 6, 8]),
            ("3.14,a1", vec![0, 4, 5, 7]),
            ("a宝b", vec![0, 1, 4, 5]),
            ("한국 은", vec![0, 6, 7, 10]),
            ("e\u{301}a", vec![0, 4]),
        ];
        for (text, expected) in of {
            assert_eq!((text, boundaries(text)), (text, expected));
        }
    }
}
