//! XHTML as HTML: what an XML parser takes for an empty element and an HTML parser for one that is never closed.

use std::borrow::Cow;

/// The elements that have no end in HTML (HTML, 13.1.2): there the sign of an empty element means nothing.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Returns `source` with a closing tag behind each empty element, `<title/>` as `<title></title>`, and without its
/// declaration of XML. What is within comments and CDATA stays.
pub(super) fn expanded(source: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut done = 0;
    let mut at = 0;
    while let Some(tag) = source.get(at..).and_then(|rest| rest.find('<')).map(|found| at + found) {
        let rest = source.get(tag..).unwrap_or_default();
        let skipped = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")];
        if let Some((_, end)) = skipped.iter().find(|(start, _)| rest.starts_with(start)) {
            at = rest.find(end).map_or(source.len(), |found| tag + found + end.len());
            continue;
        }
        let length = tag_length(rest);
        at = tag + length;
        let inner = rest.get(1..length.saturating_sub(2)).unwrap_or_default();
        let empty = rest.get(..length).is_some_and(|tag| tag.ends_with("/>"));
        let name = name(inner);
        if empty && !name.is_empty() && !VOID.iter().any(|void| name.eq_ignore_ascii_case(void)) {
            out.push_str(source.get(done..tag).unwrap_or_default());
            for piece in ["<", inner, "></", name, ">"] {
                out.push_str(piece);
            }
            done = at;
        }
    }
    if done == 0 {
        return Cow::Borrowed(source);
    }
    out.push_str(source.get(done..).unwrap_or_default());
    Cow::Owned(out)
}

/// Returns the bytes of the tag that `rest` begins with; a `>` within quotes does not end it.
fn tag_length(rest: &str) -> usize {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    rest.len()
}

/// Returns the name of the element whose tag holds `inner`; empty where it is a closing tag or none.
fn name(inner: &str) -> &str {
    let end = inner.find(|c: char| !(c.is_alphanumeric() || "-_:.".contains(c)));
    let name = inner.get(..end.unwrap_or(inner.len())).unwrap_or_default();
    if name.starts_with(char::is_alphabetic) { name } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_element_is_closed_unless_html_has_no_end_for_it() {
        for (source, html) in [
            ("<title/><p>a<br/>b</p>", "<title></title><p>a<br/>b</p>"),
            ("<a id='x' /><i/>", "<a id='x' ></a><i></i>"),
            ("<script src=\"a>b/\"/>", "<script src=\"a>b/\"></script>"),
            ("<svg:rect/>", "<svg:rect></svg:rect>"),
            ("<p>1 < 2</p>", "<p>1 < 2</p>"),
        ] {
            assert_eq!(expanded(source), html);
        }
    }

    #[test]
    fn comments_and_declarations_stay() {
        for same in
            ["<!-- <i/> -->", "<?xml version='1.0'?>", "<![CDATA[<i/>]]>", "<i/", "<!-- <i/>"]
        {
            assert_eq!(expanded(same), same);
        }
    }
}
