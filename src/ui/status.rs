//! The last row: what is read, where one is in it, and what the reader is told; or the prompt.

use super::hints::{self, FooterKey};
use super::line;
use super::paint::Canvas;
use super::prompt;
use super::trail::{shortened, trail};
use crate::app::{Find, Focus, State, titles};
use crate::config::{Look, Role, StatusPart};
use crate::decode::{Basis, Encoding};
use crate::document::ViewMode;
use crate::input::{Action, Correct, Keymap, LinkAction, MarkAction, SelectAction};
use crate::layout::{LayoutOptions, OddMeasure, Paragraph, layout};
use crate::text::{TextUnit, WidthModel, clean};
use crate::words::Phrase;

/// A document of so many bytes or more is so long that a page is less than a per cent of it.
const LONG: u64 = 100 << 10;

/// How many cells at least are left to what is said at the left.
const LEAST_LEFT: usize = 12;

/// In a window of so many columns the time that is left of the section has room beside that of the document.
const BOTH_TIMES: usize = 100;

/// Paints the status line and returns the cell of the cursor where something is typed there.
pub(super) fn paint(state: &State, canvas: &mut Canvas) -> Option<(usize, usize)> {
    if state.size().rows < 2 {
        return None;
    }
    let (y, columns) = (state.size().rows - 1, state.size().columns);
    let theme = &state.settings().theme;
    let typed = matches!(state.focus(), Focus::Prompt(_) | Focus::Commands(_));
    let role = if typed { Role::Prompt } else { Role::Status };
    let own = &mut canvas.on(theme.look(role));
    own.blank(0, y, columns, Look::default());
    let most = columns.saturating_sub(LEAST_LEFT).min(columns * 3 / 5);
    if let Focus::Prompt(typed) = state.focus() {
        let left = columns - paint_facts(state, own, [0, most]);
        return Some((prompt::paint(state, typed, canvas, y, left.saturating_sub(1).max(2)), y));
    }
    if let Focus::Commands(typed) = state.focus() {
        let room = columns.saturating_sub(1).max(2);
        let cursor = line::paint(own, (":", typed.line()), (0..0, Look::default()), (y, room));
        return Some((cursor, y));
    }
    let canvas = own;
    if let Some(told) = state.told() {
        paint_told(state, canvas, &told);
        return None;
    }
    let wanted = canvas.model().width(&left(state, canvas, usize::MAX));
    let taken = paint_facts(state, canvas, [columns.saturating_sub(wanted + 3), most]);
    // A blank parts them from the facts.
    let room = columns.saturating_sub(taken + 1 + usize::from(taken > 0));
    let left = clean(&left(state, canvas, room));
    canvas.text(1, y, room, &left, Look::default());
    None
}

/// Paints the facts at the right and returns the cells that they take with the blank after them. What is only nice to
/// know has the room of the first number, what else is told that of the second.
fn paint_facts(state: &State, canvas: &mut Canvas, rooms: [usize; 2]) -> usize {
    let (y, columns) = (state.size().rows - 1, state.size().columns);
    let facts = clean(&fitting(facts(state), rooms, canvas.model()));
    let cells = canvas.model().width(facts.as_str());
    if cells == 0 {
        return 0;
    }
    canvas.text(columns.saturating_sub(cells + 1), y, cells, &facts, Look::default());
    cells + 1
}

/// Paints what the reader is told, whole: what does not fit in the last row takes rows of the page. The facts have the
/// room beside it.
fn paint_told(state: &State, canvas: &mut Canvas, told: &str) {
    let (size, model) = (state.size(), canvas.model());
    let told = clean(told);
    let options = LayoutOptions {
        measure: size.columns.saturating_sub(2),
        odd_measure: OddMeasure::Keep,
        ..LayoutOptions::default()
    };
    let paragraph = Paragraph { text: told.as_str(), ..Paragraph::default() };
    let rows = layout(&paragraph, &options, &model);
    let hidden = rows.len().saturating_sub(size.text_rows().div_ceil(2));
    let top = size.rows - (rows.len() - hidden);
    for (y, row) in (top..).zip(rows.iter().skip(hidden)) {
        canvas.blank(0, y, size.columns, Look::default());
        let words = clean(&row.text(told.as_str(), &model));
        canvas.text(1, y, size.columns.saturating_sub(2), &words, Look::default());
    }
    let last = rows.last().map_or(0, |row| row.cells);
    let room = size.columns.saturating_sub(last + 4);
    paint_facts(state, canvas, [room, room]);
}

