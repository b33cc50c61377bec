//! Lines that may go on with the paragraph of the line before: neither the layout nor what they begin with speaks against it.

use std::collections::BTreeMap;

use super::evidence::Strand;
use super::kinds::is_rule;
use super::lead::Lead;
use super::shape::{Looks, Shape, Tail};

/// The cells from which on a word, mostly an address, may reach past the measure: it had nowhere else to go.
const LONG_WORD: usize = 24;

/// How many pairs are weighed together where no blank line parts them.
const TOGETHER: usize = 48;

/// How far a line may be set in more than its neighbour of the same paragraph without a marker, in cells.
const SET_IN: usize = 8;

/// What stands for a blank line in the fields of Debian's control files.
const EMPTY: &str = ".";

/// A line and the one after it that may go on with its paragraph: by the layout nothing speaks against it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'a> {
    /// The number of the first line.
    pub(super) number: usize,
    pub(super) line: &'a Shape<'a>,
    pub(super) next: &'a Shape<'a>,
    /// Whether the first begins a paragraph and is set in otherwise than the rest.
    pub(super) edge: Edge,
}

/// How the second line of a pair lies to the first of its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// Both begin at one cell.
    Even,
    /// The first is set in more.
    First,
    /// The others hang from its marker or its tag.
    Hanging,
    /// The others are set in more, and nothing in the first tells why.
    Loose,
}

/// How far a line is filled, given the measure and what the next line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fill {
    /// What begins the next line would not have fitted.
    Full,
    /// Its first word would have, but not all up to its first blank, in a script that parts no words by blanks.
    Phrase,
    /// It would have, barely.
    Nearly,
    /// It would have.
    Short,
    /// The line is wider than the measure.
    Over,
}

impl Pair<'_> {
    /// Returns whether the line end between both takes a blank where the lines join.
    fn blank(&self) -> usize {
        let joins = self.is_wide() || self.is_unspaced() || self.line.tail == Tail::Hyphen;
        usize::from(!joins)
    }

    /// Returns the smallest measures at which the first line is full, at which what begins the next fits, at which all of
    /// it up to a blank does, and at which the line is short.
    pub(super) fn bounds(&self) -> [usize; 4] {
        let (line, next) = (self.line, self.next);
        let unit = if line.tail == Tail::Hyphen { next.unit.max(6) } else { next.unit };
        let needed = line.end + line.loose + self.blank() + unit;
        // A mark may hang past the measure.
        let hanging = if line.ends_wide { 2 } else { 0 };
        let phrase = next.phrases.0.map_or(needed, |phrase| needed.max(line.end + 1 + phrase));
        let ragged = (needed - next.indent.min(needed)) / 6;
        [line.end - hanging.min(line.end), needed, phrase, phrase.max(needed + ragged)]
    }

    /// Returns whether the next line begins with a narrow letter of a script without capitals.
    pub(super) fn is_uncased(&self) -> bool {
        self.next.lead == Lead::Letter && !self.next.begins_wide
    }

    /// Returns whether both sides of the line end are of a script that parts no words by blanks.
    pub(super) fn is_unspaced(&self) -> bool {
        self.line.phrases.1.is_some() && self.next.phrases.0.is_some()
    }

    /// Returns whether the first line is without blanks, in a script that parts no words by them: it may be as long as it
    /// is because it had to be.
    pub(super) fn is_uncut(&self) -> bool {
        self.line.phrases.1.is_some() && !self.line.body.contains(' ')
    }

    /// Returns the cell at which the last word of the first line begins, where that is long and not its only one: narrower
    /// measures than the line were kept as well as they could be.
    pub(super) fn long_word(&self) -> Option<usize> {
        let (_, word) = self.line.body.rsplit_once(' ')?;
        (word.len() >= LONG_WORD && word.is_ascii())
            .then(|| self.line.end.saturating_sub(word.len()))
    }

    /// Returns whether the next word would clearly have fitted into `measure`, in a script that parts no words by blanks.
    pub(super) fn is_early(&self, measure: usize) -> bool {
        const CLEARLY: usize = 4;
        self.is_unspaced() && self.line.end + self.next.unit + CLEARLY <= measure
    }

    /// Returns whether no blank stood at the line end of two lines that were wrapped at blanks: it is within what would
    /// not have fitted into one line of `measure`.
    pub(super) fn is_cut(&self, measure: usize) -> bool {
        let (last, first) = (self.line.phrases.1.unwrap_or(0), self.next.phrases.0.unwrap_or(0));
        self.line.end == measure && self.next.indent + last + first > measure
    }

    /// Returns whether both sides of the line end are wide.
    pub(super) fn is_wide(&self) -> bool {
        self.line.ends_wide && self.next.begins_wide
    }

    /// Returns whether the first line is a heading or a tag to what is set in below it: it tells nothing of the measure.
    pub(super) fn is_tag(&self, measure: usize) -> bool {
        self.edge == Edge::Loose && self.fill(measure) != Fill::Full
    }

    /// Returns how full the first line is at `measure`.
    pub(super) fn fill(&self, measure: usize) -> Fill {
        let [full, phrase, nearly, short] = self.bounds();
        match measure {
            _ if measure < full && self.is_uncut() => Fill::Phrase,
            _ if measure < full && self.long_word().is_some_and(|start| start < measure) => {
                Fill::Nearly
            }
            _ if measure < full => Fill::Over,
            _ if measure < phrase => Fill::Full,
            _ if measure < nearly => Fill::Phrase,
            _ if measure < short => Fill::Nearly,
            _ => Fill::Short,
        }
    }
}

