//! Markdown: CommonMark and what GitHub adds to it. One pass cuts a file into parts and gathers what they need of each
//! other; a part is parsed when it is needed. comrak writes it as HTML, and the one walk over HTML reads that, so what an
//! author wrote in tags is read with the rest.

mod front;
mod names;
mod notes;
mod open_tags;
mod parts;
mod scan;
mod settle;

use std::ops::ControlFlow;
use std::sync::Arc;

use comrak::{Arena, Node, Options, format_html, parse_document};

use crate::budget::{MARKDOWN_BYTES, MARKDOWN_SIGNS};
use crate::decode::{Choice, Encoding};
use crate::document::{
    Facts, Headings, Outline, ParagraphStyle, Part, ReadAt, ReadError, Rules, Source, Survey,
    ViewMode,
};
use crate::format::blocks::characters;
use crate::format::html::{self, Dialect};
use crate::format::plain::PlainText;
use crate::format::reference::unescaped;
use crate::format::sources::WholeText;
use names::Slugs;
use open_tags::show_open_tags;
use parts::MarkdownParts;
use settle::{lift, pass_fences, settle_notes, settle_part, settle_whole};

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
        let WholeText { text, replaced, plain } =
            WholeText::read(&bytes, encoding, MARKDOWN_BYTES)?;
        let parts = MarkdownParts::of(text);
        let facts = Facts {
            format: "Markdown",
            encoding: plain.encoding,
            lang: plain.lang,
            paragraphs: ParagraphStyle::Solid,
            headings: Headings::Declared,
            has_lines: true,
            metadata: parts.front_matter().to_vec(),
            ..Facts::default()
        };
        Some(Self { bytes, parts, facts, replaced })
    }

    fn part(&self, index: usize) -> Part {
        let source = self.parts.cut.source(index);
        if source.bytes().filter(|byte| b"[]*_`<~$&\\!".contains(byte)).count() > MARKDOWN_SIGNS {
            return html::source_part(source, "More signs of marks stand here than can be read");
        }
        let html = self.html(index);
        let mut slugs = Slugs::new((index > 0).then(|| self.parts.names()), index);
        html::part(&html, Dialect::Markdown(&mut |title| slugs.next(title)))
            .unwrap_or_else(|| html::source_part(source, html::TOO_DEEP))
    }

    /// Returns part `index` as HTML, with the notes of the whole text at the end of the last.
    fn html(&self, index: usize) -> String {
        let source = self.parts.with_definitions(index);
        if self.count() == 1 {
            return edited(&source, &options(), |_, root| settle_whole(root));
        }
        let number = |name: &str| self.parts.notes().number(name);
        let is_elsewhere = |lines| self.parts.has_note(index, lines);
        let table = self.parts.table(index).lines().count();
        let mut html = edited(&source, &options(), |arena, root| {
            lift(root, table);
            settle_part(arena, root, &number, &is_elsewhere);
        });
        if index + 1 == self.count() {
            let mut options = options();
            // They lie in lines of other parts.
            options.render.sourcepos = false;
            let notes = self.parts.notes_source();
            html.push_str(&edited(&notes, &options, |_, root| settle_notes(root, &number)));
        }
        html
    }
}

impl Source for Markdown {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn count(&self) -> usize {
        self.parts.cut.count()
    }

    fn before(&self, index: usize) -> u64 {
        self.parts.cut.start(index) as u64
    }

    fn load(&self, index: usize) -> Result<Part, ReadError> {
        Ok(self.part(index))
    }

    fn survey(&self, _: &Rules, watch: &mut dyn FnMut(&Survey) -> ControlFlow<()>) -> Survey {
        let mut survey = Survey { replaced: self.replaced, ..Survey::default() };
        let mut sections = Vec::new();
        for index in 0..self.count() {
            let part = self.part(index);
            sections.extend(self.parts.cut.sections(index, &part));
            survey.characters += characters(&part);
            survey.done = self.before(index + 1);
            if watch(&survey).is_break() {
                break;
            }
        }
        survey.outline = Outline::new(sections).into();
        survey.lines = self.parts.cut.lines().collect();
        survey
    }

    fn resolve(&self, part: usize, href: &str) -> Option<(usize, String)> {
        let name = href.strip_prefix('#')?;
        let decoded = unescaped(name);
        let last = self.count().saturating_sub(1);
        if let Some(note) = decoded.strip_prefix("fnref-") {
            let sign = self.parts.notes().part_of_sign(note);
            return Some((sign.unwrap_or(last), name.to_owned()));
        }
        if decoded.strip_prefix("fn-").is_some_and(|it| self.parts.notes().is_defined(it)) {
            return Some((last, name.to_owned()));
        }
        let written = [name.to_owned(), decoded.to_lowercase(), decoded];
        let known = written.into_iter().find_map(|it| Some((self.parts.names().part_of(&it)?, it)));
        let top = || (name.is_empty() || name == "top").then(|| (0, String::new()));
        Some(known.or_else(top).unwrap_or((part, name.to_owned())))
    }

    fn recoded(&self, encoding: Encoding) -> Option<Arc<dyn Source>> {
        let other = Self::open(Arc::clone(&self.bytes), Choice::Use(encoding))?;
        Some(Arc::new(other))
    }

    fn views(&self) -> &[ViewMode] {
        &[ViewMode::Source]
    }

    fn viewed(&self, view: ViewMode) -> Option<Arc<dyn Source>> {
        let choice = Choice::as_told(self.facts.encoding);
        Some(Arc::new(PlainText::open(Arc::clone(&self.bytes), choice).in_view(view)))
    }
}

/// Returns `source` as HTML, once `edit` has changed what was parsed.
fn edited<F>(source: &str, options: &Options<'_>, edit: F) -> String
where
    F: for<'a> FnOnce(&'a Arena<'a>, Node<'a>),
{
    let arena = Arena::new();
    let root = parse_document(&arena, source, options);
    show_open_tags(root);
    edit(&arena, root);
    pass_fences(root);
    let mut html = String::new();
    let _infallible = format_html(root, options, &mut html);
    html
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
    // What is said of a note that has no sign is shown, too.
    options.parse.leave_footnote_definitions = true;
    // What tags say is read; none of it is ever sent anywhere.
    options.render.r#unsafe = true;
    options.render.sourcepos = true;
    options
}

#[cfg(test)]
mod tests;
