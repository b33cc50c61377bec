//! Which characters are the same to a reader: the tables behind search. Each function answers for one
//! kind of difference; what is to be ignored together, the caller combines. The tables are text that is
//! searched as it lies: nothing is built at start, and a look-up costs a few microseconds.

mod compatible;
mod compose;
mod pinyin;

use std::collections::BTreeSet;

pub use compatible::{digit, forms, forms_from, other_digits, plain};
pub use compose::{
    ACCENTS, composed_as, composed_from, decompose, hangul_beginning, hangul_jamo, hangul_syllable,
    is_accent, is_jamo_after, is_voicing,
};
pub use pinyin::syllables;

/// Han characters that stand for one another, a pair a line.
const HAN: &str = include_str!("fold/han.txt");

/// Ideographs that are written for one another, and radicals with their ideographs, a pair a line.
const VARIANTS: &str = include_str!("fold/variants.txt");

/// Katakana from `ｦ` (U+FF66) to `ﾟ` (U+FF9F), each where its half-width form stands; the last two are the
/// combining marks of voicing.
const FROM_HALF_WIDTH: &str = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309A}";

/// Half-width signs beside the letters, and their full-width forms.
const SIGNS: [(char, char); 13] = [
    ('｡', '。'),
    ('｢', '「'),
    ('｣', '」'),
    ('､', '、'),
    ('･', '・'),
    ('¢', '￠'),
    ('£', '￡'),
    ('¬', '￢'),
    ('¯', '￣'),
    ('¦', '￤'),
    ('¥', '￥'),
    ('₩', '￦'),
    ('￨', '│'),
];

/// The forms of one punctuation mark, a line for each mark: Western, full-width, small, vertical.
const PUNCTUATION: [&str; 19] = [
    ",，､、﹐﹑︐︑،",
    ".。．｡﹒︒",
    ":：﹕︓∶",
    ";；﹔︔",
    "!！﹗︕",
    "?？﹖︖",
    "\"＂“”„‟〝〞〟「」『』｢｣﹁﹂﹃﹄«»",
    "'＇‘’‚‛ʼ",
    "(（﹙︵⦅",
    ")）﹚︶⦆",
    "[［【〔〖﹝︻︹",
    "]］】〕〗﹞︼︺",
    "<＜《〈‹﹤︽︿",
    ">＞》〉›﹥︾﹀",
    "~～〜∼˜",
    "·・･•‧∙⋅",
    "-－‐‑‒–−﹣",
    "—―─⸺",
    "…⋯",
];

/// Letters with a stroke or without a dot, which have no decomposition, and the plain letters; and letters of Arabic that
/// are written for one another.
const STROKED: &str = "đdĐDðdÐDøoØOłlŁLħhĦHŧtŦTıiɨiƗIƀbɃBǥgǤGɫlةهەهھهىييیکكٱا";

/// Returns the characters that stand for the ideograph `c`: in other scripts and regions (simplified, traditional,
/// Japanese, the compatibility forms), variants and radicals, and those of each other: `邉` is `邊`, and that is `辺`. Two
/// traditional characters of one simplified one are two.
pub fn han(c: char) -> impl Iterator<Item = char> {
    let alike = |table, c| std::iter::once(c).chain(lines_with(table, c).flat_map(str::chars));
    let ways = [(HAN, VARIANTS), (VARIANTS, HAN)].into_iter();
    let found: BTreeSet<char> =
        ways.flat_map(|(first, then)| alike(first, c).flat_map(move |c| alike(then, c))).collect();
    found.into_iter().filter(move |&other| other != c)
}

/// Returns the full-width form of a half-width character, or the half-width form of a full-width one.
pub fn other_width(c: char) -> Option<char> {
    let shifted = |offset: u32| char::from_u32(u32::from(c).wrapping_add(offset));
    match c {
        '!'..='~' => shifted(0xFEE0),
        '\u{FF01}'..='\u{FF5E}' => shifted(0xFEE0_u32.wrapping_neg()),
        '\u{FF66}'..='\u{FF9F}' => FROM_HALF_WIDTH.chars().nth(c as usize - 0xFF66),
        '\u{3099}'..='\u{30FF}' => {
            let place = FROM_HALF_WIDTH.chars().position(|full| full == c);
            place.and_then(|at| char::from_u32(0xFF66 + at as u32)).or_else(|| other_sign(c))
        }
        _ => other_sign(c),
    }
}

fn other_sign(c: char) -> Option<char> {
    SIGNS.iter().find_map(|&(half, full)| match c {
        _ if c == half => Some(full),
        _ if c == full => Some(half),
        _ => None,
    })
}

