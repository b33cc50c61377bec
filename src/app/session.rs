//! A reader at work without a world: drives a [`State`] as the loop does, with long work done at once. For tests,
//! benches, fuzz targets, and whoever wants the reader in a program of their own.

use std::ops::ControlFlow;

use super::message::{Effect, Message};
use super::{Setup, Size, State, update};
use crate::document::{Document, Remark};
use crate::input::{Key, KeyCode};
use crate::shelf::Notebook;
use crate::syntax::tokens;

/// A state, and what it asked of the world.
#[derive(Clone)]
pub struct Session {
    state: State,
    asked: Vec<Effect>,
}

impl Session {
    /// Returns a session in which `document` is opened under the name `title`, read through for its sections.
    pub fn open(document: Document, title: &str, setup: Setup, size: Size) -> Self {
        Self::of(State::open(document, title, setup, size, false))
    }

    /// Returns the session of a state and what it asks for.
    pub fn of((state, effects): (State, Vec<Effect>)) -> Self {
        let mut session = Self { state, asked: Vec::new() };
        session.perform(effects);
        session
    }

    /// Returns the state.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Returns what was asked of the world and is not long work, in that order.
    pub fn asked(&self) -> &[Effect] {
        &self.asked
    }

    /// Returns what is kept of what the reader said of the sections.
    pub fn remarks(&self) -> Vec<Remark> {
        self.notebook().remarks().0
    }

    /// Returns what is kept of what the reader said.
    pub fn notebook(&self) -> Notebook {
        let mut notebook = Notebook::of("");
        for effect in &self.asked {
            if let Effect::Save(change) = effect {
                notebook.make(change, 0);
            }
        }
        notebook
    }

    /// Changes the state and does what it asks for.
    pub fn tell(&mut self, message: Message) {
        let effects = update(&mut self.state, message);
        self.perform(effects);
    }

    /// Presses a key.
    pub fn press(&mut self, key: Key) {
        self.tell(Message::Key(key));
    }

    /// Presses the keys that type `text`; a line feed is Enter, an escape character Esc.
    pub fn keys(&mut self, text: &str) {
        for c in text.chars() {
            self.press(match c {
                '\n' => Key::plain(KeyCode::Enter),
                '\t' => Key::plain(KeyCode::Tab),
                '\u{1B}' => Key::plain(KeyCode::Esc),
                c => Key::char(c),
            });
        }
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Survey { job, document, rules } => {
                    let survey =
                        document.source().survey(&rules, &mut |_| ControlFlow::Continue(()));
                    self.tell(Message::Surveyed { job, survey, finished: true });
                }
                Effect::Search { job, search } => {
                    let parts = search.found();
                    self.tell(Message::Found { job, parts, finished: true });
                }
                Effect::Tokenize { job, code, language } => {
                    let tokens = tokens(&code, &language, || true);
                    self.tell(Message::Tokenized { job, tokens });
                }
                Effect::Show { job, viewing, .. } => {
                    self.tell(Message::Shown { job, document: viewing.document(), late: false });
                }
                Effect::Locate { job, locating } => {
                    let near = self.state.view().top().part;
                    locating.run(near, &mut |found| {
                        self.tell(Message::Located { job, found });
                        ControlFlow::Continue(())
                    });
                }
                Effect::Save(_) | Effect::List(..) => {
                    self.asked.push(effect);
                    self.tell(Message::Kept);
                }
                asked => self.asked.push(asked),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::app::Find;
    use crate::decode::Choice;
    use crate::format::plain::PlainText;

    #[test]
    fn long_work_is_done_at_once_and_the_rest_is_remembered() {
        let text = "第一章 风起\n\n风。\n\n第二章 夜雨\n\n雨。\n".to_owned();
        let document = Document::new(Arc::new(PlainText::open(Arc::new(text), Choice::default())));
        let mut session = Session::open(document, "a", Setup::default(), Size::new(40, 10));
        assert_eq!(session.state().book().outline().sections().len(), 2);
        session.keys("/雨\n");
        assert_eq!(session.state().finder().find().map(Find::total), Some(2));
        assert!(matches!(session.asked(), [Effect::Save(crate::shelf::Change::Search { .. })]));
        assert_eq!(session.remarks(), []);
        session.keys("q");
        assert!(matches!(session.asked(), [_, Effect::Quit]));
    }

    #[test]
    fn escape_and_a_key_that_come_at_once_are_two_where_alt_does_nothing() {
        let document =
            Document::new(Arc::new(PlainText::open(Arc::new("雨\n"), Choice::default())));
        let mut session = Session::open(document, "a", Setup::default(), Size::new(40, 10));
        session.press(Key { alt: true, ..Key::char('q') });
        assert!(matches!(session.asked(), [Effect::Quit]));
    }
}
