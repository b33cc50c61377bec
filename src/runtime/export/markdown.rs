//! A document as Markdown (CommonMark with GFM's tables, tasks, notes and alerts). What the marks of Markdown can't say is
//! written in the HTML that may stand in it: readings, what is raised, lowered, underlined.

mod inline;

use std::io::{self, Write};
use std::iter::successors;
use std::ops::Range;

use inline::{at_block_start, inline, longest_run};

use super::super::output::printable;
use crate::document::{
    Alert, Alignment, Block, BlockKind, Cell, Document, Frame, FrameKind, Part, Style, Table,
};

/// Writes `document`, part by part.
///
/// # Errors
/// What `out` says.
pub(super) fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let mut between = "";
    for part in (0..document.parts()).map(|number| document.part(number)) {
        let text = MarkdownPage::of(&part);
        if !text.is_empty() {
            write!(out, "{between}{text}")?;
            between = "\n";
        }
    }
    Ok(())
}

/// A part on its way into Markdown.
struct MarkdownPage<'a> {
    part: &'a Part,
    written: String,
    /// The frames of the block that was written last, the outermost first.
    frames: Vec<u32>,
    /// The kind of that block; none before the first.
    last: Option<BlockKind>,
}

/// The lines of Markdown that a block is, without what its frames write before them.
struct MarkdownLines {
    lines: Vec<String>,
    /// How many blocks they are of.
    blocks: usize,
}

impl<'a> MarkdownPage<'a> {
    /// Returns `part` in Markdown; it ends with a line feed unless it is empty.
    fn of(part: &'a Part) -> String {
        let mut page = Self { part, written: String::new(), frames: Vec::new(), last: None };
        let mut next = 0;
        while let Some(block) = part.blocks().get(next) {
            if let BlockKind::Blank(_) = block.kind {
                next += 1;
                continue;
            }
            let lines = page.lines(next, block);
            next += lines.blocks.max(1);
            page.put(block, &lines.lines);
        }
        page.written
    }

    /// Writes `lines`, which are of `block` and those after it.
    fn put(&mut self, block: &Block, lines: &[String]) {
        let frames = frames(self.part, block);
        let kept = self.frames.iter().zip(&frames).take_while(|(one, other)| one == other).count();
        if self.last.is_some() {
            self.part_from_last(block, &frames, kept);
        }
        let first = self.prefix(&frames, kept);
        let rest = self.prefix(&frames, frames.len());
        for (number, line) in lines.iter().enumerate() {
            let prefix = if number == 0 { &first } else { &rest };
            self.line(&format!("{prefix}{line}"));
        }
        (self.frames, self.last) = (frames, Some(block.kind));
    }

    /// Writes what parts the last block from `block`, whose frames share `kept` with it.
    fn part_from_last(&mut self, block: &Block, frames: &[u32], kept: usize) {
        if self.goes_on(block, frames) {
            // A line that ends so is broken there (CommonMark, hard line breaks).
            self.written.pop();
            self.written.push_str("\\\n");
            return;
        }
        let around = frames.get(..kept).unwrap_or_default();
        let kind = |frame: Option<&u32>| frame.and_then(|frame| self.kind(*frame));
        let opens = kind(frames.get(kept));
        let in_tight = matches!(kind(around.last()), Some(FrameKind::List { tight: true, .. }));
        let nested = matches!(opens, Some(FrameKind::List { tight: true, .. }))
            && matches!(kind(around.last()), Some(FrameKind::Item { .. }));
        let explained = matches!(opens, Some(FrameKind::Definition));
        if in_tight || nested || explained {
            return;
        }
        let list = |kind: Option<&FrameKind>| matches!(kind, Some(FrameKind::List { .. }));
        // Else their items would be one list's.
        let two_lists = list(opens) && list(kind(self.frames.get(kept)));
        let prefix = self.prefix(around, kept);
        self.line(&prefix);
        if two_lists {
            self.line(&format!("{prefix}<!-- -->"));
            self.line(&prefix);
        }
    }

    /// Returns whether `block` goes on with the last one in a new line.
    fn goes_on(&self, block: &Block, frames: &[u32]) -> bool {
        let verses = self.last == Some(BlockKind::Verse) && block.kind == BlockKind::Verse;
        let broken = self.last == Some(BlockKind::Paragraph) && block.continued;
        (verses || broken) && self.frames == frames
    }

