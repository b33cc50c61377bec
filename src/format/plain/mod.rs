//! Plain text. A part holds the lines that start in its 64 KiB of the file, so any part is loaded without
//! reading another, and the first page of a gigabyte costs what that of a kilobyte does.

mod cut;
mod lines;
mod paragraphs;
mod pieces;
mod sample;
mod struck;
pub mod sections;

use std::ops::{ControlFlow, Range};
use std::sync::Arc;

use memchr::memchr2_iter;
use paragraphs::Habits;
use pieces::Pieces;
use sections::Detector;

use crate::decode::{Basis, Decoded, Encoding, Hint, Verdict};
use crate::document::{Facts, Judged, MayMatch, Part, PartInfo, ReadAt, Rules, Source, Survey};

/// The nominal size of a part in bytes.
pub const PART_BYTES: u64 = 64 << 10;

/// So many parts are surveyed in a moment: no outline is drawn up before they are.
const AT_ONCE: usize = 64;

/// How many bytes tell the habits of a text: a few hundred lines.
const LEARNT: usize = 16 << 10;

/// How the encoding of a plain text is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// By its bytes, and where these leave it open by where the reader lives.
    Detect(Hint),
    /// By the reader.
    Use(Encoding),
    /// By the reader, when they read the text before.
    Remembered(Encoding),
}

impl Default for Choice {
    fn default() -> Self {
        Self::Detect(Hint::default())
    }
}

/// A plain text.
pub struct PlainText {
    pieces: Pieces,
    parts: Vec<PartInfo>,
    facts: Facts,
    habits: Habits,
}

impl PlainText {
    /// Returns the document that `bytes` hold now; what they gain later is not part of it. Reads a sample
    /// of them to learn how they are written.
    pub fn open(bytes: Arc<dyn ReadAt>, choice: Choice) -> Self {
        let head = sample::head(&*bytes);
        let verdict = match choice {
            Choice::Use(encoding) => Verdict { encoding, basis: Basis::Chosen },
            Choice::Remembered(encoding) => Verdict { encoding, basis: Basis::Remembered },
            Choice::Detect(hint) => sample::verdict(&head, &*bytes, hint),
        };
        let (habits, facts) = learnt(&head, verdict.encoding);
        let pieces = Pieces::new(bytes, verdict.encoding);
        let size = pieces.size();
        let weight = |start| PartInfo { weight: PART_BYTES.min(size - start) };
        let parts = (0..size).step_by(PART_BYTES as usize).map(weight).collect();
        let facts = Facts { format: "plain text", encoding: Some(verdict), ..facts };
        Self { pieces, parts, facts, habits }
    }
}

impl Source for PlainText {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn parts(&self) -> &[PartInfo] {
        &self.parts
    }

    fn load(&self, index: usize) -> Part {
        let encoding = self.pieces.encoding();
        let build =
            |bytes: &[u8], _| paragraphs::build(&decoded(encoding, bytes).text, &self.habits);
        let sentence = |error| paragraphs::build(&unreadable(&error), &self.habits);
        self.pieces.one(index, build).unwrap_or_else(sentence)
    }

    fn texts(&self, parts: Range<usize>, take: &mut dyn FnMut(usize, &str) -> ControlFlow<()>) {
        let mut text = String::new();
        self.pieces.each(parts, |index, bytes, _| {
            let source = match bytes {
                Ok(bytes) => decoded(self.pieces.encoding(), bytes).text,
                Err(error) => unreadable(&error).into(),
            };
            paragraphs::text(&source, &self.habits, &mut text);
            take(index, &text)
        });
    }

    fn prefilter(&self, parts: Range<usize>, may_match: &MayMatch) -> Vec<bool> {
        let mut passes = Vec::with_capacity(parts.len());
        self.pieces.each(parts, |_, bytes, _| {
            passes.push(bytes.map_or(true, may_match));
            ControlFlow::Continue(())
        });
        passes
    }

    fn survey(&self, rules: &Rules, watch: &mut dyn FnMut(&Survey) -> ControlFlow<()>) -> Survey {
        let encoding = self.pieces.encoding();
        let mut detector = Detector::with(rules.clone());
        let mut survey = Survey::default();
        self.pieces.each(0..self.parts.len(), |index, bytes, span| {
            let decoded = decoded(encoding, bytes.unwrap_or_default());
            detector.part(&decoded.text, span.start);
            survey.replaced += decoded.replaced;
            survey.characters += characters(&decoded.text);
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
        let encoding = self.pieces.encoding();
        let mut detector = Detector::judging();
        self.pieces.each(0..self.parts.len(), |_, bytes, span| {
            detector.part(&decoded(encoding, bytes.unwrap_or_default()).text, span.start);
            ControlFlow::Continue(())
        });
        detector.reasons().into_iter().map(Judged::from).collect()
    }

    fn recoded(&self, encoding: Encoding) -> Option<Arc<dyn Source>> {
        let bytes = Arc::clone(self.pieces.bytes());
        Some(Arc::new(Self::open(bytes, Choice::Use(encoding))))
    }
}

/// Returns the habits of a text in `encoding` that begins with `head`, and what is known of it by them.
fn learnt(head: &[u8], encoding: Encoding) -> (Habits, Facts) {
    let head = encoding.unmarked(head);
    let lines = head.get(..LEARNT).map_or(head, |head| {
        let lines = head.iter().rposition(|byte| *byte == b'\n').unwrap_or(LEARNT);
        head.get(..lines).unwrap_or_default()
    });
    paragraphs::learn(&decoded(encoding, lines).text)
}

/// Puts what `detector` has found so far into `survey`.
fn draw_up(survey: &mut Survey, detector: &Detector) {
    survey.outline = detector.outline().into();
    survey.lines = detector.lines().into();
    survey.ruled = detector.ruled().clone().into();
}

/// Returns the text that `bytes` in `encoding` are to a reader.
fn decoded(encoding: Encoding, bytes: &[u8]) -> Decoded<'_> {
    let Decoded { text, replaced } = encoding.decode(bytes);
    Decoded { text: struck::single(text), replaced }
}

/// Returns the sentence that stands for a part that can't be read.
fn unreadable(error: &std::io::Error) -> String {
    format!("[This part of the file can't be read: {error}.]")
}

/// Returns how many characters `text` has, its line ends not counted.
fn characters(text: &str) -> u64 {
    let ends = memchr2_iter(b'\n', b'\r', text.as_bytes()).count();
    (text.chars().count() - ends) as u64
}

#[cfg(test)]
mod tests;
