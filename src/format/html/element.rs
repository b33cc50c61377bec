//! What an element is to a reader, by its name and attributes.

use dom_query::NodeRef;

use crate::budget::PAGE_NAME_BYTES;
use crate::document::{Style, Target};

/// What an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ElementKind {
    /// Nothing of it is shown.
    Hidden,
    /// Its text is part of the line.
    Inline(Style),
    /// It begins a paragraph and ends one.
    Block,
    Heading(u8),
    Quote,
    List,
    Item,
    Definitions,
    Term,
    Definition,
    Code,
    Rule,
    Break,
    Link,
    Image,
    Raised,
    Lowered,
    Reading,
    Ruby,
    Table,
    Row,
    Cell,
    Caption,
    Figure,
    Aside,
    Input,
}

/// Returns what the element `name` is.
pub(super) fn kind(name: &str) -> ElementKind {
    match name {
        "script" | "style" | "head" | "title" | "template" | "meta" | "link" | "rp" | "base"
        | "datalist" | "annotation" | "annotation-xml" | "metadata" | "noscript" | "param"
        | "source" | "track" | "colgroup" | "col" | "select" | "textarea" => ElementKind::Hidden,
        "b" | "strong" | "th" => ElementKind::Inline(Style::STRONG),
        "i" | "em" | "cite" | "dfn" | "var" => ElementKind::Inline(Style::EMPHASIS),
        "code" | "tt" | "kbd" | "samp" => ElementKind::Inline(Style::CODE),
        "del" | "s" | "strike" => ElementKind::Inline(Style::STRUCK),
        "ins" | "u" => ElementKind::Inline(Style::UNDERLINED),
        "mark" => ElementKind::Inline(Style::HIGHLIGHTED),
        "h1" => ElementKind::Heading(1),
        "h2" => ElementKind::Heading(2),
        "h3" => ElementKind::Heading(3),
        "h4" => ElementKind::Heading(4),
        "h5" => ElementKind::Heading(5),
        "h6" => ElementKind::Heading(6),
        "blockquote" => ElementKind::Quote,
        "ul" | "ol" | "menu" | "dir" => ElementKind::List,
        "li" => ElementKind::Item,
        "dl" => ElementKind::Definitions,
        "dt" => ElementKind::Term,
        "dd" => ElementKind::Definition,
        "pre" | "xmp" | "listing" | "plaintext" => ElementKind::Code,
        "hr" => ElementKind::Rule,
        "br" => ElementKind::Break,
        "a" => ElementKind::Link,
        "img" | "image" => ElementKind::Image,
        "sup" => ElementKind::Raised,
        "sub" => ElementKind::Lowered,
        "rt" | "rtc" => ElementKind::Reading,
        "ruby" => ElementKind::Ruby,
        "table" => ElementKind::Table,
        "tr" => ElementKind::Row,
        "td" => ElementKind::Cell,
        "caption" | "figcaption" => ElementKind::Caption,
        "figure" => ElementKind::Figure,
        "aside" => ElementKind::Aside,
        "input" => ElementKind::Input,
        "address" | "article" | "body" | "center" | "details" | "dialog" | "div" | "fieldset"
        | "footer" | "form" | "frameset" | "header" | "hgroup" | "html" | "legend" | "main"
        | "nav" | "optgroup" | "option" | "p" | "search" | "section" | "summary" | "tbody"
        | "tfoot" | "thead" => ElementKind::Block,
        _ => ElementKind::Inline(Style::default()),
    }
}

/// Returns whether the author hides `node`.
pub(super) fn is_hidden(node: &NodeRef) -> bool {
    let styled = || {
        let style = node.attr("style").unwrap_or_default().to_ascii_lowercase();
        let style: String = style.split_ascii_whitespace().collect();
        style.contains("display:none")
    };
    node.attr("hidden").is_some_and(|value| !value.eq_ignore_ascii_case("until-found")) || styled()
}

/// Returns whether `node` has one of `words` among those of its attribute `name`.
pub(super) fn says(node: &NodeRef, name: &str, words: &[&str]) -> bool {
    let value = node.attr(name).unwrap_or_default();
    value.split_ascii_whitespace().any(|word| words.contains(&word))
}

/// Returns what the printed page is called that begins with `node`, if one does (EPUB 3 Structural Semantics, `pagebreak`;
/// DPUB-ARIA, `doc-pagebreak`): by its title, its label for readers of the blind, or its text.
pub(super) fn printed_page(node: &NodeRef) -> Option<String> {
    let begins = says(node, "epub:type", &["pagebreak"]) || says(node, "role", &["doc-pagebreak"]);
    if !begins {
        return None;
    }
    let told = ["title", "aria-label"].into_iter().find_map(|name| node.attr(name));
    let told = told.unwrap_or_else(|| node.text());
    let name = told.trim().trim_matches('.').trim();
    // A label is read out: “Page 12.”
    let name = match name.split_once(' ') {
        Some((page, number)) if page.eq_ignore_ascii_case("page") => number.trim(),
        _ => name,
    };
    (!name.is_empty() && name.len() <= PAGE_NAME_BYTES).then(|| name.to_owned())
}

/// Returns where a link to `href` leads; none where that is no place a reader can go to.
pub(super) fn target(href: &str) -> Option<Target> {
    let href = href.trim();
    let scheme = href.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    });
    match scheme.map(str::to_ascii_lowercase).as_deref() {
        Some("javascript" | "data" | "vbscript" | "file") => None,
        Some(_) => Some(Target::Address(href.into())),
        None if href.starts_with("//") => Some(Target::Address(href.into())),
        None => (!href.is_empty()).then(|| Target::Place(href.into())),
    }
}
