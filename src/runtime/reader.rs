//! The loop: waits for events, changes the state, does what it asks for, paints once.

use std::io;
use std::ops::ControlFlow;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::arguments::Arguments;
use super::drill::{self, Drill};
use super::events::{self, Event, Signals};
use super::files::{Arriving, News, Opened, Watched};
use super::memory::Memory;
use super::probe::{self, Probe};
use super::searches::Searches;
use super::store::Store;
use super::terminal::{self, Screen};
use super::workers::{self, Stop};
use crate::app::{Effect, Focus, Job, Keys, Message, Setup, State, update};
use crate::decode::Encoding;
use crate::document::{Document, Remark, Rules};
use crate::search::{Query, SearchOptions};
use crate::text::WidthModel;
use crate::ui;

/// The most events that are taken before the screen is painted.
const BATCH: usize = 256;

/// The largest document in bytes that is surveyed before its first page is painted.
const SURVEY_AT_ONCE: u64 = 32 << 10;

/// The exit code when the terminal is gone: that of SIGHUP.
const HUNG_UP: u8 = 128 + 1;

/// How long after a look at the file the next may be.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// Reads what was opened on the screen until the reader leaves. They made these `remarks` on its sections before, and
/// are told what is `wrong` with what was read besides.
///
/// # Errors
/// What the terminal or the system says.
pub(super) fn read(
    opened: Opened,
    arguments: &Arguments,
    remarks: Vec<Remark>,
    wrong: Vec<String>,
) -> anyhow::Result<ExitCode> {
    let (sender, events) = channel();
    // First of all: no signal is missed, not one that tells of a resize, nor one that comes while the terminal
    // is being taken.
    let signals = Signals::heed()?;
    let (title, document, stream, file) = match opened {
        Opened::Document { title, document, file } => (title, document, None, file),
        Opened::Stream { title, stream } => {
            let sender = sender.clone();
            // The loop has ended when nobody hears of it.
            let tell = move |news| drop(sender.send(Event::Stream(news)));
            let stream = stream.start(tell);
            (title, stream.document(), Some(stream), None)
        }
    };
    let size = terminal::size();
    let small = document.size() <= SURVEY_AT_ONCE;
    // Where the samples do not fit, the cursor tells nothing.
    let asks = arguments.ask_widths && probe::is_worth_asking(size);
    let memory = Memory::load(!arguments.secure);
    let rules = arguments.rules_of(arguments.file());
    let model = remembered(&memory, arguments.setup.model, asks);
    let setup = Setup { model, rules, remarks, ..arguments.setup.clone() };
    let (state, effects) = State::open(document, &title, setup, size, stream.is_some());
    let mut reader = Reader {
        state,
        stream,
        again: None,
        news: None,
        file,
        looked: Instant::now(),
        pressed: false,
        follow: Stop::default(),
        events: sender,
        search: Stop::default(),
        survey: Stop::default(),
        store: arguments.store(),
        searches: arguments.searches(),
        memory,
        probe: None,
        ending: None,
        typed: String::new(),
        drill: Drill::from_environment(),
    };
    reader.recall(arguments, wrong);
    // A large document is read through for its sections when its first page is there.
    let (first, later) = if small { (effects, Vec::new()) } else { (Vec::new(), effects) };
    reader.perform(first);
    if let Some(query) = arguments.query.clone() {
        reader.tell(Message::LookFor(query));
    }
    if let Some(wanted) = arguments.section.clone() {
        reader.tell(Message::Seek(wanted));
    }
    let question = if asks { probe::question() } else { String::new() };
    let mut screen = Screen::take(size, &question)?;
    reader.probe = asks.then(Probe::asked);
    screen.draw(reader.state.size(), |frame| ui::view(&reader.state, frame))?;
    events::listen(signals, &reader.events)?;
    reader.perform(later);
    let ending = reader.run(&mut screen, &events);
    if ending.is_ok() {
        reader.hear_out(&events);
    }
    drop(screen);
    match ending {
        Ok(Ending::Quit) => Ok(ExitCode::SUCCESS),
        Ok(Ending::Signal(number)) => {
            Ok(ExitCode::from(128 + u8::try_from(number).unwrap_or_default()))
        }
        // Whoever was at the terminal is gone with it, as a hang-up says.
        Err(error) if terminal::is_gone(&error) => Ok(ExitCode::from(HUNG_UP)),
        Err(error) => Err(anyhow::Error::new(error).context("the terminal failed")),
    }
}

