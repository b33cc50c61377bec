//! What the status line tells, and in which order.

use std::fmt;

/// Something that the status line tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusPart {
    /// The name of the document.
    Title,
    /// The titles of the sections that the reader is in, the outermost first.
    Path,
    /// What was typed of a command.
    Typed,
    /// What goes on: reading, following, looking for sections.
    Running,
    /// What is searched for, and which of its matches is the current one.
    Search,
    /// The encoding, where it is unusual, and what of it is invalid.
    Encoding,
    /// How the document is shown, where a reader chose that.
    View,
    /// The number of the section in the contents.
    Section,
    /// The page of the book that the document was printed as, where it tells that.
    Page,
    /// How long what is left takes to read.
    Left,
    /// The per cent of the document.
    Percent,
    /// The key that helps.
    Help,
}

/// How many parts there are.
const COUNT: usize = 12;

impl StatusPart {
    /// The parts with their names, in the usual order.
    pub const ALL: [(&'static str, Self); COUNT] = [
        ("title", Self::Title),
        ("path", Self::Path),
        ("typed", Self::Typed),
        ("running", Self::Running),
        ("search", Self::Search),
        ("encoding", Self::Encoding),
        ("view", Self::View),
        ("section", Self::Section),
        ("page", Self::Page),
        ("left", Self::Left),
        ("percent", Self::Percent),
        ("help", Self::Help),
    ];

    /// The names of all parts, in the usual order.
    pub(super) const ALL_NAMES: &'static str =
        "title path typed running search encoding view section page left percent help";
}

/// The parts of the status line in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusParts([Option<StatusPart>; COUNT]);

impl StatusParts {
    /// Returns the parts that `words` name, each once, in that order; what names none is left out.
    pub(super) fn named(words: &str) -> Self {
        let mut parts = Self([None; COUNT]);
        for word in words.split_whitespace() {
            let named = StatusPart::ALL.iter().find(|(name, _)| *name == word);
            let new = named.map(|(_, part)| *part).filter(|part| !parts.has(*part));
            if let Some(room) = parts.0.iter_mut().find(|room| room.is_none()) {
                *room = new;
            }
        }
        parts
    }

    /// Returns whether `part` is told.
    pub fn has(&self, part: StatusPart) -> bool {
        self.0.contains(&Some(part))
    }

    /// Returns the parts.
    pub fn iter(&self) -> impl Iterator<Item = StatusPart> + '_ {
        self.0.iter().flatten().copied()
    }
}

/// Writes the names of the parts.
impl fmt::Display for StatusParts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = |part| StatusPart::ALL.iter().find(|(_, one)| *one == part);
        let words: Vec<&str> = self.iter().filter_map(named).map(|(name, _)| *name).collect();
        f.write_str(&words.join(" "))
    }
}

impl Default for StatusParts {
    fn default() -> Self {
        Self::named(StatusPart::ALL_NAMES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_stand_as_they_are_named_each_once() {
        let parts: Vec<StatusPart> = StatusParts::named("percent title percent").iter().collect();
        assert_eq!(parts, [StatusPart::Percent, StatusPart::Title]);
        assert_eq!(StatusParts::named("percent title").to_string(), "percent title");
        assert_eq!(StatusParts::named("").iter().count(), 0);
        assert!(StatusParts::default().iter().eq(StatusPart::ALL.iter().map(|(_, part)| *part)));
    }
}
