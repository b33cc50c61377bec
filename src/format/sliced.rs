//! A document that is parsed as a whole and handed out in parts of bounded size.

use std::ops::{ControlFlow, Range};

use crate::document::{Anchor, Outline, Part, Section, Survey};
use crate::format::blocks::{Heading, characters, headings};
use crate::format::reference::unescaped;

/// About how many bytes of text are one part.
const PIECE_BYTES: usize = 256 << 10;

/// A parsed document in parts.
pub(super) struct Sliced {
    parts: Box<[Part]>,
    /// How many bytes of the text lie before each part, and before the end.
    before: Vec<u64>,
}

impl Sliced {
    /// Returns `whole` in parts.
    pub(super) fn of(whole: &Part) -> Self {
        let bytes = whole.text().len();
        let count = bytes.div_ceil(PIECE_BYTES).max(1);
        let cuts: Vec<usize> = (1..count).map(|piece| bytes / count * piece).collect();
        let parts: Box<[Part]> = whole.sliced(&cuts).into();
        let mut before = vec![0];
        before.extend(parts.iter().scan(0, |sum, part| {
            *sum += part.text().len().max(1) as u64;
            Some(*sum)
        }));
        Self { parts, before }
    }

    /// Returns how many parts there are.
    pub(super) fn count(&self) -> usize {
        self.parts.len()
    }

    /// Returns how many bytes of the text lie before part `index`; of one past the last, how many there are.
    pub(super) fn before(&self, index: usize) -> u64 {
        self.before.get(index).or(self.before.last()).copied().unwrap_or_default()
    }

    /// Returns part `index`; past the end, an empty one.
    pub(super) fn part(&self, index: usize) -> Part {
        self.parts.get(index).cloned().unwrap_or_default()
    }

    /// Gives `take` the text of each of `parts`, in order, until it breaks off.
    pub(super) fn texts(
        &self,
        parts: Range<usize>,
        take: &mut dyn FnMut(usize, &str) -> ControlFlow<()>,
    ) {
        for index in parts {
            let text = self.parts.get(index).map_or("", Part::text);
            if take(index, text).is_break() {
                return;
            }
        }
    }

    /// Returns what a pass over it finds: its headings are its sections.
    pub(super) fn survey(&self) -> Survey {
        let mut sections = Vec::new();
        for (number, part) in self.parts.iter().enumerate() {
            for Heading { title, level, line, start } in headings(part) {
                let anchor = Anchor { part: number, line };
                let offset = self.before(number) + start as u64;
                sections.push(Section { title, level, anchor, line: None, offset });
            }
        }
        Survey {
            outline: Outline::new(sections).into(),
            characters: self.parts.iter().map(characters).sum(),
            done: self.before(self.parts.len()),
            ..Survey::default()
        }
    }

    /// Returns the part and the name that `href`, in part `part`, leads to; none where that is another document.
    pub(super) fn resolve(&self, part: usize, href: &str) -> Option<(usize, String)> {
        let name = href.strip_prefix('#')?;
        let names = [name.to_owned(), unescaped(name)];
        let found = names.into_iter().find_map(|name| {
            Some((self.parts.iter().position(|part| part.anchor(&name).is_some())?, name))
        });
        let top = || (name.is_empty() || name == "top").then(|| (0, String::new()));
        Some(found.or_else(top).unwrap_or((part, name.to_owned())))
    }
}
