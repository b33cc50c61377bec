//! The document on standard output: its text as it is set, or what is known of it, for people and for scripts.

use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;
use std::sync::Arc;

use serde::Serialize;

use super::language::say;
use super::printed;
use crate::app::Setup;
use crate::budget::GLYPH_SCALARS;
use crate::decode::Basis;
use crate::document::{Document, Facts, Headings, Outline, ParagraphStyle, Sectioning, ViewMode};
use crate::layout::flow::{Flow, FlowRow, Replacement, Showing};
use crate::layout::{Justify, LayoutOptions, Ruby};
use crate::script;
use crate::text::{Lang, WidthModel, clean, clusters_forward, is_clean};
use crate::words::Phrase;

/// How many rows are set at a time.
const ROWS: usize = 1024;

/// Prints the text as it is set, with these `replacements`; of section `number` of `outline` alone, if one is given.
pub(super) fn text(
    document: &Document,
    setup: &Setup,
    replacements: &Arc<[Replacement]>,
    (outline, number): (&Arc<Outline>, Option<usize>),
) -> anyhow::Result<ExitCode> {
    let anchor = |at: usize| outline.anchor(at);
    let place = |at: Option<usize>| at.and_then(anchor).map(|anchor| document.locate(anchor));
    let (from, to) = (place(number), place(number.map(|number| outline.end(number))));
    // A widened gap is for the eye; who takes the text further wants the blanks that it has, and each row in one line.
    let ruby = match setup.config.layout.ruby {
        Ruby::Hidden => Ruby::Hidden,
        Ruby::After | Ruby::Above => Ruby::After,
    };
    let layout = LayoutOptions { justify: Justify::Ragged, ruby, ..setup.config.layout() };
    let mut flow = Flow::new(document.clone(), layout, setup.model);
    flow.set_outline(Arc::clone(outline));
    flow.set_showing(script::showing(&setup.config, replacements));
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
                if to.is_some() && !row.has_text() {
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

/// Returns what `row` shows.
fn shown(flow: &Flow, row: &FlowRow) -> String {
    let part = flow.document().part(row.start.part);
    printed::line(row, &part, (flow.options().measure, flow.model()), &[])
}

/// What is known of a document, as scripts read it.
#[derive(Serialize)]
pub(super) struct Info {
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
    /// What the first and the last page of the printed book are called; null where the document names none.
    pages: Option<[String; 2]>,
    /// The kinds of the landmarks that it names.
    landmarks: Vec<String>,
    /// The language as a tag of BCP 47; null where the letters do not tell.
    language: Option<&'static str>,
    /// How its lines are shown: auto, prose or verbatim.
    view: &'static str,
    /// The cells at which its lines were wrapped by hand, as its first pages tell; null where they were not.
    wrapped: Option<usize>,
    /// What its paragraphs are told apart by: indents, blank lines, or the ends of lines.
    paragraphs: &'static str,
    /// How many passages each rule of `[[replace]]` changes; left away where there is none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    replaced: Vec<Replaced>,
    /// What the document says of itself, as it is printed.
    metadata: BTreeMap<String, String>,
}

/// What a rule for what is shown changes in a document.
#[derive(Serialize)]
struct Replaced {
    /// The expression.
    regex: String,
    /// How many passages it changes.
    passages: usize,
}

impl Replaced {
    /// Returns what each of `replacements` changes in `document`.
    fn in_document(document: &Document, replacements: Arc<[Replacement]>) -> Vec<Self> {
        let rule =
            |rule: &Replacement| Self { regex: printable(rule.pattern.as_str()), passages: 0 };
        let mut replaced: Vec<Self> = replacements.iter().map(rule).collect();
        let showing = Showing { replacements, conversion: None };
        let parts = if replaced.is_empty() { 0 } else { document.parts() };
        for part in (0..parts).map(|number| document.part(number)) {
            for rule in part.blocks().iter().flat_map(|block| showing.passages(&part, block)) {
                replaced.iter_mut().skip(rule).take(1).for_each(|rule| rule.passages += 1);
            }
        }
        replaced
    }
}

impl Info {
    /// Returns what is known of `document`, of which these are the sections, and what `replacements` change in it.
    pub(super) fn of(
        document: &Document,
        sections: &Sectioning,
        replacements: Arc<[Replacement]>,
    ) -> Self {
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
            pages: survey.places.pages().map(|(first, last)| [first, last].map(printable)),
            landmarks: survey.places.landmarks().iter().map(|it| printable(&it.kind)).collect(),
            language: facts.lang.map(|lang| match lang {
                Lang::ZhHans => "zh-Hans",
                Lang::ZhHant => "zh-Hant",
                Lang::Ja => "ja",
                Lang::Ko => "ko",
                Lang::Other => "und",
            }),
            view: facts.view.name(),
            wrapped: facts.wrapped,
            paragraphs: match facts.paragraphs {
                ParagraphStyle::Indented => "indents",
                ParagraphStyle::Spaced => "blank lines",
                ParagraphStyle::Solid | ParagraphStyle::Plain => "line ends",
            },
            replaced: Replaced::in_document(document, replacements),
            metadata: facts
                .metadata
                .iter()
                .map(|(name, value)| (printable(name), printable(value)))
                .collect(),
        }
    }
}

/// Prints what is known of the document, a fact in each line, in the language of the reader.
pub(super) fn info(
    document: &Document,
    sections: &Sectioning,
    replacements: Arc<[Replacement]>,
) -> anyhow::Result<ExitCode> {
    let info = Info::of(document, sections, replacements);
    let bytes = Phrase::new("info-bytes").with("count", info.bytes as usize);
    let language = info.language.map_or_else(|| say("info-unknown"), str::to_owned);
    let mut facts = vec![
        (say("info-format"), info.format.to_owned()),
        (say("info-encoding"), encoding_of(document.facts(), info.invalid)),
        (say("info-size"), say(bytes)),
        (say("info-parts"), info.parts.to_string()),
        (say("info-characters"), info.characters.to_string()),
        (say("info-sections"), info.sections.to_string()),
        (say("info-language"), language),
        (say("info-lines"), say(lines_of(document.facts()))),
        (say("info-paragraphs"), say(paragraphs_of(document.facts()))),
    ];
    if let Some([first, last]) = &info.pages {
        facts.push((say("info-pages"), format!("{first}–{last}")));
    }
    if !info.landmarks.is_empty() {
        facts.push((say("info-landmarks"), info.landmarks.join(", ")));
    }
    let model = WidthModel::default();
    let widest = facts.iter().map(|(name, _)| model.width(name)).max().unwrap_or_default();
    print(|out| {
        facts.iter().try_for_each(|(name, fact)| {
            let blank = widest + 1 - model.width(name);
            writeln!(out, "{name}{:blank$}{fact}", "")
        })?;
        for rule in &info.replaced {
            let told = Phrase::new("info-replaced").with("count", rule.passages);
            writeln!(out, "{}", say(told.with("regex", rule.regex.as_str())))?;
        }
        info.metadata.iter().try_for_each(|(name, value)| writeln!(out, "{name}: {value}"))
    })
}

/// Returns which encoding the document is in, what tells it, and how many sequences of bytes are `invalid` in it.
fn encoding_of(facts: &Facts, invalid: u64) -> String {
    let Some(verdict) = facts.encoding else { return say("info-no-encoding") };
    let by = match verdict.basis {
        Basis::Chosen => Some("info-chosen"),
        Basis::Remembered => Some("info-remembered"),
        Basis::Mark => Some("info-mark"),
        Basis::Guessed => Some("info-guessed"),
        Basis::Valid => None,
    };
    let name = verdict.encoding.name();
    let told = |by: &'static str| say(Phrase::new(by).with("encoding", name));
    let told = by.map_or_else(|| name.to_owned(), told);
    match invalid {
        0 => told,
        count => {
            say(Phrase::new("info-invalid").with("encoding", told).with("count", count as usize))
        }
    }
}

/// Returns what is done with the lines of the document, and why.
fn lines_of(facts: &Facts) -> Phrase {
    match (facts.view, facts.wrapped) {
        (ViewMode::Prose, _) => "info-lines-prose".into(),
        (ViewMode::Verbatim, _) => "info-lines-verbatim".into(),
        _ if facts.headings == Headings::Declared => "info-lines-marked".into(),
        (_, Some(cells)) => Phrase::new("info-lines-wrapped").with("cells", cells),
        (_, None) => "info-lines-unwrapped".into(),
    }
}

/// Returns what the paragraphs of the document are told apart by.
fn paragraphs_of(facts: &Facts) -> Phrase {
    match facts.paragraphs {
        ParagraphStyle::Indented => "info-indents".into(),
        ParagraphStyle::Spaced => "info-blank-lines".into(),
        ParagraphStyle::Solid | ParagraphStyle::Plain => "info-line-ends".into(),
    }
}

/// Prints what is known of the document as an object of JSON.
pub(super) fn info_json(
    document: &Document,
    sections: &Sectioning,
    replacements: Arc<[Replacement]>,
) -> anyhow::Result<ExitCode> {
    let json = serde_json::to_string_pretty(&Info::of(document, sections, replacements))?;
    print(|out| writeln!(out, "{json}"))
}

/// Returns `raw` as it is printed: nothing that a terminal obeys, and of each cluster what a cell of the screen shows.
pub(super) fn printable(raw: &str) -> String {
    let model = WidthModel::default();
    let clean = clean(raw);
    let mut shown = String::with_capacity(clean.as_str().len());
    model.glyphs(&clean).for_each(|glyph| shown.push_str(glyph.text()));
    shown
}

/// Returns `json` with an escape for each character that a terminal might obey or not show, and for those of a cluster
/// that are more than a cell shows.
pub(super) fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for (_, cluster) in clusters_forward(json) {
        for (number, c) in cluster.chars().enumerate() {
            if number < GLYPH_SCALARS && is_clean(c.encode_utf8(&mut [0; 4])) || c == '\n' {
                escaped.push(c);
                continue;
            }
            let mut units = [0; 2];
            escaped.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    escaped
}

/// Writes to standard output. A reader who closed the pipe has read enough: that is success.
pub(super) fn print(
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> anyhow::Result<ExitCode> {
    let mut out = BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(anyhow::Error::new(error).context(say("cant-write")))
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns a letter with so many marks.
    fn marked(marks: usize) -> String {
        format!("e{}", "\u{301}".repeat(marks))
    }

    #[test]
    fn what_is_printed_has_as_many_scalars_in_a_cell_as_the_screen() {
        assert_eq!(printable("a\x1b[2J雨"), "a␛[2J雨");
        let most = marked(GLYPH_SCALARS - 1);
        assert_eq!(printable(&most), most);
        assert_eq!(printable(&marked(GLYPH_SCALARS)).chars().count(), GLYPH_SCALARS);
        assert_eq!(printable("\u{301}a"), "\u{25CC}\u{301}a", "a mark joins nothing before it");
    }

    #[test]
    fn json_keeps_every_character_as_itself_or_as_an_escape() {
        let text = format!("a\u{202E}\u{9b}\u{E0041}\n“{}”", marked(GLYPH_SCALARS + 2));
        let json = serde_json::to_string_pretty(&[&text]).unwrap();
        let escaped = escaped(&json);
        assert!(escaped.lines().all(is_clean), "{escaped}");
        assert!(clusters_forward(&escaped).all(|(_, cluster)| cluster.chars().count() <= 16));
        assert_eq!(serde_json::from_str::<Vec<String>>(&escaped).unwrap(), [text]);
    }
}
