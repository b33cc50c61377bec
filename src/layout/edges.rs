//! Where the rows of a block begin, by the frames that hold it: indents and bars, summed over the chain.

use crate::document::{Block, Frame, FrameKind, Part};
use crate::text::WidthModel;

/// The cells of the bar of a quotation and of the blank after it.
const BAR: usize = 2;

/// The cells by which what a term means is set in, and what stands beside the text.
const SET_IN: usize = 4;

/// The cells that a deep indent leaves to rows that are filled.
const FILLED: usize = 30;

/// The cells that a deep indent leaves to lines that are kept as they are.
const KEPT: usize = 24;

/// The left edges of a block's rows, in cells from the left edge of the column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Edges {
    /// Of its first row, which may begin with markers.
    pub(super) first: usize,
    /// Of each other row: under the text after the markers.
    pub(super) rest: usize,
    /// Where bars stand.
    pub(super) bars: Vec<usize>,
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
        let indent = usize::from(block.indent);
        let mut edge = indent;
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
                FrameKind::Edge(cells) => edge = usize::from(*cells),
                FrameKind::Definitions
                | FrameKind::Term
                | FrameKind::Code { .. }
                | FrameKind::Figure
                | FrameKind::Caption
                | FrameKind::AtEnd(_) => {}
            }
        }
        edges.first = if block.continued {
            edges.rest + edge
        } else {
            edges.rest + indent - hung.min(edges.rest)
        };
        edges.rest += edge;
        edges
    }

    /// Returns the same edges as far in as `reach` lets them be; bars that have no room there are left out.
    pub(super) fn within(self, reach: Reach) -> Self {
        let [first, rest] = [self.first, self.rest].map(|edge| reach.of(edge));
        let mut bars: Vec<usize> = self.bars.into_iter().map(|bar| reach.of(bar)).collect();
        bars.retain(|bar| bar + 1 < first.min(rest).max(BAR));
        bars.dedup();
        Self { first, rest, bars }
    }
}

/// How far in rows may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reach {
    /// Up to so many cells an indent is as written.
    kept: usize,
    /// By so many at most it goes beyond, the deeper ones drawn together: what is set in more is never seen less far in.
    beyond: usize,
}

impl Reach {
    /// Returns the reach in a column of `measure` cells where rows are filled: words want more room than an indent.
    pub(super) fn of_prose(measure: usize) -> Self {
        Self { kept: measure.saturating_sub(FILLED).max(measure / 4), beyond: measure / 8 }
    }

    /// Returns the reach in a column of `measure` cells where lines are kept as they are: indents tell what belongs
    /// together.
    pub(super) fn of_lines(measure: usize) -> Self {
        Self { kept: measure.saturating_sub(KEPT).max(measure / 2), beyond: measure / 8 }
    }

    /// Returns where a row begins that is set in by `indent` cells.
    fn of(self, indent: usize) -> usize {
        let over = indent.saturating_sub(self.kept);
        let drawn =
            (2 * self.beyond * over + self.beyond + over) / (2 * (self.beyond + over)).max(1);
        indent.min(self.kept) + drawn
    }
}

/// Returns how many cells before the right edge of the column the text of `block` ends, if that is told.
pub(super) fn blank_at_end(part: &Part, block: &Block) -> Option<usize> {
    part.frames_of(block).find_map(|frame| match frame.kind {
        FrameKind::AtEnd(cells) => Some(usize::from(cells)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Markup};

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
        assert!(part.are_together(&part.blocks()[0], &part.blocks()[1]));
    }

    #[test]
    fn a_narrow_column_shows_the_bars_that_have_room() {
        let frames = (0..4_u32).map(|at| frame(at.checked_sub(1), FrameKind::Quote)).collect();
        let part = part(&[("a", 3)], frames);
        let narrow = edges(&part, 0).within(Reach::of_prose(16));
        assert_eq!(narrow, Edges { first: 5, rest: 5, bars: vec![0, 2] });
    }

    #[test]
    fn a_paragraph_may_have_an_edge_of_its_own() {
        let set_in = |indent, continued| {
            let mut block = Block::new(0..1, BlockKind::Paragraph);
            (block.indent, block.frame, block.continued) = (indent, Some(0), continued);
            let markup =
                Markup { frames: vec![frame(None, FrameKind::Edge(7))], ..Markup::default() };
            let part = Part::new("a".to_owned(), vec![block], markup);
            let Edges { first, rest, .. } = edges(&part, 0);
            (first, rest)
        };
        assert_eq!(set_in(7, false), (7, 7));
        assert_eq!(set_in(3, false), (3, 7), "hung from a tag");
        assert_eq!(set_in(11, false), (11, 7), "its first row indented");
        assert_eq!(set_in(3, true), (7, 7), "the rest of a paragraph");
    }

    #[test]
    fn indents_stay_as_written_while_the_measure_allows() {
        let lines = Reach::of_lines(80);
        assert_eq!([0, 20, 56].map(|indent| lines.of(indent)), [0, 20, 56]);
        assert_eq!(Reach::of_prose(80).of(50), 50);
        assert_eq!(Reach::of_prose(20).of(5), 5);
    }

    #[test]
    fn deeper_indents_are_drawn_together_and_keep_their_order() {
        for measure in 6..100 {
            for reach in [Reach::of_prose(measure), Reach::of_lines(measure)] {
                let edges: Vec<usize> = (0..300).map(|indent| reach.of(indent)).collect();
                assert!(edges.is_sorted(), "{measure}");
                assert!(edges.iter().all(|edge| edge + 2 <= measure), "{measure} {edges:?}");
            }
        }
        assert_eq!(
            [57, 60, 80, 300].map(|indent| Reach::of_lines(80).of(indent)),
            [57, 59, 63, 66]
        );
    }
}
