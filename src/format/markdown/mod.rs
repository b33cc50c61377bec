//! Markdown: CommonMark and what GitHub adds to it. One pass cuts a file into parts and gathers what they need of each
//! other; a part is parsed when it is needed. comrak writes it as HTML, and the one walk over HTML reads that, so what an
//! author wrote in tags is read with the rest.

mod front;
mod parts;

use std::ops::ControlFlow;
use std::sync::Arc;

use comrak::Options;

use crate::budget::MARKDOWN_BYTES;
use crate::decode::{Choice, Encoding};
use crate::document::{
    Anchor, Facts, Headings, Outline, ParagraphStyle, Part, ReadAt, ReadError, Rules, Section,
    Source, Survey, ViewMode,
};
use crate::format::blocks::{Heading, characters, headings};
use crate::format::html::{self, LineNumbers};
use crate::format::plain::PlainText;
use parts::MarkdownParts;

/// A text in Markdown.
pub struct Markdown {
    bytes: Arc<dyn ReadAt>,
    parts: MarkdownParts,
    facts: Facts,
    /// How many invalid sequences of bytes became U+FFFD.
    replaced: u64,
}

impl Markdown {
    /// Returns the document that `bytes` hold now; none where they are too many, or can't be read: then they are a plain
    /// text.
    pub fn open(bytes: Arc<dyn ReadAt>, encoding: Choice) -> Option<Self> {
        if bytes.size() > MARKDOWN_BYTES {
            return None;
        }
        // The plain text knows how to tell the encoding and the language.
        let plain = PlainText::open(Arc::clone(&bytes), encoding);
        let facts = plain.facts();
        let known = facts.encoding.map_or(Encoding::UTF_8, |verdict| verdict.encoding);
        let source = read(&*bytes)?;
        let decoded = known.decode(known.unmarked(&source));
        let facts = Facts {
            format: "Markdown",
            encoding: facts.encoding,
            lang: facts.lang,
            paragraphs: ParagraphStyle::Solid,
            headings: Headings::Declared,
            ..Facts::default()
        };
        let (replaced, parts) = (decoded.replaced, MarkdownParts::of(decoded.text.into_owned()));
        let facts = Facts { metadata: parts.front_matter().to_vec(), ..facts };
        Some(Self { bytes, parts, facts, replaced })
    }

    /// Returns the sections of part `index`, and how many bytes of the source lie before each.
    fn sections(&self, index: usize, sections: &mut Vec<Section>) -> u64 {
        let part = self.part(index);
        let mut lines = LineStarts::of(self.parts.source(index));
        for Heading { title, level, line, .. } in headings(&part) {
            sections.push(Section {
                title,
                level,
                anchor: Anchor { part: index, line },
                line: Some(self.parts.line(index) + u64::from(line) + 1),
                offset: self.before(index) + lines.start(line) as u64,
            });
        }
        characters(&part)
    }

    fn part(&self, index: usize) -> Part {
        let source = self.parts.with_definitions(index);
        let html = comrak::markdown_to_html(&source, &options());
        html::part(&html, LineNumbers::Told)
            .unwrap_or_else(|| html::source_part(self.parts.source(index)))
    }
}

impl Source for Markdown {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn count(&self) -> usize {
        self.parts.count()
    }

    fn before(&self, index: usize) -> u64 {
        self.parts.before(index)
    }

    fn load(&self, index: usize) -> Result<Part, ReadError> {
        Ok(self.part(index))
    }

    fn survey(&self, _: &Rules, watch: &mut dyn FnMut(&Survey) -> ControlFlow<()>) -> Survey {
        let mut survey = Survey { replaced: self.replaced, ..Survey::default() };
        let mut sections = Vec::new();
        for index in 0..self.count() {
            survey.characters += self.sections(index, &mut sections);
            survey.done = self.before(index + 1);
            if watch(&survey).is_break() {
                break;
            }
        }
        survey.outline = Outline::new(sections).into();
        survey.lines = (0..self.count()).map(|index| self.parts.line(index)).collect();
        survey
    }

    fn recoded(&self, encoding: Encoding) -> Option<Arc<dyn Source>> {
        let other = Self::open(Arc::clone(&self.bytes), Choice::Use(encoding))?;
        Some(Arc::new(other))
    }

    fn viewed(&self, view: ViewMode) -> Option<Arc<dyn Source>> {
        let encoding =
            self.facts.encoding.map_or_else(Choice::default, |it| Choice::Use(it.encoding));
        match view {
            ViewMode::Source => Some(Arc::new(PlainText::open(Arc::clone(&self.bytes), encoding))),
            ViewMode::Auto => Some(Arc::new(Self::open(Arc::clone(&self.bytes), encoding)?)),
            ViewMode::Prose | ViewMode::Verbatim | ViewMode::Page => None,
        }
    }
}

/// Where the lines of a text start, asked for in order.
struct LineStarts<'a> {
    lines: std::str::SplitInclusive<'a, char>,
    /// The line that begins at `start`.
    line: u32,
    start: usize,
}

impl<'a> LineStarts<'a> {
    fn of(text: &'a str) -> Self {
        Self { lines: text.split_inclusive('\n'), line: 0, start: 0 }
    }

    /// Returns where line `line` starts, which does not lie before the one that was asked for last.
    fn start(&mut self, line: u32) -> usize {
        while self.line < line {
            let Some(passed) = self.lines.next() else { break };
            self.start += passed.len();
            self.line += 1;
        }
        self.start
    }
}

/// Returns all of `bytes`; none where they can't be read.
fn read(bytes: &dyn ReadAt) -> Option<Vec<u8>> {
    let mut all = vec![0; usize::try_from(bytes.size()).ok()?];
    let mut filled = 0;
    while let Some(rest) = all.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match bytes.read_at(filled as u64, rest).ok()? {
            0 => break,
            count => filled += count,
        }
    }
    all.truncate(filled);
    Some(all)
}

/// Returns what comrak reads besides CommonMark.
fn options() -> Options<'static> {
    let mut options = Options::default();
    let extension = &mut options.extension;
    extension.strikethrough = true;
    extension.table = true;
    extension.autolink = true;
    extension.tasklist = true;
    extension.footnotes = true;
    extension.alerts = true;
    extension.description_lists = true;
    extension.math_dollars = true;
    extension.cjk_friendly_emphasis = true;
    extension.header_id_prefix = Some(String::new());
    // What tags say is read; none of it is ever sent anywhere.
    options.render.r#unsafe = true;
    options.render.sourcepos = true;
    options
}

#[cfg(test)]
mod tests;
