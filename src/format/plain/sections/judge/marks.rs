//! Headings that marks name. A mark means what the others of its kind in the document say: `#` begins comments too,
//! `*` items.

use super::super::candidate::Candidate;
use super::super::markup::HeadingMark;
use super::super::shape::{End, Start};
use super::rows::{TitleRows, underline};
use super::{CODE, Reason, Trial};

/// Which marks name headings in a document, besides those that say so in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MarkFamily {
    None,
    Equals,
    Stars,
    Hashes,
    /// `#` does where there are several; one alone stands before commands or remarks.
    ManyHashes,
}

impl MarkFamily {
    fn of(case: &Trial) -> Self {
        let marked = |holds: fn(HeadingMark) -> bool| -> Vec<&Candidate> {
            let open = |one: &&Candidate| !case.is_verbatim(one);
            let marked = |one: &&Candidate| one.mark.is_some_and(holds);
            case.candidates.iter().filter(open).filter(marked).collect()
        };
        let hashes = marked(|mark| matches!(mark, HeadingMark::Hash(_)));
        match () {
            () if marked(|mark| matches!(mark, HeadingMark::Equals(_))).len() > 1 => Self::Equals,
            () if are_stars(&marked(|mark| matches!(mark, HeadingMark::Star(_)))) => Self::Stars,
            () if !are_hashes(&hashes, case) => Self::None,
            () if hashes.iter().all(|one| is_single(one)) && has_underlines(case) => Self::None,
            () if are_prompts(&hashes) => Self::ManyHashes,
            () => Self::Hashes,
        }
    }

    /// Tells whether `mark` names `one` a heading.
    fn names(self, mark: HeadingMark, one: &Candidate) -> bool {
        match mark {
            HeadingMark::Named(_) => true,
            HeadingMark::Equals(_) => self == Self::Equals,
            HeadingMark::Star(_) => self == Self::Stars,
            HeadingMark::Hash(1) if !is_first(one) => self == Self::Hashes,
            HeadingMark::Hash(_) => matches!(self, Self::Hashes | Self::ManyHashes),
        }
    }

    /// Tells whether rows of marks name titles: they part and frame other things in markup of other kinds.
    fn heeds_rows(self) -> bool {
        !matches!(self, Self::Equals | Self::Stars)
    }
}

/// Takes what a mark or a row of marks names a heading.
pub(super) fn weigh(case: &mut Trial) {
    let family = MarkFamily::of(case);
    let unclosed = case.unclosed;
    let rows = TitleRows::of(case);
    for (one, finding) in case.pairs_mut() {
        let marked = match one.mark {
            Some(mark) => family.names(mark, one),
            None => family.heeds_rows() && rows.name(one),
        };
        if super::is_verbatim(one, unclosed) {
            finding.weighed = true;
            finding.add(Reason::Verbatim);
        } else if marked {
            finding.weighed = true;
            finding.add(Reason::Marked);
        }
    }
}

/// Tells whether `one` is the first line, which is the title of all.
fn is_first(one: &Candidate) -> bool {
    one.place.ordinal == 0
}

fn is_single(one: &Candidate) -> bool {
    one.mark == Some(HeadingMark::Hash(1))
}

/// Tells whether rows of marks underline some titles.
fn has_underlines(case: &Trial) -> bool {
    let plain = case.candidates.iter().filter(|one| one.mark.is_none());
    plain.filter(|one| underline(one).is_some()).nth(1).is_some()
}

/// Tells whether `*` names headings: they nest, text lies between most of them, and they are no sentences.
fn are_stars(stars: &[&Candidate]) -> bool {
    let level =
        |level: u8| stars.iter().filter(|one| one.mark == Some(HeadingMark::Star(level))).count();
    let adjacent = adjacent(stars);
    let sentences = stars.iter().filter(|one| one.glance.end.closes()).count();
    level(1) > 0 && level(2) > 0 && adjacent * 2 < stars.len() && sentences * 3 < stars.len()
}

/// Tells whether `#` names headings: text lies between most of them, they are no sentences, and no code is after them.
fn are_hashes(hashes: &[&Candidate], case: &Trial) -> bool {
    let count = |holds: fn(&Candidate) -> bool| hashes.iter().filter(|one| holds(one)).count();
    let deeper = count(|one| !is_single(one));
    // No code has ## above its paragraphs, each after a blank line.
    let held = hashes
        .windows(2)
        .filter(|pair| matches!(pair, [one, next] if next.gap() == 0 && holds(one, next)));
    let apart = count(|one| one.gap() > 0) + held.count();
    let nested = deeper * 3 > hashes.len() && apart * 3 >= hashes.len() * 2;
    // Where fences hold the code, what is outside them is none.
    let fenced = case.tally.has_fences();
    let comments = if fenced { 0 } else { count(before_code) };
    let sentences = count(|one| one.glance.end.closes() && one.glance.end != End::Question);
    let prose = nested || case.tally.prose() > PROSE;
    let sole = hashes.len() == 1 && hashes.iter().all(|one| one.place.ordinal == 0);
    (sole || hashes.len() > 1 && go_on(hashes, case))
        && comments * 3 < hashes.len()
        && sentences * 3 < hashes.len().max(3)
        && (adjacent(hashes) * 3 < hashes.len() || nested)
        && (case.tally.code() < CODE || nested || fenced)
        && (prose || fenced || deeper > 0)
}

/// Tells whether `marked` go on through the text; those that are shown as examples stand in one place.
fn go_on(marked: &[&Candidate], case: &Trial) -> bool {
    marked.last().is_some_and(|last| last.place.ordinal * THROUGH >= case.tally.lines)
}

/// Of so many parts of the text, marks go on after the first.
const THROUGH: u64 = 6;

/// Where comments begin with `#`, fewer lines are sentences.
const PROSE: f32 = 0.1;

/// Returns how many of `marked` stand right before the next of them, and do not hold it.
fn adjacent(marked: &[&Candidate]) -> usize {
    let pairs = marked.windows(2);
    let adjacent =
        |one: &Candidate, next: &Candidate| one.is_right_before(next) && !holds(one, next);
    pairs.filter(|pair| matches!(pair, [one, next] if adjacent(one, next))).count()
}

/// Tells whether `one` stands right before `next`, which is deeper: comments are alike.
fn holds(one: &Candidate, next: &Candidate) -> bool {
    let deeper = matches!((one.mark, next.mark), (Some(HeadingMark::Hash(one)), Some(HeadingMark::Hash(next))) if one < next);
    deeper && one.is_right_before(next)
}

/// Tells whether most single `#` stand before commands or remarks, which begin with a lower-case letter.
fn are_prompts(hashes: &[&Candidate]) -> bool {
    let single = || hashes.iter().filter(|one| is_single(one) && !is_first(one));
    let lower = single().filter(|one| one.title.starts_with(|c: char| c.is_ascii_lowercase()));
    lower.count() * 2 > single().count()
}

/// Tells whether the line after `one` looks like code.
fn before_code(one: &Candidate) -> bool {
    one.following().next().is_some_and(|below| {
        below.gap == 0
            && (matches!(below.glance.start, Start::Lower | Start::Sign)
                || below.glance.end == End::Code)
    })
}
