//! What the state asks of the world, done for it: searches, surveys, other documents, files, programs.

use std::ffi::OsString;
use std::ops::ControlFlow;

use super::mover::Mover;
use super::origin::{Feed, Origin};
use super::standard_input::{self, Held, StandardInput};
use super::turning::{self, Turning};
use super::{Ending, Reader, SURVEY_AT_ONCE};
use crate::app::{Effect, Job, Locating, Message, NextBook, Outside, Recalled, Viewing};
use crate::config::Assignment;
use crate::document::{Document, Rules};
use crate::runtime::beside;
use crate::runtime::clipboard;
use crate::runtime::dictionary;
use crate::runtime::event::Event;
use crate::runtime::opener::{self, PictureFolders};
use crate::runtime::store::{Memories, Store};
use crate::runtime::workers::{self, Stop};
use crate::words::Phrase;

impl Reader {
    /// Does what the state asks for.
    pub(super) fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Quit => self.ending = Some(Ending::Quit),
                // The loop that waits for events is there to hear of it.
                Effect::Suspend => drop(self.events.send(Event::Suspend)),
                Effect::Redraw => drop(self.events.send(Event::Continue)),
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
                    self.say_all(&kept.and_then(Result::err));
                }
                Effect::OpenOutside(outside) => self.open_outside(outside),
                Effect::Copy(text) => self.copy(text),
                Effect::Save(change) => {
                    self.visited.input.iter_mut().for_each(|input| input.change(&change));
                    let kept = self.kept.save(change);
                    self.say_all(&kept.err());
                }
                Effect::KeepSettings(assigned) => self.keep_settings(assigned),
                Effect::LookUp { command, word, job } => self.look_up(command, (word, job)),
                Effect::Tokenize { job, code, language } => {
                    workers::tokenize(job, code, language, &self.events);
                }
                Effect::Locate { job, locating } => self.locate(job, *locating),
                Effect::Show { job, viewing, is_told } => self.show(job, viewing, is_told),
                Effect::Move(rows) => self.work.mover = Some(Mover::new(rows)),
                Effect::StopMoving => self.work.mover = None,
                Effect::LoadThemes => workers::load_themes(&self.events),
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
            return self.say("copy-secure");
        }
        let command = self.state.preferences().config().copy_command.as_deref();
        self.work.copying = Some(clipboard::copy(text, command, &self.events));
    }

    /// Begins to open `file`, to be read in place of the document. The place in that is kept before, for it may be the
    /// same. `name` is that of the place in it that is gone to.
    pub(super) fn open(&mut self, file: OsString, name: Option<String>) {
        let kept = self.kept.leave(&self.state);
        self.say_all(&kept.err());
        self.work.turning.take().iter().for_each(Stop::stop);
        if file == standard_input::NAME && self.visited.input.is_some() {
            return self.turn_back(name);
        }
        self.work.turning =
            Some(turning::open(&self.request, (file, name), self.later.hurried(), &self.events));
    }

    /// Has `outside` opened by the system, unless nothing is to leave the program.
    fn open_outside(&mut self, outside: Outside) {
        if self.request.secure {
            return self.say("opener-secure");
        }
        let folders =
            PictureFolders { document: self.origin.folder(), own: self.origin.pictures() };
        opener::open(outside, folders, self.state.words(), &self.events);
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
        if self.request.secure {
            return self.say("dictionary-secure");
        }
        dictionary::look_up(command, word, self.state.words(), &self.events);
    }

    /// Reads from now on what was opened.
    pub(super) fn turn_to(&mut self, turning: Turning) {
        let Turning { file, name, opened, store, memories, recalled } = turning;
        let kept = self.kept.leave(&self.state);
        let title = opened.title().to_owned();
        let (origin, document) = Origin::new(Some(opened), Feed::new(&self.events));
        let left = std::mem::replace(&mut self.origin, origin);
        match &mut self.visited.input {
            Some(input) => input.hold(&self.state, left),
            None => self.visited.input = StandardInput::meant(Some(&file), &self.origin, &title),
        }
        let (Memories { left, wrong, .. }, (recalled, unheeded)) = (memories, recalled);
        let resumes = self.visited.again(&file) || self.request.resumes(Some(&file));
        let own = left.as_ref().map(|left| left.settings.clone()).unwrap_or_default();
        let place = left.filter(|_| resumes).map(|left| left.top);
        let (rules, growing) = (self.request.rules_of(Some(&file)), self.origin.is_arriving());
        let replacements = self.request.replacements_of(Some(&file));
        let next =
            NextBook { file, title, document, growing, rules, replacements, recalled, place, own };
        self.read_next(next, name, store);
        self.say_all(wrong.iter().chain(&unheeded).chain(&kept.err()));
    }

    /// Reads standard input as it was left, from its place `name` where one is named: it comes only once.
    fn turn_back(&mut self, name: Option<String>) {
        let Some(input) = &mut self.visited.input else { return };
        let (title, marks) = (input.title().to_owned(), input.notebook().marks());
        let (remarks, _) = input.notebook().remarks();
        let recalled = Recalled { remarks, marks };
        let (document, left) = match input.take() {
            Some(Held { origin, document, left }) => {
                self.origin = origin;
                (document, left)
            }
            None => (self.state.book().unviewed(), self.state.left()),
        };
        let own = left.as_ref().map(|left| left.settings.clone()).unwrap_or_default();
        let place = left.map(|left| left.top);
        let file = OsString::from(standard_input::NAME);
        let (rules, growing) = (self.request.rules_of(Some(&file)), self.origin.is_arriving());
        let replacements = self.request.replacements_of(Some(&file));
        let next =
            NextBook { file, title, document, growing, rules, replacements, recalled, place, own };
        self.read_next(next, name, None);
    }

    /// Reads `next`, from its place `name` where one is named; what is said of it is kept in `store`.
    fn read_next(&mut self, next: NextBook, name: Option<String>, store: Option<Store>) {
        self.work.recall.stop();
        self.work.locating.stop();
        self.tell(Message::Opened(Box::new(next)));
        self.tell_all(name.map(Message::GoToName));
        self.kept.turn_to(store, self.state.view().top());
    }

    /// Keeps `assigned` in the file of settings, if there is one; what became of it is told then.
    fn keep_settings(&mut self, assigned: Vec<Assignment>) {
        let Some(path) = self.request.settings_file.clone() else {
            return self.say("settings-for-now");
        };
        let kept = self.kept.keep_settings(path, assigned);
        self.say_all(&kept.err());
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

    /// Reads the document as it is in `viewing`; where that takes longer than a moment, says so if that `is_told`, and the
    /// page stays meanwhile.
    fn show(&mut self, job: Job, viewing: Viewing, is_told: bool) {
        match workers::show(job, viewing, &self.events) {
            Some(document) => self.tell(Message::Shown { job, document, late: false }),
            None if is_told => self.say("view-begun"),
            None => {}
        }
    }

    /// Looks for the reader's marks: at once in a small document, so that its first page is painted with them, and where
    /// lines are typed, which tell where they are.
    fn locate(&mut self, job: Job, locating: Locating) {
        self.work.locating.stop();
        let near = self.state.view().top().part;
        if locating.size() <= SURVEY_AT_ONCE || self.state.settings().page.linear {
            return locating.run(near, &mut |found| {
                self.tell(Message::Located { job, found });
                ControlFlow::Continue(())
            });
        }
        self.work.locating = workers::locate(job, locating, near, &self.events);
    }

    /// Stops following the file; what was seen of it last is the whole document.
    fn stop_following(&mut self) {
        self.origin.stop_following();
        if self.state.book().growing() && !self.origin.is_arriving() {
            let document = self.state.book().opened().clone();
            self.tell(Message::Grew { document, more: false });
        }
    }
}
