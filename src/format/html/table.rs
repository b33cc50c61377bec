//! Tables: what their columns are, and which columns the cells of a row take.

use dom_query::NodeRef;

use crate::document::Alignment;

/// A table whose rows are being read.
pub(super) struct Grid {
    /// How each column stands.
    pub(super) columns: Vec<Alignment>,
    /// How many of the first rows name the columns.
    pub(super) heading_rows: u16,
    /// How many more rows the cells above take, by columns.
    spans: Vec<u16>,
    /// The column where the next cell of the row stands.
    column: usize,
}

impl Grid {
    /// Returns the table that `node` is; none where it only holds things in their places: it has one column, or tables
    /// within it, or is a row of code and the numbers of its lines.
    pub(super) fn of(node: &NodeRef) -> Option<Self> {
        let mut grid = Self { columns: Vec::new(), heading_rows: 0, spans: Vec::new(), column: 0 };
        let mut heads = true;
        for row in rows(node) {
            let cells: Vec<NodeRef> = row.children_it(false).filter(is_cell).collect();
            if cells.iter().any(|cell| holds(cell, "table") || is_gutter(cell)) {
                return None;
            }
            heads &= !cells.is_empty() && cells.iter().all(|cell| cell.has_name("th"));
            grid.heading_rows += u16::from(heads && grid.heading_rows < u16::MAX);
            grid.learn(&cells);
        }
        (grid.columns.len() > 1).then_some(grid)
    }

    /// Learns from a row how the columns stand: by the first that says so.
    fn learn(&mut self, cells: &[NodeRef]) {
        let mut column = 0;
        for cell in cells {
            let columns = usize::from(span(cell, "colspan"));
            if self.columns.len() < column + columns {
                self.columns.resize(column + columns, Alignment::default());
            }
            if let Some(known) = self.columns.get_mut(column).filter(|it| **it == Alignment::Start)
            {
                *known = alignment(cell);
            }
            column += columns;
        }
    }

    /// Begins a row.
    pub(super) fn row(&mut self) {
        self.column = 0;
    }

    /// Returns over how many columns from here on cells from above reach, and passes them.
    pub(super) fn covered(&mut self) -> u16 {
        let mut covered = 0;
        while let Some(rows) = self.spans.get_mut(self.column).filter(|rows| **rows > 0) {
            *rows -= 1;
            self.column += 1;
            covered += 1;
        }
        covered
    }

    /// Returns how many columns `cell` takes, and passes them.
    pub(super) fn cell(&mut self, cell: &NodeRef) -> u16 {
        let (columns, rows) = (span(cell, "colspan"), span(cell, "rowspan"));
        let end = self.column + usize::from(columns);
        if rows > 1 {
            if self.spans.len() < end {
                self.spans.resize(end, 0);
            }
            self.spans.iter_mut().take(end).skip(self.column).for_each(|it| *it = rows - 1);
        }
        self.column = end;
        columns
    }
}

/// Returns the rows of the table `node`, not those of tables within it.
fn rows<'a>(node: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    let mut rows = Vec::new();
    for child in node.children_it(false) {
        if child.has_name("tr") {
            rows.push(child);
        } else if ["thead", "tbody", "tfoot"].iter().any(|name| child.has_name(name)) {
            rows.extend(child.children_it(false).filter(|row| row.has_name("tr")));
        }
    }
    rows
}

fn is_cell(node: &NodeRef) -> bool {
    node.has_name("td") || node.has_name("th")
}

fn holds(cell: &NodeRef, name: &str) -> bool {
    cell.descendants_it().any(|inside| inside.has_name(name))
}

/// Returns whether `node` is a cell with the numbers of the lines of code in the next one.
pub(super) fn is_gutter(node: &NodeRef) -> bool {
    let beside =
        || node.next_element_sibling().is_some_and(|next| is_cell(&next) && holds(&next, "pre"));
    if !is_cell(node) || !holds(node, "pre") || !beside() {
        return false;
    }
    let texts: Vec<_> =
        node.descendants_it().filter(NodeRef::is_text).map(|it| it.text()).collect();
    let words = texts.iter().flat_map(|text| text.split_whitespace());
    let mut numbers = words.map(|word| word.parse::<u32>().ok());
    let first = numbers.next().flatten();
    first.is_some_and(|first| {
        numbers.zip(first + 1..).all(|(number, wanted)| number == Some(wanted))
    })
}

/// Returns how many rows or columns `cell` takes.
fn span(cell: &NodeRef, name: &str) -> u16 {
    let number = cell.attr(name).and_then(|value| value.trim().parse::<u16>().ok());
    number.unwrap_or(1).clamp(1, 1000)
}

/// Returns how the text of `cell` stands.
fn alignment(cell: &NodeRef) -> Alignment {
    let style = cell.attr("style").unwrap_or_default().to_ascii_lowercase();
    let said = style.split_once("text-align").map(|(_, rest)| rest.to_owned());
    let said = said.or_else(|| cell.attr("align").map(|it| it.to_ascii_lowercase()));
    match said.as_deref().map(|it| it.trim_start_matches([':', ' '])) {
        Some(it) if it.starts_with("center") => Alignment::Centre,
        Some(it) if it.starts_with("right") || it.starts_with("end") => Alignment::End,
        _ => Alignment::Start,
    }
}
