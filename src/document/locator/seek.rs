//! The search for the quotes of many locators in the parts of a document, each part read once or twice for all of them.
//! White space counts for nothing, as lines may be broken elsewhere the next time.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::RangeInclusive;

use super::{CONTEXT, Found, Granularity, Locator, Quote, WORDS, gist, squeeze};
use crate::document::{Document, Part, Position};

/// How many parts on either side of each likely place are searched: a few megabytes.
const AROUND: usize = 32;

/// How many characters of a quote are enough to look for it.
const ENOUGH: usize = 12;

/// With fewer characters words are found in many places by chance.
const FEW: usize = 8;

/// So many equal characters around few words are no chance.
const NO_CHANCE: usize = 4;

/// So many more equal characters weigh more than to be nearer.
const STEP: usize = 8;

/// Which words of a quote stand at a place, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum QuoteEvidence {
    /// All of its block.
    Words,
    /// The first of its block.
    Opening,
    /// The last before it.
    Before,
    /// All of its block, and these are few.
    FewWords,
    /// The first after those of its block.
    After,
}

/// A place that may be the one, and how likely it is: less is more.
struct Guess {
    place: Position,
    rank: (QuoteEvidence, Reverse<usize>, u64),
}

/// A locator on its way to its place.
struct Sought<'a> {
    locator: &'a Locator,
    /// Its quote without white space. Words are missing only where no text follows at all.
    quote: Quote,
    /// Whether the place was in a blank line before the words.
    blank: bool,
    /// The likely bytes of the source before it.
    offsets: [u64; 2],
    best: Option<Guess>,
    found: Option<Found>,
}

impl<'a> Sought<'a> {
    fn new(locator: &'a Locator, document: &Document) -> Self {
        let mut quote = locator.quote.squeezed();
        let blank = quote.words.is_empty();
        if blank {
            quote.words = std::mem::take(&mut quote.after);
        }
        let offsets = locator.offsets(document);
        Self { locator, quote, blank, offsets, best: None, found: None }
    }

    /// Returns what is looked for, each with what it would be evidence of.
    fn seeds(&self, granularity: Granularity) -> Vec<(QuoteEvidence, String)> {
        let Quote { before, words, after } = &self.quote;
        let first = |text: &str| gist(text.chars(), ENOUGH);
        let last = before.char_indices().rev().nth(ENOUGH - 1).map_or(0, |(at, _)| at);
        let long = |text: &str, least: usize| text.chars().count() >= least;
        let mut seeds = Vec::new();
        let mut add = |wanted: bool, evidence, seed: String| {
            if wanted && !seed.is_empty() {
                seeds.push((evidence, seed));
            }
        };
        add(true, QuoteEvidence::Words, words.clone());
        if granularity == Granularity::Place {
            add(long(words, 2 * ENOUGH), QuoteEvidence::Opening, first(words));
            let end = before.get(last..).unwrap_or_default();
            add(long(before, ENOUGH), QuoteEvidence::Before, end.to_owned());
            add(long(after, ENOUGH), QuoteEvidence::After, first(after));
        }
        seeds
    }

    /// Returns the parts that are looked at: up to `around` from each where the place is likely to be.
    fn parts(&self, document: &Document, around: usize) -> BTreeSet<usize> {
        let likely = self.offsets.map(|offset| document.part_at(offset));
        let nearest = self.locator.nearest(document).part;
        let [one, other] = likely;
        let within = |part: usize| -> RangeInclusive<usize> {
            part.saturating_sub(around)..=part.saturating_add(around)
        };
        let parts = [self.locator.anchor.part, one, other, nearest].into_iter().flat_map(within);
        parts.filter(|part| *part < document.parts()).collect()
    }

    /// Returns what is known in the end.
    fn settled(&self, document: &Document) -> Found {
        let Some(Guess { place, rank }) = &self.best else {
            return Found::Gone(self.locator.nearest(document));
        };
        match rank.0 {
            QuoteEvidence::Words if Some(*place) == self.locator.place(document) => {
                Found::Exact(*place)
            }
            QuoteEvidence::Words | QuoteEvidence::Opening | QuoteEvidence::FewWords => {
                Found::Moved(*place)
            }
            QuoteEvidence::Before | QuoteEvidence::After => Found::Gone(*place),
        }
    }
}

/// Returns whether the best candidate is so good that no other need be looked for.
fn is_certain(sought: &Sought) -> bool {
    let Quote { before, words, after } = &sought.quote;
    let whole: usize = [before, words, after].map(|text| text.chars().count()).iter().sum();
    sought.best.as_ref().is_some_and(|best| {
        let (evidence, Reverse(steps), _) = best.rank;
        evidence == QuoteEvidence::Words && (steps + 1) * STEP * 4 > whole * 3
    })
}

