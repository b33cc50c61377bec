//! How deep each heading lies.

use std::collections::{BTreeMap, HashSet};

use super::super::candidate::Candidate;
use super::super::label::{HeadingLabel, LabelKind, RANK_CHAPTER, RANK_OTHER, RANK_VOLUME};
use super::super::markup::HeadingMark;
use super::super::titles::{is_contents, is_interlude};
use super::rows::{TitleRule, any_rule};
use super::{Finding, Reason, Trial};
use crate::document::Levels;

/// The rank of customary titles: beside the outermost headings but volumes.
const PART: u8 = 19;
/// The rank of headings without number or mark that may hold others.
const OUTER: u8 = 22;
/// The rank of those that lie in one of them.
const INNER: u8 = 25;
/// The rank of those that lie between recurring ones.
const INMOST: u8 = 28;

/// The rank of those that head the parts of what headings with a sign are about, by turns.
const PART_OF_SIGNED: u8 = 50;

/// Returns the rank of each candidate; none where it is no heading.
pub(super) fn ranks(case: &Trial) -> Vec<Option<u8>> {
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
    let known = Known {
        named: named_rank(headings),
        units: units(headings),
        chapters: headings.iter().any(|(one, finding)| {
            matches!(told(one, finding), LevelReason::Counted(kind) if kind.is_strong())
        }),
        words: headings.iter().filter_map(|(one, _)| named_with(one)).collect(),
    };
    let rules = rules(headings);
    let titled = is_titled(headings);
    let signed = headings.iter().any(|(one, finding)| {
        matches!(told(one, finding), LevelReason::Counted(LabelKind::Signed(_)))
            && !finding.has(Reason::Turns)
    });
    let mut ranks = by_place(headings);
    for ((one, finding), rank) in headings.iter().zip(&mut ranks) {
        *rank = match told(one, finding) {
            LevelReason::Ruled(line) => {
                rules.iter().position(|&other| other == line).unwrap_or(0) as u8 + 1
            }
            LevelReason::Marked(level) => level,
            LevelReason::Counted(kind) => by_kind(kind, finding, &known),
            LevelReason::Appendix(kind) if known.chapters => by_kind(kind, finding, &known),
            LevelReason::Nothing if signed && finding.has(Reason::Turns) => PART_OF_SIGNED,
            LevelReason::Customary if titled && *rank == INNER => INNER,
            LevelReason::Appendix(_) | LevelReason::Customary => PART,
            LevelReason::Nothing => *rank,
        };
    }
    beside_numbers(headings, &mut ranks);
    interludes(headings, &mut ranks);
    ranks
}

/// What is known of the labels of all headings.
struct Known {
    /// The rank of headings that an unknown word and a number label.
    named: u8,
    /// The units that count chapters, with how many they count.
    units: Vec<(char, usize)>,
    /// Whether chapters are labelled so as no list is.
    chapters: bool,
    /// The words that one number stands beside: Lesson 1.
    words: HashSet<u32>,
}

fn named_with(one: &Candidate) -> Option<u32> {
    match one.label?.kind {
        LabelKind::Named(word, _) => Some(word),
        _ => None,
    }
}

/// What tells how deep a heading lies, besides its place.
enum LevelReason {
    Ruled(TitleRule),
    Marked(u8),
    Counted(LabelKind),
    /// Its label is that of an appendix.
    Appendix(LabelKind),
    Customary,
    Nothing,
}

fn told(one: &Candidate, finding: &Finding) -> LevelReason {
    let counted =
        |label: &HeadingLabel| is_counted(finding) || matches!(label.kind, LabelKind::Decimal(_));
    match one.mark {
        Some(
            HeadingMark::Named(level)
            | HeadingMark::Hash(level)
            | HeadingMark::Equals(level)
            | HeadingMark::Star(level),
        ) => LevelReason::Marked(level),
        None => match any_rule(one).filter(|_| finding.has(Reason::Marked)) {
            Some(line) => LevelReason::Ruled(line),
            None => match one.label.filter(counted) {
                Some(HeadingLabel { kind: kind @ LabelKind::Named(..), .. }) if one.customary => {
                    LevelReason::Appendix(kind)
                }
                Some(label) => LevelReason::Counted(label.kind),
                None if one.customary && !finding.has(Reason::Refrain) => LevelReason::Customary,
                None => LevelReason::Nothing,
            },
        },
    }
}

