//! How long it takes to read what is left: the pace is measured as the reader reads on. What the clock says comes in with
//! messages.

use super::book::Book;
use super::view::View;
use crate::document::{Document, Position};
use crate::shelf::{Moment, ReadingPace, ReadingUnit};

/// Who moves on so soon has not read: what such moves bring is read after the last.
const SOON: Moment = 2000;

/// The most bytes of a page whose words are counted.
const PAGE_BYTES: usize = 64 << 10;

/// The most bytes between a page and the next: line ends.
const BETWEEN_BYTES: usize = 64;

/// What measures the pace.
#[derive(Clone, Default)]
pub(super) struct Pacer {
    pace: ReadingPace,
    now: Option<Moment>,
    /// The top and the bottom of the page.
    page: Option<(Position, Position)>,
    brought: Option<Brought>,
    /// How much there was on the pages of this document, and the bytes of the source that they took.
    counted: (u64, u64),
}

/// What was brought on the page by moves that followed each other soon.
#[derive(Clone)]
struct Brought {
    first: Moment,
    last: Moment,
    count: u64,
}

/// The minutes that it takes to read what is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeLeft {
    /// Of the section; none where there are none.
    pub section: Option<u64>,
    /// Of the document.
    pub document: u64,
}

impl Pacer {
    /// Returns what measures on from `pace`.
    pub(super) fn new(pace: ReadingPace) -> Self {
        Self { pace, ..Self::default() }
    }

    /// Returns the pace as it is measured.
    pub(super) fn pace(&self) -> &ReadingPace {
        &self.pace
    }

    /// Takes what the clock says.
    pub(super) fn set_now(&mut self, now: Moment) {
        self.now = Some(now);
    }

    /// Takes that another document is read.
    pub(super) fn turn(&mut self) {
        *self = Self { now: self.now, ..Self::new(self.pace) };
    }

    /// Takes the page as it is; `reads` where a reader moved it by hand, and the pace is measured.
    pub(super) fn settle(&mut self, book: &Book, view: &View, reads: bool) {
        let page = (view.top(), view.bottom());
        if self.page == Some(page) {
            return;
        }
        let document = book.document();
        let before = self.page.replace(page);
        let went = before.filter(|before| before.0 != page.0);
        if !reads {
            return self.brought = None;
        }
        if self.counted.1 == 0 {
            self.count(document, page.0, page.1);
        }
        let (Some((top, bottom)), Some(now)) = (went, self.now) else { return };
        if page.0 < top || !is_reached(document, bottom, page.0) {
            return self.brought = None;
        }
        let count = self.count(document, top, page.0);
        match &mut self.brought {
            Some(brought) if now.saturating_sub(brought.last) < SOON => {
                brought.last = now;
                brought.count += count;
            }
            brought => {
                if let Some(Brought { first, count, .. }) = brought.take() {
                    self.pace.note(unit(document), count, now.saturating_sub(first));
                }
                *brought = Some(Brought { first: now, last: now, count });
            }
        }
    }

    /// Returns how long what is left from the top of the page takes; none where that is not known, or is no time.
    pub(super) fn left(
        &self,
        book: &Book,
        view: &View,
        section: Option<usize>,
    ) -> Option<TimeLeft> {
        let (document, outline) = (book.document(), book.outline());
        let (count, bytes) = self.counted;
        if book.growing() || view.percent() == 100 {
            return None;
        }
        let here = document.offset(view.top());
        let minutes = |end: u64| {
            let left = u128::from(end.saturating_sub(here)) * u128::from(count);
            let left = u64::try_from(left.checked_div(u128::from(bytes))?).ok()?;
            self.pace.minutes(unit(document), left)
        };
        let end = |number| {
            let next = outline.sections().get(outline.end(number));
            next.map_or(document.size(), |section| section.offset)
        };
        Some(TimeLeft {
            section: section.and_then(|number| minutes(end(number))),
            document: minutes(document.size())?,
        })
    }

    /// Counts what stands between two places, and returns how much that is.
    fn count(&mut self, document: &Document, from: Position, to: Position) -> u64 {
        let text = document.excerpt(from..to, PAGE_BYTES).unwrap_or_default();
        let count = unit(document).count(&text);
        self.counted.0 += count;
        self.counted.1 += document.offset(to).saturating_sub(document.offset(from));
        count
    }
}

/// Returns what `document` is counted in.
fn unit(document: &Document) -> ReadingUnit {
    ReadingUnit::of(document.facts().lang)
}

/// Returns whether who was on the page with this `bottom` came to `top` by reading on: it was there, or is the next row.
fn is_reached(document: &Document, bottom: Position, top: Position) -> bool {
    let between = || document.excerpt(bottom..top, BETWEEN_BYTES);
    top <= bottom || between().is_some_and(|between| between.trim().is_empty())
}
