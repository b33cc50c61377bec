//! What a reader's hands do: keys, the tables of actions in each context (the keymap, the help page and the README's list
//! of keys come from them), and the line that is typed into a prompt.

mod actions;
mod command;
mod decoder;
mod keymap;
mod line;
mod links;
mod list;
mod marking;
mod mouse;
mod names;
mod note;
mod note_text;
mod prompt;
mod selecting;
mod sequence;
mod table;

use std::fmt;

pub use actions::{ACTIONS, Action};
pub use command::{COMMAND, CommandAction};
pub use decoder::{Decoder, Incomplete, Input};
pub use keymap::{
    Binding, Bindings, KeyRow, Keymap, Lookup, Preset, Unbindable, names, why_unbindable,
};
pub use line::Line;
pub use links::{LINKS, LinkAction};
pub use list::{Correct, LIST, ListAction};
pub use marking::{MARKING, MarkAction};
pub use mouse::{Mouse, MouseKind};
pub use names::NoKey;
pub use note::{NOTE, NoteAction};
pub use note_text::NoteText;
pub use prompt::{PROMPT, PromptAction, SWITCHES, Switch};
pub use selecting::{SELECTING, SelectAction};
pub use sequence::Sequence;
pub use table::{ActionEntry, KeyContext};

/// A key as the terminal reports it, with what was held down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key itself; letters as typed, capitals too.
    pub code: KeyCode,
    /// Whether Control was held down.
    pub ctrl: bool,
    /// Whether Alt was held down.
    pub alt: bool,
    /// Whether Shift was held down with a key that types no character; what it types says so itself.
    pub shift: bool,
}

/// A key on the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyCode {
    /// No key, but any that types a letter: the last of a sequence may be left open so.
    Letter,
    /// A key that types this character.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// The arrow up.
    Up,
    /// The arrow down.
    Down,
    /// The arrow to the left.
    Left,
    /// The arrow to the right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// The function key of this number.
    F(u8),
}

impl Key {
    /// Returns `code` pressed alone.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// Returns the character `c` pressed alone.
    pub const fn char(c: char) -> Self {
        Self::plain(KeyCode::Char(c))
    }

    /// Returns the letter `c` pressed with Control.
    pub const fn ctrl(c: char) -> Self {
        Self { ctrl: true, ..Self::char(c) }
    }

    /// Returns `code`, a key that types no character, pressed with Shift.
    pub const fn shift(code: KeyCode) -> Self {
        Self { shift: true, ..Self::plain(code) }
    }

    /// Returns the character that the key types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.alt {
            f.write_str("M-")?;
        }
        if self.ctrl {
            f.write_str("^")?;
        }
        if self.shift {
            f.write_str("S-")?;
        }
        match self.code {
            KeyCode::Char(' ') => f.write_str("Space"),
            KeyCode::Char(c) if self.ctrl => write!(f, "{}", c.to_ascii_uppercase()),
            KeyCode::Char(c) => write!(f, "{c}"),
            KeyCode::Letter => f.write_str("Letter"),
            KeyCode::Enter => f.write_str("Enter"),
            KeyCode::Esc => f.write_str("Esc"),
            KeyCode::Tab => f.write_str("Tab"),
            KeyCode::BackTab => f.write_str("S-Tab"),
            KeyCode::Backspace => f.write_str("Backspace"),
            KeyCode::Delete => f.write_str("Del"),
            KeyCode::Up => f.write_str("↑"),
            KeyCode::Down => f.write_str("↓"),
            KeyCode::Left => f.write_str("←"),
            KeyCode::Right => f.write_str("→"),
            KeyCode::Home => f.write_str("Home"),
            KeyCode::End => f.write_str("End"),
            KeyCode::PageUp => f.write_str("PgUp"),
            KeyCode::PageDown => f.write_str("PgDn"),
            KeyCode::F(n) => write!(f, "F{n}"),
        }
    }
}
