//! The text of a block as Markdown: its marks, and escapes for what else would be one.

use std::ops::Range;

use super::trimmed;
use crate::document::{Extra, Mark, Part, Style};

/// The styles that are written around text, the outermost first, with what stands before and after it.
const STYLES: [(Style, &str, &str); 5] = [
    (Style::UNDERLINED, "<u>", "</u>"),
    (Style::HIGHLIGHTED, "<mark>", "</mark>"),
    (Style::STRUCK, "~~", "~~"),
    (Style::STRONG, "**", "**"),
    (Style::EMPHASIS, "*", "*"),
];

/// Returns `range` of the text of `part` in Markdown. The style `implied` is of all of it and not written.
pub(super) fn inline(part: &Part, range: Range<usize>, implied: Style) -> String {
    let within = |bytes: &Range<usize>| bytes.start.max(range.start)..bytes.end.min(range.end);
    let mut written = String::new();
    let mut at = range.start;
    let mut rest = part.marks_in(range.clone());
    while let Some(first) = rest.first() {
        let (group, after) = rest.split_at(linked(rest));
        let end = group.last().map_or(first.range.end, |last| last.range.end);
        let bytes = within(&(first.range.start..end));
        written.push_str(&escaped(part.slice(at..bytes.start)));
        let text: String = group
            .iter()
            .map(|mark| marked(part, mark, within(&mark.range), mark.style.without(implied)))
            .collect();
        written.push_str(&link(part, first, part.slice(bytes.clone()), text));
        (at, rest) = (bytes.end, after);
    }
    written.push_str(&escaped(part.slice(at..range.end)));
    written
}

/// Returns how many of `marks`, at least one, are of the link that the first is of.
fn linked(marks: &[Mark]) -> usize {
    let pairs = marks.iter().zip(marks.iter().skip(1));
    let same = |(one, next): &(&Mark, &Mark)| {
        one.link.is_some() && one.link == next.link && one.range.end == next.range.start
    };
    1 + pairs.take_while(same).count()
}

/// Returns `text`, which is `shown` in Markdown, as the link that `mark` is of, if it is.
fn link(part: &Part, mark: &Mark, shown: &str, text: String) -> String {
    let Some(target) = part.target(mark) else { return text };
    let href = target.href();
    match () {
        () if mark.style.has(Style::NOTE) => {
            format!("[^{}]", shown.trim().trim_matches(['[', ']']))
        }
        // The way back from a note is what a reader of Markdown adds.
        () if shown.trim() == "↩" => String::new(),
        () if mark.style.has(Style::IMAGE) => format!("![{text}]({})", destination(href)),
        () if shown == href && href.contains("://") => format!("<{href}>"),
        () => format!("[{text}]({})", destination(href)),
    }
}

/// Returns `href` as it may stand between the parentheses of a link (CommonMark, link destinations).
fn destination(href: &str) -> String {
    if href.is_empty() || href.contains([' ', '(', ')', '<', '>', '\\']) {
        let bare = href.replace('\\', "\\\\").replace('<', "\\<").replace('>', "\\>");
        return format!("<{bare}>");
    }
    href.to_owned()
}

/// Returns the text of `mark` in `range` with what `style`, that of the mark, writes around it.
fn marked(part: &Part, mark: &Mark, range: Range<usize>, style: Style) -> String {
    let text = part.slice(range.clone());
    if style.has(Style::SIGN) {
        return String::new();
    }
    if style.has(Style::BREAK) {
        return "<br>".to_owned();
    }
    let inner = trimmed(text, range.clone());
    let (before, after) = (part.slice(range.start..inner.start), part.slice(inner.end..range.end));
    let bare = part.slice(inner);
    if bare.is_empty() {
        return text.to_owned();
    }
    let mut written = match mark.extra {
        // What has signs of Unicode, as ², is written with those.
        _ if style.has(Style::RAISED) && bare.starts_with('^') => shifted(bare, '^', "sup"),
        _ if style.has(Style::LOWERED) && bare.starts_with('_') => shifted(bare, '_', "sub"),
        _ if style.has(Style::CODE) => code(bare),
        _ if style.has(Style::MATH) => bare.to_owned(),
        Some(Extra::Reading(number)) => {
            let reading = part.markup().readings.get(number as usize);
            let reading = escaped(reading.map_or("", |reading| &**reading));
            format!("<ruby>{}<rt>{reading}</rt></ruby>", escaped(bare))
        }
        _ => escaped(bare),
    };
    for (_, open, close) in STYLES.iter().rev().filter(|(known, ..)| style.has(*known)) {
        written = format!("{open}{written}{close}");
    }
    format!("{before}{written}{after}")
}

/// Returns `shown`, raised or lowered text with the `sign` before it that says so, in an element of HTML.
fn shifted(shown: &str, sign: char, element: &str) -> String {
    let text = escaped(shown.strip_prefix(sign).unwrap_or(shown));
    format!("<{element}>{text}</{element}>")
}

/// Returns `text` as code (CommonMark, code spans).
fn code(text: &str) -> String {
    let fence = "`".repeat(longest_run(text, '`') + 1);
    let fenced = text.starts_with('`') || text.ends_with('`');
    let blank = if fenced { " " } else { "" };
    format!("{fence}{blank}{text}{blank}{fence}")
}

/// Returns how many of `sign` stand together in `text` at the most.
pub(super) fn longest_run(text: &str, sign: char) -> usize {
    text.split(|c| c != sign).map(str::len).max().unwrap_or(0) / sign.len_utf8()
}

/// Returns `text` with a backslash before what would be a mark of Markdown.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let next = chars.peek().copied().unwrap_or(' ');
        let marks = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '$' => true,
            // Within a word it is no mark (CommonMark, emphasis).
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '&' => next == '#' || next.is_ascii_alphanumeric(),
            '!' => next == '[',
            _ => false,
        };
        if marks {
            escaped.push('\\');
        }
        escaped.push(c);
        before = c;
    }
    escaped
}

/// Returns `text`, in Markdown, with a backslash before what would make its line more than a paragraph's.
pub(super) fn at_block_start(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, after) = text.split_at_checked(digits).unwrap_or(("", text));
    if digits > 0 && after.starts_with(['.', ')']) {
        return format!("{number}\\{after}");
    }
    match text.chars().next() {
        Some('#' | '+' | '-' | '=' | '>' | ':' | '|') => format!("\\{text}"),
        _ => text.to_owned(),
    }
}
