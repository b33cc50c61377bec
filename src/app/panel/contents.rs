//! The contents: the sections of the document as a tree that folds, and narrows down as one types. The list is made
//! when something changes it, not when it is painted.

use std::sync::Arc;

use super::list::{self, Fold, ListPanel, Pressed};
use super::{Desk, Outcome};
use crate::app::book::Book;
use crate::app::folds::Folds;
use crate::app::panes::Area;
use crate::app::titles::matcher;
use crate::document::Outline;
use crate::input::Line;

/// The contents, open.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// The sections, as the numbers here mean them.
    outline: Arc<Outline>,
    filter: Line,
    /// The sections whose titles hold what was typed; none where nothing was.
    found: Option<Vec<usize>>,
    listed: Vec<usize>,
    chosen: Option<usize>,
    current: Option<usize>,
}

impl Contents {
    /// Returns the contents of `book` with the section `current`, which is read, chosen.
    pub(in crate::app) fn of(book: &Book, current: Option<usize>) -> Self {
        let outline = Arc::clone(book.sections().outline());
        let mut contents = Self { outline, chosen: current, current, ..Self::default() };
        contents.list(book.sections().folds());
        contents
    }

    /// Returns what was typed to narrow the list.
    pub fn filter(&self) -> &Line {
        &self.filter
    }

    /// Returns the number of the chosen section.
    pub fn chosen(&self) -> Option<usize> {
        self.chosen
    }

    /// Returns the number of the section that is read.
    pub fn current(&self) -> Option<usize> {
        self.current
    }

    /// Returns the numbers of the sections that are listed.
    pub fn listed(&self) -> &[usize] {
        &self.listed
    }

    /// Takes the sections as they are now, and the one that is read; that one is chosen when it is another than
    /// before, unless the reader is looking for something.
    pub(super) fn settle(&mut self, desk: &Desk<'_>) {
        let (outline, current) = (desk.book.sections().outline(), desk.view.section());
        let folds = desk.book.sections().folds();
        let same = Arc::ptr_eq(&self.outline, outline);
        if same && self.current == current {
            return;
        }
        if !same {
            let chosen = self.chosen.and_then(|chosen| self.outline.anchor(chosen));
            let kept = chosen.and_then(|anchor| outline.holding(anchor));
            self.chosen = kept.or(current);
            self.outline = Arc::clone(outline);
            self.look();
        } else if self.found.is_none() {
            self.chosen = current;
        }
        self.current = current;
        self.list(folds);
        self.keep_chosen();
    }

    /// Takes what was typed, and keeps the choice if it is listed, else chooses the first.
    fn narrow(&mut self, folds: &Folds) {
        self.look();
        self.list(folds);
        if self.place().is_none() {
            self.chosen = self.listed.first().copied();
        }
    }

    /// Finds the titles that hold what was typed, also by its letters as pinyin.
    fn look(&mut self) {
        let titles = || self.outline.sections().iter().enumerate();
        self.found = matcher(self.filter.text(), true).map(|matcher| {
            let holds = titles().filter(|(_, section)| matcher.is_match(section.title));
            holds.map(|(number, _)| number).collect()
        });
    }

    /// Where the chosen section is not listed, chooses the last listed one before it.
    fn keep_chosen(&mut self) {
        if let (None, Some(chosen)) = (self.place(), self.chosen) {
            let before = self.listed.partition_point(|number| *number <= chosen);
            self.chosen = self.listed.get(before.saturating_sub(1)).copied();
        }
    }

    /// Makes the list.
    fn list(&mut self, folds: &Folds) {
        self.listed = match &self.found {
            Some(found) => found.clone(),
            None => folds.visible(&self.outline, self.current),
        };
    }

    /// Returns where the chosen section stands in the list.
    pub fn place(&self) -> Option<usize> {
        self.listed.binary_search(&self.chosen?).ok()
    }

    /// Moves the choice by `step` rows of the list.
    fn step(&mut self, step: isize) {
        let next = self.place().map_or(0, |at| list::stepped(at, step, self.listed.len()));
        self.chosen = self.listed.get(next).copied();
    }

    fn fold(&mut self, fold: Fold, folds: &mut Folds) {
        match fold {
            Fold::In => self.fold_chosen(folds),
            Fold::Out => self.unfold_chosen(folds),
            Fold::All => self.fold_all(folds),
        }
    }

    /// Folds the chosen section; where there is nothing to fold, chooses the one that it lies in.
    fn fold_chosen(&mut self, folds: &mut Folds) {
        let Some(chosen) = self.chosen else { return };
        if self.outline.is_parent(chosen) && !folds.hide(&self.outline, chosen) {
            folds.set(&self.outline, chosen, true);
            self.list(folds);
        } else if let Some(parent) = self.outline.parent(chosen) {
            self.chosen = Some(parent);
        }
    }

    /// Unfolds the chosen section; where it is unfolded, chooses the first in it.
    fn unfold_chosen(&mut self, folds: &mut Folds) {
        let Some(chosen) = self.chosen.filter(|chosen| self.outline.is_parent(*chosen)) else {
            return;
        };
        if folds.hide(&self.outline, chosen) {
            folds.set(&self.outline, chosen, false);
            self.list(folds);
        } else {
            self.step(1);
        }
    }

    /// Folds all, or unfolds all, and keeps what holds the chosen section in sight.
    fn fold_all(&mut self, folds: &mut Folds) {
        folds.turn(&self.outline);
        self.list(folds);
        self.keep_chosen();
    }
}

impl ListPanel for Contents {
    fn line(&self) -> &Line {
        &self.filter
    }

    fn filter_mut(&mut self) -> &mut Line {
        &mut self.filter
    }

    fn steps_to(&self, row: usize, area: Area, _desk: &Desk<'_>) -> Option<isize> {
        let chosen = self.place().unwrap_or(0);
        list::steps_below_head(row, (chosen, self.listed.len()), (area.entries().rows, 1))
    }

    fn obey(&mut self, pressed: Pressed, desk: &mut Desk<'_>) -> Outcome {
        match pressed {
            Pressed::Leave => return Outcome::Close,
            Pressed::Keep => return Outcome::Keep,
            Pressed::Take => {
                let start = self.chosen.and_then(|number| desk.book.section_start(number));
                return start.map_or(Outcome::Close, Outcome::Go);
            }
            Pressed::Correct(correct) => desk.book.correct(correct, self.chosen, desk.out),
            Pressed::Step(step) => self.step(step),
            Pressed::Narrow => self.narrow(desk.book.sections().folds()),
            // A list that is narrowed has no folds.
            Pressed::Fold(_) if self.found.is_some() => {}
            Pressed::Fold(fold) => self.fold(fold, desk.book.sections_mut().folds_mut()),
            Pressed::Name | Pressed::Nothing => {}
        }
        Outcome::Stay
    }
}
