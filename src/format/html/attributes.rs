//! Tags with more attributes than a parser can bear, told and cut before a page is parsed: its time grows with the square
//! of them.

use std::borrow::Cow;

use crate::budget::ATTRIBUTES;
use crate::format::tags::{TagKind, Tags};

/// Returns `html` without the attributes of a tag after the first [`ATTRIBUTES`].
pub(super) fn bounded(html: &str) -> Cow<'_, str> {
    let mut kept = String::new();
    let mut done = 0;
    for tag in Tags::of_html(html) {
        let TagKind::Opening(name, mut attributes) = tag.kind else { continue };
        if let Some(first) = attributes.nth(ATTRIBUTES) {
            let cut = tag.range.start + 1 + name.len() + first.start;
            kept.push_str(html.get(done..cut).unwrap_or_default());
            let written = html.get(tag.range.clone()).unwrap_or_default();
            done = tag.range.end - usize::from(written.ends_with('>'));
        }
    }
    if done == 0 {
        return Cow::Borrowed(html);
    }
    Cow::Owned(kept + html.get(done..).unwrap_or_default())
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
