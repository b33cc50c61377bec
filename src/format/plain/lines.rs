//! The lines of a part: they end in LF, CRLF or a lone CR.

use memchr::memchr2;

/// A line of a part, without its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// The byte of the part where it starts.
    pub(super) start: usize,
    /// Whether a line end follows it.
    pub(super) ended: bool,
}

/// Returns the lines of `text` in order; there is no empty line after the last line end.
pub(super) fn lines(text: &str) -> Lines<'_> {
    Lines { rest: text, start: 0 }
}

/// The lines of a text that were not taken yet.
pub(super) struct Lines<'a> {
    rest: &'a str,
    start: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        let end = memchr2(b'\n', b'\r', self.rest.as_bytes());
        let (text, tail) = self.rest.split_at_checked(end.unwrap_or(self.rest.len()))?;
        let rest = tail
            .strip_prefix("\r\n")
            .or_else(|| tail.strip_prefix(['\n', '\r']))
            .unwrap_or_default();
        let line = Line { text, start: self.start, ended: end.is_some() };
        self.start += self.rest.len() - rest.len();
        self.rest = rest;
        Some(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<(&str, usize)> {
        lines(text).map(|line| (line.text, line.start)).collect()
    }

    #[test]
    fn every_line_end_counts_once() {
        assert_eq!(texts("a\nb\r\nc\rd"), [("a", 0), ("b", 2), ("c", 5), ("d", 7)]);
    }

    #[test]
    fn blank_lines_are_lines() {
        assert_eq!(texts("\n\r\n\r"), [("", 0), ("", 1), ("", 3)]);
    }

    #[test]
    fn only_a_line_end_ends_a_line() {
        assert!(lines("a\n").all(|line| line.ended));
        assert!(lines("a").all(|line| !line.ended));
    }

    #[test]
    fn every_kind_of_line_end_ends_a_line_once() {
        let all: Vec<_> = lines("a\nb\r\nc\rd\n\n\r\r\ne").map(|line| line.text).collect();
        assert_eq!(all, ["a", "b", "c", "d", "", "", "", "e"]);
    }

    #[test]
    fn a_line_end_at_the_end_starts_no_line() {
        assert_eq!(lines("a\n").map(|line| line.text).collect::<Vec<_>>(), ["a"]);
        assert_eq!(lines("").count(), 0);
    }
}
