//! A search and what it has found so far.

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::Job;
use crate::budget::PARTS_LOOKED_UP;
use crate::document::{Document, Headings, Position};
use crate::layout::flow::{LineFilter, Way};
use crate::search::{Hits, MatchIndex, Query, QueryError, Search, Seeker};

/// The matches of some parts, each with its number.
type LookedUpParts = VecDeque<(usize, Arc<Hits>)>;

/// The matches of parts whose places are not kept, looked up again: those used last in front. A copy has its own, for what
/// was looked up in a part that is still being read is taken back with the state that did.
#[derive(Default)]
struct LookedUp(Mutex<LookedUpParts>);

impl LookedUp {
    fn lock(&self) -> MutexGuard<'_, LookedUpParts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clone for LookedUp {
    fn clone(&self) -> Self {
        Self(Mutex::new(self.lock().clone()))
    }
}

/// A search: what is looked for, the parts that were looked at, and the matches in them.
#[derive(Clone)]
pub struct Find {
    pub(super) job: Job,
    query: Query,
    seeker: Result<Arc<Seeker>, QueryError>,
    document: Document,
    found: MatchIndex,
    looked_up: LookedUp,
    /// The parts, in a ring, that were looked at: the first, and how many.
    looked: (usize, usize),
    finished: bool,
    /// Which way the reader looks with it.
    pub(super) way: Way,
    /// Whether parts may come that don't exist yet.
    growing: bool,
    current: Option<Position>,
    /// The jump to make as soon as its match is found.
    pending: Option<PendingJump>,
}

/// A jump to a match that may not be found yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PendingJump {
    /// The place to look from.
    pub(super) from: Position,
    /// Which way to look.
    pub(super) way: Way,
    /// How many matches on; at least one.
    pub(super) times: usize,
    /// Whether the jump may end at `from` itself.
    pub(super) or_here: bool,
}

/// The result of a jump.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Jump {
    /// The match; `wrapped`, if the search went on past the end or the start to get there.
    To { place: Position, wrapped: bool },
    /// The parts that may hold the match were not searched yet.
    Pending,
    /// There is no match.
    NotFound,
}

/// A match as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The bytes of the part's text.
    pub bytes: Range<usize>,
    /// Whether the reader is at it.
    pub current: bool,
}

impl Find {
    /// Returns the search for `query` in `document`, to begin with part `from`. `growing` says that more of the
    /// document may come.
    pub(super) fn new(
        job: Job,
        query: Query,
        document: &Document,
        from: usize,
        growing: bool,
    ) -> Self {
        let seeker = Seeker::new(&query).map(Arc::new);
        Self::with(job, query, seeker, document, from, growing)
    }

    /// Returns the search of `seeker`, made for `query`.
    pub(super) fn with(
        job: Job,
        query: Query,
        seeker: Result<Arc<Seeker>, QueryError>,
        document: &Document,
        from: usize,
        growing: bool,
    ) -> Self {
        let parts = document.parts();
        let finished = seeker.is_err() || parts == 0;
        Self {
            job,
            query,
            seeker,
            document: document.clone(),
            found: MatchIndex::new(parts),
            looked_up: LookedUp::default(),
            looked: (from, 0),
            finished,
            way: Way::Down,
            growing,
            current: None,
            pending: None,
        }
    }

    /// Returns what was typed.
    pub fn text(&self) -> &str {
        &self.query.text
    }

    /// Returns what is looked for.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Returns why what was typed can't be looked for, if it can't.
    pub fn error(&self) -> Option<&QueryError> {
        self.seeker.as_ref().err()
    }

    /// Returns what looks for it.
    pub(super) fn seeker(&self) -> Option<&Arc<Seeker>> {
        self.seeker.as_ref().ok()
    }

    /// Returns the search of the parts that are still to be looked at.
    pub(super) fn search(&self) -> Option<Search> {
        let (first, count) = self.looked;
        let parts = self.parts();
        let from = if parts == 0 { 0 } else { (first + count) % parts };
        let search = Search::new(Arc::clone(self.seeker()?), &self.document);
        Some(search.around(from, parts.saturating_sub(count)))
    }

    /// Returns whether the whole document was looked at, and no more of it may come.
    pub fn finished(&self) -> bool {
        self.finished && !self.growing
    }

