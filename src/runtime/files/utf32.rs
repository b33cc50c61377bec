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

impl<R: Read> Utf32<R> {
    /// Returns what `rest`, which begins with the mark of the byte order, holds; `big`: the highest byte first.
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
    fn what_is_no_scalar_is_replaced() {
        assert_eq!(read(b"\0\0\xD8\0\0\0\0a\0\x11\0\0\0", true), "\u{FFFD}a\u{FFFD}\u{FFFD}");
    }
}
