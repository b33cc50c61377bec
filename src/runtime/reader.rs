//! The loop: waits for events, changes the state, does what it asks for, paints once.

mod keeper;
mod kept;
mod later;
mod linear;
mod mover;
mod one_screen;
mod origin;
mod perform;
mod reminder;
mod standard_input;
mod turning;
mod visited;
mod answers;

use std::io;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use super::clipboard::Copying;
use super::event::Event;
use super::events::{self, Signals};
use super::files::{self, Hurried, Opened};
use super::language::{self, say};
use super::less::FOLLOW;
use super::memory::Memory;
use super::paces::PaceFile;
#[cfg(debug_assertions)]
use super::panic_drill;
use super::request::{Opening, Request};
use super::state;
use super::store::{Memories, Store};
use super::terminal::{self, Screen};
use super::workers::{self, Stop};
use crate::app::{Effect, Message, Recalled, Setup, Size, State};
use crate::format::OpenOptions;
use crate::shelf::{Left, Moment};
use crate::ui;
use crate::words::Phrase;
use answers::Answers;
use kept::{Kept, Places};
use later::Later;
use mover::Mover;
use origin::{Feed, Origin};
use reminder::Reminder;
use standard_input::StandardInput;
use visited::Visited;

pub(super) use turning::Turning;

/// The most events that are taken before the screen is painted.
const BATCH: usize = 256;

/// The largest document in bytes that is surveyed before its first page is painted.
const SURVEY_AT_ONCE: u64 = 32 << 10;

/// The most bytes of what was said of a document that are read before its first page is painted.
const RECALLED_AT_ONCE: u64 = 64 << 10;

/// The message that a part of the document is still being read.
const PART_BEGUN: &str = "part-begun";

/// The exit code when the terminal is gone: that of SIGHUP.
const HUNG_UP: u8 = 128 + 1;

/// Reads on the screen what `request` names until the reader leaves. `memories` are kept of it, in `store`.
///
/// # Errors
/// What the terminal or the system says.
pub(super) fn read(
    request: &Arc<Request>,
    options: &OpenOptions,
    store: Option<Store>,
    mut memories: Memories,
) -> anyhow::Result<ExitCode> {
    let (sender, events) = channel();
    // While this waits, ^C ends the program as it does any other.
    let (feed, hurried) = (Feed::new(&sender), origin::hurried(&sender));
    let opened = match request.opening {
        Opening::Guide => Some(files::guide()),
        _ => origin::open(request.file(), options, &hurried, &feed)?,
    };
    let size = terminal::size();
    let mut wrong = std::mem::take(&mut memories.wrong);
    let recalled = store.as_ref().and_then(|store| recalled_at_once(request, store));
    let recalls_later = recalled.is_none();
    let (recalled, unheeded) = recalled.unwrap_or_default();
    wrong.extend(unheeded);
    let places = Places { store, searches: request.searches(), paces: request.paces() };
    let kept = (places, memories.left, recalled);
    let (mut reader, effects) = Reader::new((opened, feed), request, kept, size, (sender, hurried));
    let later = reader.begin(request, effects, &mut wrong);
    if request.quits_on_one_screen && reader.fits(&events)? {
        super::complain_of(&wrong);
        return one_screen::print(&reader.state, reader.missing());
    }
    if reader.state.settings().page.linear {
        let ending = reader.read_lines(later, &events);
        return reader.leave(ending, &events);
    }
    // From now on no signal is missed, not one that comes while the terminal is being taken; a resize before is seen.
    let signals = Signals::heed()?;
    if terminal::size() != size {
        reader.tell(Message::Resize(terminal::size()));
    }
    reader.welcome();
    let size = reader.state.size();
    let uses = (request.screen, request.setup.config.page.mouse);
    let mut screen = Screen::take(size, uses, &reader.answers.question())?;
    reader.draw(&mut screen)?;
    events::listen(signals, &reader.events)?;
    reader.later.hurry();
    reader.perform(later);
    if recalls_later {
        reader.recall();
    }
    let ending = reader.run(&mut screen, &events);
    if ending.is_ok() {
        reader.hear_out(&events);
    }
    drop(screen);
    reader.leave(ending, &events)
}

