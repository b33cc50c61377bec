//! What goes out: what the reader is told, and what is asked of the world.

use super::{Effect, Job, Notice};
use crate::shelf::Change;

/// What an update has to say and to ask.
#[derive(Clone, Default)]
pub(super) struct Outbox {
    notice: Option<Notice>,
    /// Whether something that was asked to be kept is not kept yet.
    keeping: bool,
    effects: Vec<Effect>,
    /// The number of the last piece of work.
    job: Job,
}

impl Outbox {
    /// Returns what the reader is told.
    pub(super) fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// Returns whether what the reader is told is not true yet: it says that something is kept.
    pub(super) fn is_early(&self) -> bool {
        self.keeping && self.notice.as_ref().is_some_and(|notice| notice.keeps().is_some())
    }

    /// Takes that all is kept.
    pub(super) fn take_kept(&mut self) {
        self.keeping = false;
    }

    /// Tells the reader something, in place of what they were told before.
    pub(super) fn say(&mut self, notice: Notice) {
        self.notice = Some(notice);
    }

    /// Takes back what the reader was told.
    pub(super) fn hush(&mut self) {
        self.notice = None;
    }

    /// Takes back what the reader was told, and returns it.
    pub(super) fn take_notice(&mut self) -> Option<Notice> {
        self.notice.take()
    }

    /// Asks something of the world.
    pub(super) fn ask(&mut self, effect: Effect) {
        self.keeping |= matches!(effect, Effect::Save(_) | Effect::List(..));
        self.effects.push(effect);
    }

    /// Asks that something is kept for the next run.
    pub(super) fn save(&mut self, change: Change) {
        self.ask(Effect::Save(change));
    }

    /// Returns the number of a new piece of work.
    pub(super) fn next_job(&mut self) -> Job {
        self.job += 1;
        self.job
    }

    /// Gives away what is asked of the world.
    pub(super) fn take(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }
}
