//! HTML into a part: one walk over the tree of a document, whatever format it stands in.

mod element;
mod list;
mod raised;
mod table;
mod walk;

use dom_query::Document;

use crate::budget::HTML_DEEP;
use crate::document::Part;

pub use walk::Lines;

/// Returns the part that `html` is; none where more elements lie within each other than the parser can bear.
pub fn part(html: &str, lines: Lines) -> Option<Part> {
    (!is_too_deep(html)).then(|| walk::part(&Document::from(html), lines))
}

/// The elements that have no end (HTML §13.1.2).
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Returns whether more than [`HTML_DEEP`] elements of `html` are open at once, by its tags alone.
fn is_too_deep(html: &str) -> bool {
    let mut deep = 0_usize;
    let tags = memchr::memchr_iter(b'<', html.as_bytes());
    for tag in tags.filter_map(|at| html.get(at + 1..)) {
        let closes = tag.strip_prefix('/');
        let name = closes.unwrap_or(tag);
        let name =
            name.get(..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len()));
        let name = name.unwrap_or_default();
        if closes.is_some() {
            deep = deep.saturating_sub(1);
        } else if name.starts_with(|c: char| c.is_ascii_alphabetic())
            && !VOID.iter().any(|void| name.eq_ignore_ascii_case(void))
            // Those that are mostly left open, and close each other.
            && !["p", "li", "td", "tr", "th", "dd", "dt"].iter().any(|one| name.eq_ignore_ascii_case(one))
        {
            deep += 1;
        }
        if deep > HTML_DEEP {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests;