/// Returns the widths that a terminal of this kind told last, if it `asks`, and else `model`.
fn remembered(memory: &Memory, model: WidthModel, asks: bool) -> WidthModel {
    let cells = memory.cells().filter(|_| asks);
    cells.and_then(|cells| probe::model(cells, model)).unwrap_or(model)
}

/// Why the program ends.
enum Ending {
    Quit,
    Signal(i32),
}

/// The state and what works for it.
struct Reader {
    state: State,
    stream: Option<Arriving>,
    /// The same stream, on its way anew.
    again: Option<Arriving>,
    /// The last news of the stream, not heeded yet.
    news: Option<News>,
    /// The file that is read, if it is one.
    file: Option<Watched>,
    /// When the file was last looked at.
    looked: Instant,
    /// Whether a key was pressed since the last frame.
    pressed: bool,
    follow: Stop,
    events: Sender<Event>,
    search: Stop,
    survey: Stop,
    /// Where what the reader says of the document is kept.
    store: Option<Store>,
    /// Where searches are kept.
    searches: Option<Searches>,
    /// What is remembered of terminals.
    memory: Memory,
    /// What this one was asked, until it has answered.
    probe: Option<Probe>,
    ending: Option<Ending>,
    /// What was typed into the prompt and not told yet.
    typed: String,
    drill: Option<Drill>,
}

impl Reader {
    /// Takes what is remembered of the searches, and tells what is wrong.
    fn recall(&mut self, arguments: &Arguments, mut wrong: Vec<String>) {
        match self.searches.as_ref().map(Searches::load) {
            Some(Ok((queries, options))) => {
                let options = arguments.config.search_options(options);
                self.tell(Message::Remembered { queries, options });
            }
            Some(Err(sentence)) => wrong.push(sentence),
            None => {}
        }
        if !wrong.is_empty() {
            self.tell(Message::Failed(wrong.join(" ")));
        }
    }

    /// Paints and takes events until one ends the program.
    fn run(&mut self, screen: &mut Screen, events: &Receiver<Event>) -> io::Result<Ending> {
        loop {
            let state = &self.state;
            screen.draw(state.size(), |frame| ui::view(state, frame))?;
            self.drill.filter(|drill| *drill == Drill::Start).inspect(|_| drill::panic());
            let first = events.recv().map_err(io::Error::other)?;
            for event in std::iter::once(first).chain(events.try_iter().take(BATCH)) {
                self.take(event, screen)?;
            }
            self.tell_typed();
            // After the last key, for each key puts away what was told before it.
            if std::mem::take(&mut self.pressed) {
                self.look();
            }
            // However often the stream had news, what it has now is asked for once before each frame: the
            // next news follow at once where it is fast.
            if let Some(news) = self.news.take() {
                self.arrived(news);
            }
            if let Some(ending) = self.ending.take() {
                return Ok(ending);
            }
        }
    }

    /// Takes an event.
    fn take(&mut self, event: Event, screen: &mut Screen) -> io::Result<()> {
        if let Some(c) = self.typed_by(&event) {
            self.typed.push(c);
            return Ok(());
        }
        self.tell_typed();
        match event {
            // What a follower sent before it was stopped.
            Event::Message(Message::Grew { .. }) if !self.state.following() => {}
            Event::Message(message) => {
                self.rehearse(&message);
                self.pressed |= matches!(message, Message::Key(_));
                self.tell(message);
            }
            Event::Column(column) => self.measured(column),
            Event::Stream(news) => self.news = Some(news),
            Event::Again(news) => self.arrived_again(news),
            Event::End(signal) => self.ending = Some(Ending::Signal(signal)),
            Event::Suspend => terminal::suspend()?,
            Event::Continue => {
                screen.retake()?;
                self.tell(Message::Resize(terminal::size()));
            }
        }
        Ok(())
    }

