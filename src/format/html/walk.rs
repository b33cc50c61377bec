//! The walk over the tree: what begins and ends, told to the builder in reading order. It does not recurse, so no depth
//! of a document is too much for the stack.

use dom_query::{Document, NodeRef};

use super::element::{ElementKind, is_hidden, kind, says, target};
use super::list::{List, is_tight};
use super::raised::{self, Side};
use super::table::Grid;
use crate::document::{Alert, BlockKind, FrameKind, Part, Style};
use crate::format::builder::{Inline, PartBuilder};
use crate::text::is_east_asian_letter;

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
    /// How many tables within the table are open.
    inner: usize,
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
            inner: 0,
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
        } else if node.is_comment() || (node.is_element() && is_hidden(node)) {
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
    }

    /// Tells the builder what begins with `node`, sets what is done at its end, and returns whether what is in it is
    /// walked through.
    fn element(&mut self, node: &NodeRef, kind: ElementKind, entered: &mut Entered) -> bool {
        if self.code {
            return self.in_code(node, kind, entered);
        }
        entered.end = match kind {
            ElementKind::Hidden => return false,
            // A second way back from a note is not needed: there is one to where the reader was.
            ElementKind::Link if has_other_way_back(node) => return false,
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
            return self.math(&math);
        }
        self.add_style(style);
        AtEnd::Nothing
    }

    /// A formula, shown as its source.
    fn math(&mut self, style: &str) -> AtEnd {
        let sign = if style == "display" { "$$" } else { "$" };
        self.add_style(Style::MATH);
        self.builder.exactly(sign);
        AtEnd::Word(sign)
    }

    fn block(&mut self, node: &NodeRef) -> AtEnd {
        if let Some(alert) = alert(node) {
            return self.frame(FrameKind::Alert(alert));
        }
        if says(node, "class", &["footnotes"]) || says(node, "role", &["doc-endnotes"]) {
            self.notes += 1;
            self.builder.end();
            return AtEnd::Notes;
        }
        if node.has_name("summary") || says(node, "class", &["markdown-alert-title"]) {
            self.add_style(Style::STRONG);
        }
        self.begin(BlockKind::Paragraph)
    }

    fn aside(&mut self, node: &NodeRef) -> AtEnd {
        let notes = ["footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote", "note"];
        if says(node, "epub:type", &notes) || says(node, "role", &notes) {
            self.frame(FrameKind::Note { marker: 0..0 })
        } else {
            self.frame(FrameKind::Aside)
        }
    }

    fn item(&mut self, node: &NodeRef) -> AtEnd {
        let marker = self.lists.last_mut().map(|list| list.marker(node));
        let marker = marker.unwrap_or_else(|| "•".to_owned());
        if self.notes > 0 {
            let number = marker.trim_end_matches('.');
            self.builder.enter_marked(&format!("[{number}]"), |marker| FrameKind::Note { marker });
        } else {
            self.builder.enter_marked(&marker, |marker| FrameKind::Item { marker });
        }
        AtEnd::Frame
    }

    fn code(&mut self, node: &NodeRef) -> AtEnd {
        let inside = node.first_element_child().filter(|child| child.has_name("code"));
        let language = [Some(*node), inside].into_iter().flatten().find_map(|it| language(&it));
        let language = language.and_then(|name| self.builder.language(&name));
        if self.builder.is_in_table() {
            return self.begin(BlockKind::Paragraph);
        }
        self.builder.enter(FrameKind::Code { language });
        self.builder.begin(BlockKind::Code);
        self.code = true;
        AtEnd::Code
    }

    fn link(&mut self, node: &NodeRef) -> AtEnd {
        let Some(target) = node.attr("href").as_deref().and_then(target) else {
            return AtEnd::Nothing;
        };
        let picture = || node.descendants_it().any(|inside| inside.has_name("img"));
        if node.text().trim().is_empty() && !picture() {
            return AtEnd::Nothing;
        }
        let inline = self.builder.inline();
        let link = self.builder.link(target);
        let signs = ["noteref", "doc-noteref"];
        let to_note = says(node, "epub:type", &signs)
            || says(node, "role", &signs)
            || node.has_attr("data-footnote-ref");
        let style = if to_note { inline.style | Style::NOTE } else { inline.style };
        self.builder.set_inline(Inline { style, link });
        let bracketed =
            !to_note || node.text().trim_start().starts_with(['[', '［', '〔', '【', '(']);
        if bracketed {
            return AtEnd::Nothing;
        }
        self.builder.exactly("[");
        AtEnd::Word("]")
    }

    /// Shows what stands for a picture: its words, or the name of its file.
    fn image(&mut self, node: &NodeRef) {
        let source = node.attr("src").unwrap_or_default();
        let words = node.attr("alt").filter(|words| !words.trim().is_empty());
        let words = words.or_else(|| node.attr("title")).unwrap_or_else(|| name_of(&source).into());
        let inline = self.builder.inline();
        let link = inline.link.or_else(|| self.builder.link(target(&source)?));
        self.builder.set_inline(Inline { style: inline.style | Style::IMAGE, link });
        self.builder.text(words.trim());
    }

    /// Shows raised or lowered text so that it reads right in the line.
    fn beside_line(&mut self, node: &NodeRef, side: Side, entered: &mut Entered) -> bool {
        if raised::is_note(node) {
            let inside = node.first_element_child();
            let bracketed = node.text().trim_start().starts_with(['[', '［', '〔', '【', '(']);
            let told = inside.is_some_and(|it| it.has_attr("data-footnote-ref"));
            self.add_style(Style::NOTE | Style::RAISED);
            if !bracketed && !told {
                self.builder.exactly("[");
                entered.end = AtEnd::Word("]");
            }
            return true;
        }
        self.add_style(if side == Side::Above { Style::RAISED } else { Style::LOWERED });
        let text = node.text();
        if let Some(signs) = raised::in_signs(&text, side) {
            self.builder.text(&signs);
            return false;
        }
        let sign = raised::sign_before(&text, side);
        self.builder.exactly(sign);
        true
    }

    fn ruby(&mut self) -> AtEnd {
        AtEnd::Ruby(self.ruby.replace(self.builder.place()))
    }

    /// Shows how the word before `node` is read; readings in a row are those of one word (HTML §4.5.10, `rb`).
    fn reading(&mut self, node: &NodeRef) {
        if node.prev_element_sibling().is_some_and(|it| reads_on(&it, node)) {
            return;
        }
        let mut reading = words(node);
        let mut last = *node;
        while let Some(next) = last.next_element_sibling().filter(|next| reads_on(&last, next)) {
            let next_words = words(&next);
            if !reading.ends_with(is_east_asian_letter) {
                reading.push(' ');
            }
            reading.push_str(&next_words);
            last = next;
        }
        let place = self.builder.place();
        self.builder.reading(self.ruby.unwrap_or(place), reading.trim());
        if self.ruby.is_some() {
            self.ruby = Some(self.builder.place());
        }
    }

    fn table(&mut self, node: &NodeRef) -> AtEnd {
        if self.grid.is_some() {
            self.inner += 1;
            self.builder.end();
            return AtEnd::Inner;
        }
        self.builder.end();
        self.grid = Grid::of(node);
        self.has_rows = false;
        if self.grid.is_some() { AtEnd::Table } else { AtEnd::Block }
    }

    fn row(&mut self) -> AtEnd {
        let Some(grid) = self.grid.as_mut().filter(|_| self.inner == 0) else {
            self.builder.end();
            return AtEnd::Block;
        };
        if !self.has_rows {
            self.has_rows = self.builder.enter_table();
        }
        grid.row();
        self.builder.enter_row();
        AtEnd::Row
    }

    fn cell(&mut self, node: &NodeRef) -> AtEnd {
        let Some(grid) = self.grid.as_mut().filter(|_| self.inner == 0) else {
            self.builder.end();
            return AtEnd::Block;
        };
        let covered = grid.covered();
        let columns = grid.cell(node);
        if covered > 0 {
            self.builder.enter_cell(covered);
            self.builder.leave_cell();
        }
        self.builder.enter_cell(columns);
        AtEnd::Cell
    }

    /// Shows the box of a task as the marker of its item; other fields have no text.
    fn input(&mut self, node: &NodeRef) {
        if node.attr("type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox")) {
            let marker = if node.has_attr("checked") { "☑" } else { "☐" };
            if !self.builder.set_marker(marker) {
                self.builder.text(marker);
            }
        }
    }

    /// Ends the element that was entered last.
    fn leave(&mut self) {
        let Some(entered) = self.entered.pop() else { return };
        match entered.end {
            AtEnd::Nothing => {}
            AtEnd::Block => self.builder.end(),
            AtEnd::Frame => self.builder.leave(),
            AtEnd::List => {
                self.lists.pop();
                self.builder.leave();
            }
            AtEnd::Code => {
                self.code = false;
                self.builder.leave();
            }
            AtEnd::Table => {
                if let Some(grid) = self.grid.take().filter(|_| self.has_rows) {
                    self.builder.leave_table(grid.columns, grid.heading_rows);
                }
            }
            AtEnd::Inner => {
                self.inner -= 1;
                self.builder.end();
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

/// Returns whether `node` leads from a note to a sign of it that is not the first.
fn has_other_way_back(node: &NodeRef) -> bool {
    node.attr("data-footnote-backref-idx").is_some_and(|number| number.contains('-'))
}

/// Returns whether `next`, the element after `reading`, is a reading of the same word: no text stands between them.
fn reads_on(reading: &NodeRef, next: &NodeRef) -> bool {
    let is_reading = |node: &NodeRef| node.has_name("rt") && !is_hidden(node);
    if !is_reading(reading) || !is_reading(next) {
        return false;
    }
    let after = std::iter::successors(reading.next_sibling(), NodeRef::next_sibling);
    let mut between = after.take_while(|node| node.id != next.id).filter(NodeRef::is_text);
    between.all(|text| text.text().trim().is_empty())
}

/// Returns the text in `node`, a single space between its words.
fn words(node: &NodeRef) -> String {
    node.text().split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns how urgent the remark is that `node` holds, if it does.
fn alert(node: &NodeRef) -> Option<Alert> {
    const ALERTS: [(&str, Alert); 5] = [
        ("markdown-alert-note", Alert::Note),
        ("markdown-alert-tip", Alert::Tip),
        ("markdown-alert-important", Alert::Important),
        ("markdown-alert-warning", Alert::Warning),
        ("markdown-alert-caution", Alert::Caution),
    ];
    let class = node.attr("class")?;
    let mut names = class.split_ascii_whitespace();
    names.find_map(|name| ALERTS.iter().find(|(known, _)| *known == name).map(|(_, alert)| *alert))
}

/// Returns the language of the code that `node` holds, if it says so.
fn language(node: &NodeRef) -> Option<String> {
    let class = node.attr("class").unwrap_or_default();
    let mut words = class.split_ascii_whitespace();
    let named = words.find_map(|name| {
        name.strip_prefix("language-").or_else(|| name.strip_prefix("lang-")).map(str::to_owned)
    });
    named.or_else(|| node.attr("lang").filter(|_| node.has_name("pre")).map(|it| it.to_string()))
}

/// Returns the last name of the path `source`.
fn name_of(source: &str) -> &str {
    let path = source.split(['?', '#']).next().unwrap_or_default();
    if source.starts_with("data:") { "" } else { path.rsplit('/').next().unwrap_or_default() }
}
