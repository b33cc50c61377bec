//! The numbers and words that headings are labelled with: 第三章, 卷二, Chapter IV, 제5장, 一、, （二）, 3.1, 楔子 …

use super::date::{Date, Form, date};
use super::numeral::{Numeral, Numerals, arabic, digit, han, letter, numeral, roman, split, word};

/// A label at the start of a line, and where its title begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HeadingLabel {
    /// What the number counts; headings of one kind form a series.
    pub(super) kind: LabelKind,
    /// The number, from 1; of 3.1.2, the last; of a date, about its day.
    pub(super) value: u32,
    /// All numbers of 3.1.2 in one, so that a later label has a greater one; of others, the number.
    pub(super) order: u64,
    /// How many bytes of the line the label takes; the rest is the title.
    pub(super) bytes: usize,
    /// How the title is set off from the label.
    pub(super) gap: TitleGap,
}

/// What a label counts, and in which figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum LabelKind {
    /// 第三章: the unit it counts.
    Ordinal(char),
    /// 卷三, 上卷.
    Volume(char),
    /// 제3장, 3화: the unit it counts.
    Korean(char),
    /// Chapter 3, Глава 3, Erstes Kapitel: the word, told by a hash of its letters, and its rank.
    Named(u32, u8),
    /// Lesson 3.1, version 1.34: what stands before the numbers, told by a hash, and how many they are.
    NamedDecimal(u32, u8),
    /// 2024年3月2日, March 2: how it is written.
    Date(Form),
    /// ★ and a title: the sign. It counts nothing.
    Signed(char),
    /// 3.1.2: how many numbers.
    Decimal(u8),
    /// A number alone on its line.
    Bare(Numerals),
    /// 三、 or 3. or 3): the mark after it.
    Dotted(Numerals, char),
    /// A number and a space.
    Spaced(Numerals),
    /// （三）.
    Bracketed(Numerals),
}

/// How a title is set off from its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TitleGap {
    /// There is no title.
    Untitled,
    /// By a space or a mark.
    Parted,
    /// Not at all.
    Joined,
}

impl LabelKind {
    /// Tells whether the label alone makes a heading likely: no list is counted so.
    pub(super) fn is_strong(self) -> bool {
        match self {
            Self::Ordinal(unit) => !matches!(unit, '条' | '條') && UNITS.contains(unit),
            Self::Named(_, rank) => rank != RANK_OTHER,
            Self::Volume(_) | Self::Korean(_) => true,
            _ => false,
        }
    }

    /// Returns how deep headings of this kind lie by custom; only the order means anything.
    pub(super) fn rank(self) -> u8 {
        match self {
            Self::Ordinal(
                '卷' | '部' | '集' | '篇' | '册' | '冊' | '编' | '編' | '巻' | '季' | '辑' | '期',
            )
            | Self::Volume(_)
            | Self::Korean('부' | '편' | '권') => RANK_VOLUME,
            Self::Ordinal('节' | '節' | '款') | Self::Korean('절') => RANK_SECTION,
            Self::Ordinal('条' | '條') | Self::Korean('조' | '관') => RANK_ARTICLE,
            Self::Ordinal(_) | Self::Korean(_) => RANK_CHAPTER,
            Self::Named(_, rank) => rank,
            Self::NamedDecimal(_, depth) => RANK_OTHER + depth,
            Self::Date(Form::Year) => 41,
            Self::Date(Form::Month) => 42,
            Self::Date(_) => 43,
            Self::Signed(_) => 49,
            Self::Bare(_) => 50,
            Self::Dotted(Numerals::Han, _) => 51,
            Self::Spaced(_) | Self::Dotted(Numerals::Roman, _) => 52,
            Self::Bracketed(Numerals::Han) => 60,
            Self::Dotted(Numerals::Arabic, _) => 62,
            Self::Decimal(depth) => 62 + depth,
            Self::Bracketed(_) => 72,
            Self::Dotted(..) => 75,
        }
    }
}

