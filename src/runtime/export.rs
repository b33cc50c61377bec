//! The document as it is understood, for scripts: its text, as Markdown, or its blocks with all that lies over them as
//! JSON, of which `docs/export.schema.json` is the form. It goes out part by part.

mod markdown;

use std::io::{self, Write};
use std::ops::Range;
use std::process::ExitCode;
use std::sync::Arc;

use serde::Serialize;

use super::output::{Info, escaped, print, printable};
use crate::document::{
    Alert, Block, BlockKind, Cell, Document, Extra, Frame, FrameKind, Mark, Part, Sectioning,
    Style, Target,
};

/// The number of the form that is written.
const VERSION: u32 = 1;

/// What the document is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum ExportFormat {
    /// Its text, a line for each block.
    Text,
    /// As Markdown.
    Markdown,
    /// Its blocks, and what lies over them.
    Json,
}

/// Prints `document`, of which these are the sections, as `format`.
pub(super) fn export(
    document: &Document,
    sections: &Sectioning,
    format: ExportFormat,
) -> anyhow::Result<ExitCode> {
    match format {
        ExportFormat::Text => print(|out| text(document, out)),
        ExportFormat::Markdown => print(|out| markdown::write(document, out)),
        ExportFormat::Json => {
            let info = serde_json::to_string(&Info::of(document, sections, Arc::default()))?;
            print(|out| json(document, &info, out))
        }
    }
}

/// Writes the text of each block in a line, with as many blank ones as the source has.
fn text(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    for part in (0..document.parts()).map(|number| document.part(number)) {
        for (number, block) in part.blocks().iter().enumerate() {
            match block.kind {
                BlockKind::Blank(lines) => (0..lines).try_for_each(|_| writeln!(out))?,
                _ => writeln!(out, "{}", printable(part.block_text(number)))?,
            }
        }
    }
    Ok(())
}

/// Writes the blocks with `info` before them.
fn json(document: &Document, info: &str, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\"version\":{VERSION},\"info\":{},\"blocks\":[", escaped(info))?;
    let mut between = "\n";
    let mut frames = 0;
    for part in (0..document.parts()).map(|number| document.part(number)) {
        for block in part.blocks() {
            let block = serde_json::to_string(&BlockRecord::of(&part, block, frames))?;
            write!(out, "{between}{}", escaped(&block))?;
            between = ",\n";
        }
        frames += part.markup().frames.len();
    }
    writeln!(out, "\n]}}")
}

/// A block, as scripts read it.
#[derive(Serialize)]
struct BlockRecord<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    /// Whether it goes on with the block before.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    continued: bool,
    frames: Vec<FrameRecord<'a>>,
    text: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cells: Vec<CellRecord>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    anchors: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks: Vec<MarkRecord<'a>>,
}

/// What holds a block.
#[derive(Serialize)]
struct FrameRecord<'a> {
    kind: &'static str,
    /// Its number in the document: blocks with the same number lie in one frame.
    number: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
}

/// A cell of the row of a table.
#[derive(Serialize)]
struct CellRecord {
    start: usize,
    end: usize,
    columns: u16,
}

/// A run of a block's text that is more than plain.
#[derive(Serialize)]
struct MarkRecord<'a> {
    kind: &'static str,
    start: usize,
    end: usize,
    /// Where a link leads, or how a word is read.
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<&'a str>,
}

impl<'a> BlockRecord<'a> {
    /// Returns the record of `block` of `part`, before which lie so many `frames`.
    fn of(part: &'a Part, block: &Block, frames: usize) -> Self {
        let within = |range: &Range<usize>| {
            let byte = |byte: usize| byte.clamp(block.range.start, block.range.end);
            byte(range.start) - block.range.start..byte(range.end) - block.range.start
        };
        let (kind, level) = kind(block.kind);
        let anchors = part.markup().anchors.iter().filter(|(_, range)| {
            block.range.contains(&range.start) || block.range.end == range.start
        });
        let marks = part.marks_in(block.range.clone()).iter();
        Self {
            kind,
            level,
            continued: block.continued,
            frames: frames_of(part, block, frames),
            text: part.slice(block.range.clone()),
            cells: part.cells_of(block).iter().map(|cell| cell_record(cell, &within)).collect(),
            anchors: anchors.map(|(name, _)| &**name).collect(),
            marks: marks.flat_map(|mark| mark_records(part, mark, within(&mark.range))).collect(),
        }
    }
}

