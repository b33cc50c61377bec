//! The way through the text of a document, from one place to another: by clusters, words, sentences, paragraphs.

use std::ops::Range;

use super::{BlockKind, Document, Part, Position};
use crate::text::{TextUnit, Toward, clusters, clusters_forward, units};

impl Document {
    /// Returns the cluster that is `times` units from the one at `place`: towards the end the last of the unit that is
    /// come to, else its first. It goes no further than the text.
    pub fn walk(&self, place: Position, unit: TextUnit, toward: Toward, times: usize) -> Position {
        let Some(mut units) = self.units_around(place, unit) else { return place };
        let mut reached = place;
        let mut behind = units.behind(place.byte, toward);
        let mut left = times;
        while left > 0 {
            let step = left.min(units.ranges.len() - behind);
            if let Some(byte) = units.far_end(behind + step, toward).filter(|_| step > 0) {
                reached = Position::new(units.at.part, byte);
            }
            left -= step;
            behind = 0;
            let Some(next) = self.block_beside(units.at, toward).filter(|_| left > 0) else {
                break;
            };
            units = self.units(next, unit);
        }
        reached
    }

    /// Returns the bytes of the unit at `place`, or of the nearest one where no text is there; none where there is no
    /// text at all.
    pub fn unit_at(&self, place: Position, unit: TextUnit) -> Option<Range<Position>> {
        let units = self.units_around(place, unit)?;
        let begun = units.ranges.partition_point(|range| range.start <= place.byte);
        let range = units.ranges.get(begun.saturating_sub(1))?;
        let at = |byte| Position::new(units.at.part, byte);
        Some(at(range.start)..at(range.end))
    }

    /// Returns the place after the cluster at `place`.
    pub fn after_cluster(&self, place: Position) -> Position {
        let part = self.part(place.part);
        let end = part.block_at(place.byte).map_or(place.byte, |block| part.end_of(block));
        let own = part.slice(place.byte..end.max(place.byte));
        Position::new(place.part, place.byte + first_cluster(own))
    }

    /// Returns the units of the block at `place`, if it has text, else of the nearest one after it, else before it.
    fn units_around(&self, place: Position, unit: TextUnit) -> Option<Units> {
        let part = self.part(place.part);
        let at = BlockAt { part: place.part, block: part.block_at(place.byte).unwrap_or(0) };
        let own = has_text(&part, at.block).then_some(at);
        let found = own
            .or_else(|| self.block_beside(at, Toward::End))
            .or_else(|| self.block_beside(at, Toward::Start))?;
        Some(self.units(found, unit))
    }

    /// Returns the next block with text in that direction.
    fn block_beside(&self, from: BlockAt, toward: Toward) -> Option<BlockAt> {
        let part = self.part(from.part);
        let within = match toward {
            Toward::End => (from.block + 1..part.blocks().len()).find(|at| has_text(&part, *at)),
            Toward::Start => (0..from.block).rev().find(|at| has_text(&part, *at)),
        };
        if let Some(block) = within {
            return Some(BlockAt { block, ..from });
        }
        let in_part = |index: usize| {
            let part = self.part(index);
            let mut blocks = 0..part.blocks().len();
            let block = match toward {
                Toward::End => blocks.find(|at| has_text(&part, *at)),
                Toward::Start => blocks.rev().find(|at| has_text(&part, *at)),
            };
            block.map(|block| BlockAt { part: index, block })
        };
        match toward {
            Toward::End => (from.part + 1..self.parts()).find_map(in_part),
            Toward::Start => (0..from.part).rev().find_map(in_part),
        }
    }

    /// Returns the units of a block.
    fn units(&self, at: BlockAt, unit: TextUnit) -> Units {
        let part = self.part(at.part);
        let (start, text) = (part.start_of(at.block), part.block_text(at.block).to_owned());
        let ranges = units(&text, unit);
        let ranges =
            ranges.into_iter().map(|range| start + range.start..start + range.end).collect();
        Units { at, start, text, ranges }
    }
}

/// A block of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct BlockAt {
    part: usize,
    block: usize,
}

/// The units of a block.
struct Units {
    at: BlockAt,
    /// The byte of the part where the block begins.
    start: usize,
    text: String,
    /// By the bytes of the part, in order.
    ranges: Vec<Range<usize>>,
}

impl Units {
    /// Returns how many units are behind who is at the cluster at `byte` and goes in that direction.
    fn behind(&self, byte: usize, toward: Toward) -> usize {
        match toward {
            Toward::End => {
                let own = byte.checked_sub(self.start).and_then(|at| self.text.get(at..));
                let end = byte + own.map_or(0, first_cluster);
                self.ranges.partition_point(|range| range.end <= end)
            }
            Toward::Start => {
                self.ranges.len() - self.ranges.partition_point(|range| range.start < byte)
            }
        }
    }

