//! The list of bookmarks and of marks with letters; and that of highlights and notes.

use super::list::{self, ListPanel, Pressed};
use super::{Desk, NoteWindow, Outcome};
use crate::app::book::Book;
use crate::app::marks::{Label, PlaceMark};
use crate::app::panes::Area;
use crate::app::titles::matcher;
use crate::document::Position;
use crate::input::{Correct, Key, Line, PromptAction};
use crate::shelf::Id;

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// What marks a place: letters, bookmarks.
    Place,
    /// What is of words: highlights, notes.
    Words,
}

impl MarkKind {
    /// Returns the kind of `mark`.
    fn of(mark: &PlaceMark) -> Self {
        match mark.label() {
            Label::Letter(_) | Label::Name(_) => Self::Place,
            Label::Highlight { .. } | Label::Note { .. } => Self::Words,
        }
    }
}

/// A list of marks, open.
#[derive(Clone, Debug)]
pub struct Bookmarks {
    kind: MarkKind,
    filter: Line,
    /// The numbers of the marks that what was typed leaves.
    listed: Vec<usize>,
    /// Which of these is chosen.
    chosen: usize,
    /// The name that is typed for the chosen one.
    name: Option<Line>,
}

impl Bookmarks {
    /// Returns the list of the marks of `book` of this kind, with the last one before `top` chosen; none where there are
    /// none.
    pub(in crate::app) fn of(kind: MarkKind, book: &Book, top: Position) -> Option<Self> {
        let marks = book.marks().all();
        let (filter, name) = (Line::default(), None);
        let all = marks.iter().enumerate().filter(|(_, mark)| MarkKind::of(mark) == kind);
        let listed: Vec<usize> = all.map(|(at, _)| at).collect();
        let before = marks.partition_point(|mark| mark.place() <= top);
        let chosen = listed.partition_point(|at| *at < before).saturating_sub(1);
        (!listed.is_empty()).then_some(Self { kind, filter, listed, chosen, name })
    }

    /// Returns what is listed.
    pub fn kind(&self) -> MarkKind {
        self.kind
    }

    /// Returns what was typed to narrow the list.
    pub fn filter(&self) -> &Line {
        &self.filter
    }

    /// Returns the name that is typed.
    pub fn name(&self) -> Option<&Line> {
        self.name.as_ref()
    }

    /// Returns the numbers of the marks that are listed.
    pub fn listed(&self) -> &[usize] {
        &self.listed
    }

    /// Returns which of these is chosen.
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// Returns how many rows each mark takes: what a note is on stands below it, and below the others the section, where
    /// there are any.
    pub fn entry_rows(&self, book: &Book) -> usize {
        let below = self.kind == MarkKind::Words || !book.outline().sections().is_empty();
        if below { 2 } else { 1 }
    }

    /// Lists the marks as they are now, and chooses the last before the top of the page.
    pub(super) fn follow(&mut self, desk: &Desk<'_>) {
        self.narrow(desk.book);
        let (marks, top) = (desk.book.marks().all(), desk.view.first_row());
        let before = |at: &usize| marks.get(*at).is_some_and(|mark| mark.place() <= top);
        self.chosen = self.listed.partition_point(before).saturating_sub(1);
    }

    /// Returns the name under which the chosen mark is kept.
    pub(in crate::app) fn chosen_id(&self, book: &Book) -> Option<Id> {
        book.marks().all().get(*self.listed.get(self.chosen)?).map(PlaceMark::id)
    }

    /// Lists the marks as they are located now, with the one of this name chosen.
    pub(in crate::app) fn renumber(&mut self, id: Option<Id>, book: &Book) {
        self.narrow(book);
        let is_it = |at: &usize| book.marks().all().get(*at).map(PlaceMark::id) == id;
        self.chosen = self.listed.iter().position(is_it).unwrap_or(self.chosen);
    }

