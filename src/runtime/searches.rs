//! Where the searches and the switches are kept from one run to the next.

use super::state::{self, StateFile, Unsaved};
use crate::search::{Query, SearchOptions};
use crate::shelf;
use crate::words::Phrase;

/// Where the searches are kept.
#[derive(Clone)]
pub(super) struct SearchFile(StateFile);

impl SearchFile {
    /// Returns the place where searches are kept; none where there is no directory for state.
    pub(super) fn of_reader() -> Option<Self> {
        Some(Self(StateFile::new(&state::directory()?, "searches.json", "holds-searches")))
    }

    /// Returns the searches, the oldest first, and how the last one looked, as the switches were left.
    ///
    /// # Errors
    /// What is the matter.
    pub(super) fn load(&self) -> Result<(Vec<Query>, SearchOptions), Phrase> {
        let kept: Option<shelf::Searches> = self.0.load()?;
        Ok(kept.unwrap_or_default().told())
    }

    /// Keeps `query` as the last search, and the switches that were turned between the options `from` and `to`.
    ///
    /// # Errors
    /// Why it is not kept.
    pub(super) fn add(
        &self,
        query: &Query,
        from: SearchOptions,
        to: SearchOptions,
    ) -> Result<(), Unsaved> {
        let mut added = true;
        self.0.update(|kept| {
            let mut kept: shelf::Searches = kept.unwrap_or_default();
            added = kept.add(query);
            kept.turn(from, to);
            kept
        })?;
        if added { Ok(()) } else { Err(Unsaved::Lasting("search-too-long-to-keep".into())) }
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::budget::SEARCH_BYTES;
    use crate::search::Folding;

    #[test]
    fn a_search_and_the_switches_come_back() {
        let folder = TempDir::new().unwrap();
        let searches = SearchFile(StateFile::new(folder.path(), "searches.json", "holds-searches"));
        let usual = SearchOptions::default();
        assert_eq!(searches.load(), Ok((Vec::new(), usual)));
        let pinyin =
            SearchOptions { folding: Folding { pinyin: true, ..Folding::default() }, ..usual };
        searches.add(&Query::words("夜雨"), usual, pinyin).unwrap();
        assert_eq!(searches.load(), Ok((vec![Query::words("夜雨")], pinyin)));
        let told = searches.add(&Query::words("雨".repeat(SEARCH_BYTES)), pinyin, usual);
        assert_eq!(told, Err(Unsaved::Lasting("search-too-long-to-keep".into())));
        assert_eq!(searches.load(), Ok((vec![Query::words("夜雨")], usual)));
    }
}