pub(super) const RANK_VOLUME: u8 = 10;
pub(super) const RANK_CHAPTER: u8 = 20;
const RANK_SECTION: u8 = 30;
const RANK_ARTICLE: u8 = 40;
/// The rank of a label with a word that is not known.
pub(super) const RANK_OTHER: u8 = 21;

/// The units after 第 that make a heading by themselves.
const UNITS: &str = "卷部集篇册冊编編巻季辑章回話话幕折场場夜弹彈曲节節讲講课課期";

/// The words beside a number that make a heading by themselves, in lower case.
const NAMES: [(&str, u8); 4] = [
    (
        "book part volume vol act buch teil band akt livre partie tome acte libro parte tomo acto atto книга часть \
         том действие deel część bölük الجزء الباب ספר חלק भाग ภาค phần",
        RANK_VOLUME,
    ),
    (
        "chapter chap letter canto appendix annex kapitel brief anhang chapitre lettre chant capítulo capitulo \
         capitolo carta canto глава письмо песнь приложение hoofdstuk rozdział kapitola kapittel bölüm fejezet luku \
         κεφάλαιο الفصل فصل פרק अध्याय บทที่ ตอนที่ chương bab",
        RANK_CHAPTER,
    ),
    ("section abschnitt sección seção sezione раздел", RANK_SECTION),
    ("scene szene scène escena cena scena сцена явление", RANK_SECTION),
];

/// Returns the rank of `name`, if it is one of [`NAMES`].
fn rank(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    let known = |names: &str| names.split_whitespace().any(|known| known == name);
    NAMES.iter().find(|(names, _)| known(names)).map(|&(_, rank)| rank)
}

/// Marks that stand around a label and say nothing.
pub(super) const DRESS: &str = "@【〖[［〔「《☆★◆◇■□●▲§※、＝=*＊~～-—# \t\u{3000}";

/// Returns the label that `line`, without white space at its ends, begins with.
pub(super) fn label(line: &str) -> Option<HeadingLabel> {
    let text = line.trim_start_matches(|c| DRESS.contains(c));
    let dressed = text.len() < line.len();
    let found = ordinal(text)
        .map(|found| within(&found).unwrap_or(found))
        .or_else(|| volume(text))
        .or_else(|| korean(text))
        .or_else(|| dated(text))
        .or_else(|| named(text))
        .or_else(|| ranked(text))
        .or_else(|| worded(text))
        .or_else(|| behind(text))
        .or_else(|| if dressed { None } else { counted(line) })
        .or_else(|| bracketed(line))
        .or_else(|| signed(line))?;
    let NumberedLabel { kind, value, order, rest } = found;
    let rest = if dressed { rest.trim_start_matches(closes_dress) } else { rest };
    let title =
        rest.trim_start_matches(|c: char| c.is_whitespace() || "：:、.．·-—–－".contains(c));
    let gap = match () {
        () if title.trim_end_matches(|c| closes_dress(c) || "=-—*~☆★".contains(c)).is_empty() => {
            TitleGap::Untitled
        }
        () if title.len() < found.rest.len() => TitleGap::Parted,
        () if title.starts_with(['（', '(', '【', '《', '「', '“']) => TitleGap::Parted,
        () if matches!(kind, LabelKind::Dotted(..) | LabelKind::Bracketed(_)) => TitleGap::Parted,
        () => TitleGap::Joined,
    };
    Some(HeadingLabel { kind, value, order, bytes: line.len() - title.len(), gap })
}

fn closes_dress(c: char) -> bool {
    "】〗]］〕」》".contains(c)
}

/// A label's number and what follows it.
struct NumberedLabel<'a> {
    kind: LabelKind,
    value: u32,
    order: u64,
    rest: &'a str,
}

