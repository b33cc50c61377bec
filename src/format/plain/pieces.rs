//! The pieces of a file that are its parts: which bytes each holds, and reading them, one by one or all in
//! order. Every byte belongs to one piece, and any can be found without the others.

use std::io;
use std::ops::{ControlFlow, Range};
use std::sync::Arc;

use super::PART_BYTES;
use super::cut::{self, LineEnds};
use crate::budget::READ_AHEAD_BYTES;
use crate::decode::Encoding;
use crate::document::ReadAt;

/// How much is read at a time where one piece is wanted: mostly all of it.
const ONE: u64 = cut::BEFORE + PART_BYTES + cut::NEAR;

/// A file in pieces.
pub(super) struct Pieces {
    bytes: Arc<dyn ReadAt>,
    size: u64,
    encoding: Encoding,
}

impl Pieces {
    /// Returns the pieces of what `bytes` hold now, taken to be in `encoding`.
    pub(super) fn new(bytes: Arc<dyn ReadAt>, encoding: Encoding) -> Self {
        Self { size: bytes.size(), bytes, encoding }
    }

    pub(super) fn bytes(&self) -> &Arc<dyn ReadAt> {
        &self.bytes
    }

    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// Gives `take` the bytes of piece `index`, without the mark of the encoding, and where they begin.
    ///
    /// # Errors
    /// What reading them says.
    pub(super) fn one<T>(
        &self,
        index: usize,
        take: impl FnOnce(&[u8], Range<u64>) -> T,
    ) -> io::Result<T> {
        let mut stretch = Stretch::new(self, ONE);
        let boundary = index as u64 * PART_BYTES;
        // One read brings all that is looked at, but where a line is very long.
        stretch.get(boundary.saturating_sub(cut::BEFORE)..self.size.min(boundary + 1))?;
        let start = self.start(index, &mut stretch)?;
        stretch.keep = start;
        let end = self.end(index, &mut stretch)?.max(start);
        Ok(take(self.unmarked(stretch.get(start..end)?, start), start..end))
    }

    /// Gives `take` the bytes of each piece in `indices` in order, and where they begin, until it breaks
    /// off. Reads on through the file, each byte once. What can't be read is an error in its place.
    pub(super) fn each(
        &self,
        indices: Range<usize>,
        mut take: impl FnMut(usize, io::Result<&[u8]>, Range<u64>) -> ControlFlow<()>,
    ) {
        let mut stretch = Stretch::new(self, READ_AHEAD_BYTES);
        let mut start = None;
        for index in indices {
            let nominal = self.size.min(index as u64 * PART_BYTES);
            let from = start.take().map_or_else(|| self.start(index, &mut stretch), Ok);
            let span = from.and_then(|from| {
                stretch.keep = from;
                let end = self.end(index, &mut stretch)?;
                start = Some(end);
                Ok(from..end.max(from))
            });
            let (bytes, span) = match span {
                Ok(span) => (stretch.get(span.clone()), span),
                Err(error) => (Err(error), nominal..self.size.min(nominal + PART_BYTES)),
            };
            let bytes = bytes.map(|bytes| self.unmarked(bytes, span.start));
            if take(index, bytes, span).is_break() {
                return;
            }
        }
    }

    /// Returns `bytes`, which begin at `start` of the file, without the mark of the encoding.
    fn unmarked<'a>(&self, bytes: &'a [u8], start: u64) -> &'a [u8] {
        if start == 0 { self.encoding.unmarked(bytes) } else { bytes }
    }

    /// Returns where piece `index` ends: at its boundary where the bytes past that can't be read.
    fn end(&self, index: usize, stretch: &mut Stretch) -> io::Result<u64> {
        match self.start(index + 1, stretch) {
            Err(error) if error.kind() != io::ErrorKind::WouldBlock => {
                Ok(self.size.min((index as u64 + 1) * PART_BYTES))
            }
            end => end,
        }
    }

    /// Returns where piece `index` begins.
    fn start(&self, index: usize, stretch: &mut Stretch) -> io::Result<u64> {
        let boundary = index as u64 * PART_BYTES;
        if boundary == 0 || boundary >= self.size {
            return Ok(boundary.min(self.size));
        }
        let ends = LineEnds::of(self.encoding);
        let from = boundary - ends.unit();
        for reach in [cut::NEAR, cut::FAR + ends.unit()] {
            let after = stretch.get(from..self.size.min(from + reach))?;
            if let Some(end) = ends.part_end(after) {
                // A pair of line ends may lie across the end of the near bytes.
                let whole = (end as u64) < reach || from + reach >= self.size;
                if whole {
                    return Ok(from + end as u64);
                }
            }
        }
        let from = boundary.saturating_sub(cut::BEFORE);
        let around = stretch.get(from..self.size.min(boundary + cut::AROUND))?;
        let start = cut::cluster_start(self.encoding, around, (boundary - from) as usize);
        Ok((from + start as u64).min(self.size))
    }
}

/// The stretch of a file that is in memory.
struct Stretch<'a> {
    pieces: &'a Pieces,
    /// How much is read at a time.
    ahead: u64,
    /// What lies before this is let go when more is read.
    keep: u64,
    /// Where in the file the buffer begins.
    start: u64,
    buffer: Vec<u8>,
    /// How many bytes of the buffer were read.
    filled: usize,
}

impl<'a> Stretch<'a> {
    fn new(pieces: &'a Pieces, ahead: u64) -> Self {
        Self { pieces, ahead, keep: u64::MAX, start: 0, buffer: Vec::new(), filled: 0 }
    }

    fn end(&self) -> u64 {
        self.start + self.filled as u64
    }

    /// Returns the bytes of `span`, or as many as there still are.
    fn get(&mut self, span: Range<u64>) -> io::Result<&[u8]> {
        if span.start < self.start || span.start > self.end() {
            self.start = span.start;
            self.filled = 0;
        }
        if span.end > self.end() {
            self.let_go(span.start.min(self.keep));
            self.read_to(span.end)?;
        }
        let from = (span.start - self.start) as usize;
        let to = (span.end.saturating_sub(self.start) as usize).min(self.filled);
        Ok(self.buffer.get(from..to).unwrap_or_default())
    }

    /// Lets go what lies before `start`.
    fn let_go(&mut self, start: u64) {
        let gone = (start.saturating_sub(self.start) as usize).min(self.filled);
        self.buffer.copy_within(gone..self.filled, 0);
        self.start += gone as u64;
        self.filled -= gone;
    }

    /// Reads on, to `wanted` at least where there is as much.
    fn read_to(&mut self, wanted: u64) -> io::Result<()> {
        let end = wanted.max(self.start + self.ahead).min(self.pieces.size);
        let length = end.saturating_sub(self.start) as usize;
        if self.buffer.len() < length {
            self.buffer.resize(length, 0);
        }
        while let Some(rest) = self.buffer.get_mut(self.filled..length).filter(|it| !it.is_empty())
        {
            match self.pieces.bytes.read_at(self.start + self.filled as u64, rest) {
                Ok(0) => break,
                Ok(count) => self.filled += count,
                // What is only read ahead may be on a damaged place, or not be there yet.
                Err(_) if self.end() >= wanted => break,
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}
