//! Letters that are typed for kana: romaji, as they are typed in an input method, long vowels written or left out.

use regex_syntax::hir::Hir;

use super::letter::CasedFolding;
use super::{gap, pinyin};
use crate::text::fold;

/// The kana of each syllable, the vowels in the order of [`VOWELS`] after each beginning. A space stands where there is
/// none.
const SYLLABLES: [(&str, [&str; 5]); 42] = [
    ("", ["あ", "い", "う", "え", "お"]),
    ("k", ["か", "き", "く", "け", "こ"]),
    ("g", ["が", "ぎ", "ぐ", "げ", "ご"]),
    ("s", ["さ", "し", "す", "せ", "そ"]),
    ("z", ["ざ", "じ", "ず", "ぜ", "ぞ"]),
    ("j", ["じゃ", "じ", "じゅ", "じぇ", "じょ"]),
    ("t", ["た", "ち", "つ", "て", "と"]),
    ("d", ["だ", "ぢ", "づ", "で", "ど"]),
    ("n", ["な", "に", "ぬ", "ね", "の"]),
    ("h", ["は", "ひ", "ふ", "へ", "ほ"]),
    ("f", ["ふぁ", "ふぃ", "ふ", "ふぇ", "ふぉ"]),
    ("b", ["ば", "び", "ぶ", "べ", "ぼ"]),
    ("p", ["ぱ", "ぴ", "ぷ", "ぺ", "ぽ"]),
    ("m", ["ま", "み", "む", "め", "も"]),
    ("y", ["や", "", "ゆ", "いぇ", "よ"]),
    ("r", ["ら", "り", "る", "れ", "ろ"]),
    ("w", ["わ", "うぃ", "", "うぇ", "を"]),
    ("v", ["ゔぁ", "ゔぃ", "ゔ", "ゔぇ", "ゔぉ"]),
    ("sh", ["しゃ", "し", "しゅ", "しぇ", "しょ"]),
    ("ch", ["ちゃ", "ち", "ちゅ", "ちぇ", "ちょ"]),
    ("ts", ["つぁ", "つぃ", "つ", "つぇ", "つぉ"]),
    ("dz", ["", "", "づ", "", ""]),
    ("th", ["てゃ", "てぃ", "てゅ", "てぇ", "てょ"]),
    ("dh", ["でゃ", "でぃ", "でゅ", "でぇ", "でょ"]),
    ("ky", ["きゃ", "", "きゅ", "", "きょ"]),
    ("gy", ["ぎゃ", "", "ぎゅ", "", "ぎょ"]),
    ("sy", ["しゃ", "", "しゅ", "", "しょ"]),
    ("zy", ["じゃ", "", "じゅ", "", "じょ"]),
    ("jy", ["じゃ", "", "じゅ", "", "じょ"]),
    ("ty", ["ちゃ", "", "ちゅ", "", "ちょ"]),
    ("dy", ["ぢゃ", "", "ぢゅ", "", "ぢょ"]),
    ("ny", ["にゃ", "", "にゅ", "", "にょ"]),
    ("hy", ["ひゃ", "", "ひゅ", "", "ひょ"]),
    ("by", ["びゃ", "", "びゅ", "", "びょ"]),
    ("py", ["ぴゃ", "", "ぴゅ", "", "ぴょ"]),
    ("my", ["みゃ", "", "みゅ", "", "みょ"]),
    ("ry", ["りゃ", "", "りゅ", "", "りょ"]),
    ("kw", ["くぁ", "くぃ", "", "くぇ", "くぉ"]),
    ("gw", ["ぐぁ", "ぐぃ", "", "ぐぇ", "ぐぉ"]),
    ("fy", ["ふゃ", "", "ふゅ", "", "ふょ"]),
    ("vy", ["ゔゃ", "", "ゔゅ", "", "ゔょ"]),
    ("wh", ["うぁ", "うぃ", "う", "うぇ", "うぉ"]),
];

/// The vowels, and the kana with which each is drawn out.
const VOWELS: [(char, &str); 5] =
    [('a', "ーあ"), ('i', "ーい"), ('u', "ーう"), ('e', "ーえい"), ('o', "ーおう")];

/// Returns the kana that are written as `letters`; none where they are not romaji.
pub(super) fn kana(letters: &str, folding: CasedFolding) -> Option<Hir> {
    let mut rest = letters;
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let (kana, drawn_out, after) = syllable(rest).or_else(|| alone(rest))?;
        parts.extend(kana.chars().map(|kana| class(kana, folding)));
        if !drawn_out.is_empty() {
            let long = folding.class(drawn_out.chars().flat_map(both));
            let long = gap::maybe(Hir::concat(vec![gap::optional_space(), long]));
            let last = parts.pop();
            parts.extend(last.map(|last| Hir::concat(vec![last, long])));
        }
        rest = after;
    }
    Some(pinyin::in_a_row(parts))
}

/// Returns the kana of the syllable with which `letters` begin, what may draw it out, and the letters after it.
fn syllable(letters: &str) -> Option<(&'static str, &'static str, &str)> {
    let vowel = letters.find(|c| VOWELS.iter().any(|(vowel, _)| *vowel == c))?;
    let (beginning, rest) = letters.split_at_checked(vowel)?;
    let place = VOWELS.iter().position(|(vowel, _)| rest.starts_with(*vowel))?;
    let (_, row) = SYLLABLES.iter().find(|(letters, _)| *letters == beginning)?;
    let kana = row.get(place).filter(|kana| !kana.is_empty())?;
    Some((kana, VOWELS.get(place)?.1, rest.get(1..)?))
}

/// Returns the kana of a letter that is none of a syllable: of a doubled consonant, and of `n`.
fn alone(letters: &str) -> Option<(&'static str, &'static str, &str)> {
    let mut characters = letters.chars();
    let (first, second) = (characters.next()?, characters.next());
    let rest = characters.as_str();
    match (first, second) {
        ('n' | 'm', Some('b' | 'p' | 'm')) | ('n', _) if letters.len() > 1 => {
            let apostrophe = usize::from(second == Some('\''));
            Some(("ん", "", letters.get(1 + apostrophe..)?))
        }
        ('n', None) => Some(("ん", "", rest)),
        (first, Some(second)) if first == second => Some(("っ", "", letters.get(1..)?)),
        ('t', Some('c')) => Some(("っ", "", letters.get(1..)?)),
        _ => None,
    }
}

/// Returns a kana in both scripts and widths, also as a kana and the mark of its voicing.
fn class(kana: char, folding: CasedFolding) -> Hir {
    let mut parts = fold::decompose(kana).unwrap_or_default().chars();
    let whole = folding.class(widths(kana));
    let (Some(base), Some(mark)) = (parts.next(), parts.next()) else { return whole };
    let narrow = if mark == '\u{3099}' { '\u{FF9E}' } else { '\u{FF9F}' };
    let marked = vec![folding.class(widths(base)), folding.class([mark, narrow])];
    Hir::alternation(vec![whole, Hir::concat(marked)])
}

/// Returns a kana in both scripts and widths.
fn widths(kana: char) -> impl Iterator<Item = char> {
    both(kana).flat_map(|kana| std::iter::once(kana).chain(fold::other_width(kana)))
}

/// Returns a hiragana and the katakana of it.
fn both(kana: char) -> impl Iterator<Item = char> {
    [kana].into_iter().chain(fold::other_kana(kana))
}
