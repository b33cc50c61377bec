//! The searches that were made, and the switches as a reader last turned them, kept from one run to the next.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::state::{self, StateFile};
use crate::app::MOST_SEARCHES;
use crate::config::{SEARCH, named};
use crate::search::{Manner, Query};

/// The version of what is written; what bears another is set aside.
const VERSION: u32 = 1;

/// The most bytes of a search that is kept.
const LONGEST: usize = 1 << 10;

/// Where the searches are kept.
pub(super) struct Searches(StateFile);

/// What is kept.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    version: u32,
    /// The switches as they were last turned.
    switches: Switches,
    /// The searches, the oldest first.
    searches: Vec<Search>,
}

/// A search that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Search {
    text: String,
    #[serde(default, skip_serializing_if = "Switches::is_empty")]
    switches: Switches,
}

/// The switches that are not as usual, and their values, as the file of settings calls them.
type Switches = BTreeMap<String, String>;

impl Kept {
    /// Returns what is kept where nothing is.
    fn none() -> Self {
        Self { version: VERSION, switches: Switches::new(), searches: Vec::new() }
    }

    fn is_ours(&self) -> bool {
        self.version == VERSION
    }

    /// Takes `query` as the last search, if it is one that is kept.
    fn add(&mut self, query: &Query) {
        if query.text.is_empty() || query.text.len() > LONGEST {
            return;
        }
        let search = Search { text: query.text.clone(), switches: unusual(query.manner()) };
        self.searches.retain(|known| *known != search);
        self.searches.push(search);
        let surplus = self.searches.len().saturating_sub(MOST_SEARCHES);
        self.searches.drain(..surplus);
    }

    /// Takes note of the switches that were turned on the way from one manner to another.
    fn turn(&mut self, from: Manner, to: Manner) {
        let (from, to) = (unusual(from), unusual(to));
        for setting in
            SEARCH.iter().filter(|setting| from.get(setting.name) != to.get(setting.name))
        {
            match to.get(setting.name) {
                Some(value) => self.switches.insert(setting.name.to_owned(), value.clone()),
                None => self.switches.remove(setting.name),
            };
        }
    }
}

/// Returns the switches of `manner` that are not as usual.
fn unusual(manner: Manner) -> Switches {
    let unusual = SEARCH.iter().filter_map(|setting| {
        let value =
            setting.value(&manner).filter(|value| Some(*value) != setting.names().next())?;
        Some((setting.name.to_owned(), value.to_owned()))
    });
    unusual.collect()
}

/// Returns the manner in which `switches` are other than usual; those that don't exist do nothing.
fn manner(switches: &Switches) -> Manner {
    let mut manner = Manner::default();
    let changes =
        switches.iter().filter_map(|(name, value)| named(SEARCH, name)?.change(value).ok());
    changes.for_each(|change| change.apply(&mut manner));
    manner
}

impl Searches {
    /// Returns the place where searches are kept; none where there is no directory for state.
    pub(super) fn of_reader() -> Option<Self> {
        Some(Self(StateFile::new(&state::directory()?, "searches.json", "searches")))
    }

    /// Returns the searches, the oldest first, and how the last one looked, as the switches were left.
    ///
    /// # Errors
    /// A sentence that says what is the matter.
    pub(super) fn load(&self) -> Result<(Vec<Query>, Manner), String> {
        let kept = self.0.load(Kept::is_ours)?.unwrap_or_else(Kept::none);
        let query = |search: Search| manner(&search.switches).query(search.text);
        let surplus = kept.searches.len().saturating_sub(MOST_SEARCHES);
        let queries = kept.searches.into_iter().skip(surplus).map(query).collect();
        Ok((queries, manner(&kept.switches)))
    }

    /// Keeps `query` as the last search, and the switches that were turned on the way `from` one manner `to`
    /// another.
    ///
    /// # Errors
    /// A sentence that says what is the matter.
    pub(super) fn add(&self, query: &Query, from: Manner, to: Manner) -> Result<(), String> {
        self.0.update(Kept::is_ours, |kept| {
            let mut kept = kept.unwrap_or_else(Kept::none);
            kept.add(query);
            kept.turn(from, to);
            kept
        })
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::search::{Case, Folds, Mode};

    fn searches(folder: &TempDir) -> Searches {
        Searches(StateFile::new(folder.path(), "searches.json", "searches"))
    }

    fn usual() -> Manner {
        Manner::default()
    }

    #[test]
    fn searches_come_back_with_their_manner_each_once() {
        let folder = TempDir::new().unwrap();
        let (searches, regex) = (searches(&folder), Query::regex("a.c"));
        assert_eq!(searches.load(), Ok((Vec::new(), usual())));
        for query in [&regex, &Query::words("夜雨"), &regex, &Query::words("")] {
            searches.add(query, usual(), usual()).unwrap();
        }
        assert_eq!(searches.load(), Ok((vec![Query::words("夜雨"), regex], usual())));
    }

    #[test]
    fn only_the_switches_that_were_turned_are_taken_over() {
        let folder = TempDir::new().unwrap();
        let searches = searches(&folder);
        let none = Query::default();
        let pinyin = Manner { folds: Folds { pinyin: true, ..Folds::default() }, ..usual() };
        searches.add(&none, usual(), pinyin).unwrap();
        // A flag may have it begin otherwise; that is not the reader's turn.
        let regex = Manner { mode: Mode::Regex, ..usual() };
        let exact = Manner { folds: Folds { case: Case::Exact, ..Folds::default() }, ..regex };
        searches.add(&none, regex, exact).unwrap();
        let folds = Folds { case: Case::Exact, pinyin: true, ..Folds::default() };
        assert_eq!(searches.load().map(|kept| kept.1), Ok(Manner { folds, ..usual() }));
        searches.add(&none, pinyin, usual()).unwrap();
        let folds = Folds { pinyin: false, ..folds };
        assert_eq!(searches.load().map(|kept| kept.1), Ok(Manner { folds, ..usual() }));
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let folder = TempDir::new().unwrap();
        let searches = searches(&folder);
        searches.add(&Query::words("x".repeat(LONGEST + 1)), usual(), usual()).unwrap();
        assert!(searches.load().unwrap().0.is_empty());
        let long =
            |number: usize| Query::words(format!("{number:04}{}", "\u{1}".repeat(LONGEST - 4)));
        let mut kept = Kept::none();
        (0..2 * MOST_SEARCHES).for_each(|number| kept.add(&long(number)));
        assert_eq!(kept.searches.len(), MOST_SEARCHES);
        assert_eq!(kept.searches[0].text, long(MOST_SEARCHES).text);
    }

    #[test]
    fn what_a_later_version_may_add_does_no_harm() {
        let folder = TempDir::new().unwrap();
        let text = r#"{"version":1,"switches":{"smell":"on","case":"x"},"searches":[{"text":"a","b":1}],"c":2}"#;
        std::fs::write(folder.path().join("searches.json"), text).unwrap();
        assert_eq!(searches(&folder).load(), Ok((vec![Query::words("a")], usual())));
    }
}
