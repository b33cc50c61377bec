//! The search for marks in a document as a value: those near the page come first, and it can be broken off.

use std::ops::ControlFlow;

use super::PlaceMark;
use crate::document::{Document, Granularity, Locator};

/// How many marks are looked for at once, after those near the page: each time the parts are read in which they may be.
const PIECE: usize = 1000;

/// Marks that are to be looked for in a document.
#[derive(Clone)]
pub struct Locating {
    document: Document,
    /// Whether more of the document may come: what is not there may be there then.
    growing: bool,
    marks: Vec<PlaceMark>,
}

impl Locating {
    pub(super) fn new(document: &Document, growing: bool, marks: Vec<PlaceMark>) -> Self {
        Self { document: document.clone(), growing, marks }
    }

    /// Returns the bytes of the source of the document.
    pub fn size(&self) -> u64 {
        self.document.size()
    }

    /// Looks for the marks, first for those that were in part `near` or beside it. Gives those that were found to `tell`,
    /// until that breaks off.
    pub fn run(self, near: usize, tell: &mut dyn FnMut(Vec<PlaceMark>) -> ControlFlow<()>) {
        let Self { document, growing, marks } = self;
        let is_near = |mark: &PlaceMark| mark.place().part.abs_diff(near) <= 1;
        let (first, mut others): (Vec<PlaceMark>, Vec<PlaceMark>) =
            marks.into_iter().partition(is_near);
        others.sort_by_key(PlaceMark::place);
        for piece in std::iter::once(first.as_slice()).chain(others.chunks(PIECE)) {
            if tell(found(piece, &document, growing)).is_break() {
                return;
            }
        }
    }
}

/// Returns `marks` as they are found in `document`; where more of that may come, only those whose words are there.
fn found(marks: &[PlaceMark], document: &Document, growing: bool) -> Vec<PlaceMark> {
    let locators: Vec<&Locator> = marks.iter().map(PlaceMark::locator).collect();
    let places = Locator::find_all(&locators, document, Granularity::Place);
    let places =
        places.into_iter().map(|found| if growing { found.there() } else { Some(found.place()) });
    let found =
        marks.iter().zip(places).filter_map(|(mark, place)| Some(mark.put(document, place?)));
    found.collect()
}
