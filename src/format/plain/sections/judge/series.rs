//! Numbered headings: those of one kind that count up.

use std::collections::HashMap;

use super::super::candidate::Candidate;
use super::super::label::{Gap, Kind, Label, RANK_VOLUME};
use super::super::shape::{End, LONG};
use super::{Case, Finding, Reason};

/// Weighs the labelled candidates and those with customary titles.
pub(super) fn weigh(case: &mut Case) {
    let mut kinds: HashMap<Kind, Vec<usize>> = HashMap::new();
    for (at, one) in case.candidates.iter().enumerate() {
        if let Some(label) = one.label {
            kinds.entry(label.kind).or_default().push(at);
        }
    }
    for members in kinds.iter().filter(|(kind, _)| kind.is_strong()).map(|(_, members)| members) {
        weigh_strong(case, members);
    }
    // Where chapters part the document, one list in one of them is a list.
    let needed = if strong(case) >= NUMBERED { 2 } else { 1 };
    for (&kind, members) in kinds.iter().filter(|(kind, _)| !kind.is_strong()) {
        weigh_weak(case, kind, members, needed);
    }
    weigh_customary(case);
}

/// Weighs candidates of a kind that makes headings by itself.
fn weigh_strong(case: &mut Case, members: &[usize]) {
    let all = members.iter().filter_map(|&at| case.candidates.get(at));
    let labels: Vec<Label> = all.clone().filter_map(|one| one.label).collect();
    let joined = labels.iter().filter(|label| label.gap == Gap::Joined).count();
    let joins = joined * 2 > labels.len();
    let alone =
        labels.len() == 1 && case.past.strong == 0 || (labels.len() > 2 && is_one_number(&labels));
    let wrapped = wraps(case);
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
        let particle = label.gap == Gap::Joined && one.title_text().starts_with(PARTICLES);
        finding.add_if(particle || (label.gap == Gap::Joined && !joins), Reason::Joined);
        add_sentence(finding, one, label);
        finding.add_if(wrapped && one.gap == 0 && one.gap_below() == 0, Reason::Wrapped);
    }
}

/// Tells whether all labels give the same number, so that nothing is counted.
fn is_one_number(labels: &[Label]) -> bool {
    labels.first().is_some_and(|first| labels.iter().all(|label| label.value == first.value))
}

/// Particles that go on with a sentence after 第三章.
const PARTICLES: [char; 16] = [
    '的', '里', '裡', '裏', '中', '在', '是', '和', '与', '與', '说', '說', '两', '兩', '这', '這',
];

/// Tells whether lines are broken at a measure and go on in the next.
pub(super) fn wraps(case: &Case) -> bool {
    case.tally.between(44, 84) > 0.5 && case.tally.narrower(84) > 0.97 && case.tally.closed() < 0.4
}

/// Adds that a sentence goes on in the title, where one does.
fn add_sentence(finding: &mut Finding, one: &Candidate, label: &Label) {
    let title = one.title_text();
    let ends = matches!(one.glance.end, End::Comma | End::Stop) && label.gap == Gap::Joined
        || title.ends_with(['。', '，', '；', ';', ','])
        || (one.look.wide > 0 && one.glance.end == End::Stop && title.ends_with('.'));
    let commas = label.gap == Gap::Joined && one.look.commas > 0 && title.chars().count() > 16;
    finding.add_if(ends || commas || title.contains(['。', '；']), Reason::Sentence);
    finding.add_if(one.glance.cells > 90, Reason::TooWide);
}

/// Numbers of one kind from 1 on, each one more than the one before.
#[derive(Default)]
struct Chain {
    members: Vec<usize>,
    next: u32,
    /// Where its last member is among the lines with text.
    ordinal: u64,
    /// Whether it began before these candidates.
    begun: bool,
}

/// Weighs candidates of a kind that lists are counted with as well: chain by chain, if
/// so many are `needed`.
fn weigh_weak(case: &mut Case, kind: Kind, members: &[usize], needed: usize) {
    let skip = if matches!(kind, Kind::Ordinal(_)) { 4 } else { 1 };
    let gone = case.past.next.get(&kind);
    let mut chains: Vec<Chain> =
        gone.map(|&next| Chain { next, begun: true, ..Chain::default() }).into_iter().collect();
    for &at in members {
        if let Some(one) = case.candidates.get(at) {
            extend(&mut chains, at, one, skip);
        }
    }
    let chains: Vec<_> = chains.into_iter().filter(|chain| is_series(case, kind, chain)).collect();
    let (single, chains): (Vec<_>, Vec<_>) =
        chains.into_iter().partition(|chain| chain.members.len() == 1 && !chain.begun);
    if !chains.is_empty() && chains.len() >= needed {
        chains.iter().chain(&single).for_each(|chain| weigh_chain(case, &chain.members));
    }
}

