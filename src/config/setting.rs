//! The tables of settings: what each is called, and its values. The flags and the file of settings come from them: a
//! setting has the same name in both. What it is for is said in the catalogues of words.

use super::near::near;
use super::{
    AUTO, BadValue, Colours, Config, Language, MouseOwner, PageColumns, Script, StatusPart,
    StatusParts, THEMES, WIDEST, WidthUnit,
};
use crate::document::ViewMode;
use crate::input::Preset;
use crate::layout::{
    Algorithm, Autospace, Hang, Justify, Korean, Level, OddMeasure, Orphan, Parting, Quotes, Ruby,
};
use crate::search::{Bounds, Case, Numbers, SearchOptions, Syntax};
use crate::text::Ambiguous;

/// The narrowest column that can be asked for, in cells.
const LEAST: usize = 2;

/// The name of no command.
const NONE: &str = "none";

/// Something of a `T` that a reader can set.
#[derive(Debug)]
pub struct Setting<T: 'static> {
    /// Its name.
    pub name: &'static str,
    /// Its values.
    pub values: Values<T>,
}

/// The values of a setting.
#[derive(Debug)]
pub enum Values<T: 'static> {
    /// The numbers from this one to [`WIDEST`]: what tells the number, and what sets it.
    Cells(fn(&T) -> usize, fn(&mut T, usize), usize),
    /// Off or on, the usual one first.
    Switch([NamedValue<T>; 2]),
    /// One of these, the usual one first.
    Choice(&'static [NamedValue<T>]),
    /// A word: what tells it, what sets it, and what it may be, the usual one first, besides a name of the reader's own.
    Word(fn(&T) -> Option<&str>, fn(&mut T, &str), fn() -> Vec<&'static str>),
    /// Words parted by blanks: what tells them, what sets them, and all that there are, which is usual.
    Words(fn(&T) -> String, fn(&mut T, &str), &'static str),
}

/// The name of a value, and what sets it.
pub(super) type NamedValue<T> = (&'static str, fn(&mut T));

/// A setting and the value that it gets.
#[derive(Debug)]
pub struct SettingChange<T: 'static> {
    setting: &'static Setting<T>,
    word: String,
}

impl<T> Clone for SettingChange<T> {
    fn clone(&self) -> Self {
        Self { setting: self.setting, word: self.word.clone() }
    }
}

impl<T> PartialEq for SettingChange<T> {
    fn eq(&self, other: &Self) -> bool {
        (self.setting.name, &self.word) == (other.setting.name, &other.word)
    }
}

impl<T> SettingChange<T> {
    /// Returns the name of the setting.
    pub fn name(&self) -> &'static str {
        self.setting.name
    }

    /// Makes the setting in `to`.
    pub fn apply(&self, to: &mut T) {
        match &self.setting.values {
            Values::Cells(_, set, _) => {
                if let Ok(cells) = self.word.parse() {
                    set(to, cells);
                }
            }
            Values::Word(_, set, _) | Values::Words(_, set, _) => set(to, &self.word),
            Values::Switch(_) | Values::Choice(_) => {
                if let Some((_, set)) = self.setting.value_named(&self.word) {
                    set(to);
                }
            }
        }
    }
}

impl<T> Setting<T> {
    /// Returns the names of the values; none where they are numbers.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        let words = match &self.values {
            Values::Word(.., words) => words(),
            Values::Words(.., all) => vec![*all],
            _ => self.named().iter().map(|(name, _)| *name).collect(),
        };
        words.into_iter()
    }

    fn named(&self) -> &[NamedValue<T>] {
        match &self.values {
            Values::Cells(..) | Values::Word(..) | Values::Words(..) => &[],
            Values::Switch(named) => named,
            Values::Choice(named) => named,
        }
    }

    fn value_named(&self, word: &str) -> Option<&NamedValue<T>> {
        self.named().iter().find(|(name, _)| *name == word)
    }

    /// Returns the value that `of` has, as it is written.
    pub fn value(&self, of: &T) -> String
    where
        T: Clone + PartialEq,
    {
        let is_so = |set: fn(&mut T)| {
            let mut same = of.clone();
            set(&mut same);
            same == *of
        };
        let word = match &self.values {
            Values::Cells(get, ..) => return get(of).to_string(),
            Values::Words(get, ..) => return get(of),
            Values::Word(get, ..) => get(of).or(self.names().next()),
            Values::Switch(_) | Values::Choice(_) => {
                self.named().iter().find(|(_, set)| is_so(*set)).map(|(name, _)| *name)
            }
        };
        word.unwrap_or_default().to_owned()
    }

    /// Returns the change to the value that `word` names.
    ///
    /// # Errors
    /// Which values there are.
    pub fn change(&'static self, word: &str) -> Result<SettingChange<T>, BadValue> {
        let change = SettingChange { setting: self, word: word.to_owned() };
        match &self.values {
            Values::Cells(.., least) => {
                let cells = word.parse().ok().filter(|cells| (*least..=WIDEST).contains(cells));
                cells.map(|_| change).ok_or(BadValue::Number(*least, WIDEST))
            }
            Values::Word(..) => Ok(change),
            Values::Words(.., all) => {
                let mut words = word.split_whitespace();
                match words.find(|word| !all.split(' ').any(|known| known == *word)) {
                    Some(wrong) => Err(BadValue::Words(all, near(wrong, all.split(' ')))),
                    None => Ok(change),
                }
            }
            Values::Switch(_) | Values::Choice(_) => self
                .value_named(word)
                .map(|_| change)
                .ok_or_else(|| BadValue::Choice(self.names().collect(), near(word, self.names()))),
        }
    }
}

