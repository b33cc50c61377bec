//! Where the rows of a block begin, by the frames that hold it: indents and bars, summed over the chain.

use crate::document::{Block, BlockKind, Frame, FrameKind, Part};
use crate::text::WidthModel;

/// The cells of the bar of a quotation and of the blank after it.
const BAR: usize = 2;

/// The cells by which what a term means is set in, and what stands beside the text.
const SET_IN: usize = 4;

/// The left edges of a block's rows, in cells from the left edge of the column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Edges {
    /// Of its first row, which may begin with markers.
    first: usize,
    /// Of each other row: under the text after the markers.
    rest: usize,
    /// Where bars stand.
    bars: Vec<usize>,
}

impl Edges {
    /// Returns the edges of `block` of `part`.
    pub(super) fn of(part: &Part, block: &Block, model: WidthModel) -> Self {
        let mut edges = Self::default();
        let mut frames: Vec<&Frame> = part.frames_of(block).collect();
        frames.reverse();
        let mut widest = 0;
        // The cells of the markers that stand in the block's own text.
        let mut hung = 0;
        for frame in frames {
            match &frame.kind {
                FrameKind::Quote | FrameKind::Alert(_) => {
                    edges.bars.push(edges.rest);
                    edges.rest += BAR;
                }
                FrameKind::List { widest: marker, .. } => {
                    widest = model.width(part.slice(marker.clone()));
                }
                FrameKind::Item { marker } | FrameKind::Note { marker } => {
                    let own = model.width(part.slice(marker.clone()));
                    let room = own.max(std::mem::take(&mut widest));
                    edges.rest += room;
                    if !marker.is_empty()
                        && block.range.start <= marker.start
                        && marker.end <= block.range.end
                    {
                        hung += own;
                    }
                }
                FrameKind::Definition | FrameKind::Aside => edges.rest += SET_IN,
                FrameKind::Hanging(cells) => {
                    edges.rest += usize::from(*cells);
                    hung += usize::from(*cells);
                }
                FrameKind::Definitions
                | FrameKind::Term
                | FrameKind::Code { .. }
                | FrameKind::Figure
                | FrameKind::Caption => {}
            }
        }
        edges.first = edges.rest - hung.min(edges.rest);
        edges
    }

    /// Returns the edges of the first row and of the others, at most `widest` cells in.
    pub(super) fn within(&self, widest: usize) -> (usize, usize) {
        (self.first.min(widest), self.rest.min(widest))
    }

    /// Returns where bars stand, all within `widest` cells.
    pub(super) fn bars(mut self, widest: usize) -> Vec<usize> {
        self.bars.retain(|bar| bar + 1 < widest.max(BAR));
        self.bars
    }
}

/// Returns whether nothing parts `block` from `next` of a marked-up text: both are of one piece of code, one table or one
/// tight list, or a term and what it means.
pub(super) fn are_together(part: &Part, block: &Block, next: &Block) -> bool {
    if let (BlockKind::TableRow(one), BlockKind::TableRow(other)) = (block.kind, next.kind) {
        return one == other;
    }
    let frames = &part.markup().frames;
    let chain = |block: &Block| {
        let parent = |at: &u32| frames.get(*at as usize)?.parent;
        std::iter::successors(block.frame, parent)
    };
    let Some(shared) = chain(block).find(|at| chain(next).any(|other| other == *at)) else {
        return false;
    };
    let kind = |at: u32| frames.get(at as usize).map(|frame| &frame.kind);
    let tight = |at: u32| match kind(at) {
        Some(FrameKind::List { tight, .. }) => Some(*tight),
        _ => None,
    };
    match kind(shared) {
        Some(FrameKind::Code { .. } | FrameKind::Definitions | FrameKind::Figure) => true,
        Some(FrameKind::Quote | FrameKind::Alert(_)) => false,
        _ => chain_from(frames, shared).find_map(tight).unwrap_or(false),
    }
}

/// Returns frame `at` and those around it, the innermost first.
fn chain_from(frames: &[Frame], at: u32) -> impl Iterator<Item = u32> {
    std::iter::successors(Some(at), |at| frames.get(*at as usize)?.parent)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Markup;

    /// Returns a part of one block for each of `lines`, each in the frame of its number.
    fn part(lines: &[(&str, u32)], frames: Vec<Frame>) -> Part {
        let mut text = String::new();
        let mut blocks = Vec::new();
        for (line, frame) in lines {
            let range = text.len()..text.len() + line.len();
            let block = Block::new(range, BlockKind::Paragraph);
            blocks.push(Block { frame: Some(*frame), ..block });
            text.push_str(line);
            text.push('\n');
        }
        Part::new(text, blocks, Markup { frames, ..Markup::default() })
    }

    fn frame(parent: Option<u32>, kind: FrameKind) -> Frame {
        Frame { parent, kind }
    }

    fn edges(part: &Part, block: usize) -> Edges {
        Edges::of(part, &part.blocks()[block], WidthModel::default())
    }

    #[test]
    fn a_list_in_a_quotation_in_a_list_hangs_under_all_its_markers() {
        let frames = vec![
            frame(None, FrameKind::Item { marker: 0..3 }),
            frame(Some(0), FrameKind::Quote),
            frame(Some(1), FrameKind::Item { marker: 5..9 }),
        ];
        let part = part(&[("1. a", 0), ("10) b", 2), ("c", 2)], frames);
        assert_eq!(edges(&part, 0), Edges { first: 0, rest: 3, bars: Vec::new() });
        assert_eq!(edges(&part, 1), Edges { first: 5, rest: 9, bars: vec![3] });
        assert_eq!(edges(&part, 2), Edges { first: 9, rest: 9, bars: vec![3] });
    }

    #[test]
    fn two_markers_of_one_block_hang_both() {
        let items = [0..2, 2..4].map(|marker| FrameKind::Item { marker });
        let [outer, inner] = items;
        let part = part(&[("- - a", 1)], vec![frame(None, outer), frame(Some(0), inner)]);
        assert_eq!(edges(&part, 0), Edges { first: 0, rest: 4, bars: Vec::new() });
    }

    #[test]
    fn numbers_of_a_list_end_in_one_column() {
        let frames = vec![
            frame(None, FrameKind::List { widest: 5..9, tight: true }),
            frame(Some(0), FrameKind::Item { marker: 0..3 }),
            frame(Some(0), FrameKind::Item { marker: 5..9 }),
        ];
        let part = part(&[("9. a", 1), ("10. b", 2)], frames);
        assert_eq!(edges(&part, 0), Edges { first: 1, rest: 4, bars: Vec::new() });
        assert_eq!(edges(&part, 1), Edges { first: 0, rest: 4, bars: Vec::new() });
        assert!(are_together(&part, &part.blocks()[0], &part.blocks()[1]));
    }

    #[test]
    fn a_narrow_column_shows_the_bars_that_have_room() {
        let frames = (0..4_u32).map(|at| frame(at.checked_sub(1), FrameKind::Quote)).collect();
        let part = part(&[("a", 3)], frames);
        assert_eq!(edges(&part, 0).within(4), (4, 4));
        assert_eq!(edges(&part, 0).bars(4), [0, 2]);
    }
}
