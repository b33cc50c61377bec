//! The tags of HTML and XML in the order in which they are written, nothing parsed and nothing built: what all agree on
//! who look at a source before, or instead of, a parser.

use std::ops::Range;

/// The elements that have no end in HTML (HTML, 13.1.2).
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// The elements of HTML whose text is none of tags until their own end (HTML, 13.1.2).
const RAW: [&str; 8] =
    ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];

/// The elements of HTML in which others have not the text that they have elsewhere.
const STRANGE: [&str; 3] = ["svg", "math", "frameset"];

/// Returns whether the element `name` has no end in HTML.
pub(super) fn is_void(name: &str) -> bool {
    is_one(&VOID, name)
}

/// Returns whether `name` is one of `names`, whatever its case.
fn is_one(names: &[&str], name: &str) -> bool {
    names.iter().any(|one| one.eq_ignore_ascii_case(name))
}

/// Returns the tags with which `source` begins, up to its first element; a text before that ends them.
pub(super) fn prolog(source: &str) -> impl Iterator<Item = WrittenTag<'_>> {
    let mut tags = Tags::of_xml(source);
    let mut done = Some(0);
    std::iter::from_fn(move || {
        let start = done.take()?;
        let tag = tags.next()?;
        let before = source.get(start..tag.range.start)?;
        if !matches!(tag.kind, TagKind::Opening(..)) {
            done = Some(tag.range.end);
        }
        before.trim_start_matches('\u{feff}').trim().is_empty().then_some(tag)
    })
}

/// Returns `name` without its prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, name)| name)
}

/// What stands between texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WrittenTag<'a> {
    /// Where it stands in the source.
    pub(super) range: Range<usize>,
    pub(super) kind: TagKind<'a>,
}

/// What a tag is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TagKind<'a> {
    /// It opens the element of this name.
    Opening(&'a str, WrittenAttributes<'a>),
    /// It closes the element of this name.
    Closing(&'a str),
    /// A comment, or what is taken for one.
    Comment,
    /// The text of a section of CDATA.
    Data(&'a str),
    /// The type of the document.
    DocumentType(&'a str),
    /// A declaration or an instruction of XML.
    Instruction,
}

/// Whose rules tell where a tag ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grammar {
    Html,
    Xml,
}

/// The tags of a source.
pub(super) struct Tags<'a> {
    source: &'a str,
    grammar: Grammar,
    at: usize,
    /// How many elements are open of [`STRANGE`].
    strange: usize,
}

impl<'a> Tags<'a> {
    /// Returns those of `source`, a page of HTML: what a script holds is none.
    pub(super) fn of_html(source: &'a str) -> Self {
        Self { source, grammar: Grammar::Html, at: 0, strange: 0 }
    }

    /// Returns those of `source`, which is XML.
    pub(super) fn of_xml(source: &'a str) -> Self {
        Self { source, grammar: Grammar::Xml, at: 0, strange: 0 }
    }

    /// Returns what `rest`, which begins with `<`, begins with, and its length; none where that is text.
    fn tag(&self, rest: &'a str) -> Option<(TagKind<'a>, usize)> {
        let within = |open: &str, close: &str| {
            let inside = rest.get(open.len()..).unwrap_or_default();
            let end = inside.find(close);
            let text = inside.get(..end.unwrap_or(inside.len())).unwrap_or_default();
            (text, end.map_or(rest.len(), |end| open.len() + end + close.len()))
        };
        let is_xml = self.grammar == Grammar::Xml;
        let found = if rest.starts_with("<!--") {
            (TagKind::Comment, comment_length(rest))
        } else if is_xml && rest.starts_with("<![CDATA[") {
            let (text, length) = within("<![CDATA[", "]]>");
            (TagKind::Data(text), length)
        } else if is_xml && rest.starts_with("<!DOCTYPE") {
            let length = document_type_length(rest);
            (TagKind::DocumentType(rest.get(..length).unwrap_or_default()), length)
        } else if is_xml && rest.starts_with("<?") {
            (TagKind::Instruction, within("<?", "?>").1)
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            (TagKind::Comment, within("<", ">").1)
        } else if let Some(inner) = rest.strip_prefix("</") {
            match name(inner) {
                "" => (TagKind::Comment, within("<", ">").1),
                name => {
                    let length = 2 + name.len() + self.attributes(inner, name).length();
                    (TagKind::Closing(name), length)
                }
            }
        } else {
            let inner = rest.strip_prefix('<')?;
            let name = Some(name(inner)).filter(|name| !name.is_empty())?;
            let attributes = self.attributes(inner, name);
            let length = 1 + name.len() + attributes.clone().length();
            (TagKind::Opening(name, attributes), length)
        };
        Some(found)
    }

