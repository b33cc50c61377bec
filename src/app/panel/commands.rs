//! The command line, and the list of what may be meant: the actions and commands by their names and what they do.

use super::help::{HelpRow, action_row};
use super::list::{self, ListPanel, Pressed, page_of};
use super::{Desk, Outcome};
use crate::app::commands::{COMMANDS, is_command};
use crate::app::panes::Area;
use crate::config::{AnySetting, near};
use crate::input::{CommandAction, Key, KeyCode, KeyContext, Keymap, Line};
use crate::words::{Phrase, Words};

/// The command line, open.
#[derive(Clone, Debug)]
pub struct CommandLine {
    line: Line,
    offers: Vec<Offer>,
    /// The numbers of the offers that what was typed leaves, those that fit best first.
    listed: Vec<usize>,
    /// Which of these was chosen by hand.
    chosen: Option<usize>,
}

/// Something that the command line offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its name, as it is typed.
    pub name: String,
    /// What stands after the name, as an example.
    pub takes: Option<&'static str>,
    /// The keys that do the same, parted by spaces.
    pub keys: String,
    /// What it does, in words.
    pub does: String,
}

impl CommandLine {
    /// Returns the empty line, which offers what can be done with these keys, in these words.
    pub(in crate::app) fn new(keymap: &Keymap, words: &Words) -> Self {
        let typed = COMMANDS.iter().filter_map(|command| {
            let name = command.names.first()?;
            let does = words.say(&Phrase::new(format!("command-{name}")));
            let takes = Some(command.takes?);
            Some(Offer { name: (*name).to_owned(), takes, keys: String::new(), does })
        });
        let actions = keymap.rows(KeyContext::Page).into_iter().map(|row| {
            let HelpRow { keys, doc } = action_row(&row);
            Offer { name: row.name.to_owned(), takes: None, keys, does: words.say(&doc) }
        });
        let offers: Vec<Offer> = typed
            .chain(actions)
            .chain(AnySetting::all().flat_map(|one| settings(one, words)))
            .collect();
        let listed = (0..offers.len()).collect();
        Self { line: Line::default(), offers, listed, chosen: None }
    }

    /// Returns what was typed.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// Returns what is offered now, what fits best first.
    pub fn listed(&self) -> impl Iterator<Item = &Offer> {
        self.listed.iter().filter_map(|at| self.offers.get(*at))
    }

    /// Returns how many these are.
    pub fn count(&self) -> usize {
        self.listed.len()
    }

    /// Returns which of these is chosen: by hand, or the first where what was typed is no command yet and that goes on
    /// from it.
    pub fn chosen(&self) -> Option<usize> {
        let typed = self.line.text().trim();
        let first = self.listed().next().filter(|offer| !offer.is_behind(typed));
        let wanted = !typed.is_empty() && !is_command(typed) && first.is_some();
        self.chosen.or(wanted.then_some(0))
    }

    /// Returns the line that is obeyed: the chosen offer, else what was typed.
    fn taken(&self) -> String {
        let chosen = self.chosen().and_then(|at| self.listed.get(at));
        let offer = chosen.and_then(|at| self.offers.get(*at));
        offer.map_or_else(|| self.line.text().trim().to_owned(), Offer::completed)
    }

    /// Puts the name of the chosen offer, or the first, in the line.
    fn complete(&mut self) {
        let at = self.listed.get(self.chosen().unwrap_or(0));
        if let Some(offer) = at.and_then(|at| self.offers.get(*at)) {
            self.line = Line::of(&offer.completed());
            self.narrow();
        }
    }

    /// Moves the choice; before the first there is none.
    fn step(&mut self, step: isize) {
        self.chosen = match self.chosen() {
            None if step > 0 => Some(list::stepped(0, step - 1, self.listed.len())),
            None | Some(0) if step < 0 => None,
            chosen => Some(list::stepped(chosen.unwrap_or(0), step, self.listed.len())),
        };
    }

    /// Lists what fits what was typed.
    fn narrow(&mut self) {
        self.chosen = None;
        let typed = self.line.text().trim().to_lowercase();
        let fits = self.offers.iter().enumerate();
        let mut fits: Vec<(Fit, usize)> =
            fits.filter_map(|(at, offer)| Some((offer.fit(&typed)?, at))).collect();
        fits.sort_unstable();
        self.listed = fits.into_iter().map(|(_, at)| at).collect();
    }
}

impl ListPanel for CommandLine {
    fn line(&self) -> &Line {
        &self.line
    }

    fn filter_mut(&mut self) -> &mut Line {
        &mut self.line
    }

    fn steps_to(&self, row: usize, area: Area, _desk: &Desk<'_>) -> Option<isize> {
        let rows = area.rows.min(self.count() + 1);
        let row = row.checked_sub(area.rows - rows)?;
        let chosen = self.chosen();
        let entries = (chosen.unwrap_or(0), self.count());
        let steps = list::steps_below_head(row, entries, (rows.saturating_sub(1), 1));
        // Before the first stands what was typed.
        steps.map(|steps| steps + isize::from(chosen.is_none()))
    }

