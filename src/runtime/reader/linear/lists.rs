//! The lists in words: an entry a line, whose number chooses it.

use std::ops::Range;

use crate::app::{Focus, Label, MarkKind, MatchEntry, PlaceMark, Stage, State};
use crate::config::{AnySetting, Theme};
use crate::document::Position;
use crate::input::{KeyContext, KeyRow};
use crate::search::Context;
use crate::shelf::Recent;
use crate::ui;
use crate::words::Phrase;

/// Returns what the entries are; none where no list has the keys.
pub(super) fn head(state: &State) -> Option<Phrase> {
    let head = match state.focus() {
        Focus::Contents(_) => "contents-head",
        Focus::Bookmarks(list) => match list.kind() {
            MarkKind::Place => "bookmarks-head",
            MarkKind::Words => "notes-head",
        },
        Focus::Recent(_) => "recent-head",
        Focus::Encodings(list) if list.stage() == Stage::Choosing => "linear-encodings",
        Focus::Themes(_) => "linear-themes",
        Focus::Settings(_) => "linear-settings",
        Focus::Matches(_) => "linear-matches",
        Focus::Labels(_) => "linear-links",
        Focus::Help(_) => "linear-commands",
        _ => return None,
    };
    Some(head.into())
}

/// Returns how many entries the list has.
pub(super) fn count(state: &State) -> usize {
    match state.focus() {
        Focus::Contents(list) => list.listed().len(),
        Focus::Bookmarks(list) => list.listed().len(),
        Focus::Recent(list) => list.count(),
        Focus::Encodings(list) => list.listed().len(),
        Focus::Themes(list) => list.listed().len(),
        Focus::Settings(list) => list.listed().len(),
        Focus::Matches(list) => state.finder().find().map_or(0, |find| list.listed(find).total()),
        Focus::Labels(labels) => labels.shown().count(),
        Focus::Help(_) => help(state).len(),
        _ => 0,
    }
}

/// Returns which entry is the current one, where one is.
pub(super) fn current(state: &State) -> Option<usize> {
    match state.focus() {
        Focus::Contents(list) => {
            list.listed().iter().position(|number| Some(*number) == list.current())
        }
        Focus::Bookmarks(list) => Some(list.chosen()),
        Focus::Recent(list) => Some(list.chosen()),
        Focus::Encodings(list) => Some(list.chosen()),
        Focus::Themes(list) => Some(list.chosen()),
        Focus::Matches(list) => list.chosen(state.finder().find()?),
        _ => None,
    }
}

/// Returns the entries of these numbers, from 0; those of the help have none that they are chosen by.
pub(super) fn entries(state: &State, numbers: Range<usize>) -> Vec<String> {
    let (skip, take) = (numbers.start, numbers.len());
    let words: Vec<String> = match state.focus() {
        Focus::Contents(list) => {
            let listed = list.listed().iter().skip(skip).take(take);
            listed.filter_map(|number| section(state, *number)).collect()
        }
        Focus::Bookmarks(list) => {
            let marks = list.listed().iter().skip(skip).take(take);
            let marks = marks.filter_map(|at| state.book().marks().all().get(*at));
            marks.map(|one| mark(state, one)).collect()
        }
        Focus::Recent(list) => {
            let recent = list.listed().skip(skip).take(take);
            recent.map(|recent| document(state, recent, list.now())).collect()
        }
        Focus::Encodings(list) => {
            let offered = list.listed().iter().skip(skip).take(take);
            offered.map(|one| format!("{}, {}", one.encoding.name(), one.script)).collect()
        }
        Focus::Themes(list) => {
            let names = list.listed().iter().skip(skip).take(take);
            names.map(|name| theme(state, name)).collect()
        }
        Focus::Settings(list) => {
            let listed = list.listed().iter().skip(skip).take(take);
            listed.map(|one| setting(state, *one)).collect()
        }
        Focus::Matches(list) => {
            let find = state.finder().find();
            let entries = find.map(|find| list.entries(numbers.clone(), find, state.book()));
            entries.iter().flatten().map(|one| found(state, one)).collect()
        }
        Focus::Labels(labels) => {
            let shown = labels.shown().skip(skip).take(take);
            shown.map(|(place, _)| label(state, place)).collect()
        }
        Focus::Help(_) => return help(state).into_iter().skip(skip).take(take).collect(),
        _ => Vec::new(),
    };
    let here = current(state);
    let numbered = (skip..).zip(words).map(|(at, words)| {
        let name = if here == Some(at) { "linear-here" } else { "linear-entry" };
        state.words().say(&Phrase::new(name).with("number", at + 1).with("entry", words))
    });
    numbered.collect()
}

/// Returns a section: its title, its level, and whether it is folded.
fn section(state: &State, number: usize) -> Option<String> {
    let outline = state.book().outline();
    let section = outline.sections().get(number)?;
    let is_folded = outline.is_parent(number) && state.book().sections().is_folded(number);
    let phrase = Phrase::new(if is_folded { "linear-folded" } else { "linear-section" });
    let phrase = phrase.with("title", state.view().shown_title(section.title.trim()));
    Some(state.words().say(&phrase.with("level", usize::from(section.level))))
}