    /// Returns the attributes after `name` in `inner`, the inside of a tag.
    fn attributes(&self, inner: &'a str, name: &str) -> WrittenAttributes<'a> {
        let source = inner.get(name.len()..).unwrap_or_default();
        WrittenAttributes { source, at: 0, grammar: self.grammar, closed: false }
    }

    /// Passes over the text of the element `name` that was opened, where it holds no tags.
    fn pass(&mut self, name: &str, attributes: &WrittenAttributes<'a>) {
        if is_one(&STRANGE, name) && !attributes.close() {
            self.strange += 1;
        }
        if self.grammar == Grammar::Xml || self.strange > 0 || !is_one(&RAW, name) {
            return;
        }
        let rest = self.source.get(self.at..).unwrap_or_default();
        let ends = memchr::memmem::find_iter(rest.as_bytes(), "</");
        let mut own = ends.filter(|end| {
            let of = rest.get(end + 2..end + 2 + name.len());
            let after = rest.as_bytes().get(end + 2 + name.len());
            of.is_some_and(|of| of.eq_ignore_ascii_case(name))
                && after.is_none_or(|after| ends_name(*after))
        });
        self.at = own.next().map_or(self.source.len(), |end| self.at + end);
    }
}

impl<'a> Iterator for Tags<'a> {
    type Item = WrittenTag<'a>;

    fn next(&mut self) -> Option<WrittenTag<'a>> {
        loop {
            let rest = self.source.get(self.at..)?;
            let start = self.at + memchr::memchr(b'<', rest.as_bytes())?;
            let Some((kind, length)) = self.tag(self.source.get(start..)?) else {
                self.at = start + 1;
                continue;
            };
            self.at = start + length;
            let range = start..self.at;
            match &kind {
                TagKind::Opening(name, attributes) => self.pass(name, attributes),
                TagKind::Closing(name) if is_one(&STRANGE, name) => {
                    self.strange = self.strange.saturating_sub(1);
                }
                _ => {}
            }
            return Some(WrittenTag { range, kind });
        }
    }
}

/// Returns the name with which the inside of a tag begins; an empty one where it is no tag.
fn name(inner: &str) -> &str {
    let end = inner.bytes().position(ends_name).unwrap_or(inner.len());
    let name = inner.get(..end).unwrap_or_default();
    if name.starts_with(char::is_alphabetic) { name } else { "" }
}

/// Returns whether `byte` ends a name.
fn ends_name(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C' | b'/' | b'>')
}

/// Returns the length of the comment that `rest` begins with. `<!-->` is one.
fn comment_length(rest: &str) -> usize {
    let ends = |at: &usize| {
        let before = rest.as_bytes().get(..*at).unwrap_or_default();
        before.ends_with(b"--") || (*at > 6 && before.ends_with(b"--!"))
    };
    memchr::memchr_iter(b'>', rest.as_bytes()).find(ends).map_or(rest.len(), |at| at + 1)
}

/// Returns the length of the type of a document that `rest` begins with, with the declarations in it.
fn document_type_length(rest: &str) -> usize {
    // Where it holds declarations, `]` stands before the sign that ends it.
    let declarations = rest.find('[').unwrap_or(rest.len());
    let is_last = |at: &usize| {
        let before = rest.get(..*at).unwrap_or_default();
        *at < declarations || before.trim_end().ends_with(']')
    };
    let end = memchr::memchr_iter(b'>', rest.as_bytes()).find(is_last);
    end.map_or(rest.len(), |at| at + 1)
}

