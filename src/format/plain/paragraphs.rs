//! Lines into blocks. What one line shows is told by `shape`, which lines may go on with which by `pair`, what many show
//! together by `evidence`, by the reasons of `reason`; `decision` says what each line is and `builder` makes blocks of it.

mod builder;
mod code;
mod decision;
mod evidence;
mod joint;
mod kinds;
mod lead;
mod pair;
mod reason;
mod shape;
mod verbatim;

use builder::{Builder, join};
use decision::{Decision, LineRole, decide, prose_roles, verbatim_roles};
use shape::{Ruler, Shape};

use std::ops::Range;

use super::lines::{SourceLine, lines};
use crate::document::{Facts, ParagraphStyle, Part, ViewMode};
use crate::text::Lang;

/// The average width of paragraphs that a reader can't tell apart by the end of their last rows, in cells.
const SOLID: usize = 80;

/// How many bytes tell the language.
const LETTERS: usize = 6 << 10;

/// How a text is written, learnt from its first part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Habits {
    /// The width in cells at which its lines were wrapped by hand, if they were.
    measure: Option<usize>,
    /// What was counted then.
    ruler: Ruler,
    /// How a reader wants its lines.
    view: ViewMode,
}

impl Habits {
    /// Returns the same habits of a text whose lines a reader wants in `view`.
    pub(super) fn in_view(&self, view: ViewMode) -> Self {
        Self { view, ..self.clone() }
    }

    /// Returns what each of `lines` of `source` is.
    fn roles(&self, source: &str, lines: &[Option<Shape>]) -> Vec<LineRole> {
        match self.view {
            ViewMode::Prose => prose_roles(source, lines),
            ViewMode::Verbatim => verbatim_roles(lines),
            _ => decide(source, lines, self.measure).roles,
        }
    }
}

/// Returns how a text is written that begins with `sample`, and what that tells of the document.
pub(super) fn learn(sample: &str) -> (Habits, Facts) {
    let (ruler, shapes, Decision { roles, measure }) = measured(sample);
    let head = sample.get(..sample.floor_char_boundary(LETTERS)).unwrap_or(sample);
    let facts = Facts {
        lang: Lang::detect(head),
        paragraphs: style(&shapes, &roles),
        wrapped: measure,
        ..Facts::default()
    };
    (Habits { measure, ruler, view: ViewMode::Auto }, facts)
}

/// Returns what the lines of `sample` show and what each is, by the ruler that joins most of them.
fn measured(sample: &str) -> (Ruler, Vec<Option<Shape<'_>>>, Decision) {
    let by = |ruler| {
        let shapes = shapes(sample, &[], ruler);
        let decision = decide(sample, &shapes, None);
        (ruler, shapes, decision)
    };
    let cells = by(Ruler::Cells);
    if sample.is_ascii() {
        return cells;
    }
    let marks = by(Ruler::Marks);
    let joined = |(_, _, decision): &(_, _, Decision)| {
        decision.roles.iter().filter(|role| matches!(role, LineRole::GoesOn(_))).count()
    };
    if joined(&marks) > joined(&cells) { marks } else { cells }
}

/// Returns how `lines`, which are what `roles` say, show where a paragraph ends.
fn style(lines: &[Option<Shape>], roles: &[LineRole]) -> ParagraphStyle {
    let (mut paragraphs, mut indented, mut spaced, mut cells) = (0, 0, 0, 0);
    let mut after_blank = true;
    let mut follows = false;
    for (line, role) in lines.iter().zip(roles) {
        let Some(line) = line else {
            after_blank = true;
            continue;
        };
        if !matches!(role, LineRole::GoesOn(_)) {
            paragraphs += usize::from(follows);
            spaced += usize::from(follows && after_blank);
            indented += usize::from(follows && line.indent > 0);
            follows = true;
        }
        after_blank = false;
        cells += line.end - line.indent;
    }
    if spaced * 2 > paragraphs {
        ParagraphStyle::Spaced
    } else if indented * 2 > paragraphs {
        ParagraphStyle::Indented
    } else if cells > SOLID * (paragraphs + 1) {
        ParagraphStyle::Solid
    } else {
        ParagraphStyle::Plain
    }
}

/// Returns the part that `source` makes, decoded text with any line ends; on `grounds` blanks are seen.
pub(super) fn build(source: &str, grounds: &[Range<usize>], habits: &Habits) -> Part {
    let shapes = shapes(source, grounds, habits.ruler);
    let roles = habits.roles(source, &shapes);
    let mut builder = Builder::with_capacity(source.len());
    for ((line, role), number) in shapes.iter().zip(roles).zip(0..) {
        match line {
            Some(line) => builder.line(line, role, number),
            None => builder.blank(number),
        }
    }
    builder.part()
}

/// Makes `text` the text of the part that `source` makes, as [`build`] does.
pub(super) fn text(source: &str, grounds: &[Range<usize>], habits: &Habits, text: &mut String) {
    text.clear();
    if habits.view == ViewMode::Auto && grounds.is_empty() && !may_join(source) {
        for line in lines(source) {
            text.push_str(line.text.trim());
            text.push('\n');
        }
        return;
    }
    let shapes = shapes(source, grounds, habits.ruler);
    let roles = habits.roles(source, &shapes);
    for (line, role) in shapes.iter().zip(roles) {
        match (line, role) {
            (Some(line), LineRole::GoesOn(joint)) => {
                text.pop();
                join(text, joint, line.body);
            }
            (Some(line), LineRole::Code) => text.push_str(line.whole),
            (Some(line), _) => text.push_str(line.body),
            (None, _) => {}
        }
        text.push('\n');
    }
}

/// Returns whether any line of `source` may go on with the one before it or is quoted: told at the speed of a search,
/// which mostly is all that needs to be told.
fn may_join(source: &str) -> bool {
    let mut after_text = false;
    lines(source).map(|line| line.text.trim_end()).any(|line| {
        let joins = after_text && !line.is_empty() && !line.starts_with('\u{3000}');
        after_text = !line.is_empty();
        joins || line.trim_start().starts_with('>')
    })
}

/// Returns what each line of `source` shows, its length told by `ruler`; none of one where nothing is seen. On `grounds`
/// blanks are.
fn shapes<'a>(source: &'a str, grounds: &[Range<usize>], ruler: Ruler) -> Vec<Option<Shape<'a>>> {
    let shape = |line: SourceLine<'a>| {
        let painted = painted(&line, grounds);
        let blank = line.text.trim_end().is_empty();
        if blank && painted.is_none() {
            return None;
        }
        let shape = Shape::of(line.text, ruler);
        Some(match painted.and_then(|range| Some((range.start, line.text.get(range)?))) {
            Some((start, whole)) => shape.painted(start, whole),
            None => shape,
        })
    };
    lines(source).map(shape).collect()
}

/// Returns what is seen of `line` where blanks at its start or its end lie on one of `grounds`: all before them, too.
fn painted(line: &SourceLine, grounds: &[Range<usize>]) -> Option<Range<usize>> {
    let first = grounds.partition_point(|ground| ground.end <= line.start);
    let own = grounds.get(first..).unwrap_or_default().iter();
    let text = line.start + line.text.len() - line.text.trim_start().len()
        ..line.start + line.text.trim_end().len();
    let end = line.start + line.text.len();
    let (mut leads, mut last) = (false, text.end);
    for ground in own.take_while(|ground| ground.start < end) {
        leads |= ground.start < text.start;
        last = last.max(ground.end.min(end));
    }
    let start = if leads { 0 } else { text.start - line.start };
    (leads || last > text.end).then_some(start..last - line.start)
}

#[cfg(test)]
mod tests;
