//! The clock of a page that moves by itself.

use std::time::{Duration, Instant};

/// When the page moves next, and how long it stands.
pub(super) struct Mover {
    every: Duration,
    next: Instant,
}

impl Mover {
    /// Returns what moves the page so many times a minute, from now on.
    pub(super) fn new(rows: usize) -> Self {
        let every = Duration::from_mins(1) / u32::try_from(rows.max(1)).unwrap_or(u32::MAX);
        Self { every, next: Instant::now() + every }
    }

    /// Returns how long the page stands yet.
    pub(super) fn patience(&self) -> Duration {
        self.next.saturating_duration_since(Instant::now())
    }

    /// Returns whether the page moves now. What was missed, as while the program was suspended, is not made up for.
    pub(super) fn is_due(&mut self) -> bool {
        let now = Instant::now();
        let due = now >= self.next;
        if due {
            self.next = (self.next + self.every).max(now);
        }
        due
    }
}
