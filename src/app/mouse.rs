//! What the mouse does, by what it is over: the text, what leads somewhere in it, the scroll bar, a panel.

use super::links;
use super::panel::{Focus, NoteWindow, Outcome, Selection};
use super::{Area, PlaceMark, State, Way};
use crate::document::Position;
use crate::input::{Mouse, MouseKind};
use crate::text::TextUnit;

/// How many rows a notch of the wheel moves.
const WHEEL_ROWS: isize = 3;

/// What the mouse is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spotted {
    /// This row of the panel, from 0.
    Panel(usize),
    /// This row of the list that is open beside the page, from 0.
    List(usize),
    /// This row of the scroll bar, from 0.
    ScrollBar(usize),
    /// This cluster of the text, or the nearest to the mouse.
    Text(Position),
    /// Nothing that does anything.
    Nothing,
}

/// What the button of the mouse does.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Hand {
    /// What it was pressed on, while it is held.
    held: Option<Spotted>,
    /// Whether the last press, or its release, put something else under the mouse: another in quick succession was meant
    /// for what was there before.
    spent: bool,
}

impl State {
    /// Takes what was done with the mouse.
    pub(super) fn point(&mut self, mouse: Mouse, clicks: usize) {
        match mouse.kind {
            MouseKind::Wheel(notches) => self.turn_wheel(mouse, notches),
            MouseKind::Press => {
                let spotted = self.spot(mouse);
                if clicks == 1 {
                    self.hand.spent = false;
                }
                if !self.hand.spent {
                    self.hand.held = Some(spotted);
                    self.press_mouse(spotted, clicks);
                }
            }
            MouseKind::Drag => match self.hand.held {
                Some(Spotted::Text(place)) => self.drag(mouse, place),
                Some(Spotted::ScrollBar(_)) => self.drag_scroll_bar(mouse.row),
                Some(Spotted::Panel(_) | Spotted::List(_) | Spotted::Nothing) | None => {}
            },
            MouseKind::Release => {
                let held = self.hand.held.take();
                if clicks == 1 && held == Some(self.spot(mouse)) {
                    self.follow_under(mouse);
                }
            }
        }
    }

    /// Returns what the mouse is over.
    fn spot(&mut self, Mouse { column, row, .. }: Mouse) -> Spotted {
        let panes = *self.view.panes();
        if let Some(panel) = panes.panel().filter(|panel| panel.has(column, row)) {
            return Spotted::Panel(row - panel.y);
        }
        if let Some(list) = panes.kept().filter(|list| list.has(column, row)) {
            return Spotted::List(row - list.y);
        }
        if let Some(bar) = self.view.scroll_bar().filter(|bar| bar.has(column, row)) {
            return Spotted::ScrollBar(row - bar.y);
        }
        let text = panes.all_text();
        let place = if text.has(column, row) { self.view.place_at(column, row) } else { None };
        place.map_or(Spotted::Nothing, Spotted::Text)
    }

    /// Moves what is under the mouse: the entries of a list, what is in a window, the page.
    fn turn_wheel(&mut self, mouse: Mouse, notches: isize) {
        let rows = notches.saturating_mul(WHEEL_ROWS);
        match self.spot(mouse) {
            Spotted::Panel(_) => {
                let (focus, mut desk) = self.parts();
                focus.scroll(rows, &mut desk);
            }
            Spotted::List(_) => self.scroll_list(rows),
            Spotted::ScrollBar(_) | Spotted::Text(_) | Spotted::Nothing => {
                let way = if rows < 0 { Way::Up } else { Way::Down };
                self.view.scroll(way, rows.unsigned_abs());
            }
        }
    }

