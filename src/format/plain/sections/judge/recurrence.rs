//! Lines whose words come again.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::super::candidate::Candidate;
use super::super::label::LabelKind;
use super::super::shape::{End, Glance, Start};
use super::Trial;
use super::plain::is_item;

/// Lines with the same words at least so many lines apart head something.
const FAR: u64 = 4;

/// How the lines with the same words lie.
#[derive(Default)]
pub(super) struct Recurrence {
    pub(super) times: u32,
    /// How many of them come right after a line that could be the heading.
    following: u32,
    /// The least number of lines from one to the next.
    nearest: u64,
    last: u64,
    /// Whether they take turns with others.
    turns: bool,
}

impl Recurrence {
    /// Tells whether the words of `one` head many places.
    pub(super) fn is_refrain(&self, one: &Candidate) -> bool {
        self.times > 3 && self.nearest > FAR && names(one)
    }

    /// Tells whether the words come right after headings more often than not.
    pub(super) fn is_byline(&self) -> bool {
        self.times > 2 && 2 * self.following > self.times && !self.turns
    }

    /// Tells whether the words and others head the same parts of several things by turns.
    pub(super) fn takes_turns(&self) -> bool {
        self.turns
    }
}

/// How the lines with each title lie, and who speaks.
pub(super) struct Recurrences<'a> {
    found: HashMap<&'a str, Recurrence>,
    /// How the names of speakers look, where the document is a play.
    speakers: Option<Speaker>,
}

/// How the names of speakers look that stand alone on their lines.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Speaker {
    end: End,
    shouted: bool,
}

impl Speaker {
    fn of(one: &Candidate) -> Self {
        Self { end: one.glance.end, shouted: one.is_shouted() }
    }
}

/// Names of speakers come again within so many lines, and take no more cells.
const ANSWERED: u64 = 4;
const NAME: u16 = 30;

/// So many names at least speak so many times at least in a play.
const VOICES: usize = 2;
const TIMES: u32 = 4;

/// In a play, one in so many lines at least names a speaker who comes again.
const SPEAKERS: u64 = 12;

impl<'a> Recurrences<'a> {
    /// Returns how the lines with each title of `case` lie.
    pub(super) fn of(case: &Trial<'a>) -> Self {
        let found = recurrences(case);
        let speakers = speakers(case, &found);
        Self { found, speakers }
    }

    /// Returns how the lines with the title of `one` lie.
    pub(super) fn like(&self, one: &Candidate) -> Option<&Recurrence> {
        self.found.get(&*one.title)
    }

    /// Tells whether the document is a play.
    pub(super) fn is_play(&self) -> bool {
        self.speakers.is_some()
    }

    /// Tells whether `one` is the name of a speaker in a play.
    pub(super) fn is_speaker(&self, one: &Candidate) -> bool {
        self.speakers == Some(Speaker::of(one)) && one.glance.cells <= NAME && may_name(one)
    }
}

/// Tells whether `one` may be a name: no sentence in a script that writes names without a stop.
fn may_name(one: &Candidate) -> bool {
    let sentence = one.look.wide > 0 && one.glance.end.closes();
    one.glance.end != End::Colon && !sentence && (one.look.commas == 0 || one.is_shouted())
}

/// Returns how the names of speakers look, if enough lines are some.
fn speakers(case: &Trial, found: &HashMap<&str, Recurrence>) -> Option<Speaker> {
    let mut looks: BTreeMap<Speaker, Voices> = BTreeMap::new();
    for one in case.candidates {
        let often = found
            .get(&*one.title)
            .is_some_and(|entry| entry.times >= TIMES && entry.nearest <= ANSWERED);
        let alone = one.mark.is_none() && may_name(one);
        if often && alone && one.glance.cells <= NAME {
            let voices = looks.entry(Speaker::of(one)).or_default();
            voices.times += 1;
            voices.heard += u64::from(one.following().next().is_some_and(|next| says(next.glance)));
            voices.names.insert(&one.title);
        }
    }
    let (look, voices) = looks.into_iter().max_by_key(|(_, voices)| voices.times)?;
    let Voices { times, heard, names } = voices;
    let play =
        names.len() >= VOICES && times * SPEAKERS >= case.tally.lines && heard * 4 >= times * 3;
    play.then_some(look)
}

/// How often names that look the same stand in a document.
#[derive(Default)]
struct Voices<'a> {
    names: HashSet<&'a str>,
    times: u64,
    /// How often a sentence follows.
    heard: u64,
}

