//! Where words end that were found again: what a reader marked is known by where it begins, and by its words.

use std::collections::VecDeque;
use std::ops::Range;

use crate::document::{Document, Position};

/// So many equal characters, at the beginning or at the end of the words, are no chance.
const NO_CHANCE: usize = 4;

/// How many characters at the end of the words tell their end where something before it was edited.
const TAIL: usize = 16;

/// So many times as long as the words were is looked for their end, where they were edited.
const ROOM: usize = 2;

impl Document {
    /// Returns what `words`, which begin at `start`, take up of the text, white space not counted. Where they were edited,
    /// it goes on to their last characters; where those are gone but the first are there, over as many as the words have;
    /// else it is nothing.
    pub fn extent(&self, start: Position, words: &str) -> Range<Position> {
        let wanted: Vec<char> = words.chars().filter(|c| !c.is_whitespace()).collect();
        let mut exact = wanted.iter();
        let mut end = start;
        let is_there = self.characters(start).take(wanted.len()).all(|(c, after)| {
            end = after;
            exact.next() == Some(&c)
        });
        if is_there && exact.next().is_none() {
            return start..end;
        }
        start..self.edited_end(start, &wanted)
    }

    /// Returns where the words of these characters, which begin at `start`, end after they were edited.
    fn edited_end(&self, start: Position, wanted: &[char]) -> Position {
        let tail = wanted.len() - wanted.len().div_ceil(2).min(TAIL);
        let tail = wanted.get(tail..).unwrap_or_default();
        let mut last: VecDeque<char> = VecDeque::new();
        let (mut as_long, mut nearest) = (start, None);
        let room = wanted.len().saturating_mul(ROOM);
        for (count, (c, after)) in (1..=room).zip(self.characters(start)) {
            last.push_back(c);
            if last.len() > tail.len() {
                last.pop_front();
            }
            if count <= wanted.len() {
                as_long = after;
            }
            if tail.len() >= NO_CHANCE && last.iter().eq(tail) {
                let far = count.abs_diff(wanted.len());
                let is_nearer = nearest.is_none_or(|(known, _)| far < known);
                nearest = if is_nearer { Some((far, after)) } else { nearest };
            }
        }
        let mut head = self.characters(start).zip(wanted).take(NO_CHANCE);
        let begins = head.all(|((c, _), wanted)| c == *wanted);
        nearest.map_or(if begins { as_long } else { start }, |(_, after)| after)
    }

    /// Returns the characters from `start` on that are no white space, each with the place after it.
    fn characters(&self, start: Position) -> impl Iterator<Item = (char, Position)> {
        let (mut at, mut part) = (start, self.part(start.part));
        std::iter::from_fn(move || {
            loop {
                let rest = part.text().get(at.byte..).unwrap_or_default();
                if let Some((skipped, c)) = rest.char_indices().find(|(_, c)| !c.is_whitespace()) {
                    at.byte += skipped + c.len_utf8();
                    return Some((c, at));
                }
                if at.part + 1 >= self.parts() {
                    return None;
                }
                at = Position::new(at.part + 1, 0);
                part = self.part(at.part);
            }
        })
    }
}
