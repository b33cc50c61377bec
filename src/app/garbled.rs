//! How much of a text looks as if its bytes were taken for another encoding.

use crate::decode::is_everyday;

/// How many characters tell how a text looks.
const SAMPLE: usize = 4_000;

/// How much more of a text may look garbled, as a share of its characters, before it is the worse reading.
const MARGIN: f64 = 0.02;

/// The share of the characters of a text that looks garbled where it reads badly.
const BAD: f64 = 0.05;

/// Returns whether `text` looks as if its bytes were taken for an encoding that they are not in.
pub(super) fn reads_badly(text: &str) -> bool {
    share(text) > BAD
}

/// Returns whether more of `text` looks garbled than of `other`, the same bytes in another encoding.
pub(super) fn is_worse(text: &str, other: &str) -> bool {
    share(text) > share(other) + MARGIN
}

/// Returns which share of the characters of `text` looks garbled, 0 to 1.
fn share(text: &str) -> f64 {
    let before = std::iter::once(' ').chain(text.chars());
    let pairs = before.zip(text.chars()).take(SAMPLE);
    let (odd, all) = pairs
        .fold((0, 0_u32), |(odd, all), (before, c)| (odd + u32::from(is_odd(before, c)), all + 1));
    f64::from(odd) / f64::from(all.max(1))
}

/// Returns whether `c` after `before` is unusual in every language: what was invalid, what has no meaning, letters of
/// rare use, and neighbours that no writing has.
fn is_odd(before: char, c: char) -> bool {
    match c {
        char::REPLACEMENT_CHARACTER
        // Controls of C1, private use, rare ideographs, Yi, forms of half width.
        | '\u{80}'..='\u{9F}'
        | '\u{E000}'..='\u{F8FF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{A000}'..='\u{A4CF}'
        | '\u{FF61}'..='\u{FFDC}'
        | '\u{F0000}'.. => true,
        // Bytes of one character, each taken for a letter or sign of its own.
        '\u{A1}'..='\u{24F}' => matches!(before, '\u{A1}'..='\u{24F}'),
        // Kana, Bopomofo, ideographs, Hangul, small forms.
        '\u{3040}'..='\u{33FF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{FE50}'..='\u{FE6F}' => !is_everyday(c),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::Encoding;

    fn read(text: &str, written: &str, read: &str) -> String {
        let named = |name| Encoding::named(name).unwrap();
        named(read).decode(&named(written).encode(text)).text.into_owned()
    }

    #[test]
    fn a_text_in_the_wrong_encoding_is_worse_than_in_its_own() {
        let chinese = "他推开了门，外面没有人，只有风。天色将明的时候，雨停了。".repeat(4);
        let french = "Été à la campagne : où êtes-vous allés, chère amie ? ".repeat(4);
        let wrong = [
            (&chinese, "gbk", "big5"),
            (&chinese, "gbk", "windows-1252"),
            (&chinese, "gbk", "shift_jis"),
            (&chinese, "gbk", "utf-8"),
            (&chinese, "utf-8", "windows-1252"),
            (&chinese, "utf-8", "utf-16be"),
            (&french, "utf-8", "windows-1252"),
        ];
        for (text, own, other) in wrong {
            let garbled = read(text, own, other);
            assert!(is_worse(&garbled, text), "{own} as {other}: {garbled}");
            assert!(!is_worse(text, &garbled), "{own} as {other}: {garbled}");
            assert!(reads_badly(&garbled) && !reads_badly(text), "{own} as {other}: {garbled}");
        }
    }

    #[test]
    fn a_text_is_not_worse_than_itself() {
        for text in ["", "ｶﾀｶﾅ だけ", "naïve Þórr", "大韓民國은 민주공화국"]
        {
            assert!(!is_worse(text, text));
        }
    }
}
