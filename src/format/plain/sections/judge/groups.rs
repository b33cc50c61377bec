//! Lines that look alike are judged together: what most of them are taken for speaks for or against each.

use std::collections::{HashMap, HashSet};

use super::super::candidate::Candidate;
use super::super::shape::{End, Start};
use super::manner::Manner;
use super::{Finding, Reason, Trial};

/// So many lines that look the same tell something of one another.
const LIKES: u32 = 4;

/// A line that wins by less wins by little.
const LITTLE: f32 = 0.5;

/// Tells whether a line stands out by more than its words and the lines around.
fn stands_out(finding: &Finding) -> bool {
    use Reason as R;
    [R::Apart, R::FarApart, R::Outdented, R::Centred, R::HeadsBlock, R::Shouted, R::Refrain]
        .into_iter()
        .any(|reason| finding.has(reason))
}

/// What makes two lines look the same.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct GroupLook {
    /// Whether blank lines stand before and after it.
    parted: [bool; 2],
    indent: Indent,
    start: LineStart,
    end: End,
    narrow: bool,
    wide: bool,
}

/// How far a line is set in.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Indent {
    None,
    /// Less than paragraphs are.
    Less,
    /// As paragraphs are, or more.
    Full,
    Centred,
}

/// How a line begins.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum LineStart {
    Shouted,
    Word,
    Lower,
    Digit,
    Mark,
}

impl GroupLook {
    fn of(one: &Candidate, manner: &Manner) -> Self {
        let indent = match one.glance.indent {
            _ if manner.measure.is_centred(one.glance) => Indent::Centred,
            0 => Indent::None,
            indent if manner.indent.is_some_and(|body| indent < body) => Indent::Less,
            _ => Indent::Full,
        };
        let start = match one.glance.start {
            Start::Lower => LineStart::Lower,
            Start::Digit => LineStart::Digit,
            Start::Other if one.is_shouted() => LineStart::Shouted,
            Start::Other => LineStart::Word,
            _ => LineStart::Mark,
        };
        Self {
            parted: [one.gap() > 0, one.gap_below() > 0],
            indent,
            start,
            end: one.glance.end,
            narrow: one.glance.cells <= 24,
            wide: one.look.wide > 0,
        }
    }
}

/// The lines that look the same.
#[derive(Clone, Copy, Default)]
struct Group {
    all: u32,
    /// How many of them are taken for headings.
    taken: u32,
    /// How many of them stand right after another of them.
    rows: u32,
    /// How many of them stand between a sentence that ends and one that begins.
    between: u32,
    /// Where the first of them is in the text, and the last.
    places: Option<(u64, u64)>,
}

impl Group {
    /// Takes one more.
    fn take(&mut self, one: &Candidate, finding: &Finding) {
        self.all += 1;
        self.taken += u32::from(finding.is_heading());
        self.between += u32::from(is_between(one, finding));
        let start = one.place.start;
        self.places = Some((self.places.map_or(start, |(first, _)| first), start));
    }

    /// Tells whether they stand as the titles of chapters do in a story of so many `lines`: each by itself, and far apart.
    fn part(&self, lines: u64) -> bool {
        let all = u64::from(self.all);
        let apart = self.places.map_or(0, |(first, last)| last - first);
        self.all >= LIKES
            && self.between == self.all
            && self.rows == 0
            && all * FEW <= lines
            && apart >= CHAPTER * (all - 1)
    }
}

/// One in so many lines, at the most, is a title in a story.
const FEW: u64 = 6;

/// A chapter has so many bytes of text at the least, in the middle.
const CHAPTER: u64 = 600;

/// Tells whether `one` stands between a sentence that ends and one that begins.
fn is_between(one: &Candidate, finding: &Finding) -> bool {
    let after = [Reason::AfterSentence, Reason::First].into_iter().any(|after| finding.has(after));
    let before = [Reason::BeforeProse, Reason::BeforeParagraph, Reason::BeforeSentence];
    after && before.into_iter().any(|before| finding.has(before)) && one.glance.end == End::Open
}

/// Adds what lines that look the same are taken for, among those that are `open`.
pub(super) fn weigh(case: &mut Trial, manner: &Manner, open: &[bool]) {
    let lines = case.tally.lines;
    let (groups, rowed) = groups(case, manner, open);
    for ((one, finding), _) in members_mut(case, open) {
        let Some(group) = groups.get(&GroupLook::of(one, manner)) else { continue };
        let &Group { all, taken, rows, .. } = group;
        let row = rowed.contains(&one.place.ordinal) && !finding.has(Reason::Refrain);
        finding.group = Some((taken, all));
        let titled = manner.speech.is_some() && taken < all && group.part(lines);
        finding.add_if(titled, Reason::Parting);
        finding.add_if(all >= LIKES && taken * 3 >= all * 2, Reason::LikeHeadings);
        finding.add_if(all >= 2 * LIKES && taken * 6 <= all, Reason::UnlikeHeadings);
        let rows = all >= LIKES && rows * 2 >= all && taken * 2 < all;
        finding.add_if(row && rows, Reason::InRows);
        let lone = taken < 2 && finding.is_heading() && finding.score < LITTLE;
        finding.add_if(lone && !stands_out(finding), Reason::Lone);
    }
}

/// Returns the groups by their look, and the lines that stand right after or before another of their group.
fn groups(
    case: &Trial,
    manner: &Manner,
    open: &[bool],
) -> (HashMap<GroupLook, Group>, HashSet<u64>) {
    let mut rowed = HashSet::new();
    let mut groups: HashMap<GroupLook, Group> = HashMap::new();
    let mut last: Option<(u64, GroupLook)> = None;
    let members =
        case.pairs().zip(open).filter(|((_, finding), open)| **open && !is_known(finding));
    for ((one, finding), _) in members {
        let look = GroupLook::of(one, manner);
        let ordinal = one.place.ordinal;
        let group = groups.entry(look).or_default();
        group.take(one, finding);
        if last == Some((ordinal.saturating_sub(1), look)) {
            group.rows += 1;
            rowed.extend([ordinal - 1, ordinal]);
        }
        last = Some((ordinal, look));
    }
    (groups, rowed)
}

fn members_mut<'c, 'a>(
    case: &'c mut Trial<'a>,
    open: &'c [bool],
) -> impl Iterator<Item = ((&'a Candidate, &'c mut Finding), &'c bool)> {
    case.pairs_mut().zip(open).filter(|((_, finding), open)| **open && !is_known(finding))
}

/// Tells whether the words of a line say what it is, so that it tells nothing of lines that look the same.
fn is_known(finding: &Finding) -> bool {
    [Reason::ListItem, Reason::Credit, Reason::Caption, Reason::Speaker]
        .into_iter()
        .any(|reason| finding.has(reason))
}
