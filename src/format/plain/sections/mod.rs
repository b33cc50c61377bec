//! The sections of a plain text, found by the evidence of the whole of it: one pass over its lines keeps
//! the few that may be headings, and what stands around each; `judge` weighs them against one another.

mod alike;
mod candidate;
mod course;
mod date;
mod help;
mod judge;
mod label;
mod markup;
mod numeral;
mod shape;
mod tally;
mod titles;

use super::lines::{SourceLine, lines};
pub use alike::alike;
use candidate::{BELOW, Before, Candidate, CandidatePlace, Neighbour};
use course::{Course, First};
use help::untagged;
pub use judge::{Judgement, Reason};
use judge::{Past, Seen};
use label::label;
use markup::{Fence, marked};
use shape::{End, Glance, LineFeatures, Start};
use tally::Tally;
use titles::customary;

use crate::budget::TITLE_BYTES;
use crate::document::{Anchor, Outline, Ranked, Ruled, Rules, Section};

/// Watches the lines of a plain text go by, in order, and knows its sections.
#[derive(Clone, Debug, Default)]
pub struct Detector {
    kept: KeptCandidates,
    /// The sections among the candidates that were let go.
    settled: Vec<Ranked>,
    past: Past,
    tally: Tally,
    /// What stands before the next line.
    before: Before,
    fence: Fence,
    course: Course,
    /// The line before, if it is a heading where a row of marks underlines it, and else none.
    waiting: Option<Candidate>,
    /// Whether all candidates are kept.
    judging: bool,
    /// Whether what is left is a licence and no part of the work.
    over: bool,
    /// The lines that the reader's rules match; they count for nothing with the others.
    ruled: Ruled,
}

/// The candidates that are kept.
#[derive(Clone, Debug, Default)]
struct KeptCandidates {
    candidates: Vec<Candidate>,
    /// How many candidates at the end of the list still want lines after them.
    open: usize,
    /// How many candidates have neither label nor mark.
    plain: usize,
}

/// No more candidates without label or mark are kept.
const PLAIN: usize = 1 << 14;

/// So many candidates are judged together; those before them are let go.
const SETTLED: usize = 1 << 13;

/// No more candidates are kept.
const CANDIDATES: usize = 1 << 17;

impl KeptCandidates {
    /// Tells whether no more candidates are kept, `plain` ones if it is one.
    fn is_full(&self, plain: bool) -> bool {
        self.candidates.len() >= CANDIDATES || (plain && self.plain >= PLAIN)
    }

    fn push(&mut self, candidate: Candidate, plain: bool) {
        self.plain += usize::from(plain);
        self.open = (self.open + 1).min(BELOW);
        self.candidates.push(candidate);
    }

    /// Tells the last candidates of the line that follows.
    fn follow(&mut self, next: Neighbour) {
        let from = self.candidates.len().saturating_sub(self.open);
        let waiting = self.candidates.iter_mut().skip(from);
        self.open = waiting.map(|candidate| candidate.follow(next)).filter(|&more| more).count();
    }

    /// Lets all candidates go but the last ones, which want lines after them; returns those that go.
    fn let_go(&mut self) -> Vec<Candidate> {
        self.plain = 0;
        let last = self.candidates.len().saturating_sub(BELOW);
        self.candidates.drain(..last).collect()
    }
}

impl Detector {
    /// Returns a detector that has seen nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns a detector that has seen nothing and heeds `rules` too.
    pub fn with(rules: Rules) -> Self {
        Self { ruled: Ruled::new(rules), ..Self::default() }
    }

    /// Returns a detector that keeps all candidates as long as it can, to tell why each was taken or left.
    pub fn judging() -> Self {
        Self { judging: true, ..Self::default() }
    }

    /// Takes the text of the next part, whose first byte lies `offset` bytes into the source. Its lines
    /// end in LF, CRLF or a lone CR; a line that the part before broke off goes on here.
    pub fn part(&mut self, text: &str, offset: u64) {
        let (part, first) = self.course.begin(text);
        for (number, line) in (0..).zip(lines(text)) {
            if number > 0 || first == First::Begins {
                self.take(line, Anchor { part, line: number }, offset + line.start as u64);
            }
            if line.ended && (number > 0 || first != First::Completes) {
                self.course.end_line();
            }
        }
        if self.kept.candidates.len() > SETTLED && !self.judging {
            self.settle();
        }
        self.course.end(text);
    }

    /// Returns how many line ends lie before each part that was seen: the line of an anchor, counted from 0,
    /// is this and its line within the part.
    pub fn lines(&self) -> &[u64] {
        self.course.parts()
    }

