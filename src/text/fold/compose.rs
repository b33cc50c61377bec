//! Canonical composition (Unicode Standard, 3.7 and 3.12): letters and their marks, syllables and their jamo.

use super::{line_at, lines_with};

/// Each composed character and after it its full canonical decomposition, a line each.
const COMPOSED: &str = include_str!("composed.txt");

const SYLLABLES: u32 = 0xAC00;
const VOWELS: u32 = 21;
const TAILS: u32 = 28;

/// Returns the full canonical decomposition of `c`, if it has one; Hangul is left to [`hangul_jamo`].
pub fn decompose(c: char) -> Option<&'static str> {
    if c.is_ascii() {
        return None;
    }
    let start = String::from_iter(['\n', c]);
    let at = memchr::memmem::find(COMPOSED.as_bytes(), start.as_bytes())?;
    line_at(COMPOSED, at + 1).strip_prefix(c)
}

/// Returns the characters whose full canonical decomposition is `whole`.
pub fn composed_as(whole: &str) -> impl Iterator<Item = char> {
    let first = whole.chars().next();
    let lines = first.into_iter().flat_map(composed_from);
    lines.filter_map(move |(composed, parts)| (parts == whole).then_some(composed))
}

/// Returns the characters whose decomposition begins with `base`, each with its full decomposition.
pub fn composed_from(base: char) -> impl Iterator<Item = (char, &'static str)> {
    lines_with(COMPOSED, base).filter_map(move |line| {
        let mut chars = line.chars();
        let composed = chars.next()?;
        chars.as_str().starts_with(base).then_some((composed, chars.as_str()))
    })
}

/// Whether `c` is a mark on a letter that a reader may leave out: accents, points of Hebrew and Arabic, the
/// Arabic stroke that draws a word out. The
/// marks of voicing in kana and the vowels of Indic scripts are none of them.
pub fn is_accent(c: char) -> bool {
    ACCENTS.iter().any(|&(first, last)| (first..=last).contains(&c))
}

/// The ranges of [`is_accent`].
pub const ACCENTS: [(char, char); 18] = [
    ('\u{300}', '\u{34E}'),
    ('\u{350}', '\u{36F}'),
    ('\u{483}', '\u{487}'),
    ('\u{591}', '\u{5BD}'),
    ('\u{5BF}', '\u{5BF}'),
    ('\u{5C1}', '\u{5C2}'),
    ('\u{5C4}', '\u{5C5}'),
    ('\u{5C7}', '\u{5C7}'),
    ('\u{610}', '\u{61A}'),
    ('\u{640}', '\u{640}'),
    ('\u{64B}', '\u{65F}'),
    ('\u{670}', '\u{670}'),
    ('\u{6D6}', '\u{6DC}'),
    ('\u{6DF}', '\u{6E4}'),
    ('\u{1AB0}', '\u{1ACE}'),
    ('\u{1DC0}', '\u{1DFF}'),
    ('\u{20D0}', '\u{20F0}'),
    ('\u{FE20}', '\u{FE2F}'),
];

/// Whether `c` voices the kana before it: the combining marks and their half-width forms.
pub fn is_voicing(c: char) -> bool {
    matches!(c, '\u{3099}' | '\u{309A}' | '\u{FF9E}' | '\u{FF9F}')
}

/// Whether `c` is a vowel or tail jamo, which belongs to the syllable before it.
pub fn is_jamo_after(c: char) -> bool {
    matches!(c, '\u{1160}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FB}')
}

/// The consonants with which syllables of Hangul begin, as they are typed by themselves, in the order of the syllables.
const LEADS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

/// Returns the Hangul syllables that begin with the consonant `c`, typed by itself; none for other characters.
pub fn hangul_beginning(c: char) -> Option<impl Iterator<Item = char>> {
    let lead = u32::try_from(LEADS.chars().position(|lead| lead == c)?).ok()?;
    let first = SYLLABLES + lead * VOWELS * TAILS;
    Some((first..first + VOWELS * TAILS).filter_map(char::from_u32))
}

/// Returns the conjoining jamo of a Hangul syllable: two or three.
pub fn hangul_jamo(syllable: char) -> Option<impl Iterator<Item = char>> {
    let index = u32::from(syllable).checked_sub(SYLLABLES).filter(|_| syllable <= '\u{D7A3}')?;
    let (rest, tail) = (index / TAILS, index % TAILS);
    let (lead, vowel) = (rest / VOWELS, rest % VOWELS);
    let jamo = [0x1100 + lead, 0x1161 + vowel, 0x11A7 + tail];
    let count = if tail == 0 { 2 } else { 3 };
    Some(jamo.into_iter().take(count).filter_map(char::from_u32))
}

/// Returns the Hangul syllable of `before` and the jamo `after`: a lead and a vowel, or a syllable without
/// a tail and a tail.
pub fn hangul_syllable(before: char, after: char) -> Option<char> {
    let (lead, mark) = (u32::from(before), u32::from(after));
    match (before, after) {
        ('\u{1100}'..='\u{1112}', '\u{1161}'..='\u{1175}') => {
            char::from_u32(SYLLABLES + ((lead - 0x1100) * VOWELS + mark - 0x1161) * TAILS)
        }
        ('\u{AC00}'..='\u{D7A3}', '\u{11A8}'..='\u{11C2}')
            if (lead - SYLLABLES).is_multiple_of(TAILS) =>
        {
            char::from_u32(lead + mark - 0x11A7)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn a_decomposition_is_full() {
        assert_eq!(decompose('é'), Some("e\u{301}"));
        assert_eq!(decompose('ế'), Some("e\u{302}\u{301}"));
        assert_eq!(decompose('が'), Some("か\u{3099}"));
        assert_eq!(decompose('e'), None);
        assert_eq!(decompose('国'), None);
    }

    #[test]
    fn decompositions_are_those_of_unicode() {
        let is_han = |c: &char| matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}');
        for c in ('\0'..='\u{1FFFF}').filter(|c| hangul_jamo(*c).is_none() && !is_han(c)) {
            let expected: String = c.nfd().collect();
            assert_eq!(decompose(c).map_or(c.to_string(), str::to_owned), expected, "{c:?}");
        }
    }

    #[test]
    fn composition_undoes_decomposition() {
        assert_eq!(composed_as("e\u{302}\u{301}").collect::<String>(), "ế");
        assert_eq!(composed_as("A\u{30A}").collect::<String>(), "\u{C5}\u{212B}");
        assert!(composed_from('o').any(|(composed, _)| composed == 'ổ'));
        assert!(composed_from('か').all(|(composed, _)| composed == 'が'));
    }

    #[test]
    fn syllables_are_computed_both_ways() {
        assert_eq!(hangul_jamo('한').unwrap().collect::<String>(), "\u{1112}\u{1161}\u{11AB}");
        assert_eq!(hangul_syllable('\u{1112}', '\u{1161}'), Some('하'));
        assert_eq!(hangul_syllable('하', '\u{11AB}'), Some('한'));
        assert_eq!(hangul_syllable('한', '\u{11AB}'), None);
        for syllable in ('가'..='힣').step_by(7) {
            assert!(hangul_jamo(syllable).unwrap().eq(syllable.nfd()), "{syllable}");
        }
        assert!(hangul_jamo('a').is_none() && hangul_jamo('힣').is_some());
    }
}
