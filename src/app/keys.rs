//! The keys of the page: which does what, and what was typed of a command.

use std::fmt;

use super::Job;
use crate::budget::COUNT;
use crate::input::{Action, Bindings, Key, Keymap, Lookup, Preset};

/// How many digits after the point of a number count: more are no other place.
const DECIMALS: usize = 4;

/// What keys mean, and what was typed of a command on the page.
#[derive(Clone)]
pub(super) struct Keys {
    keymap: Keymap,
    typed: Typed,
    hint: KeyHint,
    /// The rows that half a page is, where a number was typed before its key.
    half: Option<Count>,
}

/// Whether the keys that may follow those that were begun are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum KeyHint {
    /// They are not.
    #[default]
    Hidden,
    /// They will be when this reminder comes.
    Awaited(Job),
    /// They are.
    Shown,
}

/// What was typed of a command: a number, the first keys of several.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    count: Option<Count>,
    begun: Vec<Key>,
    /// The last key of the last command.
    last: Option<Key>,
}

/// The number that is typed before a motion.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// What stands before the point.
    whole: usize,
    /// How many digits stand after the point, and the number that they are; none where there is no point.
    decimals: Option<(usize, usize)>,
}

impl Count {
    /// Returns the number that `word` is.
    pub(super) fn of(word: &str) -> Option<Self> {
        let with = |count, c| Self::with(count, Key::char(c)).map(Some);
        word.chars().try_fold(None, with).flatten()
    }

    /// Returns the number without what stands after a point.
    pub fn whole(self) -> usize {
        self.whole
    }

    /// Returns how often something is done: once at least.
    pub fn times(self) -> usize {
        self.whole.max(1)
    }

    /// Returns the number as per cents: at most 100.
    pub(super) fn percent(self) -> f64 {
        let (digits, decimals) = self.decimals.unwrap_or_default();
        let decimals = decimals as f64 / 10_f64.powf(digits as f64);
        (self.whole as f64 + decimals).min(100.0)
    }

    /// Returns the number that `key` makes of this one, which it goes on with; none where it is no part of a number.
    fn with(count: Option<Self>, key: Key) -> Option<Self> {
        let digit = key.typed()?.to_digit(10).map(|digit| digit as usize);
        match (count, digit) {
            (Some(count), None) if key == Key::char('.') => {
                Some(Self { decimals: count.decimals.or(Some((0, 0))), ..count })
            }
            (_, None) => None,
            (Some(Self { whole, decimals: Some((digits, decimals)) }), Some(digit)) => {
                let more = (digits + 1, decimals * 10 + digit);
                let kept = if digits < DECIMALS { more } else { (digits, decimals) };
                Some(Self { whole, decimals: Some(kept) })
            }
            (count, Some(digit)) => {
                let whole = count.map_or(0, |count| count.whole).saturating_mul(10) + digit;
                Some(Self { whole: whole.min(COUNT), decimals: None })
            }
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.decimals {
            None => write!(f, "{}", self.whole),
            Some((0, _)) => write!(f, "{}.", self.whole),
            Some((digits, decimals)) => write!(f, "{}.{decimals:0digits$}", self.whole),
        }
    }
}

/// What a key comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Command<A> {
    /// More is to be typed.
    Begun,
    /// This is to be done, so many times, or to this number.
    Do(A, Option<Count>),
    /// These keys have no meaning.
    Unknown(String),
}

impl Keys {
    pub(super) fn new(keymap: Keymap) -> Self {
        Self { keymap, typed: Typed::default(), hint: KeyHint::Hidden, half: None }
    }

    pub(super) fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// Takes other keys.
    pub(super) fn set_keymap(&mut self, keymap: Keymap) {
        self.keymap = keymap;
    }

    /// Returns what was typed of a command.
    pub(super) fn typed(&self) -> &Typed {
        &self.typed
    }

