//! Numbered headings: those of one kind that count up.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::super::candidate::{Candidate, Neighbour};
use super::super::date::{Form, YEAR};
use super::super::label::{
    HeadingLabel, LabelKind, RANK_ARTICLE, RANK_OTHER, RANK_VOLUME, TitleGap,
};
use super::super::numeral::Numerals;
use super::super::shape::{End, Glance, LONG, Start};
use super::recurrence::{Recurrence, Recurrences};
use super::words::caption;
use super::{Finding, Reason, Trial};

/// Weighs the labelled candidates and those with customary titles.
pub(super) fn weigh(case: &mut Trial) {
    let mut kinds: HashMap<LabelKind, Vec<usize>> = HashMap::new();
    for (at, one) in case.candidates.iter().enumerate() {
        if let Some(label) = one.label
            && !caption(&one.title)
            && (!one.look.leader || label.kind.is_strong())
        {
            kinds.entry(label.kind).or_default().push(at);
        }
    }
    for members in kinds.iter().filter(|(kind, _)| kind.is_strong()).map(|(_, members)| members) {
        weigh_strong(case, members);
    }
    let marked = case.findings.iter().filter(|finding| finding.has(Reason::Marked)).count();
    if marked >= NUMBERED {
        let item = |at: &usize| {
            case.candidates.get(*at).is_some_and(|one| one.glance.start == Start::Bullet)
        };
        kinds.retain(|kind, members| {
            kind.is_strong() || is_decimal(*kind) && !members.first().is_some_and(item)
        });
    }
    // Where chapters part the document, one list in one of them is a list.
    let parts = strong(case) >= NUMBERED;
    let story = case.tally.spoken() >= STORY;
    for (&kind, members) in kinds.iter().filter(|(kind, _)| !kind.is_strong() && counts_on(**kind))
    {
        let needed = if parts && (story || !is_outline(kind)) { 2 } else { 1 };
        weigh_weak(case, kind, members, needed);
    }
    weigh_ordered(case, &kinds);
    weigh_customary(case);
}

/// A greater share of speech makes a document a story.
const STORY: f32 = 0.02;

/// Tells whether what labels of `kind` count is a part of a treatise more often than an item: 一、, （一）.
fn is_outline(kind: LabelKind) -> bool {
    matches!(kind, LabelKind::Dotted(Numerals::Han, _) | LabelKind::Bracketed(Numerals::Han))
}

/// Tells whether each label of `kind` gives the number after that of the one before.
fn counts_on(kind: LabelKind) -> bool {
    !matches!(kind, LabelKind::Date(_) | LabelKind::Signed(_))
}

/// What the labels of a series have in common that need not count on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum SeriesKey {
    Dates,
    Years,
    Months,
    /// Version 1.34, version 1.33.1: the hash of the words before the numbers.
    Releases(u32),
    /// Day 2, Day 5.
    Named(u32),
    /// 1907, 1921: years alone.
    Bare,
    Signs(char),
}

impl SeriesKey {
    fn of(kind: LabelKind) -> Option<Self> {
        Some(match kind {
            LabelKind::Date(Form::Year) => Self::Years,
            LabelKind::Date(Form::Month) => Self::Months,
            LabelKind::Date(_) => Self::Dates,
            LabelKind::NamedDecimal(name, _) => Self::Releases(name),
            LabelKind::Named(name, RANK_OTHER | RANK_ARTICLE) => Self::Named(name),
            LabelKind::Bare(Numerals::Arabic) => Self::Bare,
            LabelKind::Signed(sign) => Self::Signs(sign),
            _ => return None,
        })
    }
}

