//! A text with marks that is kept whole and read part by part: where its parts begin, in bytes and in lines, and where
//! their headings stand.

use std::ops::Range;

use super::blocks::{Heading, headings};
use crate::document::{Anchor, Part, Section};

/// A text in parts.
pub(super) struct CutText {
    text: String,
    starts: Vec<PartStart>,
}

/// Where a part begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PartStart {
    pub(super) byte: usize,
    pub(super) line: u64,
}

impl CutText {
    /// Returns `text` in the parts that begin at `starts`, in order.
    pub(super) fn new(text: String, starts: Vec<PartStart>) -> Self {
        Self { text, starts }
    }

    /// Returns the bytes of `range`; of none where the range is not one of the text.
    pub(super) fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// Returns how many parts there are.
    pub(super) fn count(&self) -> usize {
        self.starts.len()
    }

    /// Returns the byte at which part `index` begins; of one past the last, the end.
    pub(super) fn start(&self, index: usize) -> usize {
        self.starts.get(index).map_or(self.text.len(), |start| start.byte)
    }

    /// Returns how many lines lie before part `index`.
    pub(super) fn line(&self, index: usize) -> u64 {
        self.starts.get(index).map_or(0, |start| start.line)
    }

    /// Returns how many lines lie before each part.
    pub(super) fn lines(&self) -> impl Iterator<Item = u64> {
        self.starts.iter().map(|start| start.line)
    }

    /// Returns what part `index` is written as.
    pub(super) fn source(&self, index: usize) -> &str {
        self.slice(self.start(index)..self.start(index + 1))
    }

    /// Returns the sections that the headings of `part` begin, which is part `index`.
    pub(super) fn sections(&self, index: usize, part: &Part) -> impl Iterator<Item = Section> {
        let (first, start) = (self.line(index), self.start(index));
        let mut lines = LineStarts::of(self.source(index));
        headings(part).map(move |Heading { title, level, line, .. }| Section {
            title,
            level,
            anchor: Anchor { part: index, line },
            line: Some(first + u64::from(line) + 1),
            offset: (start + lines.start(line)) as u64,
        })
    }
}

/// Where the lines of a text start, asked for in order.
struct LineStarts<'a> {
    lines: std::str::SplitInclusive<'a, char>,
    /// The line that begins at `start`.
    line: u32,
    start: usize,
}

impl<'a> LineStarts<'a> {
    /// Returns those of `text`.
    fn of(text: &'a str) -> Self {
        Self { lines: text.split_inclusive('\n'), line: 0, start: 0 }
    }

    /// Returns where line `line` starts, which does not lie before the one that was asked for last.
    fn start(&mut self, line: u32) -> usize {
        while self.line < line {
            let Some(passed) = self.lines.next() else { break };
            self.start += passed.len();
            self.line += 1;
        }
        self.start
    }
}
