//! The list of themes: the page is shown in the one that is chosen.

use super::list::{self, ListPanel, Pressed};
use super::{Desk, Outcome};
use crate::app::panes::Area;
use crate::app::preferences::Preferences;
use crate::config::{AUTO, AnySetting, Config};
use crate::input::Line;

/// The list of themes, open.
#[derive(Clone)]
pub struct ThemeList {
    filter: Line,
    /// The names that what was typed leaves.
    listed: Vec<String>,
    chosen: usize,
    /// The settings when the list was opened, to which Esc returns.
    before: Preferences,
}

impl ThemeList {
    /// Returns the list, with the theme that is set chosen; to be settled.
    pub(in crate::app) fn of(preferences: &Preferences) -> Self {
        let listed = vec![named(preferences.config()).to_owned()];
        Self { filter: Line::default(), listed, chosen: 0, before: preferences.clone() }
    }

    /// Returns what was typed to narrow the list.
    pub fn filter(&self) -> &Line {
        &self.filter
    }

    /// Returns the names of the themes that are listed.
    pub fn listed(&self) -> &[String] {
        &self.listed
    }

    /// Returns which of these is chosen.
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// Takes the reader's own themes, which come later: where what was typed left none before, the first is chosen.
    pub(super) fn settle(&mut self, desk: &mut Desk<'_>) {
        let typed = self.filter.text().trim().to_lowercase();
        let names = std::iter::once(AUTO).chain(desk.preferences.themes().names());
        let listed = names.filter(|name| name.to_lowercase().contains(&typed));
        self.listed = listed.map(str::to_owned).collect();
        let theme = named(desk.preferences.config());
        match self.listed.iter().position(|name| name == theme) {
            Some(at) => self.chosen = at,
            None if typed.is_empty() => self.chosen = 0,
            None => self.choose(0, desk),
        }
    }

    /// Lists those whose name has what was typed, and chooses the first if the chosen one is none of them.
    fn narrow(&mut self, desk: &mut Desk<'_>) {
        self.settle(desk);
        self.choose(self.chosen, desk);
    }

    /// Chooses the theme of this number and shows the page in it.
    fn choose(&mut self, number: usize, desk: &mut Desk<'_>) {
        let Some(name) = self.listed.get(number) else { return };
        self.chosen = number;
        let name = Some(name.clone()).filter(|name| name != AUTO);
        desk.preferences.change(|config| config.theme.clone_from(&name));
    }
}

impl ListPanel for ThemeList {
    fn line(&self) -> &Line {
        &self.filter
    }

    fn filter_mut(&mut self) -> &mut Line {
        &mut self.filter
    }

    fn steps_to(&self, row: usize, area: Area, _desk: &Desk<'_>) -> Option<isize> {
        list::steps_below_head(row, (self.chosen, self.listed.len()), (area.entries().rows, 1))
    }

    fn obey(&mut self, pressed: Pressed, desk: &mut Desk<'_>) -> Outcome {
        match pressed {
            Pressed::Leave | Pressed::Keep => {
                desk.preferences.restore(&self.before);
                return Outcome::Close;
            }
            Pressed::Take if self.listed.is_empty() => {}
            Pressed::Take => {
                let theme = named(desk.preferences.config());
                let assigned = AnySetting::named("theme").and_then(|setting| setting.assign(theme));
                desk.keep(assigned.into_iter().collect());
                return Outcome::Close;
            }
            Pressed::Step(step) => {
                self.choose(list::stepped(self.chosen, step, self.listed.len()), desk);
            }
            Pressed::Narrow => self.narrow(desk),
            Pressed::Fold(_) | Pressed::Correct(_) | Pressed::Name | Pressed::Nothing => {}
        }
        Outcome::Stay
    }
}

/// Returns the name of the theme of `config`.
fn named(config: &Config) -> &str {
    config.theme.as_deref().unwrap_or(AUTO)
}