    /// Returns whether all that there is of the document was looked at; more of it may come.
    pub(super) fn is_done(&self) -> bool {
        self.finished
    }

    /// Returns how much of the document was looked at, 0 to 1.
    pub fn progress(&self) -> f64 {
        if self.finished { 1.0 } else { self.looked.1 as f64 / self.parts().max(1) as f64 }
    }

    /// Returns how many matches were found so far.
    pub fn total(&self) -> usize {
        self.found.total()
    }

    /// Returns the number of the current match among those found so far, counted from 1.
    pub fn number(&self) -> Option<usize> {
        self.current.map(|place| self.number_at(place) + 1)
    }

    /// Returns where the current match begins.
    pub fn current(&self) -> Option<Position> {
        self.current
    }

    /// Makes the match that begins at `place` the current one.
    pub(super) fn set_current(&mut self, place: Option<Position>) {
        self.current = place;
        self.pending = None;
    }

    /// Cancels the pending jump.
    pub(super) fn cancel_jump(&mut self) {
        self.pending = None;
    }

    /// Returns the number, from 0, of the first match at or after `place`.
    pub(super) fn number_at(&self, place: Position) -> usize {
        self.found.before(place.part) + self.hits(place.part).before(place.byte)
    }

    /// Returns the match of this number, from 0, among those found so far: its part, and its bytes there.
    pub fn nth(&self, number: usize) -> Option<(usize, Range<usize>)> {
        let (part, within) = self.found.locate(number)?;
        Some((part, self.hits(part).get(within)?))
    }

    /// Returns where the match of this number begins.
    fn place(&self, number: usize) -> Option<Position> {
        self.nth(number).map(|(part, bytes)| Position::new(part, bytes.start))
    }

    /// Returns the matches in `part` that touch `bytes` of its text.
    pub fn matches_in(&self, part: usize, bytes: &Range<usize>) -> Vec<Match> {
        let current = |part, byte| self.current == Some(Position::new(part, byte));
        let mut matches = Vec::new();
        let before = part.checked_sub(1).and_then(|before| self.found.part(before));
        let overhang = before.map_or(0, |before| before.overhang as usize);
        if bytes.start < overhang {
            let before = self.hits(part - 1);
            let last = before.get(before.len().wrapping_sub(1));
            let current = last.is_some_and(|last| current(part - 1, last.start));
            matches.push(Match { bytes: 0..overhang, current });
        }
        let hits = self.hits(part);
        let within = hits.touching(bytes);
        matches.extend(within.map(|bytes| Match { current: current(part, bytes.start), bytes }));
        matches
    }

    /// Returns the matches that begin in `part`, kept or looked up again.
    fn hits(&self, part: usize) -> Arc<Hits> {
        let Some(kept) = self.found.part(part) else {
            return Arc::default();
        };
        if let Some(hits) = &kept.hits {
            return Arc::clone(hits);
        }
        let mut known = self.looked_up.lock();
        let at = known.iter().position(|(number, _)| *number == part);
        let entry = at.and_then(|at| known.remove(at)).or_else(|| {
            let (text, next) = (self.document.part(part), self.document.part(part + 1));
            Some((part, Arc::new(self.seeker()?.hits(&text, &next, kept.from as usize))))
        });
        let Some((_, hits)) = entry else { return Arc::default() };
        known.truncate(PARTS_LOOKED_UP - 1);
        known.push_front((part, Arc::clone(&hits)));
        hits
    }

    /// Returns for each of `rows` equal pieces of the document whether matches begin in it, as far as it was
    /// looked at. Takes time by the rows and not by the matches; where there are very many it is about right.
    pub fn ticks(&self, rows: usize) -> Vec<bool> {
        let (size, source) = (self.document.size() as f64, self.document.source());
        let before = |row: usize| {
            let offset = size * row as f64 / rows as f64;
            let part = self.document.part_at(offset as u64);
            let Some(kept) = self.found.part(part) else { return self.found.before(part) };
            let within = offset - source.before(part) as f64;
            let fraction = (within / source.weight(part).max(1) as f64).min(1.0);
            let byte = (f64::from(kept.length) * fraction).ceil() as usize;
            let about = || (f64::from(kept.count) * fraction) as usize;
            let within = kept.hits.as_ref().map_or_else(about, |hits| hits.before(byte));
            self.found.before(part) + within
        };
        let ends: Vec<usize> = (0..=rows).map(before).collect();
        ends.iter().zip(ends.iter().skip(1)).map(|(start, end)| start < end).collect()
    }

