//! What a reader reads, whatever file it came from: [`Document`], its [`Part`]s, their [`Block`]s, the
//! [`Outline`] and the [`Position`]. Everything is a range of a part's text. Nothing here knows a file,
//! a format, a screen or a row.

mod address;
mod correction;
mod excerpt;
mod locator;
mod outline;
mod part;
mod places;
mod rule;
mod rule_room;
mod sections;
mod source;
mod walk;

use std::collections::VecDeque;
use std::io::ErrorKind;
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::budget::PARTS_BYTES;
use crate::decode::Encoding;

pub use address::WebAddress;
pub use correction::{Correction, Corrections, DEEPEST, Remark};
pub use locator::{Found, Granularity, Locator, Quote};
pub use outline::{Anchor, Judged, Outline, Section, SectionIter};
pub(crate) use outline::{Levels, Ranked};
pub use part::{
    Alert, Alignment, Block, BlockKind, Cell, Extra, Frame, FrameKind, Mark, Markup, Part, Style,
    Table, Target, TerminalColour, TerminalLook, Underline, WordReading, in_parentheses,
};
pub use places::{Landmark, NamedPlaces};
pub use rule::{Rule, Ruled, Rules};
pub use rule_room::{NoRoom, RuleRoom, Unheeded};
pub use sections::Sectioning;
pub use source::{
    Facts, Headings, MayMatch, ParagraphStyle, ReadAt, ReadError, Source, Survey, ViewMode,
};

/// A place in a document: a byte of a part's text, on the boundary of a grapheme cluster. It orders as
/// reading does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The part, counted from 0.
    pub part: usize,
    /// The byte in that part's text.
    pub byte: usize,
}

impl Position {
    /// Returns the place of `byte` in `part`.
    pub fn new(part: usize, byte: usize) -> Self {
        Self { part, byte }
    }
}

/// The parts that were loaded last, each with its number, the one used last in front.
type Cache = VecDeque<(usize, Arc<Part>)>;

/// A document: a source and the parts of it that were loaded last. Clones share both.
#[derive(Clone)]
pub struct Document {
    source: Arc<dyn Source>,
    cache: Arc<Mutex<Cache>>,
    /// The first error of reading a part.
    broken: Arc<OnceLock<ReadError>>,
}

impl Document {
    /// Returns the document that `source` holds, with nothing loaded.
    pub fn new(source: Arc<dyn Source>) -> Self {
        Self { source, cache: Arc::default(), broken: Arc::default() }
    }

    /// Returns the same document with its bytes taken to be in `encoding`; none where its format itself
    /// says what they are in.
    pub fn recoded(&self, encoding: Encoding) -> Option<Self> {
        self.source.recoded(encoding).map(Self::new)
    }

    /// Returns the views that a reader can choose besides [`ViewMode::Auto`], in which it is opened.
    pub fn views(&self) -> &[ViewMode] {
        self.source.views()
    }

    /// Returns the document, as it was opened, in `view`; where it has no such view, as it is.
    #[must_use]
    pub fn viewed(self, view: ViewMode) -> Self {
        let known = self.views().contains(&view);
        let viewed = if known { self.source.viewed(view) } else { None };
        viewed.map(Self::new).unwrap_or(self)
    }

    /// Returns what is known of the document without reading it through.
    pub fn facts(&self) -> &Facts {
        self.source.facts()
    }

    /// Returns where the document comes from.
    pub fn source(&self) -> &Arc<dyn Source> {
        &self.source
    }

    /// Returns how many parts there are; a document without text has none.
    pub fn parts(&self) -> usize {
        self.source.count()
    }

    /// Returns how many bytes the source has, by the parts' weights.
    pub fn size(&self) -> u64 {
        self.source.before(self.parts())
    }

    /// Returns the first error of reading a part that was needed, if there was one.
    pub fn broken(&self) -> Option<&ReadError> {
        self.broken.get()
    }

    /// Returns part `index`, loaded now or kept from before; past the end, an empty part. What can't be read becomes a
    /// part that says so; what is still being read ([`WouldBlock`](std::io::ErrorKind::WouldBlock)) one that is not
    /// kept: it is asked for again.
    pub fn part(&self, index: usize) -> Arc<Part> {
        if index >= self.parts() {
            return Arc::default();
        }
        if let Some(part) = self.cached(index) {
            return part;
        }
        let part = match self.source.load(index) {
            Ok(part) => part,
            Err(error) if error.kind == ErrorKind::WouldBlock => {
                return Arc::new(saying("[This is still being read.]\n".to_owned()));
            }
            Err(error) => {
                let part = saying(format!("[This part of the file can't be read: {error}.]\n"));
                let _first = self.broken.set(error);
                part
            }
        };
        let part = Arc::new(part);
        let mut cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
        cache.push_front((index, Arc::clone(&part)));
        let mut kept = 0;
        cache.retain(|(id, part)| {
            kept += part.bytes();
            *id == index || kept <= PARTS_BYTES
        });
        part
    }

    /// Returns part `index` if it is in the cache, and makes it the one used last.
    fn cached(&self, index: usize) -> Option<Arc<Part>> {
        let mut cache = self.cache.lock().unwrap_or_else(PoisonError::into_inner);
        let at = cache.iter().position(|(id, _)| *id == index)?;
        let entry = cache.remove(at)?;
        let part = Arc::clone(&entry.1);
        cache.push_front(entry);
        Some(part)
    }

