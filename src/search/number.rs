//! Whole numbers in the ways in which they are written: `12`, `十二`, `一二`, `XII`.

use regex_syntax::hir::Hir;

use super::gap;
use super::letter::CasedFolding;
use super::query::Numbers;
use super::unit::{PhraseUnits, Unit};
use crate::text::fold;

/// The most digits of a number.
const DIGITS: usize = 4;

/// The ideographs of the digits, those of everyday use and those of documents.
const HAN_DIGITS: [&str; 10] =
    ["零〇", "一壹", "二贰貳两兩", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"];

/// The ideographs of thousand, hundred and ten.
const HAN_UNITS: [(u32, &str); 3] = [(1000, "千仟"), (100, "百佰"), (10, "十拾")];

/// The ideographs of twenty, thirty and forty.
const TENS: [(u32, char); 3] = [(2, '廿'), (3, '卅'), (4, '卌')];

/// The letters of Roman numerals, and of the steps between.
const ROMAN: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// What the characters of a number are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberForm {
    /// Decimal digits.
    Digit,
    /// Ideographs.
    Han,
    /// Roman letters.
    Roman,
}

impl NumberForm {
    /// Returns what kind of number `c` may be part of.
    pub(super) fn of(c: char) -> Option<Self> {
        if fold::digit(c).is_some() {
            Some(Self::Digit)
        } else if han_digit(c).is_some() || han_unit(c).is_some() || tens(c).is_some() {
            Some(Self::Han)
        } else {
            ROMAN.iter().any(|(_, letters)| letters.starts_with(c)).then_some(Self::Roman)
        }
    }
}

/// Returns the number at unit `at` in all the ways to write it, and how many units it is.
pub(super) fn piece(words: &PhraseUnits, at: usize) -> Option<(Hir, usize)> {
    let (value, count) = number(words.units, at, words.folding)?;
    let written = words.spelled(at, at + count);
    let roman = words.folding.switches.numbers == Numbers::Alike;
    let roman = roman.then(|| roman_numeral(value)).filter(|roman| !roman.is_empty());
    let ways = [written, digits(value, words.folding), han(value, words.folding)];
    let positions = positional(value, words.folding);
    let roman = roman.map(|letters| Hir::literal(letters.into_bytes()));
    Some((Hir::alternation(ways.into_iter().chain([positions]).chain(roman).collect()), count))
}

/// Returns for each of `units` whether it is part of a number that is looked for in other ways, too.
pub(super) fn covered(units: &[Unit], folding: CasedFolding) -> Vec<bool> {
    let mut covered = vec![false; units.len()];
    let mut at = 0;
    while at < units.len() {
        let count = number(units, at, folding).map_or(0, |(_, count)| count);
        covered.iter_mut().skip(at).take(count).for_each(|covered| *covered = true);
        at += count.max(1);
    }
    covered
}

/// Returns the value of the number that begins at unit `at`, and of how many units it is; none where numbers in other
/// ways are not looked for.
fn number(units: &[Unit], at: usize, folding: CasedFolding) -> Option<(u32, usize)> {
    let before = at.checked_sub(1).and_then(|before| units.get(before)?.base());
    let folds = match folding.switches.numbers {
        Numbers::Different => false,
        Numbers::Ordinals => before == Some('第'),
        Numbers::Alike => true,
    };
    let bare = units.get(at..).unwrap_or_default().iter().map_while(Unit::bare);
    let kind = NumberForm::of(bare.clone().next()?).filter(|_| folds)?;
    let letters: Vec<char> = bare.take_while(|c| NumberForm::of(*c) == Some(kind)).collect();
    let after = units.get(at + letters.len()).and_then(Unit::base);
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    if before.and_then(NumberForm::of) == Some(kind) {
        return None;
    }
    let value = match kind {
        NumberForm::Digit => value_of_digits(&letters),
        NumberForm::Han => value_of_han(&letters),
        NumberForm::Roman if is_letter(before) || is_letter(after) => None,
        NumberForm::Roman => value_of_roman(&letters),
    };
    Some((value?, letters.len()))
}

fn value_of_digits(letters: &[char]) -> Option<u32> {
    let digits = letters.iter().filter_map(|c| fold::digit(*c));
    let value = digits.fold(0, |value: u32, digit| value.saturating_mul(10).saturating_add(digit));
    (letters.len() <= DIGITS && fold::digit(*letters.first()?)? > 0).then_some(value)
}

/// Returns the value of ideographs, with thousands and tens or by the place of each digit alone.
fn value_of_han(letters: &[char]) -> Option<u32> {
    if letters.len() > 1 && letters.iter().all(|c| han_digit(*c).is_some()) {
        let digits: Vec<char> =
            letters.iter().filter_map(|c| char::from_digit(han_digit(*c)?, 10)).collect();
        return value_of_digits(&digits);
    }
    let (mut value, mut last, mut below) = (0, None, 10_000);
    for c in letters {
        if let Some(tens) = tens(*c).filter(|_| last.is_none() && below > 10) {
            (value, below) = (value + tens * 10, 10);
            continue;
        }
        match (han_digit(*c), han_unit(*c)) {
            (Some(0), _) if last.is_none() && value > 0 => {}
            (Some(digit), _) if last.is_none() && digit > 0 => last = Some(digit),
            (_, Some(unit)) if unit < below => {
                value += last.take().unwrap_or(1) * unit;
                below = unit;
            }
            _ => return None,
        }
    }
    Some(value + last.unwrap_or(0)).filter(|value| *value > 0)
}

