//! Where lines are broken at a column, and what that says of each of them.

use super::super::candidate::Candidate;
use super::super::shape::{Glance, Start};
use super::super::tally::Tally;

/// The column, in cells, that the lines of a document are broken at and go on after, if they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Measure(Option<u16>);

/// One letter in so many is a capital, where there are capitals.
const CAPITALS: u64 = 50;

/// At least so many of the lines that are broken begin with a lower-case letter.
const GOES_ON: f32 = 0.1;

/// A title may stand so many cells off the middle.
const OFF_MIDDLE: u16 = 4;

/// A title in the middle is set in by more cells.
const SET_IN: u8 = 8;

impl Measure {
    /// Returns the measure of a document like `tally` with these candidates. Verse has none, whose lines all begin with capitals.
    pub(super) fn of(candidates: &[Candidate], tally: &Tally) -> Self {
        let sum = |count: fn(&Candidate) -> u16| -> u64 {
            candidates.iter().map(|one| u64::from(count(one))).sum()
        };
        let letters = sum(|one| one.look.letters);
        let wide = sum(|one| one.look.wide) * 3 > letters;
        let cased = !wide && sum(|one| one.look.upper) * CAPITALS > letters;
        let verse = cased && tally.lower() < GOES_ON;
        Self(tally.measure().filter(|_| !verse))
    }

    /// Tells whether lines are broken.
    pub(super) fn breaks(self) -> bool {
        self.0.is_some()
    }

    /// Tells whether `line` ends near the measure, so that it may go on in the next.
    pub(super) fn is_full(self, line: Glance) -> bool {
        let row = matches!(line.start, Start::Rule | Start::Underline(_));
        !row && self.0.is_some_and(|measure| line.edge() * 4 >= measure * 3)
    }

    /// Tells whether `line` takes most of the measure.
    fn is_wide(self, line: Glance) -> bool {
        self.0.is_some_and(|measure| line.cells * 4 >= measure * 3)
    }

    /// Tells whether `line` is a paragraph, or the first line of one that is broken.
    pub(super) fn is_paragraph(self, line: Glance) -> bool {
        line.is_long() || self.is_full(line)
    }

    /// Tells whether `one` may be a piece of a paragraph: it is full, or right below a line that is set in no deeper.
    pub(super) fn is_piece(self, one: &Candidate) -> bool {
        let free = one.is_parted() || self.is_centred(one.glance);
        self.breaks() && !free && (self.is_full(one.glance) || goes_on(one))
    }

    /// Tells whether `line` stands in the middle.
    pub(super) fn is_centred(self, line: Glance) -> bool {
        let middle = u16::from(line.indent) + line.cells / 2;
        line.indent > SET_IN
            && !self.is_wide(line)
            && self.0.is_some_and(|measure| middle.abs_diff(measure / 2) <= OFF_MIDDLE)
    }
}

/// Tells whether `one` may go on from the line before it: no blank line, row or deeper block parts them.
fn goes_on(one: &Candidate) -> bool {
    let deeper = one.previous().is_none_or(|line| line.glance.indent > one.glance.indent);
    one.gap() == 0 && !deeper && !one.is_under_row()
}
