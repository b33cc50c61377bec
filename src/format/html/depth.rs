//! How deep elements lie within each other, told by their tags alone, before a page is parsed: the parser's time grows
//! with the square of it, and what walks over a tree may call itself for each level.

use crate::budget::HTML_DEEP;
use crate::format::tags::{TagKind, Tags, is_void};

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
    for tag in Tags::of_html(html) {
        match tag.kind {
            TagKind::Opening(name, _) => begin(&mut open, name),
            TagKind::Closing(name) => close(&mut open, name),
            _ => {}
        }
        if open.len() > HTML_DEEP {
            return true;
        }
    }
    false
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
    if is_void(name) {
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
    fn what_is_no_tag_is_neither_deep_nor_an_end() {
        for text in ["<!--<div>-->", "<script>a<b</script>", "<hr title='<div>'>", "<title><b>"] {
            assert!(!deep(text, HTML_DEEP * 4), "{text}");
        }
        for end in ["<!--</div>-->", "<style></div></style>", "<hr title='</div>'>"] {
            assert!(deep(&format!("<div>{end}"), HTML_DEEP + 1), "{end}");
        }
    }

    #[test]
    fn in_a_drawing_nothing_closes_by_itself() {
        assert!(is_too_deep(&format!("<svg>{}", "<td>".repeat(HTML_DEEP))));
    }
}
