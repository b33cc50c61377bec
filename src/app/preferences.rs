//! The settings as the reader has changed them.

use crate::config::{Config, Settings, Themes};
use crate::document::TerminalColour;

/// The settings: what was chosen before the document was opened, as keys have changed it.
#[derive(Clone)]
pub struct Preferences {
    config: Config,
    themes: Themes,
    /// What the screen takes of both.
    settings: Settings,
    /// The widest that the column could be at the start, in cells.
    first_width: usize,
}

impl Preferences {
    /// Returns the settings of `config`, whose theme is one of `themes`.
    pub(super) fn new(config: Config, themes: Themes) -> Self {
        let settings = config.settings(&themes);
        Self { first_width: config.page.width, config, themes, settings }
    }

    /// Returns what the screen takes of them.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Returns all that is set.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Returns the widest that the column could be at the start, in cells.
    pub(super) fn first_width(&self) -> usize {
        self.first_width
    }

    /// Changes what is set.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut Config)) {
        change(&mut self.config);
        self.settings = self.config.settings(&self.themes);
    }

    /// Takes the ground that the terminal says it has.
    pub(super) fn set_ground(&mut self, ground: TerminalColour) {
        self.themes.ground = Some(ground);
        self.settings = self.config.settings(&self.themes);
    }
}