/// Returns the pairs of `lines`, blank ones are none, in strands.
pub(super) fn strands<'a>(lines: &'a [Option<Shape<'a>>], kept: &[bool]) -> Vec<Strand<'a>> {
    let mut strands = Vec::new();
    let mut start = 0;
    for run in lines.split(Option::is_none) {
        let kept = kept.get(start..start + run.len()).unwrap_or_default();
        let mut at = 0;
        for group in kept.chunk_by(|one, other| one == other) {
            if let (Some(false), Some(lines)) = (group.first(), run.get(at..at + group.len())) {
                strands_of(lines, start + at, &mut strands);
            }
            at += group.len();
        }
        start += run.len() + 1;
    }
    strands
}

/// Adds the strands of `run`, lines without a blank one among them; the first has number `start`.
fn strands_of<'a>(run: &'a [Option<Shape<'a>>], start: usize, strands: &mut Vec<Strand<'a>>) {
    let mut open: BTreeMap<(u8, usize), Vec<Pair<'a>>> = BTreeMap::new();
    let mut first = run.first().and_then(Option::as_ref);
    let mut rest = None;
    let set_in = first_indents(run);
    for (at, pair) in run.windows(2).enumerate() {
        let [Some(line), Some(next)] = pair else { continue };
        let Some(head) = first else { continue };
        let begins = set_in.contains(&next.indent)
            && head.hang() != Some(next.indent)
            && rest != Some(next.indent);
        if let Some(edge) = edge(head, line, next, rest).filter(|_| !begins) {
            rest = Some(next.indent);
            let pairs = open.entry((next.depth, next.indent)).or_default();
            pairs.push(Pair { number: start + at, line, next, edge });
            if pairs.len() >= TOGETHER {
                strands.push(Strand::new(std::mem::take(pairs)));
            }
        } else {
            (first, rest) = (Some(next), None);
        }
    }
    let left = open.into_values().filter(|pairs| !pairs.is_empty());
    strands.extend(left.map(Strand::new));
}

/// Returns the indents in `run` by which first lines of paragraphs are told: the next line mostly begins farther out. Lines
/// that hang under others look like that, too, but for the first of the run, and there no two lines follow one another
/// farther out.
fn first_indents(run: &[Option<Shape>]) -> Vec<usize> {
    let mut follows: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for pair in run.windows(2) {
        let [Some(line), Some(next)] = pair else { continue };
        let (out, even) = follows.entry(line.indent).or_default();
        *out += usize::from(next.indent < line.indent && line.indent - next.indent <= SET_IN);
        *even += usize::from(next.indent == line.indent);
    }
    let opens = run.first().and_then(Option::as_ref).map_or(0, |line| line.indent);
    let flat = |indent: usize| follows.range(..indent).any(|(_, (_, even))| *even > 0);
    let first = |indent: usize, out: usize, even: usize| {
        (out > 1 || (out == 1 && even == 0)) && (indent == opens || flat(indent))
    };
    let firsts = follows.iter().filter(|(indent, (out, even))| first(**indent, *out, *even));
    firsts.map(|(indent, _)| *indent).collect()
}

/// Returns how `next` lies to the paragraph that `head` begins, which `line` goes on with and whose other lines begin at
/// cell `rest`; none where the layout or what it begins with says that it is no part of it.
fn edge(head: &Shape, line: &Shape, next: &Shape, rest: Option<usize>) -> Option<Edge> {
    let begins = next.wide_indent
        || next.depth != line.depth
        || matches!(next.lead, Lead::Item(_))
        || next.begins_like(line)
        || next.begins_like(head)
        || next.gaps > 0
        || is_rule(next.body)
        || is_rule(line.body)
        || [line.body, next.body].contains(&EMPTY)
        || next.looks == Looks::Leader
        || line.looks == Looks::Leader
        || (next.lead == Lead::Speech && line.tail == Tail::Stop);
    if begins {
        return None;
    }
    let tagged = line.gaps > 0;
    if let Some(rest) = rest {
        return (next.indent == rest && !tagged).then_some(Edge::Even);
    }
    if head.hang() == Some(next.indent) && next.indent > head.indent {
        return Some(Edge::Hanging);
    }
    if tagged {
        return None;
    }
    match next.indent.cmp(&head.indent) {
        std::cmp::Ordering::Equal => Some(Edge::Even),
        std::cmp::Ordering::Less => (head.indent - next.indent <= SET_IN).then_some(Edge::First),
        std::cmp::Ordering::Greater => (next.indent - head.indent <= SET_IN).then_some(Edge::Loose),
    }
}
