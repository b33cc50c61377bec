//! The contents: the sections of the document as a tree that folds, and narrows down as one types. The list is made
//! when something changes it, not when it is painted.

use std::sync::Arc;

use super::folds::Folds;
use super::sections::matcher;
use super::{Effect, Focus, State};
use crate::document::Outline;
use crate::input::{ContentsAction, Correct, Key, Line, contents_action};

/// The contents, open.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// The sections, as the numbers here mean them.
    outline: Arc<Outline>,
    filter: Line,
    /// Whether letters go into the filter.
    typing: bool,
    /// The sections whose titles hold what was typed; none where nothing was.
    found: Option<Vec<usize>>,
    listed: Vec<usize>,
    chosen: Option<usize>,
    current: Option<usize>,
}

/// What a key did in the contents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pick {
    /// Nothing outside them.
    Stay,
    /// It chose the section of this number.
    Section(usize),
    /// It asked for this correction, of the chosen section where it needs one.
    Correct(Correct),
    /// It closed them.
    Leave,
}

impl Contents {
    /// Returns the contents of `outline` with the section `current`, which is read, chosen.
    pub(super) fn at(outline: &Arc<Outline>, folds: &Folds, current: Option<usize>) -> Self {
        let outline = Arc::clone(outline);
        let mut contents = Self { outline, chosen: current, current, ..Self::default() };
        contents.list(folds);
        contents
    }

    /// Returns what was typed to narrow the list.
    pub fn filter(&self) -> &Line {
        &self.filter
    }

    /// Returns whether letters go into the filter.
    pub fn typing(&self) -> bool {
        self.typing
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
    pub(super) fn refresh(
        &mut self,
        outline: &Arc<Outline>,
        folds: &Folds,
        current: Option<usize>,
    ) {
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

    /// Takes a key; `page` is how many rows a page of the list has.
    pub(super) fn press(&mut self, key: Key, folds: &mut Folds, page: isize) -> Pick {
        use ContentsAction as Do;
        let letter = self.typing && key.typed().is_some();
        match contents_action(key).filter(|_| !letter) {
            Some(Do::Leave) => return Pick::Leave,
            Some(Do::Go) => return self.chosen.map_or(Pick::Leave, Pick::Section),
            Some(Do::Correct(correct)) => return Pick::Correct(correct),
            Some(Do::Down) => self.step(1),
            Some(Do::Up) => self.step(-1),
            Some(Do::PageDown) => self.step(page),
            Some(Do::PageUp) => self.step(-page),
            Some(Do::Start) => self.step(isize::MIN),
            Some(Do::End) => self.step(isize::MAX),
            Some(Do::Look) => self.typing = true,
            Some(Do::Fold) if !self.typing => self.fold(folds),
            Some(Do::Unfold) if !self.typing => self.unfold(folds),
            Some(Do::FoldAll) if !self.typing => self.fold_all(folds),
            _ if self.filter.press(key) => self.narrow(folds),
            // Rubbing out what is not there is the way back to the keys of the list.
            _ => self.typing &= !self.filter.text().is_empty(),
        }
        Pick::Stay
    }

    /// Takes a pasted text into the filter.
    pub(super) fn paste(&mut self, text: &str, folds: &Folds) {
        if self.filter.paste(text) {
            self.narrow(folds);
        }
    }

    /// Takes what was typed, and keeps the choice if it is listed, else chooses the first.
    fn narrow(&mut self, folds: &Folds) {
        self.typing = !self.filter.text().is_empty();
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
            let holds = titles().filter(|(_, section)| matcher.is_match(&section.title));
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
        let last = self.listed.len().saturating_sub(1);
        let next = self.place().map_or(0, |at| at.saturating_add_signed(step).min(last));
        self.chosen = self.listed.get(next).copied();
    }

    /// Folds the chosen section; where there is nothing to fold, chooses the one that it lies in.
    fn fold(&mut self, folds: &mut Folds) {
        let Some(chosen) = self.chosen else { return };
        if self.outline.is_parent(chosen) && !folds.hide(&self.outline, chosen) {
            folds.set(&self.outline, chosen, true);
            self.list(folds);
        } else if let Some(parent) = self.outline.parent(chosen) {
            self.chosen = Some(parent);
        }
    }

    /// Unfolds the chosen section; where it is unfolded, chooses the first in it.
    fn unfold(&mut self, folds: &mut Folds) {
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

impl State {
    /// Opens the contents.
    pub(super) fn open_contents(&mut self) {
        let contents = Contents::at(self.flow.outline(), &self.folds, self.section());
        self.focus = Focus::Contents(contents);
    }

    /// Returns whether section `number` is folded.
    pub fn is_folded(&self, number: usize) -> bool {
        self.folds.hide(self.flow.outline(), number)
    }

    /// Takes a key in the contents.
    pub(super) fn press_in_contents(&mut self, mut contents: Contents, key: Key) -> Vec<Effect> {
        let page = self.size.text_rows().saturating_sub(2).max(1).cast_signed();
        let pick = contents.press(key, &mut self.folds, page);
        let chosen = contents.chosen();
        match pick {
            Pick::Section(number) => self.go_to_section(number),
            Pick::Leave => {}
            Pick::Stay => self.focus = Focus::Contents(contents),
            Pick::Correct(correct) => {
                self.focus = Focus::Contents(contents);
                return self.correct(correct, chosen);
            }
        }
        Vec::new()
    }

    /// Takes the sections as they are now, and where one is in them, into the contents if they are open.
    pub(super) fn settle_contents(&mut self) {
        let section = self.section();
        if let Focus::Contents(contents) = &mut self.focus {
            contents.refresh(self.flow.outline(), &self.folds, section);
        }
    }
}