const fn choice<T>(name: &'static str, values: &'static [NamedValue<T>]) -> Setting<T> {
    Setting { name, values: Values::Choice(values) }
}

const fn switch<T>(name: &'static str, off: fn(&mut T), on: fn(&mut T)) -> Setting<T> {
    Setting { name, values: Values::Switch([("false", off), ("true", on)]) }
}

/// The settings of the page and the keys.
pub static PAGE: &[Setting<Config>] = &[
    Setting {
        name: "width",
        values: Values::Cells(
            |config| config.page.width,
            |config, cells| config.page.width = cells,
            LEAST,
        ),
    },
    choice(
        "unit",
        &[
            ("cells", |config| config.page.unit = WidthUnit::Cells),
            ("characters", |config| config.page.unit = WidthUnit::Characters),
        ],
    ),
    choice(
        "columns",
        &[
            ("1", |config| config.page.columns = PageColumns::One),
            ("2", |config| config.page.columns = PageColumns::Two),
            ("auto", |config| config.page.columns = PageColumns::Auto),
        ],
    ),
    choice(
        "row-gap",
        &[
            ("0", |config| config.page.row_gap = 0),
            ("1", |config| config.page.row_gap = 1),
            ("2", |config| config.page.row_gap = 2),
        ],
    ),
    choice(
        "overlap",
        &[("1", |config| config.page.overlap = 1), ("0", |config| config.page.overlap = 0)],
    ),
    Setting {
        name: "wrap",
        values: Values::Switch([
            ("true", |config| config.page.wrap = true),
            ("false", |config| config.page.wrap = false),
        ]),
    },
    switch(
        "line-numbers",
        |config| config.page.line_numbers = false,
        |config| config.page.line_numbers = true,
    ),
    switch("ruler", |config| config.page.ruler = false, |config| config.page.ruler = true),
    Setting {
        name: "speed",
        values: Values::Cells(
            |config| config.page.speed,
            |config, rows| config.page.speed = rows,
            1,
        ),
    },
    Setting {
        name: "margin",
        values: Values::Cells(
            |config| config.page.margin,
            |config, cells| config.page.margin = cells,
            0,
        ),
    },
    Setting {
        name: "status",
        values: Values::Words(
            |config| config.page.status.to_string(),
            |config, words| config.page.status = StatusParts::named(words),
            StatusPart::ALL_NAMES,
        ),
    },
    choice(
        "view",
        &[
            ("auto", |config| config.view = ViewMode::Auto),
            ("prose", |config| config.view = ViewMode::Prose),
            ("verbatim", |config| config.view = ViewMode::Verbatim),
            ("source", |config| config.view = ViewMode::Source),
            ("page", |config| config.view = ViewMode::Page),
        ],
    ),
    choice(
        "show",
        &[
            ("source", |config| config.script = Script::Source),
            ("hans", |config| config.script = Script::Simplified),
            ("hant", |config| config.script = Script::Traditional),
        ],
    ),
    Setting {
        name: "clean",
        values: Values::Switch([
            ("true", |config| config.unreplaced = false),
            ("false", |config| config.unreplaced = true),
        ]),
    },
    switch("sticky", |config| config.page.sticky = false, |config| config.page.sticky = true),
    choice(
        "colour",
        &[
            ("auto", |config| config.colour = Colours::Auto),
            ("always", |config| config.colour = Colours::Always),
            ("never", |config| config.colour = Colours::Never),
        ],
    ),
    Setting {
        name: "theme",
        values: Values::Word(
            |config| config.theme.as_deref(),
            |config, name| config.theme = Some(name.to_owned()).filter(|name| name != AUTO),
            || std::iter::once(AUTO).chain(THEMES.iter().map(|(name, _)| *name)).collect(),
        ),
    },
    switch("linear", |config| config.page.linear = false, |config| config.page.linear = true),
    Setting {
        name: "mouse",
        values: Values::Switch([
            ("true", |config| config.page.mouse = MouseOwner::Program),
            ("false", |config| config.page.mouse = MouseOwner::Terminal),
        ]),
    },
    Setting {
        name: "copy-command",
        values: Values::Word(
            |config| config.copy_command.as_deref(),
            |config, command| {
                config.copy_command = Some(command.to_owned()).filter(|command| command != "auto");
            },
            || vec!["auto"],
        ),
    },
    Setting {
        name: "dictionary",
        values: Values::Word(
            |config| config.dictionary.as_deref(),
            |config, command| {
                config.dictionary = Some(command.to_owned()).filter(|command| command != NONE);
            },
            || vec![NONE],
        ),
    },
    choice(
        "language",
        &[
            (AUTO, |config| config.language = None),
            ("en", |config| config.language = Some(Language::English)),
            ("zh-Hans", |config| config.language = Some(Language::SimplifiedChinese)),
            ("zh-Hant", |config| config.language = Some(Language::TraditionalChinese)),
            ("ja", |config| config.language = Some(Language::Japanese)),
            ("ko", |config| config.language = Some(Language::Korean)),
        ],
    ),
    choice(
        "keys",
        &[
            ("default", |config| config.preset = Preset::Default),
            ("less", |config| config.preset = Preset::Less),
            ("vim", |config| config.preset = Preset::Vim),
        ],
    ),
];

