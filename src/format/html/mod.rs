//! HTML into a part: one walk over the tree of a document, whatever format it stands in.

mod attributes;
mod element;
mod list;
mod page;
mod parsed;
mod raised;
mod table;
mod walk;

use super::builder::PartBuilder;
use super::tags::{TagKind, prolog};
use crate::document::{BlockKind, FrameKind, Part};

use attributes::bounded;
pub(super) use page::open;
use parsed::parsed;
pub use walk::Dialect;

/// Returns the part that `html` is; none where more elements lie within each other than the parser can bear.
pub fn part(html: &str, dialect: Dialect<'_>) -> Option<Part> {
    Some(walk::part(&parsed(&bounded(html))?, dialect))
}

/// Returns whether a page begins with `head`: with its type or its first element.
pub(in crate::format) fn is_page(head: &[u8]) -> bool {
    let head = String::from_utf8_lossy(head);
    prolog(&head).any(|tag| match tag.kind {
        TagKind::Opening(name, _) => name.eq_ignore_ascii_case("html"),
        // One in small letters is none of XML.
        TagKind::DocumentType(_) | TagKind::Comment => {
            let written = head.get(tag.range).unwrap_or_default().to_ascii_lowercase();
            written.starts_with("<!doctype html")
        }
        TagKind::Closing(_) | TagKind::Data(_) | TagKind::Instruction => false,
    })
}

/// Why a source is shown in which more elements lie within each other than the parser can bear.
pub(in crate::format) const TOO_DEEP: &str = "More lies within each other here than can be set";

/// Returns the part that shows `source` as it was written, with a sentence before it that says why.
pub(in crate::format) fn source_part(source: &str, why: &str) -> Part {
    let mut builder = PartBuilder::new();
    builder.text(&format!("[{why}: this is the source.]"));
    builder.enter(FrameKind::Code { language: None });
    builder.begin(BlockKind::Code);
    builder.text(source);
    builder.leave();
    builder.finish()
}

#[cfg(test)]
mod tests;
