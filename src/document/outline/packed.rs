//! Sections in few bytes: some two dozen for one with a title of ten characters. What changes little from a section
//! to the next is kept as the difference, in blocks that can be read alone. What is not here: what levels mean.

use super::{Anchor, Section};

/// Sections in reading order that do not change.
#[derive(Debug, Default)]
pub(super) struct Packed {
    /// Where the first section is.
    place: Place,
    /// The entries of all blocks.
    bytes: Box<[u8]>,
    /// Where each block begins in `bytes`.
    starts: Box<[u32]>,
    /// The level of each section.
    levels: Box<[u8]>,
}

/// So many sections make a block.
const BLOCK: usize = 16;

impl Packed {
    /// Returns `sections`, which stand in reading order, in few bytes.
    pub(super) fn new(sections: Vec<Section>) -> Self {
        let (mut bytes, mut starts, mut levels) = (Vec::new(), Vec::new(), Vec::new());
        let (mut last, mut title) = (Place::default(), Vec::new());
        for (number, section) in sections.into_iter().enumerate() {
            if number.is_multiple_of(BLOCK) {
                starts.push(bytes.len() as u32);
                (last, title) = (Place::default(), Vec::new());
            }
            let (place, packed) = (Place::of(&section), pack(&section.title));
            place.write(last, &mut bytes);
            write_title(&title, &packed, &mut bytes);
            levels.push(section.level);
            (last, title) = (place, packed);
        }
        let place = Place::read(Place::default(), &mut &*bytes);
        Self { place, bytes: bytes.into(), starts: starts.into(), levels: levels.into() }
    }

    /// Returns the level of each section.
    pub(super) fn levels(&self) -> &[u8] {
        &self.levels
    }

    /// Returns the place of the first section.
    pub(super) fn place(&self) -> Place {
        self.place
    }

    /// Returns the place of the section with which the block at byte `start` begins.
    fn begin(&self, start: u32) -> Place {
        let mut bytes = self.bytes.get(start as usize..).unwrap_or_default();
        Place::read(Place::default(), &mut bytes)
    }

    /// Returns the number of the first section for whose place `holds`, as it does for all after it; one past the last
    /// where there is none.
    pub(super) fn first(&self, holds: impl Fn(Place) -> bool) -> usize {
        let blocks = self.starts.partition_point(|start| !holds(self.begin(*start)));
        let begin = blocks.saturating_sub(1) * BLOCK;
        let mut entries = self.entries(begin);
        let places = std::iter::from_fn(|| entries.step().map(|_| entries.place));
        begin + places.take(BLOCK).take_while(|place| !holds(*place)).count()
    }

    /// Returns the sections from number `from` on.
    pub(super) fn entries(&self, from: usize) -> Entries<'_> {
        let start = self.starts.get(from / BLOCK).map_or(self.bytes.len(), |start| *start as usize);
        let number = from / BLOCK * BLOCK;
        let mut entries = Entries {
            rest: self.bytes.get(start..).unwrap_or_default(),
            levels: self.levels.get(number..).unwrap_or_default(),
            number,
            place: Place::default(),
            title: Vec::new(),
        };
        for _ in number..from {
            entries.step();
        }
        entries
    }
}

/// Sections on their way out.
pub(super) struct Entries<'a> {
    rest: &'a [u8],
    levels: &'a [u8],
    /// The number of the next section.
    number: usize,
    place: Place,
    title: Vec<u8>,
}

impl Entries<'_> {
    /// Reads the next section but its title; returns its level.
    fn step(&mut self) -> Option<u8> {
        let (level, levels) = self.levels.split_first()?;
        if self.number.is_multiple_of(BLOCK) {
            self.place = Place::default();
            self.title.clear();
        }
        self.place = Place::read(self.place, &mut self.rest);
        read_title(&mut self.title, &mut self.rest);
        self.levels = levels;
        self.number += 1;
        Some(*level)
    }

    /// Returns where the next section begins.
    pub(super) fn anchor(&mut self) -> Option<Anchor> {
        self.step().map(|_| self.place.anchor())
    }

    /// Returns how many bytes of the source lie before the next section.
    pub(super) fn offset(&mut self) -> Option<u64> {
        self.step().map(|_| self.place.offset)
    }
}

impl Iterator for Entries<'_> {
    type Item = Section;

    fn next(&mut self) -> Option<Section> {
        let level = self.step()?;
        let Place { line, offset, .. } = self.place;
        let line = line.checked_sub(1);
        Some(Section {
            title: unpack(&self.title),
            level,
            anchor: self.place.anchor(),
            line,
            offset,
        })
    }
}

/// The numbers of a section.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    part: u64,
    inner: u64,
    /// The line of the source and one more; 0 where there is none.
    line: u64,
    /// How many bytes of the source lie before it.
    pub(super) offset: u64,
}

