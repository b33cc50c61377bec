//! Finds what a person means: a [`Query`] is compiled once into a [`Matcher`], which works on the text of a part as
//! it lies. There is one mechanism: the query becomes a regular expression whose characters are classes of
//! their equivalents, with room between them for line ends and invisible characters. Nothing is folded or
//! copied, so a match is a range of the text itself. A [`Search`] goes through the parts of a document with it, and
//! [`MatchIndex`] counts the matches.
//!
//! ```
//! use kanshu::search::{Matcher, Query};
//!
//! let matcher = Matcher::new(&Query::words("离开公司"))?;
//! let text = "他上個月離開\n　　公司。";
//! assert_eq!(matcher.find_at(text, 0).and_then(|range| text.get(range)), Some("離開\n　　公司"));
//! # Ok::<(), kanshu::search::QueryError>(())
//! ```

mod context;
mod edges;
mod non_empty;
mod number;
mod gap;
mod hits;
mod kind;
mod letter;
mod ligature;
mod pattern;
mod phrase;
mod pinyin;
mod query;
mod romaji;
mod sara_am;
mod scan;
mod sequence;
mod prefilter;
#[cfg(test)]
mod tests;
mod unit;

use std::iter;
use std::ops::Range;

use regex_automata::Input;
use regex_automata::meta::{BuildError, Config, Regex};
use regex_automata::nfa::thompson::WhichCaptures;
use regex_syntax::hir::Hir;

use crate::budget::{QUERY_BYTES, QUERY_CHARS, QUERY_STATES_BYTES};
pub use context::Context;
pub use hits::{Hits, MatchIndex, PartMatches};
use kind::CharKind;
pub use prefilter::Prefilter;
pub use query::{
    Bounds, Case, Folding, Numbers, Query, QueryError, QueryFault, SearchOptions, Syntax,
};
pub use scan::{Search, Seeker};

/// About how many bytes a state of the automaton takes, and for each place in the query that it may stand for.
const STATE_BYTES: (usize, usize) = (2 << 10, 8);

/// A compiled query. It is cheap to clone and can be shared between threads.
#[derive(Clone, Debug)]
pub struct Matcher {
    regex: Regex,
    edges: edges::MatchEdges,
}

impl Matcher {
    /// Compiles `query`.
    ///
    /// # Errors
    /// The query holds nothing visible, is longer than [`QUERY_CHARS`], or is not a regular expression or too
    /// large a one.
    pub fn new(query: &Query) -> Result<Self, QueryError> {
        if query.text.chars().nth(QUERY_CHARS).is_some() {
            return Err(QueryFault::TooLong.into());
        }
        let (hir, boundaries) = match query.syntax {
            Syntax::Words => (phrase::compile(&query.text, query.folding), [false; 2]),
            Syntax::Regex => pattern::compile(&query.text, query.folding)?,
        };
        if hir.properties().minimum_len().is_none_or(|bytes| bytes == 0) {
            return Err(QueryFault::Empty.into());
        }
        let regex = build(&non_empty::non_empty(&hir)).map_err(|_| QueryFault::TooLarge)?;
        Ok(Self { regex, edges: edges::MatchEdges::new(query, boundaries) })
    }

    /// Returns the first match in `text` that starts at byte `from` or after it. It is never empty and
    /// holds whole grapheme clusters.
    pub fn find_at(&self, text: &str, from: usize) -> Option<Range<usize>> {
        let mut at = text.ceil_char_boundary(from);
        while at <= text.len() {
            let found = self.regex.find(Input::new(text).range(at..))?;
            at = match self.edges.judge(text, found.range()) {
                edges::EdgeVerdict::Match(range) if range.start >= from => return Some(range),
                edges::EdgeVerdict::Match(range) => range.end,
                edges::EdgeVerdict::Next(after) => after,
            };
        }
        None
    }

    /// Returns the matches in `text`, in order; none overlaps another.
    pub fn matches<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let mut from = 0;
        iter::from_fn(move || {
            let range = self.find_at(text, from)?;
            from = range.end;
            Some(range)
        })
    }

    /// Whether there is a match in `text`.
    pub fn is_match(&self, text: &str) -> bool {
        self.find_at(text, 0).is_some()
    }
}

fn build(hir: &Hir) -> Result<Regex, Box<BuildError>> {
    let config = Config::new()
        .which_captures(WhichCaptures::Implicit)
        .nfa_size_limit(Some(QUERY_BYTES))
        .hybrid_cache_capacity(cache_bytes(hir));
    Regex::builder().configure(config).build_from_hir(hir).map_err(Box::new)
}

/// Returns how many bytes the automaton may keep: enough for all the states that a long query passes, about one a
/// byte. In a text that repeats itself as the query does, each may stand for every place in it.
fn cache_bytes(hir: &Hir) -> usize {
    let states = hir.properties().minimum_len().unwrap_or_default();
    let bytes = states.saturating_mul(STATE_BYTES.1).saturating_add(STATE_BYTES.0);
    states.saturating_mul(bytes).clamp(2 << 20, QUERY_STATES_BYTES)
}
