//! The page, and on it a line that is chosen to become a heading.

use super::{Desk, Outcome};
use crate::app::notice::Notice;
use crate::app::view::View;
use crate::document::Position;
use crate::input::{Correct, Key, MarkAction};
use crate::layout::flow::Way;

/// The line that is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marking {
    place: Position,
}

impl Marking {
    /// Returns the choice of the first row of the page with text, or the first from its `count`th row on.
    pub(in crate::app) fn on(view: &View, count: Option<usize>) -> Option<Self> {
        let rows = view.page().iter().skip(count.unwrap_or(1).saturating_sub(1));
        let row = rows.filter(|row| row.has_text()).map(|row| row.start).next();
        let row = row.or(view.page().last().map(|row| row.start));
        row.map(|place| Self { place })
    }

    /// Returns the first place of the row that is chosen.
    pub fn place(&self) -> Position {
        self.place
    }

    /// Takes a key.
    pub(super) fn press(&mut self, key: Key, desk: &mut Desk<'_>) -> Outcome {
        match desk.keymap.marking().action(key) {
            Some(MarkAction::Leave) => return Outcome::Close,
            Some(MarkAction::Down) => self.step(Way::Down, desk),
            Some(MarkAction::Up) => self.step(Way::Up, desk),
            Some(MarkAction::Turn) => match desk.book.line_at(self.place) {
                Some(anchor) => desk.book.turn_heading(anchor, desk.out),
                None => desk.out.say(Notice::MidParagraph),
            },
            Some(MarkAction::Correct(correct)) => self.correct(correct, desk),
            None => {}
        }
        Outcome::Stay
    }

    /// Chooses the next row with text.
    fn step(&mut self, way: Way, desk: &mut Desk<'_>) {
        if let Some(row) = desk.view.next_row(self.place, way) {
            self.place = row;
        }
    }

    /// Corrects the heading that the line is, or all lines like it.
    fn correct(self, correct: Correct, desk: &mut Desk<'_>) {
        let anchor = desk.book.line_at(self.place);
        if correct == Correct::Alike {
            let Some(anchor) = anchor else { return desk.out.say(Notice::MidParagraph) };
            let level = desk.book.sections().level_alike(anchor);
            return desk.book.correct_alike(anchor, level, desk.out);
        }
        let outline = desk.book.outline();
        let heading = anchor.filter(|anchor| outline.level_at(*anchor).is_some());
        let number = heading.and_then(|anchor| outline.holding(anchor));
        desk.book.correct(correct, number, desk.out);
    }
}
