//! The matches of a document, kept small: eight bytes each up to a bound, and beyond it only how many each part has;
//! counted so that the number of a match and the match of a number are found without a look at each part. Parts without
//! a match take nothing where none is near: a document may have millions.

use std::ops::Range;
use std::sync::Arc;

use crate::budget::PLACES;

/// How many parts are counted together.
const BLOCK: usize = 1024;

/// The matches that begin in one part, in their order. The last may end in the part after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// The length of the part's text in bytes.
    length: u32,
    /// Where in the text the search began: behind a match that began in the part before.
    from: u32,
    ranges: Box<[[u32; 2]]>,
}

impl Hits {
    /// Returns the matches `ranges` of a part whose text has `length` bytes and was searched from byte `from`
    /// on. Those past 4 GiB are left out.
    pub fn new(length: usize, from: usize, ranges: impl IntoIterator<Item = Range<usize>>) -> Self {
        let small = |byte: usize| u32::try_from(byte).ok();
        let pair = |range: Range<usize>| Some([small(range.start)?, small(range.end)?]);
        Self {
            length: small(length).unwrap_or(u32::MAX),
            from: small(from).unwrap_or(u32::MAX),
            ranges: ranges.into_iter().filter_map(pair).collect(),
        }
    }

    /// Returns how many matches there are.
    pub fn len(&self) -> usize {
        self.ranges.len()
    }

    /// Returns whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Returns the matches as bytes of the part's text.
    pub fn ranges(&self) -> impl Iterator<Item = Range<usize>> {
        self.ranges.iter().map(|&pair| range(pair))
    }

    /// Returns the match of this number, from 0.
    pub fn get(&self, number: usize) -> Option<Range<usize>> {
        self.ranges.get(number).map(|&pair| range(pair))
    }

    /// Returns how many matches begin before `byte`.
    pub fn before(&self, byte: usize) -> usize {
        self.ranges.partition_point(|&[start, _]| (start as usize) < byte)
    }

    /// Returns the matches that touch `bytes`.
    pub fn touching(&self, bytes: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let first = self.ranges.partition_point(|&[_, end]| end as usize <= bytes.start);
        let last = self.before(bytes.end);
        self.ranges.get(first..last).unwrap_or_default().iter().map(|&pair| range(pair))
    }

    /// Returns how many bytes of the part after this one belong to the last match.
    pub fn overhang(&self) -> usize {
        self.ranges.last().map_or(0, |&[_, end]| end.saturating_sub(self.length) as usize)
    }
}

fn range([start, end]: [u32; 2]) -> Range<usize> {
    start as usize..end as usize
}

/// What is known of the matches of a part that has some.
#[derive(Clone, Debug, Default)]
pub struct PartMatches {
    /// How many there are.
    pub count: u32,
    /// The length of the part's text in bytes.
    pub length: u32,
    /// Where in the text the search began.
    pub from: u32,
    /// How many bytes of the part after it belong to the last match.
    pub overhang: u32,
    /// The matches, if their places are kept.
    pub hits: Option<Arc<Hits>>,
}

/// The matches of all parts.
#[derive(Clone, Debug)]
pub struct MatchIndex {
    blocks: Vec<PartsMatches>,
    total: usize,
    /// How many more matches may be kept with their places.
    pub room: usize,
}

/// The matches of [`BLOCK`] parts.
#[derive(Clone, Debug, Default)]
struct PartsMatches {
    /// How many there are.
    total: usize,
    /// Those of each part; empty as long as none of them had one.
    parts: Vec<PartMatches>,
}

impl MatchIndex {
    /// Returns nothing found, in so many parts.
    pub fn new(parts: usize) -> Self {
        let blocks = vec![PartsMatches::default(); parts.div_ceil(BLOCK)];
        Self { blocks, total: 0, room: PLACES }
    }

    /// Makes room for `parts` parts in all.
    pub fn grow(&mut self, parts: usize) {
        let blocks = parts.div_ceil(BLOCK).max(self.blocks.len());
        self.blocks.resize_with(blocks, PartsMatches::default);
    }

    /// Keeps `hits` as those of `part`.
    pub fn put(&mut self, part: usize, hits: Hits) {
        let Some(block) = self.blocks.get_mut(part / BLOCK) else { return };
        if block.parts.is_empty() && hits.is_empty() {
            return;
        }
        block.parts.resize_with(BLOCK, PartMatches::default);
        let Some(place) = block.parts.get_mut(part % BLOCK) else { return };
        let (new, old) = (hits.len(), place.count as usize);
        self.room += place.hits.as_ref().map_or(0, |hits| hits.len());
        let keeps = new <= self.room;
        self.room -= if keeps { new } else { 0 };
        *place = PartMatches {
            count: new as u32,
            length: hits.length,
            from: hits.from,
            overhang: hits.overhang() as u32,
            hits: keeps.then(|| Arc::new(hits)),
        };
        block.total = block.total + new - old;
        self.total = self.total + new - old;
    }

