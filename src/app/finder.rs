//! Looking for matches, and moving from one to another: the search that is shown, how something is looked for, the
//! searches of before.

use std::ops::Range;
use std::sync::Arc;

use super::book::Book;
use super::find::{Find, Jump, PendingJump};
use super::history::History;
use super::message::{Effect, Job};
use super::notice::Notice;
use super::outbox::Outbox;
use super::view::View;
use super::word;
use crate::document::Position;
use crate::layout::flow::Way;
use crate::search::{Hits, Query, SearchOptions};
use crate::shelf::Change;

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

/// What finds.
#[derive(Clone, Default)]
pub struct Finder {
    find: Option<Find>,
    /// What the lines hold that are shown, where not all are.
    filter: Option<Find>,
    options: SearchOptions,
    /// The same as it was set.
    set: SearchOptions,
    history: History,
}

impl Finder {
    /// Returns what finds nothing yet, with the switches as `options` say.
    pub(super) fn new(options: SearchOptions) -> Self {
        Self { options, set: options, ..Self::default() }
    }

    /// Returns the search whose matches are shown.
    pub fn find(&self) -> Option<&Find> {
        self.find.as_ref()
    }

    /// Returns what the lines hold that are shown, where not all are.
    pub fn filter(&self) -> Option<&Find> {
        self.filter.as_ref()
    }

    /// Returns how something is looked for.
    pub fn options(&self) -> SearchOptions {
        self.options
    }

    /// Returns the searches of before.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Takes the searches of earlier runs, and the switches as they were left with another document.
    pub(super) fn remember(&mut self, queries: Vec<Query>, options: SearchOptions) {
        self.history = History::of(queries);
        self.options = self.for_another(options);
    }

    /// Takes the search away, which was of another document.
    pub(super) fn turn_to(&mut self, out: &mut Outbox) {
        self.filter = None;
        self.drop_find(out);
        self.options = self.for_another(self.options);
    }

    /// Returns `options`, which were turned for one document, for another: looking for whole words or by pinyin fits one
    /// text, and hides matches in the next.
    fn for_another(&self, mut options: SearchOptions) -> SearchOptions {
        options.bounds = self.set.bounds;
        options.folding.pinyin = self.set.folding.pinyin;
        options
    }

    pub(super) fn find_mut(&mut self) -> Option<&mut Find> {
        self.find.as_mut()
    }

    /// Takes the search away, or puts another in its place.
    pub(super) fn set_find(&mut self, find: Option<Find>) -> Option<Find> {
        std::mem::replace(&mut self.find, find)
    }

    /// Takes the search away, and has the work of searches stopped.
    pub(super) fn drop_find(&mut self, out: &mut Outbox) {
        self.find = None;
        self.resume(out);
    }

    /// Shows only the lines that `find` finds, from the top of the page on.
    pub(super) fn begin_filter(&mut self, find: Find, view: &mut View, out: &mut Outbox) {
        self.filter = Some(find);
        self.show_filter(view);
        self.resume(out);
    }

    /// Shows all lines again, and returns whether not all were shown.
    pub(super) fn end_filter(&mut self, view: &mut View, out: &mut Outbox) -> bool {
        let ends = self.filter.take().is_some();
        if ends {
            view.set_filter(None);
            self.resume(out);
        }
        ends
    }

    /// Gives the page the lines that are found.
    fn show_filter(&self, view: &mut View) {
        let Some(filter) = &self.filter else { return };
        view.set_filter(Some(Arc::new(filter.clone())));
        if filter.finished() {
            view.settle_top();
        }
    }

    /// Returns whether `job` is the search for the lines that are shown.
    pub(super) fn filters_by(&self, job: Job) -> bool {
        self.filter.as_ref().is_some_and(|filter| filter.job == job)
    }

