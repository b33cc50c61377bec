//! The loop: waits for events, changes the state, does what it asks for, paints once.

mod keeper;
mod kept;
mod mover;
mod one_screen;
mod origin;
mod reminder;
mod turning;
mod answers;

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::io;
use std::ops::ControlFlow;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};

use super::beside;
use super::clipboard::{self, Copying};
use super::dictionary;
use super::event::Event;
use super::events::{self, Signals};
use super::files::{self, Opened};
use super::language::say;
use super::memory::Memory;
use super::opener::{self, PictureFolders};
#[cfg(debug_assertions)]
use super::panic_drill;
use super::request::{Opening, Request};
use super::settings;
use super::store::{Memories, Store};
use super::terminal::{self, Screen};
use super::themes;
use super::workers::{self, Stop};
use crate::app::{Effect, Job, Message, NextBook, Outside, Setup, Size, State, update};
use crate::config::Assignment;
use crate::document::{Document, ReadError, Rules};
use crate::format::OpenOptions;
use crate::ui;
use crate::words::Phrase;
use answers::Answers;
use kept::{Kept, Places};
use mover::Mover;
use origin::{Feed, Origin};
use reminder::Reminder;
pub(super) use turning::Turning;

/// The most events that are taken before the screen is painted.
const BATCH: usize = 256;

/// The largest document in bytes that is surveyed before its first page is painted.
const SURVEY_AT_ONCE: u64 = 32 << 10;

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
    let feed = Feed::new(&sender);
    let opened = match request.opening {
        Opening::Guide => Some(files::guide()),
        _ => origin::open(request.file(), options, &feed)?,
    };
    let size = terminal::size();
    let wrong = std::mem::take(&mut memories.wrong);
    let places = Places { store, searches: request.searches() };
    let (mut reader, effects) =
        Reader::new((opened, feed), request, (places, memories), size, sender);
    let later = reader.begin(request, effects, wrong);
    if request.quits_on_one_screen && reader.fits(&events)? {
        return one_screen::print(&reader.state);
    }
    // From now on no signal is missed, not one that comes while the terminal is being taken; a resize before is seen.
    let signals = Signals::heed()?;
    if terminal::size() != size {
        reader.tell(Message::Resize(terminal::size()));
    }
    let size = reader.state.size();
    let uses = (request.screen, request.setup.config.page.mouse);
    let mut screen = Screen::take(size, uses, &reader.answers.question())?;
    reader.draw(&mut screen)?;
    events::listen(signals, &reader.events)?;
    reader.perform(later);
    let ending = reader.run(&mut screen, &events);
    if ending.is_ok() {
        reader.hear_out(&events);
    }
    drop(screen);
    reader.copying.iter().for_each(Copying::wait);
    let unkept = reader.kept.end(&reader.state, &events);
    super::complain_of(&unkept);
    exit_code(ending)
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
    origin: Origin,
    kept: Kept,
    answers: Answers,
    /// What moves the page, where it moves by itself.
    mover: Option<Mover>,
    events: Sender<Event>,
    work: Work,
    /// What was copied last.
    copying: Option<Copying>,
    /// Whether a key was pressed since the last frame.
    pressed: bool,
    /// What was typed into the prompt and not told yet.
    typed: String,
    ending: Option<Ending>,
    /// The error of reading that the reader was told of last.
    broken: Option<ReadError>,
    /// The files that were opened: they are opened again where they were left.
    seen: HashSet<OsString>,
}

/// What breaks off the long work of each kind that goes on, and what waits for its time.
#[derive(Default)]
struct Work {
    search: Stop,
    survey: Stop,
    /// The opening of another document.
    turning: Stop,
    listing: Stop,
    /// What the state is to be reminded of.
    reminder: Reminder,
}