    /// Returns about how many bytes of the source lie before `place`.
    pub fn offset(&self, place: Position) -> u64 {
        (self.fraction(place) * self.size() as f64).round() as u64
    }

    /// Returns how much of the document lies before `place`, from 0 to 1, by the parts' weights.
    pub fn fraction(&self, place: Position) -> f64 {
        let total = self.size();
        if total == 0 {
            return 0.0;
        }
        let before = self.source.before(place.part);
        let weight = self.source.weight(place.part);
        let length = self.part(place.part).text().len().max(1);
        let within = (place.byte as f64 / length as f64).min(1.0) * weight as f64;
        ((before as f64 + within) / total as f64).min(1.0)
    }

    /// Returns the place that `fraction` of the document (0 to 1) lies before.
    pub fn at_fraction(&self, fraction: f64) -> Position {
        let offset = fraction.clamp(0.0, 1.0) * self.size() as f64;
        let index = self.part_at(offset as u64);
        let before = self.source.before(index);
        let part = self.part(index);
        let within = (offset - before as f64) / self.source.weight(index).max(1) as f64;
        let text = part.text();
        let byte = (within * text.len() as f64).ceil() as usize;
        Position::new(index, text.ceil_char_boundary(byte.min(text.len())))
    }

    /// Returns the part that holds byte `offset` of the source; past the end, the last.
    pub fn part_at(&self, offset: u64) -> usize {
        let (mut first, mut end) = (0, self.parts());
        while first < end {
            let middle = first.midpoint(end);
            if self.source.before(middle + 1) <= offset {
                first = middle + 1;
            } else {
                end = middle;
            }
        }
        first.min(self.parts().saturating_sub(1))
    }

    /// Returns what `href`, a reference in part `part`, leads to: a part, which is loaded, and the bytes of its text that
    /// the name stands for; none of them at the part's start where it has no such name. None where the reference leads
    /// out of the document, or to a name beside it that is not there.
    pub fn resolve(&self, part: usize, href: &str) -> Option<(usize, Range<usize>)> {
        let (to, name) = self.source.resolve(part, href)?;
        let named = self.part(to).anchor(&name);
        let lost = named.is_none() && !name.is_empty() && href.starts_with('#');
        (!lost).then(|| (to, named.unwrap_or_default()))
    }

    /// Returns the text of the block that begins at `anchor`; none where none does.
    pub fn text_at(&self, anchor: Anchor) -> Option<String> {
        let part = self.part(anchor.part);
        let block = part.blocks().partition_point(|block| block.line < anchor.line);
        let begins = part.blocks().get(block).is_some_and(|block| block.line == anchor.line);
        begins.then(|| part.block_text(block).to_owned())
    }

    /// Returns the line with which the block of `place` begins, for [`locate`](Self::locate); the part's first line
    /// where there is no block.
    pub fn anchor(&self, place: Position) -> Anchor {
        let part = self.part(place.part);
        let block = part.block_at(place.byte).and_then(|block| part.blocks().get(block));
        Anchor { part: place.part, line: block.map_or(0, |block| block.line) }
    }

    /// Returns the line with which the block begins that the line of `anchor` is in.
    pub fn block_of(&self, anchor: Anchor) -> Anchor {
        let part = self.part(anchor.part);
        let begun = part.blocks().partition_point(|block| block.line <= anchor.line);
        let block = part.blocks().get(begun.saturating_sub(1));
        Anchor { line: block.map_or(0, |block| block.line), ..anchor }
    }

    /// Returns where the line of the source at `anchor` begins, also one that goes on with a paragraph; where that is not
    /// known, where its block begins.
    pub fn line_start(&self, anchor: Anchor) -> Position {
        let part = self.part(anchor.part);
        let lines = &part.markup().lines;
        let at = lines.partition_point(|(line, _)| *line < anchor.line);
        match lines.get(at) {
            Some(&(line, byte)) if line == anchor.line => Position::new(anchor.part, byte),
            _ => self.locate(self.block_of(anchor)),
        }
    }

    /// Returns the line of the source that `place` is in, as far as that is known: else the one with which its block begins.
    pub fn line_of(&self, place: Position) -> Anchor {
        let (part, block) = (self.part(place.part), self.anchor(place));
        let lines = &part.markup().lines;
        let begun = lines.partition_point(|(_, byte)| *byte <= place.byte);
        let last = begun.checked_sub(1).and_then(|at| lines.get(at));
        Anchor { line: last.map_or(0, |(line, _)| *line).max(block.line), ..block }
    }

    /// Returns where the block stands that `anchor` names, loading its part; past its end, the part's start.
    pub fn locate(&self, anchor: Anchor) -> Position {
        let part = self.part(anchor.part);
        let block = part.blocks().partition_point(|block| block.line < anchor.line);
        Position::new(anchor.part, part.start_of(block))
    }
}

/// Returns the part that stands for one that is not there: it says `text`, a line.
fn saying(text: String) -> Part {
    let block = Block::new(0..text.len() - 1, BlockKind::Paragraph);
    Part::new(text, vec![block], Markup::default())
}

#[cfg(test)]
mod tests;