    fn obey(&mut self, pressed: Pressed, _desk: &mut Desk<'_>) -> Outcome {
        match pressed {
            // What wants a value is completed first.
            Pressed::Take if self.chosen().is_some() && self.taken().ends_with(['=', ' ']) => {
                self.complete();
            }
            Pressed::Take => return Outcome::Obey(self.taken()),
            Pressed::Leave | Pressed::Keep => return Outcome::Close,
            Pressed::Narrow => self.narrow(),
            Pressed::Step(step) => self.step(step),
            Pressed::Fold(_) | Pressed::Correct(_) | Pressed::Name | Pressed::Nothing => {}
        }
        Outcome::Stay
    }

    fn press(&mut self, key: Key, desk: &mut Desk<'_>) -> Outcome {
        // As in less: what deletes an empty line ends it.
        if key.code == KeyCode::Backspace && self.line.text().is_empty() {
            return Outcome::Close;
        }
        if desk.keymap.command().action(key) == Some(CommandAction::Complete) {
            self.complete();
            return Outcome::Stay;
        }
        let page = page_of(desk.view.panes());
        match list::press(&mut self.line, key, desk.keymap.list(), page) {
            // What folds and corrects in other lists moves the cursor and deletes here.
            Pressed::Fold(_) | Pressed::Correct(_) | Pressed::Name => {
                if self.line.press(key) {
                    self.narrow();
                }
                Outcome::Stay
            }
            pressed => self.obey(pressed, desk),
        }
    }
}

/// Returns what is offered of `setting`: to set it, and each of its values that has a name.
fn settings(setting: AnySetting, words: &Words) -> Vec<Offer> {
    let (name, does) = (setting.name(), words.say(&Phrase::new(setting.does())));
    let offer = |value: &str| Offer {
        name: format!("set {name}={value}"),
        takes: None,
        keys: String::new(),
        does: does.clone(),
    };
    std::iter::once("").chain(setting.names()).map(offer).collect()
}

/// How an offer fits what was typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Its name begins so.
    Begins,
    /// Its name has it.
    Named,
    /// The words for what it does have it.
    Said,
    /// Its name differs by little.
    Near,
}

impl Offer {
    /// Returns what stands in the line where it is completed.
    fn completed(&self) -> String {
        let after = if self.takes.is_some() { " " } else { "" };
        format!("{}{after}", self.name)
    }

    /// Returns whether `typed` is the offer's name and something after it, of which the offer knows nothing.
    fn is_behind(&self, typed: &str) -> bool {
        let rest = typed.strip_prefix(self.name.as_str());
        self.takes.is_some() && rest.is_some_and(|rest| rest.starts_with(char::is_whitespace))
    }

    /// Returns how the offer fits `typed`, which is in small letters, if it does.
    fn fit(&self, typed: &str) -> Option<Fit> {
        let first = typed.split_whitespace().next().unwrap_or_default();
        let join = |words: &str| words.replace([' ', '-'], "_");
        let (joined, name) = (join(typed), join(&self.name));
        if name.starts_with(&joined) {
            Some(Fit::Begins)
        } else if name.contains(&joined) {
            Some(Fit::Named)
        } else if self.does.to_lowercase().contains(typed) {
            Some(Fit::Said)
        } else {
            // What takes something is offered as long as that is typed, after what fits all of it.
            let takes = self.takes.is_some() && first == self.name;
            (takes || near(&joined, [name.as_str()]).is_some()).then_some(Fit::Near)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    fn offered(typed: &str) -> Vec<String> {
        let mut line = CommandLine::new(&Keymap::default(), Words::of(Language::English));
        line.line.paste(typed);
        line.narrow();
        line.listed().map(|offer| offer.name.clone()).take(3).collect()
    }

    #[test]
    fn what_begins_so_comes_first_then_what_has_it_then_what_says_it() {
        assert_eq!(offered("next_s"), ["next_section", "next_sentence"]);
        assert_eq!(offered("next sec"), ["next_section"]);
        assert_eq!(offered("narow"), ["narrow"], "a slip");
        assert_eq!(offered("row_up")[0], "row_up");
        assert_eq!(offered("HEADING")[0], "mark", "by what it does");
        assert_eq!(offered("hang=st"), ["set hang=stop"], "a value of a setting");
        assert_eq!(offered("set search.kana=")[1], "set search.kana=alike");
        assert!(offered("xyzzy").is_empty());
    }

    #[test]
    fn every_action_of_the_page_is_offered_with_its_keys() {
        let line = CommandLine::new(&Keymap::default(), Words::of(Language::English));
        let offer = line.listed().find(|offer| offer.name == "page_down").unwrap();
        assert_eq!(offer.keys, "Space f PgDn ^F →");
        for entry in crate::input::ACTIONS {
            assert!(line.listed().any(|offer| offer.name == entry.name), "{}", entry.name);
        }
    }
}
