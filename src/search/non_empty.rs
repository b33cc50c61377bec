//! Rewrites an expression so that it never matches the empty string. Else each place where it matches nothing would be a search of
//! its own: the square of the text for `(.*z)?`.

use regex_syntax::hir::{Hir, HirKind, Repetition};

/// Returns `hir` without its empty match.
pub(super) fn non_empty(hir: &Hir) -> Hir {
    if hir.properties().minimum_len() != Some(0) {
        return hir.clone();
    }
    match hir.kind() {
        HirKind::Capture(capture) => non_empty(&capture.sub),
        HirKind::Repetition(repetition) => at_least_one(repetition),
        HirKind::Alternation(subs) => Hir::alternation(subs.iter().map(non_empty).collect()),
        HirKind::Concat(subs) => one_of_them(subs),
        _ => Hir::fail(),
    }
}

fn at_least_one(repetition: &Repetition) -> Hir {
    let sub = non_empty(&repetition.sub);
    let max = repetition.max.map(|max| max.saturating_sub(1));
    let rest = Repetition { min: 0, max, sub: Box::new(sub.clone()), ..repetition.clone() };
    if repetition.max == Some(0) {
        Hir::fail()
    } else {
        Hir::concat(vec![sub, Hir::repetition(rest)])
    }
}

/// Returns the ways in which a row matches something: its first part to do so, and whatever follows.
fn one_of_them(subs: &[Hir]) -> Hir {
    let ways = subs.iter().enumerate().map(|(index, sub)| {
        let (before, after) = (subs.iter().take(index), subs.iter().skip(index + 1));
        Hir::concat(before.map(empty_only).chain([non_empty(sub)]).chain(after.cloned()).collect())
    });
    Hir::alternation(ways.collect())
}

/// Returns the empty match of `hir` alone, with its anchors.
fn empty_only(hir: &Hir) -> Hir {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => hir.clone(),
        HirKind::Literal(_) | HirKind::Class(_) => Hir::fail(),
        HirKind::Repetition(repetition) if repetition.min == 0 => Hir::empty(),
        HirKind::Repetition(repetition) => empty_only(&repetition.sub),
        HirKind::Capture(capture) => empty_only(&capture.sub),
        HirKind::Concat(subs) => Hir::concat(subs.iter().map(empty_only).collect()),
        HirKind::Alternation(subs) => Hir::alternation(subs.iter().map(empty_only).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The expressions must match the same at each place, but for the empty match.
    #[track_caller]
    fn check(pattern: &str, texts: &[&str]) {
        let hir = regex_syntax::parse(pattern).unwrap();
        let whole = |hir: &Hir| regex::Regex::new(&format!("^(?:{hir})$")).unwrap();
        let (before, after) = (whole(&hir), whole(&non_empty(&hir)));
        for text in texts {
            assert_eq!(after.is_match(text), before.is_match(text), "{pattern} in {text:?}");
        }
        assert!(!after.is_match(""), "{pattern}");
    }

    #[test]
    fn all_that_is_left_out_is_the_empty_match() {
        let texts = ["a", "b", "ab", "ba", "aab", "abb", "c", "abc", "aaaa", "z", "az"];
        for pattern in [
            "a*",
            "a?",
            "a*b*",
            "a?b?c?",
            "(a|b*)*",
            "(?:a{0,2}){2}",
            "a{0}",
            "(.*z)?",
            "|a|b",
            r"\b(a?b?)\b",
            r"(?:\ba?)+b*",
            "(a*)+",
            "(?:a|)(?:b|)",
            "ab",
            "^$|a",
        ] {
            check(pattern, &texts);
        }
    }
}
