//! Paragraphs set in rows: pieces, rows of pieces, and what is mended afterwards.

use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};

use super::fragment::{Cut, Piece, Uncut, pieces, width};
use super::justify::{justify, slots};
use super::metrics::Metrics;
use super::orphan;
use super::row::SOFT_HYPHEN;
use super::ruby::Readings;
use super::{
    Algorithm, Hang, Justify, LayoutOptions, Orphan, Paragraph, ParagraphSetting, Row, RowBounds,
    RowEnd, Slot, hang, lang_of,
};
use crate::text::{BreakRules, WidthModel, is_east_asian_letter};

/// Returns the rows of `paragraph`, filled to the measure.
pub(super) fn fill(paragraph: &Paragraph, options: &LayoutOptions, model: WidthModel) -> Vec<Row> {
    let text = paragraph.text;
    let lang = lang_of(paragraph);
    let column = RowBounds::new(paragraph, options, lang);
    let rules = BreakRules { lang, level: options.level, korean: options.korean };
    let readings = &Readings::of(paragraph, options.ruby, column.least_room(), model);
    let metrics = Metrics::new(lang, options, model).with(readings);
    let uncut = Uncut { text, readings, metrics };
    let mut pieces = pieces(uncut, rules, [column.room(0), column.room(1)]);
    if options.hang == Hang::Stop {
        hang::mark(text, lang, model, &mut pieces);
    }
    let algorithm = match options.algorithm {
        Algorithm::Auto if is_alphabetic(text) => Algorithm::Optimal,
        Algorithm::Auto => Algorithm::FirstFit,
        chosen => chosen,
    };
    let setting = paragraph.setting;
    Filling { uncut, setting, algorithm, options, column }.rows(&pieces)
}

/// What it takes to set the pieces of a paragraph in rows.
struct Filling<'t> {
    uncut: Uncut<'t>,
    setting: ParagraphSetting,
    /// How rows are filled: never [`Algorithm::Auto`], which is decided once for all runs.
    algorithm: Algorithm,
    options: &'t LayoutOptions,
    column: RowBounds,
}

impl Filling<'_> {
    /// Returns the rows of `pieces`, at least one.
    fn rows(&self, pieces: &[Piece]) -> Vec<Row> {
        let mut rows = Vec::new();
        for run in pieces.split_inclusive(|piece| piece.cut == Cut::Must) {
            self.set(run, &mut rows);
        }
        match rows.last_mut() {
            Some(last) => last.end = RowEnd::Hard,
            None => rows.push(self.row(&[], 0, 0)),
        }
        rows
    }

    /// Adds the rows of `run`, which a mandatory break ends, to `rows`.
    fn set(&self, run: &[Piece], rows: &mut Vec<Row>) {
        let first = rows.len();
        let Uncut { text, readings, metrics } = self.uncut;
        let mut start = rows.last().map_or(0, |row| row.range.end);
        for (line, pieces) in self.lines(run, first).into_iter().enumerate() {
            let mut row = self.row(pieces, start, first + line);
            start = row.range.end;
            if self.options.justify == Justify::Gaps && row.end == RowEnd::Soft {
                justify(&mut row, text, metrics, self.column.measure);
            }
            row.readings = readings.in_row(&row, text, metrics.model, self.column.measure);
            rows.push(row);
        }
    }

    /// Returns the pieces of each row of `run`, which is set from row `first` on.
    fn lines<'a>(&self, run: &'a [Piece], first: usize) -> Vec<&'a [Piece]> {
        let rooms = [self.column.room(first), self.column.room(1)];
        let lines = match (self.setting, self.algorithm) {
            (ParagraphSetting::Heading, _) => balanced(run, rooms),
            (_, Algorithm::Optimal) => optimal(run, rooms),
            (_, Algorithm::FirstFit | Algorithm::Auto) => first_fit(run, rooms, 0),
        };
        match self.options.orphan {
            Orphan::Repair => orphan::repair(run, lines, self.uncut.text, rooms),
            Orphan::Leave => lines,
        }
    }

    /// Returns row `index`, made of `pieces`, which start at byte `start`.
    fn row(&self, pieces: &[Piece], start: usize, index: usize) -> Row {
        let indent = self.column.indent_of(index);
        let last = pieces.last();
        let cells = width(pieces);
        let hangs =
            pieces.iter().rfind(|piece| piece.cells > 0).is_some_and(|piece| piece.hang > 0);
        let mut row = Row {
            range: start..last.map_or(start, |piece| piece.end as usize),
            indent,
            cells,
            hang: if hangs { (indent + cells).saturating_sub(self.column.measure) } else { 0 },
            end: match last.map(|piece| piece.cut) {
                Some(Cut::Free) => RowEnd::Soft,
                Some(Cut::Forced) => RowEnd::Forced,
                Some(Cut::Must) | None => RowEnd::Hard,
            },
            ..Row::default()
        };
        if !self.uncut.metrics.is_plain() {
            row.slots = slots(&row, self.uncut.text, self.uncut.metrics);
        }
        if let Some(hyphen) = last.map(|piece| usize::from(piece.hyphen)).filter(|cells| *cells > 0)
        {
            row.cells += hyphen;
            row.slots.push(Slot { byte: row.range.end - SOFT_HYPHEN.len(), cells: hyphen });
        }
        row
    }
}

/// Returns the rows of `run`, each `less` cells short of its room and as full as can be.
fn first_fit(run: &[Piece], rooms: [usize; 2], less: usize) -> Vec<&[Piece]> {
    wrap_first_fit(run, &rooms.map(|room| room.saturating_sub(less) as f64))
}

/// Returns whether more than three letters in five of `text` are no East Asian ones.
fn is_alphabetic(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (all, eastern) = letters.fold((0_usize, 0_usize), |(all, eastern), c| {
        (all + 1, eastern + usize::from(is_east_asian_letter(c)))
    });
    eastern * 5 < all * 2
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
