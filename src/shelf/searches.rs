//! The searches that were made, and the switches as a reader last turned them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Record;
use crate::config::{SEARCH, named};
use crate::search::{Manner, Query};

/// The version of what is written; what bears another is set aside.
const VERSION: u32 = 1;

/// The most bytes of a search that is kept.
const LONGEST: usize = 1 << 10;

/// How many searches are remembered.
pub const MOST_SEARCHES: usize = 200;

/// What is kept of searches.
#[derive(Debug, Serialize, Deserialize)]
pub struct Searches {
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

impl Default for Searches {
    /// Returns what is kept where nothing is.
    fn default() -> Self {
        Self { version: VERSION, switches: Switches::new(), searches: Vec::new() }
    }
}

impl Record for Searches {
    fn is_ours(&self) -> bool {
        self.version == VERSION
    }
}

impl Searches {
    /// Returns the searches, the oldest first, and how the last one looked, as the switches were left.
    pub fn told(self) -> (Vec<Query>, Manner) {
        let query = |search: Search| manner(&search.switches).query(search.text);
        let surplus = self.searches.len().saturating_sub(MOST_SEARCHES);
        let queries = self.searches.into_iter().skip(surplus).map(query).collect();
        (queries, manner(&self.switches))
    }

    /// Takes `query` as the last search, if it is one that is kept.
    pub fn add(&mut self, query: &Query) {
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
    pub fn turn(&mut self, from: Manner, to: Manner) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Case, Folds, Mode};

    fn usual() -> Manner {
        Manner::default()
    }

    /// Returns what `searches` tell when they are read after they were written.
    fn again(searches: &Searches) -> (Vec<Query>, Manner) {
        Searches::read(&searches.written().unwrap()).unwrap().told()
    }

    #[test]
    fn searches_come_back_with_their_manner_each_once() {
        let (mut searches, regex) = (Searches::default(), Query::regex("a.c"));
        assert_eq!(again(&searches), (Vec::new(), usual()));
        for query in [&regex, &Query::words("夜雨"), &regex, &Query::words("")] {
            searches.add(query);
        }
        assert_eq!(again(&searches), (vec![Query::words("夜雨"), regex], usual()));
    }

    #[test]
    fn only_the_switches_that_were_turned_are_taken_over() {
        let mut searches = Searches::default();
        let pinyin = Manner { folds: Folds { pinyin: true, ..Folds::default() }, ..usual() };
        searches.turn(usual(), pinyin);
        // A flag may have it begin otherwise; that is not the reader's turn.
        let regex = Manner { mode: Mode::Regex, ..usual() };
        let exact = Manner { folds: Folds { case: Case::Exact, ..Folds::default() }, ..regex };
        searches.turn(regex, exact);
        let folds = Folds { case: Case::Exact, pinyin: true, ..Folds::default() };
        assert_eq!(again(&searches).1, Manner { folds, ..usual() });
        searches.turn(pinyin, usual());
        let folds = Folds { pinyin: false, ..folds };
        assert_eq!(again(&searches).1, Manner { folds, ..usual() });
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let mut searches = Searches::default();
        searches.add(&Query::words("x".repeat(LONGEST + 1)));
        assert!(searches.searches.is_empty());
        let long =
            |number: usize| Query::words(format!("{number:04}{}", "\u{1}".repeat(LONGEST - 4)));
        (0..2 * MOST_SEARCHES).for_each(|number| searches.add(&long(number)));
        assert_eq!(searches.searches.len(), MOST_SEARCHES);
        assert_eq!(searches.searches[0].text, long(MOST_SEARCHES).text);
    }

    #[test]
    fn what_a_later_version_may_add_does_no_harm() {
        let text = r#"{"version":1,"switches":{"smell":"on","case":"x"},"searches":[{"text":"a","b":1}],"c":2}"#;
        let searches = Searches::read(text.as_bytes()).unwrap();
        assert_eq!(searches.told(), (vec![Query::words("a")], usual()));
    }
}
