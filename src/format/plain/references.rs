//! Text that was saved from a page: its tags are gone, but characters are still named (`&ldquo;`, `&#8220;`; HTML Standard
//! §13.5) and lines still end with `<br/>`.

use std::borrow::Cow;
use std::collections::HashMap;

use dom_query::Document;
use memchr::memchr2;

/// So many references and breaks are many.
const MANY: usize = 8;

/// One in so many bytes is many.
const DENSE: usize = 1 << 10;

/// The bytes of the longest name of a character, its signs included.
const LONGEST: usize = 33;

/// The names by which a saved text is known: blanks, quotes and dashes, and the signs of HTML itself. Others are names of
/// variables as well (`&sum;`).
const TELLING: [&str; 14] = [
    "nbsp", "ensp", "emsp", "ldquo", "rdquo", "lsquo", "rsquo", "hellip", "mdash", "ndash",
    "middot", "amp", "quot", "lt",
];

/// Returns whether `sample` was saved from a page: references and breaks are many in it, and nothing else of HTML is there.
/// Text about HTML has other tags, or puts a reference in quotes.
pub(super) fn is_saved(sample: &str) -> bool {
    let mut found = 0;
    for (before, rest) in signs(sample) {
        if break_end(rest).is_some() {
            found += 1;
        } else if is_tag(rest) {
            return false;
        } else if let Some(reference) = reference(rest) {
            let after = rest.get(reference.len()..).unwrap_or_default();
            if before.ends_with(QUOTES) && after.starts_with(QUOTES) {
                return false;
            }
            found += usize::from(is_telling(reference));
        }
    }
    found >= MANY && found * DENSE >= sample.len()
}

/// The marks of ASCII between which text about HTML writes a reference.
const QUOTES: [char; 3] = ['"', '\'', '`'];

/// Returns `text` with the characters that it names, and a line end for each break that has none.
pub(super) fn read(text: Cow<'_, str>) -> Cow<'_, str> {
    let mut meanings = HashMap::new();
    let mut read = String::new();
    let mut kept = 0;
    for (before, rest) in signs(&text) {
        let (length, meaning) = if let Some(end) = break_end(rest) {
            let ended = rest.get(end..).is_some_and(ends_line);
            (end, if ended { "" } else { "\n" })
        } else if let Some(reference) = reference(rest) {
            let meaning = meanings.entry(reference).or_insert_with(|| meaning(reference));
            let Some(meaning) = meaning.as_deref() else { continue };
            (reference.len(), meaning)
        } else {
            continue;
        };
        read.push_str(text.get(kept..before.len()).unwrap_or_default());
        read.push_str(meaning);
        kept = before.len() + length;
    }
    if kept == 0 {
        return text;
    }
    read.push_str(text.get(kept..).unwrap_or_default());
    Cow::Owned(read)
}

/// Returns what stands before each `&` and `<` of `text`, and from there on.
fn signs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + memchr2(b'&', b'<', text.as_bytes().get(from..)?)?;
        from = at + 1;
        text.split_at_checked(at)
    })
}

/// Returns the reference to a character that `rest` begins with, from `&` to `;`.
fn reference(rest: &str) -> Option<&str> {
    let name = rest.strip_prefix('&')?;
    let digits = name.strip_prefix('#').unwrap_or(name);
    let end = digits.bytes().take(LONGEST).position(|byte| !byte.is_ascii_alphanumeric())?;
    let length = rest.len() - digits.len() + end;
    let reference = rest.get(..=length)?;
    (end > 0 && reference.ends_with(';')).then_some(reference)
}

/// Returns whether a saved text is known by `reference`.
fn is_telling(reference: &str) -> bool {
    let name = reference.trim_start_matches('&').trim_end_matches(';');
    name.starts_with('#') || TELLING.contains(&name)
}

/// Returns the characters that `reference` names; none where it names none, or one that controls a terminal.
fn meaning(reference: &str) -> Option<Box<str>> {
    let meaning = Document::fragment(reference).text();
    let known = &*meaning != reference && !meaning.is_empty();
    (known && !meaning.contains(char::is_control)).then(|| Box::from(&*meaning))
}

