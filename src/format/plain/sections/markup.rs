//! Headings that a mark names: Markdown's `#`, Aozora Bunko's annotations; and what is not shown of a title.

use std::borrow::Cow;

use super::numeral::split;

/// Returns the level that a mark in `line` gives it, 1 the outermost.
pub(super) fn marked(line: &str) -> Option<Mark> {
    if let Some(level) = aozora(line) {
        return Some(Mark::Named(level));
    }
    let (signs, title) = split(line, |c| c == '#');
    let titled = title.starts_with([' ', '\u{3000}']) && !title.trim().is_empty();
    ((1..=6).contains(&signs.len()) && titled).then_some(Mark::Hash(signs.len() as u8))
}

/// A mark that makes its line a heading, with the level it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// An annotation says so in words.
    Named(u8),
    /// `#`, which begins a comment as well.
    Hash(u8),
}

/// Returns the level of Aozora Bunko's ［＃「…」は大見出し］ (also 中, 小) or ［＃大見出し］….
fn aozora(line: &str) -> Option<u8> {
    let noted = line.ends_with('］') || line.starts_with('［');
    let at = if noted { line.find("見出し")? } else { return None };
    let (before, _) = line.split_at_checked(at)?;
    let open = before.rfind("［＃")?;
    let note = before.get(open..)?;
    match note.chars().next_back()? {
        '大' => Some(1),
        '中' => Some(2),
        '小' => Some(3),
        _ => None,
    }
}

/// Returns `line` as a title shows it: without `#`, annotations ［＃…］ and ruby 《…》.
pub(super) fn title(line: &str) -> Cow<'_, str> {
    let line = line.trim_start_matches('#').trim_end_matches('#').trim();
    if !line.contains(['［', '《', '｜']) {
        return Cow::Borrowed(line);
    }
    let shown = without(line, "［＃", '］', |_| true);
    let shown = without(&shown, "《", '》', |ruby| ruby.chars().all(kana));
    Cow::Owned(shown.replace('｜', "").trim().to_owned())
}

/// Returns `text` without what stands between `open` and `close`, both gone too, where it is `idle`.
fn without(text: &str, open: &str, close: char, idle: impl Fn(&str) -> bool) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some((before, inner)) = rest.split_once(open)
        && let Some((note, after)) = inner.split_once(close)
    {
        shown.push_str(before);
        if !idle(note) {
            shown.push_str(open);
            shown.push_str(note);
            shown.push(close);
        }
        rest = after;
    }
    shown + rest
}

fn kana(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annotations_name_the_level() {
        assert_eq!(marked("出発［＃「出発」は中見出し］"), Some(Mark::Named(2)));
        assert_eq!(marked("［＃大見出し］出発［＃大見出し終わり］"), Some(Mark::Named(1)));
        assert_eq!(marked("この見出しは小さい"), None);
    }

    #[test]
    fn a_hash_and_a_space_mark_a_title() {
        assert_eq!(marked("## Use"), Some(Mark::Hash(2)));
        assert_eq!(marked("#include <a.h>"), None);
        assert_eq!(marked("# "), None);
    }

    #[test]
    fn a_title_shows_no_ruby_and_no_annotation() {
        assert_eq!(
            title("《はる》［＃４字下げ］｜山道《やまみち》［＃「山道」は大見出し］"),
            "山道"
        );
        assert_eq!(title("《西游记》读后"), "《西游记》读后");
    }
}
