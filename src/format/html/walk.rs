//! The walk over the tree: what begins and ends, told to the builder in reading order. It does not recurse, so no depth
//! of a document is too much for the stack.

mod elements;

use dom_query::{Document, NodeRef};

use super::element::{ElementKind, is_hidden, kind, printed_page};
use super::list::{List, is_tight};
use super::raised::Side;
use super::table::{Grid, is_gutter};
use crate::document::{BlockKind, FrameKind, Part, Style};
use crate::format::builder::{Inline, PartBuilder};

/// What was written as HTML.
pub enum Dialect<'a> {
    /// HTML itself: the line of a block is its number.
    Html,
    /// Markdown: `data-sourcepos` tells the lines of the source, and what is given here the name of each heading, in
    /// order, by its title.
    Markdown(&'a mut dyn FnMut(&str) -> String),
}

/// Returns the part that `document` is.
pub(super) fn part(document: &Document, dialect: Dialect<'_>) -> Part {
    let root = document.root();
    let mut walk = HtmlWalk::new(dialect);
    let mut next = Some(root);
    while let Some(node) = next {
        let inside = if walk.enter(&node) { node.first_child() } else { None };
        next = inside.or_else(|| walk.leave_to_next(node, &root));
    }
    walk.builder.finish()
}

/// What is done when an element ends.
enum AtEnd {
    Nothing,
    Block,
    Frame,
    List,
    Code,
    /// Code that a sign ends.
    Formula,
    /// A line of code.
    Line,
    Table,
    /// A table within a table.
    Inner,
    Row,
    Cell,
    Word(&'static str),
    Notes,
    /// A word with its readings, and where the word around it begins.
    Ruby(Option<usize>),
}

/// An element that was entered.
struct Entered {
    end: AtEnd,
    /// How text was meant before it.
    inline: Inline,
    anchors: Vec<usize>,
}

/// A walk on its way.
struct HtmlWalk<'a> {
    builder: PartBuilder,
    dialect: Dialect<'a>,
    entered: Vec<Entered>,
    lists: Vec<List>,
    grid: Option<Grid>,
    /// Whether the rows of the table were begun.
    has_rows: bool,
    /// Whether white space is kept.
    code: bool,
    /// Where the word begins to which the next reading belongs.
    ruby: Option<usize>,
    /// How many elements are open that hold notes.
    notes: usize,
}

impl<'a> HtmlWalk<'a> {
    fn new(dialect: Dialect<'a>) -> Self {
        Self {
            builder: PartBuilder::new(),
            dialect,
            entered: Vec::new(),
            lists: Vec::new(),
            grid: None,
            has_rows: false,
            code: false,
            ruby: None,
            notes: 0,
        }
    }

    /// Leaves `node` and each element that ends with it, and returns the node after them; none at the end of `root`.
    fn leave_to_next<'n>(&mut self, node: NodeRef<'n>, root: &NodeRef<'n>) -> Option<NodeRef<'n>> {
        let mut node = node;
        loop {
            self.leave();
            if node.id == root.id {
                return None;
            }
            if let Some(next) = node.next_sibling() {
                return Some(next);
            }
            node = node.parent()?;
        }
    }

    /// Enters `node` and returns whether what is in it is walked through.
    fn enter(&mut self, node: &NodeRef) -> bool {
        let inline = self.builder.inline();
        let mut entered = Entered { end: AtEnd::Nothing, inline, anchors: Vec::new() };
        let inside = if node.is_text() {
            self.builder.text(&node.text());
            false
        } else if node.is_comment() || (node.is_element() && (is_hidden(node) || is_gutter(node))) {
            false
        } else if let Some(name) = node.node_name() {
            self.place(node, &mut entered);
            self.element(node, kind(&name), &mut entered)
        } else {
            true
        };
        self.entered.push(entered);
        inside
    }

    /// Tells where `node` stands in the source, and the names that it has.
    fn place(&mut self, node: &NodeRef, entered: &mut Entered) {
        if matches!(self.dialect, Dialect::Markdown(_))
            && let Some(line) = node.attr("data-sourcepos")
            && let Some((line, _)) = line.split_once(':')
            && let Ok(line) = line.parse::<u32>()
        {
            self.builder.line(line.saturating_sub(1));
        }
        let name = node.attr("id");
        let old = node.attr("name").filter(|_| node.has_name("a"));
        for name in [name, old].into_iter().flatten().filter(|name| !name.is_empty()) {
            entered.anchors.push(self.builder.enter_anchor(&name));
        }
        if let Some(page) = printed_page(node) {
            self.builder.page(&page);
        }
    }