/// Returns where the places of `locators` are in `document`.
pub(super) fn seek(
    locators: &[&Locator],
    document: &Document,
    granularity: Granularity,
) -> Vec<Found> {
    let sought = locators.iter().map(|locator| Sought::new(locator, document)).collect();
    let mut search = PlaceSearch { document, granularity, sought };
    search.take_unmoved();
    search.look_around(1);
    search.settle(is_certain);
    search.look_around(AROUND);
    search.settle(|_| true);
    let found = |sought: Sought| {
        sought.found.unwrap_or_else(|| Found::Gone(sought.locator.nearest(document)))
    };
    search.sought.into_iter().map(found).collect()
}

/// The search for several places.
struct PlaceSearch<'a> {
    document: &'a Document,
    granularity: Granularity,
    sought: Vec<Sought<'a>>,
}

impl PlaceSearch<'_> {
    /// Takes those places that are where they were, part by part.
    fn take_unmoved(&mut self) {
        let mut order: Vec<&mut Sought> = self.sought.iter_mut().collect();
        order.sort_by_key(|sought| sought.locator.anchor);
        for sought in order {
            sought.found = sought.locator.unmoved(self.document).map(Found::Exact);
        }
    }

    /// Looks for what was not found yet, up to `around` parts from where it is likely to be.
    fn look_around(&mut self, around: usize) {
        let mut parts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let missing = self.sought.iter().enumerate().filter(|(_, sought)| sought.found.is_none());
        for (number, sought) in missing {
            for part in sought.parts(self.document, around) {
                parts.entry(part).or_default().push(number);
            }
        }
        for (part, numbers) in parts {
            self.look(part, &numbers);
        }
    }

    /// Looks for those of these numbers in part `index`.
    fn look(&mut self, index: usize, numbers: &[usize]) {
        let text = Squeezed::of(self.document, index);
        let sought = numbers.iter().filter_map(|number| Some((*number, self.sought.get(*number)?)));
        let seeds = Seeds::new(sought.flat_map(|(number, sought)| {
            let seeds = sought.seeds(self.granularity).into_iter();
            seeds.map(move |(evidence, seed)| Seed { text: seed, number, evidence })
        }));
        for (at, seed) in seeds.matches(&text.text) {
            let candidate = self.candidate(&text, at, seed);
            let (Some(candidate), Some(sought)) = (candidate, self.sought.get_mut(seed.number))
            else {
                continue;
            };
            if sought.best.as_ref().is_none_or(|best| candidate.rank < best.rank) {
                sought.best = Some(candidate);
            }
        }
    }

    /// Returns the place that `seed` tells, which was found at byte `at` of `text`.
    fn candidate(&self, text: &Squeezed, at: usize, seed: &Seed) -> Option<Guess> {
        let sought = self.sought.get(seed.number)?;
        let at = if seed.evidence == QuoteEvidence::Before { at + seed.text.len() } else { at };
        let byte = text.byte(at)?;
        if self.granularity == Granularity::Line && !text.is_line(byte, &sought.quote.words) {
            return None;
        }
        let byte = if sought.blank { text.blank_before(byte).unwrap_or(byte) } else { byte };
        let place = Position::new(text.index, byte);
        let (evidence, score) = weigh(text, at, seed.evidence, &sought.quote);
        let evidence =
            if self.granularity == Granularity::Line { QuoteEvidence::Words } else { evidence };
        let rank = (evidence, Reverse(score / STEP), self.distance(place, sought));
        Some(Guess { place, rank })
    }

    /// Returns how far `place` is from where `sought` was, in bytes of the source.
    fn distance(&self, place: Position, sought: &Sought) -> u64 {
        let locator = sought.locator;
        let same =
            self.document.size() == locator.size && self.document.anchor(place) == locator.anchor;
        let offset = self.document.offset(place);
        let far = sought.offsets.map(|expected| expected.abs_diff(offset));
        if same { 0 } else { far.into_iter().min().unwrap_or_default() }
    }

    /// Settles those not found yet of which `holds` is true.
    fn settle(&mut self, holds: impl Fn(&Sought) -> bool) {
        for sought in self.sought.iter_mut().filter(|sought| sought.found.is_none()) {
            if holds(sought) {
                sought.found = Some(sought.settled(self.document));
            }
        }
    }
}

