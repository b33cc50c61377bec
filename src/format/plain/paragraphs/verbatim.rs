//! Which lines are code, a difference of two files, or between marks that part a program's comments from it: they stay as they are,
//! whatever script is in them.

use super::shape::{Looks, Shape};

/// What opens a stretch that is kept as it is, and what closes it. A line must begin with the first.
const PAIRS: [(&str, &str); 9] = [
    ("```", "```"),
    ("~~~", "~~~"),
    ("/*", "*/"),
    ("\"\"\"", "\"\"\""),
    ("'''", "'''"),
    ("<!--", "-->"),
    ("{-", "-}"),
    ("--[[", "]]"),
    ("(*", "*)"),
];

/// How many lines such a stretch has at the most; past them nothing was opened.
const LONGEST: usize = 400;

/// How many lines before and after one tell whether it stands in a program, and how many of a hundred must be code.
const AROUND: usize = 12;
const PROGRAM: usize = 40;

/// Returns for each of `lines` whether it is kept as it is.
pub(super) fn verbatim(lines: &[Option<Shape>]) -> Vec<bool> {
    let mut kept = programs(lines);
    for (kept, line) in kept.iter_mut().zip(lines) {
        *kept |= line.as_ref().is_some_and(|line| line.painted);
    }
    let mut at = 0;
    // Whether the line before, blank ones apart, is kept.
    let mut after_kept = false;
    while let Some(line) = lines.get(at) {
        let rest = lines.get(at..).unwrap_or_default();
        let opened = |line| enclosed(line, rest, after_kept).or_else(|| hunk(line, rest));
        let count = line.as_ref().and_then(opened);
        for kept in kept.iter_mut().skip(at).take(count.unwrap_or_default()) {
            *kept = true;
        }
        if line.is_some() {
            after_kept = kept.get(at).copied().unwrap_or_default();
        }
        at += count.unwrap_or(1).max(1);
    }
    kept
}

/// Returns for each of `lines` whether most around it are code.
fn programs(lines: &[Option<Shape>]) -> Vec<bool> {
    let told: Vec<(usize, bool)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| Some((at, line.as_ref()?.looks == Looks::Code)))
        .collect();
    let mut sums = vec![0_usize];
    for (_, code) in &told {
        sums.push(sums.last().unwrap_or(&0) + usize::from(*code));
    }
    let mut kept = vec![false; lines.len()];
    for (number, (at, code)) in told.iter().enumerate() {
        let (from, to) = (number.saturating_sub(AROUND), (number + AROUND + 1).min(told.len()));
        let count = sums.get(to).unwrap_or(&0) - sums.get(from).unwrap_or(&0);
        if let Some(kept) = kept.get_mut(*at) {
            *kept = *code || count * 100 >= PROGRAM * (to - from);
        }
    }
    kept
}

/// Returns how many lines `line` opens that a mark closes, `rest` beginning with it. In a program, the end of the part may
/// come before the mark.
fn enclosed(line: &Shape, rest: &[Option<Shape>], in_program: bool) -> Option<usize> {
    let (open, close) = PAIRS.iter().find(|(open, _)| line.body.starts_with(open))?;
    if line.body.get(open.len()..)?.contains(close) {
        return None;
    }
    let closes = |line: &Option<Shape>| line.as_ref().is_some_and(|line| line.body.contains(close));
    let count = rest.iter().skip(1).take(LONGEST).position(closes).map(|at| at + 2);
    count.or_else(|| (in_program && rest.len() <= LONGEST).then_some(rest.len()))
}

/// Returns how many lines of a difference `line` announces, as in `@@ -3,7 +3,8 @@`.
fn hunk(line: &Shape, rest: &[Option<Shape>]) -> Option<usize> {
    let ranges = line.body.strip_prefix("@@ -")?;
    let (old, new) = ranges.split_once(" +")?;
    let (new, _) = new.split_once(" @@")?;
    let count =
        |range: &str| range.split_once(',').map_or(Some(1), |(_, count)| count.parse().ok());
    let (mut old, mut new): (usize, usize) = (count(old)?, count(new)?);
    let mut lines = 1;
    for line in rest.iter().skip(1) {
        if old == 0 && new == 0 {
            break;
        }
        let sign =
            line.as_ref().filter(|line| line.indent == 0).and_then(|line| line.body.chars().next());
        match sign {
            Some('-') => old = old.saturating_sub(1),
            Some('+') => new = new.saturating_sub(1),
            Some('\\') => {}
            _ => (old, new) = (old.saturating_sub(1), new.saturating_sub(1)),
        }
        lines += 1;
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::super::shape::Ruler;
    use super::super::shapes;
    use super::*;

    /// Returns the numbers of the lines of `text` that are kept.
    fn kept(text: &str) -> Vec<usize> {
        let kept = verbatim(&shapes(text, &[], Ruler::default()));
        (0..kept.len()).filter(|at| kept[*at]).collect()
    }

    #[test]
    fn what_stands_between_fences_is_kept() {
        assert_eq!(kept("a\n```\nb\n\nc\n```\nd"), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn a_comment_is_kept_to_its_end() {
        assert_eq!(kept("/* a\n b\n c */\nd\ne\nf\ng\nh\ni\nj"), [0, 1, 2]);
    }

    #[test]
    fn what_is_never_closed_was_not_opened() {
        let text = format!("(* a\n{}", "b\n".repeat(LONGEST + 1));
        assert!(kept(&text).is_empty());
        let text = format!("(* a\n{}*)", "b\n".repeat(LONGEST - 1));
        assert_eq!(kept(&text).len(), LONGEST + 1);
    }

    #[test]
    fn a_comment_of_a_program_may_go_on_past_the_part() {
        assert_eq!(kept("a = 1;\n\n/* b\nc d e\n\nf g h"), [0, 2, 3, 4, 5]);
        assert!(!kept("An end.\n\n/* b\nc d e\n\nf g h").contains(&3));
    }

    #[test]
    fn a_hunk_is_kept_as_far_as_it_says() {
        let hunk = "@@ -1,3 +1,2 @@ river\n 灯\n-旧船\n-旧桥\n+新船\n";
        let prose = "a\nb\nc\nd\ne\nf\n";
        assert_eq!(kept(&format!("{hunk}{prose}")), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn a_comment_among_code_is_kept() {
        assert_eq!(kept("a = 1\n# 船在哪里\nb = 2\ngo(a)\n"), [0, 1, 2, 3]);
    }
}
