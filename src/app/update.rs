//! What each message does to the state.

use super::find::Find;
use super::help::help_rows;
use super::history::History;
use super::seek::Onward;
use super::{Effect, Focus, Job, Message, Size, State};
use crate::budget::{COUNT, LINE_CHARS};
use crate::config::{NARROWEST, WIDEST};
use crate::document::Survey;
use crate::input::{Action, Key, KeyCode};
use crate::layout::flow::Way;
use crate::text::{Ambiguous, WidthModel};

/// How many rows a notch of the wheel moves.
const WHEEL_ROWS: usize = 3;

/// By how many cells a key makes the column wider or narrower.
const WIDTH_STEP: usize = 4;

/// Changes `state` as `message` says and returns what must be done in the world for it.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    let effects = match message {
        Message::Key(key) => {
            let effects = state.press(key);
            state.tell_full();
            effects
        }
        Message::Paste(text) => {
            let effects = state.paste(&text);
            state.tell_full();
            effects
        }
        Message::Wheel(notches) => state.wheel(notches),
        Message::Resize(size) => state.resize(size),
        Message::Grew { document, more } => state.grow(document, more),
        Message::Reloaded(document) => state.reload(document),
        Message::Surveyed { job, survey, finished } => state.surveyed_more(job, survey, finished),
        Message::Found { job, parts, finished } => state.found(job, parts, finished),
        Message::LookFor(query) => state.asked_for(query),
        Message::Remembered { queries, options } => {
            state.history = History::of(queries);
            state.search_options = options;
            Vec::new()
        }
        Message::Seek(wanted) => {
            state.sought = Some(wanted);
            state.seek_section();
            Vec::new()
        }
        Message::Measured(model) => {
            state.flow.set_model(model);
            Vec::new()
        }
        Message::Failed(sentence) => {
            state.say(&sentence);
            Vec::new()
        }
    };
    state.settle();
    effects
}

impl State {
    fn press(&mut self, key: Key) -> Vec<Effect> {
        self.notice = None;
        // Who goes their own way does not wait for a section.
        self.sought = None;
        if key == Key::ctrl('z') {
            return vec![Effect::Suspend];
        }
        match std::mem::replace(&mut self.focus, Focus::Page) {
            Focus::Page => self.press_on_page(key),
            Focus::Contents(contents) => self.press_in_contents(contents, key),
            Focus::Marking { place } => self.press_in_marking(place, key),
            Focus::Encodings(list) => self.press_in_encodings(list, key),
            Focus::Help { scroll } => self.press_in_help(scroll, key),
            Focus::Prompt(prompt) => self.press_in_prompt(prompt, key),
            Focus::Matches(list) => self.press_in_matches(list, key),
        }
    }

    fn press_on_page(&mut self, key: Key) -> Vec<Effect> {
        if let Some(digit) = key.typed().and_then(|c| c.to_digit(10))
            && (digit > 0 || self.count.is_some())
        {
            let count = self.count.unwrap_or(0) * 10 + digit as usize;
            self.count = Some(count.min(COUNT));
            return Vec::new();
        }
        let count = self.count.take();
        match self.keymap.action(key) {
            Some(action) => self.act(action, count),
            None if key.code == KeyCode::Esc => self.stop_work(),
            None => Vec::new(),
        }
    }

    /// Stops what goes on, the last begun first: following, the search, reading what arrives, the survey.
    fn stop_work(&mut self) -> Vec<Effect> {
        if self.following {
            return self.stop_following();
        }
        if self.find.take().is_some() {
            return vec![Effect::StopSearch];
        }
        if self.growing {
            self.say("No more is read: this is the beginning alone.");
            return vec![Effect::StopReading];
        }
        if self.surveyed().is_some() {
            self.say("The sections found so far are kept.");
            return vec![Effect::StopSurvey];
        }
        Vec::new()
    }

    fn act(&mut self, action: Action, count: Option<usize>) -> Vec<Effect> {
        let mut effects = if action == Action::Follow { Vec::new() } else { self.stop_following() };
        effects.extend(self.do_action(action, count));
        effects
    }

