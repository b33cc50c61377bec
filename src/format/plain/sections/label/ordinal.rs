//! Ordinals and volumes: 第三章, 其一, 卷三, 上卷, 제3장.

use super::super::numeral::{Numeral, arabic, han};
use super::{LabelKind, NumberedLabel, RANK_VOLUME};

/// Returns 第三章, 第100零三章.
pub(super) fn ordinal(text: &str) -> Option<NumberedLabel<'_>> {
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
pub(super) fn within<'a>(volume: &NumberedLabel<'a>) -> Option<NumberedLabel<'a>> {
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
pub(super) fn volume(text: &str) -> Option<NumberedLabel<'_>> {
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
pub(super) fn korean(text: &str) -> Option<NumberedLabel<'_>> {
    let inner = text.strip_prefix('제').map(str::trim_start);
    let Numeral { value, rest, .. } = arabic(inner.unwrap_or(text))?;
    let rest = rest.trim_start();
    let unit = rest.chars().next().filter(|c| "장회화부편권절관조막".contains(*c))?;
    let rest = rest.strip_prefix(unit)?;
    let apart = rest.is_empty()
        || rest.starts_with(|c: char| c.is_whitespace() || ".:：·,-]】".contains(c));
    apart.then(|| NumberedLabel::new(LabelKind::Korean(unit), value, rest))
}

/// Returns the ordinal label that stands behind the name of a book or a volume: 少年行 第三章 出门.
pub(super) fn behind(text: &str) -> Option<NumberedLabel<'_>> {
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