    /// Returns the sections of what was seen.
    pub fn outline(&self) -> Outline {
        let (rest, _) = judge::sections(&self.seen(&self.kept.candidates));
        let lists: Vec<Ranked> = self.settled.iter().cloned().chain([rest]).collect();
        let levels = judge::levels(&lists);
        Outline::ranked(lists, levels)
    }

    /// Returns the lines that the reader's rules match.
    pub fn ruled(&self) -> &Ruled {
        &self.ruled
    }

    /// Returns why each candidate was taken or left.
    pub fn reasons(&self) -> Vec<Judgement> {
        judge::judgements(&self.seen(&self.kept.candidates))
    }

    /// Returns `candidates` with what is known of the document.
    fn seen<'a>(&'a self, candidates: &'a [Candidate]) -> Seen<'a> {
        Seen { candidates, tally: &self.tally, past: &self.past, unclosed: self.fence.unclosed() }
    }

    /// Judges the candidates of a document so long that not all can be kept by those that are, and lets them go.
    fn settle(&mut self) {
        let gone = self.kept.let_go();
        let (sections, past) = judge::sections(&self.seen(&gone));
        self.settled.push(sections);
        self.past = past;
    }

    fn take(&mut self, line: SourceLine, anchor: Anchor, offset: u64) {
        let untagged = untagged(line.text);
        let Some((mut glance, text)) = Glance::of(&untagged) else {
            self.before.pass_blank();
            return;
        };
        let place = CandidatePlace {
            anchor,
            line: self.course.line(),
            offset,
            start: self.course.bytes() + line.start as u64,
            bytes: line.text.len() as u32,
            ordinal: self.tally.lines,
        };
        self.ruled.take(text, || Section {
            title: markup::title(text, marked(text, glance.indent)).into_owned(),
            level: 1,
            anchor,
            line: Some(place.line),
            offset,
        });
        let verbatim = self.fence.take(text, place.ordinal);
        if verbatim {
            glance.end = End::Code;
        }
        let underlines = matches!(glance.start, Start::Underline(_)) && self.before.gap == 0;
        if let Some(title) = self.waiting.take().filter(|_| underlines) {
            self.kept.push(title, true);
        }
        self.kept.follow(Neighbour { glance, gap: self.before.gap });
        if text.len() <= TITLE_BYTES && !self.over {
            self.over = text.starts_with("***") && text.contains("END OF TH");
            self.consider(text, glance, place, verbatim);
        }
        self.tally.count(glance, self.before.gap, verbatim);
        self.before.pass(glance);
    }

    /// Keeps the line if it may be a heading.
    fn consider(&mut self, text: &str, glance: Glance, place: CandidatePlace, verbatim: bool) {
        let sentence = is_sentence(glance, text);
        if sentence && !may_count(glance, text) {
            return;
        }
        let mark = marked(text, glance.indent);
        let label = if mark.is_none() { label(text) } else { None };
        let customary = !sentence && customary(text);
        let plain = mark.is_none() && label.is_none() && !customary;
        let waits = plain && !may_head(glance) && !may_quote(glance, text);
        if self.kept.is_full(plain) || (waits && (verbatim || !may_be_underlined(glance))) {
            return;
        }
        let candidate = Candidate {
            title: markup::title(text, mark).into(),
            place,
            label,
            mark,
            customary,
            verbatim,
            glance,
            look: LineFeatures::labelled(text, label.map_or(0, |label| label.bytes)),
            before: self.before.of_candidate(),
            below: [None; BELOW],
        };
        if waits {
            self.waiting = Some(candidate);
        } else {
            self.kept.push(candidate, plain);
        }
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
        Start::Quote
            | Start::Bullet
            | Start::Sign
            | Start::Hash
            | Start::Rule
            | Start::Underline(_)
    );
    let end = !matches!(line.end, End::Comma | End::Code);
    start && end && line.cells <= WIDEST
}

/// Tells whether a line that is no heading by itself is one above a row of marks: it begins with a mark, as names do in
/// reStructuredText, or is wide.
fn may_be_underlined(line: Glance) -> bool {
    let start = matches!(line.start, Start::Sign | Start::Bullet | Start::Other | Start::Lower);
    start && !matches!(line.end, End::Comma | End::Code) && line.cells <= WIDEST_UNDERLINED
}

/// No heading that a row of marks underlines is wider, in cells.
const WIDEST_UNDERLINED: u16 = 160;

/// Tells whether a line that begins with words in quotation marks goes on after them as titles do.
fn may_quote(line: Glance, text: &str) -> bool {
    let open = matches!(line.end, End::Open | End::Question | End::Bracket | End::Digit);
    open && line.cells <= WIDEST && text.starts_with(['“', '"', '「', '『', '‘', '\''])
}

/// No heading without label and mark is wider, in cells.
const WIDEST: u16 = 84;

#[cfg(test)]
mod tests;
