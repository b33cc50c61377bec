//! A part in the making, for every format with marks: whoever walks through a document says what begins and ends, and
//! writes the text between. White space, markers, marks that never overlap, rows of tables and the bounds of blocks are
//! looked after here.

mod anchors;
mod lines;
mod table;
mod written;

use std::ops::Range;

use crate::budget::FRAMES_DEEP;
use crate::document::{Block, BlockKind, Frame, FrameKind, Mark, Markup, Part, Style, Target};
use crate::format::blocks;
use table::OpenTable;

/// What the text of a rule is: a break between two scenes, as typewriters have it.
const RULE: &str = "* * *";

/// How text is meant that is written next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Inline {
    /// How it is meant.
    pub(super) style: Style,
    /// The number of the link that it belongs to.
    pub(super) link: Option<u16>,
}

/// White space that was met and is not written yet: at an end of a block it never is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PendingSpace {
    None,
    /// A space, meant so.
    Space(Inline),
    /// A line end of the source, meant so: no space between two East Asian characters (CSS Text 3 §4.1.3).
    LineEnd(Inline),
    /// A line break of the author's, within a cell.
    Break,
}

/// The marker of an item that begins with the next block.
struct Marker {
    frame: u32,
    text: String,
}

/// A part in the making.
pub(super) struct PartBuilder {
    text: String,
    blocks: Vec<Block>,
    markup: Markup,
    /// The frames that are open, the outermost first; none where they are too many.
    frames: Vec<Option<u32>>,
    /// What the next text is.
    kind: BlockKind,
    /// Whether the last of `blocks` is being written.
    open: bool,
    /// Whether the next block goes on with the last.
    continues: bool,
    gap: PendingSpace,
    inline: Inline,
    markers: Vec<Marker>,
    table: Option<OpenTable>,
    /// The line of the source; none where blocks are counted.
    line: Option<u32>,
}

impl PartBuilder {
    /// Returns a part without anything in it.
    pub(super) fn new() -> Self {
        Self {
            text: String::new(),
            blocks: Vec::new(),
            markup: Markup::default(),
            frames: Vec::new(),
            kind: BlockKind::Paragraph,
            open: false,
            continues: false,
            gap: PendingSpace::None,
            inline: Inline::default(),
            markers: Vec::new(),
            table: None,
            line: None,
        }
    }

    /// Returns the part.
    pub(super) fn finish(mut self) -> Part {
        self.end();
        self.write_markers();
        self.text.shrink_to_fit();
        self.settle_anchors();
        Part::new(self.text, self.blocks, self.markup)
    }

    /// Says that what comes stands in line `line` of the source, counted from 0; lines only grow.
    pub(super) fn line(&mut self, line: u32) {
        // Blocks were counted as long as no line was told.
        let counted = self.blocks.last().map_or(0, |block| block.line);
        self.line = Some(self.line.unwrap_or(counted).max(line));
    }

    /// Ends the open block; the next text begins one of `kind`. Within a cell a row ends instead.
    pub(super) fn begin(&mut self, kind: BlockKind) {
        self.end();
        if !self.is_in_cell() {
            self.kind = kind;
        }
    }

    /// Ends the open block; the next text begins a paragraph. Within a cell a row ends instead.
    pub(super) fn end(&mut self) {
        if self.is_in_cell() {
            self.gap = PendingSpace::Break;
            return;
        }
        self.close();
        self.kind = BlockKind::Paragraph;
        self.continues = false;
    }

    /// Ends the line: what follows goes on with the block in a new row. A second one ends the block.
    pub(super) fn line_break(&mut self) {
        if self.is_in_cell() {
            self.gap = PendingSpace::Break;
        } else if self.kind == BlockKind::Code {
            self.code_line_end();
        } else {
            self.continues = self.open;
            self.close();
        }
    }

    /// Ends the line of code, if one is begun.
    pub(super) fn end_code_line(&mut self) {
        if self.open && self.kind == BlockKind::Code {
            self.code_line_end();
        }
    }

    /// Adds a line that parts two scenes.
    pub(super) fn rule(&mut self) {
        self.begin(BlockKind::Rule);
        self.text(RULE);
        self.end();
    }

    /// Opens a frame.
    pub(super) fn enter(&mut self, kind: FrameKind) {
        self.end();
        let deep = self.frames.len() >= FRAMES_DEEP || self.table.is_some();
        let frame = if deep { None } else { Some(self.add_frame(kind)) };
        self.frames.push(frame);
    }

    fn add_frame(&mut self, kind: FrameKind) -> u32 {
        self.markup.frames.push(Frame { parent: self.frame(), kind });
        self.markup.frames.len() as u32 - 1
    }

    /// Opens the frame of an item or a note, which begins with `marker` and a space.
    pub(super) fn enter_marked(&mut self, marker: &str, kind: fn(Range<usize>) -> FrameKind) {
        self.enter(kind(0..0));
        let text = format!("{marker} ");
        match self.frames.last().copied().flatten() {
            Some(frame) => self.markers.push(Marker { frame, text }),
            // Too deep to hang, or in a cell: the marker is text like any other.
            None => self.text(&text),
        }
    }