fn value_of_roman(letters: &[char]) -> Option<u32> {
    let (mut value, mut rest) = (0, letters.iter().collect::<String>());
    for (step, name) in ROMAN {
        while let Some(after) = rest.strip_prefix(name) {
            (value, rest) = (value + step, after.to_owned());
        }
    }
    let is_number = letters.len() > 1 && letters.iter().copied().eq(roman_numeral(value).chars());
    is_number.then_some(value)
}

fn roman_numeral(value: u32) -> String {
    let (mut letters, mut rest) = (String::new(), value);
    for (step, name) in ROMAN {
        while rest >= step && value < 4000 {
            letters.push_str(name);
            rest -= step;
        }
    }
    letters
}

fn digits(value: u32, folding: CasedFolding) -> Hir {
    Hir::concat(value.to_string().chars().map(|digit| folding.letter(digit, &[])).collect())
}

/// Returns the number in ideographs of thousands, hundreds and tens; a ten in front may stand without its one, and so
/// may zeros within be left out.
fn han(value: u32, folding: CasedFolding) -> Hir {
    let class = |letters: &str| folding.class(letters.chars());
    let digit = |digit: u32| class(HAN_DIGITS.get(digit as usize).copied().unwrap_or_default());
    let (mut parts, mut rest, mut follows) = (Vec::new(), value, 10_000);
    for (unit, letters) in HAN_UNITS.into_iter().chain([(1, "")]) {
        let count = rest / unit;
        rest %= unit;
        if count == 0 {
            continue;
        }
        if follows < 10_000 && unit * 10 < follows {
            parts.push(NumberPart::Maybe(digit(0)));
        }
        if let Some((_, sign)) = TENS.into_iter().find(|(tens, _)| unit == 10 && *tens == count) {
            let spelled = [digit(count), gap::optional_space(), class(letters)];
            let ways = vec![Hir::concat(spelled.into()), folding.class([sign])];
            parts.push(NumberPart::One(Hir::alternation(ways)));
            follows = unit;
            continue;
        }
        let is_ten = unit == 10 && count == 1;
        parts.push(if is_ten {
            NumberPart::Maybe(digit(1))
        } else {
            NumberPart::One(digit(count))
        });
        parts.extend((unit > 1).then(|| NumberPart::One(class(letters))));
        follows = unit;
    }
    in_a_row(parts)
}

/// Returns the number as the ideographs of its digits.
fn positional(value: u32, folding: CasedFolding) -> Hir {
    let digits = value.to_string();
    let digits = digits.chars().filter_map(|c| HAN_DIGITS.get(c.to_digit(10)? as usize));
    in_a_row(digits.map(|letters| NumberPart::One(folding.class(letters.chars()))).collect())
}

/// An ideograph of a number.
enum NumberPart {
    One(Hir),
    /// It may be left out; never the last.
    Maybe(Hir),
}

/// Returns the ideographs one after the other, with the gaps of Han text.
fn in_a_row(mut parts: Vec<NumberPart>) -> Hir {
    let last = parts.pop();
    let spaced = |part| match part {
        NumberPart::One(hir) => Hir::concat(vec![hir, gap::optional_space()]),
        NumberPart::Maybe(hir) => gap::maybe(Hir::concat(vec![hir, gap::optional_space()])),
    };
    let last = last.map(|(NumberPart::One(hir) | NumberPart::Maybe(hir))| hir);
    Hir::concat(parts.into_iter().map(spaced).chain(last).collect())
}

fn han_digit(c: char) -> Option<u32> {
    let digit = HAN_DIGITS.iter().position(|letters| letters.contains(c))?;
    u32::try_from(digit).ok()
}

/// Returns how many tens `c` is: 廿 is two.
fn tens(c: char) -> Option<u32> {
    TENS.iter().find(|(_, sign)| *sign == c).map(|(tens, _)| *tens)
}

fn han_unit(c: char) -> Option<u32> {
    HAN_UNITS.iter().find(|(_, letters)| letters.contains(c)).map(|(unit, _)| *unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_a_value_in_each_way_to_write_them() {
        let han = |text: &str| value_of_han(&text.chars().collect::<Vec<_>>());
        let of = [
            ("十二", 12),
            ("一百零三", 103),
            ("一百〇三", 103),
            ("二〇二四", 2024),
            ("两千", 2000),
            ("贰拾", 20),
            ("廿", 20),
            ("一百卅五", 135),
        ];
        for (text, value) in of {
            assert_eq!((text, han(text)), (text, Some(value)));
        }
        assert_eq!([han("十十"), han("零"), han("二三百"), han("一一一一一")], [None; 4]);
        let roman = |text: &str| value_of_roman(&text.chars().collect::<Vec<_>>());
        assert_eq!([roman("XII"), roman("MCMXCIX")], [Some(12), Some(1999)]);
        assert_eq!([roman("IIX"), roman("I"), roman("XM")], [None; 3]);
        for value in 2..4000 {
            let letters = roman_numeral(value);
            assert!(letters.len() == 1 || roman(&letters) == Some(value), "{letters}");
        }
    }
}