/// Returns what is said while links have labels.
fn labelling(state: &State, canvas: &Canvas, room: usize) -> String {
    let head = state.words().get("labels-head");
    let keys = state.keymap().links();
    let hints = [
        FooterKey::new(keys, &[LinkAction::Follow], "hint-first"),
        FooterKey::new(keys, &[LinkAction::Leave], "hint-leave"),
    ];
    let left = room.saturating_sub(canvas.model().width(&head) + 2);
    format!("{head}  {}", hints::row(&hints, state.words(), left, canvas.model()))
}

/// Returns what the keys do while a line is chosen that becomes a heading.
fn marking(keymap: &Keymap) -> [FooterKey; 6] {
    let hint = |actions: &[MarkAction], does| FooterKey::new(keymap.marking(), actions, does);
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

/// Returns what the keys do while text is selected.
fn selecting(keymap: &Keymap) -> [FooterKey; 9] {
    let hint = |action, does| FooterKey::new(keymap.selecting(), &[action], does);
    [
        hint(SelectAction::Copy, "hint-copy"),
        hint(SelectAction::Highlight(1), "hint-highlight"),
        hint(SelectAction::Note, "hint-note"),
        hint(SelectAction::Choose(TextUnit::Word), "hint-word"),
        hint(SelectAction::Choose(TextUnit::Sentence), "hint-sentence"),
        hint(SelectAction::Choose(TextUnit::Paragraph), "hint-paragraph"),
        hint(SelectAction::OtherEnd, "hint-other-end"),
        hint(SelectAction::SearchSelection, "hint-search"),
        hint(SelectAction::Leave, "hint-leave"),
    ]
}

/// Returns the document's title, and which of several files it is.
fn title(state: &State) -> String {
    let title = state.view().shown_title(state.book().title().as_str());
    let Some((number, count)) = state.files().number() else { return title };
    let phrase = Phrase::new("title-of").with("title", title).with("number", number);
    state.words().say(&phrase.with("count", count))
}

/// Returns the document's title and the sections that the reader is in, the outer ones left out first; while a line is
/// chosen, text is selected or links have labels, what the keys do.
fn left(state: &State, canvas: &Canvas, room: usize) -> String {
    if matches!(state.focus(), Focus::Marking(_)) {
        return hints::row(&marking(state.keymap()), state.words(), room, canvas.model());
    }
    if matches!(state.focus(), Focus::Selecting(_)) {
        return hints::row(&selecting(state.keymap()), state.words(), room, canvas.model());
    }
    if matches!(state.focus(), Focus::Labels(_)) {
        return labelling(state, canvas, room);
    }
    let outline = state.book().outline();
    let sections = state.section().map_or(Vec::new(), |number| titles(outline, number));
    let sections = sections.iter().map(|title| state.view().shown_title(title)).collect::<Vec<_>>();
    let parts = &state.settings().page.status;
    let title = title(state);
    let mut way = Vec::new();
    if parts.has(StatusPart::Title) {
        way.push(title.as_str());
    }
    if parts.has(StatusPart::Path) {
        way.extend(sections.iter().map(String::as_str));
    }
    trail(&way, room, canvas.model())
}

/// Returns `facts` in a row: those that matter least give way until it fits in the room of what matters least of it.
fn fitting(
    mut facts: Vec<(StatusPart, String)>,
    [nice, needed]: [usize; 2],
    model: WidthModel,
) -> String {
    loop {
        let words: Vec<&str> = facts.iter().map(|(_, words)| words.as_str()).collect();
        let row = words.join("  ");
        let weights = facts.iter().map(|(part, _)| weight(*part)).enumerate();
        let Some((at, least)) = weights.min_by_key(|(_, weight)| *weight) else { return row };
        let room = if least < weight(StatusPart::Encoding) { nice } else { needed };
        if model.width(&row) <= room {
            return row;
        }
        facts.remove(at);
    }
}

/// Returns how much a fact of `part` matters.
fn weight(part: StatusPart) -> usize {
    use StatusPart as Part;
    let by_weight = [
        Part::Help,
        Part::Left,
        Part::Section,
        Part::Page,
        Part::View,
        Part::Encoding,
        Part::Running,
        Part::Search,
        Part::Percent,
        Part::Typed,
    ];
    by_weight.iter().position(|one| *one == part).unwrap_or(0)
}

/// Returns the facts at the right, each with what it is of.
fn facts(state: &State) -> Vec<(StatusPart, String)> {
    let parts = &state.settings().page.status;
    let facts = parts.iter().map(|part| (part, fact(state, part)));
    facts.filter(|(_, words)| !words.is_empty()).collect()
}

/// Returns what is told at the right of `part`, nothing where it has nothing to tell.
fn fact(state: &State, part: StatusPart) -> String {
    match part {
        StatusPart::Title | StatusPart::Path => String::new(),
        StatusPart::Typed => state.typed(),
        StatusPart::Running => {
            progress(state).map_or_else(String::new, |going| state.words().say(&going))
        }
        StatusPart::Search => searched(state),
        StatusPart::Encoding => encoding(state),
        StatusPart::View => view(state),
        StatusPart::Section => section(state),
        StatusPart::Page => page(state),
        StatusPart::Left => left_to_read(state),
        StatusPart::Percent => percent(state),
        StatusPart::Help => help(state),
    }
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

/// Returns what the lines hold that are shown alone; what is searched for, how where that is unusual, and what was found.
fn searched(state: &State) -> String {
    let mut said = Vec::new();
    if let Some(filter) = state.finder().filter() {
        let room = state.size().columns / 5;
        let text = shortened(clean(filter.text()).as_str(), room, *state.view().model());
        said.push(format!("&{text}"));
        said.push(state.words().say(&matches(filter)));
    }
    if let Focus::Prompt(typed) = state.focus() {
        said.push(prompt::options(state, typed));
    } else if let Some(find) = state.finder().find() {
        let room = state.size().columns / 5;
        said.push(shortened(clean(find.text()).as_str(), room, *state.view().model()));
        said.push(prompt::unusual_words(state, &find.query().options()));
    }
    said.extend(state.finder().find().map(|find| state.words().say(&matches(find))));
    said.retain(|words| !words.is_empty());
    said.join(" ")
}

/// Returns the encoding where it is not what every text is in now, whether that is a guess, and what of it is invalid.
fn encoding(state: &State) -> String {
    let words = state.words();
    let told = state.book().document().facts().encoding.and_then(|verdict| {
        let name = verdict.encoding.name();
        match verdict.basis {
            Basis::Guessed => Some(words.say(&Phrase::new("encoding-guessed").with("name", name))),
            _ if verdict.encoding == Encoding::UTF_8 => None,
            _ => Some(name.to_owned()),
        }
    });
    let replaced = state.book().sections().replaced() as usize;
    let invalid = Phrase::new("invalid-bytes").with("count", replaced);
    let invalid = (replaced > 0).then(|| words.say(&invalid));
    let all: Vec<String> = told.into_iter().chain(invalid).collect();
    all.join("  ")
}

/// Returns how the document is shown, where that is not as its format decides.
fn view(state: &State) -> String {
    match state.book().view() {
        ViewMode::Auto => String::new(),
        view => state.words().say(&Phrase::new(format!("view-{}", view.name()))),
    }
}

/// Returns the number of the section in the contents, where all are known.
fn section(state: &State) -> String {
    let total = state.book().outline().sections().len();
    match state.section() {
        Some(number) if progress(state).is_none() => {
            let section = Phrase::new("status-section");
            state.words().say(&section.with("number", number + 1).with("total", total))
        }
        _ => String::new(),
    }
}

/// Returns the page of the printed book on which the first row is, where the document names its pages.
fn page(state: &State) -> String {
    let page = state.book().sections().places().page_at(state.view().top());
    page.map_or_else(String::new, |page| {
        state.words().say(&Phrase::new("status-page").with("page", page))
    })
}

/// Returns how long it takes to read what is left of the section and of the document, where that is known.
fn left_to_read(state: &State) -> String {
    let Some(left) = state.time_left() else { return String::new() };
    let document = Phrase::new("time-left").with("document", duration(left.document));
    let both = |section| {
        let both = Phrase::new("time-left-both").with("section", duration(section));
        both.with("document", duration(left.document))
    };
    let is_wide = state.size().columns >= BOTH_TIMES;
    let section = left.section.filter(|section| is_wide && *section < left.document);
    state.words().say(&section.map_or(document, both))
}

/// Returns the words for so many minutes.
fn duration(minutes: u64) -> Phrase {
    let [hours, rest] = [minutes / 60, minutes % 60].map(|part| part as usize);
    let name = if hours > 0 { "time-hours" } else { "time-minutes" };
    Phrase::new(name).with("hours", hours).with("minutes", rest)
}

/// Returns the per cent; of a long document with a decimal.
fn percent(state: &State) -> String {
    let tenths = state.view().per_mille();
    if state.book().document().size() < LONG || tenths == 1000 {
        return format!("{}%", state.view().percent());
    }
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// Returns the key that helps, while nothing else goes on.
fn help(state: &State) -> String {
    let idle = matches!(state.focus(), Focus::Page)
        && state.finder().find().or(state.finder().filter()).is_none()
        && state.typed().is_empty()
        && progress(state).is_none();
    let key = state.keymap().page().keys(Action::Help).first();
    match key.filter(|_| idle) {
        Some(key) => state.words().say(&Phrase::new("status-help").with("key", key.to_string())),
        None => String::new(),
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
