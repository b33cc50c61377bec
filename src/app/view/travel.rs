//! How the page moves: the motions, and which of them are jumps.

use super::View;
use crate::app::book::Book;
use crate::app::jumps::Direction;
use crate::app::keys::Count;
use crate::app::notice::Notice;
use crate::document::Position;
use crate::input::Action;
use crate::layout::flow::Way;
use crate::text::sentences;

/// Where on the page a row comes to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Spot {
    /// At its top.
    Top,
    /// In its middle.
    Middle,
    /// At its bottom.
    Bottom,
}

impl View {
    /// Does `action`, a motion, `count` times, or to `count`. Where it goes no further, that is said once.
    pub(in crate::app) fn travel(
        &mut self,
        action: Action,
        count: Option<Count>,
        book: &Book,
    ) -> Result<(), Notice> {
        let times = count.map_or(1, Count::times);
        let half = (self.page_rows() / 2).max(1);
        let top = self.top;
        let way = match action {
            Action::RowDown => self.go_rows(Way::Down, times),
            Action::RowUp => self.go_rows(Way::Up, times),
            Action::PageDown => self.go_pages(Way::Down, self.panes.overlap(), times),
            Action::PageUp => self.go_pages(Way::Up, self.panes.overlap(), times),
            Action::HalfPageDown | Action::MiddleRow => {
                self.go_rows(Way::Down, half.saturating_mul(times))
            }
            Action::HalfPageUp => self.go_rows(Way::Up, half.saturating_mul(times)),
            // The last row of the page comes to its top.
            Action::BottomRow => self.go_pages(Way::Down, 1, 1),
            Action::TopRow => return Err(Notice::TopRow),
            Action::NextParagraph => self.go_paragraph(Way::Down, times),
            Action::PreviousParagraph => self.go_paragraph(Way::Up, times),
            Action::NextSentence => self.go_sentence(Way::Down, times),
            Action::PreviousSentence => self.go_sentence(Way::Up, times),
            jump => return self.jump(jump, count, book),
        };
        if self.top != top {
            self.edge = None;
        } else if self.edge.replace(way) != Some(way) {
            return Err(match way {
                Way::Up => Notice::Start,
                Way::Down if book.growing() => Notice::EndSoFar,
                Way::Down => Notice::End,
            });
        }
        Ok(())
    }

    /// Does `action`, a motion that is a jump, or goes back from one.
    fn jump(&mut self, action: Action, count: Option<Count>, book: &Book) -> Result<(), Notice> {
        let (top, times) = (self.top, count.map_or(1, Count::times));
        match action {
            Action::Start => self.top = Position::default(),
            Action::End => self.go_to_end(),
            Action::Percent => match count {
                Some(count) => self.go_to_fraction(count.percent() / 100.0),
                None => self.go_to_end(),
            },
            Action::NextSection => self.go_section(Way::Down, times, book)?,
            Action::PreviousSection => self.go_section(Way::Up, times, book)?,
            Action::Back => return self.step_back(Direction::Back, times),
            Action::Forward => return self.step_back(Direction::Forward, times),
            Action::Swap => {
                let place = self.jumps.swap(self.top, self.flow.document());
                self.top = place.ok_or(Notice::NoWayBack)?;
                return Ok(());
            }
            _ => {}
        }
        self.jumped_from(top);
        Ok(())
    }

    /// Goes to the place that this row of the scroll bar stands for: its first is the start of the document, its last the
    /// end.
    pub(in crate::app) fn go_to_bar_row(&mut self, row: usize) {
        let rows = self.panes.text().rows;
        if row + 1 >= rows {
            self.go_to_end();
        } else {
            self.go_to_fraction(row as f64 / rows as f64);
        }
    }

    /// Goes to the first row that begins with so much of the document before it (0 to 1).
    fn go_to_fraction(&mut self, fraction: f64) {
        let place = self.flow.document().at_fraction(fraction);
        let row = self.flow.row_start(place);
        let row = if row < place { self.flow.down(row, 1) } else { row };
        self.top = self.filled(row);
    }

