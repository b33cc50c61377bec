//! A last row of one character, and how it gets company (CLREQ 孤字处理, R10).

use super::Orphan;
use super::fill::first_fit;
use super::fragment::{Cut, Piece};
use crate::text::is_east_asian_letter;

/// How many rows above the last may be changed for it, and whether one of them may stay short, in the order in which
/// that is tried.
const TRIES: [(usize, bool); 5] = [(1, false), (2, false), (4, false), (8, false), (8, true)];

/// The most pieces that a row gives. What comes down first may be no character but its marks.
const GIVEN: usize = 2;

/// What a row costs that gives and stays short, where one that is stretched costs one: more than all in reach. No
/// more than one is short.
const SHORT: usize = 100;

/// The rows of a run.
pub(super) struct Mended<'a> {
    /// The pieces of each row.
    pub(super) lines: Vec<&'a [Piece]>,
    /// The rows that gave what stood at their ends to those below.
    pub(super) givers: Vec<usize>,
}

/// Returns `lines`, the rows of `run`; where the last holds a single East Asian character and its marks, rows above
/// give what stands at their ends, and those below them are filled anew. They are near the last and few, and each
/// `stretches`: told the pieces above a row, its own and the first below it, whether its gaps can take so many of the
/// cells which it loses that the piece below would no longer fit. Where that doesn't help, one gives and stays short,
/// by so much as the run is long or at all where `orphan` says always; and else none gives.
pub(super) fn mend<'a>(
    run: &'a [Piece],
    lines: Vec<&'a [Piece]>,
    text: &str,
    rooms: [usize; 2],
    orphan: Orphan,
    stretches: impl Fn(&[Piece], &[Piece], &Piece) -> bool,
) -> Mended<'a> {
    let last = lines.len().saturating_sub(1);
    let lonely = |last: usize| is_orphan(run, run.len().saturating_sub(last), text);
    if orphan == Orphan::Leave || last == 0 || !lines.last().is_some_and(|row| lonely(row.len())) {
        return Mended { lines, givers: Vec::new() };
    }
    let lack = lack(lines.len(), orphan);
    let of_run = |(reach, short)| (last.saturating_sub(reach), if short { lack } else { 0 });
    // A run of few rows is all in reach from the start.
    let mut tries = TRIES.map(of_run).to_vec();
    tries.dedup();
    let way = tries.into_iter().find_map(|(kept, lack)| {
        let start = lines.iter().take(kept).map(|line| line.len()).sum();
        let search = Search { run, rooms, lack, stretches: &stretches };
        let ways = (kept..last).fold(vec![Way::from(start)], |ways, row| search.longer(&ways, row));
        let mended = ways.into_iter().filter(|way| {
            let rest = run.get(way.end()..).unwrap_or_default();
            way.cost < 2 * SHORT
                && first_fit(rest, [rooms[1]; 2], 0).len() == 1
                && !lonely(rest.len())
        });
        Some(kept).zip(mended.min_by_key(|way| way.cost))
    });
    let Some((kept, way)) = way else { return Mended { lines, givers: Vec::new() } };
    let mut ends = way.ends;
    ends.push(run.len());
    let below =
        ends.iter().zip(ends.iter().skip(1)).filter_map(|(start, end)| run.get(*start..*end));
    let lines = lines.iter().take(kept).copied().chain(below).collect();
    Mended { lines, givers: way.givers }
}

/// Returns the cells that a row may lack which gives and stays short, in a run of `rows`: among many it is lost, among
/// some it is if it lacks a single ideograph, and among few a reader sees it as soon as the orphan.
fn lack(rows: usize, orphan: Orphan) -> usize {
    match rows {
        _ if orphan == Orphan::Always => usize::MAX,
        ..3 => 0,
        3..6 => 2,
        6.. => usize::MAX,
    }
}

/// Returns whether the pieces of `run` from `start` on are a single East Asian character and marks.
fn is_orphan(run: &[Piece], start: usize, text: &str) -> bool {
    let before = start.checked_sub(1).and_then(|before| run.get(before));
    let [from, end] = [before, run.last()].map(|piece| piece.map_or(0, |piece| piece.end as usize));
    let row = text.get(from..end).unwrap_or_default();
    let letters: Vec<char> = row.chars().filter(|c| c.is_alphanumeric()).take(2).collect();
    matches!(letters.as_slice(), [letter] if is_east_asian_letter(*letter))
}

/// A way to set some rows.
#[derive(Clone)]
struct Way {
    /// What the rows that give cost.
    cost: usize,
    /// The number of the first piece, and of the piece after each row.
    ends: Vec<usize>,
    /// The rows that give.
    givers: Vec<usize>,
}

impl Way {
    /// Returns the way that begins with piece `start` and has no rows yet.
    fn from(start: usize) -> Self {
        Self { cost: 0, ends: vec![start], givers: Vec::new() }
    }

    /// Returns the number of the piece after the last row.
    fn end(&self) -> usize {
        self.ends.last().copied().unwrap_or_default()
    }
}

/// The cheapest ways to set rows such that some give what stands at their ends.
struct Search<'a, F> {
    run: &'a [Piece],
    rooms: [usize; 2],
    /// The cells that a row may lack which gives and stays short.
    lack: usize,
    stretches: F,
}

impl<F: Fn(&[Piece], &[Piece], &Piece) -> bool> Search<'_, F> {
    /// Returns the cheapest way to each place where `row` can end, of those that begin with one of `ways`.
    fn longer(&self, ways: &[Way], row: usize) -> Vec<Way> {
        let mut longer: Vec<Way> = Vec::new();
        for before in ways {
            for (end, cost) in self.ends(before.end(), row) {
                let cost_of_all = before.cost + cost;
                let same = longer.iter().position(|way| way.end() == end);
                if same.and_then(|same| longer.get(same)).is_some_and(|way| way.cost <= cost_of_all)
                {
                    continue;
                }
                let mut way = before.clone();
                way.cost = cost_of_all;
                way.ends.push(end);
                way.givers.extend((cost > 0).then_some(row));
                match same.and_then(|same| longer.get_mut(same)) {
                    Some(dearer) => *dearer = way,
                    None => longer.push(way),
                }
            }
        }
        longer
    }

    /// Returns where `row`, which begins with piece `start`, can end, and what that costs: nothing where it is full.
    fn ends(&self, start: usize, row: usize) -> impl Iterator<Item = (usize, usize)> {
        let [first, other] = self.rooms;
        let room = if row == 0 { first } else { other };
        let rest = self.run.get(start..).unwrap_or_default();
        let full = first_fit(rest, [room, other], 0).first().map_or(0, |line| line.len());
        let given = (1..=GIVEN).filter_map(move |given| {
            let (line, below) = rest.split_at_checked(full.checked_sub(given)?)?;
            Some((start + line.len(), self.cost(start, line, below.first()?, room)?))
        });
        std::iter::once((start + full, 0)).chain(given)
    }

    /// Returns what it costs that `line`, which begins with piece `start`, gives `below` and what follows that; none
    /// where it must not, since that is against a rule or takes half its room.
    fn cost(&self, start: usize, line: &[Piece], below: &Piece, room: usize) -> Option<usize> {
        let filled: usize = line.iter().map(Piece::filled).sum();
        if line.last()?.cut != Cut::Free || filled * 2 < room {
            return None;
        }
        let above = self.run.get(..start)?;
        if (self.stretches)(above, line, below) {
            return Some(1);
        }
        (room.saturating_sub(filled) <= self.lack).then_some(SHORT)
    }
}
