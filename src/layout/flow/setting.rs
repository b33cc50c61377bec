//! A block set in rows: how far in it begins, and what parts it from the next.

use std::sync::Arc;

use super::{Flow, FlowRow};
use crate::document::{Anchor, Block, BlockKind, Headings, ParagraphStyle, Part, Position};
use crate::layout::edges::{self, Edges, Reach};
use crate::layout::ruby;
use crate::layout::table::{self, Columns, TableSetter, TableSetting};
use crate::layout::{Overflow, Paragraph, ParagraphSetting, Parting, Row, layout};
use crate::text::{Lang, clusters_forward};

/// The most blank rows that stand for blank lines of the source.
const BLANK_ROWS: usize = 2;

/// The cells by which the first row of a paragraph is set in (CLREQ 段首缩排: two em).
const FIRST_INDENT: usize = 4;

/// The largest first-line indent that is taken over from a source, in cells.
const WIDEST_INDENT: usize = 16;

impl Flow {
    /// Sets a block in rows.
    pub(super) fn set(&mut self, index: usize, number: usize) -> Vec<FlowRow> {
        let part = self.document.part(index);
        let Some(block) = part.blocks().get(number) else { return Vec::new() };
        let kind = self.kind(index, block);
        let at = |byte| Position::new(index, block.range.start + byte);
        let edges = self.edges(&part, block, kind);
        let bars: Arc<[usize]> = edges.bars.as_slice().into();
        let blank = |byte| FlowRow {
            block: number,
            start: at(byte),
            kind,
            row: None,
            bars: Arc::default(),
        };
        if let BlockKind::Blank(lines) = kind {
            let rows = if self.is_dropped(index, &part, number) { 0 } else { lines as usize };
            return (0..rows.min(BLANK_ROWS)).map(blank).collect();
        }
        let flow = |row: Row| {
            let start = at(row.range.start);
            FlowRow { block: number, start, kind, row: Some(row), bars: Arc::clone(&bars) }
        };
        let (rows, below) = if let BlockKind::TableRow(table) = kind {
            self.table_row(index, &part, number, (table, edges.rest))
        } else {
            let paragraph = self.paragraph_of(&part, number, kind, &edges);
            (layout(&paragraph, &self.options, &self.model), Below::Nothing)
        };
        let mut rows: Vec<FlowRow> = rows.into_iter().map(flow).collect();
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
        rows
    }

    /// Returns where bars stand in a blank row below block `number`, which has these `bars`: those of quotations that hold
    /// the next block, too.
    fn bars_below(&self, part: &Part, number: usize, bars: &[usize]) -> Arc<[usize]> {
        let Some(next) = part.blocks().get(number + 1).filter(|_| !bars.is_empty()) else {
            return Arc::default();
        };
        let below = self.edges(part, next, next.kind).bars;
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
                Below::Line(table::ruled(columns, block.range.len()))
            }
            TableSetting::Records(_) if next == Some(BlockKind::TableRow(table)) => Below::Blank,
            _ => Below::Nothing,
        };
        (setter.rows(block, &setting, indent), below)
    }

    /// Returns whether the blank lines that are block `number` are not shown: those at the edges of the
    /// document, and a single one that only parts two paragraphs which indents part already.
    fn is_dropped(&self, index: usize, part: &Part, number: usize) -> bool {
        let blocks = part.blocks();
        let first = index == 0 && number == 0;
        let last = index + 1 >= self.document.parts() && number + 1 == blocks.len();
        if first || last {
            return true;
        }
        let prose = |at: Option<usize>| {
            let block = at.and_then(|at| blocks.get(at));
            block.is_some_and(|block| is_prose(block, self.kind(index, block)))
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
        let Some(next) = part.blocks().get(number + 1) else {
            let heads = self.outline.level_at(Anchor { part: index + 1, line: 0 }).is_some();
            let more = declared && index + 1 < self.document.parts();
            return (heads || more) && !matches!(kind, BlockKind::Heading(_));
        };
        let next_kind = self.kind(index, next);
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

    /// Returns what a block is: a heading where the outline has one, unless the format itself says what is one.
    fn kind(&self, part: usize, block: &Block) -> BlockKind {
        if self.document.facts().headings == Headings::Declared {
            return block.kind;
        }
        let anchor = Anchor { part, line: block.line };
        match self.outline.level_at(anchor).filter(|_| !block.continued) {
            Some(level) if !matches!(block.kind, BlockKind::Blank(_)) => BlockKind::Heading(level),
            _ => block.kind,
        }
    }

    /// Returns how the text of block `number` is set, being of `kind`, between `edges`.
    fn paragraph_of<'a>(
        &self,
        part: &'a Part,
        number: usize,
        kind: BlockKind,
        edges: &Edges,
    ) -> Paragraph<'a> {
        let text = part.block_text(number);
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
        let readings = part.readings_in(block.range.clone());
        let column = usize::from(block.indent);
        Paragraph { text, setting, lang, first_indent, indent, column, readings }
    }

    /// Returns where the rows of `block` begin, being of `kind`. A line that is kept and has room is where it was
    /// written, however far in.
    fn edges(&self, part: &Part, block: &Block, kind: BlockKind) -> Edges {
        let measure = self.options.measure;
        let edges = Edges::of(part, block, self.model);
        if let Some(blank) = edges::blank_at_end(part, block) {
            let text = part.slice(block.range.clone());
            let readings = part.readings_in(block.range.clone());
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
        let text = part.slice(block.range.clone());
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
