//! The word that `*` looks for.

use std::ops::Range;

use crate::document::Part;
use crate::search::{Bounds, Folding, Query, Syntax};
use crate::text::{is_east_asian_letter, words};

/// How many ideographs or kana are taken for a word where nothing tells how long it is.
const IDEOGRAPHS: usize = 2;

/// Returns `range` of the text of `part`, a match, with the rest of the words that it begins and ends in
/// (UAX #29, so ideographs stay what they are).
pub(super) fn around(part: &Part, range: &Range<usize>) -> Range<usize> {
    let start = part.block_at(range.start).map_or(0, |block| part.start_of(block));
    let last = range.end.saturating_sub(1).max(range.start);
    let end = part.block_at(last).map_or(0, |block| part.start_of(block + 1)).max(range.end);
    let end = end.min(part.text().len());
    let range = range.start..range.end.min(end);
    let mut whole = range.clone();
    for (at, word) in words(part.slice(start..end)) {
        let word = start + at..start + at + word.len();
        if word.start < range.end && range.start < word.end {
            whole = whole.start.min(word.start)..whole.end.max(word.end);
        }
    }
    whole
}

/// Returns the bytes of the first word of `text`: of ideographs and kana, of the first few.
pub(super) fn first(text: &str) -> Option<Range<usize>> {
    let mut words = words(text).skip_while(|(_, word)| !word.starts_with(char::is_alphanumeric));
    let (start, word) = words.next()?;
    let is_letter = |word: &str| word.starts_with(is_east_asian_letter);
    if !is_letter(word) {
        return Some(start..start + word.len());
    }
    let more = words.take_while(|(_, word)| is_letter(word)).take(IDEOGRAPHS - 1);
    let end = more.last().map_or(start + word.len(), |(at, word)| at + word.len());
    Some(start..end)
}

/// Returns the query for `word`, folded as `folding` says but for pinyin: of an alphabet as a whole word,
/// whatever its capitals.
pub(super) fn query(word: &str, folding: Folding) -> Query {
    let alphabet = word.starts_with(|c: char| c.is_alphanumeric() && !is_east_asian_letter(c));
    Query {
        text: if alphabet { word.to_lowercase() } else { word.to_owned() },
        bounds: if alphabet { Bounds::WholeWords } else { Bounds::Anywhere },
        ..literal(String::new(), folding)
    }
}

/// Returns the query for `text` wherever it stands, folded as `folding` says but for pinyin.
pub(super) fn literal(text: String, folding: Folding) -> Query {
    let folding = Folding { pinyin: false, ..folding };
    Query { text, syntax: Syntax::Words, bounds: Bounds::Anywhere, folding }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_is_past_marks_and_spaces() {
        let word = |text: &'static str| first(text).map(|range| &text[range]);
        assert_eq!(word("“Can't stop”"), Some("Can't"));
        assert_eq!(word("\u{3000}\u{3000}「看书的人」"), Some("看书"));
        assert_eq!(word("看 书"), Some("看"));
        assert_eq!(word("——。"), None);
    }
}
