//! The pace of the reader, kept from one run to the next.

use std::path::{Path, PathBuf};

use super::small::{self, Links};
use super::state;
use crate::shelf::{ReadingPace, Record};

/// Where the pace is kept.
#[derive(Clone)]
pub(super) struct PaceFile(PathBuf);

impl PaceFile {
    /// Returns the reader's, if there is a place for it.
    pub(super) fn of_reader() -> Option<Self> {
        state::directory().map(|folder| Self::within(&folder))
    }

    fn within(folder: &Path) -> Self {
        Self(folder.join("pace.json"))
    }

    /// Returns the pace that is kept; what can't be read is measured again.
    pub(super) fn read(&self) -> ReadingPace {
        let bytes = small::read(&self.0, Links::Refused, ReadingPace::MOST_BYTES as u64);
        bytes.ok().and_then(|bytes| ReadingPace::read(&bytes)).unwrap_or_default()
    }

    /// Keeps `pace`; what can't be kept is measured again.
    pub(super) fn keep(&self, pace: &ReadingPace) {
        let _kept = state::write(&self.0, pace);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shelf::ReadingUnit;

    #[test]
    fn the_pace_comes_back() {
        let folder = tempfile::TempDir::new().unwrap();
        let file = PaceFile::within(&folder.path().join("deep"));
        assert_eq!(file.read(), ReadingPace::default());
        let mut pace = ReadingPace::default();
        pace.note(ReadingUnit::Words, 200, 60_000);
        file.keep(&pace);
        assert_eq!(file.read(), pace);
    }
}
