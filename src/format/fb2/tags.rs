//! The elements of `FictionBook` as those of HTML that mean the same, so that the one walk over HTML reads them. Nothing is
//! parsed here, so nothing that is malformed is lost.

use std::fmt::Write;

use crate::format::tags::{TagKind, Tags, WrittenAttributes, local};

/// Returns `source`, the bodies of a book in which no element is empty, as HTML.
pub(super) fn as_html(source: &str) -> String {
    let mut tags = TagWriter { html: String::with_capacity(source.len()), ..TagWriter::default() };
    let mut done = 0;
    for tag in Tags::of_xml(source) {
        tags.text(source.get(done..tag.range.start).unwrap_or_default());
        done = tag.range.end;
        match tag.kind {
            TagKind::Opening(name, attributes) => tags.open(local(name), &attributes),
            TagKind::Closing(name) => tags.close(local(name)),
            TagKind::Data(text) => tags.text(&text.replace('&', "&amp;")),
            TagKind::Comment | TagKind::DocumentType(_) | TagKind::Instruction => {}
        }
    }
    tags.text(source.get(done..).unwrap_or_default());
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
    /// Writes `text`, in which `<` is no tag.
    fn text(&mut self, text: &str) {
        self.push(&text.replace('<', "&lt;"));
    }

    fn open(&mut self, name: &str, attributes: &WrittenAttributes<'_>) {
        match name {
            "body" => {
                self.notes = attributes.get("name").is_some_and(|name| name != "main");
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
    fn element(&mut self, name: &str, attributes: &WrittenAttributes<'_>) {
        let _infallible = write!(self.html, "<{name}");
        for kept in ["id", "colspan", "rowspan", "align"] {
            if let Some(value) = attributes.get(kept) {
                let _infallible = write!(self.html, " {kept}=\"{}\"", quoted(value));
            }
        }
        self.push(">");
    }

    fn link(&mut self, attributes: &WrittenAttributes<'_>) {
        let href = quoted(attributes.get("href").unwrap_or_default());
        let is_note = attributes.get("type") == Some("note");
        let note = if is_note { " epub:type=\"noteref\"" } else { "" };
        let _infallible = write!(self.html, "<a href=\"{href}\"{note}>");
    }

    /// Writes the words for a picture, or the name that the book has for it.
    fn image(&mut self, attributes: &WrittenAttributes<'_>) {
        let words = ["alt", "title", "href"].into_iter().filter_map(|it| attributes.get(it));
        let words =
            words.map(|words| words.trim_start_matches('#')).find(|words| !words.is_empty());
        let _infallible = write!(self.html, "<img alt=\"{}\">", quoted(words.unwrap_or_default()));
    }
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
        assert_eq!(as_html("<image alt='a>b'/>c"), "<img alt=\"a>b\">c");
    }

    #[test]
    fn what_is_malformed_is_kept() {
        assert_eq!(as_html("a < b <p>c"), "a &lt; b <p>c");
        assert_eq!(as_html("<p>a</p"), "<p>a</p>");
        assert_eq!(as_html("</title></section>x<!-- y -->"), "</></section>x");
        assert_eq!(as_html("<unknown>x</unknown>"), "x");
    }
}
