//! The way back: the places that the reader jumped from.

use std::collections::VecDeque;

use crate::budget::JUMPS;
use crate::document::{Document, Locator, Position};

/// Which way through the jumps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// To the places that were jumped from, the last first.
    Back,
    /// To the places that were come back from.
    Forward,
}

/// The places that the reader jumped from, and those they came back from.
#[derive(Clone, Default)]
pub(super) struct Jumps {
    behind: VecDeque<JumpPlace>,
    ahead: Vec<JumpPlace>,
    /// The place before the last jump, whichever way that went.
    last: Option<JumpPlace>,
}

/// A place, and what it is found again by.
#[derive(Clone)]
struct JumpPlace {
    /// The top of the page; none in another document than the one it was seen in, until it is looked for there.
    top: Option<Position>,
    locator: Locator,
}

impl JumpPlace {
    fn of(document: &Document, top: Position) -> Self {
        Self { top: Some(top), locator: Locator::of(document, top) }
    }

    fn find(&self, document: &Document) -> Position {
        self.top.unwrap_or_else(|| self.locator.find(document).place())
    }
}

impl Jumps {
    /// Remembers that the reader jumps from `top`.
    pub(super) fn leave(&mut self, top: Position, document: &Document) {
        let place = JumpPlace::of(document, top);
        self.ahead.clear();
        self.last = Some(place.clone());
        self.push_behind(place);
    }

    /// Returns the place that is one jump from `top` in that direction; none where there is none.
    pub(super) fn step(
        &mut self,
        direction: Direction,
        top: Position,
        document: &Document,
    ) -> Option<Position> {
        let found = loop {
            let place = match direction {
                Direction::Back => self.behind.pop_back(),
                Direction::Forward => self.ahead.pop(),
            };
            let found = place?.find(document);
            // Who came to a place by rows is there already.
            if found != top {
                break found;
            }
        };
        let here = JumpPlace::of(document, top);
        self.last = Some(here.clone());
        match direction {
            Direction::Back => self.ahead.push(here),
            Direction::Forward => self.push_behind(here),
        }
        Some(found)
    }

    /// Returns the place before the last jump; from there `top` is that place.
    pub(super) fn swap(&mut self, top: Position, document: &Document) -> Option<Position> {
        let place = self.last.as_ref()?.find(document);
        self.leave(top, document);
        Some(place)
    }

    /// Takes that the document is another one, in which each place is looked for when it is gone to.
    pub(super) fn loosen(&mut self) {
        let all = self.behind.iter_mut().chain(&mut self.ahead).chain(&mut self.last);
        all.for_each(|place| place.top = None);
    }

    /// A place is behind once: where it was left last.
    fn push_behind(&mut self, place: JumpPlace) {
        self.behind.retain(|other| other.top.is_none() || other.top != place.top);
        self.behind.push_back(place);
        if self.behind.len() > JUMPS {
            self.behind.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::decode::Choice;
    use crate::format::plain::PlainText;

    fn document() -> Document {
        let text: String = (0..=JUMPS).map(|number| format!("line {number}\n")).collect();
        Document::new(Arc::new(PlainText::open(Arc::new(text), Choice::default())))
    }

    /// Returns how many places are behind after so many jumps, each from another line.
    fn behind(count: usize) -> usize {
        let (document, mut jumps) = (document(), Jumps::default());
        for line in 0..count {
            jumps.leave(
                document.locate(crate::document::Anchor { part: 0, line: line as u32 }),
                &document,
            );
        }
        let end = Position::new(0, usize::MAX);
        std::iter::from_fn(|| jumps.step(Direction::Back, end, &document)).count()
    }

    #[test]
    fn the_oldest_jump_is_forgotten_for_one_more_than_are_kept() {
        assert_eq!(
            (behind(JUMPS - 1), behind(JUMPS), behind(JUMPS + 1)),
            (JUMPS - 1, JUMPS, JUMPS)
        );
    }
}