/// Returns what was said of the document that is kept in `store`, and what is wrong with that; none where it is too much to
/// be read before the first page, and the first page does not hang on it.
fn recalled_at_once(request: &Request, store: &Store) -> Option<(Recalled, Vec<Phrase>)> {
    // A line may ask for what was said as soon as the first page is printed.
    let is_awaited = request.aim.section.is_some() || request.setup.config.page.linear;
    let at_once = is_awaited || store.notebook_bytes() <= RECALLED_AT_ONCE;
    at_once.then(|| store.recalled())
}

/// Returns the exit code for `ending`.
///
/// # Errors
/// What the terminal said, if it is still there.
fn exit_code(ending: io::Result<Ending>) -> anyhow::Result<ExitCode> {
    match ending {
        Ok(Ending::Quit) => Ok(ExitCode::SUCCESS),
        Ok(Ending::Signal(number)) => {
            Ok(ExitCode::from(128 + u8::try_from(number).unwrap_or_default()))
        }
        // Whoever was at the terminal is gone with it, as a hang-up says.
        Err(error) if terminal::is_gone(&error) => Ok(ExitCode::from(HUNG_UP)),
        Err(error) => Err(anyhow::Error::new(error).context(say("terminal-failed"))),
    }
}

/// Why the program ends.
enum Ending {
    Quit,
    Signal(i32),
}

/// The state and what works for it.
struct Reader {
    request: Arc<Request>,
    state: State,
    later: Later,
    origin: Origin,
    kept: Kept,
    answers: Answers,
    events: Sender<Event>,
    work: Work,
    keystrokes: Keystrokes,
    ending: Option<Ending>,
    /// When the clock of the state began.
    begun: Instant,
    visited: Visited,
}

/// What was pressed since the last frame.
#[derive(Default)]
struct Keystrokes {
    /// Whether anything was.
    any: bool,
    /// What was typed into the prompt and not told yet: each search costs something, and what comes faster than it can be
    /// searched for is typed at once, as a paste is.
    typed: String,
}

/// What breaks off the long work of each kind that goes on, and what waits for its time.
#[derive(Default)]
struct Work {
    search: Stop,
    survey: Stop,
    /// The opening of another document, while that goes on.
    turning: Option<Stop>,
    listing: Stop,
    /// The reading of what was said of the document when it was read before.
    recall: Stop,
    /// The search for the reader's marks.
    locating: Stop,
    /// What the state is to be reminded of.
    reminder: Reminder,
    /// What moves the page, where it moves by itself.
    mover: Option<Mover>,
    /// What was copied last.
    copying: Option<Copying>,
}

impl Reader {
    /// Returns the reader of what was opened, in a window of `size`, and what must be done for its state.
    fn new(
        (opened, feed): (Option<Opened>, Feed),
        request: &Arc<Request>,
        (places, left, recalled): (Places, Option<Left>, Recalled),
        size: Size,
        (events, hurried): (Sender<Event>, Hurried),
    ) -> (Self, Vec<Effect>) {
        let named = || request.file().unwrap_or_default().to_string_lossy().into_owned();
        let title = opened.as_ref().map_or_else(named, |opened| opened.title().to_owned());
        let (origin, document) = Origin::new(opened, feed);
        let answers = Answers::new(Memory::load(!request.secure), size, request.ask_widths);
        let model = answers.remembered(request.setup.model);
        let rules = request.rules_of(request.file());
        let input = StandardInput::meant(request.file(), &origin, &title);
        let own = left.as_ref().map(|left| left.settings.clone()).unwrap_or_default();
        let place = left
            .filter(|_| request.resumes(request.file()) && !request.aim.is_given())
            .map(|left| left.top);
        let mut setup = Setup {
            model,
            rules,
            replacements: request.replacements_of(request.file()),
            recalled,
            place,
            own,
            files: request.files.clone(),
            ..request.setup.clone()
        };
        setup.themes.ground = answers.remembered_ground();
        setup.pace = places.paces.as_ref().map(PaceFile::read).unwrap_or_default();
        let known = setup.pace;
        let (state, effects) = State::open(document, &title, setup, size, origin.is_arriving());
        let reader = Self {
            request: Arc::clone(request),
            later: Later::new(hurried),
            origin,
            kept: Kept::new(places, (state.view().top(), known), &events),
            answers,
            events,
            work: Work::default(),
            keystrokes: Keystrokes::default(),
            ending: None,
            begun: Instant::now(),
            visited: Visited::new(request.file(), input),
            state,
        };
        (reader, effects)
    }

