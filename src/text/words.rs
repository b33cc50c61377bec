//! Words, where a text has them.

use unicode_segmentation::UnicodeSegmentation;

/// Returns the pieces of `text` between its word boundaries (UAX #29), words and what stands between them,
/// each with the byte where it starts.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_word_bound_indices()
}
