//! Weighs the candidates against one another and the whole document.

mod contents;
mod levels;
mod manner;
mod plain;
mod reason;
mod recurrence;
mod saying;
mod series;
mod words;

pub use reason::Reason;
use reason::{ENOUGH, weight};

use std::collections::HashMap;

use super::candidate::Candidate;
use super::label::Kind;
use super::markup::Mark;
use super::shape::{End, Start};
use super::tally::Tally;
use crate::document::{Judged, Levels, Ranked, Section};

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
    /// The level it was given; none: it is no heading.
    pub level: Option<u8>,
}

impl From<Judgement> for Judged {
    fn from(judgement: Judgement) -> Self {
        let Judgement { line, title, score, reasons, level } = judgement;
        let mut reasons: Vec<(&str, f32)> =
            reasons.into_iter().map(|reason| (reason.words(), weight(reason))).collect();
        let start = score - reasons.iter().map(|(_, weight)| weight).sum::<f32>();
        if start.abs() > 0.01 {
            reasons.insert(0, ("has neither mark nor number", start));
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
    next: HashMap<Kind, u32>,
}

/// The candidates of a document with what is thought of each.
struct Case<'a> {
    candidates: &'a [Candidate],
    tally: &'a Tally,
    past: &'a Past,
    findings: Vec<Finding>,
}

impl<'a> Case<'a> {
    fn new(candidates: &'a [Candidate], tally: &'a Tally, past: &'a Past) -> Self {
        Self { candidates, tally, past, findings: vec![Finding::default(); candidates.len()] }
    }

    /// Weighs all candidates.
    fn weigh(mut self) -> Self {
        self.weigh_marks();
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

    /// Takes what a mark names a heading; `#` only where text lies between most of them.
    fn weigh_marks(&mut self) {
        let hashes: Vec<&Candidate> =
            self.candidates.iter().filter(|one| matches!(one.mark, Some(Mark::Hash(_)))).collect();
        let adjacent = hashes
            .windows(2)
            .filter(|pair| matches!(pair, [one, next] if next.ordinal == one.ordinal + 1))
            .count();
        let comments = hashes.iter().filter(|one| before_code(one)).count();
        let headings = hashes.len() > 1
            && comments * 3 < hashes.len()
            && adjacent * 3 < hashes.len()
            && self.tally.code() < CODE;
        let prompts = are_prompts(&hashes);
        for (one, finding) in self.pairs_mut() {
            let marked = match one.mark {
                Some(Mark::Named(_)) => true,
                Some(Mark::Hash(level)) => headings && !(prompts && level == 1),
                None => underlined(one),
            };
            if marked {
                finding.weighed = true;
                finding.add(Reason::Marked);
            }
        }
    }
}

/// Tells whether most single `#` stand before commands or remarks, which begin with a lower-case letter.
fn are_prompts(hashes: &[&Candidate]) -> bool {
    let single = || hashes.iter().filter(|one| one.mark == Some(Mark::Hash(1)));
    let lower = single().filter(|one| one.title.starts_with(|c: char| c.is_ascii_lowercase()));
    lower.count() * 2 > single().count()
}

/// Tells whether the line after `one` looks like code.
fn before_code(one: &Candidate) -> bool {
    one.following().next().is_some_and(|below| {
        below.gap == 0
            && (matches!(below.glance.start, Start::Lower | Start::Sign)
                || below.glance.end == End::Code)
    })
}

/// A greater share of lines that look like code makes a document code.
const CODE: f32 = 0.25;

/// Tells whether a line of `=` or `-` about as long stands right below.
fn underlined(one: &Candidate) -> bool {
    one.following().next().is_some_and(|below| {
        below.glance.start == Start::Underline
            && below.gap == 0
            && below.glance.cells.abs_diff(one.glance.cells) <= 3
            && !matches!(one.glance.end, End::Comma | End::Code)
    })
}

/// Returns the sections that `candidates` make in a document like `tally`, with ranks for levels; and what is to be
/// known of them when they are let go.
pub(super) fn sections(candidates: &[Candidate], tally: &Tally, past: &Past) -> (Ranked, Past) {
    let case = Case::new(candidates, tally, past).weigh();
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
    Section { title, level: rank, anchor: one.anchor, line: Some(one.line), offset: one.offset }
}

/// Returns the levels that the ranks in all of `lists` stand for.
pub(super) fn levels(lists: &[Ranked]) -> Levels {
    levels::of(lists.iter().flat_map(Ranked::ranks).copied())
}

/// Returns why each of `candidates` was taken or left.
pub(super) fn judgements(candidates: &[Candidate], tally: &Tally) -> Vec<Judgement> {
    let past = Past::default();
    let case = Case::new(candidates, tally, &past).weigh();
    let ranks = levels::ranks(&case);
    let levels = levels::of(ranks.iter().copied().flatten());
    let level = |rank: u8| levels.get(usize::from(rank)).copied();
    case.pairs()
        .zip(ranks)
        .map(|((one, finding), rank)| Judgement {
            line: one.line,
            title: one.title.to_string(),
            score: finding.score,
            reasons: finding.reasons.clone(),
            level: rank.and_then(level),
        })
        .collect()
}

#[cfg(test)]
mod tests;
