//! The last row: what is read, where one is in it, and what the reader is told; or the prompt.

use super::paint::Canvas;
use super::prompt;
use super::trail::trail;
use crate::app::{Find, Focus, State, titles, unusual};
use crate::config::Role;
use crate::decode::{Basis, Encoding};
use crate::text::clean;

/// Paints the status line and returns the cell of the cursor where something is typed there.
pub(super) fn paint(state: &State, canvas: &mut Canvas) -> Option<(usize, usize)> {
    if state.size().rows < 2 {
        return None;
    }
    let (y, columns) = (state.size().rows - 1, state.size().columns);
    let look = state.settings().theme.look(Role::Status);
    canvas.blank(0, y, columns, look);
    let right = clean(&right(state));
    let right_cells = canvas.model().width(right.as_str());
    // What is typed or said comes before where one is.
    let shown = if right_cells + 12 <= columns { right_cells + 1 } else { 0 };
    let room = columns.saturating_sub(shown + 1);
    if shown > 0 {
        canvas.text(columns - shown, y, right_cells, &right, look);
    }
    if let Focus::Prompt(typed) = state.focus() {
        return Some((prompt::paint(state, typed, canvas, y, room.max(2)), y));
    }
    // A blank parts what is said from the facts.
    let room = room.saturating_sub(usize::from(shown > 0));
    let usual = match state.focus() {
        Focus::Marking(_) => MARKING.to_owned(),
        _ => left(state, canvas, room),
    };
    let left = clean(&state.told().unwrap_or(usual));
    canvas.text(1, y, room, &left, look);
    None
}

/// What is said while a line is chosen that becomes a heading.
const MARKING: &str =
    "M: a heading, or none; j k: choose; < >: level; *: all like it; u: undo; Esc";

/// Returns the document's title and the sections that the page is in, the outer ones left out first.
fn left(state: &State, canvas: &Canvas, room: usize) -> String {
    let outline = state.book().outline();
    let sections = state.view().section().map_or(Vec::new(), |number| titles(outline, number));
    let mut way = vec![state.book().title().as_str()];
    way.extend(sections.iter().map(String::as_str));
    trail(&way, room, canvas.model())
}

/// Returns the facts at the right: what was typed, the search, the reading of the file, the per cent.
fn right(state: &State) -> String {
    let mut facts = Vec::new();
    facts.push(state.typed());
    if let Focus::Prompt(typed) = state.focus() {
        facts.push(prompt::options(typed));
    } else if let Some(find) = state.finder().find() {
        facts.push(options(find));
    }
    facts.extend(state.finder().find().map(matches));
    facts.extend(encoding(state));
    if state.book().sections().replaced() > 0 {
        let bytes = if state.book().sections().replaced() == 1 { "byte" } else { "bytes" };
        facts.push(format!("{} invalid {bytes}", state.book().sections().replaced()));
    }
    if state.book().following() {
        facts.push("following".to_owned());
    } else if state.book().growing() {
        facts.push(format!("reading… {}", amount(state.book().document().size())));
    } else if let Some(done) = state.book().surveyed() {
        facts.push(format!("sections {}%", (done * 100.0) as usize));
    }
    facts.push(format!("{}%", state.view().percent()));
    facts.retain(|fact| !fact.is_empty());
    facts.join("  ")
}

/// Returns `bytes` in the unit that people would use.
fn amount(bytes: u64) -> String {
    match bytes {
        0..10_240 => format!("{bytes} B"),
        10_240..10_485_760 => format!("{} KiB", bytes >> 10),
        _ => format!("{} MiB", bytes >> 20),
    }
}

/// Returns the encoding where it is not what every text is in now, and whether that is a guess.
fn encoding(state: &State) -> Option<String> {
    let verdict = state.book().document().facts().encoding?;
    let name = verdict.encoding.name();
    match verdict.basis {
        Basis::Guessed => Some(format!("{name}, guessed")),
        _ if verdict.encoding == Encoding::UTF_8 => None,
        _ => Some(name.to_owned()),
    }
}

/// Returns how `find` looks, where that is unusual.
fn options(find: &Find) -> String {
    let unusual = unusual(&find.query().options());
    if unusual.is_empty() { String::new() } else { format!("[{}]", unusual.join(" ")) }
}

/// Returns `number` and how many matches `find` has: `3 of 1,204`; `≥` stands while the counting goes on.
pub(super) fn count(number: usize, find: &Find) -> String {
    let least = if find.finished() { "" } else { "≥" };
    format!("{} of {least}{}", grouped(number), grouped(find.total()))
}

/// Returns what a search has found.
fn matches(find: &Find) -> String {
    if find.error().is_some() {
        return "can't search for this".to_owned();
    }
    match find.number() {
        Some(number) => count(number, find),
        None if find.finished() && find.total() == 0 => "not found".to_owned(),
        None if find.finished() => format!("{} matches", grouped(find.total())),
        None => format!("searching {}%", (find.progress() * 100.0) as usize),
    }
}

/// Returns `number` with its digits in groups of three.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn digits_stand_in_groups_of_three() {
        let numbers = [0, 12, 123, 1_204, 12_345, 1_000_000].map(grouped);
        assert_eq!(numbers, ["0", "12", "123", "1,204", "12,345", "1,000,000"]);
    }
}
