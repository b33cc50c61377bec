//! Tables: what their columns are, and where their cells lie. How wide a column is, layout measures.

use std::ops::Range;

/// A table: its rows are blocks that follow one another, their cells ranges of the rows' texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// How the text of each column stands.
    pub columns: Box<[Alignment]>,
    /// How many of its first rows name the columns.
    pub heading_rows: u16,
}

impl Table {
    /// Returns how many bytes its columns take.
    pub(super) fn bytes(&self) -> usize {
        self.columns.len() * size_of::<Alignment>()
    }
}

/// Where text stands in the cells of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Alignment {
    /// Where text of its script begins.
    #[default]
    Start,
    /// In the middle.
    Centre,
    /// Where text of its script ends.
    End,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The bytes of the part's text; empty where the cell is. One byte, a tab, parts it from the next cell of its row.
    pub range: Range<usize>,
    /// How many columns it takes, at least one.
    pub columns: u16,
}
