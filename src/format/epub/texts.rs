//! The texts of a book's parts, kept once they were read, so that a search need not parse the book again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::budget::BOOK_TEXT_BYTES;

/// The texts of parts that were read, as far as there is room for them.
#[derive(Default)]
pub(super) struct KeptTexts(Mutex<TextStore>);

#[derive(Default)]
struct TextStore {
    texts: HashMap<usize, Arc<str>>,
    bytes: usize,
}

impl KeptTexts {
    /// Returns the text of part `index`, if it is kept.
    pub(super) fn get(&self, index: usize) -> Option<Arc<str>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.texts.get(&index).map(Arc::clone)
    }

    /// Keeps `text`, that of part `index`. Where there is no room for it nothing goes: a search comes by all parts in turn,
    /// so the oldest would go right before it is wanted.
    pub(super) fn keep(&self, index: usize, text: &str) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes = kept.bytes + text.len();
        if bytes <= BOOK_TEXT_BYTES && !kept.texts.contains_key(&index) {
            kept.texts.insert(index, text.into());
            kept.bytes = bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_bytes_are_kept_and_no_more() {
        let texts = KeptTexts::default();
        let half = "x".repeat(BOOK_TEXT_BYTES / 2);
        texts.keep(0, &half);
        texts.keep(1, &half);
        texts.keep(2, "x");
        texts.keep(3, "");
        let kept = [0, 1, 2, 3].map(|index| texts.get(index).is_some());
        assert_eq!(kept, [true, true, false, true]);
    }

    #[test]
    fn a_text_that_is_kept_takes_room_once() {
        let texts = KeptTexts::default();
        let most = "x".repeat(BOOK_TEXT_BYTES - 1);
        texts.keep(0, &most);
        texts.keep(0, &most);
        texts.keep(1, "x");
        assert!(texts.get(0).is_some() && texts.get(1).is_some());
    }
}
