//! Plain text. A part holds the lines that start in its 64 KiB of the file, so any part is loaded without
//! reading another, and the first page of a gigabyte costs what that of a kilobyte does.

mod ansi;
mod cut;
mod letters;
mod lines;
mod paragraphs;
mod pieces;
mod references;
mod sample;
pub mod sections;

use std::io;
use std::ops::{ControlFlow, Range};
use std::sync::Arc;

use ansi::Printed;
use letters::Letters;
use memchr::memchr2_iter;
use paragraphs::Habits;
use pieces::Pieces;
use sections::Detector;

use crate::decode::{Choice, Encoding};
use crate::document::{
    Facts, Judged, MayMatch, ParagraphStyle, Part, ReadAt, ReadError, Rules, Source, Survey,
    ViewMode,
};

/// The nominal size of a part in bytes.
pub const PART_BYTES: u64 = 64 << 10;

/// So many parts are surveyed in a moment: no outline is drawn up before they are.
const AT_ONCE: usize = 64;

/// How many bytes tell the habits of a text: a few hundred lines.
const LEARNT: usize = 16 << 10;

/// A plain text.
pub struct PlainText {
    pieces: Pieces,
    letters: Letters,
    facts: Facts,
    habits: Habits,
}

impl PlainText {
    /// Returns the document that `bytes` hold now; what they gain later is not part of it. Reads a sample
    /// of them to learn how they are written.
    pub fn open(bytes: Arc<dyn ReadAt>, choice: Choice) -> Self {
        let head = sample::head(&*bytes);
        let verdict = choice.verdict(|hint| sample::verdict(&head, &*bytes, hint));
        let head = verdict.encoding.unmarked(&head);
        let letters = Letters::of(head, verdict.encoding);
        let (habits, facts) = learnt(head, letters);
        let pieces = Pieces::new(bytes, verdict.encoding);
        let facts =
            Facts { format: "plain text", encoding: Some(verdict), has_lines: true, ..facts };
        Self { pieces, letters, facts, habits }
    }

    /// Returns the same text in `view`; in one that only marked-up texts have its lines are those of [`ViewMode::Auto`].
    #[must_use]
    pub fn in_view(mut self, view: ViewMode) -> Self {
        if view == ViewMode::Prose {
            self.facts.paragraphs = ParagraphStyle::Spaced;
        }
        if view == ViewMode::Verbatim {
            self.letters = self.letters.as_written();
        }
        self.facts.view = view;
        self.habits = self.habits.in_view(view);
        self
    }
}

impl Source for PlainText {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn count(&self) -> usize {
        self.pieces.size().div_ceil(PART_BYTES) as usize
    }

    fn before(&self, index: usize) -> u64 {
        self.pieces.size().min((index as u64).saturating_mul(PART_BYTES))
    }

    fn load(&self, index: usize) -> Result<Part, ReadError> {
        let build = |bytes: &[u8], _| {
            let sent = self.letters.sent(bytes).text;
            if ansi::is_plain(&sent) {
                return paragraphs::build(&sent, &[], &self.habits);
            }
            let printed = Printed::read(&sent);
            let part = paragraphs::build(&printed.text, &printed.grounds(), &self.habits);
            ansi::overlay(part, printed)
        };
        let explain = |error| ReadError::new(self.before(index), &error);
        self.pieces.one(index, build).map_err(explain)
    }

    fn texts(
        &self,
        parts: Range<usize>,
        take: &mut dyn FnMut(usize, &str) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let mut text = String::new();
        let mut broken = None;
        self.pieces.each(parts, |index, bytes, span| {
            let bytes = read(bytes, &span, &mut broken);
            let sent = self.letters.sent(bytes).text;
            if ansi::is_plain(&sent) {
                paragraphs::text(&sent, &[], &self.habits, &mut text);
            } else {
                let printed = Printed::read(&sent);
                paragraphs::text(&printed.text, &printed.grounds(), &self.habits, &mut text);
            }
            take(index, &text)
        });
        broken.map_or(Ok(()), Err)
    }

    fn prefilter(&self, parts: Range<usize>, may_match: &MayMatch) -> Vec<bool> {
        let mut passes = Vec::with_capacity(parts.len());
        self.pieces.each(parts, |_, bytes, _| {
            passes.push(!self.letters.are_plain() || bytes.map_or(true, may_match));
            ControlFlow::Continue(())
        });
        passes
    }

    fn survey(&self, rules: &Rules, watch: &mut dyn FnMut(&Survey) -> ControlFlow<()>) -> Survey {
        let mut detector = Detector::with(rules.clone());
        let mut survey = Survey::default();
        self.pieces.each(0..self.count(), |index, bytes, span| {
            let seen = self.letters.seen(read(bytes, &span, &mut survey.broken));
            detector.part(&seen.text, span.start);
            survey.replaced += seen.replaced;
            survey.characters += characters(&seen.text);
            survey.done = span.end;
            // An outline costs more than a part, so it is drawn up at every doubling of what was read.
            if index + 1 >= AT_ONCE && (index + 1).is_power_of_two() {
                draw_up(&mut survey, &detector);
            }
            watch(&survey)
        });
        draw_up(&mut survey, &detector);
        survey
    }

    fn judged(&self) -> Vec<Judged> {
        let mut detector = Detector::judging();
        self.pieces.each(0..self.count(), |_, bytes, span| {
            detector.part(&self.letters.seen(bytes.unwrap_or_default()).text, span.start);
            ControlFlow::Continue(())
        });
        detector.reasons().into_iter().map(Judged::from).collect()
    }

    fn recoded(&self, encoding: Encoding) -> Option<Arc<dyn Source>> {
        let bytes = Arc::clone(self.pieces.bytes());
        Some(Arc::new(Self::open(bytes, Choice::Use(encoding)).in_view(self.facts.view)))
    }

    fn views(&self) -> &[ViewMode] {
        &[ViewMode::Prose, ViewMode::Verbatim]
    }

    fn viewed(&self, view: ViewMode) -> Option<Arc<dyn Source>> {
        let bytes = Arc::clone(self.pieces.bytes());
        Some(Arc::new(Self::open(bytes, Choice::as_told(self.facts.encoding)).in_view(view)))
    }
}

/// Returns the habits of a text that begins with `head`, and what is known of it by them.
fn learnt(head: &[u8], letters: Letters) -> (Habits, Facts) {
    let lines = head.get(..LEARNT).map_or(head, |head| {
        let lines = head.iter().rposition(|byte| *byte == b'\n').unwrap_or(LEARNT);
        head.get(..lines).unwrap_or_default()
    });
    paragraphs::learn(&letters.seen(lines).text)
}

/// Puts what `detector` has found so far into `survey`.
fn draw_up(survey: &mut Survey, detector: &Detector) {
    survey.outline = detector.outline().into();
    survey.lines = detector.lines().into();
    survey.ruled = detector.ruled().clone().into();
}

/// Returns `bytes`, those of `span`; where they can't be read, none, and makes `broken` the error if it is the first.
fn read<'a>(
    bytes: io::Result<&'a [u8]>,
    span: &Range<u64>,
    broken: &mut Option<ReadError>,
) -> &'a [u8] {
    bytes.unwrap_or_else(|error| {
        broken.get_or_insert_with(|| ReadError::new(span.start, &error));
        &[]
    })
}

/// Returns how many characters `text` has, its line ends not counted.
fn characters(text: &str) -> u64 {
    let ends = memchr2_iter(b'\n', b'\r', text.as_bytes()).count();
    (text.chars().count() - ends) as u64
}

#[cfg(test)]
mod tests;