    /// Opens a list.
    pub(super) fn enter_list(&mut self, tight: bool) {
        self.enter(FrameKind::List { widest: 0..0, tight });
    }

    /// Makes `marker` the marker of the item that was opened last, and returns whether that was possible: nothing was
    /// written in it yet.
    pub(super) fn set_marker(&mut self, marker: &str) -> bool {
        let last = self.markers.last_mut();
        last.map(|last| last.text = format!("{marker} ")).is_some()
    }

    /// Closes the frame that was opened last.
    pub(super) fn leave(&mut self) {
        self.end();
        let frame = self.frames.last().copied().flatten();
        if self.markers.last().is_some_and(|marker| Some(marker.frame) == frame) {
            self.write_markers();
        }
        self.frames.pop();
    }

    /// Returns the innermost open frame.
    fn frame(&self) -> Option<u32> {
        self.frames.iter().rev().find_map(|frame| *frame)
    }

    /// Returns how many lists are open.
    pub(super) fn lists(&self) -> usize {
        let lists = self.frames.iter().flatten().filter(|frame| {
            let frame = self.markup.frames.get(**frame as usize);
            frame.is_some_and(|frame| matches!(frame.kind, FrameKind::List { .. }))
        });
        lists.count()
    }

    /// Says how what is written next is meant.
    pub(super) fn set_inline(&mut self, inline: Inline) {
        self.inline = inline;
    }

    /// Returns how what is written next is meant.
    pub(super) fn inline(&self) -> Inline {
        self.inline
    }

    /// Returns the number of a link to `target`; none where there are as many as a part can have.
    pub(super) fn link(&mut self, target: Target) -> Option<u16> {
        let number = u16::try_from(self.markup.links.len()).ok()?;
        self.markup.links.push(target);
        Some(number)
    }

    /// Returns the number of the language of code that people call `name`.
    pub(super) fn language(&mut self, name: &str) -> Option<u16> {
        let languages = &mut self.markup.languages;
        let known = languages.iter().position(|language| **language == *name);
        let number = known.unwrap_or_else(|| {
            languages.push(name.into());
            languages.len() - 1
        });
        u16::try_from(number).ok()
    }

    /// Writes `text`, whose white space means no more than one space (HTML §4.4.1); in code it is kept.
    pub(super) fn text(&mut self, text: &str) {
        if self.kind == BlockKind::Code {
            self.code(text);
            return;
        }
        let mut rest = text;
        while !rest.is_empty() {
            let word = rest.find(is_space).unwrap_or(rest.len());
            let (word, after) = rest.split_at_checked(word).unwrap_or((rest, ""));
            if !word.is_empty() {
                self.word(word);
            }
            let next = after.find(|c| !is_space(c)).unwrap_or(after.len());
            let (space, after) = after.split_at_checked(next).unwrap_or((after, ""));
            if !space.is_empty() {
                self.space(space.contains('\n'));
            }
            rest = after;
        }
    }

    /// Writes `text` as it is: its white space is meant.
    pub(super) fn exactly(&mut self, text: &str) {
        if !text.is_empty() {
            self.open_block();
            self.write_gap(text);
            self.push(text, self.inline);
        }
    }

    fn word(&mut self, word: &str) {
        self.open_block();
        self.write_gap(word);
        self.push(word, self.inline);
    }

    fn space(&mut self, line_end: bool) {
        self.gap = match self.gap {
            PendingSpace::None if line_end => PendingSpace::LineEnd(self.inline),
            PendingSpace::None => PendingSpace::Space(self.inline),
            gap => gap,
        };
    }

    /// Writes the white space before `next`, if there is any.
    fn write_gap(&mut self, next: &str) {
        let gap = std::mem::replace(&mut self.gap, PendingSpace::None);
        let before = self.text.get(self.written_from()..).unwrap_or_default();
        let Some(before) = before.chars().next_back() else { return };
        let next = next.chars().next().unwrap_or_default();
        match gap {
            PendingSpace::None => {}
            PendingSpace::LineEnd(_) if joins(before, next) => {}
            PendingSpace::Space(inline) | PendingSpace::LineEnd(inline) => self.push(" ", inline),
            PendingSpace::Break => self.push(" ", Inline { style: Style::BREAK, link: None }),
        }
    }

    /// Returns where the text of the open block or cell begins, its markers left out.
    fn written_from(&self) -> usize {
        let block = self.blocks.last().map_or(0, |block| block.range.start);
        let marked = self.blocks.last().map_or(block, |block| block.range.end);
        self.table.as_ref().and_then(OpenTable::cell).unwrap_or(block.max(marked))
    }

    /// Writes `text`, meant so.
    fn push(&mut self, text: &str, inline: Inline) {
        let start = self.text.len();
        self.text.push_str(text);
        self.mark(start..self.text.len(), inline);
    }

    fn mark(&mut self, range: Range<usize>, inline: Inline) {
        let Inline { style, link } = inline;
        if range.is_empty() || (style.is_plain() && link.is_none()) {
            return;
        }
        let marks = &mut self.markup.marks;
        match marks.last_mut() {
            Some(last) if last.range.end == range.start && last.is_meant_as(style, link) => {
                last.range.end = range.end;
            }
            _ => marks.push(Mark { style, link, ..Mark::new(range) }),
        }
    }

