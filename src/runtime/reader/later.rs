//! What waits for a part of the document that is still being read: it is taken when that is there, as if it came then.
//! Meanwhile the keys go on.

use std::collections::VecDeque;

use crate::app::{Effect, Message, State, update};
use crate::runtime::files::Hurried;

/// How often what waits is tried, for as many parts as may be missing for it one after the other. Then they are waited for.
const TRIALS: usize = 8;

/// The messages that wait, and who tries them.
pub(super) struct Later {
    hurried: Hurried,
    /// Whether there are keys to go on.
    is_hurrying: bool,
    /// The first of them in front.
    messages: VecDeque<Message>,
    /// How often the first was tried in vain.
    trials: usize,
}

impl Later {
    /// Returns what tries messages on this `hurried` thread, and waits for all parts as yet.
    pub(super) fn new(hurried: Hurried) -> Self {
        Self { hurried, is_hurrying: false, messages: VecDeque::new(), trials: 0 }
    }

    /// Waits for no part from now on.
    pub(super) fn hurry(&mut self) {
        self.is_hurrying = true;
    }

    /// Returns the thread on which they are tried.
    pub(super) fn hurried(&self) -> &Hurried {
        &self.hurried
    }

    /// Returns how many messages wait.
    pub(super) fn count(&self) -> usize {
        self.messages.len()
    }

    /// Changes `state` by `message` and returns what must be done for that; nothing where it waits.
    pub(super) fn take(&mut self, state: &mut State, message: Message) -> Option<Vec<Effect>> {
        let kind = Kind::of(&message);
        let is_late = |kind: Kind| self.messages.iter().any(|message| Kind::of(message) == kind);
        let waits = match kind {
            // What workers find is taken in the order in which they found it.
            Kind::Found => is_late(Kind::Found),
            // A button is let go after it was pressed.
            Kind::Pointed => is_late(Kind::Pointed) || is_late(Kind::Typed),
            Kind::Typed | Kind::Told | Kind::Beat => false,
        };
        if waits {
            self.messages.push_back(message);
            return None;
        }
        if matches!(message, Message::Opened(_)) {
            self.forget_typed();
        }
        if kind == Kind::Told || !(self.is_hurrying && self.hurried.may_miss()) {
            return Some(update(state, message));
        }
        let done = self.attempt(state, message.clone());
        match kind {
            // As with a link that is followed while a page is on its way, what is asked for last counts.
            Kind::Typed if done.is_some() => self.forget_typed(),
            // The next comes soon.
            Kind::Beat => {}
            _ if done.is_none() => self.messages.push_back(message),
            _ => {}
        }
        done
    }

    /// Forgets what waits that the reader did.
    fn forget_typed(&mut self) {
        let is_typed = |kind: Kind| matches!(kind, Kind::Typed | Kind::Pointed);
        self.messages.retain(|message| !is_typed(Kind::of(message)));
    }

    /// Changes `state` by the first of the messages that wait, and returns what must be done for that; nothing where there is
    /// none, or it waits on.
    pub(super) fn take_first(&mut self, state: &mut State) -> Option<Vec<Effect>> {
        let message = self.messages.front()?.clone();
        self.trials += 1;
        let done = if self.trials > TRIALS {
            update(state, message)
        } else {
            self.attempt(state, message)?
        };
        self.messages.pop_front();
        self.trials = 0;
        Some(done)
    }

    /// Changes `state` by `message` and returns what must be done for that; where a part is missing for it, nothing, and
    /// nothing is changed, unless it ends the program.
    fn attempt(&self, state: &mut State, message: Message) -> Option<Vec<Effect>> {
        let mut changed = state.clone();
        let done = match self.hurried.attempt(|| update(&mut changed, message)) {
            Err(effects) if !effects.iter().any(|effect| matches!(effect, Effect::Quit)) => None,
            Ok(effects) | Err(effects) => Some(effects),
        }?;
        *state = changed;
        Some(done)
    }
}

