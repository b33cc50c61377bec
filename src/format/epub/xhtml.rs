//! XHTML as HTML: what an XML parser takes for an empty element and an HTML parser for one that is never closed, CDATA,
//! and names of characters that the document itself declares.

use std::borrow::Cow;

use crate::format::tags::{TagKind, Tags, is_void, prolog};

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
    for tag in Tags::of_xml(source) {
        let written = source.get(tag.range.clone()).unwrap_or_default();
        let replaced = match tag.kind {
            TagKind::Opening(name, _) => closed(written, name),
            TagKind::Data(text) => Some(text.replace('&', "&amp;").replace('<', "&lt;")),
            TagKind::DocumentType(text) => text.contains('[').then(String::new),
            TagKind::Closing(_) | TagKind::Comment | TagKind::Instruction => None,
        };
        if let Some(text) = replaced {
            out.push_str(source.get(done..tag.range.start).unwrap_or_default());
            out.push_str(&text);
            done = tag.range.end;
        }
    }
    (done > 0).then(|| out + source.get(done..).unwrap_or_default())
}

/// Returns the empty element `name` that `tag` is, with its end; none where it is no empty one, or HTML has no end for it.
fn closed(tag: &str, name: &str) -> Option<String> {
    let open = tag.strip_suffix("/>").filter(|_| !is_void(name))?;
    Some(format!("{open}></{name}>"))
}

/// Returns the names of characters that the document type of `source` declares, with what they stand for (XML 1.0, 4.2).
fn declarations(source: &str) -> Vec<(String, String)> {
    let subset = prolog(source).find_map(|tag| match tag.kind {
        TagKind::DocumentType(text) => Some(text.split_once('[')?.1),
        _ => None,
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
