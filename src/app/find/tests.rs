use std::ops::Range;
use std::sync::Arc;

use super::{Find, Jump, Match, PendingJump};
use crate::budget::PARTS_LOOKED_UP;
use crate::decode::Choice;
use crate::document::{Document, Position};
use crate::format::plain::{PART_BYTES, PlainText};
use crate::layout::flow::Way;
use crate::search::{Hits, Query};

/// Returns a document of so many parts.
fn document(parts: usize) -> Document {
    let text = "x\n".repeat(PART_BYTES as usize / 2 * parts);
    Document::new(Arc::new(PlainText::open(Arc::new(text), Choice::default())))
}

/// Returns a search in a document of four parts that begins with part 2.
fn find() -> Find {
    Find::new(1, Query::words("x"), &document(4), 2, false)
}

/// Returns these matches of a part of a hundred bytes.
fn hits<const N: usize>(part: usize, ranges: [Range<usize>; N]) -> (usize, Hits) {
    (part, Hits::new(100, 0, ranges))
}

fn jump(part: usize, byte: usize, way: Way) -> PendingJump {
    PendingJump { from: Position::new(part, byte), way, times: 1, or_here: true }
}

fn to(part: usize, byte: usize, wrapped: bool) -> Jump {
    Jump::To { place: Position::new(part, byte), wrapped }
}

#[test]
fn a_match_in_a_part_not_looked_at_yet_is_waited_for() {
    let mut find = find();
    assert_eq!(find.jump(jump(2, 0, Way::Down)), Jump::Pending);
    find.take(vec![hits(2, []), hits(3, [5..6])], false);
    assert_eq!(find.retry(), Some((to(3, 5, false), Way::Down)));
    assert_eq!(find.retry(), None);
}

#[test]
fn past_the_end_the_search_goes_on_from_the_start() {
    let mut find = find();
    find.take(vec![hits(2, []), hits(3, []), hits(0, [4..5])], false);
    assert_eq!(find.jump(jump(2, 0, Way::Down)), to(0, 4, true));
}

#[test]
fn what_lies_before_the_place_comes_last() {
    let mut find = find();
    find.take(vec![hits(2, [1..2]), hits(3, []), hits(0, []), hits(1, [])], true);
    assert_eq!(find.jump(jump(2, 8, Way::Down)), to(2, 1, true));
}

#[test]
fn up_goes_to_the_nearest_before() {
    let mut find = find();
    find.take(vec![hits(2, [1..2, 7..8]), hits(3, []), hits(0, [3..4]), hits(1, [])], true);
    assert_eq!(find.jump(jump(2, 7, Way::Up)), to(2, 1, false));
    assert_eq!(find.jump(jump(2, 1, Way::Up)), to(0, 3, false));
    assert_eq!(find.jump(jump(0, 3, Way::Up)), to(2, 7, true));
}

#[test]
fn the_only_match_is_its_own_next() {
    let mut find = find();
    find.take(vec![hits(2, [1..2]), hits(3, []), hits(0, []), hits(1, [])], true);
    let next = PendingJump { or_here: false, ..jump(2, 1, Way::Down) };
    assert_eq!(find.jump(next), to(2, 1, true));
}

#[test]
fn what_is_absent_is_not_found() {
    let mut find = find();
    find.take((0..4).map(|part| hits((part + 2) % 4, [])).collect(), true);
    assert_eq!(find.jump(jump(2, 0, Way::Down)), Jump::NotFound);
}

#[test]
fn the_current_match_is_numbered_in_reading_order() {
    let mut find = find();
    find.take(vec![hits(2, [1..2, 7..8]), hits(3, []), hits(0, [3..4]), hits(1, [])], true);
    find.jump(jump(2, 5, Way::Down));
    assert_eq!((find.number(), find.total()), (Some(3), 3));
}

#[test]
fn the_matches_of_a_row_are_those_that_touch_it() {
    let mut find = find();
    find.take(vec![hits(2, [1..4, 6..9, 12..13])], false);
    let ranges: Vec<_> = find.matches_in(2, &(3..7)).into_iter().map(|found| found.bytes).collect();
    assert_eq!(ranges, [1..4, 6..9]);
    assert!(find.matches_in(2, &(4..6)).is_empty());
    assert!(find.matches_in(1, &(0..99)).is_empty());
}

#[test]
fn the_end_of_a_match_is_shown_in_the_part_after_it() {
    let mut find = find();
    find.take(vec![hits(2, [96..104]), hits(3, [8..9])], false);
    find.jump(jump(2, 0, Way::Down));
    assert_eq!(find.matches_in(3, &(0..7)), [Match { bytes: 0..4, current: true }]);
    assert_eq!(find.matches_in(3, &(5..9)), [Match { bytes: 8..9, current: false }]);
}

#[test]
fn a_count_goes_on_by_so_many_and_around() {
    let mut find = find();
    find.take(vec![hits(2, [1..2, 7..8]), hits(3, []), hits(0, [3..4]), hits(1, [])], true);
    let times = |times, way| PendingJump { times, or_here: false, ..jump(2, 1, way) };
    assert_eq!(find.jump(times(1, Way::Down)), to(2, 7, false));
    assert_eq!(find.jump(times(2, Way::Down)), to(0, 3, true));
    assert_eq!(find.jump(times(9, Way::Down)), to(2, 1, true));
    assert_eq!(find.jump(times(2, Way::Up)), to(2, 7, true));
    assert_eq!(find.jump(times(7, Way::Up)), to(0, 3, true));
}

#[test]
fn what_may_still_come_is_waited_for() {
    let mut find = Find::new(1, Query::words("x"), &document(2), 0, true);
    find.take(vec![hits(0, []), hits(1, [])], true);
    assert_eq!(find.jump(jump(0, 0, Way::Down)), Jump::Pending);
    assert!(find.grow(&document(3), false));
    find.take(vec![hits(1, []), hits(2, [7..8])], true);
    assert_eq!(find.retry(), Some((to(2, 7, false), Way::Down)));
    assert!(!find.grow(&document(3), false));
}

#[test]
fn ticks_stand_where_the_matches_are() {
    let mut find = find();
    find.take(vec![hits(2, [0..1, 60..61]), hits(3, [99..100]), hits(0, []), hits(1, [])], true);
    let ticks: String = find.ticks(8).iter().map(|tick| if *tick { 'x' } else { '.' }).collect();
    assert_eq!(ticks, "....xx.x");
}

#[test]
fn places_that_are_not_kept_are_looked_up_again() {
    let text = "他离开公司。\n公\n司的公司\n".repeat(PART_BYTES as usize / 20);
    let document = Document::new(Arc::new(PlainText::open(Arc::new(text), Choice::default())));
    let find = |room| {
        let mut find = Find::new(1, Query::words("公司"), &document, 1, false);
        find.found.room = room;
        let parts = find.search().unwrap().found();
        find.take(parts, true);
        find
    };
    let (kept, counted) = (find(usize::MAX), find(0));
    assert!(kept.total() > 5000);
    for number in (0..kept.total()).step_by(97) {
        let (part, range) = kept.nth(number).unwrap();
        assert_eq!(counted.nth(number), Some((part, range.clone())));
        assert_eq!(counted.number_at(Position::new(part, range.start)), number);
        assert_eq!(counted.matches_in(part, &range), kept.matches_in(part, &range));
    }
    assert_eq!(counted.ticks(9), kept.ticks(9));
    assert!(counted.looked_up.lock().len() <= PARTS_LOOKED_UP);
}
