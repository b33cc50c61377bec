//! Keeps what the reader says, on a thread of its own: another kanshu may be writing, or the disk be slow, and the keys
//! wait for neither.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::budget::KEEP_WAIT;
use crate::runtime::event::Event;

/// How long a sentence that something could not be kept stays, whatever is pressed.
const READABLE: Duration = Duration::from_secs(3);

/// A piece of the work, done in the order in which they come.
type Work = Box<dyn FnOnce() -> Result<(), String> + Send>;

/// What keeps what the reader says.
pub(super) struct Keeper {
    events: Sender<Event>,
    /// There is none until there is work for it.
    keeping: Option<Thread>,
    /// The last sentence that something could not be kept, and when it was told.
    unkept: Option<(Instant, String)>,
}

/// The thread that keeps it.
struct Thread {
    work: Sender<Work>,
    /// Closed by the thread when all is done.
    done: Receiver<()>,
}

impl Thread {
    /// Starts the thread; it sends what could not be kept to `events`.
    fn start(events: Sender<Event>) -> io::Result<Self> {
        let (work, received) = channel::<Work>();
        let (closes, done) = channel::<()>();
        let keep = move || {
            let _closed_at_the_end = closes;
            for piece in received {
                if let Err(sentence) = piece() {
                    // The loop has ended when nobody hears of it; then it is asked for at the end.
                    let _ended = events.send(Event::Unkept(sentence));
                }
            }
        };
        thread::Builder::new().name("keeper".to_owned()).spawn(keep)?;
        Ok(Self { work, done })
    }
}

impl Keeper {
    /// Returns what keeps something, and sends what could not be kept to `events`.
    pub(super) fn new(events: &Sender<Event>) -> Self {
        Self { events: events.clone(), keeping: None, unkept: None }
    }

    /// Does `work` on the thread, after what came before.
    ///
    /// # Errors
    /// A sentence, where there is no thread.
    pub(super) fn keep(
        &mut self,
        work: impl FnOnce() -> Result<(), String> + Send + 'static,
    ) -> Result<(), String> {
        let keeping = match self.keeping.take() {
            Some(keeping) => keeping,
            None => Thread::start(self.events.clone()).map_err(|error| {
                format!("Nothing can be kept, for there is no thread: {error}.")
            })?,
        };
        let sent = keeping.work.send(Box::new(work));
        self.keeping = Some(keeping);
        sent.map_err(|_| "Nothing can be kept: something went wrong before.".to_owned())
    }

    /// Notes that this was told.
    pub(super) fn note(&mut self, sentence: &str) {
        self.unkept = Some((Instant::now(), sentence.to_owned()));
    }

    /// Returns what is to be told again, after a key that put it away before it could be read.
    pub(super) fn unread(&self) -> Option<&str> {
        let (told, sentence) = self.unkept.as_ref()?;
        (told.elapsed() < READABLE).then_some(sentence)
    }

    /// Waits until all is done, but not for ever, and returns what is said when the terminal is given back: that
    /// something was not kept.
    pub(super) fn end(self, events: &Receiver<Event>) -> Option<String> {
        let late = self.keeping.is_some_and(|Thread { work, done }| {
            drop(work);
            done.recv_timeout(KEEP_WAIT) == Err(RecvTimeoutError::Timeout)
        });
        let last = events.try_iter().filter_map(|event| match event {
            Event::Unkept(sentence) => Some(sentence),
            _ => None,
        });
        let told = last.last().or(self.unkept.map(|(_, sentence)| sentence));
        if late { Some("What was said last could not be kept in time.".to_owned()) } else { told }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_done_in_order_and_the_end_waits_for_it() {
        let (events, heard) = channel();
        let mut keeper = Keeper::new(&events);
        let (order, done) = channel();
        for number in 0..3 {
            let order = order.clone();
            keeper.keep(move || order.send(number).map_err(|error| error.to_string())).unwrap();
        }
        assert_eq!(keeper.end(&heard), None);
        assert_eq!(done.try_iter().collect::<Vec<_>>(), [0, 1, 2]);
    }

    #[test]
    fn what_could_not_be_kept_is_told_at_once_and_at_the_end() {
        let (events, heard) = channel();
        let mut keeper = Keeper::new(&events);
        keeper.keep(|| Err("The disk is full.".to_owned())).unwrap();
        let Ok(Event::Unkept(sentence)) = heard.recv() else { panic!("it is told") };
        keeper.note(&sentence);
        assert_eq!(keeper.unread(), Some("The disk is full."));
        assert_eq!(keeper.end(&heard).as_deref(), Some("The disk is full."));
    }

    #[test]
    fn what_fails_when_the_loop_has_ended_is_told_at_the_end() {
        let (events, heard) = channel();
        let mut keeper = Keeper::new(&events);
        keeper.keep(|| Err("The disk is full.".to_owned())).unwrap();
        assert_eq!(keeper.end(&heard).as_deref(), Some("The disk is full."));
    }
}