    /// Does what comes before the first page: takes the searches of earlier runs, tells what is `wrong`, surveys a small
    /// document, goes where `request` says. Returns the effects that wait for the first page: a large document is
    /// surveyed after it.
    fn begin(
        &mut self,
        request: &Request,
        effects: Vec<Effect>,
        wrong: &mut Vec<Phrase>,
    ) -> Vec<Effect> {
        match self.kept.searches(&request.setup.config) {
            Ok(remembered) => remembered.into_iter().for_each(|message| self.tell(message)),
            Err(unread) => wrong.push(unread),
        }
        self.say_all(wrong.iter());
        let is_small = self.state.book().document().size() <= SURVEY_AT_ONCE;
        let (first, later) = if is_small { (effects, Vec::new()) } else { (Vec::new(), effects) };
        self.perform(first);
        if request.lists_recent() && self.origin.is_guide() {
            self.tell(Message::ListRecent);
        }
        if let Some(command) = request.aim.command.clone() {
            // The end of what still arrives is where it ends.
            let is_end = command == "end" && self.state.book().growing();
            self.tell(Message::Obey(if is_end { FOLLOW.to_owned() } else { command }));
        }
        if let Some(query) = request.aim.query.clone() {
            self.tell(Message::Search(query));
        }
        if let Some(wanted) = request.aim.section.clone() {
            self.tell(Message::GoToSection(wanted));
        }
        later
    }

    /// Tells a reader of whom nothing was ever kept how the keys are seen, unless there is more to tell; not who reads the
    /// guide, which tells it too, nor what another program hands over to be paged.
    fn welcome(&mut self) {
        let is_file = self.visited.input.is_none() && !self.origin.is_guide();
        let may_tell = is_file && self.state.notice().is_none();
        if may_tell && !self.request.secure && state::is_begun_now() {
            self.tell(Message::FirstDocument);
        }
    }

    /// Has what was said of the document when it was read before be read on a worker.
    fn recall(&mut self) {
        if let Some(store) = self.kept.store() {
            self.work.recall = workers::start(&self.events, move |events, stop| {
                // The loop has ended when nobody hears of it.
                let _ended = events.send(Event::Recalled(stop.clone(), Box::new(store.recalled())));
            });
        }
    }

    /// Returns why not all of the document is there, where something is the matter.
    fn missing(&self) -> Option<String> {
        let book = self.state.book();
        let incomplete = |error| super::incomplete(book.title().as_str(), error);
        let broken = || book.document().broken().map(incomplete);
        self.origin.missing().map(str::to_owned).or_else(broken)
    }

    /// Waits until the document is all there, or more than a screen of it, and returns whether one screen shows all of it.
    ///
    /// # Errors
    /// That nobody tells of it any more.
    fn fits(&mut self, events: &Receiver<Event>) -> io::Result<bool> {
        while self.state.book().growing() && self.state.shows_all() {
            let event = events.recv().map_err(io::Error::other)?;
            self.hear(event);
            let arrived = self.origin.arrived();
            self.tell_all(arrived);
        }
        Ok(!self.state.book().growing() && self.state.shows_all())
    }

    /// Paints and takes events until one ends the program.
    fn run(&mut self, screen: &mut Screen, events: &Receiver<Event>) -> io::Result<Ending> {
        loop {
            self.draw(screen)?;
            #[cfg(debug_assertions)]
            panic_drill::after_first_page();
            let first = self.wait(events, None)?;
            for event in first.into_iter().chain(events.try_iter().take(BATCH)) {
                self.take(event, screen)?;
            }
            self.follow_up();
            if let Some(ending) = self.ending.take() {
                return Ok(ending);
            }
        }
    }

