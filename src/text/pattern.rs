//! A regular expression over one line, told apart from a search: it folds nothing, and answers only whether the line
//! matches. The time is linear in the line, and no pattern grows large.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use regex_automata::Input;
use regex_automata::meta::{Config, Regex};
use regex_automata::nfa::thompson::WhichCaptures;

use super::ExpressionFault;
use crate::budget::{PATTERN_BYTES, PATTERN_CHARS};

/// How many bytes an automaton keeps of the states that it has seen, past which it begins anew: there may be hundreds of
/// patterns, and lines are short.
const STATES_BYTES: usize = 256 << 10;

/// A regular expression over one line, in the syntax of the crate `regex`: `^` and `$` are the ends of the line. It is
/// cheap to clone and can be shared between threads.
#[derive(Clone, Debug)]
pub struct Pattern(Arc<Compiled>);

#[derive(Debug)]
struct Compiled {
    text: String,
    regex: Regex,
}

/// Why a pattern can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// What is wrong.
    pub fault: PatternFault,
    /// The number of the character that is wrong, from 1; none where it is the whole.
    pub character: Option<usize>,
}

/// What is wrong with a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternFault {
    /// There is nothing in it.
    #[error("the pattern is empty")]
    Empty,
    /// It is longer than 1000 characters.
    #[error("the pattern is too long")]
    TooLong,
    /// What it compiles to is too large.
    #[error("the pattern grows too large")]
    TooLarge,
    /// It is no regular expression.
    #[error(transparent)]
    Expression(#[from] ExpressionFault),
}

impl Pattern {
    /// Compiles the expression `text`.
    ///
    /// # Errors
    /// It is empty, longer than 1000 characters, no regular expression, or too large a one.
    pub fn new(text: &str) -> Result<Self, PatternError> {
        if text.is_empty() {
            return Err(PatternFault::Empty.into());
        }
        if text.chars().nth(PATTERN_CHARS).is_some() {
            return Err(PatternFault::TooLong.into());
        }
        let hir = regex_syntax::parse(text).map_err(|error| PatternError::of(text, &error))?;
        let config = Config::new()
            .which_captures(WhichCaptures::Implicit)
            .hybrid_cache_capacity(STATES_BYTES)
            .nfa_size_limit(Some(PATTERN_BYTES));
        let regex = Regex::builder()
            .configure(config)
            .build_from_hir(&hir)
            .map_err(|_| PatternFault::TooLarge)?;
        Ok(Self(Arc::new(Compiled { text: text.to_owned(), regex })))
    }

    /// Returns the expression as it was written.
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// Returns about how many bytes of memory the compiled expression takes, without what a match takes besides.
    pub fn bytes(&self) -> usize {
        self.0.regex.memory_usage()
    }

    /// Returns whether `line`, which has no line end, holds what the pattern describes.
    pub fn is_match(&self, line: &str) -> bool {
        self.0.regex.is_match(Input::new(line).earliest(true))
    }

    /// Returns where `text`, which has no line end, holds what the pattern describes, from left to right: the bytes of
    /// each passage, at least one.
    pub fn matches<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        self.0.regex.find_iter(text).map(|found| found.range()).filter(|found| !found.is_empty())
    }
}

/// Patterns are the same when they are written alike.
impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Pattern {}

/// Returns the expression that matches `text` and nothing else.
pub fn escape(text: &str) -> String {
    regex_syntax::escape(text)
}

impl PatternError {
    /// Returns what the parser says of `text`.
    fn of(text: &str, error: &regex_syntax::Error) -> Self {
        let (fault, span) = ExpressionFault::of(error);
        Self { fault: fault.into(), character: span.map(|span| number(text, span.start.offset)) }
    }
}

/// The whole of a pattern is wrong.
impl From<PatternFault> for PatternError {
    fn from(fault: PatternFault) -> Self {
        Self { fault, character: None }
    }
}

/// Returns the number of the character of `text` that begins at `byte`, from 1.
fn number(text: &str, byte: usize) -> usize {
    text.get(..byte).map_or(0, |before| before.chars().count()) + 1
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.character {
            Some(character) => write!(f, "{} at character {character}", self.fault),
            None => self.fault.fmt(f),
        }
    }
}

impl std::error::Error for PatternError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, line: &str) -> bool {
        Pattern::new(pattern).unwrap().is_match(line)
    }

    fn refused(pattern: &str) -> String {
        Pattern::new(pattern).unwrap_err().to_string()
    }

    #[test]
    fn the_ends_of_the_line_are_the_ends_of_the_text() {
        assert!(matches("^第.+回$", "第一回"));
        assert!(!matches("^第.+回$", "他读到第一回"));
        assert!(matches("第.+回", "他读到第一回"));
    }

    #[test]
    fn nothing_is_folded() {
        assert!(!matches("^chapter", "Chapter 1"));
        assert!(matches("(?i)^chapter", "Chapter 1"));
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        assert_eq!(refused("^第(.+回$"), "unclosed group at character 3");
        assert_eq!(refused("第[回"), "unclosed character class at character 2");
        assert_eq!(refused(r"回\p{Klingon}"), "Unicode property not found at character 2");
        assert_eq!(refused(""), "the pattern is empty");
    }

    #[test]
    fn a_pattern_is_taken_up_to_its_bound() {
        assert!(Pattern::new(&"a".repeat(PATTERN_CHARS)).is_ok());
        assert_eq!(refused(&"a".repeat(PATTERN_CHARS + 1)), "the pattern is too long");
    }

    #[test]
    fn a_pattern_that_grows_past_its_bound_is_refused() {
        // Each of these letters takes some 50,000 bytes.
        let words = PATTERN_BYTES / 50_000;
        assert!(Pattern::new(&format!(r"\w{{{}}}", words * 4 / 5)).is_ok());
        assert_eq!(refused(&format!(r"\w{{{}}}", words * 6 / 5)), "the pattern grows too large");
    }

    #[test]
    fn escaped_text_matches_itself_alone() {
        for text in ["【夜雨】", "a.b*c", "(3) ^$ [x] \\ {2}"] {
            let pattern = format!("^{}$", escape(text));
            assert!(matches(&pattern, text) && !matches(&pattern, "a-b*c"), "{text}");
        }
    }
}
