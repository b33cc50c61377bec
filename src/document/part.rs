//! A part: one text and what lies over it. Everything here is a range of that text: blocks, frames around them, marks,
//! cells, anchors. There are no trees.

mod block;
mod frame;
mod mark;
mod reading;
mod slice;
mod table;
mod together;

use std::ops::Range;

pub use block::{Block, BlockKind};
pub use frame::{Alert, Frame, FrameKind};
pub use mark::{Extra, Mark, Style, Target, TerminalColour, TerminalLook, Underline};
pub use reading::{WordReading, in_parentheses};
pub use table::{Alignment, Cell, Table};

/// A piece of a document that is loaded at once: one text and a flat list of blocks. The blocks stand in
/// the order of their ranges, do not overlap, and leave out nothing but the line feed after each.
///
/// The text is what a person reads and copies: the marker of an item and the sign of a note stand in it, an address,
/// a reading and the name of a code's language do not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    text: String,
    blocks: Vec<Block>,
    markup: Markup,
}

/// What lies over the text of a part besides its blocks. Plain text has little of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup {
    /// What holds blocks; a frame stands after the one that it lies in.
    pub frames: Vec<Frame>,
    /// The marks in the order of their ranges; no two overlap, and each has text.
    pub marks: Vec<Mark>,
    /// Where links lead, by the numbers that marks have.
    pub links: Vec<Target>,
    /// The readings of words (ruby), by the numbers that marks have.
    pub readings: Vec<Box<str>>,
    /// The colours of a terminal, by the numbers that marks have.
    pub looks: Vec<TerminalLook>,
    /// What each name that a link may lead to stands for, in the order of the names; a name stands for the nearest
    /// block at least.
    pub anchors: Vec<(Box<str>, Range<usize>)>,
    /// The printed pages that begin here, in the order of their bytes: what each is called, and where.
    pub pages: Vec<(Box<str>, usize)>,
    /// The tables, by the numbers that their rows have.
    pub tables: Vec<Table>,
    /// The cells of all tables in the order of their ranges.
    pub cells: Vec<Cell>,
    /// The languages of code, by the numbers that frames have.
    pub languages: Vec<Box<str>>,
    /// The lines of a plain text that go on with the block before them, in order: the number of each within the part, and
    /// the byte where it begins.
    pub lines: Vec<(u32, usize)>,
}

impl Markup {
    /// Returns about how many bytes of memory it holds.
    fn bytes(&self) -> usize {
        let targets = self.links.iter().map(Target::bytes);
        let strings = self.readings.iter().chain(&self.languages).map(|text| text.len());
        let anchors = self.anchors.iter().map(|(name, _)| name.len());
        let names = anchors.chain(self.pages.iter().map(|(name, _)| name.len()));
        let columns = self.tables.iter().map(Table::bytes);
        self.frames.capacity() * size_of::<Frame>()
            + self.marks.capacity() * size_of::<Mark>()
            + self.links.capacity() * size_of::<Target>()
            + (self.readings.capacity() + self.languages.capacity()) * size_of::<Box<str>>()
            + self.looks.capacity() * size_of::<TerminalLook>()
            + self.anchors.capacity() * size_of::<(Box<str>, Range<usize>)>()
            + self.pages.capacity() * size_of::<(Box<str>, usize)>()
            + self.tables.capacity() * size_of::<Table>()
            + self.cells.capacity() * size_of::<Cell>()
            + self.lines.capacity() * size_of::<(u32, usize)>()
            + targets.chain(strings).chain(names).chain(columns).sum::<usize>()
    }
}

impl Part {
    /// Returns the part of these pieces. `blocks` stand in the order of their ranges.
    pub fn new(text: String, blocks: Vec<Block>, markup: Markup) -> Self {
        debug_assert!(markup.marks.is_sorted_by(|one, next| one.range.end <= next.range.start));
        debug_assert!(markup.cells.is_sorted_by(|one, next| one.range.end <= next.range.start));
        debug_assert!(markup.anchors.is_sorted_by(|(one, _), (next, _)| one <= next));
        Self { text, blocks, markup }
    }

    /// Returns its text, its blocks and what lies over them.
    pub fn into_pieces(self) -> (String, Vec<Block>, Markup) {
        (self.text, self.blocks, self.markup)
    }

    /// Returns the whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the blocks in reading order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Returns what lies over the text besides the blocks.
    pub fn markup(&self) -> &Markup {
        &self.markup
    }

    /// Returns the text of `range`; of no text where the range is not one of this part.
    pub fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// Returns the text of block `index`; past the end, no text.
    pub fn block_text(&self, index: usize) -> &str {
        self.blocks.get(index).map_or("", |block| self.slice(block.range.clone()))
    }

    /// Returns the frames that hold `block`, the innermost first.
    pub fn frames_of(&self, block: &Block) -> impl Iterator<Item = &Frame> {
        let frame = |index: Option<u32>| self.markup.frames.get(index? as usize);
        std::iter::successors(frame(block.frame), move |inner| frame(inner.parent))
    }

    /// Returns the marks that touch `range`, in order.
    pub fn marks_in(&self, range: Range<usize>) -> &[Mark] {
        let marks = &self.markup.marks;
        let first = marks.partition_point(|mark| mark.range.end <= range.start);
        let end = marks.partition_point(|mark| mark.range.start < range.end);
        marks.get(first..end).unwrap_or_default()
    }

    /// Returns the cells of the row of a table that is `block`, in order; of another block, none.
    pub fn cells_of(&self, block: &Block) -> &[Cell] {
        let cells = &self.markup.cells;
        let first = cells.partition_point(|cell| cell.range.start < block.range.start);
        let end = cells.partition_point(|cell| cell.range.start <= block.range.end);
        match block.kind {
            BlockKind::TableRow(_) => cells.get(first..end).unwrap_or_default(),
            _ => &[],
        }
    }

    /// Returns whether block `index` is a row of a table that names its columns.
    pub fn names_columns(&self, index: usize) -> bool {
        let kind = |index: usize| self.blocks.get(index).map(|block| block.kind);
        let Some(BlockKind::TableRow(number)) = kind(index) else { return false };
        let rows = self.table(number).map_or(0, |table| usize::from(table.heading_rows));
        rows > 0 && index.checked_sub(rows).and_then(kind) != Some(BlockKind::TableRow(number))
    }

    /// Returns the table with this number.
    pub fn table(&self, number: u16) -> Option<&Table> {
        self.markup.tables.get(usize::from(number))
    }

    /// Returns where `mark` leads, if it is of a link.
    pub fn target(&self, mark: &Mark) -> Option<&Target> {
        self.markup.links.get(usize::from(mark.link?))
    }

    /// Returns the text that the name `anchor` stands for.
    pub fn anchor(&self, anchor: &str) -> Option<Range<usize>> {
        let anchors = &self.markup.anchors;
        let at = anchors.partition_point(|(name, _)| &**name < anchor);
        anchors.get(at).filter(|(name, _)| &**name == anchor).map(|(_, range)| range.clone())
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

    /// Returns the byte where block `index` ends; past the end, that of the text's end.
    pub fn end_of(&self, index: usize) -> usize {
        self.blocks.get(index).map_or(self.text.len(), |block| block.range.end)
    }

    /// Returns about how many bytes of memory the part holds.
    pub fn bytes(&self) -> usize {
        self.text.capacity() + self.blocks.capacity() * size_of::<Block>() + self.markup.bytes()
    }
}

#[cfg(test)]
mod tests;
