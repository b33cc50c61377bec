//! The written form of a [`Locator`], for `#[serde(with = "locators")]`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::document::{Anchor, Locator, Quote};

/// A locator as it is written.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct WrittenLocator {
    part: usize,
    /// The line within the part, counted from 0.
    line: u32,
    /// The bytes before the place in its block, and those of the block.
    into: usize,
    of: usize,
    /// The bytes of the source before the place, and all of them.
    offset: u64,
    size: u64,
    before: String,
    words: String,
    after: String,
}

pub(super) fn serialize<S: Serializer>(
    locator: &Locator,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let Locator { anchor, into, length, offset, size, quote } = locator.clone();
    let Quote { before, words, after } = quote;
    let (part, line, of) = (anchor.part, anchor.line, length);
    WrittenLocator { part, line, into, of, offset, size, before, words, after }
        .serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Locator, D::Error> {
    let WrittenLocator { part, line, into, of, offset, size, before, words, after } =
        WrittenLocator::deserialize(from)?;
    Ok(Locator {
        anchor: Anchor { part, line },
        into,
        length: of,
        offset,
        size,
        quote: Quote { before, words, after },
    })
}