impl Place {
    fn of(section: &Section) -> Self {
        Self {
            part: section.anchor.part as u64,
            inner: u64::from(section.anchor.line),
            line: section.line.map_or(0, |line| line + 1),
            offset: section.offset,
        }
    }

    /// Returns where the section begins.
    pub(super) fn anchor(self) -> Anchor {
        Anchor { part: self.part as usize, line: self.inner as u32 }
    }

    /// Writes what differs from `last`.
    fn write(self, last: Self, bytes: &mut Vec<u8>) {
        for (number, before) in [
            (self.part, last.part),
            (self.inner, 0),
            (self.line, last.line),
            (self.offset, last.offset),
        ] {
            write_number(number.wrapping_sub(before), bytes);
        }
    }

    /// Reads what differs from `last`.
    fn read(last: Self, bytes: &mut &[u8]) -> Self {
        Self {
            part: last.part.wrapping_add(read_number(bytes)),
            inner: read_number(bytes),
            line: last.line.wrapping_add(read_number(bytes)),
            offset: last.offset.wrapping_add(read_number(bytes)),
        }
    }
}

/// Writes `number` in bytes of seven bits, the lowest first; all but the last have their highest bit set.
fn write_number(mut number: u64, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn read_number(bytes: &mut &[u8]) -> u64 {
    let (mut number, mut shift) = (0, 0);
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u64::from(byte & 0x7F) << shift;
        shift += 7;
        if *byte < 0x80 || shift > 63 {
            break;
        }
    }
    number
}

/// Writes how much `title` begins as the one before, and the rest of it.
fn write_title(before: &[u8], title: &[u8], bytes: &mut Vec<u8>) {
    let same = before.iter().zip(title).take_while(|(one, other)| one == other).count();
    let rest = title.get(same..).unwrap_or_default();
    write_number(same as u64, bytes);
    write_number(rest.len() as u64, bytes);
    bytes.extend_from_slice(rest);
}

/// Makes `title`, the one before, into the next.
fn read_title(title: &mut Vec<u8>, bytes: &mut &[u8]) {
    title.truncate(read_number(bytes) as usize);
    let length = read_number(bytes) as usize;
    let (rest, after) = bytes.split_at_checked(length).unwrap_or((bytes, &[]));
    title.extend_from_slice(rest);
    *bytes = after;
}

/// The characters from here on that take two bytes: kana, Han and half of Hangul.
const WIDE: u32 = 0x3000;

/// The byte before the three of any other character.
const OTHER: u8 = 1;

/// Returns `text` with Han and kana in two bytes each, ASCII in one and all others in four.
fn pack(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        let code = u32::from(c);
        match code.wrapping_sub(WIDE) {
            wide @ 0..0x8000 => bytes.extend([0x80 | (wide >> 8) as u8, wide as u8]),
            _ if c.is_ascii() && code != u32::from(OTHER) => bytes.push(code as u8),
            _ => bytes.extend([OTHER, (code >> 16) as u8, (code >> 8) as u8, code as u8]),
        }
    }
    bytes
}

/// Returns the text that [`pack`] made `bytes` of.
fn unpack(bytes: &[u8]) -> String {
    let mut bytes = bytes.iter().map(|byte| u32::from(*byte));
    let mut text = String::with_capacity(3 * bytes.len() / 2);
    while let Some(first) = bytes.next() {
        let mut next = || bytes.next().unwrap_or_default();
        let code = match first {
            0x80.. => WIDE + (((first & 0x7F) << 8) | next()),
            _ if first == u32::from(OTHER) => (next() << 16) | (next() << 8) | next(),
            _ => first,
        };
        text.extend(char::from_u32(code));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_comes_back() {
        let every = ('\0'..=char::MAX).step_by(7).collect::<String>();
        for text in ["", "第十二章 雨夜", "Ⅻ. café 제1장 — 𠮷😀\u{1}", &every] {
            assert_eq!(unpack(&pack(text)), text);
        }
    }

    #[test]
    fn every_number_comes_back() {
        for number in [0, 1, 127, 128, 70_000, u64::MAX] {
            let mut bytes = Vec::new();
            write_number(number, &mut bytes);
            assert_eq!(read_number(&mut &*bytes), number);
        }
    }

    #[test]
    fn a_section_of_a_long_novel_takes_few_bytes() {
        let section = |number: u64| Section {
            title: format!("第{}章 山里的雨下了三天", 100_000 + number),
            level: 1,
            anchor: Anchor { part: (number / 30) as usize, line: (number % 30 * 20) as u32 },
            line: Some(number * 20),
            offset: number * 2000,
        };
        let sections: Vec<Section> = (0..1000).map(section).collect();
        let packed = Packed::new(sections.clone());
        assert!(packed.bytes.len() < 32 * sections.len(), "{}", packed.bytes.len());
        assert_eq!(packed.entries(0).collect::<Vec<_>>(), sections);
        assert_eq!(packed.entries(700).next().as_ref(), sections.get(700));
    }
}
