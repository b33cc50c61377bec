//! Several characters that one character stands for: ligatures, dots and dashes.

use regex_syntax::hir::Hir;

use super::unit::PhraseUnits;
use super::{gap, ligature};

/// The dots of an ellipsis: one character of the first, or three of the second.
const ELLIPSIS: (&str, &str) = ("…⋯", ".．。・");

/// The strokes of a dash: any of the first, or two of the second.
const DASH: (&str, &str) = ("—―─⸺–", "-－");

/// Of so many units at most, each way to join them is looked for: there are some twenty.
const CROSSING: usize = 6;

/// Returns what stands for the characters of `words` from unit `at` on, if one stands for several, and how many units
/// those are.
pub(super) fn piece(words: &PhraseUnits, at: usize) -> Option<(Hir, usize)> {
    if words.folding.switches.punctuation {
        let run = run(words, at, ELLIPSIS, 3).or_else(|| run(words, at, DASH, 2));
        if run.is_some() {
            return run;
        }
    }
    let longest = |at| {
        let joined = ligature::joined(words.units, at, words.folding);
        joined.iter().map(|(count, _)| at + count).max()
    };
    let (mut end, mut next) = (longest(at)?, at + 1);
    // What begins within may end after it: `ffij` is `ﬀ` and `ĳ`.
    while next < end && end - at < CROSSING {
        end = longest(next).map_or(end, |other| end.max(other));
        next += 1;
    }
    Some((spellings(words, at, end), end - at))
}

/// Returns units `start` to `end` one by one, the characters that stand for some of them, and the ways between: of more
/// than [`CROSSING`] units, those with one such character.
fn spellings(words: &PhraseUnits, start: usize, end: usize) -> Hir {
    let mut ways = vec![words.spelled(start, end)];
    for at in start..end {
        for (count, joined) in ligature::joined(words.units, at, words.folding) {
            if at + count <= end {
                let rest = at + count;
                let after = if end - start <= CROSSING {
                    spellings(words, rest, end)
                } else {
                    words.spelled(rest, end)
                };
                let before = words.spelled(start, at);
                ways.push(Hir::concat(vec![before, words.folding.class([joined]), after]));
            }
        }
    }
    Hir::alternation(ways)
}

/// Returns a run of any length, if the units begin with one: of the `long` characters, or of at least `least` of
/// the `short` ones. One long character by itself may be another form of a short one, as `–` is of `-`.
fn run(
    words: &PhraseUnits,
    at: usize,
    (long, short): (&str, &str),
    least: usize,
) -> Option<(Hir, usize)> {
    let bare = |of: &str| {
        words.from(at).iter().take_while(|unit| unit.bare().is_some_and(|c| of.contains(c))).count()
    };
    let length = match (bare(long), bare(short)) {
        (0, strokes) if strokes < least => return None,
        (0, strokes) => strokes,
        (length, _) => length,
    };
    let class = |of: &str| words.folding.class(of.chars());
    let one = gap::repeated(class(long), 1, None);
    let several = gap::repeated(class(short), least as u32, None);
    let itself = (length == 1).then(|| words.spelled(at, at + 1));
    Some((Hir::alternation([one, several].into_iter().chain(itself).collect()), length))
}