/// Adds candidate `at` to the chain that it goes on with, at most `skip` numbers later: the last one if that
/// is near, else the first that waits for just this number; or begins a chain with it.
fn extend(chains: &mut Vec<Chain>, at: usize, one: &Candidate, skip: u32) {
    let Some(value) = one.label.map(|label| label.value) else { return };
    let near =
        chains.last_mut().filter(|last| one.ordinal - last.ordinal <= NEAR && last.next == value);
    let waiting = match near {
        Some(last) => Some(last),
        None => match chains.iter().position(|chain| chain.next == value) {
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
            chain.ordinal = one.ordinal;
        }
        None if value <= 1 => {
            let (next, ordinal) = (value + 1, one.ordinal);
            chains.push(Chain { members: vec![at], next, ordinal, begun: false });
        }
        None => {}
    }
}

/// Items of one list are no more lines with text apart.
const NEAR: u64 = 3;

/// So many headings with strong labels make a document numbered.
pub(super) const NUMBERED: usize = 4;

/// Returns how many headings have labels that make headings by themselves, but volumes, which chapters
/// without number may part.
pub(super) fn strong(case: &Case) -> usize {
    let strong = |one: &Candidate| {
        one.label.is_some_and(|label| label.kind.is_strong() && label.kind.rank() > RANK_VOLUME)
    };
    case.past.strong
        + case.pairs().filter(|(one, finding)| finding.is_heading() && strong(one)).count()
}

/// Tells whether a chain is one of headings: they have text between them, and are short and no sentences.
fn is_series(case: &Case, kind: Kind, chain: &Chain) -> bool {
    let least = if chain.begun { 1 } else { least(kind) };
    let chain: Vec<&Candidate> =
        chain.members.iter().filter_map(|&at| case.candidates.get(at)).collect();
    if chain.len() < least {
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
    let sentences = share(&|one| {
        matches!(one.glance.end, End::Stop | End::Comma | End::Quote | End::Code)
            && !one.label.is_some_and(|label| label.gap == Gap::Untitled)
            && one.look.upper < one.look.letters
            || one.look.stops > 0
    });
    let widest = if matches!(kind, Kind::Decimal(_)) { WIDEST_DECIMAL } else { LONG };
    let wide = share(&|one| one.glance.cells > widest);
    let adjacent = share(&|one| {
        one.following().next().is_none_or(|next| next.glance.is_stub() && next.glance.cells < 12)
    });
    let technical = share(&|one| one.look.code > 1 || one.look.address || one.look.cells);
    (body >= body_for(kind) || chain.len() == 1)
        && sentences <= 0.34
        && wide <= 0.34
        && technical <= 0.34
        && (adjacent <= 0.5 || body >= 400)
}

/// Headings with numbers like 3.1 are seldom wider, in cells: no list is counted so.
const WIDEST_DECIMAL: u16 = 100;

/// Takes the members of one chain for headings.
fn weigh_chain(case: &mut Case, members: &[usize]) {
    let wrapped = wraps(case);
    for &at in members {
        let Some((one, finding)) = case.candidates.get(at).zip(case.findings.get_mut(at)) else {
            continue;
        };
        finding.weighed = true;
        finding.add(Reason::InSeries);
        finding.add_if(one.look.stops > 0, Reason::Sentence);
        finding.add_if(wrapped && one.gap == 0, Reason::Wrapped);
    }
}

/// Returns how many members make a chain.
fn least(kind: Kind) -> usize {
    match kind {
        Kind::Decimal(_) => 1,
        Kind::Bare(_) | Kind::Dotted(..) | Kind::Bracketed(_) | Kind::Ordinal(_) => 2,
        _ => 3,
    }
}

/// Returns how many bytes of text lie at least between headings of `kind`, in the middle.
fn body_for(kind: Kind) -> u64 {
    match kind {
        Kind::Bare(_) => 200,
        Kind::Decimal(_) => 30,
        _ => 90,
    }
}

/// Takes customary titles that stand as titles do.
fn weigh_customary(case: &mut Case) {
    let wrapped = wraps(case);
    for (one, finding) in case.pairs_mut() {
        if !one.customary || finding.weighed {
            continue;
        }
        finding.weighed = true;
        finding.add(Reason::Customary);
        let closed =
            one.previous().is_none_or(|line| line.glance.end.closes() || line.glance.is_long());
        finding.add_if(!closed && one.gap == 0, Reason::AfterStub);
        finding.add_if(one.stubs > 2 && one.gap == 0, Reason::AfterStubs);
        finding.add_if(one.following().next().is_none(), Reason::Last);
        finding.add_if(wrapped && (one.gap == 0 || one.gap_below() == 0), Reason::Wrapped);
    }
}

impl Candidate {
    /// Returns the title after the label.
    pub(super) fn title_text(&self) -> &str {
        let start = self.label.map_or(0, |label| label.bytes);
        self.title.get(start..).unwrap_or_default()
    }
}