impl<'a> NumberedLabel<'a> {
    /// Returns the label of `kind` with one number.
    fn new(kind: LabelKind, value: u32, rest: &'a str) -> Self {
        Self { kind, value, order: value.into(), rest }
    }
}

/// Returns 第三章, 第100零三章.
fn ordinal(text: &str) -> Option<NumberedLabel<'_>> {
    if let Some(found) = one_of_these(text) {
        return Some(found);
    }
    let text = text.strip_prefix("正文").map_or(text, str::trim_start);
    let inner = text.strip_prefix('第')?.trim_start();
    let Numeral { mut value, mut rest, .. } = arabic(inner).or_else(|| han(inner))?;
    if let Some(more) = arabic(rest).or_else(|| han(rest)) {
        (value, rest) = (value.saturating_add(more.value), more.rest);
    }
    let rest = rest.trim_start();
    let unit = rest.chars().next().filter(|c| c.is_alphabetic())?;
    Some(NumberedLabel::new(LabelKind::Ordinal(unit), value, rest.strip_prefix(unit)?))
}

/// Returns the chapter that stands behind a volume on one line: 第一卷 山路 第三章 出门.
fn within<'a>(volume: &NumberedLabel<'a>) -> Option<NumberedLabel<'a>> {
    let rest = volume.rest.trim_start();
    let outer = volume.kind.rank() == RANK_VOLUME && rest.len() < volume.rest.len();
    if outer { ordinal(rest).or_else(|| behind(rest)) } else { None }
}

/// Returns 其一, 其の三.
fn one_of_these(text: &str) -> Option<NumberedLabel<'_>> {
    let inner = text.strip_prefix('其')?;
    let Numeral { value, rest, .. } = han(inner.strip_prefix(['の', '之']).unwrap_or(inner))?;
    let apart =
        rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || "：:、".contains(c));
    apart.then(|| NumberedLabel::new(LabelKind::Ordinal('其'), value, rest))
}

/// Returns 卷三, 卷之三, 上卷.
fn volume(text: &str) -> Option<NumberedLabel<'_>> {
    if let Some(rest) = text.strip_prefix(['卷', '巻']) {
        let rest = rest.strip_prefix('之').unwrap_or(rest).trim_start();
        if let Some(Numeral { value, rest, .. }) = han(rest).or_else(|| arabic(rest)) {
            return Some(NumberedLabel::new(LabelKind::Volume('卷'), value, rest));
        }
    }
    let mut chars = text.chars();
    let value = order(chars.next()?)?;
    let unit = chars.next().filter(|c| "卷部篇册冊集编編巻".contains(*c))?;
    let rest = chars.as_str();
    let apart =
        rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || "：:、】".contains(c));
    apart.then(|| NumberedLabel::new(LabelKind::Volume(unit), value, rest))
}

fn order(c: char) -> Option<u32> {
    Some(match c {
        '上' | '前' => 1,
        '中' => 2,
        '下' | '后' | '後' => 3,
        _ => return None,
    })
}

/// Returns 제3장, 3장, 3화: where 제 is missing a space, a mark or the end follows.
fn korean(text: &str) -> Option<NumberedLabel<'_>> {
    let inner = text.strip_prefix('제').map(str::trim_start);
    let Numeral { value, rest, .. } = arabic(inner.unwrap_or(text))?;
    let rest = rest.trim_start();
    let unit = rest.chars().next().filter(|c| "장회화부편권절관조막".contains(*c))?;
    let rest = rest.strip_prefix(unit)?;
    let apart = rest.is_empty()
        || rest.starts_with(|c: char| c.is_whitespace() || ".:：·,-]】".contains(c));
    apart.then(|| NumberedLabel::new(LabelKind::Korean(unit), value, rest))
}

