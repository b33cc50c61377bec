//! What is remembered of each kind of terminal: the widths that it told last. The first page is set for what the
//! terminal was before; should it be another now, the page is set again when it says so.

use std::env;
use std::path::PathBuf;

use super::small::{self, Links};
use super::state;
use crate::shelf::{Record, Terminal, Terminals};

/// What tells one kind of terminal from another: what it calls itself, and the locale that it draws for.
const NAMES: [&str; 7] =
    ["TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "VTE_VERSION", "LC_ALL", "LC_CTYPE", "LANG"];

/// What is remembered of terminals.
pub(super) struct Memory {
    path: Option<PathBuf>,
    kind: String,
    terminals: Terminals,
}

impl Memory {
    /// Returns what is remembered; nothing where `kept` is not asked for, or what is there can't be read: it can
    /// be learnt again.
    pub(super) fn load(kept: bool) -> Self {
        let path = state::directory().filter(|_| kept).map(|folder| folder.join("terminals.json"));
        let read =
            |path: &PathBuf| small::read(path, Links::Refused, Terminals::MOST_BYTES as u64).ok();
        let bytes = path.as_ref().and_then(read).unwrap_or_default();
        let kind = NAMES.map(|name| env::var(name).unwrap_or_default()).join("|");
        Self { path, kind, terminals: Terminals::read(&bytes).unwrap_or_default() }
    }

    /// Returns what this kind of terminal told last.
    pub(super) fn terminal(&self) -> Option<&Terminal> {
        self.terminals.get(&self.kind)
    }

    /// Remembers what this terminal answered, and returns what is to be kept of that, if that is new.
    pub(super) fn learn(&mut self, terminal: Terminal) -> Option<Learnt> {
        let is_new = self.terminals.learn(&self.kind, terminal);
        let path = self.path.clone().filter(|_| is_new)?;
        Some(Learnt { path, terminals: self.terminals.clone() })
    }
}

/// What was learnt of terminals, to be kept.
pub(super) struct Learnt {
    path: PathBuf,
    terminals: Terminals,
}

impl Learnt {
    /// Keeps it; what can't be kept is asked for again.
    pub(super) fn keep(&self) {
        let _kept = state::write(&self.path, &self.terminals);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_told_is_written() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("deep").join("terminals.json");
        let (kind, terminals) = ("a".to_owned(), Terminals::default());
        let mut memory = Memory { path: Some(path.clone()), kind, terminals };
        assert_eq!(memory.terminal(), None);
        let told = Terminal { cells: vec![1, 1, 2, 2], ground: Some([0; 3]) };
        memory.learn(told.clone()).unwrap().keep();
        assert_eq!(memory.terminal(), Some(&told));
        assert!(memory.learn(told).is_none(), "that is known");
        assert_eq!(Terminals::read(&std::fs::read(path).unwrap()), Some(memory.terminals));
    }
}
