//! Text that is kept as it is: cut only where it is wider than the measure, its tabs expanded.

use super::{Column, Row, RowEnd, Slot};
use crate::text::{WidthModel, clusters, ends_row, is_blank};

/// Returns the rows of `text`, cut where the measure ends.
pub(super) fn rows(text: &str, column: &Column, model: WidthModel) -> Vec<Row> {
    let stop = usize::from(model.tab.max(1));
    let painted = text.trim_end_matches(is_blank).len();
    let mut rows = Vec::new();
    let mut row = empty(0, column.first_indent);
    let mut filled = 0;
    for (byte, cluster) in clusters(text) {
        let cells = match cluster {
            "\t" => {
                (stop - filled % stop).min(column.room(rows.len()).saturating_sub(filled).max(1))
            }
            _ => model.glyph(cluster).cells(),
        };
        if filled + cells > column.room(rows.len()) && filled > 0 && byte < painted {
            let next = empty(byte, column.indent);
            row.end = RowEnd::Forced;
            rows.push(std::mem::replace(&mut row, next));
            filled = 0;
        }
        row.range.end = byte + cluster.len();
        filled += cells;
        if !cluster.chars().all(is_blank) {
            row.cells = filled;
        }
        if cluster == "\t" && byte < painted {
            row.slots.push(Slot { byte, cells });
        }
        if cluster.chars().any(ends_row) && row.range.end < text.len() {
            let next = empty(row.range.end, column.indent);
            rows.push(std::mem::replace(&mut row, next));
            filled = 0;
        }
    }
    rows.push(row);
    rows
}

/// Returns a row without text.
fn empty(start: usize, indent: usize) -> Row {
    Row { range: start..start, indent, cells: 0, hang: 0, end: RowEnd::Hard, slots: Vec::new() }
}