/// Returns a mark: what it is, what is written there or stands there, the section and the per cent.
fn mark(state: &State, mark: &PlaceMark) -> String {
    let kind = match mark.label() {
        Label::Letter(letter) => Phrase::new("linear-letter").with("letter", letter.to_string()),
        Label::Name(_) => "linear-bookmark-name".into(),
        Label::Highlight { colour, .. } => {
            Phrase::new("linear-highlight").with("colour", usize::from(*colour))
        }
        Label::Note { .. } => "linear-note".into(),
    };
    let words = state.view().shown_mark(mark);
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut told = vec![state.words().say(&kind), words.join(" ")];
    if mark.note().is_some() {
        told.push(state.view().shown_title(mark.quoted().trim()));
    }
    told.push(title_at(state, mark.place()));
    told.push(percent(state, mark.place()));
    joined(told)
}

/// Returns a document that was read before: its title, its folder, how far it was read, and when it was left.
fn document(state: &State, recent: &Recent, now: crate::shelf::Moment) -> String {
    let percent = recent.percent.map(|percent| format!("{percent}%")).unwrap_or_default();
    let left = state.words().say(&ui::left(recent, now));
    joined([recent.title().to_owned(), recent.folder().to_owned(), percent, left])
}

/// Returns a theme: its name, and whether it is the reader's own.
fn theme(state: &State, name: &str) -> String {
    let own = &state.preferences().themes().own;
    let is_own = Theme::built_in(name).is_none() && own.iter().any(|(own, _)| own == name);
    let whose = if is_own { state.words().get("own-theme") } else { String::new() };
    joined([name.to_owned(), whose])
}

/// Returns a setting: its name, its value, and what it does.
fn setting(state: &State, setting: AnySetting) -> String {
    let value = setting.value(state.preferences().config(), &state.finder().options());
    let does = state.words().say(&Phrase::new(setting.does()));
    format!("{} = {value}: {does}", setting.name())
}

/// Returns a match: the words around it, the section and the per cent.
fn found(state: &State, found: &MatchEntry) -> String {
    let Context { before, matched, after } = state.view().shown_context(&found.context);
    let what = state.words().get("linear-match");
    let words = format!("{before}[{what}: {matched}]{after}");
    let title = found.section.and_then(|number| state.book().outline().title(number));
    let title = state.view().shown_title(title.unwrap_or_default().trim());
    joined([words, title, format!("{}%", found.percent)])
}

/// Returns what can be followed at `place`: its words, or those of the row.
fn label(state: &State, place: Position) -> String {
    let part = state.book().document().part(place.part);
    let marks = part.marks_in(place.byte..place.byte + 1).iter();
    let link = marks.filter(|mark| part.target(mark).is_some()).map(|mark| mark.range.clone());
    let words = link.map(|bytes| part.slice(bytes).trim().to_owned()).next();
    let note = || {
        let marks = state.book().marks().all().iter();
        let mut notes = marks.filter(|mark| mark.place() == place);
        notes.find_map(PlaceMark::note).map(str::to_owned)
    };
    words.or_else(note).unwrap_or_default()
}

/// Returns the lines of the help: how lines are typed, and every command by its name with what it does.
fn help(state: &State) -> Vec<String> {
    let words = state.words();
    let lines = words.get("linear-help");
    let mut lines: Vec<String> = lines.lines().map(str::to_owned).collect();
    lines.extend(actions(state, KeyContext::Page));
    lines
}

/// Returns what can be done in `context`, each by its name, with the keys that can be typed in its place.
pub(super) fn actions(state: &State, context: KeyContext) -> Vec<String> {
    let rows = state.keymap().rows(context);
    rows.iter().map(|row| action(state, row)).collect()
}

/// Returns an action: its name, what it does, and the keys that can be typed in its place.
fn action(state: &State, row: &KeyRow<'_>) -> String {
    let typed =
        |keys: &&crate::input::Sequence| keys.keys().iter().all(|key| key.typed().is_some());
    let keys: Vec<String> = row.keys.iter().filter(typed).map(ToString::to_string).collect();
    let first = row.keys.first().map(ToString::to_string).unwrap_or_default();
    let does = Phrase::new(format!("action-{}", row.name)).with("key", first);
    let name = if keys.is_empty() {
        row.name.to_owned()
    } else {
        format!("{} ({})", row.name, keys.join(" "))
    };
    format!("{name}: {}", state.words().say(&does))
}

/// Returns the title of the section at `place`.
fn title_at(state: &State, place: Position) -> String {
    let (outline, document) = (state.book().outline(), state.book().document());
    let section = outline.holding(document.anchor(place));
    let title = section.and_then(|number| outline.title(number)).unwrap_or_default();
    state.view().shown_title(title.trim())
}

/// Returns the per cent at `place`.
fn percent(state: &State, place: Position) -> String {
    format!("{}%", (state.book().document().fraction(place) * 100.0) as usize)
}

/// Returns those of `told` that say something, in one line.
fn joined(told: impl IntoIterator<Item = String>) -> String {
    let told: Vec<String> = told.into_iter().filter(|words| !words.is_empty()).collect();
    told.join(", ")
}
