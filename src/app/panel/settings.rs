//! The list of all settings with their values: the page is shown by them as they change.

use super::list::{self, Fold, ListPanel, Pressed};
use super::{Desk, Outcome};
use crate::app::notice::Notice;
use crate::app::panes::Area;
use crate::app::preferences::Preferences;
use crate::config::{AnySetting, FaultKind};
use crate::input::{Key, Line, PromptAction};
use crate::search::SearchOptions;

/// The list of settings, open.
#[derive(Clone)]
pub struct SettingList {
    filter: Line,
    /// The settings that what was typed leaves.
    listed: Vec<AnySetting>,
    chosen: usize,
    /// The value that is typed for the chosen one.
    typed: Option<TypedValue>,
    /// The settings when the list was opened, to which Esc returns.
    before: (Preferences, SearchOptions),
}

/// A value while it is typed.
#[derive(Clone)]
struct TypedValue {
    line: Line,
    /// The value before.
    before: String,
}

impl SettingList {
    /// Returns the list of all settings, which are `preferences` and `search` now.
    pub(in crate::app) fn of(preferences: &Preferences, search: SearchOptions) -> Self {
        Self {
            filter: Line::default(),
            listed: AnySetting::all().collect(),
            chosen: 0,
            typed: None,
            before: (preferences.clone(), search),
        }
    }

    /// Returns what was typed to narrow the list.
    pub fn filter(&self) -> &Line {
        &self.filter
    }

    /// Returns the settings that are listed.
    pub fn listed(&self) -> &[AnySetting] {
        &self.listed
    }

    /// Returns which of these is chosen.
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// Returns the value that is typed for the chosen one.
    pub fn typed(&self) -> Option<&Line> {
        self.typed.as_ref().map(|typed| &typed.line)
    }

    /// Gives the chosen setting the value that `word` names.
    ///
    /// # Errors
    /// That it has no such value.
    fn assign(&self, word: &str, desk: &mut Desk<'_>) -> Result<(), FaultKind> {
        let Some(setting) = self.listed.get(self.chosen) else { return Ok(()) };
        let assigned = setting.assign(word)?;
        desk.assign(&assigned);
        Ok(())
    }

    /// Lists the settings whose name has what was typed.
    fn narrow(&mut self) {
        let typed = self.filter.text().trim().to_lowercase();
        self.listed = AnySetting::all().filter(|one| one.name().contains(&typed)).collect();
        self.chosen = self.chosen.min(self.listed.len().saturating_sub(1));
    }

    /// Gives the chosen setting the value that stands `step` after its own.
    fn turn(&self, step: isize, desk: &mut Desk<'_>) {
        let Some(setting) = self.listed.get(self.chosen) else { return };
        let beside = setting.beside(&value(*setting, desk), step, desk.preferences.themes());
        // What stands beside a value is one.
        let _done = beside.map(|word| self.assign(&word, desk));
    }
}

impl ListPanel for SettingList {
    fn line(&self) -> &Line {
        self.typed().unwrap_or(&self.filter)
    }

    fn filter_mut(&mut self) -> &mut Line {
        &mut self.filter
    }

    fn steps_to(&self, row: usize, area: Area, _desk: &Desk<'_>) -> Option<isize> {
        let steps =
            list::steps_below_head(row, (self.chosen, self.listed.len()), (area.entries().rows, 1));
        steps.filter(|_| self.typed.is_none())
    }

    fn obey(&mut self, pressed: Pressed, desk: &mut Desk<'_>) -> Outcome {
        match pressed {
            Pressed::Leave | Pressed::Keep => {
                let (before, search) = &self.before;
                desk.preferences.restore(before);
                desk.finder.turn(*search);
                return Outcome::Close;
            }
            Pressed::Take => {
                let (before, search) = &self.before;
                let now = desk.finder.options();
                let changed = desk.preferences.changed_since((before, *search), now);
                if !changed.is_empty() {
                    desk.keep(changed);
                }
                return Outcome::Close;
            }
            Pressed::Step(step) => {
                self.chosen = list::stepped(self.chosen, step, self.listed.len());
            }
            Pressed::Narrow => self.narrow(),
            Pressed::Fold(Fold::In) => self.turn(-1, desk),
            Pressed::Fold(Fold::Out) => self.turn(1, desk),
            Pressed::Name => {
                let before = self.listed.get(self.chosen).map(|one| value(*one, desk));
                self.typed = before.map(|before| TypedValue { line: Line::of(&before), before });
            }
            Pressed::Fold(Fold::All) | Pressed::Correct(_) | Pressed::Nothing => {}
        }
        Outcome::Stay
    }

    fn written_mut(&mut self) -> Option<&mut Line> {
        self.typed.as_mut().map(|typed| &mut typed.line)
    }

    /// Takes a key into the value that is typed: the page is shown by it as far as it is one. Enter ends that, where it
    /// is one; Esc brings the value before back.
    fn write(&mut self, key: Key, desk: &mut Desk<'_>) {
        let Some(mut typed) = self.typed.take() else { return };
        match desk.keymap.prompt().action(key) {
            Some(PromptAction::Leave) => drop(self.assign(&typed.before, desk)),
            Some(PromptAction::Keep) => {
                if let Err(fault) = self.assign(typed.line.text(), desk) {
                    desk.out.say(Notice::WrongSetting(fault));
                    self.typed = Some(typed);
                }
            }
            _ => {
                if typed.line.press(key) {
                    let _not_yet = self.assign(typed.line.text(), desk);
                }
                self.typed = Some(typed);
            }
        }
    }
}

/// Returns the value that `setting` has.
fn value(setting: AnySetting, desk: &Desk<'_>) -> String {
    setting.value(desk.preferences.config(), &desk.finder.options())
}
