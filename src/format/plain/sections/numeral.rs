//! The numbers that headings are counted with: 12, １２, 十二, 一二, 廿三, XII, ⅩⅡ, ⑫, Twelve, THE TWELFTH.

/// How a number is written. Headings of one kind keep to one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Numerals {
    /// 12 or １２.
    Arabic,
    /// 十二, 一二, 廿三, 拾贰.
    Han,
    /// XII or Ⅻ.
    Roman,
    /// ⑫.
    Circled,
    /// Twelve, twelfth.
    Word,
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

/// Returns the number that `text` starts with in ASCII or full-width digits.
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

/// Returns the number that `text` starts with in an English word, after "the" if it is there.
pub(super) fn word(text: &str) -> Option<Numeral<'_>> {
    const WORDS: [(&str, &str); 20] = [
        ("one", "first"),
        ("two", "second"),
        ("three", "third"),
        ("four", "fourth"),
        ("five", "fifth"),
        ("six", "sixth"),
        ("seven", "seventh"),
        ("eight", "eighth"),
        ("nine", "ninth"),
        ("ten", "tenth"),
        ("eleven", "eleventh"),
        ("twelve", "twelfth"),
        ("thirteen", "thirteenth"),
        ("fourteen", "fourteenth"),
        ("fifteen", "fifteenth"),
        ("sixteen", "sixteenth"),
        ("seventeen", "seventeenth"),
        ("eighteen", "eighteenth"),
        ("nineteen", "nineteenth"),
        ("twenty", "twentieth"),
    ];
    let text = match split(text, |c| c.is_ascii_alphabetic()) {
        (the, rest) if the.eq_ignore_ascii_case("the") => rest.trim_start(),
        _ => text,
    };
    let (word, rest) = split(text, |c| c.is_ascii_alphabetic());
    let at = WORDS.iter().position(|(cardinal, ordinal)| {
        word.eq_ignore_ascii_case(cardinal) || word.eq_ignore_ascii_case(ordinal)
    })?;
    Some(Numeral { value: at as u32 + 1, written: Numerals::Word, rest })
}

/// Returns the start of `text` whose characters `belong`, and the rest.
pub(super) fn split(text: &str, belong: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text.find(|c| !belong(c)).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => None,
    }
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
        for text in ["12章", "１２章", "十二章", "一二章", "XII章", "Ⅻ章", "⑫章", "拾贰章"]
        {
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
    fn words_count_with_and_without_the() {
        assert_eq!(word("THE THIRD, 1724").map(|n| (n.value, n.rest)), Some((3, ", 1724")));
        assert_eq!(word("Twenty").map(|n| n.value), Some(20));
        assert_eq!(word("Theory"), None);
    }

    #[test]
    fn a_long_number_counts_nothing() {
        assert_eq!(numeral("20240131"), None);
    }
}
