//! How many cells a grapheme cluster takes.

use std::borrow::Cow;

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::ambiguous::is_ambiguous;
use super::clean::{Clean, is_ignorable, show};
use crate::budget::{GLYPH_CELLS, GLYPH_SCALARS};

/// What decides how wide a cluster is drawn; part of the key of whatever depends on widths. Its default is
/// what most terminals do and the renderer believes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WidthModel {
    /// How wide characters of East Asian Width A are: `“` `—` `①` `α`.
    pub ambiguous: Ambiguous,
    /// How wide the signs of frames and blocks are, which are of Width A, too: `─` `│` `█`.
    pub frames: Ambiguous,
    /// How wide a character is that U+FE0F turns into an emoji.
    pub vs16: Vs16,
    /// How wide emoji are that U+200D or a skin tone joins.
    pub zwj: Zwj,
    /// The cells from one tab stop to the next.
    pub tab: u16,
}

/// How wide characters of East Asian Width A are (UAX #11).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ambiguous {
    /// One cell.
    #[default]
    Narrow,
    /// Two cells.
    Wide,
}

/// How wide a character is that U+FE0F turns into an emoji.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Vs16 {
    /// As wide as without it.
    Narrow,
    /// Two cells.
    #[default]
    Wide,
}

/// How wide emoji are that U+200D or a skin tone joins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Zwj {
    /// As wide as one.
    #[default]
    Cluster,
    /// As wide as all of them side by side.
    Sum,
}

impl Default for WidthModel {
    fn default() -> Self {
        Self {
            ambiguous: Ambiguous::default(),
            frames: Ambiguous::default(),
            vs16: Vs16::default(),
            zwj: Zwj::default(),
            tab: 8,
        }
    }
}

/// What is shown for one cluster, and the cells that it takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glyph<'a> {
    text: Cow<'a, str>,
    cells: usize,
}

impl Glyph<'_> {
    /// Returns the text to send to the terminal; empty where nothing is shown.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns how many cells it takes: 0 to 2, and more only for emoji joined at [`Zwj::Sum`].
    pub fn cells(&self) -> usize {
        self.cells
    }
}

/// Returns the grapheme clusters of `text` (UAX #29), each with the byte where it starts.
pub fn clusters(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    text.grapheme_indices(true)
}

/// Returns the same clusters as [`clusters`], from first to last only and several times as fast.
pub fn clusters_forward(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let mut chars = rest.chars();
        let plain = is_plain(chars.next()?) && chars.clone().next().is_none_or(is_plain);
        let cluster = if plain {
            rest.get(..rest.len() - chars.as_str().len())?
        } else {
            rest.graphemes(true).next()?
        };
        at += cluster.len();
        Some((at - cluster.len(), cluster))
    })
}

/// Returns whether `c` is one of the frequent characters that are a cluster beside one of their kind.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{2010}'..='\u{2027}') || is_plain_wide(c)
}

/// Returns whether `c` is one of those and two cells wide.
fn is_plain_wide(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3000}'..='\u{3029}' | '\u{3041}'..='\u{3096}'
        | '\u{30A0}'..='\u{30FF}' | '\u{FF01}'..='\u{FF60}')
}

/// Returns whether a cluster of `text` starts or ends at byte `at`.
pub fn is_boundary(text: &str, at: usize) -> bool {
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(false)
}

