//! The line in which a search is typed, how it is looked for, and where it began.

use super::find::Find;
use super::history::History;
use super::switches;
use super::{Effect, Focus, State};
use crate::document::Position;
use crate::input::{Key, KeyCode, Line, PromptAction, Switch, prompt_action, switch};
use crate::layout::flow::Way;
use crate::search::{Query, SearchOptions};

/// A search being typed.
#[derive(Clone)]
pub struct Prompt {
    line: Line,
    options: SearchOptions,
    /// Which way is looked.
    way: Way,
    keys: Keys,
    /// How many searches back in the history the line comes from; 0: it was typed.
    back: usize,
    /// What was typed before the history was looked through.
    draft: Query,
    /// The top of the page when it began, to which Esc returns.
    top: Position,
    /// The place that is looked from.
    from: Position,
    /// The search that was shown when it began, to which Esc returns.
    before: Option<Box<Find>>,
}

/// What the keys are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// They type.
    Line,
    /// They turn the switches, whose list is open.
    Switches,
}

impl Prompt {
    fn new(options: SearchOptions, way: Way, top: Position) -> Self {
        Self {
            line: Line::default(),
            options,
            way,
            keys: Keys::Line,
            back: 0,
            draft: Query::default(),
            top,
            from: top,
            before: None,
        }
    }

    /// Returns what was typed.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// Returns how it is looked for.
    pub fn options(&self) -> SearchOptions {
        self.options
    }

    /// Returns which way is looked.
    pub fn way(&self) -> Way {
        self.way
    }

    /// Returns what the keys are for.
    pub fn keys(&self) -> Keys {
        self.keys
    }

    fn query(&self) -> Query {
        self.options.query(self.line.text())
    }

    /// Takes the search out of the history that is one step `older`, or newer, and returns whether there
    /// is one.
    fn recall(&mut self, older: bool, history: &History) -> bool {
        let back = if older { self.back + 1 } else { self.back.saturating_sub(1) };
        if self.back == 0 {
            self.draft = self.query();
        }
        let recalled = if back == 0 { Some(&self.draft) } else { history.back(back) };
        let Some(query) = recalled.filter(|_| back != self.back) else { return false };
        self.line = Line::of(&query.text);
        self.options = query.options();
        self.back = back;
        true
    }

    /// Takes a key that does not end the prompt and returns whether another thing is looked for now.
    fn press(&mut self, key: Key, history: &History) -> bool {
        match (self.keys, prompt_action(key)) {
            (_, Some(PromptAction::Turn(switch))) => self.turn(switch),
            (Keys::Switches, None) => switch(key).is_some_and(|switch| self.turn(switch)),
            (Keys::Switches, Some(_)) => {
                self.keys = Keys::Line;
                false
            }
            (Keys::Line, Some(PromptAction::Switches)) => {
                self.keys = Keys::Switches;
                false
            }
            (Keys::Line, Some(PromptAction::Older)) => self.recall(true, history),
            (Keys::Line, Some(PromptAction::Newer)) => self.recall(false, history),
            (Keys::Line, _) => self.line.press(key),
        }
    }

    fn turn(&mut self, switch: Switch) -> bool {
        switches::turn(switch, &mut self.options);
        true
    }
}

impl State {
    /// Begins a search: downwards from the top of the page; upwards from the match that is shown, or else from
    /// the bottom of the page.
    pub(super) fn open_prompt(&mut self, way: Way) {
        let mut prompt = Prompt::new(self.search_options, way, self.top);
        if way == Way::Up {
            prompt.from = self.shown_match().unwrap_or(self.bottom());
        }
        prompt.before = self.find.take().map(Box::new);
        self.focus = Focus::Prompt(Box::new(prompt));
    }

    pub(super) fn press_in_prompt(&mut self, mut prompt: Box<Prompt>, key: Key) -> Vec<Effect> {
        match (prompt.keys, prompt_action(key)) {
            (Keys::Line, Some(PromptAction::Leave)) => self.leave_prompt(*prompt),
            (Keys::Line, Some(PromptAction::Keep)) => self.keep_search(*prompt),
            // As in less: what deletes an empty line ends it.
            (Keys::Line, None)
                if key.code == KeyCode::Backspace && prompt.line.text().is_empty() =>
            {
                self.leave_prompt(*prompt)
            }
            _ => {
                let changed = prompt.press(key, &self.history);
                self.typed(prompt, changed)
            }
        }
    }

    pub(super) fn paste_in_prompt(&mut self, mut prompt: Box<Prompt>, text: &str) -> Vec<Effect> {
        let changed = prompt.line.paste(text);
        self.typed(prompt, changed)
    }

    /// Goes back to where the search began.
    fn leave_prompt(&mut self, prompt: Prompt) -> Vec<Effect> {
        self.top = prompt.top;
        self.find = prompt.before.map(|find| *find);
        self.resume_search()
    }

    /// Keeps what was typed as the search; of an empty line, the search before.
    fn keep_search(&mut self, prompt: Prompt) -> Vec<Effect> {
        let from = std::mem::replace(&mut self.search_options, prompt.options);
        let keep = Effect::KeepSearch { query: prompt.query(), from, to: prompt.options };
        if prompt.line.text().is_empty() {
            self.find = prompt.before.map(|find| *find);
            self.find.iter_mut().for_each(|find| find.way = prompt.way);
            let turned = (from != prompt.options).then_some(keep);
            return turned.into_iter().chain(self.resume_search()).collect();
        }
        self.history.remember(prompt.query());
        let error = self.find.as_ref().and_then(Find::error).map(ToString::to_string);
        if let Some(error) = error {
            self.say(&error);
        } else if self.find.as_ref().is_some_and(|find| find.finished() && find.total() == 0) {
            self.say("Not found.");
        }
        vec![keep]
    }

    /// Searches anew after what is looked for was changed.
    fn typed(&mut self, prompt: Box<Prompt>, changed: bool) -> Vec<Effect> {
        let (query, way, from) = (prompt.query(), prompt.way, prompt.from);
        let top = prompt.top;
        self.focus = Focus::Prompt(prompt);
        if !changed {
            return Vec::new();
        }
        self.top = top;
        if query.text.is_empty() {
            self.find = None;
            return vec![Effect::StopSearch];
        }
        self.look_for(query, way, from)
    }
}
