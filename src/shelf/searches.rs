//! The searches that were made, and the switches as a reader last turned them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Record, weight};
use crate::budget::{SEARCH_BYTES, SEARCHES, STATE_BYTES};
use crate::config::{SEARCH, SettingChange, named};
use crate::search::{Query, SearchOptions};

/// The version of what is written; what bears another is set aside.
const VERSION: u32 = 1;

/// What is kept of searches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Searches {
    version: u32,
    /// The switches as they were last turned.
    switches: Switches,
    /// The searches, the oldest first.
    #[serde(rename = "searches")]
    made: Vec<PastSearch>,
}

/// A search that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct PastSearch {
    text: String,
    #[serde(default, skip_serializing_if = "Switches::is_empty")]
    switches: Switches,
}

/// The switches that are not as usual, and their values, as the file of settings calls them.
type Switches = BTreeMap<String, String>;

impl Default for Searches {
    /// Returns what is kept where nothing is.
    fn default() -> Self {
        Self { version: VERSION, switches: Switches::new(), made: Vec::new() }
    }
}

impl Record for Searches {
    const MOST_BYTES: usize = STATE_BYTES;

    fn is_ours(&self) -> bool {
        self.version == VERSION
    }

    fn bounded(mut self) -> Self {
        self.made.retain(PastSearch::is_kept);
        let surplus = self.made.len().saturating_sub(SEARCHES);
        self.made.drain(..surplus);
        // Those that a later version may know stay, as long as they are few.
        if weight(&self.switches) > SEARCH_BYTES {
            self.switches.retain(|name, value| switch(name, value).is_some());
        }
        self
    }
}

impl PastSearch {
    fn is_kept(&self) -> bool {
        !self.text.is_empty() && weight(self) <= SEARCH_BYTES
    }
}

impl Searches {
    /// Returns the searches, the oldest first, and how the last one looked, as the switches were left.
    pub fn told(self) -> (Vec<Query>, SearchOptions) {
        let query = |search: PastSearch| options(&search.switches).query(search.text);
        let queries = self.made.into_iter().map(query).collect();
        (queries, options(&self.switches))
    }

    /// Takes `query` as the last search, and returns whether it is one that can be kept: not too long.
    pub fn add(&mut self, query: &Query) -> bool {
        let search = PastSearch { text: query.text.clone(), switches: unusual(query.options()) };
        if !search.is_kept() {
            return search.text.is_empty();
        }
        self.made.retain(|known| *known != search);
        self.made.push(search);
        let surplus = self.made.len().saturating_sub(SEARCHES);
        self.made.drain(..surplus);
        true
    }