    /// Takes more of the lines that are shown; where there are none in the end, all are.
    pub(super) fn take_lines(
        &mut self,
        (parts, finished): (Vec<(usize, Hits)>, bool),
        view: &mut View,
        out: &mut Outbox,
    ) {
        let Some(filter) = self.filter.as_mut() else { return };
        filter.take(parts, finished);
        if filter.finished() && filter.total() == 0 {
            self.end_filter(view, out);
            return out.say(Notice::NotFound);
        }
        self.show_filter(view);
    }

    /// Takes the switches as they are now, and returns those before.
    pub(super) fn turn(&mut self, options: SearchOptions) -> SearchOptions {
        std::mem::replace(&mut self.options, options)
    }

    /// Begins to look for `query` that way from the place `from` on; upwards, only before it.
    pub(super) fn look_for(
        &mut self,
        query: Query,
        (from, way): (Position, Way),
        book: &Book,
        out: &mut Outbox,
    ) {
        let jump = PendingJump { from, way, times: 1, or_here: way == Way::Down };
        self.look(query, jump, book, out);
    }

    /// Begins to look for `query` as if it had been typed and kept.
    pub(super) fn asked_for(&mut self, query: Query, view: &View, book: &Book, out: &mut Outbox) {
        self.look_from(view.top(), query, book, out);
    }

    /// Begins to look for `words` as they are, from `place` on, as if they had been typed and kept.
    pub(super) fn look_for_words(
        &mut self,
        words: String,
        place: Position,
        book: &Book,
        out: &mut Outbox,
    ) {
        let query = word::literal(words, self.options.folding);
        self.look_from(place, query, book, out);
    }

    /// Begins to look for `query` from `place` on, and keeps it.
    fn look_from(&mut self, place: Position, query: Query, book: &Book, out: &mut Outbox) {
        self.look_for(query.clone(), (place, Way::Down), book, out);
        self.keep(query, self.options, out);
        if let Some(error) = self.find.as_ref().and_then(Find::error) {
            out.say(Notice::CantSearch(error.clone()));
        }
    }

    /// Begins to look for `query`, and goes to the match of `jump` when it is found.
    fn look(&mut self, query: Query, jump: PendingJump, book: &Book, out: &mut Outbox) {
        let job = out.next_job();
        let first = match jump.way {
            Way::Down => jump.from.part,
            Way::Up => jump.from.part.saturating_sub(PARTS_ABOVE),
        };
        let mut find = Find::new(job, query, book.document(), first, book.growing());
        find.way = jump.way;
        find.jump(jump);
        let search = find.search();
        self.find = Some(find);
        out.ask(search.map_or(Effect::StopSearch, |search| Effect::Search { job, search }));
    }

    /// Returns the word under the current match if that is on the page, else the first word of the page, and where it
    /// begins.
    pub(super) fn word_here(&self, view: &View, book: &Book) -> Option<(Position, String)> {
        let (part, range) = self.shown_bytes(view).or_else(|| view.first_word())?;
        let text = book.document().part(part);
        let range = word::around(&text, &range);
        Some((Position::new(part, range.start), text.slice(range).to_owned()))
    }

    /// Looks for the word under the current match if that is on the page, else for the first word of the page.
    pub(super) fn look_for_word(&mut self, view: &View, book: &Book, out: &mut Outbox) {
        let current = self.shown_bytes(view);
        let Some((from, word)) = self.word_here(view, book) else {
            return out.say(Notice::NoWord);
        };
        let query = word::query(&word, self.options.folding);
        let jump = PendingJump { from, way: Way::Down, times: 1, or_here: current.is_none() };
        self.look(query.clone(), jump, book, out);
        self.keep(query, self.options, out);
    }

    /// Remembers `query` and asks that it is kept; the switches were as `from` says before.
    pub(super) fn keep(&mut self, query: Query, from: SearchOptions, out: &mut Outbox) {
        self.history.remember(query.clone());
        out.save(Change::Search { query, from, to: self.options });
    }

