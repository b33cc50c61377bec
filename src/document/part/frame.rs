//! A frame: what holds blocks. Frames nest by the index of the one around them, so a list in a quotation in a list is
//! told exactly and no tree is needed.

use std::ops::Range;

/// What holds blocks that follow one another. The blocks of a frame, and of those within it, have no other between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The frame that this one lies in, an index into [`Markup::frames`](super::Markup::frames) that is smaller than
    /// its own; none: the page.
    pub parent: Option<u32>,
    /// What it is.
    pub kind: FrameKind,
}

impl Frame {
    /// Returns the bytes of the marker or sign with which the frame's first block begins, the white space after it
    /// included. The rows that follow hang under what comes after it.
    pub fn marker(&self) -> Option<Range<usize>> {
        match &self.kind {
            FrameKind::Item { marker } | FrameKind::Note { marker } => Some(marker.clone()),
            _ => None,
        }
    }
}

/// What a frame is to its blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FrameKind {
    /// Someone else's words: a bar stands on their left.
    Quote,
    /// A remark that stands out: a bar on its left, its name as its first block.
    Alert(Alert),
    /// The items of a list.
    List {
        /// The bytes of the widest marker, by characters: the texts of all items begin in one column.
        widest: Range<usize>,
        /// Whether no blank row parts its items.
        tight: bool,
    },
    /// An item of a list.
    Item {
        /// The bytes of its bullet, number or box and of the space after it, at the start of its first block; empty
        /// where it has none.
        marker: Range<usize>,
    },
    /// What a note says.
    Note {
        /// The bytes of its sign and of the space after it, at the start of its first block.
        marker: Range<usize>,
    },
    /// A list of terms and what they mean.
    Definitions,
    /// A term that is explained.
    Term,
    /// What a term means, set in below it.
    Definition,
    /// One piece of code: all its lines.
    Code {
        /// Its language, an index into [`Markup::languages`](super::Markup::languages).
        language: Option<u16>,
    },
    /// A picture, a table or the like, and what is said of it.
    Figure,
    /// What is said of a figure or a table.
    Caption,
    /// What belongs beside the text.
    Aside,
    /// A paragraph with a left edge of its own: its rows but the first are set in by so many cells. The first is set in
    /// as its block says: by as many, by fewer where the others hang from a tag, by more where it is indented.
    Edge(u16),
    /// A line whose text ends so many cells before the right edge of the column.
    AtEnd(u16),
}

/// How urgent a remark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alert {
    /// Good to know.
    Note,
    /// Helps to do better.
    Tip,
    /// Needed for success.
    Important,
    /// Needs attention at once.
    Warning,
    /// Tells of harm.
    Caution,
}
