//! The names that links lead to.

use std::ops::Range;

use super::PartBuilder;
use crate::document::Block;

impl PartBuilder {
    /// Says that `name` stands for what is written from here on, and returns its number for [`Self::leave_anchor`].
    pub(in crate::format) fn enter_anchor(&mut self, name: &str) -> usize {
        let start = self.text.len();
        self.markup.anchors.push((name.into(), start..start));
        self.markup.anchors.len() - 1
    }

    /// Says that what the name with this number stands for ends here.
    pub(in crate::format) fn leave_anchor(&mut self, number: usize) {
        let end = self.text.len();
        if let Some((_, range)) = self.markup.anchors.get_mut(number) {
            range.end = end;
        }
    }

    /// Says that the printed page that is called `name` begins here.
    pub(in crate::format) fn page(&mut self, name: &str) {
        self.markup.pages.push((name.into(), self.text.len()));
    }

    /// Makes each name stand for the rest of its block at least, and puts them in order; of two, the first counts. A page
    /// begins with text.
    pub(super) fn settle_anchors(&mut self) {
        let (text, blocks) = (&self.text, &self.blocks);
        // The space before an element was not written when it began.
        let begun = |byte: usize| {
            byte + usize::from(text.get(byte..).is_some_and(|rest| rest.starts_with(' ')))
        };
        for (_, range) in &mut self.markup.anchors {
            *range = settled(blocks, begun(range.start)..range.end);
        }
        for (_, byte) in &mut self.markup.pages {
            *byte = settled(blocks, begun(*byte)..*byte).start;
        }
        let anchors = &mut self.markup.anchors;
        anchors.sort_by(|(one, _), (other, _)| one.cmp(other));
        anchors.dedup_by(|(later, _), (first, _)| later == first);
        anchors.shrink_to_fit();
    }
}

/// Returns `range` without the line feed at its end, and with the rest of the block where it begins.
fn settled(blocks: &[Block], range: Range<usize>) -> Range<usize> {
    let Some(last) = blocks.last() else { return 0..0 };
    let first = blocks.partition_point(|block| block.range.end < range.start);
    let block = blocks.get(first).unwrap_or(last);
    let start = range.start.max(block.range.start).min(block.range.end);
    let before_end = blocks.partition_point(|block| block.range.start < range.end);
    let end = before_end.checked_sub(1).and_then(|at| blocks.get(at)).map_or(0, |it| it.range.end);
    start..block.range.end.max(end.min(range.end))
}
