//! The sections of a plain text, found by the evidence of the whole of it: one pass over its lines keeps
//! the few that may be headings, and what stands around each; `judge` weighs them against one another.

mod alike;
mod candidate;
mod judge;
mod label;
mod markup;
mod numeral;
mod shape;
mod tally;
mod titles;

use super::lines::{Line, lines};
pub use alike::alike;
use candidate::{BELOW, Candidate, Neighbour};
use judge::Past;
pub use judge::{Judgement, Reason};
use label::label;
use markup::marked;
use shape::{End, Glance, Look, Start};
use tally::Tally;
use titles::customary;

use crate::budget::TITLE_BYTES;
use crate::document::{Anchor, Outline, Ranked, Ruled, Rules, Section};

/// Watches the lines of a plain text go by, in order, and knows its sections.
#[derive(Clone, Debug, Default)]
pub struct Detector {
    candidates: Vec<Candidate>,
    /// The sections among the candidates that were let go.
    settled: Vec<Ranked>,
    past: Past,
    /// How many candidates at the end of the list still want lines after them.
    open: usize,
    /// How many candidates have neither label nor mark.
    plain: usize,
    tally: Tally,
    above: [Option<Neighbour>; 2],
    stubs: u8,
    /// Whether a colon announced these stubs.
    announced: bool,
    gap: u8,
    /// How many lines begin before each part taken so far.
    parts: Vec<u64>,
    /// Line ends seen so far.
    line: u64,
    /// Bytes of text seen so far.
    bytes: u64,
    /// How the text seen so far breaks off.
    tail: Tail,
    /// Whether all candidates are kept.
    judging: bool,
    /// Whether what is left is a licence and no part of the work.
    over: bool,
    /// The lines that the reader's rules match; they count for nothing with the others.
    ruled: Ruled,
}

/// How a text breaks off at the end of a part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tail {
    /// After a line end.
    #[default]
    Whole,
    /// After a lone CR, which an LF may complete.
    Return,
    /// Within a line.
    Cut,
}

/// No more candidates without label or mark are kept.
const PLAIN: usize = 1 << 14;

/// So many candidates are judged together; those before them are let go.
const SETTLED: usize = 1 << 13;

/// No more candidates are kept.
const CANDIDATES: usize = 1 << 17;

impl Detector {
    /// Returns a detector that has seen nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns a detector that has seen nothing and heeds `rules` too.
    pub fn with(rules: Rules) -> Self {
        Self { ruled: Ruled::new(rules), ..Self::default() }
    }

    /// Takes the text of the next part, whose first byte lies `offset` bytes into the source. Its lines
    /// end in LF, CRLF or a lone CR; a line that the part before broke off goes on here.
    pub fn part(&mut self, text: &str, offset: u64) {
        let completed = self.tail == Tail::Return && text.starts_with('\n');
        let part = self.parts.len();
        self.parts.push(self.line - u64::from(completed));
        for (number, line) in (0..).zip(lines(text)) {
            if number == 0 && (completed || self.tail == Tail::Cut) {
                self.line += u64::from(line.ended && !completed);
            } else {
                let anchor = Anchor { part, line: number };
                self.take(line, anchor, offset + line.start as u64);
                self.line += u64::from(line.ended);
            }
        }
        if self.candidates.len() > SETTLED && !self.judging {
            self.settle();
        }
        self.bytes += text.len() as u64;
        self.tail = match text.as_bytes().last() {
            None => self.tail,
            Some(b'\n') => Tail::Whole,
            Some(b'\r') => Tail::Return,
            Some(_) => Tail::Cut,
        };
    }

    /// Returns how many line ends lie before each part that was seen: the line of an anchor, counted from 0,
    /// is this and its line within the part.
    pub fn lines(&self) -> &[u64] {
        &self.parts
    }

    /// Returns the sections of what was seen.
    pub fn outline(&self) -> Outline {
        let (rest, _) = judge::sections(&self.candidates, &self.tally, &self.past);
        let lists: Vec<Ranked> = self.settled.iter().cloned().chain([rest]).collect();
        let levels = judge::levels(&lists);
        Outline::ranked(lists, levels)
    }

    /// Judges the candidates of a document so long that not all can be kept by those that are, and lets them go but
    /// for the last ones, which want lines after them.
    fn settle(&mut self) {
        let last = self.candidates.len().saturating_sub(BELOW);
        let gone: Vec<Candidate> = self.candidates.drain(..last).collect();
        let (sections, past) = judge::sections(&gone, &self.tally, &self.past);
        self.settled.push(sections);
        self.past = past;
        self.plain = 0;
    }

    /// Returns a detector that keeps all candidates as long as it can, to tell why each was taken or left.
    pub fn judging() -> Self {
        Self { judging: true, ..Self::default() }
    }

    /// Returns the lines that the reader's rules match.
    pub fn ruled(&self) -> &Ruled {
        &self.ruled
    }

