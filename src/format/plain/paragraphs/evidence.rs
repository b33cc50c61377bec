//! What the lines of a part show together: the measures at which they crowd, and how much speaks for it that those of a
//! strand were wrapped by hand at one of them. Each strand is asked anew; those around it are heard.

use std::collections::BTreeSet;
use std::ops::{Range, RangeInclusive};

use super::pair::{Edge, Fill, Pair};
use super::reason::{JoinReason, sum};
use super::shape::{Shape, Tail};

/// The narrowest and the widest measure to which people wrap text by hand, in cells.
const MEASURES: RangeInclusive<usize> = 24..=240;

/// How many measures a part may have.
const MOST: usize = 6;

/// How many line ends more a measure explains than it does not, in tenths, before lines crowd at it.
const CROWD: i32 = 15;

/// What is against each pair of lines that look like verse by their marks, in tenths of odds.
const RHYTHM: i32 = 15;

/// How many strands before and after one tell of its surroundings.
const AROUND: usize = 24;

/// What is against it before anything is known: in doubt, lines stay as they are written. In tenths of odds, as all that
/// follows.
const DOUBT: i32 = 10;

/// What is against a measure that nothing but the lines in question tells.
const ALONE: i32 = 12;

/// The same where the lines around them tell of another one, or of none.
const AT_ODDS: i32 = 40;

/// From which odds on the lines around tell of a measure or of none.
const CLEAR: i32 = 20;

/// How much the lines around may say for or against it.
const SURROUNDINGS: i32 = 40;

/// What is against a strand before it speaks for others, and how much of its odds, in tenths, it may say to each.
const MODESTY: i32 = 7;
const SHARE: i32 = 3;

/// What the measure at which the head of the document was wrapped has for it.
const HINT: i32 = 10;

/// Pairs of one stretch whose second lines begin at one cell: they are weighed together.
#[derive(Debug)]
pub(super) struct Strand<'a> {
    pub(super) pairs: Vec<Pair<'a>>,
    /// The cell past the last of its widest line.
    widest: usize,
    /// The cell at which its second lines begin.
    indent: usize,
    /// For each measure of the part, how much its own lines say for it; nothing where they are wider.
    own: Vec<Option<i32>>,
}

/// What is decided of a strand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StrandVerdict {
    /// The measure that explains most.
    pub(super) measure: usize,
    /// How much speaks for it that it was wrapped at it, in tenths of odds: positive if more does than against it.
    pub(super) odds: i32,
}

/// Returns what is decided of each of `strands`; `hint` is the measure at which the head of the document was wrapped.
pub(super) fn verdicts(strands: &mut [Strand], hint: Option<usize>) -> Vec<StrandVerdict> {
    let mut measures = measures(strands);
    measures.extend(hint.filter(|hint| !measures.contains(hint)));
    for strand in strands.iter_mut() {
        let weigh = |measure: &usize| strand.fits(*measure).then(|| strand.weigh(*measure));
        strand.own = measures.iter().map(weigh).collect();
    }
    let around: Vec<Vec<i32>> = (0..)
        .zip(&measures)
        .map(|(at, measure)| {
            let hinted = if Some(*measure) == hint { HINT } else { 0 };
            surroundings(strands.iter().map(|strand| strand.tells(at, *measure)), hinted)
        })
        .collect();
    let heard = |at: usize| around.iter().map(move |odds| odds.get(at).copied().unwrap_or(0));
    let verdict = |(at, strand): (usize, &Strand)| strand.verdict(&measures, heard(at));
    strands.iter().enumerate().map(verdict).collect()
}

/// Returns the measures at which lines of `strands` crowd, those of most first.
fn measures(strands: &[Strand]) -> Vec<usize> {
    let mut left: Vec<&Strand> = strands.iter().collect();
    let mut measures = Vec::new();
    while measures.len() < MOST {
        let Some((measure, _)) = crowded(&left).filter(|(_, gain)| *gain > CROWD) else { break };
        measures.push(measure);
        let other = |strand: &Strand| strand.pairs.len() > 3 && strand.weigh(measure) < 0;
        left.retain(|strand| !strand.fits(measure) || other(strand));
    }
    measures
}

/// Returns the measure that explains most line ends of `strands`, and how many more than it does not, in tenths; of
/// measures that explain as many the narrowest.
fn crowded(strands: &[&Strand]) -> Option<(usize, i32)> {
    // The differences from each measure to the one after it.
    let mut steps = vec![0; MEASURES.end() + 1];
    for pair in strands.iter().flat_map(|strand| &strand.pairs) {
        for (measure, step) in gains(pair) {
            if let Some(sum) = steps.get_mut(measure) {
                *sum += step;
            }
        }
    }
    let mut sum = 0;
    let gains = steps.iter().enumerate().map(|(measure, step)| {
        sum += step;
        (measure, sum)
    });
    let possible = gains.filter(|(measure, _)| MEASURES.contains(measure));
    possible.reduce(|best, next| if next.1 > best.1 { next } else { best })
}

/// Returns from which measure on `pair` says how much more for it.
fn gains(pair: &Pair) -> [(usize, i32); 5] {
    const OVER: i32 = -8;
    const FULL: i32 = 10;
    const PHRASE: i32 = 5;
    const NEARLY: i32 = -2;
    let short = match (pair.edge, pair.line.tail) {
        (Edge::Loose, _) => 0,
        (_, Tail::Stop) => -3,
        _ if pair.line.phrases.1.is_some() => -5,
        _ => -10,
    };
    let over = if pair.is_uncut() || pair.long_word().is_some() { 0 } else { OVER };
    let [full, phrase, nearly, end] = pair.bounds();
    [
        (0, over),
        (full, FULL - over),
        (phrase, PHRASE - FULL),
        (nearly, NEARLY - PHRASE),
        (end, short - NEARLY),
    ]
}

