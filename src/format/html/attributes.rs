//! Tags with more attributes than a parser can bear, told and cut before a page is parsed: its time grows with the square
//! of them.

use std::borrow::Cow;

use super::depth::name;
use crate::budget::ATTRIBUTES;

/// The elements whose text is none of tags until their own end (HTML §13.1.2).
const RAW: [&str; 8] =
    ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

/// Returns `html` without the attributes of a tag after the first [`ATTRIBUTES`].
pub(super) fn bounded(html: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let (mut done, mut at) = (0, 0);
    while let Some(tag) = find(html, at, "<") {
        let rest = html.get(tag..).unwrap_or_default();
        if rest.starts_with("<!--") {
            at = find(html, tag, "-->").unwrap_or(html.len());
            continue;
        }
        let name = name(rest.get(1..).unwrap_or_default());
        if name.is_empty() {
            at = tag + 1;
            continue;
        }
        let MeasuredTag { length, cut } = MeasuredTag::of(rest);
        if let Some(cut) = cut {
            kept.push_str(html.get(done..tag + cut).unwrap_or_default());
            done = tag + length;
        }
        at = tag + length;
        if RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
            at = end_of(html, at, name);
        }
    }
    if done == 0 {
        return Cow::Borrowed(html);
    }
    Cow::Owned(kept + html.get(done..).unwrap_or_default())
}

/// Returns where `what` is next in `html` from byte `at` on.
fn find(html: &str, at: usize, what: &str) -> Option<usize> {
    html.get(at..)?.find(what).map(|found| at + found)
}

/// Returns where the end of the element `name` begins in `html` from byte `at` on.
fn end_of(html: &str, at: usize, name: &str) -> usize {
    let mut at = at;
    while let Some(end) = find(html, at, "</") {
        let found = html.get(end + 2..end + 2 + name.len());
        if found.is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return end;
        }
        at = end + 2;
    }
    html.len()
}

/// How long a tag is.
struct MeasuredTag {
    /// The bytes before its `>`, or to the end of the page.
    length: usize,
    /// Where its first attribute too many begins.
    cut: Option<usize>,
}

impl MeasuredTag {
    /// Returns that of the tag that `rest` begins with.
    fn of(rest: &str) -> Self {
        let mut quote = None;
        let (mut words, mut within, mut cut) = (0, false, None);
        for (at, byte) in rest.bytes().enumerate() {
            match (quote, byte) {
                (Some(open), _) => {
                    if byte == open {
                        (quote, within) = (None, false);
                    }
                }
                (None, b'>') => return Self { length: at, cut },
                (None, b'"' | b'\'') => quote = Some(byte),
                (None, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C' | b'/') => within = false,
                (None, _) if !within => {
                    within = true;
                    // The first word is the name.
                    words += 1;
                    if words > ATTRIBUTES + 1 && cut.is_none() {
                        cut = Some(at);
                    }
                }
                (None, _) => {}
            }
        }
        Self { length: rest.len(), cut }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_has_so_many_attributes_and_no_more() {
        let tag = |count| format!("a<b{}>c</b>", " x='1 2 > 3'".repeat(count));
        assert!(matches!(bounded(&tag(ATTRIBUTES)), Cow::Borrowed(_)));
        assert_eq!(bounded(&tag(ATTRIBUTES + 9)), tag(ATTRIBUTES).replace("'>c", "' >c"));
        let joined = |count| format!("<b {}>c", "x='1'".repeat(count));
        assert_eq!(bounded(&joined(ATTRIBUTES + 2)), joined(ATTRIBUTES));
    }

    #[test]
    fn what_is_no_tag_is_not_cut() {
        let words = "word ".repeat(ATTRIBUTES * 2);
        for text in
            ["<!--b W-->", "<script>a<b W</script>", "<p>W</p>", "a < b W", "<Title>a<b W</tItle>"]
        {
            let text = text.replace('W', &words);
            assert_eq!(bounded(&text), text);
        }
        let long = format!("<b alt='{words}'>c");
        assert_eq!(bounded(&long), long);
    }

    #[test]
    fn what_has_no_end_is_cut_as_well() {
        let open = format!("<b {}", "x ".repeat(ATTRIBUTES + 5));
        assert_eq!(bounded(&open), format!("<b {}", "x ".repeat(ATTRIBUTES)));
        let script = "<script>never ends <b x>";
        assert_eq!(bounded(script), script);
    }
}
