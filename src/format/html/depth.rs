//! How deep elements lie within each other, told by their tags alone, before a page is parsed: the parser's time grows
//! with the square of it, and what walks over a tree may call itself for each level.

use crate::budget::HTML_DEEP;

/// The elements that have no end (HTML §13.1.2).
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// What is mostly left open, with what it closes as it begins (HTML §13.1.2.4). In drawings and formulas it closes
/// nothing.
const CLOSING: [(&str, &[&str]); 7] = [
    ("p", &["p"]),
    ("li", &["li", "p"]),
    ("dd", &["dd", "dt", "p"]),
    ("dt", &["dd", "dt", "p"]),
    ("td", &["td", "th", "p"]),
    ("th", &["td", "th", "p"]),
    ("tr", &["td", "th", "tr", "p"]),
];

/// Returns whether more than [`HTML_DEEP`] elements of `html` are open at once.
pub(super) fn is_too_deep(html: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let tags = memchr::memchr_iter(b'<', html.as_bytes()).filter_map(|at| html.get(at + 1..));
    for tag in tags {
        match tag.strip_prefix('/') {
            Some(tag) => close(&mut open, name(tag)),
            None => begin(&mut open, name(tag)),
        }
        if open.len() > HTML_DEEP {
            return true;
        }
    }
    false
}

/// Returns the name with which `tag` begins; an empty one where it is no tag.
pub(super) fn name(tag: &str) -> &str {
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
    let name = tag.get(..end).unwrap_or_default();
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name } else { "" }
}

/// Closes the last open element called `name` with all in it; there may be none.
fn close(open: &mut Vec<&str>, name: &str) {
    if let Some(at) = open.iter().rposition(|one| one.eq_ignore_ascii_case(name)) {
        open.truncate(at);
    }
}

/// Opens an element called `name`, if it has an end.
fn begin<'h>(open: &mut Vec<&'h str>, name: &'h str) {
    let is = |one: &&str| one.eq_ignore_ascii_case(name);
    if name.is_empty() || VOID.iter().any(is) {
        return;
    }
    if let Some((_, closes)) = CLOSING.iter().find(|(one, _)| is(one))
        && !open.iter().any(|one| ["svg", "math"].iter().any(|two| one.eq_ignore_ascii_case(two)))
    {
        let closed = |one: &&str| closes.iter().any(|two| one.eq_ignore_ascii_case(two));
        while open.last().is_some_and(closed) {
            open.pop();
        }
    }
    open.push(name);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns whether so many of `html` in a row are too deep.
    fn deep(html: &str, times: usize) -> bool {
        is_too_deep(&html.repeat(times))
    }

    #[test]
    fn elements_lie_so_deep_and_no_deeper() {
        assert!(!deep("<div>", HTML_DEEP) && deep("<div>", HTML_DEEP + 1));
        assert!(!deep("<div><b>x</b></div>", HTML_DEEP * 4));
    }

    #[test]
    fn what_is_left_open_by_habit_is_not_deep() {
        for habit in ["<p>a<br>", "<li>a", "<tr><td>a<td><p>b", "<dt>a<dd>b", "a < b <3 </p>"] {
            assert!(!deep(habit, HTML_DEEP * 4), "{habit}");
        }
    }

    #[test]
    fn an_end_closes_only_what_was_begun() {
        for trick in ["<div></span>", "<div></p>", "<B></i>", "<ul><li>a</b>"] {
            assert!(deep(trick, HTML_DEEP + 1), "{trick}");
        }
        assert!(!deep("<div><i><b>x</DIV>", HTML_DEEP * 4));
    }

    #[test]
    fn in_a_drawing_nothing_closes_by_itself() {
        assert!(is_too_deep(&format!("<svg>{}", "<td>".repeat(HTML_DEEP))));
    }
}
