//! What a reader can set, in a file and by flags, and the looks of the page: roles, not places. The file is text
//! here; the runtime reads it.

mod assignment;
mod colour;
mod fault;
mod file;
mod language;
mod near;
mod sections;
mod setting;
mod status;
mod theme;
mod themes;
mod written;

use crate::document::{Rule, ViewMode};
use crate::input::{Binding, Keymap, Preset};
use crate::layout::flow::Replacement;
use crate::layout::{Justify, LayoutOptions, Ruby};
use crate::search::SearchOptions;
use crate::text::{Ambiguous, WidthModel};

pub use assignment::{AnySetting, Assignment};
pub use colour::NAMES as COLOURS;
pub use colour::{Depth, contrast};
pub use fault::{BadValue, Fault, FaultKind, KnownNames, Mend};
pub use file::read;
pub use language::Language;
pub use near::near;
pub use sections::{RuleFor, level};
pub use setting::{LAYOUT, PAGE, SEARCH, Setting, SettingChange, Values, named};
pub use status::{StatusPart, StatusParts};
pub use theme::{Look, ROLES, Role, THEMES, Theme, Weight, read as read_theme};
pub use themes::{AUTO, Themes};
pub use written::written;

/// The file of settings with every setting in it at its usual value, as a comment.
pub const TEMPLATE: &str = include_str!("../assets/config.toml");

/// The narrowest column, in cells.
pub const NARROWEST: usize = 10;

/// The widest column, in cells.
pub const WIDEST: usize = 400;

/// What a reader chose: the defaults, changed by the file of settings, and then by flags.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// How the page is laid out.
    pub page: PageSettings,
    /// How documents are shown.
    pub view: ViewMode,
    /// The script in which Chinese is shown.
    pub script: Script,
    /// Whether the text is shown as it is, without its replacements.
    pub unreplaced: bool,
    /// The language in which the program speaks; none: that of the locale.
    pub language: Option<Language>,
    /// Whether there are colours.
    pub colour: Colours,
    /// The name of the theme; none: the ground of the terminal tells which.
    pub theme: Option<String>,
    /// The command that copies, with its arguments; none: the terminal, and a program that is there.
    pub copy_command: Option<String>,
    /// The command that says what a word means, parted by blanks; the word is its last argument.
    pub dictionary: Option<String>,
    /// How text is set, but for the measure.
    pub layout: LayoutOptions,
    /// How wide ambiguous signs are; none: the terminal is asked.
    pub ambiguous: Option<Ambiguous>,
    /// The keys of the page.
    pub preset: Preset,
    /// The actions with keys of the reader's own.
    pub bound: Vec<Binding>,
    /// What was said of how something is looked for, the last word last.
    pub search: Vec<SettingChange<SearchOptions>>,
    /// The rules for headings, a later one over those before it.
    pub rules: Vec<RuleFor>,
    /// What is shown in other words or left out, an earlier one before those after it.
    pub replacements: Vec<RuleFor<Replacement>>,
}

/// The script in which Chinese is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Script {
    /// As it is written.
    #[default]
    Source,
    /// In simplified characters.
    Simplified,
    /// In traditional characters.
    Traditional,
}

/// How the page is laid out in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a setting that is on or off")]
pub struct PageSettings {
    /// The widest that the column of text may be, in cells.
    pub width: usize,
    /// How many cells at least are blank at the left of the text, where there is room.
    pub margin: usize,
    /// Whether the first row tells the section whose heading is above it.
    pub sticky: bool,
    /// Whose the mouse is.
    pub mouse: MouseOwner,
    /// What the status line tells.
    pub status: StatusParts,
    /// How many columns of text stand beside each other.
    pub columns: PageColumns,
    /// What the width of a column is counted in.
    pub unit: WidthUnit,
    /// The blank lines between two rows.
    pub row_gap: usize,
    /// Whether a line that is kept and too wide goes on in the next row; else it is cut, and scrolls sideways.
    pub wrap: bool,
    /// Whether the numbers of the lines of the source stand beside the text.
    pub line_numbers: bool,
    /// How many rows of a page stay on the next one.
    pub overlap: usize,
    /// Whether all but the paragraph that is read is faint.
    pub ruler: bool,
    /// How many rows the page moves in a minute where it moves by itself.
    pub speed: usize,
    /// Whether pages are printed one after the other, and lines are typed in place of keys.
    pub linear: bool,
}

