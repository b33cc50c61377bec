//! Rows of one mark that name a title: below it, above it or around it, and how long they may be.

use std::collections::HashMap;

use super::super::candidate::Candidate;
use super::super::shape::{End, Glance, Start};
use super::Trial;

/// A row that names a title, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TitleRule {
    /// What kind of row it is.
    row: Start,
    stands: Stands,
}

/// Where the row stands that names a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    Below,
    Above,
    /// Above it and below.
    Around,
}

/// Returns what underlines `one`: a row of one mark about as long, right below; longer, if it stands above as well.
pub(super) fn underline(one: &Candidate) -> Option<TitleRule> {
    let below = one.following().next().filter(|below| below.gap == 0)?.glance;
    let over = one.previous().filter(|above| one.gap() == 0 && above.glance.start == below.start);
    let framed = over.is_some_and(|above| is_frame(one, above.glance, below));
    let Start::Underline(mark) = below.start else {
        return framed.then_some(TitleRule { row: below.start, stands: Stands::Around });
    };
    let least = if over.is_some() || matches!(mark, b'=' | b'-') { NEAR } else { 1 };
    let fits = below.cells.abs_diff(one.glance.cells) <= least
        || (below.cells > one.glance.cells && over.is_some() && !one.look.cells);
    let titled = !matches!(one.glance.end, End::Comma | End::Code);
    let stands = if over.is_some() { Stands::Around } else { Stands::Below };
    (fits && titled).then_some(TitleRule { row: below.start, stands })
}

/// Tells whether rows of marks of any kind, as long as one another and longer than `one`, stand above and below it.
fn is_frame(one: &Candidate, above: Glance, below: Glance) -> bool {
    let titled = !matches!(one.glance.end, End::Comma | End::Code | End::Stop);
    let longer = below.cells >= FRAME.max(one.glance.cells);
    is_row(below) && above.cells == below.cells && longer && titled && !one.look.cells
}

/// A row around a title is of so many cells at the least, whatever its marks.
const FRAME: u16 = 8;

fn is_row(line: Glance) -> bool {
    matches!(line.start, Start::Rule | Start::Underline(_))
}

/// Returns what stands below `one` as what underlines a title may: a row of one mark, however long.
fn long_row(one: &Candidate) -> Option<(u8, u16)> {
    let below = one.following().next().filter(|below| below.gap == 0 && one.gap() > 0)?;
    let Start::Underline(mark) = below.glance.start else { return None };
    let title = one.glance.end == End::Open && !one.look.cells;
    (title && below.glance.cells > one.glance.cells).then_some((mark, below.glance.cells))
}

/// Returns the long row right above `one`.
fn row_above(one: &Candidate) -> Option<Start> {
    let above = one.previous().filter(|_| one.gap() == 0)?.glance;
    (is_row(above) && above.cells >= LONG_ROW).then_some(above.start)
}

/// Returns the long row right above `one`, if `one` looks like a title below it: a blank line parts it from its text.
fn overline(one: &Candidate) -> Option<Start> {
    let titled = !matches!(one.glance.end, End::Comma | End::Code | End::Colon)
        && !one.glance.end.closes()
        && !one.look.cells
        && one.look.stops == 0
        && one.look.letters > 0;
    let parted = one.following().next().is_some_and(|below| below.gap > 0);
    row_above(one).filter(|_| titled && parted)
}

/// A row that parts a title below it from the text before is of so many cells at the least.
const LONG_ROW: u16 = 40;

/// Returns the row that names `one`, however long it is and wherever it stands, where such a row is known to.
pub(super) fn any_rule(one: &Candidate) -> Option<TitleRule> {
    let below = || {
        let (mark, _) = long_row(one)?;
        Some(TitleRule { row: Start::Underline(mark), stands: Stands::Below })
    };
    let above = || Some(TitleRule { row: overline(one)?, stands: Stands::Above });
    underline(one).or_else(below).or_else(above)
}

/// The rows that name titles in a document, where one alone would not: those longer than the title that they underline,
/// of marks that underline others, or of one length throughout; long ones above titles.
#[derive(Default)]
pub(super) struct TitleRows {
    marks: HashMap<Start, usize>,
    lengths: HashMap<(u8, u16), usize>,
    /// How often each stands right above a line, and how often that looks like a title.
    above: HashMap<Start, (usize, usize)>,
}

impl TitleRows {
    pub(super) fn of(case: &Trial) -> Self {
        let mut rows = Self::default();
        for one in case.candidates.iter().filter(|one| one.mark.is_none() && !case.is_verbatim(one))
        {
            if let Some(rule) = underline(one) {
                *rows.marks.entry(rule.row).or_default() += 1;
            } else if let Some(row) = long_row(one) {
                *rows.lengths.entry(row).or_default() += 1;
            }
            if let Some(row) = row_above(one) {
                let (all, titles) = rows.above.entry(row).or_default();
                *all += 1;
                *titles += usize::from(overline(one).is_some());
            }
        }
        rows
    }

    /// Tells whether a row names `one`.
    pub(super) fn name(&self, one: &Candidate) -> bool {
        let underlines = |row: (u8, u16)| {
            self.marks.get(&Start::Underline(row.0)).is_some_and(|&times| times >= SEVERAL)
                || self.lengths.get(&row).is_some_and(|&times| times > SEVERAL)
        };
        let heads = |row: Start| {
            self.above.get(&row).is_some_and(|&(all, titles)| titles > SEVERAL && titles * 2 > all)
        };
        underline(one).is_some()
            || long_row(one).is_some_and(underlines)
            || overline(one).is_some_and(heads)
    }
}

/// So many titles tell what rows are in a document.
const SEVERAL: usize = 2;

/// A row that underlines a title is as long as that, give or take so many cells.
const NEAR: u16 = 3;