/// The attributes of a tag, in the order in which they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WrittenAttributes<'a> {
    /// What follows the name of the element.
    source: &'a str,
    at: usize,
    grammar: Grammar,
    /// Whether they ended with the sign of an element without content.
    closed: bool,
}

/// An attribute of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WrittenAttribute<'a> {
    /// How many bytes stand between the name of the element and it.
    pub(super) start: usize,
    /// Its name with its prefix.
    pub(super) name: &'a str,
    /// Its value as it is written, without its quotes.
    pub(super) value: &'a str,
}

impl<'a> WrittenAttributes<'a> {
    /// Returns the value of the attribute `name`, else of one that is called so after its prefix.
    pub(super) fn get(&self, name: &str) -> Option<&'a str> {
        let same = self.clone().find(|one| one.name == name);
        same.or_else(|| self.clone().find(|one| local(one.name) == name)).map(|one| one.value)
    }

    /// Returns whether they end with the sign of an element without content.
    pub(super) fn close(&self) -> bool {
        let mut rest = self.clone();
        while rest.next().is_some() {}
        rest.closed
    }

    /// Returns the bytes from the name of the element to the end of its tag.
    fn length(mut self) -> usize {
        while self.next().is_some() {}
        self.source.len().min(self.at + 1)
    }

    /// Returns what is next up to a byte that `ends` it, and passes over it.
    fn take(&mut self, ends: impl Fn(u8) -> bool) -> &'a str {
        let rest = self.source.get(self.at..).unwrap_or_default();
        let taken = rest.bytes().position(ends).and_then(|end| rest.get(..end)).unwrap_or(rest);
        self.at += taken.len();
        taken
    }

    /// Returns whether `byte` is next.
    fn is_next(&self, byte: u8) -> bool {
        self.source.as_bytes().get(self.at) == Some(&byte)
    }

    /// Returns the value that is next. In XML no value holds `<`: one that does was never closed.
    fn value(&mut self) -> &'a str {
        let Some(quote) = [b'"', b'\''].into_iter().find(|quote| self.is_next(*quote)) else {
            return self.take(|byte| byte == b'>' || byte.is_ascii_whitespace());
        };
        self.at += 1;
        let start = self.at;
        let is_xml = self.grammar == Grammar::Xml;
        let value = self.take(|byte| byte == quote || (is_xml && byte == b'<'));
        if self.is_next(b'<') {
            self.at = start;
            return self.take(|byte| byte == b'>');
        }
        self.at += 1;
        value
    }
}

impl<'a> Iterator for WrittenAttributes<'a> {
    type Item = WrittenAttribute<'a>;

