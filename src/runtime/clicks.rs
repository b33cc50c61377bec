//! How often the button of the mouse was pressed in quick succession: only here is there a clock.

use std::time::{Duration, Instant};

use crate::input::{Mouse, MouseKind};

/// How long after one press another counts as one more.
const SUCCESSION: Duration = Duration::from_millis(400);

/// The most presses that are counted; one more is the first again.
const MOST: usize = 3;

/// The presses in quick succession.
#[derive(Debug, Default)]
pub(super) struct Clicks {
    last: Option<(Instant, Mouse)>,
    count: usize,
}

impl Clicks {
    /// Returns how often the button was pressed in this cell, as `mouse` tells now.
    pub(super) fn count(&mut self, mouse: Mouse) -> usize {
        self.count_at(mouse, Instant::now())
    }

    fn count_at(&mut self, mouse: Mouse, now: Instant) -> usize {
        if mouse.kind != MouseKind::Press {
            return self.count.max(1);
        }
        let goes_on = self.last.is_some_and(|(then, last)| {
            last == mouse && now.saturating_duration_since(then) <= SUCCESSION
        });
        self.count = if goes_on && self.count < MOST { self.count + 1 } else { 1 };
        self.last = Some((now, mouse));
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presses_in_one_cell_in_quick_succession_are_counted_up_to_three() {
        let mut clicks = Clicks::default();
        let start = Instant::now();
        let mut press = |column, after| {
            let mouse = Mouse { kind: MouseKind::Press, column, row: 0 };
            clicks.count_at(mouse, start + Duration::from_millis(after))
        };
        assert_eq!([press(4, 0), press(4, 400), press(4, 700), press(4, 800)], [1, 2, 3, 1]);
        assert_eq!([press(5, 900), press(5, 1301)], [1, 1], "elsewhere, or too late");
    }
}
