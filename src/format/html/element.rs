//! What an element is to a reader, by its name and attributes.

use dom_query::NodeRef;

use crate::document::{Style, Target};

/// What an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
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
pub(super) fn kind(name: &str) -> Kind {
    match name {
        "script" | "style" | "head" | "title" | "template" | "meta" | "link" | "rp" | "base"
        | "datalist" | "annotation" | "annotation-xml" | "metadata" | "noscript" | "param"
        | "source" | "track" | "colgroup" | "col" | "select" | "textarea" => Kind::Hidden,
        "b" | "strong" | "th" => Kind::Inline(Style::STRONG),
        "i" | "em" | "cite" | "dfn" | "var" => Kind::Inline(Style::EMPHASIS),
        "code" | "tt" | "kbd" | "samp" => Kind::Inline(Style::CODE),
        "del" | "s" | "strike" => Kind::Inline(Style::STRUCK),
        "ins" | "u" => Kind::Inline(Style::UNDERLINED),
        "mark" => Kind::Inline(Style::HIGHLIGHTED),
        "h1" => Kind::Heading(1),
        "h2" => Kind::Heading(2),
        "h3" => Kind::Heading(3),
        "h4" => Kind::Heading(4),
        "h5" => Kind::Heading(5),
        "h6" => Kind::Heading(6),
        "blockquote" => Kind::Quote,
        "ul" | "ol" | "menu" | "dir" => Kind::List,
        "li" => Kind::Item,
        "dl" => Kind::Definitions,
        "dt" => Kind::Term,
        "dd" => Kind::Definition,
        "pre" | "xmp" | "listing" | "plaintext" => Kind::Code,
        "hr" => Kind::Rule,
        "br" => Kind::Break,
        "a" => Kind::Link,
        "img" | "image" => Kind::Image,
        "sup" => Kind::Raised,
        "sub" => Kind::Lowered,
        "rt" | "rtc" => Kind::Reading,
        "ruby" => Kind::Ruby,
        "table" => Kind::Table,
        "tr" => Kind::Row,
        "td" => Kind::Cell,
        "caption" | "figcaption" => Kind::Caption,
        "figure" => Kind::Figure,
        "aside" => Kind::Aside,
        "input" => Kind::Input,
        "address" | "article" | "body" | "center" | "details" | "dialog" | "div" | "fieldset"
        | "footer" | "form" | "frameset" | "header" | "hgroup" | "html" | "legend" | "main"
        | "nav" | "optgroup" | "option" | "p" | "search" | "section" | "summary" | "tbody"
        | "tfoot" | "thead" => Kind::Block,
        _ => Kind::Inline(Style::default()),
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
