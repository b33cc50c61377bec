//! The places that the reader marked: with letters, and bookmarks, which may have names.

use std::ops::Range;

use super::notice::Notice;
use crate::budget::MARKS;
use crate::document::{Document, Granularity, Locator, Position};
use crate::shelf::{Change, Id, Item};

/// A place that the reader marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceMark {
    label: Label,
    locator: Locator,
    place: Position,
    /// The title of the section that it was made in.
    section: String,
}

/// What a mark is known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// A letter, of which there is one.
    Letter(char),
    /// It is a bookmark, and this is its name; it may be empty.
    Name(String),
}

impl PlaceMark {
    /// Returns the mark of `place`, which is in the section with this title.
    pub(super) fn of(document: &Document, place: Position, label: Label, section: &str) -> Self {
        let section = section.to_owned();
        Self { label, locator: Locator::of(document, place), place, section }
    }

    /// Returns the mark that was kept as `item`, not found yet; none where it is something else.
    fn kept(item: Item) -> Option<Self> {
        let (label, locator, section) = match item {
            Item::Mark { letter, place } => (Label::Letter(letter), place, String::new()),
            Item::Bookmark { place, name, section } => (Label::Name(name), place, section),
            _ => return None,
        };
        Some(Self { label, locator, place: Position::default(), section })
    }

    /// Returns how it is kept.
    fn item(&self) -> Item {
        let place = self.locator.clone();
        match &self.label {
            Label::Letter(letter) => Item::Mark { letter: *letter, place },
            Label::Name(name) => {
                let (name, section) = (name.clone(), self.section.clone());
                Item::Bookmark { place, name, section }
            }
        }
    }

    /// Returns the name under which it is kept.
    fn id(&self) -> Id {
        match &self.label {
            Label::Letter(letter) => Id::of_mark(*letter),
            Label::Name(_) => Id::of_bookmark(&self.locator),
        }
    }

    /// Returns what it is known by.
    pub fn label(&self) -> &Label {
        &self.label
    }

    /// Returns where it is in the document, or as near as its text is found again.
    pub fn place(&self) -> Position {
        self.place
    }

    /// Returns its name; where it has none, the words that stand there.
    pub fn words(&self) -> &str {
        match &self.label {
            Label::Name(name) if !name.is_empty() => name,
            _ => &self.locator.quote.words,
        }
    }

    /// Returns whether this takes the place of `other`: both have one letter, or are bookmarks of one place.
    fn replaces(&self, other: &Self) -> bool {
        match (&self.label, &other.label) {
            (Label::Letter(one), Label::Letter(other)) => one == other,
            (Label::Name(_), Label::Name(_)) => self.place == other.place,
            _ => false,
        }
    }
}

/// The marks of a document, in its order.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    all: Vec<PlaceMark>,
    /// What was changed: the mark that is there since, and the one that was there before.
    changes: Vec<(Option<PlaceMark>, Option<PlaceMark>)>,
    /// Those that were kept and were not looked for yet: that takes their parts of the document.
    kept: Vec<PlaceMark>,
}

impl Marks {
    /// Takes the marks that were kept, to be looked for later.
    pub(super) fn recall(&mut self, kept: Vec<Item>) {
        self.kept = kept.into_iter().filter_map(PlaceMark::kept).take(MARKS).collect();
    }

