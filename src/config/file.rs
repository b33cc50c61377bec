//! The file of settings (TOML): what it says, and what is wrong in it. What is right is taken whatever else is wrong.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::fault::{BadValue, Fault, FaultKind, KnownNames, Mend};
use super::near::{mend, near};
use super::setting::{LAYOUT, PAGE, SEARCH, Setting, named};
use super::{Config, RuleFor, SettingChange, sections};
use crate::budget::PATTERN_CHARS;
use crate::document::{Rule, RuleRoom};
use crate::input::{Binding, KeyContext, Sequence, names as action_names, why_unbindable};
use crate::layout::flow::Replacement;
use crate::text::Pattern;

/// The tables of the file, each with what reads it. A new table, or array of tables, is one row here.
const TABLES: &[(&str, TableReader)] = &[
    ("search", |reading, value| reading.search(value)),
    ("bind", |reading, value| reading.bind(value)),
    ("sections", |reading, value| reading.sections(value)),
    ("replace", |reading, value| reading.replace(value)),
];

/// The names in a table of a rule for headings.
const RULE: [&str; 3] = ["regex", "level", "files"];

/// The names in a table of a rule for what is shown.
const REPLACEMENT: [&str; 3] = ["regex", "with", "files"];

/// What reads the value of a table.
type TableReader = fn(&mut SettingsReader<'_>, &Spanned<DeValue<'_>>);

/// Returns the defaults as `text` changes them, and what is wrong in it, by lines.
pub fn read(text: &str) -> (Config, Vec<Fault>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reading = SettingsReader { text, config: Config::default(), faults: Vec::new() };
    for error in errors {
        let kind = FaultKind::NoToml(error.message().to_owned());
        reading.fault(error.span().unwrap_or_default(), kind);
    }
    reading.whole(table.get_ref());
    let SettingsReader { config, mut faults, .. } = reading;
    // One cause may show twice in its line.
    faults.sort_by_key(|fault| fault.line);
    faults.dedup_by_key(|fault| fault.line);
    (config, faults)
}

/// The file while it is read.
struct SettingsReader<'a> {
    text: &'a str,
    config: Config,
    faults: Vec<Fault>,
}

