//! A block set in rows: how far in it begins, and what parts it from the next.

use std::sync::Arc;

use super::shown::ShownText;
use super::{Flow, FlowRow, SetText};
use crate::document::{Anchor, Block, BlockKind, Headings, ParagraphStyle, Part, Position};
use crate::layout::edges::{self, Edges, Reach};
use crate::layout::ruby;
use crate::layout::table::{self, Columns, TableSetter, TableSetting};
use crate::layout::{Overflow, Paragraph, ParagraphSetting, Parting, Row, layout};
use crate::text::{Lang, clusters_forward};

/// The most blank rows that stand for blank lines of the source.
const BLANK_ROWS: usize = 2;

/// How many blocks that are left out one after another are looked past for what stands on the other side of them.
const LEFT_OUT: usize = 64;

/// The cells by which the first row of a paragraph is set in (CLREQ 段首缩排: two em).
const FIRST_INDENT: usize = 4;

/// The largest first-line indent that is taken over from a source, in cells.
const WIDEST_INDENT: usize = 16;

impl Flow {
    /// Sets a block in rows; one that is left out has none.
    pub(super) fn set(&mut self, index: usize, number: usize) -> Vec<FlowRow> {
        let part = self.document.part(index);
        let shown = self.shown(&part, number).map(Arc::new);
        if shown.as_ref().is_some_and(|shown| shown.is_blank()) {
            return Vec::new();
        }
        let rows = shown.and_then(|shown| self.set_as(index, number, Some(&shown)));
        rows.or_else(|| self.set_as(index, number, None)).unwrap_or_default()
    }

    /// Sets a block in rows, with the text that is shown; none: its own. None where that has more rows than the words that
    /// it stands for have places.
    fn set_as(
        &mut self,
        index: usize,
        number: usize,
        shown: Option<&Arc<ShownText>>,
    ) -> Option<Vec<FlowRow>> {
        let part = self.document.part(index);
        let block = part.blocks().get(number)?;
        let text = SetText::new(&part, number, shown.map(Arc::as_ref));
        let kind = self.kind(index, &part, number);
        let at = |byte| Position::new(index, block.range.start + byte);
        let edges = self.edges(&part, block, kind, text);
        let bars: Arc<[usize]> = edges.bars.as_slice().into();
        let blank = |byte| FlowRow {
            block: number,
            start: at(byte),
            kind,
            bars: Arc::default(),
            base: block.range.start,
            until: block.range.start + byte,
            row: None,
            shown: None,
        };
        if let BlockKind::Blank(lines) = kind {
            let rows = if self.is_dropped(index, &part, number) { 0 } else { lines as usize };
            return Some((0..rows.min(BLANK_ROWS)).map(blank).collect());
        }
        let source = part.block_text(number);
        let byte = |byte| shown.map_or(byte, |shown| shown.row_start(byte, source));
        let flow = |row: Row| FlowRow {
            start: at(byte(row.range.start)),
            until: block.range.start + byte(row.span().end),
            row: Some(row),
            bars: Arc::clone(&bars),
            shown: shown.cloned(),
            ..blank(0)
        };
        let (rows, below) = if let BlockKind::TableRow(table) = kind {
            self.table_row(index, &part, number, (table, edges.rest), text)
        } else {
            let paragraph = self.paragraph_of(&part, number, kind, &edges, text);
            (layout(&paragraph, &self.options, &self.model), Below::Nothing)
        };
        let mut rows: Vec<FlowRow> = rows.into_iter().map(flow).collect();
        if shown.is_some() && !have_places(&rows, at(block.range.len())) {
            return None;
        }
        // What parts the block from the next stands at the line feed that ends it, a place of its own.
        match below {
            _ if rows.last().is_some_and(|last| last.start == at(block.range.len())) => {}
            Below::Line(line) => rows.push(FlowRow { kind: BlockKind::Rule, ..flow(line) }),
            Below::Nothing if !self.is_parted(index, &part, number, kind) => {}
            Below::Blank | Below::Nothing => {
                let bars = self.bars_below(&part, number, &bars);
                rows.push(FlowRow { bars, ..blank(block.range.len()) });
            }
        }
        Some(rows)
    }