/// Tells whether `line` may be what someone says.
fn says(line: Glance) -> bool {
    line.end.closes() || line.is_long() || matches!(line.end, End::Comma | End::Dash)
}

/// So many things at least have the same parts.
const ROUNDS: u32 = 3;

/// Marks the titles of `found` that take turns: each stands above its lines, or its list, they come in the same order round
/// after round, and a title that parts the rounds is before each.
fn take_turns<'a>(candidates: &'a [Candidate], found: &mut HashMap<&'a str, Recurrence>) {
    let mut rows: BTreeMap<u32, Vec<&'a Candidate>> = BTreeMap::new();
    for one in candidates {
        let listed = one.following().next().is_some_and(|next| is_item(next.glance));
        let parted = one.gap() > 0 && (one.gap_below() == 0 || listed);
        let heads = (parted || is_signed(one)) && one.glance.cells <= NAME;
        let entry = found.get(&*one.title).filter(|entry| heads && entry.nearest > FAR);
        if let Some(times) = entry.map(|entry| entry.times).filter(|times| *times >= ROUNDS) {
            rows.entry(times).or_default().push(one);
        }
    }
    for (times, row) in rows {
        let rounds: Vec<&[&'a Candidate]> =
            row.chunks((row.len() / times as usize).max(1)).collect();
        let titles =
            |round: &[&'a Candidate]| round.iter().map(|one| &*one.title).collect::<Vec<_>>();
        let first = rounds.first().map(|round| titles(round)).unwrap_or_default();
        let alike = rounds.iter().all(|round| titles(round) == first);
        let parted = || rounds.windows(2).all(|pair| are_parted(pair, candidates));
        if first.len() > 1 && alike && parted() {
            for title in first {
                found.entry(title).or_default().turns = true;
            }
        }
    }
}

/// Tells whether a title stands between two rounds, with blank lines around or a sign before it.
fn are_parted(pair: &[&[&Candidate]], candidates: &[Candidate]) -> bool {
    let [before, after] = pair else { return false };
    let (Some(end), Some(start)) = (before.last(), after.first()) else { return false };
    let from = candidates.partition_point(|one| one.place.ordinal <= end.place.ordinal);
    let between = candidates.iter().skip(from);
    let mut between = between.take_while(|one| one.place.ordinal < start.place.ordinal);
    between.any(|one| is_signed(one) || one.is_parted() && one.glance.end == End::Open)
}

/// Tells whether `one` begins with a sign that titles begin with.
fn is_signed(one: &Candidate) -> bool {
    one.label.is_some_and(|label| matches!(label.kind, LabelKind::Signed(_)))
}

/// Returns how the lines with each title lie.
fn recurrences<'a>(case: &Trial<'a>) -> HashMap<&'a str, Recurrence> {
    let mut found: HashMap<&str, Recurrence> = HashMap::new();
    for one in case.candidates {
        let entry = found.entry(&*one.title).or_default();
        let since = one.place.ordinal - entry.last;
        entry.nearest = if entry.times < 2 { since } else { entry.nearest.min(since) };
        entry.times += 1;
        entry.last = one.place.ordinal;
    }
    for pair in case.candidates.windows(2) {
        let [before, one] = pair else { continue };
        let heads = before.is_right_before(one)
            && (before.before.stubs == 0 || before.is_parted())
            && matches!(before.glance.end, End::Open | End::Question | End::Bracket)
            && found.get(&*before.title).is_some_and(|entry| entry.times < 3);
        if heads && let Some(entry) = found.get_mut(&*one.title) {
            entry.following += 1;
        }
    }
    take_turns(case.candidates, &mut found);
    found
}

/// Tells whether a line is made of few words and nothing else, or of a colon and the list that it announces.
fn names(one: &Candidate) -> bool {
    let answered = one.following().next().is_none_or(|next| next.glance.end.closes());
    one.glance.cells <= 24
        && one.glance.start == Start::Other
        && (one.glance.end == End::Open || (one.glance.end == End::Colon && !answered))
        && !one.look.pair
        && one.look.digits == 0
        && one.look.code == 0
        && !one.following().next().is_some_and(|next| is_code(next.glance))
}

/// Tells whether `line` is a command or code, which words that come again and again lead in.
fn is_code(line: Glance) -> bool {
    line.start == Start::Sign || line.end == End::Code
}
