//! Which keys do what in each context: a preset, and what the reader bound otherwise.

use std::sync::Arc;

use super::table::{ActionEntry, KeyContext};
use super::{
    ACTIONS, Action, COMMAND, CommandAction, Key, KeyCode, LINKS, LIST, LinkAction, ListAction,
    MARKING, MarkAction, NOTE, NoteAction, PROMPT, PromptAction, SELECTING, SWITCHES, SelectAction,
    Sequence, Switch,
};

/// A set of keys that a reader may be used to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preset {
    /// Our own.
    #[default]
    Default,
    /// Those of less.
    Less,
    /// Those of vim.
    Vim,
}

impl Preset {
    /// The presets with their names, in the order of the tables of keys.
    pub const ALL: [(&'static str, Self); 3] =
        [("default", Self::Default), ("less", Self::Less), ("vim", Self::Vim)];
}

/// The name of an action and the keys that the reader gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The name.
    pub name: &'static str,
    /// The keys.
    pub keys: Vec<Sequence>,
}

/// An action of any context, as it is named and bound.
#[derive(Clone, Debug)]
pub struct KeyRow<'a> {
    /// Its name.
    pub name: &'static str,
    /// The keys that do it.
    pub keys: &'a [Sequence],
}

/// What keys come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup<A> {
    /// They do this.
    Does(A),
    /// More keys may follow that do something.
    Begun,
    /// They do nothing.
    Nothing,
}

/// The keys of one context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bindings<A>(Arc<[(A, Vec<Sequence>)]>);

impl<A: Copy + PartialEq> Bindings<A> {
    /// Returns the keys of `preset` in `table`, but for those actions that `bound` gives other keys. Keys that were
    /// another action's are taken from it, and those that would begin them or go on from them. Each of `always` has
    /// one key at least: its own where none is left.
    fn new(
        table: &[ActionEntry<A>],
        preset: Preset,
        bound: &[Binding],
        always: &[(A, Key)],
    ) -> Self {
        let at = Preset::ALL.iter().position(|(_, one)| *one == preset).unwrap_or(0);
        let of = |name| bound.iter().find(|binding: &&Binding| binding.name == name);
        let taken: Vec<&Sequence> = table
            .iter()
            .filter_map(|entry| of(entry.name))
            .flat_map(|binding| &binding.keys)
            .collect();
        let is_taken =
            |keys: &Sequence| taken.iter().any(|taken| taken.begins(keys) || keys.begins(taken));
        let mut bindings: Vec<(A, Vec<Sequence>)> = table
            .iter()
            .map(|entry| {
                let own = of(entry.name).map(|binding| binding.keys.clone());
                let usual = entry.keys.get(at).copied().unwrap_or_default();
                let usual = usual.split_whitespace().filter_map(|name| name.parse().ok());
                let keys = own.unwrap_or_else(|| usual.filter(|keys| !is_taken(keys)).collect());
                (entry.action, keys)
            })
            .collect();
        for (action, key) in always {
            ensure(&mut bindings, action, &(*key).into());
        }
        Self(bindings.into())
    }

    /// Returns what `keys`, pressed one after the other, come to.
    pub fn look_up(&self, keys: &[Key]) -> Lookup<A> {
        let all = || self.0.iter().flat_map(|(action, all)| all.iter().map(|keys| (*action, keys)));
        let exact = |wanted: &[Key]| {
            all().find(|(_, keys)| keys.keys() == wanted).map(|(action, _)| action)
        };
        // Whoever holds Shift for nothing is not ignored.
        let plain: Vec<Key> = keys.iter().map(|key| Key { shift: false, ..*key }).collect();
        // The last of several may be any letter.
        let mut open = keys.to_vec();
        if let [_, .., last] = open.as_mut_slice()
            && last.typed().is_some_and(char::is_alphabetic)
        {
            *last = Key::plain(KeyCode::Letter);
        }
        if let Some(action) = exact(keys).or_else(|| exact(&plain)).or_else(|| exact(&open)) {
            return Lookup::Does(action);
        }
        let begun = all().any(|(_, longer)| longer.keys().starts_with(keys));
        if begun { Lookup::Begun } else { Lookup::Nothing }
    }

    /// Returns what `key` does by itself.
    pub fn action(&self, key: Key) -> Option<A> {
        match self.look_up(&[key]) {
            Lookup::Does(action) => Some(action),
            Lookup::Begun | Lookup::Nothing => None,
        }
    }

    /// Returns the keys that do `action`.
    pub fn keys(&self, action: A) -> &[Sequence] {
        let bound = self.0.iter().find(|(one, _)| *one == action);
        bound.map_or(&[], |(_, keys)| keys.as_slice())
    }
}

