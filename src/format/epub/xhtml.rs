//! XHTML as HTML: what an XML parser takes for an empty element and an HTML parser for one that is never closed, CDATA,
//! and names of characters that the document itself declares.

use std::borrow::Cow;

/// The elements that have no end in HTML (HTML, 13.1.2): there the sign of an empty element means nothing.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// The most bytes that a declared name stands for: a longer one is no character.
const DECLARED_BYTES: usize = 256;

/// How many names a document may declare: each is one pass over it.
const DECLARATIONS: usize = 64;

/// Returns `source` as HTML: with a closing tag behind each empty element, `<title/>` as `<title></title>`, what CDATA holds
/// as text, and what its document type declares in place of the names. Comments stay.
pub(in crate::format) fn expanded(source: &str) -> Cow<'_, str> {
    let declared = declarations(source);
    let source = declared.iter().fold(Cow::Borrowed(source), |text, (name, value)| {
        Cow::Owned(text.replace(&format!("&{name};"), value))
    });
    match elements(&source) {
        Some(html) => Cow::Owned(html),
        None => source,
    }
}

/// Returns `source` with its empty elements closed and its CDATA as text; none where it has neither.
fn elements(source: &str) -> Option<String> {
    let mut out = String::new();
    let mut done = 0;
    let mut at = 0;
    while let Some(tag) = source.get(at..).and_then(|rest| rest.find('<')).map(|found| at + found) {
        let rest = source.get(tag..).unwrap_or_default();
        let end_of =
            |end: &str| rest.find(end).map_or(source.len(), |found| tag + found + end.len());
        let replaced = if rest.starts_with("<!--") {
            at = end_of("-->");
            None
        } else if let Some(text) = rest.strip_prefix("<![CDATA[") {
            at = end_of("]]>");
            let text = text.split("]]>").next().unwrap_or_default();
            Some(text.replace('&', "&amp;").replace('<', "&lt;"))
        } else if rest.starts_with("<!DOCTYPE")
            && rest.get(..tag_length(rest)).is_some_and(|it| it.contains('['))
        {
            at = end_of("]>");
            Some(String::new())
        } else if rest.starts_with("<?") {
            at = end_of("?>");
            None
        } else {
            let length = tag_length(rest);
            at = tag + length;
            closed(rest.get(..length).unwrap_or_default())
        };
        if let Some(text) = replaced {
            out.push_str(source.get(done..tag).unwrap_or_default());
            out.push_str(&text);
            done = at;
        }
    }
    (done > 0).then(|| out + source.get(done..).unwrap_or_default())
}

/// Returns the empty element that `tag` is, with its end; none where it is another tag, or HTML has no end for it.
fn closed(tag: &str) -> Option<String> {
    let inner = tag.strip_prefix('<')?.strip_suffix("/>")?;
    let name = name(inner);
    let void = VOID.iter().any(|void| name.eq_ignore_ascii_case(void));
    (!name.is_empty() && !void).then(|| format!("<{inner}></{name}>"))
}

/// Returns the names of characters that the document type of `source` declares, with what they stand for (XML 1.0, 4.2).
fn declarations(source: &str) -> Vec<(String, String)> {
    let subset = source.find("<!DOCTYPE").and_then(|at| source.get(at..)).and_then(|rest| {
        let open = rest.find('[').filter(|open| rest.find('>').is_none_or(|end| *open < end))?;
        rest.get(open..rest.find("]>")?)
    });
    let entities = subset.unwrap_or_default().split("<!ENTITY").skip(1);
    let entity = |text: &str| {
        let text = text.trim_start();
        let (name, rest) = text.split_once(|c: char| c.is_whitespace())?;
        let quote = rest.trim_start().chars().next().filter(|c| ['"', '\''].contains(c))?;
        let value = rest.trim_start().strip_prefix(quote)?.split(quote).next()?;
        // One that names others could grow without end.
        (!value.contains('&') && value.len() <= DECLARED_BYTES)
            .then(|| (name.to_owned(), value.to_owned()))
    };
    entities.filter_map(entity).take(DECLARATIONS).collect()
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
    fn what_cdata_holds_is_text() {
        assert_eq!(expanded("<p><![CDATA[a < b & <i/>]]>c</p>"), "<p>a &lt; b &amp; &lt;i/>c</p>");
        assert_eq!(expanded("<![CDATA[never closed"), "never closed");
    }

    #[test]
    fn names_that_the_document_declares_stand_for_what_it_says() {
        let declared = "<!DOCTYPE html [<!ENTITY who \"灯塔\"><!ENTITY it '<b>x</b>'>\n]>";
        assert_eq!(
            expanded(&format!("{declared}<p>&who; &it; &amp;</p>")),
            "<p>灯塔 <b>x</b> &amp;</p>"
        );
        let growing = "<!DOCTYPE d [<!ENTITY a 'x'><!ENTITY b '&a;&a;'>]><p>&b;</p>";
        assert_eq!(expanded(growing), "<p>&b;</p>");
    }

    #[test]
    fn comments_and_declarations_stay() {
        for same in
            ["<!-- <i/> -->", "<?xml version='1.0'?>", "<!DOCTYPE html>", "<i/", "<!-- <i/>"]
        {
            assert_eq!(expanded(same), same);
        }
    }
}
