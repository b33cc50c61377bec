//! What was opened in this run: to come back to it is to find it as it was left.

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};

use super::standard_input::StandardInput;

/// The documents that were opened in this run.
pub(super) struct Visited {
    files: HashSet<OsString>,
    /// Standard input, where that was opened.
    pub(super) input: Option<StandardInput>,
}

impl Visited {
    /// Returns what was opened where `file` is the first, and standard input is `input`.
    pub(super) fn new(file: Option<&OsStr>, input: Option<StandardInput>) -> Self {
        Self { files: file.map(OsStr::to_owned).into_iter().collect(), input }
    }

    /// Takes that `file` is opened, and returns whether it was before.
    pub(super) fn again(&mut self, file: &OsStr) -> bool {
        !self.files.insert(file.to_owned())
    }
}
