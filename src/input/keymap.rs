//! Which key does what on the page: a preset, and what the reader bound otherwise.

use std::sync::Arc;

use super::{ACTIONS, Action, Key, KeyCode};

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
    /// The presets with their names, in the order of the table of actions.
    pub const ALL: [(&'static str, Self); 3] =
        [("default", Self::Default), ("less", Self::Less), ("vim", Self::Vim)];
}

/// An action and the keys that do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// What is done.
    pub action: Action,
    /// The keys that do it.
    pub keys: Vec<Key>,
}

/// The keys of every action. Each key does one thing, and one leaves the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap(Arc<[Binding]>);

impl Default for Keymap {
    fn default() -> Self {
        Self::new(Preset::Default, &[])
    }
}

impl Keymap {
    /// Returns the keys of `preset`, but for those actions that `bound` gives other keys. A key that was another
    /// action's is taken from it; where nothing would leave the program, `^C` does.
    pub fn new(preset: Preset, bound: &[Binding]) -> Self {
        let mut keymap = Self::of(preset);
        let taken = |key: &Key| bound.iter().any(|binding| binding.keys.contains(key));
        for binding in &mut keymap {
            binding.keys.retain(|key| !taken(key));
            if let Some(other) = bound.iter().find(|other| other.action == binding.action) {
                binding.keys.clone_from(&other.keys);
            }
        }
        if let Some(quit) = keymap.iter_mut().find(|binding| binding.action == Action::Quit)
            && quit.keys.is_empty()
        {
            quit.keys.push(Key::ctrl('c'));
        }
        Self(keymap.into())
    }

    fn of(preset: Preset) -> Vec<Binding> {
        let at = Preset::ALL.iter().position(|(_, one)| *one == preset).unwrap_or(0);
        let keys =
            |names: &str| names.split_whitespace().filter_map(|name| name.parse().ok()).collect();
        let bindings = ACTIONS.iter().map(|entry| Binding {
            action: entry.action,
            keys: entry.keys.get(at).map_or_else(Vec::new, |names| keys(names)),
        });
        bindings.collect()
    }

    /// Returns what `key` does.
    pub fn action(&self, key: Key) -> Option<Action> {
        let does = |key| self.0.iter().find(|binding| binding.keys.contains(&key));
        // Whoever holds Shift for nothing is not ignored.
        let binding = does(key).or_else(|| does(Key { shift: false, ..key }));
        binding.map(|binding| binding.action)
    }

    /// Returns the keys that do `action`.
    pub fn keys(&self, action: Action) -> &[Key] {
        let binding = self.0.iter().find(|binding| binding.action == action);
        binding.map_or(&[], |binding| &binding.keys)
    }
}

/// Returns why `key` can't be bound to `action`, if it can't.
pub fn why_unbindable(key: Key, action: Action) -> Option<&'static str> {
    match key {
        Key { code: KeyCode::Char('1'..='9'), ctrl: false, alt: false, .. } => {
            Some("a digit begins a count")
        }
        key if key == Key::ctrl('z') && action != Action::Suspend => Some("it always suspends"),
        key if key == Key::plain(KeyCode::Esc) => Some("it stops what goes on"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_key_of_a_preset_is_a_key_and_does_one_thing() {
        for (at, (name, preset)) in Preset::ALL.iter().enumerate() {
            let keymap = Keymap::of(*preset);
            let mut seen = HashSet::new();
            for (binding, entry) in keymap.iter().zip(ACTIONS) {
                assert_eq!(
                    binding.keys.len(),
                    entry.keys[at].split_whitespace().count(),
                    "{name}: {}",
                    entry.name
                );
                for key in &binding.keys {
                    assert!(seen.insert(*key), "{name}: {key} does two things");
                }
            }
        }
    }

    #[test]
    fn a_question_mark_helps_or_searches_as_the_preset_has_it() {
        let does = |preset, key| Keymap::new(preset, &[]).action(key);
        assert_eq!(does(Preset::Default, Key::char('?')), Some(Action::Help));
        for preset in [Preset::Less, Preset::Vim] {
            assert_eq!(does(preset, Key::char('?')), Some(Action::SearchBack));
            assert_eq!(does(preset, Key::plain(KeyCode::F(1))), Some(Action::Help));
        }
        assert_eq!(does(Preset::Less, Key::char('y')), Some(Action::RowUp));
        assert_eq!(does(Preset::Vim, Key::ctrl('y')), Some(Action::RowUp));
    }

    #[test]
    fn a_bound_key_is_taken_from_what_had_it() {
        let bound = [Binding { action: Action::Help, keys: vec![Key::char('j')] }];
        let keymap = Keymap::new(Preset::Default, &bound);
        assert_eq!(keymap.action(Key::char('j')), Some(Action::Help));
        assert_eq!(keymap.action(Key::char('?')), None);
        assert_eq!(keymap.action(Key::plain(KeyCode::Down)), Some(Action::RowDown));
    }

    #[test]
    fn something_always_leaves() {
        let bound = [
            Binding { action: Action::Quit, keys: Vec::new() },
            Binding { action: Action::Help, keys: vec![Key::char('q')] },
        ];
        let keymap = Keymap::new(Preset::Vim, &bound);
        assert_eq!(keymap.keys(Action::Quit), [Key::ctrl('c')]);
    }
}