/// Weighs candidates whose labels rise or fall, with gaps: dates, releases; and those with a sign, which count nothing.
fn weigh_ordered(case: &mut Trial, kinds: &HashMap<LabelKind, Vec<usize>>) {
    let mut rows: BTreeMap<SeriesKey, Vec<usize>> = BTreeMap::new();
    for (&kind, members) in kinds {
        if let Some(row) = SeriesKey::of(kind) {
            rows.entry(row).or_default().extend(members);
        }
    }
    for (row, mut members) in rows {
        members.sort_unstable();
        let new = members.iter().any(|&at| case.findings.get(at).is_some_and(|one| !one.weighed));
        match row {
            SeriesKey::Signs(_) if differ(case, &members) => {}
            SeriesKey::Signs(_) => {
                weigh_repeated(case, &members);
                continue;
            }
            SeriesKey::Bare => {
                members.retain(|&at| case.candidates.get(at).is_some_and(is_year));
                members = ordered(case, &members);
            }
            _ => members = ordered(case, &members),
        }
        let chain = Chain { members, ..Chain::default() };
        if new && chain.members.len() >= ORDERED && is_series(case, &chain) {
            weigh_chain(case, &chain.members, Reason::InOrder);
        }
    }
}

/// Weighs candidates that a sign begins, with the same words again and again: by turns they head parts of several things.
fn weigh_repeated(case: &mut Trial, members: &[usize]) {
    let recurring = Recurrences::of(case);
    for &at in members {
        let like = case.candidates.get(at).and_then(|one| recurring.like(one));
        if like.is_some_and(Recurrence::takes_turns) {
            case.settle(at, Reason::InOrder);
            case.settle(at, Reason::Turns);
        } else {
            case.settle(at, Reason::Repeated);
        }
    }
}

/// Tells whether the number of `one` may be a year.
fn is_year(one: &Candidate) -> bool {
    one.label.is_some_and(|label| (1000..2200).contains(&label.value))
}

/// So many labels that rise or fall are a series.
const ORDERED: usize = 3;

/// Returns those of `members` whose labels rise, or those whose labels fall, whichever are more; none if they are
/// but half of them.
fn ordered(case: &Trial, members: &[usize]) -> Vec<usize> {
    let labels = || members.iter().filter_map(|&at| case.candidates.get(at)?.label);
    let orders: Vec<u64> = labels().map(|label| label.order).collect();
    let short = |label: HeadingLabel| matches!(label.kind, LabelKind::Date(Form::Short));
    let days: Vec<u64> = labels().map(|label| u64::from(label.value)).collect();
    let yearless = |label: HeadingLabel| matches!(label.kind, LabelKind::Date(Form::DayOfYear));
    let in_year: Vec<u64> = orders.iter().map(|order| order % u64::from(YEAR)).collect();
    let most = match () {
        () if labels().any(short) => longest([&orders, &days]),
        // Where some say which year it is, the others go on in it.
        () if labels().any(yearless) => longest([&orders, &in_year]),
        () => longest([&orders]),
    };
    if most.len() * 2 <= members.len() {
        return Vec::new();
    }
    most.into_iter().filter_map(|at| members.get(at)).copied().collect()
}

/// Returns where the numbers stand that make up the longest run of rising or falling ones in one of these.
fn longest<const N: usize>(rows: [&[u64]; N]) -> Vec<usize> {
    let both = |numbers: &[u64]| {
        [rising(numbers), rising(&numbers.iter().map(|one| u64::MAX - one).collect::<Vec<_>>())]
    };
    // Of equal ones the first.
    rows.into_iter().flat_map(both).rev().max_by_key(Vec::len).unwrap_or_default()
}

/// Returns where the numbers stand that make up the longest run of rising ones in `numbers`, others left out.
fn rising(numbers: &[u64]) -> Vec<usize> {
    // Of all runs of each length, the one whose last number is least, by where that stands.
    let mut lasts: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let length =
            lasts.partition_point(|&last| numbers.get(last).is_some_and(|last| last < number));
        before.push(length.checked_sub(1).and_then(|length| lasts.get(length)).copied());
        match lasts.get_mut(length) {
            Some(last) => *last = at,
            None => lasts.push(at),
        }
    }
    let links =
        std::iter::successors(lasts.last().copied(), |&at| before.get(at).copied().flatten());
    let mut run: Vec<usize> = links.collect();
    run.reverse();
    run
}

/// Tells whether nearly all titles are different.
fn differ(case: &Trial, members: &[usize]) -> bool {
    let titles: HashSet<&str> =
        members.iter().filter_map(|&at| case.candidates.get(at)).map(|one| &*one.title).collect();
    titles.len() * 5 >= members.len() * 4
}

