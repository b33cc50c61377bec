//! A setting of any table, and the value that it gets.

use super::near::mend;
use super::setting::{LAYOUT, PAGE, SEARCH, Setting, Values, named};
use super::{Config, FaultKind, KnownNames, Themes};
use crate::search::SearchOptions;

/// What stands before the name of a switch of searches: their table in the file.
const SEARCH_TABLE: &str = "search";

/// A setting of any table.
#[derive(Clone, Copy, Debug)]
pub enum AnySetting {
    /// One of the page, the keys, or how text is set.
    Page(&'static Setting<Config>),
    /// A switch of searches.
    Search(&'static Setting<SearchOptions>),
}

/// A setting, and the value that it gets as the file has it.
#[derive(Clone, Debug)]
pub struct Assignment {
    /// The setting.
    pub setting: AnySetting,
    /// The value.
    pub word: String,
}

impl AnySetting {
    /// Returns all settings, in the order of the file.
    pub fn all() -> impl Iterator<Item = Self> {
        PAGE.iter().chain(LAYOUT).map(Self::Page).chain(SEARCH.iter().map(Self::Search))
    }

    /// Returns the setting of this name, a switch of searches as in `search.pinyin`.
    ///
    /// # Errors
    /// That there is none.
    pub fn named(name: &str) -> Result<Self, FaultKind> {
        let switch = name.split_once('.').filter(|(table, _)| *table == SEARCH_TABLE);
        let found = match switch {
            Some((_, name)) => named(SEARCH, name).map(Self::Search),
            None => named(PAGE, name).or(named(LAYOUT, name)).map(Self::Page),
        };
        let names = || Self::all().map(Self::name).collect::<Vec<_>>();
        found.ok_or_else(|| {
            let mend = mend(name, names().iter().map(String::as_str));
            FaultKind::NoName(KnownNames::Settings, name.to_owned(), mend)
        })
    }

    /// Returns the table in which the file has it; none: it stands above all tables.
    pub fn table(self) -> Option<&'static str> {
        matches!(self, Self::Search(_)).then_some(SEARCH_TABLE)
    }

    /// Returns its name in its table.
    pub fn key(self) -> &'static str {
        match self {
            Self::Page(setting) => setting.name,
            Self::Search(setting) => setting.name,
        }
    }

    /// Returns its name, that of a switch of searches with its table.
    pub fn name(self) -> String {
        let table = self.table().map(|table| format!("{table}.")).unwrap_or_default();
        table + self.key()
    }

    /// Returns the name of the message that says what it is for.
    pub fn does(self) -> String {
        match self {
            Self::Page(setting) => format!("setting-{}", setting.name),
            Self::Search(setting) => format!("switch-{}", setting.name),
        }
    }

    /// Returns the names of its values, where they have names.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let names: Vec<_> = match self {
            Self::Page(setting) => setting.names().collect(),
            Self::Search(setting) => setting.names().collect(),
        };
        names.into_iter()
    }

    /// Returns the value that it has.
    pub fn value(self, config: &Config, search: &SearchOptions) -> String {
        match self {
            Self::Page(setting) => setting.value(config),
            Self::Search(setting) => setting.value(search),
        }
    }

    /// Returns the value that stands `step` after `word` among those that there are; none past the last and before the
    /// first.
    pub fn beside(self, word: &str, step: isize, themes: &Themes) -> Option<String> {
        let mut names: Vec<&str> = match self {
            Self::Page(Setting { values: Values::Cells(..), .. }) => {
                let cells = word.parse::<usize>().ok()?.checked_add_signed(step)?.to_string();
                return self.assign(&cells).is_ok().then_some(cells);
            }
            Self::Page(setting) => setting.names().collect(),
            Self::Search(setting) => setting.names().collect(),
        };
        // Words parted by blanks are typed.
        if let Self::Page(Setting { values: Values::Words(..), .. }) = self {
            return None;
        }
        if let Self::Page(Setting { name: "theme", .. }) = self {
            names.extend(themes.own.iter().map(|(name, _)| name.as_str()));
        }
        let at = names.iter().position(|name| *name == word).unwrap_or(0);
        let other = names.get(at.checked_add_signed(step)?)?;
        Some((*other).to_owned())
    }

    /// Returns the setting with the value that `word` names.
    ///
    /// # Errors
    /// That it has no such value.
    pub fn assign(self, word: &str) -> Result<Assignment, FaultKind> {
        let changed = match self {
            Self::Page(setting) => setting.change(word).map(drop),
            Self::Search(setting) => setting.change(word).map(drop),
        };
        let assigned = Assignment { setting: self, word: word.to_owned() };
        changed.map(|()| assigned).map_err(|why| {
            let (name, word) = (self.name(), Some(word.to_owned()));
            FaultKind::Value { name, word, why }
        })
    }
}

impl Assignment {
    /// Makes the setting in `config`, or in `search` where it is a switch of searches.
    pub fn apply(&self, config: &mut Config, search: &mut SearchOptions) {
        match self.setting {
            AnySetting::Page(setting) => {
                setting.change(&self.word).into_iter().for_each(|change| change.apply(config));
            }
            AnySetting::Search(setting) => {
                setting.change(&self.word).into_iter().for_each(|change| change.apply(search));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Mend;

    #[test]
    fn each_setting_is_known_by_its_name_and_tells_the_value_that_it_got() {
        for setting in AnySetting::all() {
            let found = AnySetting::named(&setting.name()).unwrap();
            assert_eq!(found.does(), setting.does());
            let (mut config, mut search) = (Config::default(), SearchOptions::default());
            let usual = setting.value(&config, &search);
            let other = setting.beside(&usual, 1, &Themes::default());
            let other = other.unwrap_or("percent title".to_owned());
            setting.assign(&other).unwrap().apply(&mut config, &mut search);
            assert_eq!(setting.value(&config, &search), other, "{}", setting.name());
        }
    }

    #[test]
    fn the_values_end_at_the_first_and_the_last() {
        let setting = AnySetting::named("sticky").unwrap();
        let beside = |word, step| setting.beside(word, step, &Themes::default());
        assert_eq!(beside("false", 1).as_deref(), Some("true"));
        assert_eq!((beside("true", 1), beside("false", -1)), (None, None));
        let width = AnySetting::named("width").unwrap();
        assert_eq!(width.beside("400", 1, &Themes::default()), None);
        assert_eq!(width.beside("80", -1, &Themes::default()).as_deref(), Some("79"));
    }

    #[test]
    fn a_name_that_is_near_is_told() {
        let meant = |name: &str, near: &str| {
            let mend = Mend::Near(near.to_owned());
            let fault = FaultKind::NoName(KnownNames::Settings, name.to_owned(), mend);
            assert_eq!(AnySetting::named(name).unwrap_err(), fault);
        };
        meant("widht", "width");
        meant("search.pinjin", "search.pinyin");
        assert_eq!(AnySetting::named("search.width").unwrap().key(), "width");
    }
}
