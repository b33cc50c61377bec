//! How deep each heading lies.

use super::super::candidate::Candidate;
use super::super::label::{Kind, RANK_CHAPTER, RANK_OTHER, RANK_VOLUME};
use super::super::markup::Mark;
use super::marks::{Underline, underline};
use super::{Case, Finding, Reason};
use crate::document::Levels;

/// The rank of customary titles: beside the outermost headings but volumes.
const PART: u8 = 19;
/// The rank of headings without number or mark that may hold others.
const OUTER: u8 = 22;
/// The rank of those that lie in one of them.
const INNER: u8 = 25;
/// The rank of those that lie between recurring ones.
const INMOST: u8 = 28;

/// Returns the rank of each candidate; none where it is no heading.
pub(super) fn ranks(case: &Case) -> Vec<Option<u8>> {
    let headings: Vec<(&Candidate, &Finding)> =
        case.pairs().filter(|(_, finding)| finding.is_heading()).collect();
    let mut ranks = ranked(&headings).into_iter();
    let rank = |finding: &Finding| if finding.is_heading() { ranks.next() } else { None };
    case.findings.iter().map(rank).collect()
}

/// Returns the levels that ranks stand for in a document that has `ranks`.
pub(super) fn of(ranks: impl Iterator<Item = u8>) -> Levels {
    let mut there = [false; 256];
    for rank in ranks {
        there.get_mut(usize::from(rank)).into_iter().for_each(|seen| *seen = true);
    }
    let there = |rank: u8| there.get(usize::from(rank)) == Some(&true);
    let chapter =
        (RANK_VOLUME + 1..=u8::MAX).find(|&rank| rank != PART && there(rank)).unwrap_or(PART);
    let used: Vec<u8> =
        (0..=u8::MAX).filter(|&rank| there(rank) && (rank != PART || chapter == PART)).collect();
    std::array::from_fn(|rank| {
        let rank = if rank == usize::from(PART) { chapter } else { rank as u8 };
        used.partition_point(|&other| other < rank) as u8 + 1
    })
}

/// Returns how deep each heading lies by its mark, its number or its place; only the order means anything.
fn ranked(headings: &[(&Candidate, &Finding)]) -> Vec<u8> {
    let named = named_rank(headings);
    let mut ranks = by_place(headings);
    let underlines = underlines(headings);
    for ((one, finding), rank) in headings.iter().zip(&mut ranks) {
        let underline = underlines.iter().position(|&line| Some(line) == underline(one));
        if let Some(at) = underline.filter(|_| finding.has(Reason::Marked)) {
            *rank = at as u8 + 1;
            continue;
        }
        let counted = [Reason::Numbered, Reason::InSeries, Reason::InOrder]
            .into_iter()
            .any(|reason| finding.has(reason));
        match (one.mark, one.label) {
            (
                Some(
                    Mark::Named(level)
                    | Mark::Hash(level)
                    | Mark::Equals(level)
                    | Mark::Star(level),
                ),
                _,
            ) => *rank = level,
            (None, Some(label)) if counted => {
                *rank = if label.kind.rank() == RANK_OTHER { named } else { label.kind.rank() };
            }
            _ if one.customary => *rank = PART,
            _ => {}
        }
    }
    ranks
}

/// Returns what underlines headings, each once, the outermost first: it is seen first.
fn underlines(headings: &[(&Candidate, &Finding)]) -> Vec<Underline> {
    let mut found = Vec::new();
    for line in headings.iter().filter_map(|(one, _)| underline(one)) {
        if !found.contains(&line) {
            found.push(line);
        }
    }
    found
}

/// Returns the rank of headings that an unknown word and a number label: that of volumes where there are
/// chapters, and more of them.
fn named_rank(headings: &[(&Candidate, &Finding)]) -> u8 {
    let kinds = || headings.iter().filter_map(|(one, _)| one.label).map(|label| label.kind);
    let unknown = kinds().filter(|kind| matches!(kind, Kind::Named(_, RANK_OTHER))).count();
    let chapters = kinds().filter(|kind| kind.rank() == RANK_CHAPTER).count();
    if unknown < chapters { RANK_VOLUME } else { RANK_CHAPTER }
}

/// Returns the ranks that the order of unnumbered headings tells.
fn by_place(headings: &[(&Candidate, &Finding)]) -> Vec<u8> {
    let refrain =
        |at: usize| headings.get(at).is_some_and(|(_, finding)| finding.has(Reason::Refrain));
    match (0..headings.len()).find(|&at| refrain(at)) {
        Some(first) if opens(headings, first) => by_refrain(headings, first),
        _ => by_holding(headings),
    }
}

/// Tells whether the title of heading `first` opens a round of recurring titles: most often, a title that
/// does not recur is before it.
fn opens(headings: &[(&Candidate, &Finding)], first: usize) -> bool {
    let opening = headings.get(first).map(|(one, _)| &*one.title);
    let before = headings.windows(2).filter_map(|pair| match pair {
        [(held, before), (one, _)] if Some(&*one.title) == opening => {
            Some(is_plain(held) && !before.has(Reason::Refrain))
        }
        _ => None,
    });
    let (all, held) = before.fold((0, 0), |(all, held), holds| (all + 1, held + u32::from(holds)));
    held * 5 >= all * 3 && held > 1
}

/// Returns the ranks where some titles recur: what comes before the first of them holds it, and what
/// stands before another lies in the one before.
fn by_refrain(headings: &[(&Candidate, &Finding)], first: usize) -> Vec<u8> {
    let opening = headings.get(first).map(|(one, _)| &*one.title);
    let mut ranks = Vec::with_capacity(headings.len());
    let mut next = None;
    for (one, finding) in headings.iter().rev() {
        if finding.has(Reason::Refrain) {
            next = Some(&*one.title);
            ranks.push(INNER);
        } else {
            ranks.push(if next.is_none() || next == opening { OUTER } else { INMOST });
        }
    }
    ranks.reverse();
    ranks
}

/// Returns the ranks where a heading that another follows without text between holds it and those after.
fn by_holding(headings: &[(&Candidate, &Finding)]) -> Vec<u8> {
    let mut inside = false;
    let mut last: Option<u64> = None;
    let mut ranks = Vec::with_capacity(headings.len());
    for (at, (one, _)) in headings.iter().enumerate() {
        let held = last.is_some_and(|ordinal| ordinal + 1 == one.place.ordinal);
        let holds = !held
            && headings.get(at + 1).is_some_and(|(next, _)| {
                next.place.ordinal == one.place.ordinal + 1 && is_plain(next)
            });
        inside = (inside || held) && !holds && !one.customary;
        ranks.push(if inside { INNER } else { OUTER });
        last = is_plain(one).then_some(one.place.ordinal);
    }
    ranks
}

fn is_plain(one: &Candidate) -> bool {
    one.label.is_none() && one.mark.is_none() && !one.customary
}