/// Weighs candidates of a kind that makes headings by itself.
fn weigh_strong(case: &mut Trial, members: &[usize]) {
    let all = members.iter().filter_map(|&at| case.candidates.get(at));
    let labels: Vec<HeadingLabel> = all.clone().filter_map(|one| one.label).collect();
    // 第一章 夜雨 2 at the head of a page names a chapter that is there.
    let heads = all.clone().filter(|one| one.look.leader).count();
    let joined = labels.iter().filter(|label| label.gap == TitleGap::Joined).count();
    let joins = joined * 2 > labels.len();
    let strong = |one: &&Candidate| one.label.is_some_and(|label| label.kind.is_strong());
    let others = case.past.strong + case.candidates.iter().filter(strong).count() - labels.len();
    let opens = all.clone().next().is_some_and(|one| opens(one) || one.customary);
    let texts = all.clone().filter(|one| is_text(one)).count() * 2 > labels.len();
    let alone = labels.len() == 1 && others == 0 && !opens
        || (labels.len() > 2 && heads == 0 && is_one_number(&labels));
    let measure = case.measure;
    for (index, &at) in members.iter().enumerate() {
        let Some((one, label)) = case.candidates.get(at).zip(labels.get(index)) else { continue };
        let near =
            |step: Option<usize>| step.and_then(|at| labels.get(at)).map(|label| label.value);
        let before = near(index.checked_sub(1)).is_some_and(|value| value + 1 == label.value);
        let after = near(Some(index + 1)).is_some_and(|value| value == label.value + 1);
        let Some(finding) = case.findings.get_mut(at) else { continue };
        finding.weighed = true;
        finding.add(Reason::Numbered);
        finding.add_if(before || after, Reason::Counted);
        finding.add_if(alone, Reason::Alone);
        finding.add_if(one.look.leader, Reason::InContents);
        let particle = label.gap == TitleGap::Joined && one.title_text().starts_with(PARTICLES);
        finding.add_if(particle || (label.gap == TitleGap::Joined && !joins), Reason::Joined);
        add_sentence(finding, one, label);
        finding.add_if(texts && !finding.has(Reason::Sentence), Reason::Sentence);
        finding.add_if(one.gap() == 0 && measure.is_piece(one), Reason::Wrapped);
    }
}

/// Tells whether what follows the label of `one` is text, as in a law whose articles are short.
fn is_text(one: &Candidate) -> bool {
    one.glance.end.closes() && (one.look.stops > 0 || one.glance.cells > TITLE) && !one.customary
}

/// A title is seldom wider, in cells.
const TITLE: u16 = 100;

/// Tells whether a file that is one chapter opens with `one`.
fn opens(one: &Candidate) -> bool {
    one.place.ordinal < FRONT && one.label.is_some_and(|label| label.gap != TitleGap::Joined)
}

/// Only a title or a name stands before what opens a file.
const FRONT: u64 = 2;

/// Tells whether all labels give the same number, so that nothing is counted.
fn is_one_number(labels: &[HeadingLabel]) -> bool {
    labels.first().is_some_and(|first| labels.iter().all(|label| label.value == first.value))
}

/// Particles that go on with a sentence after 第三章.
const PARTICLES: [char; 16] = [
    '的', '里', '裡', '裏', '中', '在', '是', '和', '与', '與', '说', '說', '两', '兩', '这', '這',
];

/// Adds that a sentence goes on in the title, where one does.
fn add_sentence(finding: &mut Finding, one: &Candidate, label: &HeadingLabel) {
    let title = one.title_text();
    let ends = matches!(one.glance.end, End::Comma | End::Stop) && label.gap == TitleGap::Joined
        || title.ends_with(['。', '，', '；', ';', ','])
        || (one.look.wide > 0 && one.glance.end == End::Stop && title.ends_with('.'));
    let commas = label.gap == TitleGap::Joined && one.look.commas > 0 && title.chars().count() > 16;
    finding.add_if(ends || commas || title.contains(['。', '；']), Reason::Sentence);
    finding.add_if(one.glance.cells > 90, Reason::TooWide);
}

