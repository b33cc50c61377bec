//! What is remembered of each kind of terminal: the widths that it told last. The first page is set for what the
//! terminal was before; should it be another now, the page is set again when it says so.

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
    /// The cells of the samples of each kind.
    kinds: BTreeMap<String, Vec<usize>>,
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
        self.kinds.get(&self.kind).map(Vec::as_slice)
    }

    /// Remembers what this terminal answered.
    pub(super) fn learn(&mut self, cells: Vec<usize>) {
        if self.kinds.get(&self.kind) == Some(&cells) {
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
    fn what_a_terminal_told_last_is_remembered() {
        let mut memory = memory();
        assert_eq!(memory.cells(), None);
        memory.learn(vec![2, 1, 2, 2]);
        memory.learn(vec![1, 1, 2, 2]);
        assert_eq!(memory.cells(), Some(&[1, 1, 2, 2][..]));
    }

    #[test]
    fn what_is_remembered_comes_back() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("deep").join("terminals.json");
        let mut memory = Memory { path: Some(path.clone()), ..memory() };
        memory.learn(vec![1, 1, 2, 2]);
        let kept: BTreeMap<String, Vec<usize>> =
            serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        assert_eq!(kept, memory.kinds);
    }
}
