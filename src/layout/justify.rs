//! Rows whose clusters take other cells than their own: gaps between scripts, quotes in slots, and gaps
//! widened until the row is full.

use super::metrics::{Metrics, is_mixed};
use super::{Row, Slot};
use crate::text::{closes, is_blank, is_east_asian_letter, is_stop, opens};

/// Returns the slots of `row`: what takes other cells than its own.
pub(super) fn slots(row: &Row, text: &str, metrics: Metrics) -> Vec<Slot> {
    painted(row, text, metrics)
        .filter(|cluster| cluster.cells != cluster.own)
        .map(|cluster| Slot { byte: cluster.byte, cells: cluster.cells })
        .collect()
}

/// The gaps that a row of justified text may widen, in this order (R14).
const JUSTIFIED: [Gap; 2] = [Gap::Scripts, Gap::Space];

/// The gaps that a row may widen which gave its end away, in this order: those after stops and outside quotes, where
/// the full-width marks of Chinese have their blank half; spaces; those between scripts; and the first once more.
const STRETCHED: [Gap; 4] = [Gap::Mark, Gap::Space, Gap::Scripts, Gap::Mark];

/// Widens gaps of `row` by one cell each until it is as wide as `measure`, if there are enough.
pub(super) fn justify(row: &mut Row, text: &str, metrics: Metrics, measure: usize) {
    if gaps(row, text, metrics, &JUSTIFIED) >= slack(row, measure) {
        widen(row, text, metrics, JUSTIFIED.map(|kind| (kind, measure)));
    }
}

/// Widens gaps of `row`, which gave a piece of `given` cells to the rows below, by one cell each until it is as wide
/// as `measure`, or as far as its gaps go (R14, R15). Those that have their full width already, or none in the
/// source, are widened only until that piece would no longer fit.
pub(super) fn stretch(row: &mut Row, text: &str, metrics: Metrics, measure: usize, given: usize) {
    let short = (measure + 1).saturating_sub(given);
    let limits = [measure, short, short, short];
    widen(row, text, metrics, std::iter::zip(STRETCHED, limits));
}

/// Returns whether [`stretch`] leaves less than `cells` of `row` blank, at a measure of `measure`.
pub(super) fn fills(row: &Row, text: &str, metrics: Metrics, measure: usize, cells: usize) -> bool {
    slack(row, measure) < cells + gaps(row, text, metrics, &STRETCHED)
}

/// Returns by how many cells gaps of `kinds` in `row` can be widened, by one for each time that a kind is named.
fn gaps(row: &Row, text: &str, metrics: Metrics, kinds: &[Gap]) -> usize {
    let times = |gap| kinds.iter().filter(|kind| **kind == gap).count();
    painted(row, text, metrics).filter_map(|cluster| cluster.gap).map(times).sum()
}

/// Returns the cells that `row` leaves blank at its end.
fn slack(row: &Row, measure: usize) -> usize {
    measure.saturating_sub(row.indent + row.cells)
}

/// Widens gaps of `row` by one cell each, all of a kind before the next, and those of each kind while the row is
/// narrower than its limit. What is named twice is widened twice.
fn widen(
    row: &mut Row,
    text: &str,
    metrics: Metrics,
    limits: impl IntoIterator<Item = (Gap, usize)>,
) {
    let clusters: Vec<Painted> = painted(row, text, metrics).collect();
    let mut wider = 0;
    let mut spreads: Vec<(Gap, Spread)> = Vec::new();
    for (kind, limit) in limits {
        let gaps = clusters.iter().filter(|cluster| cluster.gap == Some(kind)).count();
        let chosen = slack(row, limit).saturating_sub(wider).min(gaps);
        spreads.push((kind, Spread::new(chosen, gaps)));
        wider += chosen;
    }
    let mut slots = Vec::new();
    for cluster in clusters {
        let due = |(kind, spread): &mut (Gap, Spread)| cluster.gap == Some(*kind) && spread.next();
        let cells = cluster.cells + spreads.iter_mut().map(due).filter(|due| *due).count();
        if cells != cluster.own {
            slots.push(Slot { byte: cluster.byte, cells });
        }
    }
    row.cells += wider;
    row.slots = slots;
}

/// A cluster of a row before its end's white space.
struct Painted {
    byte: usize,
    /// The cells of its glyph.
    own: usize,
    /// The cells that it takes.
    cells: usize,
    /// What may be widened after it.
    gap: Option<Gap>,
}

/// What may be widened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// The place between East Asian and other letters.
    Scripts,
    /// The place after a stop, or outside a quote.
    Mark,
    /// A space between words.
    Space,
}

/// Returns the clusters of `row` before the white space at its end.
fn painted(row: &Row, text: &str, metrics: Metrics) -> impl Iterator<Item = Painted> {
    let start = row.range.start;
    let whole = text.get(row.range.clone()).unwrap_or_default();
    let shown = whole.trim_end_matches(is_blank);
    let lead = start + shown.len() - shown.trim_start_matches(is_blank).len();
    let end = start + shown.len();
    let extents = metrics.extents(text, start).take_while(move |(byte, ..)| *byte < end);
    extents.map(move |(byte, cluster, extent)| {
        let next = byte + cluster.len();
        let after = text.get(next..end).and_then(|rest| rest.chars().next());
        let gap = match cluster {
            " " if byte >= lead && extent.cells > 0 => Some(Gap::Space),
            // What is a blank already is widened as one.
            _ if extent.gap > 0 => Some(Gap::Space),
            _ if is_mixed(cluster.chars().next(), after) => Some(Gap::Scripts),
            _ if is_open(cluster.chars().next(), after) => Some(Gap::Mark),
            _ => None,
        };
        Painted {
            byte,
            own: metrics.model.cluster(cluster),
            cells: extent.cells + if next < end { extent.gap } else { 0 },
            gap,
        }
    })
}

/// Returns whether a blank may stand between `left` and `right`: after a stop or a bracket or quote that closes,
/// and before one that opens, where the other is a letter of East Asian text or such a mark as well.
fn is_open(left: Option<char>, right: Option<char>) -> bool {
    let ends = |c| is_stop(c) || closes(c);
    left.zip(right).is_some_and(|(left, right)| {
        let wide = is_stop(left) && !left.is_ascii() && right.is_alphanumeric();
        wide || (ends(left) && (is_east_asian_letter(right) || opens(right)))
            || (is_east_asian_letter(left) && opens(right))
    })
}

/// A choice of some of many, as evenly spread as can be.
struct Spread {
    chosen: usize,
    of: usize,
    rest: usize,
}

impl Spread {
    fn new(chosen: usize, of: usize) -> Self {
        Self { chosen, of, rest: of / 2 }
    }

    /// Returns whether the next is among the chosen.
    fn next(&mut self) -> bool {
        self.rest += self.chosen;
        let due = self.rest >= self.of;
        if due {
            self.rest -= self.of;
        }
        due
    }
}