    /// Adds `line`, without the blanks at its end.
    fn line(&mut self, line: &str) {
        self.written.push_str(&printable(line.trim_end_matches(' ')));
        self.written.push('\n');
    }

    fn kind(&self, frame: u32) -> Option<&'a FrameKind> {
        self.part.markup().frames.get(frame as usize).map(|frame| &frame.kind)
    }

    /// Returns what stands before a line in `frames`, of which those from `opened` on begin with it.
    fn prefix(&self, frames: &[u32], opened: usize) -> String {
        let mut prefix = String::new();
        for (number, frame) in frames.iter().enumerate() {
            let begins = number >= opened;
            match self.kind(*frame) {
                Some(FrameKind::Quote | FrameKind::Alert(_)) => prefix.push_str("> "),
                Some(FrameKind::Item { marker }) => {
                    let (marker, width) = item(self.part.slice(marker.clone()));
                    push(&mut prefix, begins, &marker, width);
                }
                Some(FrameKind::Note { marker }) => {
                    let marker = note(self.part.slice(marker.clone()));
                    push(&mut prefix, begins, &marker, 4);
                }
                Some(FrameKind::Definition) => push(&mut prefix, begins, ": ", 2),
                _ => {}
            }
        }
        prefix
    }

    /// Returns the lines of `block`, the one with this `index`, and of those that are one with it.
    fn lines(&self, index: usize, block: &Block) -> MarkdownLines {
        match block.kind {
            BlockKind::Code => self.code(index, block),
            BlockKind::TableRow(number) => self.table(index, number),
            BlockKind::Rule => MarkdownLines { lines: vec!["* * *".to_owned()], blocks: 1 },
            _ => MarkdownLines { lines: vec![self.text(block)], blocks: 1 },
        }
    }

    /// Returns the text of `block` in a line.
    fn text(&self, block: &Block) -> String {
        let mut frames = self.part.frames_of(block);
        let inner = frames.next();
        if let Some(FrameKind::Alert(alert)) = inner.map(|frame| &frame.kind)
            && self.frames.last() != block.frame.as_ref()
        {
            return alert_name(*alert, self.part.slice(block.range.clone()));
        }
        let marker = inner.and_then(Frame::marker);
        let after = marker.filter(|marker| marker.start == block.range.start);
        let start = after.map_or(block.range.start, |marker| marker.end.min(block.range.end));
        let term = matches!(inner.map(|frame| &frame.kind), Some(FrameKind::Term));
        let implied = if term { Style::STRONG } else { Style::default() };
        let text = inline(self.part, start..block.range.end, implied);
        match block.kind {
            BlockKind::Heading(level) => {
                format!("{} {text}", "#".repeat(usize::from(level.clamp(1, 6))))
            }
            _ => at_block_start(&text),
        }
    }

    /// Returns the code that begins with block `index`, between fences.
    fn code(&self, index: usize, block: &Block) -> MarkdownLines {
        let rest = self.part.blocks().get(index..).unwrap_or_default();
        let same = |next: &&Block| match next.kind {
            BlockKind::Code => next.frame == block.frame,
            BlockKind::Blank(_) => true,
            _ => false,
        };
        let mut blocks = rest.iter().take_while(same).count();
        // Blank lines after it are none of the code's.
        let code = |next: &Block| next.kind == BlockKind::Code;
        blocks =
            rest.get(..blocks).and_then(|run| run.iter().rposition(code)).map_or(1, |at| at + 1);
        let mut lines: Vec<String> = Vec::new();
        for next in rest.iter().take(blocks) {
            let text = self.part.slice(next.range.clone());
            match (next.kind, lines.last_mut()) {
                (BlockKind::Blank(count), _) => {
                    lines.extend((0..count).map(|_| String::new()));
                }
                (_, Some(last)) if next.continued => last.push_str(text),
                _ => lines.push(" ".repeat(usize::from(next.indent)) + text),
            }
        }
        let longest = lines.iter().map(|line| longest_run(line, '`')).max().unwrap_or(0);
        let fence = "`".repeat((longest + 1).max(3));
        let language = match block.frame.and_then(|frame| self.kind(frame)) {
            Some(FrameKind::Code { language: Some(number) }) => {
                self.part.markup().languages.get(usize::from(*number)).map_or("", |name| &**name)
            }
            _ => "",
        };
        lines.insert(0, format!("{fence}{language}"));
        lines.push(fence);
        MarkdownLines { lines, blocks }
    }

    /// Returns the table with this `number`, whose first row is block `index`.
    fn table(&self, index: usize, number: u16) -> MarkdownLines {
        let rest = self.part.blocks().get(index..).unwrap_or_default();
        let rows = rest.iter().take_while(|row| row.kind == BlockKind::TableRow(number));
        let rows: Vec<&Block> = rows.collect();
        let whole = Table::default();
        let table = self.part.table(number).unwrap_or(&whole);
        let named = usize::from(table.heading_rows).min(1);
        let mut lines: Vec<String> = rows
            .iter()
            .enumerate()
            .map(|(row, block)| {
                let heads = row < usize::from(table.heading_rows);
                self.row(block, if heads { Style::STRONG } else { Style::default() })
            })
            .collect();
        let columns = table.columns.iter().map(|alignment| match alignment {
            Alignment::Start => "---",
            Alignment::Centre => ":-:",
            Alignment::End => "--:",
        });
        let columns: Vec<&str> = columns.collect();
        lines.insert(named, format!("| {} |", columns.join(" | ")));
        if named == 0 {
            lines.insert(0, format!("|{}", " |".repeat(columns.len())));
        }
        MarkdownLines { lines, blocks: rows.len() }
    }

    /// Returns a row of a table, all of whose text has the style `implied`.
    fn row(&self, block: &Block, implied: Style) -> String {
        let cell = |cell: &Cell| {
            let text = inline(self.part, cell.range.clone(), implied).replace('|', "\\|");
            format!(" {text} |{}", " |".repeat(usize::from(cell.columns).saturating_sub(1)))
        };
        let cells: String = self.part.cells_of(block).iter().map(cell).collect();
        format!("|{cells}")
    }
}

