//! The page that moves by itself, row by row.

use super::keys::Count;
use super::message::Effect;
use super::notice::Notice;
use super::panel::Focus;
use super::{State, Way};
use crate::config::WIDEST;

/// How the speed changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pace {
    /// It grows by a fifth.
    Faster,
    /// It falls by a fifth.
    Slower,
}

impl State {
    /// Returns whether the page moves by itself.
    pub(super) fn is_moving(&self) -> bool {
        self.moving
    }

    /// Lets the page move by itself, `count` rows a minute where that is given, or stops that.
    pub(super) fn turn_auto_scroll(&mut self, count: Option<Count>) {
        match count {
            None if self.stop_moving() => self.out.say(Notice::NotMoving),
            None => self.move_at(self.settings().page.speed),
            Some(count) => self.move_at(count.times().min(WIDEST)),
        }
    }

    /// Changes the speed of a page that moves by itself.
    pub(super) fn hurry(&mut self, pace: Pace) {
        let speed = self.settings().page.speed;
        let fifth = (speed / 5).max(1);
        self.move_at(match pace {
            Pace::Faster => (speed + fifth).min(WIDEST),
            Pace::Slower => speed.saturating_sub(fifth).max(1),
        });
    }

    /// Lets the page move by itself, so many rows a minute.
    fn move_at(&mut self, speed: usize) {
        self.moving = true;
        // Another speed is taken when the settings are followed.
        if speed == self.settings().page.speed {
            self.out.ask(Effect::Move(speed));
        }
        self.preferences.change(|config| config.page.speed = speed);
        self.out.say(Notice::Moving(speed));
    }

    /// Moves the page by a row, as it does by itself: while nothing else has the keys, as far as there is text.
    pub(super) fn move_on(&mut self) {
        if !self.moving || !matches!(self.focus, Focus::Page) {
            return;
        }
        let top = self.view.top();
        self.view.scroll(Way::Down, 1);
        if self.view.top() == top && !self.book.growing() {
            self.stop_moving();
            self.out.say(Notice::End);
        }
    }

    /// Stops the page that moves by itself, and returns whether it did.
    pub(super) fn stop_moving(&mut self) -> bool {
        let moved = std::mem::take(&mut self.moving);
        if moved {
            self.out.ask(Effect::StopMoving);
        }
        moved
    }
}