/// Numbers of one kind from 1 on, each one more than the one before.
#[derive(Default)]
struct Chain {
    members: Vec<usize>,
    next: u32,
    /// Where its first member is among the lines with text, and its last.
    first: u64,
    ordinal: u64,
    /// Whether it began before these candidates.
    begun: bool,
    /// Whether it begins with a greater number than 1, as an excerpt does.
    excerpt: bool,
}

impl Chain {
    /// Tells whether nothing stands between its members, as in a list of contents.
    fn is_list(&self) -> bool {
        let count = self.members.len() as u64;
        count > 2 && self.ordinal - self.first < count
    }
}

/// Weighs candidates of a kind that lists are counted with as well: chain by chain, if
/// so many are `needed`.
fn weigh_weak(case: &mut Trial, kind: LabelKind, members: &[usize], needed: usize) {
    let skip = if matches!(kind, LabelKind::Ordinal(_)) { 4 } else { 1 };
    let gone = case.past.next.get(&kind);
    let mut chains: Vec<Chain> =
        gone.map(|&next| Chain { next, begun: true, ..Chain::default() }).into_iter().collect();
    for &at in members {
        if let Some(one) = case.candidates.get(at) {
            // What fills its line may be a sentence that goes on, and stands in for no number.
            let full = case.measure.is_full(one.glance);
            extend(&mut chains, at, one, if full { 0 } else { skip });
        }
    }
    let single = |chain: &Chain| chain.members.len() == 1 && !chain.begun;
    let (single, chains): (Vec<_>, Vec<_>) = chains.into_iter().partition(single);
    let chains: Vec<_> = chains.into_iter().filter(|chain| is_series(case, chain)).collect();
    // Where a kind is known to count headings, a part that holds one alone has one.
    let single: Vec<_> = single.into_iter().filter(|chain| is_one(case, chain)).collect();
    if !chains.is_empty() && chains.len() >= needed {
        let taken = chains.iter().chain(&single);
        taken.for_each(|chain| weigh_chain(case, &chain.members, Reason::InSeries));
    }
}

/// Tells whether a chain of one may be a heading: it counts from 1, is short and no sentence.
fn is_one(case: &Trial, chain: &Chain) -> bool {
    let one = chain.members.first().and_then(|&at| case.candidates.get(at));
    !chain.excerpt
        && one.is_some_and(|one| {
            let next = one.following().next();
            one.glance.end == End::Open
                && one.glance.cells <= LONG
                && one.look.stops == 0
                && next.is_some_and(|line| line.glance.end.closes() || line.glance.is_long())
        })
}

/// Adds candidate `at` to the chain that it goes on with, at most `skip` numbers later: the last one if that
/// is near, else the first that waits for just this number; or begins a chain with it.
fn extend(chains: &mut Vec<Chain>, at: usize, one: &Candidate, skip: u32) {
    let Some(value) = one.label.map(|label| label.value) else { return };
    let none = chains.is_empty();
    let near = chains
        .last_mut()
        .filter(|last| one.place.ordinal - last.ordinal <= NEAR && last.next == value);
    let waiting = match near {
        Some(last) => Some(last),
        None => match waiting_for(chains, value) {
            Some(first) => chains.get_mut(first),
            None => {
                chains.last_mut().filter(|last| (last.next..=last.next + skip).contains(&value))
            }
        },
    };
    match waiting {
        Some(chain) => {
            chain.members.push(at);
            chain.next = value + 1;
            chain.ordinal = one.place.ordinal;
        }
        None if value <= 1 || none => {
            let (next, ordinal) = (value + 1, one.place.ordinal);
            chains.push(Chain {
                members: vec![at],
                next,
                first: ordinal,
                ordinal,
                begun: false,
                excerpt: value > 1,
            });
        }
        None => {}
    }
}

/// Returns the first of `chains` that goes on with `value`, one with text between its members if there is one.
fn waiting_for(chains: &[Chain], value: u32) -> Option<usize> {
    let waits = |chain: &Chain| chain.next == value;
    let parted = chains.iter().position(|chain| waits(chain) && !chain.is_list());
    parted.or_else(|| chains.iter().position(waits))
}

