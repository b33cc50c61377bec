//! The outline: the sections of a document, in reading order.

/// Where a section begins, known without loading its part: the part, and the line of the source within it
/// (see [`Block::line`](super::Block::line)). It orders as reading does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor {
    /// The part, counted from 0.
    pub part: usize,
    /// The line within the part, counted from 0.
    pub line: u32,
}

/// A section: its heading and what follows it up to the next of its level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The text of its heading, as in the source.
    pub title: String,
    /// How deep it lies, 1 the outermost.
    pub level: u8,
    /// Where it begins.
    pub anchor: Anchor,
    /// The line of the source with its heading, counted from 1; none where the format has no lines.
    pub line: Option<u64>,
    /// How many bytes of the source lie before it.
    pub offset: u64,
}

/// Why a line was taken for a heading or left.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The line of the source, counted from 1.
    pub line: u64,
    /// Its text.
    pub title: String,
    /// What speaks for a heading, less what speaks against it; 0 or more make one.
    pub score: f32,
    /// The level it was given; none: it is no heading.
    pub level: Option<u8>,
    /// What was seen, in words, and how much that weighs.
    pub reasons: Vec<(&'static str, f32)>,
}

/// The sections of a document as a list in reading order; their levels make it a tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    sections: Vec<Section>,
    /// For each section the one that it lies in, by their numbers.
    parents: Vec<Option<usize>>,
    /// For each section the number of the next that does not lie in it.
    ends: Vec<usize>,
}

impl Outline {
    /// Returns the outline of `sections`, which stand in reading order.
    pub fn new(sections: Vec<Section>) -> Self {
        debug_assert!(sections.is_sorted_by_key(|section| section.anchor));
        let mut parents = Vec::with_capacity(sections.len());
        let mut ends = vec![sections.len(); sections.len()];
        // The sections that are not over yet, the outermost first.
        let mut open: Vec<(usize, u8)> = Vec::new();
        for (number, section) in sections.iter().enumerate() {
            while let Some((over, _)) = open.pop_if(|(_, level)| *level >= section.level) {
                ends.get_mut(over).into_iter().for_each(|end| *end = number);
            }
            parents.push(open.last().map(|(parent, _)| *parent));
            open.push((number, section.level));
        }
        Self { sections, parents, ends }
    }

    /// Returns the sections in reading order.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Returns the number of the section that section `number` lies in.
    pub fn parent(&self, number: usize) -> Option<usize> {
        self.parents.get(number).copied().flatten()
    }

    /// Returns the numbers of section `number` and those that it lies in, the innermost first.
    pub fn path(&self, number: usize) -> impl Iterator<Item = usize> {
        let first = Some(number).filter(|number| *number < self.sections.len());
        std::iter::successors(first, |number| self.parent(*number))
    }

    /// Returns the number of the first section after `number` that does not lie in it; one past the last
    /// where there is none.
    pub fn end(&self, number: usize) -> usize {
        self.ends.get(number).copied().unwrap_or(self.sections.len())
    }

    /// Returns whether other sections lie in section `number`.
    pub fn is_parent(&self, number: usize) -> bool {
        self.end(number) > number + 1
    }

    /// Returns how many bytes of the source belong to section `number` and those in it, of `size` bytes in all.
    pub fn length(&self, number: usize, size: u64) -> u64 {
        let offset = |at: usize| self.sections.get(at).map_or(size, |section| section.offset);
        offset(self.end(number)).saturating_sub(offset(number))
    }

    /// Returns the number of the section that holds `anchor`: the last that begins at or before it.
    pub fn holding(&self, anchor: Anchor) -> Option<usize> {
        self.sections.partition_point(|section| section.anchor <= anchor).checked_sub(1)
    }

    /// Returns the level of the heading that begins at `anchor`, if one does.
    pub fn level_at(&self, anchor: Anchor) -> Option<u8> {
        let section = self.sections.get(self.holding(anchor)?)?;
        (section.anchor == anchor).then_some(section.level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(levels: &[u8]) -> Outline {
        let section = |(line, level): (u32, &u8)| Section {
            title: format!("{line}"),
            level: *level,
            anchor: Anchor { part: 0, line },
            line: Some(u64::from(line) + 1),
            offset: u64::from(line) * 10,
        };
        Outline::new((0..).zip(levels).map(section).collect())
    }

    #[test]
    fn levels_make_a_tree() {
        let outline = outline(&[1, 2, 3, 2, 1, 3]);
        let parents: Vec<_> = (0..6).map(|number| outline.parent(number)).collect();
        assert_eq!(parents, [None, Some(0), Some(1), Some(0), None, Some(4)]);
        let ends: Vec<_> = (0..6).map(|number| outline.end(number)).collect();
        assert_eq!(ends, [4, 3, 3, 4, 6, 6]);
        assert_eq!(outline.path(2).collect::<Vec<_>>(), [2, 1, 0]);
        assert_eq!(outline.path(6).count(), 0);
    }

    #[test]
    fn a_section_is_as_long_as_what_lies_in_it() {
        let outline = outline(&[1, 2, 2, 1]);
        let lengths: Vec<_> = (0..4).map(|number| outline.length(number, 100)).collect();
        assert_eq!(lengths, [30, 10, 10, 70]);
    }
}
