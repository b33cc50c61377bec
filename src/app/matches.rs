//! The list of the matches, by sections: only the rows that are seen are made, however many matches there are.

use std::collections::VecDeque;

use super::find::Find;
use super::{Effect, Focus, Job, State};
use crate::document::Position;
use crate::input::{Key, KeyCode, Line};
use crate::layout::flow::Flow;
use crate::search::{Context, Hits, Matcher, Query};

/// The list of the matches, open.
#[derive(Clone)]
pub struct MatchList {
    filter: Line,
    /// The search for the matches beside which stands what was typed, if something was.
    narrowed: Option<Find>,
    /// The place of the chosen match, or where to look for it: the first from here on is chosen.
    chosen: Position,
    entries: VecDeque<Entry>,
    /// The top of the page when the list was opened, to which Esc returns.
    top: Position,
    /// The match that was the current one then.
    before: Option<Position>,
}

/// A match in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
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
    Match(&'a Entry),
}

/// What a key did in the list.
enum Pick {
    /// It moved by so many matches.
    Step(isize),
    /// It changed the filter.
    Filter,
    /// It did nothing.
    Stay,
    /// It chose the match.
    Take,
    /// It closed the list.
    Leave,
}

impl MatchList {
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

    /// Makes the entries that fit in `height` rows around the chosen match; those that were there stay.
    fn lay_out(&mut self, find: &Find, flow: &Flow, height: usize) {
        let old = std::mem::take(&mut self.entries);
        let Some(chosen) = self.chosen(find) else { return };
        let listed = self.listed(find);
        let entry = |number: usize| {
            let (part, range) = listed.nth(number)?;
            let place = Position::new(part, range.start);
            let known = old.iter().find(|entry| entry.place == place).cloned();
            Some(known.unwrap_or_else(|| Entry::of(flow, place, range)))
        };
        let (mut first, mut end) = (chosen, chosen + 1);
        let mut entries: VecDeque<Entry> = entry(chosen).into_iter().collect();
        let mut rows = 1 + usize::from(!flow.outline().sections().is_empty());
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

    fn press(&mut self, key: Key, page: isize) -> Pick {
        match (key.code, key.ctrl) {
            (KeyCode::Esc, _) | (KeyCode::Char('c'), true) => Pick::Leave,
            (KeyCode::Enter, _) => Pick::Take,
            (KeyCode::Down, _) | (KeyCode::Char('n'), true) => Pick::Step(1),
            (KeyCode::Up, _) | (KeyCode::Char('p'), true) => Pick::Step(-1),
            (KeyCode::PageDown, _) => Pick::Step(page),
            (KeyCode::PageUp, _) => Pick::Step(-page),
            (KeyCode::Home, _) => Pick::Step(isize::MIN),
            (KeyCode::End, _) => Pick::Step(isize::MAX),
            _ if self.filter.press(key) => Pick::Filter,
            _ => Pick::Stay,
        }
    }
}

impl Entry {
    /// Returns the entry of the match that begins at `place` and has the bytes `range` of its part.
    fn of(flow: &Flow, place: Position, range: std::ops::Range<usize>) -> Self {
        let document = flow.document();
        let part = document.part(place.part);
        Self {
            place,
            context: Context::of(&part, &range),
            section: flow.outline().holding(document.anchor(place)),
            percent: (document.fraction(place) * 100.0) as usize,
        }
    }
}

impl State {
    /// Opens the list of the matches.
    pub(super) fn open_matches(&mut self) {
        let Some(find) = &self.find else {
            self.say("Nothing was searched for yet: / begins a search.");
            return;
        };
        if find.error().is_some() || (find.finished() && find.total() == 0) {
            self.say("Not found.");
            return;
        }
        let current = find.current();
        let list = MatchList {
            filter: Line::default(),
            narrowed: None,
            chosen: current.unwrap_or(self.top),
            entries: VecDeque::new(),
            top: self.top,
            before: current,
        };
        self.focus = Focus::Matches(Box::new(list));
        self.show_chosen();
    }

    pub(super) fn press_in_matches(&mut self, mut list: Box<MatchList>, key: Key) -> Vec<Effect> {
        let page = self.size.list_rows().saturating_sub(1).max(1).cast_signed();
        match list.press(key, page) {
            Pick::Step(step) => {
                if let Some(find) = &self.find {
                    let end = list.listed(find).total().saturating_sub(1);
                    let from = list.chosen(find).unwrap_or(0);
                    let to = list.listed(find).nth(from.saturating_add_signed(step).min(end));
                    list.chosen =
                        to.map_or(list.chosen, |(part, range)| Position::new(part, range.start));
                }
            }
            Pick::Filter => return self.narrow(list),
            Pick::Stay => {}
            Pick::Take => return self.resume_search(),
            Pick::Leave => {
                self.top = list.top;
                if let Some(find) = &mut self.find {
                    find.set_current(list.before);
                }
                return self.resume_search();
            }
        }
        self.focus = Focus::Matches(list);
        self.show_chosen();
        Vec::new()
    }

    pub(super) fn paste_in_matches(&mut self, mut list: Box<MatchList>, text: &str) -> Vec<Effect> {
        if list.filter.paste(text) {
            return self.narrow(list);
        }
        self.focus = Focus::Matches(list);
        Vec::new()
    }

    /// Searches for the matches beside which stands what was typed in the list.
    fn narrow(&mut self, mut list: Box<MatchList>) -> Vec<Effect> {
        let job = self.next_job();
        let beside = Matcher::new(&Query::words(list.filter.text())).ok();
        let document = self.flow.document();
        let seeker = self.find.as_ref().and_then(Find::seeker);
        list.narrowed =
            beside.zip(seeker.zip(self.find.as_ref())).map(|(beside, (seeker, find))| {
                let seeker = Ok(seeker.beside(beside).into());
                Find::with(
                    job,
                    find.query().clone(),
                    seeker,
                    document,
                    list.chosen.part,
                    self.growing,
                )
            });
        let search = list.narrowed.as_ref().and_then(Find::search);
        self.focus = Focus::Matches(list);
        if let Some(search) = search {
            return vec![Effect::Search { job, search }];
        }
        self.show_chosen();
        self.resume_search()
    }

    /// Takes what was found for the list, if `job` is its search.
    pub(super) fn found_for_list(&mut self, job: Job, parts: Vec<(usize, Hits)>, finished: bool) {
        let Focus::Matches(list) = &mut self.focus else { return };
        if let Some(find) = list.narrowed.as_mut().filter(|find| find.job == job) {
            find.take(parts, finished);
        }
    }

    /// Brings the chosen match on the page.
    pub(super) fn show_chosen(&mut self) {
        let (Focus::Matches(list), Some(find)) = (&self.focus, &mut self.find) else { return };
        let Some(place) = list.place(find) else { return };
        if find.current() != Some(place) {
            find.set_current(Some(place));
        }
        self.reveal(place);
    }

    /// Makes the rows of the list that are seen.
    pub(super) fn settle_matches(&mut self) {
        // One row is the head of the list.
        let height = self.size.list_rows().saturating_sub(1);
        match (&mut self.focus, &self.find) {
            (Focus::Matches(list), Some(find)) => list.lay_out(find, &self.flow, height),
            // The document was read anew, and there are no matches any more.
            (Focus::Matches(_), None) => self.focus = Focus::Page,
            _ => {}
        }
    }
}
