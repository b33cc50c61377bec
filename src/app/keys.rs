//! The keys of the page: which does what, and what was typed of a command.

use crate::budget::COUNT;
use crate::input::{Action, Key, Keymap, Lookup};

/// What keys mean, and what was typed of a command on the page: a number, the first keys of several.
#[derive(Clone)]
pub(super) struct Keys {
    keymap: Keymap,
    count: Option<usize>,
    begun: Vec<Key>,
}

/// What a key of the page comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// More is to be typed.
    Begun,
    /// This is to be done, so many times, or to this number.
    Do(Action, Option<usize>),
    /// The keys have no meaning.
    Unknown,
}

impl Keys {
    pub(super) fn new(keymap: Keymap) -> Self {
        Self { keymap, count: None, begun: Vec::new() }
    }

    pub(super) fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// Returns the number that was typed.
    pub(super) fn count(&self) -> Option<usize> {
        self.count
    }

    /// Returns what was typed of a command, as it is shown.
    pub(super) fn typed(&self) -> String {
        let count = self.count.map(|count| count.to_string()).unwrap_or_default();
        self.begun.iter().fold(count, |typed, key| typed + &key.to_string())
    }

    /// Takes a key and returns what that comes to, with the number that was typed before it.
    pub(super) fn take(&mut self, key: Key) -> Command {
        self.begun.push(key);
        match self.keymap.page().look_up(&self.begun) {
            Lookup::Begun => Command::Begun,
            // A digit after a number goes on with it, whatever it does by itself.
            Lookup::Does(action) if !self.takes_digit(key) => {
                self.begun.clear();
                Command::Do(action, self.count.take())
            }
            _ if self.begun.len() == 1 && self.count_on(key) => {
                self.begun.clear();
                Command::Begun
            }
            _ => {
                self.forget();
                Command::Unknown
            }
        }
    }

    /// Returns whether `key` goes on with the number that was begun.
    fn takes_digit(&self, key: Key) -> bool {
        self.begun.len() == 1 && self.count.is_some() && digit(key).is_some()
    }

    /// Takes `key` as a digit of the number, and returns whether it is one.
    fn count_on(&mut self, key: Key) -> bool {
        let Some(digit) = digit(key) else { return false };
        let count = self.count.unwrap_or(0) * 10 + digit;
        self.count = Some(count.min(COUNT));
        true
    }

    /// Forgets what was typed, and returns whether there was anything.
    pub(super) fn forget(&mut self) -> bool {
        let typed = self.count.is_some() || !self.begun.is_empty();
        self.count = None;
        self.begun.clear();
        typed
    }
}

fn digit(key: Key) -> Option<usize> {
    Some(key.typed()?.to_digit(10)? as usize)
}
