//! Looks laid over a part: where the letters of a source came to lie in the part's text, and marks that cross.

use std::ops::Range;

use super::super::lines::lines;
use super::{LookRun, Printed};
use crate::document::{Block, BlockKind, Mark, Part};

/// Returns `part`, which was made of the letters of `printed`, with their looks.
pub(in crate::format::plain) fn overlay(part: Part, printed: Printed) -> Part {
    let placed = placed(&part, &printed.text, &printed.runs);
    let (text, blocks, mut markup) = part.into_pieces();
    let looks = printed.marks(placed, &mut markup);
    markup.marks = crossed(&markup.marks, &looks);
    Part::new(text, blocks, markup)
}

/// Returns where `runs` of `source` lie in the text of `part`, each with its number. Blocks know the line where they
/// begin; from there on the letters are the same, but for white space, the marks of quotations and hyphens at the ends
/// of lines.
fn placed(part: &Part, source: &str, runs: &[LookRun]) -> Vec<(Range<usize>, usize)> {
    let starts: Vec<usize> = lines(source).map(|line| line.start).collect();
    let mut placed: Vec<(Range<usize>, usize)> = Vec::new();
    let mut run = 0;
    let mut from = 0;
    for block in part.blocks().iter().filter(|block| !matches!(block.kind, BlockKind::Blank(_))) {
        if !block.continued {
            from = starts.get(block.line as usize).copied().unwrap_or(source.len());
        }
        from = walk(part.text(), block, source, from, |letter, at| {
            run += runs.iter().skip(run).take_while(|run| run.range.end <= at).count();
            if !runs.get(run).is_some_and(|run| run.range.contains(&at)) {
                return;
            }
            match placed.last_mut() {
                Some((range, number)) if *number == run && range.end == letter.start => {
                    range.end = letter.end;
                }
                _ => placed.push((letter, run)),
            }
        });
    }
    placed
}

/// Gives `take` the bytes of each letter of `block` and where it lies in `source`, from byte `from` on, and returns where
/// the last one ends. It stops where the letters are others.
fn walk(
    text: &str,
    block: &Block,
    source: &str,
    from: usize,
    mut take: impl FnMut(Range<usize>, usize),
) -> usize {
    let mut at = from;
    let body = text.get(block.range.clone()).unwrap_or_default();
    let mut letters = body.char_indices().peekable();
    for c in source.get(from..).unwrap_or_default().chars() {
        while letters.next_if(|(_, letter)| letter.is_whitespace() && !c.is_whitespace()).is_some()
        {
        }
        let Some((start, _)) = letters.peek().copied() else { break };
        if letters.next_if(|(_, letter)| *letter == c).is_some() {
            let start = block.range.start + start;
            take(start..start + c.len_utf8(), at);
        } else if !(c.is_whitespace() || matches!(c, '>' | '-' | '\u{2010}' | '\u{AD}')) {
            break;
        }
        at += c.len_utf8();
    }
    at
}

/// Returns the marks of both, cut where they cross: what `above` says comes first.
fn crossed(below: &[Mark], above: &[Mark]) -> Vec<Mark> {
    let both = below.iter().chain(above);
    let mut cuts: Vec<usize> = both.flat_map(|mark| [mark.range.start, mark.range.end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let (mut below, mut above) = (MarkCursor(below), MarkCursor(above));
    let mut crossed = Vec::new();
    for (start, end) in cuts.iter().zip(cuts.iter().skip(1)) {
        let mark = match (below.at(*start), above.at(*start)) {
            (None, None) => continue,
            (Some(only), None) | (None, Some(only)) => only.clone(),
            (Some(below), Some(above)) => Mark {
                style: below.style | above.style,
                link: above.link.or(below.link),
                extra: above.extra.or(below.extra),
                range: below.range.clone(),
            },
        };
        crossed.push(Mark { range: *start..*end, ..mark });
    }
    crossed
}

/// The marks that were not passed yet.
struct MarkCursor<'a>(&'a [Mark]);

impl<'a> MarkCursor<'a> {
    /// Returns the mark on byte `at`; those before it are passed.
    fn at(&mut self, at: usize) -> Option<&'a Mark> {
        let passed = self.0.iter().take_while(|mark| mark.range.end <= at).count();
        self.0 = self.0.get(passed..).unwrap_or_default();
        self.0.first().filter(|mark| mark.range.start <= at)
    }
}