/// Returns for each strand what those around it say, `told` being what each says, and what the head of the document
/// says besides.
fn surroundings(told: impl Iterator<Item = i32>, head: i32) -> Vec<i32> {
    let told: Vec<i32> = told.collect();
    let mut sums = vec![0];
    for odds in &told {
        sums.push(sums.last().unwrap_or(&0) + odds);
    }
    let before = |at: usize| sums.get(at).copied().unwrap_or_default();
    let sum = |range: Range<usize>| before(range.end) - before(range.start);
    let around = |(at, own): (usize, &i32)| {
        let end = (at + AROUND + 1).min(told.len());
        head + sum(at.saturating_sub(AROUND)..end) - own
    };
    told.iter().enumerate().map(around).collect()
}

impl<'a> Strand<'a> {
    /// Returns the strand of `pairs`, which lie in their order.
    pub(super) fn new(pairs: Vec<Pair<'a>>) -> Self {
        let ends = |pair: &Pair| pair.line.end.max(pair.next.end);
        let widest = pairs.iter().map(ends).max().unwrap_or_default();
        let indent = pairs.first().map_or(0, |pair| pair.next.indent);
        Self { pairs, widest, indent, own: Vec::new() }
    }

    /// Returns how much its lines say for it that they were wrapped at `measure`.
    fn weigh(&self, measure: usize) -> i32 {
        let told = self.pairs.iter().filter(|pair| !pair.is_tag(measure));
        let rhythm = if self.is_rhythmic() { RHYTHM } else { 0 };
        told.map(|pair| sum(JoinReason::of(pair, measure)) - rhythm).sum()
    }

    /// Returns whether marks stand at the same places in its lines, as in verse: two places in four lines or more, or one;
    /// or whether its lines have as many pauses.
    fn is_rhythmic(&self) -> bool {
        let beats = self.distinct(|line: &Shape| line.beat);
        let lines = self.pairs.len() + 1;
        match beats {
            Some(1) => lines > 2,
            Some(2) => lines > 3,
            _ => lines > 3 && self.distinct(|line: &Shape| line.pauses()) == Some(1),
        }
    }

    /// Returns how many answers its lines give; none where one has none.
    fn distinct(&self, of: impl Fn(&Shape) -> Option<usize>) -> Option<usize> {
        let last = self.pairs.last().map(|pair| of(pair.next));
        let all: Option<BTreeSet<usize>> =
            self.pairs.iter().map(|pair| of(pair.line)).chain(last).collect();
        all.map(|all| all.len())
    }

    /// Returns whether its lines were wrapped at blanks to `measure`, in a script that parts no words by them: at many line
    /// ends the next word would have fitted.
    pub(super) fn ends_at_blanks(&self, measure: usize) -> bool {
        let explained = |pair: &&Pair| matches!(pair.fill(measure), Fill::Full | Fill::Phrase);
        let unspaced = self.pairs.iter().filter(|pair| pair.is_unspaced()).filter(explained);
        let (mut all, mut early) = (0, 0);
        for pair in unspaced {
            all += 1;
            early += usize::from(pair.is_early(measure));
        }
        early * 6 > all
    }

    /// Returns whether its lines keep within `measure`, one in twenty apart.
    fn fits(&self, measure: usize) -> bool {
        let over = self.pairs.iter().filter(|pair| pair.fill(measure) == Fill::Over).count();
        over * 20 <= self.pairs.len()
    }

    /// Returns what it says of `measure`, number `at` of the part, to the strands around it: nothing where another one
    /// is its own, and nothing against it where its lines are much shorter.
    fn tells(&self, at: usize, measure: usize) -> i32 {
        let Some(own) = self.own.get(at).copied().flatten() else { return 0 };
        let elsewhere = self.own.iter().flatten().any(|odds| *odds > 0);
        let short = self.widest * 5 < measure * 3;
        if own < 0 && (elsewhere || short) {
            return 0;
        }
        (own - MODESTY).clamp(-DOUBT * 3, DOUBT * 6) * SHARE / 10
    }

    /// Returns what is decided of it by its own lines and by what is `heard` from around of each of `measures`.
    fn verdict(
        &self,
        measures: &[usize],
        heard: impl Iterator<Item = i32> + Clone,
    ) -> StrandVerdict {
        let wrapped = measures.iter().zip(&self.own).zip(heard.clone());
        let wrapped = wrapped.filter_map(|((measure, own), heard)| {
            let own = (*own)?;
            // What its own lines speak against, those around it can't make up for.
            let most = if own < -CLEAR / 4 { CLEAR } else { SURROUNDINGS };
            let odds = own + heard.clamp(-SURROUNDINGS, most);
            Some(StrandVerdict { measure: *measure, odds })
        });
        let at_odds = { heard }.any(|odds| odds.abs() >= CLEAR);
        let doubt = if at_odds { AT_ODDS } else { ALONE };
        let measure = self.widest;
        let odds = if MEASURES.contains(&measure) { self.weigh(measure) } else { -doubt };
        let alone = StrandVerdict { measure, odds: odds - doubt };
        let doubted = |it: StrandVerdict| StrandVerdict {
            odds: it.odds - self.narrow(it.measure) - DOUBT,
            ..it
        };
        wrapped.chain([alone]).map(doubted).max_by_key(|it| it.odds).unwrap_or(alone)
    }

    /// Returns what is against `measure` because few words would stand on a line of it.
    fn narrow(&self, measure: usize) -> i32 {
        match measure.saturating_sub(self.indent) {
            0..24 => 40,
            24..40 => 15,
            _ => 0,
        }
    }
}
