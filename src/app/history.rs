//! The searches of before, with the options of each, those of earlier runs too.

use crate::budget::SEARCHES;
use crate::search::Query;

/// The searches that were made, each once.
#[derive(Clone, Debug, Default)]
pub struct History(Vec<Query>);

impl History {
    /// Returns the history that `queries` make, the oldest first.
    pub(super) fn of(queries: Vec<Query>) -> Self {
        let mut history = Self::default();
        for query in queries {
            history.remember(query);
        }
        history
    }

    /// Returns the searches, the oldest first.
    pub fn queries(&self) -> &[Query] {
        &self.0
    }

    /// Remembers `query` as the last one.
    pub(super) fn remember(&mut self, query: Query) {
        if query.text.is_empty() {
            return;
        }
        self.0.retain(|known| *known != query);
        self.0.push(query);
        let surplus = self.0.len().saturating_sub(SEARCHES);
        self.0.drain(..surplus);
    }

    /// Returns the search that was made so many before the next; 1 is the last one.
    pub(super) fn back(&self, steps: usize) -> Option<&Query> {
        self.0.get(self.0.len().checked_sub(steps)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_made_again_is_the_last_one_and_stands_once() {
        let mut history = History::default();
        for text in ["a", "b", "a", ""] {
            history.remember(Query::words(text));
        }
        assert_eq!(history.queries(), [Query::words("b"), Query::words("a")]);
        assert_eq!(history.back(1), Some(&Query::words("a")));
        assert_eq!(history.back(3), None);
    }

    #[test]
    fn it_is_bounded() {
        let mut history = History::default();
        for number in 0..2 * SEARCHES {
            history.remember(Query::words(number.to_string()));
        }
        assert_eq!(history.queries().len(), SEARCHES);
    }
}