    /// Goes on with the search that another one broke off, if one is shown, else with that for the lines that are shown.
    pub(super) fn resume(&mut self, out: &mut Outbox) {
        let job = out.next_job();
        let mut all = [&mut self.find, &mut self.filter].into_iter().filter_map(Option::as_mut);
        let unfinished = all.find(|find| !find.is_done());
        let search = unfinished.and_then(|find| {
            find.job = job;
            find.search()
        });
        out.ask(search.map_or(Effect::StopSearch, |search| Effect::Search { job, search }));
    }

    /// Returns where the current match begins, if it is on the page.
    pub(super) fn shown_match(&self, view: &View) -> Option<Position> {
        self.find.as_ref()?.current().filter(|place| view.shows(*place))
    }

    /// Returns the part and the bytes of the current match, if it is on the page.
    pub(super) fn shown_bytes(&self, view: &View) -> Option<(usize, Range<usize>)> {
        let find = self.find.as_ref()?;
        find.nth(find.number_at(self.shown_match(view)?))
    }

    /// Goes `times` matches on, or back, from the current one if it is on the page, else from the page.
    pub(super) fn next_match(
        &mut self,
        onward: Onward,
        times: usize,
        view: &mut View,
        out: &mut Outbox,
    ) {
        let current = self.shown_match(view);
        let Some(find) = &mut self.find else { return out.say(Notice::NoSearch) };
        let way = match (onward, find.way) {
            (Onward::On, way) => way,
            (Onward::Back, Way::Down) => Way::Up,
            (Onward::Back, Way::Up) => Way::Down,
        };
        let (from, or_here) = (current.unwrap_or(view.top()), current.is_none());
        let jump = find.jump(PendingJump { from, way, times, or_here });
        follow(find, (jump, way), view, out);
    }

    /// Returns whether `job` is the search that is shown.
    pub(super) fn owns(&self, job: Job) -> bool {
        self.find.as_ref().is_some_and(|find| find.job == job)
    }

    /// Takes what the search that is shown has found.
    pub(super) fn take(
        &mut self,
        (parts, finished): (Vec<(usize, Hits)>, bool),
        view: &mut View,
        out: &mut Outbox,
    ) {
        let Some(find) = self.find.as_mut() else { return };
        find.take(parts, finished);
        if let Some((jump, way)) = find.retry() {
            follow(find, (jump, way), view, out);
        }
        if finished && self.filter.as_ref().is_some_and(|filter| !filter.is_done()) {
            self.resume(out);
        }
    }

    /// Looks through what has come to the document since the search began.
    pub(super) fn search_on(&mut self, view: &mut View, book: &Book, out: &mut Outbox) {
        let more = self.filter.as_mut().is_some_and(|it| it.grow(book.document(), book.growing()));
        if more && self.find.as_ref().is_none_or(Find::is_done) {
            self.resume(out);
        }
        let Some(find) = &mut self.find else { return };
        if !find.grow(book.document(), book.growing()) {
            if let Some((jump, way)) = find.retry() {
                follow(find, (jump, way), view, out);
            }
            return;
        }
        let job = out.next_job();
        find.job = job;
        if let Some(search) = find.search() {
            out.ask(Effect::Search { job, search });
        }
    }
}

/// Shows the match of `find` that was found that `way`, or the next one in a line that is shown, or says what is the
/// matter.
fn follow(find: &mut Find, (mut jump, way): (Jump, Way), view: &mut View, out: &mut Outbox) {
    for _ in 0..find.total() {
        let Jump::To { place, .. } = jump else { break };
        if view.has_line(place) {
            break;
        }
        jump = find.jump(PendingJump { from: place, way, times: 1, or_here: false });
    }
    match jump {
        Jump::To { place, .. } if !view.has_line(place) => out.say(Notice::NotFound),
        Jump::To { place, wrapped } => {
            view.reveal(place);
            if wrapped {
                out.say(match way {
                    Way::Down => Notice::PastEnd,
                    Way::Up => Notice::PastStart,
                });
            }
        }
        // What could not be kept is the rarer news; the status line shows that nothing was found.
        Jump::NotFound if out.notice().is_some() => {}
        Jump::NotFound => out.say(Notice::NotFound),
        Jump::Pending => {}
    }
}