    fn do_action(&mut self, action: Action, count: Option<usize>) -> Vec<Effect> {
        match action {
            Action::Contents => self.open_contents(),
            Action::ToggleAmbiguous => self.toggle_ambiguous(),
            Action::Encodings => self.open_encodings(),
            Action::Help => self.focus = Focus::Help { scroll: 0 },
            Action::Mark => self.begin_marking(count),
            Action::Search => self.open_prompt(Way::Down),
            Action::SearchBack => self.open_prompt(Way::Up),
            Action::SearchWord => return self.look_for_word(),
            Action::Matches => self.open_matches(),
            Action::NextMatch => self.next_match(Onward::On, count),
            Action::PreviousMatch => self.next_match(Onward::Back, count),
            Action::ToggleSticky => self.toggle_sticky(),
            Action::Widen => self.set_width(self.now.width.saturating_add(WIDTH_STEP)),
            Action::Narrow => self.set_width(self.measure().saturating_sub(WIDTH_STEP)),
            Action::ResetWidth => self.set_width(self.settings.width),
            Action::Reload => return vec![Effect::Reload],
            Action::Follow => return self.follow_growth(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return vec![Effect::Quit],
            motion => {
                // Who reads on does not wait for a match.
                self.find.iter_mut().for_each(Find::cancel_jump);
                self.travel(motion, count);
            }
        }
        Vec::new()
    }

    fn set_width(&mut self, width: usize) {
        // Wider than the window is no wider: the next step back should be seen at once.
        let widest = WIDEST.min(self.size.columns);
        self.now.width = width.min(widest).max(NARROWEST);
        self.settle();
        self.say(&format!("{} cells wide", self.measure()));
    }

    /// Counts the characters whose width terminals disagree on the other way.
    fn toggle_ambiguous(&mut self) {
        let (ambiguous, words) = match self.flow.model().ambiguous {
            Ambiguous::Narrow => (Ambiguous::Wide, "Signs such as “ — ① take two cells."),
            Ambiguous::Wide => (Ambiguous::Narrow, "Signs such as “ — ① take one cell."),
        };
        let model = WidthModel { ambiguous, frames: ambiguous, ..*self.flow.model() };
        self.flow.set_model(model);
        self.say(words);
    }

    fn press_in_help(&mut self, scroll: usize, key: Key) -> Vec<Effect> {
        let last = help_rows(&self.keymap).len().saturating_sub(1);
        let page = self.size.text_rows().saturating_sub(2).max(1);
        let to = match self.keymap.action(key) {
            Some(Action::RowDown) => scroll + 1,
            Some(Action::RowUp) => scroll.saturating_sub(1),
            Some(Action::PageDown | Action::HalfPageDown) => scroll + page,
            Some(Action::PageUp | Action::HalfPageUp) => scroll.saturating_sub(page),
            Some(Action::Start) => 0,
            Some(Action::End) => last,
            _ => return Vec::new(),
        };
        self.focus = Focus::Help { scroll: to.min(last) };
        Vec::new()
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        match std::mem::replace(&mut self.focus, Focus::Page) {
            Focus::Prompt(prompt) => self.paste_in_prompt(prompt, text),
            Focus::Matches(list) => self.paste_in_matches(list, text),
            Focus::Contents(mut contents) => {
                contents.paste(text, &self.folds);
                self.focus = Focus::Contents(contents);
                Vec::new()
            }
            other => {
                self.focus = other;
                Vec::new()
            }
        }
    }

    /// Says so where a line takes no more.
    fn tell_full(&mut self) {
        let line = match &self.focus {
            Focus::Prompt(prompt) => prompt.line(),
            Focus::Contents(contents) => contents.filter(),
            Focus::Matches(list) => list.filter(),
            _ => return,
        };
        if line.is_full() {
            self.say(&format!("A line takes {LINE_CHARS} characters at most."));
        }
    }

    fn wheel(&mut self, notches: isize) -> Vec<Effect> {
        let way = if notches < 0 { Way::Up } else { Way::Down };
        self.scroll(way, notches.unsigned_abs().saturating_mul(WHEEL_ROWS));
        self.settle();
        Vec::new()
    }

    fn resize(&mut self, size: Size) -> Vec<Effect> {
        self.size = size;
        self.settle();
        self.show_chosen();
        Vec::new()
    }

    fn surveyed_more(&mut self, job: Job, survey: Survey, finished: bool) -> Vec<Effect> {
        if job == self.survey.job {
            self.survey.finished = finished;
            self.survey.done = survey.done;
            if self.survey.again {
                self.surveyed_again(survey);
            } else {
                self.survey.replaced = survey.replaced;
                let news = !survey.has_sections_of(&self.detected);
                self.detected = survey;
                if news {
                    self.show_corrected();
                }
            }
            self.tell_rule();
            if finished && let Some(told) = self.detected.ruled.told() {
                self.say(&told);
            }
            self.seek_section();
        }
        Vec::new()
    }
}
