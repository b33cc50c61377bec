//! UTF-8 that a program took for windows-1252 and wrote as UTF-8 once more: `é` for é, `æ¸¡` for 渡.

use std::borrow::Cow;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use super::Decoded;

/// So many characters of a sample are several bytes each before it is sure.
const SURE: usize = 4;

/// One in so many characters at the most lost a byte: windows-1252 has not all.
const LOST: usize = 8;

/// What is cut off of a character takes fewer bytes.
const CUT: usize = 4;

/// The characters of the bytes 0x80 to 0x9F in windows-1252; ISO 8859-1 has controls there.
static OWN: LazyLock<Vec<char>> = LazyLock::new(|| {
    let bytes: Vec<u8> = OWN_BYTES.collect();
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.chars().collect()
});

const OWN_BYTES: RangeInclusive<u8> = 0x80..=0x9F;

/// Returns the byte of `c` in windows-1252, or in ISO 8859-1, as which it is read as well.
fn byte_of(c: char) -> Option<u8> {
    let own = || OWN_BYTES.zip(OWN.iter()).find(|(_, own)| **own == c).map(|(byte, _)| byte);
    u8::try_from(c).ok().or_else(own)
}

/// Returns the text that `bytes` were before; what was not written twice stays as it is, and a character that lost one of
/// its bytes is invalid.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'static> {
    let Decoded { text, replaced } = super::Encoding::UTF_8.decode(bytes);
    let mut mended = Decoded { text: Cow::Owned(String::with_capacity(text.len())), replaced };
    let mut rest = text.chars();
    while !rest.as_str().is_empty() {
        let written = rest.as_str();
        let run: Vec<u8> = written.chars().map_while(byte_of).collect();
        mend(&run, written, &mut mended);
        rest = written.chars();
        mended.text.to_mut().extend(rest.by_ref().nth(run.len()));
    }
    mended
}

/// Adds to `mended` the text of `run`, the bytes of the first characters of `written`.
fn mend(run: &[u8], written: &str, mended: &mut Decoded) {
    let mut characters = written.chars();
    let text = mended.text.to_mut();
    for chunk in run.utf8_chunks() {
        text.push_str(chunk.valid());
        let bad = chunk.invalid().len();
        let stay = characters.by_ref().skip(chunk.valid().len()).take(bad);
        if bad > 1 {
            stay.for_each(drop);
            text.push(char::REPLACEMENT_CHARACTER);
            mended.replaced += 1;
        } else {
            text.extend(stay);
        }
    }
}

/// Tells whether `sample` is sure to be written twice: nearly all that is not ASCII was several bytes of UTF-8. Its end may
/// be cut off.
pub(super) fn is_sure(sample: &[u8]) -> bool {
    let valid = sample.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let once: Option<Vec<u8>> = valid.chars().map(byte_of).collect();
    let (mut several, mut bad) = (0, 0);
    for chunk in once.unwrap_or_default().utf8_chunks() {
        several += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    let is_cut = sample.len() - valid.len() < CUT;
    is_cut && several >= SURE && bad * LOST <= several
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns `text` written twice, as a program writes it that takes it for windows-1252.
    fn twice(text: &str) -> String {
        encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    #[test]
    fn what_was_written_twice_is_read_once() {
        for text in ["第一章　夜雨", "Où est passée la vérité ?", "Ночь — «тиха»"]
        {
            assert_eq!(decode(twice(text).as_bytes()).text, text);
            assert!(is_sure(twice(text).as_bytes()), "{text}");
        }
        let whole = twice(&"渡口的灯".repeat(3));
        assert!((0..4).all(|cut| is_sure(whole.as_bytes().get(..whole.len() - cut).unwrap())));
        let lost = twice("老葛的渡口在山的那一边").replace('\u{81}', "");
        let read = decode(lost.as_bytes());
        assert_eq!((&*read.text, read.replaced), ("\u{FFFD}葛的渡口在山的那一边", 1));
        assert!(is_sure(lost.as_bytes()));
    }

    #[test]
    fn what_was_written_once_stays() {
        let mixed = format!("é {} 渡 “à”", twice("渡口"));
        assert_eq!(decode(mixed.as_bytes()).text, "é 渡口 渡 “à”");
        let plain = ["", "plain", "Où est passée la vérité ?", "渡口的灯", "Ã", "“quoted” — so…"];
        for text in plain {
            assert_eq!(decode(text.as_bytes()).text, text);
            assert!(!is_sure(text.as_bytes()), "{text}");
        }
        assert!(!is_sure([&twice("渡口的灯"), "é, à, ç"].concat().as_bytes()));
    }
}
