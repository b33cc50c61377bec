//! How far the lines of a document have gone by: which line and byte comes next, and how the text so far breaks off.

/// How far the lines of a document have gone by.
#[derive(Clone, Debug, Default)]
pub(super) struct Course {
    /// How many lines begin before each part taken so far.
    parts: Vec<u64>,
    /// Line ends seen so far.
    line: u64,
    /// Bytes of text seen so far.
    bytes: u64,
    /// How the text seen so far breaks off.
    tail: PartTail,
}

/// How a text breaks off at the end of a part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum PartTail {
    /// After a line end.
    #[default]
    Whole,
    /// After a lone CR, which an LF may complete.
    Return,
    /// Within a line.
    Cut,
}

/// Whether the first line of a part is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum First {
    /// It begins in this part.
    Begins,
    /// It goes on from the part before.
    GoesOn,
    /// It is the LF of a line end whose CR the part before ended with.
    Completes,
}

impl Course {
    /// Begins the next part, which holds `text`; returns its number and what its first line is.
    pub(super) fn begin(&mut self, text: &str) -> (usize, First) {
        let first = match self.tail {
            PartTail::Return if text.starts_with('\n') => First::Completes,
            PartTail::Cut => First::GoesOn,
            _ => First::Begins,
        };
        self.parts.push(self.line - u64::from(first == First::Completes));
        (self.parts.len() - 1, first)
    }

    /// Passes a line that ends here.
    pub(super) fn end_line(&mut self) {
        self.line += 1;
    }

    /// Passes the end of the part that holds `text`.
    pub(super) fn end(&mut self, text: &str) {
        self.bytes += text.len() as u64;
        self.tail = match text.as_bytes().last() {
            None => self.tail,
            Some(b'\n') => PartTail::Whole,
            Some(b'\r') => PartTail::Return,
            Some(_) => PartTail::Cut,
        };
    }

    /// Returns the number of the next line, counted from 1.
    pub(super) fn line(&self) -> u64 {
        self.line + 1
    }

    /// Returns how many bytes of text lie before the part that was begun last.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Returns how many lines begin before each part.
    pub(super) fn parts(&self) -> &[u64] {
        &self.parts
    }
}
