//! A part in the making: lines and what they are into text, blocks and frames.

use super::decision::LineRole;
use super::joint::Joint;
use super::kinds;
use super::lead::Lead;
use super::shape::Shape;
use crate::document::{Block, BlockKind, Frame, FrameKind, Mark, Markup, Part, Target};
use crate::format::blocks;

/// The most cells of a tag and the gap after it: what stands beyond is no text beside a tag.
const WIDEST_TAG: usize = 48;

/// A part in the making.
#[derive(Default)]
pub(super) struct Builder {
    text: String,
    blocks: Vec<Block>,
    markup: Markup,
    /// Whether the last block may go on.
    open: bool,
    /// The last frame that holds paragraphs with an edge of their own.
    last_edge: Option<u32>,
}

impl Builder {
    /// Returns an empty part with room for `bytes` of text.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ..Self::default() }
    }

    /// Adds line `number`, which is not blank.
    pub(super) fn line(&mut self, line: &Shape, role: LineRole, number: u32) {
        if let LineRole::GoesOn(joint) = role {
            join(&mut self.text, joint, line.body);
            return self.markup.lines.push((number, self.text.len() - line.body.len()));
        }
        self.close();
        self.open(line, role, number);
    }

    /// Adds a blank line.
    pub(super) fn blank(&mut self, number: u32) {
        self.close();
        if let Some(Block { kind: BlockKind::Blank(count), range, .. }) = self.blocks.last_mut() {
            *count = count.saturating_add(1);
            range.end = self.text.len();
        } else {
            let start = self.text.len();
            self.blocks
                .push(Block { line: number, ..Block::new(start..start, BlockKind::Blank(1)) });
        }
        self.text.push('\n');
    }

    /// Returns the part.
    pub(super) fn part(mut self) -> Part {
        self.close();
        self.text.shrink_to_fit();
        self.markup.lines.shrink_to_fit();
        Part::new(self.text, self.blocks, self.markup)
    }

    /// Begins a block with `line`.
    fn open(&mut self, line: &Shape, role: LineRole, number: u32) {
        let start = self.text.len();
        if role == LineRole::Code {
            return self.verbatim(line, number);
        }
        let outer = if line.depth > 0 { self.quotation(line.depth) } else { None };
        let (kind, rest) = match role {
            LineRole::Paragraph(rest) => (BlockKind::Paragraph, rest),
            LineRole::Rule => (BlockKind::Rule, None),
            _ => (BlockKind::Verse, None),
        };
        let frame = match (rest, line.lead) {
            (Some(rest), Lead::Item(marker)) if line.hang() == Some(rest) => {
                let marker = start..start + usize::from(marker);
                Some(self.frame(outer, FrameKind::Item { marker }))
            }
            (Some(rest), _) => Some(self.edge(outer, rest)),
            (None, _) if role == LineRole::Verse && line.is_placed() => {
                Some(self.edge(outer, line.indent))
            }
            (None, _) => outer,
        };
        let block = Block::new(start..start, kind);
        self.blocks.push(Block { frame, indent: line.indent as u16, line: number, ..block });
        self.text.push_str(line.body);
        self.open = true;
    }

    /// Adds `line` as it is; what goes on in another row hangs under the text after its only gap.
    fn verbatim(&mut self, line: &Shape, number: u32) {
        let start = self.text.len();
        let tag = line
            .column
            .filter(|rest| line.gaps == 1 && line.depth == 0 && *rest <= line.outer + WIDEST_TAG);
        let placed = Some(line.outer).filter(|_| line.is_placed());
        let frame = tag.or(placed).map(|rest| self.edge(None, rest));
        let block = Block::new(start..start, BlockKind::Code);
        self.blocks.push(Block { frame, indent: line.outer as u16, line: number, ..block });
        self.text.push_str(line.whole);
        self.open = true;
    }

    /// Returns a frame within `outer` in which the rows of a paragraph but its first begin at cell `rest`: the last one,
    /// where it is such.
    fn edge(&mut self, outer: Option<u32>, rest: usize) -> u32 {
        let frame = Frame { parent: outer, kind: FrameKind::Edge(rest as u16) };
        match self.last_edge {
            Some(last) if self.markup.frames.get(last as usize) == Some(&frame) => last,
            _ => {
                let edge = self.frame(frame.parent, frame.kind);
                self.last_edge = Some(edge);
                edge
            }
        }
    }

    /// Returns the frame of a quotation so many deep: that of the block before, where it is one.
    fn quotation(&mut self, depth: u8) -> Option<u32> {
        let before = self.blocks.last().and_then(|block| block.frame);
        let frames = &self.markup.frames;
        let parent = |at: &u32| frames.get(*at as usize)?.parent;
        let quoted =
            |at: &u32| frames.get(*at as usize).is_some_and(|it| it.kind == FrameKind::Quote);
        let around: Vec<u32> = std::iter::successors(before, parent).filter(quoted).collect();
        let depth = usize::from(depth);
        let mut frame = around.len().checked_sub(depth).and_then(|at| around.get(at)).copied();
        if frame.is_none() {
            frame = around.first().copied();
            for _ in around.len()..depth {
                frame = Some(self.frame(frame, FrameKind::Quote));
            }
        }
        frame
    }

    /// Adds a frame and returns its number.
    fn frame(&mut self, parent: Option<u32>, kind: FrameKind) -> u32 {
        self.markup.frames.push(Frame { parent, kind });
        self.markup.frames.len() as u32 - 1
    }

    /// Ends the block that is open, if one is, and cuts it where it is too long.
    fn close(&mut self) {
        if !std::mem::take(&mut self.open) {
            return;
        }
        let Some(mut block) = self.blocks.pop() else { return };
        block.range.end = self.text.len();
        let start = block.range.start;
        self.links(start);
        blocks::push(block, &self.text, &mut self.blocks);
        self.text.push('\n');
    }

    /// Marks the addresses in the text from `start` on.
    fn links(&mut self, start: usize) {
        let body = self.text.get(start..).unwrap_or_default();
        for range in kinds::addresses(body) {
            let address = body.get(range.clone()).unwrap_or_default().to_owned();
            let Ok(link) = u16::try_from(self.markup.links.len()) else { return };
            self.markup.links.push(Target::Address(address.into()));
            let mark = Mark::new(start + range.start..start + range.end);
            self.markup.marks.push(Mark { link: Some(link), ..mark });
        }
    }
}

/// Adds `body`, which goes on with the paragraph at the end of `text`.
pub(super) fn join(text: &mut String, joint: Joint, body: &str) {
    match joint {
        Joint::Blank => text.push(' '),
        Joint::Nothing => {}
        Joint::Hyphen => {
            text.pop();
        }
    }
    text.push_str(body);
}
