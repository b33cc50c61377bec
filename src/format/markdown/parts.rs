//! A text in Markdown in pieces, and what a piece needs of the others to be parsed: the definitions of links and notes.

use std::ops::Range;
use std::sync::OnceLock;

use super::front::FrontMatter;
use super::names::Names;
use super::notes::Notes;
use super::scan::Scan;
use crate::budget::FRAMES_DEEP;
use crate::format::cuts::CutText;

/// A text in pieces.
pub(super) struct MarkdownParts {
    /// What they are written as.
    pub(super) cut: CutText,
    /// What stands before the text.
    front: FrontMatter,
    /// The definitions of links, wherever they stand.
    definitions: String,
    notes: Notes,
    /// The parts that begin in a table, and the lines that begin that.
    tables: Vec<(usize, Range<usize>)>,
    /// What closes that which is open at the end of the text.
    closing: String,
    /// The lines that may have names of places, and the parts that they are in.
    named: Vec<(usize, Range<usize>)>,
    names: OnceLock<Names>,
}

impl MarkdownParts {
    /// Returns the parts of `text`.
    pub(super) fn of(text: String) -> Self {
        let scan = Scan::of(&text);
        let closing = scan.closing();
        let Scan { cuts, definitions, notes, named, tables, .. } = scan;
        let text = if scan.too_deep { escaped(&text) } else { text };
        Self {
            front: FrontMatter::of(&text),
            cut: CutText::new(text, cuts),
            definitions,
            notes: notes.notes(),
            tables,
            closing,
            named,
            names: OnceLock::new(),
        }
    }

    /// Returns the names and values of what stands before the text.
    pub(super) fn front_matter(&self) -> &[(String, String)] {
        &self.front.entries
    }

    /// Returns the lines that stand before part `index` if it begins in a table: those that begin the table.
    pub(super) fn table(&self, index: usize) -> &str {
        let found = self.tables.binary_search_by_key(&index, |(part, _)| *part).ok();
        let lines = found.and_then(|at| self.tables.get(at)).map(|(_, lines)| lines.clone());
        self.cut.slice(lines.unwrap_or_default())
    }

    /// Returns the source of part `index` with what it needs of the whole text: before it the lines that begin its table,
    /// after it the definitions of links, and of its notes some that say nothing.
    pub(super) fn with_definitions(&self, index: usize) -> String {
        let mut source = self.table(index).to_owned() + self.cut.source(index);
        if index == 0 && self.front.bytes <= source.len() {
            // The lines after it keep their numbers.
            source.replace_range(..self.front.bytes, &"\n".repeat(self.front.lines));
        }
        if self.cut.count() > 1 {
            let stubs = self.notes.stubs(&source);
            if index + 1 == self.cut.count() {
                source.push('\n');
                source.push_str(&self.closing);
            }
            source.push_str("\n\n");
            source.push_str(&self.definitions);
            source.push_str(&stubs);
        }
        source
    }

    /// Returns the notes of the whole text.
    pub(super) fn notes(&self) -> &Notes {
        &self.notes
    }

    /// Returns the text of all notes, and what it needs to be parsed.
    pub(super) fn notes_source(&self) -> String {
        format!("{}\n\n{}", self.notes.source(), self.definitions)
    }

    /// Returns whether `lines` of part `index`, with what it needs of the whole text, are of one note in
    /// [`notes_source`](Self::notes_source), or add nothing to the part.
    pub(super) fn has_note(&self, index: usize, lines: Range<usize>) -> bool {
        let before = self.cut.line(index);
        let own = self.cut.source(index).split_inclusive('\n').count();
        lines.start >= own
            || self.notes.have(&(before + lines.start as u64..before + lines.end as u64))
    }

    /// Returns the names of the places in the text.
    pub(super) fn names(&self) -> &Names {
        let line = |(part, range): &(usize, Range<usize>)| (*part, self.cut.slice(range.clone()));
        let written = self.named.iter().filter(|(_, range)| range.start >= self.front.bytes);
        self.names.get_or_init(|| Names::of(written.map(line)))
    }
}

/// Returns `text` with the first mark of a quotation past [`FRAMES_DEEP`] in a line made a backslash, so that those after
/// it are signs like any other. It is as long.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let head = line.find(|c| !matches!(c, '>' | ' ' | '\t')).unwrap_or(line.len());
        let mark = line.match_indices('>').map(|(at, _)| at).nth(FRAMES_DEEP);
        match mark.filter(|at| *at < head).and_then(|at| line.split_at_checked(at)) {
            Some((before, rest)) => {
                escaped.push_str(before);
                escaped.push('\\');
                escaped.push_str(rest.get(1..).unwrap_or_default());
            }
            None => escaped.push_str(line),
        }
    }
    escaped
}
