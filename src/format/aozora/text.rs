//! A text of Aozora Bunko in parts: where they are cut, and what holds where each begins.

use std::ops::Range;

use super::writer::{LineState, LineWriter};
use crate::document::Part;

/// From this size on a part ends with its line, in bytes.
const ENOUGH: usize = 64 << 10;

/// What the lines say that explain the marks, between two of hyphens.
const LEGEND: &str = "【テキスト中に現れる記号について】";

/// What begins the lines that tell where a text is from.
pub(super) const COLOPHON: &str = "底本：";

/// A text of Aozora Bunko.
pub(super) struct AozoraText {
    text: String,
    cuts: Vec<AozoraCut>,
    /// The bytes of the lines that explain the marks.
    legend: Range<usize>,
    /// Where the lines begin that tell where it is from.
    colophon: Option<usize>,
}

/// Where a part begins.
struct AozoraCut {
    byte: usize,
    line: u64,
    state: LineState,
}

impl AozoraText {
    /// Returns `text` in parts.
    pub(super) fn of(text: String) -> Self {
        let (mut cuts, mut state): (Vec<AozoraCut>, _) = (Vec::new(), LineState::default());
        let legend = legend(&text);
        let (mut byte, mut colophon) = (0, None);
        for (number, line) in text.split_inclusive('\n').enumerate() {
            if cuts.last().is_none_or(|cut| byte >= cut.byte + ENOUGH) {
                cuts.push(AozoraCut { byte, line: number as u64, state });
            }
            if !legend.contains(&byte) {
                state.pass(line);
            }
            if line.starts_with(COLOPHON) {
                colophon.get_or_insert(byte);
            }
            byte += line.len();
        }
        Self { text, cuts, legend, colophon }
    }

    /// Returns how many parts there are.
    pub(super) fn count(&self) -> usize {
        self.cuts.len()
    }

    /// Returns how many bytes lie before part `index`.
    pub(super) fn before(&self, index: usize) -> u64 {
        self.start(index) as u64
    }

    /// Returns how many lines lie before part `index`.
    pub(super) fn line(&self, index: usize) -> u64 {
        self.cuts.get(index).map_or(0, |cut| cut.line)
    }

    /// Returns what part `index` is written as.
    pub(super) fn source(&self, index: usize) -> &str {
        self.text.get(self.start(index)..self.start(index + 1)).unwrap_or_default()
    }

    fn start(&self, index: usize) -> usize {
        self.cuts.get(index).map_or(self.text.len(), |cut| cut.byte)
    }

    /// Returns part `index`.
    pub(super) fn part(&self, index: usize) -> Part {
        let state = self.cuts.get(index).map_or_else(LineState::default, |cut| cut.state);
        let mut writer = LineWriter::new(state);
        let mut byte = self.start(index);
        for (number, line) in self.source(index).split_inclusive('\n').enumerate() {
            let text = line.trim_end_matches(['\n', '\r']);
            let number = number as u32;
            if self.legend.contains(&byte) {
                writer.verbatim(number, text);
            } else if self.colophon == Some(byte) {
                writer.heading(number, text);
            } else {
                writer.line(number, text);
            }
            byte += line.len();
        }
        writer.finish()
    }
}

/// Returns the bytes of the lines in `text` that explain the marks, with the lines of hyphens around them.
fn legend(text: &str) -> Range<usize> {
    let is_rule = |line: &str| line.len() > 10 && line.chars().all(|c| c == '-');
    let mut rule = None;
    let (mut byte, mut told) = (0, false);
    for line in text.split_inclusive('\n') {
        let end = byte + line.len();
        match rule {
            Some(start) if told && is_rule(line.trim()) => return start..end,
            _ if is_rule(line.trim()) => rule = Some(byte),
            _ if line.trim() == LEGEND => told = rule.is_some(),
            _ => {}
        }
        byte = end;
    }
    0..0
}
