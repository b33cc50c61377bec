//! The numbers and words that headings are labelled with: 第三章, 卷二, Chapter IV, 제5장, 一、, （二）, 3.1, 楔子 …

use super::numeral::{Numeral, Numerals, arabic, han, numeral, roman, split, word};

/// A label at the start of a line, and where its title begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// What the number counts; headings of one kind form a series.
    pub(super) kind: Kind,
    /// The number, from 1.
    pub(super) value: u32,
    /// How many bytes of the line the label takes; the rest is the title.
    pub(super) bytes: usize,
    /// How the title is set off from the label.
    pub(super) gap: Gap,
}

/// What a label counts, and in which figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Kind {
    /// 第三章: the unit it counts.
    Ordinal(char),
    /// 卷三, 上卷.
    Volume(char),
    /// 제3장, 3화: the unit it counts.
    Korean(char),
    /// Chapter 3: the word, told by a hash of its letters, and its rank.
    Named(u32, u8),
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
pub(super) enum Gap {
    /// There is no title.
    Untitled,
    /// By a space or a mark.
    Parted,
    /// Not at all.
    Joined,
}

impl Kind {
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

/// The words before a number that make a heading by themselves.
const NAMES: [(&str, u8); 12] = [
    ("book", RANK_VOLUME),
    ("part", RANK_VOLUME),
    ("volume", RANK_VOLUME),
    ("vol", RANK_VOLUME),
    ("act", RANK_VOLUME),
    ("chapter", RANK_CHAPTER),
    ("chap", RANK_CHAPTER),
    ("letter", RANK_CHAPTER),
    ("canto", RANK_CHAPTER),
    ("appendix", RANK_CHAPTER),
    ("section", RANK_SECTION),
    ("scene", RANK_SECTION),
];

/// Marks that stand around a label and say nothing.
pub(super) const DRESS: &str = "【〖[［〔「《☆★◆◇■□●▲§※、＝=*＊~～-—# \t\u{3000}";

/// Returns the label that `line`, without white space at its ends, begins with.
pub(super) fn label(line: &str) -> Option<Label> {
    let text = line.trim_start_matches(|c| DRESS.contains(c));
    let dressed = text.len() < line.len();
    let dress = if dressed { line.chars().next() } else { None };
    let found = ordinal(text)
        .map(|found| within(&found).unwrap_or(found))
        .or_else(|| volume(text))
        .or_else(|| korean(text))
        .or_else(|| named(text))
        .or_else(|| worded(text))
        .or_else(|| behind(text))
        .or_else(|| if dressed { None } else { counted(line) })
        .or_else(|| bracketed(line))?;
    let Found { kind, value, rest } = found;
    let closers = |c: char| "】〗]］〕」》".contains(c);
    let rest = if dress.is_some() { rest.trim_start_matches(closers) } else { rest };
    let title =
        rest.trim_start_matches(|c: char| c.is_whitespace() || "：:、.．·-—–－".contains(c));
    let gap = match () {
        () if title.trim_end_matches(|c| closers(c) || "=-—*~☆★".contains(c)).is_empty() => {
            Gap::Untitled
        }
        () if title.len() < found.rest.len() => Gap::Parted,
        () if title.starts_with(['（', '(', '【', '《', '「', '“']) => Gap::Parted,
        () if matches!(kind, Kind::Dotted(..) | Kind::Bracketed(_)) => Gap::Parted,
        () => Gap::Joined,
    };
    Some(Label { kind, value, bytes: line.len() - title.len(), gap })
}

/// A label's number and what follows it.
struct Found<'a> {
    kind: Kind,
    value: u32,
    rest: &'a str,
}

/// Returns 第三章.
fn ordinal(text: &str) -> Option<Found<'_>> {
    if let Some(found) = one_of_these(text) {
        return Some(found);
    }
    let text = text.strip_prefix("正文").map_or(text, str::trim_start);
    let inner = text.strip_prefix('第')?.trim_start();
    let Numeral { value, rest, .. } = arabic(inner).or_else(|| han(inner))?;
    let rest = rest.trim_start();
    let unit = rest.chars().next().filter(|c| c.is_alphabetic())?;
    Some(Found { kind: Kind::Ordinal(unit), value, rest: rest.strip_prefix(unit)? })
}

/// Returns the chapter that stands behind a volume on one line: 第一卷 山路 第三章 出门.
fn within<'a>(volume: &Found<'a>) -> Option<Found<'a>> {
    let rest = volume.rest.trim_start();
    let outer = volume.kind.rank() == RANK_VOLUME && rest.len() < volume.rest.len();
    if outer { ordinal(rest).or_else(|| behind(rest)) } else { None }
}

