//! Scores an encoding of East Asia by the share of characters from the frequently used rows of its standard (level 1):
//! what is read in a wrong encoding lies anywhere.

use std::ops::RangeInclusive;

use super::{Encoding, Family};

/// How many characters tell an encoding, if nearly all are usual.
const ENOUGH: usize = 6;

/// How many words of them tell it from an alphabet's, of which a few may have letters in pairs by chance.
const WORDS: usize = 4;

/// How many of a hundred characters are usual in an encoding that is not doubted.
const UNDOUBTED: usize = 75;

/// How many are where the right one was not guessed.
const RIGHT: usize = 95;

/// An encoding of East Asia, the first bytes of its marks, kana and everyday letters, and their lowest second byte.
type FrequentRows = (Encoding, &'static [RangeInclusive<u8>], u8);

const ROWS: [FrequentRows; 5] = [
    (Encoding::GBK, &[0xA1..=0xA1, 0xA3..=0xA5, 0xB0..=0xD7], 0xA1),
    (Encoding::BIG5, &[0xA1..=0xA1, 0xA4..=0xC6], 0x40),
    (Encoding::SHIFT_JIS, &[0x81..=0x83, 0x88..=0x97], 0x40),
    (Encoding::EUC_JP, &[0xA1..=0xA5, 0xB0..=0xCF], 0xA1),
    (Encoding::EUC_KR, &[0xA1..=0xA1, 0xA3..=0xA4, 0xB0..=0xC8], 0xA1),
];

/// Returns `guessed`, the encoding that `lines` are taken to be in; where many of their characters are unusual in it, or
/// a byte each, another of East Asia in which the lines are valid and nearly all are usual.
pub(super) fn reconsider(guessed: Encoding, lines: &[u8]) -> Encoding {
    let of = |rows: &FrequentRows| ByteCounts::new(rows, lines);
    let own = ROWS.iter().find(|(encoding, ..)| *encoding == guessed).map(of);
    let is_undoubted =
        |own: &ByteCounts| own.invalid <= 1 + own.all / 100 && own.share() >= UNDOUBTED;
    let is_alphabet = guessed.family() == Family::Single;
    if !is_alphabet && own.as_ref().is_none_or(is_undoubted) {
        return guessed;
    }
    let words = if is_alphabet { WORDS } else { 1 };
    let right = ROWS.iter().map(|rows| (of(rows), rows.0)).filter(|(reading, _)| {
        let enough = reading.all >= ENOUGH && reading.words >= words;
        enough && reading.invalid == 0 && reading.share() >= RIGHT
    });
    right.max_by_key(|(reading, _)| reading.share()).map_or(guessed, |(_, encoding)| encoding)
}

/// Returns whether `c` is in the rows for everyday use of one of these standards.
pub fn is_everyday(c: char) -> bool {
    let mut utf8 = [0; 4];
    let text: &str = c.encode_utf8(&mut utf8);
    ROWS.iter().any(|(encoding, rows, lowest)| match encoding.encoded(text).as_ref() {
        &[first, second] => rows.iter().any(|row| row.contains(&first)) && second >= *lowest,
        _ => false,
    })
}

/// What bytes are in an encoding.
struct ByteCounts {
    /// How many characters beyond ASCII.
    all: usize,
    /// How many times they follow each other without one of ASCII between.
    words: usize,
    /// How many of them are usual.
    usual: usize,
    invalid: usize,
}

impl ByteCounts {
    fn new((encoding, leads, least): &FrequentRows, bytes: &[u8]) -> Self {
        let (valid, invalid) = encoding.valid_of(bytes);
        let mut reading = Self { all: 0, words: 0, usual: 0, invalid };
        let mut was_ascii = true;
        let mut rest = valid.as_slice();
        while let Some((lead, after)) = rest.split_first() {
            let trail = after.first().copied().unwrap_or_default();
            let length = length(*encoding, *lead, trail);
            rest = rest.get(length..).unwrap_or_default();
            let is_row = length == 2 && leads.iter().any(|leads| leads.contains(lead));
            reading.all += usize::from(!lead.is_ascii());
            reading.words += usize::from(was_ascii && !lead.is_ascii());
            was_ascii = lead.is_ascii();
            reading.usual += usize::from(is_row && trail >= *least);
        }
        reading
    }

    /// Returns how many of a hundred characters are usual.
    fn share(&self) -> usize {
        self.usual * 100 / self.all.max(1)
    }
}

/// Returns how many bytes the character takes in `encoding` that begins with `lead` and `second`.
fn length(encoding: Encoding, lead: u8, second: u8) -> usize {
    let is = |other| encoding == other;
    match lead {
        0..0x80 => 1,
        0x80 | 0xA0..=0xDF if is(Encoding::SHIFT_JIS) => 1,
        0x8F if is(Encoding::EUC_JP) => 3,
        _ if is(Encoding::GBK) && second.is_ascii_digit() => 4,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reconsidered(guessed: Encoding, label: &str, text: &str) -> Encoding {
        let encoding = Encoding::named(label).unwrap();
        reconsider(guessed, &encoding.encode(text))
    }

    #[test]
    fn a_few_usual_characters_in_english_are_no_letters_of_an_alphabet() {
        let greek = Encoding::named("iso-8859-7").unwrap();
        let links = "→ a\n→ b\n→ c\n図 13.4 d\n図 13.5 e\n図 13.6 f\n";
        for (label, encoding) in [("euc-jp", Encoding::EUC_JP), ("sjis", Encoding::SHIFT_JIS)] {
            assert_eq!(reconsidered(greek, label, links), encoding);
        }
        assert_eq!(reconsidered(greek, "euc-jp", "→ a\n→ b\n"), greek, "too few");
    }

    #[test]
    fn what_would_be_unusual_is_something_else() {
        let text = "門旗開處，閃出一輛四輪車，車中端坐一人，綸巾羽扇，身衣鶴氅";
        assert_eq!(reconsidered(Encoding::EUC_KR, "big5", text), Encoding::BIG5);
        let talk = "아아~ 그런 위대한 분과 한때 작업했다는 것이 참으로 영광이로소이다.";
        assert_eq!(reconsidered(Encoding::EUC_KR, "euc-kr", talk), Encoding::EUC_KR);
    }

    #[test]
    fn words_of_an_alphabet_stay() {
        let words = [
            ("windows-1252", "Über müde Füße führt öfter früh Größe, süß"),
            ("koi8-r", "Все счастливые семьи похожи друг на друга"),
            ("koi8-r", "любовь, дорога, молоко"),
            ("iso-8859-5", "Все счастливые семьи похожи друг на друга"),
        ];
        for (label, text) in words {
            let encoding = Encoding::named(label).unwrap();
            assert_eq!(reconsidered(encoding, label, text), encoding, "{label}");
        }
    }
}