    /// Returns the byte where what is written next begins, or the white space before it.
    pub(super) fn place(&self) -> usize {
        self.text.len()
    }

    /// Begins a block where none is open.
    fn open_block(&mut self) {
        if self.open || self.is_in_cell() {
            return;
        }
        self.gap = PendingSpace::None;
        if !matches!(self.kind, BlockKind::Paragraph | BlockKind::Heading(_)) {
            self.write_markers();
        }
        self.start();
        for Marker { frame, text } in std::mem::take(&mut self.markers) {
            self.write_marker(frame, &text);
        }
        // What stands before it is no text of the author's.
        if let Some(block) = self.blocks.last_mut() {
            block.range.end = self.text.len();
        }
    }

    /// Adds a block that begins here.
    fn start(&mut self) {
        let start = self.text.len();
        let line = self.line.unwrap_or(self.blocks.len() as u32);
        let block = Block::new(start..start, self.kind);
        let (frame, continued) = (self.frame(), self.continues);
        self.blocks.push(Block { frame, line, continued, ..block });
        self.open = true;
    }

    /// Writes the markers that wait as a block of their own.
    fn write_markers(&mut self) {
        if self.markers.is_empty() {
            return;
        }
        let kind = std::mem::replace(&mut self.kind, BlockKind::Paragraph);
        self.start();
        let frame = self.markers.last().map(|marker| marker.frame);
        for Marker { frame, text } in std::mem::take(&mut self.markers) {
            self.write_marker(frame, text.trim_end());
        }
        if let Some(block) = self.blocks.last_mut() {
            block.frame = frame;
        }
        self.close();
        self.kind = kind;
    }

    fn write_marker(&mut self, frame: u32, text: &str) {
        let start = self.text.len();
        self.push(text, Inline { style: Style::SIGN, link: None });
        let range = start..self.text.len();
        let frames = &mut self.markup.frames;
        let Some(item) = frames.get_mut(frame as usize) else { return };
        let list = item.parent;
        if let FrameKind::Item { marker } | FrameKind::Note { marker } = &mut item.kind {
            *marker = range.clone();
        }
        let list = list.and_then(|list| frames.get_mut(list as usize));
        if let Some(Frame { kind: FrameKind::List { widest, .. }, .. }) = list
            && let Some(known) = self.text.get(widest.clone())
            && known.chars().count() < text.chars().count()
        {
            *widest = range;
        }
    }

    /// Ends the block that is being written, and cuts it where it is too long.
    fn close(&mut self) {
        if !std::mem::replace(&mut self.open, false) {
            return;
        }
        self.gap = PendingSpace::None;
        let Some(mut block) = self.blocks.pop() else { return };
        block.range.end = self.text.len();
        if self.is_picture(&block) {
            block.kind = BlockKind::Image;
        }
        blocks::push(block, &self.text, &mut self.blocks);
        self.text.push('\n');
    }

    /// Returns whether `block` is one picture and nothing else.
    fn is_picture(&self, block: &Block) -> bool {
        let last = self.markup.marks.last();
        block.kind == BlockKind::Paragraph
            && last.is_some_and(|mark| mark.range == block.range && mark.style.has(Style::IMAGE))
    }

    /// Writes code: each of its lines is a block.
    fn code(&mut self, text: &str) {
        let mut lines = text.split('\n');
        if let Some(first) = lines.next() {
            self.code_text(first);
        }
        for line in lines {
            self.code_line_end();
            self.code_text(line);
        }
    }

    fn code_text(&mut self, text: &str) {
        let text = text.strip_suffix('\r').unwrap_or(text);
        if !text.is_empty() {
            self.open_block();
            self.push(text, self.inline);
        }
    }

    fn code_line_end(&mut self) {
        self.open_block();
        self.close();
        self.line = self.line.map(|line| line.saturating_add(1));
    }
}

impl Mark {
    /// Returns whether it says just this.
    fn is_meant_as(&self, style: Style, link: Option<u16>) -> bool {
        self.style == style && self.link == link && self.extra.is_none()
    }
}

/// Returns whether `c` is white space that means no more than one space (HTML: ASCII white space).
fn is_space(c: char) -> bool {
    c.is_ascii_whitespace()
}

/// Returns whether a line end between these characters is no space (CSS Text 3 §4.1.3): both are of a script without
/// spaces, or one is and the other is a mark that such scripts share with others.
fn joins(before: char, next: char) -> bool {
    let shared = |c| "“”‘’—…·".contains(c);
    let [before_is, next_is] = [before, next].map(is_unspaced);
    (before_is && (next_is || shared(next))) || (next_is && shared(before))
}

/// Returns whether `c` is a letter or a mark of Chinese or Japanese, which set no spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{312F}'
        | '\u{3190}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{A4CF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF01}'..='\u{FF9F}'
        | '\u{FFE0}'..='\u{FFE6}'
        | '\u{20000}'..='\u{3FFFF}')
}
