//! The widths that each kind of terminal told last.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Record;

/// The most kinds that are remembered.
const MOST: usize = 64;

/// What is remembered of terminals: the cells of the samples of each kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Terminals(BTreeMap<String, Vec<usize>>);

impl Record for Terminals {
    /// They bear no version: what is none of theirs is learnt again.
    fn is_ours(&self) -> bool {
        true
    }
}

impl Terminals {
    /// Returns the cells that this kind of terminal told last.
    pub fn cells(&self, kind: &str) -> Option<&[usize]> {
        self.0.get(kind).map(Vec::as_slice)
    }

    /// Remembers what a terminal of this kind answered; returns whether that is news.
    pub fn learn(&mut self, kind: &str, cells: Vec<usize>) -> bool {
        if self.0.get(kind) == Some(&cells) {
            return false;
        }
        if self.0.len() >= MOST {
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

    #[test]
    fn what_is_remembered_comes_back() {
        let mut terminals = Terminals::default();
        terminals.learn("a", vec![1, 1, 2, 2]);
        let written = terminals.written().unwrap();
        assert_eq!(Terminals::read(&written), Some(terminals));
    }
}