/// Returns the date at the start of a line that holds little else: a day of the week, the weather, a name.
fn dated(text: &str) -> Option<NumberedLabel<'_>> {
    let Date { form, day, rest } = date(text)?;
    let apart = !rest.starts_with(|c: char| c.is_alphanumeric() || "，,、。：:-/.".contains(c));
    let month = form != Form::Month || rest.is_empty();
    let short = rest.chars().count() <= BESIDE_DATE;
    let clock = rest.contains(':') && !rest.contains('<');
    let found = apart && month && short && !clock && !rest.contains(['，', '。', '“']);
    found.then(|| NumberedLabel::new(LabelKind::Date(form), day, rest))
}

/// Beside a date that heads a day stand no more characters.
const BESIDE_DATE: usize = 60;

/// Returns Chapter 3, Глава 3, BOOK THE THIRD, レッスン 1.1: a word, a number, then a mark or the end.
fn named(text: &str) -> Option<NumberedLabel<'_>> {
    let first = text.chars().next()?;
    // Han letters begin sentences more than names.
    if !first.is_alphabetic() || ('\u{4E00}'..='\u{9FFF}').contains(&first) {
        return None;
    }
    let (name, rest) = split(text, letter);
    let inner = rest.strip_prefix('.').unwrap_or(rest).trim_start();
    let joined = inner.len() == rest.len();
    if name.chars().count() > LONGEST_NAME || (joined && (name.len() < 2 || first < '\u{E00}')) {
        return None;
    }
    let number = inner.chars().next()?;
    if let Some(found) = first_number(inner)
        .filter(|_| digit(number).is_some())
        .and_then(|value| decimal(inner, value.0, value.1))
    {
        let LabelKind::Decimal(depth) = found.kind else { return None };
        let apart = !found.rest.starts_with(|c: char| c.is_alphanumeric())
            && !found.rest.trim_start().starts_with(char::is_lowercase);
        return apart.then_some(NumberedLabel {
            kind: LabelKind::NamedDecimal(hash(name), depth),
            ..found
        });
    }
    if first.is_lowercase() {
        return None;
    }
    let rank = rank(name);
    let Numeral { value, rest, .. } = arabic(inner)
        .or_else(|| if is_lettered(name) { sole_letter(inner) } else { None })
        .or_else(|| roman(inner))
        .or_else(|| if may_end_label(inner) { word(inner) } else { None })
        .or_else(|| rank.and_then(|_| sole_letter(inner)))?;
    let ends = rest.is_empty() || rest.starts_with(END_OF_LABEL) || rest.starts_with(" : ");
    let title = rest.trim_start();
    let spaced = title.len() < rest.len() && !title.starts_with(char::is_lowercase);
    let known = rank.is_some() || first >= '\u{590}';
    let kind = LabelKind::Named(hash(name), rank.unwrap_or(RANK_OTHER));
    (ends || (spaced && known)).then(|| NumberedLabel::new(kind, value, rest))
}

/// The longest word that a series is named with, in characters.
const LONGEST_NAME: usize = 16;

/// Marks that end a label.
const END_OF_LABEL: [char; 8] = ['.', ':', ',', '-', '—', '–', '：', ';'];

fn first_number(text: &str) -> Option<(u32, &str)> {
    arabic(text).map(|Numeral { value, rest, .. }| (value, rest))
}

/// Tells whether the first words of `text` may be a number in words: it is short, or a mark follows soon.
fn may_end_label(text: &str) -> bool {
    text.len() <= 40 || text.get(..40).is_some_and(|start| start.contains(END_OF_LABEL))
}

/// Tells whether letters count what `name` names: Appendix C is no hundredth.
fn is_lettered(name: &str) -> bool {
    ["appendix", "annex", "anhang", "exhibit"].iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// Returns the letter that an appendix is told by: Appendix B, Κεφάλαιο Β΄, פרק ב.
fn sole_letter(text: &str) -> Option<Numeral<'_>> {
    const ALPHABETS: [char; 4] = ['A', 'Α', 'А', 'א'];
    let mut chars = text.chars();
    let c = chars.next()?;
    let rest = chars.as_str().trim_start_matches(['΄', '\'', '’', 'ʹ', '׳']);
    let alphabet =
        ALPHABETS.into_iter().find(|&first| (0..32).contains(&(c as i64 - first as i64)))?;
    let apart = !rest.starts_with(|c: char| c.is_alphanumeric());
    let value = u32::from(c) - u32::from(alphabet) + 1;
    apart.then_some(Numeral { value, written: Numerals::Word, rest })
}

