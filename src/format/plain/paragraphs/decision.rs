//! What each line is: whether it goes on with the paragraph of the line before, begins one, or stays as it is.

use std::collections::BTreeSet;

use super::evidence::{StrandVerdict, verdicts};
use super::joint::{Joint, Joints};
use super::kinds::is_rule;
use super::lead::Lead;
use super::pair::{Edge, Fill, Pair, strands};
use super::shape::{Looks, Shape, Tail};
use super::verbatim::verbatim;

/// How much must speak for it before lines join, in tenths of odds.
const ENOUGH: i32 = 10;

/// How much must speak for it before a line joins that is not quite full.
const SURE: i32 = 50;

/// How many lines before and after one tell whether it stands among prose.
const AROUND: usize = 24;

/// The cells from which on a line that ends a sentence is more likely prose than verse or an item.
const LONG: usize = 44;

/// The cells past which a line is a paragraph, whatever it ends with.
const ENDLESS: usize = 144;

/// Of so many lines of prose one is long; fewer lines do not tell.
const FEW: usize = 12;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineRole {
    Blank,
    /// It goes on with the paragraph of the line before.
    GoesOn(Joint),
    /// It begins a paragraph whose other rows begin at this cell; none where only the first is set in, or none is.
    Paragraph(Option<usize>),
    /// It is no prose, and stands alone.
    Verse,
    /// It stays as it is.
    Code,
    Rule,
}

/// What is decided of the lines of a part.
pub(super) struct Decision {
    /// What each line is.
    pub(super) roles: Vec<LineRole>,
    /// The measure at which most of its lines were wrapped by hand, if they were.
    pub(super) measure: Option<usize>,
}

/// A line that joins the one before it.
#[derive(Clone, Copy)]
struct Joined {
    /// The cell at which it begins.
    indent: usize,
    edge: Edge,
    /// Whether a blank stood there where the text was wrapped at blanks only.
    at_blank: bool,
}

/// Returns what each of `lines` of `source` is where every line stays as it is.
pub(super) fn verbatim_roles(lines: &[Option<Shape>]) -> Vec<LineRole> {
    lines.iter().map(|line| if line.is_some() { LineRole::Code } else { LineRole::Blank }).collect()
}

/// Returns what each of `lines` of `source` is where all that no blank line parts is one paragraph.
pub(super) fn prose_roles(source: &str, lines: &[Option<Shape>]) -> Vec<LineRole> {
    let joints = Joints::of(source, lines);
    let line = |at: usize| lines.get(at).and_then(Option::as_ref);
    let role = |at: usize| {
        let Some(own) = line(at) else { return LineRole::Blank };
        let alike = |other: &&Shape| other.depth == own.depth;
        if let Some(before) = at.checked_sub(1).and_then(line).filter(alike) {
            return LineRole::GoesOn(joints.between(before, own, false));
        }
        let rest = line(at + 1).filter(alike).map(|next| next.indent);
        LineRole::Paragraph(rest.filter(|rest| *rest > 0))
    };
    (0..lines.len()).map(role).collect()
}

/// Returns what each of `lines` of `source` is; `hint` is the measure of the text before.
pub(super) fn decide(source: &str, lines: &[Option<Shape>], hint: Option<usize>) -> Decision {
    let kept = verbatim(lines);
    let mut strands = strands(lines, &kept);
    let verdicts = verdicts(&mut strands, hint);
    let mut joined: Vec<Option<Joined>> = vec![None; lines.len()];
    let mut first_indents = BTreeSet::new();
    let mut measures = Vec::new();
    for (strand, verdict) in strands.iter().zip(verdicts) {
        let full = full_lines(&strand.pairs, verdict.measure);
        let at_blanks = strand.ends_at_blanks(verdict.measure);
        for pair in strand.pairs.iter().filter(|pair| joins(pair, verdict, &full)) {
            if pair.edge == Edge::First && pair.next.indent == 0 {
                first_indents.insert(pair.line.indent);
            }
            if let Some(line) = joined.get_mut(pair.number + 1) {
                let at_blank = at_blanks && !pair.is_cut(verdict.measure);
                *line = Some(Joined { indent: pair.next.indent, edge: pair.edge, at_blank });
            }
            measures.push(verdict.measure);
        }
    }
    let surroundings = Surroundings { kept: &kept, prose: prose(lines), first_indents };
    let joints = Joints::of(source, lines);
    let role = |at: usize| {
        let Some(line) = lines.get(at)?.as_ref() else { return Some(LineRole::Blank) };
        let before = at.checked_sub(1).and_then(|at| lines.get(at)?.as_ref());
        Some(match (joined.get(at)?, before) {
            (Some(joined), Some(before)) => {
                LineRole::GoesOn(joints.between(before, line, joined.at_blank))
            }
            _ => surroundings.role(at, line, joined.get(at + 1).copied().flatten()),
        })
    };
    Decision { roles: (0..lines.len()).filter_map(role).collect(), measure: middle(measures) }
}

/// Returns the measure that stands in the middle of `measures`.
fn middle(mut measures: Vec<usize>) -> Option<usize> {
    measures.sort_unstable();
    measures.get(measures.len() / 2).copied()
}

/// Returns the numbers of the lines in `pairs` that are full at `measure`.
fn full_lines(pairs: &[Pair], measure: usize) -> BTreeSet<usize> {
    let full = pairs.iter().filter(|pair| pair.fill(measure) == Fill::Full);
    full.map(|pair| pair.number).collect()
}