    fn next(&mut self) -> Option<WrittenAttribute<'a>> {
        let before = self.take(|byte| byte != b'/' && !byte.is_ascii_whitespace());
        let start = self.at;
        if start >= self.source.len() || self.is_next(b'>') {
            self.closed |= before.ends_with('/');
            return None;
        }
        // A name may begin with what would end it.
        self.at += usize::from(self.is_next(b'='));
        self.take(|byte| byte == b'=' || ends_name(byte));
        let name = self.source.get(start..self.at).unwrap_or_default();
        let after = self.at;
        self.take(|byte| !byte.is_ascii_whitespace());
        let value = if self.is_next(b'=') {
            self.at += 1;
            self.take(|byte| !byte.is_ascii_whitespace());
            self.value()
        } else {
            self.at = after;
            ""
        };
        Some(WrittenAttribute { start, name, value })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the tags in one line: `<name`, `>name`, what the others are.
    fn line(tags: Tags) -> String {
        let shown = |tag: WrittenTag| match tag.kind {
            TagKind::Opening(name, mut attributes) => match attributes.next() {
                Some(WrittenAttribute { name: of, value, .. }) => format!("<{name} {of}={value}"),
                None => format!("<{name}"),
            },
            TagKind::Closing(name) => format!(">{name}"),
            TagKind::Data(text) => format!("data {text}"),
            other => format!("{other:?}").split('(').next().unwrap_or_default().to_owned(),
        };
        tags.map(shown).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn a_tag_ends_where_its_quotes_let_it() {
        for (source, tags) in [
            ("<a b='1>2' c>x</a >", "<a b=1>2|>a"),
            ("<a b = \"x\"c='>'/><i>", "<a b=x|<i"),
            ("<a b=\">it's<i>", "<a b=>it's<i>"),
            ("<a b=x/y><i/>", "<a b=x/y|<i"),
            ("<a \"><i \">", "<a \"=|<i \"="),
            ("<a =x><a", "<a =x=|<a"),
            ("1 < 2 <3 <p", "<p"),
        ] {
            assert_eq!(line(Tags::of_html(source)), tags, "{source}");
        }
    }

    #[test]
    fn in_xml_a_quote_that_was_forgotten_ends_with_its_tag() {
        assert_eq!(line(Tags::of_xml("<a b='#1>x</a><i c='y'>")), "<a b=#1|>a|<i c=y");
    }

    #[test]
    fn what_a_comment_or_a_script_holds_is_no_tag() {
        for (source, tags) in [
            ("<!-- <a> --><i>", "Comment|<i"),
            (
                "<!--><i><!---><b><!--x--!><u><!--!><s>-->",
                "Comment|<i|Comment|<b|Comment|<u|Comment",
            ),
            ("<script>a<b '</scripts'</SCRIPT ><i>", "<script|>SCRIPT|<i"),
            ("<style>a<b", "<style"),
            (
                "<svg><style><i></style></svg><svg/><style><i></style>",
                "<svg|<style|<i|>style|>svg|<svg|<style|>style",
            ),
            ("<!doctype html><?x <a?></ a><i>", "Comment|Comment|Comment|<i"),
        ] {
            assert_eq!(line(Tags::of_html(source)), tags, "{source}");
        }
        assert_eq!(line(Tags::of_xml("<script><i>")), "<script|<i");
    }

    #[test]
    fn xml_has_instructions_data_and_a_type_with_declarations() {
        let source = "<?xml a='>'?><!DOCTYPE d [<!ENTITY a '>'> ] ><d><![CDATA[a<b>]]><é:x/>";
        assert_eq!(line(Tags::of_xml(source)), "Instruction|DocumentType|<d|data a<b>|<é:x");
        assert_eq!(line(Tags::of_xml("<!DOCTYPE d SYSTEM 'x'><d>")), "DocumentType|<d");
        assert_eq!(line(Tags::of_xml("<![CDATA[a<b>")), "data a<b>");
    }

    #[test]
    fn the_prolog_ends_with_the_first_element_or_a_text() {
        let names = |source: &str| {
            let shown = |tag: WrittenTag| source.get(tag.range).unwrap_or_default().to_owned();
            prolog(source).map(shown).collect::<Vec<_>>().join("|")
        };
        let all = "\u{feff}<?xml?> <!--<a>-->\n<!DOCTYPE d [<!ENTITY e '<f>'>]>|<d>";
        assert_eq!(names("\u{feff}<?xml?> <!--<a>-->\n<b><c>"), "<?xml?>|<!--<a>-->|<b>");
        assert_eq!(names(all), "<?xml?>|<!--<a>-->|<!DOCTYPE d [<!ENTITY e '<f>'>]>");
        assert_eq!(names("<!--a-->b<c>"), "<!--a-->");
        assert_eq!(names("a<b>"), "");
    }

    #[test]
    fn tags_tell_where_they_stand() {
        let source = "ü<a b='>'>x</a><i";
        let at: Vec<&str> = Tags::of_html(source).filter_map(|tag| source.get(tag.range)).collect();
        assert_eq!(at, ["<a b='>'>", "</a>", "<i"]);
    }

    #[test]
    fn an_attribute_is_had_whatever_its_prefix() {
        let Some(WrittenTag { kind: TagKind::Opening(_, attributes), .. }) =
            Tags::of_xml("<a l:href='#n' l:type='simple' type=note>").next()
        else {
            panic!()
        };
        assert_eq!([attributes.get("href"), attributes.get("type")], [Some("#n"), Some("note")]);
        assert_eq!([attributes.get("x:href"), attributes.get("ref")], [None, None]);
    }
}
