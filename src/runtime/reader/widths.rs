//! The widths that this terminal gives to what terminals disagree on: asked for, and remembered.

use std::time::Duration;

use crate::app::{Message, Size};
use crate::runtime::memory::Memory;
use crate::runtime::width_probe::{self, Probe};
use crate::text::WidthModel;

/// What is known of the terminal's widths.
pub(super) struct Widths {
    memory: Memory,
    query: Query,
}

enum Query {
    /// The terminal is not asked.
    None,
    /// It is asked when it is taken.
    Due,
    /// It was asked and has not answered everything yet.
    Sent(Probe),
}

impl Widths {
    /// Returns what `memory` holds of the terminal, which has a window of `size`, and whether it `may_ask`.
    pub(super) fn new(memory: Memory, size: Size, may_ask: bool) -> Self {
        // Where the samples do not fit, the cursor's column tells nothing.
        let asks = may_ask && width_probe::is_worth_asking(size);
        Self { memory, query: if asks { Query::Due } else { Query::None } }
    }

    /// Returns the widths that a terminal of this kind reported last, if it is asked again, and else `base`.
    pub(super) fn remembered(&self, base: WidthModel) -> WidthModel {
        let cells = self.memory.cells().filter(|_| matches!(self.query, Query::Due));
        cells.and_then(|cells| width_probe::model(cells, base)).unwrap_or(base)
    }

    /// Returns what asks the terminal, which is sent to it now; nothing where it is not asked.
    pub(super) fn question(&mut self) -> String {
        if !matches!(self.query, Query::Due) {
            return String::new();
        }
        self.query = Query::Sent(Probe::asked());
        width_probe::question()
    }

    /// Takes an answer of the terminal, and returns what the state is told when that was the last: widths that it did
    /// not report as those of `base`.
    pub(super) fn answered(&mut self, column: usize, base: WidthModel) -> Option<Message> {
        let Query::Sent(probe) = &mut self.query else { return None };
        let cells = probe.take(column)?;
        self.query = Query::None;
        let model = width_probe::model(&cells, base)?;
        self.memory.learn(cells);
        Some(Message::Measured(model))
    }

    /// Returns how long the answers that are missing may still take.
    pub(super) fn patience(&self) -> Option<Duration> {
        match &self.query {
            Query::Sent(probe) => Some(probe.patience()),
            Query::None | Query::Due => None,
        }
    }
}
