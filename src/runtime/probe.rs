//! How wide the terminal draws what terminals disagree on: asked once, before the first page is painted.

use std::fs::File;
use std::io::{self, Read, Write};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec};

use crate::app::Size;
use crate::text::{Ambiguous, Vs16, WidthModel, Zwj};

/// How long a terminal may take to answer.
pub(super) const PATIENCE: Duration = Duration::from_millis(150);

/// What is drawn to see how far the cursor moves: a quote, a line of a frame, an emoji by U+FE0F, and three
/// joined by U+200D.
const SAMPLES: [&str; 4] =
    ["\u{201C}", "\u{2500}", "\u{2764}\u{FE0F}", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"];

/// The narrowest window in which the samples are drawn.
const NARROWEST: usize = 20;

/// Returns whether a terminal with a window of `size` can be asked: it has room for the samples, and it
/// is not one that only prints.
pub(super) fn is_worth_asking(size: Size) -> bool {
    let kind = std::env::var("TERM").unwrap_or_default();
    size.columns >= NARROWEST && !matches!(kind.as_str(), "" | "dumb")
}

/// A question that the terminal was asked.
pub(super) struct Probe {
    tty: File,
    asked: Instant,
}

/// What came back.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Answer {
    /// The cells that each sample took; none where the terminal gave no answer that makes sense.
    pub(super) cells: Option<Vec<usize>>,
    /// What was typed meanwhile.
    pub(super) typed: Vec<u8>,
}

impl Probe {
    /// Draws each sample in the corner of the screen, unseen, and asks where the cursor is then. The terminal
    /// is raw already, and nobody else reads its keys yet.
    ///
    /// # Errors
    /// What the terminal says.
    pub(super) fn ask() -> io::Result<Self> {
        let tty = File::options().read(true).write(true).open("/dev/tty")?;
        let question = |sample| format!("\x1b[1;1H{sample}\x1b[6n");
        let questions: String = SAMPLES.map(question).concat();
        (&tty).write_all(format!("\x1b[8m{questions}\x1b[0m\x1b[1;1H\x1b[K").as_bytes())?;
        Ok(Self { tty, asked: Instant::now() })
    }

    /// Returns what came back within `patience`.
    pub(super) fn answer(mut self, patience: Duration) -> Answer {
        let mut bytes = Vec::new();
        let mut chunk = [0; 256];
        while reports(&bytes).0.len() < SAMPLES.len() && self.is_readable(patience) {
            match self.tty.read(&mut chunk) {
                Ok(0) | Err(_) => break,
                Ok(count) => bytes.extend(chunk.iter().take(count)),
            }
        }
        let (columns, typed) = reports(&bytes);
        let cells: Option<Vec<usize>> =
            columns.iter().map(|column| column.checked_sub(1)).collect();
        let sense = |cells: &Vec<usize>| model(cells, WidthModel::default()).is_some();
        Answer { cells: cells.filter(sense), typed }
    }

    /// Waits until there is something to read; returns false when the time is up.
    fn is_readable(&self, patience: Duration) -> bool {
        let left = patience.saturating_sub(self.asked.elapsed());
        let mut polled = [PollFd::new(&self.tty, PollFlags::IN)];
        let Ok(left) = Timespec::try_from(left) else { return false };
        rustix::event::poll(&mut polled, Some(&left)).is_ok_and(|ready| ready > 0)
    }
}

/// Returns the columns of the reports of the cursor's position (CPR) in `bytes`, and all other bytes.
fn reports(bytes: &[u8]) -> (Vec<usize>, Vec<u8>) {
    let mut columns = Vec::new();
    let mut typed = Vec::new();
    let mut rest = bytes;
    while let Some((first, tail)) = rest.split_first() {
        if let Some((column, after)) = report(rest) {
            columns.push(column);
            rest = after;
        } else {
            typed.push(*first);
            rest = tail;
        }
    }
    (columns, typed)
}

/// Returns the column of the report that `bytes` begin with, `ESC [ row ; column R`, and what follows it.
fn report(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let body = bytes.strip_prefix(b"\x1b[")?;
    let end = body.iter().take(16).position(|byte| *byte == b'R')?;
    let (body, rest) = body.split_at_checked(end)?;
    let (row, column) = str::from_utf8(body).ok()?.split_once(';')?;
    row.parse::<usize>().ok()?;
    Some((column.parse().ok()?, rest.get(1..)?))
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
    fn reports_are_told_from_what_was_typed() {
        let bytes = b"j\x1b[1;2R\x1b[1;2Rq\x1b[1;3R\x1b[A\x1b[1;";
        assert_eq!(reports(bytes), (vec![2, 2, 3], b"jq\x1b[A\x1b[1;".to_vec()));
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