    /// Takes what the search found in some more parts.
    pub(super) fn take(&mut self, parts: Vec<(usize, Hits)>, finished: bool) {
        for (part, hits) in parts {
            self.looked.1 += 1;
            self.found.put(part, hits);
        }
        self.finished = finished;
    }

    /// Takes note that there is more of the document, or that it is all there, and returns whether there is
    /// more to look at; that which was its last part is looked at again. What stands at the end of a text with marks may
    /// say what marks before it mean: all of such a text is.
    pub(super) fn grow(&mut self, document: &Document, growing: bool) -> bool {
        self.growing = growing;
        let (parts, size) = (self.document.parts(), self.document.size());
        // The worker is still at what there was; the rest is for when it is done.
        if !self.finished
            || self.seeker.is_err()
            || (document.parts(), document.size()) == (parts, size)
        {
            return false;
        }
        let marked = document.facts().headings == Headings::Declared;
        let known = if marked { 0 } else { parts.saturating_sub(1) };
        self.document = document.clone();
        self.looked_up = LookedUp::default();
        self.found.grow(self.parts());
        self.looked = (0, known);
        self.finished = self.parts() == 0;
        !self.finished
    }

    /// Makes the jump `to`, and keeps it as pending where its match is not found yet.
    pub(super) fn jump(&mut self, to: PendingJump) -> Jump {
        let jump = self.resolve(to);
        self.pending = (jump == Jump::Pending).then_some(to);
        if let Jump::To { place, .. } = jump {
            self.current = Some(place);
        }
        jump
    }

    /// Makes the pending jump again, and returns its result and direction.
    pub(super) fn retry(&mut self) -> Option<(Jump, Way)> {
        self.pending.map(|to| (self.jump(to), to.way))
    }

    /// Returns the result of the jump `to`: the match that many on among those found so far is the one, if all
    /// parts on the way to it were looked at.
    fn resolve(&self, to: PendingJump) -> Jump {
        let whole = self.finished();
        let Some(last) = self.total().checked_sub(1) else {
            return if whole || self.seeker.is_err() { Jump::NotFound } else { Jump::Pending };
        };
        let (total, before) = (last + 1, self.number_at(to.from));
        let (rounds, number) = match to.way {
            Way::Down => {
                let here = usize::from(!to.or_here && self.begins(to.from));
                let number = before + here + to.times - 1;
                (number / total, number % total)
            }
            Way::Up if to.times <= before => (0, before - to.times),
            Way::Up => {
                let beyond = to.times - before - 1;
                (1 + beyond / total, last - beyond % total)
            }
        };
        let Some((part, range)) = self.nth(number) else { return Jump::NotFound };
        let parts = rounds * self.parts();
        let distance = match to.way {
            Way::Down => (part + parts).saturating_sub(to.from.part),
            Way::Up => (to.from.part + parts).saturating_sub(part),
        };
        if whole
            || (distance < self.looked_from(to.from.part, to.way) && !(self.growing && rounds > 0))
        {
            Jump::To { place: Position::new(part, range.start), wrapped: rounds > 0 }
        } else {
            Jump::Pending
        }
    }

    /// Returns whether a match begins at `place`.
    fn begins(&self, place: Position) -> bool {
        let hits = self.hits(place.part);
        hits.get(hits.before(place.byte)).is_some_and(|range| range.start == place.byte)
    }

    /// Returns how many parts in a row were looked at from `part` on, that one included.
    fn looked_from(&self, part: usize, way: Way) -> usize {
        let (first, count) = self.looked;
        let parts = self.parts().max(1);
        let at = (part + parts - first % parts) % parts;
        match way {
            Way::Down => count.saturating_sub(at),
            Way::Up if at < count => at + 1,
            Way::Up => 0,
        }
    }

    fn parts(&self) -> usize {
        self.document.parts()
    }
}

/// The lines with a match, as far as they were found.
impl LineFilter for Find {
    fn next(&self, from: Position) -> Option<Position> {
        self.place(self.number_at(from))
    }

    fn last_before(&self, to: Position) -> Option<Position> {
        self.place(self.number_at(to).checked_sub(1)?)
    }
}

#[cfg(test)]
mod tests;