    /// Looks for the marks that were kept and not looked for yet.
    pub(super) fn settle(&mut self, document: &Document) {
        if !self.kept.is_empty() {
            let kept = std::mem::take(&mut self.kept);
            self.all.extend(kept);
            self.find_again(document);
        }
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

    /// Returns where the mark of `letter` is.
    pub(super) fn place_of(&self, letter: char) -> Option<Position> {
        let mut marks = self.all.iter();
        marks.find(|mark| mark.label == Label::Letter(letter)).map(PlaceMark::place)
    }

    /// Returns the places of the bookmarks at the start of `range`, or after it and before its end.
    pub fn bookmarks_in(&self, range: Range<Position>) -> impl Iterator<Item = Position> {
        let first = self.all.partition_point(|mark| mark.place < range.start);
        let here = self
            .all
            .iter()
            .skip(first)
            .take_while(move |mark| mark.place < range.end || mark.place == range.start);
        here.filter(|mark| matches!(mark.label, Label::Name(_))).map(PlaceMark::place)
    }

    /// Sets `mark`, in place of the one of the same letter, or of the bookmark of the same place.
    pub(super) fn set(&mut self, mark: PlaceMark) -> Result<(), Notice> {
        let before = self.all.iter().position(|other| mark.replaces(other));
        if before.is_none() && self.all.len() >= MARKS {
            return Err(Notice::MarksFull);
        }
        let before = before.map(|at| self.all.remove(at));
        self.insert(mark.clone());
        self.changes.push((Some(mark), before));
        Ok(())
    }

    /// Gives mark number `at` this name; one with a letter becomes a bookmark besides.
    pub(super) fn name(&mut self, at: usize, name: &str) -> Result<(), Notice> {
        let Some(mark) = self.all.get(at) else { return Ok(()) };
        let label = Label::Name(name.trim().to_owned());
        self.set(PlaceMark { label, ..mark.clone() })
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

    /// Takes the last change back and returns the mark that it was of, and what is to be kept.
    pub(super) fn undo(&mut self) -> Option<(PlaceMark, Vec<Change>)> {
        let (now, before) = self.changes.pop()?;
        if let Some(now) = &now {
            self.all.retain(|mark| !now.replaces(mark));
        }
        if let Some(before) = &before {
            self.insert(before.clone());
        }
        let keep = to_keep(before.as_ref(), now.as_ref());
        before.or(now).map(|mark| (mark, keep))
    }

    /// Finds the marks in `document`, which is another now.
    pub(super) fn find_again(&mut self, document: &Document) {
        let changed =
            self.changes.iter_mut().flat_map(|(now, before)| now.iter_mut().chain(before));
        let mut marks: Vec<&mut PlaceMark> = self.all.iter_mut().chain(changed).collect();
        let locators: Vec<Locator> = marks.iter().map(|mark| mark.locator.clone()).collect();
        let locators: Vec<&Locator> = locators.iter().collect();
        let found = Locator::find_all(&locators, document, Granularity::Place);
        for (mark, found) in marks.iter_mut().zip(found) {
            mark.place = found.place();
        }
        self.all.sort_by_key(PlaceMark::place);
    }

    fn insert(&mut self, mark: PlaceMark) {
        let at = self.all.partition_point(|other| other.place <= mark.place);
        self.all.insert(at, mark);
    }
}

/// Returns what is to be kept where `now` is there in place of `before`.
fn to_keep(now: Option<&PlaceMark>, before: Option<&PlaceMark>) -> Vec<Change> {
    let gone = before.map(PlaceMark::id).filter(|id| now.map(PlaceMark::id) != Some(*id));
    let put = now.map(|mark| Change::Put(mark.id(), mark.item()));
    gone.map(Change::Remove).into_iter().chain(put).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(byte: usize, label: Label) -> PlaceMark {
        let (place, section) = (Position::new(0, byte), String::new());
        let quote = crate::document::Quote { words: byte.to_string(), ..Default::default() };
        PlaceMark { label, locator: Locator { quote, ..Locator::default() }, place, section }
    }

    fn bookmark(byte: usize) -> PlaceMark {
        mark(byte, Label::Name(String::new()))
    }

    #[test]
    fn a_letter_is_of_one_place_and_a_place_has_one_bookmark() {
        let mut marks = Marks::default();
        for (byte, label) in
            [(9, Label::Letter('a')), (5, Label::Letter('a')), (5, Label::Letter('b'))]
        {
            assert_eq!(marks.set(mark(byte, label)), Ok(()));
        }
        assert_eq!((marks.place_of('a'), marks.all().len()), (Some(Position::new(0, 5)), 2));
        assert_eq!((marks.set(bookmark(5)), marks.set(bookmark(5))), (Ok(()), Ok(())));
        assert_eq!(marks.all().len(), 3);
    }

    #[test]
    fn each_change_is_taken_back_the_last_first() {
        let mut marks = Marks::default();
        marks.set(bookmark(3)).unwrap();
        marks.set(bookmark(7)).unwrap();
        let before = marks.all().to_vec();
        marks.name(1, " rain ").unwrap();
        assert_eq!(marks.all()[1].words(), "rain");
        marks.remove(0);
        marks.undo();
        marks.undo();
        assert_eq!(marks.all(), before);
        assert!(marks.undo().is_some() && marks.undo().is_some() && marks.undo().is_none());
        assert_eq!(marks.all(), []);
    }

    #[test]
    fn a_row_has_a_bookmark_that_lies_in_it() {
        let mut marks = Marks::default();
        marks.set(mark(4, Label::Letter('a'))).unwrap();
        marks.set(bookmark(8)).unwrap();
        let at = |byte| Position::new(0, byte);
        let has = |start, end| marks.bookmarks_in(at(start)..at(end)).next().is_some();
        assert_eq!(
            [has(0, 8), has(0, 9), has(8, 8), has(8, 12), has(9, 12)],
            [false, true, true, true, false]
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
