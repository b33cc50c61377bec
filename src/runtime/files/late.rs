//! Loading for a thread that must not wait: a part that takes long is loaded by a worker, and asked for again when it is
//! there.

use std::io;
use std::ops::{ControlFlow, Range};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::patient::Hurried;
use crate::budget::{PART_BYTES_AT_ONCE, READ_WAIT};
use crate::decode::Encoding;
use crate::document::{
    Document, Facts, Judged, MayMatch, Part, ReadError, Rules, Source, Survey, ViewMode,
};
use crate::runtime::language::say;

/// Returns the document that `source` is, for a reader with this `hurried` thread, if one reads it.
pub(in crate::runtime) fn document(source: Arc<dyn Source>, hurried: Option<&Hurried>) -> Document {
    Document::new(match hurried {
        Some(hurried) => LateSource::over(source, hurried),
        None => source,
    })
}

/// What a source is asked that may take long.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Question {
    /// For this part.
    Load(usize),
    /// What a reference in this part leads to.
    Resolve(usize, String),
}

/// What it answers.
enum Answered {
    Load(Box<Result<Part, ReadError>>),
    Resolve(Option<(usize, String)>),
}

impl Question {
    fn put_to(&self, source: &dyn Source) -> Answered {
        match self {
            Self::Load(index) => Answered::Load(Box::new(source.load(*index))),
            Self::Resolve(part, href) => Answered::Resolve(source.resolve(*part, href)),
        }
    }

    /// Returns the answer where there is none to be had, for this reason.
    fn fault(&self, why: String) -> Answered {
        match self {
            Self::Load(_) => {
                let error = ReadError::new(0, &io::Error::other(why));
                Answered::Load(Box::new(Err(error)))
            }
            Self::Resolve(..) => Answered::Resolve(None),
        }
    }
}

/// A source some of whose parts take long to load. Whoever tries something on the hurried thread is told there that they
/// are still being read.
struct LateSource {
    source: Arc<dyn Source>,
    hurried: Hurried,
    desk: Arc<LoadDesk>,
}

#[derive(Default)]
struct LoadDesk {
    asked: Mutex<Asked>,
    changed: Condvar,
}

/// How far the question has come that was asked last.
#[derive(Default)]
enum Asked {
    /// There is none.
    #[default]
    Nothing,
    /// A worker looks for the answer; it was waited for in vain where that is `late`.
    Awaited { late: bool },
    /// It was not fetched yet.
    Answered(Question, Answered),
}

impl LoadDesk {
    fn lock(&self) -> MutexGuard<'_, Asked> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the answer to `question`, and tells by `hurried` that it came late, if it did.
    fn take(&self, question: Question, answer: Answered, hurried: &Hurried) {
        let asked = std::mem::replace(&mut *self.lock(), Asked::Answered(question, answer));
        self.changed.notify_all();
        if matches!(asked, Asked::Awaited { late: true }) {
            hurried.notify();
        }
    }
}

impl LateSource {
    /// Returns `source`, and with it this where one of its parts may take long.
    fn over(source: Arc<dyn Source>, hurried: &Hurried) -> Arc<dyn Source> {
        let is_late = (0..source.count()).any(|index| source.cost(index) > PART_BYTES_AT_ONCE);
        if !is_late {
            return source;
        }
        hurried.sources().fetch_add(1, Ordering::Relaxed);
        Arc::new(Self { source, hurried: hurried.clone(), desk: Arc::default() })
    }

    /// Returns the answer to `question` to the hurried thread; none where it would have to wait, which it is told.
    fn ask(&self, question: &Question) -> Option<Answered> {
        let mut asked = self.desk.lock();
        if matches!(*asked, Asked::Nothing | Asked::Answered(..)) {
            if let Some(answer) = asked.answer(question) {
                return Some(answer);
            }
            if !self.start(question.clone()) {
                drop(asked);
                return Some(question.put_to(&*self.source));
            }
            *asked = Asked::Awaited { late: false };
            let is_awaited = |asked: &mut Asked| matches!(asked, Asked::Awaited { .. });
            let waited = self.desk.changed.wait_timeout_while(asked, READ_WAIT, is_awaited);
            asked = waited.unwrap_or_else(PoisonError::into_inner).0;
            if let Some(answer) = asked.answer(question) {
                return Some(answer);
            }
        }
        *asked = Asked::Awaited { late: true };
        self.hurried.miss();
        None
    }

