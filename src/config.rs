//! What a reader can set, in a file and by flags, and the looks of the page: roles, not places. The file is text
//! here; the runtime reads it.

mod file;
mod near;
mod sections;
mod setting;

use crate::document::{Rule, TerminalColour, View};
use crate::input::{Binding, Keymap, Preset};
use crate::layout::LayoutOptions;
use crate::search::SearchOptions;
use crate::text::{Ambiguous, WidthModel};

pub use file::{Fault, read};
pub use sections::{RuleFor, level};
pub use setting::{Change, LAYOUT, PAGE, SEARCH, Setting, Values, named};

/// The file of settings with every setting in it at its usual value, as a comment.
pub const TEMPLATE: &str = include_str!("../assets/config.toml");

/// The narrowest column, in cells.
pub const NARROWEST: usize = 10;

/// The widest column, in cells.
pub const WIDEST: usize = 400;

/// What a reader chose: the defaults, changed by the file of settings, and then by flags.
#[derive(Clone, Debug)]
pub struct Config {
    /// The widest that the column of text may be, in cells.
    pub width: usize,
    /// How documents are shown.
    pub view: View,
    /// Whether the first row tells the section whose heading is above it.
    pub sticky: bool,
    /// Whether there are colours.
    pub colour: Colours,
    /// How text is set, but for the measure.
    pub layout: LayoutOptions,
    /// How wide ambiguous signs are; none: the terminal is asked.
    pub ambiguous: Option<Ambiguous>,
    /// The keys of the page.
    pub preset: Preset,
    /// The actions with keys of the reader's own.
    pub bound: Vec<Binding>,
    /// What was said of how something is looked for, the last word last.
    pub search: Vec<Change<SearchOptions>>,
    /// The rules for headings, a later one over those before it.
    pub rules: Vec<RuleFor>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            width: Settings::default().width,
            view: View::default(),
            sticky: false,
            colour: Colours::default(),
            layout: LayoutOptions::default(),
            ambiguous: None,
            preset: Preset::default(),
            bound: Vec::new(),
            search: Vec::new(),
            rules: Vec::new(),
        }
    }
}

/// When there are colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// Unless the environment asks for none.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Config {
    /// Returns the settings of the page; `plain` says that the environment asks for no colours.
    pub fn settings(&self, plain: bool) -> Settings {
        let plain = match self.colour {
            Colours::Auto => plain,
            Colours::Always => false,
            Colours::Never => true,
        };
        let theme = if plain { Theme::plain() } else { Theme::colour() };
        Settings { width: self.width, sticky: self.sticky, theme }
    }

    /// Returns how text is set in the widest column.
    pub fn layout(&self) -> LayoutOptions {
        LayoutOptions { measure: self.width, ..self.layout }
    }

    /// Returns how wide characters are, as long as the terminal says nothing else.
    pub fn model(&self) -> WidthModel {
        let ambiguous = self.ambiguous.unwrap_or_default();
        WidthModel { ambiguous, frames: ambiguous, ..WidthModel::default() }
    }

    /// Returns how something is looked for: as was said, and where nothing was, as `usual` has it.
    pub fn search_options(&self, usual: SearchOptions) -> SearchOptions {
        let mut options = usual;
        self.search.iter().for_each(|change| change.apply(&mut options));
        options
    }

    /// Returns the rules for the headings of the document at `path`; none: it has no path.
    pub fn rules(&self, path: Option<&str>) -> Vec<Rule> {
        self.rules.iter().filter_map(|rule| rule.rule_of(path)).cloned().collect()
    }

    /// Returns which key does what on the page.
    pub fn keymap(&self) -> Keymap {
        Keymap::new(self.preset, &self.bound)
    }
}

/// The settings of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The widest that the column of text may be, in cells.
    pub width: usize,
    /// Whether the first row tells the section whose heading is above it.
    pub sticky: bool,
    /// The looks.
    pub theme: Theme,
}

impl Default for Settings {
    fn default() -> Self {
        Self { width: 80, sticky: false, theme: Theme::colour() }
    }
}

/// How something looks; what is off is as the terminal has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a terminal has each of these on or off")]
pub struct Look {
    /// The colour of the letters.
    pub colour: Option<Colour>,
    /// The colour of the ground.
    pub ground: Option<Colour>,
    /// How heavy the letters are.
    pub weight: Weight,
    /// Letters that lean.
    pub italic: bool,
    /// A line below.
    pub underline: bool,
    /// A line through the letters.
    pub struck: bool,
    /// Letters and ground exchanged.
    pub reverse: bool,
}

/// How heavy letters are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// As the terminal has them.
    #[default]
    Normal,
    /// Heavier.
    Bold,
    /// Fainter.
    Dim,
}

/// A colour: one of the terminal's own, so that the reader's palette decides, but where a text has one of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// The third of the eight.
    Yellow,
    /// The fourth of the eight.
    Blue,
    /// The sixth of the eight.
    Cyan,
    /// What the text was sent to a terminal in.
    OfText(TerminalColour),
}

/// The looks of everything on the screen, by what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// A heading in the text.
    pub heading: Look,
    /// Someone else's words.
    pub quote: Look,
    /// Code, logs, tables.
    pub code: Look,
    /// A word of code, a formula.
    pub inline_code: Look,
    /// An address.
    pub link: Look,
    /// A match of the search.
    pub matched: Look,
    /// The match that the reader is at.
    pub current_match: Look,
    /// The status line.
    pub status: Look,
    /// The row that is chosen in a list.
    pub chosen: Look,
    /// What is wrong in what was typed, and the words that say so.
    pub wrong: Look,
    /// The headings above the page, in the row that is kept for them.
    pub sticky: Look,
    /// What is beside the text: the scroll bar, frames, rules.
    pub faint: Look,
    /// Whether the colours are shown that a text was sent to a terminal in.
    pub text_colours: bool,
}

impl Theme {
    /// Returns the looks with colours.
    pub const fn colour() -> Self {
        let plain = Self::plain();
        Self {
            heading: Look { colour: Some(Colour::Cyan), ..plain.heading },
            link: Look { colour: Some(Colour::Blue), ..plain.link },
            matched: Look { colour: Some(Colour::Yellow), ..plain.matched },
            text_colours: true,
            ..plain
        }
    }

    /// Returns the looks without colours, as `NO_COLOR` asks for.
    pub const fn plain() -> Self {
        const PLAIN: Look = Look {
            colour: None,
            ground: None,
            weight: Weight::Normal,
            italic: false,
            underline: false,
            struck: false,
            reverse: false,
        };
        const REVERSE: Look = Look { reverse: true, ..PLAIN };
        const DIM: Look = Look { weight: Weight::Dim, ..PLAIN };
        const BOLD: Look = Look { weight: Weight::Bold, ..PLAIN };
        Self {
            heading: BOLD,
            quote: DIM,
            code: PLAIN,
            inline_code: PLAIN,
            link: Look { underline: true, ..PLAIN },
            matched: Look { underline: true, ..BOLD },
            current_match: REVERSE,
            status: REVERSE,
            chosen: REVERSE,
            wrong: Look { underline: true, ..BOLD },
            sticky: Look { underline: true, ..DIM },
            faint: DIM,
            text_colours: false,
        }
    }
}
