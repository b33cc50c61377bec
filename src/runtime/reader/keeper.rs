//! Keeps what the reader says, on a thread of its own: another kanshu may be writing, or the disk be slow, and the keys
//! wait for neither. What can't be kept now is told once, and tried again.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::budget::{KEEP_WAIT, RETRY_WAIT, SAVE_WAIT};
use crate::runtime::event::Event;
use crate::runtime::state::Unsaved;
use crate::shelf::Change;
use crate::words::Phrase;

/// How long a sentence that something could not be kept stays, whatever is pressed.
const READABLE: Duration = Duration::from_secs(3);

/// What makes changes of what is kept of a document. To make one twice is to make it once.
pub(super) type Save = Arc<dyn Fn(&[Change]) -> Result<(), Unsaved> + Send + Sync>;

/// What writes something besides: a file of its own, which is tried but once.
type Writing = Box<dyn FnOnce() + Send>;

/// What keeps what the reader says.
pub(super) struct Keeper {
    save: Save,
    events: Sender<Event>,
    /// There is none until there is work for it.
    keeping: Option<Thread>,
    /// What was said last that could not be kept, and when.
    unkept: Option<(Instant, Phrase)>,
    /// How much is being written of which it is told what became of it.
    awaited: usize,
}

/// A change, and what makes it.
type Due = (Save, Change);

/// What the thread is given to do.
enum Given {
    Change(Due),
    Writing(Writing),
}

/// The thread that keeps it.
struct Thread {
    work: Sender<Given>,
    /// Tells how many changes were tried; closed by the thread when all is done.
    tried: Receiver<usize>,
    given: usize,
    heard: usize,
}

impl Thread {
    /// Starts the thread; it sends to `events` how many changes are kept, and what could not be.
    fn start(events: Sender<Event>) -> io::Result<Self> {
        let (work, coming) = channel();
        let (tell, tried) = channel();
        let keep = move || keep(&coming, &tell, &events);
        thread::Builder::new().name("keeper".to_owned()).spawn(keep)?;
        Ok(Self { work, tried, given: 0, heard: 0 })
    }

    /// Hears how many changes were tried, for at most so long, and returns whether all were.
    fn hear(&mut self, wait: Duration) -> bool {
        let begun = Instant::now();
        while self.heard < self.given {
            match self.tried.recv_timeout(wait.saturating_sub(begun.elapsed())) {
                Ok(count) => self.heard = count,
                Err(_) => return false,
            }
        }
        true
    }
}

impl Keeper {
    /// Returns what keeps changes by `save`, and sends to `events` when all are kept, and what could not be.
    pub(super) fn new(save: Save, events: &Sender<Event>) -> Self {
        Self { save, events: events.clone(), keeping: None, unkept: None, awaited: 0 }
    }

    /// Keeps by `save` what comes from now on: it is of another document.
    pub(super) fn turn_to(&mut self, save: Save) {
        self.save = save;
    }

    /// Keeps `change` on the thread, after those before. Waits a moment till it is kept, unless one before it is still on
    /// its way: mostly the screen need not say then that it is.
    ///
    /// # Errors
    /// That there is no thread.
    pub(super) fn keep(&mut self, change: Change) -> Result<(), Phrase> {
        self.keep_by(Arc::clone(&self.save), change)
    }

    /// Keeps `change` by `save`, as [`keep`](Self::keep) does.
    ///
    /// # Errors
    /// That there is no thread.
    pub(super) fn keep_by(&mut self, save: Save, change: Change) -> Result<(), Phrase> {
        self.give(Given::Change((save, change)), SAVE_WAIT)
    }

    /// Has `write` done on the thread, after what was given before.
    ///
    /// # Errors
    /// That there is no thread.
    pub(super) fn write(&mut self, write: impl FnOnce() + Send + 'static) -> Result<(), Phrase> {
        self.give(Given::Writing(Box::new(write)), Duration::ZERO)
    }

    /// Has `write` done as [`write`](Self::write) does, and sends what is said of that: that it is written, or why not.
    ///
    /// # Errors
    /// That there is no thread.
    pub(super) fn write_and_tell(
        &mut self,
        write: impl FnOnce() -> Result<Phrase, Phrase> + Send + 'static,
    ) -> Result<(), Phrase> {
        let events = self.events.clone();
        // The loop has ended when nobody hears of it; then it is asked for at the end.
        self.write(move || drop(events.send(Event::Written(write()))))?;
        self.awaited += 1;
        Ok(())
    }

