//! A line that is typed in the last row of the window.

use std::ops::Range;

use super::paint::Canvas;
use crate::config::Look;
use crate::input::Line;
use crate::text::{clean, clusters};

/// Paints `line` after `sign` in `room` cells of row `y`, the bytes `wrong` of it in the look beside them, and returns the
/// column of its cursor. Of a long line the end before the cursor shows.
pub(super) fn paint(
    canvas: &mut Canvas,
    (sign, line): (&str, &Line),
    (wrong, wrong_look): (Range<usize>, Look),
    (y, room): (usize, usize),
) -> usize {
    let model = canvas.model();
    let before = line.before_cursor();
    let mut start = 0;
    let mut cells = model.width(before);
    for (at, cluster) in clusters(before) {
        if cells + 2 < room {
            break;
        }
        cells -= model.glyph(cluster).cells();
        start = at + cluster.len();
    }
    let look = Look::default();
    canvas.blank(0, y, room + 1, look);
    canvas.text(0, y, 1, &clean(sign), look);
    let mut used = 0;
    for (piece, look) in [
        (start..wrong.start.max(start), look),
        (wrong.start.max(start)..wrong.end.max(start), wrong_look),
        (wrong.end.max(start)..line.text().len(), look),
    ] {
        let piece = clean(line.text().get(piece).unwrap_or_default());
        used += canvas.text(1 + used, y, room.saturating_sub(used), &piece, look);
    }
    1 + cells
}
