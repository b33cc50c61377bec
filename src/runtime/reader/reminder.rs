//! What the state is reminded of after a moment.

use std::time::{Duration, Instant};

use crate::app::{Job, Message};
use crate::budget::HINT_WAIT;

/// A reminder that was asked for, and when it is due.
#[derive(Default)]
pub(super) struct Reminder(Option<(Instant, Job)>);

impl Reminder {
    /// Asks for the reminder of this number, in place of the one before.
    pub(super) fn ask(&mut self, job: Job) {
        self.0 = Some((Instant::now() + HINT_WAIT, job));
    }

    /// Returns how long it is till the reminder; none where there is none.
    pub(super) fn patience(&self) -> Option<Duration> {
        Some(self.0?.0.saturating_duration_since(Instant::now()))
    }

    /// Returns the reminder once, when it is due.
    pub(super) fn due(&mut self) -> Option<Message> {
        let (_, job) = self.0.take_if(|(due, _)| *due <= Instant::now())?;
        Some(Message::Reminded(job))
    }
}
