//! The elements of `FictionBook` as those of HTML that mean the same, so that the one walk over HTML reads them. Nothing is
//! parsed here, so nothing that is malformed is lost.

use std::fmt::Write;

/// Returns `source`, the bodies of a book in which no element is empty, as HTML.
pub(super) fn as_html(source: &str) -> String {
    let mut tags = TagWriter { html: String::with_capacity(source.len()), ..TagWriter::default() };
    let mut rest = source;
    while let Some((text, after)) = rest.split_once('<') {
        tags.html.push_str(text);
        rest = if let Some(comment) = after.strip_prefix("!--") {
            comment.split_once("-->").map_or("", |(_, rest)| rest)
        } else if after.starts_with(['!', '?']) {
            after.split_once('>').map_or("", |(_, rest)| rest)
        } else if after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
            let (tag, rest) = after.split_once('>').unwrap_or((after, ""));
            tags.tag(tag);
            rest
        } else {
            tags.html.push_str("&lt;");
            after
        };
    }
    tags.html.push_str(rest);
    tags.html
}

/// What writes tags.
#[derive(Default)]
struct TagWriter {
    html: String,
    /// How many sections lie around.
    sections: usize,
    /// How many poems, quotations and the like lie around, whose titles are no headings.
    quoted: usize,
    /// Whether the body is one of notes.
    notes: bool,
    /// What the open title is written as.
    title: &'static str,
    /// Whether a line of the open title was written.
    titled: bool,
}

/// The headings of sections, from the outermost on.
const HEADINGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];

impl TagWriter {
    /// Writes what `tag` means: the inside of one, from its name or the slash before it on.
    fn tag(&mut self, tag: &str) {
        let (name, opens) = match tag.strip_prefix('/') {
            Some(name) => (name, false),
            None => (tag, true),
        };
        let end = name.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(name.len());
        let (name, attributes) = name.split_at_checked(end).unwrap_or((name, ""));
        let name = name.rsplit_once(':').map_or(name, |(_, name)| name);
        if opens { self.open(name, attributes) } else { self.close(name) }
    }

    fn open(&mut self, name: &str, attributes: &str) {
        match name {
            "body" => {
                self.notes = attribute(attributes, "name").is_some_and(|name| name != "main");
                self.push("<div>");
            }
            "section" => {
                self.sections += 1;
                let note = if self.notes { "aside epub:type='footnote'" } else { "section" };
                self.element(note, attributes);
            }
            "title" => self.open_title(),
            "subtitle" => self.push("<p><strong>"),
            "p" if !self.title.is_empty() => self.title_line(),
            "epigraph" | "cite" | "poem" => {
                self.quoted += 1;
                self.element("blockquote", attributes);
            }
            "stanza" => self.push("<p>"),
            "text-author" => self.push("<p><em>"),
            "annotation" | "date" => self.push("<div>"),
            "emphasis" => self.push("<em>"),
            "strikethrough" => self.push("<s>"),
            "a" => self.link(attributes),
            "image" => self.image(attributes),
            "p" | "strong" | "sub" | "sup" | "code" | "table" | "tr" | "th" | "td" => {
                self.element(name, attributes);
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "body" | "annotation" | "date" => self.push("</div>"),
            "section" => {
                self.sections = self.sections.saturating_sub(1);
                self.push(if self.notes { "</aside>" } else { "</section>" });
            }
            "title" => {
                let title = std::mem::take(&mut self.title);
                let _infallible = write!(self.html, "</{title}>");
            }
            "subtitle" => self.push("</strong></p>"),
            "p" if !self.title.is_empty() => {}
            "epigraph" | "cite" | "poem" => {
                self.quoted = self.quoted.saturating_sub(1);
                self.push("</blockquote>");
            }
            "stanza" => self.push("</p>"),
            "v" => self.push("<br>"),
            "text-author" => self.push("</em></p>"),
            "emphasis" => self.push("</em>"),
            "strikethrough" => self.push("</s>"),
            "a" | "p" | "strong" | "sub" | "sup" | "code" | "table" | "tr" | "th" | "td" => {
                let _infallible = write!(self.html, "</{name}>");
            }
            _ => {}
        }
    }

    fn push(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// Opens the title of a section as a heading; that of a note or a poem is none.
    fn open_title(&mut self) {
        let level = self.sections.saturating_sub(1).min(HEADINGS.len() - 1);
        let heading = HEADINGS.get(level).copied().unwrap_or("p");
        let is_heading = self.quoted == 0 && (!self.notes || self.sections == 0);
        self.title = if is_heading { heading } else { "p" };
        self.titled = false;
        let _infallible = write!(self.html, "<{}>", self.title);
    }

    /// Begins a line of the open title.
    fn title_line(&mut self) {
        if std::mem::replace(&mut self.titled, true) {
            self.push("<br>");
        }
    }

    /// Opens the element `name` with the attributes that are kept.
    fn element(&mut self, name: &str, attributes: &str) {
        let _infallible = write!(self.html, "<{name}");
        for kept in ["id", "colspan", "rowspan", "align"] {
            if let Some(value) = attribute(attributes, kept) {
                let _infallible = write!(self.html, " {kept}=\"{}\"", quoted(value));
            }
        }
        self.push(">");
    }

    fn link(&mut self, attributes: &str) {
        let href = quoted(attribute(attributes, "href").unwrap_or_default());
        let is_note = attribute(attributes, "type") == Some("note");
        let note = if is_note { " epub:type=\"noteref\"" } else { "" };
        let _infallible = write!(self.html, "<a href=\"{href}\"{note}>");
    }

    /// Writes the words for a picture, or the name that the book has for it.
    fn image(&mut self, attributes: &str) {
        let words = ["alt", "title", "href"].into_iter().filter_map(|it| attribute(attributes, it));
        let words =
            words.map(|words| words.trim_start_matches('#')).find(|words| !words.is_empty());
        let _infallible = write!(self.html, "<img alt=\"{}\">", quoted(words.unwrap_or_default()));
    }
}

/// Returns the value of the attribute `name` among `attributes`, a prefix of its name left out.
pub(super) fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = attributes;
    while let Some((before, after)) = rest.split_once('=') {
        let found = before.trim_end().rsplit([' ', '\t', '\n', '\r', ':']).next() == Some(name);
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| ['"', '\''].contains(c))?;
        let (value, next) = after.strip_prefix(quote)?.split_once(quote)?;
        if found {
            return Some(value);
        }
        rest = next;
    }
    None
}

