//! Weighs the candidates against one another and the whole document.

mod contents;
mod groups;
mod levels;
mod manner;
mod marks;
mod measure;
mod plain;
mod reason;
mod recurrence;
mod rows;
mod saying;
mod series;
mod words;

pub use reason::Reason;
use reason::{ENOUGH, weight};

use std::borrow::Cow;
use std::collections::HashMap;

use super::candidate::{Candidate, CandidatePlace};
use super::label::LabelKind;
use super::tally::Tally;
use crate::document::{Judged, Levels, Ranked, Section};
use measure::Measure;

/// Why a line was taken for a heading or left.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The line of the source, counted from 1.
    pub line: u64,
    /// Its text.
    pub title: String,
    /// What speaks for it, less what speaks against it; 0 or more make a heading.
    pub score: f32,
    /// What was seen.
    pub reasons: Vec<Reason>,
    /// How many of the lines that look the same were taken, and how many those are.
    pub group: Option<(u32, u32)>,
    /// The level it was given; none: it is no heading.
    pub level: Option<u8>,
}

impl From<Judgement> for Judged {
    fn from(judgement: Judgement) -> Self {
        let Judgement { line, title, score, reasons, group, level } = judgement;
        let words = |reason: Reason| match group.filter(|_| reason.is_of_group()) {
            Some((taken, all)) => format!("{} ({taken} of {all})", reason.words()).into(),
            None => reason.words().into(),
        };
        let mut reasons: Vec<(Cow<'static, str>, f32)> =
            reasons.into_iter().map(|reason| (words(reason), weight(reason))).collect();
        let start = score - reasons.iter().map(|(_, weight)| weight).sum::<f32>();
        if start.abs() > 0.01 {
            reasons.insert(0, ("has neither mark nor number".into(), start));
        }
        Self { line, title, score, level, reasons }
    }
}

/// What is thought of one candidate so far.
#[derive(Clone, Debug, Default)]
struct Finding {
    reasons: Vec<Reason>,
    score: f32,
    /// Whether it was weighed at all.
    weighed: bool,
    /// How many of the lines that look the same were taken, and how many those are.
    group: Option<(u32, u32)>,
    /// A title found on the line below.
    subtitle: Option<Box<str>>,
}

impl Finding {
    fn add(&mut self, reason: Reason) {
        self.reasons.push(reason);
        self.score += weight(reason);
    }

    fn add_if(&mut self, holds: bool, reason: Reason) {
        if holds {
            self.add(reason);
        }
    }

    fn has(&self, reason: Reason) -> bool {
        self.reasons.contains(&reason)
    }

    fn is_heading(&self) -> bool {
        self.weighed && self.score >= ENOUGH
    }
}

/// What is known of the part of a long document whose candidates were let go.
#[derive(Clone, Debug, Default)]
pub(super) struct Past {
    /// How many headings had labels that make headings by themselves.
    strong: usize,
    /// With which number the headings of each kind would go on.
    next: HashMap<LabelKind, u32>,
}

/// The candidates that are judged together, and what is known of their document.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) candidates: &'a [Candidate],
    pub(super) tally: &'a Tally,
    pub(super) past: &'a Past,
    /// The number of the line that opened verbatim lines which nothing has closed.
    pub(super) unclosed: Option<u64>,
}

/// The candidates of a document with what is thought of each.
struct Trial<'a> {
    candidates: &'a [Candidate],
    tally: &'a Tally,
    past: &'a Past,
    unclosed: Option<u64>,
    /// Where its lines are broken.
    measure: Measure,
    findings: Vec<Finding>,
}

impl<'a> Trial<'a> {
    fn new(seen: &Seen<'a>) -> Self {
        let Seen { candidates, tally, past, unclosed } = *seen;
        let findings = vec![Finding::default(); candidates.len()];
        let measure = Measure::of(candidates, tally);
        Self { candidates, tally, past, unclosed, measure, findings }
    }

    /// Weighs all candidates.
    fn weigh(mut self) -> Self {
        marks::weigh(&mut self);
        series::weigh(&mut self);
        contents::weigh(&mut self);
        plain::weigh(&mut self);
        contents::join(&mut self);
        self
    }

    /// Returns what is to be known when the candidates are let go.
    fn gone(&self) -> Past {
        let mut next = self.past.next.clone();
        let counted = self.pairs().filter(|(_, finding)| finding.is_heading());
        next.extend(
            counted.filter_map(|(one, _)| one.label).map(|label| (label.kind, label.value + 1)),
        );
        Past { strong: series::strong(self), next }
    }

    fn pairs(&self) -> impl Iterator<Item = (&'a Candidate, &Finding)> {
        self.candidates.iter().zip(&self.findings)
    }

    fn pairs_mut(&mut self) -> impl Iterator<Item = (&'a Candidate, &mut Finding)> {
        self.candidates.iter().zip(&mut self.findings)
    }

    /// Adds `reason` to what is thought of candidate `at`, which is weighed by that.
    fn settle(&mut self, at: usize, reason: Reason) {
        if let Some(finding) = self.findings.get_mut(at) {
            finding.weighed = true;
            finding.add(reason);
        }
    }

    /// Tells whether `one` stands between fences.
    fn is_verbatim(&self, one: &Candidate) -> bool {
        is_verbatim(one, self.unclosed)
    }
}

/// Tells whether `one` stands between fences; what follows the `unclosed` one does not.
fn is_verbatim(one: &Candidate, unclosed: Option<u64>) -> bool {
    one.verbatim && unclosed.is_none_or(|ordinal| one.place.ordinal < ordinal)
}

/// A greater share of lines that look like code makes a document code.
const CODE: f32 = 0.25;

/// Returns the sections among the candidates, with ranks for levels; and what is to be known of them when they are
/// let go.
pub(super) fn sections(seen: &Seen) -> (Ranked, Past) {
    let case = Trial::new(seen).weigh();
    let ranks = levels::ranks(&case);
    let headings = case.pairs().zip(ranks);
    let sections: Vec<Section> =
        headings.filter_map(|((one, finding), rank)| Some(section(one, finding, rank?))).collect();
    (Ranked::new(sections), case.gone())
}

fn section(one: &Candidate, finding: &Finding, rank: u8) -> Section {
    let title = match &finding.subtitle {
        Some(subtitle) => format!("{} {subtitle}", one.title),
        None => one.title.to_string(),
    };
    // A colon announces what follows; in the contents nothing does.
    let title = title.trim_end_matches([':', '：']).trim_end().to_owned();
    let CandidatePlace { anchor, line, offset, .. } = one.place;
    Section { title, level: rank, anchor, line: Some(line), offset }
}

/// Returns the levels that the ranks in all of `lists` stand for.
pub(super) fn levels(lists: &[Ranked]) -> Levels {
    levels::of(lists.iter().flat_map(Ranked::ranks).copied())
}

/// Returns why each candidate was taken or left.
pub(super) fn judgements(seen: &Seen) -> Vec<Judgement> {
    let case = Trial::new(seen).weigh();
    let ranks = levels::ranks(&case);
    let levels = levels::of(ranks.iter().copied().flatten());
    let level = |rank: u8| levels.get(usize::from(rank)).copied();
    case.pairs()
        .zip(ranks)
        .map(|((one, finding), rank)| Judgement {
            line: one.place.line,
            title: one.title.to_string(),
            score: finding.score,
            reasons: finding.reasons.clone(),
            group: finding.group,
            level: rank.and_then(level),
        })
        .collect()
}

#[cfg(test)]
mod tests;
