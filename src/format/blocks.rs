//! What every format does with blocks: cuts those that are too long, and finds the headings among them.

use crate::budget::BLOCK_BYTES;
use crate::document::{Block, BlockKind, Part, Position};
use crate::text::clusters;

/// A heading of a part.
pub(super) struct Heading {
    /// Its title: its text, and that of the rows after its line breaks.
    pub(super) title: String,
    /// Its level, from 1.
    pub(super) level: u8,
    /// The line of its block.
    pub(super) line: u32,
    /// The byte of the part's text where it begins.
    pub(super) start: usize,
}

/// Returns the headings of `part`, in order.
pub(super) fn headings(part: &Part) -> impl Iterator<Item = Heading> {
    part.blocks().iter().enumerate().filter_map(|(number, block)| {
        let BlockKind::Heading(level) = block.kind else { return None };
        let heading = || Heading {
            title: title(part, number),
            level,
            line: block.line,
            start: block.range.start,
        };
        (!block.continued).then(heading)
    })
}

/// Returns the title of the heading that block `number` begins.
fn title(part: &Part, number: usize) -> String {
    let mut title = part.block_text(number).to_owned();
    let rest = part.blocks().iter().enumerate().skip(number + 1);
    for (at, _) in rest.take_while(|(_, block)| block.continued) {
        title.push(' ');
        title.push_str(part.block_text(at));
    }
    title
}

/// Returns the printed pages that begin in `parts`, the first of which is part `first`: what each is called, and where.
pub(super) fn printed_pages(
    parts: &[Part],
    first: usize,
) -> impl Iterator<Item = (Box<str>, Position)> {
    (first..).zip(parts).flat_map(|(number, part)| {
        let pages = part.markup().pages.iter();
        pages.map(move |(name, byte)| (name.clone(), Position::new(number, *byte)))
    })
}

/// Returns how many characters `part` has, its line ends not counted.
pub(super) fn characters(part: &Part) -> u64 {
    part.text().chars().filter(|c| *c != '\n').count() as u64
}

/// Adds `block` of `text` to `blocks`, cut where it is longer than [`BLOCK_BYTES`]: the rest goes on with it.
pub(super) fn push(mut block: Block, text: &str, blocks: &mut Vec<Block>) {
    while block.range.len() > BLOCK_BYTES {
        let body = text.get(block.range.clone()).unwrap_or_default();
        let middle = block.range.start + cut(body, BLOCK_BYTES);
        if middle == block.range.start || middle >= block.range.end {
            break;
        }
        let rest = Block { range: middle..block.range.end, continued: true, ..block.clone() };
        block.range.end = middle;
        blocks.push(std::mem::replace(&mut block, rest));
    }
    blocks.push(block);
}

/// Returns where to cut `body` so that the first piece has at most `limit` bytes: after white space or a
/// full stop near the limit, else between two clusters.
pub(super) fn cut(body: &str, limit: usize) -> usize {
    let head = body.get(..body.floor_char_boundary(limit)).unwrap_or(body);
    let near = head.floor_char_boundary(head.len().saturating_sub(1024));
    let tail = head.get(near..).unwrap_or_default();
    let after = |c: char| c.is_whitespace() || "。！？；".contains(c);
    if let Some((at, c)) = tail.char_indices().rev().find(|(_, c)| after(*c)) {
        return near + at + c.len_utf8();
    }
    clusters(tail).next_back().map_or(head.len(), |(at, _)| near + at)
}