impl Reader {
    /// Returns the reader of what was opened, in a window of `size`, and what must be done for its state.
    fn new(
        (opened, feed): (Option<Opened>, Feed),
        request: &Arc<Request>,
        (places, memories): (Places, Memories),
        size: Size,
        events: Sender<Event>,
    ) -> (Self, Vec<Effect>) {
        let named = || request.file().unwrap_or_default().to_string_lossy().into_owned();
        let title = opened.as_ref().map_or_else(named, |opened| opened.title().to_owned());
        let (origin, document) = Origin::new(opened, feed);
        let answers = Answers::new(Memory::load(!request.secure), size, request.ask_widths);
        let model = answers.remembered(request.setup.model);
        let rules = request.rules_of(request.file());
        let Memories { left, remarks, marks, .. } = memories;
        let place = left
            .filter(|_| request.resumes(request.file()) && !request.asks_for_place())
            .map(|left| left.top);
        let mut setup = Setup {
            model,
            rules,
            remarks,
            marks,
            place,
            files: request.files.clone(),
            ..request.setup.clone()
        };
        setup.themes.ground = answers.remembered_ground();
        let (state, effects) = State::open(document, &title, setup, size, origin.is_arriving());
        let reader = Self {
            request: Arc::clone(request),
            origin,
            kept: Kept::new(places, state.view().top(), &events),
            answers,
            mover: None,
            events,
            work: Work::default(),
            copying: None,
            pressed: false,
            typed: String::new(),
            ending: None,
            broken: None,
            seen: request.file().map(OsStr::to_owned).into_iter().collect(),
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
        mut wrong: Vec<String>,
    ) -> Vec<Effect> {
        match self.kept.searches(&request.setup.config) {
            Ok(remembered) => remembered.into_iter().for_each(|message| self.tell(message)),
            Err(sentence) => wrong.push(sentence),
        }
        if !wrong.is_empty() {
            self.tell(Message::Notice(wrong.join(" ")));
        }
        let is_small = self.state.book().document().size() <= SURVEY_AT_ONCE;
        let (first, later) = if is_small { (effects, Vec::new()) } else { (Vec::new(), effects) };
        self.perform(first);
        if request.lists_recent() && self.origin.is_guide() {
            self.tell(Message::ListRecent);
        }
        if let Some(command) = request.command.clone() {
            // The end of what still arrives is where it ends.
            let is_end = command == "end" && self.state.book().growing();
            self.tell(Message::Obey(if is_end { "follow".to_owned() } else { command }));
        }
        if let Some(query) = request.query.clone() {
            self.tell(Message::Search(query));
        }
        if let Some(wanted) = request.section.clone() {
            self.tell(Message::GoToSection(wanted));
        }
        later
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
            let first = self.wait(events)?;
            for event in first.into_iter().chain(events.try_iter().take(BATCH)) {
                self.take(event, screen)?;
            }
            self.tell_typed();
            if self.mover.as_mut().is_some_and(Mover::is_due) {
                self.tell(Message::MoveOn);
            }
            let due = self.work.reminder.due();
            self.tell_all(due);
            // After the last key, for each key puts away what was told before it.
            if std::mem::take(&mut self.pressed) {
                self.pressed_last();
            }
            // However often the stream had news, what it has now is asked for once before each frame: the
            // next news follow at once where it is fast.
            let arrived = self.origin.arrived();
            self.tell_all(arrived);
            self.tell_broken();
            let kept = self.kept.look(&self.state);
            self.tell_all(kept.err().map(Message::Notice));
            if let Some(ending) = self.ending.take() {
                return Ok(ending);
            }
        }
    }

    /// Waits for an event; none where the place is to be kept, or a reminder is due, before there is one.
    fn wait(&self, events: &Receiver<Event>) -> io::Result<Option<Event>> {
        let moves = self.mover.as_ref().map(Mover::patience);
        let waits = [self.kept.patience(), self.work.reminder.patience(), moves];
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
        if let Some(unread) = self.kept.keeper().unread().map(str::to_owned) {
            self.tell(Message::Notice(unread));
        }
        if !self.state.book().following() {
            self.origin.look();
        }
    }

    /// Paints the state.
    fn draw(&self, screen: &mut Screen) -> io::Result<()> {
        let links = ui::links(&self.state);
        screen.draw(self.state.size(), links, |frame| ui::view(&self.state, frame))
    }

