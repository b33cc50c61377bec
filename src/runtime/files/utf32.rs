//! UTF-32, which the Encoding Standard does not know, read as UTF-8.

use std::io::{self, Read};

/// Bytes of UTF-32 after their mark, as UTF-8. What is no scalar becomes U+FFFD, and so does a unit that is cut off.
pub(super) struct Utf32<R> {
    rest: R,
    big: bool,
    /// UTF-8 that was not taken yet, and how much of it was.
    text: Vec<u8>,
    taken: usize,
}

/// How many bytes are read at a time.
const CHUNK: usize = 16 << 10;

/// Returns whether the highest byte stands first in what begins with `head`, if its first two units are characters that
/// a text may begin with.
pub(super) fn order(head: &[u8]) -> Option<bool> {
    let (units, _) = head.as_chunks::<4>();
    let [first, second, ..] = units else { return None };
    let begins = |unit: u32| {
        let is_sign = |c: &char| !c.is_control() || c.is_ascii_whitespace();
        unit < 0x3_0000 && char::from_u32(unit).is_some_and(|c| is_sign(&c))
    };
    let is_in = |order: fn([u8; 4]) -> u32| [*first, *second].into_iter().map(order).all(begins);
    [(false, u32::from_le_bytes as fn([u8; 4]) -> u32), (true, u32::from_be_bytes)]
        .into_iter()
        .find_map(|(big, order)| is_in(order).then_some(big))
}

impl<R: Read> Utf32<R> {
    /// Returns what `rest`, which may begin with the mark of the byte order, holds; `big`: the highest byte first.
    pub(super) fn new(rest: R, big: bool) -> Self {
        Self { rest, big, text: Vec::new(), taken: 0 }
    }

    /// Reads on; leaves nothing to take only at the end.
    fn read_on(&mut self) -> io::Result<()> {
        let mut bytes = Vec::with_capacity(CHUNK);
        self.rest.by_ref().take(CHUNK as u64).read_to_end(&mut bytes)?;
        let (units, cut) = bytes.as_chunks::<4>();
        let order = if self.big { u32::from_be_bytes } else { u32::from_le_bytes };
        let scalar = |unit: &[u8; 4]| char::from_u32(order(*unit));
        let mut text: String =
            units.iter().map(|unit| scalar(unit).unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        if !cut.is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
        }
        self.text = text.into_bytes();
        self.taken = 0;
        Ok(())
    }
}

impl<R: Read> Read for Utf32<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.taken == self.text.len() {
            self.read_on()?;
        }
        let mut left = self.text.get(self.taken..).unwrap_or_default();
        let count = left.read(buffer)?;
        self.taken += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], big: bool) -> String {
        let mut text = String::new();
        Utf32::new(bytes, big).read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn both_orders_are_read() {
        let text = "\u{FEFF}看书 a\u{20000}\n".repeat(10_000);
        let little: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
        let big: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
        assert!(read(&little, false) == text && read(&big, true) == text);
    }

    #[test]
    fn two_characters_tell_the_order() {
        assert_eq!(order(b"\x0B\x77\0\0a\0\0\0"), Some(false));
        assert_eq!(order(b"\0\0\0a\0\x02\0\0"), Some(true));
        for other in
            [&b"a\0b\0c\0d\0"[..], b"abcdefgh", b"\x01\0\0\0\x02\0\0\0", b"a\0\0\0", &[0; 8]]
        {
            assert_eq!(order(other), None, "{other:?}");
        }
    }

    #[test]
    fn what_is_no_scalar_is_replaced() {
        assert_eq!(read(b"\0\0\xD8\0\0\0\0a\0\x11\0\0\0", true), "\u{FFFD}a\u{FFFD}\u{FFFD}");
    }
}
