//! Raised and lowered text: `10⁴` and not `104`.

use dom_query::NodeRef;

/// The most characters that are written in signs of their own.
const SHORT: usize = 16;

const PLAIN: &str = "0123456789+-=()n";
const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
const LOWERED: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";

/// Where text stands that is not in line with the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Above,
    Below,
}

/// Returns `text` in signs that stand above or below the line; none where a character has none.
pub(super) fn in_signs(text: &str, side: Side) -> Option<String> {
    let signs = if side == Side::Above { RAISED } else { LOWERED };
    let text = text.trim();
    if text.is_empty() || text.chars().count() > SHORT {
        return None;
    }
    let sign = |c| {
        let c = if c == '−' { '-' } else { c };
        signs.chars().nth(PLAIN.chars().position(|plain| plain == c)?)
    };
    text.chars().map(sign).collect()
}

/// Returns what stands before `text` where it can't be written in signs: nothing before the ends of ordinals, which
/// read the same in the line.
pub(super) fn sign_before(text: &str, side: Side) -> &'static str {
    let text = text.trim();
    let word = text.chars().all(char::is_alphabetic) && text.chars().count() > 1;
    match side {
        _ if word || text.is_empty() => "",
        Side::Above if text.chars().any(char::is_alphanumeric) => "^",
        Side::Below if text.chars().any(char::is_alphanumeric) => "_",
        _ => "",
    }
}

/// Returns the words of the sign of a note, if `node` is one: it is raised, and a link of a few characters is all it
/// holds.
pub(super) fn is_note(node: &NodeRef) -> bool {
    let children: Vec<NodeRef> =
        node.children_it(false).filter(|child| !child.text().trim().is_empty()).collect();
    let [only] = children.as_slice() else { return false };
    let short = only.text().trim().chars().count() <= 8;
    short && only.has_name("a") && only.has_attr("href")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_have_signs_of_their_own_and_words_have_not() {
        assert_eq!(in_signs("-12", Side::Above).as_deref(), Some("⁻¹²"));
        assert_eq!(in_signs("2", Side::Below).as_deref(), Some("₂"));
        assert_eq!([in_signs("x", Side::Above), in_signs("", Side::Above)], [None, None]);
    }

    #[test]
    fn a_power_has_a_sign_and_an_ordinal_has_none() {
        assert_eq!(
            ["x", "th", "2x", "®"].map(|it| sign_before(it, Side::Above)),
            ["^", "", "^", ""]
        );
    }
}