/// Returns 其一, 其の三.
fn one_of_these(text: &str) -> Option<Found<'_>> {
    let inner = text.strip_prefix('其')?;
    let Numeral { value, rest, .. } = han(inner.strip_prefix(['の', '之']).unwrap_or(inner))?;
    let apart =
        rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || "：:、".contains(c));
    apart.then_some(Found { kind: Kind::Ordinal('其'), value, rest })
}

/// Returns 卷三, 卷之三, 上卷.
fn volume(text: &str) -> Option<Found<'_>> {
    if let Some(rest) = text.strip_prefix(['卷', '巻']) {
        let rest = rest.strip_prefix('之').unwrap_or(rest).trim_start();
        if let Some(Numeral { value, rest, .. }) = han(rest).or_else(|| arabic(rest)) {
            return Some(Found { kind: Kind::Volume('卷'), value, rest });
        }
    }
    let mut chars = text.chars();
    let value = order(chars.next()?)?;
    let unit = chars.next().filter(|c| "卷部篇册冊集编編巻".contains(*c))?;
    let rest = chars.as_str();
    let apart =
        rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || "：:、】".contains(c));
    apart.then_some(Found { kind: Kind::Volume(unit), value, rest })
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
fn korean(text: &str) -> Option<Found<'_>> {
    let inner = text.strip_prefix('제').map(str::trim_start);
    let Numeral { value, rest, .. } = arabic(inner.unwrap_or(text))?;
    let rest = rest.trim_start();
    let unit = rest.chars().next().filter(|c| "장회화부편권절관조막".contains(*c))?;
    let rest = rest.strip_prefix(unit)?;
    let apart = rest.is_empty()
        || rest.starts_with(|c: char| c.is_whitespace() || ".:：·,-]】".contains(c));
    apart.then_some(Found { kind: Kind::Korean(unit), value, rest })
}

/// Returns Chapter 3, BOOK THE THIRD, LETTER IV: a word, a number, then a mark or the end.
fn named(text: &str) -> Option<Found<'_>> {
    if !text.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let (name, rest) = split(text, |c| c.is_ascii_alphabetic());
    let inner = rest.strip_prefix('.').unwrap_or(rest).trim_start();
    if name.len() > 12 || inner.len() == rest.len() {
        return None;
    }
    let Numeral { value, rest, .. } =
        arabic(inner).or_else(|| roman(inner)).or_else(|| word(inner))?;
    let rank =
        NAMES.iter().find(|(known, _)| name.eq_ignore_ascii_case(known)).map(|(_, rank)| *rank);
    let ends = rest.is_empty() || rest.starts_with(['.', ':', ',', '-', '—', '–', '：', ';']);
    let spaced = rank.is_some()
        && rest.starts_with(' ')
        && rest.trim_start().starts_with(|c: char| !c.is_lowercase());
    (ends || spaced).then_some(Found {
        kind: Kind::Named(hash(name), rank.unwrap_or(RANK_OTHER)),
        value,
        rest,
    })
}

/// Returns 步骤三：, 问题 3、: two to four letters, a number, then a mark or the end.
fn worded(text: &str) -> Option<Found<'_>> {
    let (word, rest) = split(text, |c| ('\u{4E00}'..='\u{9FFF}').contains(&c) && han_free(c));
    let rest = rest.trim_start_matches(' ');
    if !(2..=4).contains(&word.chars().count()) || NOT_NAMES.contains(&word) {
        return None;
    }
    let Numeral { value, rest, .. } = arabic(rest).or_else(|| han(rest))?;
    let ends = rest.is_empty() || rest.starts_with(['：', ':', '、', '.', '．', '—']);
    ends.then_some(Found { kind: Kind::Named(hash(word), RANK_OTHER), value, rest })
}

/// Words that name figures and tables, not sections.
const NOT_NAMES: [&str; 6] = ["示例", "代码", "列表", "清单", "图表", "表格"];

fn han_free(c: char) -> bool {
    han(c.encode_utf8(&mut [0; 4])).is_none()
}

/// Returns a number for `word`, whatever the case of its letters.
fn hash(word: &str) -> u32 {
    word.bytes().fold(0, |hash, byte| {
        hash.wrapping_mul(31).wrapping_add(u32::from(byte.to_ascii_lowercase()))
    })
}

