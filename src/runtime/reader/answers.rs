//! What this terminal says of itself: the widths that it gives to what terminals disagree on, and its ground. It is asked,
//! and what it said is remembered.

use std::time::Duration;

use crate::app::{Message, Size};
use crate::document::TerminalColour;
use crate::runtime::memory::{Learnt, Memory};
use crate::runtime::width_probe::{self, Probe};
use crate::shelf::Terminal;
use crate::text::WidthModel;

/// What is known of the terminal.
pub(super) struct Answers {
    memory: Memory,
    query: TerminalQuery,
    /// The ground that it said it has.
    ground: Option<[u8; 3]>,
}

enum TerminalQuery {
    /// The terminal is not asked.
    None,
    /// It is asked when it is taken.
    Due,
    /// It was asked and has not answered everything yet.
    Sent(Probe),
}

impl Answers {
    /// Returns what `memory` holds of the terminal, which has a window of `size`, and whether it `may_ask`.
    pub(super) fn new(memory: Memory, size: Size, may_ask: bool) -> Self {
        // Where the samples do not fit, the cursor's column tells nothing.
        let asks = may_ask && width_probe::is_worth_asking(size);
        Self {
            memory,
            query: if asks { TerminalQuery::Due } else { TerminalQuery::None },
            ground: None,
        }
    }

    /// Returns the widths that a terminal of this kind reported last, if it is asked again, and else `base`.
    pub(super) fn remembered(&self, base: WidthModel) -> WidthModel {
        let told = self.memory.terminal().filter(|_| matches!(self.query, TerminalQuery::Due));
        told.and_then(|told| width_probe::model(&told.cells, base)).unwrap_or(base)
    }

    /// Returns the ground that a terminal of this kind reported last.
    pub(super) fn remembered_ground(&self) -> Option<TerminalColour> {
        let [red, green, blue] = self.memory.terminal()?.ground?;
        Some(TerminalColour::Rgb(red, green, blue))
    }

    /// Takes the answer of the terminal about its ground, and returns what the state is told.
    pub(super) fn answered_ground(&mut self, ground: [u8; 3]) -> Option<Message> {
        if !matches!(self.query, TerminalQuery::Sent(_)) {
            return None;
        }
        self.ground = Some(ground);
        let [red, green, blue] = ground;
        Some(Message::Ground(TerminalColour::Rgb(red, green, blue)))
    }

    /// Returns what asks the terminal, which is sent to it now; nothing where it is not asked.
    pub(super) fn question(&mut self) -> String {
        if !matches!(self.query, TerminalQuery::Due) {
            return String::new();
        }
        self.query = TerminalQuery::Sent(Probe::asked());
        width_probe::question()
    }

    /// Takes an answer of the terminal, and returns what the state is told when that was the last: widths that it did
    /// not report as those of `base`; and what is to be kept of that.
    pub(super) fn answered(
        &mut self,
        column: usize,
        base: WidthModel,
    ) -> Option<(Message, Option<Learnt>)> {
        let TerminalQuery::Sent(probe) = &mut self.query else { return None };
        let cells = probe.take(column)?;
        self.query = TerminalQuery::None;
        let model = width_probe::model(&cells, base)?;
        let learnt = self.memory.learn(Terminal { cells, ground: self.ground });
        Some((Message::Measured(model), learnt))
    }

    /// Returns how long the answers that are missing may still take.
    pub(super) fn patience(&self) -> Option<Duration> {
        match &self.query {
            TerminalQuery::Sent(probe) => Some(probe.patience()),
            TerminalQuery::None | TerminalQuery::Due => None,
        }
    }
}