impl WidthModel {
    /// Returns what is shown for `cluster`: controls as visible signs, a mark without a letter on a dotted
    /// circle, what is invisible not at all, and of a cluster that never ends its first scalars and U+FFFD.
    pub fn glyph<'a>(&self, cluster: &'a str) -> Glyph<'a> {
        if let [b' '..=b'~'] = cluster.as_bytes() {
            return Glyph { text: Cow::Borrowed(cluster), cells: 1 };
        }
        let mut chars = cluster.chars();
        if chars.next().is_some_and(is_plain_wide) && chars.as_str().is_empty() {
            return Glyph { text: Cow::Borrowed(cluster), cells: 2 };
        }
        let mut text = show(cluster);
        if text.chars().all(is_ignorable) {
            return Glyph::default();
        }
        if text.chars().nth(GLYPH_SCALARS).is_some() || self.cells(&text) > GLYPH_CELLS {
            text = Cow::Owned(beginning(&text));
        }
        let cells = self.cells(&text);
        if cells == 0 {
            let marks = text.chars().take(GLYPH_SCALARS - 1);
            let text: String = std::iter::once('\u{25CC}').chain(marks).collect();
            return Glyph { cells: self.cells(&text), text: Cow::Owned(text) };
        }
        Glyph { text, cells }
    }

    /// Returns how many cells the glyph of `cluster` takes.
    pub fn cluster(&self, cluster: &str) -> usize {
        self.glyph(cluster).cells
    }

    /// Returns how many cells `text` takes, the sum over its clusters.
    pub fn width(&self, text: &str) -> usize {
        clusters_forward(text).map(|(_, cluster)| self.cluster(cluster)).sum()
    }

    /// Returns the glyphs of `text`.
    pub fn glyphs<'a>(&self, text: &'a Clean) -> impl Iterator<Item = Glyph<'a>> {
        clusters_forward(text.as_str()).map(|(_, cluster)| self.glyph(cluster))
    }

    /// Returns the longest prefix of `text` of at most `cells` cells.
    pub fn prefix<'a>(&self, text: &'a str, cells: usize) -> &'a str {
        let mut used = 0;
        for (at, cluster) in clusters(text) {
            used += self.glyph(cluster).cells;
            if used > cells {
                return text.get(..at).unwrap_or_default();
            }
        }
        text
    }

    /// Returns the longest suffix of `text` of at most `cells` cells.
    pub fn suffix<'a>(&self, text: &'a str, cells: usize) -> &'a str {
        let mut used = 0;
        for (at, cluster) in clusters(text).rev() {
            used += self.glyph(cluster).cells;
            if used > cells {
                return text.get(at + cluster.len()..).unwrap_or_default();
            }
        }
        text
    }

    /// Returns how many cells the terminal moves on for `text`, a cluster without controls.
    fn cells(self, text: &str) -> usize {
        let mut chars = text.chars();
        let (Some(first), rest) = (chars.next(), chars.as_str()) else { return 0 };
        let cells = if rest.is_empty() {
            first.width().unwrap_or_default()
        } else if self.is_summed(rest) || rest.contains(COENG) {
            text.chars().filter_map(UnicodeWidthChar::width).sum()
        } else if self.vs16 == Vs16::Narrow && rest.starts_with('\u{FE0F}')
            || rest.starts_with('\u{FE0E}')
        {
            // Few terminals make an emoji narrow for U+FE0E; one that does leaves a cell blank.
            first.width().unwrap_or_default()
        } else {
            text.width() + rest.chars().filter(|c| stands_beside(*c)).count()
        };
        let wide = cells == 1 && self.ambiguous_width(first) == Ambiguous::Wide;
        if wide && is_ambiguous(first) { 2 } else { cells }
    }

    /// Returns how wide `c` is if it is of Width A.
    fn ambiguous_width(self, c: char) -> Ambiguous {
        if matches!(c, '\u{2500}'..='\u{259F}') { self.frames } else { self.ambiguous }
    }

    /// Returns whether a cluster whose first scalar `rest` follows is drawn as its emoji side by side.
    fn is_summed(self, rest: &str) -> bool {
        let joins = |c| matches!(c, '\u{200D}' | '\u{1F3FB}'..='\u{1F3FF}');
        self.zwj == Zwj::Sum && rest.contains(joins)
    }
}

/// Returns whether `c` extends a cluster and is taken for one without cells, and yet terminals draw it beside the
/// letter: the half-width voicing marks of Japanese, and vowel signs of India (Mc, `Other_Grapheme_Extend`).
fn stands_beside(c: char) -> bool {
    matches!(
        c,
        '\u{FF9E}'
            | '\u{FF9F}'
            | '\u{09BE}'
            | '\u{09D7}'
            | '\u{0B3E}'
            | '\u{0B57}'
            | '\u{0BBE}'
            | '\u{0BD7}'
            | '\u{0CC2}'
            | '\u{0CD5}'
            | '\u{0CD6}'
            | '\u{0D3E}'
            | '\u{0D57}'
            | '\u{0DCF}'
            | '\u{0DDF}'
    )
}

/// What sets the next consonant of Khmer below the one before it; terminals draw that in cells of its own.
const COENG: char = '\u{17D2}';