    /// Returns the text of block `number` of `part` as it is shown; none: as it is.
    fn shown(&self, part: &Part, number: usize) -> Option<ShownText> {
        let block = part.blocks().get(number)?;
        self.showing.of(part, block, self.document.facts().lang)
    }

    /// Returns whether block `number` of `part` is left out.
    fn is_left_out(&self, part: &Part, number: usize) -> bool {
        !self.showing.replacements.is_empty()
            && self.shown(part, number).is_some_and(|shown| shown.is_blank())
    }

    /// Returns the number of the block of `part` that is seen after block `number`.
    fn next(&self, part: &Part, number: usize) -> usize {
        let next = (number + 1..).take(LEFT_OUT).find(|next| !self.is_left_out(part, *next));
        next.unwrap_or(number + 1)
    }

    /// Returns whether the blank lines that are block `number` of part `index` stand below what is left out, and others
    /// above that: they part the same two paragraphs.
    fn is_doubled(&self, index: usize, part: &Part, number: usize) -> bool {
        let mut above = (0..number).rev().take(LEFT_OUT);
        if !number.checked_sub(1).is_some_and(|above| self.is_left_out(part, above)) {
            return false;
        }
        match above.find(|above| !self.is_left_out(part, *above)) {
            Some(above) => {
                let kind = part.blocks().get(above).map(|above| above.kind);
                matches!(kind, Some(BlockKind::Blank(_)))
            }
            None => index == 0 && number <= LEFT_OUT,
        }
    }

    /// Returns where bars stand in a blank row below block `number`, which has these `bars`: those of quotations that hold
    /// the next block, too.
    fn bars_below(&self, part: &Part, number: usize, bars: &[usize]) -> Arc<[usize]> {
        let number = self.next(part, number);
        let Some(next) = part.blocks().get(number).filter(|_| !bars.is_empty()) else {
            return Arc::default();
        };
        let below = self.edges(part, next, next.kind, SetText::new(part, number, None)).bars;
        let shared = bars.iter().zip(&below).take_while(|(bar, below)| bar == below);
        shared.map(|(bar, _)| *bar).collect()
    }

    /// Returns the rows of block `number`, a row of `table` set in by `indent` cells, and what stands below them: a line
    /// where it is the last that names the columns, a blank row where it is a list of names and values that another follows.
    fn table_row(
        &mut self,
        index: usize,
        part: &Part,
        number: usize,
        (table, indent): (u16, usize),
        text: SetText<'_>,
    ) -> (Vec<Row>, Below) {
        let Some(block) = part.blocks().get(number) else { return (Vec::new(), Below::Nothing) };
        let lang = self.document.facts().lang;
        let setter = TableSetter { part, lang, options: &self.options, model: &self.model };
        let known = self.tables.entry((index, table));
        let setting = Arc::clone(known.or_insert_with(|| Arc::new(setter.setting(table, indent))));
        let next = part.blocks().get(number + 1).map(|next| next.kind);
        let below = match &*setting {
            TableSetting::Columns(Columns { columns, .. })
                if part.names_columns(number) && !part.names_columns(number + 1) =>
            {
                Below::Line(table::ruled(columns, text.whole().len()))
            }
            TableSetting::Records(_) if next == Some(BlockKind::TableRow(table)) => Below::Blank,
            _ => Below::Nothing,
        };
        (setter.rows(block, &setting, indent, text), below)
    }

    /// Returns whether the blank lines that are block `number` are not shown: those at the edges of the
    /// document, and a single one that only parts two paragraphs which indents part already.
    fn is_dropped(&self, index: usize, part: &Part, number: usize) -> bool {
        let blocks = part.blocks();
        let first = index == 0 && number == 0;
        let last = index + 1 >= self.document.parts() && number + 1 == blocks.len();
        if first || last || self.is_doubled(index, part, number) {
            return true;
        }
        let prose = |at: Option<usize>| {
            let block = at.and_then(|at| Some((at, blocks.get(at)?)));
            block.is_some_and(|(at, block)| is_prose(block, self.kind(index, part, at)))
        };
        let single = blocks.get(number).is_some_and(|block| block.kind == BlockKind::Blank(1));
        let indented = self.options.parting == Parting::Indent;
        indented && single && prose(number.checked_sub(1)) && prose(Some(number + 1))
    }