    /// Takes note of the switches that were turned between the options `from` and `to`.
    pub fn turn(&mut self, from: SearchOptions, to: SearchOptions) {
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

/// Returns the switches of `options` that are not as usual.
fn unusual(options: SearchOptions) -> Switches {
    let unusual = SEARCH.iter().filter_map(|setting| {
        let value = setting.value(&options);
        let usual = setting.names().next() == Some(value.as_str());
        (!usual).then(|| (setting.name.to_owned(), value))
    });
    unusual.collect()
}

/// Returns the options in which `switches` are other than usual; those that don't exist do nothing.
fn options(switches: &Switches) -> SearchOptions {
    let mut options = SearchOptions::default();
    let changes = switches.iter().filter_map(|(name, value)| switch(name, value));
    changes.for_each(|change| change.apply(&mut options));
    options
}

/// Returns what turns the switch `name` to `value`, if there are such ones.
fn switch(name: &str, value: &str) -> Option<SettingChange<SearchOptions>> {
    named(SEARCH, name)?.change(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Case, Folding, Syntax};

    fn usual() -> SearchOptions {
        SearchOptions::default()
    }

    /// Returns what `searches` tell when they are read after they were written.
    fn again(searches: &Searches) -> (Vec<Query>, SearchOptions) {
        Searches::read(&searches.written().unwrap()).unwrap().told()
    }

    #[test]
    fn searches_come_back_with_their_manner_each_once() {
        let (mut searches, regex) = (Searches::default(), Query::regex("a.c"));
        assert_eq!(again(&searches), (Vec::new(), usual()));
        for query in [&regex, &Query::words("夜雨"), &regex, &Query::words("")] {
            assert!(searches.add(query));
        }
        assert_eq!(again(&searches), (vec![Query::words("夜雨"), regex], usual()));
    }

    #[test]
    fn only_the_switches_that_were_turned_are_taken_over() {
        let mut searches = Searches::default();
        let pinyin =
            SearchOptions { folding: Folding { pinyin: true, ..Folding::default() }, ..usual() };
        searches.turn(usual(), pinyin);
        // A flag may have it begin otherwise; that is not the reader's turn.
        let regex = SearchOptions { syntax: Syntax::Regex, ..usual() };
        let exact =
            SearchOptions { folding: Folding { case: Case::Exact, ..Folding::default() }, ..regex };
        searches.turn(regex, exact);
        let folding = Folding { case: Case::Exact, pinyin: true, ..Folding::default() };
        assert_eq!(again(&searches).1, SearchOptions { folding, ..usual() });
        searches.turn(pinyin, usual());
        let folding = Folding { pinyin: false, ..folding };
        assert_eq!(again(&searches).1, SearchOptions { folding, ..usual() });
    }

    /// Returns a search whose written form, `{"text":"…"}`, takes so many bytes.
    fn search_of(bytes: usize, number: usize) -> Query {
        let text = format!("{number:04}{}", "\u{1}".repeat((bytes - 32) / 6));
        let rest = bytes - weight(&PastSearch { text: text.clone(), switches: Switches::new() });
        Query::words(text + &"x".repeat(rest))
    }

    #[test]
    fn a_search_is_kept_up_to_1_kib_of_the_file() {
        let mut searches = Searches::default();
        assert!(!searches.add(&search_of(SEARCH_BYTES + 1, 0)));
        assert_eq!(again(&searches).0, []);
        assert!(searches.add(&search_of(SEARCH_BYTES, 0)));
        assert_eq!(again(&searches).0, [search_of(SEARCH_BYTES, 0)]);
    }

    #[test]
    fn the_last_200_searches_are_kept_and_always_fit() {
        let mut searches = Searches::default();
        let long = |number| search_of(SEARCH_BYTES, number);
        (0..SEARCHES).for_each(|number| assert!(searches.add(&long(number))));
        assert_eq!(again(&searches).0.first(), Some(&long(0)));
        searches.add(&long(SEARCHES));
        let queries = again(&searches).0;
        assert_eq!((queries.len(), &queries[0]), (SEARCHES, &long(1)));
    }

    #[test]
    fn what_another_wrote_is_bounded_as_it_is_read() {
        let of = |text: String| PastSearch { text, switches: Switches::new() };
        let mut searches = Searches {
            made: (0..2 * SEARCHES).map(|number| of(number.to_string())).collect(),
            ..Searches::default()
        };
        searches.made.push(of("x".repeat(SEARCH_BYTES)));
        searches.switches.insert("later".to_owned(), "on".to_owned());
        let read = Searches::read(&searches.written().unwrap()).unwrap();
        assert_eq!(read.made.len(), SEARCHES);
        assert_eq!(read.made[SEARCHES - 1].text, "399");
        assert_eq!(read.switches, searches.switches);
        searches.switches.insert("pinyin".to_owned(), "true".to_owned());
        searches.switches.insert("latest".to_owned(), "x".repeat(SEARCH_BYTES));
        let read = Searches::read(&searches.written().unwrap()).unwrap();
        assert_eq!(read.switches.into_keys().collect::<Vec<_>>(), ["pinyin"]);
    }

    #[test]
    fn what_a_later_version_may_add_does_no_harm() {
        let text = r#"{"version":1,"switches":{"smell":"on","case":"x"},"searches":[{"text":"a","b":1}],"c":2}"#;
        let searches = Searches::read(text.as_bytes()).unwrap();
        assert_eq!(searches.told(), (vec![Query::words("a")], usual()));
    }
}
