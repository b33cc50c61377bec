//! Lines into blocks: what a line is, and which lines are one paragraph that was wrapped by hand.

use super::lines::lines;
use crate::budget::BLOCK_BYTES;
use crate::document::{
    Block, BlockKind, Facts, Frame, FrameKind, Mark, Markup, ParagraphStyle, Part, Target,
};
use crate::text::{Lang, WidthModel, clusters};

mod kinds;

use kinds::{Kind, kind_of};

/// The narrowest and the widest line to which people wrap text by hand, in cells.
const WRAPPED: std::ops::RangeInclusive<usize> = 40..=100;

/// How many lines of the first part tell how a text is written.
const SAMPLE: usize = 400;

/// The average width of paragraphs that a reader can't tell apart by the end of their last rows, in cells.
const SOLID: usize = 80;

/// How far short of the wrapped width a line may end with the next word not fitting, in cells.
const RAGGED: usize = 8;

/// How many bytes tell the language.
const LETTERS: usize = 6 << 10;

/// How a text is written, learnt from its first part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Habits {
    /// The width in cells at which its lines were wrapped by hand, if they were.
    wrapped: Option<usize>,
}

/// Returns how a text is written that begins with `sample`, and what that tells of the document.
pub(super) fn learn(sample: &str) -> (Habits, Facts) {
    let lines: Vec<Sampled> =
        lines(sample).map(|line| line.text).take(SAMPLE).map(Sampled::new).collect();
    let habits = Habits::of(&lines);
    let head = sample.get(..sample.floor_char_boundary(LETTERS)).unwrap_or(sample);
    let paragraphs = habits.style(&lines);
    (habits, Facts { lang: Lang::detect(head), paragraphs, ..Facts::default() })
}

impl Habits {
    /// Returns the habits that `sample` shows: it is wrapped by hand where its lines keep to a common width
    /// and most that another line follows could not have taken that line's first word.
    fn of(sample: &[Sampled]) -> Self {
        let pairs: Vec<(&Sampled, &Sampled)> = sample
            .iter()
            .zip(sample.iter().skip(1))
            .filter(|(line, next)| line.meets(next))
            .collect();
        let mut widths: Vec<usize> = pairs.iter().map(|(line, _)| line.cells).collect();
        widths.sort_unstable();
        // One line in fifty may be longer: an address, a table.
        let Some(&widest) = widths.get((widths.len() * 49 / 50).min(widths.len().wrapping_sub(1)))
        else {
            return Self::default();
        };
        // A line that ends its sentence may well be a paragraph of its own.
        let goes_on = |line: &Sampled, next: &Sampled| {
            !ends_sentence(line.text) && is_full(line.cells, next.text, widest)
        };
        let full = pairs.iter().filter(|(line, next)| goes_on(line, next)).count();
        let wrapped = WRAPPED.contains(&widest) && full >= 3 && full * 5 >= widths.len() * 2;
        Self { wrapped: wrapped.then_some(widest) }
    }

    /// Returns how the lines of `sample` show where a paragraph ends.
    fn style(&self, sample: &[Sampled]) -> ParagraphStyle {
        let mut paragraphs = 0;
        let mut indented = 0;
        let mut spaced = 0;
        let mut cells = 0;
        let mut after_blank = true;
        let mut follows = false;
        for line in sample {
            let blank = line.kind.is_none();
            let indent = indent(line.text);
            let starts = self.wrapped.is_none() || after_blank || indent > 0;
            if !blank && starts {
                paragraphs += usize::from(follows);
                spaced += usize::from(follows && after_blank);
                indented += usize::from(follows && indent > 0);
                follows = true;
            }
            after_blank = blank;
            cells += line.cells - indent.min(line.cells);
        }
        if spaced * 2 > paragraphs {
            ParagraphStyle::Spaced
        } else if indented * 2 > paragraphs {
            ParagraphStyle::Indented
        } else if cells > SOLID * (paragraphs + 1) {
            ParagraphStyle::Solid
        } else {
            ParagraphStyle::Plain
        }
    }

    /// Returns whether `next` goes on with the paragraph of `line`, both without white space at their ends.
    fn joins(&self, line: &str, next: &str) -> bool {
        let Some(wrapped) = self.wrapped else { return false };
        let hang = if let Kind::Item(marker) = kind_of(line) { usize::from(marker) } else { 0 };
        indent(next) <= indent(line) + hang
            && is_prose(line, next)
            && is_full(width(line), next, wrapped)
            && !(ends_sentence(line) && is_like_heading(next, wrapped))
    }
}