    /// Returns the character that `event` adds to a prompt. Each search costs something: what comes faster
    /// than it can be searched for is typed at once, as a paste is.
    fn typed_by(&self, event: &Event) -> Option<char> {
        match (event, self.state.focus()) {
            (Event::Message(Message::Key(key)), Focus::Prompt(prompt))
                if prompt.keys() == Keys::Line =>
            {
                key.typed()
            }
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

    /// Panics if the drill asks for it at `message`.
    fn rehearse(&self, message: &Message) {
        let Some(drill) = self.drill.filter(|_| drill::is_set_off_by(message)) else { return };
        match drill {
            Drill::Start => {}
            Drill::Key => drill::panic(),
            Drill::Worker => drop(workers::start(&self.events, |_, _| drill::panic())),
            Drill::Thread => drop(thread::spawn(drill::panic)),
        }
    }

    /// Takes an answer of the terminal. The last one tells its widths: where they are not what they were, the page
    /// is set again.
    fn measured(&mut self, column: usize) {
        let Some(cells) = self.probe.as_mut().and_then(|probe| probe.take(column)) else { return };
        self.probe = None;
        if let Some(model) = probe::model(&cells, *self.state.flow().model()) {
            self.tell(Message::Measured(model));
            self.memory.learn(cells);
        }
    }

    /// Waits a little for what the terminal has not answered yet: the shell would take it for keys.
    fn hear_out(&mut self, events: &Receiver<Event>) {
        while let Some(patience) = self.probe.as_ref().map(Probe::patience) {
            match events.recv_timeout(patience) {
                Ok(Event::Column(column)) => self.measured(column),
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

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Quit => self.ending = Some(Ending::Quit),
                // The loop that waits for events is there to hear of it.
                Effect::Suspend => drop(self.events.send(Event::Suspend)),
                Effect::Survey { job, document, rules } => self.survey(job, &document, rules),
                Effect::Search { job, search } => {
                    self.search.stop();
                    self.search = workers::search(job, search, &self.events);
                }
                Effect::StopSearch => self.search.stop(),
                Effect::StopSurvey => self.survey.stop(),
                Effect::Keep(remarks) => self.keep(&remarks),
                Effect::KeepEncoding(encoding) => self.keep_encoding(encoding),
                Effect::KeepSearch { query, from, to } => self.keep_search(&query, from, to),
                Effect::StopReading => self.stop_reading(),
                Effect::Reload => self.reload(),
                Effect::Follow => self.follow(),
                Effect::StopFollowing => self.stop_following(),
            }
        }
    }

    /// Keeps what the reader remarked on the sections.
    fn keep(&mut self, remarks: &[Remark]) {
        let Some(store) = &self.store else {
            let sentence = "This is corrected for now only: there is no file to keep it for.";
            return self.tell(Message::Failed(sentence.to_owned()));
        };
        if let Err(sentence) = store.save(remarks) {
            self.tell(Message::Failed(sentence));
        }
    }

    /// Keeps the encoding that the reader chose, where there is a file to keep it for.
    fn keep_encoding(&mut self, encoding: Encoding) {
        let kept = self.store.as_ref().map(|store| store.save_encoding(encoding));
        if let Some(Err(sentence)) = kept {
            self.tell(Message::Failed(sentence));
        }
    }

    /// Keeps a search, and the switches that were turned, where searches are kept.
    fn keep_search(&mut self, query: &Query, from: SearchOptions, to: SearchOptions) {
        let kept = self.searches.as_ref().map(|searches| searches.add(query, from, to));
        if let Some(Err(sentence)) = kept {
            self.tell(Message::Failed(sentence));
        }
    }

    /// Surveys `document`: a small one at once, so that its first page is painted with its sections.
    fn survey(&mut self, job: Job, document: &Document, rules: Rules) {
        self.survey.stop();
        if document.size() > SURVEY_AT_ONCE {
            self.survey = workers::survey(job, document, rules, &self.events);
        } else {
            let survey = document.source().survey(&rules, &mut |_| ControlFlow::Continue(()));
            self.tell(Message::Surveyed { job, survey, finished: true });
        }
    }

    /// Tells the reader what became of the file. It is looked at when a key is pressed: nobody else would be
    /// there to hear of it, and a program that waits does nothing.
    fn look(&mut self) {
        if self.looked.elapsed() < LOOK_AGAIN || self.state.following() {
            return;
        }
        self.looked = Instant::now();
        if let Some(change) = self.file.as_mut().and_then(Watched::look) {
            self.tell(Message::Failed(change.sentence().to_owned()));
        }
    }

    /// Reads the document anew, where it comes from a file.
    fn reload(&mut self) {
        if self.again.is_some() || (self.stream.is_some() && self.state.growing()) {
            return self.tell(Message::Failed("It is still being read.".to_owned()));
        }
        if let Some(file) = self.file.clone() {
            return self.reload_file(&file);
        }
        let Some(stream) = self.stream.as_ref().and_then(Arriving::again) else {
            let sentence = "It comes from no file that could be read anew.";
            return self.tell(Message::Failed(sentence.to_owned()));
        };
        let sender = self.events.clone();
        // The loop has ended when nobody hears of it.
        self.again = Some(stream.start(move |news| drop(sender.send(Event::Again(news)))));
        self.tell(Message::Failed("Reading it anew…".to_owned()));
    }

    /// Opens the file anew.
    fn reload_file(&mut self, file: &Watched) {
        match file.reopen() {
            Ok(file) => {
                let document = file.document();
                self.file = Some(file);
                self.tell(Message::Reloaded(document));
            }
            Err(error) => {
                self.tell(Message::Failed(format!("The file can't be read anew: {error}.")));
            }
        }
    }

    /// Follows the file; a stream comes by itself.
    fn follow(&mut self) {
        self.follow.stop();
        if let Some(file) = &self.file {
            self.follow = workers::follow(file.clone(), &self.events);
        }
    }

    /// Stops following the file; what it is now is the whole document.
    fn stop_following(&mut self) {
        self.follow.stop();
        if let Some(file) = self.file.as_ref().and_then(|file| file.reopen().ok())
            && self.state.growing()
        {
            let document = file.document();
            self.file = Some(file);
            self.tell(Message::Grew { document, more: false });
        }
    }

    /// Takes the stream that was read anew, when it has ended.
    fn arrived_again(&mut self, news: News) {
        let broken = match news {
            News::More => return,
            News::End => None,
            News::Broken(sentence) => Some(sentence),
        };
        let Some(again) = self.again.take() else { return };
        let document = again.document();
        // Of what can't be read any more the old is kept.
        if document.size() > 0 || broken.is_none() {
            self.stream = Some(again);
            self.tell(Message::Reloaded(document));
        }
        if let Some(sentence) = broken {
            self.tell(Message::Failed(sentence));
        }
    }

    /// Takes no more of the stream: what has come is all.
    fn stop_reading(&mut self) {
        let Some(stream) = &self.stream else { return };
        stream.stop();
        let document = stream.document();
        self.news = None;
        self.tell(Message::Grew { document, more: false });
    }

    /// Takes what the stream has brought.
    fn arrived(&mut self, news: News) {
        let Some(stream) = self.stream.as_ref().filter(|stream| !stream.is_stopped()) else {
            return;
        };
        let document = stream.document();
        let empty = news == News::End && document.size() == 0;
        self.tell(Message::Grew { document, more: news == News::More });
        if empty {
            self.tell(Message::Failed("There is nothing to read: it is empty.".to_owned()));
        }
        if let News::Broken(sentence) = news {
            self.tell(Message::Failed(sentence));
        }
    }
}