/// Returns the frames of `block`, the outermost first.
fn frames(part: &Part, block: &Block) -> Vec<u32> {
    let parent = |frame: &u32| part.markup().frames.get(*frame as usize)?.parent;
    let mut frames: Vec<u32> = successors(block.frame, parent).collect();
    frames.reverse();
    frames
}

/// Adds `marker` where a frame begins; else as many blanks as it is wide.
fn push(prefix: &mut String, begins: bool, marker: &str, width: usize) {
    if begins {
        prefix.push_str(marker);
    } else {
        prefix.extend(std::iter::repeat_n(' ', width));
    }
}

/// Returns the marker of an item that kanshu shows as `shown`, and how far it sets the item in.
fn item(shown: &str) -> (String, usize) {
    let shown = shown.trim();
    let number = shown.strip_suffix(['.', ')']).unwrap_or_default();
    match shown {
        "☐" => ("- [ ] ".to_owned(), 2),
        "☑" => ("- [x] ".to_owned(), 2),
        // At most nine digits (CommonMark, list items).
        _ if (1..=9).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()) => {
            (format!("{shown} "), shown.len() + 1)
        }
        _ => ("- ".to_owned(), 2),
    }
}

/// Returns how a note begins whose sign is `shown`.
fn note(shown: &str) -> String {
    format!("[^{}]: ", shown.trim().trim_matches(['[', ']']))
}

/// Returns the first line of a remark that is called `title`.
fn alert_name(alert: Alert, title: &str) -> String {
    let (sign, usual) = match alert {
        Alert::Note => ("[!NOTE]", "Note"),
        Alert::Tip => ("[!TIP]", "Tip"),
        Alert::Important => ("[!IMPORTANT]", "Important"),
        Alert::Warning => ("[!WARNING]", "Warning"),
        Alert::Caution => ("[!CAUTION]", "Caution"),
    };
    if title == usual { sign.to_owned() } else { format!("{sign} {title}") }
}

/// Returns `range` without the blanks at its ends, as far as `text`, which it is of, has some there.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let start = range.start + (text.len() - text.trim_start_matches(' ').len());
    start..start.max(range.start + text.trim_end_matches(' ').len())
}

#[cfg(test)]
mod tests;
