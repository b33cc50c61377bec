//! The file of settings (TOML): what it says, and what is wrong in it. What is right is taken whatever else is wrong.

use std::fmt;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::near::{hint, near};
use super::setting::{LAYOUT, PAGE, SEARCH, Setting, named};
use super::{Config, RuleFor, SettingChange, sections};
use crate::document::{Rule, RuleRoom};
use crate::input::{Binding, KeyContext, Sequence, names as action_names, why_unbindable};
use crate::text::Pattern;

/// The tables of the file, each with what reads it. A new table, or array of tables, is one row here.
const TABLES: &[(&str, TableReader)] = &[
    ("search", |reading, value| reading.search(value)),
    ("bind", |reading, value| reading.bind(value)),
    ("sections", |reading, value| reading.sections(value)),
];

/// The names in a table of a rule for headings.
const RULE: [&str; 3] = ["regex", "level", "files"];

/// What reads the value of a table.
type TableReader = fn(&mut SettingsReader<'_>, &Spanned<DeValue<'_>>);

/// How a setting is written, for who wrote it otherwise.
const EXAMPLE: &str = "`width = 80` or `keys = \"less\"`";

/// What is wrong in a line of the file, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The number of the line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub words: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line, self.words)
    }
}

/// Returns the defaults as `text` changes them, and what is wrong in it, by lines.
pub fn read(text: &str) -> (Config, Vec<Fault>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reading = SettingsReader { text, config: Config::default(), faults: Vec::new() };
    for error in errors {
        let words = format!("{}; a setting is written as in {EXAMPLE}", error.message());
        reading.fault(error.span().unwrap_or_default(), words);
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
    fn fault(&mut self, span: Range<usize>, words: String) {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        self.faults.push(Fault { line, words });
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
                let hint = stray(name).unwrap_or_else(|| hint(name, names()));
                self.fault(key.span(), format!("no setting `{name}`{hint}"));
            }
        }
    }

    /// Returns the table that `value`, called `name`, is.
    fn table<'t, 'v>(
        &mut self,
        name: &str,
        value: &'t Spanned<DeValue<'v>>,
    ) -> Option<&'t DeTable<'v>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.fault(value.span(), format!("`{name}` is a table: write `[{name}]`"));
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
                let hint = misplaced(name, SEARCH.iter().map(|setting| setting.name));
                self.fault(key.span(), format!("no switch `{name}` in [search]{hint}"));
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
                let hint = misplaced(name, action_names().map(|(known, _)| known));
                self.fault(key.span(), format!("no action `{name}` in [bind]{hint}"));
            }
        }
    }

    /// Takes the rules for headings.
    fn sections(&mut self, value: &Spanned<DeValue<'_>>) {
        let tables = value.get_ref().as_array();
        if tables.is_none_or(|tables| tables.iter().any(|table| !table.get_ref().is_table())) {
            let words = "`sections` are several tables: write `[[sections]]` above each";
            return self.fault(value.span(), words.to_owned());
        }
        let mut room = RuleRoom::default();
        for table in tables.into_iter().flatten() {
            let rule = room.is_open().map(|()| self.rule(table));
            let rule = rule.and_then(|rule| {
                rule.as_ref().map_or(Ok(()), |rule| room.take(rule.bytes())).map(|()| rule)
            });
            match rule {
                Ok(rule) => self.config.rules.extend(rule),
                Err(no_room) => return self.fault(table.span(), no_room.to_string()),
            }
        }
    }

    /// Returns the rule for headings that `value`, a table, is.
    fn rule(&mut self, value: &Spanned<DeValue<'_>>) -> Option<RuleFor> {
        let table = value.get_ref().as_table()?;
        for key in table.keys().filter(|key| !RULE.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref();
            let hint = misplaced(name, RULE);
            self.fault(key.span(), format!("no `{name}` in [[sections]]{hint}"));
        }
        let [regex, level, files] = RULE.map(|name| table.get(name));
        let (Some(regex), Some(level)) = (regex, level) else {
            let words =
                "a rule of [[sections]] has a regex and a level: regex = '^第.+回$', level = 1";
            self.fault(value.span(), words.to_owned());
            return None;
        };
        let pattern = self
            .said("regex", regex, |text| Pattern::new(text).map_err(|error| error.to_string()))?;
        let level = self.said("level", level, sections::level)?;
        let rule = Rule { pattern, level };
        let Some(files) = files else { return Some(RuleFor::all(rule)) };
        self.said("files", files, |text| {
            RuleFor::files(rule, text).map_err(|error| error.to_string())
        })
    }

    /// Returns what `read` makes of `value`, called `name`.
    fn said<T>(
        &mut self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        let word = word(value.get_ref());
        match read(word.unwrap_or_default()) {
            Ok(said) => Some(said),
            Err(cure) => {
                let given = word.map_or_else(
                    || format!("`{name}` takes one value"),
                    |word| format!("`{name}` can't be `{word}`"),
                );
                self.fault(value.span(), format!("{given}: {cure}"));
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
                let cure = "name a key, or several: [\"j\", \"Down\"]".to_owned();
                self.fault(value.span(), cure);
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
            let cure =
                "write j, Space, Down, PgDn, F1, ^F for Control, M-v for Alt, gg for g twice";
            self.fault(name.span(), format!("no key `{word}`: {cure}"));
            return None;
        };
        if let Some(why) = why_unbindable(&keys, action, &self.config.bound) {
            self.fault(name.span(), format!("`{word}` can't be bound: {why}"));
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
fn misplaced<'n>(name: &str, here: impl IntoIterator<Item = &'n str>) -> String {
    match near(name, here) {
        Some(meant) => format!("; did you mean `{meant}`?"),
        None if names().any(|known| known == name) => "; it belongs above all tables".to_owned(),
        None => String::new(),
    }
}

/// Returns how to mend `name`, which stands above all tables, if it belongs into one.
fn stray(name: &str) -> Option<String> {
    let table = if named(SEARCH, name).is_some() {
        "search"
    } else if action_names().any(|(known, _)| known == name) {
        "bind"
    } else {
        return None;
    };
    Some(format!("; it belongs under `[{table}]`"))
}

/// Returns a value that is one word, as a flag would have it.
fn word<'a>(value: &'a DeValue<'_>) -> Option<&'a str> {
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
