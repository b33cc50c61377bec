//! The widths that each kind of terminal told last.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Record, weight};
use crate::budget::{TERMINAL_BYTES, TERMINALS, TERMINALS_BYTES};

/// What is remembered of terminals: the cells of the samples of each kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Terminals(BTreeMap<String, Vec<usize>>);

impl Record for Terminals {
    const MOST_BYTES: usize = TERMINALS_BYTES;

    /// They bear no version: what is none of theirs is learnt again.
    fn is_ours(&self) -> bool {
        true
    }

    fn bounded(mut self) -> Self {
        self.0.retain(|kind, cells| is_kept(kind, cells));
        if self.0.len() > TERMINALS { Self::default() } else { self }
    }
}

fn is_kept(kind: &str, cells: &[usize]) -> bool {
    weight(&(kind, cells)) <= TERMINAL_BYTES
}

impl Terminals {
    /// Returns the cells that this kind of terminal told last.
    pub fn cells(&self, kind: &str) -> Option<&[usize]> {
        self.0.get(kind).map(Vec::as_slice)
    }

    /// Remembers what a terminal of this kind answered; returns whether that is news.
    pub fn learn(&mut self, kind: &str, cells: Vec<usize>) -> bool {
        if self.0.get(kind) == Some(&cells) || !is_kept(kind, &cells) {
            return false;
        }
        if self.0.len() >= TERMINALS && !self.0.contains_key(kind) {
            self.0.clear();
        }
        self.0.insert(kind.to_owned(), cells);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_told_last_is_remembered() {
        let mut terminals = Terminals::default();
        assert_eq!(terminals.cells("a"), None);
        assert!(terminals.learn("a", vec![2, 1, 2, 2]));
        assert!(terminals.learn("a", vec![1, 1, 2, 2]));
        assert!(!terminals.learn("a", vec![1, 1, 2, 2]));
        assert_eq!(terminals.cells("a"), Some(&[1, 1, 2, 2][..]));
    }

    fn again(terminals: &Terminals) -> Terminals {
        Terminals::read(&terminals.written().unwrap()).unwrap()
    }

    #[test]
    fn what_is_remembered_comes_back() {
        let mut terminals = Terminals::default();
        terminals.learn("a", vec![1, 1, 2, 2]);
        assert_eq!(again(&terminals), terminals);
    }

    #[test]
    fn sixty_four_kinds_are_remembered_and_one_more_begins_anew() {
        let (mut terminals, cells) = (Terminals::default(), vec![1, 1, 2, 2]);
        for number in 0..TERMINALS {
            terminals.learn(&number.to_string(), cells.clone());
        }
        terminals.learn("0", vec![2, 2, 2, 2]);
        assert_eq!(again(&terminals).0.len(), TERMINALS);
        let mut more = terminals.clone();
        more.0.insert("more".to_owned(), cells.clone());
        assert_eq!(again(&more), Terminals::default());
        terminals.learn("more", cells);
        assert_eq!(again(&terminals).0.len(), 1);
    }

    #[test]
    fn a_kind_is_remembered_up_to_1_kib_of_the_file() {
        let mut terminals = Terminals::default();
        let kind = "x".repeat(TERMINAL_BYTES - weight(&("", [1])));
        assert!(!terminals.learn(&format!("{kind}x"), vec![1]));
        assert!(terminals.learn(&kind, vec![1]));
        assert_eq!(again(&terminals), terminals);
    }

    #[test]
    fn all_kinds_fit_in_the_file_and_a_longer_one_counts_for_nothing() {
        let mut terminals = Terminals::default();
        for number in 0..TERMINALS {
            terminals.learn(&format!("{number:02}{}", "x".repeat(TERMINAL_BYTES - 12)), vec![1]);
        }
        assert_eq!(again(&terminals).0.len(), TERMINALS);
        let mut file = terminals.written().unwrap();
        file.resize(TERMINALS_BYTES, b' ');
        assert_eq!(Terminals::read(&file), Some(terminals));
        file.push(b' ');
        assert_eq!(Terminals::read(&file), None);
    }
}
