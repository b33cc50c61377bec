//! Headings without number or mark: short lines that stand as headings do.

use std::collections::HashSet;

use super::super::candidate::{Candidate, Neighbour};
use super::super::label::{HeadingLabel, LabelKind};
use super::super::numeral::Numerals;
use super::super::shape::{End, Glance, Start};
use super::manner::Manner;
use super::reason::PLAIN;
use super::recurrence::{Recurrence, Recurrences};
use super::words::{announcing, caption, credit, ending, salutation};
use super::{Finding, Reason, Trial, groups};

/// Weighs the candidates that have neither number nor mark.
pub(super) fn weigh(case: &mut Trial) {
    let manner = Manner::of(case);
    let recurring = Recurrences::of(case);
    let manner = if recurring.is_play() {
        Manner { speech: Some(Reason::Speech), ..manner }
    } else {
        manner
    };
    let open: Vec<bool> = case.pairs().map(|(one, finding)| is_open(one, finding)).collect();
    add_page_heads(case, &open);
    weigh_each(case, &manner, &open, &recurring);
    groups::weigh(case, &manner, &open);
}

/// Tells whether nothing but its looks and its place can make a candidate a heading.
fn is_open(one: &Candidate, finding: &Finding) -> bool {
    !finding.weighed && one.mark.is_none() && !one.label.is_some_and(|label| label.kind.is_strong())
}

/// Adds which of the candidates that are `open` stand at the head or the foot of a page, if there are such lines.
fn add_page_heads(case: &mut Trial, open: &[bool]) {
    let heads: Vec<bool> =
        case.candidates.iter().zip(open).map(|(one, open)| *open && is_page_head(one)).collect();
    if heads.iter().filter(|head| **head).count() >= PAGES {
        let findings = case.findings.iter_mut().zip(heads);
        findings.filter(|(_, head)| *head).for_each(|(one, _)| one.add(Reason::InContents));
    }
}

/// So many lines of words and a number tell of pages, or of a table.
const PAGES: usize = 4;

/// Tells whether a line is words and the number of a page, some cells apart.
fn is_page_head(one: &Candidate) -> bool {
    let words = one.title.trim_matches(|c: char| c.is_ascii_digit());
    let apart = words.len() - words.trim().len() >= APART;
    words.len() < one.title.len() && apart && words.contains(char::is_alphabetic)
}

/// What stands at the two edges of a page is so many bytes apart at the least.
const APART: usize = 3;