/// Returns the beginning of a cluster that is too long to be shown, marked with U+FFFD.
fn beginning(cluster: &str) -> String {
    let mut cells = 1;
    let mut text = String::new();
    for c in cluster.chars().take(GLYPH_SCALARS - 1) {
        cells += c.width().unwrap_or_default();
        if cells > GLYPH_CELLS {
            break;
        }
        text.push(c);
    }
    text.truncate(text.trim_end_matches('\u{200D}').len());
    text.push('\u{FFFD}');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::{Cell, CellWidth};

    const ALL: &str = "中𠮷葛󠄀aé e\u{301} ｶﾞﾊﾟ か\u{3099} 👍🏽👨‍👩‍👧🏳️‍🌈🇨🇳❤️1️⃣ “”‘’…—·×①αя★ لا क्ष स्त्र \
        한글 \u{1112}\u{1161}\u{11AB} ภาษา ກຳ ⸺ ￥％，。 \u{E000}";

    fn cells(text: &str, model: WidthModel) -> Vec<usize> {
        clusters(text).map(|(_, cluster)| model.glyph(cluster).cells()).collect()
    }

    #[test]
    fn a_glyph_is_as_wide_as_the_renderer_believes() {
        let model = WidthModel::default();
        for (_, cluster) in clusters(ALL) {
            let glyph = model.glyph(cluster);
            let mut cell = Cell::default();
            cell.set_symbol(glyph.text());
            assert_eq!(glyph.cells(), usize::from(cell.cell_width()), "{cluster:?}");
        }
    }

    #[test]
    fn the_fast_ways_lead_to_the_same() {
        let every: String =
            (0..0x30_000).filter_map(char::from_u32).flat_map(|c| [c, 'a', c, '书']).collect();
        assert!(clusters_forward(&every).eq(clusters(&every)));
        assert!(clusters_forward(ALL).eq(clusters(ALL)));
        let model = WidthModel::default();
        let slowly = |c: &str| (show(c).into_owned(), model.cells(&show(c)));
        for c in every.chars().filter(|c| is_plain_wide(*c)).map(String::from) {
            let glyph = model.glyph(&c);
            assert_eq!((glyph.text().to_owned(), glyph.cells()), slowly(&c), "{c:?}");
        }
    }

    #[test]
    fn frames_have_a_width_of_their_own() {
        let frames = WidthModel { frames: Ambiguous::Wide, ..WidthModel::default() };
        assert_eq!(["─", "█", "“"].map(|text| frames.width(text)), [2, 2, 1]);
    }

    #[test]
    fn ambiguous_characters_are_narrow_or_wide() {
        let wide = WidthModel { ambiguous: Ambiguous::Wide, ..WidthModel::default() };
        assert_eq!(cells("“…①αa中", WidthModel::default()), [1, 1, 1, 1, 1, 2]);
        assert_eq!(cells("“…①αa中", wide), [2, 2, 2, 2, 1, 2]);
    }

    #[test]
    fn emoji_are_as_wide_as_the_terminal_draws_them() {
        let plain = WidthModel { vs16: Vs16::Narrow, zwj: Zwj::Sum, ..WidthModel::default() };
        assert_eq!(cells("👍🏽👨‍👩‍👧🇨🇳❤️1️⃣", WidthModel::default()), [2, 2, 2, 2, 2]);
        assert_eq!(cells("👍🏽👨‍👩‍👧🇨🇳❤️1️⃣", plain), [4, 6, 2, 1, 1]);
    }

    #[test]
    fn an_emoji_shown_as_text_keeps_its_cells() {
        let texts = "✅\u{FE0E}⌚\u{FE0E}❤\u{FE0E}";
        assert_eq!(cells(texts, WidthModel::default()), [2, 2, 1]);
    }

    #[test]
    fn what_terminals_draw_beside_a_letter_takes_cells() {
        assert_eq!(cells("ផ្នែ ស្មា", WidthModel::default()), [3, 1, 3]);
        assert_eq!(cells("நா কা ｶﾞ", WidthModel::default()), [2, 1, 2, 1, 2]);
    }

    #[test]
    fn what_is_invisible_takes_no_cells_and_sends_nothing() {
        for invisible in
            ["\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{202E}", "\u{200D}", "\u{FE0F}"]
        {
            assert_eq!(WidthModel::default().glyph(invisible), Glyph::default());
        }
    }

    #[test]
    fn a_mark_without_a_letter_stands_on_a_dotted_circle() {
        assert_eq!(WidthModel::default().glyph("\u{301}").text(), "\u{25CC}\u{301}");
    }

    #[test]
    fn a_cluster_without_end_is_cut_and_marked() {
        for endless in ["\u{301}", "\u{200D}👩", "\u{1100}"] {
            let glyph = format!("a{}", endless.repeat(1000));
            let (at, cluster) = clusters(&glyph).next_back().unwrap();
            let glyph = WidthModel::default().glyph(cluster);
            assert!(glyph.text().chars().count() <= GLYPH_SCALARS, "{at}");
            assert!(glyph.cells() <= GLYPH_CELLS);
            assert!(cluster.len() < 100 || glyph.text().ends_with('\u{FFFD}'), "{cluster:?}");
        }
    }

    #[test]
    fn prefix_and_suffix_are_of_whole_clusters() {
        let model = WidthModel::default();
        assert_eq!(model.prefix("看书abc", 5), "看书a");
        assert_eq!(model.prefix("看书", 3), "看");
        assert_eq!(model.suffix("abc看书", 5), "c看书");
        assert_eq!(model.suffix("看书", 3), "书");
        assert_eq!(model.suffix("看", 9), "看");
    }

    #[test]
    fn a_glyph_shows_so_many_scalars_and_so_many_cells_at_most() {
        let apart = WidthModel { zwj: Zwj::Sum, ..WidthModel::default() };
        let whole = |cluster: &str| apart.glyph(cluster).text() == cluster;
        let marks = |count| format!("x{}", "\u{323}".repeat(count));
        assert!(whole(&marks(GLYPH_SCALARS - 1)) && !whole(&marks(GLYPH_SCALARS)));
        let family = |cells| vec!["👩"; cells / 2].join("\u{200D}");
        assert!(whole(&family(GLYPH_CELLS)) && !whole(&family(GLYPH_CELLS + 2)));
        assert!(apart.glyph(&family(GLYPH_CELLS + 2)).text().ends_with('\u{FFFD}'));
    }
}
