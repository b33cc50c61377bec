//! Headings without number or mark: short lines that stand as headings do.

use std::collections::HashMap;
use std::hash::Hash;

use super::super::candidate::{Candidate, Neighbour};
use super::super::label::{Kind, Label};
use super::super::shape::{End, Glance, Start};
use super::manner::Manner;
use super::reason::PLAIN;
use super::recurrence::{Recurrence, recurrences};
use super::words::{announcing, caption, credit, ending, salutation};
use super::{Case, Finding, Reason};

/// Weighs the candidates that have neither number nor mark.
pub(super) fn weigh(case: &mut Case) {
    let manner = Manner::of(case);
    let recurring = if manner.speech.is_some() { HashMap::new() } else { recurrences(case) };
    let open: Vec<bool> = case.pairs().map(|(one, finding)| is_open(one, finding)).collect();
    weigh_each(case, &manner, &open, &recurring);
    weigh_likes(case, &open);
}

/// Tells whether nothing but its looks and its place can make a candidate a heading.
fn is_open(one: &Candidate, finding: &Finding) -> bool {
    !finding.weighed && one.mark.is_none() && !one.label.is_some_and(|label| label.kind.is_strong())
}

fn weigh_each(
    case: &mut Case,
    manner: &Manner,
    open: &[bool],
    recurring: &HashMap<&str, Recurrence>,
) {
    let bylines: Vec<bool> = case
        .candidates
        .iter()
        .map(|one| recurring.get(&*one.title).is_some_and(Recurrence::is_byline))
        .collect();
    let firsts: Vec<bool> = case
        .pairs()
        .map(|(one, finding)| {
            finding.is_heading() && one.label.is_some_and(|label| label.value == 1)
        })
        .collect();
    let mut heading: Option<u64> = None;
    let mut chained = false;
    for (at, one) in case.candidates.iter().enumerate() {
        let Some(finding) = case.findings.get_mut(at) else { continue };
        if open.get(at) == Some(&true) {
            finding.weighed = true;
            finding.score = PLAIN;
            let after = !chained && heading.is_some_and(|ordinal| ordinal + 1 == one.place.ordinal);
            add_looks(finding, one, manner);
            add_document(finding, one, manner, after);
            add_above(finding, one, after);
            let next = case
                .candidates
                .get(at + 1)
                .filter(|next| next.place.ordinal == one.place.ordinal + 1);
            if firsts.get(at + 1) == Some(&true) && next.is_some() {
                finding.add(Reason::BeforeFirst);
            } else if next.is_some() && bylines.get(at + 1) == Some(&true) {
                finding.add(Reason::BeforeByline);
            } else {
                add_below(finding, one);
            }
            if let Some(recurrence) = recurring.get(&*one.title) {
                finding.add_if(recurrence.times > 2, Reason::Recurring);
                finding.add_if(recurrence.is_byline(), Reason::Byline);
                let refrain = manner.paragraphs && recurrence.is_refrain(one);
                finding.add_if(refrain, Reason::Refrain);
            }
        }
        if finding.is_heading() {
            chained = heading.is_some_and(|ordinal| ordinal + 1 == one.place.ordinal);
            heading = Some(one.place.ordinal);
        }
    }
}

/// Adds what a line looks like itself.
fn add_looks(finding: &mut Finding, one: &Candidate, manner: &Manner) {
    add_width(finding, one, manner);
    add_start(finding, one, manner);
    add_end(finding, one, manner);
    add_words(finding, &one.title, one.look.pair);
    add_letters(finding, one, manner);
}

fn add_width(finding: &mut Finding, one: &Candidate, manner: &Manner) {
    let Glance { cells, end, .. } = one.glance;
    let asks = end == End::Question;
    finding.add_if(cells <= 24, Reason::Narrow);
    finding.add_if(cells > 40 && !asks, Reason::Wide);
    finding.add_if(cells > if manner.wide && !asks { 56 } else { 72 }, Reason::TooWide);
}

