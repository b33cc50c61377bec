//! The outline: the sections of a document, in reading order.

mod columns;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use columns::OutlineColumns;

/// Where a section begins, known without loading its part: the part, and the line of the source within it
/// (see [`Block::line`](super::Block::line)). It orders as reading does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor {
    /// The part, counted from 0.
    pub part: usize,
    /// The line within the part, counted from 0.
    pub line: u32,
}

/// A section: its heading and what follows it up to the next of its level. An outline lends its titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section<Title = String> {
    /// The text of its heading, as in the source.
    pub title: Title,
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
    pub reasons: Vec<(Cow<'static, str>, f32)>,
}

/// The sections of a document as a list in reading order; their levels make it a tree. Clones share what they hold,
/// and an outline that grows shares what it was.
#[derive(Clone, Debug)]
pub struct Outline {
    chunks: Vec<Chunk>,
    len: usize,
    /// The level that each level in `chunks` stands for.
    levels: Levels,
}

/// Some of the sections of an outline.
#[derive(Clone, Debug)]
struct Chunk {
    /// How many are before them.
    begin: usize,
    list: Arc<OutlineColumns>,
}

/// The level that each rank stands for.
pub(crate) type Levels = [u8; 256];

/// Sections whose levels are ranks yet, of which only the order means anything.
#[derive(Clone, Debug)]
pub(crate) struct Ranked(Arc<OutlineColumns>);

impl Ranked {
    /// Returns `sections`, which stand in reading order.
    pub(crate) fn new(sections: Vec<Section>) -> Self {
        Self(Arc::new(OutlineColumns::new(sections)))
    }

    /// Returns the rank of each section.
    pub(crate) fn ranks(&self) -> &[u8] {
        self.0.levels()
    }
}

impl Default for Outline {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl PartialEq for Outline {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.sections().iter().eq(other.sections().iter())
    }
}

impl Eq for Outline {}

impl Outline {
    /// Returns the outline of `sections`, which stand in reading order.
    pub fn new(sections: Vec<Section>) -> Self {
        debug_assert!(sections.is_sorted_by_key(|section| section.anchor));
        Self::ranked([Ranked::new(sections)], std::array::from_fn(|level| level as u8))
    }

    /// Returns the outline of what `lists` hold, one after the other, whose ranks stand for `levels`.
    pub(crate) fn ranked(lists: impl IntoIterator<Item = Ranked>, levels: Levels) -> Self {
        let mut len = 0;
        let mut chunks = Vec::new();
        for Ranked(list) in lists {
            if list.levels().is_empty() {
                continue;
            }
            let begin = len;
            len += list.levels().len();
            chunks.push(Chunk { begin, list });
        }
        Self { chunks, len, levels }
    }

