//! How the letters of a run are written in an encoding: what finds them in its bytes.

use std::collections::BTreeSet;

use regex_automata::MatchKind;
use regex_automata::meta::{Config, Regex};
use regex_automata::nfa::thompson::WhichCaptures;
use regex_automata::util::prefilter::Prefilter;
use regex_syntax::hir::{Class, ClassUnicode, Hir};

use super::run::{Follows, Step, within};
use super::{LONGEST, STRUCK, class};
use crate::decode::{Encoding, Family};
use crate::search::gap;

/// How many bytes tell with which character begins what stands between two letters.
const OPENING: usize = 2;

/// How many needles vectors look for at once.
const NEEDLES: usize = 32;

/// How many letters the needles have at the most.
const DEPTH: usize = 4;

/// The bytes of an encoding that [knows all ways](Encoding::knows_all_encodings) to write a character.
pub(super) struct Encoded {
    encoding: Encoding,
    /// Whether nothing but ASCII is looked for.
    plain: bool,
    /// What may follow a letter instead of the next one: where white space may not, where it may, and a reading.
    openings: [Between; 3],
}

/// What may stand between two letters, as far as it is looked at.
struct Between {
    hir: Hir,
    /// A hyphen and the white space after it, and what may go on with that besides the next letter.
    hyphen: [Hir; 2],
    /// The first bytes of both.
    heads: BTreeSet<u8>,
}

impl Encoded {
    /// Returns how letters are written in `encoding`, those that are not ASCII left out if it is to be `plain`.
    pub(super) fn new(encoding: Encoding, plain: bool) -> Self {
        // A letter may be struck over, or an escape sequence follow it.
        let line = class(['_']);
        let controls = class("\u{8}\u{1B}".chars());
        let opening = |follows| {
            let spaced = follows != Follows::Nothing;
            let [mut single, white] = [gap::openings(spaced), gap::white()];
            if follows == Follows::Reading {
                single.union(&gap::brackets());
            }
            single.union(&controls);
            let struck = class(STRUCK.chars());
            let mut marks = struck.clone();
            marks.union(&controls);
            let hyphens = gap::hyphens();
            let firsts = [&hyphens, &line, &single];
            let whole = firsts.iter().flat_map(|first| written(encoding, &kept(first, plain)));
            let heads = whole.filter_map(|whole| whole.first().copied()).collect();
            let one = |class: &ClassUnicode, bytes| one_of(encoding, &kept(class, plain), bytes);
            // A line is struck over.
            let over = Hir::concat(vec![one(&line, LONGEST), one(&struck, OPENING)]);
            // A hyphen is at the end of its line, whose white space may be of any kind in every text.
            let blank = one_of(encoding, &white, LONGEST);
            let hyphen = Hir::concat(vec![one(&hyphens, LONGEST), blank]);
            let cut = Hir::concat(vec![one(&hyphens, LONGEST), one(&marks, OPENING)]);
            let mut after = white;
            after.union(&marks);
            let hyphen = [hyphen, one_of(encoding, &after, OPENING)];
            Between { hir: Hir::alternation(vec![over, cut, one(&single, OPENING)]), hyphen, heads }
        };
        Self {
            encoding,
            plain,
            openings: [Follows::Nothing, Follows::Space, Follows::Reading].map(opening),
        }
    }

    /// Returns what finds `steps` by their first letters; none where vectors can't look for so many.
    pub(super) fn search(&self, steps: &[Step]) -> Option<Regex> {
        let prefilter = Prefilter::new(MatchKind::LeftmostFirst, &self.needles(steps)?)?;
        self.regex(steps, Some(prefilter))
    }

    /// Returns what finds the letters of `steps`, up to the first place where something may stand between two of them.
    pub(super) fn regex(&self, steps: &[Step], prefilter: Option<Prefilter>) -> Option<Regex> {
        let config = Config::new()
            .utf8_empty(false)
            .which_captures(WhichCaptures::Implicit)
            .auto_prefilter(false)
            .prefilter(prefilter);
        Regex::builder().configure(config).build_from_hir(&self.expression(steps)).ok()
    }

