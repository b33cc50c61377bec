//! A part: one text and the blocks that it is made of.

use std::ops::Range;

/// A piece of a document that is loaded at once: one text and a flat list of blocks. The blocks stand in
/// the order of their ranges, do not overlap, and leave out nothing but the line feed after each.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Part {
    text: String,
    blocks: Vec<Block>,
    marks: Vec<Mark>,
}

/// A paragraph or its like: a range of the part's text that holds no line feed, at most 64 KiB long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The bytes of the part's text, without the indent.
    pub range: Range<usize>,
    /// What the block is.
    pub kind: BlockKind,
    /// How far the source sets it in, in cells.
    pub indent: u16,
    /// The line of the source where it begins, counted from 0 within the part; formats without lines
    /// count blocks.
    pub line: u32,
    /// Whether this is the rest of the block before, cut because it was too long.
    pub continued: bool,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Lines without text, so many in the source.
    Blank(u32),
    /// Prose, filled to the measure.
    Paragraph,
    /// The title of a section, 1 the outermost.
    Heading(u8),
    /// Someone else's words, so many deep; the text is without the quote marks of the source.
    Quote(u8),
    /// An item of a list; `marker` bytes at its start are the bullet or number and the space after it.
    Item {
        /// The length of the marker in bytes.
        marker: u16,
    },
    /// A line of verse or the like, kept as it is.
    Verse,
    /// A line of code, a log or a table, kept as it is.
    Code,
    /// A line that parts two scenes.
    Rule,
}

/// A range of a part's text that is more than plain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The bytes of the part's text.
    pub range: Range<usize>,
    /// What is marked.
    pub kind: MarkKind,
}

/// What a mark says of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// The text is, or leads to, this address.
    Link(String),
}

impl Part {
    /// Returns the part of these pieces. `blocks` and `marks` stand in the order of their ranges.
    pub fn new(text: String, blocks: Vec<Block>, marks: Vec<Mark>) -> Self {
        Self { text, blocks, marks }
    }

    /// Returns the whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the blocks in reading order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Returns the text of `range`; of no text where the range is not one of this part.
    pub fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// Returns the text of block `index`; past the end, no text.
    pub fn block_text(&self, index: usize) -> &str {
        self.blocks.get(index).map_or("", |block| self.slice(block.range.clone()))
    }

    /// Returns the marks that touch `range`.
    pub fn marks_in(&self, range: Range<usize>) -> impl Iterator<Item = &Mark> {
        let first = self.marks.partition_point(|mark| mark.range.end <= range.start);
        self.marks.iter().skip(first).take_while(move |mark| mark.range.start < range.end)
    }

    /// Returns the number of the block that holds `byte`: the last that starts at or before it, else the
    /// first; none where there are no blocks.
    pub fn block_at(&self, byte: usize) -> Option<usize> {
        let after = self.blocks.partition_point(|block| block.range.start <= byte);
        (!self.blocks.is_empty()).then(|| after.saturating_sub(1))
    }

    /// Returns the byte where block `index` starts; past the end, that of the text's end.
    pub fn start_of(&self, index: usize) -> usize {
        self.blocks.get(index).map_or(self.text.len(), |block| block.range.start)
    }

    /// Returns about how many bytes of memory the part holds.
    pub fn bytes(&self) -> usize {
        self.text.capacity()
            + self.blocks.capacity() * size_of::<Block>()
            + self.marks.capacity() * size_of::<Mark>()
    }
}
