//! A line that may be a heading, and what stands around it.

use super::label::Label;
use super::markup::Mark;
use super::shape::{Glance, Look};
use crate::document::Anchor;

/// A line that may be a heading.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Its text as a title shows it.
    pub(super) title: Box<str>,
    /// Where it is in the document.
    pub(super) anchor: Anchor,
    /// The line of the source, counted from 1.
    pub(super) line: u64,
    /// How many bytes of the source lie before it, as near as is known.
    pub(super) offset: u64,
    /// How many bytes of text lie before it.
    pub(super) before: u64,
    /// How many bytes of text it takes itself.
    pub(super) bytes: u32,
    /// How many lines with text lie before it.
    pub(super) ordinal: u64,
    /// The number it is labelled with.
    pub(super) label: Option<Label>,
    /// What marks it as a heading.
    pub(super) mark: Option<Mark>,
    /// Whether its words are the customary title of a part.
    pub(super) customary: bool,
    /// What it looks like.
    pub(super) glance: Glance,
    /// What is in it.
    pub(super) look: Look,
    /// The lines with text before it, the nearest first.
    pub(super) above: [Option<Neighbour>; 2],
    /// The lines with text after it, the nearest first.
    pub(super) below: [Option<Neighbour>; BELOW],
    /// How many lines right before it are neither paragraphs nor sentences.
    pub(super) stubs: u8,
    /// Whether a colon announced the lines before it that are neither paragraphs nor sentences.
    pub(super) announced: bool,
    /// How many blank lines stand right before it.
    pub(super) gap: u8,
}

/// How many lines after a candidate bear on it.
pub(super) const BELOW: usize = 3;

/// A line near a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Neighbour {
    /// What it looks like.
    pub(super) glance: Glance,
    /// How many blank lines stand before it.
    pub(super) gap: u8,
}

impl Candidate {
    /// Returns the nearest line with text before it.
    pub(super) fn previous(&self) -> Option<Neighbour> {
        self.above.first().copied().flatten()
    }

    /// Returns the lines with text after it, as far as they are known.
    pub(super) fn following(&self) -> impl Iterator<Item = Neighbour> {
        self.below.iter().copied().flatten()
    }

    /// Returns how many blank lines stand right after it.
    pub(super) fn gap_below(&self) -> u8 {
        self.following().next().map_or(1, |next| next.gap)
    }

    /// Keeps `next` as a line after it; tells whether more are wanted.
    pub(super) fn follow(&mut self, next: Neighbour) -> bool {
        if let Some(free) = self.below.iter_mut().find(|slot| slot.is_none()) {
            *free = Some(next);
        }
        self.below.iter().any(Option::is_none)
    }

    /// Returns how many bytes of text lie between it and `next`.
    pub(super) fn body(&self, next: &Self) -> u64 {
        next.before.saturating_sub(self.before + u64::from(self.bytes))
    }
}