    /// Returns how many matches there are.
    pub fn total(&self) -> usize {
        self.total
    }

    /// Returns what is known of the matches of `part`; none: it has none as far as is known.
    pub fn part(&self, part: usize) -> Option<&PartMatches> {
        let kept = self.blocks.get(part / BLOCK)?.parts.get(part % BLOCK)?;
        (kept.count > 0).then_some(kept)
    }

    /// Returns how many matches begin in the parts before `part`.
    pub fn before(&self, part: usize) -> usize {
        let block = part / BLOCK;
        let blocks: usize = self.blocks.iter().take(block).map(|block| block.total).sum();
        blocks + self.counts(block).take(part % BLOCK).sum::<usize>()
    }

    /// Returns the part in which the match of this number, from 0, begins, and its number there.
    pub fn locate(&self, number: usize) -> Option<(usize, usize)> {
        let (block, rest) = find(self.blocks.iter().map(|block| block.total), number)?;
        let (part, rest) = find(self.counts(block), rest)?;
        Some((block * BLOCK + part, rest))
    }

    /// Returns how many matches each part of `block` has.
    fn counts(&self, block: usize) -> impl Iterator<Item = usize> {
        let parts = self.blocks.get(block).map(|block| block.parts.as_slice()).unwrap_or_default();
        parts.iter().map(|kept| kept.count as usize)
    }
}

/// Returns the place in `counts` of what has this number, and its number there.
fn find(counts: impl Iterator<Item = usize>, number: usize) -> Option<(usize, usize)> {
    let mut rest = number;
    for (place, count) in counts.enumerate() {
        if rest < count {
            return Some((place, rest));
        }
        rest -= count;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_parts_answer_each_other() {
        for parts in (0..20).chain([BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 7]) {
            let mut found = MatchIndex::new(parts);
            let mut places = Vec::new();
            for part in 0..parts {
                let count = part * 7 % 5;
                found.put(part, Hits::new(100, 0, (0..count).map(|at| at * 3..at * 3 + 2)));
                places.extend((0..count).map(|within| (part, within)));
            }
            assert_eq!(found.total(), places.len());
            for (number, (part, within)) in places.iter().enumerate() {
                assert_eq!(found.locate(number), Some((*part, *within)));
                assert_eq!(found.before(*part) + within, number);
            }
            assert_eq!(found.locate(places.len()), None);
            assert_eq!(found.before(parts), places.len());
        }
    }

    #[test]
    fn a_part_looked_at_again_counts_once() {
        let mut found = MatchIndex::new(3);
        found.put(1, Hits::new(9, 0, [1..2, 3..4]));
        found.put(1, Hits::new(9, 0, [1..2]));
        found.grow(5);
        found.put(4, Hits::new(9, 0, [5..6]));
        assert_eq!((found.total(), found.locate(1)), (2, Some((4, 0))));
        assert_eq!(PLACES - found.room, 2);
    }

    #[test]
    fn parts_without_a_match_take_nothing() {
        let mut found = MatchIndex::new(1 << 24);
        for part in 0..1 << 24 {
            found.put(part, Hits::default());
        }
        let parts =
            |found: &MatchIndex| found.blocks.iter().map(|one| one.parts.len()).sum::<usize>();
        assert_eq!(parts(&found), 0);
        found.put(5 * BLOCK + 7, Hits::new(9, 0, [1..2]));
        assert_eq!((parts(&found), found.locate(0)), (BLOCK, Some((5 * BLOCK + 7, 0))));
        assert!(size_of_val(&*found.blocks) <= 1 << 20);
    }

    #[test]
    fn places_take_eight_bytes_each_up_to_the_bound() {
        let hits = Hits::new(10, 0, [2..4, 8..12]);
        assert_eq!((hits.overhang(), hits.touching(&(3..9)).count()), (2, 2));
        assert_eq!(size_of_val(&*hits.ranges), 16);
        let mut found = MatchIndex { room: 3, ..MatchIndex::new(2) };
        found.put(0, hits.clone());
        found.put(1, hits);
        let kept: Vec<bool> =
            [0, 1].map(|part| found.part(part).is_some_and(|kept| kept.hits.is_some())).to_vec();
        assert_eq!((kept, found.total()), (vec![true, false], 4));
    }
}
