//! A word and a number: Chapter 3, Глава 3, Erstes Kapitel, 步骤三.

use super::super::numeral::{
    Numeral, Numerals, arabic, digit, han, letter, letters_after, plain_letters, roman, split, word,
};
use super::counted::decimal;
use super::{
    LabelKind, NumberedLabel, RANK_ARTICLE, RANK_CHAPTER, RANK_OTHER, RANK_SECTION, RANK_VOLUME,
};

/// The words beside a number that tell what it counts, in lower case.
const NAMES: [(&str, u8); 5] = [
    (
        "book part volume vol act buch teil band akt aufzug livre partie tome acte libro parte tomo acto atto книга часть \
         частина том действие дія deel część bölük الجزء الباب ספר חלק भाग ภาค phần quyển title titre título titolo \
         titel rész díl del osa",
        RANK_VOLUME,
    ),
    (
        "chapter chap letter canto appendix annex kapitel kapitlet brief anhang chapitre lettre chant capítulo capitulo \
         capitolo carta canto глава розділ письмо песнь приложение hoofdstuk rozdział kapitola kapittel bölüm \
         fejezet luku capitolul κεφάλαιο الفصل فصل פרק अध्याय অধ্যায় அத்தியாயம் บทที่ ตอนที่ chương bab kabanata",
        RANK_CHAPTER,
    ),
    ("section abschnitt sección seção sezione раздел", RANK_SECTION),
    ("scene szene auftritt scène escena cena scena сцена явление ява", RANK_SECTION),
    (
        "article artikel artículo artigo articolo artykuł статья стаття madde άρθρο المادة סעיף điều pasal",
        RANK_ARTICLE,
    ),
];

/// Returns the rank of `name`, if it is one of [`NAMES`].
fn rank(name: &str) -> Option<u8> {
    let name: String = plain_letters(name).collect();
    let known =
        |names: &str| names.split_whitespace().any(|known| letters_after(&name, known) == Some(0));
    NAMES.iter().find(|(names, _)| known(names)).map(|&(_, rank)| rank)
}

/// Returns Chapter 3, Глава 3, BOOK THE THIRD, レッスン 1.1, v1.1: a word, a number, then a mark or the end.
pub(super) fn named(text: &str) -> Option<NumberedLabel<'_>> {
    let first = text.chars().next()?;
    // Han letters begin sentences more than names.
    if !first.is_alphabetic() || ('\u{4E00}'..='\u{9FFF}').contains(&first) {
        return None;
    }
    let (name, rest) = split(text, letter);
    let inner = rest.strip_prefix('.').unwrap_or(rest).trim_start();
    let joined = inner.len() == rest.len();
    let version = name.eq_ignore_ascii_case("v");
    let loose = joined && !version && (name.len() < 2 || first < '\u{E00}');
    if name.chars().count() > LONGEST_NAME || loose {
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
    if first.is_lowercase() || (version && joined) {
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
    let known = rank.is_some_and(|rank| rank != RANK_ARTICLE) || first >= '\u{590}';
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

/// Returns Erstes Kapitel, THE SECOND ACT, Primera parte: a number in words, a word, then a mark or the end; and a number
/// in words alone.
pub(super) fn ranked(text: &str) -> Option<NumberedLabel<'_>> {
    // Of the scripts without capitals, those of the Near East and India, whose words spaces part.
    let begins = |c: char| c.is_uppercase() || ('\u{590}'..'\u{E80}').contains(&c);
    if !text.starts_with(begins) || !may_end_label(text) {
        return None;
    }
    let Numeral { value, written, rest } = word(text)?;
    if rest.trim_end_matches('.').is_empty() {
        return Some(NumberedLabel::new(LabelKind::Bare(written), value, ""));
    }
    let (name, rest) = split(rest.strip_prefix(' ')?, letter);
    let kind = LabelKind::Named(hash(name), rank(name)?);
    let ends = rest.is_empty() || rest.starts_with(END_OF_LABEL);
    let goes_on = rest.strip_prefix("; ").is_some_and(|rest| rest.starts_with(char::is_lowercase));
    (ends && !goes_on).then(|| NumberedLabel::new(kind, value, rest))
}

/// Returns 1. Akt, 3. fejezet: a number, a word that follows its number, then a mark or the end.
pub(super) fn after_number(text: &str) -> Option<NumberedLabel<'_>> {
    const NAMES: &str = "akt aufzug auftritt szene kapitel teil band abschnitt kapitola díl fejezet rész felvonás \
                         jelenet bölüm perde luku osa rozdział część akt scena";
    let Numeral { value, rest, .. } = arabic(text)?;
    let (name, rest) = split(rest.strip_prefix(". ")?, letter);
    let lower = name.to_lowercase();
    let known = NAMES.split_whitespace().any(|known| known == lower);
    let ends = rest.is_empty() || rest.starts_with(END_OF_LABEL);
    let kind = LabelKind::Named(hash(name), rank(name).unwrap_or(RANK_SECTION));
    (known && ends).then(|| NumberedLabel::new(kind, value, rest))
}

/// Returns Changes in 1.4, What's new in version 2.1.3: some words for what is new, and the number of a release.
pub(super) fn release(text: &str) -> Option<NumberedLabel<'_>> {
    const NEWS: [&str; 5] = ["change", "new", "release", "notes", "highlights"];
    let at = text.find(|c: char| c.is_ascii_digit())?;
    let (words, number) = text.split_at_checked(at).filter(|(words, _)| words.ends_with(' '))?;
    let lower = words.to_lowercase();
    let tells = text.starts_with(char::is_uppercase)
        && words.split_whitespace().count() <= RELEASE_WORDS
        && NEWS.iter().any(|news| lower.contains(news));
    let first = first_number(number).filter(|_| tells)?;
    let found = decimal(number, first.0, first.1)?;
    let LabelKind::Decimal(depth) = found.kind else { return None };
    let rest = found.rest.trim_start();
    let ends = rest.is_empty() || rest.starts_with(['(', '[', ':', '-', '–', '—']);
    let kind = LabelKind::NamedDecimal(hash(words), depth);
    ends.then_some(NumberedLabel { kind, ..found })
}

/// Returns 1.4.2, 1.4.2 (2023-05-06): the number of a release with no words.
pub(super) fn bare_release(text: &str) -> Option<NumberedLabel<'_>> {
    let (value, rest) = first_number(text)?;
    let found = decimal(text, value, rest)?;
    let LabelKind::Decimal(depth) = found.kind else { return None };
    let date = found.rest.trim_start().strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let alone = found.rest.is_empty() && !text.ends_with('.');
    let dated = date.is_some_and(|date| date.starts_with(|c: char| c.is_ascii_digit()));
    let kind = LabelKind::NamedDecimal(hash(""), depth);
    (alone || dated).then_some(NumberedLabel { kind, ..found })
}

/// No more words stand before the number of a release.
const RELEASE_WORDS: usize = 5;

/// Returns 步骤三：, 问题 3、: two to four letters, a number, then a mark or the end.
pub(super) fn worded(text: &str) -> Option<NumberedLabel<'_>> {
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
    plain_letters(word)
        .fold(0, |hash, letter| hash.wrapping_mul(31).wrapping_add(u32::from(letter)))
}
