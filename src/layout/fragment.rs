//! The fragments that rows are filled with: what stays together, and the white space after it.

use std::ops::Range;

use textwrap::core::Fragment;

use super::cut::{cluster_cuts, cuts};
use super::metrics::{Extent, Metrics};
use super::row::SOFT_HYPHEN;
use super::ruby::Readings;
use crate::text::{BreakRules, breaks, ends_row, is_blank};

/// A run of clusters that stays together, with the white space after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// The byte of the paragraph's text where it ends, its white space included.
    pub(super) end: u32,
    /// The cells of its text.
    pub(super) cells: u16,
    /// The cells of the white space after it.
    pub(super) space: u16,
    /// The cells of the stop at its end, if that may hang past the measure.
    pub(super) hang: u8,
    /// The cells of the hyphen that stands at its end if a row ends there: it ends with a soft hyphen.
    pub(super) hyphen: u8,
    /// Why a row may end after it.
    pub(super) cut: Cut,
}

/// Why a row may end after a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// A row may end here.
    Free,
    /// The word goes on, but is too wide for any row.
    Forced,
    /// A row must end here.
    Must,
}

impl Piece {
    /// Returns the cells of its text and of the white space after it.
    pub(super) fn filled(&self) -> usize {
        usize::from(self.cells) + usize::from(self.space)
    }
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        self.cells.into()
    }

    fn whitespace_width(&self) -> f64 {
        self.space.into()
    }

    fn penalty_width(&self) -> f64 {
        f64::from(self.hyphen) - f64::from(self.hang)
    }
}

/// Text that is cut into pieces.
#[derive(Clone, Copy)]
pub(super) struct Uncut<'t> {
    pub(super) text: &'t str,
    pub(super) readings: &'t Readings,
    pub(super) metrics: Metrics<'t>,
}

/// Returns the pieces of `uncut`. The first is not wider than the first of `rooms` and no other than the
/// second, unless it is a single cluster, with its reading.
pub(super) fn pieces(uncut: Uncut, rules: BreakRules, rooms: [usize; 2]) -> Vec<Piece> {
    let Uncut { text, readings, metrics } = uncut;
    let [first, other] = rooms;
    let mut pieces = Vec::new();
    let mut clusters = metrics.extents(text, 0).peekable();
    let mut word = Word::default();
    let mut start = 0;
    for end in breaks(text, rules) {
        while let Some((_, cluster, extent)) = clusters.next_if(|(at, ..)| *at < end) {
            word.push(cluster, extent);
        }
        // A break inside a cluster is none; white space that begins the text belongs to its first word.
        let whole = clusters.peek().map_or(text.len(), |(at, ..)| *at) == end;
        let empty = word.cells == 0 && pieces.is_empty() && !word.must && end < text.len();
        if !whole || empty || (readings.keep_together(end) && !word.must) {
            continue;
        }
        let room = if pieces.is_empty() { first } else { other };
        // One that fills a row has no room for its hyphen.
        word.soft_hyphen &= word.cells < room && end < text.len();
        if word.cells > room {
            cut(uncut, start..end, room.min(other), &mut pieces);
        } else {
            pieces.push(Piece { hyphen: word.soft_hyphen.into(), ..word.piece(end) });
        }
        word = Word::default();
        start = end;
    }
    pieces
}

/// Cuts the word at `range` of `text` into pieces of at most `limit` cells. White space stays at the end of
/// the piece before it.
fn cut(uncut: Uncut, range: Range<usize>, limit: usize, pieces: &mut Vec<Piece>) {
    let Uncut { text, readings, metrics } = uncut;
    let ends = if readings.any_in(&range) {
        cluster_cuts(text, range.clone(), limit, metrics)
    } else {
        let word = text.get(range.clone()).unwrap_or_default();
        let ends = cuts(word, limit, metrics.without_readings()).into_iter();
        ends.map(|end| range.start + end).collect()
    };
    let first = pieces.len();
    let mut clusters = metrics.extents(text, range.start).peekable();
    for end in ends {
        let mut word = Word::default();
        while let Some((_, cluster, extent)) = clusters.next_if(|(at, ..)| *at < end) {
            word.push(cluster, extent);
        }
        let piece = word.piece(end);
        match pieces.get_mut(first..).and_then(<[Piece]>::last_mut) {
            Some(last) if piece.cells == 0 => {
                last.end = piece.end;
                last.space = last.space.saturating_add(piece.space);
                last.cut = piece.cut;
            }
            Some(last) => {
                last.cut = Cut::Forced;
                pieces.push(piece);
            }
            None => pieces.push(piece),
        }
    }
}

/// Returns the cells of `pieces` without the white space at their end.
pub(super) fn width(pieces: &[Piece]) -> usize {
    let after = pieces.iter().rposition(|piece| piece.cells > 0).map_or(0, |last| last + 1);
    let text = pieces.iter().take(after);
    let last = text.clone().next_back().map_or(0, |piece| usize::from(piece.space));
    text.map(Piece::filled).sum::<usize>() - last
}

/// The clusters since the last break, measured.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    cells: usize,
    space: usize,
    must: bool,
    soft_hyphen: bool,
}

impl Word {
    fn push(&mut self, cluster: &str, extent: Extent) {
        self.soft_hyphen = cluster == SOFT_HYPHEN;
        if cluster.chars().all(is_blank) {
            self.space += extent.cells;
            self.must |= cluster.chars().any(ends_row);
        } else {
            // White space inside a word is part of it.
            self.cells += std::mem::take(&mut self.space) + extent.cells;
            self.space = extent.gap;
        }
    }

    fn piece(self, end: usize) -> Piece {
        let short = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
        Piece {
            end: end as u32,
            cells: short(self.cells),
            space: short(self.space),
            hang: 0,
            hyphen: 0,
            cut: if self.must { Cut::Must } else { Cut::Free },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_small() {
        assert_eq!(size_of::<Piece>(), 12);
    }
}
