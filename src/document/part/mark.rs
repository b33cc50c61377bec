//! Marks: runs of text that are more than plain.

use std::ops::{BitOr, BitOrAssign, Range};

/// A run of a part's text that is more than plain. Runs never overlap: where emphasis lies within a link, the link is
/// cut in three, which have one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The bytes of the part's text.
    pub range: Range<usize>,
    /// How it is meant.
    pub style: Style,
    /// Where it leads, an index into [`Markup::links`](super::Markup::links).
    pub link: Option<u16>,
    /// What else belongs to it.
    pub extra: Option<Extra>,
}

impl Mark {
    /// Returns a mark on `range` that says nothing yet.
    pub fn new(range: Range<usize>) -> Self {
        Self { range, style: Style::default(), link: None, extra: None }
    }

    /// Returns the number of the reading of its word, if it has one.
    pub fn reading(&self) -> Option<u32> {
        match self.extra? {
            Extra::Reading(number) => Some(number),
            Extra::Look(_) => None,
        }
    }
}

/// What belongs to a mark besides its style and link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Extra {
    /// How its word is read, an index into [`Markup::readings`](super::Markup::readings).
    Reading(u32),
    /// The colours that a terminal was told, an index into [`Markup::looks`](super::Markup::looks).
    Look(u32),
}

/// How text is meant, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Style(u16);

impl Style {
    /// Strongly emphasised.
    pub const STRONG: Self = Self(1 << 0);
    /// Emphasised.
    pub const EMPHASIS: Self = Self(1 << 1);
    /// Code.
    pub const CODE: Self = Self(1 << 2);
    /// No longer true.
    pub const STRUCK: Self = Self(1 << 3);
    /// Above the line.
    pub const RAISED: Self = Self(1 << 4);
    /// Below the line.
    pub const LOWERED: Self = Self(1 << 5);
    /// The sign of a note, leading to it or back.
    pub const NOTE: Self = Self(1 << 6);
    /// A formula, as its source.
    pub const MATH: Self = Self(1 << 7);
    /// With a line below it.
    pub const UNDERLINED: Self = Self(1 << 8);
    /// Marked as with a pen.
    pub const HIGHLIGHTED: Self = Self(1 << 9);
    /// What stands for a picture, in words.
    pub const IMAGE: Self = Self(1 << 10);
    /// Fainter, as a terminal was told.
    pub const DIM: Self = Self(1 << 11);
    /// Letters and ground exchanged, as a terminal was told.
    pub const REVERSED: Self = Self(1 << 12);
    /// A white space after which a row ends, within the cell of a table.
    pub const BREAK: Self = Self(1 << 13);
    /// Aside: the bullet of an item, the name of a remark; no words of the author's.
    pub const SIGN: Self = Self(1 << 14);

    /// Returns whether all that `other` says is said here.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Returns what is said but for what `other` says.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Returns whether nothing is said.
    pub const fn is_plain(self) -> bool {
        self.0 == 0
    }
}

impl BitOr for Style {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Style {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An address outside of the document.
    Address(Box<str>),
    /// A place in this document or in a file beside it, as the source names it: `#name`, `other.md#name`.
    Place(Box<str>),
}

impl Target {
    /// Returns what the source names.
    pub fn href(&self) -> &str {
        match self {
            Self::Address(href) | Self::Place(href) => href,
        }
    }

    /// Returns how many bytes its text takes.
    pub(super) fn bytes(&self) -> usize {
        self.href().len()
    }
}

/// The colours and the line that a terminal was told for text (ECMA-48 SGR); what is off is as the terminal has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TerminalLook {
    /// The colour of the letters.
    pub foreground: Option<TerminalColour>,
    /// The colour of the ground.
    pub background: Option<TerminalColour>,
    /// What kind of line is below, where [`Style::UNDERLINED`] says that one is.
    pub underline: Underline,
}

/// A colour as a terminal knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TerminalColour {
    /// One of the palette: 0 to 15 are the terminal's own.
    Indexed(u8),
    /// Red, green and blue.
    Rgb(u8, u8, u8),
}

/// A kind of line below text (SGR `4:1` to `4:5`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Underline {
    /// One straight line.
    #[default]
    Straight,
    /// Two lines.
    Double,
    /// A wave.
    Curly,
    /// Dots.
    Dotted,
    /// Dashes.
    Dashed,
}
