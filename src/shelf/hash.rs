//! Hashes that are the same in every version of the program, and what is told by them: a document by its bytes, the
//! files that are kept for it.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::budget::NAME_CHARS;

/// How many bytes at either end of a document tell it from others of the same size.
pub const END_BYTES: usize = 64 << 10;

/// A hash of 64 bits, written as 16 digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(u64);

impl Digest {
    /// Returns the hash FNV-1a of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self(0xcbf2_9ce4_8422_2325).and(bytes)
    }

    /// Returns the hash of what this is of and then `bytes`.
    #[must_use]
    pub fn and(self, bytes: &[u8]) -> Self {
        let step =
            |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        Self(bytes.iter().fold(self.0, step))
    }

    /// Returns the first eight of its bits.
    pub fn first_byte(self) -> u8 {
        (self.0 >> 56) as u8
    }

    fn parsed(text: &str) -> Option<Self> {
        let digits = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        u64::from_str_radix(text, 16).ok().filter(|_| digits).map(Self)
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parsed(&text).ok_or_else(|| de::Error::custom("no hash of 16 digits"))
    }
}

/// What tells a document by its bytes: how many there are, and a hash of the first and the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    size: u64,
    ends: Digest,
}

impl Content {
    /// Returns the content of `size` bytes that begin with `head` and end with `tail`, [`END_BYTES`] of each or all.
    pub fn new(size: u64, head: &[u8], tail: &[u8]) -> Self {
        Self { size, ends: Digest::of(&size.to_le_bytes()).and(head).and(tail) }
    }

    /// Returns the hash of it all.
    pub fn digest(&self) -> Digest {
        self.ends
    }
}

/// The name of the files that are kept for one document.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RecordName(String);

impl RecordName {
    /// Returns the name of a document called `title` that is told by `digest`.
    pub fn new(title: &str, digest: Digest) -> Self {
        let name: String = title.chars().filter(|c| c.is_alphanumeric()).take(NAME_CHARS).collect();
        Self(format!("{name}-{digest}"))
    }

    /// Returns it as a part of a path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the name that `text` is; none where it is none of ours.
    pub fn parsed(text: String) -> Option<Self> {
        let (name, digest) = text.rsplit_once('-')?;
        let plain = name.chars().all(char::is_alphanumeric) && name.chars().count() <= NAME_CHARS;
        (plain && Digest::parsed(digest).is_some()).then_some(Self(text))
    }
}

impl<'de> Deserialize<'de> for RecordName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parsed(String::deserialize(deserializer)?)
            .ok_or_else(|| de::Error::custom("no name of a file of ours"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_its_specification() {
        assert_eq!(Digest::of(b"a").to_string(), "af63dc4c8601ec8c");
        assert_eq!(Digest::of(b"foobar"), Digest::of(b"foo").and(b"bar"));
    }

    #[test]
    fn a_name_has_that_of_the_document_up_to_a_bound() {
        let name =
            |letters: usize| RecordName::new(&"x".repeat(letters), Digest::of(b"")).0.len() - 17;
        assert_eq!((name(NAME_CHARS), name(NAME_CHARS + 1)), (NAME_CHARS, NAME_CHARS));
        assert!(
            RecordName::new("../红楼梦 (一).txt", Digest::of(b""))
                .as_str()
                .starts_with("红楼梦一txt-")
        );
    }

    #[test]
    fn a_name_that_leads_elsewhere_is_none() {
        let key = RecordName::new("红楼梦.txt", Digest::of(b"a"));
        assert_eq!(RecordName::parsed(key.0.clone()), Some(key));
        for odd in ["../a-af63dc4c8601ec8c", "a/b-af63dc4c8601ec8c", "a-af63", "a", "-../af63dc4c8"]
        {
            assert_eq!(RecordName::parsed(odd.to_owned()), None, "{odd}");
        }
    }
}