    /// Tells the builder what begins with `node`, sets what is done at its end, and returns whether what is in it is
    /// walked through.
    fn element(&mut self, node: &NodeRef, kind: ElementKind, entered: &mut Entered) -> bool {
        if self.code {
            return self.in_code(node, kind, entered);
        }
        entered.end = match kind {
            ElementKind::Hidden => return false,
            // A second way back from a note is not needed: there is one to where the reader was; nor is a link to a
            // heading on it.
            ElementKind::Link if has_other_way_back(node) || is_permalink(node) => return false,
            ElementKind::Inline(style) => self.inline(node, style),
            ElementKind::Block => self.block(node),
            ElementKind::Heading(level) => {
                let end = self.begin(BlockKind::Heading(level));
                if let Dialect::Markdown(name) = &mut self.dialect {
                    entered.anchors.push(self.builder.enter_anchor(&name(&node.text())));
                }
                end
            }
            ElementKind::Quote => self.frame(FrameKind::Quote),
            ElementKind::Definitions => self.frame(FrameKind::Definitions),
            ElementKind::Definition => self.frame(FrameKind::Definition),
            ElementKind::Figure => self.frame(FrameKind::Figure),
            ElementKind::Caption => self.frame(FrameKind::Caption),
            ElementKind::Aside => self.aside(node),
            ElementKind::Term => {
                self.add_style(Style::STRONG);
                self.frame(FrameKind::Term)
            }
            ElementKind::List => {
                let list = List::of(node, self.builder.lists());
                self.lists.push(list);
                self.builder.enter_list(is_tight(node));
                AtEnd::List
            }
            ElementKind::Item => self.item(node),
            ElementKind::Code => self.code(node),
            ElementKind::Rule => {
                self.builder.rule();
                AtEnd::Nothing
            }
            ElementKind::Break => {
                self.builder.line_break();
                AtEnd::Nothing
            }
            ElementKind::Link => self.link(node),
            ElementKind::Image => {
                self.image(node);
                return false;
            }
            ElementKind::Raised => return self.beside_line(node, Side::Above, entered),
            ElementKind::Lowered => return self.beside_line(node, Side::Below, entered),
            ElementKind::Ruby => self.ruby(),
            ElementKind::Reading => {
                self.reading(node);
                return false;
            }
            ElementKind::Table => self.table(node),
            ElementKind::Row => self.row(),
            ElementKind::Cell => self.cell(node),
            ElementKind::Input => {
                self.input(node);
                return false;
            }
        };
        true
    }

    /// As [`Self::element`], where white space is kept.
    fn in_code(&mut self, node: &NodeRef, kind: ElementKind, entered: &mut Entered) -> bool {
        match kind {
            ElementKind::Hidden => return false,
            ElementKind::Inline(style) if style != Style::CODE => self.add_style(style),
            ElementKind::Link => entered.end = self.link(node),
            ElementKind::Break => self.builder.line_break(),
            ElementKind::Ruby => entered.end = self.ruby(),
            ElementKind::Reading => {
                self.reading(node);
                return false;
            }
            ElementKind::Block | ElementKind::Item | ElementKind::Heading(_) => {
                self.builder.end_code_line();
                entered.end = AtEnd::Line;
            }
            // Lines are often elements, and stand under each other by a style.
            ElementKind::Inline(_) if node.prev_sibling().is_some_and(|it| it.has_name("code")) => {
                self.builder.end_code_line();
            }
            _ => {}
        }
        true
    }

    fn begin(&mut self, kind: BlockKind) -> AtEnd {
        self.builder.begin(kind);
        AtEnd::Block
    }

    fn frame(&mut self, kind: FrameKind) -> AtEnd {
        self.builder.enter(kind);
        AtEnd::Frame
    }

    fn add_style(&mut self, style: Style) {
        let inline = self.builder.inline();
        self.builder.set_inline(Inline { style: inline.style | style, ..inline });
    }

    fn inline(&mut self, node: &NodeRef, style: Style) -> AtEnd {
        if node.has_name("th") {
            self.add_style(style);
            return self.cell(node);
        }
        if let Some(math) = node.attr("data-math-style") {
            return self.math(node, &math);
        }
        self.add_style(style);
        AtEnd::Nothing
    }

    fn leave_code(&mut self) {
        self.code = false;
        self.builder.leave();
    }

    /// Ends the element that was entered last.
    fn leave(&mut self) {
        let Some(entered) = self.entered.pop() else { return };
        match entered.end {
            AtEnd::Nothing => {}
            AtEnd::Block | AtEnd::Inner => self.builder.end(),
            AtEnd::Frame => self.builder.leave(),
            AtEnd::List => {
                self.lists.pop();
                self.builder.leave();
            }
            AtEnd::Code => self.leave_code(),
            AtEnd::Line => self.builder.end_code_line(),
            AtEnd::Formula => {
                self.builder.text("$$");
                self.leave_code();
            }
            AtEnd::Table => {
                if let Some(grid) = self.grid.take().filter(|_| self.has_rows) {
                    self.builder.leave_table(grid.columns, grid.heading_rows);
                }
            }
            AtEnd::Row => {
                if let Some(covered) = self.grid.as_mut().map(Grid::covered).filter(|it| *it > 0) {
                    self.builder.enter_cell(covered);
                    self.builder.leave_cell();
                }
                self.builder.leave_row();
            }
            AtEnd::Cell => self.builder.leave_cell(),
            AtEnd::Word(word) => self.builder.exactly(word),
            AtEnd::Notes => {
                self.notes -= 1;
                self.builder.end();
            }
            AtEnd::Ruby(outer) => self.ruby = outer,
        }
        self.builder.set_inline(entered.inline);
        for anchor in entered.anchors {
            self.builder.leave_anchor(anchor);
        }
    }
}

/// Returns whether `node` is a sign in a heading that leads to it: pages show it under the pointer alone.
fn is_permalink(node: &NodeRef) -> bool {
    let leads_here = || node.attr("href").is_some_and(|href| href.starts_with('#'));
    let in_heading = || {
        let around = node.ancestors_it(Some(2)).filter_map(|around| around.node_name());
        around
            .into_iter()
            .any(|name| matches!(kind(&name), ElementKind::Heading(_) | ElementKind::Term))
    };
    matches!(node.text().trim(), "#" | "¶" | "§" | "🔗") && leads_here() && in_heading()
}

/// Returns whether `node` leads from a note to a sign of it that is not the first.
fn has_other_way_back(node: &NodeRef) -> bool {
    node.attr("data-footnote-backref-idx").is_some_and(|number| number.contains('-'))
}
