//! `FictionBook` 2: one file of XML, or that file in an archive. Its elements are read as those of HTML that mean the same.

mod about;
mod tags;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use thiserror::Error;

use super::declared::verdict;
use super::epub::{Archive, ArchiveError, declared, expanded};
use super::flaw::Flawed;
use super::html::{self, Dialect};
use super::sliced::Sliced;
use super::sources::whole;
use super::tags::{TagKind, Tags, WrittenTag, local, prolog};
use crate::budget::{FB2_BYTES, PAGE_BYTES};
use crate::decode::Choice;
use crate::document::{Facts, Headings, ParagraphStyle, Part, ReadAt};
use crate::text::Lang;
use about::about;

/// Why a book can't be read.
#[derive(Debug, Error)]
pub(super) enum FictionBookError {
    /// It is larger than [`FB2_BYTES`], or can't be read.
    #[error("it has more than {} MiB, or can't be read", FB2_BYTES >> 20)]
    Bytes,
    /// Its text, without the pictures, is larger than [`PAGE_BYTES`].
    #[error("its text has more than {} MiB", PAGE_BYTES >> 20)]
    Text,
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

impl Flawed for FictionBookError {
    fn message(&self) -> (&'static str, String) {
        match self {
            Self::Bytes => ("flaw-bytes", (FB2_BYTES >> 20).to_string()),
            Self::Text => ("flaw-text", (PAGE_BYTES >> 20).to_string()),
            Self::Archive(error) => error.message(),
            Self::Empty => ("flaw-no-book", String::new()),
            Self::Bodiless => ("flaw-bodiless", String::new()),
        }
    }
}

/// Returns the book that `bytes` hold, packed or not.
///
/// # Errors
/// They are too many, or hold no book.
pub(super) fn open(bytes: Arc<dyn ReadAt>, encoding: Choice) -> Result<Sliced, FictionBookError> {
    let mut sign = [0; 2];
    let packed = bytes.read_at(0, &mut sign).is_ok() && sign == *b"PK";
    let book = if packed {
        unpacked(Arc::clone(&bytes))?
    } else {
        whole(&*bytes, FB2_BYTES).ok_or(FictionBookError::Bytes)?
    };
    let verdict = verdict(&book, declared(&book), encoding);
    let decoded = verdict.encoding.decode(verdict.encoding.unmarked(&book));
    let (part, facts) = read(&decoded.text)?;
    let facts = Facts { encoding: Some(verdict), ..facts };
    let recode = move |encoding| open(Arc::clone(&bytes), Choice::Use(encoding)).ok();
    Ok(Sliced::of(&part, facts).decoded(decoded.replaced, recode))
}

/// Returns the text of the book `source`, and what is known of it.
fn read(source: &str) -> Result<(Part, Facts), FictionBookError> {
    let text = without_pictures(source);
    let text = expanded(&text);
    let is_body =
        |tag: &WrittenTag| matches!(tag.kind, TagKind::Opening(name, _) if local(name) == "body");
    let start = Tags::of_xml(&text).find(is_body).map(|tag| tag.range.start);
    let halves = start.and_then(|start| text.split_at_checked(start));
    let (head, bodies) = halves.ok_or(FictionBookError::Bodiless)?;
    let html = tags::as_html(bodies);
    if html.len() as u64 > PAGE_BYTES {
        return Err(FictionBookError::Text);
    }
    let parsed = catch_unwind(AssertUnwindSafe(|| html::part(&html, Dialect::Html)));
    let part = parsed.ok().flatten().unwrap_or_else(|| html::source_part(bodies, html::TOO_DEEP));
    let facts = facts(about(head), &part);
    Ok((part, facts))
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

/// Returns `source` without the pictures in it, which are long.
fn without_pictures(source: &str) -> String {
    let mut kept = String::new();
    let (mut done, mut within) = (0, false);
    for tag in Tags::of_xml(source) {
        match tag.kind {
            TagKind::Opening(name, attributes) if local(name) == "binary" && !within => {
                kept.push_str(source.get(done..tag.range.start).unwrap_or_default());
                done = tag.range.end;
                within = !attributes.close();
            }
            TagKind::Closing(name) if local(name) == "binary" => {
                done = tag.range.end;
                within = false;
            }
            _ => {}
        }
    }
    if !within {
        kept.push_str(source.get(done..).unwrap_or_default());
    }
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

#[cfg(test)]
mod tests;