    /// Goes through so many of the jumps, or as far as there are any.
    fn step_back(&mut self, direction: Direction, times: usize) -> Result<(), Notice> {
        let top = self.top;
        for _ in 0..times {
            let Some(place) = self.jumps.step(direction, self.top, self.flow.document()) else {
                break;
            };
            self.top = place;
        }
        match direction {
            _ if self.top != top => Ok(()),
            Direction::Back => Err(Notice::NoWayBack),
            Direction::Forward => Err(Notice::NoWayForward),
        }
    }

    /// Brings the row of `place` to that spot of the page.
    pub(in crate::app) fn put(&mut self, place: Position, spot: Spot) {
        let rows = self.panes.lines();
        let row = self.flow.row_start(place);
        self.top = match spot {
            Spot::Top => row,
            Spot::Middle => self.flow.up(row, rows / 2).max(self.top_ending(row)),
            Spot::Bottom => self.top_ending(row),
        };
    }

    fn go_rows(&mut self, way: Way, rows: usize) -> Way {
        self.scroll(way, rows);
        way
    }

    /// Goes `times` pages down or up, `overlap` lines of each staying on the next.
    fn go_pages(&mut self, way: Way, overlap: usize, times: usize) -> Way {
        for _ in 0..times {
            let to = match way {
                Way::Down => {
                    let below = self.page_below(self.top, overlap);
                    self.moved_down(below)
                }
                Way::Up => self.page_above(self.top, overlap),
            };
            if to == self.top {
                break;
            }
            self.top = to;
        }
        way
    }

    /// Goes `times` sections on, of those that are not folded away, no further than the last. The heading comes to the
    /// top of the page, even of the last one; going up from within a section, its own heading is the first.
    fn go_section(&mut self, way: Way, times: usize, book: &Book) -> Result<(), Notice> {
        let here = self.anchor();
        let outline = book.outline();
        let visible = book.sections().folds().visible(outline, None);
        let begins = |at: usize| visible.get(at).and_then(|number| outline.anchor(*number));
        let begun = visible
            .partition_point(|number| outline.anchor(*number).is_some_and(|begin| begin <= here));
        let at_start =
            begun.checked_sub(1).and_then(begins) == Some(here) && self.is_heading_start(here);
        let Some(last) = visible.len().checked_sub(1) else { return Err(Notice::NoSections) };
        let number = match way {
            Way::Down if begun > last => return Err(Notice::LastSection),
            Way::Down => Some(begun.saturating_add(times - 1).min(last)),
            Way::Up => (begun - usize::from(at_start)).checked_sub(times),
        };
        let start = number.and_then(begins).map(|anchor| book.document().locate(anchor));
        self.top = start.unwrap_or_default();
        Ok(())
    }

    fn go_paragraph(&mut self, way: Way, times: usize) -> Way {
        for _ in 0..times {
            match self.flow.paragraph(self.top, way) {
                Some(place) => self.top = place,
                None => break,
            }
        }
        self.top = self.filled(self.top);
        way
    }

    /// Goes to the row below or above in which a sentence begins, `times` times.
    fn go_sentence(&mut self, way: Way, times: usize) -> Way {
        for _ in 0..times {
            match self.sentence(way) {
                Some(place) => self.top = self.flow.row_start(place),
                None => break,
            }
        }
        if way == Way::Down {
            self.top = self.filled(self.top);
        }
        way
    }

    /// Returns where the first sentence begins below the row at the top, or the last one above it.
    fn sentence(&mut self, way: Way) -> Option<Position> {
        let row = self.flow.page(self.top, 1).pop()?;
        let begins = |view: &Self, place: Position| view.sentences_at(place);
        let own = if row.has_text() { begins(self, row.start) } else { Vec::new() };
        let here = match way {
            Way::Down => own.into_iter().find(|place| *place >= row.end()),
            Way::Up => own.into_iter().rfind(|place| *place < row.start),
        };
        here.or_else(|| {
            let paragraph = self.flow.paragraph(self.top, way)?;
            match way {
                Way::Down => Some(paragraph),
                Way::Up => begins(self, paragraph).pop(),
            }
        })
    }

    /// Returns where the sentences of the block at `place` begin.
    fn sentences_at(&self, place: Position) -> Vec<Position> {
        let part = self.flow.document().part(place.part);
        let Some(block) = part.block_at(place.byte) else { return Vec::new() };
        let start = part.start_of(block);
        let starts = sentences(part.block_text(block));
        starts.map(|byte| Position::new(place.part, start + byte)).collect()
    }
}
