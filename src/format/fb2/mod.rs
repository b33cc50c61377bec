//! `FictionBook` 2: one file of XML, or that file in an archive. Its elements are read as those of HTML that mean the same.

mod tags;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use thiserror::Error;

use super::epub::{Archive, ArchiveError, Xml, decoded, expanded, read_xml};
use super::html::{self, Dialect};
use super::sliced::Sliced;
use super::sources::whole;
use super::tags::{TagKind, local, prolog};
use crate::budget::FB2_BYTES;
use crate::document::{Facts, Headings, ParagraphStyle, Part, ReadAt};
use crate::text::Lang;

/// Why a book can't be read.
#[derive(Debug, Error)]
pub(super) enum FictionBookError {
    /// It is larger than [`FB2_BYTES`], or can't be read.
    #[error("it has more than {} MiB, or can't be read", FB2_BYTES >> 20)]
    Bytes,
    /// Its archive is damaged, or what is in it is too large.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// Its archive holds no book.
    #[error("its archive holds no book")]
    Empty,
    /// It has no body.
    #[error("it is no FictionBook")]
    Bodiless,
}

/// Returns the book that `bytes` hold, packed or not.
///
/// # Errors
/// They are too many, or hold no book.
pub(super) fn open(bytes: Arc<dyn ReadAt>) -> Result<Sliced, FictionBookError> {
    let mut sign = [0; 2];
    let packed = bytes.read_at(0, &mut sign).is_ok() && sign == *b"PK";
    let book = if packed {
        unpacked(bytes)?
    } else {
        whole(&*bytes, FB2_BYTES).ok_or(FictionBookError::Bytes)?
    };
    read(&decoded(&book))
}

/// Returns the book that `source` is.
fn read(source: &str) -> Result<Sliced, FictionBookError> {
    let start = source.find("<body").ok_or(FictionBookError::Bodiless)?;
    let (head, rest) = source.split_at_checked(start).ok_or(FictionBookError::Bodiless)?;
    let html = tags::as_html(&expanded(&without_pictures(rest)));
    let parsed = catch_unwind(AssertUnwindSafe(|| html::part(&html, Dialect::Html)));
    let part = parsed.ok().flatten().unwrap_or_else(|| html::source_part(rest));
    let facts = facts(about(head), &part);
    Ok(Sliced::of(&part, facts))
}

/// Returns whether a book begins with `head`: its first element is that of one.
pub(super) fn is_book(head: &[u8]) -> bool {
    let is_root = |kind| matches!(kind, TagKind::Opening(name, _) if local(name) == "FictionBook");
    prolog(&String::from_utf8_lossy(head)).any(|tag| is_root(tag.kind))
}

/// Returns the book in the archive that `bytes` are.
fn unpacked(bytes: Arc<dyn ReadAt>) -> Result<Vec<u8>, FictionBookError> {
    let archive = Archive::open(bytes)?;
    let is_book = |path: &str| path.to_lowercase().ends_with(".fb2");
    let found = archive.files().iter().position(|file| is_book(&file.path));
    Ok(archive.read(found.ok_or(FictionBookError::Empty)?)?)
}

/// Returns `bodies` without the pictures after them, which are long.
fn without_pictures(bodies: &str) -> String {
    let mut kept = String::with_capacity(bodies.len());
    let mut rest = bodies;
    while let Some((before, picture)) = rest.split_once("<binary") {
        kept.push_str(before);
        rest = picture.split_once("</binary>").map_or("", |(_, rest)| rest);
    }
    kept.push_str(rest);
    kept
}

fn facts(metadata: Vec<(String, String)>, part: &Part) -> Facts {
    let tag = metadata.iter().find(|(name, _)| name == "language").map(|(_, tag)| tag.as_str());
    Facts {
        format: "FictionBook",
        lang: tag.and_then(Lang::of_tag).or_else(|| Lang::detect(part.text())),
        paragraphs: ParagraphStyle::Solid,
        headings: Headings::Declared,
        metadata,
        ..Facts::default()
    }
}

/// Returns what the book says of itself in `head`, what stands before its bodies.
fn about(head: &str) -> Vec<(String, String)> {
    let mut about = Vec::new();
    let mut path: Vec<String> = Vec::new();
    let mut words = String::new();
    for event in read_xml(head.as_bytes()) {
        match event {
            Xml::Open(tag) => {
                if let ("sequence", Some(name)) = (tag.name.as_str(), tag.get("name")) {
                    let number = tag.get("number").map(|number| format!(" {number}"));
                    about.push((
                        "series".to_owned(),
                        format!("{name}{}", number.unwrap_or_default()),
                    ));
                }
                if NAMES.iter().any(|(_, element, _)| *element == tag.name) {
                    words.clear();
                }
                path.push(tag.name);
            }
            Xml::Text(text) => {
                words.push_str(&text);
                words.push(' ');
            }
            Xml::Close(name) => {
                while path.pop().is_some_and(|open| open != name) {}
                let fact = NAMES.iter().find(|(within, element, _)| {
                    *element == name && path.iter().any(|open| open == within)
                });
                let value = words.split_whitespace().collect::<Vec<_>>().join(" ");
                if let Some((.., fact)) = fact.filter(|_| !value.is_empty()) {
                    about.push(((*fact).to_owned(), value));
                    words.clear();
                }
            }
        }
    }
    about
}

/// What is told of a book: where it stands, the element, and what people call it.
const NAMES: [(&str, &str, &str); 9] = [
    ("title-info", "book-title", "title"),
    ("title-info", "author", "creator"),
    ("title-info", "translator", "translator"),
    ("title-info", "genre", "subject"),
    ("title-info", "lang", "language"),
    ("title-info", "date", "date"),
    ("title-info", "annotation", "description"),
    ("publish-info", "publisher", "publisher"),
    ("publish-info", "isbn", "identifier"),
];

#[cfg(test)]
mod tests;