    /// Lists the marks whose words, or the title of whose section, have what was typed.
    fn narrow(&mut self, book: &Book) {
        let matcher = matcher(self.filter.text(), true);
        let has = |mark: &PlaceMark| {
            matcher.as_ref().is_none_or(|matcher| {
                matcher.is_match(mark.words())
                    || matcher.is_match(mark.quoted())
                    || matcher.is_match(book.section_title(mark.place()))
            })
        };
        let marks = book.marks().all().iter().enumerate();
        let marks = marks.filter(|(_, mark)| MarkKind::of(mark) == self.kind && has(mark));
        self.listed = marks.map(|(at, _)| at).collect();
        self.chosen = self.chosen.min(self.listed.len().saturating_sub(1));
    }
}

impl ListPanel for Bookmarks {
    fn line(&self) -> &Line {
        self.name.as_ref().unwrap_or(&self.filter)
    }

    fn filter_mut(&mut self) -> &mut Line {
        &mut self.filter
    }

    fn steps_to(&self, row: usize, area: Area, desk: &Desk<'_>) -> Option<isize> {
        let entries = (self.chosen, self.listed.len());
        let rows = (area.entries().rows, self.entry_rows(desk.book));
        list::steps_below_head(row, entries, rows).filter(|_| self.name.is_none())
    }

    fn obey(&mut self, pressed: Pressed, desk: &mut Desk<'_>) -> Outcome {
        let at = self.listed.get(self.chosen).copied();
        match pressed {
            Pressed::Leave => return Outcome::Close,
            Pressed::Keep => return Outcome::Keep,
            Pressed::Take => {
                let mark = at.and_then(|at| desk.book.marks().all().get(at));
                let place = mark.map(|mark| mark.found_in(desk.book.document()).place());
                return place.map_or(Outcome::Close, Outcome::Go);
            }
            Pressed::Step(step) => {
                self.chosen = list::stepped(self.chosen, step, self.listed.len());
            }
            Pressed::Narrow => self.narrow(desk.book),
            Pressed::Name if self.kind == MarkKind::Place => {
                self.name = at.map(|at| name_of(desk.book.marks().all().get(at)));
            }
            Pressed::Name => return at.map_or(Outcome::Stay, |at| write(at, desk)),
            Pressed::Correct(Correct::Drop) => {
                if let Some(at) = at {
                    desk.book.remove_mark(at, desk.out);
                }
                self.narrow(desk.book);
            }
            Pressed::Correct(Correct::Undo) => {
                desk.book.undo_mark(desk.out);
                self.narrow(desk.book);
            }
            Pressed::Correct(_) | Pressed::Fold(_) | Pressed::Nothing => {}
        }
        Outcome::Stay
    }

    fn written_mut(&mut self) -> Option<&mut Line> {
        self.name.as_mut()
    }

    /// Takes a key into the name, which Enter gives to the chosen mark.
    fn write(&mut self, key: Key, desk: &mut Desk<'_>) {
        match desk.keymap.prompt().action(key) {
            Some(PromptAction::Leave) => self.name = None,
            Some(PromptAction::Keep) => {
                let at = self.listed.get(self.chosen).copied();
                if let Some((at, name)) = at.zip(self.name.take()) {
                    desk.book.name_mark(at, name.text(), desk.out);
                }
                self.narrow(desk.book);
            }
            _ => {
                if let Some(name) = &mut self.name {
                    name.press(key);
                }
            }
        }
    }
}

/// Returns the line of the name that `mark` has.
fn name_of(mark: Option<&PlaceMark>) -> Line {
    match mark.map(PlaceMark::label) {
        Some(Label::Name(name)) => Line::of(name),
        _ => Line::default(),
    }
}

/// Opens the note that is mark number `at`, or one on the words that are highlighted there.
fn write(at: usize, desk: &mut Desk<'_>) -> Outcome {
    let Some(mark) = desk.book.marks().all().get(at) else { return Outcome::Stay };
    let mark = &mark.found_in(desk.book.document());
    let window = match mark.note() {
        Some(_) => Ok(NoteWindow::of(mark)),
        None => NoteWindow::open(&mark.range().clone(), desk.book),
    };
    match window {
        Ok(window) => return Outcome::Write(Box::new(window)),
        Err(notice) => desk.out.say(notice),
    }
    Outcome::Stay
}
