//! The rows of a document around a place, up and down: only the blocks that are passed are laid out.

mod row;
mod setting;
mod shown;

use std::collections::HashMap;
use std::sync::Arc;

use super::LayoutOptions;
use super::table::TableSetting;
use crate::budget::ROWS_BYTES;
use crate::document::{BlockKind, Document, Outline, Position};
use crate::text::WidthModel;
pub use row::{FlowBlank, FlowGlyph, FlowRow, lines};
pub(in crate::layout) use shown::SetText;
pub use shown::{Conversion, Replacement, Showing};

/// Which blocks are shown, where not all are: those that hold one of its places.
pub trait LineFilter: Send + Sync {
    /// Returns the first place at or after `from`.
    fn next(&self, from: Position) -> Option<Position>;

    /// Returns the last place before `to`.
    fn last_before(&self, to: Position) -> Option<Position>;
}

/// The rows of one block.
type Rows = Arc<[FlowRow]>;

/// A document set in rows. It keeps what it laid out; that changes nothing but time.
#[derive(Clone)]
pub struct Flow {
    document: Document,
    outline: Arc<Outline>,
    options: LayoutOptions,
    model: WidthModel,
    /// Which blocks have rows; none: all.
    filter: Option<Arc<dyn LineFilter>>,
    showing: Showing,
    cache: HashMap<(usize, usize), Rows>,
    /// How the tables are set, by part and number.
    tables: HashMap<(usize, u16), Arc<TableSetting>>,
    /// The bytes that the cache holds.
    cached: usize,
    /// How often what is set or how it is set became another.
    changes: usize,
}

impl Flow {
    /// Returns `document` set with `options`, without sections yet.
    pub fn new(document: Document, options: LayoutOptions, model: WidthModel) -> Self {
        let outline = Arc::default();
        let (cache, tables) = (HashMap::new(), HashMap::new());
        let (filter, showing) = (None, Showing::default());
        Self {
            document,
            outline,
            options,
            model,
            filter,
            showing,
            cache,
            tables,
            cached: 0,
            changes: 0,
        }
    }

    /// Returns the document.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Returns the sections whose headings are set as such.
    pub fn outline(&self) -> &Arc<Outline> {
        &self.outline
    }

    /// Returns how the document is set.
    pub fn options(&self) -> &LayoutOptions {
        &self.options
    }

    /// Returns what decides the widths.
    pub fn model(&self) -> &WidthModel {
        &self.model
    }

    /// Returns a number that grows when what is set becomes another, or how it is set.
    pub fn changes(&self) -> usize {
        self.changes
    }

    /// Sets another document, or the same after it grew.
    pub fn set_document(&mut self, document: Document) {
        self.document = document;
        self.change();
    }

    /// Sets the sections of `outline` as headings.
    pub fn set_outline(&mut self, outline: Arc<Outline>) {
        if self.outline != outline {
            self.outline = outline;
            self.change();
        }
    }

    /// Sets the document with other widths.
    pub fn set_model(&mut self, model: WidthModel) {
        if self.model != model {
            self.model = model;
            self.change();
        }
    }

    /// Sets the document with other options.
    pub fn set_options(&mut self, options: LayoutOptions) {
        if self.options != options {
            self.options = options;
            self.change();
        }
    }

    /// Shows only the blocks that `filter` says, or all.
    pub fn set_filter(&mut self, filter: Option<Arc<dyn LineFilter>>) {
        self.filter = filter;
        self.change();
    }

    /// Returns whether the block of `place` is one of those that are shown.
    pub fn has_line(&self, place: Position) -> bool {
        self.block_with(place).is_some_and(|(part, block)| self.is_shown(part, block))
    }

    /// Sets the text of the blocks as it is shown so.
    pub fn set_showing(&mut self, showing: Showing) {
        if self.showing != showing {
            self.showing = showing;
            self.change();
        }
    }

    /// Returns how the text of the blocks is shown.
    pub fn showing(&self) -> &Showing {
        &self.showing
    }

    /// Returns `pieces`, words of the document that stand together elsewhere than on the page (a title in a list, a match
    /// between the words around it), as the page shows such a text.
    pub fn shown_pieces<const N: usize>(&self, pieces: [&str; N]) -> [String; N] {
        self.showing.pieces(pieces, self.document.facts().lang)
    }

    /// Takes that nothing is set any more as it was.
    fn change(&mut self) {
        self.changes += 1;
        self.forget();
    }

    fn forget(&mut self) {
        self.cache.clear();
        self.tables.clear();
        self.cached = 0;
    }

    /// Returns the rows from the one that holds `top` on, as far as they fit in `lines` lines, and one where none does.
    pub fn page(&mut self, top: Position, lines: usize) -> Vec<FlowRow> {
        let mut rows = Vec::with_capacity(lines);
        let Some(mut cursor) = self.cursor(top).filter(|_| lines > 0) else { return rows };
        let mut filled = 0;
        while filled < lines {
            let Some(row) = cursor.row() else { break };
            filled += row.height();
            if filled > lines && !rows.is_empty() {
                break;
            }
            rows.push(row.clone());
            if !self.step_down(&mut cursor) {
                break;
            }
        }
        rows
    }