/// Returns what evidence there is of `quote` at byte `at` of `text`, and how many characters around it are the same.
fn weigh(
    text: &Squeezed,
    at: usize,
    evidence: QuoteEvidence,
    quote: &Quote,
) -> (QuoteEvidence, usize) {
    let Quote { before, words, after } = quote;
    let (left, right) = match evidence {
        QuoteEvidence::After => (format!("{before}{words}"), after.clone()),
        _ => (before.clone(), format!("{words}{after}")),
    };
    let (head, tail) = text.text.split_at_checked(at).unwrap_or_default();
    let score = same(head.chars().rev(), left.chars().rev()) + same(tail.chars(), right.chars());
    let own = words.chars().count();
    let chance = own < FEW && score < own + NO_CHANCE;
    let evidence =
        if evidence == QuoteEvidence::Words && chance { QuoteEvidence::FewWords } else { evidence };
    (evidence, score)
}

/// Returns how many characters both begin with.
fn same(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other).take_while(|(one, other)| one == other).count()
}

/// The text of a part without white space, and of the parts beside it as much as a quote may reach into them.
struct Squeezed {
    index: usize,
    part: std::sync::Arc<Part>,
    text: String,
    /// Where the part begins in `text`.
    start: usize,
    /// The byte of the part for each byte of its text here.
    bytes: Vec<u32>,
}

impl Squeezed {
    fn of(document: &Document, index: usize) -> Self {
        let part = document.part(index);
        let last = index.checked_sub(1).map(|last| document.part(last)).unwrap_or_default();
        let end = gist(last.text().chars().rev(), CONTEXT + WORDS);
        let mut text: String = end.chars().rev().filter(|c| !c.is_whitespace()).collect();
        let start = text.len();
        let mut bytes = Vec::with_capacity(part.text().len());
        for (at, c) in part.text().char_indices().filter(|(_, c)| !c.is_whitespace()) {
            text.push(c);
            bytes.resize(text.len() - start, at as u32);
        }
        let next = document.part(index + 1);
        text.push_str(&squeeze(&gist(next.text().chars(), CONTEXT + WORDS)));
        Self { index, part, text, start, bytes }
    }

    /// Returns the byte of the part that byte `at` of the text is; none where it is of another part.
    fn byte(&self, at: usize) -> Option<usize> {
        self.bytes.get(at.checked_sub(self.start)?).map(|byte| *byte as usize)
    }

    /// Returns whether a line begins at `byte` of the part that is `words`, or begins so where these are as long as
    /// words can be.
    fn is_line(&self, byte: usize, words: &str) -> bool {
        let Some(number) = self.part.block_at(byte) else { return false };
        let line = squeeze(&gist(self.part.block_text(number).chars(), WORDS));
        let begins = self.part.blocks().get(number).is_some_and(|block| !block.continued);
        begins
            && line == words
            && self.part.slice(self.part.start_of(number)..byte).trim().is_empty()
    }

    /// Returns where the blank lines begin that end before the block that begins at `byte`.
    fn blank_before(&self, byte: usize) -> Option<usize> {
        let before = self.part.block_at(byte)?.checked_sub(1)?;
        let blank = self.part.block_text(before).trim().is_empty();
        blank.then(|| self.part.start_of(before))
    }
}

/// Words to look for.
struct Seed {
    text: String,
    /// The number of the locator.
    number: usize,
    evidence: QuoteEvidence,
}

/// All words to look for, by their first two characters.
struct Seeds(HashMap<(char, Option<char>), Vec<Seed>>);

impl Seeds {
    fn new(seeds: impl Iterator<Item = Seed>) -> Self {
        let mut by_first: HashMap<_, Vec<Seed>> = HashMap::new();
        for seed in seeds {
            let mut chars = seed.text.chars();
            if let Some(first) = chars.next() {
                by_first.entry((first, chars.next())).or_default().push(seed);
            }
        }
        Self(by_first)
    }

    /// Returns where each of them begins in `text`.
    fn matches<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, &'a Seed)> {
        let chars = text.char_indices();
        let next = text.chars().skip(1).map(Some).chain([None]);
        chars.zip(next).flat_map(move |((at, first), next)| {
            let rest = text.get(at..).unwrap_or_default();
            let keys = [Some((first, next)).filter(|_| next.is_some()), Some((first, None))];
            let seeds = keys.into_iter().flatten().filter_map(|key| self.0.get(&key)).flatten();
            seeds.filter(|seed| rest.starts_with(&seed.text)).map(move |seed| (at, seed))
        })
    }
}