/// The settings of how text is set: one for each of the [`LayoutOptions`] but what the window
/// decides.
///
/// [`LayoutOptions`]: crate::layout::LayoutOptions
pub static LAYOUT: &[Setting<Config>] = &[
    choice(
        "level",
        &[
            ("strict", |config| config.layout.level = Level::Strict),
            ("normal", |config| config.layout.level = Level::Normal),
            ("loose", |config| config.layout.level = Level::Loose),
            ("anywhere", |config| config.layout.level = Level::Anywhere),
        ],
    ),
    choice(
        "korean",
        &[
            ("word", |config| config.layout.korean = Korean::Word),
            ("syllable", |config| config.layout.korean = Korean::Syllable),
        ],
    ),
    choice(
        "hang",
        &[
            ("never", |config| config.layout.hang = Hang::Never),
            ("stop", |config| config.layout.hang = Hang::Stop),
        ],
    ),
    choice(
        "autospace",
        &[
            ("keep", |config| config.layout.autospace = Autospace::Keep),
            ("insert", |config| config.layout.autospace = Autospace::Insert),
            ("remove", |config| config.layout.autospace = Autospace::Remove),
        ],
    ),
    choice(
        "justify",
        &[
            ("ragged", |config| config.layout.justify = Justify::Ragged),
            ("gaps", |config| config.layout.justify = Justify::Gaps),
        ],
    ),
    choice(
        "orphan",
        &[
            ("repair", |config| config.layout.orphan = Orphan::Repair),
            ("leave", |config| config.layout.orphan = Orphan::Leave),
        ],
    ),
    choice(
        "algorithm",
        &[
            ("first-fit", |config| config.layout.algorithm = Algorithm::FirstFit),
            ("optimal", |config| config.layout.algorithm = Algorithm::Optimal),
            ("auto", |config| config.layout.algorithm = Algorithm::Auto),
        ],
    ),
    choice(
        "odd-measure",
        &[
            ("even", |config| config.layout.odd_measure = OddMeasure::Even),
            ("keep", |config| config.layout.odd_measure = OddMeasure::Keep),
        ],
    ),
    choice(
        "quotes",
        &[
            ("natural", |config| config.layout.quotes = Quotes::Natural),
            ("slot", |config| config.layout.quotes = Quotes::Slot),
        ],
    ),
    choice(
        "paragraphs",
        &[
            ("source", |config| config.layout.parting = Parting::Source),
            ("indent", |config| config.layout.parting = Parting::Indent),
            ("blank", |config| config.layout.parting = Parting::Blank),
        ],
    ),
    choice(
        "ruby",
        &[
            ("after", |config| config.layout.ruby = Ruby::After),
            ("hidden", |config| config.layout.ruby = Ruby::Hidden),
            ("above", |config| config.layout.ruby = Ruby::Above),
        ],
    ),
    choice(
        "ambiguous",
        &[
            ("auto", |config| config.ambiguous = None),
            ("1", |config| config.ambiguous = Some(Ambiguous::Narrow)),
            ("2", |config| config.ambiguous = Some(Ambiguous::Wide)),
        ],
    ),
];

