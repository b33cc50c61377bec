//! Text set in rows: one paragraph in, rows out; never the screen, never the whole document.

pub mod flow;

mod cut;
mod edges;
mod fill;
mod fragment;
mod hang;
mod justify;
mod metrics;
mod options;
mod orphan;
mod row;
mod ruby;
mod table;
mod verbatim;

use crate::document::WordReading;
use crate::text::{BreakRules, Lang, WidthModel};
pub use options::{
    Algorithm, Autospace, Hang, Justify, Korean, LayoutOptions, Level, OddMeasure, Orphan,
    Overflow, Parting, Quotes, Ruby,
};
pub use row::{Placed, Row, RowEnd, Run, Slot};
use ruby::Readings;
pub use ruby::{ReadingPlace, RowReading};

/// What is set: one block's text, without a line feed, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph<'a> {
    /// The text.
    pub text: &'a str,
    /// How it is set.
    pub setting: ParagraphSetting,
    /// Its language; none: told from its letters.
    pub lang: Option<Lang>,
    /// The cells left blank before its first row.
    pub first_indent: usize,
    /// The cells left blank before each other row.
    pub indent: usize,
    /// The cell of its line in the source at which the text begins: its tabs reach the stops of that line.
    pub column: usize,
    /// How its words are read, in their order, their bytes counted from the start of the text.
    pub readings: Vec<WordReading<'a>>,
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ParagraphSetting {
    /// Filled to the measure.
    #[default]
    Flow,
    /// A heading: filled, its rows of about equal length.
    Heading,
    /// Kept as it is: code, verse. What is too wide goes on in a marked row, or is one row all the same.
    Verbatim,
}

/// Returns the rows of `paragraph`, at least one. Their ranges follow one another and make up the text.
pub fn layout(paragraph: &Paragraph, options: &LayoutOptions, model: &WidthModel) -> Vec<Row> {
    match paragraph.setting {
        ParagraphSetting::Flow | ParagraphSetting::Heading => {
            fill::fill(paragraph, options, *model)
        }
        ParagraphSetting::Verbatim => {
            let column = match options.overflow {
                Overflow::GoesOn => RowBounds::new(paragraph, options, Lang::Other),
                Overflow::OneRow => RowBounds::without_end(paragraph),
            };
            let rules = BreakRules {
                lang: lang_of(paragraph),
                level: options.level,
                korean: options.korean,
            };
            let readings = Readings::of(paragraph, options.ruby, column.least_room(), *model);
            let kept = verbatim::KeptText {
                text: paragraph.text,
                column: paragraph.column,
                readings: &readings,
                model: *model,
            };
            kept.rows(&column, rules)
        }
    }
}

/// Returns the language of `paragraph`, declared or told from its letters.
fn lang_of(paragraph: &Paragraph) -> Lang {
    paragraph.lang.or_else(|| Lang::detect(paragraph.text)).unwrap_or(Lang::Other)
}

/// The cells between which rows are set.
struct RowBounds {
    measure: usize,
    first_indent: usize,
    indent: usize,
}

impl RowBounds {
    /// Returns the column for `paragraph`; its indents leave at least two cells of text.
    fn new(paragraph: &Paragraph, options: &LayoutOptions, lang: Lang) -> Self {
        let wide = matches!(lang, Lang::ZhHans | Lang::ZhHant | Lang::Ja);
        let even = wide && options.odd_measure == OddMeasure::Even;
        let measure = if even { options.measure & !1 } else { options.measure };
        let measure = measure.clamp(2, usize::from(u16::MAX));
        let first_indent = paragraph.first_indent.min(measure - 2);
        Self { measure, first_indent, indent: paragraph.indent.min(measure - 2) }
    }

    /// Returns the column for `paragraph` that has room for any row.
    fn without_end(paragraph: &Paragraph) -> Self {
        let Paragraph { first_indent, indent, .. } = *paragraph;
        Self { measure: usize::MAX, first_indent, indent }
    }

    /// Returns the blank cells before row `index`.
    fn indent_of(&self, index: usize) -> usize {
        if index == 0 { self.first_indent } else { self.indent }
    }

    /// Returns the cells of text that any row can hold.
    fn least_room(&self) -> usize {
        self.room(0).min(self.room(1))
    }

    /// Returns the cells of text that row `index` can hold.
    fn room(&self, index: usize) -> usize {
        self.measure - self.indent_of(index)
    }
}

#[cfg(test)]
mod tests;
