//! A text of Aozora Bunko in parts: where they are cut, and what holds where each begins.

use std::ops::Range;

use super::writer::{LineState, LineWriter};
use crate::document::Part;
use crate::format::cuts::{CutText, PartStart};

/// From this size on a part ends with its line, in bytes.
const ENOUGH: usize = 64 << 10;

/// What the lines say that explain the marks, between two of hyphens.
const LEGEND: &str = "【テキスト中に現れる記号について】";

/// What begins the lines that tell where a text is from.
pub(super) const COLOPHON: &str = "底本：";

/// A text of Aozora Bunko.
pub(super) struct AozoraText {
    /// What it is written as.
    pub(super) cut: CutText,
    /// What holds where each part begins.
    states: Vec<LineState>,
    /// The bytes of the lines that explain the marks.
    legend: Range<usize>,
    /// Where the lines begin that tell where it is from.
    colophon: Option<usize>,
}

impl AozoraText {
    /// Returns `text` in parts.
    pub(super) fn of(text: String) -> Self {
        let (mut starts, mut states) = (Vec::<PartStart>::new(), Vec::new());
        let mut state = LineState::default();
        let legend = legend(&text);
        let (mut byte, mut colophon) = (0, None);
        for (number, line) in text.split_inclusive('\n').enumerate() {
            if starts.last().is_none_or(|start| byte >= start.byte + ENOUGH) {
                starts.push(PartStart { byte, line: number as u64 });
                states.push(state);
            }
            if !legend.contains(&byte) {
                state.pass(line);
            }
            if line.starts_with(COLOPHON) {
                colophon.get_or_insert(byte);
            }
            byte += line.len();
        }
        Self { cut: CutText::new(text, starts), states, legend, colophon }
    }

    /// Returns whether it stands in the frame that those of the library have: lines that explain its marks, or tell where
    /// it is from.
    pub(super) fn is_framed(&self) -> bool {
        !self.legend.is_empty() || self.colophon.is_some()
    }

    /// Returns part `index`.
    pub(super) fn part(&self, index: usize) -> Part {
        let mut writer = LineWriter::new(self.states.get(index).copied().unwrap_or_default());
        let mut byte = self.cut.start(index);
        for (number, line) in self.cut.source(index).split_inclusive('\n').enumerate() {
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