fn weigh_each(case: &mut Trial, manner: &Manner, open: &[bool], recurring: &Recurrences) {
    let bylines: Vec<bool> = case
        .candidates
        .iter()
        .map(|one| {
            manner.speech.is_none() && recurring.like(one).is_some_and(Recurrence::is_byline)
        })
        .collect();
    let firsts: Vec<bool> = case
        .pairs()
        .map(|(one, finding)| {
            finding.is_heading() && one.label.is_some_and(|label| label.value == 1)
        })
        .collect();
    let mut heading: Option<u64> = None;
    let mut chained = false;
    let mut named: Option<u64> = None;
    for (at, one) in case.candidates.iter().enumerate() {
        let Some(finding) = case.findings.get_mut(at) else { continue };
        if open.get(at) == Some(&true) {
            finding.weighed = true;
            finding.score += PLAIN;
            let after = !chained && heading.is_some_and(|ordinal| ordinal + 1 == one.place.ordinal);
            add_looks(finding, one, manner);
            add_document(finding, one, manner, after);
            add_above(finding, one, manner, after);
            let next = case
                .candidates
                .get(at + 1)
                .filter(|next| next.place.ordinal == one.place.ordinal + 1);
            // A key and its value are no title of what is counted below, and no sentence is.
            let listed = one.gap() == 0 && one.before.stubs > 1;
            let titled = !one.look.pair && !listed && !one.glance.end.closes();
            if firsts.get(at + 1) == Some(&true) && next.is_some() && titled {
                finding.add(Reason::BeforeFirst);
            } else if next.is_some() && bylines.get(at + 1) == Some(&true) {
                finding.add(Reason::BeforeByline);
            } else {
                add_below(finding, one, manner);
            }
            finding.add_if(recurring.is_speaker(one), Reason::Speaker);
            if let Some(recurrence) = recurring.like(one).filter(|_| manner.speech.is_none()) {
                let small = one.glance.start == Start::Lower;
                let named = !small && !one.look.address;
                finding.add_if(recurrence.times > 2 && named, Reason::Recurring);
                finding.add_if(recurrence.is_byline(), Reason::Byline);
                let turns = recurrence.takes_turns();
                let refrain = turns || manner.paragraphs && recurrence.is_refrain(one);
                finding.add_if(refrain, Reason::Refrain);
                finding.add_if(turns, Reason::Turns);
            }
        }
        let byline = named == Some(one.place.ordinal);
        finding.add_if(byline && open.get(at) == Some(&true), Reason::Byline);
        let heads = finding.has(Reason::HeadsBlock).then(|| heads_block(one, manner)).flatten();
        named = (heads == Some(Heads::Name)).then_some(one.place.ordinal + 1);
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
    add_words(finding, one);
    finding.add_if(is_said(one), Reason::Said);
    add_letters(finding, one, manner);
}

/// A narrow line takes no more cells.
const NARROW: u16 = 24;

fn add_width(finding: &mut Finding, one: &Candidate, manner: &Manner) {
    let Glance { cells, end, .. } = one.glance;
    let asks = end == End::Question;
    finding.add_if(cells <= NARROW, Reason::Narrow);
    finding.add_if(cells > 40 && !asks, Reason::Wide);
    finding.add_if(cells > if manner.wide && !asks { 56 } else { 72 }, Reason::TooWide);
}

fn add_start(finding: &mut Finding, one: &Candidate, manner: &Manner) {
    let Candidate { glance: Glance { start, end, .. }, look, label, .. } = one;
    // 3.1 counts no list, and 第一桶金 and Unity count nothing.
    let list = |label: HeadingLabel| {
        !matches!(
            label.kind,
            LabelKind::Decimal(_) | LabelKind::Ordinal(_) | LabelKind::Bare(Numerals::Word)
        )
    };
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
    let shouted = one.is_shouted();
    finding.add_if(shouted && !manner.wide, Reason::Shouted);
    match one.glance.end {
        End::Stop if shouted => {}
        End::Stop | End::Ellipsis => finding.add(Reason::Stop),
        End::Question => finding.add(Reason::Question),
        End::Exclaim => finding.add(Reason::Exclaim),
        End::Colon if is_outdented(one, manner) => {}
        End::Colon => finding.add(Reason::Colon),
        End::Dash | End::Open if is_cry(one) => finding.add(Reason::Cry),
        End::Digit | End::Dash => finding.add(Reason::LooseEnd),
        End::Bracket => finding.add(Reason::Bracket),
        _ => {}
    }
    finding.add_if(one.look.particle, Reason::Particle);
}

/// Tells whether a line of a manual is set in less than its paragraphs, and they are below it.
fn is_outdented(one: &Candidate, manner: &Manner) -> bool {
    let set_in = |line: Neighbour| line.glance.indent > one.glance.indent;
    manner.measure.breaks()
        && one.gap() > 0
        && one.glance.indent > 0
        && one.glance.cells <= NARROW
        && one.label.is_none()
        && manner.indent.is_some_and(|body| one.glance.indent < body)
        && one.following().next().is_some_and(set_in)
}

/// Tells whether a line is a sound: 哗啦啦～～～, 咚咚咚.
fn is_cry(one: &Candidate) -> bool {
    let letters: Vec<char> = one.title.chars().filter(|c| c.is_alphabetic()).collect();
    let different: HashSet<&char> = letters.iter().collect();
    let long = one.title.ends_with(['～', '~', '〜']) || one.title.ends_with("——");
    let drawn = long && letters.len() < SOUND;
    let again = letters.len() > 1 && letters.len() < SOUND && different.len() * 2 <= letters.len();
    one.look.wide > 0 && one.look.hangul == 0 && (drawn || again)
}

/// A sound has fewer letters.
const SOUND: usize = 7;

/// Tells whether a line gives who speaks and what they say: 他道：“走。”, 老葛曰：何往？ 问：何往？ is of a list of
/// questions.
fn is_said(one: &Candidate) -> bool {
    let asked = matches!(one.glance.end, End::Question | End::Exclaim | End::Ellipsis);
    let verb = ["曰", "道", "说", "說", "问", "問", "答", "云", "喊", "叫", "笑"];
    let said = one.title.split_once(['：', ':']).is_some_and(|(before, words)| {
        words.starts_with(['“', '「', '"', '«', '『'])
            || (asked && verb.iter().any(|verb| before.len() > 3 && before.ends_with(verb)))
    });
    one.look.pair && said && (asked || one.glance.end == End::Quote)
}

fn add_words(finding: &mut Finding, one: &Candidate) {
    let title = &*one.title;
    // A letter begins with whom it is for.
    let greets = one.place.ordinal == 0 && one.glance.end == End::Colon;
    match () {
        () if ending(title) => finding.add(Reason::Ending),
        () if caption(title) => finding.add(Reason::Caption),
        () if greets || salutation(title) => finding.add(Reason::Salutation),
        () if credit(title) => finding.add(Reason::Credit),
        () => finding.add_if(one.look.pair, Reason::Pair),
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
    finding.add_if(is_tag(&one.title), Reason::Tag);
}

/// Tells whether a line is a tag of markup or begins with a comment of it: `<br>`, `<!-- … -->`.
fn is_tag(title: &str) -> bool {
    let named =
        |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    title.strip_prefix('<').is_some_and(named)
        && (title.ends_with('>') || title.starts_with("<!--"))
}

fn add_document(finding: &mut Finding, one: &Candidate, manner: &Manner, after_heading: bool) {
    let parted = one.is_parted();
    finding.add_if(manner.telling && parted, Reason::Apart);
    finding.add_if(manner.telling && manner.spaced && one.gap() == 0, Reason::Attached);
    finding.add_if(manner.telling && !manner.airy && one.gap() > 1, Reason::FarApart);
    add_indent(finding, one, manner, after_heading);
    let set_off = after_heading && one.gap() == 0;
    finding.add_if(!set_off && manner.measure.is_piece(one), Reason::Wrapped);
    finding.add_if(heads_block(one, manner).is_some(), Reason::HeadsBlock);
    finding.add_if(manner.short, Reason::ShortLines);
    finding.add_if(manner.numbered, Reason::NumberedDocument);
    finding.add_if(manner.marked, Reason::MarkedDocument);
    finding.add_if(manner.counted && !manner.numbered, Reason::CountedStory);
    finding.add_if(manner.talk && one.look.pair, Reason::Speech);
    finding.add_if(manner.no_prose, Reason::NoProse);
    finding.add_if(!manner.paragraphs && !manner.telling, Reason::NoParagraphs);
    finding.add_if(!manner.paragraphs && manner.telling, Reason::FewParagraphs);
    finding.reasons.extend(manner.speech);
    finding.score += manner.speech.map_or(0.0, super::weight);
}

/// Adds how far a line is set in, where paragraphs are.
fn add_indent(finding: &mut Finding, one: &Candidate, manner: &Manner, after_heading: bool) {
    if manner.measure.is_centred(one.glance) {
        finding.add_if(one.is_parted() || one.is_under_row(), Reason::Centred);
        return;
    }
    let Some(body) = manner.indent else { return };
    let indent = one.glance.indent;
    let deeper = |line: Option<Neighbour>| line.is_none_or(|line| line.glance.indent > indent);
    let front = u64::from(one.before.stubs) == one.place.ordinal && one.place.ordinal <= FRONT;
    let manual = manner.measure.breaks() || body > MARGIN;
    let parted = one.gap() > 0 && manual;
    let after = after_heading || front || parted || deeper(one.previous());
    let below = one.following().next().filter(|line| line.gap == 0);
    if indent >= body {
        finding.add(Reason::Indented);
        let term = manual && below.is_some_and(|line| line.glance.indent > indent);
        finding.add_if(term, Reason::Term);
    } else if after && deeper(one.following().next()) {
        finding.add(Reason::Outdented);
    }
}

/// Paragraphs whose first line is set in, and not the whole of them, are so by no more cells.
const MARGIN: u8 = 4;

/// What a line that heads a block stands right above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Heads {
    /// A paragraph or a sentence.
    Text,
    /// A name, as of who wrote it, and then those.
    Name,
}

/// Tells whether a sentence ends with `line`, or a part of it that a comma ends.
fn goes_on_or_ends(line: Glance) -> bool {
    line.end.closes() || line.end == End::Comma
}

/// Returns what a line stands right above, with a blank line before it, if it heads a block.
fn heads_block(one: &Candidate, manner: &Manner) -> Option<Heads> {
    let mut below = one.following();
    let (next, then) = (below.next(), below.next());
    let full = |line: Neighbour| manner.measure.is_full(line.glance);
    let begins = |line: Neighbour| line.gap == 0 && line.glance.start != Start::Lower;
    let body = |line: Option<Neighbour>| {
        line.filter(|&line| begins(line) && (full(line) || goes_on_or_ends(line.glance)))
    };
    let level = |line: &Neighbour| line.glance.indent == one.glance.indent;
    let name = next.filter(|line| begins(*line) && line.glance.is_stub() && level(line));
    // The lines of a stanza are about as wide as one another.
    let wider = |line: &Neighbour| one.glance.cells * 5 <= line.glance.cells * 4;
    let text = body(next).filter(|line| manner.measure.breaks() || wider(line));
    let named = name.and(body(then)).filter(wider);
    let list =
        |line: Neighbour| line.gap == 0 && (line.glance.end == End::Colon || is_item(line.glance));
    let listed = next.filter(|line| line.gap == 0 && one.glance.cells < line.glance.cells);
    let listed = listed.filter(|_| one.following().skip(1).any(list));
    let closed =
        one.previous().is_none_or(|line| line.glance.end.closes() || line.glance.is_long());
    let set_in = manner.indent.is_some_and(|body| one.glance.indent >= body);
    let title =
        one.glance.end == End::Open && !one.glance.is_long() && !manner.measure.is_full(one.glance);
    let heads = text.or(listed).map(|_| Heads::Text).or(named.map(|_| Heads::Name));
    heads.filter(|_| manner.telling && one.gap() > 0 && closed && title && !set_in)
}

/// Titles, names and dates before the text take no more lines.
const FRONT: u64 = 4;

fn add_above(finding: &mut Finding, one: &Candidate, manner: &Manner, after_heading: bool) {
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
    let paragraph = manner.measure.is_paragraph(glance);
    finding.add_if(paragraph, Reason::AfterParagraph);
    finding.add_if(glance.end == End::Colon, Reason::AfterColon);
    let near = one.gap() == 0 || glance.cells <= NARROW;
    finding.add_if(near && glance.end == End::Comma, Reason::AfterComma);
    if is_item(glance) {
        finding.add(Reason::AfterItem);
    } else if glance.is_stub() && !paragraph {
        finding.add(Reason::AfterStub);
        finding.add_if(one.before.is_announced(), Reason::Announced);
        finding.add_if(one.before.stubs > 2 && !one.is_parted(), Reason::AfterStubs);
        finding.add_if(glance.cells > 2 * one.glance.cells, Reason::AfterWiderStub);
    }
}

fn add_below(finding: &mut Finding, one: &Candidate, manner: &Manner) {
    let is_paragraph = |line| manner.measure.is_paragraph(line);
    let mut below = one.following().map(|line| line.glance);
    let Some(next) = below.next() else {
        finding.add(Reason::Last);
        return;
    };
    let then = below.next();
    let goes_on = next.start == Start::Lower && one.gap_below() == 0 && one.glance.cells > 40;
    finding.add_if(goes_on, Reason::GoesOn);
    let prose = |line: Glance| is_paragraph(line) || line.end.closes();
    let begins = prose(next) && then.is_some_and(prose);
    finding.add_if(begins, Reason::BeforeProse);
    finding.add_if(begins && finding.has(Reason::AfterFront), Reason::Opens);
    if is_item(next) {
        finding.add(Reason::BeforeItem);
    } else if is_paragraph(next) {
        finding.add(Reason::BeforeParagraph);
    } else if next.end == End::Colon {
        finding.add(Reason::BeforeColon);
    } else if next.end.closes() || finding.has(Reason::HeadsBlock) {
        finding.add(Reason::BeforeSentence);
    } else if next.indent <= one.glance.indent
        && then.is_some_and(|then| is_paragraph(then) || is_item(then) || then.end == End::Colon)
    {
        finding.add(Reason::BeforeHeading);
    } else {
        finding.add(Reason::BeforeStub);
        let stands_out =
            one.glance.indent == 0 && next.indent > MARGIN && finding.has(Reason::Outdented);
        let outdented = stands_out
            || manner.measure.breaks()
                && manner.indent.is_some_and(|body| one.glance.indent < body);
        finding.add_if(next.indent > one.glance.indent && !outdented, Reason::Verse);
        finding.add_if(next.cells > 2 * one.glance.cells, Reason::BeforeWiderStub);
    }
}

/// Tells whether a line is an item of a list, or code.
pub(super) fn is_item(line: Glance) -> bool {
    matches!(line.start, Start::Bullet | Start::Digit | Start::Sign | Start::Hash)
        || line.end == End::Code
}
