//! XML as books have it: in any encoding, with a bare `&`, names of HTML's characters, tags that nobody closes.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::{resolve_html5_entity, unescape_with};
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::budget::ATTRIBUTES;
use crate::decode::{Choice, Encoding, Verdict};
use crate::format::declared::verdict;

/// How many bytes of a file may hold its declaration of XML.
const DECLARATION: usize = 256;

/// What stands in XML, one after the other. An element without content is opened and closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::format) enum Xml {
    /// A tag opens an element.
    Open(Tag),
    /// A tag closes an element of this name, its prefix left out.
    Close(String),
    /// Text, its references resolved.
    Text(String),
}

/// The tag that opens an element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::format) struct Tag {
    /// Its name, its prefix left out.
    pub(in crate::format) name: String,
    /// Its attributes with their prefixes.
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// Returns the value of the attribute `name`; its prefix is left out where `name` has none.
    pub(in crate::format) fn get(&self, name: &str) -> Option<&str> {
        let named =
            |of: &str| of == name || of.rsplit_once(':').is_some_and(|(_, local)| local == name);
        self.attributes.iter().find(|(of, _)| named(of)).map(|(_, value)| value.as_str())
    }

    /// Returns whether the attribute `name` holds `word` among words parted by blanks.
    pub(super) fn has(&self, name: &str, word: &str) -> bool {
        self.get(name).is_some_and(|value| value.split_ascii_whitespace().any(|one| one == word))
    }
}

/// Returns what stands in `bytes`, up to where they are no XML whatever one overlooks.
pub(in crate::format) fn read(bytes: &[u8]) -> Vec<Xml> {
    let text = decoded(bytes);
    let mut reader = Reader::from_str(&text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    config.expand_empty_elements = true;
    let mut read = Vec::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(start) => read.push(Xml::Open(tag(&start))),
            Event::End(end) => read.push(Xml::Close(end.local_name().into_inner().to_owned())),
            Event::Text(text) => push_text(&mut read, &text.xml10_content()),
            Event::CData(text) => push_text(&mut read, &text.xml10_content()),
            Event::GeneralRef(reference) => push_text(&mut read, &resolved(&reference)),
            Event::Eof => break,
            _ => {}
        }
    }
    read
}

/// Returns the text of `bytes`, in the encoding that they tell.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let Verdict { encoding, .. } = verdict(bytes, declared(bytes), Choice::default());
    encoding.decode(encoding.unmarked(bytes)).text.into_owned()
}

/// Returns the encoding that the declaration at the head of `bytes` names (XML 1.0, 4.3.3).
pub(in crate::format) fn declared(bytes: &[u8]) -> Option<Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..DECLARATION).unwrap_or(bytes));
    let declaration = head.split_once("?>")?.0;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let name = value.split(['"', '\'']).nth(1)?;
    Encoding::named(name)
}

fn tag(start: &BytesStart) -> Tag {
    let mut attributes = start.html_attributes();
    // The time of a check for attributes that stand twice grows with the square of them.
    let attributes = attributes.with_checks(false).flatten().take(ATTRIBUTES);
    let attributes =
        attributes.map(|one| (one.key.as_ref().to_owned(), unescaped(one.value.as_ref())));
    Tag { name: start.local_name().into_inner().to_owned(), attributes: attributes.collect() }
}

/// Returns `text` with its references resolved; a bare `&` and a name that nobody knows stay as they are written.
fn unescaped(text: &str) -> String {
    let mut pieces = text.split('&');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |before, piece| {
        let piece = format!("&{piece}");
        before + &unescape_with(&piece, resolve_html5_entity).unwrap_or(Cow::Borrowed(&piece))
    })
}

/// Returns the text of a reference; one that nobody knows, as it is written.
fn resolved(reference: &BytesRef) -> String {
    let name: &str = reference;
    let character = reference.resolve_char_ref().ok().flatten().map(String::from);
    let named = || resolve_html5_entity(name).map(str::to_owned);
    character.or_else(named).unwrap_or_else(|| format!("&{name};"))
}

/// Adds `text` to what was read, to the text before it where there is one.
fn push_text(read: &mut Vec<Xml>, text: &str) {
    if let Some(Xml::Text(before)) = read.last_mut() {
        before.push_str(text);
    } else if !text.is_empty() {
        read.push(Xml::Text(text.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns what was read, in one line: `<name`, `>name`, text.
    fn line(source: &[u8]) -> String {
        let shown = |one: &Xml| match one {
            Xml::Open(tag) => format!("<{}", tag.name),
            Xml::Close(name) => format!(">{name}"),
            Xml::Text(text) => text.clone(),
        };
        read(source).iter().map(shown).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn a_tag_has_so_many_attributes_at_most() {
        let names: String = (0..=ATTRIBUTES).map(|number| format!(" a{number}='x'")).collect();
        let xml = read(format!("<p{names}/>").as_bytes());
        let Some(Xml::Open(tag)) = xml.first() else { panic!("a tag") };
        let value = |number: usize| tag.get(&format!("a{number}"));
        assert_eq!((value(ATTRIBUTES - 1), value(ATTRIBUTES)), (Some("x"), None));
    }

    #[test]
    fn prefixes_are_left_out_and_empty_elements_close() {
        assert_eq!(line(b"<opf:item id='a'/>"), "<item|>item");
    }

    #[test]
    fn a_bare_ampersand_and_names_of_html_are_text() {
        assert_eq!(
            line(b"<t>Tom & Jerry&nbsp;&#233;&eacute;&amp;&nosuch;</t>"),
            "<t|Tom & Jerry\u{a0}éé&&nosuch;|>t"
        );
        let Some(Xml::Open(tag)) = read(b"<a href='x?a=1&b=2&amp;c'>").into_iter().next() else {
            panic!()
        };
        assert_eq!(tag.get("href"), Some("x?a=1&b=2&c"));
    }

    #[test]
    fn tags_that_nobody_closes_lose_nothing() {
        assert_eq!(line(b"<ol><li>a<li>b</ol></x>c"), "<ol|<li|a|<li|b|>ol|>x|c");
    }

    #[test]
    fn the_declaration_counts_where_the_bytes_are_no_utf8() {
        let gbk = b"<?xml version=\"1.0\" encoding=\"gbk\"?><t>\xb5\xc6\xcb\xfe</t>";
        assert_eq!(line(gbk), "<t|灯塔|>t");
        let wrong = "<?xml version='1.0' encoding='gb2312'?><t>灯塔</t>";
        assert_eq!(line(wrong.as_bytes()), "<t|灯塔|>t");
        let wide: Vec<u8> = "<t>灯塔</t>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(line(&wide), "<t|灯塔|>t");
    }

    #[test]
    fn an_attribute_is_had_by_its_name_with_and_without_a_prefix() {
        let Some(Xml::Open(tag)) = read(b"<nav epub:type='landmarks toc'>").into_iter().next()
        else {
            panic!()
        };
        assert!(tag.has("epub:type", "toc") && tag.has("type", "toc") && !tag.has("type", "to"));
    }
}