/// Gives `action` the key where it has none, or where that is Esc, which always leaves; takes it from what had it.
fn ensure<A: PartialEq>(bindings: &mut [(A, Vec<Sequence>)], action: &A, key: &Sequence) {
    let escape = Sequence::from(Key::plain(KeyCode::Esc));
    let suffices = |keys: &[Sequence]| keys.contains(key) || (*key != escape && !keys.is_empty());
    if bindings.iter().any(|(one, keys)| one == action && suffices(keys)) {
        return;
    }
    for (one, keys) in bindings {
        keys.retain(|other| other != key);
        if one == action {
            keys.push(key.clone());
        }
    }
}

/// The keys of every context. In each one leaves, and on the page one helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    page: Bindings<Action>,
    list: Bindings<ListAction>,
    marking: Bindings<MarkAction>,
    selecting: Bindings<SelectAction>,
    links: Bindings<LinkAction>,
    note: Bindings<NoteAction>,
    prompt: Bindings<PromptAction>,
    switches: Bindings<Switch>,
    command: Bindings<CommandAction>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::new(Preset::Default, &[])
    }
}

impl Keymap {
    /// Returns the keys of `preset`, but for those actions that `bound` gives other keys.
    pub fn new(preset: Preset, bound: &[Binding]) -> Self {
        let escape = Key::plain(KeyCode::Esc);
        let page = [(Action::Quit, Key::ctrl('c')), (Action::Help, Key::plain(KeyCode::F(1)))];
        let enter = Key::plain(KeyCode::Enter);
        Self {
            page: Bindings::new(ACTIONS, preset, bound, &page),
            list: Bindings::new(
                LIST,
                preset,
                bound,
                &[(ListAction::Leave, escape), (ListAction::Go, enter)],
            ),
            marking: Bindings::new(MARKING, preset, bound, &[(MarkAction::Leave, escape)]),
            selecting: Bindings::new(SELECTING, preset, bound, &[(SelectAction::Leave, escape)]),
            links: Bindings::new(
                LINKS,
                preset,
                bound,
                &[(LinkAction::Leave, escape), (LinkAction::Follow, enter)],
            ),
            note: Bindings::new(
                NOTE,
                preset,
                bound,
                &[(NoteAction::Leave, escape), (NoteAction::Keep, Key::ctrl('s'))],
            ),
            prompt: Bindings::new(
                PROMPT,
                preset,
                bound,
                &[(PromptAction::Leave, escape), (PromptAction::Keep, enter)],
            ),
            switches: Bindings::new(SWITCHES, preset, bound, &[]),
            command: Bindings::new(COMMAND, preset, bound, &[]),
        }
    }

    /// Returns the keys of the page.
    pub fn page(&self) -> &Bindings<Action> {
        &self.page
    }

    /// Returns the keys of lists.
    pub fn list(&self) -> &Bindings<ListAction> {
        &self.list
    }

    /// Returns the keys while a line is made a heading.
    pub fn marking(&self) -> &Bindings<MarkAction> {
        &self.marking
    }

    /// Returns the keys while text is selected.
    pub fn selecting(&self) -> &Bindings<SelectAction> {
        &self.selecting
    }

    /// Returns the keys while links have labels, and in the window of one.
    pub fn links(&self) -> &Bindings<LinkAction> {
        &self.links
    }

    /// Returns the keys while a note is written.
    pub fn note(&self) -> &Bindings<NoteAction> {
        &self.note
    }

    /// Returns the keys while a search is typed.
    pub fn prompt(&self) -> &Bindings<PromptAction> {
        &self.prompt
    }

    /// Returns the keys in the list of switches.
    pub fn switches(&self) -> &Bindings<Switch> {
        &self.switches
    }

    /// Returns the keys in the command line.
    pub fn command(&self) -> &Bindings<CommandAction> {
        &self.command
    }

    /// Returns the actions of `context` with their keys, in the order of the help.
    pub fn rows(&self, context: KeyContext) -> Vec<KeyRow<'_>> {
        match context {
            KeyContext::Page => rows(ACTIONS, &self.page),
            KeyContext::List => rows(LIST, &self.list),
            KeyContext::Marking => rows(MARKING, &self.marking),
            KeyContext::Selecting => rows(SELECTING, &self.selecting),
            KeyContext::Links => rows(LINKS, &self.links),
            KeyContext::Note => rows(NOTE, &self.note),
            KeyContext::Prompt => rows(PROMPT, &self.prompt),
            KeyContext::Switches => rows(SWITCHES, &self.switches),
            KeyContext::Command => rows(COMMAND, &self.command),
        }
    }
}

