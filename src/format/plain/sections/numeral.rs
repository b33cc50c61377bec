//! The numbers that headings are counted with: 12, １２, ١٢, १२, 十二, 一二, 廿三, XII, ⅩⅡ, ⑫, Twelve, THE TWELFTH.

mod words;

pub(super) use words::{pattern as word_pattern, word};

/// How a number is written. Headings of one kind keep to one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Numerals {
    /// 12, １２, ١٢: decimal digits of any script.
    Arabic,
    /// 十二, 一二, 廿三, 拾贰.
    Han,
    /// XII or Ⅻ.
    Roman,
    /// ⑫.
    Circled,
    /// Twelve, twelfth.
    Word,
    /// 가, 나, 다: the syllables of Hangul in their order.
    Syllable,
}

/// A number at the start of a text, and the text after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Numeral<'a> {
    pub(super) value: u32,
    pub(super) written: Numerals,
    pub(super) rest: &'a str,
}

/// The largest number of digits that counts headings.
const DIGITS: usize = 6;

/// Returns the number that `text` starts with, in figures of any kind.
pub(super) fn numeral(text: &str) -> Option<Numeral<'_>> {
    arabic(text).or_else(|| han(text)).or_else(|| roman(text)).or_else(|| circled(text))
}

/// Returns the number that `text` starts with in decimal digits of any script.
pub(super) fn arabic(text: &str) -> Option<Numeral<'_>> {
    let (digits, rest) = split(text, |c| digit(c).is_some());
    let written = Numerals::Arabic;
    (1..=DIGITS).contains(&digits.chars().count()).then(|| Numeral {
        value: digits.chars().filter_map(digit).fold(0, |sum, digit| sum * 10 + digit),
        written,
        rest,
    })
}

/// Returns the number that `text` starts with in Han numerals, with units (十二) or digit by digit (一二).
pub(super) fn han(text: &str) -> Option<Numeral<'_>> {
    let (numerals, rest) = split(text, |c| han_digit(c).is_some() || han_unit(c).is_some());
    if numerals.is_empty() || numerals.chars().count() > 9 {
        return None;
    }
    let written = Numerals::Han;
    if !numerals.chars().any(|c| han_unit(c).is_some()) {
        let value =
            numerals.chars().take(DIGITS).filter_map(han_digit).fold(0, |sum, d| sum * 10 + d);
        return Some(Numeral { value, written, rest });
    }
    let (mut value, mut digit) = (0_u32, None);
    for c in numerals.chars() {
        match (han_digit(c), han_unit(c)) {
            (Some(found), _) => digit = Some(found),
            (None, Some((times, unit))) => {
                value = value.saturating_add(digit.take().unwrap_or(times) * unit);
            }
            (None, None) => {}
        }
    }
    Some(Numeral { value: value.saturating_add(digit.unwrap_or(0)), written, rest })
}

/// Returns the number that `text` starts with in Roman numerals, which no letter follows.
pub(super) fn roman(text: &str) -> Option<Numeral<'_>> {
    let written = Numerals::Roman;
    let mut chars = text.chars();
    if let Some(c @ 'Ⅰ'..='Ⅻ') = chars.next() {
        let value = u32::from(c) - u32::from('Ⅰ') + 1;
        return Some(Numeral { value, written, rest: chars.as_str() });
    }
    let (letters, rest) = split(text, |c| roman_letter(c).is_some());
    if letters.is_empty() || letters.len() > 9 || rest.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let mut value = 0;
    let mut after = 0;
    for letter in letters.chars().rev().filter_map(roman_letter) {
        value = if letter < after { value - letter.min(value) } else { value + letter };
        after = letter;
    }
    Some(Numeral { value, written, rest })
}

/// Returns the number that `text` starts with in a circle or in brackets of one character (① ⑴ ㈠ ㊀).
fn circled(text: &str) -> Option<Numeral<'_>> {
    let mut chars = text.chars();
    let c = chars.next()?;
    let first = ['①', '⑴', '⒈', '㈠', '㊀', '➀', '❶'].into_iter().find(|first| {
        let count = if matches!(first, '㈠' | '㊀' | '➀' | '❶') { 10 } else { 20 };
        (u32::from(*first)..u32::from(*first) + count).contains(&u32::from(c))
    })?;
    let value = u32::from(c) - u32::from(first) + 1;
    Some(Numeral { value, written: Numerals::Circled, rest: chars.as_str() })
}

