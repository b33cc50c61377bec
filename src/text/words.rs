//! Words and sentences, where a text has them.

use unicode_segmentation::UnicodeSegmentation;

/// Returns the bytes of `text` where its sentences begin (UAX #29); not those of white space alone.
pub fn sentences(text: &str) -> impl Iterator<Item = usize> {
    let sentences = text.split_sentence_bound_indices();
    sentences.filter(|(_, words)| !words.trim().is_empty()).map(|(start, _)| start)
}

/// Returns the pieces of `text` between its word boundaries (UAX #29), words and what stands between them,
/// each with the byte where it starts.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_word_bound_indices()
}
