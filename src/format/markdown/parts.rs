//! Where a text in Markdown is cut: one pass over its lines, which knows no more of them than it needs to. What a part
//! needs of the others, the definitions of links and notes, is gathered on the way.

use std::ops::Range;

use super::front::FrontMatter;
use crate::budget::{DEFINITIONS_BYTES, FRAMES_DEEP};

/// From this size on a part ends before the next heading at the top, in bytes.
const ENOUGH: usize = 32 << 10;

/// From this size on it ends at the next blank line before a line that is not set in.
const LARGE: usize = 64 << 10;

/// A text in pieces.
pub(super) struct MarkdownParts {
    text: String,
    cuts: Vec<PartStart>,
    /// What stands before the text.
    front: FrontMatter,
    /// The definitions of links and notes, wherever they stand.
    definitions: String,
}

/// Where a part begins.
struct PartStart {
    byte: usize,
    line: u64,
}

impl MarkdownParts {
    /// Returns the parts of `text`.
    pub(super) fn of(text: String) -> Self {
        let mut scan = Scan::default();
        let mut byte = 0;
        for (number, line) in text.split_inclusive('\n').enumerate() {
            scan.line(byte, number as u64, line);
            byte += line.len();
        }
        let Scan { cuts, definitions, .. } = scan;
        let text = if scan.too_deep { escaped(&text) } else { text };
        Self { front: FrontMatter::of(&text), text, cuts, definitions }
    }

    /// Returns the names and values of what stands before the text.
    pub(super) fn front_matter(&self) -> &[(String, String)] {
        &self.front.entries
    }

    /// Returns how many there are.
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

    fn start(&self, index: usize) -> usize {
        self.cuts.get(index).map_or(self.text.len(), |cut| cut.byte)
    }

    fn range(&self, index: usize) -> Range<usize> {
        self.start(index)..self.start(index + 1)
    }

    /// Returns the source of part `index`.
    pub(super) fn source(&self, index: usize) -> &str {
        self.text.get(self.range(index)).unwrap_or_default()
    }

    /// Returns the source of part `index` with the definitions of the whole text after it.
    pub(super) fn with_definitions(&self, index: usize) -> String {
        let mut source = self.source(index).to_owned();
        if index == 0 && self.front.bytes <= source.len() {
            // The lines after it keep their numbers.
            source.replace_range(..self.front.bytes, &"\n".repeat(self.front.lines));
        }
        if self.count() > 1 && !self.definitions.is_empty() {
            source.push_str("\n\n");
            source.push_str(&self.definitions);
        }
        source
    }
}

/// What holds lines that are no headings, whatever they begin with.
#[derive(Default)]
enum Inside {
    #[default]
    Nothing,
    /// Code between fences of this sign, at least so many.
    Fence(char, usize),
    /// Tags until this is met.
    Tags(&'static str),
}

/// The pass on its way.
#[derive(Default)]
struct Scan {
    cuts: Vec<PartStart>,
    definitions: String,
    inside: Inside,
    /// Whether the last line was blank.
    blank: bool,
    /// Whether the last line belongs to the definition of a note.
    note: bool,
    /// Whether more marks of quotations stand before a line than the parser can bear.
    too_deep: bool,
}

impl Scan {
    /// Looks at `line`, which begins at `byte` of the text and is its line `number`.
    fn line(&mut self, byte: usize, number: u64, line: &str) {
        if self.cuts.is_empty() || self.may_begin_part(byte, line) {
            self.cuts.push(PartStart { byte, line: number });
        }
        self.too_deep |= quotes(line) > FRAMES_DEEP;
        let text = line.trim();
        match self.inside {
            Inside::Fence(sign, count) => {
                if fence(line).is_some_and(|(other, more)| other == sign && more >= count)
                    && text.chars().all(|c| c == sign)
                {
                    self.inside = Inside::Nothing;
                }
            }
            Inside::Tags(end) => {
                if line.to_ascii_lowercase().contains(end) {
                    self.inside = Inside::Nothing;
                }
            }
            Inside::Nothing => {
                self.gather(line);
                self.open(line);
            }
        }
        self.blank = text.is_empty();
    }

    /// Returns whether a part may begin with `line`: nothing that holds it began before it.
    fn may_begin_part(&self, byte: usize, line: &str) -> bool {
        let size = byte - self.cuts.last().map_or(0, |cut| cut.byte);
        if size < ENOUGH || !matches!(self.inside, Inside::Nothing) {
            return false;
        }
        let flush = line.starts_with(|c: char| c.is_alphabetic());
        is_heading(line) || (size >= LARGE && self.blank && flush)
    }

    /// Sees whether `line` opens what may hold lines that look like headings.
    fn open(&mut self, line: &str) {
        const TAGS: [(&str, &str); 4] =
            [("<!--", "-->"), ("<pre", "</pre>"), ("<script", "</script>"), ("<style", "</style>")];
        if let Some((sign, count)) = fence(line) {
            self.inside = Inside::Fence(sign, count);
            return;
        }
        let body = line.trim_start();
        if !body.starts_with('<') {
            return;
        }
        let body = body.to_ascii_lowercase();
        for (tag, end) in TAGS {
            if body.strip_prefix(tag).is_some_and(|rest| !rest.contains(end)) {
                self.inside = Inside::Tags(end);
            }
        }
    }

    /// Keeps `line` if it belongs to the definition of a link or a note.
    fn gather(&mut self, line: &str) {
        let body = line.trim_start();
        let defines = line.len() - body.len() <= 3
            && body.starts_with('[')
            && body.find("]:").is_some_and(|at| at > 1);
        let goes_on =
            self.note && (line.starts_with("    ") || line.starts_with('\t') || body.is_empty());
        if (!defines && !goes_on) || self.definitions.len() + line.len() > DEFINITIONS_BYTES {
            self.note = false;
            return;
        }
        self.note = goes_on || body.starts_with("[^");
        if defines && !self.note {
            // A link's definition can't follow a paragraph, and may follow another's.
            self.definitions.push('\n');
        }
        self.definitions.push_str(line);
    }
}

/// Returns whether `line` is a heading at the top: it closes every list and quotation before it.
fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with([' ', '\t', '\n', '\r'])
}

/// Returns the sign of the fence that `line` is, and how often it stands there.
fn fence(line: &str) -> Option<(char, usize)> {
    let body = line.trim_start();
    let sign = body.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let count = body.chars().take_while(|c| *c == sign).count();
    let told = body.get(count..).unwrap_or_default();
    (count >= 3 && !(sign == '`' && told.contains('`'))).then_some((sign, count))
}

/// Returns how many marks of quotations `line` begins with.
fn quotes(line: &str) -> usize {
    let head = line.chars().take_while(|c| matches!(c, '>' | ' ' | '\t'));
    head.filter(|c| *c == '>').count()
}

/// Returns `text` with the first mark of a quotation past [`FRAMES_DEEP`] in a line made a backslash, so that those after
/// it are signs like any other. It is as long.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let head = line.find(|c| !matches!(c, '>' | ' ' | '\t')).unwrap_or(line.len());
        let mark = line.match_indices('>').map(|(at, _)| at).nth(FRAMES_DEEP);
        match mark.filter(|at| *at < head).and_then(|at| line.split_at_checked(at)) {
            Some((before, rest)) => {
                escaped.push_str(before);
                escaped.push('\\');
                escaped.push_str(rest.get(1..).unwrap_or_default());
            }
            None => escaped.push_str(line),
        }
    }
    escaped
}
