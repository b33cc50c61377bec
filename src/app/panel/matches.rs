//! The list of the matches, by sections: only the rows that are seen are made, however many matches there are.

use std::collections::VecDeque;
use std::ops::Range;

use super::list::{self, ListPanel, Pressed};
use super::{Desk, Outcome};
use crate::app::book::Book;
use crate::app::find::Find;
use crate::app::finder::Finder;
use crate::app::message::{Effect, Job};
use crate::app::panes::Area;
use crate::document::Position;
use crate::input::Line;
use crate::layout::Ruby;
use crate::search::{Context, Hits, Matcher, Query};

/// The list of the matches, open.
#[derive(Clone)]
pub struct MatchList {
    filter: Line,
    /// The search for the matches beside which stands what was typed, if something was.
    narrowed: Option<Find>,
    /// The search whose matches are listed.
    job: Job,
    /// The place of the chosen match, or where to look for it: the first from here on is chosen.
    chosen: Position,
    entries: VecDeque<MatchEntry>,
    /// The top of the page when the list was opened, to which Esc returns.
    top: Position,
    /// The match that was the current one then.
    before: Option<Position>,
}

/// A match in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatchEntry {
    /// Where it begins.
    pub place: Position,
    /// The words around it.
    pub context: Context,
    /// The number of the section that it is in.
    pub section: Option<usize>,
    /// How many per cent of the document lie before it.
    pub percent: usize,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListRow<'a> {
    /// The section that the matches after it are in, by its number; none: what stands before the first.
    Section(Option<usize>),
    /// A match.
    Match(&'a MatchEntry),
}

impl MatchList {
    /// Returns the list of what is found, `top` being the top of the page.
    pub(in crate::app) fn of(find: &Find, top: Position) -> Self {
        Self {
            filter: Line::default(),
            narrowed: None,
            job: find.job,
            chosen: find.current().unwrap_or(top),
            entries: VecDeque::new(),
            top,
            before: find.current(),
        }
    }

    /// Returns what was typed to narrow the list.
    pub fn filter(&self) -> &Line {
        &self.filter
    }

    /// Returns the search whose matches are listed: that for what was typed, else `find`.
    pub fn listed<'a>(&'a self, find: &'a Find) -> &'a Find {
        self.narrowed.as_ref().unwrap_or(find)
    }

    /// Returns the number of the chosen match among those listed, from 0.
    pub fn chosen(&self, find: &Find) -> Option<usize> {
        let listed = self.listed(find);
        Some(listed.number_at(self.chosen).min(listed.total().checked_sub(1)?))
    }

    /// Returns the place of the chosen match.
    pub fn place(&self, find: &Find) -> Option<Position> {
        let (part, range) = self.listed(find).nth(self.chosen(find)?)?;
        Some(Position::new(part, range.start))
    }

