//! Lists of contents, titles given twice, and titles on two lines.

use std::collections::HashMap;

use super::super::candidate::Candidate;
use super::super::label::{HeadingLabel, LabelKind, TitleGap};
use super::super::numeral::Numerals;
use super::super::shape::{End, LONG, Start};
use super::{Reason, Trial};

/// So many headings right after one another may be a list of contents.
const RUN: usize = 3;

/// Lines of a contents list have no more bytes of text between them.
const BETWEEN: u64 = 40;

/// Adds that a heading is a line of a contents list: one of a run without text between, whose like comes again.
pub(super) fn weigh(case: &mut Trial) {
    let mut run: Vec<usize> = Vec::new();
    let mut lists: Vec<Vec<usize>> = Vec::new();
    for (at, one) in case.candidates.iter().enumerate() {
        if !case.findings.get(at).is_some_and(super::Finding::is_heading) {
            continue;
        }
        let last = run.last().and_then(|&last| case.candidates.get(last));
        if last.is_some_and(|last| !is_near(last, one)) {
            lists.push(std::mem::take(&mut run));
        }
        run.push(at);
    }
    lists.push(run);
    lists.retain(|list| list.len() >= RUN && !descends(case, list));
    if lists.is_empty() {
        return;
    }
    let again = last_places(case);
    for list in lists {
        let repeated = |at: usize| {
            let key = case.candidates.get(at).map(key);
            key.and_then(|key| again.get(&key))
                .is_some_and(|&last| last > list.last().copied().unwrap_or(at))
        };
        let found: Vec<usize> = list.iter().copied().filter(|&at| repeated(at)).collect();
        // A long run is a list even where the titles differ; its last line may be a heading.
        let all = found.len() * 2 >= list.len() || list.len() >= 6;
        let last = list.last().copied();
        for &at in &list {
            let real = Some(at) == last && !repeated(at);
            if (all && !real || repeated(at))
                && let Some(finding) = case.findings.get_mut(at)
            {
                finding.add(Reason::InContents);
            }
        }
    }
}

/// Tells whether each heading of `list` lies deeper than the one before it, by its number: 第二章, 第一节, 一、.
fn descends(case: &Trial, list: &[usize]) -> bool {
    let rank = |at: &usize| Some(case.candidates.get(*at)?.label?.kind.rank());
    let ranks: Vec<Option<u8>> = list.iter().map(rank).collect();
    ranks.windows(2).all(|pair| matches!(pair, [Some(one), Some(next)] if one < next))
}

/// Tells whether `one` may follow `last` in a list of contents: little is between them; what marks name is as deep, and nothing
/// between.
fn is_near(last: &Candidate, one: &Candidate) -> bool {
    match (last.mark, one.mark) {
        (None, None) => one.place.ordinal <= last.place.ordinal + 2 && last.body(one) <= BETWEEN,
        (before, mark) => before == mark && last.is_right_before(one),
    }
}

/// What tells two headings apart: kind and number, or the words.
#[derive(PartialEq, Eq, Hash)]
enum HeadingKey {
    Label(LabelKind, u32),
    Words(String),
}

fn key(one: &Candidate) -> HeadingKey {
    match one.label {
        Some(label) => HeadingKey::Label(label.kind, label.value),
        None => {
            HeadingKey::Words(one.title.chars().filter(|c| c.is_alphanumeric()).take(24).collect())
        }
    }
}

/// Returns the last candidate of each key.
fn last_places(case: &Trial) -> HashMap<HeadingKey, usize> {
    case.candidates.iter().enumerate().map(|(at, one)| (key(one), at)).collect()
}

/// Drops the second of two equal headings in a row, and joins a label with its title on the next line.
pub(super) fn join(case: &mut Trial) {
    let sentences = !titles_end_in_stops(case);
    let mut last: Option<usize> = None;
    for at in 0..case.candidates.len() {
        let Some(one) = case.candidates.get(at) else { continue };
        let near = last
            .and_then(|at| case.candidates.get(at).map(|before| (at, before)))
            .filter(|(_, before)| before.place.ordinal + 1 == one.place.ordinal);
        if let Some((before_at, before)) = near {
            let heads = case.findings.get(at).is_some_and(super::Finding::is_heading);
            // Night begins like the Danish nine: a word alone counts nothing where it heads nothing.
            let counts =
                |label: HeadingLabel| heads || label.kind != LabelKind::Bare(Numerals::Word);
            let labelled = one.label.is_some_and(counts) || one.customary;
            if heads && key(before) == key(one) {
                case.settle(at, Reason::Twice);
                continue;
            }
            let untitled = is_untitled(before) || is_bare(before);
            let speaks = case.findings.get(at).is_some_and(|finding| finding.has(Reason::Speaker));
            if untitled && !labelled && !speaks && is_title(before, one, sentences) {
                case.settle(at, Reason::TitleOfLabel);
                if let Some(finding) = case.findings.get_mut(before_at) {
                    finding.subtitle = Some(one.title.clone());
                }
                continue;
            }
        }
        if case.findings.get(at).is_some_and(super::Finding::is_heading) {
            last = Some(at);
        }
    }
}

/// Tells whether what ends in a stop after a label is its title, and not the first sentence of its text: all labels
/// end so, or all their titles are written with capitals.
fn titles_end_in_stops(case: &Trial) -> bool {
    let (mut labels, mut stopped, mut stops, mut capitals) = (0, 0, 0, 0);
    for pair in case.candidates.windows(2) {
        let [before, one] = pair else { continue };
        if !is_untitled(before) {
            continue;
        }
        labels += 1;
        stopped += usize::from(before.glance.end == End::Stop);
        if before.is_right_before(one) && one.glance.end == End::Stop {
            stops += 1;
            capitals += usize::from(is_capitalised(&one.title));
        }
    }
    stops * 3 >= labels * 2 && (capitals * 5 >= stops * 4 || stopped * 2 > labels)
}

fn is_untitled(one: &Candidate) -> bool {
    one.label.is_some_and(|label| label.gap == TitleGap::Untitled && label.kind.is_strong())
}

/// Tells whether `one` is a number alone on its line.
fn is_bare(one: &Candidate) -> bool {
    one.label.is_some_and(|label| matches!(label.kind, LabelKind::Bare(_)))
}

/// Tells whether most long words of `title` begin with a capital, as in a title in English.
fn is_capitalised(title: &str) -> bool {
    let long = || title.split(' ').skip(1).filter(|word| word.chars().count() > 3);
    let capital = long().filter(|word| word.starts_with(char::is_uppercase)).count();
    capital > 0 && capital * 2 > long().count()
}

/// Tells whether `one` is the title of the label `before` it: set off by blank lines as the label is, and no sentence
/// where what ends so is one.
fn is_title(before: &Candidate, one: &Candidate, sentences: bool) -> bool {
    // A stop within a title in capitals is one of Mrs.
    let stops = one.look.stops > 0 && !one.is_shouted();
    let sentence = one.glance.end.closes() && (sentences || stops);
    if sentence && one.glance.end != End::Question {
        return false;
    }
    let parted = before.gap() > 0 && one.gap_below() > 0;
    let tight = one.gap() == 0
        && one.gap_below() == 0
        && before.gap() == 0
        && before.glance.indent == one.glance.indent;
    let paragraph = one
        .following()
        .next()
        .is_some_and(|next| next.glance.indent > one.glance.indent || next.glance.cells > LONG);
    let words =
        one.glance.start == Start::Other && !matches!(one.glance.end, End::Comma | End::Colon);
    words
        && one.glance.cells <= LONG
        && (parted || (tight && paragraph && one.glance.end == End::Open))
}