fn rows<'a, A: Copy + PartialEq>(
    table: &'static [ActionEntry<A>],
    bindings: &'a Bindings<A>,
) -> Vec<KeyRow<'a>> {
    let row = |entry: &'static ActionEntry<A>| KeyRow {
        name: entry.name,
        keys: bindings.keys(entry.action),
    };
    table.iter().map(row).collect()
}

/// Returns the names of all actions with their contexts.
pub fn names() -> impl Iterator<Item = (&'static str, KeyContext)> {
    fn of<A>(
        table: &'static [ActionEntry<A>],
        context: KeyContext,
    ) -> impl Iterator<Item = (&'static str, KeyContext)> {
        table.iter().map(move |entry| (entry.name, context))
    }
    of(ACTIONS, KeyContext::Page)
        .chain(of(LIST, KeyContext::List))
        .chain(of(MARKING, KeyContext::Marking))
        .chain(of(SELECTING, KeyContext::Selecting))
        .chain(of(LINKS, KeyContext::Links))
        .chain(of(NOTE, KeyContext::Note))
        .chain(of(PROMPT, KeyContext::Prompt))
        .chain(of(SWITCHES, KeyContext::Switches))
        .chain(of(COMMAND, KeyContext::Command))
}

/// Why keys can't be bound to an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unbindable {
    /// A digit begins a count.
    Count,
    /// The key always suspends the program.
    Suspends,
    /// The key leaves, and stops what goes on.
    Leaves,
    /// Any letter stands for it, after another key.
    AnyLetter,
    /// It is typed where the action is.
    Typed,
    /// Keys follow each other on the page and in a selection alone.
    Several,
    /// They are bound to another action.
    Bound(&'static str),
    /// These, which they begin or go on from, are bound to another action.
    Overlaps(Sequence, &'static str),
}

/// Returns why `keys` can't be bound to the action of this name in `context`, where `bound` is bound already, if they
/// can't.
pub fn why_unbindable(
    keys: &Sequence,
    (name, context): (&str, KeyContext),
    bound: &[Binding],
) -> Option<Unbindable> {
    let first = keys.keys().first()?;
    let types = matches!(context, KeyContext::List | KeyContext::Prompt | KeyContext::Command)
        && first.typed().is_some();
    let counts = matches!(context, KeyContext::Page | KeyContext::Selecting);
    let why = match first {
        Key { code: KeyCode::Char('1'..='9'), ctrl: false, .. } if counts => Unbindable::Count,
        key if *key == Key::ctrl('z') && name != "suspend" => Unbindable::Suspends,
        key if *key == Key::plain(KeyCode::Esc) && !name.starts_with("leave") => Unbindable::Leaves,
        Key { code: KeyCode::Letter, .. } => Unbindable::AnyLetter,
        _ if types => Unbindable::Typed,
        _ if keys.keys().len() > 1 && !counts => Unbindable::Several,
        _ => return conflict(keys, context, bound),
    };
    Some(why)
}

/// Returns the reason where another action of `context` is bound to these keys, or to such as begin them or go on
/// from them.
fn conflict(keys: &Sequence, context: KeyContext, bound: &[Binding]) -> Option<Unbindable> {
    let here = |binding: &&Binding| names().any(|one| one == (binding.name, context));
    bound.iter().filter(here).find_map(|binding| {
        let other = binding.keys.iter().find(|one| one.begins(keys) || keys.begins(one))?;
        Some(if other == keys {
            Unbindable::Bound(binding.name)
        } else {
            Unbindable::Overlaps(other.clone(), binding.name)
        })
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn all(preset: Preset) -> Keymap {
        Keymap::new(preset, &[])
    }

    #[test]
    fn each_action_has_one_name_and_its_keys_are_keys() {
        let mut seen = HashSet::new();
        for (name, _) in names() {
            assert!(seen.insert(name), "{name} names two actions");
        }
        for (at, (name, preset)) in Preset::ALL.iter().enumerate() {
            let keymap = all(*preset);
            for (entry, row) in ACTIONS.iter().zip(keymap.rows(KeyContext::Page)) {
                let count = entry.keys[at].split_whitespace().count();
                assert_eq!(row.keys.len(), count, "{name}: {}", entry.name);
            }
        }
    }

    #[test]
    fn in_no_context_do_keys_do_two_things_or_begin_others() {
        for (name, preset) in Preset::ALL {
            let keymap = all(preset);
            for context in KeyContext::ALL {
                let mut seen: Vec<Sequence> = Vec::new();
                for keys in keymap.rows(context).iter().flat_map(|row| row.keys) {
                    let other = seen.iter().find(|one| one.begins(keys) || keys.begins(one));
                    assert_eq!(other, None, "{name}, {context:?}: {keys}");
                    seen.push(keys.clone());
                }
            }
        }
    }

    #[test]
    fn no_key_that_types_does_anything_else_in_a_list_or_a_prompt() {
        let keymap = Keymap::default();
        for context in [KeyContext::List, KeyContext::Prompt] {
            for keys in keymap.rows(context).iter().flat_map(|row| row.keys) {
                assert_eq!(keys.keys()[0].typed(), None, "{keys}");
            }
        }
    }

    #[test]
    fn a_question_mark_helps_or_searches_as_the_preset_has_it() {
        let does = |preset, key| all(preset).page().action(key);
        assert_eq!(does(Preset::Default, Key::char('?')), Some(Action::Help));
        for preset in [Preset::Less, Preset::Vim] {
            assert_eq!(does(preset, Key::char('?')), Some(Action::SearchBack));
            assert_eq!(does(preset, Key::plain(KeyCode::F(1))), Some(Action::Help));
        }
        assert_eq!(does(Preset::Less, Key::char('y')), Some(Action::RowUp));
        assert_eq!(does(Preset::Vim, Key::ctrl('y')), Some(Action::RowUp));
    }

    #[test]
    fn keys_that_follow_each_other_wait_for_the_last() {
        let keymap = all(Preset::Vim);
        let looked = |keys: &str| {
            let keys: Vec<Key> = keys.chars().map(Key::char).collect();
            keymap.page().look_up(&keys)
        };
        assert_eq!(looked("g"), Lookup::Begun);
        assert_eq!(looked("gg"), Lookup::Does(Action::Start));
        assert_eq!(looked("gx"), Lookup::Nothing);
        assert_eq!(looked("ZZ"), Lookup::Does(Action::Quit));
    }

    #[test]
    fn the_last_of_several_keys_may_be_any_letter() {
        let keymap = all(Preset::Default);
        let looked = |keys: &str| {
            let keys: Vec<Key> = keys.chars().map(Key::char).collect();
            keymap.page().look_up(&keys)
        };
        assert_eq!(looked("mx"), Lookup::Does(Action::SetMark));
        assert_eq!(looked("m雨"), Lookup::Does(Action::SetMark));
        assert_eq!((looked("m1"), looked("''")), (Lookup::Nothing, Lookup::Does(Action::Swap)));
    }

    fn binding(name: &'static str, keys: &[&str]) -> Binding {
        Binding { name, keys: keys.iter().map(|name| name.parse().unwrap()).collect() }
    }

    #[test]
    fn a_bound_key_is_taken_from_what_had_it() {
        let keymap = Keymap::new(Preset::Default, &[binding("help", &["j"])]);
        assert_eq!(keymap.page().action(Key::char('j')), Some(Action::Help));
        assert_eq!(keymap.page().action(Key::char('?')), None);
        assert_eq!(keymap.page().action(Key::plain(KeyCode::Down)), Some(Action::RowDown));
        let keymap = Keymap::new(Preset::Default, &[binding("start", &["gg"])]);
        assert_eq!(keymap.page().action(Key::char('g')), None, "it begins what was bound");
        let keymap = Keymap::new(Preset::Vim, &[binding("start", &["g"])]);
        assert_eq!(keymap.page().action(Key::char('g')), Some(Action::Start));
    }

    #[test]
    fn something_always_leaves_and_helps() {
        let bound = [binding("quit", &[]), binding("help", &[]), binding("leave_list", &[])];
        let keymap = Keymap::new(Preset::Vim, &bound);
        assert_eq!(keymap.page().keys(Action::Quit), [Key::ctrl('c').into()]);
        assert_eq!(keymap.page().keys(Action::Help), [Key::plain(KeyCode::F(1)).into()]);
        assert_eq!(keymap.list().keys(ListAction::Leave), [Key::plain(KeyCode::Esc).into()]);
    }

    #[test]
    fn what_can_t_be_bound_says_why() {
        let bound = [binding("end", &["zz"])];
        let why = |keys: &str, name| {
            let context = names().find(|(one, _)| *one == name).unwrap().1;
            why_unbindable(&keys.parse().unwrap(), (name, context), &bound)
        };
        assert_eq!(why("7", "help"), Some(Unbindable::Count));
        assert_eq!(why("x", "leave_list"), Some(Unbindable::Typed));
        assert_eq!(why("zz", "help"), Some(Unbindable::Bound("end")));
        let overlaps = Unbindable::Overlaps("zz".parse().unwrap(), "end");
        assert_eq!(why("z", "help"), Some(overlaps));
        assert_eq!(why("z", "line_down"), None, "it is another context");
        assert!(why("Letter", "help").is_some() && why("x<Letter>", "help").is_none());
        assert_eq!(why("zt", "help"), None);
    }
}
