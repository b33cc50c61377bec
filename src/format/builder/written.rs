//! What is said of text once it is written: how words are read, and what they are.

use std::ops::Range;

use super::{PartBuilder, PendingSpace};
use crate::budget::{QUOTED_BYTES, READING_BYTES};
use crate::document::{BlockKind, Extra, Mark, Style, in_parentheses};

impl PartBuilder {
    /// Says that the text from byte `start` on, white space before it apart, is read as `reading` (ruby). What has a
    /// reading already keeps it. A reading without a word, or as long as a remark, is text in parentheses.
    pub(in crate::format) fn reading(&mut self, start: usize, reading: &str) {
        if reading.is_empty() {
            return;
        }
        // White space between a word and its reading is none (CSS Ruby 1 §2.3).
        self.gap = PendingSpace::None;
        let start = start.max(self.written_from());
        let read = self.read_until(start);
        let word = self.text.get(read.unwrap_or(start)..).unwrap_or_default();
        let from = self.text.len() - word.trim_start().len();
        let word = from..from + word.trim().len();
        let added = read.is_some() && word.is_empty();
        let known = self.markup.readings.last().filter(|_| added).map_or(0, |known| known.len());
        if (word.is_empty() && !added) || known + reading.len() > READING_BYTES {
            let word = self.text.get(start..).unwrap_or_default();
            self.text(&in_parentheses(word, reading));
        } else if added {
            self.add_reading(reading);
        } else {
            self.mark_reading(word, reading);
        }
    }

    /// Returns the byte up to which the text from byte `start` on has a reading, if some of it has or a word with one ends
    /// there.
    fn read_until(&self, start: usize) -> Option<usize> {
        let mut last = self.markup.marks.iter().rev().take_while(|mark| mark.range.end >= start);
        last.find(|mark| mark.reading().is_some()).map(|mark| mark.range.end)
    }

    /// Adds a reading to the word that was read last.
    fn add_reading(&mut self, reading: &str) {
        if let Some(known) = self.markup.readings.last_mut() {
            *known = format!("{known} {reading}").into();
        }
    }

    /// Marks `word` as what is read as `reading`.
    fn mark_reading(&mut self, word: Range<usize>, reading: &str) {
        let number = self.markup.readings.len() as u32;
        self.markup.readings.push(reading.into());
        self.amend(&word, |mark| mark.extra = Some(Extra::Reading(number)));
    }

    /// Says that `words`, where they were written last in the open block, are meant so as well, and returns whether they
    /// were.
    pub(in crate::format) fn style_last(&mut self, words: &str, style: Style) -> bool {
        let Some(range) = self.find_last(words) else { return false };
        self.amend(&range, |mark| mark.style |= style);
        true
    }

    /// Says that `words`, where they were written last in the open block, are read as `reading`, and returns whether that
    /// was possible: they have no reading yet.
    pub(in crate::format) fn read_last(&mut self, words: &str, reading: &str) -> bool {
        let range = self.find_last(words).filter(|_| reading.len() <= READING_BYTES);
        let Some(range) = range.filter(|_| !reading.is_empty()) else { return false };
        let later = self.markup.marks.iter().rev().take_while(|mark| mark.range.end > range.start);
        if later.clone().any(|mark| mark.reading().is_some() && mark.range.start < range.end) {
            return false;
        }
        self.mark_reading(range, reading);
        true
    }

    /// Makes the open block, which ends with `words`, a heading of `level`, and returns whether it does.
    pub(in crate::format) fn head_last(&mut self, words: &str, level: u8) -> bool {
        let ends = self.find_last(words).is_some_and(|range| range.end == self.text.len());
        if let Some(block) = self.blocks.last_mut().filter(|_| ends) {
            block.kind = BlockKind::Heading(level);
            self.end();
        }
        ends
    }

    /// Returns the text of the open block, its markers left out; none where none is open.
    pub(in crate::format) fn written(&self) -> &str {
        if self.open { self.text.get(self.written_from()..).unwrap_or_default() } else { "" }
    }

    /// Returns where `words` were written last in the open block, not further back than [`QUOTED_BYTES`].
    fn find_last(&self, words: &str) -> Option<Range<usize>> {
        let written = self.written();
        let near = written.ceil_char_boundary(written.len().saturating_sub(QUOTED_BYTES));
        let near = written.get(near..)?;
        let at = near.rfind(words).filter(|_| !words.is_empty())?;
        let start = self.text.len() - near.len() + at;
        Some(start..start + words.len())
    }

    /// Changes the marks on `range` by `change`; what has none gets one.
    fn amend(&mut self, range: &Range<usize>, change: impl Fn(&mut Mark)) {
        let marks = &mut self.markup.marks;
        let later = marks.split_off(marks.partition_point(|mark| mark.range.end <= range.start));
        let mut bare = range.start;
        let amended = |of: &Mark, range: Range<usize>| {
            let mut mark = Mark { range, ..of.clone() };
            change(&mut mark);
            mark
        };
        let mut kept = Vec::with_capacity(later.len() + 1);
        for mark in &later {
            let Range { start, end } = mark.range;
            let within = start.max(range.start)..end.min(range.end);
            if start < range.start {
                kept.push(Mark { range: start..range.start, ..mark.clone() });
            }
            if bare < within.start.min(range.end) {
                let gap = bare..within.start.min(range.end);
                kept.push(amended(&Mark::new(gap.clone()), gap));
            }
            if !within.is_empty() {
                kept.push(amended(mark, within));
            }
            if end > range.end {
                kept.push(Mark { range: start.max(range.end)..end, ..mark.clone() });
            }
            bare = bare.max(end);
        }
        if bare < range.end {
            let rest = bare..range.end;
            kept.push(amended(&Mark::new(rest.clone()), rest));
        }
        marks.append(&mut kept);
    }
}
