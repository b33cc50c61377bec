//! What is cleaned holds nothing that a terminal obeys.
#![no_main]

use kanshu::budget::GLYPH_SCALARS;
use kanshu::text::{WidthModel, clean, is_clean};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|raw: &str| {
    let cleaned = clean(raw);
    assert!(is_clean(cleaned.as_str()));
    assert!(!cleaned.as_str().chars().any(char::is_control));
    for glyph in WidthModel::default().glyphs(&cleaned) {
        assert!(is_clean(glyph.text()));
        assert!(glyph.text().chars().count() <= GLYPH_SCALARS);
    }
});
