//! What each kind of terminal told last: the widths that it gives to what terminals disagree on, and its ground.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Record, weight};
use crate::budget::{TERMINAL_BYTES, TERMINALS, TERMINALS_BYTES};

/// What is remembered of terminals, by their kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Terminals(BTreeMap<String, Terminal>);

/// What a kind of terminal told last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terminal {
    /// The cells of each sample.
    pub cells: Vec<usize>,
    /// The red, green and blue of its ground.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<[u8; 3]>,
}

impl Record for Terminals {
    const MOST_BYTES: usize = TERMINALS_BYTES;

    /// They bear no version: what is none of theirs is learnt again.
    fn is_ours(&self) -> bool {
        true
    }

    fn bounded(mut self) -> Self {
        self.0.retain(|kind, terminal| is_kept(kind, terminal));
        if self.0.len() > TERMINALS { Self::default() } else { self }
    }
}

fn is_kept(kind: &str, terminal: &Terminal) -> bool {
    weight(&(kind, terminal)) <= TERMINAL_BYTES
}

impl Terminals {
    /// Returns what this kind of terminal told last.
    pub fn get(&self, kind: &str) -> Option<&Terminal> {
        self.0.get(kind)
    }

    /// Remembers what a terminal of this kind answered; returns whether that is news.
    pub fn learn(&mut self, kind: &str, terminal: Terminal) -> bool {
        if self.0.get(kind) == Some(&terminal) || !is_kept(kind, &terminal) {
            return false;
        }
        if self.0.len() >= TERMINALS && !self.0.contains_key(kind) {
            self.0.clear();
        }
        self.0.insert(kind.to_owned(), terminal);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells<const N: usize>(cells: [usize; N]) -> Terminal {
        Terminal { cells: cells.into(), ground: None }
    }

    #[test]
    fn what_a_terminal_told_last_is_remembered() {
        let mut terminals = Terminals::default();
        assert_eq!(terminals.get("a"), None);
        assert!(terminals.learn("a", cells([2, 1, 2, 2])));
        assert!(terminals.learn("a", cells([1, 1, 2, 2])));
        assert!(!terminals.learn("a", cells([1, 1, 2, 2])));
        assert_eq!(terminals.get("a"), Some(&cells([1, 1, 2, 2])));
        let ground = Terminal { ground: Some([255; 3]), ..cells([1, 1, 2, 2]) };
        assert!(terminals.learn("a", ground.clone()));
        assert_eq!(terminals.get("a"), Some(&ground));
    }

    fn again(terminals: &Terminals) -> Terminals {
        Terminals::read(&terminals.written().unwrap()).unwrap()
    }

    #[test]
    fn what_is_remembered_comes_back() {
        let mut terminals = Terminals::default();
        terminals.learn("a", cells([1, 1, 2, 2]));
        assert_eq!(again(&terminals), terminals);
    }

    #[test]
    fn sixty_four_kinds_are_remembered_and_one_more_begins_anew() {
        let (mut terminals, same) = (Terminals::default(), cells([1, 1, 2, 2]));
        for number in 0..TERMINALS {
            terminals.learn(&number.to_string(), same.clone());
        }
        terminals.learn("0", cells([2, 2, 2, 2]));
        assert_eq!(again(&terminals).0.len(), TERMINALS);
        let mut more = terminals.clone();
        more.0.insert("more".to_owned(), same.clone());
        assert_eq!(again(&more), Terminals::default());
        terminals.learn("more", same);
        assert_eq!(again(&terminals).0.len(), 1);
    }

    #[test]
    fn a_kind_is_remembered_up_to_1_kib_of_the_file() {
        let mut terminals = Terminals::default();
        let kind = "x".repeat(TERMINAL_BYTES - weight(&("", cells([1]))));
        assert!(!terminals.learn(&format!("{kind}x"), cells([1])));
        assert!(terminals.learn(&kind, cells([1])));
        assert_eq!(again(&terminals), terminals);
    }

    #[test]
    fn all_kinds_fit_in_the_file_and_a_longer_one_counts_for_nothing() {
        let mut terminals = Terminals::default();
        for number in 0..TERMINALS {
            terminals.learn(&format!("{number:02}{}", "x".repeat(TERMINAL_BYTES - 24)), cells([1]));
        }
        assert_eq!(again(&terminals).0.len(), TERMINALS);
        let mut file = terminals.written().unwrap();
        file.resize(TERMINALS_BYTES, b' ');
        assert_eq!(Terminals::read(&file), Some(terminals));
        file.push(b' ');
        assert_eq!(Terminals::read(&file), None);
    }
}
