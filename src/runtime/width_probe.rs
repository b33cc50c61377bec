//! How wide the terminal draws what terminals disagree on: characters of ambiguous width (UAX #11) and emoji sequences.
//! It is queried when it is taken, and answers among the keys while the first page is there already.

use std::time::{Duration, Instant};

use super::terminal;
use crate::app::Size;
use crate::budget::ANSWERS_WAIT;
use crate::text::{Ambiguous, Vs16, WidthModel, Zwj};

/// What is drawn to see how far the cursor moves: a quote, a line of a frame, an emoji by U+FE0F, and three
/// joined by U+200D.
const SAMPLES: [&str; 4] =
    ["\u{201C}", "\u{2500}", "\u{2764}\u{FE0F}", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"];

/// The narrowest window in which the samples are drawn.
const NARROWEST: usize = 20;

/// Returns whether a terminal with a window of `size` can be asked: it has room for the samples, it is not one that only
/// prints, and it is not one that does not even tell its size.
pub(super) fn is_worth_asking(size: Size) -> bool {
    let kind = std::env::var("TERM").unwrap_or_default();
    size.columns >= NARROWEST && terminal::tells_size() && !matches!(kind.as_str(), "" | "dumb")
}

/// Returns the control sequences that query the terminal: each sample is drawn concealed in the corner of the screen,
/// with a request for the position of the cursor after it (DSR 6).
pub(super) fn question() -> String {
    let question = |sample| format!("\x1b[1;1H{sample}\x1b[6n");
    let questions: String = SAMPLES.map(question).concat();
    // Its ground comes first: who does not know that question still answers the others.
    format!("\x1b]11;?\x1b\\\x1b[8m{questions}\x1b[0m\x1b[1;1H\x1b[K")
}

/// A question that the terminal was asked, and the answers so far.
pub(super) struct Probe {
    asked: Instant,
    /// The cells that each sample took.
    cells: Vec<usize>,
}

impl Probe {
    /// Returns the question that was asked now.
    pub(super) fn asked() -> Self {
        Self { asked: Instant::now(), cells: Vec::new() }
    }

    /// Takes the column in which the cursor is after the next sample, and returns the cells of all samples when
    /// that was the last.
    pub(super) fn take(&mut self, column: usize) -> Option<Vec<usize>> {
        self.cells.push(column.saturating_sub(1));
        (self.cells.len() == SAMPLES.len()).then(|| std::mem::take(&mut self.cells))
    }

    /// Returns how long the answers may still take.
    pub(super) fn patience(&self) -> Duration {
        ANSWERS_WAIT.saturating_sub(self.asked.elapsed())
    }
}

/// Returns the widths that the cells of the samples tell, and of `base` those that were not asked for; none where
/// they make no sense.
pub(super) fn model(cells: &[usize], base: WidthModel) -> Option<WidthModel> {
    let &[quote, frame, heart, family] = cells else { return None };
    let ambiguous = |cells| match cells {
        1 => Some(Ambiguous::Narrow),
        2 => Some(Ambiguous::Wide),
        _ => None,
    };
    Some(WidthModel {
        ambiguous: ambiguous(quote)?,
        frames: ambiguous(frame)?,
        vs16: match heart {
            1 => Vs16::Narrow,
            2 => Vs16::Wide,
            _ => return None,
        },
        // Some draw the joints as well; what is drawn side by side is not one emoji.
        zwj: if family == 2 { Zwj::Cluster } else { Zwj::Sum },
        ..base
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_answer_tells_the_cells_of_all_samples() {
        let mut probe = Probe::asked();
        let told: Vec<_> = [2, 2, 3, 3].into_iter().map(|column| probe.take(column)).collect();
        assert_eq!(told, [None, None, None, Some(vec![1, 1, 2, 2])]);
    }

    #[test]
    fn the_cells_tell_the_widths() {
        let base = WidthModel::default();
        let model = model(&[2, 1, 1, 6], base).unwrap();
        assert_eq!((model.ambiguous, model.frames), (Ambiguous::Wide, Ambiguous::Narrow));
        assert_eq!((model.vs16, model.zwj), (Vs16::Narrow, Zwj::Sum));
    }

    #[test]
    fn a_liar_is_not_believed() {
        let base = WidthModel::default();
        for cells in [&[0, 1, 1, 2][..], &[1, 1], &[8, 1, 1, 2], &[1, 1, 0, 2], &[1; 5]] {
            assert_eq!(model(cells, base), None, "{cells:?}");
        }
    }
}
