//! What begins with each kind of element.

use dom_query::NodeRef;

use super::{AtEnd, Entered, HtmlWalk};
use crate::document::{Alert, BlockKind, FrameKind, Style};
use crate::format::builder::Inline;
use crate::format::html::element::{is_hidden, says, target};
use crate::format::html::raised::{self, Side};
use crate::format::html::table::Grid;
use crate::text::is_east_asian_letter;

impl HtmlWalk<'_> {
    /// A formula, shown as its source: one of several lines keeps them.
    pub(super) fn math(&mut self, node: &NodeRef, style: &str) -> AtEnd {
        let display = style == "display";
        self.add_style(Style::MATH);
        if display && node.text().contains('\n') && !self.builder.is_in_table() {
            let language = self.builder.language("math");
            self.enter_code(language);
            self.builder.text("$$");
            return AtEnd::Formula;
        }
        let sign = if display { "$$" } else { "$" };
        self.builder.exactly(sign);
        AtEnd::Word(sign)
    }

    pub(super) fn block(&mut self, node: &NodeRef) -> AtEnd {
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

    pub(super) fn aside(&mut self, node: &NodeRef) -> AtEnd {
        let notes = ["footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote", "note"];
        if says(node, "epub:type", &notes) || says(node, "role", &notes) {
            self.frame(FrameKind::Note { marker: 0..0 })
        } else {
            self.frame(FrameKind::Aside)
        }
    }

    pub(super) fn item(&mut self, node: &NodeRef) -> AtEnd {
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

    pub(super) fn code(&mut self, node: &NodeRef) -> AtEnd {
        let inside = node.first_element_child().filter(|child| child.has_name("code"));
        let language = [Some(*node), inside].into_iter().flatten().find_map(|it| language(&it));
        let language = language.and_then(|name| self.builder.language(&name));
        if self.builder.is_in_table() {
            return self.begin(BlockKind::Paragraph);
        }
        self.enter_code(language);
        AtEnd::Code
    }

    /// Begins text whose lines are kept as they are.
    fn enter_code(&mut self, language: Option<u16>) {
        self.builder.enter(FrameKind::Code { language });
        self.builder.begin(BlockKind::Code);
        self.code = true;
    }

    pub(super) fn link(&mut self, node: &NodeRef) -> AtEnd {
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
    pub(super) fn image(&mut self, node: &NodeRef) {
        let source = node.attr("src").unwrap_or_default();
        let words = node.attr("alt").filter(|words| !words.trim().is_empty());
        let words = words.or_else(|| node.attr("title")).unwrap_or_else(|| name_of(&source).into());
        let inline = self.builder.inline();
        let link = inline.link.or_else(|| self.builder.link(target(&source)?));
        self.builder.set_inline(Inline { style: inline.style | Style::IMAGE, link });
        self.builder.text(words.trim());
    }

    /// Shows raised or lowered text so that it reads right in the line.
    pub(super) fn beside_line(
        &mut self,
        node: &NodeRef,
        side: Side,
        entered: &mut Entered,
    ) -> bool {
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

    pub(super) fn ruby(&mut self) -> AtEnd {
        AtEnd::Ruby(self.ruby.replace(self.builder.place()))
    }

    /// Shows how the word before `node` is read; readings in a row are those of one word (HTML §4.5.10, `rb`).
    pub(super) fn reading(&mut self, node: &NodeRef) {
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

    pub(super) fn table(&mut self, node: &NodeRef) -> AtEnd {
        if self.grid.is_some() {
            self.builder.end();
            return AtEnd::Inner;
        }
        self.builder.end();
        self.grid = Grid::of(node);
        self.has_rows = false;
        if self.grid.is_some() { AtEnd::Table } else { AtEnd::Block }
    }

    /// Returns whether what lies around is a piece of the table that `is` tells: in a formula, a row may stand in a cell.
    fn is_within(&self, is: fn(&AtEnd) -> bool) -> bool {
        let mut around = self.entered.iter().rev().map(|entered| &entered.end);
        let piece =
            |end: &&AtEnd| matches!(end, AtEnd::Table | AtEnd::Inner | AtEnd::Row | AtEnd::Cell);
        around.find(piece).is_some_and(is)
    }

    pub(super) fn row(&mut self) -> AtEnd {
        let within = self.is_within(|end| matches!(end, AtEnd::Table));
        let Some(grid) = self.grid.as_mut().filter(|_| within) else {
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

    pub(super) fn cell(&mut self, node: &NodeRef) -> AtEnd {
        let within = self.is_within(|end| matches!(end, AtEnd::Row));
        let Some(grid) = self.grid.as_mut().filter(|_| within) else {
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
    pub(super) fn input(&mut self, node: &NodeRef) {
        if node.attr("type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox")) {
            let marker = if node.has_attr("checked") { "☑" } else { "☐" };
            if !self.builder.set_marker(marker) {
                self.builder.text(marker);
            }
        }
    }
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