    /// Does what follows the events that were taken.
    fn follow_up(&mut self) {
        self.tell_typed();
        if self.work.mover.as_mut().is_some_and(Mover::is_due) {
            self.tell(Message::MoveOn);
        }
        let due = self.work.reminder.due();
        self.tell_all(due);
        // After the last key, for each key puts away what was told before it.
        if std::mem::take(&mut self.keystrokes.any) {
            self.pressed_last();
        }
        // However often the stream had news, what it has now is asked for once before each frame: the
        // next news follow at once where it is fast.
        let arrived = self.origin.arrived();
        self.tell_all(arrived);
        let broken = self.origin.broken_anew(self.state.book().document());
        self.tell_all(broken);
        let kept = self.kept.look(&self.state);
        self.say_all(&kept.err());
    }

    /// Tells the state what the clock says.
    fn tell_time(&mut self) {
        let now = self.begun.elapsed().as_millis();
        self.tell(Message::Now(Moment::try_from(now).unwrap_or_default()));
    }

    /// Keeps what is to be kept when the reading ended so, and returns the exit code.
    ///
    /// # Errors
    /// What the terminal said, if it is still there.
    fn leave(
        self,
        ending: io::Result<Ending>,
        events: &Receiver<Event>,
    ) -> anyhow::Result<ExitCode> {
        state::leave();
        // The place first: who takes a copy may keep the program waiting, and be ended with it.
        let unkept = self.kept.end(&self.state, events);
        super::complain_of(&unkept);
        self.work.copying.iter().for_each(Copying::wait);
        exit_code(ending)
    }

