//! A line that may be a heading, and what stands around it.

use super::label::HeadingLabel;
use super::markup::HeadingMark;
use super::shape::{End, Glance, LineFeatures, Start};
use crate::document::Anchor;

/// A line that may be a heading.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Its text as a title shows it.
    pub(super) title: Box<str>,
    /// Where it is.
    pub(super) place: CandidatePlace,
    /// The number it is labelled with.
    pub(super) label: Option<HeadingLabel>,
    /// What marks it as a heading.
    pub(super) mark: Option<HeadingMark>,
    /// Whether its words are the customary title of a part.
    pub(super) customary: bool,
    /// Whether it stands between fences, as code does.
    pub(super) verbatim: bool,
    /// What it looks like.
    pub(super) glance: Glance,
    /// What is in it.
    pub(super) look: LineFeatures,
    /// What stands before it.
    pub(super) before: Before,
    /// The lines with text after it, the nearest first.
    pub(super) below: [Option<Neighbour>; BELOW],
}

/// Where a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CandidatePlace {
    /// Where it is in the document.
    pub(super) anchor: Anchor,
    /// The line of the source, counted from 1.
    pub(super) line: u64,
    /// How many bytes of the source lie before it, as near as is known.
    pub(super) offset: u64,
    /// How many bytes of text lie before it.
    pub(super) start: u64,
    /// How many bytes of text it takes itself.
    pub(super) bytes: u32,
    /// How many lines with text lie before it.
    pub(super) ordinal: u64,
}

/// How many lines after a candidate bear on it.
pub(super) const BELOW: usize = 3;

/// How many lines before a candidate bear on it.
const ABOVE: usize = 3;

/// A line near a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Neighbour {
    /// What it looks like.
    pub(super) glance: Glance,
    /// How many blank lines stand before it.
    pub(super) gap: u8,
}

/// What stands before a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Before {
    /// The lines with text before it, the nearest first.
    pub(super) lines: [Option<Neighbour>; ABOVE],
    /// How many blank lines stand right before it.
    pub(super) gap: u8,
    /// How many lines right before it are neither paragraphs nor sentences.
    pub(super) stubs: u8,
    /// Whether a colon announced the lines before it that are neither paragraphs nor sentences.
    announced: bool,
}

impl Before {
    /// Takes the line that `self` stands before: what comes next stands after it.
    pub(super) fn pass(&mut self, glance: Glance) {
        let [nearest, second, _] = self.lines;
        let line = Neighbour { glance, gap: self.gap };
        *self = Self {
            lines: [Some(line), nearest, second],
            gap: 0,
            stubs: if glance.is_stub() { self.stubs.saturating_add(1) } else { 0 },
            announced: glance.end == End::Colon || (self.announced && glance.is_stub()),
        };
    }

    /// Takes a blank line.
    pub(super) fn pass_blank(&mut self) {
        self.gap = self.gap.saturating_add(1);
    }

    /// Returns what stands before a candidate: blank lines, as it were, before the first line of all.
    pub(super) fn of_candidate(self) -> Self {
        let first = self.lines.iter().all(Option::is_none);
        Self { gap: if first { self.gap.max(1) } else { self.gap }, ..self }
    }

    /// Tells whether a colon announced the lines before it that are neither paragraphs nor sentences.
    pub(super) fn is_announced(self) -> bool {
        self.announced && self.stubs > 0
    }
}

impl Candidate {
    /// Returns the nearest line with text before it.
    pub(super) fn previous(&self) -> Option<Neighbour> {
        self.before.lines.first().copied().flatten()
    }

    /// Returns the lines with text after it, as far as they are known.
    pub(super) fn following(&self) -> impl Iterator<Item = Neighbour> {
        self.below.iter().copied().flatten()
    }

    /// Returns how many blank lines stand right before it.
    pub(super) fn gap(&self) -> u8 {
        self.before.gap
    }

    /// Returns how many blank lines stand right after it.
    pub(super) fn gap_below(&self) -> u8 {
        self.following().next().map_or(1, |next| next.gap)
    }

    /// Tells whether blank lines stand before it and after it.
    pub(super) fn is_parted(&self) -> bool {
        self.gap() > 0 && self.gap_below() > 0
    }

    /// Tells whether all its letters are capitals.
    pub(super) fn is_shouted(&self) -> bool {
        self.look.upper > 2 && self.look.upper == self.look.letters
    }

    /// Tells whether it stands right below a row of marks.
    pub(super) fn is_under_row(&self) -> bool {
        let row = |line: Neighbour| matches!(line.glance.start, Start::Rule | Start::Underline(_));
        self.gap() == 0 && self.previous().is_some_and(row)
    }

    /// Tells whether `next` is the next line with text.
    pub(super) fn is_right_before(&self, next: &Self) -> bool {
        self.place.ordinal + 1 == next.place.ordinal
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
        next.place.start.saturating_sub(self.place.start + u64::from(self.place.bytes))
    }
}
