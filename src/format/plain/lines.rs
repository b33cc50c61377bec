//! The lines of a part: they end in LF, CRLF, a lone CR, VT, NEL, LS or PS (the mandatory breaks of UAX #14, the form feed
//! apart). CR CR LF, which faulty programs write, is one end.

use memchr::{memchr3, memmem};

/// A line of a part, without its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SourceLine<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// The byte of the part where it starts.
    pub(super) start: usize,
    /// Whether a line end follows it.
    pub(super) ended: bool,
}

/// Returns the lines of `text` in order; there is no empty line after the last line end.
pub(super) fn lines(text: &str) -> Lines<'_> {
    let rare = RARE.iter().any(|end| memmem::find(text.as_bytes(), end.as_bytes()).is_some());
    Lines { rest: text, start: 0, rare }
}

/// The lines of a text that were not taken yet.
pub(super) struct Lines<'a> {
    rest: &'a str,
    start: usize,
    /// Whether the text has one of the [`RARE`] line ends.
    rare: bool,
}

/// The line ends of more than a byte: NEL, LS, PS.
const RARE: [&str; 3] = ["\u{85}", "\u{2028}", "\u{2029}"];

impl Lines<'_> {
    /// Returns where the first line of what is left ends.
    fn end(&self) -> Option<usize> {
        let end = memchr3(b'\n', b'\r', 0x0B, self.rest.as_bytes());
        if !self.rare {
            return end;
        }
        let line = self.rest.get(..end.unwrap_or(self.rest.len())).unwrap_or_default();
        line.find(['\u{85}', '\u{2028}', '\u{2029}']).or(end)
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = SourceLine<'a>;

    fn next(&mut self) -> Option<SourceLine<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        let end = self.end();
        let (text, tail) = self.rest.split_at_checked(end.unwrap_or(self.rest.len()))?;
        let pair = ["\r\r\n", "\r\n"].iter().find_map(|end| tail.strip_prefix(end));
        let single = |c: char| c == '\n' || c == '\r' || c == '\u{B}' || !c.is_ascii();
        let rest = pair.or_else(|| tail.strip_prefix(single)).unwrap_or_default();
        let line = SourceLine { text, start: self.start, ended: end.is_some() };
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
    fn the_line_ends_of_other_systems_end_lines() {
        let ends: Vec<_> = lines("a\u{B}b\u{85}c\u{2028}d\u{2029}e\r\r\nf“\n”").collect();
        let texts: Vec<&str> = ends.iter().map(|line| line.text).collect();
        assert_eq!(texts, ["a", "b", "c", "d", "e", "f“", "”"]);
        assert_eq!(ends.last().map(|line| line.start), Some(22));
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
        assert_eq!(all, ["a", "b", "c", "d", "", "", "e"]);
    }

    #[test]
    fn a_line_end_at_the_end_starts_no_line() {
        assert_eq!(lines("a\n").map(|line| line.text).collect::<Vec<_>>(), ["a"]);
        assert_eq!(lines("").count(), 0);
    }
}
