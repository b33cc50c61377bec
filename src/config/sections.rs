//! The rules that a reader sets, for headings and for what is shown, and the documents that each is for.

use super::BadValue;
use crate::document::{DEEPEST, Rule};
use crate::text::{Pattern, PatternError, escape};

/// A rule, and the documents that it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleFor<T = Rule> {
    rule: T,
    /// What the paths of the documents match; none: all documents, also those without a path.
    files: Option<Pattern>,
}

impl<T> RuleFor<T> {
    /// Returns about how many bytes of memory the pattern takes that tells its documents.
    pub(super) fn files_bytes(&self) -> usize {
        self.files.as_ref().map_or(0, Pattern::bytes)
    }

    /// Returns `rule` for all documents.
    pub fn all(rule: T) -> Self {
        Self { rule, files: None }
    }

    /// Returns `rule` for the documents whose path ends as `files` says, in which `*` is any characters and `?` is one
    /// of a name.
    ///
    /// # Errors
    /// `files` is too long.
    pub(super) fn files(rule: T, files: &str) -> Result<Self, PatternError> {
        let part = |c: char| match c {
            '*' => "[^/]*".to_owned(),
            '?' => "[^/]".to_owned(),
            c => escape(c.encode_utf8(&mut [0; 4])),
        };
        let end: String = files.chars().map(part).collect();
        Ok(Self { rule, files: Some(Pattern::new(&format!("(?:^|/){end}$"))?) })
    }

    /// Returns the rule if it is for the document at `path`.
    pub(super) fn rule_of(&self, path: Option<&str>) -> Option<&T> {
        let fits = match (&self.files, path) {
            (None, _) => true,
            (Some(files), Some(path)) => files.is_match(path),
            (Some(_), None) => false,
        };
        fits.then_some(&self.rule)
    }
}

/// Returns the level that `word` says: a number, or `none` where there is no heading.
///
/// # Errors
/// How it is written.
pub fn level(word: &str) -> Result<Option<u8>, BadValue> {
    match word.parse() {
        Ok(level @ 1..=DEEPEST) => Ok(Some(level)),
        _ if word == "none" => Ok(None),
        _ => Err(BadValue::Level),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(files: &str, path: &str) -> bool {
        let rule = Rule { pattern: Pattern::new("雨").unwrap(), level: None };
        RuleFor::files(rule, files).unwrap().rule_of(Some(path)).is_some()
    }

    #[test]
    fn a_rule_is_for_the_files_whose_path_ends_so() {
        assert!(fits("*.txt", "/books/雨.txt"));
        assert!(fits("*.txt", "雨.txt"));
        assert!(fits("雨?.txt", "/books/雨2.txt"));
        assert!(fits("books/*", "/books/雨.txt"));
        assert!(!fits("*.txt", "/books/雨.txt.gz"));
        assert!(!fits("雨.txt", "/books/夜雨.txt"));
        assert!(!fits("books/*.txt", "/books/old/雨.txt"));
        assert!(!fits("雨.txt", "/books/雨-txt"));
    }

    #[test]
    fn a_level_is_a_number_or_none() {
        assert_eq!((level("9"), level("none")), (Ok(Some(9)), Ok(None)));
        for word in ["0", "10", "-1", "", "None"] {
            assert_eq!(level(word), Err(BadValue::Level), "{word}");
        }
    }
}
