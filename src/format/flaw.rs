//! What is the matter with a file of a format that is read, so that it can be said in any language.

use std::error::Error;
use std::fmt;

/// What is the matter with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The name of the message that says so.
    pub name: &'static str,
    /// What is filled in there; of most nothing.
    pub value: String,
    /// The same in English.
    english: String,
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english)
    }
}

/// An error that says what is the matter with a file.
pub(super) trait Flawed: Error + 'static {
    /// Returns the name of the message that says it, and what is filled in there.
    fn message(&self) -> (&'static str, String);

    /// Returns what is the matter.
    fn flaw(&self) -> Flaw {
        let (name, value) = self.message();
        Flaw { name, value, english: self.to_string() }
    }
}
