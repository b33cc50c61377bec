//! The rows of the scroll bar where sections begin.

use std::sync::Arc;

use super::book::Book;
use crate::document::Outline;

/// Which of the rows that stand for a whole document are those where sections begin. They change seldom and are shown
/// in every frame.
#[derive(Clone, Debug, Default)]
pub(super) struct Ticks {
    outline: Arc<Outline>,
    /// The bytes of the document.
    size: u64,
    rows: Vec<bool>,
}

impl Ticks {
    /// Returns the ticks of `outline`, whose document has `size` bytes, in `rows` rows: the outermost levels, as many
    /// as leave most rows without.
    fn new(outline: &Arc<Outline>, size: u64, rows: usize) -> Self {
        let begin = |row: usize| (row as f64 / rows as f64 * size.max(1) as f64).ceil() as u64;
        let from: Vec<usize> = (0..=rows).map(|row| outline.from_offset(begin(row))).collect();
        let stretches = from.iter().zip(from.iter().skip(1));
        let outermost: Vec<Option<u8>> =
            stretches.map(|(from, to)| outline.outermost(*from..*to)).collect();
        let mut levels: Vec<u8> = outermost.iter().flatten().copied().collect();
        levels.sort_unstable();
        // The first level that would tick more than half of the rows is left out, and those in it.
        let crowd = levels.get(rows / 2).copied();
        let ticks = |level: u8| crowd.is_none_or(|crowd| level < crowd);
        let rows = outermost.into_iter().map(|level| level.is_some_and(ticks)).collect();
        Self { outline: Arc::clone(outline), size, rows }
    }

    /// Returns the rows.
    pub(super) fn rows(&self) -> &[bool] {
        &self.rows
    }

    /// Makes the ticks of `book` in `rows` rows, where they are others now.
    pub(super) fn settle(&mut self, book: &Book, rows: usize) {
        let (outline, size) = (book.sections().outline(), book.document().size());
        if book.growing() || !book.sections().are_known() {
            *self = Self::default();
        } else if !self.are_of(outline, size, rows) {
            *self = Self::new(outline, size, rows);
        }
    }

    fn are_of(&self, outline: &Arc<Outline>, size: u64, rows: usize) -> bool {
        Arc::ptr_eq(&self.outline, outline) && self.size == size && self.rows.len() == rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Anchor, Section};

    #[test]
    fn sections_tick_few_rows_of_the_scroll_bar() {
        let section = |(line, level): (u32, u8)| Section {
            title: String::new(),
            level,
            anchor: Anchor { part: 0, line },
            line: None,
            offset: u64::from(line) * 100,
        };
        let levels = [1, 2, 2, 1, 2, 2];
        let outline = Arc::new(Outline::new((1..).zip(levels).map(section).collect()));
        let ticked = |rows| {
            let ticks = Ticks::new(&outline, 800, rows);
            assert!(ticks.are_of(&outline, 800, rows) && !ticks.are_of(&outline, 800, rows + 1));
            ticks.rows.into_iter().filter(|tick| *tick).count()
        };
        assert_eq!(ticked(40), 6, "each section");
        assert_eq!(ticked(6), 2, "the outermost alone");
        assert_eq!(ticked(0), 0);
    }
}
