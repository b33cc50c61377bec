//! Letters that are typed for Han characters: whole syllables, or first letters where they are no syllables.

use std::collections::BTreeMap;
use std::ops::Bound;

use regex_syntax::hir::{Hir, Look};

use super::letter::CasedFolding;
use super::unit::{PhraseUnits, Unit};
use super::{CharKind, gap, romaji};
use crate::text::fold;

/// How many ways to cut the same letters are followed.
const WAYS: usize = 32;

/// The longest syllable, in letters.
const LONGEST: usize = 6;

/// The most letters that are looked at as pinyin.
const LETTERS: usize = 64;

/// The most letters that may be a word in Latin letters beside characters.
const MIXED: usize = 12;

/// What stands for a character by the beginning of its syllable.
const INITIALS: [&str; 3] = ["zh", "ch", "sh"];

/// Returns what stands for `words` from unit `at` on, if they are pinyin and that is asked for, and how many units those
/// are: the words themselves, or the characters that are read so.
pub(super) fn piece(words: &PhraseUnits, at: usize) -> Option<(Hir, usize)> {
    if !words.folding.switches.pinyin {
        return None;
    }
    let keys = words.from(at).iter().map_while(typed);
    let typed: String = keys.take(LETTERS + 1).collect();
    let typed = typed.trim_end_matches(SEPARATOR);
    if typed.is_empty() || typed.starts_with(SEPARATOR) || typed.len() > LETTERS {
        return None;
    }
    let table = SyllableTable(fold::syllables().collect());
    let parts = typed.split(SEPARATOR).filter(|part| !part.is_empty());
    let read: Option<Vec<_>> = parts.map(|part| table.readings(part, words.folding)).collect();
    let itself = words.spelled(at, at + typed.len());
    let mut ways = vec![itself];
    ways.extend(read.map(in_a_row));
    ways.extend(mixed(words, at, typed, &table));
    ways.extend(romaji::kana(typed, words.folding));
    (ways.len() > 1).then(|| (Hir::alternation(ways), typed.len()))
}

/// Returns the ways in which `typed`, the units from `at` on, is a word in Latin letters and characters that are read
/// as the rest, or these and then a word: `abcgs` is ABC公司, `kge` K歌.
fn mixed(words: &PhraseUnits, at: usize, typed: &str, table: &SyllableTable) -> Vec<Hir> {
    if typed.len() > MIXED || typed.contains(SEPARATOR) {
        return Vec::new();
    }
    let cuts = (1..typed.len()).filter_map(|cut| Some((cut, typed.split_at_checked(cut)?)));
    let ways = cuts.flat_map(|(cut, (head, tail))| {
        let [start, middle, end] = [at, at + cut, at + typed.len()];
        let read = |letters| table.readings(letters, words.folding);
        let row = |parts| in_a_row(Vec::from(parts));
        let word_first = read(tail).map(|tail| {
            let word =
                Hir::concat(vec![Hir::look(Look::WordStartAscii), words.spelled(start, middle)]);
            row([word, tail])
        });
        let word_last = read(head).map(|head| row([head, words.spelled(middle, end)]));
        word_first.into_iter().chain(word_last)
    });
    ways.collect()
}

/// What parts two syllables that would else be read as one: an apostrophe or a space.
const SEPARATOR: char = '\'';

/// Returns the letter that was typed on a keyboard, one byte, for a unit that can be part of pinyin.
fn typed(unit: &Unit) -> Option<char> {
    match unit {
        Unit::Space(_) => Some(SEPARATOR),
        Unit::Letter { base: '\'' | '’', marks } if marks.is_empty() => Some(SEPARATOR),
        Unit::Letter { base: 'u' | 'U', marks } if marks.contains(&'\u{308}') => Some('v'),
        Unit::Letter { base, .. } => {
            Some(base.to_ascii_lowercase()).filter(char::is_ascii_lowercase)
        }
    }
}

/// The syllables and their characters.
struct SyllableTable(BTreeMap<&'static str, &'static str>);

impl SyllableTable {
    /// Returns what is read as `letters`: as syllables, else as syllables and first letters.
    fn readings(&self, letters: &str, folding: CasedFolding) -> Option<Hir> {
        let whole = Cuts::new(letters, |step| self.0.contains_key(step));
        let cuts = whole.or_else(|| {
            let begins = |step: &str| {
                let initial = step.len() == 1 || INITIALS.contains(&step);
                self.0.contains_key(step) || (initial && self.beginning(step).next().is_some())
            };
            Cuts::new(letters, begins).filter(|cuts| !cuts.are_one_step())
        })?;
        let blocks = cuts.blocks().into_iter().map(|block| self.block(&cuts, block, folding));
        Some(in_a_row(blocks.collect()))
    }

    /// Returns the ways to read the letters between two places that every reading passes.
    fn block(&self, cuts: &Cuts, (start, end): (usize, usize), folding: CasedFolding) -> Hir {
        let ways = cuts.ways(start, end).into_iter().map(|steps| {
            in_a_row(steps.into_iter().map(|step| self.characters(step, folding)).collect())
        });
        Hir::alternation(ways.collect())
    }