fn add_start(finding: &mut Finding, one: &Candidate, manner: &Manner) {
    let Candidate { glance: Glance { start, end, .. }, look, label, .. } = one;
    // 3.1 counts no list, and 第一桶金 counts nothing.
    let list = |label: Label| !matches!(label.kind, Kind::Decimal(_) | Kind::Ordinal(_));
    finding.add_if(label.is_some_and(list), Reason::ListItem);
    let loose = matches!(start, Start::Bracket | Start::Digit) && label.is_none();
    finding.add_if(loose, Reason::LooseStart);
    // A title in Chinese may begin with a word in Latin letters.
    let latin = !manner.wide || look.wide == 0;
    finding.add_if(*start == Start::Lower && latin, Reason::Lower);
    let quoted = *start == Start::Quote || *end == End::Quote;
    finding.add_if(quoted, Reason::Quoted);
    finding.add_if(quoted && manner.speech.is_some(), Reason::Speech);
}

fn add_end(finding: &mut Finding, one: &Candidate, manner: &Manner) {
    let shouted = is_shouted(one);
    finding.add_if(shouted && !manner.wide, Reason::Shouted);
    match one.glance.end {
        End::Stop if shouted => {}
        End::Stop | End::Ellipsis => finding.add(Reason::Stop),
        End::Question => finding.add(Reason::Question),
        End::Exclaim => finding.add(Reason::Exclaim),
        End::Colon => finding.add(Reason::Colon),
        End::Digit | End::Dash => finding.add(Reason::LooseEnd),
        End::Bracket => finding.add(Reason::Bracket),
        _ => {}
    }
    finding.add_if(one.look.particle, Reason::Particle);
}

/// Tells whether all letters of a line are capitals.
fn is_shouted(one: &Candidate) -> bool {
    one.look.upper > 3 && one.look.upper == one.look.letters
}

fn add_words(finding: &mut Finding, title: &str, pair: bool) {
    match () {
        () if ending(title) => finding.add(Reason::Ending),
        () if caption(title) => finding.add(Reason::Caption),
        () if salutation(title) => finding.add(Reason::Salutation),
        () if credit(title) => finding.add(Reason::Credit),
        () => finding.add_if(pair, Reason::Pair),
    }
    finding.add_if(announcing(title), Reason::Announcing);
}

fn add_letters(finding: &mut Finding, one: &Candidate, manner: &Manner) {
    let Candidate { glance, look, .. } = one;
    let foreign = manner.wide && look.wide == 0;
    let code = look.code > u16::from(!foreign);
    finding.add_if(look.commas > 0 && glance.end != End::Question, Reason::Comma);
    finding.add_if(look.stops > 0 || look.quotes > 2, Reason::Sentence);
    finding.add_if(look.address || look.clock || code, Reason::Technical);
    finding.add_if(look.digits > look.letters, Reason::Digits);
    finding.add_if(foreign, Reason::Foreign);
    finding.add_if(look.columns && look.hangul == 0, Reason::Columns);
    finding.add_if(look.cells, Reason::Row);
}

fn add_document(finding: &mut Finding, one: &Candidate, manner: &Manner, after_heading: bool) {
    let parted = one.is_parted();
    finding.add_if(manner.telling && parted, Reason::Apart);
    finding.add_if(manner.telling && manner.spaced && one.gap() == 0, Reason::Attached);
    finding.add_if(manner.telling && !manner.airy && one.gap() > 1, Reason::FarApart);
    if manner.indented {
        let set_in = |line: Option<Neighbour>| line.is_none_or(|line| line.glance.indent > 0);
        let front = u64::from(one.before.stubs) == one.place.ordinal && one.place.ordinal <= FRONT;
        let alone =
            (after_heading || front || set_in(one.previous())) && set_in(one.following().next());
        match one.glance.indent {
            0 if alone => finding.add(Reason::Outdented),
            0 => {}
            _ => finding.add(Reason::Indented),
        }
    }
    finding.add_if(manner.wrapped && !parted, Reason::Wrapped);
    finding.add_if(manner.short, Reason::ShortLines);
    finding.add_if(manner.numbered, Reason::NumberedDocument);
    finding.add_if(manner.counted && !manner.numbered, Reason::CountedStory);
    finding.add_if(manner.talk && one.look.pair, Reason::Speech);
    finding.add_if(manner.no_prose, Reason::NoProse);
    finding.add_if(!manner.paragraphs, Reason::NoParagraphs);
    finding.reasons.extend(manner.speech);
    finding.score += manner.speech.map_or(0.0, super::weight);
}

