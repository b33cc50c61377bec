//! The line in which a search is typed, what is wrong with it, and the list of its switches.

use super::hints::{self, FooterKey};
use super::line;
use super::paint::Canvas;
use super::trail::shortened;
use crate::app::{Find, Prompt, Purpose, State, Typing, unusual, value};
use crate::config::{Look, Role};
use crate::input::{KeyContext, PromptAction, SWITCHES};
use crate::layout::flow::Way;
use crate::search::{QueryError, SearchOptions};
use crate::text::{Clean, clean};
use crate::words::Phrase;

/// The cells of the list of switches: the key, what it is for, its value.
const LIST: [usize; 3] = [3, 20, 24];

/// Paints the prompt in row `y` and returns the column of its cursor.
pub(super) fn paint(
    state: &State,
    prompt: &Prompt,
    canvas: &mut Canvas,
    y: usize,
    room: usize,
) -> usize {
    let sign = match (prompt.purpose(), prompt.way()) {
        (Purpose::Filter, _) => "&",
        (Purpose::Go, Way::Up) => "?",
        (Purpose::Go, Way::Down) => "/",
    };
    let error = state.finder().find().and_then(Find::error);
    let wrong = error.map_or(0..0, |error| error.at.clone());
    let theme = &state.settings().theme;
    let own = &mut canvas.on(theme.look(Role::Prompt));
    let look = theme.look(Role::Wrong);
    let cursor = line::paint(own, (sign, prompt.line()), (wrong, look), (y, room));
    let text = prompt.line().text();
    if let Some(above) = y.checked_sub(1) {
        if let Some(error) = error {
            let told = state.words().say(&told(error, text));
            paint_above(state, &clean(&told), canvas, above);
        } else if let Some(told) = state.told().filter(|_| prompt.line().is_full()) {
            paint_above(state, &clean(&told), canvas, above);
        }
    }
    if prompt.typing() == Typing::Switches {
        paint_switches(state, prompt, &mut canvas.on(theme.look(Role::Panel)), y);
    }
    cursor
}

/// Returns what is wrong with `text`, and where.
fn told(error: &QueryError, text: &str) -> Phrase {
    if error.at.is_empty() && error.at.start == 0 {
        return error.into();
    }
    let before = text.get(..error.at.start).unwrap_or_default();
    let character = before.chars().count() + 1;
    Phrase::new("query-at").with("character", character).with("error", Phrase::from(error))
}

/// Paints in row `y`, above the prompt, what the reader is told of it.
fn paint_above(state: &State, words: &Clean, canvas: &mut Canvas, y: usize) {
    let columns = state.size().columns;
    canvas.blank(0, y, columns, Look::default());
    canvas.text(1, y, columns.saturating_sub(2), words, state.settings().theme.look(Role::Wrong));
}

/// Paints the switches and their values above row `bottom`.
fn paint_switches(state: &State, prompt: &Prompt, canvas: &mut Canvas, bottom: usize) {
    let (theme, words) = (&state.settings().theme, state.words());
    let width = (LIST.iter().sum::<usize>() + 3).min(state.size().columns);
    let height = (SWITCHES.len() + 1).min(bottom);
    let top = bottom - height;
    let options = prompt.options();
    for y in top..bottom {
        canvas.blank(0, y, width, Look::default());
        canvas.text(width.saturating_sub(1), y, 1, &canvas.bar(false), theme.look(Role::Faint));
    }
    let room = width.saturating_sub(2);
    let head = clean(&words.get("switches-head"));
    let used = 1 + canvas.text(1, top, room, &head, theme.look(Role::Title)) + 2;
    let close = FooterKey::new(state.keymap().prompt(), &[PromptAction::Switches], "hint-close");
    let left = (1 + room).saturating_sub(used);
    let close = hints::row(&[close], words, left, canvas.model());
    canvas.text(used, top, left, &clean(&close), theme.look(Role::Faint));
    let rows = state.keymap().rows(KeyContext::Switches);
    for ((y, entry), row) in (top + 1..bottom).zip(SWITCHES).zip(rows) {
        let keys: Vec<String> = row.keys.iter().map(ToString::to_string).collect();
        let doc = words.say(&Phrase::new(format!("action-{}", entry.name)));
        let columns = [keys.join(" "), doc, words.get(value(entry.action, &options))];
        let mut x = 1;
        for (words, cells) in columns.iter().zip(LIST) {
            let left = cells.min((1 + room).saturating_sub(x));
            let words = clean(&shortened(clean(words).as_str(), left, canvas.model()));
            canvas.text(x, y, left, &words, Look::default());
            x += cells;
        }
    }
}

/// Returns the first key that opens the list of the switches and closes it.
fn switches_key(state: &State) -> String {
    let keys = state.keymap().prompt().keys(PromptAction::Switches);
    keys.first().map(ToString::to_string).unwrap_or_default()
}

/// Returns what is unusual in how `prompt` looks, and how to change it.
pub(super) fn options(state: &State, prompt: &Prompt) -> String {
    let unusual = unusual_words(state, &prompt.options());
    if unusual.is_empty() && prompt.line().text().is_empty() {
        let phrase = Phrase::new("prompt-switches").with("switches", switches_key(state));
        return state.words().say(&phrase);
    }
    unusual
}

/// Returns what is unusual in `options`, in brackets; nothing where they are as usual.
pub(super) fn unusual_words(state: &State, options: &SearchOptions) -> String {
    let words: Vec<String> =
        unusual(options).into_iter().map(|name| state.words().get(name)).collect();
    if words.is_empty() { String::new() } else { format!("[{}]", words.join(" ")) }
}
