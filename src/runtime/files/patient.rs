//! Reading for a thread that must not wait: what takes longer than a frame is read on by another thread, and comes later.

use std::collections::VecDeque;
use std::io;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, ThreadId};

use crate::budget::{LATE_READS, READ_WAIT};

/// The thread that must not wait, and how it hears of what came late.
#[derive(Clone)]
pub(in crate::runtime) struct Hurried {
    thread: ThreadId,
    notify: Arc<dyn Fn() + Send + Sync>,
    trial: Arc<Attempt>,
}

/// What the thread tries that can be taken back where something is missing for it.
#[derive(Default)]
struct Attempt {
    goes_on: AtomicBool,
    misses: AtomicBool,
    /// How many sources there are whose parts may be missing.
    sources: AtomicUsize,
}

impl Hurried {
    /// Returns the thread that calls this; `notify` is called on another one when something came late.
    pub(in crate::runtime) fn here(notify: impl Fn() + Send + Sync + 'static) -> Self {
        let (thread, notify) = (thread::current().id(), Arc::new(notify));
        Self { thread, notify, trial: Arc::default() }
    }

    /// Returns whether something may be missing for what is tried.
    pub(in crate::runtime) fn may_miss(&self) -> bool {
        self.trial.sources.load(Ordering::Relaxed) > 0
    }

    /// Does `work` on this thread without a wait for what takes long, and returns what came of it.
    ///
    /// # Errors
    /// What came of it where something was missing for that: when it is worth to try again, the thread hears of it.
    pub(in crate::runtime) fn attempt<T>(&self, work: impl FnOnce() -> T) -> Result<T, T> {
        self.trial.misses.store(false, Ordering::Relaxed);
        self.trial.goes_on.store(true, Ordering::Relaxed);
        let done = work();
        self.trial.goes_on.store(false, Ordering::Relaxed);
        if self.trial.misses.load(Ordering::Relaxed) { Err(done) } else { Ok(done) }
    }

    /// Returns whether this is the thread, and it tries something.
    pub(super) fn is_trying(&self) -> bool {
        thread::current().id() == self.thread && self.trial.goes_on.load(Ordering::Relaxed)
    }

    /// Takes that something is missing for what is tried.
    pub(super) fn miss(&self) {
        self.trial.misses.store(true, Ordering::Relaxed);
    }

    /// Tells the thread that what was missing is there.
    pub(super) fn notify(&self) {
        (self.notify)();
    }

    /// Returns how many sources there are whose parts may be missing, to be kept up to date.
    pub(super) fn sources(&self) -> &AtomicUsize {
        &self.trial.sources
    }
}

/// How something is read: the bytes from an offset on into a buffer.
type ReadFn = dyn Fn(u64, &mut [u8]) -> io::Result<usize> + Send + Sync;

/// The offset and the length of what is read.
type ReadRange = (u64, usize);

/// Reads what takes long on a thread of its own.
pub(super) struct Patient {
    hurried: Hurried,
    shared: Arc<Shared>,
}

struct Shared {
    read: Box<ReadFn>,
    desk: Mutex<ReadDesk>,
    changed: Condvar,
}

#[derive(Default)]
struct ReadDesk {
    thread: ReadThread,
    /// What is to be read next.
    wanted: Option<ReadRange>,
    /// What was read, with what was wanted.
    done: VecDeque<(ReadRange, io::Result<Vec<u8>>)>,
}

/// What the thread does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum ReadThread {
    /// It was not needed yet.
    #[default]
    None,
    /// It waits.
    Idle,
    /// It reads.
    Busy,
    /// It reads, and was waited for in vain.
    Late,
    /// Nobody needs it any more.
    Over,
}

impl Patient {
    pub(super) fn new(
        hurried: Hurried,
        read: impl Fn(u64, &mut [u8]) -> io::Result<usize> + Send + Sync + 'static,
    ) -> Self {
        let (desk, changed) = Default::default();
        Self { hurried, shared: Arc::new(Shared { read: Box::new(read), desk, changed }) }
    }

    /// Reads bytes from `offset` on into `buffer` and returns how many.
    ///
    /// # Errors
    /// What reading says; [`io::ErrorKind::WouldBlock`] to the hurried thread where it would have to wait: it is notified
    /// when it is worth to ask again.
    pub(super) fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        if thread::current().id() != self.hurried.thread {
            return (self.shared.read)(offset, buffer);
        }
        let key = (offset, buffer.len());
        let mut desk = self.shared.lock();
        if let Some(read) = desk.take(key, buffer) {
            return read;
        }
        if matches!(desk.thread, ReadThread::Busy | ReadThread::Late) {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        if desk.thread == ReadThread::None && !self.start(&mut desk) {
            drop(desk);
            return (self.shared.read)(offset, buffer);
        }
        desk.wanted = Some(key);
        desk.thread = ReadThread::Busy;
        self.shared.changed.notify_all();
        let is_busy = |desk: &mut ReadDesk| desk.thread == ReadThread::Busy;
        let waited = self.shared.changed.wait_timeout_while(desk, READ_WAIT, is_busy);
        let (mut desk, _) = waited.unwrap_or_else(PoisonError::into_inner);
        desk.take(key, buffer).unwrap_or_else(|| {
            desk.thread = ReadThread::Late;
            Err(io::ErrorKind::WouldBlock.into())
        })
    }

