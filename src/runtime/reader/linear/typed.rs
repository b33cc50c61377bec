//! What a typed line means where the reader is, as messages: on the page a command by its name, the keys of one, a number
//! or a search; in a list the number of an entry; where words are typed, those.

use crate::app::{Focus, Message, Stage, State, Typing};
use crate::input::{
    Action, Bindings, Key, KeyCode, KeyContext, LinkAction, ListAction, Lookup, MarkAction,
    NoteAction, PromptAction, SelectAction, Sequence,
};

use super::lists;

/// What a typed line comes to.
pub(super) enum TypedLine {
    /// The state is told this.
    Tell(Vec<Message>),
    /// What was printed last is printed again.
    Again,
    /// The next entries of the list are printed; after the last the list is left.
    More,
    /// What can be typed here is printed.
    Explain,
    /// It means nothing here.
    Unknown,
}

/// Deletes what stands in a line.
const CLEAR: Key = Key::ctrl('u');

/// The line that keeps a note.
const KEEPS: &str = ".";

/// The line that leaves a note.
const LEAVES: &str = "..";

/// Returns what `line` comes to where the reader of `state` is.
pub(super) fn meaning(state: &State, line: &str) -> TypedLine {
    let keymap = state.keymap();
    if let Focus::Note(_) = state.focus() {
        return TypedLine::Tell(match line {
            KEEPS => keys_of(keymap.note().keys(NoteAction::Keep)),
            // Where something would be lost, it is asked for twice.
            LEAVES => [(); 2]
                .iter()
                .flat_map(|()| keys_of(keymap.note().keys(NoteAction::Leave)))
                .collect(),
            words => vec![Message::Paste(format!("{words}\n"))],
        });
    }
    let line = line.trim();
    match state.focus() {
        Focus::Page => on_page(state, line),
        Focus::Commands(_) => TypedLine::Tell(obey(leave(state), line)),
        focus if is_typing(focus) => TypedLine::Tell(type_words(state, line)),
        focus if lists::head(state).is_some() => in_list(state, focus, line),
        Focus::Selecting(_) => by_name(state, KeyContext::Selecting, keymap.selecting(), line),
        Focus::Marking(_) => by_name(state, KeyContext::Marking, keymap.marking(), line),
        Focus::LinkWindow(_) if line.is_empty() => {
            TypedLine::Tell(keys_of(keymap.links().keys(LinkAction::Follow)))
        }
        Focus::LinkWindow(_) => by_name(state, KeyContext::Links, keymap.links(), line),
        Focus::Encodings(_) if line.is_empty() => {
            TypedLine::Tell(keys_of(keymap.list().keys(ListAction::Go)))
        }
        _ => TypedLine::Tell(leave(state)),
    }
}

/// Returns whether words are typed where `focus` is.
pub(super) fn is_typing(focus: &Focus) -> bool {
    match focus {
        Focus::Prompt(prompt) => prompt.typing() == Typing::Line,
        Focus::Settings(list) => list.typed().is_some(),
        Focus::Bookmarks(list) => list.name().is_some(),
        _ => false,
    }
}

/// Returns the context of keys where `focus` is.
pub(super) fn context(focus: &Focus) -> KeyContext {
    match focus {
        Focus::Selecting(_) => KeyContext::Selecting,
        Focus::Marking(_) => KeyContext::Marking,
        Focus::LinkWindow(_) | Focus::Labels(_) => KeyContext::Links,
        Focus::Page => KeyContext::Page,
        _ => KeyContext::List,
    }
}

fn on_page(state: &State, line: &str) -> TypedLine {
    let keymap = state.keymap();
    let search = |first: Vec<Message>, words: &str| {
        let keep = keys_of(keymap.prompt().keys(PromptAction::Keep));
        let words = [Message::Paste(words.to_owned())];
        TypedLine::Tell(first.into_iter().chain(words).chain(keep).collect())
    };
    let obeyed = |command: &str| Message::Obey(command.to_owned());
    let mut rest = line.chars();
    let first = rest.next().map(Key::char);
    let rest = rest.as_str();
    match line {
        "" => return TypedLine::Tell(vec![obeyed("page_down")]),
        "." => return TypedLine::Again,
        "?" | ":" => return TypedLine::Tell(vec![obeyed("help")]),
        _ => {}
    }
    if let Some(command) = line.strip_prefix(':') {
        return TypedLine::Tell(vec![obeyed(command.trim())]);
    }
    if let Some(words) = line.strip_prefix('/').filter(|words| !words.is_empty()) {
        return search(vec![obeyed("search")], words);
    }
    let begins = first.and_then(|key| Some((key, keymap.page().action(key)?)));
    if let (Some((key, Action::SearchBack | Action::Filter)), false) = (begins, rest.is_empty()) {
        return search(vec![Message::Key(key)], rest);
    }
    TypedLine::Tell(keys_in(keymap.page(), line).unwrap_or_else(|| vec![obeyed(line)]))
}