    /// Returns the sections in reading order.
    pub fn sections(&self) -> SectionIter<'_> {
        SectionIter { outline: self }
    }

    /// Returns the list that holds section `number`, and its number there.
    fn entry(&self, number: usize) -> Option<(&OutlineColumns, usize)> {
        let Chunk { begin, list } = self.chunks.get(self.chunk(number))?;
        Some((list, number - begin))
    }

    /// Returns which list holds section `number`.
    fn chunk(&self, number: usize) -> usize {
        self.chunks.partition_point(|chunk| chunk.begin <= number).saturating_sub(1)
    }

    /// Returns section `number` of `list`, one of its own.
    fn section<'a>(&self, list: &'a OutlineColumns, number: usize) -> Option<Section<&'a str>> {
        let section = list.get(number)?;
        Some(Section { level: self.level(section.level), ..section })
    }

    fn level(&self, rank: u8) -> u8 {
        self.levels.get(usize::from(rank)).copied().unwrap_or(rank)
    }

    /// Returns the level of section `number`.
    fn level_of(&self, number: usize) -> Option<u8> {
        let (list, number) = self.entry(number)?;
        list.levels().get(number).map(|rank| self.level(*rank))
    }

    /// Returns where section `number` begins.
    pub fn anchor(&self, number: usize) -> Option<Anchor> {
        let (list, number) = self.entry(number)?;
        list.anchor(number)
    }

    /// Returns the title of section `number`, without white space at its ends.
    pub fn title(&self, number: usize) -> Option<&str> {
        self.sections().get(number).map(|section| section.title.trim())
    }

    /// Returns the number of the section that section `number` lies in.
    pub fn parent(&self, number: usize) -> Option<usize> {
        let level = self.level_of(number)?;
        let before = self.chunks.get(..=self.chunk(number)).unwrap_or_default();
        before.iter().rev().find_map(|Chunk { begin, list }| {
            let mut ranks = list.levels().iter().take(number.saturating_sub(*begin));
            ranks.rposition(|rank| self.level(*rank) < level).map(|at| begin + at)
        })
    }

    /// Returns the numbers of section `number` and those that it lies in, the innermost first.
    pub fn path(&self, number: usize) -> impl Iterator<Item = usize> {
        let first = Some(number).filter(|number| *number < self.len);
        std::iter::successors(first, |number| self.parent(*number))
    }

    /// Returns the number of the first section after `number` that does not lie in it; one past the last
    /// where there is none.
    pub fn end(&self, number: usize) -> usize {
        let Some(level) = self.level_of(number) else { return self.len };
        let after = self.chunks.get(self.chunk(number)..).unwrap_or_default();
        let end = after.iter().find_map(|Chunk { begin, list }| {
            let over = (number + 1).saturating_sub(*begin);
            let ranks = list.levels().get(over..).unwrap_or_default();
            let at = ranks.iter().position(|rank| self.level(*rank) <= level)?;
            Some(begin + over + at)
        });
        end.unwrap_or(self.len)
    }

    /// Returns whether other sections lie in section `number`.
    pub fn is_parent(&self, number: usize) -> bool {
        self.level_of(number)
            .zip(self.level_of(number + 1))
            .is_some_and(|(level, next)| next > level)
    }

    /// Returns whether any section lies in another.
    pub fn is_tree(&self) -> bool {
        let ranks = self.chunks.iter().flat_map(|chunk| chunk.list.levels());
        let mut levels = ranks.map(|rank| self.level(*rank));
        let mut last = levels.next();
        levels.any(|level| last.replace(level).is_some_and(|last| last < level))
    }

    /// Returns how many bytes of the source belong to section `number` and those in it, of `size` bytes in all.
    pub fn length(&self, number: usize, size: u64) -> u64 {
        let offset = |at: usize| self.offset(at).unwrap_or(size);
        offset(self.end(number)).saturating_sub(offset(number))
    }

    /// Returns the number of the section that holds `anchor`: the last that begins at or before it.
    pub fn holding(&self, anchor: Anchor) -> Option<usize> {
        self.first(|list, number| list.anchor(number) > Some(anchor)).checked_sub(1)
    }

    /// Returns how many bytes of the source lie before section `number`.
    fn offset(&self, number: usize) -> Option<u64> {
        let (list, number) = self.entry(number)?;
        list.offset(number)
    }

    /// Returns the number of the first section of which `holds`, as it does of all after it; one past the last where there
    /// is none.
    fn first(&self, holds: impl Fn(&OutlineColumns, usize) -> bool) -> usize {
        let before = self.chunks.partition_point(|chunk| !holds(&chunk.list, 0));
        let last = before.checked_sub(1).and_then(|last| self.chunks.get(last));
        last.map_or(0, |Chunk { begin, list }| begin + list.first(|number| holds(list, number)))
    }

    /// Returns the number of the first section with at least `offset` bytes of the source before it; one past the
    /// last where there is none.
    pub fn from_offset(&self, offset: u64) -> usize {
        self.first(|list, number| list.offset(number) >= Some(offset))
    }

    /// Returns the level of the outermost of the sections of these numbers.
    pub fn outermost(&self, numbers: Range<usize>) -> Option<u8> {
        let inside = self.chunks.iter().flat_map(|Chunk { begin, list }| {
            let from = numbers.start.saturating_sub(*begin).min(list.levels().len());
            let to = numbers.end.saturating_sub(*begin).min(list.levels().len());
            list.levels().get(from..to).unwrap_or_default()
        });
        let mut outermost = None;
        for level in inside.map(|rank| self.level(*rank)) {
            outermost = Some(outermost.unwrap_or(level).min(level));
            // Nothing is further out, and there may be very many.
            if level <= 1 {
                break;
            }
        }
        outermost
    }

    /// Returns the level of the heading that begins at `anchor`, if one does.
    pub fn level_at(&self, anchor: Anchor) -> Option<u8> {
        let number = self.holding(anchor)?;
        if self.anchor(number)? == anchor { self.level_of(number) } else { None }
    }
}

