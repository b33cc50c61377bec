//! Long work on threads of its own: it streams what it finds, can be told to stop, and a panic in it is
//! told and ends nothing else.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SendError, Sender, sync_channel};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use super::event::{Event, OriginEvent};
use super::files::{Opened, Transition, Watched};
use super::first_of;
use super::language::say;
use super::store::{Folders, now};
use super::themes;
use crate::app::{Job, Locating, Message, Viewing};
use crate::budget::{CODE_WAIT, READ_WAIT, RECENT, TELL_AFTER};
use crate::document::{Document, ReadError, Rules};
use crate::search::Search;
use crate::shelf::RecordName;
use crate::syntax::tokens;
use crate::words::Phrase;

/// How the names of workers begin.
const NAME: &str = "worker";

/// How many of the documents that were read before are listed at once, before the others are known.
const LISTED_AT_ONCE: usize = 100;

/// How often a file that is followed is looked at.
const FOLLOW: Duration = Duration::from_millis(200);

/// A word to a worker that it should stop; without effect when it is done.
#[derive(Clone, Default)]
pub(super) struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Tells the worker to stop.
    pub(super) fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Returns whether this is the same word as `other`.
    pub(super) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Returns whether the worker was told to stop.
    pub(super) fn is_told(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Returns whether `thread` is a worker.
pub(super) fn is_worker(thread: &Thread) -> bool {
    thread.name().is_some_and(|name| name.starts_with(NAME))
}

/// Surveys `document`, also for the lines of `rules`, and sends what is found.
pub(super) fn survey(job: Job, document: &Document, rules: Rules, events: &Sender<Event>) -> Stop {
    let source = Arc::clone(document.source());
    start(events, move |events, stop| {
        yield_to_reader();
        let mut beat = Instant::now();
        let mut survey = source.survey(&rules, &mut |survey| {
            if beat.elapsed() >= TELL_AFTER {
                beat = Instant::now();
                send(events, Message::Surveyed { job, survey: survey.clone(), finished: false });
            }
            if stop.is_told() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        let broken = survey.broken.take();
        send(events, Message::Surveyed { job, survey, finished: true });
        if let Some(error) = broken.filter(|_| !stop.is_told()) {
            send(events, incomplete("survey-incomplete", &error));
        }
    })
}

/// Returns what the reader is told where `error` kept something from being done with all of the document, as the message
/// `name` says.
pub(super) fn incomplete(name: &'static str, error: &ReadError) -> Message {
    Message::Notice(say(Phrase::new(name).with("error", error.to_string())))
}

/// Lets the keys go before the work of this thread, where the machine can't do both at once. Elsewhere than on Linux
/// that would be said of the whole program.
fn yield_to_reader() {
    #[cfg(target_os = "linux")]
    // Without it both are done all the same.
    let _politely = rustix::process::nice(10);
}

/// Runs `search` and sends what is found, the first match at once.
pub(super) fn search(job: Job, search: Search, events: &Sender<Event>) -> Stop {
    start(events, move |events, stop| {
        let mut found = Vec::new();
        let mut beat = Instant::now();
        let mut any = false;
        let read = search.run(&mut |part, hits| {
            if stop.is_told() {
                return ControlFlow::Break(());
            }
            let first = !any && !hits.is_empty();
            any |= first;
            found.push((part, hits));
            if first || beat.elapsed() >= TELL_AFTER {
                beat = Instant::now();
                let parts = std::mem::take(&mut found);
                send(events, Message::Found { job, parts, finished: false });
            }
            ControlFlow::Continue(())
        });
        if !stop.is_told() {
            send(events, Message::Found { job, parts: found, finished: true });
            // In place of the word that nothing was found, and after it.
            if let Err(error) = read {
                send(events, incomplete("search-incomplete", &error));
            }
        }
    })
}

/// Reads the tokens of `code`, in what people call `language`, for at most [`CODE_WAIT`], and sends them as the answer to
/// question `job`.
pub(super) fn tokenize(job: Job, code: String, language: String, events: &Sender<Event>) {
    start(events, move |events, _| {
        yield_to_reader();
        let begun = Instant::now();
        let tokens = tokens(&code, &language, || begun.elapsed() < CODE_WAIT);
        send(events, Message::Tokenized { job, tokens });
    });
}

/// Reads a document in another view. Returns it where that takes no longer than [`READ_WAIT`]; else it is sent.
pub(super) fn show(job: Job, viewing: Viewing, events: &Sender<Event>) -> Option<Document> {
    // Nothing lies between: what was not taken in time comes back to the worker.
    let (early, taken) = sync_channel(0);
    start(events, move |events, _| {
        if let Err(SendError(document)) = early.send(viewing.document()) {
            send(events, Message::Shown { job, document, late: true });
        }
    });
    taken.recv_timeout(READ_WAIT).ok()
}

/// Looks for the reader's marks, first for those near part `near`, and sends where they are.
pub(super) fn locate(job: Job, locating: Locating, near: usize, events: &Sender<Event>) -> Stop {
    start(events, move |events, stop| {
        yield_to_reader();
        locating.run(near, &mut |found| {
            if stop.is_told() {
                return ControlFlow::Break(());
            }
            send(events, Message::Located { job, found });
            ControlFlow::Continue(())
        });
    })
}

/// Looks in `folders` for the documents that were read before, but for the `present` one, and sends what is found, those of
/// the first page at once.
pub(super) fn list(
    job: Job,
    folders: Option<Folders>,
    present: Option<RecordName>,
    events: &Sender<Event>,
) -> Stop {
    start(events, move |events, stop| {
        let (mut found, mut beat) = (Vec::new(), Instant::now());
        let recent = folders.iter().flat_map(Folders::recent);
        let others = recent.filter(|recent| Some(&recent.record) != present.as_ref());
        for (count, recent) in (1..).zip(others.take(RECENT)) {
            found.push(recent);
            if stop.is_told() {
                return;
            }
            if count == LISTED_AT_ONCE || beat.elapsed() >= TELL_AFTER {
                beat = Instant::now();
                let found = std::mem::take(&mut found);
                send(events, Message::Recent { job, now: now(), found, finished: false });
            }
        }
        send(events, Message::Recent { job, now: now(), found, finished: true });
    })
}

/// Reads the reader's own themes, and sends them, and what is wrong with them.
pub(super) fn load_themes(events: &Sender<Event>) {
    start(events, |events, _| {
        let (own, wrong) = themes::own();
        send(events, Message::OwnThemes(own));
        if let Some(first) = first_of(&wrong) {
            send(events, Message::Notice(say(first)));
        }
    });
}

/// Follows `file`: sends its document whenever it has changed, and that of another file which took its name.
pub(super) fn follow(mut file: Watched, events: &Sender<Event>) -> Stop {
    start(events, move |events, stop| {
        while !stop.is_told() {
            if let Some(change) = file.look() {
                followed(&mut file, change, |file, message| {
                    let event = OriginEvent::Followed(file.clone(), message);
                    // The loop has ended: nobody waits for it.
                    let _ended = events.send(Event::Origin(stop.clone(), event));
                });
            }
            thread::sleep(FOLLOW);
        }
    })
}

/// Tells of a `change` of the file that is followed; what took its name is followed from now on, if it is a text.
fn followed(file: &mut Watched, change: Transition, tell: impl Fn(&Watched, Message)) {
    let replaced = (change == Transition::Replaced).then(|| file.named().reopen());
    let notice = match replaced {
        Some(Ok(Opened::Document { file: Some(other), .. })) => {
            *file = other;
            say(change.followed())
        }
        Some(Ok(_)) => say("followed-by-none"),
        Some(Err(error)) => say(Phrase::new("followed-no-more").with("error", error.to_string())),
        None => say(change.followed()),
    };
    if change != Transition::Grown {
        tell(file, Message::Notice(notice));
    }
    if change != Transition::Gone {
        tell(file, Message::Grew { document: file.document(), more: true });
    }
}

/// Starts `work` on a worker; where it can't be, or panics, says so.
pub(super) fn start(
    events: &Sender<Event>,
    work: impl FnOnce(&Sender<Event>, &Stop) + Send + 'static,
) -> Stop {
    let stop = Stop::default();
    let (sender, told) = (events.clone(), stop.clone());
    let run = move || {
        if catch_unwind(AssertUnwindSafe(|| work(&sender, &told))).is_err() {
            send(&sender, Message::Notice(say("worker-fault")));
        }
    };
    if let Err(error) = thread::Builder::new().name(NAME.to_owned()).spawn(run) {
        send(
            events,
            Message::Notice(say(Phrase::new("no-thread").with("error", error.to_string()))),
        );
    }
    stop
}

fn send(events: &Sender<Event>, message: Message) {
    // The loop has ended: nobody waits for it.
    let _ended = events.send(Event::Message(message));
}