/// Items of one list are no more lines with text apart.
const NEAR: u64 = 3;

/// So many headings with strong labels make a document numbered.
pub(super) const NUMBERED: usize = 4;

/// Returns how many headings have labels that make headings by themselves, but volumes, which chapters
/// without number may part.
pub(super) fn strong(case: &Trial) -> usize {
    let strong = |one: &Candidate| {
        one.label.is_some_and(|label| label.kind.is_strong() && label.kind.rank() > RANK_VOLUME)
    };
    case.past.strong
        + case.pairs().filter(|(one, finding)| finding.is_heading() && strong(one)).count()
}

/// Tells whether a chain is one of headings: they have text between them, and are short and no sentences.
fn is_series(case: &Trial, chain: &Chain) -> bool {
    let first = chain.members.first().and_then(|&at| case.candidates.get(at));
    let Some(kind) = first.and_then(|one| one.label).map(|label| label.kind) else { return false };
    let least = match chain {
        Chain { begun: true, .. } => 1,
        Chain { excerpt: true, .. } => EXCERPT,
        _ => least(kind),
    };
    let chain: Vec<&Candidate> =
        chain.members.iter().filter_map(|&at| case.candidates.get(at)).collect();
    if chain.len() < least {
        return false;
    }
    if are_running_heads(&chain) {
        return false;
    }
    let mut bodies: Vec<u64> = chain
        .windows(2)
        .filter_map(|pair| match pair {
            [one, next] => Some(one.body(next)),
            _ => None,
        })
        .collect();
    bodies.sort_unstable();
    let body = bodies.get(bodies.len() / 2).copied().unwrap_or(0);
    let share = |holds: &dyn Fn(&Candidate) -> bool| {
        chain.iter().filter(|one| holds(one)).count() as f32 / chain.len() as f32
    };
    let parted = share(&|one| one.is_parted()) > 0.8;
    let sentences = share(&|one| {
        let titled = parted && one.look.wide == 0 && one.glance.cells < LONG;
        let stops = one.glance.end == End::Stop && !titled;
        (stops || matches!(one.glance.end, End::Comma | End::Quote | End::Code))
            && !one.label.is_some_and(|label| label.gap == TitleGap::Untitled)
            && one.look.upper < one.look.letters
            || one.look.stops > 0
    });
    let widest = if is_decimal(kind) { WIDEST_DECIMAL } else { LONG };
    let wide = share(&|one| one.glance.cells > widest);
    let adjacent = share(&|one| {
        let mut below = one.following();
        let named = is_named(kind) || matches!(kind, LabelKind::NamedDecimal(..));
        let item = |next: Neighbour| named && next.glance.start == Start::Bullet;
        let framed = |next: Glance| next.start == Start::Bracket && next.end == End::Bracket;
        let short = |next: Neighbour| {
            next.glance.is_stub() && next.glance.cells < 12 && !framed(next.glance)
        };
        let stub = below.next().is_none_or(|next| short(next) && !item(next));
        // A number alone may have its title below.
        let titled = matches!(kind, LabelKind::Bare(_))
            && below.next().is_some_and(|then| then.glance.end.closes() || then.glance.is_long());
        stub && !titled
    });
    let technical = share(&|one| {
        !one.label.is_some_and(|label| label.gap == TitleGap::Untitled)
            && !matches!(kind, LabelKind::Date(_))
            && (one.look.code > 1 || one.look.address || one.look.cells)
    });
    let least = match kind {
        _ if chain.first().is_some_and(|one| is_year(one)) => BETWEEN_DAYS,
        LabelKind::Bare(Numerals::Roman | Numerals::Word) if parted && strong(case) == 0 => {
            BETWEEN_POEMS
        }
        _ if is_named(kind) && parted => BETWEEN_DAYS,
        _ => body_for(kind),
    };
    (body >= least || chain.len() == 1)
        && sentences <= 0.34
        && wide <= 0.34
        && technical <= 0.34
        && (adjacent <= 0.5 || body >= 400)
}

