//! What parts two blocks of a marked-up text, by the frames that hold them.

use super::{Block, BlockKind, Frame, FrameKind, Part};

impl Part {
    /// Returns whether nothing parts `block` from `next`, of a marked-up text: both are of one piece of code, one table or
    /// one tight list, or a term and what it means.
    pub fn are_together(&self, block: &Block, next: &Block) -> bool {
        if let (BlockKind::TableRow(one), BlockKind::TableRow(other)) = (block.kind, next.kind) {
            return one == other;
        }
        let frames = &self.markup.frames;
        let Some(shared) = chain(frames, block.frame)
            .find(|at| chain(frames, next.frame).any(|other| other == *at))
        else {
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
            _ => chain(frames, Some(shared)).find_map(tight).unwrap_or(false),
        }
    }
}

/// Returns frame `at` and those around it, the innermost first.
fn chain(frames: &[Frame], at: Option<u32>) -> impl Iterator<Item = u32> {
    std::iter::successors(at, |at| frames.get(*at as usize)?.parent)
}
