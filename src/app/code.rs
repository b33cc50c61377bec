//! The tokens of the code on the page: asked for when it is shown, and painted when they are told.

use std::ops::Range;

use super::message::{Effect, Job};
use super::outbox::Outbox;
use crate::budget::CODE_TOKENS;
use crate::document::{BlockKind, Document, FrameKind, Part};
use crate::layout::flow::FlowRow;
use crate::syntax::CodeToken;

/// The tokens of code that is or was on the page.
#[derive(Clone, Default)]
pub struct CodeTokens {
    /// The pieces of code whose tokens were told, in that order.
    pieces: Vec<(CodePlace, Vec<CodeToken>)>,
    /// The question that is not answered yet.
    asked: Option<(Job, CodePlace)>,
}

/// Where a piece of code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct CodePlace {
    part: usize,
    /// The frame that holds its lines, an index into the frames of the part.
    frame: u32,
}

impl CodeTokens {
    /// Returns the tokens in `bytes` of `part`, in order, by bytes of that part.
    pub fn within(&self, part: usize, bytes: &Range<usize>) -> Vec<CodeToken> {
        let pieces = self.pieces.iter().filter(|(place, _)| place.part == part);
        let found = pieces.flat_map(|(_, tokens)| {
            let first = tokens.partition_point(|token| token.range.end <= bytes.start);
            let end = tokens.partition_point(|token| token.range.start < bytes.end);
            tokens.get(first..end).unwrap_or_default()
        });
        found.cloned().collect()
    }

    /// Asks for the tokens of the first piece of code in `rows` whose tokens are not known, unless a question is open.
    pub(super) fn ask<'a>(
        &mut self,
        document: &Document,
        rows: impl Iterator<Item = &'a FlowRow>,
        out: &mut Outbox,
    ) {
        if self.asked.is_some() {
            return;
        }
        let code = rows.filter(|row| row.kind == BlockKind::Code);
        let mut shown: Vec<CodePlace> = code.filter_map(|row| place(document, row)).collect();
        shown.dedup();
        let known = |place: &CodePlace| self.pieces.iter().any(|(known, _)| known == place);
        let Some(place) = shown.iter().copied().find(|place| !known(place)) else { return };
        self.make_room(&shown);
        let part = document.part(place.part);
        let Some(language) = language(&part, place.frame) else { return };
        let (job, code) = (out.next_job(), Code::of(&part, place.frame).text);
        self.asked = Some((job, place));
        out.ask(Effect::Tokenize { job, code, language: language.to_owned() });
    }

    /// Takes the `tokens` that answer question `job`, by bytes of the code that was asked about.
    pub(super) fn take(&mut self, job: Job, tokens: &[CodeToken], document: &Document) {
        if let Some((_, place)) = self.asked.take_if(|(asked, _)| *asked == job) {
            let code = Code::of(&document.part(place.part), place.frame);
            self.pieces.push((place, code.in_part(tokens)));
        }
    }

    /// Drops pieces that are not in `shown`, the first ones first, until at most [`CODE_TOKENS`] are left.
    fn make_room(&mut self, shown: &[CodePlace]) {
        let mut count: usize = self.pieces.iter().map(|(_, tokens)| tokens.len()).sum();
        self.pieces.retain(|(place, tokens)| {
            let keep = count <= CODE_TOKENS || shown.contains(place);
            count -= if keep { 0 } else { tokens.len() };
            keep
        });
    }
}

/// Returns the place of the piece of code that `row` is of; none where its language is not told.
fn place(document: &Document, row: &FlowRow) -> Option<CodePlace> {
    let part = document.part(row.start.part);
    let frame = part.blocks().get(row.block)?.frame?;
    language(&part, frame)?;
    Some(CodePlace { part: row.start.part, frame })
}

/// Returns what the language is called of the code that `frame` holds.
fn language(part: &Part, frame: u32) -> Option<&str> {
    match part.markup().frames.get(frame as usize)?.kind {
        FrameKind::Code { language: Some(number) } => {
            part.markup().languages.get(usize::from(number)).map(|name| &**name)
        }
        _ => None,
    }
}

/// A piece of code as one text.
#[derive(Default)]
struct Code {
    text: String,
    /// For each block of it the bytes that it has in the text, and the byte of the part where it begins.
    blocks: Vec<(Range<usize>, usize)>,
}

impl Code {
    /// Returns the code that `frame` of `part` holds.
    fn of(part: &Part, frame: u32) -> Self {
        let mut code = Self::default();
        for block in part.blocks().iter().filter(|block| block.frame == Some(frame)) {
            if !block.continued && !code.blocks.is_empty() {
                code.text.push('\n');
            }
            code.text.extend(std::iter::repeat_n(' ', usize::from(block.indent)));
            let start = code.text.len();
            code.text.push_str(part.slice(block.range.clone()));
            code.blocks.push((start..code.text.len(), block.range.start));
        }
        code.text.push('\n');
        code
    }

    /// Returns `tokens` by bytes of the part, each cut at the ends of lines.
    fn in_part(&self, tokens: &[CodeToken]) -> Vec<CodeToken> {
        let mut found = Vec::new();
        for token in tokens {
            let first = self.blocks.partition_point(|(bytes, _)| bytes.end <= token.range.start);
            let touched = self.blocks.get(first..).unwrap_or_default();
            let touched = touched.iter().take_while(|(bytes, _)| bytes.start < token.range.end);
            for (bytes, at) in touched {
                let start = token.range.start.max(bytes.start) - bytes.start;
                let end = token.range.end.min(bytes.end) - bytes.start;
                found.push(CodeToken { range: at + start..at + end, kind: token.kind });
            }
        }
        found.retain(|token| !token.range.is_empty());
        found
    }
}

#[cfg(test)]
mod tests;