/// Tells whether numbers stand beside the same words again and again, as at the heads of pages.
fn are_running_heads(chain: &[&Candidate]) -> bool {
    let different: HashSet<&str> = chain.iter().map(|one| one.title_text()).collect();
    let titled = chain.iter().filter(|one| !one.title_text().is_empty()).count();
    let spaced = |one: &&Candidate| {
        one.label.is_some_and(|label| matches!(label.kind, LabelKind::Spaced(_)))
    };
    titled > 2 && different.len() * 2 < chain.len() && chain.iter().all(spaced)
}

/// So many labels make a series that does not begin with 1.
const EXCERPT: usize = 3;

/// Headings with numbers like 3.1 are seldom wider, in cells: no list is counted so.
const WIDEST_DECIMAL: u16 = 100;

/// Takes the members of one chain for headings, because of `reason`.
fn weigh_chain(case: &mut Trial, members: &[usize], reason: Reason) {
    let measure = case.measure;
    for &at in members {
        let Some((one, finding)) = case.candidates.get(at).zip(case.findings.get_mut(at)) else {
            continue;
        };
        if finding.weighed {
            continue;
        }
        finding.weighed = true;
        finding.add(reason);
        finding.add_if(one.look.stops > 0, Reason::Sentence);
        finding.add_if(one.gap() == 0 && measure.is_piece(one), Reason::Wrapped);
    }
}

/// Tells whether a label of `kind` is of numbers with points between, alone or after a word: no list is counted so.
fn is_decimal(kind: LabelKind) -> bool {
    matches!(kind, LabelKind::Decimal(_) | LabelKind::NamedDecimal(..))
}

/// Returns how many members make a chain.
fn least(kind: LabelKind) -> usize {
    match kind {
        LabelKind::Decimal(_) => 1,
        LabelKind::Bare(_)
        | LabelKind::Dotted(..)
        | LabelKind::Bracketed(_)
        | LabelKind::Ordinal(_) => 2,
        _ => 3,
    }
}

/// So many lie between days and releases, of which there may be little to say, and in the parts of a part.
const BETWEEN_DAYS: u64 = 40;

/// So many lie between the numbers of poems, alone between blank lines.
const BETWEEN_POEMS: u64 = 90;

/// Tells whether a word stands before the number of a label of `kind`.
fn is_named(kind: LabelKind) -> bool {
    matches!(kind, LabelKind::Named(..))
}

/// Returns how many bytes of text lie at least between headings of `kind`, in the middle.
fn body_for(kind: LabelKind) -> u64 {
    match kind {
        LabelKind::Bare(_) => 200,
        LabelKind::Dotted(..) => 60,
        LabelKind::Date(_) | LabelKind::NamedDecimal(..) | LabelKind::Bracketed(Numerals::Han) => {
            BETWEEN_DAYS
        }
        LabelKind::Decimal(_) => 30,
        _ => 90,
    }
}

/// A customary title that comes more often heads the same part of many things.
const OFTEN: usize = 3;

/// Takes customary titles that stand as titles do.
fn weigh_customary(case: &mut Trial) {
    let measure = case.measure;
    let mut times: HashMap<&str, usize> = HashMap::new();
    for one in case.candidates.iter().filter(|one| one.customary) {
        *times.entry(&*one.title).or_default() += 1;
    }
    for (one, finding) in case.pairs_mut() {
        if !one.customary || finding.weighed {
            continue;
        }
        finding.weighed = true;
        finding.add(Reason::Customary);
        finding.add_if(times.get(&*one.title).is_some_and(|&times| times > OFTEN), Reason::Refrain);
        let closed =
            one.previous().is_none_or(|line| line.glance.end.closes() || line.glance.is_long());
        finding.add_if(!closed && one.gap() == 0, Reason::AfterStub);
        finding.add_if(one.before.stubs > 2 && one.gap() == 0, Reason::AfterStubs);
        finding.add_if(one.following().next().is_none(), Reason::Last);
        finding.add_if(measure.is_piece(one), Reason::Wrapped);
    }
}

impl Candidate {
    /// Returns the title after the label.
    pub(super) fn title_text(&self) -> &str {
        let start = self.label.map_or(0, |label| label.bytes);
        self.title.get(start..).unwrap_or_default()
    }
}
