//! Lines of texts whose blank lines and indents are meant.

use super::PartBuilder;
use crate::document::{Block, BlockKind};

impl PartBuilder {
    /// Adds a line without text.
    pub(in crate::format) fn blank(&mut self) {
        self.end();
        if let Some(Block { kind: BlockKind::Blank(lines), .. }) = self.blocks.last_mut() {
            *lines += 1;
            return;
        }
        self.empty(BlockKind::Blank(1));
    }

    /// Adds the end of a page: a line without text.
    pub(in crate::format) fn page_break(&mut self) {
        self.end();
        self.empty(BlockKind::Rule);
    }

    fn empty(&mut self, kind: BlockKind) {
        self.kind = kind;
        self.open_block();
        self.end();
    }

    /// Opens a block of `kind` whose first row is set in by `indent` cells.
    pub(in crate::format) fn open_line(&mut self, kind: BlockKind, indent: u16) {
        self.begin(kind);
        self.open_block();
        if let Some(block) = self.blocks.last_mut() {
            block.indent = indent;
        }
    }
}