/// Returns whether the second line of `pair` goes on with the first, by what was decided of its strand, whose lines `full`
/// are.
fn joins(pair: &Pair, verdict: StrandVerdict, full: &BTreeSet<usize>) -> bool {
    if verdict.odds < ENOUGH {
        return false;
    }
    let sentence = pair.line.tail == Tail::Stop;
    let small = pair.next.lead == Lead::Small && !sentence;
    // Some programs leave the last cell blank, and people break a line a little early.
    let within = || pair.number.checked_sub(1).is_some_and(|before| full.contains(&before));
    match pair.fill(verdict.measure) {
        Fill::Full | Fill::Phrase => true,
        Fill::Nearly => (verdict.odds >= SURE || within()) && small,
        // Whoever edits a paragraph leaves lines in it that are not filled again.
        Fill::Short => {
            let long = |line: &Shape| line.end * 5 >= verdict.measure * 3;
            let goes_on = long(pair.next) || pair.next.tail == Tail::Stop;
            let in_sentence = matches!(pair.line.tail, Tail::Word | Tail::Pause);
            verdict.odds >= SURE && within() && small && in_sentence && long(pair.line) && goes_on
        }
        Fill::Over => false,
    }
}

/// What tells what a line is that does not go on.
struct Surroundings<'a> {
    kept: &'a [bool],
    /// For each line whether prose stands around it.
    prose: Vec<bool>,
    /// The indents by which first lines of paragraphs are told.
    first_indents: BTreeSet<usize>,
}

impl Surroundings<'_> {
    /// Returns what line `at` is, with which `next` goes on, if any line does.
    fn role(&self, at: usize, line: &Shape, next: Option<Joined>) -> LineRole {
        if let Some(next) = next {
            let only_first = next.edge == Edge::First && next.indent == 0;
            let flush = next.indent == 0 && line.indent == 0;
            return LineRole::Paragraph(Some(next.indent).filter(|_| !only_first && !flush));
        }
        if is_rule(line.body) && !line.painted {
            return LineRole::Rule;
        }
        if self.kept.get(at).copied().unwrap_or_default()
            || line.gaps > 0
            || matches!(line.looks, Looks::Leader | Looks::Code)
        {
            return LineRole::Code;
        }
        if let Lead::Item(_) = line.lead {
            return LineRole::Paragraph(line.hang());
        }
        let prose = line.ends_sentence() && self.prose.get(at).copied().unwrap_or_default();
        let only_first = line.indent == 0
            || line.wide_indent
            || self.first_indents.contains(&line.indent)
            || line.end > ENDLESS;
        match (prose || line.end > ENDLESS, only_first) {
            (true, true) => LineRole::Paragraph(None),
            (true, false) => LineRole::Paragraph(Some(line.indent)),
            (false, _) => LineRole::Verse,
        }
    }
}

/// Returns for each of `lines` whether it is one of a stanza: lines that no blank one parts, all short, and more than half of them in
/// the middle of a sentence, or every other one, as in couplets.
fn stanzas(lines: &[Option<Shape>]) -> Vec<bool> {
    let is_stanza = |run: &[Option<Shape>]| {
        let open = run.iter().flatten().filter(|line| line.tail != Tail::Stop).count();
        let short = run.iter().flatten().all(|line| line.end < LONG);
        let ends = |line: &Option<Shape>| line.as_ref().is_some_and(|it| it.tail == Tail::Stop);
        let couplets =
            || run.chunks(2).all(|it| matches!(it, [one, next] if !ends(one) && ends(next)));
        run.len() > 2 && short && (open * 2 > run.len() || couplets())
    };
    let runs = lines.split(Option::is_none);
    let mut stanzas: Vec<bool> = runs
        .flat_map(|run| std::iter::repeat_n(is_stanza(run), run.len()).chain([false]))
        .collect();
    stanzas.truncate(lines.len());
    stanzas
}

/// Returns for each of `lines` whether prose stands around it: many lines end sentences and some are long.
fn prose(lines: &[Option<Shape>]) -> Vec<bool> {
    let stanzas = stanzas(lines);
    let told: Vec<usize> =
        (0..lines.len()).filter(|at| lines.get(*at).is_some_and(Option::is_some)).collect();
    let line = |at: usize| lines.get(at).and_then(Option::as_ref);
    let mut sums = vec![(0_usize, 0_usize)];
    for line in told.iter().filter_map(|at| line(*at)) {
        let (stops, long) = sums.last().copied().unwrap_or_default();
        let stop = usize::from(matches!(line.tail, Tail::Stop));
        sums.push((stops + stop, long + usize::from(line.end >= LONG)));
    }
    let mut prose = vec![false; lines.len()];
    let stanza = |at: usize| stanzas.get(at).copied().unwrap_or_default();
    for (number, at) in told.iter().enumerate() {
        let (from, to) = (number.saturating_sub(AROUND), (number + AROUND + 1).min(told.len()));
        let (Some(before), Some(after)) = (sums.get(from), sums.get(to)) else { continue };
        let (stops, long) = (after.0 - before.0, after.1 - before.1);
        if let Some(prose) = prose.get_mut(*at) {
            let count = to - from;
            *prose = !stanza(*at) && stops * 5 >= count && (long * FEW >= count || count < FEW);
        }
    }
    prose
}