/// The sections of an outline.
#[derive(Clone, Copy)]
pub struct SectionIter<'a> {
    outline: &'a Outline,
}

impl<'a> SectionIter<'a> {
    /// Returns how many there are.
    pub fn len(self) -> usize {
        self.outline.len
    }

    /// Returns whether there are none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Returns section `number`.
    pub fn get(self, number: usize) -> Option<Section<&'a str>> {
        let (list, number) = self.outline.entry(number)?;
        self.outline.section(list, number)
    }

    /// Returns all in reading order.
    pub fn iter(self) -> impl Iterator<Item = Section<&'a str>> + use<'a> {
        let Self { outline } = self;
        outline.chunks.iter().flat_map(|Chunk { list, .. }| {
            (0..list.levels().len()).filter_map(|number| outline.section(list, number))
        })
    }
}

impl Section<&str> {
    /// Returns the same with a title of its own.
    pub fn owned(self) -> Section {
        let Self { title, level, anchor, line, offset } = self;
        Section { title: title.to_owned(), level, anchor, line, offset }
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

    #[test]
    fn lists_one_after_the_other_are_one_outline() {
        let whole = outline(&[1, 2, 3, 2, 1, 3]);
        let sections: Vec<Section> = whole.sections().iter().map(Section::owned).collect();
        let lists = sections.chunks(2).map(|list| Ranked::new(list.to_vec()));
        let outline = Outline::ranked(lists, std::array::from_fn(|level| level as u8));
        assert_eq!(outline, whole);
        for number in 0..7 {
            let facts =
                |one: &Outline| (one.parent(number), one.end(number), one.is_parent(number));
            assert_eq!(facts(&outline), facts(&whole), "{number}");
        }
        assert_eq!(outline.holding(Anchor { part: 0, line: 3 }), Some(3));
    }

    #[test]
    fn the_section_that_holds_a_line_is_found_in_lists_of_any_length() {
        for length in [1, 15, 16, 17, 40, 100] {
            let whole = outline(&[1; 100]);
            let sections: Vec<Section> =
                whole.sections().iter().skip(1).map(Section::owned).collect();
            let lists = sections.chunks(length).map(|list| Ranked::new(list.to_vec()));
            let lists = lists.chain([Ranked::new(Vec::new())]);
            let outline = Outline::ranked(lists, std::array::from_fn(|level| level as u8));
            for line in 0..120 {
                let held = (line as usize).min(99).checked_sub(1);
                assert_eq!(outline.holding(Anchor { part: 0, line }), held, "{length}");
                assert_eq!(
                    outline.from_offset(u64::from(line) * 10),
                    (line as usize).clamp(1, 100) - 1
                );
            }
            assert_eq!(outline.holding(Anchor { part: 1, line: 0 }), Some(98));
        }
    }

    #[test]
    fn the_sections_of_a_stretch_are_found_by_their_offsets() {
        let outline = outline(&[2, 3, 1, 2]);
        let found = [0, 1, 10, 30, 31].map(|offset| outline.from_offset(offset));
        assert_eq!(found, [0, 1, 1, 3, 4]);
        assert_eq!([outline.outermost(0..2), outline.outermost(1..4)], [Some(2), Some(1)]);
        assert_eq!(outline.outermost(2..2), None);
    }

    #[test]
    fn sections_in_sections_make_a_tree() {
        assert!(outline(&[1, 2, 1]).is_tree() && !outline(&[2, 1, 1]).is_tree());
    }
}
