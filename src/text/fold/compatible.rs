//! Characters that Unicode has for their form alone (compatibility decomposition, Unicode Standard, 3.7): `ﬁ`, `㎏`, `²`,
//! the forms of Arabic letters; and the digits of all scripts.

use super::{line_at, lines_with};

/// Each such character and after it what it stands for, a line each.
const COMPATIBLE: &str = include_str!("compatible.txt");

/// The zeros of the scripts; nine digits follow each.
const ZEROS: [char; 21] = [
    '0', '٠', '۰', '߀', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '෦', '๐', '໐', '༠', '၀', '០',
    '᠐', '０',
];

/// Returns what `c` stands for, if it is there for its form alone.
pub fn plain(c: char) -> Option<&'static str> {
    if c.is_ascii() {
        return None;
    }
    let start = String::from_iter(['\n', c]);
    let at = memchr::memmem::find(COMPATIBLE.as_bytes(), start.as_bytes())?;
    line_at(COMPATIBLE, at + 1).strip_prefix(c)
}

/// Returns the characters that stand for `c` alone.
pub fn forms(c: char) -> impl Iterator<Item = char> {
    let entries = forms_from(c);
    entries.filter_map(|(plain, form)| (plain.chars().nth(1).is_none()).then_some(form))
}

/// Returns the characters that stand for something that begins with `first`, each after what it stands for.
pub fn forms_from(first: char) -> impl Iterator<Item = (&'static str, char)> {
    lines_with(COMPATIBLE, first).filter_map(move |line| {
        let mut chars = line.chars();
        let form = chars.next()?;
        chars.as_str().starts_with(first).then_some((chars.as_str(), form))
    })
}

/// Returns the value of a decimal digit of any script.
pub fn digit(c: char) -> Option<u32> {
    let values = ZEROS.iter().map(|zero| u32::from(c).wrapping_sub(u32::from(*zero)));
    values.into_iter().find(|value| *value < 10)
}

/// Returns the digits of all scripts that have the value of `c`; nothing where it is no digit.
pub fn other_digits(c: char) -> impl Iterator<Item = char> {
    let value = digit(c);
    let alike = move |zero: char| char::from_u32(u32::from(zero) + value?);
    ZEROS.into_iter().filter_map(alike).filter(move |other| *other != c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_stands_for_one_character_or_several() {
        let of = [
            ('ﬁ', "fi"),
            ('㎏', "kg"),
            ('²', "2"),
            ('Ⅻ', "XII"),
            ('½', "1/2"),
            ('ﺏ', "ب"),
            ('ﻻ', "لا"),
        ];
        for (form, expected) in of {
            assert_eq!(plain(form), Some(expected));
        }
        assert_eq!([plain('a'), plain('国'), plain('é'), plain('#')], [None; 4]);
        assert!(['ﺏ', 'ﺐ', 'ﺑ', 'ﺒ'].iter().all(|form| forms('ب').any(|other| other == *form)));
        assert!(forms('2').any(|form| form == '²') && forms('2').all(|form| form != '⑳'));
        assert!(forms_from('k').any(|entry| entry == ("kg", '㎏')));
    }

    #[test]
    fn a_digit_has_one_value_in_every_script() {
        assert!(other_digits('3').any(|c| c == '٣') && other_digits('３').any(|c| c == '3'));
        assert_eq!((digit('๙'), digit('a'), other_digits('a').count()), (Some(9), None, 0));
    }
}