    /// Returns the cluster at which who goes in that direction has passed so many units; none before the first.
    fn far_end(&self, passed: usize, toward: Toward) -> Option<usize> {
        match toward {
            Toward::End => {
                let range = self.ranges.get(passed.checked_sub(1)?)?;
                let own = range.start - self.start..range.end - self.start;
                let last = clusters(self.text.get(own)?).next_back()?.0;
                Some(range.start + last)
            }
            Toward::Start => {
                let at = self.ranges.len().checked_sub(passed)?;
                self.ranges.get(at).map(|range| range.start)
            }
        }
    }
}

/// Returns how many bytes the first cluster of `text` has.
fn first_cluster(text: &str) -> usize {
    clusters_forward(text).next().map_or(0, |(_, cluster)| cluster.len())
}

/// Returns whether block `index` has text.
fn has_text(part: &Part, index: usize) -> bool {
    let kind = part.blocks().get(index).map(|block| block.kind);
    let is_blank = matches!(kind, None | Some(BlockKind::Blank(_)));
    !is_blank && !part.block_text(index).trim().is_empty()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::decode::Choice;
    use crate::format::plain::PlainText;

    const TEXT: &str = "他走了。“你好！”\n\n\nSee e\u{301}t\u{e9} 👨‍👩‍👧 go.\n";

    fn document(text: &str) -> Document {
        Document::new(Arc::new(PlainText::open(Arc::new(text.to_owned()), Choice::default())))
    }

    /// Returns the rest of the part from where a walk of `times` from `from` leads.
    fn walked(from: &str, unit: TextUnit, toward: Toward, times: usize) -> String {
        let document = document(TEXT);
        let byte = document.part(0).text().find(from).unwrap();
        let place = document.walk(Position::new(0, byte), unit, toward, times);
        document.part(place.part).text()[place.byte..].trim_end().to_owned()
    }

    #[test]
    fn a_walk_by_clusters_goes_over_the_ends_of_paragraphs() {
        use TextUnit::Cluster;
        use Toward::{End, Start};
        assert!(walked("他", Cluster, End, 1).starts_with("走了"));
        assert!(walked("”", Cluster, End, 1).starts_with("See"));
        assert!(walked("See", Cluster, Start, 1).starts_with('”'));
        assert_eq!(walked("e\u{301}", Cluster, End, 4), "👨‍👩‍👧 go.");
        assert_eq!(walked("他", Cluster, End, 99), ".");
        assert!(walked(".", Cluster, Start, 99).starts_with("他走"));
    }

    #[test]
    fn a_walk_towards_the_end_takes_units_whole_and_back_goes_to_their_starts() {
        use TextUnit::{Paragraph, Sentence, Word};
        use Toward::{End, Start};
        assert!(walked("See", Word, End, 1).starts_with("e e\u{301}"));
        assert!(walked("go", Word, Start, 2).starts_with("e\u{301}t"));
        assert!(walked("他", Sentence, End, 1).starts_with("。“"));
        assert!(walked("你", Sentence, End, 1).starts_with('”'));
        assert!(walked("好", Sentence, Start, 1).starts_with("“你"));
        assert!(walked("他", Paragraph, End, 1).starts_with('”'));
        assert_eq!(walked("他", Paragraph, End, 2), ".");
        assert!(walked("go", Paragraph, Start, 2).starts_with("他"));
    }

    #[test]
    fn a_unit_is_found_from_any_of_its_clusters() {
        let document = document(TEXT);
        let text = document.part(0).text().to_owned();
        let unit = |at: &str, unit| {
            let range = document.unit_at(Position::new(0, text.find(at).unwrap()), unit).unwrap();
            text[range.start.byte..range.end.byte].to_owned()
        };
        assert_eq!(unit("ee", TextUnit::Word), "See");
        assert_eq!(unit("你", TextUnit::Sentence), "“你好！”");
        assert_eq!(unit("\n\n", TextUnit::Paragraph), "他走了。“你好！”");
        assert_eq!(unit("👨", TextUnit::Cluster), "👨‍👩‍👧");
    }

    #[test]
    fn without_text_there_is_no_way() {
        let (document, start) = (document(""), Position::default());
        assert_eq!(document.unit_at(start, TextUnit::Word), None);
        assert_eq!(document.walk(start, TextUnit::Word, Toward::End, 3), start);
        assert_eq!(document.after_cluster(start), start);
    }
}
