//! The language in which the program speaks.

use crate::words::{Language, Words};

/// Returns the words in which the program speaks.
pub(super) fn words() -> &'static Words {
    Words::of(Language::default())
}
