//! Keys and pastes: who gets them, what comes of it, and what the key that stops things stops.

use super::State;
use super::keys::{Command, Count, KeyHint};
use super::message::Effect;
use super::notice::{KeptChange, Notice};
use super::panel::{Focus, Outcome};
use crate::input::{Action, Key, KeyCode, Line};

impl State {
    pub(super) fn press(&mut self, key: Key) {
        let told = self.out.take_notice();
        self.keys.set_hint(KeyHint::Hidden);
        // Who goes their own way does not wait for a section.
        self.book.want_nothing();
        if key == Key::ctrl('z') {
            return self.out.ask(Effect::Suspend);
        }
        if matches!(self.focus, Focus::Page) {
            return self.press_on_page(key);
        }
        let (focus, mut desk) = self.parts();
        let outcome = focus.press(key, &mut desk);
        let leaves = matches!(outcome, Outcome::Close | Outcome::Keep);
        self.come_to(outcome);
        // How a correction is undone is told on the page, too.
        let is_told = leaves && self.out.notice().is_none();
        let undoable = |told: &Notice| told.keeps() == Some(KeptChange::Undoable);
        if let Some(told) = told.filter(|told| is_told && undoable(told)) {
            self.out.say(told);
        }
    }

    /// Does what a panel wants.
    pub(super) fn come_to(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Stay => self.report_full(),
            Outcome::Close => self.close_panel(),
            Outcome::Keep => self.keep_list(),
            Outcome::Read => self.leave_panel(),
            Outcome::Go(place) => {
                self.leave_panel();
                self.view.go_to_heading(place);
            }
            Outcome::Obey(typed) => {
                self.focus = Focus::Page;
                self.obey(&typed);
            }
            Outcome::Look(window) => self.focus = Focus::LinkWindow(window),
            Outcome::Write(window) => {
                // The list that it came from closes.
                self.close_panel();
                self.focus = Focus::Note(window);
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        let (focus, mut desk) = self.parts();
        focus.paste(text, &mut desk);
        self.report_full();
    }

    /// Says so where a line takes no more.
    pub(super) fn report_full(&mut self) {
        if self.focus.line().is_some_and(Line::is_full) {
            self.out.say(Notice::LineFull);
        }
    }

    pub(super) fn press_on_page(&mut self, key: Key) {
        if key == Key::plain(KeyCode::Esc) {
            if !self.keys.forget() && !self.close_list() {
                self.stop_work();
            }
            return;
        }
        match self.keys.take(key) {
            Command::Do(action, count) => self.act_on_page(action, count),
            // Esc and a key that come at once look like one key with Alt. Where that does nothing, they are two.
            Command::Unknown(_) if key.alt => {
                self.press_on_page(Key::plain(KeyCode::Esc));
                self.press_on_page(Key { alt: false, ..key });
            }
            Command::Begun if self.keys.typed().begun_keys().is_empty() => {}
            Command::Begun => {
                let job = self.out.next_job();
                self.keys.set_hint(KeyHint::Awaited(job));
                self.out.ask(Effect::Remind(job));
            }
            Command::Unknown(keys) => self.out.say(Notice::NoSuchKey(keys)),
        }
    }

    /// Does `action`, which ends the following of the document.
    pub(super) fn act_on_page(&mut self, action: Action, count: Option<Count>) {
        // What stops something says so itself.
        if !matches!(action, Action::Follow | Action::Stop) {
            self.stop_following();
        }
        self.act(action, count);
    }

    /// Stops what goes on, the last begun first: following, the search, what shows some lines
    /// alone, reading what arrives, the survey. Returns
    /// whether anything did.
    pub(super) fn stop_work(&mut self) -> bool {
        if self.stop_following() {
            return true;
        }
        if self.stop_moving() {
            self.out.say(Notice::NotMoving);
            return true;
        }
        if self.finder.find().is_some() {
            self.finder.drop_find(&mut self.out);
            return true;
        }
        if self.finder.end_filter(&mut self.view, &mut self.out) {
            self.out.say(Notice::AllLines);
            return true;
        }
        self.book.stop(&mut self.out)
    }

    /// Stops following the document, and returns whether it was followed.
    pub(super) fn stop_following(&mut self) -> bool {
        let followed = self.book.follow(false);
        if followed {
            self.out.ask(Effect::StopFollowing);
        }
        followed
    }
}