    /// Does what a press of the button does on what is `spotted`.
    fn press_mouse(&mut self, spotted: Spotted, clicks: usize) {
        self.out.hush();
        self.keys.forget();
        self.book.want_nothing();
        match spotted {
            Spotted::List(row) if self.focus.gives_way() => {
                self.focus_list(|_| true);
                self.press_mouse(Spotted::Panel(row), clicks);
            }
            Spotted::List(_) => {}
            Spotted::Panel(row) => {
                let (focus, mut desk) = self.parts();
                let outcome = focus.click((row, clicks), &mut desk);
                self.hand.spent = !matches!(outcome, Outcome::Stay);
                self.come_to(outcome);
            }
            Spotted::ScrollBar(row) => {
                self.stop_following();
                if let Some(find) = self.finder.find_mut() {
                    find.cancel_jump();
                }
                let top = self.view.top();
                self.view.go_to_bar_row(row);
                self.view.jumped_from(top);
            }
            Spotted::Text(place) => self.press_text(place, clicks),
            Spotted::Nothing => drop(self.give_way()),
        }
    }

    /// Selects a word where the button was pressed twice on it, a paragraph where it was three times; once, it ends a
    /// selection, or closes what stands beside the text.
    fn press_text(&mut self, place: Position, clicks: usize) {
        if !self.give_way() {
            self.hand.held = None;
            return;
        }
        let unit = match clicks {
            1 => return,
            2 => TextUnit::Word,
            _ => TextUnit::Paragraph,
        };
        let document = self.book.document();
        if let Some(range) = document.unit_at(place, unit) {
            self.focus = Focus::Selecting(Selection::of(range, document));
        }
    }

    /// Opens the note at `place`, or selects the highlight.
    fn open_mark(&mut self, place: Position) {
        let document = self.book.document();
        let cluster = place..document.after_cluster(place);
        let found = |is: fn(&PlaceMark) -> bool| self.book.marks().found(&cluster, document, is);
        if let Some(note) = found(|mark| mark.note().is_some()) {
            self.focus = Focus::Note(Box::new(NoteWindow::of(note)));
        } else if let Some(mark) = found(|mark| mark.colour().is_some()) {
            self.focus = Focus::Selecting(Selection::of(mark.range().clone(), document));
        }
    }

    /// Gives the keys to the page, if what has them gives way to a press beside it; returns whether it does.
    fn give_way(&mut self) -> bool {
        if self.focus.can_stay() {
            let (focus, mut desk) = self.parts();
            let outcome = focus.give_way(&mut desk);
            self.come_to(outcome);
            // The text moves where the list closes.
            return self.view.panes().kept().is_some();
        }
        let gives_way = self.focus.gives_way();
        if gives_way {
            self.focus = Focus::Page;
        }
        gives_way
    }

    /// Selects from `pressed`, where the button was pressed, to where the mouse is. Above and below the text, the page
    /// moves by a row.
    fn drag(&mut self, mouse: Mouse, pressed: Position) {
        let Area { x, y, columns, rows } = self.view.panes().all_text();
        // Above the first row of the window there is none to go to.
        let way = match mouse.row {
            row if row < y.max(1) => Some(Way::Up),
            row if row >= y + rows => Some(Way::Down),
            _ => None,
        };
        if let Some(way) = way {
            self.view.scroll(way, 1);
            self.view.settle(&self.book);
        }
        let row = mouse.row.clamp(y, y + rows.saturating_sub(1));
        let column = mouse.column.clamp(x, x + columns.saturating_sub(1));
        let mut above = (y..=row).rev();
        if let Some(place) = above.find_map(|row| self.view.place_at(column, row)) {
            self.focus = Focus::Selecting(Selection::between(pressed, place));
        }
    }

    /// Goes to the place that row `row` of the window is in the scroll bar, or its end next to that.
    fn drag_scroll_bar(&mut self, row: usize) {
        if let Some(bar) = self.view.scroll_bar() {
            self.view.go_to_bar_row(row.saturating_sub(bar.y).min(bar.rows.saturating_sub(1)));
        }
    }

    /// Follows what the mouse is over, if that leads somewhere.
    fn follow_under(&mut self, Mouse { column, row, .. }: Mouse) {
        if !matches!(self.focus, Focus::Page) {
            return;
        }
        let place = self.view.place_exactly_at(column, row);
        let Some(place) = place else { return };
        let Some(link) = links::at(place, self.book.document()) else {
            return self.open_mark(place);
        };
        let (_, mut desk) = self.parts();
        let outcome = link.follow(&mut desk);
        self.hand.spent = true;
        self.come_to(outcome);
    }
}
