//! The tags of Vim's help, which stand on the lines of its titles and are no part of them.

use std::borrow::Cow;

/// Returns `line` without the `*tags*` that white space parts from its words; a number that is a tag loses its stars alone, and
/// tags alone, set in, leave nothing.
pub(super) fn untagged(line: &str) -> Cow<'_, str> {
    let line = if is_all_tags(line) { "" } else { tags_off(line).unwrap_or(line) };
    match tag_before(line) {
        Some((tag, title)) if is_number(tag) => Cow::Owned(format!("{tag} {title}")),
        Some((_, title)) => Cow::Borrowed(title),
        None => Cow::Borrowed(line),
    }
}

/// Tells whether `line` is set in and has nothing but tags.
fn is_all_tags(line: &str) -> bool {
    let tag = |word: &str| {
        let inner = word.strip_prefix('*').and_then(|word| word.strip_suffix('*'));
        inner.is_some_and(|inner| inner.contains(char::is_alphanumeric))
    };
    line.starts_with([' ', '\t'])
        && line.trim_start().starts_with('*')
        && line.split_whitespace().all(tag)
}

/// Returns what stands before the tags at the end of `line`, if there are some.
fn tags_off(line: &str) -> Option<&str> {
    let mut words = line;
    while let Some(tagged) = words.trim_end().strip_suffix('*')
        && let Some((before, tag)) = tagged.rsplit_once('*')
        && before.ends_with([' ', '\t'])
        && !tag.is_empty()
        && !tag.contains(char::is_whitespace)
    {
        words = before;
    }
    let title = words.trim_end();
    let parted = words.get(title.len()..).is_some_and(|gap| gap.contains('\t') || gap.len() > 1);
    (parted && words.len() < line.len() && !title.is_empty()).then_some(title)
}

/// Returns the tag at the start of `line`, before a tab and a title, and that title.
fn tag_before(line: &str) -> Option<(&str, &str)> {
    let (tag, title) = line.strip_prefix('*')?.split_once("*\t")?;
    let title = title.trim_start();
    (!tag.contains(char::is_whitespace) && !title.is_empty()).then_some((tag, title))
}

/// Tells whether `tag` is a number: 05.1.
fn is_number(tag: &str) -> bool {
    tag.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_shown_without_tags() {
        for (line, title) in [
            ("1. Ropes\t\t*ropes*", "1. Ropes"),
            ("2. Oars of two kinds   *oar* *oars-two*", "2. Oars of two kinds"),
            ("*05.1*\tThe lamp\t\t*lamp*", "05.1 The lamp"),
            ("*rope*\tHow to tie it", "How to tie it"),
            ("\t\t*ropes* *knots*", ""),
            ("   * * *", "   * * *"),
            ("*ropes* *knots*", "*ropes* *knots*"),
            ("It is *not* so", "It is *not* so"),
            ("It is so *indeed*", "It is so *indeed*"),
            ("a * b *", "a * b *"),
            ("*Ropes*", "*Ropes*"),
        ] {
            assert_eq!(untagged(line), title);
        }
    }
}
