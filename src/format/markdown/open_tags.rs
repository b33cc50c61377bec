//! Tags that hide what follows them, and that nobody closes. Who writes of `the <title> of a page` means no tag: it is shown
//! as it is written, and what follows it, too.

use comrak::Node;
use comrak::nodes::NodeValue;

/// The elements that hide what they hold, or in which no tag is one.
const HIDING: [&str; 15] = [
    "script",
    "style",
    "title",
    "textarea",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "plaintext",
    "template",
    "select",
    "datalist",
    "noscript",
    "rp",
    "head",
];

/// Shows the tags in `root` that open an element of [`HIDING`] and are not closed in their paragraph, or their block of HTML.
pub(super) fn show_open_tags(root: Node<'_>) {
    for parent in root.descendants() {
        if let NodeValue::HtmlBlock(block) = &mut parent.data_mut().value
            && let Some(shown) = shown(&block.literal)
        {
            block.literal = shown;
        }
        let mut closed = Vec::new();
        for child in parent.reverse_children() {
            let NodeValue::HtmlInline(tag) = &mut child.data_mut().value else { continue };
            if let Some(name) = HIDING.into_iter().find(|name| closes(tag, name)) {
                closed.push(name);
            } else if !HIDING.iter().any(|name| closed.contains(name) && opens(tag, name))
                && let Some(shown) = shown(tag)
            {
                *tag = shown;
            }
        }
    }
}

/// Returns whether `tag` closes the element `name`.
fn closes(tag: &str, name: &str) -> bool {
    tag.starts_with("</") && !places(tag, "</", name).is_empty()
}

/// Returns whether `tag` opens the element `name`.
fn opens(tag: &str, name: &str) -> bool {
    places(tag, "<", name).first() == Some(&0)
}

/// Returns where tags of the element `name` stand in `html` that begin with `head`.
fn places(html: &str, head: &str, name: &str) -> Vec<usize> {
    let begun = html.match_indices(head).filter(|(at, _)| {
        let rest = html.get(at + head.len()..).unwrap_or_default();
        let named = rest.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name));
        let after = rest.get(name.len()..).and_then(|rest| rest.chars().next());
        named && !after.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-')
    });
    begun.map(|(at, _)| at).collect()
}

/// Returns `html` with a reference for the first sign of each tag that opens an element of [`HIDING`] and after which none is
/// closed; none where it has no such tag.
fn shown(html: &str) -> Option<String> {
    let mut open: Vec<usize> = HIDING
        .iter()
        .flat_map(|name| {
            let closed = places(html, "</", name).last().copied().unwrap_or_default();
            places(html, "<", name).into_iter().filter(move |at| *at >= closed)
        })
        .collect();
    open.sort_unstable();
    let (mut shown, mut from) = (String::new(), 0);
    for at in open {
        shown.push_str(html.get(from..at)?);
        shown.push_str("&lt;");
        from = at + 1;
    }
    shown.push_str(html.get(from..)?);
    (from > 0).then_some(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_after_which_its_element_is_closed_is_one() {
        for html in
            ["<p>", "<style>a</style>", "<STYLE>a</Style >", "<titles>", "<select-x>", "</title>"]
        {
            assert_eq!(shown(html), None, "{html}");
        }
        assert_eq!(shown("<title>").as_deref(), Some("&lt;title>"));
        let html = "<rp>(</rp>b<rp>c<Script src=x>d";
        assert_eq!(shown(html).as_deref(), Some("<rp>(</rp>b&lt;rp>c&lt;Script src=x>d"));
    }
}