    /// Returns the rows around the chosen match. The first tells the section, where there are any.
    pub fn rows(&self) -> impl Iterator<Item = ListRow<'_>> {
        let sectioned = self.entries.iter().any(|entry| entry.section.is_some());
        let before = std::iter::once(None).chain(self.entries.iter().map(Some));
        before.zip(&self.entries).flat_map(move |(before, entry)| {
            let new = sectioned && before.is_none_or(|before| before.section != entry.section);
            let head = new.then_some(ListRow::Section(entry.section));
            head.into_iter().chain([ListRow::Match(entry)])
        })
    }

    /// Returns the entries of these numbers, from 0, as far as those matches were found.
    pub fn entries(&self, numbers: Range<usize>, find: &Find, book: &Book) -> Vec<MatchEntry> {
        let entry = |number: usize| {
            let (part, range) = self.listed(find).nth(number)?;
            Some(MatchEntry::of(book, Position::new(part, range.start), range))
        };
        numbers.map_while(entry).collect()
    }

    /// Makes the entries that fit in `height` rows around the chosen match; those that were there stay.
    fn lay_out(&mut self, find: &Find, book: &Book, height: usize) {
        let old = std::mem::take(&mut self.entries);
        let Some(chosen) = self.chosen(find) else { return };
        let listed = self.listed(find);
        let entry = |number: usize| {
            let (part, range) = listed.nth(number)?;
            let place = Position::new(part, range.start);
            let known = old.iter().find(|entry| entry.place == place).cloned();
            Some(known.unwrap_or_else(|| MatchEntry::of(book, place, range)))
        };
        let (mut first, mut end) = (chosen, chosen + 1);
        let mut entries: VecDeque<MatchEntry> = entry(chosen).into_iter().collect();
        let mut rows = 1 + usize::from(!book.outline().sections().is_empty());
        // Up to the middle, then down to the end, then up again where the list ends before the room does.
        for (limit, up) in [(height / 2, true), (height, false), (height, true)] {
            while rows < limit {
                let number = if up { first.checked_sub(1) } else { Some(end) };
                let Some(entry) = number.and_then(&entry) else { break };
                let beside = if up { entries.front() } else { entries.back() };
                let parted = beside.is_some_and(|beside| beside.section != entry.section);
                let cost = 1 + usize::from(parted);
                if rows + cost > height {
                    break;
                }
                rows += cost;
                if up {
                    entries.push_front(entry);
                    first -= 1;
                } else {
                    entries.push_back(entry);
                    end += 1;
                }
            }
        }
        self.entries = entries;
    }

    /// Reads on at the chosen match, among all of them again.
    fn go_on(&mut self, desk: &mut Desk<'_>) {
        desk.view.jumped_from(self.top);
        desk.finder.resume(desk.out);
        (self.filter, self.narrowed) = (Line::default(), None);
    }

    /// Takes the keys again: Esc returns to what is on the page now.
    pub(super) fn take_keys(&mut self, desk: &Desk<'_>) {
        self.top = desk.view.top();
        self.before = desk.finder.find().and_then(Find::current);
    }

    /// Chooses the match that is the current one on the page.
    pub(super) fn follow(&mut self, desk: &Desk<'_>) {
        if let Some(current) = desk.finder.find().and_then(Find::current) {
            self.chosen = current;
        }
    }

    /// Moves the choice by `step` matches.
    fn step(&mut self, step: isize, finder: &Finder) {
        let Some(find) = finder.find() else { return };
        let listed = self.listed(find);
        let to = list::stepped(self.chosen(find).unwrap_or(0), step, listed.total());
        if let Some((part, range)) = listed.nth(to) {
            self.chosen = Position::new(part, range.start);
        }
    }

    /// Searches for the matches beside which stands what was typed in the list.
    fn narrow(&mut self, desk: &mut Desk<'_>) -> Outcome {
        let job = desk.out.next_job();
        let beside = Matcher::new(&Query::words(self.filter.text())).ok();
        let find = desk.finder.find();
        let seeker = find.and_then(Find::seeker);
        self.narrowed = beside.zip(seeker.zip(find)).map(|(beside, (seeker, find))| {
            let seeker = Ok(seeker.beside(beside).into());
            let (document, growing) = (desk.book.document(), desk.book.growing());
            Find::with(job, find.query().clone(), seeker, document, self.chosen.part, growing)
        });
        if let Some(search) = self.narrowed.as_ref().and_then(Find::search) {
            desk.out.ask(Effect::Search { job, search });
        } else {
            self.show_chosen(desk);
            desk.finder.resume(desk.out);
        }
        Outcome::Stay
    }

    /// Takes what was found for the list, if `job` is its search.
    pub(in crate::app) fn take(&mut self, job: Job, parts: Vec<(usize, Hits)>, finished: bool) {
        if let Some(find) = self.narrowed.as_mut().filter(|find| find.job == job) {
            find.take(parts, finished);
        }
    }

    /// Brings the chosen match on the page.
    pub(in crate::app) fn show_chosen(&self, desk: &mut Desk<'_>) {
        let Some(find) = desk.finder.find_mut() else { return };
        let Some(place) = self.place(find) else { return };
        if find.current() != Some(place) {
            find.set_current(Some(place));
        }
        desk.view.reveal(place);
    }

    /// Makes the rows of the list that are seen.
    pub(super) fn settle(&mut self, desk: &Desk<'_>) {
        let panes = desk.view.panes();
        let height = panes.kept().or(panes.panel()).map_or(0, |area| area.entries().rows);
        if let Some(find) = desk.finder.find() {
            // The words of another search are others, also where its matches begin at the same places.
            if std::mem::replace(&mut self.job, find.job) != find.job {
                self.entries.clear();
            }
            self.lay_out(find, desk.book, height);
        }
    }
}

impl ListPanel for MatchList {
    fn line(&self) -> &Line {
        &self.filter
    }

    fn filter_mut(&mut self) -> &mut Line {
        &mut self.filter
    }

    fn steps_to(&self, row: usize, _area: Area, desk: &Desk<'_>) -> Option<isize> {
        let find = desk.finder.find()?;
        match self.rows().nth(row.checked_sub(1)?)? {
            ListRow::Match(entry) => {
                let at = self.listed(find).number_at(entry.place);
                Some(list::steps(self.chosen(find)?, at))
            }
            ListRow::Section(_) => None,
        }
    }

    fn obey(&mut self, pressed: Pressed, desk: &mut Desk<'_>) -> Outcome {
        match pressed {
            Pressed::Step(step) => self.step(step, desk.finder),
            Pressed::Narrow => return self.narrow(desk),
            Pressed::Take => {
                self.go_on(desk);
                return Outcome::Read;
            }
            Pressed::Keep => {
                self.go_on(desk);
                return Outcome::Keep;
            }
            Pressed::Leave => {
                desk.view.restore(self.top);
                if let Some(find) = desk.finder.find_mut() {
                    find.set_current(self.before);
                }
                desk.finder.resume(desk.out);
                return Outcome::Close;
            }
            Pressed::Fold(_) | Pressed::Correct(_) | Pressed::Name | Pressed::Nothing => {}
        }
        self.show_chosen(desk);
        Outcome::Stay
    }
}

impl MatchEntry {
    /// Returns the entry of the match that begins at `place` and has the bytes `range` of its part.
    fn of(book: &Book, place: Position, range: Range<usize>) -> Self {
        let document = book.document();
        let part = document.part(place.part);
        Self {
            place,
            context: Context::of(&part, &range, Ruby::Hidden),
            section: book.outline().holding(document.anchor(place)),
            percent: (document.fraction(place) * 100.0) as usize,
        }
    }
}
