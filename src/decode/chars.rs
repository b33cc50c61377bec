//! Which bytes each character came from, for the few places where that must be known.

use encoding_rs::DecoderResult;

use super::Encoding;

/// Where a character ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CharEnd {
    /// Just past its bytes in the source.
    pub source: usize,
    /// Just past it in the text.
    pub text: usize,
}

/// Returns the text of `bytes`, which begin with a character, and where each character of it ends; what is
/// invalid is a character too, and a last one that is cut off is left out. Takes each byte by itself: it is
/// for a few hundred of them.
pub fn char_ends(encoding: Encoding, bytes: &[u8]) -> (String, Vec<CharEnd>) {
    let mut decoder = encoding.decoder();
    let mut text = String::with_capacity(3 * bytes.len() + 16);
    let mut ends = Vec::with_capacity(bytes.len());
    for (at, byte) in bytes.iter().enumerate() {
        let mut rest: &[u8] = std::slice::from_ref(byte);
        loop {
            let before = text.len();
            let (result, read) =
                decoder.decode_to_string_without_replacement(rest, &mut text, false);
            rest = rest.get(read..).unwrap_or_default();
            if matches!(result, DecoderResult::Malformed(..)) {
                text.push(char::REPLACEMENT_CHARACTER);
            }
            if text.len() > before {
                // A byte that was given back belongs to the next character.
                ends.push(CharEnd { source: at + usize::from(rest.is_empty()), text: text.len() });
            }
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => text.reserve(16),
                DecoderResult::Malformed(..) => {}
            }
        }
    }
    (text, ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(name: &str, bytes: &[u8]) -> (String, Vec<usize>) {
        let (text, ends) = char_ends(Encoding::named(name).unwrap(), bytes);
        (text, ends.iter().map(|end| end.source).collect())
    }

    #[test]
    fn a_character_ends_where_its_last_byte_does() {
        assert_eq!(sources("gbk", b"a\xBF\xB4\xCA\xE9"), ("a看书".to_owned(), vec![1, 3, 5]));
        assert_eq!(sources("gb18030", b"\x81\x39\xEE\x39b"), ("\u{3400}b".to_owned(), vec![4, 5]));
        assert_eq!(sources("utf-16le", b"a\0\x66\x4E"), ("a书".to_owned(), vec![2, 4]));
        assert_eq!(sources("utf-8", "é书".as_bytes()), ("é书".to_owned(), vec![2, 5]));
    }

    #[test]
    fn what_is_invalid_is_a_character_and_what_is_cut_off_is_none() {
        assert_eq!(sources("utf-8", b"\xE4\xB8a\xE4"), ("\u{FFFD}a".to_owned(), vec![2, 3]));
    }
}
