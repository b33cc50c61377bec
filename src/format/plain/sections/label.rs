//! The numbers and words that headings are labelled with: 第三章, 卷二, Chapter IV, 제5장, 一、, （二）, 3.1, 楔子 …

mod counted;
mod named;
mod ordinal;

use super::date::{Date, Form, date};
use super::numeral::Numerals;
use counted::{bracketed, counted, hashed, paragraph};
use named::{after_number, bare_release, named, ranked, release, worded};
use ordinal::{behind, korean, ordinal, volume, within};

/// A label at the start of a line, and where its title begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HeadingLabel {
    /// What the number counts; headings of one kind form a series.
    pub(super) kind: LabelKind,
    /// The number, from 1; of 3.1.2, the last; of a date, about its day.
    pub(super) value: u32,
    /// All numbers of 3.1.2 in one, so that a later label has a greater one; of 3/2/1888 the day, if the month stands first;
    /// of others, the number.
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
            Self::Named(_, rank) => !matches!(rank, RANK_OTHER | RANK_ARTICLE),
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
pub(super) const RANK_ARTICLE: u8 = 40;
/// The rank of a label with a word that is not known.
pub(super) const RANK_OTHER: u8 = 21;

/// The units after 第 that make a heading by themselves.
const UNITS: &str = "卷部集篇册冊编編巻季辑章回話话幕折场場夜弹彈曲节節讲講课課期";

/// Marks that stand around a label and say nothing.
pub(super) const DRESS: &str = "@【〖[［〔「《☆★◆◇■□●▲§※、＝=*＊~～-—# \t\u{3000}";

/// Returns the label that `line`, without white space at its ends, begins with.
pub(super) fn label(line: &str) -> Option<HeadingLabel> {
    let text = line.trim_start_matches(|c| DRESS.contains(c));
    let dressed = text.len() < line.len();
    let found = paragraph(line)
        .or_else(|| ordinal(text))
        .map(|found| within(&found).unwrap_or(found))
        .or_else(|| volume(text))
        .or_else(|| korean(text))
        .or_else(|| dated(text))
        .or_else(|| named(text))
        .or_else(|| ranked(text))
        .or_else(|| after_number(text))
        .or_else(|| if dressed { None } else { release(text).or_else(|| bare_release(text)) })
        .or_else(|| worded(text))
        .or_else(|| behind(text))
        .or_else(|| if dressed { hashed(line) } else { counted(line) })
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

/// Returns the date at the start of a line that holds little else: a day of the week, the weather, a name.
fn dated(text: &str) -> Option<NumberedLabel<'_>> {
    let Date { form, day, or, rest } = date(text)?;
    let apart = !rest.starts_with(|c: char| c.is_alphanumeric() || "，,、。：:-/.".contains(c))
        || is_time_of_day(rest);
    let month = form != Form::Month || rest.is_empty();
    let short = rest.chars().count() <= BESIDE_DATE;
    let clock = rest.contains(':') && !rest.contains('<');
    let weather = rest.starts_with(char::is_whitespace) && rest.chars().count() <= WEATHER;
    let sentence = rest.contains(['。', '“']) || rest.contains('，') && !weather;
    let asked = rest.ends_with(['?', '？']);
    let found = apart && month && short && !clock && !sentence && !asked;
    let kind = LabelKind::Date(form);
    found.then_some(NumberedLabel { kind, value: day, order: or.into(), rest })
}

/// Tells whether `rest`, which follows a date, is a comma and the time of the day in a few words: , abends; , late at night.
fn is_time_of_day(rest: &str) -> bool {
    rest.strip_prefix(", ").is_some_and(|time| {
        let words = time.split(' ').count();
        words <= 3
            && time.chars().count() <= WEATHER
            && time.chars().all(|c| c.is_alphabetic() || c == ' ')
    })
}

/// The weather takes no more characters.
const WEATHER: usize = 20;

/// Beside a date that heads a day stand no more characters.
const BESIDE_DATE: usize = 60;

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
        assert_eq!(read("#3. Leave"), Some((LabelKind::Dotted(Numerals::Arabic, '#'), 3, "Leave")));
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
