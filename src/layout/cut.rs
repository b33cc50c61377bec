//! Words wider than any row: cut where it disturbs least.

use std::ops::Range;

use super::metrics::{Extent, Metrics};
use crate::text::{addresses, clings, is_boundary};

/// Where a word is cut, from the best place to the last resort.
#[derive(Clone, Copy)]
enum Seam {
    /// Between the parts of an address: after its [`STEPS`], else after its [`POINTS`].
    Address,
    /// Between the names of a list: after `, ;`.
    List,
    /// Between the steps of a path: after `/ =`.
    Path,
    /// Between the parts of a name: `snake_case`, `camelCase`, `a::b`.
    Name,
    /// Between clusters.
    Cluster,
}

/// The marks between the steps of an address.
const STEPS: [char; 5] = ['/', '?', '&', '=', '#'];

/// The marks within a step of an address.
const POINTS: [char; 5] = ['-', '_', '.', '%', '@'];

/// Returns the bytes where `word` is cut so that no part is wider than `limit` cells, unless it is a single
/// cluster; the last is its end.
pub(super) fn cuts(word: &str, limit: usize, metrics: Metrics) -> Vec<usize> {
    let mut cuts = Vec::new();
    part(word, 0, Seam::Address, limit, metrics, &mut cuts);
    cuts
}

/// Cuts `text`, which starts at byte `start` of the word, at each place of a kind; and what is still too
/// wide at the next kind of place.
fn part(
    text: &str,
    start: usize,
    seam: Seam,
    limit: usize,
    metrics: Metrics,
    cuts: &mut Vec<usize>,
) {
    if metrics.width(text) <= limit {
        cuts.push(start + text.len());
        return;
    }
    let (ends, next) = match seam {
        Seam::Address => (address_parts(text, limit, metrics), Seam::List),
        Seam::List => (list_parts(text), Seam::Path),
        Seam::Path => (path_parts(text), Seam::Name),
        Seam::Name => (name_parts(text), Seam::Cluster),
        Seam::Cluster => {
            let parts = cluster_cuts(text, 0..text.len(), limit, metrics);
            cuts.extend(parts.into_iter().map(|end| start + end));
            return;
        }
    };
    let mut from = 0;
    for end in ends.into_iter().chain([text.len()]) {
        let inner = text.get(from..end).unwrap_or_default();
        part(inner, start + from, next, limit, metrics, cuts);
        from = end;
    }
}

/// Returns the places inside `text` between the steps of its addresses, and before and after each; within a step only
/// where it is wider than `limit` cells.
fn address_parts(text: &str, limit: usize, metrics: Metrics) -> Vec<usize> {
    let mut parts = Vec::new();
    for address in addresses(text) {
        let inner = text.get(address.clone()).unwrap_or_default();
        parts.push(address.start);
        let mut from = 0;
        for end in marked_ends(inner, &STEPS).chain([inner.len()]) {
            let step = inner.get(from..end).unwrap_or_default();
            if metrics.width(step) > limit {
                parts.extend(marked_ends(step, &POINTS).map(|at| address.start + from + at));
            }
            parts.push(address.start + end);
            from = end;
        }
    }
    parts.retain(|end| may_part(text, *end));
    parts.dedup();
    parts
}

/// Returns the last place up to byte `end` where `address`, a range of `text`, is between two of its steps or begins, with
/// the mark that opens it: `<`; none where there is none.
pub(super) fn step_before(text: &str, address: &Range<usize>, end: usize) -> Option<usize> {
    let opens = |c: char| c == '<' || clings(c, 'a');
    let begins = text.get(..address.start)?.trim_end_matches(opens).len();
    mark_before(text, address, end, &STEPS).max(Some(begins).filter(|at| may_part(text, *at)))
}

/// Returns the last place up to byte `end` after a mark within a step of `address`, a range of `text`; none where there is
/// none.
pub(super) fn point_before(text: &str, address: &Range<usize>, end: usize) -> Option<usize> {
    mark_before(text, address, end, &POINTS)
}

fn mark_before(text: &str, address: &Range<usize>, end: usize, marks: &[char]) -> Option<usize> {
    let places = marked_ends(text.get(address.clone())?, marks).map(|at| address.start + at);
    places.filter(|at| *at <= end && may_part(text, *at)).max()
}

/// Returns the places in `text` after each of `marks`, but between two of the same: `://` is not parted.
fn marked_ends<'a>(text: &'a str, marks: &'a [char]) -> impl Iterator<Item = usize> {
    let ends = text.match_indices(marks).map(|(at, mark)| (at, at + mark.len()));
    let ends = ends.filter(|(at, end)| text.as_bytes().get(*end) != text.as_bytes().get(*at));
    ends.map(|(_, end)| end)
}

