//! Sections that do not change, a column for each of their fields and one text of all titles. What is not here: what
//! levels mean.

use super::{Anchor, Section};

/// Sections in reading order.
#[derive(Debug, Default)]
pub(super) struct OutlineColumns {
    /// The titles, one after the other.
    titles: Box<str>,
    /// Where each title ends.
    ends: Box<[u32]>,
    levels: Box<[u8]>,
    anchors: Box<[Anchor32]>,
    /// The line of the source of each, 0 where there is none.
    lines: Box<[u32]>,
    offsets: Box<[u64]>,
}

/// The part of an anchor and its line there, in eight bytes.
type Anchor32 = (u32, u32);

impl OutlineColumns {
    /// Returns `sections`, which stand in reading order.
    pub(super) fn new(sections: Vec<Section>) -> Self {
        let mut titles = String::with_capacity(sections.iter().map(|one| one.title.len()).sum());
        let (mut ends, mut levels, mut anchors) = (Vec::new(), Vec::new(), Vec::new());
        let (mut lines, mut offsets) = (Vec::new(), Vec::new());
        for Section { title, level, anchor, line, offset } in sections {
            titles.push_str(&title);
            ends.push(saturated(titles.len() as u64));
            levels.push(level);
            anchors.push((saturated(anchor.part as u64), anchor.line));
            lines.push(saturated(line.unwrap_or_default()));
            offsets.push(offset);
        }
        Self {
            titles: titles.into(),
            ends: ends.into(),
            levels: levels.into(),
            anchors: anchors.into(),
            lines: lines.into(),
            offsets: offsets.into(),
        }
    }

    /// Returns the level of each section.
    pub(super) fn levels(&self) -> &[u8] {
        &self.levels
    }

    /// Returns where section `number` begins.
    pub(super) fn anchor(&self, number: usize) -> Option<Anchor> {
        let (part, line) = *self.anchors.get(number)?;
        Some(Anchor { part: part as usize, line })
    }

    /// Returns how many bytes of the source lie before section `number`.
    pub(super) fn offset(&self, number: usize) -> Option<u64> {
        self.offsets.get(number).copied()
    }

    /// Returns section `number`.
    pub(super) fn get(&self, number: usize) -> Option<Section<&str>> {
        let start = number.checked_sub(1).and_then(|last| self.ends.get(last)).copied();
        let title = start.unwrap_or(0) as usize..*self.ends.get(number)? as usize;
        Some(Section {
            title: self.titles.get(title)?,
            level: *self.levels.get(number)?,
            anchor: self.anchor(number)?,
            line: Some(u64::from(*self.lines.get(number)?)).filter(|line| *line > 0),
            offset: self.offset(number)?,
        })
    }

    /// Returns the number of the first section of which `holds`, as it does of all after it; one past the last where
    /// there is none.
    pub(super) fn first(&self, holds: impl Fn(usize) -> bool) -> usize {
        let (mut first, mut end) = (0, self.levels.len());
        while first < end {
            let middle = first.midpoint(end);
            if holds(middle) {
                end = middle;
            } else {
                first = middle + 1;
            }
        }
        first
    }
}

/// Returns `number`, or the largest that 32 bits hold: no text has so many parts, and a file with more lines is told of
/// the last of them.
fn saturated(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_comes_back() {
        let section = |number: u64| Section {
            title: format!("第{}章 山里的雨", "十".repeat(number as usize % 5)),
            level: 1 + (number % 3) as u8,
            anchor: Anchor { part: (number / 30) as usize, line: (number % 30 * 20) as u32 },
            line: Some(number).filter(|line| *line > 0),
            offset: number * 2000,
        };
        let sections: Vec<Section> = (0..1000).map(section).collect();
        let columns = OutlineColumns::new(sections.clone());
        for (number, section) in sections.into_iter().enumerate() {
            assert_eq!(columns.get(number).map(Section::owned), Some(section));
        }
        assert_eq!(columns.get(1000), None);
        assert_eq!(
            [0, 700, 1000].map(|first| columns.first(|number| number >= first)),
            [0, 700, 1000]
        );
    }
}