    /// Takes that it was told what became of something that was written.
    pub(super) fn take_written(&mut self) {
        self.awaited = self.awaited.saturating_sub(1);
    }

    /// Returns whether something is being written of which it is told what became of it.
    pub(super) fn is_awaited(&self) -> bool {
        self.awaited > 0
    }

    /// Gives the thread something to do, and waits so long till it is done, unless something before it is not.
    fn give(&mut self, given: Given, wait: Duration) -> Result<(), Phrase> {
        let mut keeping = match self.keeping.take() {
            Some(keeping) => keeping,
            None => Thread::start(self.events.clone())
                .map_err(|error| Phrase::new("keep-no-thread").with("error", error.to_string()))?,
        };
        let is_idle = keeping.hear(Duration::ZERO);
        let sent = keeping.work.send(given);
        keeping.given += 1;
        if is_idle && sent.is_ok() {
            keeping.hear(wait);
        }
        self.keeping = Some(keeping);
        sent.map_err(|_| "keep-fault".into())
    }

    /// Returns whether the change of this number is the last that was given.
    pub(super) fn is_last(&self, count: usize) -> bool {
        self.keeping.as_ref().is_some_and(|keeping| keeping.given == count)
    }

    /// Notes that this was told.
    pub(super) fn note(&mut self, unkept: Phrase) {
        self.unkept = Some((Instant::now(), unkept));
    }

    /// Returns what is to be told again, after a key that put it away before it could be read.
    pub(super) fn unread(&self) -> Option<&Phrase> {
        let (told, unkept) = self.unkept.as_ref()?;
        (told.elapsed() < READABLE).then_some(unkept)
    }

    /// Waits until all is kept, but not for ever, and returns what is said when the terminal is given back: that
    /// something was not kept.
    pub(super) fn end(self, events: &Receiver<Event>) -> Vec<Phrase> {
        let mut late = false;
        if let Some(Thread { work, tried, .. }) = self.keeping {
            drop(work);
            let begun = Instant::now();
            late = loop {
                match tried.recv_timeout(KEEP_WAIT.saturating_sub(begun.elapsed())) {
                    Ok(_) => {}
                    Err(RecvTimeoutError::Disconnected) => break false,
                    Err(RecvTimeoutError::Timeout) => break true,
                }
            };
        }
        let mut told: Vec<Phrase> = Vec::new();
        for event in events.try_iter() {
            match event {
                Event::Unkept(phrase) | Event::Written(Err(phrase)) if !told.contains(&phrase) => {
                    told.push(phrase);
                }
                _ => {}
            }
        }
        told.extend(late.then(|| "keep-late".into()));
        told
    }
}

/// Keeps the changes that are `coming`, and writes what else is, until there are no more.
fn keep(coming: &Receiver<Given>, tell: &Sender<usize>, events: &Sender<Event>) {
    let (mut pending, mut count, mut told) = (Vec::new(), 0, Vec::new());
    loop {
        let next = if pending.is_empty() {
            coming.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            coming.recv_timeout(RETRY_WAIT)
        };
        let is_over = matches!(next, Err(RecvTimeoutError::Disconnected));
        let mut writings = Vec::new();
        for given in next.into_iter().chain(coming.try_iter()) {
            count += 1;
            match given {
                Given::Change(due) => add(&mut pending, due),
                Given::Writing(writing) => writings.push(writing),
            }
        }
        let unsaved = save(&mut pending);
        for write in writings {
            write();
        }
        let is_new = |one: &&Unsaved| is_over || !told.contains(*one);
        for one in unsaved.iter().filter(is_new) {
            // The loop has ended when nobody hears of it; then it is asked for at the end.
            let _ended = events.send(Event::Unkept(one.clone().into()));
        }
        // What never will be kept is not tried again: who says the same again is told again.
        told = unsaved.into_iter().filter(Unsaved::is_passing).collect();
        if is_over {
            return;
        }
        if pending.is_empty() {
            let _ended = events.send(Event::Kept(count));
        }
        // Nobody hears of it at the end.
        let _ended = tell.send(count);
    }
}