    /// Returns why each candidate was taken or left.
    pub fn reasons(&self) -> Vec<Judgement> {
        judge::judgements(&self.candidates, &self.tally)
    }

    fn take(&mut self, line: Line, anchor: Anchor, offset: u64) {
        let Some((glance, text)) = Glance::of(line.text) else {
            self.gap = self.gap.saturating_add(1);
            return;
        };
        self.ruled.take(text, || Section {
            title: markup::title(text).into_owned(),
            level: 1,
            anchor,
            line: Some(self.line + 1),
            offset,
        });
        let neighbour = Neighbour { glance, gap: self.gap };
        self.close(neighbour);
        if text.len() <= TITLE_BYTES && !self.over {
            self.over = text.starts_with("***") && text.contains("END OF TH");
            self.consider(text, glance, line, anchor, offset);
        }
        self.tally.count(glance, self.gap);
        let [nearest, _] = self.above;
        self.above = [Some(neighbour), nearest];
        self.stubs = if glance.is_stub() { self.stubs.saturating_add(1) } else { 0 };
        self.announced = glance.end == End::Colon || (self.announced && glance.is_stub());
        self.gap = 0;
    }

    /// Keeps the line if it may be a heading.
    fn consider(&mut self, text: &str, glance: Glance, line: Line, anchor: Anchor, offset: u64) {
        let sentence = is_sentence(glance, text);
        if sentence && !may_count(glance, text) {
            return;
        }
        let mark = marked(text);
        let label = if mark.is_none() { label(text) } else { None };
        let customary = !sentence && customary(text);
        let plain = mark.is_none() && label.is_none() && !customary;
        let full = self.candidates.len() >= CANDIDATES || (plain && self.plain >= PLAIN);
        if full || (plain && !may_head(glance) && !may_quote(glance, text)) {
            return;
        }
        self.plain += usize::from(plain);
        self.open = (self.open + 1).min(BELOW);
        self.candidates.push(Candidate {
            title: markup::title(text).into(),
            anchor,
            line: self.line + 1,
            offset,
            before: self.bytes + line.start as u64,
            bytes: line.text.len() as u32,
            ordinal: self.tally.lines,
            label,
            mark,
            customary,
            glance,
            look: Look::labelled(text, label.map_or(0, |label| label.bytes)),
            above: self.above,
            below: [None; BELOW],
            stubs: self.stubs,
            announced: self.announced && self.stubs > 0,
            gap: if self.above.iter().all(Option::is_none) { self.gap.max(1) } else { self.gap },
        });
    }

    /// Tells the last candidates of the line that follows.
    fn close(&mut self, next: Neighbour) {
        let from = self.candidates.len().saturating_sub(self.open);
        let waiting = self.candidates.iter_mut().skip(from);
        self.open = waiting.map(|candidate| candidate.follow(next)).filter(|&more| more).count();
    }
}

/// Tells whether a line is of a sentence, whole or broken off.
fn is_sentence(line: Glance, text: &str) -> bool {
    match line.end {
        End::Comma => true,
        End::Quote => !names_in_quotes(line, text),
        End::Stop => !text.ends_with('.'),
        _ => false,
    }
}

/// Tells whether a line ends in a name in quotation marks, as titles may, and not in what someone says.
fn names_in_quotes(line: Glance, text: &str) -> bool {
    let said = |c: char| "，,：:。.！!？?；;…—".contains(c);
    let opened = text.contains(['“', '「', '『', '‘']) || text.matches('"').count() == 2;
    line.start != Start::Quote && line.cells <= NAMING && opened && !text.contains(said)
}

/// No title that ends in a name in quotation marks is wider, in cells.
const NAMING: u16 = 40;

/// Tells whether what ends as a sentence may yet be counted or annotated.
fn may_count(line: Glance, text: &str) -> bool {
    matches!(line.start, Start::Digit | Start::Bracket | Start::Sign)
        || (line.start == Start::Quote && line.cells <= SHORT_LABEL)
        || text.starts_with(['第', '卷', '正', '제'])
        || numeral::numeral(text).is_some()
}

/// A number in quotation marks alone takes no more cells.
const SHORT_LABEL: u16 = 12;

/// Tells whether a line without label and mark may be a heading, by a glance at it.
fn may_head(line: Glance) -> bool {
    let start = !matches!(
        line.start,
        Start::Quote | Start::Bullet | Start::Sign | Start::Hash | Start::Rule | Start::Underline
    );
    let end = !matches!(line.end, End::Comma | End::Code);
    start && end && line.cells <= WIDEST
}

/// Tells whether a line that begins with words in quotation marks goes on after them as titles do.
fn may_quote(line: Glance, text: &str) -> bool {
    let open = matches!(line.end, End::Open | End::Question | End::Bracket | End::Digit);
    open && line.cells <= WIDEST && text.starts_with(['“', '"', '「', '『', '‘', '\''])
}

/// No heading without label and mark is wider, in cells.
const WIDEST: u16 = 84;

#[cfg(test)]
mod tests;
