//! What is remembered of each kind of terminal: the widths that it told last, or that it tells none. A terminal
//! that gives no answer in time is taken for what it was before, and one that never does is not waited for.

use std::collections::BTreeMap;
use std::env;
use std::path::PathBuf;

use super::small::{self, Links};
use super::state;

/// The most kinds that are remembered.
const MOST: usize = 64;

/// The most bytes of what is remembered.
const MOST_BYTES: u64 = 256 << 10;

/// What tells one kind of terminal from another: what it calls itself, and the locale that it draws for.
const NAMES: [&str; 7] =
    ["TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "VTE_VERSION", "LC_ALL", "LC_CTYPE", "LANG"];

/// What is remembered of terminals.
pub(super) struct Memory {
    path: Option<PathBuf>,
    kind: String,
    /// The cells of the samples of each kind; none where it gave no answer.
    kinds: BTreeMap<String, Option<Vec<usize>>>,
}

impl Memory {
    /// Returns what is remembered; nothing where `kept` is not asked for, or what is there can't be read: it can
    /// be learnt again.
    pub(super) fn load(kept: bool) -> Self {
        let path = state::directory().filter(|_| kept).map(|folder| folder.join("terminals.json"));
        let read = |path: &PathBuf| small::read(path, Links::Refused, MOST_BYTES).ok();
        let bytes = path.as_ref().and_then(read).unwrap_or_default();
        let kind = NAMES.map(|name| env::var(name).unwrap_or_default()).join("|");
        Self { path, kind, kinds: serde_json::from_slice(&bytes).unwrap_or_default() }
    }

    /// Returns the cells that this kind of terminal told last.
    pub(super) fn cells(&self) -> Option<&[usize]> {
        self.kinds.get(&self.kind)?.as_deref()
    }

    /// Returns whether this kind of terminal was asked before and gave no answer.
    pub(super) fn is_mute(&self) -> bool {
        self.kinds.get(&self.kind) == Some(&None)
    }

    /// Remembers what this terminal answered; of one that has answered before, silence is forgotten.
    pub(super) fn learn(&mut self, cells: Option<Vec<usize>>) {
        let known = self.kinds.get(&self.kind);
        if known == Some(&cells) || (cells.is_none() && known.is_some()) {
            return;
        }
        if self.kinds.len() >= MOST {
            self.kinds.clear();
        }
        self.kinds.insert(self.kind.clone(), cells);
        if let Some(path) = &self.path {
            // What can't be kept is asked for again.
            let _kept = state::write(path, &self.kinds);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn memory() -> Memory {
        Memory { path: None, kind: "a".to_owned(), kinds: BTreeMap::new() }
    }

    #[test]
    fn what_a_terminal_told_is_remembered() {
        let mut memory = memory();
        memory.learn(Some(vec![2, 1, 2, 2]));
        assert_eq!(memory.cells(), Some(&[2, 1, 2, 2][..]));
        memory.learn(None);
        assert_eq!(memory.cells(), Some(&[2, 1, 2, 2][..]), "one silence is no change");
    }

    #[test]
    fn a_mute_terminal_that_speaks_is_heard() {
        let mut memory = memory();
        assert!(!memory.is_mute());
        memory.learn(None);
        assert!(memory.is_mute());
        memory.learn(Some(vec![1, 1, 2, 2]));
        assert!(!memory.is_mute());
    }

    #[test]
    fn what_is_remembered_comes_back() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("deep").join("terminals.json");
        let mut memory = Memory { path: Some(path.clone()), ..memory() };
        memory.learn(Some(vec![1, 1, 2, 2]));
        let kept: BTreeMap<String, Option<Vec<usize>>> =
            serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        assert_eq!(kept, memory.kinds);
    }
}
