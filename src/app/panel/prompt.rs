//! The line in which a search is typed, how it is looked for, and where it began.

use super::{Desk, Outcome};
use crate::app::find::Find;
use crate::app::finder::Finder;
use crate::app::history::History;
use crate::app::notice::Notice;
use crate::app::switches;
use crate::app::view::View;
use crate::document::Position;
use crate::input::{Key, KeyCode, Keymap, Line, PromptAction, Switch};
use crate::layout::flow::Way;
use crate::search::{Query, SearchOptions};
use crate::shelf::Change;

/// A search being typed.
#[derive(Clone)]
pub struct Prompt {
    line: Line,
    options: SearchOptions,
    /// Which way is looked.
    way: Way,
    purpose: Purpose,
    typing: Typing,
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

/// What is done with what is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The reader goes there.
    Go,
    /// Only the lines with it are shown.
    Filter,
}

/// What the keys are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// They type.
    Line,
    /// They turn the switches, whose list is open.
    Switches,
}

impl Prompt {
    /// Begins a search: downwards from the top of the page; upwards from the match that is shown, or else from the
    /// bottom of the page.
    pub(in crate::app) fn open(
        way: Way,
        purpose: Purpose,
        finder: &mut Finder,
        view: &View,
    ) -> Self {
        let top = view.top();
        let from = match way {
            Way::Down => top,
            Way::Up => finder.shown_match(view).unwrap_or(view.bottom()),
        };
        Self {
            line: Line::default(),
            options: finder.options(),
            way,
            purpose,
            typing: Typing::Line,
            back: 0,
            draft: Query::default(),
            top,
            from,
            before: finder.set_find(None).map(Box::new),
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

    /// Returns what is done with what is found.
    pub fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// Returns what the keys are for.
    pub fn typing(&self) -> Typing {
        self.typing
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

    /// Takes a key.
    pub(super) fn press(&mut self, key: Key, desk: &mut Desk<'_>) -> Outcome {
        match (self.typing, desk.keymap.prompt().action(key)) {
            (Typing::Line, Some(PromptAction::Leave)) => self.leave(desk),
            (Typing::Line, Some(PromptAction::Keep)) => self.keep(desk),
            // As in less: what deletes an empty line ends it.
            (Typing::Line, None)
                if key.code == KeyCode::Backspace && self.line.text().is_empty() =>
            {
                self.leave(desk)
            }
            _ => {
                if self.edit(key, desk.keymap, desk.finder.history()) {
                    self.search(desk);
                }
                Outcome::Stay
            }
        }
    }

    /// Takes a pasted text into the line.
    pub(super) fn paste(&mut self, text: &str, desk: &mut Desk<'_>) {
        if self.line.paste(text) {
            self.search(desk);
        }
    }

    /// Goes back to where the search began.
    fn leave(&mut self, desk: &mut Desk<'_>) -> Outcome {
        desk.view.restore(self.top);
        desk.finder.set_find(self.before.take().map(|find| *find));
        desk.finder.resume(desk.out);
        Outcome::Close
    }

    /// Keeps what was typed as the search; of an empty line, the search before.
    fn keep(&mut self, desk: &mut Desk<'_>) -> Outcome {
        if self.purpose == Purpose::Filter {
            return self.filter(desk);
        }
        let from = desk.finder.turn(self.options);
        if self.line.text().is_empty() {
            desk.finder.set_find(self.before.take().map(|find| *find));
            if let Some(find) = desk.finder.find_mut() {
                find.way = self.way;
            }
            if from != self.options {
                desk.out.save(Change::Search { query: self.query(), from, to: self.options });
            }
            desk.finder.resume(desk.out);
            return Outcome::Close;
        }
        desk.view.jumped_from(self.top);
        desk.finder.keep(self.query(), from, desk.out);
        let find = desk.finder.find();
        if let Some(error) = find.and_then(Find::error) {
            desk.out.say(Notice::CantSearch(error.clone()));
        } else if find.is_some_and(|find| find.finished() && find.total() == 0) {
            desk.out.say(Notice::NotFound);
        }
        Outcome::Close
    }

    /// Shows only the lines with what was typed; of an empty line, all lines again. The search before stays.
    fn filter(&mut self, desk: &mut Desk<'_>) -> Outcome {
        desk.view.restore(self.top);
        let find = desk.finder.set_find(self.before.take().map(|find| *find));
        let Some(find) = find.filter(|_| !self.line.text().is_empty()) else {
            if desk.finder.end_filter(desk.view, desk.out) {
                desk.out.say(Notice::AllLines);
            }
            desk.finder.resume(desk.out);
            return Outcome::Close;
        };
        let from = desk.finder.turn(self.options);
        desk.finder.keep(self.query(), from, desk.out);
        if let Some(error) = find.error() {
            desk.out.say(Notice::CantSearch(error.clone()));
            desk.finder.resume(desk.out);
        } else if find.finished() && find.total() == 0 {
            desk.out.say(Notice::NotFound);
            desk.finder.resume(desk.out);
        } else {
            desk.finder.begin_filter(find, desk.view, desk.out);
        }
        Outcome::Close
    }

    /// Searches for what was typed, after that was changed.
    fn search(&self, desk: &mut Desk<'_>) {
        let query = self.query();
        desk.view.restore(self.top);
        if query.text.is_empty() {
            desk.finder.drop_find(desk.out);
        } else {
            desk.finder.look_for(query, (self.from, self.way), desk.book, desk.out);
        }
    }

    /// Takes a key that does not end the prompt and returns whether another thing is looked for now.
    fn edit(&mut self, key: Key, keymap: &Keymap, history: &History) -> bool {
        match (self.typing, keymap.prompt().action(key)) {
            (_, Some(PromptAction::Turn(switch))) => self.turn(switch),
            (Typing::Switches, None) => {
                keymap.switches().action(key).is_some_and(|switch| self.turn(switch))
            }
            (Typing::Switches, Some(_)) => {
                self.typing = Typing::Line;
                false
            }
            (Typing::Line, Some(PromptAction::Switches)) => {
                self.typing = Typing::Switches;
                false
            }
            (Typing::Line, Some(PromptAction::Older)) => self.recall(true, history),
            (Typing::Line, Some(PromptAction::Newer)) => self.recall(false, history),
            (Typing::Line, _) => self.line.press(key),
        }
    }

    fn turn(&mut self, switch: Switch) -> bool {
        switches::turn(switch, &mut self.options);
        true
    }
}