/// Titles, names and dates before the text take no more lines.
const FRONT: u64 = 4;

fn add_above(finding: &mut Finding, one: &Candidate, after_heading: bool) {
    let Some(Neighbour { glance, .. }) = one.previous() else {
        finding.add(Reason::First);
        return;
    };
    if after_heading {
        finding.add(Reason::AfterHeading);
        return;
    }
    if u64::from(one.before.stubs) == one.place.ordinal && one.place.ordinal <= FRONT {
        finding.add(Reason::AfterFront);
        return;
    }
    finding.add_if(glance.end.closes(), Reason::AfterSentence);
    finding.add_if(glance.is_long(), Reason::AfterParagraph);
    finding.add_if(glance.end == End::Colon, Reason::AfterColon);
    if is_item(glance) {
        finding.add(Reason::AfterItem);
    } else if glance.is_stub() {
        finding.add(Reason::AfterStub);
        finding.add_if(one.before.is_announced(), Reason::Announced);
        finding.add_if(one.before.stubs > 2, Reason::AfterStubs);
        finding.add_if(glance.cells > 2 * one.glance.cells, Reason::AfterWiderStub);
    }
}

fn add_below(finding: &mut Finding, one: &Candidate) {
    let mut below = one.following().map(|line| line.glance);
    let Some(next) = below.next() else {
        finding.add(Reason::Last);
        return;
    };
    let then = below.next();
    let goes_on = next.start == Start::Lower && one.gap_below() == 0 && one.glance.cells > 40;
    finding.add_if(goes_on, Reason::GoesOn);
    let prose = |line: Glance| line.is_long() || line.end.closes();
    finding.add_if(prose(next) && then.is_some_and(prose), Reason::BeforeProse);
    if is_item(next) {
        finding.add(Reason::BeforeItem);
    } else if next.is_long() {
        finding.add(Reason::BeforeParagraph);
    } else if next.end == End::Colon {
        finding.add(Reason::BeforeColon);
    } else if next.end.closes() {
        finding.add(Reason::BeforeSentence);
    } else if next.indent <= one.glance.indent
        && then.is_some_and(|then| then.is_long() || is_item(then) || then.end == End::Colon)
    {
        finding.add(Reason::BeforeHeading);
    } else {
        finding.add(Reason::BeforeStub);
        finding.add_if(next.indent > one.glance.indent, Reason::Verse);
        finding.add_if(next.cells > 2 * one.glance.cells, Reason::BeforeWiderStub);
    }
}

/// Tells whether a line is an item of a list, or code.
fn is_item(line: Glance) -> bool {
    matches!(line.start, Start::Bullet | Start::Digit | Start::Sign | Start::Hash)
        || line.end == End::Code
}

/// So many lines that look the same tell something of one another.
const LIKES: u32 = 4;

/// Adds what lines that look the same are taken for.
fn weigh_likes(case: &mut Case, open: &[bool]) {
    let mut groups: HashMap<_, (u32, u32)> = HashMap::new();
    for ((one, finding), _) in
        case.pairs().zip(open).filter(|((_, finding), open)| **open && !is_known(finding))
    {
        let (all, taken) = groups.entry(looks(one)).or_default();
        *all += 1;
        *taken += u32::from(finding.is_heading());
    }
    for ((one, finding), _) in
        case.pairs_mut().zip(open).filter(|((_, finding), open)| **open && !is_known(finding))
    {
        let Some(&(all, taken)) = groups.get(&looks(one)) else { continue };
        finding.add_if(all >= LIKES && taken * 3 >= all * 2, Reason::LikeHeadings);
        finding.add_if(all >= 2 * LIKES && taken * 6 <= all, Reason::UnlikeHeadings);
    }
}

/// Tells whether the words of a line say what it is, so that it tells nothing of lines that look the same.
fn is_known(finding: &Finding) -> bool {
    [Reason::ListItem, Reason::Credit, Reason::Caption]
        .into_iter()
        .any(|reason| finding.has(reason))
}

/// Returns what makes two lines look the same.
fn looks(one: &Candidate) -> impl Eq + Hash + use<> {
    let parted = one.is_parted();
    (parted, one.glance.indent > 0, one.glance.end, one.glance.cells <= 24, one.look.wide > 0)
}