    /// Returns the rows that name the columns of the table which the row at `top` lies in, where they are above it and
    /// its columns stand side by side; at most `most` lines of them, or none.
    pub fn column_names(&mut self, top: Position, most: usize) -> Vec<FlowRow> {
        let Some(cursor) = self.cursor(top) else { return Vec::new() };
        let part = self.document.part(cursor.part);
        let kind = part.blocks().get(cursor.block).map(|block| block.kind);
        let Some(BlockKind::TableRow(table)) = kind else { return Vec::new() };
        let known = self.tables.get(&(cursor.part, table)).map(Arc::as_ref);
        let Some(TableSetting::Columns(columns)) = known else { return Vec::new() };
        let names: Vec<usize> = columns.names.clone().filter(|name| *name < cursor.block).collect();
        if names.len() < columns.names.len() {
            return Vec::new();
        }
        let rows: Vec<FlowRow> =
            names.into_iter().flat_map(|name| self.rows(cursor.part, name).to_vec()).collect();
        if lines(&rows) > most { Vec::new() } else { rows }
    }

    /// Returns the start of the row that holds `place`; of a document without rows, its start.
    pub fn row_start(&mut self, place: Position) -> Position {
        self.cursor(place).map_or(Position::default(), |cursor| cursor.start())
    }

    /// Returns the start of the row up to `lines` lines below the one that holds `place`, or of the last; unless there
    /// are no lines, the next row at least.
    pub fn down(&mut self, place: Position, lines: usize) -> Position {
        let Some(mut cursor) = self.cursor(place) else { return place };
        let mut passed = 0;
        while passed < lines {
            let height = cursor.height();
            if (passed > 0 && passed + height > lines) || !self.step_down(&mut cursor) {
                break;
            }
            passed += height;
        }
        cursor.start()
    }

    /// Returns the start of the row up to `lines` lines above the one that holds `place`, or of the first; unless there
    /// are no lines, the row above at least.
    pub fn up(&mut self, place: Position, lines: usize) -> Position {
        let Some(mut cursor) = self.cursor(place) else { return place };
        if !self.climb(&mut cursor, lines) && lines > 0 {
            self.step_up(&mut cursor);
        }
        cursor.start()
    }

    /// Returns the start of the first of the rows that fit in `lines` lines and end with the one that holds `place`.
    pub fn top_above(&mut self, place: Position, lines: usize) -> Position {
        let Some(mut cursor) = self.cursor(place) else { return place };
        let room = lines.saturating_sub(cursor.height());
        self.climb(&mut cursor, room);
        cursor.start()
    }

    /// Moves `cursor` up by as many rows as fit in `lines` lines, and returns whether there was one.
    fn climb(&mut self, cursor: &mut Cursor, lines: usize) -> bool {
        let mut room = lines;
        while room > 0 {
            let mut above = cursor.clone();
            if !self.step_up(&mut above) || above.height() > room {
                break;
            }
            room -= above.height();
            *cursor = above;
        }
        room < lines
    }

    /// Returns the start of the document's first row.
    pub fn first(&mut self) -> Position {
        self.row_start(Position::default())
    }

    /// Returns the start of the document's last row.
    pub fn last(&mut self) -> Position {
        let last = self.document.parts().saturating_sub(1);
        self.row_start(Position::new(last, usize::MAX))
    }

    /// Returns whether no row follows the one that holds `place`.
    pub fn is_last(&mut self, place: Position) -> bool {
        self.cursor(place).is_none_or(|mut cursor| !self.step_down(&mut cursor))
    }

    /// Returns where the paragraph after the one at `place` begins, or the one before it; none at the edge.
    pub fn paragraph(&mut self, place: Position, way: Way) -> Option<Position> {
        let mut cursor = self.cursor(place)?;
        let first = cursor.start();
        loop {
            let moved = match way {
                Way::Down => self.step_down(&mut cursor),
                Way::Up => self.step_up(&mut cursor),
            };
            if !moved {
                return None;
            }
            let text = cursor.row().is_some_and(FlowRow::has_text);
            if cursor.at == 0 && text && cursor.start() != first {
                return Some(cursor.start());
            }
        }
    }

    /// Returns a cursor on the row that holds `place`; none where the document has no rows.
    fn cursor(&mut self, place: Position) -> Option<Cursor> {
        let mut part = place.part.min(self.document.parts().checked_sub(1)?);
        let loaded = self.document.part(part);
        let block = if let Some(block) = loaded.block_at(place.byte) {
            block
        } else {
            // A part can be empty (its bytes belong to a line that began before it): look around it.
            part = self.filled_before(part).or_else(|| self.filled_after(part))?;
            let last = self.document.part(part).blocks().len().checked_sub(1)?;
            if part < place.part { last } else { 0 }
        };
        let rows = self.rows(part, block);
        let at = holding(&rows, place);
        let mut cursor = Cursor { part, block, at, rows };
        let found =
            cursor.row().is_some() || self.step_down(&mut cursor) || self.step_up(&mut cursor);
        found.then_some(cursor)
    }

