//! What is wrong in a file of settings or of a theme, as values. The words stand in the catalogues.

use super::colour::NoColour;
use crate::document::NoRoom;
use crate::input::{Sequence, Unbindable};
use crate::text::PatternError;

/// What is wrong in a line of a file, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The number of the line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub kind: FaultKind,
}

impl Fault {
    /// Returns that `kind` is wrong with the byte `start` of `text`.
    pub(super) fn at(text: &str, start: usize, kind: FaultKind) -> Self {
        let line = text.bytes().take(start).filter(|byte| *byte == b'\n').count() + 1;
        Self { line, kind }
    }
}

/// What is wrong in a file of settings or of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// It is no TOML where a setting should stand, as the parser says.
    NoToml(String),
    /// It is no TOML where a look should stand, as the parser says.
    NoTomlOfTheme(String),
    /// Nothing has this name there.
    NoName(KnownNames, String, Mend),
    /// What has this name is a table.
    NoTable(&'static str),
    /// The rules of this name are tables.
    NoTables(&'static str),
    /// There is no room for a rule.
    NoRoom(NoRoom),
    /// A rule for headings has no expression or no level.
    HalfRule,
    /// A rule for what is shown has no expression.
    NoRegex,
    /// What has this name has no value of this kind.
    Value {
        /// The name.
        name: String,
        /// What was written; none: it is not one word.
        word: Option<String>,
        /// What may be written.
        why: BadValue,
    },
    /// A key, or several, should stand there.
    NoKeys,
    /// No key has this name.
    NoKey(String),
    /// These keys can't be bound.
    Unbindable(Sequence, Unbindable),
    /// There is no theme of this name to inherit.
    NoParent(String),
    /// A look is a table.
    NoLook,
}

/// The names of which one should stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownNames {
    /// Those of the settings and tables.
    Settings,
    /// Those of the switches of a search.
    Switches,
    /// Those of the actions that keys do.
    Actions,
    /// What a rule says in a table of this name.
    Rule(&'static str),
    /// Those of what has a look.
    Roles,
    /// What a look says.
    Look,
}

/// How to mend a name that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mend {
    /// Nobody knows.
    Unknown,
    /// This one was most likely meant.
    Near(String),
    /// It belongs above all tables.
    Above,
    /// It belongs into the table of this name.
    Under(&'static str),
}

/// Why a value can't be what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadValue {
    /// It is a number from the first to the second.
    Number(usize, usize),
    /// It is one of these; this one was most likely meant.
    Choice(Vec<&'static str>, Option<&'static str>),
    /// It is some of these, with a blank between two; this one was most likely meant.
    Words(&'static str, Option<&'static str>),
    /// It is the level of a heading.
    Level,
    /// It is a pattern, and this is wrong with it.
    Pattern(PatternError),
    /// It is text of so many characters at most.
    Long(usize),
    /// It is true or false.
    Switch,
    /// It is a colour.
    Colour,
}

impl From<PatternError> for BadValue {
    fn from(error: PatternError) -> Self {
        Self::Pattern(error)
    }
}

impl From<NoColour> for BadValue {
    fn from(_: NoColour) -> Self {
        Self::Colour
    }
}
