//! The rows of the scroll bar where sections begin.

use std::sync::Arc;

use super::State;
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

    fn are_of(&self, outline: &Arc<Outline>, size: u64, rows: usize) -> bool {
        Arc::ptr_eq(&self.outline, outline) && self.size == size && self.rows.len() == rows
    }
}

impl State {
    /// Returns for each row of the page, which stand for the whole document beside it, whether a section begins
    /// there. None until the whole document was read through: what is found first would come and go again.
    pub fn section_ticks(&self) -> &[bool] {
        &self.ticks.rows
    }

    pub(super) fn settle_ticks(&mut self) {
        let (outline, rows) = (self.flow.outline(), self.page_rows());
        let size = self.flow.document().size();
        if self.growing || !(self.survey.finished || self.survey.again) {
            self.ticks = Ticks::default();
        } else if !self.ticks.are_of(outline, size, rows) {
            self.ticks = Ticks::new(outline, size, rows);
        }
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
