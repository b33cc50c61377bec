//! The page in words: what its looks tell a reader who sees them is said where it stands.

use std::ops::Range;

use crate::app::{Focus, Label, Match, PlaceMark, State};
use crate::document::{BlockKind, Mark, Part, Position, Style};
use crate::layout::flow::FlowRow;
use crate::runtime::printed::{self, Sign};
use crate::words::Phrase;

/// What stands where the source parts two scenes without a sign of its own.
const SCENE: &str = "* * *";

/// Returns `rows`, each as a line in words; without the lines that are drawn in tables.
pub(super) fn lines<'a>(state: &State, rows: impl Iterator<Item = &'a FlowRow>) -> Vec<String> {
    rows.filter_map(|row| line(state, row)).collect()
}

/// Returns the rows of the page, with the names of the columns of its first table where they are above it.
pub(super) fn rows(state: &State) -> impl Iterator<Item = &FlowRow> {
    state.view().names().iter().chain(state.view().columns().flatten())
}

/// Returns `row` in words; none where it is drawn and says nothing.
pub(super) fn line(state: &State, row: &FlowRow) -> Option<String> {
    let part = state.book().document().part(row.start.part);
    let measure = state.view().measure();
    if row.line(measure).is_some() {
        return (!row.has_columns()).then(|| SCENE.to_owned());
    }
    let signs = signs(state, &part, row);
    let words = printed::line(row, &part, (measure, state.view().model()), &signs);
    let begun = begun(state, &part, row).into_iter().map(|phrase| state.words().say(&phrase));
    let begun: Vec<String> = begun.collect();
    Some(if begun.is_empty() {
        words
    } else {
        format!("{} {}", begun.join(" "), words.trim_start())
    })
}

/// Returns what is said before `row`: that a heading begins, of which level, that the row names columns, is chosen or has
/// a bookmark.
fn begun(state: &State, part: &Part, row: &FlowRow) -> Vec<Phrase> {
    let mut said = Vec::new();
    match row.kind {
        BlockKind::Heading(level) if row.begins_block() => {
            said.push(Phrase::new("linear-heading").with("level", usize::from(level)));
        }
        BlockKind::TableRow(_) if part.names_columns(row.block) => {
            said.push("linear-columns".into());
        }
        _ => {}
    }
    if matches!(state.focus(), Focus::Marking(marking) if marking.place() == row.start) {
        said.push("linear-chosen-row".into());
    }
    let marks = state.book().marks().within(row.start, row.end());
    let is_bookmark =
        |mark: &PlaceMark| matches!(mark.label(), Label::Name(_)) && row.holds(mark.place());
    if marks.into_iter().any(is_bookmark) {
        said.push("linear-bookmark".into());
    }
    said
}

/// Returns what is said of words in `row`.
fn signs(state: &State, part: &Part, row: &FlowRow) -> Vec<Sign> {
    let bytes = row.bytes();
    let number = row.start.part;
    let say = |phrase: Phrase| state.words().say(&phrase);
    let mut signs = Vec::new();
    if let Focus::Selecting(selection) = state.focus() {
        let range = selection.range(state.book().document());
        signs.push(Sign {
            bytes: within(&range, number, &bytes),
            what: say("linear-selected".into()),
        });
    }
    for mark in part.marks_in(bytes.clone()) {
        let what = what_of(part, mark).map(|name| say(name.into()));
        signs.extend(what.map(|what| Sign { bytes: mark.range.clone(), what }));
    }
    let range = Position::new(number, bytes.start)..Position::new(number, bytes.end);
    for mark in state.book().marks().over(range) {
        let what = match mark.label() {
            Label::Highlight { colour, .. } => {
                Phrase::new("linear-highlight").with("colour", usize::from(*colour))
            }
            Label::Note { .. } => "linear-note".into(),
            Label::Letter(_) | Label::Name(_) => continue,
        };
        signs.push(Sign { bytes: within(mark.range(), number, &bytes), what: say(what) });
    }
    let find = state.finder().find();
    for Match { bytes, current } in find.map_or(Vec::new(), |find| find.matches_in(number, &bytes))
    {
        let phrase = if current { current_match(state) } else { None };
        let what = say(phrase.unwrap_or_else(|| "linear-match".into()));
        signs.push(Sign { bytes, what });
    }
    signs
}

/// Returns the name of what `mark` is, where its look alone tells that.
fn what_of(part: &Part, mark: &Mark) -> Option<&'static str> {
    match part.target(mark) {
        Some(_) if mark.style.has(Style::IMAGE) => Some("linear-picture"),
        Some(_) if mark.style.has(Style::NOTE) => Some("linear-note-sign"),
        Some(_) => Some("linear-link"),
        None if mark.style.has(Style::STRUCK) => Some("linear-struck"),
        None => None,
    }
}

/// Returns the number of the current match; none where there is none.
fn current_match(state: &State) -> Option<Phrase> {
    let find = state.finder().find()?;
    let number = find.number()?;
    Some(Phrase::new("linear-match-number").with("number", number).with("total", find.total()))
}

/// Returns the current match with its number, its line on the page and the words of that; none where none is there.
pub(super) fn match_line(state: &State) -> Option<String> {
    let place = state.finder().find()?.current()?;
    let (at, row) = rows(state).enumerate().find(|(_, row)| row.holds(place))?;
    let number = state.words().say(&current_match(state)?);
    let phrase = Phrase::new("linear-match-line").with("match", number).with("line", at + 1);
    Some(state.words().say(&phrase.with("words", line(state, row)?)))
}

/// Returns whether `row` is chosen to be a heading, or something of it is selected.
pub(super) fn stands_out(state: &State, row: &FlowRow) -> bool {
    match state.focus() {
        Focus::Marking(marking) => marking.place() == row.start,
        Focus::Selecting(selection) => {
            let range = selection.range(state.book().document());
            !within(&range, row.start.part, &row.bytes()).is_empty()
        }
        _ => false,
    }
}

/// Returns those of `bytes` of part `number` that are in `range`.
fn within(range: &Range<Position>, number: usize, bytes: &Range<usize>) -> Range<usize> {
    let start = range.start.max(Position::new(number, bytes.start));
    let end = range.end.min(Position::new(number, bytes.end));
    if start < end { start.byte..end.byte } else { bytes.start..bytes.start }
}
