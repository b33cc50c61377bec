//! The list of the documents that were read before.

use std::cmp::Reverse;

use super::list::{self, ListPanel, Pressed};
use super::{Desk, Outcome};
use crate::app::message::{Effect, Job};
use crate::app::notice::Notice;
use crate::app::outbox::Outbox;
use crate::app::panes::Area;
use crate::app::titles::matcher;
use crate::budget::RECENT;
use crate::input::{Correct, Line};
use crate::shelf::{Listing, Moment, Presence, Recent};

/// The rows of an entry: its title, and below it when and where it was left.
const ROWS: usize = 2;

/// The list of the documents that were read before, open.
#[derive(Clone, Debug)]
pub struct RecentList {
    /// The job that looks for them.
    job: Job,
    /// Whether it has found all.
    finished: bool,
    /// When it found the last.
    now: Moment,
    /// The documents, the one that was left last first.
    all: Vec<Recent>,
    filter: Line,
    /// The numbers of those that what was typed leaves.
    listed: Vec<usize>,
    /// Which of these is chosen.
    chosen: usize,
    /// What was dropped from the list since it is open, the last one last.
    dropped: Vec<Recent>,
}

impl RecentList {
    /// Returns the list of what `job` will find.
    pub(in crate::app) fn of(job: Job) -> Self {
        let (all, filter, listed, dropped) = Default::default();
        Self { job, finished: false, now: 0, all, filter, listed, chosen: 0, dropped }
    }

    /// Returns what was typed to narrow the list.
    pub fn filter(&self) -> &Line {
        &self.filter
    }

    /// Returns the documents that are listed.
    pub fn listed(&self) -> impl Iterator<Item = &Recent> {
        self.listed.iter().filter_map(|at| self.all.get(*at))
    }

    /// Returns how many documents are listed.
    pub fn count(&self) -> usize {
        self.listed.len()
    }

    /// Returns which of these is chosen.
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// Returns how many rows each takes.
    pub fn entry_rows(&self) -> usize {
        ROWS
    }

    /// Returns when they were looked for.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Returns whether there is nothing to list.
    pub(super) fn is_void(&self) -> bool {
        self.finished && self.all.is_empty() && self.dropped.is_empty()
    }

    /// Takes what `job` has `found` by `now`.
    pub(in crate::app) fn take(
        &mut self,
        job: Job,
        (found, now): (Vec<Recent>, Moment),
        finished: bool,
        out: &mut Outbox,
    ) {
        if job != self.job {
            return;
        }
        self.all.extend(found);
        (self.now, self.finished) = (now, finished);
        self.sort();
        if self.is_void() {
            out.say(Notice::NoRecent);
        }
    }

    /// Opens the chosen document, if it is there.
    fn open(&self, out: &mut Outbox) -> Outcome {
        match self.listed().nth(self.chosen) {
            None => Outcome::Close,
            Some(recent) if recent.presence == Presence::Missing => {
                out.say(Notice::FileMissing(recent.path.clone()));
                Outcome::Stay
            }
            Some(recent) => {
                out.say(Notice::Opening(recent.title().to_owned()));
                out.ask(Effect::Open(recent.path.clone().into()));
                Outcome::Close
            }
        }
    }

    /// Drops the chosen document from the list.
    fn drop_chosen(&mut self, out: &mut Outbox) {
        let Some(at) = self.listed.get(self.chosen).copied() else { return };
        let recent = self.all.remove(at);
        out.ask(Effect::List(recent.record.clone(), Listing::Dropped));
        out.say(Notice::RecentDropped(recent.title().to_owned()));
        self.dropped.push(recent);
        self.narrow();
    }

    /// Lists again what was dropped last.
    fn undo(&mut self, out: &mut Outbox) {
        let Some(recent) = self.dropped.pop() else { return out.say(Notice::NothingDropped) };
        out.ask(Effect::List(recent.record.clone(), Listing::Listed));
        out.say(Notice::RecentListed(recent.title().to_owned()));
        self.all.push(recent);
        self.sort();
    }

    /// Brings the documents in their order, of which only so many are listed.
    fn sort(&mut self) {
        self.all.sort_by_key(|recent| Reverse(recent.left));
        self.all.truncate(RECENT);
        self.narrow();
    }

    /// Lists the documents whose path, or the title of whose section, has what was typed.
    fn narrow(&mut self) {
        let matcher = matcher(self.filter.text(), true);
        let has = |recent: &Recent| {
            matcher.as_ref().is_none_or(|matcher| {
                matcher.is_match(&recent.path) || matcher.is_match(&recent.section)
            })
        };
        let all = self.all.iter().enumerate();
        self.listed = all.filter(|(_, recent)| has(recent)).map(|(at, _)| at).collect();
        self.chosen = self.chosen.min(self.listed.len().saturating_sub(1));
    }
}

impl ListPanel for RecentList {
    fn line(&self) -> &Line {
        &self.filter
    }

    fn filter_mut(&mut self) -> &mut Line {
        &mut self.filter
    }

    fn steps_to(&self, row: usize, area: Area, _desk: &Desk<'_>) -> Option<isize> {
        let entries = (self.chosen, self.listed.len());
        list::steps_below_head(row, entries, (area.entries().rows, ROWS))
    }

    fn obey(&mut self, pressed: Pressed, desk: &mut Desk<'_>) -> Outcome {
        match pressed {
            Pressed::Leave | Pressed::Keep => return Outcome::Close,
            Pressed::Take => return self.open(desk.out),
            Pressed::Step(step) => {
                self.chosen = list::stepped(self.chosen, step, self.listed.len());
            }
            Pressed::Narrow => self.narrow(),
            Pressed::Correct(Correct::Drop) => self.drop_chosen(desk.out),
            Pressed::Correct(Correct::Undo) => self.undo(desk.out),
            Pressed::Name | Pressed::Correct(_) | Pressed::Fold(_) | Pressed::Nothing => {}
        }
        Outcome::Stay
    }
}