    fn filled_before(&self, part: usize) -> Option<usize> {
        (0..part).rev().find(|part| !self.document.part(*part).blocks().is_empty())
    }

    fn filled_after(&self, part: usize) -> Option<usize> {
        (part + 1..self.document.parts())
            .find(|part| !self.document.part(*part).blocks().is_empty())
    }

    /// Moves `cursor` to the next row and returns whether there was one; where not, it stays.
    fn step_down(&mut self, cursor: &mut Cursor) -> bool {
        if cursor.at + 1 < cursor.rows.len() {
            cursor.at += 1;
            return true;
        }
        let mut at = (cursor.part, cursor.block);
        loop {
            let Some((part, block)) = self.block_below(at) else { return false };
            at = (part, block);
            let rows = self.rows(part, block);
            if !rows.is_empty() {
                *cursor = Cursor { part, block, at: 0, rows };
                return true;
            }
        }
    }

    /// Moves `cursor` to the row before and returns whether there was one; where not, it stays.
    fn step_up(&mut self, cursor: &mut Cursor) -> bool {
        if cursor.at > 0 {
            cursor.at -= 1;
            return true;
        }
        let mut at = (cursor.part, cursor.block);
        loop {
            let Some((part, block)) = self.block_above(at) else { return false };
            at = (part, block);
            let rows = self.rows(part, block);
            if let Some(at) = rows.len().checked_sub(1) {
                *cursor = Cursor { part, block, at, rows };
                return true;
            }
        }
    }

    /// Returns the part and the number of the block that may be the next to be shown.
    fn block_below(&self, (part, block): (usize, usize)) -> Option<(usize, usize)> {
        let loaded = self.document.part(part);
        let is_last = block + 1 >= loaded.blocks().len();
        match &self.filter {
            None if is_last => self.filled_after(part).map(|next| (next, 0)),
            None => Some((part, block + 1)),
            Some(filter) => {
                let next = Position::new(part, loaded.start_of(block + 1));
                let from = if is_last { Position::new(part + 1, 0) } else { next };
                self.block_with(filter.next(from)?)
            }
        }
    }

    /// Returns the part and the number of the block that may be shown before that one.
    fn block_above(&self, (part, block): (usize, usize)) -> Option<(usize, usize)> {
        match &self.filter {
            None if block > 0 => Some((part, block - 1)),
            None => {
                let before = self.filled_before(part)?;
                Some((before, self.document.part(before).blocks().len().checked_sub(1)?))
            }
            Some(filter) => {
                let start = self.document.part(part).start_of(block);
                self.block_with(filter.last_before(Position::new(part, start))?)
            }
        }
    }

    /// Returns the part and the number of the block that holds `place`.
    fn block_with(&self, place: Position) -> Option<(usize, usize)> {
        Some((place.part, self.document.part(place.part).block_at(place.byte)?))
    }

    /// Returns whether a block is one of those that are shown.
    fn is_shown(&self, part: usize, block: usize) -> bool {
        let Some(filter) = &self.filter else { return true };
        let start = Position::new(part, self.document.part(part).start_of(block));
        filter.next(start).and_then(|place| self.block_with(place)) == Some((part, block))
    }

    /// Returns the rows of a block; one that is not shown has none.
    fn rows(&mut self, part: usize, block: usize) -> Rows {
        if let Some(rows) = self.cache.get(&(part, block)) {
            return Arc::clone(rows);
        }
        if self.cached > ROWS_BYTES {
            self.forget();
        }
        let is_shown = self.is_shown(part, block);
        let rows: Rows = if is_shown { self.set(part, block).into() } else { Arc::default() };
        self.cached += rows.iter().map(FlowRow::cost).sum::<usize>();
        self.cache.insert((part, block), Arc::clone(&rows));
        rows
    }
}

/// Returns the number of the row among `rows`, those of a block, that holds `place`: the last that begins at or before
/// it, but where text stands beside text, the one that has it.
fn holding(rows: &[FlowRow], place: Position) -> usize {
    let last = rows.partition_point(|row| row.start <= place).saturating_sub(1);
    let holds = |row: &FlowRow| row.has_columns() && row.holds(place);
    rows.iter().take(last).position(holds).unwrap_or(last)
}

/// A direction through the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Towards the end.
    Down,
    /// Towards the start.
    Up,
}

/// A row that is looked at: one of the rows of a block.
#[derive(Clone)]
struct Cursor {
    part: usize,
    block: usize,
    at: usize,
    rows: Rows,
}

impl Cursor {
    fn row(&self) -> Option<&FlowRow> {
        self.rows.get(self.at)
    }

    fn height(&self) -> usize {
        self.row().map_or(1, FlowRow::height)
    }

    fn start(&self) -> Position {
        self.row().map_or(Position::new(self.part, 0), |row| row.start)
    }
}

#[cfg(test)]
mod tests;