/// Returns where the `<br>` ends that `rest` begins with.
fn break_end(rest: &str) -> Option<usize> {
    let name = rest.get(..3)?;
    let after = rest.get(3..)?.trim_start_matches(' ');
    let after = after.strip_prefix('/').unwrap_or(after).strip_prefix('>')?;
    name.eq_ignore_ascii_case("<br").then_some(rest.len() - after.len())
}

/// Returns whether the line ends where `rest` begins.
fn ends_line(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\t']);
    rest.is_empty() || rest.starts_with(['\n', '\r'])
}

/// Returns whether `rest` begins with a tag or a declaration.
fn is_tag(rest: &str) -> bool {
    let Some(inner) = rest.strip_prefix('<') else { return false };
    let name = inner.strip_prefix('/').unwrap_or(inner);
    let after = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    let named = name.starts_with(|c: char| c.is_ascii_alphabetic());
    inner.starts_with(['!', '?']) || (named && after.starts_with(['>', '/', ' ', '\t', '\n', '\r']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_as(text: &str) -> String {
        read(Cow::Borrowed(text)).into_owned()
    }

    #[test]
    fn characters_are_what_their_names_mean() {
        assert_eq!(read_as("&ldquo;Well&hellip;&rdquo; &#8212; &#x201C;&eacute;"), "“Well…” — “é");
        assert_eq!(read_as("&nbsp;&nbsp;渡船"), "\u{A0}\u{A0}渡船");
    }

    #[test]
    fn a_reference_is_read_once() {
        assert_eq!(read_as("&amp;nbsp; &lt;br&gt;"), "&nbsp; <br>");
    }

    #[test]
    fn what_names_no_character_stays() {
        for text in ["R&D; x", "&; & &#; &#xZ;", "?a=1&copy=2", "&ldquo", "&nosuchname;"] {
            assert_eq!(read_as(text), text);
        }
    }

    #[test]
    fn a_control_stays_named() {
        for text in ["&#27;[2J", "&#7;", "&#x9B;x", "&Tab;"] {
            assert!(!read_as(text).contains(char::is_control), "{text}");
        }
    }

    #[test]
    fn a_break_ends_its_line_once() {
        assert_eq!(read_as("a<br/>b<BR>c<br />d"), "a\nb\nc\nd");
        assert_eq!(read_as("a<br/>\nb<br> \r\nc<br/>"), "a\nb \r\nc");
        assert_eq!(read_as("a<br/><br/>b<break>"), "a\n\nb<break>");
    }

    #[test]
    fn references_and_breaks_alone_tell_a_saved_text() {
        assert!(is_saved(&"&nbsp;&nbsp;&ldquo;渡船来了。&rdquo;<br/>\n".repeat(3)));
        assert!(is_saved(&"a line, 3 < 4 & more <joe@example.org><br>\n".repeat(8)));
    }

    #[test]
    fn few_of_them_tell_nothing() {
        assert!(!is_saved("&nbsp;&ldquo;渡船来了。&rdquo;<br/>\n"));
        let rare = format!("&ldquo;One day.&rdquo;\n{}", "a line of a book\n".repeat(200));
        assert!(!is_saved(&rare.repeat(8)));
    }

    #[test]
    fn text_about_html_is_no_saved_text() {
        let saved = "&nbsp;&nbsp;&ldquo;渡船来了。&rdquo;<br/>\n".repeat(3);
        for other in
            ["<p>", "</i>", "<!-- note -->", "<?xml?>", "<a href=x>", "write `&nbsp;`", "'&lt;'"]
        {
            assert!(!is_saved(&format!("{saved}{other}\n")), "{other}");
        }
        assert!(!is_saved(&"add(&sum, &part); p = &sum; q = &part;\n".repeat(20)));
    }

    #[test]
    fn the_longest_name_is_known() {
        assert_eq!(read_as("&CounterClockwiseContourIntegral;"), "∳");
    }
}
