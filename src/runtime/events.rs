//! Keys, the mouse and signals as [`Event`]s.
//!
//! One thread waits for all that the terminal and the system tell. The signals are heeded from the start; the
//! keys are read when the terminal was taken.

use std::fs::File;
use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use rustix::event::{PollFd, PollFlags, Timespec};
use signal_hook::consts::{
    SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2,
    SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

use super::clicks::Clicks;
use super::event::Event;
use super::terminal;
use crate::app::Message;
use crate::budget::END_WAIT;
use crate::input::{Decoder, Incomplete, Input};

/// The signals that are heeded: all that end a program which does not, and can be.
const HEEDED: [i32; 13] = [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU,
    SIGTSTP, SIGCONT, SIGWINCH,
];

/// Returns the timeout after which what is incomplete is taken as it is: a control sequence as keys, a paste as all of it.
fn patience(rest: Incomplete) -> Timespec {
    const MILLISECOND: i64 = 1_000_000;
    let milliseconds = match rest {
        Incomplete::Sequence => 40,
        Incomplete::Long => 400,
    };
    Timespec { tv_sec: 0, tv_nsec: milliseconds * MILLISECOND }
}

/// The signals that have come. They take two descriptors, however many they are.
pub(super) struct Signals(SignalDelivery<UnixStream, SignalOnly>);

impl Signals {
    /// Begins to heed the signals; none that comes from now on is missed.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn heed() -> io::Result<Self> {
        // A file that may not grow any further is an error like others, and no end.
        signal_hook::flag::register(SIGXFSZ, Arc::default())?;
        let (read, write) = UnixStream::pair()?;
        SignalDelivery::with_pipe(read, write, SignalOnly, HEEDED).map(Self)
    }

    /// Returns what has bytes to read when signals have come.
    fn told(&self) -> &UnixStream {
        self.0.get_read()
    }

    /// Returns the signals that have come since the last time.
    fn take(&mut self) -> Vec<i32> {
        self.0.pending().collect()
    }
}

/// Begins to send what the terminal and the system tell to `events`.
///
/// # Errors
/// What the system says when it gives no thread, or no terminal to read from.
pub(super) fn listen(signals: Signals, events: &Sender<Event>) -> io::Result<()> {
    let keys = terminal::keyboard()?;
    let mut listener = Listener {
        signals,
        keys,
        decoder: Decoder::default(),
        clicks: Clicks::default(),
        events: events.clone(),
    };
    let listen = move || while listener.wait().is_some() {};
    thread::Builder::new().name("events".to_owned()).spawn(listen).map(drop)
}

/// What waits for the terminal and the system.
struct Listener {
    signals: Signals,
    keys: File,
    decoder: Decoder,
    clicks: Clicks,
    events: Sender<Event>,
}

impl Listener {
    /// Waits for something and passes it on; returns nothing when nobody is left who hears of it.
    fn wait(&mut self) -> Option<()> {
        let patience = self.decoder.waits_for().map(patience);
        let mut polled = [
            PollFd::new(self.signals.told(), PollFlags::IN),
            PollFd::new(&self.keys, PollFlags::IN),
        ];
        match rustix::event::poll(&mut polled, patience.as_ref()) {
            Ok(0) => return self.pass(Decoder::settle),
            Err(rustix::io::Errno::INTR) => return Some(()),
            Err(_) => return self.heed(SIGHUP),
            Ok(_) => {}
        }
        let [signalled, typed] = polled.map(|polled| polled.revents());
        if signalled.contains(PollFlags::IN) {
            self.signals.take().into_iter().try_for_each(|signal| self.heed(signal))?;
        }
        // A terminal that is gone is told as a hang-up, and is an error or an end to whoever reads from it.
        if typed.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            return self.heed(SIGHUP);
        }
        if typed.contains(PollFlags::IN) {
            let mut bytes = [0; 4096];
            return match self.keys.read(&mut bytes) {
                Ok(0) => self.heed(SIGHUP),
                Ok(count) => {
                    let bytes = bytes.get(..count).unwrap_or_default();
                    self.pass(|decoder| decoder.feed(bytes))
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => Some(()),
                Err(_) => self.heed(SIGHUP),
            };
        }
        Some(())
    }

    /// Passes on what `decode` tells.
    fn pass(&mut self, decode: impl FnOnce(&mut Decoder) -> Vec<Input>) -> Option<()> {
        let events = decode(&mut self.decoder).into_iter().map(|input| match input {
            Input::Key(key) => Event::Message(Message::Key(key)),
            Input::Paste(text) => Event::Message(Message::Paste(text)),
            Input::Mouse(mouse) => {
                let clicks = self.clicks.count(mouse);
                Event::Message(Message::Mouse { mouse, clicks })
            }
            Input::Column(column) => Event::Column(column),
            Input::Ground(ground) => Event::Ground(ground),
        });
        let mut events = events.map(|event| self.events.send(event).ok());
        events.try_for_each(|sent| sent)
    }

    /// Passes `signal` on.
    fn heed(&self, signal: i32) -> Option<()> {
        heed(&self.events, signal)
    }
}

/// Begins to send what the system tells to `events`, where no keys are read.
///
/// # Errors
/// What the system says when it gives no thread.
pub(super) fn heed_signals(mut signals: Signals, events: &Sender<Event>) -> io::Result<()> {
    let events = events.clone();
    let mut wait = move || {
        // What interrupts the wait is a signal that came.
        let _came = rustix::event::poll(&mut [PollFd::new(signals.told(), PollFlags::IN)], None);
        signals.take().into_iter().try_for_each(|signal| heed(&events, signal))
    };
    thread::Builder::new()
        .name("events".to_owned())
        .spawn(move || while wait().is_some() {})
        .map(drop)
}

/// Passes `signal` on to `events`. Where it asks the program to end and that does not happen in time, ends it here,
/// with the terminal given back.
fn heed(events: &Sender<Event>, signal: i32) -> Option<()> {
    let event = match signal {
        SIGTSTP => Event::Suspend,
        SIGCONT => Event::Continue,
        SIGWINCH => Event::Message(Message::Resize(terminal::size())),
        signal => Event::End(signal),
    };
    if !matches!(event, Event::End(_)) {
        return events.send(event).ok();
    }
    // Where nobody hears of it any more, the program is about to end.
    let _ended = events.send(event);
    thread::sleep(END_WAIT);
    terminal::leave(128 + signal)
}
