//! Whether bytes without a mark are UTF-16, and in which order. No other test knows it: valid UTF-8 may be
//! full of NULs, and the statistics of the other encodings have no place for it.

use super::Encoding;

/// How many bytes decide.
const ENOUGH: usize = 16 << 10;

/// What the units of two bytes look like in one of the orders.
#[derive(Clone, Copy, Default)]
struct UnitCounts {
    units: usize,
    /// Units that texts are made of.
    plain: usize,
    /// Units that stand in every text: letters of ASCII, spaces, stops. In the other order they are rare.
    common: usize,
    /// Units whose higher byte is the one that is the most frequent of those that no text in another
    /// encoding has: that of an alphabet.
    foreign: usize,
}

/// Returns the UTF-16 that `bytes` are, which begin at a unit.
pub(super) fn detect(bytes: &[u8]) -> Option<Encoding> {
    let sample = bytes.get(..ENOUGH).unwrap_or(bytes);
    let strange = sample.iter().filter(|byte| is_foreign(**byte)).count();
    if sample.len() < 2 || strange * 100 < sample.len() {
        return None;
    }
    let little = UnitCounts::of(sample, u16::from_le_bytes);
    let big = UnitCounts::of(sample, u16::from_be_bytes);
    let (encoding, best, other) = if little.score() >= big.score() {
        (Encoding::UTF_16LE, little, big)
    } else {
        (Encoding::UTF_16BE, big, little)
    };
    let few_bad = best.plain * 10 >= best.units * 9;
    // Text with some NULs between is valid UTF-8; UTF-16 that is such by chance has nothing but alphabets,
    // whose higher byte is the same and foreign.
    let alphabet = best.foreign * 5 >= best.units * 2 && best.foreign >= other.foreign * 3;
    let han = best.score() > other.score() && str::from_utf8(sample).is_err_and(is_inside);
    (few_bad && (alphabet || han)).then_some(encoding)
}

/// Returns whether `error` is not just a last character that is cut off.
fn is_inside(error: std::str::Utf8Error) -> bool {
    error.error_len().is_some()
}

/// Returns whether no text in UTF-8 or in an encoding of a country has `byte`, but for strange reasons. Letters that
/// are struck twice have a backspace between them.
fn is_foreign(byte: u8) -> bool {
    matches!(byte, 0..=7 | 0x0B | 0x0E..=0x1A | 0x1C..=0x1F | 0xFF)
}

impl UnitCounts {
    fn of(bytes: &[u8], order: fn([u8; 2]) -> u16) -> Self {
        let (pairs, _) = bytes.as_chunks::<2>();
        let mut reading = Self { units: pairs.len(), ..Self::default() };
        let mut high_surrogate = false;
        let mut foreign = [0_usize; 256];
        for pair in pairs {
            let unit = order(*pair);
            let low_surrogate = (0xDC00..=0xDFFF).contains(&unit);
            let plain = is_plain(unit) || (low_surrogate && high_surrogate);
            high_surrogate = (0xD800..=0xDBFF).contains(&unit);
            reading.plain += usize::from(plain || high_surrogate);
            reading.common += usize::from(is_common(unit));
            let high = unit.to_be_bytes()[0];
            if let Some(count) = foreign.get_mut(usize::from(high)).filter(|_| is_foreign(high)) {
                *count += 1;
            }
        }
        reading.foreign = foreign.into_iter().max().unwrap_or_default();
        reading
    }

    /// Returns how likely the order is, what tells most first.
    fn score(&self) -> (usize, usize) {
        (self.plain + 3 * self.common, self.foreign)
    }
}

fn is_common(unit: u16) -> bool {
    matches!(unit,
        0x0A | 0x0D | 0x20 | 0x2C | 0x2E
        | 0x61..=0x7A
        | 0x2014 | 0x2018 | 0x2019 | 0x201C | 0x201D | 0x2026
        | 0x3000..=0x3002 | 0x300C | 0x300D
        | 0xFF01 | 0xFF0C | 0xFF1A | 0xFF1B | 0xFF1F
    )
}

/// Returns whether texts are made of units like `unit`.
fn is_plain(unit: u16) -> bool {
    matches!(unit,
        0x09 | 0x0A | 0x0C | 0x0D
        | 0x20..=0x7E
        | 0xA0..=0x17FF
        | 0x1E00..=0x206F
        | 0x20A0..=0x20BF
        | 0x2100..=0x27BF
        | 0x3000..=0x33FF
        | 0x4E00..=0x9FFF
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFEFF
        | 0xFF01..=0xFFEE
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn little(text: &str) -> Vec<u8> {
        Encoding::UTF_16LE.encode(text)
    }

    fn big(text: &str) -> Vec<u8> {
        Encoding::UTF_16BE.encode(text)
    }

    #[test]
    fn both_orders_are_told_in_every_script() {
        let texts = [
            "Call me Ishmael.",
            "看书。读书，写字。\n一天一页。",
            "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。",
            "책을 읽는다. 하루에 한 쪽씩.",
            "Все счастливые семьи похожи друг на друга",
            "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ",
        ];
        for text in texts {
            let repeated = text.repeat(8);
            assert_eq!(detect(&little(&repeated)), Some(Encoding::UTF_16LE), "{text}");
            assert_eq!(detect(&big(&repeated)), Some(Encoding::UTF_16BE), "{text}");
        }
    }

    #[test]
    fn a_last_unit_that_is_cut_off_and_a_few_bad_ones_do_not_matter() {
        let mut bytes = little(&"看书，写字。".repeat(20));
        bytes.splice(40..40, [0x00, 0xD8]);
        bytes.push(0x66);
        assert_eq!(detect(&bytes), Some(Encoding::UTF_16LE));
    }

    #[test]
    fn other_bytes_are_not_utf16() {
        let struck = b"N\x08NA\x08AM\x08ME\x08E".repeat(20);
        let files = b"a.txt\0b.txt\0long name.txt\0";
        let samples: [&[u8]; 7] =
            [b"", b"a", b"plain", &[0; 4096], files, "看书".as_bytes(), &struck];
        for sample in samples {
            assert_eq!(detect(sample), None, "{sample:?}");
        }
        let bytes: Vec<u8> = (0..=255).cycle().take(4096).collect();
        assert_eq!(detect(&bytes), None);
    }
}