fn is_counted(finding: &Finding) -> bool {
    [Reason::Numbered, Reason::InSeries, Reason::InOrder]
        .into_iter()
        .any(|reason| finding.has(reason))
}

fn by_kind(kind: LabelKind, finding: &Finding, known: &Known) -> u8 {
    let Known { named, units, words, .. } = known;
    let named = *named;
    match kind {
        LabelKind::NamedDecimal(..) if finding.has(Reason::InOrder) => named,
        LabelKind::NamedDecimal(name, _) if !words.contains(&name) => named,
        LabelKind::Ordinal(unit) if kind.rank() == RANK_CHAPTER => {
            let at = units.iter().position(|&(other, _)| other == unit).unwrap_or(0);
            RANK_CHAPTER + u8::from(at > 0)
        }
        _ if kind.rank() == RANK_OTHER => named,
        LabelKind::Signed(_) if finding.has(Reason::Turns) => PART_OF_SIGNED,
        _ => kind.rank(),
    }
}

/// The unit of acts, which hold scenes, however few there are.
const ACT: char = '幕';

/// Returns the units that count chapters, 章 and 話, with how many they count: what there is less of holds the others.
fn units(headings: &[(&Candidate, &Finding)]) -> Vec<(char, usize)> {
    let mut units: Vec<(char, usize)> = Vec::new();
    for label in headings.iter().filter_map(|(one, _)| one.label) {
        let LabelKind::Ordinal(unit) = label.kind else { continue };
        if label.kind.rank() != RANK_CHAPTER {
            continue;
        }
        match units.iter_mut().find(|(other, _)| *other == unit) {
            Some((_, count)) => *count += 1,
            None => units.push((unit, 1)),
        }
    }
    units.sort_by_key(|&(unit, count)| (unit != ACT, count));
    units
}

/// Puts headings without number in their place beside a series that goes through the document once: as deep as that
/// before it, after it where they look the same, and else inside.
fn beside_numbers(headings: &[(&Candidate, &Finding)], ranks: &mut [u8]) {
    let counted = |at: &usize| {
        headings.get(*at).is_some_and(|(one, finding)| {
            matches!(told(one, finding), LevelReason::Counted(kind) if kind.rank() > RANK_VOLUME)
        })
    };
    let numbered: Vec<usize> = (0..headings.len()).filter(counted).collect();
    let Some(outer) = numbered.iter().filter_map(|&at| ranks.get(at)).min().copied() else {
        return;
    };
    let outmost = |at: &&usize| ranks.get(**at) == Some(&outer);
    let series: Vec<usize> = numbered.iter().filter(outmost).copied().collect();
    let (Some(&first), Some(&last)) = (series.first(), series.last()) else { return };
    if series.len() < ONCE || begins_again(headings, &series) || is_held(headings, first, last) {
        return;
    }
    let look = headings.get(last).map(|(one, _)| look(one));
    let each = series.windows(2).all(|pair| matches!(pair, [one, next] if next - one > 1));
    for (at, (one, finding)) in headings.iter().enumerate() {
        let Some(rank) = ranks.get_mut(at) else { continue };
        if !matches!(told(one, finding), LevelReason::Nothing) {
            continue;
        }
        let alike = look == Some(self::look(one));
        *rank = match at {
            _ if at < first || (at > last && alike && !each) => outer,
            _ if alike && stands_apart(one) => outer,
            _ if *rank > outer => *rank,
            _ => INSIDE + u8::from(*rank == INNER),
        };
    }
}