fn cell_record(cell: &Cell, within: &dyn Fn(&Range<usize>) -> Range<usize>) -> CellRecord {
    let Range { start, end } = within(&cell.range);
    CellRecord { start, end, columns: cell.columns }
}

/// Returns the name of `kind`, and its level where it is a heading.
fn kind(kind: BlockKind) -> (&'static str, Option<u8>) {
    match kind {
        BlockKind::Blank(_) => ("blank", None),
        BlockKind::Paragraph => ("paragraph", None),
        BlockKind::Heading(level) => ("heading", Some(level)),
        BlockKind::Verse => ("verse", None),
        BlockKind::Code => ("code", None),
        BlockKind::Rule => ("rule", None),
        BlockKind::TableRow(_) => ("table_row", None),
        BlockKind::Image => ("image", None),
    }
}

/// Returns what holds `block`, the outermost first; `before` frames lie in the parts before.
fn frames_of<'a>(part: &'a Part, block: &Block, before: usize) -> Vec<FrameRecord<'a>> {
    let frames = &part.markup().frames;
    let inner = |index: &u32| frames.get(*index as usize).and_then(|frame| frame.parent);
    let mut records: Vec<FrameRecord<'a>> = std::iter::successors(block.frame, inner)
        .filter_map(|index| {
            let frame = frames.get(index as usize)?;
            let (kind, language) = frame_kind(part, frame);
            Some(FrameRecord { kind, number: before + index as usize, language })
        })
        .collect();
    records.reverse();
    records
}

/// Returns the name of the kind of `frame`, and the language of its code.
fn frame_kind<'a>(part: &'a Part, frame: &Frame) -> (&'static str, Option<&'a str>) {
    let kind = match &frame.kind {
        FrameKind::Quote => "quote",
        FrameKind::Alert(Alert::Note) => "alert_note",
        FrameKind::Alert(Alert::Tip) => "alert_tip",
        FrameKind::Alert(Alert::Important) => "alert_important",
        FrameKind::Alert(Alert::Warning) => "alert_warning",
        FrameKind::Alert(Alert::Caution) => "alert_caution",
        FrameKind::List { .. } => "list",
        FrameKind::Item { .. } => "item",
        FrameKind::Note { .. } => "note",
        FrameKind::Definitions => "definitions",
        FrameKind::Term => "term",
        FrameKind::Definition => "definition",
        FrameKind::Code { language } => {
            let name = language.and_then(|it| part.markup().languages.get(usize::from(it)));
            return ("code", name.map(|name| &**name));
        }
        FrameKind::Figure => "figure",
        FrameKind::Caption => "caption",
        FrameKind::Aside => "aside",
        FrameKind::Edge(_) => "edge",
        FrameKind::AtEnd(_) => "at_end",
    };
    (kind, None)
}

/// The styles of marks, by the names that scripts read.
const STYLES: [(Style, &str); 13] = [
    (Style::STRONG, "strong"),
    (Style::EMPHASIS, "emphasis"),
    (Style::CODE, "code"),
    (Style::STRUCK, "struck"),
    (Style::RAISED, "raised"),
    (Style::LOWERED, "lowered"),
    (Style::NOTE, "note"),
    (Style::MATH, "math"),
    (Style::UNDERLINED, "underlined"),
    (Style::HIGHLIGHTED, "highlighted"),
    (Style::IMAGE, "image"),
    (Style::BREAK, "break"),
    (Style::SIGN, "sign"),
];

/// Returns what `mark` says of the bytes `range` of its block, each by itself.
fn mark_records<'a>(part: &'a Part, mark: &'a Mark, range: Range<usize>) -> Vec<MarkRecord<'a>> {
    let Range { start, end } = range;
    let record = |kind, target| MarkRecord { kind, start, end, target };
    let styles = STYLES.iter().filter(|(style, _)| mark.style.has(*style));
    let mut records: Vec<MarkRecord<'a>> = styles.map(|(_, kind)| record(kind, None)).collect();
    records.extend(part.target(mark).map(|target| record("link", Some(Target::href(target)))));
    if let Some(Extra::Reading(number)) = mark.extra {
        let reading = part.markup().readings.get(number as usize);
        records.extend(reading.map(|reading| record("reading", Some(&**reading))));
    }
    records
}
