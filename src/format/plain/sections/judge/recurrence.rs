//! Lines whose words come again.

use std::collections::HashMap;

use super::super::candidate::Candidate;
use super::super::shape::{End, Start};
use super::Case;

/// Lines with the same words at least so many lines apart head something.
const FAR: u64 = 4;

/// How the lines with the same words lie.
#[derive(Default)]
pub(super) struct Recurrence {
    pub(super) times: u32,
    /// How many of them come right after a line that could be the heading.
    following: u32,
    /// The least number of lines from one to the next.
    nearest: u64,
    last: u64,
}

impl Recurrence {
    /// Tells whether the words of `one` head many places.
    pub(super) fn is_refrain(&self, one: &Candidate) -> bool {
        self.times > 3 && self.nearest > FAR && names(one)
    }

    /// Tells whether the words come right after headings more often than not.
    pub(super) fn is_byline(&self) -> bool {
        self.times > 2 && 2 * self.following > self.times
    }
}

/// Returns how the lines with each title lie.
pub(super) fn recurrences<'a>(case: &Case<'a>) -> HashMap<&'a str, Recurrence> {
    let mut found: HashMap<&str, Recurrence> = HashMap::new();
    for one in case.candidates {
        let entry = found.entry(&*one.title).or_default();
        let since = one.place.ordinal - entry.last;
        entry.nearest = if entry.times < 2 { since } else { entry.nearest.min(since) };
        entry.times += 1;
        entry.last = one.place.ordinal;
    }
    for pair in case.candidates.windows(2) {
        let [before, one] = pair else { continue };
        let heads = before.place.ordinal + 1 == one.place.ordinal
            && before.before.stubs == 0
            && matches!(before.glance.end, End::Open | End::Question | End::Bracket)
            && found.get(&*before.title).is_some_and(|entry| entry.times < 3);
        if heads && let Some(entry) = found.get_mut(&*one.title) {
            entry.following += 1;
        }
    }
    found
}

/// Tells whether a line is made of few words and nothing else, or of a colon and the list that it announces.
fn names(one: &Candidate) -> bool {
    let answered = one.following().next().is_none_or(|next| next.glance.end.closes());
    one.glance.cells <= 24
        && one.glance.start == Start::Other
        && (one.glance.end == End::Open || (one.glance.end == End::Colon && !answered))
        && !one.look.pair
        && one.look.digits == 0
}