/// What kind of message it is that may have to wait.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The reader typed it: it takes the place of what was typed before and waits.
    Typed,
    /// The reader did it with the mouse.
    Pointed,
    /// The page moves by itself.
    Beat,
    /// Something was found, or came.
    Found,
    /// Something is told that needs no part but those of the page, or that others go by at once.
    Told,
}

impl Kind {
    fn of(message: &Message) -> Self {
        match message {
            Message::Key(_) | Message::Paste(_) => Self::Typed,
            Message::Mouse { .. } => Self::Pointed,
            Message::MoveOn => Self::Beat,
            Message::Now(_)
            | Message::Notice(_)
            | Message::Heard
            | Message::Kept
            | Message::Loaded
            | Message::Opened(_)
            | Message::Resize(_) => Self::Told,
            _ => Self::Found,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;
    use std::sync::mpsc::{Receiver, Sender, channel};
    use std::sync::{Arc, Mutex};
    use std::thread;

    use super::*;
    use crate::app::{Focus, Session, Setup, Size};
    use crate::budget::PART_BYTES_AT_ONCE;
    use crate::document::{
        Document, Facts, Outline, Part, Position, ReadError, Rules, Section, Source, Survey,
    };
    use crate::format::{OpenOptions, text};
    use crate::input::{Key, KeyCode};
    use crate::runtime::files::late_document;
    use crate::runtime::workers;
    use crate::search::SearchOptions;

    /// A book of three chapters, the second of which is large: a worker loads it when it is let through.
    struct Book {
        facts: Facts,
        large: u64,
        gate: Mutex<Receiver<()>>,
    }

    impl Source for Book {
        fn facts(&self) -> &Facts {
            &self.facts
        }

        fn count(&self) -> usize {
            3
        }

        fn before(&self, index: usize) -> u64 {
            index as u64 * 1000
        }

        fn cost(&self, index: usize) -> u64 {
            if index == 1 { self.large } else { 1000 }
        }

        fn load(&self, index: usize) -> Result<Part, ReadError> {
            if workers::is_worker(&thread::current()) {
                self.gate.lock().unwrap().recv().unwrap();
            }
            let lines: String = (0..30).map(|line| format!("{index}.{line}\n")).collect();
            text(Arc::new(lines.into_bytes()), &OpenOptions::default()).load(0)
        }

        fn survey(&self, _: &Rules, _: &mut dyn FnMut(&Survey) -> ControlFlow<()>) -> Survey {
            let section = |part| Section {
                title: format!("chapter {part}"),
                level: 1,
                anchor: crate::document::Anchor { part, line: 7 },
                line: None,
                offset: self.before(part),
            };
            let outline = Arc::new(Outline::new((0..3).map(section).collect()));
            Survey { outline, ..Survey::default() }
        }
    }

    /// What is read, as the loop has it, and what it is where nobody has to wait.
    struct Reading {
        later: Later,
        state: State,
        patient: Session,
        gate: Sender<()>,
        loaded: Receiver<()>,
    }

    impl Reading {
        /// Returns the reading of the book whose second chapter takes so many bytes.
        fn of(large: u64) -> Self {
            let ((gate, opened), (late, loaded)) = (channel(), channel());
            let hurried = Hurried::here(move || late.send(()).unwrap());
            let book = Arc::new(Book {
                facts: Facts { has_lines: true, ..Facts::default() },
                large,
                gate: Mutex::new(opened),
            });
            let size = Size { columns: 40, rows: 10 };
            let open = |document| Session::open(document, "book", Setup::default(), size);
            let patient = open(Document::new(book.clone()));
            let state = open(late_document(book, Some(&hurried))).state().clone();
            let mut later = Later::new(hurried);
            later.hurry();
            Self { later, state, patient, gate, loaded }
        }

        /// Tells both, and returns whether nothing has to wait for it.
        fn tell(&mut self, message: Message) -> bool {
            self.patient.tell(message.clone());
            self.hurry(message)
        }

        /// Tells the one who does not wait, and what they search for; returns whether nothing has to wait.
        fn hurry(&mut self, message: Message) -> bool {
            let Some(effects) = self.later.take(&mut self.state, message) else { return false };
            effects.into_iter().all(|effect| match effect {
                Effect::Search { job, search } => {
                    self.hurry(Message::Found { job, parts: search.found(), finished: true })
                }
                _ => true,
            })
        }

        fn press(&mut self, key: Key) -> bool {
            self.tell(Message::Key(key))
        }

        /// Lets the chapter be loaded, and takes what waits for it.
        fn load(&mut self) {
            self.gate.send(()).unwrap();
            self.loaded.recv().unwrap();
            while self.later.take_first(&mut self.state).is_some() {}
            assert_eq!(self.later.count(), 0);
        }

        /// Returns whether both show the same page.
        fn is_there(&self) -> bool {
            self.state.view().top() == self.patient.state().view().top()
        }
    }

    #[test]
    fn keys_go_on_while_a_large_chapter_is_read_and_the_page_comes_then() {
        let mut reading = Reading::of(PART_BYTES_AT_ONCE + 1);
        let space = Key::char(' ');
        while reading.press(space) {}
        let top = reading.state.view().top();
        assert!(top.part == 0 && !reading.is_there());
        assert!(reading.later.take(&mut reading.state, Message::Key(Key::char('?'))).is_some());
        assert!(matches!(reading.state.focus(), Focus::Help(_)));
        let escape = Key::plain(KeyCode::Esc);
        assert!(reading.later.take(&mut reading.state, Message::Key(escape)).is_some());
        assert_eq!((reading.later.count(), reading.state.view().top()), (0, top), "it was dropped");
        assert!(reading.later.take(&mut reading.state, Message::Key(space)).is_none());
        reading.load();
        assert!(reading.is_there());
        (0..9).for_each(|_| assert!(reading.press(space)));
        assert!(reading.is_there() && reading.state.view().top().part == 2);
    }

    #[test]
    fn a_small_chapter_is_read_at_once() {
        let mut reading = Reading::of(PART_BYTES_AT_ONCE);
        assert!((0..9).all(|_| reading.press(Key::char(' '))));
        assert!(reading.is_there() && reading.state.view().top().part == 2);
    }

    #[test]
    fn the_program_ends_while_a_large_chapter_is_read() {
        let mut reading = Reading::of(PART_BYTES_AT_ONCE + 1);
        while reading.press(Key::char(' ')) {}
        let asked = reading.later.take(&mut reading.state, Message::Key(Key::char('q')));
        assert!(matches!(asked.as_deref(), Some([.., Effect::Quit])));
    }

    #[test]
    fn whatever_leads_into_a_large_chapter_arrives_there() {
        let keys = |keys: &'static str| keys.chars().map(|c| Message::Key(Key::char(c)));
        let ways: [Vec<Message>; 7] = [
            keys("50%").collect(),
            keys("]]").collect(),
            keys("3]").chain(keys("b")).collect(),
            keys("Gkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk").collect(),
            vec![Message::GoToSection("chapter 1".to_owned())],
            vec![Message::Obey("50%".to_owned())],
            vec![Message::Search(SearchOptions::default().query("1.20".to_owned()))],
        ];
        for way in ways {
            let mut reading = Reading::of(PART_BYTES_AT_ONCE + 1);
            let waited = way.iter().filter(|it| !reading.tell((*it).clone())).count();
            assert!(waited > 0);
            reading.load();
            assert!(reading.is_there());
        }
    }

    #[test]
    fn what_workers_find_is_taken_in_order() {
        let mut reading = Reading::of(PART_BYTES_AT_ONCE + 1);
        assert!(!reading.tell(Message::GoToSection("chapter 1".to_owned())));
        assert!(!reading.tell(Message::GoToSection("chapter 2".to_owned())));
        let place = Position::new(0, 0);
        assert_eq!((reading.later.count(), reading.state.view().top()), (2, place));
        reading.load();
        assert!(reading.is_there() && reading.state.view().top().part == 2);
    }
}