/// Returns the number that `text` starts with as a syllable of Hangul: 가, 나, 다.
pub(super) fn syllable(text: &str) -> Option<Numeral<'_>> {
    const ORDER: &str = "가나다라마바사아자차카타파하";
    let mut chars = text.chars();
    let c = chars.next()?;
    let value = ORDER.chars().zip(1..).find(|&(syllable, _)| syllable == c)?.1;
    Some(Numeral { value, written: Numerals::Syllable, rest: chars.as_str() })
}

/// Returns the start of `text` whose characters `belong`, and the rest.
pub(super) fn split(text: &str, belong: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text.find(|c| !belong(c)).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// Returns the letters of `word`, small and without the accents that capitals are often written without: ΠΡΩΤΟ is
/// πρώτο, and CAPITULO is capítulo.
pub(super) fn plain_letters(word: &str) -> impl Iterator<Item = char> {
    // A small İ is two characters.
    word.chars().flat_map(char::to_lowercase).filter(|&c| c != '\u{307}').map(plain)
}

/// Returns the small letter `c` without its accent.
pub(super) fn plain(c: char) -> char {
    match c {
        _ if c.is_ascii() => c,
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ś' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ț' | 'ť' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ς' => 'σ',
        'ύ' => 'υ',
        'ώ' => 'ω',
        'ё' => 'е',
        'أ' | 'إ' | 'آ' => 'ا',
        _ => c,
    }
}

/// Returns how many characters `word`, of [`plain_letters`], has after `beginning`; none where it does not begin so.
pub(super) fn letters_after(word: &str, beginning: &str) -> Option<usize> {
    let mut letters = word.chars();
    let begins = beginning.chars().map(plain).all(|letter| letters.next() == Some(letter));
    begins.then(|| letters.count())
}

/// The digits 0 of the scripts that count with ten digits in a row.
const ZEROS: [char; 18] =
    ['０', '٠', '۰', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០', '᠐'];

/// Returns the value of a decimal digit.
pub(super) fn digit(c: char) -> Option<u32> {
    let ascii = u32::from(c).wrapping_sub(u32::from('0'));
    if ascii < 10 || c.is_ascii() || ('\u{3000}'..='\u{D7A3}').contains(&c) {
        return (ascii < 10).then_some(ascii);
    }
    ZEROS.iter().map(|&zero| u32::from(c).wrapping_sub(u32::from(zero))).find(|&value| value < 10)
}

/// Tells whether `c` is a letter, or a mark that belongs to the letter before it.
pub(super) fn letter(c: char) -> bool {
    let mark = matches!(
        c,
        '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{900}'..='\u{963}' | '\u{E31}'..='\u{E4E}'
    );
    c.is_alphabetic() || mark
}

fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' | '壹' | '壱' => 1,
        '二' | '贰' | '貳' | '弐' | '两' | '兩' => 2,
        '三' | '叁' | '參' | '参' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Returns how many times which unit `c` counts on its own.
fn han_unit(c: char) -> Option<(u32, u32)> {
    Some(match c {
        '十' | '拾' => (1, 10),
        '百' | '佰' => (1, 100),
        '千' | '仟' => (1, 1000),
        '廿' => (2, 10),
        '卅' => (3, 10),
        '卌' => (4, 10),
        _ => return None,
    })
}

fn roman_letter(c: char) -> Option<u32> {
    Some(match c {
        'I' => 1,
        'V' => 5,
        'X' => 10,
        'L' => 50,
        'C' => 100,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<(u32, &str)> {
        numeral(text).map(|found| (found.value, found.rest))
    }

    #[test]
    fn figures_of_every_kind_have_one_value() {
        for text in [
            "12章",
            "１２章",
            "١٢章",
            "१२章",
            "๑๒章",
            "十二章",
            "一二章",
            "XII章",
            "Ⅻ章",
            "⑫章",
            "拾贰章",
        ] {
            let expected = if text.starts_with("XII") { None } else { Some((12, "章")) };
            assert_eq!(value(text), expected, "{text}");
        }
        assert_eq!(value("XII. x"), Some((12, ". x")));
    }

    #[test]
    fn han_numerals_count_with_units_or_digit_by_digit() {
        for (text, number) in [
            ("十", 10),
            ("廿三", 23),
            ("卅", 30),
            ("一百零八", 108),
            ("一〇八", 108),
            ("两千", 2000),
        ] {
            assert_eq!(value(text), Some((number, "")), "{text}");
        }
    }

    #[test]
    fn a_long_number_counts_nothing() {
        assert_eq!(numeral("20240131"), None);
    }
}