    /// Waits for an event, at most for so long; none where the place is to be kept, or a reminder is due, before there is
    /// one.
    fn wait(&self, events: &Receiver<Event>, most: Option<Duration>) -> io::Result<Option<Event>> {
        let moves = self.work.mover.as_ref().map(Mover::patience);
        let waits = [self.kept.patience(), self.work.reminder.patience(), moves, most];
        let Some(patience) = waits.into_iter().flatten().min() else {
            return events.recv().map(Some).map_err(io::Error::other);
        };
        match events.recv_timeout(patience) {
            Ok(event) => Ok(Some(event)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(error) => Err(io::Error::other(error)),
        }
    }

    /// Does what follows the last of the keys that were pressed.
    fn pressed_last(&mut self) {
        let unread = self.kept.keeper().unread().cloned();
        self.say_all(&unread);
        if !self.state.book().following() {
            self.origin.look();
        }
    }

    /// Paints the state.
    fn draw(&self, screen: &mut Screen) -> io::Result<()> {
        let links = ui::links(&self.state);
        screen.give_mouse(self.state.preferences().config().page.mouse)?;
        screen.draw(self.state.size(), links, |frame| ui::view(&self.state, frame))
    }

    /// Takes an event.
    fn take(&mut self, event: Event, screen: &mut Screen) -> io::Result<()> {
        if let Some(c) = self.typed_by(&event) {
            self.keystrokes.typed.push(c);
            return Ok(());
        }
        self.tell_typed();
        match event {
            Event::Suspend if terminal::has_shell() => terminal::suspend()?,
            Event::Continue => {
                screen.retake()?;
                self.tell(Message::Resize(terminal::size()));
            }
            event => self.hear(event),
        }
        Ok(())
    }

    /// Takes an event that does nothing to the terminal.
    fn hear(&mut self, event: Event) {
        match event {
            Event::Message(message) => {
                #[cfg(debug_assertions)]
                panic_drill::at(&message, &self.events);
                self.keystrokes.any |= matches!(message, Message::Key(_));
                if matches!(message, Message::Key(_) | Message::Mouse { .. }) {
                    self.tell_time();
                }
                let is_loaded = matches!(message, Message::Loaded);
                self.tell(message);
                if is_loaded {
                    self.tell_later();
                }
            }
            Event::Column(column) => self.answered(column),
            Event::Ground(ground) => {
                let told = self.answers.answered_ground(ground);
                self.tell_all(told);
            }
            Event::Origin(stop, _) | Event::Opened(stop, _) | Event::Recalled(stop, _)
                if stop.is_told() => {}
            Event::Origin(feed, event) => {
                let event = match &mut self.visited.input {
                    Some(input) => input.hear(&feed, event),
                    None => Some(event),
                };
                let told = event.map(|event| self.origin.take(event));
                self.tell_all(told.into_iter().flatten());
            }
            Event::Beside(file, place) => self.open(file, place),
            Event::Opened(_, turning) => {
                self.work.turning = None;
                match *turning {
                    Ok(turning) => self.turn_to(turning),
                    Err(error) => {
                        self.say(Phrase::new("not-opened").with("error", error.to_string()));
                    }
                }
            }
            Event::Recalled(_, recalled) => {
                let (recalled, wrong) = *recalled;
                self.tell(Message::Recalled(Box::new(recalled)));
                self.say_all(&wrong);
            }
            Event::Kept(count) => {
                let is_all = self.kept.keeper().is_last(count);
                self.tell_all(is_all.then_some(Message::Kept));
            }
            Event::Unkept(unkept) => {
                self.kept.keeper().note(unkept.clone());
                self.say(unkept);
            }
            Event::Written(written) => {
                self.kept.keeper().take_written();
                if let Err(unkept) = &written {
                    self.kept.keeper().note(unkept.clone());
                }
                self.say(written.unwrap_or_else(|unkept| unkept));
            }
            Event::End(signal) => self.ending = Some(Ending::Signal(signal)),
            Event::Suspend => self.say("no-shell"),
            // Who continues has been told already; lines are typed where there is no screen.
            Event::Continue | Event::Line(_) => {}
        }
    }

    /// Returns the character that `event` adds to a prompt.
    fn typed_by(&self, event: &Event) -> Option<char> {
        match event {
            Event::Message(Message::Key(key)) if self.state.types_search() => key.typed(),
            _ => None,
        }
    }

    /// Tells what was typed into the prompt.
    fn tell_typed(&mut self) {
        let typed = std::mem::take(&mut self.keystrokes.typed);
        if !typed.is_empty() {
            self.tell(Message::Paste(typed));
        }
    }

    /// Takes an answer of the terminal. The last one tells its answers: where they are not what they were, the page
    /// is set again.
    fn answered(&mut self, column: usize) {
        let model = *self.state.view().model();
        if let Some((message, learnt)) = self.answers.answered(column, model) {
            if let Some(learnt) = learnt {
                self.kept.learn(learnt);
            }
            self.tell(message);
        }
    }

    /// Waits a little for what the terminal has not answered yet: the shell would take it for keys.
    fn hear_out(&mut self, events: &Receiver<Event>) {
        while let Some(patience) = self.answers.patience() {
            match events.recv_timeout(patience) {
                Ok(Event::Column(column)) => self.answered(column),
                Ok(Event::Ground(ground)) => drop(self.answers.answered_ground(ground)),
                Ok(_) => {}
                Err(_) => return,
            }
        }
    }

    /// Changes the state and does what it asks for; where a part of the document is missing for it, when that is there.
    fn tell(&mut self, message: Message) {
        let waited = self.later.count();
        match self.later.take(&mut self.state, message) {
            Some(effects) => self.follow_state(effects),
            None if waited == 0 && self.later.count() > 0 => self.say(PART_BEGUN),
            None => {}
        }
    }

    /// Tells the state what waited for a part of the document.
    fn tell_later(&mut self) {
        if self.state.told() == Some(say(PART_BEGUN)) {
            self.tell(Message::Heard);
        }
        while let Some(effects) = self.later.take_first(&mut self.state) {
            self.follow_state(effects);
        }
    }

    /// Does what the state asks for after it changed.
    fn follow_state(&mut self, effects: Vec<Effect>) {
        // What is said of the world is in the language of the page, which settings change.
        language::choose(self.state.preferences().config().language);
        self.perform(effects);
    }

    /// Tells the reader this of the world.
    fn say(&mut self, phrase: impl Into<Phrase>) {
        self.tell(Message::Notice(say(phrase)));
    }

    /// Tells the reader these things of the world, if there are any, together.
    fn say_all<'a>(&mut self, phrases: impl IntoIterator<Item = &'a Phrase>) {
        let said: Vec<String> = phrases.into_iter().map(|phrase| say(phrase.clone())).collect();
        if !said.is_empty() {
            self.tell(Message::Notice(said.join(" ")));
        }
    }

    fn tell_all(&mut self, messages: impl IntoIterator<Item = Message>) {
        messages.into_iter().for_each(|message| self.tell(message));
    }
}