    fn expression(&self, steps: &[Step]) -> Hir {
        let nexts = steps.iter().skip(1).map(Some).chain([None]);
        let pairs: Vec<_> = steps.iter().zip(nexts).collect();
        let from_last = pairs.iter().rev().fold(None, |after: Option<Hir>, (step, next)| {
            let mut letter = step.members.clone();
            letter.union(&step.wide);
            let after = after.zip(*next).map(|(after, next)| {
                Hir::alternation([after].into_iter().chain(self.gap(step.follows, next)).collect())
            });
            let spaced = after.as_ref().map(|_| self.opening(Follows::Space).hir.clone());
            let on = [self.one_of(&letter)].into_iter().chain(after);
            let wide = [self.one_of(&step.wide)].into_iter().chain(spaced);
            let [on, wide] = [Hir::concat(on.collect()), Hir::concat(wide.collect())];
            Some(Hir::alternation(vec![on, wide, self.one_of(&step.ends)]))
        });
        from_last.unwrap_or_else(Hir::fail)
    }

    /// Returns what may stand before the letter `next` after one that it `follows` so, a hyphen with that letter.
    fn gap(&self, follows: Follows, next: &Step) -> [Hir; 2] {
        let Between { hir, hyphen: [hyphen, white], .. } = self.opening(follows);
        let letter = Hir::alternation(vec![self.one_of(&next.all()), white.clone()]);
        [hir.clone(), Hir::concat(vec![hyphen.clone(), letter])]
    }

    fn opening(&self, follows: Follows) -> &Between {
        let [unseen, spaced, read] = &self.openings;
        match follows {
            Follows::Nothing => unseen,
            Follows::Space => spaced,
            Follows::Reading => read,
        }
    }

    fn one_of(&self, class: &ClassUnicode) -> Hir {
        one_of(self.encoding, &kept(class, self.plain), LONGEST)
    }

    /// Returns the bytes of each character of `class` that is looked for.
    fn written(&self, class: &ClassUnicode) -> BTreeSet<Vec<u8>> {
        written(self.encoding, &kept(class, self.plain))
    }

    /// Returns bytes with one of which begins whatever the expression for `steps` finds: few enough for vectors, and
    /// as many as they may be.
    fn needles(&self, steps: &[Step]) -> Option<Vec<Vec<u8>>> {
        let (mut open, mut ended) = (vec![Vec::new()], Vec::new());
        let mut openings = BTreeSet::new();
        for (depth, step) in steps.iter().take(DEPTH).enumerate() {
            let longer = |tails: &BTreeSet<Vec<u8>>| {
                let with = |head: &Vec<u8>| {
                    let longer = tails.iter().map(|tail| [head.as_slice(), tail].concat());
                    longer.collect::<Vec<_>>()
                };
                open.iter().flat_map(with).collect::<Vec<_>>()
            };
            let members = longer(&self.written(&step.members));
            let mut ends = self.written(&step.ends);
            ends.extend(self.written(&step.wide));
            let ends = longer(&ends);
            let ends = [ended.as_slice(), &ends, &longer(&openings)].concat();
            if members.len() + ends.len() > NEEDLES {
                return if depth > 0 {
                    Some([open, ended].concat())
                } else {
                    heads(&members, &ends)
                };
            }
            (open, ended) = (members, ends);
            openings = self.opening(step.follows).heads.iter().map(|head| vec![*head]).collect();
        }
        Some([open, ended].concat())
    }
}

/// Returns how the letters of `members` and `ends` begin, if vectors can look for so many beginnings.
fn heads(members: &[Vec<u8>], ends: &[Vec<u8>]) -> Option<Vec<Vec<u8>>> {
    let heads = members.iter().chain(ends).map(|letter| letter.get(..OPENING).unwrap_or(letter));
    let heads: BTreeSet<_> = heads.map(<[u8]>::to_vec).collect();
    (heads.len() <= NEEDLES).then(|| heads.into_iter().collect())
}

/// Returns what finds one of `class`, or the first `bytes` of what it is written in.
fn one_of(encoding: Encoding, class: &ClassUnicode, bytes: usize) -> Hir {
    if encoding.family() == Family::Utf8 {
        return Hir::class(Class::Unicode(class.clone()));
    }
    let whole = written(encoding, class);
    let heads: BTreeSet<_> =
        whole.iter().map(|whole| whole.get(..bytes).unwrap_or(whole)).collect();
    Hir::alternation(heads.into_iter().map(Hir::literal).collect())
}

/// Returns what is looked for of `class`.
fn kept(class: &ClassUnicode, plain: bool) -> ClassUnicode {
    if plain { within(class, &[('\0', '\x7F')]) } else { class.clone() }
}

/// Returns the bytes of each character of `class` in `encoding`.
fn written(encoding: Encoding, class: &ClassUnicode) -> BTreeSet<Vec<u8>> {
    let all = class.iter().flat_map(|range| range.start()..=range.end());
    all.flat_map(|c| encoding.encodings_of(c)).collect()
}
