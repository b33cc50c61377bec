//! The last row: what is read, where one is in it, and what the reader is told; or the prompt.

use super::hints::{self, Hint};
use super::paint::Canvas;
use super::prompt;
use super::trail::trail;
use crate::app::{Find, Focus, State, titles};
use crate::config::Role;
use crate::decode::{Basis, Encoding};
use crate::input::{Correct, Keymap, MarkAction};
use crate::text::clean;
use crate::words::Phrase;

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
        Focus::Marking(_) => {
            hints::row(&marking(state.keymap()), state.words(), room, canvas.model())
        }
        _ => left(state, canvas, room),
    };
    let left = clean(&state.told().unwrap_or(usual));
    canvas.text(1, y, room, &left, look);
    None
}

/// Returns what the keys do while a line is chosen that becomes a heading.
fn marking(keymap: &Keymap) -> [Hint; 6] {
    let hint = |actions: &[MarkAction], does| Hint::new(keymap.marking(), actions, does);
    let [outer, deeper, alike, undo] =
        [Correct::Outer, Correct::Deeper, Correct::Alike, Correct::Undo].map(MarkAction::Correct);
    [
        hint(&[MarkAction::Turn], "hint-turn"),
        hint(&[MarkAction::Down, MarkAction::Up], "hint-choose"),
        hint(&[outer, deeper], "hint-level"),
        hint(&[alike], "hint-alike"),
        hint(&[undo], "hint-undo"),
        hint(&[MarkAction::Leave], "hint-leave"),
    ]
}

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
    let words = state.words();
    let mut facts = Vec::new();
    facts.push(state.typed());
    if let Focus::Prompt(typed) = state.focus() {
        facts.push(prompt::options(state, typed));
    } else if let Some(find) = state.finder().find() {
        facts.push(prompt::unusual_words(state, &find.query().options()));
    }
    facts.extend(state.finder().find().map(|find| words.say(&matches(find))));
    facts.extend(encoding(state));
    let replaced = state.book().sections().replaced();
    if replaced > 0 {
        facts.push(words.say(&Phrase::new("invalid-bytes").with("count", replaced as usize)));
    }
    facts.extend(progress(state).map(|progress| words.say(&progress)));
    facts.push(format!("{}%", state.view().percent()));
    facts.retain(|fact| !fact.is_empty());
    facts.join("  ")
}

/// Returns what is still on its way.
fn progress(state: &State) -> Option<Phrase> {
    let book = state.book();
    if book.following() {
        Some("following".into())
    } else if book.growing() {
        Some(Phrase::new("reading").with("amount", amount(book.document().size())))
    } else {
        let percent = (book.surveyed()? * 100.0) as usize;
        Some(Phrase::new("surveying").with("percent", percent))
    }
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
        Basis::Guessed => {
            Some(state.words().say(&Phrase::new("encoding-guessed").with("name", name)))
        }
        _ if verdict.encoding == Encoding::UTF_8 => None,
        _ => Some(name.to_owned()),
    }
}

/// Returns `number` and how many matches `find` has: `3 of 1,204`; `≥` stands while the counting goes on.
pub(super) fn count(number: usize, find: &Find) -> Phrase {
    let least = if find.finished() { "" } else { "≥" };
    let total = format!("{least}{}", grouped(find.total()));
    Phrase::new("match-number").with("number", grouped(number)).with("total", total)
}

/// Returns what a search has found.
fn matches(find: &Find) -> Phrase {
    if find.error().is_some() {
        return "unsearchable".into();
    }
    let total = find.total();
    match find.number() {
        Some(number) => count(number, find),
        None if find.finished() && total == 0 => "found-none".into(),
        None if find.finished() => {
            Phrase::new("found").with("count", total).with("shown", grouped(total))
        }
        None => Phrase::new("searching").with("percent", (find.progress() * 100.0) as usize),
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
