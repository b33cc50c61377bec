//! The choices a reader has in how text is set.

pub use crate::text::{Korean, Level};

/// The choices a reader has; part of the key of whatever depends on rows. The default is what a Chinese
/// typesetter would choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LayoutOptions {
    /// The width of the column in cells, at least 2.
    pub measure: usize,
    /// How strictly the rules for the ends of rows are kept.
    pub level: Level,
    /// Where Korean may be broken.
    pub korean: Korean,
    /// Whether a stop may stand past the measure.
    pub hang: Hang,
    /// What stands between East Asian and other letters.
    pub autospace: Autospace,
    /// What happens to the cells that a row leaves blank.
    pub justify: Justify,
    /// What happens to a last row of one character.
    pub orphan: Orphan,
    /// How rows are filled.
    pub algorithm: Algorithm,
    /// What an odd measure is for Chinese and Japanese.
    pub odd_measure: OddMeasure,
    /// How wide the quotes of Chinese are.
    pub quotes: Quotes,
    /// What parts one paragraph from the next.
    pub parting: Parting,
    /// Where the readings of words stand.
    pub ruby: Ruby,
    /// What becomes of a line that is kept and wider than the measure.
    pub overflow: Overflow,
}

impl Default for LayoutOptions {
    fn default() -> Self {
        Self {
            measure: 72,
            level: Level::default(),
            korean: Korean::default(),
            hang: Hang::default(),
            autospace: Autospace::default(),
            justify: Justify::default(),
            orphan: Orphan::default(),
            algorithm: Algorithm::default(),
            odd_measure: OddMeasure::default(),
            quotes: Quotes::default(),
            parting: Parting::default(),
            ruby: Ruby::default(),
            overflow: Overflow::default(),
        }
    }
}

/// Whether a stop may stand past the measure (CLREQ, hanging punctuation).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Hang {
    /// None may.
    #[default]
    Never,
    /// One full-width stop may that ends a row and stands beside no other mark: in simplified Chinese any,
    /// in Japanese `、` `。` `，` `．`, elsewhere none. The column needs two blank cells on its right.
    Stop,
}

/// What stands between East Asian and other letters (CLREQ, mixed text; CSS `text-autospace`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Autospace {
    /// What the source has.
    #[default]
    Keep,
    /// A blank cell, where the source has no space.
    Insert,
    /// Nothing, where the source has one space.
    Remove,
}

/// What happens to the cells that a row leaves blank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Justify {
    /// They stand at its end.
    #[default]
    Ragged,
    /// They widen gaps between East Asian and other letters and spaces between words, by one cell each,
    /// where those take all of them.
    Gaps,
}

/// What happens to a last row of one character (CLREQ, widow characters).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Orphan {
    /// It gets company from the row above, which is shorter by so much.
    #[default]
    Repair,
    /// It stays.
    Leave,
}

/// How rows are filled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// Each with as much as fits.
    #[default]
    FirstFit,
    /// All of a paragraph at about the same length (Knuth and Plass); for text in alphabets.
    Optimal,
    /// [`Self::Optimal`] where more than three letters in five are of an alphabet, else [`Self::FirstFit`]:
    /// characters that may all end a row gain nothing by it.
    Auto,
}

/// What an odd measure is for Chinese and Japanese, whose characters take two cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OddMeasure {
    /// One cell less.
    #[default]
    Even,
    /// What it is.
    Keep,
}

/// How wide `“` `”` `‘` `’` are in Chinese.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Quotes {
    /// As wide as the terminal draws them.
    #[default]
    Natural,
    /// Two cells, the ink on the inner side, so that characters stand in a grid.
    Slot,
}

/// What parts one paragraph from the next: an indent of its first row or a blank row, never both (CLREQ
/// 段首缩排).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Parting {
    /// What the source has; of one that has neither, a blank row where paragraphs are long, and an indent
    /// where they are short and the language indents.
    #[default]
    Source,
    /// An indent: two em, in Japanese one. A single blank line between paragraphs goes.
    Indent,
    /// A blank row.
    Blank,
}

/// What becomes of a line that is kept and wider than the measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Overflow {
    /// It goes on in the next row.
    #[default]
    GoesOn,
    /// It is one row, of which whoever paints it shows as much as has room.
    OneRow,
}

/// Where the readings of words stand (ruby; JLREQ §3.3, CLREQ 行间注).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ruby {
    /// In parentheses after their words.
    #[default]
    After,
    /// Nowhere.
    Hidden,
    /// In a line of their own above the row.
    Above,
}
