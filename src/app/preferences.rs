//! The settings as the reader has changed them.

use std::sync::Arc;

use crate::config::{AnySetting, Assignment, Config, Language, Settings, Theme, Themes};
use crate::document::TerminalColour;
use crate::layout::flow::{Replacement, Showing};
use crate::script;
use crate::search::SearchOptions;
use crate::shelf::OwnSettings;
use crate::text::WidthModel;

/// The settings: what was chosen before the document was opened, as keys have changed it.
#[derive(Clone)]
pub struct Preferences {
    /// What is set for the document that is read.
    config: Config,
    /// What is set for documents that have no settings of their own.
    common: Config,
    /// The settings of the document alone.
    own: OwnSettings,
    /// What of the document is shown in other words or left out, where that is on.
    replacements: Arc<[Replacement]>,
    /// The names of the settings that come before those of a document.
    flagged: Vec<String>,
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
    /// the locale has the language `locale`. The document has its `own`, except for those that were `flagged`, and its
    /// `replacements`.
    pub(super) fn new(
        config: Config,
        (own, replacements, flagged): (OwnSettings, Arc<[Replacement]>, Vec<String>),
        themes: Themes,
        (model, locale): (WidthModel, Language),
    ) -> Self {
        let settings = config.settings(&themes);
        let first_width = config.page.cells();
        let mut new = Self {
            common: config.clone(),
            config,
            own: OwnSettings::new(),
            replacements: Arc::default(),
            flagged,
            themes,
            locale,
            settings,
            followed: None,
            first_width,
            measured: model,
        };
        new.turn_to(own, replacements);
        new.followed = None;
        new
    }

    /// Takes the settings of another document, and what of it is shown in other words or left out.
    pub(super) fn turn_to(&mut self, own: OwnSettings, replacements: Arc<[Replacement]>) {
        self.replacements = replacements;
        let mut config = self.common.clone();
        for (name, word) in own.iter().filter(|(name, _)| !self.flagged.contains(name)) {
            // Another version may have written them.
            let known = AnySetting::named(name).and_then(|setting| setting.assign(word));
            if let Ok(assigned) = known {
                assigned.apply(&mut config, &mut SearchOptions::default());
            }
        }
        self.own = own;
        self.followed.get_or_insert(std::mem::replace(&mut self.config, config));
        self.refresh();
    }

    /// Returns how what is shown differs from the source: in which script, and with what left out.
    pub(super) fn showing(&self) -> Showing {
        script::showing(&self.config, &self.replacements)
    }

    /// Returns whether something of the document is to be shown in other words or left out.
    pub(super) fn has_replacements(&self) -> bool {
        !self.replacements.is_empty()
    }

    /// Returns the settings of the document alone.
    pub fn own(&self) -> &OwnSettings {
        &self.own
    }

    /// Makes a setting for the document alone, for now and the next time.
    pub(super) fn set_own(&mut self, assigned: &Assignment) {
        self.followed.get_or_insert(self.config.clone());
        assigned.apply(&mut self.config, &mut SearchOptions::default());
        self.note_own(assigned);
        self.refresh();
    }

    /// Takes note that this was set for the document.
    pub(super) fn note_own(&mut self, assigned: &Assignment) {
        self.own.insert(assigned.setting.name(), assigned.word.clone());
    }

    /// Takes note that the document has no setting `name` of its own.
    pub(super) fn drop_own(&mut self, name: &str) {
        self.own.remove(name);
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
        before: (&Self, SearchOptions),
        search: SearchOptions,
    ) -> Vec<Assignment> {
        let (before, options) = before;
        let value = |setting: AnySetting| {
            let now = setting.value(&self.config, &search);
            (now != setting.value(&before.config, &options)).then_some(now)
        };
        let changed = |setting: AnySetting| setting.assign(&value(setting)?).ok();
        AnySetting::all().filter_map(changed).collect()
    }

    /// Changes what is set.
    pub(super) fn change(&mut self, change: impl Fn(&mut Config)) {
        self.followed.get_or_insert(self.config.clone());
        change(&mut self.config);
        change(&mut self.common);
        self.refresh();
    }

    /// Sets all as in `before`.
    pub(super) fn restore(&mut self, before: &Self) {
        self.followed.get_or_insert(self.config.clone());
        (self.config, self.common) = (before.config.clone(), before.common.clone());
        self.refresh();
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