impl PageSettings {
    /// Returns the widest that a column of text may be, in cells.
    pub fn cells(&self) -> usize {
        self.width.saturating_mul(self.unit.cells())
    }

    /// Returns the settings where pages are printed one after the other: no row stands beside or above the text, and none
    /// comes again.
    fn printed(self) -> Self {
        let columns = PageColumns::One;
        Self { columns, margin: 0, sticky: false, row_gap: 0, overlap: 0, ruler: false, ..self }
    }
}

/// How many columns of text stand beside each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageColumns {
    /// One.
    #[default]
    One,
    /// Two, where each has room for a few words.
    Two,
    /// Two, where each is wide enough to read well.
    Auto,
}

/// What the width of a column is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WidthUnit {
    /// Cells of the terminal.
    #[default]
    Cells,
    /// Characters of two cells: 字.
    Characters,
}

impl WidthUnit {
    /// Returns how many cells it has.
    pub fn cells(self) -> usize {
        match self {
            Self::Cells => 1,
            Self::Characters => 2,
        }
    }
}

impl Default for PageSettings {
    fn default() -> Self {
        Self {
            width: 80,
            margin: 1,
            sticky: false,
            status: StatusParts::default(),
            columns: PageColumns::default(),
            unit: WidthUnit::default(),
            row_gap: 0,
            wrap: true,
            line_numbers: false,
            overlap: 1,
            ruler: false,
            speed: 20,
            linear: false,
            mouse: MouseOwner::default(),
        }
    }
}

/// Whose the mouse is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MouseOwner {
    /// The program's: it selects text there.
    #[default]
    Program,
    /// The terminal's: that selects what is on the screen.
    Terminal,
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

impl Script {
    /// Returns its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Simplified => "hans",
            Self::Traditional => "hant",
        }
    }
}

impl Config {
    /// Returns the settings of the page, with one of `themes`.
    pub fn settings(&self, themes: &Themes) -> Settings {
        let depth = match self.colour {
            Colours::Always if themes.depth == Depth::None => Depth::Sixteen,
            Colours::Auto | Colours::Always => themes.depth,
            Colours::Never => Depth::None,
        };
        let theme = themes.theme(self.theme.as_deref()).at(depth);
        Settings { page: if self.page.linear { self.page.printed() } else { self.page }, theme }
    }

    /// Returns how text is set in the widest column. Where pages are printed, no gap is widened and no reading stands in a
    /// line of its own.
    pub fn layout(&self) -> LayoutOptions {
        let layout = LayoutOptions { measure: self.page.cells(), ..self.layout };
        let ruby = match layout.ruby {
            Ruby::Above if self.page.linear => Ruby::After,
            ruby => ruby,
        };
        let justify = if self.page.linear { Justify::Ragged } else { layout.justify };
        LayoutOptions { justify, ruby, ..layout }
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

    /// Returns what of the document at `path` is shown in other words or left out; none: it has no path.
    pub fn replacements(&self, path: Option<&str>) -> Vec<Replacement> {
        self.replacements.iter().filter_map(|rule| rule.rule_of(path)).cloned().collect()
    }

    /// Returns which key does what on the page.
    pub fn keymap(&self) -> Keymap {
        Keymap::new(self.preset, &self.bound)
    }
}

/// The settings of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// How it is laid out.
    pub page: PageSettings,
    /// The looks.
    pub theme: Theme,
}