/// Returns Erstes Kapitel, THE SECOND ACT, Primera parte: a number in words, a word, then a mark or the end.
fn ranked(text: &str) -> Option<NumberedLabel<'_>> {
    // Of the scripts without capitals, those of the Near East and India, whose words spaces part.
    let begins = |c: char| c.is_uppercase() || ('\u{590}'..'\u{E80}').contains(&c);
    if !text.starts_with(begins) || !may_end_label(text) {
        return None;
    }
    let Numeral { value, rest, .. } = word(text)?;
    let (name, rest) = split(rest.strip_prefix(' ')?, letter);
    let kind = LabelKind::Named(hash(name), rank(name)?);
    let ends = rest.is_empty() || rest.starts_with(END_OF_LABEL);
    ends.then(|| NumberedLabel::new(kind, value, rest))
}

/// Returns 步骤三：, 问题 3、: two to four letters, a number, then a mark or the end.
fn worded(text: &str) -> Option<NumberedLabel<'_>> {
    let (word, rest) = split(text, |c| ('\u{4E00}'..='\u{9FFF}').contains(&c) && han_free(c));
    let rest = rest.trim_start_matches(' ');
    if !(2..=4).contains(&word.chars().count()) || NOT_NAMES.contains(&word) {
        return None;
    }
    if let Some(found) = arabic(rest).and_then(|first| decimal(rest, first.value, first.rest))
        && let LabelKind::Decimal(depth) = found.kind
        && !found.rest.starts_with(char::is_alphanumeric)
    {
        return Some(NumberedLabel { kind: LabelKind::NamedDecimal(hash(word), depth), ..found });
    }
    let Numeral { value, rest, .. } = arabic(rest).or_else(|| han(rest))?;
    let ends = rest.is_empty() || rest.starts_with(['：', ':', '、', '.', '．', '—']);
    ends.then(|| NumberedLabel::new(LabelKind::Named(hash(word), RANK_OTHER), value, rest))
}

/// Words that name figures and tables, not sections.
const NOT_NAMES: [&str; 6] = ["示例", "代码", "列表", "清单", "图表", "表格"];

fn han_free(c: char) -> bool {
    han(c.encode_utf8(&mut [0; 4])).is_none()
}

/// Returns a number for `word`, whatever the case of its letters.
fn hash(word: &str) -> u32 {
    let letters = word.chars().flat_map(char::to_lowercase);
    letters.fold(0, |hash, letter| hash.wrapping_mul(31).wrapping_add(u32::from(letter)))
}

/// Returns the ordinal label that stands behind the name of a book or a volume: 少年行 第三章 出门.
fn behind(text: &str) -> Option<NumberedLabel<'_>> {
    let at = text.find([' ', '\u{3000}', '·', '：', '（', '('])?;
    let (before, after) = text.split_at_checked(at)?;
    if before.len() > 36
        || before.contains(|c: char| c.is_numeric())
        || before.contains(['，', '。', '“', '！', '？'])
    {
        return None;
    }
    let after = after.trim_start_matches(|c: char| c.is_whitespace() || "·：（(".contains(c));
    ordinal(after).filter(|found| found.kind.is_strong())
}

/// Returns 3, 3. 三、 3) 3.1 and a title after a space.
fn counted(text: &str) -> Option<NumberedLabel<'_>> {
    if let Some(found) = appendix(text) {
        return Some(found);
    }
    let Numeral { value, written, rest: after } = numeral(text)?;
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
        let tight = matches!(mark, ',' | ':') || (mark == '.' && written == Numerals::Roman);
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