    /// Returns the class of the characters that are read as `step`, or begin with it.
    fn characters(&self, step: &str, folding: CasedFolding) -> Hir {
        match self.0.get(step) {
            Some(characters) => folding.class(characters.chars()),
            None => folding.class(self.beginning(step).flat_map(str::chars)),
        }
    }

    /// Returns the characters of the syllables that begin with `letters`.
    fn beginning<'t>(&'t self, letters: &'t str) -> impl Iterator<Item = &'static str> + 't {
        let from = self.0.range::<str, _>((Bound::Included(letters), Bound::Unbounded));
        from.take_while(move |(key, _)| key.starts_with(letters)).map(|(_, characters)| *characters)
    }
}

/// All the ways to cut a word into steps: from each byte, the ends of the steps that lead to the end of the word.
struct Cuts<'a> {
    word: &'a str,
    ends: Vec<Vec<usize>>,
}

impl<'a> Cuts<'a> {
    /// Returns the ways to cut `word` into steps that are `allowed`, if there is one; longer steps come first.
    fn new(word: &'a str, allowed: impl Fn(&str) -> bool) -> Option<Self> {
        let mut leads = vec![false; word.len()];
        leads.push(true);
        let mut ends = vec![Vec::new(); word.len()];
        for (start, slot) in ends.iter_mut().enumerate().rev() {
            let steps = (start + 1..=word.len().min(start + LONGEST)).rev();
            let is_step = |end: &usize| {
                leads.get(*end) == Some(&true) && word.get(start..*end).is_some_and(&allowed)
            };
            *slot = steps.filter(is_step).collect();
            if let Some(leads) = leads.get_mut(start) {
                *leads = !slot.is_empty();
            }
        }
        ends.first().is_some_and(|first| !first.is_empty()).then_some(Self { word, ends })
    }

    fn ends_from(&self, start: usize) -> &[usize] {
        self.ends.get(start).map_or(&[], Vec::as_slice)
    }

    fn are_one_step(&self) -> bool {
        self.ends_from(0) == [self.word.len()]
    }

    /// Returns the stretches between the places that every way passes.
    fn blocks(&self) -> Vec<(usize, usize)> {
        let mut blocks = Vec::new();
        let (mut start, mut furthest) = (0, 0);
        let mut reached = vec![false; self.word.len() + 1];
        for at in 0..=self.word.len() {
            if at == furthest && at > start {
                blocks.push((start, at));
                start = at;
            }
            if at == start || reached.get(at) == Some(&true) {
                for &end in self.ends_from(at) {
                    furthest = furthest.max(end);
                    reached.get_mut(end).into_iter().for_each(|reached| *reached = true);
                }
            }
        }
        blocks
    }

    /// Returns the ways from `start` to `end` as steps, longer steps first; of very many, the first ones.
    fn ways(&self, start: usize, end: usize) -> Vec<Vec<&'a str>> {
        let mut ways = Vec::new();
        let mut open = vec![(start, Vec::new())];
        while let Some((at, steps)) = open.pop() {
            if at == end {
                ways.push(steps);
            } else {
                open.extend(self.ends_from(at).iter().rev().filter_map(|&next| {
                    let step = self.word.get(at..next)?;
                    Some((next, [steps.as_slice(), &[step]].concat()))
                }));
            }
            if ways.len() == WAYS {
                break;
            }
        }
        ways
    }
}

/// Returns characters one after the other, with the gaps of Han text.
pub(super) fn in_a_row(parts: Vec<Hir>) -> Hir {
    let mut row = Vec::with_capacity(parts.len() * 2);
    for part in parts {
        if !row.is_empty() {
            row.push(gap::between(CharKind::Cjk, CharKind::Cjk));
        }
        row.push(part);
    }
    Hir::concat(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(word: &str) -> Vec<Vec<String>> {
        let table: BTreeMap<_, _> = fold::syllables().collect();
        let Some(cuts) = Cuts::new(word, |step| table.contains_key(step)) else {
            return Vec::new();
        };
        let ways = |(start, end)| cuts.ways(start, end).iter().map(|way| way.join(" ")).collect();
        cuts.blocks().into_iter().map(ways).collect()
    }

    #[test]
    fn a_word_is_cut_where_every_reading_parts() {
        assert_eq!(cut("gongsi"), [["gong"], ["si"]]);
        assert_eq!(cut("xianshi"), [vec!["xian", "xi an"], vec!["shi"]]);
        assert_eq!(cut("fangan"), [["fang an", "fan gan"]]);
        assert!(cut("gongs").is_empty());
    }

    #[test]
    fn the_ways_to_read_a_word_are_bounded() {
        assert!(cut(&"an".repeat(32)).iter().all(|ways| ways.len() <= WAYS));
    }
}
