//! Readings of words (ruby): how many cells they take, where no row ends for one, and where they stand in a row.

use std::ops::Range;

use super::{Paragraph, Placed, Row, Ruby};
use crate::document::{WordReading, in_parentheses};
use crate::text::{WidthModel, clusters, clusters_forward, is_blank};

/// The cells of what follows a word that a reading above may hang over: those of one kana (JLREQ, ruby that is longer than
/// its base).
const OVERHANG: usize = 2;

/// How a word of a row is read, as the row shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowReading {
    /// Where the cluster starts in the paragraph's text that it belongs to, the last of its word.
    pub byte: usize,
    /// Its first cell, counted from that of the row's text.
    pub cell: usize,
    /// What is shown.
    pub text: Box<str>,
    /// Where it stands.
    pub place: ReadingPlace,
}

impl RowReading {
    /// Returns its glyphs, the first of them at `cell`.
    pub(super) fn glyphs<'a>(
        &'a self,
        mut cell: usize,
        model: &'a WidthModel,
    ) -> impl Iterator<Item = Placed<'a>> {
        clusters_forward(&self.text).map(move |(_, cluster)| {
            let glyph = model.glyph(cluster);
            cell += glyph.cells();
            Placed { byte: self.byte, cell: cell - glyph.cells(), glyph }
        })
    }
}

/// Where a reading stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReadingPlace {
    /// In the row, right after its word.
    After,
    /// In a line of its own, above its word.
    Above,
}

/// The readings of a paragraph as a column shows them, in the order of their words.
#[derive(Debug, Default)]
pub(super) struct Readings(Vec<ShownReading>);

/// A reading, as a column shows it.
#[derive(Debug)]
struct ShownReading {
    /// The bytes of its word.
    word: Range<usize>,
    /// Where the last cluster of its word starts.
    last: usize,
    text: Box<str>,
    place: ReadingPlace,
    /// The cells that the last cluster of its word takes beyond its own.
    extra: usize,
    /// Where the text ends that stays in one row with its word.
    kept: usize,
}

impl Readings {
    /// Returns the readings of `paragraph` shown as `ruby` says. One for which a row of `room` cells has no place beside
    /// the end of its word is shortened.
    pub(super) fn of(paragraph: &Paragraph, ruby: Ruby, room: usize, model: WidthModel) -> Self {
        let setter = ReadingSetter { text: paragraph.text, room, model };
        let words = || paragraph.readings.iter();
        Self(match ruby {
            Ruby::Hidden => Vec::new(),
            Ruby::After => words().filter_map(|word| setter.after(word)).collect(),
            Ruby::Above => {
                let next = words().skip(1).map(|next| next.word.start).chain([usize::MAX]);
                words().zip(next).filter_map(|(word, next)| setter.above(word, next)).collect()
            }
        })
    }

    /// Returns whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the cells that the cluster at `byte` takes beyond its own.
    pub(super) fn extra(&self, byte: usize) -> usize {
        let found = self.0.binary_search_by_key(&byte, |shown| shown.last);
        found.ok().and_then(|at| self.0.get(at)).map_or(0, |shown| shown.extra)
    }

    /// Returns whether a row should not end at `byte`: it would part a word, or what its reading hangs over.
    pub(super) fn keep_together(&self, byte: usize) -> bool {
        let passed = self.0.partition_point(|shown| shown.kept <= byte);
        self.0.get(passed).is_some_and(|shown| shown.word.start < byte)
    }

    /// Returns whether a word that ends in `range` has a reading.
    pub(super) fn any_in(&self, range: &Range<usize>) -> bool {
        let passed = self.0.partition_point(|shown| shown.last < range.start);
        self.0.get(passed).is_some_and(|shown| shown.last < range.end)
    }

    /// Returns the readings in `row` of `text`, which may reach to cell `end` of it.
    pub(super) fn in_row(
        &self,
        row: &Row,
        text: &str,
        model: WidthModel,
        end: usize,
    ) -> Vec<RowReading> {
        let first = self.0.partition_point(|shown| shown.last < row.range.start);
        let after = self.0.partition_point(|shown| shown.last < row.range.end);
        let shown = self.0.get(first..after).unwrap_or_default();
        let mut end = end.saturating_sub(row.indent);
        let mut readings = Vec::with_capacity(shown.len());
        for shown in shown.iter().rev() {
            let cell = |byte| row.cell_of(text, &model, byte).saturating_sub(row.indent);
            let cell = match shown.place {
                ReadingPlace::After => {
                    let start = row.slot_start(text, model, shown.last);
                    start.saturating_sub(row.indent) + shown.own(text, model)
                }
                ReadingPlace::Above => {
                    let start = cell(shown.word.start.max(row.range.start));
                    let cells = cell(shown.last) + shown.own(text, model) - start;
                    start + cells.saturating_sub(model.width(&shown.text)) / 2
                }
            };
            let room = end.saturating_sub(cell);
            let text = model.prefix(&shown.text, room).into();
            if shown.place == ReadingPlace::Above {
                end = cell;
            }
            readings.push(RowReading { byte: shown.last, cell, text, place: shown.place });
        }
        readings.reverse();
        readings
    }
}