/// Returns the places inside `text` between the steps of a path.
fn path_parts(text: &str) -> Vec<usize> {
    marked_ends(text, &['/', '=']).filter(|end| may_part(text, *end)).collect()
}

/// Returns the places inside `text` between the names of a list.
fn list_parts(text: &str) -> Vec<usize> {
    let ends = text.match_indices([',', ';']).map(|(at, mark)| at + mark.len());
    ends.filter(|end| may_part(text, *end)).collect()
}

/// Returns the places inside `text` between the parts of its names.
fn name_parts(text: &str) -> Vec<usize> {
    let mut parts = Vec::new();
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, after)| *after);
        let camel = before.is_some_and(char::is_lowercase) && c.is_uppercase();
        if camel {
            parts.push(at);
        }
        let mark = matches!(c, '_' | '-' | '.' | '/') || (c == ':' && before == Some(':'));
        if mark && before.is_some() && after.is_some_and(char::is_alphanumeric) {
            parts.push(at + c.len_utf8());
        }
        before = Some(c);
    }
    parts.retain(|end| is_boundary(text, *end));
    parts.dedup();
    parts
}

/// Returns the places inside `range` of `text` between clusters, without those where a row would begin or end with a
/// mark that must not stand there, as far as the parts are not wider than `limit`; the last is its end.
pub(super) fn cluster_cuts(
    text: &str,
    range: Range<usize>,
    limit: usize,
    metrics: Metrics,
) -> Vec<usize> {
    let mut parts = Vec::new();
    let mut cells = 0;
    let clusters = metrics.extents(text, range.start).take_while(|(at, ..)| *at < range.end);
    for (at, _, Extent { cells: own, gap }) in clusters {
        if at > range.start && (cells + own > limit || !clings_at(text, at)) {
            parts.push(at);
            cells = 0;
        }
        cells += own + gap;
    }
    parts.push(range.end);
    parts
}

/// Returns whether `text` may be cut at byte `at`: inside it, between clusters, and at no mark that clings.
fn may_part(text: &str, at: usize) -> bool {
    0 < at && at < text.len() && is_boundary(text, at) && !clings_at(text, at)
}

/// Returns whether at byte `at` of `text` a row would begin or end with a mark that must not stand there.
pub(super) fn clings_at(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let after = text.get(at..).and_then(|text| text.chars().next());
    before.zip(after).is_some_and(|(before, after)| clings(before, after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::LayoutOptions;
    use crate::text::{Lang, WidthModel};

    fn parts(word: &str, limit: usize) -> Vec<&str> {
        let mut start = 0;
        let options = LayoutOptions::default();
        let metrics = Metrics::new(Lang::Other, &options, WidthModel::default());
        let ends = cuts(word, limit, metrics).into_iter();
        ends.map(|end| word.get(std::mem::replace(&mut start, end)..end).unwrap()).collect()
    }

    #[test]
    fn an_address_is_cut_between_its_steps() {
        let word = "https://a.com/long-path?q=1&r=2#top";
        assert_eq!(
            parts(word, 12),
            ["https://", "a.com/", "long-path?", "q=", "1&", "r=", "2#", "top"]
        );
        assert_eq!(parts(word, 40), [word]);
    }

    #[test]
    fn a_step_that_is_too_wide_is_cut_at_its_points() {
        let wanted = ["https://", "a.com/", "cloud-", "kit_", "b."];
        assert_eq!(parts("https://a.com/cloud-kit_b.c", 8)[..5], wanted);
    }

    #[test]
    fn a_path_is_cut_between_its_steps() {
        assert_eq!(parts("p=/usr/a-b/c_d", 8), ["p=", "/", "usr/", "a-b/", "c_d"]);
        assert_eq!(parts("/usr/long-name/c", 8), ["/", "usr/", "long-", "name/", "c"]);
    }

    #[test]
    fn a_name_is_cut_between_its_words() {
        assert_eq!(parts("rust,does_not_run", 14), ["rust,", "does_not_run"]);
        assert_eq!(
            parts("std::snake_case::CamelCase", 8),
            ["std::", "snake_", "case::", "Camel", "Case"]
        );
    }

    #[test]
    fn what_has_no_parts_is_cut_between_clusters() {
        assert_eq!(parts("aaaa", 2), ["a", "a", "a", "a"]);
        assert_eq!(parts("“aaa，", 4), ["“a", "a", "a，"]);
        assert_eq!(parts("。。。。。", 4), ["。。", "。。", "。"]);
    }
}
