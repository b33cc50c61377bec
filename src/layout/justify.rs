//! Rows whose clusters take other cells than their own: gaps between scripts, quotes in slots, and gaps
//! widened until the row is full.

use super::metrics::{Metrics, is_mixed};
use super::{Row, Slot};
use crate::text::is_blank;

/// Returns the slots of `row`: what takes other cells than its own.
pub(super) fn slots(row: &Row, text: &str, metrics: Metrics) -> Vec<Slot> {
    painted(row, text, metrics)
        .filter(|cluster| cluster.cells != cluster.own)
        .map(|cluster| Slot { byte: cluster.byte, cells: cluster.cells })
        .collect()
}

/// The gaps that may be widened, in this order (R14).
const WIDENED: [Gap; 2] = [Gap::Scripts, Gap::Space];

/// Widens gaps of `row` by one cell each until it is as wide as `measure`, if there are enough.
pub(super) fn justify(row: &mut Row, text: &str, metrics: Metrics, measure: usize) {
    let clusters: Vec<Painted> = painted(row, text, metrics).collect();
    let mut blank = measure.saturating_sub(row.indent + row.cells);
    if clusters.iter().filter(|cluster| cluster.gap.is_some()).count() < blank {
        return;
    }
    row.cells += blank;
    let mut spreads = WIDENED.map(|kind| {
        let gaps = clusters.iter().filter(|cluster| cluster.gap == Some(kind)).count();
        let chosen = blank.min(gaps);
        blank -= chosen;
        (kind, Spread::new(chosen, gaps))
    });
    // A hyphen at the row's end stays.
    let shown = row
        .slots
        .partition_point(|slot| clusters.last().is_some_and(|last| slot.byte <= last.byte));
    let hyphen = row.slots.split_off(shown);
    row.slots.clear();
    for cluster in clusters {
        let due = |(kind, spread): &mut (Gap, Spread)| cluster.gap == Some(*kind) && spread.next();
        let cells = cluster.cells + usize::from(spreads.iter_mut().any(due));
        if cells != cluster.own {
            row.slots.push(Slot { byte: cluster.byte, cells });
        }
    }
    row.slots.extend(hyphen);
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
    /// A space between words.
    Space,
}

/// Returns the clusters of `row` before the white space at its end.
fn painted<'t>(
    row: &Row,
    text: &'t str,
    metrics: Metrics<'t>,
) -> impl Iterator<Item = Painted> + use<'t> {
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
