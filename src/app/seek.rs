//! Looking for matches, and moving from one to another.

use std::ops::Range;

use super::find::{Find, Jump, PendingJump};
use super::{Effect, Job, State, page, word};
use crate::document::Position;
use crate::layout::flow::Way;
use crate::search::{Hits, Query};

/// How many parts before a place are looked at first for what is above it: a few megabytes, at hardly any cost.
const PARTS_ABOVE: usize = 64;

/// Where the next match is, as the reader looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Onward {
    /// On, the way that the search goes.
    On,
    /// Back.
    Back,
}

impl State {
    /// Begins to look for `query` that way from the place `from` on; upwards, only before it.
    pub(super) fn look_for(&mut self, query: Query, way: Way, from: Position) -> Vec<Effect> {
        self.look(query, PendingJump { from, way, times: 1, or_here: way == Way::Down })
    }

    /// Begins to look for `query` as if it had been typed and kept.
    pub(super) fn asked_for(&mut self, query: Query) -> Vec<Effect> {
        let keep = self.remember_search(&query);
        let mut effects = self.look_for(query, Way::Down, self.top);
        effects.push(keep);
        if let Some(error) = self.find.as_ref().and_then(Find::error).map(ToString::to_string) {
            self.say(&error);
        }
        effects
    }

    /// Begins to look for `query`, and makes the jump `to`.
    fn look(&mut self, query: Query, to: PendingJump) -> Vec<Effect> {
        let job = self.next_job();
        let document = self.flow.document();
        let first = match to.way {
            Way::Down => to.from.part,
            Way::Up => to.from.part.saturating_sub(PARTS_ABOVE),
        };
        let mut find = Find::new(job, query, document, first, self.growing);
        find.way = to.way;
        find.jump(to);
        let search = find.search();
        self.find = Some(find);
        search.map_or(vec![Effect::StopSearch], |search| vec![Effect::Search { job, search }])
    }

    /// Looks for the word under the current match if that is on the page, else for the first word of the page.
    pub(super) fn look_for_word(&mut self) -> Vec<Effect> {
        let current = self.find.as_ref().and_then(|find| {
            let place = find.current().filter(|place| page::shows(&self.page, *place))?;
            let (_, range) = find.nth(find.number_at(place))?;
            Some((place.part, range))
        });
        let Some((part, range)) = current.clone().or_else(|| self.first_word()) else {
            self.say("There is no word here.");
            return Vec::new();
        };
        let text = self.flow.document().part(part);
        let range = word::around(&text, &range);
        let query = word::query(text.slice(range.clone()), self.search_options.folding);
        let keep = self.remember_search(&query);
        let from = Position::new(part, range.start);
        let to = PendingJump { from, way: Way::Down, times: 1, or_here: current.is_none() };
        let mut effects = self.look(query, to);
        effects.push(keep);
        effects
    }

    /// Remembers `query`, whose switches are its own, and returns the effect that keeps it.
    fn remember_search(&mut self, query: &Query) -> Effect {
        self.history.remember(query.clone());
        Effect::KeepSearch {
            query: query.clone(),
            from: self.search_options,
            to: self.search_options,
        }
    }

    /// Returns the part and the bytes of the first word of the page.
    fn first_word(&self) -> Option<(usize, Range<usize>)> {
        self.page.iter().find_map(|row| {
            let length = row.row.as_ref()?.range.len();
            let part = self.flow.document().part(row.start.part);
            let found = word::first(part.slice(row.start.byte..row.start.byte + length))?;
            Some((row.start.part, row.start.byte + found.start..row.start.byte + found.end))
        })
    }

    /// Goes on with the search that another one broke off, if one is shown.
    pub(super) fn resume_search(&mut self) -> Vec<Effect> {
        let job = self.next_job();
        let unfinished = self.find.as_mut().filter(|find| !find.finished());
        let search = unfinished.and_then(|find| {
            find.job = job;
            find.search()
        });
        search.map_or(vec![Effect::StopSearch], |search| vec![Effect::Search { job, search }])
    }

    /// Returns where the current match begins, if it is on the page.
    pub(super) fn shown_match(&self) -> Option<Position> {
        let current = self.find.as_ref()?.current()?;
        page::shows(&self.page, current).then_some(current)
    }

    /// Goes `count` matches on, or back, from the current one if it is on the page, else from the page.
    pub(super) fn next_match(&mut self, onward: Onward, count: Option<usize>) {
        let current = self.shown_match();
        let Some(find) = &mut self.find else {
            self.say("Nothing was searched for yet: / begins a search.");
            return;
        };
        let way = match (onward, find.way) {
            (Onward::On, way) => way,
            (Onward::Back, Way::Down) => Way::Up,
            (Onward::Back, Way::Up) => Way::Down,
        };
        let (from, or_here) = (current.unwrap_or(self.top), current.is_none());
        let jump = find.jump(PendingJump { from, way, times: count.unwrap_or(1).max(1), or_here });
        self.follow(jump, way);
    }

    /// Shows the match that was found, or says what is the matter.
    fn follow(&mut self, jump: Jump, way: Way) {
        match jump {
            Jump::To { place, wrapped } => {
                self.reveal(place);
                if wrapped {
                    self.say(match way {
                        Way::Down => "Past the end: on from the start.",
                        Way::Up => "Past the start: on from the end.",
                    });
                }
            }
            // What could not be kept is the rarer news; the status line shows that nothing was found.
            Jump::NotFound if self.notice.is_some() => {}
            Jump::NotFound => self.say("Not found."),
            Jump::Pending => {}
        }
    }

    /// Takes what a search has found.
    pub(super) fn found(
        &mut self,
        job: Job,
        parts: Vec<(usize, Hits)>,
        finished: bool,
    ) -> Vec<Effect> {
        let Some(find) = self.find.as_mut().filter(|find| find.job == job) else {
            self.found_for_list(job, parts, finished);
            self.show_chosen();
            return Vec::new();
        };
        find.take(parts, finished);
        if let Some((jump, way)) = find.retry() {
            self.follow(jump, way);
        }
        self.show_chosen();
        self.search_on()
    }

    /// Looks through what has come to the document since the search began.
    pub(super) fn search_on(&mut self) -> Vec<Effect> {
        let (document, job) = (self.flow.document(), self.job + 1);
        let Some(find) = &mut self.find else { return Vec::new() };
        if !find.grow(document, self.growing) {
            if let Some((jump, way)) = find.retry() {
                self.follow(jump, way);
            }
            return Vec::new();
        }
        find.job = job;
        let search = find.search();
        self.job = job;
        search.map(|search| Effect::Search { job, search }).into_iter().collect()
    }
}
