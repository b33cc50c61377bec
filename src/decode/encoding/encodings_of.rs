//! The byte sequences that an encoding decodes to a character: bytes without any of them do not hold it.

use super::{Departure, Encoding, Family};

/// Second byte sequences of characters in GB18030: a decoder knows them, an encoder does not use them.
const GB18030_DECODED: [(char, &[u8]); 20] = [
    ('\u{20AC}', b"\x80"),
    ('\u{3000}', b"\xA3\xA0"),
    ('\u{9FB4}', b"\x82\x35\x90\x37"),
    ('\u{9FB5}', b"\x82\x35\x90\x38"),
    ('\u{9FB6}', b"\x82\x35\x90\x39"),
    ('\u{9FB7}', b"\x82\x35\x91\x30"),
    ('\u{9FB8}', b"\x82\x35\x91\x31"),
    ('\u{9FB9}', b"\x82\x35\x91\x32"),
    ('\u{9FBA}', b"\x82\x35\x91\x33"),
    ('\u{9FBB}', b"\x82\x35\x91\x34"),
    ('\u{FE10}', b"\x84\x31\x82\x36"),
    ('\u{FE11}', b"\x84\x31\x82\x37"),
    ('\u{FE12}', b"\x84\x31\x82\x38"),
    ('\u{FE13}', b"\x84\x31\x82\x39"),
    ('\u{FE14}', b"\x84\x31\x83\x30"),
    ('\u{FE15}', b"\x84\x31\x83\x31"),
    ('\u{FE16}', b"\x84\x31\x83\x32"),
    ('\u{FE17}', b"\x84\x31\x83\x33"),
    ('\u{FE18}', b"\x84\x31\x83\x34"),
    ('\u{FE19}', b"\x84\x31\x83\x35"),
];

impl Encoding {
    /// Whether [`encodings_of`](Self::encodings_of) returns all byte sequences of a character.
    pub fn knows_all_encodings(self) -> bool {
        self.is_gb18030() || matches!(self.family(), Family::Utf8 | Family::Single)
    }

    /// Returns the bytes that are `c`, each sequence to write it, in an encoding that [knows
    /// all](Self::knows_all_encodings); nothing in others.
    pub fn encodings_of(self, c: char) -> Vec<Vec<u8>> {
        if !self.knows_all_encodings() {
            return Vec::new();
        }
        if let Departure::CodePage(page) = self.1 {
            return page.table().byte_of(c).map(|byte| vec![byte]).into_iter().collect();
        }
        // What is read as GBK may hold all of GB18030.
        let writer = if self.is_gb18030() { encoding_rs::GB18030 } else { self.0 };
        let mut utf8 = [0; 4];
        let (bytes, _, is_foreign) = writer.encode(c.encode_utf8(&mut utf8));
        let usual = (!is_foreign).then(|| bytes.into_owned());
        let others = GB18030_DECODED.iter().filter(|(other, _)| *other == c && self.is_gb18030());
        usual.into_iter().chain(others.map(|(_, bytes)| bytes.to_vec())).collect()
    }

    /// Whether this is GB18030, or GBK, which is read as that.
    fn is_gb18030(self) -> bool {
        self.1 == Departure::None && (self.0 == encoding_rs::GBK || self.0 == encoding_rs::GB18030)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::{Decoded, OFFERED};

    fn named(name: &str) -> Encoding {
        Encoding::named(name).unwrap()
    }

    /// What each of the sequences of bytes is read as has them among its byte sequences.
    #[track_caller]
    fn check(encoding: Encoding, sequences: impl Iterator<Item = Vec<u8>>) {
        for bytes in sequences {
            let Decoded { text, replaced: 0 } = encoding.decode(&bytes) else { continue };
            let mut rest = bytes.as_slice();
            for c in text.chars() {
                let sequences = encoding.encodings_of(c);
                let sequence =
                    sequences.iter().find_map(|sequence| rest.strip_prefix(sequence.as_slice()));
                rest = sequence.unwrap_or_else(|| panic!("{} {text} {bytes:X?}", encoding.name()));
            }
        }
    }

    #[test]
    fn all_byte_sequences_of_a_character_are_known() {
        let others = (1..=16).map(|number| format!("iso-8859-{number}"));
        let others = others.chain(["macintosh", "x-mac-cyrillic", "koi8-r"].map(str::to_owned));
        let others = others.filter_map(|name| Encoding::named(&name));
        let single = OFFERED.iter().copied().chain(others);
        for encoding in single.filter(|it| it.family() == Family::Single) {
            check(encoding, (0..=255).map(|byte| vec![byte]));
        }
        let pairs = |first| (0x40..=0xFF).map(move |second| vec![first, second]);
        let fours = |first| {
            let digit = |number: u32| 0x30 + (number % 10) as u8;
            let third = |number: u32| 0x81 + (number / 10 % 126) as u8;
            let four =
                move |number| vec![first, digit(number / 1260), third(number), digit(number)];
            (0..10 * 126 * 10).map(four)
        };
        for name in ["gbk", "gb18030"] {
            check(named(name), (0..=255).map(|byte| vec![byte]));
            check(named(name), (0x81..=0xFE).flat_map(pairs));
            check(named(name), (0x81..=0xFE).flat_map(fours));
        }
        check(Encoding::UTF_8, ["a", "é", "看", "𠮷"].into_iter().map(Vec::from));
        for name in ["big5", "shift_jis", "euc-kr", "euc-jp", "iso-2022-jp", "utf-16le"] {
            assert!(
                !named(name).knows_all_encodings() && named(name).encodings_of('a').is_empty(),
                "{name}"
            );
        }
    }
}
