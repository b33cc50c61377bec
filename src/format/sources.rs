//! What every format does with what it is read from: takes it whole, and finds its lines.

use crate::document::ReadAt;

/// Returns all of `bytes`; none where they are more than `most`, or can't be read.
pub(super) fn whole(bytes: &dyn ReadAt, most: u64) -> Option<Vec<u8>> {
    let size = usize::try_from(bytes.size()).ok().filter(|_| bytes.size() <= most)?;
    let mut read = vec![0; size];
    let mut at = 0;
    while let Some(rest) = read.get_mut(at..).filter(|rest| !rest.is_empty()) {
        match bytes.read_at(at as u64, rest).ok()? {
            0 => break,
            count => at += count,
        }
    }
    read.truncate(at);
    Some(read)
}

/// Where the lines of a text start, asked for in order.
pub(super) struct LineStarts<'a> {
    lines: std::str::SplitInclusive<'a, char>,
    /// The line that begins at `start`.
    line: u32,
    start: usize,
}

impl<'a> LineStarts<'a> {
    /// Returns those of `text`.
    pub(super) fn of(text: &'a str) -> Self {
        Self { lines: text.split_inclusive('\n'), line: 0, start: 0 }
    }

    /// Returns where line `line` starts, which does not lie before the one that was asked for last.
    pub(super) fn start(&mut self, line: u32) -> usize {
        while self.line < line {
            let Some(passed) = self.lines.next() else { break };
            self.start += passed.len();
            self.line += 1;
        }
        self.start
    }
}
