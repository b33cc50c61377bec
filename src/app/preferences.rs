//! The settings as the reader has changed them.

use crate::config::{AnySetting, Assignment, Config, Language, Settings, Theme, Themes};
use crate::document::TerminalColour;
use crate::search::SearchOptions;
use crate::text::WidthModel;

/// The settings: what was chosen before the document was opened, as keys have changed it.
#[derive(Clone)]
pub struct Preferences {
    config: Config,
    themes: Themes,
    /// The language of the locale.
    locale: Language,
    /// What the screen takes of both.
    settings: Settings,
    /// The settings that the page is set by, where they are others.
    followed: Option<Config>,
    /// The widest that the column could be at the start, in cells.
    first_width: usize,
    /// The widths as the terminal told them last.
    measured: WidthModel,
}

impl Preferences {
    /// Returns the settings of `config`, whose theme is one of `themes`, on a terminal that measures as `model` does, where
    /// the locale has the language `locale`.
    pub(super) fn new(
        config: Config,
        themes: Themes,
        (model, locale): (WidthModel, Language),
    ) -> Self {
        let settings = config.settings(&themes);
        let first_width = config.page.cells();
        Self { config, themes, locale, settings, followed: None, first_width, measured: model }
    }

    /// Returns what the screen takes of them.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Returns the language in which the program speaks.
    pub fn language(&self) -> Language {
        self.config.language.unwrap_or(self.locale)
    }

    /// Returns all that is set, but for the switches of searches.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Returns the themes that there are.
    pub fn themes(&self) -> &Themes {
        &self.themes
    }

    /// Returns the widest that the column could be at the start, in cells.
    pub(super) fn first_width(&self) -> usize {
        self.first_width
    }

    /// Returns how wide characters are.
    pub(super) fn model(&self) -> WidthModel {
        self.config.ambiguous.map_or(self.measured, |_| self.config.model())
    }

    /// Returns the settings that differ from those of `before`, where searches are made as `search` says.
    pub(super) fn changed_since(
        &self,
        before: (&Config, SearchOptions),
        search: SearchOptions,
    ) -> Vec<Assignment> {
        let (config, options) = before;
        let value = |setting: AnySetting| {
            let now = setting.value(&self.config, &search);
            (now != setting.value(config, &options)).then_some(now)
        };
        let changed = |setting: AnySetting| setting.assign(&value(setting)?).ok();
        AnySetting::all().filter_map(changed).collect()
    }

    /// Changes what is set.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut Config)) {
        let before = self.config.clone();
        change(&mut self.config);
        self.followed.get_or_insert(before);
        self.refresh();
    }

    /// Sets all as in `config`.
    pub(super) fn restore(&mut self, config: Config) {
        self.change(|now| *now = config);
    }

    /// Returns what was set when this was asked last, if something else is now.
    pub(super) fn take_followed(&mut self) -> Option<Config> {
        self.followed.take()
    }

    /// Takes the ground that the terminal says it has.
    pub(super) fn set_ground(&mut self, ground: TerminalColour) {
        self.themes.ground = Some(ground);
        self.refresh();
    }

    /// Takes the reader's own themes with their names.
    pub(super) fn set_own_themes(&mut self, own: Vec<(String, Theme)>) {
        self.themes.own = own;
        self.refresh();
    }

    /// Takes the widths that the terminal tells.
    pub(super) fn set_measured(&mut self, model: WidthModel) {
        self.measured = model;
    }

    fn refresh(&mut self) {
        self.settings = self.config.settings(&self.themes);
    }
}
