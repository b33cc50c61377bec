//! What the reader marked in a document: places with letters, bookmarks, which may have names, highlights, notes.

mod locating;
mod place_mark;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::message::{Effect, Job};
use super::notice::Notice;
use super::outbox::Outbox;
use crate::budget::MARKS;
use crate::document::{Document, Position};
use crate::shelf::{Change, Entry, Id};

pub use locating::Locating;
pub use place_mark::{Label, PlaceMark};

/// What became of a mark whose last change was taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undone {
    /// It was deleted, and is there again.
    Back,
    /// It was made, and is gone.
    Gone,
    /// It is as it was before.
    AsBefore,
}

/// The marks of a document, in its order.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    all: Vec<PlaceMark>,
    /// What was changed: the mark that is there since, and the one that was there before.
    changes: Vec<(Option<PlaceMark>, Option<PlaceMark>)>,
    /// The search for them that goes on: it takes their parts of the document.
    locating: Option<Job>,
}

impl Marks {
    /// Takes the marks that were kept, to be located in `document`. One that was made meanwhile is there already.
    pub(super) fn recall(&mut self, kept: Vec<Entry>, document: &Document) {
        let kept = kept.into_iter().filter_map(|entry| PlaceMark::kept(entry, document));
        let made: HashSet<Id> = self.all.iter().map(PlaceMark::id).collect();
        self.all.extend(kept.take(MARKS).filter(|mark| !made.contains(&mark.id())));
        self.all.sort_by_key(|mark| (mark.place(), mark.locator().offset));
    }

    /// Asks that they are looked for in `document`, of which more may come where it is `growing`.
    pub(super) fn locate(&mut self, document: &Document, growing: bool, out: &mut Outbox) {
        let marks: Vec<PlaceMark> = self.every().map(|mark| mark.clone()).collect();
        self.locating = (!marks.is_empty()).then(|| out.next_job());
        if let Some(job) = self.locating {
            let locating = Box::new(Locating::new(document, growing, marks));
            out.ask(Effect::Locate { job, locating });
        }
    }

    /// Takes where these marks are that search `job` has found.
    pub(super) fn take_located(&mut self, job: Job, found: &[PlaceMark]) {
        if self.locating != Some(job) {
            return;
        }
        // A letter may have been at other places before.
        let mut by_id: HashMap<Id, Vec<&PlaceMark>> = HashMap::new();
        for mark in found {
            by_id.entry(mark.id()).or_default().push(mark);
        }
        for mark in self.every() {
            let found = by_id.get(&mark.id());
            found.into_iter().flatten().for_each(|found| mark.take_place(found));
        }
        self.all.sort_by_key(PlaceMark::place);
    }

    /// Takes that they are to be looked for in `document`, which is another one now.
    pub(super) fn lose(&mut self, document: &Document) {
        self.every().for_each(|mark| mark.lose(document));
        self.all.sort_by_key(PlaceMark::place);
    }

    /// Returns the marks that are there and those that were or may be again.
    fn every(&mut self) -> impl Iterator<Item = &mut PlaceMark> {
        let undoable =
            self.changes.iter_mut().flat_map(|(now, before)| now.iter_mut().chain(before));
        self.all.iter_mut().chain(undoable)
    }

    /// Returns what is to be kept after the last change.
    pub(super) fn to_keep(&self) -> Vec<Change> {
        let Some((now, before)) = self.changes.last() else { return Vec::new() };
        to_keep(now.as_ref(), before.as_ref())
    }

    /// Returns the marks in the order of the document.
    pub fn all(&self) -> &[PlaceMark] {
        &self.all
    }

    /// Returns where the mark of `letter` is in `document`.
    pub(super) fn place_of(&self, letter: char, document: &Document) -> Option<Position> {
        let mark = self.all.iter().find(|mark| *mark.label() == Label::Letter(letter))?;
        Some(mark.found_in(document).place())
    }

    /// Returns the marks, as far as they are located, that begin at `start`, or after it and before `end`.
    pub fn within(&self, start: Position, end: Position) -> impl Iterator<Item = &PlaceMark> {
        let first = self.all.partition_point(|mark| mark.place() < start);
        let here = self.all.iter().skip(first);
        let here = here.take_while(move |mark| mark.place() < end || mark.place() == start);
        here.filter(|mark| mark.is_located())
    }

    /// Returns the marks whose words have some of `range`, in the order in which they begin.
    pub fn over(&self, range: Range<Position>) -> impl Iterator<Item = &PlaceMark> {
        let begun = self.all.partition_point(|mark| mark.place() < range.end);
        let begun = self.all.iter().take(begun);
        begun.filter(move |mark| mark.range().end > range.start && !mark.range().is_empty())
    }

    /// Returns the mark for which `is` holds of exactly `range`; where that is one cluster, the last begun that has it.
    pub(super) fn found(
        &self,
        range: &Range<Position>,
        document: &Document,
        is: impl Fn(&PlaceMark) -> bool,
    ) -> Option<&PlaceMark> {
        let is_one = document.after_cluster(range.start) >= range.end;
        let marks = self.over(range.clone()).filter(|mark| is(mark));
        marks.filter(|mark| is_one || mark.range() == range).last()
    }

    /// Returns the number of the highlight, or the note, that was begun last of those that have some of `range`.
    pub(super) fn last_over(&self, range: &Range<Position>) -> Option<usize> {
        let id = self.over(range.clone()).last()?.id();
        self.all.iter().position(|mark| mark.id() == id)
    }