/// Returns `value` so that it may stand between double quotes.
fn quoted(value: &str) -> String {
    value.replace('"', "&quot;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_headings_by_the_depth_of_their_sections() {
        let source = "<body><title><p>Кни</p><p>га</p></title><section id='a'><title><p>I</p></title>\
            <section><title><p>i</p></title><p>x</p></section></section></body>";
        let html = "<div><h1>Кни<br>га</h1><section id=\"a\"><h1>I</h1>\
            <section><h2>i</h2><p>x</p></section></section></div>";
        assert_eq!(as_html(source), html);
    }

    #[test]
    fn notes_and_poems_have_no_headings() {
        let source = "<body name='notes'><title><p>N</p></title><section id='n1'><title><p>1</p></title></section></body>";
        let html = "<div><h1>N</h1><aside epub:type='footnote' id=\"n1\"><p>1</p></aside></div>";
        assert_eq!(as_html(source), html);
        let poem = "<poem><title><p>P</p></title><stanza><v>a</v><v>b</v></stanza></poem>";
        assert_eq!(as_html(poem), "<blockquote><p>P</p><p>a<br>b<br></p></blockquote>");
    }

    #[test]
    fn links_and_pictures_keep_what_they_name() {
        let link = "<a l:href=\"#n1\" type=\"note\">1</a>";
        assert_eq!(as_html(link), "<a href=\"#n1\" epub:type=\"noteref\">1</a>");
        assert_eq!(as_html("<image xlink:href='#a.jpg'></image>"), "<img alt=\"a.jpg\">");
        assert_eq!(
            as_html("<image l:href='#a.jpg' alt='a \"b\"'>"),
            "<img alt=\"a &quot;b&quot;\">"
        );
    }

    #[test]
    fn what_is_malformed_is_kept() {
        assert_eq!(as_html("a < b <p>c"), "a &lt; b <p>c");
        assert_eq!(as_html("<p>a</p"), "<p>a</p>");
        assert_eq!(as_html("</title></section>x<!-- y -->"), "</></section>x");
        assert_eq!(as_html("<unknown>x</unknown>"), "x");
    }
}
