//! The lines of a text, whichever way they end.

use memchr::memchr2;

/// Returns the lines of `text` without their ends: LF, CR or both. A text that ends with a line end has no
/// empty line after it.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let Some(at) = memchr2(b'\n', b'\r', rest.as_bytes()) else {
            return Some(std::mem::take(&mut rest));
        };
        let (line, tail) = rest.split_at_checked(at)?;
        rest = tail.strip_prefix("\r\n").or(tail.get(1..)).unwrap_or_default();
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn every_kind_of_line_end_ends_a_line_once() {
        let all: Vec<_> = lines("a\nb\r\nc\rd\n\n\r\r\ne").collect();
        assert_eq!(all, ["a", "b", "c", "d", "", "", "", "e"]);
    }

    #[test]
    fn a_line_end_at_the_end_starts_no_line() {
        assert_eq!(lines("a\n").collect::<Vec<_>>(), ["a"]);
        assert_eq!(lines("").count(), 0);
    }
}