    /// Takes an event.
    fn take(&mut self, event: Event, screen: &mut Screen) -> io::Result<()> {
        if let Some(c) = self.typed_by(&event) {
            self.typed.push(c);
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
                self.pressed |= matches!(message, Message::Key(_));
                self.tell(message);
            }
            Event::Column(column) => self.answered(column),
            Event::Ground(ground) => {
                let told = self.answers.answered_ground(ground);
                self.tell_all(told);
            }
            Event::Origin(stop, _) | Event::Opened(stop, _) if stop.is_told() => {}
            Event::Origin(_, event) => {
                let told = self.origin.take(event);
                self.tell_all(told);
            }
            Event::Beside(file, place) => self.open(file, place),
            Event::Opened(_, turning) => match *turning {
                Ok(turning) => self.turn_to(turning),
                Err(error) => self.tell(Message::Notice(say(
                    Phrase::new("not-opened").with("error", error.to_string())
                ))),
            },
            Event::Unkept(sentence) => {
                self.kept.keeper().note(&sentence);
                self.tell(Message::Notice(sentence));
            }
            Event::End(signal) => self.ending = Some(Ending::Signal(signal)),
            Event::Suspend => {
                self.tell(Message::Notice(say("no-shell")));
            }
            // Who continues has been told already.
            Event::Continue => {}
        }
    }

    /// Returns the character that `event` adds to a prompt. Each search costs something: what comes faster
    /// than it can be searched for is typed at once, as a paste is.
    fn typed_by(&self, event: &Event) -> Option<char> {
        match event {
            Event::Message(Message::Key(key)) if self.state.types_search() => key.typed(),
            _ => None,
        }
    }

    /// Tells what was typed into the prompt.
    fn tell_typed(&mut self) {
        let typed = std::mem::take(&mut self.typed);
        if !typed.is_empty() {
            self.tell(Message::Paste(typed));
        }
    }

    /// Takes an answer of the terminal. The last one tells its answers: where they are not what they were, the page
    /// is set again.
    fn answered(&mut self, column: usize) {
        let model = *self.state.view().model();
        if let Some(message) = self.answers.answered(column, model) {
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

    /// Changes the state and does what it asks for.
    fn tell(&mut self, message: Message) {
        let effects = update(&mut self.state, message);
        self.perform(effects);
    }

    fn tell_all(&mut self, messages: impl IntoIterator<Item = Message>) {
        messages.into_iter().for_each(|message| self.tell(message));
    }

    /// Tells of the first error of reading the document, once.
    fn tell_broken(&mut self) {
        let broken = self.state.book().document().broken().cloned();
        if broken.is_some() && broken != self.broken {
            self.tell_all(
                broken.as_ref().map(|error| workers::incomplete("read-incomplete", error)),
            );
            self.broken = broken;
        }
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Quit => self.ending = Some(Ending::Quit),
                // The loop that waits for events is there to hear of it.
                Effect::Suspend => drop(self.events.send(Event::Suspend)),
                Effect::Survey { job, document, rules } => self.survey(job, &document, rules),
                Effect::Search { job, search } => {
                    self.work.search.stop();
                    self.work.search = workers::search(job, search, &self.events);
                }
                Effect::StopSearch => self.work.search.stop(),
                Effect::Remind(job) => self.work.reminder.ask(job),
                Effect::StopSurvey => self.work.survey.stop(),
                Effect::Open(file) => self.open(file, None),
                Effect::OpenBeside(href) => self.find_beside(href),
                Effect::ListRecent { job } => {
                    self.work.listing.stop();
                    let (folders, present) = (self.request.folders(), self.kept.record().cloned());
                    self.work.listing = workers::list(job, folders, present, &self.events);
                }
                Effect::List(record, listing) => {
                    let folders = self.request.folders();
                    let kept = folders.map(|folders| self.kept.list(folders, record, listing));
                    self.tell_all(kept.and_then(Result::err).map(Message::Notice));
                }
                Effect::OpenOutside(outside) => self.open_outside(outside),
                Effect::Copy(text) => self.copy(text),
                Effect::Save(change) => {
                    let kept = self.kept.save(change);
                    self.tell_all(kept.err().map(Message::Notice));
                }
                Effect::KeepSettings(assigned) => self.keep_settings(&assigned),
                Effect::LookUp { command, word, job } => self.look_up(command, (word, job)),
                Effect::Tokenize { job, code, language } => {
                    workers::tokenize(job, code, language, &self.events);
                }
                Effect::Move(rows) => self.mover = Some(Mover::new(rows)),
                Effect::StopMoving => self.mover = None,
                Effect::LoadThemes => {
                    let (own, wrong) = themes::own();
                    self.tell(Message::OwnThemes(own));
                    self.tell_all(super::first_of(&wrong).map(Message::Notice));
                }
                Effect::StopReading => {
                    let stopped = self.origin.stop_reading();
                    self.tell_all(stopped);
                }
                Effect::Reload => {
                    let told = self.origin.reload();
                    self.tell_all(told);
                }
                Effect::Follow => self.origin.follow(),
                Effect::StopFollowing => self.stop_following(),
            }
        }
    }

    /// Gives `text` to the clipboard, unless nothing is to leave the program.
    fn copy(&mut self, text: String) {
        if self.request.secure {
            return self.tell(Message::Notice(say("copy-secure")));
        }
        let command = self.state.preferences().config().copy_command.as_deref();
        self.copying = Some(clipboard::copy(text, command, &self.events));
    }

    /// Begins to open `file`, to be read in place of the document. The place in that is kept before, for it may be the
    /// same. `name` is that of the place in it that is gone to.
    fn open(&mut self, file: OsString, name: Option<String>) {
        let kept = self.kept.leave(&self.state);
        self.tell_all(kept.err().map(Message::Notice));
        self.work.turning.stop();
        self.work.turning = turning::open(&self.request, (file, name), &self.events);
    }

    /// Has `outside` opened by the system, unless nothing is to leave the program.
    fn open_outside(&mut self, outside: Outside) {
        let words = self.state.words();
        if self.request.secure {
            return self.tell(Message::Notice(words.get("opener-secure")));
        }
        match self.origin.pictures() {
            Ok(own) => {
                let folders = PictureFolders { document: self.origin.folder(), own };
                opener::open(outside, folders, words, &self.events);
            }
            Err(error) => {
                let phrase = Phrase::new("picture-unread").with("error", error.to_string());
                self.tell(Message::Notice(words.say(&phrase)));
            }
        }
    }

    /// Finds the file beside the document that `href` names on a worker, to be opened then.
    fn find_beside(&mut self, href: String) {
        let (words, folder) = (self.state.words(), self.origin.folder());
        workers::start(&self.events, move |events, _| {
            let none = || Phrase::new("beside-none").with("name", href.as_str());
            let found = folder.ok_or_else(none).and_then(|folder| beside::file(&folder, &href));
            let place = href.find('#').and_then(|at| href.get(at..)).map(str::to_owned);
            let event = match found {
                Ok(file) => Event::Beside(file.into_os_string(), place),
                Err(phrase) => Event::Message(Message::Notice(words.say(&phrase))),
            };
            // The loop has ended when nobody hears of it.
            let _ended = events.send(event);
        });
    }

    /// Looks a word up in the reader's dictionary.
    fn look_up(&mut self, command: String, word: (String, Job)) {
        let words = self.state.words();
        if self.request.secure {
            return self.tell(Message::Notice(words.get("dictionary-secure")));
        }
        dictionary::look_up(command, word, words, &self.events);
    }

    /// Reads from now on what was opened.
    fn turn_to(&mut self, Turning { file, name, opened, store, memories }: Turning) {
        let kept = self.kept.leave(&self.state);
        let title = opened.title().to_owned();
        let (origin, document) = Origin::new(Some(opened), Feed::new(&self.events));
        self.origin = origin;
        self.broken = None;
        let Memories { left, remarks, marks, wrong, .. } = memories;
        let resumes = !self.seen.insert(file.clone()) || self.request.resumes(Some(&file));
        let place = left.filter(|_| resumes).map(|left| left.top);
        let (rules, growing) = (self.request.rules_of(Some(&file)), self.origin.is_arriving());
        let next = NextBook { file, title, document, growing, rules, remarks, marks, place };
        self.tell(Message::Opened(Box::new(next)));
        self.tell_all(name.map(Message::GoToName));
        self.kept.turn_to(store, self.state.view().top());
        let wrong = wrong.into_iter().chain(kept.err()).collect::<Vec<_>>().join(" ");
        if !wrong.is_empty() {
            self.tell(Message::Notice(wrong));
        }
    }

    /// Keeps `assigned` in the file of settings, and tells what became of it.
    fn keep_settings(&mut self, assigned: &[Assignment]) {
        let words = self.state.words();
        let told = match &self.request.settings_file {
            None => words.get("settings-for-now"),
            Some(path) => settings::keep(path, assigned).err().unwrap_or_else(|| {
                let file = path.display().to_string();
                words.say(&Phrase::new("settings-kept").with("file", file))
            }),
        };
        self.tell(Message::Notice(told));
    }

    /// Surveys `document`: a small one at once, so that its first page is painted with its sections.
    fn survey(&mut self, job: Job, document: &Document, rules: Rules) {
        self.work.survey.stop();
        if document.size() <= SURVEY_AT_ONCE {
            let survey = document.source().survey(&rules, &mut |_| ControlFlow::Continue(()));
            if survey.broken.is_none() {
                return self.tell(Message::Surveyed { job, survey, finished: true });
            }
        }
        self.work.survey = workers::survey(job, document, rules, &self.events);
    }

    /// Stops following the file; what was seen of it last is the whole document.
    fn stop_following(&mut self) {
        self.origin.stop_following();
        if self.state.book().growing() && !self.origin.is_arriving() {
            let document = self.state.book().document().clone();
            self.tell(Message::Grew { document, more: false });
        }
    }
}
