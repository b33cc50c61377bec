//! Many patterns of which it is asked which of them a line matches: joined into one, they pass over the line once.

use std::sync::{Arc, OnceLock};

use regex_automata::meta::{Config, Regex};
use regex_automata::nfa::thompson::WhichCaptures;
use regex_automata::{Input, MatchKind, PatternSet};

use super::Pattern;
use crate::budget::{JOINED_STATES_BYTES, RULES_BYTES};

/// Patterns in an order. They are cheap to clone and can be shared between threads.
#[derive(Clone, Debug, Default)]
pub struct Patterns(Arc<Joined>);

#[derive(Debug, Default)]
struct Joined {
    each: Vec<Pattern>,
    /// All of them as one, compiled when a line is held against them first; none where that grows too large.
    all: OnceLock<Option<Regex>>,
}

impl FromIterator<Pattern> for Patterns {
    fn from_iter<I: IntoIterator<Item = Pattern>>(patterns: I) -> Self {
        Self(Arc::new(Joined { each: patterns.into_iter().collect(), all: OnceLock::new() }))
    }
}

/// They are the same when their patterns are.
impl PartialEq for Patterns {
    fn eq(&self, other: &Self) -> bool {
        self.0.each == other.0.each
    }
}

impl Eq for Patterns {}

impl Patterns {
    /// Returns the numbers of the patterns that `line`, which has no line end, matches, from 0, in their order.
    pub fn matching(&self, line: &str) -> Vec<usize> {
        let Joined { each, all } = &*self.0;
        let Some(all) = all.get_or_init(|| joined(each, RULES_BYTES)) else {
            return (0..)
                .zip(each)
                .filter(|(_, one)| one.is_match(line))
                .map(|(at, _)| at)
                .collect();
        };
        let input = Input::new(line);
        if !all.is_match(input.clone().earliest(true)) {
            return Vec::new();
        }
        let mut found = PatternSet::new(each.len());
        all.which_overlapping_matches(&input, &mut found);
        found.iter().map(|pattern| pattern.as_usize()).collect()
    }
}

/// Returns all of `patterns` as one; none where that takes more than `most` bytes.
fn joined(patterns: &[Pattern], most: usize) -> Option<Regex> {
    let config = Config::new()
        .match_kind(MatchKind::All)
        .which_captures(WhichCaptures::None)
        .hybrid_cache_capacity(JOINED_STATES_BYTES)
        .nfa_size_limit(Some(most));
    let texts: Vec<&str> = patterns.iter().map(Pattern::as_str).collect();
    Regex::builder().configure(config).build_many(&texts).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patterns(texts: &[&str]) -> Patterns {
        texts.iter().map(|text| Pattern::new(text).unwrap()).collect()
    }

    #[test]
    fn a_line_is_told_all_of_the_patterns_that_it_matches_in_their_order() {
        let patterns = patterns(&["回$", "^第", "雨", "^第.+回$", "(?i)chapter"]);
        for (line, found) in [
            ("第二回", &[0, 1, 3][..]),
            ("他读到第一回", &[0]),
            ("夜雨", &[2]),
            ("Chapter 1", &[4]),
            ("风", &[]),
            ("", &[]),
        ] {
            assert_eq!(patterns.matching(line), found, "{line}");
        }
        assert!(Patterns::default().matching("雨").is_empty());
    }

    #[test]
    fn what_grows_too_large_together_is_asked_one_by_one() {
        let each: Vec<Pattern> = ["雨", "^夜"].map(|text| Pattern::new(text).unwrap()).into();
        assert!(joined(&each, 100).is_none() && joined(&each, RULES_BYTES).is_some());
        let patterns = Patterns(Arc::new(Joined { each, all: OnceLock::from(None) }));
        assert_eq!((patterns.matching("夜雨"), patterns.matching("夜")), (vec![0, 1], vec![1]));
    }
}
