//! Paragraphs set in rows: pieces, rows of pieces, and what is mended afterwards.

use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};

use super::fragment::{Cut, Piece, pieces};
use super::justify::{justify, slots};
use super::metrics::Metrics;
use super::{
    Algorithm, Column, Hang, Justify, LayoutOptions, Orphan, Paragraph, Row, RowEnd, Setting, hang,
};
use crate::text::{BreakRules, Lang, WidthModel, is_east_asian_letter};

/// Returns the rows of `paragraph`, filled to the measure.
pub(super) fn fill(paragraph: &Paragraph, options: &LayoutOptions, model: WidthModel) -> Vec<Row> {
    let text = paragraph.text;
    let lang = paragraph.lang.or_else(|| Lang::detect(text)).unwrap_or(Lang::Other);
    let column = Column::new(paragraph, options, lang);
    let rules = BreakRules { lang, level: options.level, korean: options.korean };
    let metrics = Metrics::new(lang, options, model);
    let mut pieces = pieces(text, rules, metrics, [column.room(0), column.room(1)]);
    if options.hang == Hang::Stop {
        hang::mark(text, lang, model, &mut pieces);
    }
    let mut rows = rows_of(&pieces, paragraph, options, &column);
    for row in &mut rows {
        if !metrics.is_plain() {
            row.slots = slots(row, text, metrics);
        }
        if options.justify == Justify::Gaps && row.end == RowEnd::Soft {
            justify(row, text, metrics, column.measure);
        }
    }
    rows
}

/// Returns the rows of `pieces`, at least one.
fn rows_of(
    pieces: &[Piece],
    paragraph: &Paragraph,
    options: &LayoutOptions,
    column: &Column,
) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut start = 0;
    for run in pieces.split_inclusive(|piece| piece.cut == Cut::Must) {
        for pieces in lines(run, rows.len(), paragraph, options, column) {
            let row = row_of(pieces, start, rows.len(), column);
            start = row.range.end;
            rows.push(row);
        }
    }
    match rows.last_mut() {
        Some(last) => last.end = RowEnd::Hard,
        None => rows.push(row_of(&[], 0, 0, column)),
    }
    rows
}

/// Returns the pieces of each row of `run`, which is set from row `index` on.
fn lines<'a>(
    run: &'a [Piece],
    index: usize,
    paragraph: &Paragraph,
    options: &LayoutOptions,
    column: &Column,
) -> Vec<&'a [Piece]> {
    let rooms = [column.room(index), column.room(1)];
    let mut lines = match (paragraph.setting, options.algorithm) {
        (Setting::Heading, _) => balanced(run, rooms),
        (_, Algorithm::FirstFit) => first_fit(run, rooms, 0),
        (_, Algorithm::Optimal) => optimal(run, rooms),
    };
    if options.orphan == Orphan::Repair {
        let end = run.last().map_or(0, |piece| piece.end as usize);
        let text = paragraph.text.get(..end).unwrap_or_default();
        // What came down may be no character but its marks.
        repair_orphan(run, &mut lines, text, rooms);
        repair_orphan(run, &mut lines, text, rooms);
    }
    lines
}

/// Returns the rows of `run`, each `less` cells short of its room and as full as can be.
fn first_fit(run: &[Piece], rooms: [usize; 2], less: usize) -> Vec<&[Piece]> {
    wrap_first_fit(run, &rooms.map(|room| room.saturating_sub(less) as f64))
}

/// Returns the rows of `run` that leave the least squares of blank cells over.
fn optimal(run: &[Piece], rooms: [usize; 2]) -> Vec<&[Piece]> {
    // No gap is worth an overflow: a row's gap costs at most its room squared, and there are as many rows
    // as pieces at most.
    let penalties = Penalties { overflow_penalty: 1 << 40, ..Penalties::new() };
    let lines = wrap_optimal_fit(run, &rooms.map(|room| room as f64), &penalties);
    lines.unwrap_or_else(|_| first_fit(run, rooms, 0))
}

/// Returns the rows of a heading: as few as first fit needs, as narrow as that allows (R20).
fn balanced(run: &[Piece], rooms: [usize; 2]) -> Vec<&[Piece]> {
    let rows = first_fit(run, rooms, 0);
    let widest = run.iter().map(|piece| usize::from(piece.cells)).max().unwrap_or_default();
    let (mut less, mut most) =
        (0, rooms.into_iter().min().unwrap_or_default().saturating_sub(widest));
    while less < most {
        let middle = (less + most).div_ceil(2);
        if first_fit(run, rooms, middle).len() > rows.len() {
            most = middle - 1;
        } else {
            less = middle;
        }
    }
    first_fit(run, rooms, less)
}

/// Moves the last piece of the last row but one down to the last row, where that holds a single East Asian
/// character and its marks, and the row that gives keeps half its room (R10). `run` ends where `text` does.
fn repair_orphan<'a>(
    run: &'a [Piece],
    lines: &mut Vec<&'a [Piece]>,
    text: &str,
    rooms: [usize; 2],
) {
    let [before @ .., giver, orphan] = lines.as_slice() else { return };
    let Some((moved, keeper)) = giver.split_last() else { return };
    let from = moved.end as usize;
    let is_legal = keeper.last().is_some_and(|piece| piece.cut == Cut::Free);
    if !is_legal || !is_orphan(text.get(from..).unwrap_or_default()) {
        return;
    }
    let filled = |pieces: &[Piece]| pieces.iter().map(Piece::filled).sum::<usize>();
    let [first, other] = rooms;
    let room = if before.is_empty() { first } else { other };
    let kept = run.len() - orphan.len() - 1;
    if filled(keeper) * 2 >= room && moved.filled() + filled(orphan) <= other {
        let (keeper, length) = (keeper.len(), before.len());
        lines.truncate(length);
        lines.extend(run.get(kept - keeper..kept));
        lines.extend(run.get(kept..));
    }
}

/// Returns whether `text` is a single East Asian character and marks.
fn is_orphan(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphanumeric()).take(2).collect::<Vec<_>>();
    matches!(letters.as_slice(), [letter] if is_east_asian_letter(*letter))
}

/// Returns the cells of `pieces` without the white space at their end.
fn width(pieces: &[Piece]) -> usize {
    let after = pieces.iter().rposition(|piece| piece.cells > 0).map_or(0, |last| last + 1);
    let text = pieces.iter().take(after);
    let last = text.clone().next_back().map_or(0, |piece| usize::from(piece.space));
    text.map(Piece::filled).sum::<usize>() - last
}

/// Returns row `index`, made of `pieces`, which start at byte `start`.
fn row_of(pieces: &[Piece], start: usize, index: usize, column: &Column) -> Row {
    let indent = column.indent_of(index);
    let last = pieces.last();
    let cells = width(pieces);
    let hangs = pieces.iter().rfind(|piece| piece.cells > 0).is_some_and(|piece| piece.hang > 0);
    Row {
        range: start..last.map_or(start, |piece| piece.end as usize),
        indent,
        cells,
        hang: if hangs { (indent + cells).saturating_sub(column.measure) } else { 0 },
        end: match last.map(|piece| piece.cut) {
            Some(Cut::Free) => RowEnd::Soft,
            Some(Cut::Forced) => RowEnd::Forced,
            Some(Cut::Must) | None => RowEnd::Hard,
        },
        slots: Vec::new(),
    }
}
