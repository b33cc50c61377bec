//! The document on standard output, for scripts: its text as it is set, or what is known of it.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;
use std::sync::Arc;

use serde::Serialize;

use super::corrected::Corrected;
use crate::app::Setup;
use crate::decode::Basis;
use crate::document::{Document, Outline};
use crate::layout::flow::{Flow, FlowRow};
use crate::layout::{Justify, LayoutOptions};
use crate::text::Lang;

/// How many rows are set at a time.
const ROWS: usize = 1024;

/// Prints the text as it is set; of section `number` alone, if one is given.
pub(super) fn text(
    document: &Document,
    setup: &Setup,
    outline: &Arc<Outline>,
    number: Option<usize>,
) -> anyhow::Result<ExitCode> {
    let anchor = |at: usize| outline.anchor(at);
    let place = |at: Option<usize>| at.and_then(anchor).map(|anchor| document.locate(anchor));
    let (from, to) = (place(number), place(number.map(|number| outline.end(number))));
    // A widened gap is for the eye; who takes the text further wants the blanks that it has.
    let layout = LayoutOptions { justify: Justify::Ragged, ..setup.layout };
    let mut flow = Flow::new(document.clone(), layout, setup.model);
    flow.set_outline(Arc::clone(outline));
    let start = flow.row_start(from.unwrap_or_default());
    print(|out| {
        let mut top = start;
        // Blank rows at the end of a section belong to what follows.
        let mut blanks = 0;
        loop {
            let rows = flow.page(top, ROWS);
            for row in &rows {
                if to.is_some_and(|to| row.start >= to) {
                    return Ok(());
                }
                if to.is_some() && row.row.is_none() {
                    blanks += 1;
                    continue;
                }
                (0..std::mem::take(&mut blanks)).try_for_each(|_| writeln!(out))?;
                writeln!(out, "{}", shown(&flow, row))?;
            }
            let Some(last) = rows.last() else { return Ok(()) };
            top = flow.down(last.start, 1);
            if top == last.start {
                return Ok(());
            }
        }
    })
}

/// Returns what `row` shows; where the reader paints a bar beside a quotation, the mark of one.
fn shown(flow: &Flow, row: &FlowRow) -> String {
    let Some(set) = &row.row else { return String::new() };
    let part = flow.document().part(row.start.part);
    let text = part.block_text(row.block);
    let mut line = String::new();
    for bar in flow.bars(row) {
        line.extend(std::iter::repeat_n(' ', bar.saturating_sub(line.len())));
        line.push_str("> ");
    }
    let mut cells = line.len();
    for placed in set.glyphs(text, flow.model()) {
        line.extend(std::iter::repeat_n(' ', placed.cell.saturating_sub(cells)));
        line.push_str(placed.glyph.text());
        cells = placed.cell + placed.glyph.cells();
    }
    line
}

/// What is known of a document, as scripts read it.
#[derive(Serialize)]
struct Info {
    format: &'static str,
    /// The name of the encoding; null where the format has none.
    encoding: Option<&'static str>,
    /// What the encoding was told by: chosen, remembered, mark, valid or guessed.
    encoding_by: Option<&'static str>,
    /// The invalid sequences of bytes that became U+FFFD.
    invalid: u64,
    /// The bytes of the source.
    bytes: u64,
    parts: usize,
    /// The characters, line ends not counted.
    characters: u64,
    /// The sections that were found, as they are corrected.
    sections: usize,
    /// The language as a tag of BCP 47; null where the letters do not tell.
    language: Option<&'static str>,
}

impl Info {
    /// Returns what is known of `document`, of which these are the sections.
    fn of(document: &Document, sections: &Corrected) -> Self {
        let survey = sections.survey();
        let facts = document.facts();
        Self {
            format: facts.format,
            encoding: facts.encoding.map(|verdict| verdict.encoding.name()),
            encoding_by: facts.encoding.map(|verdict| match verdict.basis {
                Basis::Chosen => "chosen",
                Basis::Remembered => "remembered",
                Basis::Mark => "mark",
                Basis::Valid => "valid",
                Basis::Guessed => "guessed",
            }),
            invalid: survey.replaced,
            bytes: document.size(),
            parts: document.parts(),
            characters: survey.characters,
            sections: sections.outline().sections().len(),
            language: facts.lang.map(|lang| match lang {
                Lang::ZhHans => "zh-Hans",
                Lang::ZhHant => "zh-Hant",
                Lang::Ja => "ja",
                Lang::Ko => "ko",
                Lang::Other => "und",
            }),
        }
    }
}

/// Prints what is known of the document, a fact in each line.
pub(super) fn info(document: &Document, sections: &Corrected) -> anyhow::Result<ExitCode> {
    let info = Info::of(document, sections);
    let encoding = info.encoding.unwrap_or("of its own");
    let by = match document.facts().encoding.map(|verdict| verdict.basis) {
        Some(Basis::Chosen) => ", chosen",
        Some(Basis::Remembered) => ", chosen before",
        Some(Basis::Mark) => ", by its mark",
        Some(Basis::Guessed) => ", guessed",
        Some(Basis::Valid) | None => "",
    };
    let invalid = match info.invalid {
        0 => String::new(),
        count => format!(", {count} invalid sequences"),
    };
    let facts = [
        ("format", info.format.to_owned()),
        ("encoding", format!("{encoding}{by}{invalid}")),
        ("size", format!("{} bytes", info.bytes)),
        ("parts", info.parts.to_string()),
        ("characters", info.characters.to_string()),
        ("sections", info.sections.to_string()),
        ("language", info.language.unwrap_or("unknown").to_owned()),
    ];
    print(|out| facts.iter().try_for_each(|(name, fact)| writeln!(out, "{name:<11}{fact}")))
}

/// Prints what is known of the document as an object of JSON.
pub(super) fn info_json(document: &Document, sections: &Corrected) -> anyhow::Result<ExitCode> {
    let json = serde_json::to_string_pretty(&Info::of(document, sections))?;
    print(|out| writeln!(out, "{json}"))
}

/// Writes to standard output. A reader who closed the pipe has read enough: that is success.
pub(super) fn print(
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<ExitCode> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(anyhow::Error::new(error).context("can't write to standard output"))
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}