/// So many headings make a series that goes through a document.
const ONCE: usize = 3;

/// The rank of headings without number that lie in numbered ones.
const INSIDE: u8 = 90;

/// Tells whether the numbered headings from `first` to `last` lie in one without number: it stands right before
/// them, or there are more outside.
fn is_held(headings: &[(&Candidate, &Finding)], first: usize, last: usize) -> bool {
    let is_free = |at: usize| {
        headings
            .get(at)
            .is_some_and(|(one, finding)| matches!(told(one, finding), LevelReason::Nothing))
    };
    let before = first.checked_sub(1).filter(|&at| is_free(at));
    let holds = before.and_then(|at| headings.get(at)).zip(headings.get(first));
    let outside = (0..headings.len()).filter(|at| !(first..=last).contains(at) && is_free(*at));
    holds.is_some_and(|((holder, _), (one, _))| holds_next(holder, one) && first > 1)
        || outside.count() > last - first
}

/// Tells whether `one` stands right above `next` and may hold it; a list of contents holds nothing.
fn holds_next(one: &Candidate, next: &Candidate) -> bool {
    one.is_right_before(next) && !is_contents(&one.title)
}

/// Tells whether the numbers of `series` begin anew.
fn begins_again(headings: &[(&Candidate, &Finding)], series: &[usize]) -> bool {
    let label = |at: &usize| headings.get(*at)?.0.label;
    let labels: Vec<HeadingLabel> = series.iter().filter_map(label).collect();
    labels
        .windows(2)
        .any(|pair| matches!(pair, [one, next] if next.order <= one.order && next.value <= 1))
}

/// What two headings of one depth have in common: whether they are set in, and whether blank lines part them.
fn look(one: &Candidate) -> (bool, bool, bool) {
    (one.glance.indent > 8, one.gap() > 0, one.gap_below() > 0)
}

/// Tells whether a heading is set in as titles in the middle are, or stands under a row of marks.
fn stands_apart(one: &Candidate) -> bool {
    one.glance.indent > 8 || one.is_under_row()
}

/// Puts interludes where the headings before them are.
fn interludes(headings: &[(&Candidate, &Finding)], ranks: &mut [u8]) {
    let mut before = None;
    for (at, (one, finding)) in headings.iter().enumerate() {
        match told(one, finding) {
            LevelReason::Counted(_) => before = ranks.get(at).copied(),
            LevelReason::Customary if is_interlude(&one.title) => {
                ranks.get_mut(at).zip(before).into_iter().for_each(|(rank, before)| *rank = before);
            }
            _ => {}
        }
    }
}