/// Returns the katakana of a hiragana, or the hiragana of a katakana.
pub fn other_kana(c: char) -> Option<char> {
    match c {
        'ぁ'..='ゖ' | 'ゝ' | 'ゞ' => char::from_u32(u32::from(c) + 0x60),
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(c) - 0x60),
        _ => None,
    }
}

/// Returns the plain letter of a letter with a stroke, or the letters with a stroke of a plain one.
pub fn other_stroke(c: char) -> impl Iterator<Item = char> {
    let pairs = STROKED.chars().zip(STROKED.chars().skip(1)).step_by(2);
    pairs.filter_map(move |(stroked, plain)| match c {
        _ if c == stroked => Some(plain),
        _ if c == plain => Some(stroked),
        _ => None,
    })
}

/// Returns the forms of the punctuation mark `c`, itself among them; nothing for other characters.
pub fn punctuation(c: char) -> &'static str {
    PUNCTUATION.iter().find(|forms| forms.contains(c)).copied().unwrap_or_default()
}

/// Returns the lines of a table in which `c` stands. A line that starts with `#` is a comment.
fn lines_with(table: &'static str, c: char) -> impl Iterator<Item = &'static str> {
    let mut utf8 = [0; 4];
    let places = memchr::memmem::find_iter(table.as_bytes(), c.encode_utf8(&mut utf8));
    let places: Vec<usize> = places.take_while(|_| c != '\n').collect();
    places.into_iter().map(|at| line_at(table, at)).filter(|line| !line.starts_with('#'))
}

/// Returns the line of `table` that holds byte `at`.
fn line_at(table: &str, at: usize) -> &str {
    let start = table.get(..at).and_then(|head| head.rfind('\n')).map_or(0, |feed| feed + 1);
    table.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(found: impl Iterator<Item = char>) -> String {
        let mut found: Vec<char> = found.collect();
        found.sort_unstable();
        found.into_iter().collect()
    }

    #[test]
    fn han_forms_are_simplified_traditional_and_japanese() {
        assert_eq!(of(han('国')), "囯國");
        assert_eq!(of(han('气')), "⽓気氣炁");
        assert!(of(han('裏')).contains('裡') && of(han('裏')).contains('里'));
        assert!(of(han('於')).contains('于') && of(han('著')).contains('着'));
        assert_eq!(of(han('他')), "");
        assert_eq!(of(han('\n')) + &of(han('#')), "");
    }

    #[test]
    fn sharing_a_simplified_form_is_not_being_the_same() {
        assert!(of(han('干')).contains('乾') && of(han('干')).contains('幹'));
        assert!(!of(han('乾')).contains('幹'));
    }

    #[test]
    fn variants_and_radicals_are_their_ideographs() {
        for (a, b) in
            [('高', '髙'), ('崎', '﨑'), ('辺', '邉'), ('斎', '斉'), ('線', '綫'), ('鱼', '⿂')]
        {
            assert!(of(han(a)).contains(b) && of(han(b)).contains(a), "{a} {b}");
        }
        for (a, b) in [('他', '她'), ('一', '壹'), ('飢', '饑')] {
            assert!(!of(han(a)).contains(b), "{a} {b}: writers tell them apart");
        }
    }

    #[test]
    fn widths_come_in_pairs() {
        for (half, full) in
            [('a', 'ａ'), ('~', '～'), ('ｱ', 'ア'), ('ｰ', 'ー'), ('ﾞ', '\u{3099}'), ('｡', '。')]
        {
            assert_eq!((other_width(half), other_width(full)), (Some(full), Some(half)));
        }
        assert_eq!((other_width('国'), other_width('ゐ')), (None, None));
    }

    #[test]
    fn kana_come_in_pairs() {
        assert_eq!((other_kana('が'), other_kana('ガ')), (Some('ガ'), Some('が')));
        assert_eq!((other_kana('ー'), other_kana('a')), (None, None));
    }

    #[test]
    fn strokes_come_in_pairs() {
        assert_eq!((of(other_stroke('đ')), of(other_stroke('d'))), ("d".into(), "ðđ".into()));
        assert_eq!((of(other_stroke('Ł')), of(other_stroke('é'))), ("L".into(), String::new()));
    }

    #[test]
    fn a_punctuation_mark_has_one_line() {
        for c in PUNCTUATION.iter().flat_map(|forms| forms.chars()) {
            assert_eq!(PUNCTUATION.iter().filter(|forms| forms.contains(c)).count(), 1, "{c}");
        }
    }
}