    /// Returns whether there are as many marks as there may be.
    pub(super) fn is_full(&self) -> bool {
        self.all.len() >= MARKS
    }

    /// Sets `mark`, in place of the one of the same letter, or of the bookmark of the same place.
    pub(super) fn set(&mut self, mark: PlaceMark) -> Result<(), Notice> {
        let before = self.all.iter().position(|other| mark.replaces(other));
        if before.is_none() && self.is_full() {
            return Err(Notice::MarksFull);
        }
        let before = before.map(|at| self.all.remove(at));
        self.insert(mark.clone());
        self.changes.push((Some(mark), before));
        Ok(())
    }

    /// Removes mark number `at` and returns it.
    pub(super) fn remove(&mut self, at: usize) -> Option<PlaceMark> {
        if at >= self.all.len() {
            return None;
        }
        let mark = self.all.remove(at);
        self.changes.push((None, Some(mark.clone())));
        Some(mark)
    }

    /// Has `now` there in place of the note `before` and of any draft of them; where `is_change`, that can be taken back.
    /// Returns what is to be kept.
    pub(super) fn put_note(
        &mut self,
        now: Option<&PlaceMark>,
        before: Option<&PlaceMark>,
        is_change: bool,
    ) -> Vec<Change> {
        for note in now.iter().chain(&before) {
            self.all.retain(|mark| mark.id() != note.id());
        }
        if let Some(now) = now {
            self.insert(now.clone());
        }
        if is_change {
            self.changes.push((now.cloned(), before.cloned()));
        }
        to_keep(now, before)
    }

    /// Takes the last change back and returns the mark that it was of, what became of that, and what is to be kept.
    pub(super) fn undo(&mut self) -> Option<(PlaceMark, Undone, Vec<Change>)> {
        let (now, before) = self.changes.pop()?;
        if let Some(now) = &now {
            self.all.retain(|mark| !now.replaces(mark));
        }
        if let Some(before) = &before {
            self.insert(before.clone());
        }
        let undone = match (&now, &before) {
            (None, _) => Undone::Back,
            (Some(_), None) => Undone::Gone,
            (Some(_), Some(_)) => Undone::AsBefore,
        };
        let keep = to_keep(before.as_ref(), now.as_ref());
        before.or(now).map(|mark| (mark, undone, keep))
    }

    fn insert(&mut self, mark: PlaceMark) {
        let at = self.all.partition_point(|other| other.place() <= mark.place());
        self.all.insert(at, mark);
    }
}

/// Returns what is to be kept where `now` is there in place of `before`.
fn to_keep(now: Option<&PlaceMark>, before: Option<&PlaceMark>) -> Vec<Change> {
    let gone = before.map(PlaceMark::id).filter(|id| now.map(PlaceMark::id) != Some(*id));
    let put = now.map(PlaceMark::to_keep);
    gone.map(Change::Remove).into_iter().chain(put).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bookmark(byte: usize) -> PlaceMark {
        PlaceMark::at(byte, Label::Name(String::new()))
    }

    #[test]
    fn a_letter_is_of_one_place_and_a_place_has_one_bookmark() {
        let mut marks = Marks::default();
        for (byte, label) in
            [(9, Label::Letter('a')), (5, Label::Letter('a')), (5, Label::Letter('b'))]
        {
            assert_eq!(marks.set(PlaceMark::at(byte, label)), Ok(()));
        }
        let labels: Vec<_> =
            marks.all().iter().map(|mark| (mark.label(), mark.place().byte)).collect();
        assert_eq!(labels, [(&Label::Letter('a'), 5), (&Label::Letter('b'), 5)]);
        assert_eq!((marks.set(bookmark(5)), marks.set(bookmark(5))), (Ok(()), Ok(())));
        assert_eq!(marks.all().len(), 3);
    }

    #[test]
    fn each_change_is_taken_back_the_last_first() {
        let mut marks = Marks::default();
        marks.set(bookmark(3)).unwrap();
        marks.set(bookmark(7)).unwrap();
        let before = marks.all().to_vec();
        marks.set(marks.all()[1].named("rain")).unwrap();
        assert_eq!(marks.all()[1].words(), "rain");
        marks.remove(0);
        marks.undo();
        marks.undo();
        assert_eq!(marks.all(), before);
        assert!(marks.undo().is_some() && marks.undo().is_some() && marks.undo().is_none());
        assert_eq!(marks.all(), []);
    }

    #[test]
    fn a_row_has_the_marks_that_begin_in_it() {
        let mut marks = Marks::default();
        marks.set(PlaceMark::at(4, Label::Letter('a'))).unwrap();
        marks.set(bookmark(8)).unwrap();
        let count =
            |start, end| marks.within(Position::new(0, start), Position::new(0, end)).count();
        assert_eq!(
            [count(0, 8), count(0, 9), count(8, 8), count(8, 12), count(9, 12)],
            [1, 2, 1, 1, 0]
        );
    }

    #[test]
    fn a_document_has_so_many_marks_and_no_more() {
        let all = (0..MARKS - 1).map(bookmark).collect();
        let mut marks = Marks { all, ..Marks::default() };
        assert_eq!(marks.set(bookmark(MARKS)), Ok(()));
        assert_eq!(marks.set(bookmark(MARKS + 1)), Err(Notice::MarksFull));
        assert_eq!(marks.set(bookmark(MARKS)), Ok(()), "it takes the place of one");
    }
}