    /// Returns whether a blank row that the source does not have parts block `number`, of `kind`, from the
    /// next: one above a heading, and one between paragraphs that nothing else tells apart (CLREQ 段首缩排:
    /// an indent or a blank line).
    fn is_parted(&self, index: usize, part: &Part, number: usize, kind: BlockKind) -> bool {
        let declared = self.document.facts().headings == Headings::Declared;
        let Some(block) = part.blocks().get(number) else { return false };
        let below = self.next(part, number);
        let Some(next) = part.blocks().get(below) else {
            let heads = self.outline.level_at(Anchor { part: index + 1, line: 0 }).is_some();
            let more = declared && index + 1 < self.document.parts();
            return (heads || more) && !matches!(kind, BlockKind::Heading(_));
        };
        let next_kind = self.kind(index, part, below);
        let solid = match self.options.parting {
            Parting::Source => self.document.facts().paragraphs == ParagraphStyle::Solid,
            Parting::Indent => false,
            Parting::Blank => true,
        };
        match (kind, next_kind) {
            _ if next.continued => false,
            (BlockKind::Heading(_), _) | (_, BlockKind::Blank(_)) => false,
            (_, BlockKind::Heading(_)) => true,
            _ if is_prose(block, kind) && is_prose(next, next_kind) => solid,
            _ if declared => !part.are_together(block, next),
            _ => solid && (is_prose(block, kind) || is_prose(next, next_kind)),
        }
    }

    /// Returns what block `number` is: a heading where the outline has one, unless the format itself says what is one.
    fn kind(&self, index: usize, part: &Part, number: usize) -> BlockKind {
        let Some(block) = part.blocks().get(number) else { return BlockKind::Paragraph };
        let is_told = self.document.facts().headings == Headings::Declared;
        if is_told || block.continued || matches!(block.kind, BlockKind::Blank(_)) {
            return block.kind;
        }
        let anchor = Anchor { part: index, line: block.line };
        let level = self.outline.level_at(anchor).or_else(|| self.level_above(index, part, number));
        level.map_or(block.kind, BlockKind::Heading)
    }

    /// Returns the level of the heading in the block above block `number` whose title goes on with that.
    fn level_above(&self, index: usize, part: &Part, number: usize) -> Option<u8> {
        let above = number.checked_sub(1)?;
        let anchor = Anchor { part: index, line: part.blocks().get(above)?.line };
        let level = self.outline.level_at(anchor)?;
        let title = self.outline.title(self.outline.holding(anchor)?)?;
        let head = title.strip_suffix(part.block_text(number).trim())?;
        let is_whole = !head.is_empty() && head.trim() == part.block_text(above).trim();
        is_whole.then_some(level)
    }