/// Returns the rows that name headings, each once, the outermost first: it is seen first.
fn rules(headings: &[(&Candidate, &Finding)]) -> Vec<TitleRule> {
    let mut found = Vec::new();
    let marked = headings.iter().filter(|(_, finding)| finding.has(Reason::Marked));
    for line in marked.filter_map(|(one, _)| any_rule(one)) {
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
    let unknown = kinds().filter(|kind| matches!(kind, LabelKind::Named(_, RANK_OTHER))).count();
    let chapters = kinds().filter(|kind| kind.rank() == RANK_CHAPTER).count();
    if unknown < chapters { RANK_VOLUME } else { RANK_CHAPTER }
}

/// Returns the ranks that the order of unnumbered headings tells.
fn by_place(headings: &[(&Candidate, &Finding)]) -> Vec<u8> {
    let refrain =
        |at: usize| headings.get(at).is_some_and(|(_, finding)| finding.has(Reason::Refrain));
    match (0..headings.len()).find(|&at| refrain(at)) {
        Some(first) if opens(headings, first) => by_refrain(headings, first),
        _ => by_look(headings).unwrap_or_else(|| by_holding(headings)),
    }
}

/// How far out a heading without number stands: in the middle, then by how far it is set in, and in capitals before others
/// where these tell, as `capitals` says.
fn stand(one: &Candidate, finding: &Finding, capitals: bool) -> (u8, bool) {
    let set_in = if finding.has(Reason::Centred) { 0 } else { one.glance.indent.saturating_add(1) };
    (set_in, capitals && !one.is_shouted())
}

/// Returns the ranks of headings that stand further out or in, where some do: in the middle of broken lines, at the
/// edge, or set in less than paragraphs; or in capitals.
fn by_look(headings: &[(&Candidate, &Finding)]) -> Option<Vec<u8>> {
    let capitals = capitals_tell(headings);
    let stand = |one: &Candidate, finding: &Finding| stand(one, finding, capitals);
    let mut stands: BTreeMap<(u8, bool), usize> = BTreeMap::new();
    for (one, finding) in headings.iter().filter(|(one, _)| is_plain(one)) {
        *stands.entry(stand(one, finding)).or_default() += 1;
    }
    let told = |finding: &Finding| finding.has(Reason::Centred) || finding.has(Reason::Outdented);
    let told = capitals || headings.iter().any(|(_, finding)| told(finding));
    let several = stands.into_iter().filter(|&(_, count)| count > 1);
    let different: Vec<(u8, bool)> = several.map(|(stand, _)| stand).collect();
    let rank = |one: &Candidate, finding: &Finding| {
        let stand = stand(one, finding);
        let at = different.partition_point(|&other| other < stand);
        [OUTER, INNER, INMOST].get(at).copied().unwrap_or(INMOST)
    };
    let ranks = || headings.iter().map(|(one, finding)| rank(one, finding)).collect();
    (told && different.len() > 1).then(ranks)
}

/// Tells whether headings in capitals hold the others: the first is one, and several have others after them.
fn capitals_tell(headings: &[(&Candidate, &Finding)]) -> bool {
    let plain = || headings.iter().map(|(one, _)| *one).filter(|one| is_plain(one));
    let is_name = |one: &Candidate| one.is_shouted() && one.look.letters > ACRONYM;
    let others: Vec<bool> = plain().map(|one| !one.is_shouted()).collect();
    let held = others.windows(2).filter(|pair| matches!(pair, [false, true])).count();
    held > 1
        && plain().next().is_some_and(is_name)
        && plain().filter(|one| one.is_shouted()).all(is_name)
}

/// Words of no more letters may be written in capitals wherever they stand.
const ACRONYM: u16 = 5;

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

/// Tells whether the first heading is the title of the document or who wrote it: little is before it, and nothing between
/// it and the second.
fn is_titled(headings: &[(&Candidate, &Finding)]) -> bool {
    matches!(headings, [(title, _), (first, _), ..]
        if title.place.ordinal < FRONT && is_plain(title) && title.is_right_before(first))
}

/// A title and a name take no more lines.
const FRONT: u64 = 2;

/// Returns the ranks where a heading that another follows without text between holds it and those after.
fn by_holding(headings: &[(&Candidate, &Finding)]) -> Vec<u8> {
    let titled = is_titled(headings);
    let mut inside = false;
    let mut indent = 0;
    let mut last: Option<u64> = None;
    let mut ranks = Vec::with_capacity(headings.len());
    for (at, (one, _)) in headings.iter().enumerate() {
        let held = is_plain(one) && last.is_some_and(|last| last + 1 == one.place.ordinal);
        let holds = !held
            && headings
                .get(at + 1)
                .is_some_and(|(next, _)| holds_next(one, next) && is_plain(next));
        if held {
            indent = one.glance.indent;
        }
        let out = one.glance.indent < indent;
        inside = (inside || held) && !holds && !out && (titled || !one.customary);
        ranks.push(if inside { INNER } else { OUTER });
        let may_hold = is_plain(one) && !is_contents(&one.title);
        last = may_hold.then_some(one.place.ordinal);
    }
    ranks
}

fn is_plain(one: &Candidate) -> bool {
    one.label.is_none() && one.mark.is_none() && !one.customary
}
