//! The reader's word on the contents: headings made, dropped, moved in and out, and all that undone.

use super::{Effect, Focus, State};
use crate::document::{Anchor, Correction, DEEPEST, Locator, Position, Remark};
use crate::input::{Correct, Key, MarkAction, mark_action};
use crate::layout::flow::Way;

impl State {
    /// Finds the lines of the corrections in the document, which is another now.
    pub(super) fn settle_corrections(&mut self) {
        self.corrections.settle(self.flow.document());
        self.show_corrected();
    }

    /// Says how many corrections are of lines that are gone, when the document is all there.
    pub(super) fn tell_lost(&mut self) {
        let lost = self.corrections.lost();
        if lost > 0 && !self.growing {
            self.say(&format!("{lost} corrected lines are no longer in the text."));
        }
    }

    /// Shows the sections as they were found and corrected.
    pub(super) fn show_corrected(&mut self) {
        let outline = self.corrections.outline(&self.detected, self.flow.document());
        self.flow.set_outline(outline);
    }

    /// Corrects the section of this number.
    pub(super) fn correct(&mut self, correct: Correct, number: Option<usize>) -> Vec<Effect> {
        let sections = self.flow.outline().sections();
        let section = number.and_then(|number| sections.get(number));
        let Some((anchor, level)) = section.map(|section| (section.anchor, section.level)) else {
            return if correct == Correct::Undo { self.undo() } else { Vec::new() };
        };
        let level = match correct {
            Correct::Undo => return self.undo(),
            Correct::Alike => return self.make_alike(anchor, Some(level)),
            Correct::Drop => None,
            Correct::Deeper => Some(level.saturating_add(1).min(DEEPEST)),
            Correct::Outer => Some(level.saturating_sub(1).max(1)),
        };
        self.make(anchor, level)
    }

    /// Makes the line at `anchor` a heading of `level`, or none.
    fn make(&mut self, anchor: Anchor, level: Option<u8>) -> Vec<Effect> {
        if self.flow.outline().level_at(anchor) == level {
            return Vec::new();
        }
        let document = self.flow.document();
        let line = Locator::of(document, document.locate(anchor));
        let correction = Correction { line, level };
        self.say(&match level {
            Some(level) => {
                format!("A heading of level {level} (u undoes): {}", correction.words())
            }
            None => format!("No heading (u undoes): {}", correction.words()),
        });
        self.corrections.add(Remark::Line(correction));
        self.show_corrected();
        vec![self.keep()]
    }

    /// Takes the last correction back.
    fn undo(&mut self) -> Vec<Effect> {
        match self.corrections.undo() {
            Some(Remark::Line(correction)) => {
                self.say(&format!("As before: {}", correction.words()));
            }
            Some(Remark::Rule(_)) => self.tell_no_rule(),
            None => {
                self.say("There is no correction to undo.");
                return Vec::new();
            }
        }
        self.show_corrected();
        vec![self.keep()]
    }

    /// Returns the effect that keeps what the reader says.
    pub(super) fn keep(&self) -> Effect {
        Effect::Keep(self.corrections.remarks().to_vec())
    }

    /// Begins to choose the line that becomes a heading: the first of the page, or the `count`th row.
    pub(super) fn begin_marking(&mut self, count: Option<usize>) {
        let rows = self.page.iter().skip(count.unwrap_or(1).saturating_sub(1));
        let row = rows.filter(|row| row.row.is_some()).map(|row| row.start).next();
        match row.or(self.page.last().map(|row| row.start)) {
            Some(place) => self.focus = Focus::Marking { place },
            None => self.say("There is no line here."),
        }
    }

    /// Takes a key while a line is chosen that becomes a heading.
    pub(super) fn press_in_marking(&mut self, place: Position, key: Key) -> Vec<Effect> {
        self.focus = Focus::Marking { place };
        match mark_action(key) {
            Some(MarkAction::Leave) => self.focus = Focus::Page,
            Some(MarkAction::Down) => self.choose_row(place, Way::Down),
            Some(MarkAction::Up) => self.choose_row(place, Way::Up),
            Some(MarkAction::Turn) => return self.turn(place),
            Some(MarkAction::Correct(Correct::Undo)) => return self.undo(),
            Some(MarkAction::Correct(Correct::Alike)) => return self.mark_alike(place),
            Some(MarkAction::Correct(correct)) => {
                let anchor = self.anchor_of(place);
                let number = anchor.and_then(|anchor| self.flow.outline().holding(anchor));
                let begins = anchor.is_some_and(|one| self.flow.outline().level_at(one).is_some());
                return self.correct(correct, number.filter(|_| begins));
            }
            None => {}
        }
        Vec::new()
    }

    /// Chooses the next row with text, and moves the page where that is beyond it.
    fn choose_row(&mut self, place: Position, way: Way) {
        let mut row = place;
        loop {
            let next = match way {
                Way::Down => self.flow.down(row, 1),
                Way::Up => self.flow.up(row, 1),
            };
            if next == row {
                return;
            }
            row = next;
            if self.flow.page(row, 1).iter().any(|row| row.row.is_some()) {
                break;
            }
        }
        self.focus = Focus::Marking { place: row };
        let last = self.page.last().map_or(self.top, |row| row.start);
        if row < self.top {
            self.top = row;
        } else if row > last {
            self.top = self.flow.up(row, self.page_rows().saturating_sub(1));
        }
    }

    /// Makes the line of the row at `place` a heading, as deep as the section before it; or none, if it is one.
    fn turn(&mut self, place: Position) -> Vec<Effect> {
        let Some(anchor) = self.anchor_of(place) else {
            self.say("This line is in the middle of a paragraph.");
            return Vec::new();
        };
        let heading = self.flow.outline().level_at(anchor).is_some();
        let level = (!heading).then(|| self.level_before(anchor));
        self.make(anchor, level)
    }

    /// Makes all lines like that of the row at `place` what it is; where the reader said nothing of it and it is no
    /// heading, headings as deep as the section before it.
    fn mark_alike(&mut self, place: Position) -> Vec<Effect> {
        let Some(anchor) = self.anchor_of(place) else {
            self.say("This line is in the middle of a paragraph.");
            return Vec::new();
        };
        let level = match (self.flow.outline().level_at(anchor), self.corrections.said_of(anchor)) {
            (Some(level), _) => Some(level),
            (None, Some(None)) => None,
            (None, _) => Some(self.level_before(anchor)),
        };
        self.make_alike(anchor, level)
    }

    /// Returns the level of the section before `anchor`.
    fn level_before(&self, anchor: Anchor) -> u8 {
        let outline = self.flow.outline();
        let before = outline.holding(anchor).and_then(|at| outline.sections().get(at));
        before.map_or(1, |section| section.level)
    }

    /// Returns the line of the block at `place`; none where that is the rest of a paragraph.
    fn anchor_of(&self, place: Position) -> Option<Anchor> {
        let (document, part) = (self.flow.document(), self.flow.document().part(place.part));
        let anchor = document.anchor(place);
        let begins = part.block_at(place.byte) == part.block_at(document.locate(anchor).byte);
        begins.then_some(anchor)
    }
}