    /// Puts `question` on a worker, and returns whether there is one.
    fn start(&self, question: Question) -> bool {
        let (source, desk) = (Arc::clone(&self.source), Arc::clone(&self.desk));
        let hurried = self.hurried.clone();
        let work = move || {
            let put = || question.put_to(&*source);
            let answer = catch_unwind(AssertUnwindSafe(put));
            let answer = answer.unwrap_or_else(|_| question.fault(say("worker-fault")));
            desk.take(question, answer, &hurried);
        };
        thread::Builder::new().name("worker loads".to_owned()).spawn(work).is_ok()
    }
}

impl Asked {
    /// Returns the answer to `question`, if that is here. One to another question is asked for again.
    fn answer(&mut self, question: &Question) -> Option<Answered> {
        match std::mem::take(self) {
            Self::Answered(asked, answer) if asked == *question => Some(answer),
            Self::Answered(..) | Self::Nothing => None,
            awaited @ Self::Awaited { .. } => {
                *self = awaited;
                None
            }
        }
    }
}

impl Drop for LateSource {
    fn drop(&mut self) {
        self.hurried.sources().fetch_sub(1, Ordering::Relaxed);
    }
}

impl Source for LateSource {
    fn facts(&self) -> &Facts {
        self.source.facts()
    }

    fn count(&self) -> usize {
        self.source.count()
    }

    fn before(&self, index: usize) -> u64 {
        self.source.before(index)
    }

    fn load(&self, index: usize) -> Result<Part, ReadError> {
        if self.source.cost(index) <= PART_BYTES_AT_ONCE || !self.hurried.is_trying() {
            return self.source.load(index);
        }
        match self.ask(&Question::Load(index)) {
            Some(Answered::Load(part)) => *part,
            _ => Err(ReadError::new(self.before(index), &io::ErrorKind::WouldBlock.into())),
        }
    }

    fn survey(&self, rules: &Rules, watch: &mut dyn FnMut(&Survey) -> ControlFlow<()>) -> Survey {
        self.source.survey(rules, watch)
    }

    fn weight(&self, index: usize) -> u64 {
        self.source.weight(index)
    }

    fn cost(&self, index: usize) -> u64 {
        self.source.cost(index)
    }

    fn texts(
        &self,
        parts: Range<usize>,
        take: &mut dyn FnMut(usize, &str) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        self.source.texts(parts, take)
    }

    fn prefilter(&self, parts: Range<usize>, may_match: &MayMatch) -> Vec<bool> {
        self.source.prefilter(parts, may_match)
    }

    fn judged(&self) -> Vec<Judged> {
        self.source.judged()
    }

    fn resolve(&self, part: usize, href: &str) -> Option<(usize, String)> {
        if !self.hurried.is_trying() {
            return self.source.resolve(part, href);
        }
        // What that costs only the part tells that it leads to.
        match self.ask(&Question::Resolve(part, href.to_owned())) {
            Some(Answered::Resolve(found)) => found,
            _ => None,
        }
    }

    fn picture(&self, part: usize, href: &str) -> Option<io::Result<Vec<u8>>> {
        self.source.picture(part, href)
    }

    fn views(&self) -> &[ViewMode] {
        self.source.views()
    }

    fn viewed(&self, view: ViewMode) -> Option<Arc<dyn Source>> {
        Some(Self::over(self.source.viewed(view)?, &self.hurried))
    }

    fn recoded(&self, encoding: Encoding) -> Option<Arc<dyn Source>> {
        Some(Self::over(self.source.recoded(encoding)?, &self.hurried))
    }
}
