//! Encodings in which every script is ASCII: HZ and UTF-7. Each line begins in ASCII.

use std::borrow::Cow;

use super::Decoded;

/// A sample of more bytes may go on.
const LONG: usize = 4 << 10;

/// Returns the text of `bytes` in HZ (RFC 1843): between `~{` and `~}` two bytes are a character of GB2312; `~~` is `~`.
pub(super) fn hz(bytes: &[u8]) -> Decoded<'static> {
    let (mut gbk, mut rest, mut is_chinese) = (Vec::with_capacity(bytes.len()), bytes, false);
    loop {
        (rest, is_chinese) = match *rest {
            [] => break,
            [b'~', b'{', ref after @ ..] if !is_chinese => (after, true),
            [b'~', b'}', ref after @ ..] if is_chinese => (after, false),
            [b'~', b'~', ref after @ ..] if !is_chinese => {
                gbk.push(b'~');
                (after, false)
            }
            [first @ 0x21..=0x7E, second @ 0x21..=0x7E, ref after @ ..] if is_chinese => {
                gbk.extend([first | 0x80, second | 0x80]);
                (after, true)
            }
            [byte, ref after @ ..] => {
                gbk.push(byte);
                (after, is_chinese && byte != b'\n')
            }
        };
    }
    let Decoded { text, replaced } = super::Encoding::GBK.decode(&gbk);
    Decoded { text: Cow::Owned(text.into_owned()), replaced }
}

/// Returns the text of `bytes` in UTF-7 (RFC 2152): after `+` stands UTF-16 in Base64, up to what is none; `+-` is `+`.
pub(super) fn utf7(bytes: &[u8]) -> Decoded<'static> {
    let (mut text, mut replaced) = (String::with_capacity(bytes.len()), 0);
    let mut rest = bytes;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte != b'+' {
            text.push(if byte.is_ascii() {
                char::from(*byte)
            } else {
                char::REPLACEMENT_CHARACTER
            });
            replaced += u64::from(!byte.is_ascii());
            continue;
        }
        let length = after.iter().take_while(|byte| base64(**byte).is_some()).count();
        let (letters, after) = after.split_at_checked(length).unwrap_or((after, &[]));
        rest = after.strip_prefix(b"-").unwrap_or(after);
        if letters.is_empty() {
            text.push('+');
        }
        for unit in char::decode_utf16(units(letters)) {
            replaced += u64::from(unit.is_err());
            text.push(unit.unwrap_or(char::REPLACEMENT_CHARACTER));
        }
    }
    Decoded { text: Cow::Owned(text), replaced }
}

/// Returns the units of UTF-16 that `letters` of Base64 are; bits that make up no unit are left out.
fn units(letters: &[u8]) -> Vec<u16> {
    let (mut units, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for letter in letters.iter().filter_map(|letter| base64(*letter)) {
        bits = (bits << 6 | letter) & 0x3F_FFFF;
        count += 6;
        if count >= 16 {
            count -= 16;
            units.push((bits >> count & 0xFFFF) as u16);
        }
    }
    units
}

/// Returns the six bits that the letter `byte` stands for (RFC 4648, 4); none where it is no such letter.
pub(crate) fn base64(byte: u8) -> Option<u32> {
    let value = match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

/// Returns the encoding of `sample`, ASCII, if its lines are sure to be in one of these.
pub(super) fn detect(sample: &[u8]) -> Option<super::Encoding> {
    let is_likely = |decoded: &Decoded, least: usize| {
        let foreign: Vec<char> = decoded.text.chars().filter(|c| !c.is_ascii()).collect();
        let is_text = |c: &char| c.is_alphanumeric() || is_mark(*c);
        decoded.replaced == 0 && foreign.len() >= least && foreign.iter().all(is_text)
    };
    // The sample may end within a line.
    let whole = memchr::memrchr(b'\n', sample).filter(|_| sample.len() > LONG);
    let sample = whole.and_then(|end| sample.get(..=end)).unwrap_or(sample);
    let count = |needle: &[u8]| memchr::memmem::find_iter(sample, needle).count();
    let opened = count(b"~{");
    if opened > 0 && opened <= count(b"~}") + 1 && is_likely(&hz(sample), 2) {
        return Some(super::Encoding::HZ);
    }
    let (mut words, mut rest) = (0, sample);
    while let Some(at) = memchr::memchr(b'+', rest) {
        rest = rest.get(at + 1..).unwrap_or_default();
        let length = rest.iter().take_while(|byte| base64(**byte).is_some()).count();
        let (letters, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        if !is_whole(letters) && (length > 0 || after.first() != Some(&b'-')) {
            return None;
        }
        (words, rest) = (words + 1, after);
    }
    (words >= 2 && is_likely(&utf7(sample), 3)).then_some(super::Encoding::UTF_7)
}

/// Whether `letters` of Base64 are units of UTF-16, whose last letter is filled up with zeros.
fn is_whole(letters: &[u8]) -> bool {
    let spare = letters.len() * 6 % 16;
    let last = letters.last().and_then(|last| base64(*last));
    letters.len() >= 3 && last.is_some_and(|last| spare < 6 && last & ((1 << spare) - 1) == 0)
}

/// Whether `c` is a mark of punctuation of texts in these encodings.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{A1}'..='\u{BF}' | '\u{2010}'..='\u{2026}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_in_ascii_is_read() {
        let decoded = hz(b"~{5ZR;UB~} a~~b ~{R9Sj#,\nc");
        assert_eq!(decoded, Decoded { text: "第一章 a~b 夜雨，\nc".into(), replaced: 0 });
        let decoded = utf7(b"1 +- 1, +eyxOAHrg-\n+2D3eAA-!");
        assert_eq!(decoded, Decoded { text: "1 + 1, 第一章\n😀!".into(), replaced: 0 });
    }

    #[test]
    fn what_is_plain_ascii_is_neither() {
        let is = |text: &str| detect(text.as_bytes()).map(super::super::Encoding::name);
        assert_eq!(is("~{5ZR;UB~} ~{R9Sj~}"), Some("HZ"));
        assert_eq!(is("+eyxOAHrg\n+gAGEWw\n"), Some("UTF-7"));
        // What is encoded may hold a `+`, and the sample end in it.
        let text = "+IBxO1k4J/wxO+1zB\n";
        assert_eq!(is(text), None, "one is not enough");
        assert_eq!(is(&[&text.repeat(300), "+IB"].concat()), Some("UTF-7"));
        assert_eq!(is(&["~{5ZR;UB~}\n".repeat(400).as_str(), "~{5ZR"].concat()), Some("HZ"));
        for plain in [
            "",
            "a+b+c = +d",
            "+49 30 1234\n+1 555",
            "~{x",
            "~/a ~{ b }~}",
            "C++ and +more+",
            "+abc\n+def\n+ghi",
        ] {
            assert_eq!(is(plain), None, "{plain}");
        }
    }
}