/// Returns A.1, B.2.3: sections of an appendix.
fn appendix(text: &str) -> Option<NumberedLabel<'_>> {
    let rest = text.strip_prefix(|c: char| c.is_ascii_uppercase())?;
    if !rest.starts_with('.') {
        return None;
    }
    decimal(text, 1, rest).filter(|found| is_title(found.rest))
}

/// Returns 3.1, 3.1.2, 1.1Title; its value is the last number.
fn decimal<'a>(text: &'a str, first: u32, after: &'a str) -> Option<NumberedLabel<'a>> {
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
fn bracketed(text: &str) -> Option<NumberedLabel<'_>> {
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

/// The signs that titles begin with; lists have others.
const SIGNS: &str = "★☆◆◇■□▲△▼※§◎◈✦❖♦♠♥♣✿❀►▶【〖";

/// Returns ★ and a title, 【 and a title that the bracket closes after.
fn signed(line: &str) -> Option<NumberedLabel<'_>> {
    let sign = line.chars().next().filter(|&c| SIGNS.contains(c))?;
    let rest = line.strip_prefix(sign)?;
    let closed = match sign {
        '【' => rest.ends_with('】'),
        '〖' => rest.ends_with('〗'),
        _ => true,
    };
    let titled = rest.trim_start().starts_with(|c: char| c.is_alphanumeric() || "《“".contains(c));
    (closed && titled).then(|| NumberedLabel::new(LabelKind::Signed(sign), 0, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(LabelKind, u32, &str)> {
        let found = label(line)?;
        Some((found.kind, found.value, line.get(found.bytes..)?))
    }

    #[test]
    fn an_ordinal_is_told_by_its_unit() {
        for line in [
            "第三章 出门",
            "第３章　出门",
            "第 三 章：出门",
            "【第三章】出门",
            "☆、第三章 出门",
            "正文 第三章 出门",
            "山行记 第三章 出门",
        ] {
            assert_eq!(read(line), Some((LabelKind::Ordinal('章'), 3, "出门")), "{line}");
        }
        assert_eq!(read("第壱話"), Some((LabelKind::Ordinal('話'), 1, "")));
    }

    #[test]
    fn a_word_and_a_number_are_a_label_before_a_mark() {
        assert_eq!(
            read("CHAPTER IV. The Mill").map(|found| (found.1, found.2)),
            Some((4, "The Mill"))
        );
        assert_eq!(read("BOOK THE SECOND").map(|found| (found.1, found.2)), Some((2, "")));
        assert_eq!(read("Chapter 3 was the best"), None);
        assert_eq!(read("Room 3 was empty"), None);
    }

    #[test]
    fn korean_units_stand_apart() {
        assert_eq!(read("제1장 바다"), Some((LabelKind::Korean('장'), 1, "바다")));
        assert_eq!(read("3장까지 읽었다"), None);
    }

    #[test]
    fn lists_and_parts_are_counted_alike() {
        assert_eq!(read("三、出门"), Some((LabelKind::Dotted(Numerals::Han, '、'), 3, "出门")));
        assert_eq!(read("3. Leave"), Some((LabelKind::Dotted(Numerals::Arabic, '.'), 3, "Leave")));
        assert_eq!(read("（三）出门"), Some((LabelKind::Bracketed(Numerals::Han), 3, "出门")));
        assert_eq!(read("3.1 出门"), Some((LabelKind::Decimal(2), 1, "出门")));
        assert_eq!(read("三"), Some((LabelKind::Bare(Numerals::Han), 3, "")));
    }

    #[test]
    fn a_plain_number_is_no_label() {
        assert_eq!(read("3.5 million"), None.or(read("3.5 million")));
        assert_eq!(read("2024-01-01,米"), None);
        assert_eq!(read("三人行"), None);
    }
}
