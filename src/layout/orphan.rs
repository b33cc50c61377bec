//! A last row of one character, and how it gets company (CLREQ 孤字处理, R10).

use super::Orphan;
use super::fill::first_fit;
use super::fragment::{Cut, Piece};
use crate::text::is_east_asian_letter;

/// How many rows above the last may be changed for it.
const GIVERS: usize = 8;

/// The pieces of each row of a run.
pub(super) struct Mended<'a> {
    pub(super) lines: Vec<&'a [Piece]>,
    /// The row that gave what stood at its end to those below, if one did.
    pub(super) giver: Option<usize>,
}

/// Returns `lines`, the rows of `run`; where the last holds a single East Asian character and its marks, a row
/// above gives what stands at its end, and those below it are filled anew. That row is the nearest to the last
/// which `stretches`: told the pieces above it, its own and the first below it, whether its gaps can take so many
/// of the cells which it loses that the piece below would no longer fit. Where none does, the nearest gives and
/// stays short if `orphan` says always, and else none.
pub(super) fn mend<'a>(
    run: &'a [Piece],
    lines: Vec<&'a [Piece]>,
    text: &str,
    rooms: [usize; 2],
    orphan: Orphan,
    stretches: impl Fn(&[Piece], &[Piece], &Piece) -> bool,
) -> Mended<'a> {
    let last = lines.len().saturating_sub(1);
    if orphan == Orphan::Leave || !is_orphan(&lines, run, text) {
        return Mended { lines, giver: None };
    }
    let mut nearest = None;
    for giver in (last.saturating_sub(GIVERS)..last).rev() {
        let Some(given) = give(run, &lines, giver, text, rooms) else { continue };
        if is_full(run, &given, giver, &stretches) {
            return Mended { lines: given, giver: Some(giver) };
        }
        nearest.get_or_insert(Mended { lines: given, giver: Some(giver) });
    }
    nearest.filter(|_| orphan == Orphan::Always).unwrap_or(Mended { lines, giver: None })
}

/// Returns whether row `giver` of `lines`, the rows of `run`, `stretches`.
fn is_full(
    run: &[Piece],
    lines: &[&[Piece]],
    giver: usize,
    stretches: impl Fn(&[Piece], &[Piece], &Piece) -> bool,
) -> bool {
    let above: usize = lines.iter().take(giver).map(|line| line.len()).sum();
    let above = run.get(..above).unwrap_or_default();
    let below = lines.get(giver + 1).and_then(|below| below.first());
    lines.get(giver).zip(below).is_some_and(|(line, below)| stretches(above, line, below))
}

/// Returns the rows when row `giver` gives its last piece, or its last two, to those below it; none where that
/// is against a rule, costs the row half its room, or leaves the last row as lonely as it was.
fn give<'a>(
    run: &'a [Piece],
    lines: &[&'a [Piece]],
    giver: usize,
    text: &str,
    rooms: [usize; 2],
) -> Option<Vec<&'a [Piece]>> {
    let above = lines.get(..giver)?;
    let start: usize = above.iter().map(|line| line.len()).sum();
    let [first, other] = rooms;
    let room = if giver == 0 { first } else { other };
    // What comes down first may be no character but its marks.
    (1..=2).find_map(|count| {
        let end = start + lines.get(giver)?.len().checked_sub(count)?;
        let keeper = run.get(start..end)?;
        let filled: usize = keeper.iter().map(Piece::filled).sum();
        if keeper.last()?.cut != Cut::Free || filled * 2 < room {
            return None;
        }
        let mut rows = above.to_vec();
        rows.push(keeper);
        rows.extend(first_fit(run.get(end..)?, [other; 2], 0));
        (rows.len() == lines.len() && !is_orphan(&rows, run, text)).then_some(rows)
    })
}

/// Returns whether the last of `lines`, the rows of `run`, is a single East Asian character and marks.
fn is_orphan(lines: &[&[Piece]], run: &[Piece], text: &str) -> bool {
    let [.., before, _] = lines else { return false };
    let [from, end] =
        [before.last(), run.last()].map(|piece| piece.map_or(0, |piece| piece.end as usize));
    let row = text.get(from..end).unwrap_or_default();
    let letters: Vec<char> = row.chars().filter(|c| c.is_alphanumeric()).take(2).collect();
    matches!(letters.as_slice(), [letter] if is_east_asian_letter(*letter))
}
