//! The notes of a text in Markdown, gathered over all of it. Their numbers are those of their first signs, and what they
//! say stands at the end of the last part, as if the text were parsed at once.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;

/// The notes of a text.
pub(super) struct Notes {
    /// The lines that say what they are.
    definitions: String,
    /// The names in signs, and the part that the first sign of each is in, in the order of these.
    signs: Vec<(String, usize)>,
    /// Which of these each name is, in small letters.
    numbers: HashMap<String, usize>,
}

impl Notes {
    /// Returns the number of the note `name`, from 1; none where nothing is said of it.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.numbers.get(&name.to_lowercase()).map(|at| at + 1)
    }

    /// Returns the part that the first sign of the note `name` is in.
    pub(super) fn part_of_sign(&self, name: &str) -> Option<usize> {
        let at = self.numbers.get(&name.to_lowercase())?;
        self.signs.get(*at).map(|(_, part)| *part)
    }

    /// Returns definitions of the notes that have signs in `source`, which say nothing: with them the signs are signs.
    pub(super) fn stubs(&self, source: &str) -> String {
        let mut known = HashSet::new();
        let mut stubs = String::new();
        let names = source.lines().flat_map(signs);
        for name in names.filter(|name| self.number(name).is_some() && known.insert(*name)) {
            let _infallible = write!(stubs, "\n\n[^{name}]: .");
        }
        stubs
    }

    /// Returns the text that has all signs in their order, in one paragraph, and after it what the notes say.
    pub(super) fn source(&self) -> String {
        let signs: Vec<String> = self.signs.iter().map(|(name, _)| format!("[^{name}]")).collect();
        format!("{}\n\n{}", signs.join(" "), self.definitions)
    }
}

/// The notes while the lines of the text are looked at.
#[derive(Default)]
pub(super) struct NoteScan {
    definitions: String,
    /// The names of the notes that were defined, in small letters.
    defined: HashSet<String>,
    signs: Vec<(String, usize)>,
    /// The names in `signs`, in small letters.
    known: HashSet<String>,
}

impl NoteScan {
    /// Takes the signs in `line` of part `part`.
    pub(super) fn take_signs(&mut self, line: &str, part: usize) {
        for name in signs(line) {
            if self.known.insert(name.to_lowercase()) {
                self.signs.push((name.to_owned(), part));
            }
        }
    }

    /// Takes `line`, which begins the definition of the note `name`.
    pub(super) fn define(&mut self, name: &str, line: &str) {
        self.defined.insert(name.to_lowercase());
        self.definitions.push('\n');
        self.definitions.push_str(line);
    }

    /// Takes `line`, with which the last definition goes on.
    pub(super) fn go_on(&mut self, line: &str) {
        self.definitions.push_str(line);
    }

    /// Returns the notes: what has a sign and a definition.
    pub(super) fn notes(self) -> Notes {
        let Self { definitions, defined, mut signs, .. } = self;
        signs.retain(|(name, _)| defined.contains(&name.to_lowercase()));
        let numbers = signs.iter().enumerate().map(|(at, (name, _))| (name.to_lowercase(), at));
        let numbers = numbers.collect();
        Notes { definitions, signs, numbers }
    }
}

/// Returns the name of the note whose definition `line` begins.
pub(super) fn defined(line: &str) -> Option<&str> {
    let body = line.trim_start_matches(' ');
    let (name, _) = body.strip_prefix("[^")?.split_once("]:")?;
    (line.len() - body.len() <= 3 && is_name(name)).then_some(name)
}

/// Returns the names in the signs of notes in `line`, those in code left out.
fn signs(line: &str) -> impl Iterator<Item = &str> {
    let first = defined(line).map_or(0, |name| name.len() + "[^]".len());
    line.match_indices("[^").filter_map(move |(at, open)| {
        let (before, rest) = (line.get(..at)?, line.get(at + open.len()..)?);
        let (name, _) = rest.split_once(']')?;
        let code = before.matches('`').count() % 2 == 1;
        (at >= first && !code && !before.ends_with('\\') && is_name(name)).then_some(name)
    })
}

/// Returns whether a note may have this name.
fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || c == ']' || c == '[')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_code_or_after_a_backslash_is_none() {
        let found: Vec<&str> = signs("a[^1] `[^2]` \\[^3] [^注][^ 4] [^").collect();
        assert_eq!(found, ["1", "注"]);
        assert_eq!(signs("[^1]: see [^2]").collect::<Vec<_>>(), ["2"]);
    }

    #[test]
    fn a_definition_is_set_in_by_three_at_most() {
        assert_eq!(defined("   [^a]: b"), Some("a"));
        assert_eq!([defined("    [^a]: b"), defined("[^a b]: c"), defined("[a]: c")], [None; 3]);
    }
}