/// A line of a sample.
struct Sampled<'a> {
    text: &'a str,
    /// What it looks like; none of a blank line.
    kind: Option<Kind>,
    /// Its cells; of a line too long to have been wrapped, about as many.
    cells: usize,
}

impl<'a> Sampled<'a> {
    fn new(line: &'a str) -> Self {
        let text = line.trim_end();
        let kind = (!text.is_empty()).then(|| kind_of(text));
        // No line of so many bytes is as narrow as a wrapped one, whatever the script.
        let cells = if text.len() > 8 * WRAPPED.end() { text.len() / 2 } else { width(text) };
        Self { text, kind, cells }
    }

    /// Returns whether both lines may be prose of one paragraph.
    fn meets(&self, next: &Self) -> bool {
        self.kind.zip(next.kind).is_some_and(|(line, next)| are_prose(line, next))
    }
}

/// Returns whether lines of these kinds may be prose of one paragraph.
fn are_prose(line: Kind, next: Kind) -> bool {
    matches!(line, Kind::Prose | Kind::Item(_) | Kind::Quote(_)) && next == line.rest()
}

/// Returns whether both lines may be prose of one paragraph.
fn is_prose(line: &str, next: &str) -> bool {
    !line.is_empty() && !next.is_empty() && are_prose(kind_of(line), kind_of(next))
}

/// Returns whether the first word of `next` would not have fitted on a line of `cells` within `wrapped`
/// cells, give or take a ragged edge.
fn is_full(cells: usize, next: &str, wrapped: usize) -> bool {
    let next = next.trim_start();
    let word = next.split([' ', '\t']).next().unwrap_or_default();
    let wide = clusters(next).next().map_or(0, |(_, first)| width(first));
    // A word of a script without spaces is one wide character.
    let first = if wide == 2 { 2 } else { 1 + width(word) };
    cells + first > wrapped.saturating_sub(RAGGED)
}

/// Returns whether `line` ends with the mark of a sentence's end, quotes and brackets after it apart.
fn ends_sentence(line: &str) -> bool {
    let words = line.trim_end().trim_end_matches(['”', '’', '」', '』', '）', ')', '"', '\'']);
    words.ends_with(['。', '！', '？', '…', '.', '!', '?'])
}

/// Returns whether `line` is short, in a text wrapped at `wrapped` cells, and no sentence.
fn is_like_heading(line: &str, wrapped: usize) -> bool {
    width(line.trim()) * 2 < wrapped && !ends_sentence(line)
}

/// Returns the cells of `line`.
fn width(line: &str) -> usize {
    WidthModel::default().width(line)
}

/// Returns how far `line` is set in, in cells.
fn indent(line: &str) -> usize {
    let blank = line.chars().take_while(|c| c.is_whitespace());
    blank
        .map(|c| {
            if c == '\u{3000}' {
                2
            } else if c == '\t' {
                4
            } else {
                1
            }
        })
        .sum()
}

/// Returns the part that `source` makes, decoded text with any line ends.
pub(super) fn build(source: &str, habits: &Habits) -> Part {
    let mut builder = Builder { text: String::with_capacity(source.len()), ..Builder::default() };
    let mut lines = lines(source).map(|line| line.text.trim_end()).zip(0..).peekable();
    while let Some((line, number)) = lines.next() {
        if line.is_empty() {
            builder.blank(number);
            continue;
        }
        builder.open(line, number);
        let mut last = line;
        while let Some((next, _)) = lines.next_if(|(next, _)| habits.joins(last, next)) {
            builder.join(next);
            last = next;
        }
        builder.close();
        if habits.wrapped.is_some() {
            builder.verse(number);
        }
    }
    builder.part()
}

/// Makes `text` the text of the part that `source` makes, as [`build`] does, at the speed of a search.
pub(super) fn text(source: &str, habits: &Habits, text: &mut String) {
    text.clear();
    if habits.wrapped.is_some() {
        text.push_str(build(source, habits).text());
        return;
    }
    for line in lines(source).map(|line| line.text.trim_end()) {
        let body = line.trim_start();
        // Only a quote has more before its text than white space.
        let body = if body.starts_with('>') { kind_of(line).body(line) } else { body };
        text.push_str(body);
        text.push('\n');
    }
}

