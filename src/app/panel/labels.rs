//! The page with labels on what can be followed, and on the reader's notes: typing one follows it, or opens the note.

use super::{Desk, LinkWindow, NoteWindow, Outcome};
use crate::app::links::{Destination, PageLink, on_page};
use crate::app::marks::PlaceMark;
use crate::app::notice::Notice;
use crate::document::Position;
use crate::input::{Key, LinkAction};

/// The letters of labels: where the fingers lie.
const LETTERS: [char; 9] = ['a', 's', 'd', 'f', 'g', 'h', 'j', 'k', 'l'];

/// The labels on a page.
#[derive(Clone, Debug)]
pub struct Labels {
    /// What the labels stand on, in the order of reading.
    labelled: Vec<Labelled>,
    /// What was typed of a label.
    typed: String,
}

/// What a label stands on.
#[derive(Clone, Debug)]
enum Labelled {
    /// What can be followed.
    Link(PageLink),
    /// A note of the reader's.
    Note(PlaceMark),
}

impl Labelled {
    fn place(&self) -> Position {
        match self {
            Self::Link(link) => link.place,
            Self::Note(note) => note.place(),
        }
    }
}

impl Labels {
    /// Returns labels on what can be followed on the page, and on the notes; none where there is nothing.
    pub(in crate::app) fn on(desk: &Desk<'_>) -> Option<Self> {
        let labelled = labelled(desk);
        (!labelled.is_empty()).then_some(Self { labelled, typed: String::new() })
    }

    /// Returns where each label stands that begins with what was typed, and what is left to type of it.
    pub fn shown(&self) -> impl Iterator<Item = (Position, String)> {
        let count = self.labelled.len();
        self.labelled.iter().enumerate().filter_map(move |(at, labelled)| {
            let label = label(at, count);
            let rest = label.strip_prefix(&self.typed)?;
            Some((labelled.place(), rest.to_owned()))
        })
    }

    /// Takes a key.
    pub(super) fn press(&mut self, key: Key, desk: &mut Desk<'_>) -> Outcome {
        match desk.keymap.links().action(key) {
            Some(LinkAction::Leave) => return Outcome::Close,
            Some(LinkAction::Erase) => drop(self.typed.pop()),
            Some(LinkAction::Follow) => {
                let first =
                    (0..self.labelled.len()).find(|at| self.label(*at).starts_with(&self.typed));
                return self.follow(first, desk);
            }
            None => return self.type_letter(key, desk),
        }
        Outcome::Stay
    }

    /// Takes what changed around it: the labels stand on the page that there is now.
    pub(super) fn settle(&mut self, desk: &Desk<'_>) {
        self.labelled = labelled(desk);
    }

    /// Returns whether there is nothing on the page that could be followed.
    pub(super) fn is_void(&self) -> bool {
        self.labelled.is_empty()
    }

    fn label(&self, at: usize) -> String {
        label(at, self.labelled.len())
    }

    /// Takes the letter that `key` types, if a label goes on with it.
    fn type_letter(&mut self, key: Key, desk: &mut Desk<'_>) -> Outcome {
        let Some(letter) = key.typed() else { return Outcome::Stay };
        let typed = format!("{}{}", self.typed, letter.to_lowercase());
        let begins = |at: &usize| self.label(*at).starts_with(&typed);
        let Some(first) = (0..self.labelled.len()).find(begins) else {
            desk.out.say(Notice::NoSuchLabel(typed));
            return Outcome::Stay;
        };
        let whole = self.label(first) == typed;
        self.typed = typed;
        if whole { self.follow(Some(first), desk) } else { Outcome::Stay }
    }

    /// Follows link `at`, or opens that note.
    fn follow(&self, at: Option<usize>, desk: &mut Desk<'_>) -> Outcome {
        match at.and_then(|at| self.labelled.get(at)) {
            Some(Labelled::Link(link)) => link.follow(desk),
            Some(Labelled::Note(note)) => Outcome::Write(Box::new(NoteWindow::of(note))),
            None => Outcome::Close,
        }
    }
}

impl PageLink {
    /// Goes where it leads, or shows that in a window.
    pub(in crate::app) fn follow(&self, desk: &mut Desk<'_>) -> Outcome {
        match self.lead(desk.book.document()) {
            Destination::Place(place) => Outcome::Go(desk.view.row_start(place)),
            Destination::Nowhere(href) => {
                desk.out.say(Notice::LeadsNowhere(href));
                Outcome::Close
            }
            Destination::Window(subject) => {
                Outcome::Look(Box::new(LinkWindow::of(self.place, subject)))
            }
        }
    }
}

/// Returns what there is on the page for labels to stand on, in the order of reading.
fn labelled(desk: &Desk<'_>) -> Vec<Labelled> {
    let links = on_page(desk.view, desk.book.document()).into_iter().map(Labelled::Link);
    let marks = desk.book.marks().within(desk.view.top(), desk.view.bottom());
    let notes = marks.filter(|mark| mark.note().is_some()).cloned().map(Labelled::Note);
    let mut all: Vec<Labelled> = links.chain(notes).collect();
    all.sort_by_key(Labelled::place);
    all
}

/// Returns label `at` of `count`: as few letters as tell all apart, as many in each.
fn label(at: usize, count: usize) -> String {
    let mut letters: Vec<char> = Vec::new();
    let (mut rest, mut reach) = (at, 1);
    while reach < count.max(2) {
        letters.extend(LETTERS.get(rest % LETTERS.len()));
        rest /= LETTERS.len();
        reach *= LETTERS.len();
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::label;

    #[test]
    fn labels_are_as_short_as_tells_them_apart() {
        assert_eq!([label(0, 1), label(8, 9), label(0, 10), label(9, 10)], ["a", "l", "aa", "sa"]);
        for count in [1, 9, 10, 81, 82] {
            let labels: HashSet<String> = (0..count).map(|at| label(at, count)).collect();
            assert_eq!(labels.len(), count);
            let lengths: HashSet<usize> = labels.iter().map(String::len).collect();
            assert_eq!(lengths.len(), 1);
        }
    }
}