/// The settings of how something is looked for: the switches of a search.
pub static SEARCH: &[Setting<SearchOptions>] = &[
    switch(
        "regex",
        |options| options.syntax = Syntax::Words,
        |options| options.syntax = Syntax::Regex,
    ),
    switch(
        "words",
        |options| options.bounds = Bounds::Anywhere,
        |options| options.bounds = Bounds::WholeWords,
    ),
    switch(
        "pinyin",
        |options| options.folding.pinyin = false,
        |options| options.folding.pinyin = true,
    ),
    choice(
        "case",
        &[
            ("smart", |options| options.folding.case = Case::Smart),
            ("alike", |options| options.folding.case = Case::Fold),
            ("different", |options| options.folding.case = Case::Exact),
        ],
    ),
    choice(
        "width",
        &[
            ("alike", |options| options.folding.width = true),
            ("different", |options| options.folding.width = false),
        ],
    ),
    choice(
        "han",
        &[
            ("alike", |options| options.folding.han = true),
            ("different", |options| options.folding.han = false),
        ],
    ),
    choice(
        "kana",
        &[
            ("alike", |options| options.folding.kana = true),
            ("different", |options| options.folding.kana = false),
        ],
    ),
    choice(
        "punctuation",
        &[
            ("alike", |options| options.folding.punctuation = true),
            ("different", |options| options.folding.punctuation = false),
        ],
    ),
    choice(
        "accents",
        &[
            ("alike", |options| options.folding.accents = true),
            ("different", |options| options.folding.accents = false),
        ],
    ),
    choice(
        "numbers",
        &[
            ("ordinals", |options| options.folding.numbers = Numbers::Ordinals),
            ("alike", |options| options.folding.numbers = Numbers::Alike),
            ("different", |options| options.folding.numbers = Numbers::Different),
        ],
    ),
];

/// Returns the setting of `table` that is called `name`.
pub fn named<T>(table: &'static [Setting<T>], name: &str) -> Option<&'static Setting<T>> {
    table.iter().find(|setting| setting.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_values_are_the_defaults() {
        let mut config = Config::default();
        config.page.sticky = true;
        for setting in PAGE.iter().chain(LAYOUT) {
            if let Some(usual) = setting.names().next() {
                setting.change(usual).unwrap().apply(&mut config);
            }
        }
        assert_eq!(format!("{config:?}"), format!("{:?}", Config::default()));
        let mut options = SearchOptions::default();
        for setting in SEARCH {
            setting.change(setting.names().next().unwrap()).unwrap().apply(&mut options);
        }
        assert_eq!(options, SearchOptions::default());
    }

    #[test]
    fn another_value_is_another_configuration() {
        for setting in PAGE.iter().chain(LAYOUT) {
            for other in setting.names().skip(1) {
                let mut config = Config::default();
                setting.change(other).unwrap().apply(&mut config);
                assert_ne!(format!("{config:?}"), format!("{:?}", Config::default()), "{other}");
            }
        }
    }

    #[test]
    fn a_wrong_value_is_told_with_the_right_ones() {
        let wrong =
            |name, word| match named(LAYOUT, name).or(named(PAGE, name)).unwrap().change(word) {
                Ok(_) => panic!("{word} is a value of {name}"),
                Err(why) => why,
            };
        assert_eq!(wrong("width", "1"), BadValue::Number(2, 400));
        assert_eq!(wrong("margin", "401"), BadValue::Number(0, 400));
        let words = BadValue::Words(StatusPart::ALL_NAMES, Some("percent"));
        assert_eq!(wrong("status", "title prcent"), words);
        assert_eq!(wrong("hang", "stap"), BadValue::Choice(vec!["never", "stop"], Some("stop")));
    }
}