impl ShownReading {
    /// Returns the cells of the last cluster of its word.
    fn own(&self, text: &str, model: WidthModel) -> usize {
        text.get(self.last..self.word.end).map_or(0, |cluster| model.width(cluster))
    }
}

/// Returns how many cells more than its own `text` may take, its words being read so.
pub(super) fn cells(text: &str, readings: &[WordReading], ruby: Ruby, model: WidthModel) -> usize {
    let cells = |WordReading { word, reading }: &WordReading| {
        let base = text.get(word.clone()).unwrap_or_default();
        match ruby {
            Ruby::Hidden => 0,
            Ruby::After => model.width(&in_parentheses(base, reading)),
            Ruby::Above => model.width(reading).saturating_sub(model.width(base)),
        }
    };
    readings.iter().map(cells).sum()
}

/// What it takes to find room for a reading.
struct ReadingSetter<'t> {
    text: &'t str,
    /// The cells of a row.
    room: usize,
    model: WidthModel,
}

impl ReadingSetter<'_> {
    /// Returns the reading of `word` in parentheses after it.
    fn after(&self, word: &WordReading) -> Option<ShownReading> {
        let (base, last) = self.base(word)?;
        let own = self.model.width(base.get(last - word.word.start..)?);
        let whole = self.model.width(&in_parentheses(base, word.reading));
        let brackets = whole.saturating_sub(self.model.width(word.reading));
        let room = self.room.checked_sub(own + brackets).filter(|room| *room > 0)?;
        let text = in_parentheses(base, &self.shortened(word.reading, room));
        let extra = self.model.width(&text);
        Some(ShownReading {
            word: word.word.start..word.word.start + base.len(),
            last,
            text: text.into(),
            place: ReadingPlace::After,
            extra,
            kept: word.word.end,
        })
    }

    /// Returns the reading of `word` above it, where the next word with a reading begins at byte `next`. What is wider
    /// than its word hangs over a kana, a mark or a blank after it; past that the word is widened.
    fn above(&self, word: &WordReading, next: usize) -> Option<ShownReading> {
        let (base, last) = self.base(word)?;
        let text = self.shortened(word.reading, self.room);
        let over = self.model.width(&text).saturating_sub(self.model.width(base));
        let rest = self.text.get(word.word.end..next.min(self.text.len())).unwrap_or_default();
        let hung = clusters_forward(rest).next().filter(|(_, cluster)| may_be_hung_over(cluster));
        let hung = hung.filter(|_| over > 0).map(|(_, cluster)| cluster);
        let cells = hung.map_or(0, |cluster| self.model.cluster(cluster).min(OVERHANG));
        Some(ShownReading {
            word: word.word.start..word.word.start + base.len(),
            last,
            text: text.into(),
            place: ReadingPlace::Above,
            extra: over.saturating_sub(cells),
            kept: word.word.end + hung.map_or(0, str::len),
        })
    }

    /// Returns the text of `word`, white space at its end left out, and where its last cluster starts; none where nothing
    /// of it is seen.
    fn base(&self, word: &WordReading) -> Option<(&str, usize)> {
        let base = self.text.get(word.word.clone())?;
        let is_seen = |(_, cluster): &(usize, &str)| !cluster.chars().all(is_blank);
        let (last, cluster) = clusters(base).rev().find(is_seen)?;
        let base = base.get(..last + cluster.len())?;
        (self.model.width(base) > 0).then_some((base, word.word.start + last))
    }

    /// Returns `reading` in at most `cells` cells; what is left out is marked by `…`.
    fn shortened(&self, reading: &str, cells: usize) -> String {
        if self.model.width(reading) <= cells {
            return reading.to_owned();
        }
        let room = cells.saturating_sub(self.model.width("…"));
        let head = self.model.prefix(reading, room);
        self.model.prefix(&format!("{head}…"), cells).to_owned()
    }
}

/// Returns whether the reading of the word before may hang over `cluster`: a kana, a mark or a blank.
fn may_be_hung_over(cluster: &str) -> bool {
    cluster
        .chars()
        .all(|c| matches!(c, '\u{3041}'..='\u{30FF}') || is_blank(c) || !c.is_alphanumeric())
}