impl SettingsReader<'_> {
    /// Takes note of what is wrong at `span`.
    fn fault(&mut self, span: Range<usize>, kind: FaultKind) {
        self.faults.push(Fault::at(self.text, span.start, kind));
    }

    /// Takes note that `key` is none of `names`.
    fn no_name(&mut self, key: &Spanned<DeString<'_>>, names: KnownNames, mend: Mend) {
        let name = key.get_ref().as_ref().to_owned();
        self.fault(key.span(), FaultKind::NoName(names, name, mend));
    }

    /// Takes the settings that stand above all tables, and the tables.
    fn whole(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            if let Some((_, read)) = TABLES.iter().find(|(known, _)| *known == name) {
                read(self, value);
            } else if let Some(setting) = named(PAGE, name).or(named(LAYOUT, name)) {
                if let Some(change) = self.change(setting, value) {
                    change.apply(&mut self.config);
                }
            } else {
                let mend = stray(name).unwrap_or_else(|| mend(name, names()));
                self.no_name(key, KnownNames::Settings, mend);
            }
        }
    }

    /// Returns the table that `value`, called `name`, is.
    fn table<'t, 'v>(
        &mut self,
        name: &'static str,
        value: &'t Spanned<DeValue<'v>>,
    ) -> Option<&'t DeTable<'v>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.fault(value.span(), FaultKind::NoTable(name));
        }
        table
    }

    /// Takes the table of the switches of a search.
    fn search(&mut self, value: &Spanned<DeValue<'_>>) {
        let Some(table) = self.table("search", value) else { return };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            if let Some(setting) = named(SEARCH, name) {
                let change = self.change(setting, value);
                self.config.search.extend(change);
            } else {
                let mend = misplaced(name, SEARCH.iter().map(|setting| setting.name));
                self.no_name(key, KnownNames::Switches, mend);
            }
        }
    }

    /// Takes the table of the keys that are bound to actions.
    fn bind(&mut self, value: &Spanned<DeValue<'_>>) {
        let Some(table) = self.table("bind", value) else { return };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            if let Some(action) = action_names().find(|(known, _)| *known == name) {
                let keys = self.keys(action, value);
                self.config.bound.extend(keys.map(|keys| Binding { name: action.0, keys }));
            } else {
                let mend = misplaced(name, action_names().map(|(known, _)| known));
                self.no_name(key, KnownNames::Actions, mend);
            }
        }
    }

    /// Takes the rules for headings.
    fn sections(&mut self, value: &Spanned<DeValue<'_>>) {
        let rules = self.rules("sections", value, |reading, table| {
            let rule = reading.rule(table)?;
            let bytes = rule.pattern.bytes();
            Some((reading.in_files(rule, table)?, bytes))
        });
        self.config.rules.extend(rules);
    }

    /// Takes the rules for what is shown.
    fn replace(&mut self, value: &Spanned<DeValue<'_>>) {
        let rules = self.rules("replace", value, |reading, table| {
            let rule = reading.replacement(table)?;
            let bytes = rule.pattern.bytes();
            Some((reading.in_files(rule, table)?, bytes))
        });
        self.config.replacements.extend(rules);
    }

    /// Returns the rules in `value`, the tables called `name`, as far as there is room: what `read` makes of each, with the
    /// bytes of its pattern.
    fn rules<T>(
        &mut self,
        name: &'static str,
        value: &Spanned<DeValue<'_>>,
        read: impl Fn(&mut Self, &Spanned<DeValue<'_>>) -> Option<(RuleFor<T>, usize)>,
    ) -> Vec<RuleFor<T>> {
        let mut rules = Vec::new();
        let tables = value.get_ref().as_array();
        if tables.is_none_or(|tables| tables.iter().any(|table| !table.get_ref().is_table())) {
            self.fault(value.span(), FaultKind::NoTables(name));
            return rules;
        }
        let mut room = RuleRoom::default();
        for table in tables.into_iter().flatten() {
            let rule = room.is_open().map(|()| read(self, table));
            let rule = rule.and_then(|rule| {
                let taken =
                    rule.map(|(rule, bytes)| room.take(bytes + rule.files_bytes()).map(|()| rule));
                taken.transpose()
            });
            match rule {
                Ok(rule) => rules.extend(rule),
                Err(no_room) => {
                    self.fault(table.span(), FaultKind::NoRoom(no_room));
                    break;
                }
            }
        }
        rules
    }

    /// Returns the rule for headings that `value`, a table, is.
    fn rule(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Rule> {
        let [regex, level, _] = self.parts_of("sections", value, RULE)?;
        let (Some(regex), Some(level)) = (regex, level) else {
            self.fault(value.span(), FaultKind::HalfRule);
            return None;
        };
        let pattern = self.said("regex", regex, |text| Ok(Pattern::new(text)?))?;
        let level = self.said("level", level, sections::level)?;
        Some(Rule { pattern, level })
    }

    /// Returns the rule for what is shown that `value`, a table, is.
    fn replacement(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Replacement> {
        let [regex, with, _] = self.parts_of("replace", value, REPLACEMENT)?;
        let Some(regex) = regex else {
            self.fault(value.span(), FaultKind::NoRegex);
            return None;
        };
        let pattern = self.said("regex", regex, |text| Ok(Pattern::new(text)?))?;
        let Some(with) = with else { return Some(Replacement::new(pattern, "")) };
        self.said("with", with, |text| {
            let is_long = text.chars().nth(PATTERN_CHARS).is_some();
            let shown = if is_long { Err(BadValue::Long(PATTERN_CHARS)) } else { Ok(text) };
            shown.map(|text| Replacement::new(pattern, text))
        })
    }

    /// Returns what `value`, one of the tables called `table`, says under `names`, which are all that it may have.
    fn parts_of<'t, 'v>(
        &mut self,
        table: &'static str,
        value: &'t Spanned<DeValue<'v>>,
        names: [&'static str; 3],
    ) -> Option<[Option<&'t Spanned<DeValue<'v>>>; 3]> {
        let parts = value.get_ref().as_table()?;
        for key in parts.keys().filter(|key| !names.contains(&key.get_ref().as_ref())) {
            self.no_name(key, KnownNames::Rule(table), misplaced(key.get_ref(), names));
        }
        Some(names.map(|name| parts.get(name)))
    }

    /// Returns `rule` for the documents that `value`, its table, names.
    fn in_files<T>(&mut self, rule: T, value: &Spanned<DeValue<'_>>) -> Option<RuleFor<T>> {
        let Some(files) = value.get_ref().as_table()?.get("files") else {
            return Some(RuleFor::all(rule));
        };
        self.said("files", files, |text| Ok(RuleFor::files(rule, text)?))
    }

    /// Returns what `read` makes of `value`, called `name`.
    fn said<T>(
        &mut self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        read: impl FnOnce(&str) -> Result<T, BadValue>,
    ) -> Option<T> {
        let word = word(value.get_ref());
        match read(word.unwrap_or_default()) {
            Ok(said) => Some(said),
            Err(why) => {
                let (name, word) = (name.to_owned(), word.map(str::to_owned));
                self.fault(value.span(), FaultKind::Value { name, word, why });
                None
            }
        }
    }

    /// Returns the change of `setting` to `value`.
    fn change<T>(
        &mut self,
        setting: &'static Setting<T>,
        value: &Spanned<DeValue<'_>>,
    ) -> Option<SettingChange<T>> {
        self.said(setting.name, value, |word| setting.change(word))
    }

    /// Returns the keys that `value` names for `action`, an action of a context.
    fn keys(
        &mut self,
        action: (&'static str, KeyContext),
        value: &Spanned<DeValue<'_>>,
    ) -> Option<Vec<Sequence>> {
        let names = match value.get_ref() {
            DeValue::String(_) => std::slice::from_ref(value),
            DeValue::Array(names) => names,
            _ => {
                self.fault(value.span(), FaultKind::NoKeys);
                return None;
            }
        };
        Some(names.iter().filter_map(|name| self.key(action, name)).collect())
    }

    /// Returns the keys that `name` names, if `action` can have them.
    fn key(
        &mut self,
        action: (&'static str, KeyContext),
        name: &Spanned<DeValue<'_>>,
    ) -> Option<Sequence> {
        let word = word(name.get_ref()).unwrap_or_default();
        let Ok(keys) = word.parse::<Sequence>() else {
            self.fault(name.span(), FaultKind::NoKey(word.to_owned()));
            return None;
        };
        if let Some(why) = why_unbindable(&keys, action, &self.config.bound) {
            self.fault(name.span(), FaultKind::Unbindable(keys, why));
            return None;
        }
        Some(keys)
    }
}

/// Returns the names that may stand above all tables.
fn names() -> impl Iterator<Item = &'static str> {
    let tables = TABLES.iter().map(|(name, _)| *name);
    PAGE.iter().chain(LAYOUT).map(|setting| setting.name).chain(tables)
}

/// Returns how to mend `name`, which is none of `here`, the names of the table that it stands in.
fn misplaced<'n>(name: &str, here: impl IntoIterator<Item = &'n str>) -> Mend {
    match near(name, here) {
        Some(meant) => Mend::Near(meant.to_owned()),
        None if names().any(|known| known == name) => Mend::Above,
        None => Mend::Unknown,
    }
}

/// Returns how to mend `name`, which stands above all tables, if it belongs into one.
fn stray(name: &str) -> Option<Mend> {
    let table = if named(SEARCH, name).is_some() {
        "search"
    } else if action_names().any(|(known, _)| known == name) {
        "bind"
    } else {
        return None;
    };
    Some(Mend::Under(table))
}

/// Returns a value that is one word, as a flag would have it.
pub(super) fn word<'a>(value: &'a DeValue<'_>) -> Option<&'a str> {
    match value {
        DeValue::String(text) => Some(text),
        DeValue::Integer(number) => Some(number.as_str()),
        DeValue::Boolean(true) => Some("true"),
        DeValue::Boolean(false) => Some("false"),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
