//! The keys of the page: which does what, and the number that was typed before one.

use crate::budget::COUNT;
use crate::input::{Action, Key, Keymap};

/// What the keys of the page mean, and what was typed of a command.
#[derive(Clone)]
pub(super) struct Keys {
    keymap: Keymap,
    count: Option<usize>,
}

/// What a key of the page comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// More is to be typed.
    Begun,
    /// This is to be done, so many times, or to this number.
    Do(Action, Option<usize>),
    /// The key has no meaning.
    Unknown,
}

impl Keys {
    pub(super) fn new(keymap: Keymap) -> Self {
        Self { keymap, count: None }
    }

    pub(super) fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// Returns the number that was typed.
    pub(super) fn count(&self) -> Option<usize> {
        self.count
    }

    /// Takes a key and returns what that comes to, with the number that was typed before it.
    pub(super) fn take(&mut self, key: Key) -> Command {
        if let Some(digit) = key.typed().and_then(|c| c.to_digit(10))
            && (self.count.is_some() || self.keymap.action(key).is_none())
        {
            let count = self.count.unwrap_or(0) * 10 + digit as usize;
            self.count = Some(count.min(COUNT));
            return Command::Begun;
        }
        let count = self.count.take();
        self.keymap.action(key).map_or(Command::Unknown, |action| Command::Do(action, count))
    }

    /// Forgets what was typed, and returns whether there was anything.
    pub(super) fn forget(&mut self) -> bool {
        self.count.take().is_some()
    }
}