/// Adds `due` to the changes that are to be made; of the places in a document only the last counts.
fn add(pending: &mut Vec<Due>, due: Due) {
    if matches!(due.1, Change::Left(_)) {
        let is_of_it = |other: &Due| Arc::ptr_eq(&other.0, &due.0);
        pending.retain(|other| !(is_of_it(other) && matches!(other.1, Change::Left(_))));
    }
    pending.push(due);
}

/// Makes the changes that are `pending`, those of one file together: what hinders some keeps no others back. What may be made
/// later stays. Returns why some are not kept, each reason once.
fn save(pending: &mut Vec<Due>) -> Vec<Unsaved> {
    let (mut again, mut told) = (Vec::new(), Vec::new());
    while let Some((save, first)) = pending.first() {
        let (save, kind) = (Arc::clone(save), first.kind());
        let is_own = |due: &mut Due| Arc::ptr_eq(&due.0, &save) && due.1.kind() == kind;
        let own: Vec<Due> = pending.extract_if(.., is_own).collect();
        let changes: Vec<Change> = own.iter().map(|(_, change)| change.clone()).collect();
        let mut note = |unsaved| {
            if !told.contains(&unsaved) {
                told.push(unsaved);
            }
        };
        match save(&changes) {
            Ok(()) => {}
            Err(unsaved) if unsaved.is_passing() => {
                note(unsaved);
                again.extend(own);
            }
            Err(unsaved) => {
                note(unsaved);
                // One that never can be made may have kept the others back; to make one twice is to make it once.
                let alone = changes.iter().filter(|_| changes.len() > 1);
                alone.filter_map(|change| save(std::slice::from_ref(change)).err()).for_each(note);
            }
        }
    }
    *pending = again;
    told
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::shelf::{Id, Listing};

    fn change(number: u64) -> Change {
        Change::Remove(Id::new(number))
    }

    #[test]
    fn what_is_written_besides_is_told_when_it_is_and_waited_for_at_the_end() {
        let (mut keeper, kept, heard) = keeper(0);
        let disk = Arc::clone(&kept);
        let write = move || {
            disk.lock().unwrap().push(change(7));
            Ok("settings-kept".into())
        };
        keeper.write_and_tell(write).unwrap();
        assert!(keeper.is_awaited());
        let told = heard.iter().find(|event| matches!(event, Event::Written(_)));
        assert!(matches!(told, Some(Event::Written(Ok(told))) if told.name() == "settings-kept"));
        assert_eq!(*kept.lock().unwrap(), [change(7)]);
        keeper.take_written();
        assert!(!keeper.is_awaited());
        let disk = Arc::clone(&kept);
        keeper.write(move || disk.lock().unwrap().push(change(8))).unwrap();
        keeper.write_and_tell(|| Err("settings-unwritten".into())).unwrap();
        assert_eq!(keeper.end(&heard), [Phrase::from("settings-unwritten")]);
        assert_eq!(*kept.lock().unwrap(), [change(7), change(8)]);
    }

    /// What was kept of a document in the end.
    type Disk = Arc<Mutex<Vec<Change>>>;

    /// Returns what keeps changes on a disk that is full so many times, and the disk.
    fn disk(full: usize) -> (Save, Disk) {
        let kept = Disk::default();
        let (disk, left) = (Arc::clone(&kept), Mutex::new(full));
        let save = move |changes: &[Change]| {
            let mut left = left.lock().unwrap();
            if *left > 0 {
                *left -= 1;
                return Err(Unsaved::Passing("disk-full".into()));
            }
            disk.lock().unwrap().extend_from_slice(changes);
            Ok(())
        };
        (Arc::new(save), kept)
    }

    /// Returns a keeper whose disk is full so many times, what was kept in the end, and what hears of it.
    fn keeper(full: usize) -> (Keeper, Disk, Receiver<Event>) {
        let (events, heard) = channel();
        let (save, kept) = disk(full);
        (Keeper::new(save, &events), kept, heard)
    }

    #[test]
    fn changes_are_kept_in_order_and_the_end_waits_for_it() {
        let (mut keeper, kept, heard) = keeper(0);
        (0..3).for_each(|number| keeper.keep(change(number)).unwrap());
        assert!(keeper.end(&heard).is_empty());
        assert_eq!(*kept.lock().unwrap(), [0, 1, 2].map(change));
    }

    #[test]
    fn what_could_not_be_kept_is_told_once_and_tried_again() {
        let (mut keeper, kept, heard) = keeper(2);
        keeper.keep(change(0)).unwrap();
        let Ok(Event::Unkept(told)) = heard.recv() else { panic!("it is told") };
        keeper.note(told);
        assert_eq!(keeper.unread(), Some(&"disk-full".into()));
        keeper.keep(change(1)).unwrap();
        keeper.keep(change(2)).unwrap();
        assert!(keeper.end(&heard).is_empty());
        assert_eq!(*kept.lock().unwrap(), [0, 1, 2].map(change));
    }

    #[test]
    fn that_all_is_kept_is_told_when_it_is_on_the_disk() {
        let (mut keeper, kept, heard) = keeper(1);
        keeper.keep(change(0)).unwrap();
        assert!(matches!(heard.recv(), Ok(Event::Unkept(_))));
        keeper.keep(change(1)).unwrap();
        let Ok(Event::Kept(count)) = heard.recv() else { panic!("it is told") };
        assert_eq!(*kept.lock().unwrap(), [0, 1].map(change));
        assert!(keeper.is_last(count) && !keeper.is_last(1));
    }

    #[test]
    fn what_can_not_be_kept_in_the_end_is_told_then() {
        let (mut keeper, kept, heard) = keeper(9);
        keeper.keep(change(0)).unwrap();
        assert_eq!(keeper.end(&heard), [Phrase::from("disk-full")]);
        assert!(kept.lock().unwrap().is_empty());
    }

    #[test]
    fn what_is_said_of_a_document_goes_to_its_own_place_also_when_another_is_read() {
        let (mut keeper, first, heard) = keeper(1);
        let (save, second) = disk(0);
        keeper.keep(change(0)).unwrap();
        assert!(matches!(heard.recv(), Ok(Event::Unkept(_))));
        keeper.turn_to(save);
        keeper.keep(change(1)).unwrap();
        assert!(keeper.end(&heard).is_empty());
        assert_eq!(
            (&*first.lock().unwrap(), &*second.lock().unwrap()),
            (&vec![change(0)], &vec![change(1)])
        );
    }

    #[test]
    fn what_hinders_one_document_keeps_no_other_back() {
        let (mut keeper, first, heard) = keeper(9);
        let (save, second) = disk(0);
        keeper.keep(change(0)).unwrap();
        keeper.turn_to(save);
        keeper.keep(change(1)).unwrap();
        assert_eq!(keeper.end(&heard), [Phrase::from("disk-full")]);
        assert_eq!(
            (&*first.lock().unwrap(), &*second.lock().unwrap()),
            (&vec![], &vec![change(1)])
        );
    }

    #[test]
    fn what_hinders_one_file_keeps_no_other_of_the_document_back() {
        let kept = Disk::default();
        let disk = Arc::clone(&kept);
        let save = move |changes: &[Change]| {
            if let [Change::Remove(_), ..] = changes {
                return Err(Unsaved::Passing("no-notes".into()));
            }
            disk.lock().unwrap().extend_from_slice(changes);
            Ok(())
        };
        let (events, heard) = channel();
        let mut keeper = Keeper::new(Arc::new(save), &events);
        keeper.keep(change(0)).unwrap();
        let listed = Change::List(Listing::Dropped);
        keeper.keep(listed.clone()).unwrap();
        assert_eq!(keeper.end(&heard), [Phrase::from("no-notes")]);
        assert_eq!(*kept.lock().unwrap(), [listed]);
    }

    #[test]
    fn what_never_can_be_kept_is_told_once_not_tried_again_and_keeps_no_other_back() {
        let (kept, count) = (Disk::default(), Arc::new(Mutex::new(0)));
        let (disk, tried) = (Arc::clone(&kept), Arc::clone(&count));
        let save = move |changes: &[Change]| {
            if changes.contains(&change(0)) {
                *tried.lock().unwrap() += 1;
                return Err(Unsaved::Lasting("too-long".into()));
            }
            disk.lock().unwrap().extend_from_slice(changes);
            Ok(())
        };
        let save: Save = Arc::new(save);
        let mut pending: Vec<Due> =
            [1, 0, 2].map(|number| (Arc::clone(&save), change(number))).into();
        assert_eq!(super::save(&mut pending), [Unsaved::Lasting("too-long".into())]);
        assert!(pending.is_empty());
        assert_eq!(
            (&*kept.lock().unwrap(), *count.lock().unwrap()),
            (&vec![change(1), change(2)], 2)
        );
    }
}
