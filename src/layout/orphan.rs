//! A last row of one character, and how it gets company (CLREQ 孤字处理, R10).

use super::fragment::{Cut, Piece, width};
use crate::text::is_east_asian_letter;

/// Returns `lines`, the rows of `run`. Where the last one holds a single East Asian character and its marks, the row
/// above ends one piece earlier: a row that is shorter by a character is not seen, a character alone is. The orphan
/// stays where the rules forbid that, where the row above would lose half, and where the piece does not fit below or
/// is no company.
pub(super) fn repair<'a>(
    run: &'a [Piece],
    mut lines: Vec<&'a [Piece]>,
    text: &str,
    rooms: [usize; 2],
) -> Vec<&'a [Piece]> {
    let last = lines.len().saturating_sub(1);
    let room = if last == 1 { rooms[0] } else { rooms[1] };
    if let [.., above, orphan] = lines.as_mut_slice()
        && is_orphan(run, orphan.len(), text)
        && let Some((_, kept)) = above.split_last()
        && kept.last().is_some_and(|end| end.cut == Cut::Free)
        && width(kept) * 2 >= room
        && let Some(below) = run.get(run.len() - orphan.len() - 1..)
        && width(below) <= rooms[1]
        && !is_orphan(run, below.len(), text)
    {
        (*above, *orphan) = (kept, below);
    }
    lines
}

/// Returns whether the last `count` pieces of `run` are a single East Asian character and marks.
fn is_orphan(run: &[Piece], count: usize, text: &str) -> bool {
    let end_of = |piece: Option<&Piece>| piece.map_or(0, |piece| piece.end as usize);
    let before = run.len().checked_sub(count + 1).and_then(|before| run.get(before));
    let row = text.get(end_of(before)..end_of(run.last())).unwrap_or_default();
    let letters: Vec<char> = row.chars().filter(|c| c.is_alphanumeric()).take(2).collect();
    matches!(letters.as_slice(), [letter] if is_east_asian_letter(*letter))
}