    /// Starts the thread; returns whether there is one.
    fn start(&self, desk: &mut ReadDesk) -> bool {
        let (shared, notify) = (Arc::clone(&self.shared), Arc::clone(&self.hurried.notify));
        let work = move || shared.work(&*notify);
        let started = thread::Builder::new().name("worker reads".to_owned()).spawn(work).is_ok();
        desk.thread = if started { ReadThread::Idle } else { ReadThread::None };
        started
    }
}

impl Drop for Patient {
    fn drop(&mut self) {
        self.shared.lock().thread = ReadThread::Over;
        self.shared.changed.notify_all();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, ReadDesk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads what is wanted until nothing more is.
    fn work(&self, notify: &(dyn Fn() + Send + Sync)) {
        loop {
            let is_idle =
                |desk: &mut ReadDesk| desk.wanted.is_none() && desk.thread != ReadThread::Over;
            let desk = self.changed.wait_while(self.lock(), is_idle);
            let wanted = desk.unwrap_or_else(PoisonError::into_inner).wanted.take();
            let Some((offset, length)) = wanted else { return };
            let mut bytes = vec![0; length];
            let read = (self.read)(offset, &mut bytes);
            let mut desk = self.lock();
            desk.done.push_back((
                (offset, length),
                read.map(|count| {
                    bytes.truncate(count);
                    bytes
                }),
            ));
            if desk.done.len() > LATE_READS {
                desk.done.pop_front();
            }
            let was = desk.thread;
            if was != ReadThread::Over {
                desk.thread = ReadThread::Idle;
            }
            drop(desk);
            self.changed.notify_all();
            if was == ReadThread::Late {
                notify();
            }
        }
    }
}

impl ReadDesk {
    /// Takes what was read for `key` and puts it into `buffer`.
    fn take(&mut self, key: ReadRange, buffer: &mut [u8]) -> Option<io::Result<usize>> {
        let at = self.done.iter().position(|(wanted, _)| *wanted == key)?;
        let (_, read) = self.done.remove(at)?;
        Some(match read {
            Ok(bytes) => io::Read::read(&mut bytes.as_slice(), buffer),
            // To whoever hears it that would mean to ask again.
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                Err(io::Error::other(error.to_string()))
            }
            Err(error) => Err(error),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, Sender, channel};

    use super::*;

    /// Returns bytes each of which is read when it is let through, and what tells that some came late.
    fn gated() -> (Patient, Sender<()>, Receiver<()>) {
        let (gate, opened) = channel::<()>();
        let (late, heard) = channel();
        let hurried = Hurried::here(move || late.send(()).unwrap());
        let opened = Mutex::new(opened);
        let read = move |offset: u64, buffer: &mut [u8]| {
            opened.lock().unwrap().recv().map_err(io::Error::other)?;
            buffer.fill(offset as u8);
            Ok(buffer.len())
        };
        (Patient::new(hurried, read), gate, heard)
    }

    fn read(patient: &Patient, offset: u64) -> Result<u8, io::ErrorKind> {
        let mut buffer = [0; 1];
        patient.read_at(offset, &mut buffer).map(|_| buffer[0]).map_err(|error| error.kind())
    }

    #[test]
    fn what_comes_in_time_is_there_at_once() {
        let (patient, gate, heard) = gated();
        gate.send(()).unwrap();
        assert_eq!(read(&patient, 7), Ok(7));
        assert!(heard.try_recv().is_err());
    }

    #[test]
    fn what_takes_long_is_not_waited_for_and_comes_later() {
        let (patient, gate, heard) = gated();
        assert_eq!(read(&patient, 7), Err(io::ErrorKind::WouldBlock));
        // The disk has another: this is no time to ask.
        assert_eq!(read(&patient, 8), Err(io::ErrorKind::WouldBlock));
        gate.send(()).unwrap();
        heard.recv().unwrap();
        assert_eq!(read(&patient, 7), Ok(7), "it was kept");
        gate.send(()).unwrap();
        assert_eq!(read(&patient, 8), Ok(8));
    }

    #[test]
    fn what_came_late_is_kept_up_to_a_bound() {
        let (patient, gate, heard) = gated();
        for offset in 0..=LATE_READS as u64 {
            assert_eq!(read(&patient, offset), Err(io::ErrorKind::WouldBlock));
            gate.send(()).unwrap();
            heard.recv().unwrap();
        }
        let kept: Vec<u64> = patient.shared.lock().done.iter().map(|((at, _), _)| *at).collect();
        assert_eq!(kept, (1..=LATE_READS as u64).collect::<Vec<_>>());
    }

    #[test]
    fn another_thread_waits() {
        let (patient, gate, _heard) = gated();
        let patient = Arc::new(patient);
        let other = Arc::clone(&patient);
        let waiting = thread::spawn(move || read(&other, 9));
        gate.send(()).unwrap();
        assert_eq!(waiting.join().unwrap(), Ok(9));
    }

    #[test]
    fn an_error_is_told_as_it_is() {
        let error = |kind: io::ErrorKind| {
            let read = move |_: u64, _: &mut [u8]| Err(kind.into());
            read_kind(&Patient::new(Hurried::here(|| ()), read))
        };
        assert_eq!(error(io::ErrorKind::NotFound), io::ErrorKind::NotFound);
        assert_eq!(error(io::ErrorKind::WouldBlock), io::ErrorKind::Other, "it is not on its way");
    }

    fn read_kind(patient: &Patient) -> io::ErrorKind {
        read(patient, 0).unwrap_err()
    }
}
