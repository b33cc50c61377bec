//! A block: a paragraph or its like.

use std::ops::Range;

/// A paragraph or its like: a range of the part's text that holds no line feed, at most 64 KiB long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The bytes of the part's text, without the indent.
    pub range: Range<usize>,
    /// What the block is. What holds it is no kind, but a frame.
    pub kind: BlockKind,
    /// The innermost frame that holds it, an index into [`Markup::frames`](super::Markup::frames); none: the page.
    pub frame: Option<u32>,
    /// How far the source sets it in, in cells, within its frame.
    pub indent: u16,
    /// The line of the source where it begins, counted from 0 within the part; formats without lines
    /// count blocks.
    pub line: u32,
    /// Whether this goes on with the block before: that was too long, or a line break of the author's stands between.
    pub continued: bool,
}

impl Block {
    /// Returns a block of `kind` on the page that is not set in, of the part's first line.
    pub fn new(range: Range<usize>, kind: BlockKind) -> Self {
        Self { range, kind, frame: None, indent: 0, line: 0, continued: false }
    }
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Lines without text, so many in the source. Only plain text has them: elsewhere the frames and kinds of its
    /// neighbours tell what stands between them.
    Blank(u32),
    /// Prose, filled to the measure.
    Paragraph,
    /// The title of a section, 1 the outermost.
    Heading(u8),
    /// A line of verse or the like, kept as it is.
    Verse,
    /// A line of code or a log, kept as it is. The lines of one piece of code share a frame where a format knows it.
    Code,
    /// A line that parts two scenes; its text may be empty.
    Rule,
    /// A row of the table with this number: the text of its cells, a tab between two.
    TableRow(u16),
    /// A picture; its text is what stands for it in words, its mark leads to it.
    Image,
}
