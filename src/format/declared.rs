//! The encoding of marked-up text, which says itself what it is in.

use crate::decode::{Basis, Choice, Encoding, Family, Hint, Verdict, detect};

/// Bytes are in the encoding that is declared where less than one in so many of those that tell are invalid in it.
const WRONG: u64 = 20;

/// Returns the encoding of `bytes`, marked-up text that says that it is in `declared`: what a reader chose, that of its
/// mark, UTF-8 where it is valid whatever it says, what it says where that fits, else what its bytes tell.
pub(super) fn verdict(bytes: &[u8], declared: Option<Encoding>, choice: Choice) -> Verdict {
    choice.verdict(|hint| told(bytes, declared, hint))
}

/// Returns the same where no reader says otherwise.
fn told(bytes: &[u8], declared: Option<Encoding>, hint: Hint) -> Verdict {
    if let Some(encoding) = Encoding::marked(bytes).map(|(encoding, _)| encoding).or(wide(bytes)) {
        return Verdict { encoding, basis: Basis::Mark };
    }
    // What is in seven bits is valid UTF-8, too.
    let seven_bit = declared.is_some_and(|it| it.family() == Family::Escapes) && bytes.is_ascii();
    if !seven_bit && std::str::from_utf8(bytes).is_ok() {
        return Verdict { encoding: Encoding::UTF_8, basis: Basis::Valid };
    }
    match declared.filter(|declared| fits(*declared, bytes)) {
        Some(encoding) => Verdict { encoding, basis: Basis::Mark },
        None => detect(bytes, hint),
    }
}

/// Returns the order of bytes of UTF-16 without a mark, which begins with `<`.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [b'<', 0, ..] => Some(Encoding::UTF_16LE),
        [0, b'<', ..] => Some(Encoding::UTF_16BE),
        _ => None,
    }
}

/// Returns whether `bytes`, of which each character of ASCII is one, may be in `encoding`.
fn fits(encoding: Encoding, bytes: &[u8]) -> bool {
    let telling = bytes.iter().filter(|byte| !byte.is_ascii()).count() as u64;
    let is_wide = matches!(encoding.family(), Family::Utf16 { .. });
    !is_wide && encoding.decode(bytes).replaced * WRONG <= telling
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_text_says_of_its_encoding_counts_where_it_fits() {
        let cyrillic = Encoding::named("windows-1251").unwrap();
        let big = Encoding::named("gbk").unwrap();
        let gbk = big.encode("灯塔下的人在夜里等着船，风吹过海面，没有人说话。");
        let russian = cyrillic.encode("Ночь была тиха, и маяк не горел для тех, кто ждал.");
        let told = |bytes: &[u8], declared: Encoding| {
            let verdict = verdict(bytes, Some(declared), Choice::default());
            (verdict.encoding.name(), verdict.basis)
        };
        assert_eq!(told(&russian, cyrillic), ("windows-1251", Basis::Mark));
        assert_eq!(told(&russian, Encoding::UTF_8), ("windows-1251", Basis::Guessed));
        assert_eq!(told(&russian, Encoding::UTF_16LE), ("windows-1251", Basis::Guessed));
        assert_eq!(told(&gbk, Encoding::UTF_8), ("GBK", Basis::Guessed));
        let damaged = [&gbk, &b"\xff\xff"[..], &gbk].concat();
        assert_eq!(told(&damaged, big), ("GBK", Basis::Mark));
        let seven = Encoding::named("iso-2022-jp").unwrap();
        assert_eq!(told(&seven.encode("夜の灯台"), seven), ("ISO-2022-JP", Basis::Mark));
    }

    #[test]
    fn a_reader_a_mark_and_valid_utf_8_come_before_what_a_text_says() {
        let told = |bytes: &[u8], choice| verdict(bytes, Encoding::named("gbk"), choice);
        let detect = Choice::default();
        let valid = told("灯塔".as_bytes(), detect);
        assert_eq!((valid.encoding, valid.basis), (Encoding::UTF_8, Basis::Valid));
        assert_eq!(told(b"\xfe\xff\x70\x6f", detect).encoding, Encoding::UTF_16BE);
        assert_eq!(told(b"<\0a\0>\0", detect).encoding, Encoding::UTF_16LE);
        let chosen = told("灯塔".as_bytes(), Choice::Use(Encoding::UTF_16LE));
        assert_eq!((chosen.encoding, chosen.basis), (Encoding::UTF_16LE, Basis::Chosen));
    }
}