    /// Returns the letter that the last command ended with; a blank where it was none.
    pub(super) fn letter(&self) -> char {
        self.typed.last.and_then(Key::typed).unwrap_or(' ')
    }

    /// Returns what a motion with `count` before it is in the preset. Before the key of half a page less and vim take a
    /// number for rows, also the next times, and before that of a page less does.
    pub(super) fn as_rows(
        &mut self,
        motion: Action,
        count: Option<Count>,
        preset: Preset,
    ) -> (Action, Option<Count>) {
        let halves = matches!(motion, Action::HalfPageDown | Action::HalfPageUp);
        let pages = matches!(motion, Action::PageDown | Action::PageUp);
        let rows = match preset {
            Preset::Less | Preset::Vim if halves => {
                self.half = count.or(self.half);
                self.half
            }
            Preset::Less if pages => count,
            _ => None,
        };
        match motion {
            _ if rows.is_none() => (motion, count),
            Action::PageDown | Action::HalfPageDown => (Action::RowDown, rows),
            _ => (Action::RowUp, rows),
        }
    }

    /// Returns whether what may follow is shown.
    pub(super) fn hint(&self) -> KeyHint {
        self.hint
    }

    /// Shows what may follow, or not.
    pub(super) fn set_hint(&mut self, hint: KeyHint) {
        self.hint = hint;
    }

    /// Takes `letter` for the one that the last command ended with.
    pub(super) fn set_letter(&mut self, letter: char) {
        self.typed.last = Some(Key::char(letter));
    }

    /// Takes a key of the page and returns what that comes to, with the number that was typed before it.
    pub(super) fn take(&mut self, key: Key) -> Command<Action> {
        self.typed.take(key, self.keymap.page())
    }

    /// Forgets what was typed, and what may follow it; returns whether there was anything.
    pub(super) fn forget(&mut self) -> bool {
        self.hint = KeyHint::Hidden;
        self.typed.forget()
    }
}

impl Typed {
    /// Returns the number that was typed.
    pub(super) fn count(&self) -> Option<Count> {
        self.count
    }

    /// Returns the first keys of a command, which were pressed.
    pub(super) fn begun_keys(&self) -> &[Key] {
        &self.begun
    }

    /// Returns what was typed, as it is shown.
    pub(super) fn shown(&self) -> String {
        let count = self.count.map(|count| count.to_string()).unwrap_or_default();
        count + &self.begun()
    }

    /// Returns the keys that were begun, as they are shown.
    fn begun(&self) -> String {
        self.begun.iter().map(ToString::to_string).collect()
    }

    /// Takes a key and returns what that comes to by `bindings`, with the number that was typed before it.
    pub(super) fn take<A: Copy + PartialEq>(
        &mut self,
        key: Key,
        bindings: &Bindings<A>,
    ) -> Command<A> {
        self.begun.push(key);
        match bindings.look_up(&self.begun) {
            Lookup::Begun => Command::Begun,
            // A digit after a number goes on with it, whatever it does by itself.
            Lookup::Does(action) if !self.is_counting(key) => {
                self.begun.clear();
                self.last = Some(key);
                Command::Do(action, self.count.take())
            }
            _ if self.begun.len() == 1 && Count::with(self.count, key).is_some() => {
                self.count = Count::with(self.count, key);
                self.begun.clear();
                Command::Begun
            }
            _ => {
                let unknown = self.begun();
                self.forget();
                Command::Unknown(unknown)
            }
        }
    }

    /// Returns whether `key` goes on with the number that was begun.
    fn is_counting(&self, key: Key) -> bool {
        let alone = self.begun.len() == 1 && self.count.is_some();
        alone && Count::with(self.count, key).is_some()
    }

    /// Forgets what was typed, and returns whether there was anything.
    pub(super) fn forget(&mut self) -> bool {
        let typed = self.count.is_some() || !self.begun.is_empty();
        self.count = None;
        self.begun.clear();
        typed
    }
}