/// Returns the ordinal label that stands behind the name of a book or a volume: 少年行 第三章 出门.
fn behind(text: &str) -> Option<Found<'_>> {
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
fn counted(text: &str) -> Option<Found<'_>> {
    if let Some(found) = appendix(text) {
        return Some(found);
    }
    let Numeral { value, written, rest } = numeral(text)?;
    if written == Numerals::Arabic
        && let Some(found) = decimal(text, value, rest)
    {
        return Some(found);
    }
    let mut chars = rest.chars();
    let Some(mark) = chars.next() else {
        return Some(Found { kind: Kind::Bare(written), value, rest });
    };
    let rest = chars.as_str();
    if "、.．，,:：)）".contains(mark) {
        let mark = if mark == '．' { '.' } else { mark };
        if rest.trim_start().is_empty() && "、.)）".contains(mark) {
            return Some(Found { kind: Kind::Bare(written), value, rest });
        }
        let tight = matches!(mark, ',' | ':') || (mark == '.' && written == Numerals::Roman);
        let fits = !tight || rest.starts_with(' ');
        return fits.then_some(Found { kind: Kind::Dotted(written, mark), value, rest });
    }
    let titled = !rest.trim_start().is_empty() && written != Numerals::Roman;
    if written == Numerals::Circled {
        let rest = text.strip_prefix(|c: char| !c.is_ascii())?;
        return Some(Found { kind: Kind::Dotted(written, '①'), value, rest });
    }
    (mark.is_whitespace() && titled).then_some(Found { kind: Kind::Spaced(written), value, rest })
}

/// Returns A.1, B.2.3: sections of an appendix.
fn appendix(text: &str) -> Option<Found<'_>> {
    let rest = text.strip_prefix(|c: char| c.is_ascii_uppercase())?;
    rest.starts_with('.').then(|| decimal(text, 1, rest)).flatten()
}

/// Returns 3.1, 3.1.2; its value is the last number.
fn decimal<'a>(text: &'a str, first: u32, after: &'a str) -> Option<Found<'a>> {
    let (mut depth, mut value, mut rest) = (1_u8, first, after);
    while let Some(Numeral { value: next, rest: tail, .. }) =
        rest.strip_prefix(['.', '．', '-', '－']).and_then(arabic)
        && depth < 6
    {
        (depth, value, rest) = (depth + 1, next, tail);
    }
    let rest = rest.strip_prefix(['.', '、', '．']).unwrap_or(rest);
    let apart = rest.starts_with(|c: char| c.is_whitespace() || c >= '\u{2E80}');
    (depth > 1 && apart && text.len() < 160).then_some(Found {
        kind: Kind::Decimal(depth),
        value,
        rest,
    })
}

/// Returns （三） and [3].
fn bracketed(text: &str) -> Option<Found<'_>> {
    let inner =
        text.strip_prefix(['(', '（', '【', '〔', '［', '「', '『', '〈', '《'])?.trim_start();
    let Numeral { value, written, rest } =
        han(inner).or_else(|| arabic(inner)).or_else(|| roman(inner))?;
    let rest =
        rest.trim_start().strip_prefix([')', '）', '】', '〕', '］', '」', '』', '〉', '》'])?;
    Some(Found { kind: Kind::Bracketed(written), value, rest })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(Kind, u32, &str)> {
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
            assert_eq!(read(line), Some((Kind::Ordinal('章'), 3, "出门")), "{line}");
        }
        assert_eq!(read("第壱話"), Some((Kind::Ordinal('話'), 1, "")));
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
        assert_eq!(read("제1장 바다"), Some((Kind::Korean('장'), 1, "바다")));
        assert_eq!(read("3장까지 읽었다"), None);
    }

    #[test]
    fn lists_and_parts_are_counted_alike() {
        assert_eq!(read("三、出门"), Some((Kind::Dotted(Numerals::Han, '、'), 3, "出门")));
        assert_eq!(read("3. Leave"), Some((Kind::Dotted(Numerals::Arabic, '.'), 3, "Leave")));
        assert_eq!(read("（三）出门"), Some((Kind::Bracketed(Numerals::Han), 3, "出门")));
        assert_eq!(read("3.1 出门"), Some((Kind::Decimal(2), 1, "出门")));
        assert_eq!(read("三"), Some((Kind::Bare(Numerals::Han), 3, "")));
    }

    #[test]
    fn a_plain_number_is_no_label() {
        assert_eq!(read("3.5 million"), None.or(read("3.5 million")));
        assert_eq!(read("2024-01-01,米"), None);
        assert_eq!(read("三人行"), None);
    }
}