    /// Returns how the text of block `number` is set, being of `kind`, between `edges`.
    fn paragraph_of<'a>(
        &self,
        part: &'a Part,
        number: usize,
        kind: BlockKind,
        edges: &Edges,
        set: SetText<'a>,
    ) -> Paragraph<'a> {
        let text = set.whole();
        let lang = self.document.facts().lang.map(|lang| lang.of_paragraph(text));
        let Some(block) = part.blocks().get(number) else { return Paragraph::default() };
        let (setting, first_indent, indent) = match kind {
            BlockKind::Heading(_) if block.frame.is_none() => (ParagraphSetting::Heading, 0, 0),
            BlockKind::Heading(_) => (ParagraphSetting::Heading, edges.first, edges.rest),
            BlockKind::Paragraph if block.frame.is_none() => {
                (ParagraphSetting::Flow, self.first_indent(block), 0)
            }
            BlockKind::Paragraph | BlockKind::Image => {
                (ParagraphSetting::Flow, edges.first, edges.rest)
            }
            _ => (ParagraphSetting::Verbatim, edges.first, edges.rest),
        };
        let readings = set.readings(block.range.clone());
        let column = usize::from(block.indent);
        Paragraph { text, setting, lang, first_indent, indent, column, readings }
    }

    /// Returns where the rows of `block` begin, being of `kind`. A line that is kept and has room is where it was
    /// written, however far in.
    fn edges(&self, part: &Part, block: &Block, kind: BlockKind, set: SetText<'_>) -> Edges {
        let measure = self.options.measure;
        let edges = Edges::of(part, block, self.model);
        if let Some(blank) = edges::blank_at_end(part, block) {
            let text = set.whole();
            let readings = set.readings(block.range.clone());
            let read = ruby::cells(text, &readings, self.options.ruby, self.model);
            let edge = measure.saturating_sub(self.model.width(text) + read + blank);
            return Edges { first: edges.first.max(edge), rest: edges.rest.max(edge), ..edges };
        }
        if matches!(
            kind,
            BlockKind::Paragraph
                | BlockKind::Heading(_)
                | BlockKind::Image
                | BlockKind::TableRow(_)
        ) {
            return edges.within(Reach::of_prose(measure));
        }
        if self.options.overflow == Overflow::OneRow {
            return edges;
        }
        let text = set.whole();
        let tabs = text.matches('\t').count() * usize::from(self.model.tab);
        // No more of it is looked at than has room.
        let fits = |room| self.model.prefix(text, room).len() == text.len();
        if measure.checked_sub(edges.first + tabs).is_some_and(fits) {
            return edges;
        }
        let hung = if kind == BlockKind::Code { self.set_in(text) } else { 0 };
        Edges { rest: edges.rest + hung, ..edges }.within(Reach::of_lines(measure))
    }

    /// Returns the cells of the blanks that `text`, a line of code, begins with: what goes on in another row hangs there.
    fn set_in(&self, text: &str) -> usize {
        let blanks = text.get(..text.len() - text.trim_start().len()).unwrap_or_default();
        let stop = usize::from(self.model.tab.max(1));
        clusters_forward(blanks).fold(0, |cells, (_, cluster)| match cluster {
            "\t" => cells + stop - cells % stop,
            _ => cells + self.model.glyph(cluster).cells(),
        })
    }

    /// Returns the indent of the first row of `block`, a paragraph on the page: two em in the languages that have it,
    /// and never beside blank lines between paragraphs (CLREQ 段首缩排).
    fn first_indent(&self, block: &Block) -> usize {
        let facts = self.document.facts();
        let east_asian = matches!(facts.lang, Some(Lang::ZhHans | Lang::ZhHant | Lang::Ja));
        let source = usize::from(block.indent).min(WIDEST_INDENT);
        let indent = match (self.options.parting, facts.paragraphs) {
            _ if block.continued => 0,
            (Parting::Indent, _) => self.em(),
            (Parting::Blank, _) | (_, ParagraphStyle::Spaced | ParagraphStyle::Solid) => 0,
            (Parting::Source, ParagraphStyle::Indented) if source > 0 && east_asian => self.em(),
            (Parting::Source, ParagraphStyle::Plain) if east_asian => self.em(),
            (Parting::Source, ParagraphStyle::Indented | ParagraphStyle::Plain) => source,
        };
        // A narrow column has no cells to give away.
        indent.min(self.options.measure / 4)
    }

    /// Returns the first-line indent of the document's language: one em in Japanese, else two.
    fn em(&self) -> usize {
        if self.document.facts().lang == Some(Lang::Ja) { FIRST_INDENT / 2 } else { FIRST_INDENT }
    }
}

/// Returns whether each of `rows`, the rows of a block that ends at `end`, begins at a place of its own.
fn have_places(rows: &[FlowRow], end: Position) -> bool {
    let mut next = rows.iter().skip(1).map(|row| row.start);
    rows.iter()
        .map(|row| row.start)
        .all(|start| next.next().is_none_or(|next| start < next && next < end))
}

/// What stands below the rows of a block that the source does not have.
enum Below {
    /// Nothing, unless it is parted from the next.
    Nothing,
    /// A blank row.
    Blank,
    /// A line.
    Line(Row),
}

/// Returns whether `block`, being of `kind`, is a paragraph on the page, which an indent or a blank line parts from the
/// next.
fn is_prose(block: &Block, kind: BlockKind) -> bool {
    kind == BlockKind::Paragraph && block.frame.is_none()
}
