//! Numbers by themselves: 3, 三、, 3.1, A.1, （三）, -3-.

use super::super::numeral::{Numeral, Numerals, arabic, han, numeral, roman, syllable};
use super::{LabelKind, NumberedLabel, RANK_ARTICLE};

/// Returns 3, 3. 三、 3) 3.1 가. and a title after a space.
pub(super) fn counted(text: &str) -> Option<NumberedLabel<'_>> {
    if let Some(found) = appendix(text) {
        return Some(found);
    }
    let lettered = || syllable(text).filter(|found| found.rest.starts_with(['.', ')']));
    let Numeral { value, written, rest: after } = numeral(text).or_else(lettered)?;
    if written == Numerals::Arabic
        && let Some(found) = decimal(text, value, after)
        && is_title(found.rest)
    {
        return Some(found);
    }
    let rest = after;
    let mut chars = rest.chars();
    let Some(mark) = chars.next() else {
        return Some(NumberedLabel::new(LabelKind::Bare(written), value, rest));
    };
    let rest = chars.as_str();
    if "、.．，,:：)）".contains(mark) {
        let mark = if mark == '．' { '.' } else { mark };
        if rest.trim_start().is_empty() && "、.)）".contains(mark) {
            return Some(NumberedLabel::new(LabelKind::Bare(written), value, rest));
        }
        let tight = matches!(mark, ',' | ':')
            || (mark == '.' && matches!(written, Numerals::Roman | Numerals::Syllable));
        let fits = !tight || rest.starts_with(' ');
        return fits.then(|| NumberedLabel::new(LabelKind::Dotted(written, mark), value, rest));
    }
    // 2 carrots are counted, no headings.
    let counts = rest.trim_start().starts_with(char::is_lowercase);
    let titled = !rest.trim_start().is_empty() && !counts && written != Numerals::Roman;
    if written == Numerals::Circled {
        let rest = text.strip_prefix(|c: char| !c.is_ascii())?;
        return Some(NumberedLabel::new(LabelKind::Dotted(written, '①'), value, rest));
    }
    // 1Building Boats, but not 3D.
    let joined =
        written == Numerals::Arabic && mark.is_uppercase() && rest.starts_with(char::is_lowercase);
    let rest = if joined { after } else { rest };
    ((mark.is_whitespace() && titled) || joined)
        .then(|| NumberedLabel::new(LabelKind::Spaced(written), value, rest))
}

/// Returns #3, #3. and a title: a sign of chapters that are posted one by one.
pub(super) fn hashed(text: &str) -> Option<NumberedLabel<'_>> {
    let Numeral { value, rest, .. } = arabic(text.strip_prefix('#')?)?;
    let title = rest.trim_start_matches(['.', ':', ' ', '\u{3000}']);
    let titled = title.is_empty() || title.len() < rest.len();
    let kind = LabelKind::Dotted(Numerals::Arabic, '#');
    titled.then(|| NumberedLabel::new(kind, value, rest))
}

/// Returns § 3, § 3a and a title: an article of a law in German, which no list is counted as where it has its line alone.
pub(super) fn paragraph(text: &str) -> Option<NumberedLabel<'_>> {
    let Numeral { value, rest, .. } = arabic(text.strip_prefix('§')?.trim_start())?;
    let rest = rest.strip_prefix(|c: char| c.is_ascii_lowercase()).unwrap_or(rest);
    let title = rest.trim_start();
    let cited = ["Abs", "Satz", "Nr", "Nummer"].iter().any(|word| title.starts_with(word));
    let parted = title.len() < rest.len() && title.starts_with(char::is_uppercase) && !cited;
    let rank = if rest.is_empty() { RANK_ARTICLE - 1 } else { RANK_ARTICLE };
    let kind = LabelKind::Named(u32::from('§'), rank);
    (rest.is_empty() || parted).then(|| NumberedLabel::new(kind, value, rest))
}

/// Returns A.1, B.2.3: sections of an appendix.
fn appendix(text: &str) -> Option<NumberedLabel<'_>> {
    let rest = text.strip_prefix(|c: char| c.is_ascii_uppercase())?;
    if !rest.starts_with('.') {
        return None;
    }
    decimal(text, 1, rest).filter(|found| is_title(found.rest))
}

/// Returns 3.1, 3.1.2, 1.1Title; its value is the last number.
pub(super) fn decimal<'a>(text: &'a str, first: u32, after: &'a str) -> Option<NumberedLabel<'a>> {
    let (mut depth, mut value, mut rest) = (1_u8, first, after);
    let mut order = ordered(0, 0, first);
    while let Some(Numeral { value: next, rest: tail, .. }) =
        rest.strip_prefix(['.', '．', '-', '－']).and_then(arabic)
        && depth < 6
    {
        order = ordered(order, depth, next);
        (depth, value, rest) = (depth + 1, next, tail);
    }
    let rest = rest.strip_prefix(['.', '、', '．']).unwrap_or(rest);
    let kind = LabelKind::Decimal(depth);
    (depth > 1 && text.len() < 160).then_some(NumberedLabel { kind, value, order, rest })
}

/// Tells whether the title `rest` is set off from the decimal numbers before it, if only by its capital.
fn is_title(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_whitespace() || c >= '\u{2E80}' || c.is_uppercase())
}

/// Returns `order` with the number at `depth` of a label put in: 16 bits each, the first on top.
fn ordered(order: u64, depth: u8, number: u32) -> u64 {
    let shift = 48_u32.saturating_sub(16 * u32::from(depth));
    let number = u64::from(number.min(0xFFFF));
    if depth < 4 { order | number << shift } else { order }
}

/// Returns -3-, * 3 *: a number alone between two marks that are the same.
fn between(text: &str) -> Option<NumberedLabel<'_>> {
    let mark = text.chars().next().filter(|&c| "-－—–~～*·=".contains(c))?;
    let inner = text.trim_matches(mark).trim();
    let Numeral { value, written, rest } = numeral(inner)?;
    (rest.is_empty() && text.ends_with(mark))
        .then(|| NumberedLabel::new(LabelKind::Bracketed(written), value, rest))
}

/// Returns （三） and [3].
pub(super) fn bracketed(text: &str) -> Option<NumberedLabel<'_>> {
    if let Some(found) = between(text) {
        return Some(found);
    }
    let inner =
        text.strip_prefix(['(', '（', '【', '〔', '［', '「', '『', '〈', '《'])?.trim_start();
    let Numeral { value, written, rest } =
        han(inner).or_else(|| arabic(inner)).or_else(|| roman(inner))?;
    let rest =
        rest.trim_start().strip_prefix([')', '）', '】', '〕', '］', '」', '』', '〉', '》'])?;
    Some(NumberedLabel::new(LabelKind::Bracketed(written), value, rest))
}
