//! The notes of a text in Markdown, gathered over all of it. Their numbers are those of their first signs, and what they
//! say stands at the end of the last part, as if the text were parsed at once.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::ops::Range;

/// The notes of a text.
pub(super) struct Notes {
    /// The lines that say what they are.
    definitions: String,
    /// The lines of the text that are in `definitions`, those of each note.
    lines: Vec<Range<u64>>,
    /// The names that were defined, in small letters.
    defined: HashSet<String>,
    /// The parts that the first signs of the notes are in, in their order; none: it stands in another note.
    signs: Vec<Option<usize>>,
    /// Which of these each name is, in small letters.
    numbers: HashMap<String, usize>,
}

impl Notes {
    /// Returns the number of the note `name`, from 1; none where it has no sign, or nothing is said of it.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.numbers.get(&name.to_lowercase()).map(|at| at + 1)
    }

    /// Returns whether something is said of the note `name`.
    pub(super) fn is_defined(&self, name: &str) -> bool {
        self.defined.contains(&name.to_lowercase())
    }

    /// Returns the part that the first sign of the note `name` is in; none where it stands with the notes.
    pub(super) fn part_of_sign(&self, name: &str) -> Option<usize> {
        let at = self.numbers.get(&name.to_lowercase())?;
        self.signs.get(*at).copied().flatten()
    }

    /// Returns whether `lines` of the text are all of one note, which [`source`](Self::source) has.
    pub(super) fn have(&self, lines: &Range<u64>) -> bool {
        let after = self.lines.partition_point(|note| note.start <= lines.start);
        let note = after.checked_sub(1).and_then(|at| self.lines.get(at));
        note.is_some_and(|note| lines.end <= note.end)
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

    /// Returns the lines that say what the notes are.
    pub(super) fn source(&self) -> &str {
        &self.definitions
    }
}

/// The notes while the lines of the text are looked at.
#[derive(Debug, Default, PartialEq)]
pub(super) struct NoteScan {
    definitions: String,
    lines: Vec<Range<u64>>,
    defined: HashSet<String>,
    /// The names in signs, and where the first sign of each is, as [`Notes`] has it.
    signs: Vec<(String, Option<usize>)>,
    /// The names in `signs`, in small letters.
    known: HashSet<String>,
}

impl NoteScan {
    /// Takes the signs in `line` of part `part`; of none, if it is of a note.
    pub(super) fn take_signs(&mut self, line: &str, part: Option<usize>) {
        for name in signs(line) {
            let name = name.to_lowercase();
            if self.known.insert(name.clone()) {
                self.signs.push((name, part));
            }
        }
    }

    /// Takes `line`, line `number` of the text, which begins the definition of the note `name`.
    pub(super) fn define(&mut self, name: &str, line: &str, number: u64) {
        self.defined.insert(name.to_lowercase());
        self.definitions.push('\n');
        self.definitions.push_str(line);
        self.lines.push(number..number + 1);
    }

    /// Takes `line`, with which the last definition goes on.
    pub(super) fn go_on(&mut self, line: &str) {
        self.definitions.push_str(line);
        if let Some(lines) = self.lines.last_mut() {
            lines.end += 1;
        }
    }

    /// Returns the notes.
    pub(super) fn notes(self) -> Notes {
        let Self { definitions, lines, defined, mut signs, .. } = self;
        signs.retain(|(name, _)| defined.contains(name));
        let (names, signs): (Vec<_>, _) = signs.into_iter().unzip();
        let numbers = names.into_iter().enumerate().map(|(at, name)| (name, at)).collect();
        Notes { definitions, lines, defined, signs, numbers }
    }
}

/// Returns the name of the note whose definition `line` begins, in quotations or not, and what follows in the line.
pub(super) fn defined(line: &str) -> Option<(&str, &str)> {
    let (_, line) = unquoted(line, usize::MAX);
    let body = line.trim_start_matches(' ');
    let (name, said) = body.strip_prefix("[^")?.split_once("]:")?;
    (line.len() - body.len() <= 3 && is_name(name)).then_some((name, said))
}

/// Returns `line` without the signs of quotations that it begins with, `most` at the most, and how many these were.
pub(super) fn unquoted(line: &str, most: usize) -> (usize, &str) {
    let (mut depth, mut body) = (0, line);
    while depth < most {
        let sign = body.trim_start_matches(' ');
        let quoted = sign.strip_prefix('>').filter(|_| body.len() - sign.len() <= 3);
        let Some(quoted) = quoted else { break };
        body = quoted.strip_prefix(' ').unwrap_or(quoted);
        depth += 1;
    }
    (depth, body)
}

/// Returns the names in the signs of notes in `line`, those in code left out.
fn signs(line: &str) -> impl Iterator<Item = &str> {
    let line = defined(line).map_or(line, |(_, said)| said);
    let (mut seen, mut code) = (0, false);
    memchr::memchr_iter(b'[', line.as_bytes()).filter_map(move |at| {
        let rest = line.get(at..)?.strip_prefix("[^")?;
        let before = line.get(seen..at)?;
        seen = at;
        code ^= before.matches('`').count() % 2 == 1;
        // No name has a bracket: so far is it searched for its end, and no further.
        let name = rest.get(..rest.find(['[', ']'])?)?;
        let is_sign = rest.get(name.len()..)?.starts_with(']') && is_name(name);
        (is_sign && !code && !before.ends_with('\\')).then_some(name)
    })
}

/// Returns whether a note may have this name: it has no sign that could mean something else to the parser.
fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(|c: char| c.is_whitespace() || "[]`<\\&".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_code_or_after_a_backslash_is_none() {
        let found: Vec<&str> = signs("a[^1] `[^2]` \\[^3] [^注][^ 4] [^").collect();
        assert_eq!(found, ["1", "注"]);
        assert_eq!(signs("> [^1]: see [^2][^3").collect::<Vec<_>>(), ["2"]);
        assert_eq!(signs("`[^1` [^2][^3]`[^4]").collect::<Vec<_>>(), ["2", "3"]);
    }

    #[test]
    fn a_definition_is_set_in_by_three_at_most() {
        for line in ["   [^a]: b", "> [^a]: b", " >>   [^a]: b"] {
            assert_eq!(defined(line), Some(("a", " b")), "{line}");
        }
        for line in ["    [^a]: b", ">     [^a]: b", "[^a b]: c", "[a]: c", "[^a<b]: c"] {
            assert_eq!(defined(line), None, "{line}");
        }
    }
}