/// A part in the making.
#[derive(Default)]
struct Builder {
    text: String,
    blocks: Vec<Block>,
    markup: Markup,
}

impl Builder {
    /// Adds a blank line.
    fn blank(&mut self, number: u32) {
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

    /// Begins a block with `line`.
    fn open(&mut self, line: &str, number: u32) {
        let kind = kind_of(line);
        let start = self.text.len();
        let frame = match kind {
            Kind::Quote(depth) => self.quotation(depth),
            Kind::Item(marker) => Some(
                self.frame(None, FrameKind::Item { marker: start..start + usize::from(marker) }),
            ),
            _ => None,
        };
        let indent = if let Kind::Quote(_) = kind { 0 } else { indent(line) as u16 };
        let block = Block::new(start..start, kind.block());
        self.blocks.push(Block { frame, indent, line: number, ..block });
        self.text.push_str(kind.body(line));
    }

    /// Returns the frame of a quotation so many deep: that of the block before, where it is one.
    fn quotation(&mut self, depth: u8) -> Option<u32> {
        let before = self.blocks.last().and_then(|block| block.frame);
        let frames = &self.markup.frames;
        let parent = |at: &u32| frames.get(*at as usize)?.parent;
        let quoted =
            |at: &u32| frames.get(*at as usize).is_some_and(|it| it.kind == FrameKind::Quote);
        let around: Vec<u32> = std::iter::successors(before.filter(quoted), parent).collect();
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

    /// Goes on with the block: a space stands for the line end unless both its neighbours are wide.
    fn join(&mut self, line: &str) {
        let body = kind_of(line).body(line);
        let wide = |cluster: Option<(usize, &str)>| cluster.is_some_and(|(_, c)| width(c) == 2);
        let tail = self.text.get(self.blocks.last().map_or(0, |block| block.range.start)..);
        if !(wide(clusters(tail.unwrap_or_default()).next_back()) && wide(clusters(body).next())) {
            self.text.push(' ');
        }
        self.text.push_str(body);
    }

    /// Ends the block and cuts it where it is too long.
    fn close(&mut self) {
        let Some(mut block) = self.blocks.pop() else { return };
        block.range.end = self.text.len();
        let start = block.range.start;
        self.links(start);
        while block.range.len() > BLOCK_BYTES {
            let body = self.text.get(block.range.clone()).unwrap_or_default();
            let middle = block.range.start + cut(body, BLOCK_BYTES);
            if middle == block.range.start || middle >= block.range.end {
                break;
            }
            let rest = Block { range: middle..block.range.end, continued: true, ..block.clone() };
            block.range.end = middle;
            self.blocks.push(std::mem::replace(&mut block, rest));
        }
        self.blocks.push(block);
        self.text.push('\n');
    }

    /// Makes verse of the block that is line `number` alone, and of the line before it if that stands
    /// alone too: in a text wrapped by hand, lines that do not join were meant so.
    fn verse(&mut self, number: u32) {
        let [.., before, last] = self.blocks.as_mut_slice() else { return };
        let alone = last.line == number && before.line + 1 == number;
        let verse = |block: &Block| {
            block.frame.is_none() && matches!(block.kind, BlockKind::Paragraph | BlockKind::Verse)
        };
        if alone && verse(before) && verse(last) {
            before.kind = BlockKind::Verse;
            last.kind = BlockKind::Verse;
        }
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

    fn part(mut self) -> Part {
        self.text.shrink_to_fit();
        Part::new(self.text, self.blocks, self.markup)
    }
}

/// Returns where to cut `body` so that the first piece has at most `limit` bytes: after white space or a
/// full stop near the limit, else between two clusters.
fn cut(body: &str, limit: usize) -> usize {
    let head = body.get(..body.floor_char_boundary(limit)).unwrap_or(body);
    let near = head.floor_char_boundary(head.len().saturating_sub(1024));
    let tail = head.get(near..).unwrap_or_default();
    let after = |c: char| c.is_whitespace() || "。！？；".contains(c);
    if let Some((at, c)) = tail.char_indices().rev().find(|(_, c)| after(*c)) {
        return near + at + c.len_utf8();
    }
    clusters(tail).next_back().map_or(head.len(), |(at, _)| near + at)
}

#[cfg(test)]
mod tests;