fn in_list(state: &State, focus: &Focus, line: &str) -> TypedLine {
    let keymap = state.keymap();
    let go = || keys_of(keymap.list().keys(ListAction::Go));
    let entry = |word: &str| {
        let number = word.parse::<usize>().ok()?.checked_sub(1)?;
        (number < lists::count(state)).then_some(number)
    };
    if let Some(command) = line.strip_prefix(':') {
        return TypedLine::Tell(obey(leave(state), command.trim()));
    }
    if let Some(words) = line.strip_prefix('/') {
        return TypedLine::Tell(narrow(focus, words));
    }
    match (line, entry(line)) {
        ("", _) => TypedLine::More,
        (".", _) => TypedLine::Again,
        ("?", _) => TypedLine::Explain,
        ("q", _) => TypedLine::Tell(leave(state)),
        (_, Some(number)) => TypedLine::Tell(match focus {
            Focus::Labels(labels) => {
                let letters = labels.shown().nth(number).map(|(_, label)| label);
                letters.unwrap_or_default().chars().map(Key::char).map(Message::Key).collect()
            }
            Focus::Help(_) => return TypedLine::Unknown,
            Focus::Settings(_) => chosen(number, keys_of(keymap.list().keys(ListAction::Name))),
            _ => chosen(number, go()),
        }),
        _ => {
            let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
            let number = entry(rest.trim());
            match (named(state, context(focus), name), number) {
                (Some(keys), Some(number)) => TypedLine::Tell(chosen(number, keys)),
                (Some(keys), None) if rest.is_empty() => TypedLine::Tell(keys),
                // A command of the page needs no list closed before it.
                (None, _) if is_command(state, name) => TypedLine::Tell(obey(leave(state), line)),
                _ => TypedLine::Unknown,
            }
        }
    }
}

/// Returns what chooses entry `number`, and then presses `keys`.
fn chosen(number: usize, keys: Vec<Message>) -> Vec<Message> {
    std::iter::once(Message::Choose(number)).chain(keys).collect()
}

/// Returns what narrows the list to `words`; the help takes a key before.
fn narrow(focus: &Focus, words: &str) -> Vec<Message> {
    let typed = [Message::Key(CLEAR), Message::Paste(words.to_owned())];
    match focus {
        Focus::Help(_) => std::iter::once(Message::Key(Key::char('/')))
            .chain(typed)
            .chain([Message::Key(Key::plain(KeyCode::Enter))])
            .collect(),
        _ => typed.into(),
    }
}

/// Returns what takes `words` where words are typed; nothing typed leaves that.
fn type_words(state: &State, words: &str) -> Vec<Message> {
    let keymap = state.keymap();
    if words.is_empty() {
        return keys_of(keymap.prompt().keys(PromptAction::Leave));
    }
    let keep = keys_of(keymap.prompt().keys(PromptAction::Keep));
    let typed = [Message::Key(CLEAR), Message::Paste(words.to_owned())];
    // The value of a setting is kept with the list.
    let go = match state.focus() {
        Focus::Settings(_) => keys_of(keymap.list().keys(ListAction::Go)),
        _ => Vec::new(),
    };
    typed.into_iter().chain(keep).chain(go).collect()
}

/// Returns what a line does where each action of `context` has its name and its keys.
fn by_name<A: Copy + PartialEq>(
    state: &State,
    context: KeyContext,
    bindings: &Bindings<A>,
    line: &str,
) -> TypedLine {
    match line {
        "?" => TypedLine::Explain,
        "" | "." => TypedLine::Again,
        "q" => TypedLine::Tell(leave(state)),
        _ => match named(state, context, line).or_else(|| keys_in(bindings, line)) {
            Some(keys) => TypedLine::Tell(keys),
            None => TypedLine::Unknown,
        },
    }
}

/// Returns what leaves the panel, also where a list is narrowed.
fn leave(state: &State) -> Vec<Message> {
    let keymap = state.keymap();
    let keys = match state.focus() {
        Focus::Selecting(_) => keymap.selecting().keys(SelectAction::Leave),
        Focus::Marking(_) => keymap.marking().keys(MarkAction::Leave),
        Focus::LinkWindow(_) | Focus::Labels(_) => keymap.links().keys(LinkAction::Leave),
        Focus::Help(_) => return vec![Message::Key(Key::plain(KeyCode::Esc))],
        _ => keymap.list().keys(ListAction::Leave),
    };
    let is_asking =
        matches!(state.focus(), Focus::Encodings(list) if list.stage() == Stage::Asking);
    let is_narrowed = state.focus().line().is_some_and(|line| !line.text().is_empty());
    let times = if is_narrowed && !is_asking { 2 } else { 1 };
    (0..times).flat_map(|_| keys_of(keys)).collect()
}

/// Returns `before`, and then that `command` is obeyed, if there is one.
fn obey(before: Vec<Message>, command: &str) -> Vec<Message> {
    let command = Some(command).filter(|command| !command.is_empty());
    before.into_iter().chain(command.map(|command| Message::Obey(command.to_owned()))).collect()
}

/// Returns whether a command of the page is called `name`.
fn is_command(state: &State, name: &str) -> bool {
    state.keymap().rows(KeyContext::Page).iter().any(|row| row.name == name)
}

/// Returns the keys of the action of `context` that is called `name`.
fn named(state: &State, context: KeyContext, name: &str) -> Option<Vec<Message>> {
    let rows = state.keymap().rows(context);
    let row = rows.iter().find(|row| row.name == name)?;
    Some(keys_of(row.keys)).filter(|keys| !keys.is_empty())
}

/// Returns the first of `keys`, pressed.
fn keys_of(keys: &[Sequence]) -> Vec<Message> {
    let keys = keys.first().map(Sequence::keys).unwrap_or_default();
    keys.iter().copied().map(Message::Key).collect()
}

/// Returns the keys that `line` types, if they do something together, with a number before them or without.
fn keys_in<A: Copy + PartialEq>(bindings: &Bindings<A>, line: &str) -> Option<Vec<Message>> {
    let keys: Vec<Key> = line.chars().map(Key::char).collect();
    let digits = line.chars().take_while(|c| c.is_ascii_digit() || *c == '.').count();
    let after = keys.get(digits..).unwrap_or_default();
    let does = matches!(bindings.look_up(after), Lookup::Does(_)) && !after.is_empty();
    does.then(|| keys.into_iter().map(Message::Key).collect())
}
