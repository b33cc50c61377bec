//! Rows of tables in the making.

use super::{Inline, PartBuilder, PendingSpace};
use crate::budget::{BLOCK_BYTES, TABLE_COLUMNS};
use crate::document::{Alignment, BlockKind, Cell, Table};

/// A table whose rows are being written.
pub(super) struct OpenTable {
    number: u16,
    /// Where the cell begins that is being written.
    cell: Option<usize>,
    /// How many columns the row has so far.
    columns: usize,
}

impl OpenTable {
    /// Returns where the text of the open cell begins.
    pub(super) fn cell(&self) -> Option<usize> {
        self.cell
    }
}

impl PartBuilder {
    /// Opens a table and returns whether that is possible; where not, its cells are paragraphs. Tables do not nest.
    pub(in crate::format) fn enter_table(&mut self) -> bool {
        self.end();
        let number = u16::try_from(self.markup.tables.len()).ok();
        let Some(number) = number.filter(|_| self.table.is_none()) else { return false };
        self.markup.tables.push(Table::default());
        self.write_markers();
        self.table = Some(OpenTable { number, cell: None, columns: 0 });
        true
    }

    /// Closes the table, whose columns stand so; the first `heading_rows` of its rows name them.
    pub(in crate::format) fn leave_table(&mut self, columns: Vec<Alignment>, heading_rows: u16) {
        let Some(open) = self.table.take() else { return };
        if let Some(table) = self.markup.tables.get_mut(usize::from(open.number)) {
            *table = Table { columns: columns.into(), heading_rows };
        }
        self.end();
    }

    /// Opens a row of the table.
    pub(in crate::format) fn enter_row(&mut self) {
        if let Some(table) = &mut self.table {
            table.columns = 0;
            self.kind = BlockKind::TableRow(table.number);
            self.continues = false;
            self.start();
        }
    }

    /// Closes the row; one without cells is none.
    pub(in crate::format) fn leave_row(&mut self) {
        let Some(table) = &mut self.table else { return };
        let empty = std::mem::take(&mut table.columns) == 0;
        table.cell = None;
        if empty {
            self.open = false;
            self.blocks.pop();
            return;
        }
        let start = self.blocks.last().map_or(0, |block| block.range.start);
        if self.text.len() - start > BLOCK_BYTES {
            // A row that no layout could take is a paragraph.
            let cells = &mut self.markup.cells;
            cells.truncate(cells.partition_point(|cell| cell.range.start < start));
            if let Some(block) = self.blocks.last_mut() {
                block.kind = BlockKind::Paragraph;
            }
        }
        self.close();
    }

    /// Opens a cell over `columns` columns. What is past the last column that a table may have is text of that one.
    pub(in crate::format) fn enter_cell(&mut self, columns: u16) {
        let Some(table) = &mut self.table else { return };
        self.gap = PendingSpace::None;
        if table.columns >= TABLE_COLUMNS {
            self.gap = PendingSpace::Space(Inline::default());
            let last = self.markup.cells.pop();
            table.cell = last.map(|cell| cell.range.start);
            return;
        }
        if table.columns > 0 {
            self.text.push('\t');
        }
        table.columns += usize::from(columns);
        table.cell = Some(self.text.len());
        self.markup.cells.push(Cell { range: 0..0, columns });
    }

    /// Closes the cell.
    pub(in crate::format) fn leave_cell(&mut self) {
        self.gap = PendingSpace::None;
        let Some(table) = &mut self.table else { return };
        let Some(start) = table.cell.take() else { return };
        let range = start..self.text.len();
        match self.markup.cells.last_mut() {
            Some(cell) if cell.range == (0..0) => cell.range = range,
            _ => self.markup.cells.push(Cell { range, columns: 1 }),
        }
    }

    /// Returns whether text belongs to a cell.
    pub(super) fn is_in_cell(&self) -> bool {
        self.table.as_ref().is_some_and(|table| table.cell.is_some())
    }

    /// Returns whether a table is open.
    pub(in crate::format) fn is_in_table(&self) -> bool {
        self.table.is_some()
    }
}
