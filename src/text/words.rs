//! Words and sentences, where a text has them, and what else it is made of.

use std::ops::Range;

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use unicode_segmentation::UnicodeSegmentation;

use super::{clusters_forward, is_boundary};

/// What a text is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextUnit {
    /// A grapheme cluster (UAX #29).
    Cluster,
    /// A word (UAX #29, and by dictionary), or the marks between two.
    Word,
    /// A sentence (UAX #29).
    Sentence,
    /// A block with text.
    Paragraph,
}

/// A direction through a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Toward {
    /// As it is read.
    End,
    /// Against that.
    Start,
}

/// What opens a quotation or a bracket. To UAX #29 it goes with the sentence before it, as what closes one does.
const OPENERS: [char; 10] = ['“', '‘', '「', '『', '（', '《', '〈', '【', '〔', '［'];

/// Returns the bytes of `text` where its sentences begin (UAX #29), with what opens a quotation; not those of white space
/// alone.
pub fn sentences(text: &str) -> impl Iterator<Item = usize> {
    let sentences = text.split_sentence_bound_indices();
    let starts = sentences.filter(|(_, words)| !words.trim().is_empty()).map(|(start, _)| start);
    starts.map(|start| text.get(..start).map_or(start, |head| head.trim_end_matches(OPENERS).len()))
}

/// Returns the pieces of `text` between its word boundaries (UAX #29), words and what stands between them,
/// each with the byte where it starts.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_word_bound_indices()
}

/// Returns the bytes of the words of `text` and of what stands between them (UAX #29), in order. Where writing has no
/// blanks between words, a dictionary tells them. Each begins and ends between two clusters.
fn dictionary_words(text: &str) -> Vec<Range<usize>> {
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let ends = segmenter.segment_str(text).skip(1).filter(|end| is_boundary(text, *end));
    let mut start = 0;
    ends.map(|end| std::mem::replace(&mut start, end)..end).collect()
}

/// Returns the units of `text`; words, sentences and paragraphs without the white space around them.
pub fn units(text: &str, unit: TextUnit) -> Vec<Range<usize>> {
    let whole = match unit {
        TextUnit::Cluster => {
            let range = |(at, cluster): (usize, &str)| at..at + cluster.len();
            return clusters_forward(text).map(range).collect();
        }
        TextUnit::Word => dictionary_words(text),
        TextUnit::Sentence => {
            let starts: Vec<usize> = sentences(text).collect();
            let ends = starts.iter().copied().skip(1).chain([text.len()]);
            starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
        }
        TextUnit::Paragraph => std::iter::once(0..text.len()).collect(),
    };
    let trimmed = |range: Range<usize>| {
        let own = text.get(range.clone()).unwrap_or_default();
        let start = range.start + own.len() - own.trim_start().len();
        Some(start..start + own.trim().len()).filter(|range| !range.is_empty())
    };
    whole.into_iter().filter_map(trimmed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dictionary_tells_words_where_no_blank_does() {
        let words = |text: &'static str| -> Vec<&str> {
            dictionary_words(text).into_iter().map(|word| &text[word]).collect()
        };
        assert_eq!(words("He can't stop."), ["He", " ", "can't", " ", "stop", "."]);
        assert_eq!(words("邮差想起那封信。"), ["邮差", "想起", "那", "封", "信", "。"]);
        assert_eq!(words("ภาษาไทย"), ["ภาษา", "ไทย"]);
        assert_eq!(words(""), [""; 0]);
    }
}
