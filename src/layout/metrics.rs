//! How many cells a cluster takes among its neighbours, where that is not its own width.

use super::ruby::Readings;
use super::{Autospace, LayoutOptions, Quotes};
use crate::text::{Lang, WidthModel, clusters_forward, is_blank, is_east_asian_letter};

/// What decides how many cells a cluster of a paragraph takes.
#[derive(Clone, Copy)]
pub(super) struct Metrics<'r> {
    pub(super) model: WidthModel,
    autospace: Autospace,
    /// Whether quotes take two cells.
    slots: bool,
    /// The readings of the text, which take cells beside their words.
    readings: Option<&'r Readings>,
}

/// The cells of a cluster.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Extent {
    /// The cells that it takes.
    pub(super) cells: usize,
    /// The blank cells after it, unless it ends its row.
    pub(super) gap: usize,
}

impl<'r> Metrics<'r> {
    pub(super) fn new(lang: Lang, options: &LayoutOptions, model: WidthModel) -> Self {
        let chinese = matches!(lang, Lang::ZhHans | Lang::ZhHant);
        let slots = chinese && options.quotes == Quotes::Slot;
        Self { model, autospace: options.autospace, slots, readings: None }
    }

    /// Returns the same for a text with these readings.
    pub(super) fn with(self, readings: &'r Readings) -> Self {
        Self { readings: Some(readings).filter(|readings| !readings.is_empty()), ..self }
    }

    /// Returns the same for a text without readings.
    pub(super) fn without_readings(self) -> Self {
        Self { readings: None, ..self }
    }

    /// Returns the clusters of `text` from byte `from` on, each with its start and its extent.
    pub(super) fn extents<'t>(
        self,
        text: &'t str,
        from: usize,
    ) -> impl Iterator<Item = (usize, &'t str, Extent)> + use<'r, 't> {
        let mut before = text.get(..from).and_then(|text| text.chars().next_back());
        clusters_forward(text.get(from..).unwrap_or_default()).map(move |(at, cluster)| {
            let at = from + at;
            let mut extent = Extent { cells: self.model.cluster(cluster), gap: 0 };
            if !self.is_plain() {
                let rest = text.get(at + cluster.len()..).unwrap_or_default();
                self.adjust(&mut extent, before, cluster, rest.chars().next());
                before = cluster.chars().next();
            }
            let reading = self.readings.map_or(0, |readings| readings.extra(at));
            if reading > 0 {
                extent = Extent { cells: extent.cells + reading, gap: 0 };
            }
            (at, cluster, extent)
        })
    }

    /// Changes the extent of `cluster`, between the characters `before` and `after`, from its own width.
    fn adjust(self, extent: &mut Extent, before: Option<char>, cluster: &str, after: Option<char>) {
        let first = cluster.chars().next();
        match self.autospace {
            Autospace::Remove if cluster == " " && is_mixed(before, after) => extent.cells = 0,
            Autospace::Insert if extent.cells > 0 && is_mixed(first, after) => extent.gap = 1,
            _ if self.slots && extent.cells == 1 && is_chinese_quote(before, first, after) => {
                extent.cells = 2;
            }
            _ => {}
        }
    }

    /// Returns whether each cluster takes the cells of its own, whatever stands beside it.
    pub(super) fn is_plain(self) -> bool {
        self.autospace == Autospace::Keep && !self.slots && self.readings.is_none()
    }

    /// Returns the cells of `text`, as a row of its own.
    pub(super) fn width(self, text: &str) -> usize {
        let end = text.trim_end_matches(is_blank).len();
        let painted = self.extents(text, 0).take_while(|(at, ..)| *at < end);
        painted.map(|(.., extent)| extent.cells + extent.gap).sum()
    }
}

/// Returns whether one of two neighbours is an East Asian letter and the other a letter or digit of
/// another script (CLREQ, mixed text: no gap beside a mark).
pub(super) fn is_mixed(left: Option<char>, right: Option<char>) -> bool {
    let other = |c: char| !is_east_asian_letter(c) && c.is_alphanumeric();
    left.zip(right).is_some_and(|(left, right)| {
        (is_east_asian_letter(left) && other(right)) || (other(left) && is_east_asian_letter(right))
    })
}

/// Returns whether `c` is a quote of Chinese, not an apostrophe.
fn is_chinese_quote(before: Option<char>, c: Option<char>, after: Option<char>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !is_east_asian_letter(c));
    match c {
        Some('“' | '”' | '‘') => true,
        Some('’') => !(letter(before) && letter(after)),
        _ => false,
    }
}
