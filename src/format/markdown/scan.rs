//! The one pass over the lines of a text in Markdown: where it may be cut, and what its parts need of each other. It
//! knows no more of a line than that takes.

use std::ops::Range;

use super::notes::{NoteScan, defined, unquoted};
use crate::budget::{DEFINITIONS_BYTES, FRAMES_DEEP};
use crate::format::cuts::PartStart;

/// From this size on a part ends before the next heading at the top, in bytes.
const ENOUGH: usize = 32 << 10;

/// From this size on it ends at the next blank line before a line that is not set in, or between two rows of a table.
const LARGE: usize = 64 << 10;

/// From this size on it ends before the next item of a list at the top, or the next paragraph of a quotation.
const LONGEST_LIST: usize = 256 << 10;

/// A text of more bytes is long: its first part is cut at one in [`FIRST_SHARE`] of these sizes, for a reader waits for it.
const LONG: usize = 256 << 10;

const FIRST_SHARE: usize = 4;

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

/// Which of the signs stand in a line that may tell something wherever they stand.
#[derive(Clone, Copy, Default)]
struct Signs {
    /// Of a table.
    bar: bool,
    /// Of a link or a note.
    bracket: bool,
    /// Of a tag.
    tag: bool,
}

impl Signs {
    /// Takes `byte`, which stands in the line.
    fn take(&mut self, byte: u8) {
        self.bar |= byte == b'|';
        self.bracket |= byte == b'[';
        self.tag |= byte == b'<';
    }

    /// Returns those in `line`.
    #[cfg(test)]
    fn of(line: &str) -> Self {
        let mut signs = Self::default();
        line.bytes().for_each(|byte| signs.take(byte));
        signs
    }
}

/// The pass on its way.
#[derive(Default)]
pub(super) struct Scan<'a> {
    pub(super) cuts: Vec<PartStart>,
    /// The definitions of links, wherever they stand.
    pub(super) definitions: String,
    pub(super) notes: NoteScan,
    /// The lines that may have names of places, and the parts that they are in.
    pub(super) named: Vec<(usize, Range<usize>)>,
    /// The parts that begin in a table, and the two lines that name its columns and tell how they stand.
    pub(super) tables: Vec<(usize, Range<usize>)>,
    inside: Inside,
    /// Where the last line begins, unless it was blank.
    last: Option<usize>,
    /// The last line.
    before: &'a str,
    /// The first two lines of the table that the last line may belong to.
    table: Option<Range<usize>>,
    /// Where the note is defined that the last line belongs to; none: it belongs to none.
    note: Option<NoteStart>,
    /// Whether more marks of quotations stand before a line than the parser can bear.
    pub(super) too_deep: bool,
    is_long: bool,
}

impl<'a> Scan<'a> {
    /// Returns the pass over all lines of `text`.
    pub(super) fn of(text: &'a str) -> Self {
        let mut scan = Self { is_long: text.len() > LONG, ..Self::default() };
        let mut byte = 0;
        let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        // One search through all of the text costs less than one in each line.
        let mut found = memchr::memchr3_iter(b'|', b'[', b'<', text.as_bytes()).peekable();
        for (number, end) in ends.chain([text.len()]).enumerate() {
            let mut signs = Signs::default();
            while let Some(at) = found.next_if(|at| *at < end) {
                text.as_bytes().get(at).into_iter().for_each(|byte| signs.take(*byte));
            }
            if let Some(line) = text.get(byte..end).filter(|line| !line.is_empty()) {
                scan.line(byte, number as u64, (line, signs));
            }
            byte = end;
        }
        scan
    }

    /// Looks at `line` with its `signs`, which begins at `byte` of the text and is its line `number`.
    fn line(&mut self, byte: usize, number: u64, (line, signs): (&'a str, Signs)) {
        self.cut(byte, number, line);
        self.too_deep |= line.len() > FRAMES_DEEP && quotes(line) > FRAMES_DEEP;
        match self.inside {
            // Nothing that stands there is asked for later.
            Inside::Fence(sign, count) if !closes(line, sign, count) => return,
            Inside::Tags(end) if !line.to_ascii_lowercase().contains(end) => return,
            Inside::Fence(..) | Inside::Tags(_) => self.inside = Inside::Nothing,
            Inside::Nothing if self.note.is_none() && is_plain(line, signs) => self.table = None,
            Inside::Nothing => self.look(byte, number, (line, signs)),
        }
        self.last = (!is_blank(unquoted(line, usize::MAX).1)).then_some(byte);
        self.before = line;
    }

    /// Begins a part with `line` if one may begin there.
    fn cut(&mut self, byte: usize, number: u64, line: &str) {
        let size = self.size(byte);
        let start = PartStart { byte, line: number };
        if self.cuts.is_empty() || self.may_begin_part(size, line) {
            self.cuts.push(start);
        } else if let Some(table) = self.table.clone().filter(|_| size >= LARGE && is_row(line)) {
            self.tables.push((self.cuts.len(), table));
            self.cuts.push(start);
        }
    }

    /// Returns how large the last part is, by which it is cut, if it ends at `byte`.
    fn size(&self, byte: usize) -> usize {
        let size = byte - self.cuts.last().map_or(0, |cut| cut.byte);
        if self.is_long && self.cuts.len() == 1 { size * FIRST_SHARE } else { size }
    }

    /// Looks at `line` for what it tells where nothing holds it that is no Markdown.
    fn look(&mut self, byte: usize, number: u64, (line, signs): (&str, Signs)) {
        let of_note = (signs.bracket || self.note.is_some()) && self.gather(number, line);
        if signs.bracket {
            self.notes.take_signs(line, (!of_note).then(|| self.cuts.len() - 1));
        }
        if of_note {
            return;
        }
        self.name(byte, (line, signs.tag));
        if signs.bar {
            self.tabulate(byte, line);
        } else {
            self.table = None;
        }
        self.open(line);
    }

    /// Returns what closes that which is open at the end of the text.
    pub(super) fn closing(&self) -> String {
        match self.inside {
            Inside::Nothing => String::new(),
            Inside::Fence(sign, count) => std::iter::repeat_n(sign, count).collect(),
            Inside::Tags(end) => end.to_owned(),
        }
    }

    /// Returns whether a part of at least `size` bytes may end before `line`: nothing that holds it began before it.
    fn may_begin_part(&self, size: usize, line: &str) -> bool {
        if size < ENOUGH || !matches!(self.inside, Inside::Nothing) {
            return false;
        }
        let flush = || line.starts_with(char::is_alphabetic);
        let listed = || ["- ", "* ", "+ "].iter().any(|marker| line.starts_with(marker));
        let quoted = || self.last.is_none() && line.starts_with('>');
        is_heading(line)
            || (size >= LARGE && self.last.is_none() && flush())
            || (size >= LONGEST_LIST && self.note.is_none() && (listed() || quoted()))
    }

    /// Sees whether a table begins or ends with `line`, which has a sign of one.
    fn tabulate(&mut self, byte: usize, line: &str) {
        if self.table.is_some() {
            self.table = self.table.take().filter(|_| is_row(line));
        } else if let Some(names) = self.last.filter(|_| is_delimiter(line))
            && cells(self.before) == cells(line)
        {
            self.table = Some(names..byte + line.len());
        }
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

    /// Keeps `line`, line `number` of the text, if it belongs to the definition of a link or a note, and returns whether it
    /// is of a note.
    fn gather(&mut self, number: u64, line: &str) -> bool {
        if let Some((name, _)) = defined(line) {
            let (depth, body) = unquoted(line, usize::MAX);
            self.notes.define(name, body, number);
            self.note = Some(NoteStart { depth, indent: indent(body) });
        } else if let Some(body) = self.note.and_then(|start| self.goes_on(line, start)) {
            self.notes.go_on(body);
        } else {
            self.note = None;
            if defines_link(line) && self.definitions.len() + line.len() <= DEFINITIONS_BYTES {
                // A link's definition can't follow a paragraph, and may follow another's.
                self.definitions.push('\n');
                self.definitions.push_str(line);
            }
        }
        self.note.is_some()
    }

    /// Returns what `line` adds to the last note, which is defined at `start`, set in as if that were not; none where the
    /// note has ended.
    fn goes_on<'l>(&self, line: &'l str, start: NoteStart) -> Option<&'l str> {
        let (quoted, body) = unquoted(line, start.depth);
        let held = quoted == start.depth && is_set_in(body);
        let goes_on = || self.last.is_some() && !is_blank(body) && !begins_block(body);
        // What holds the definition, an item of a list, sets in its lines too; no line is set in less than a note's are. What
        // is code now, or goes on with a paragraph, becomes no heading and no item.
        let begins = begins_block(body);
        let most = if begins { 0 } else { indent(body).saturating_sub(SET_IN.len()) };
        let indent = start.indent.min(most);
        (held || goes_on()).then(|| body.get(indent..).unwrap_or(body))
    }

    /// Keeps `line` if a place in it may have a name: it is a heading, it makes one of the line before, or has tags.
    fn name(&mut self, byte: usize, (line, is_tagged): (&str, bool)) {
        let part = self.cuts.len() - 1;
        let end = byte + line.len();
        let (_, body) = unquoted(line, usize::MAX);
        let heading = body.trim_start_matches(' ');
        let tagged = || ["id=", "name=", "<h"].iter().any(|it| line.contains(it));
        // What is set in further is code.
        if body.len() - heading.len() <= 3 && is_heading(heading) {
            self.named.push((part, end - heading.len()..end));
        } else if let Some(title) = self.last.filter(|_| is_underline(body)) {
            self.named.push((part, title..end));
        } else if is_tagged && tagged() {
            self.named.push((part, byte..end));
        }
    }
}

/// Where the definition of a note stands.
#[derive(Clone, Copy, Debug)]
struct NoteStart {
    /// In so many quotations.
    depth: usize,
    /// Set in by so many blanks.
    indent: usize,
}

/// Returns how many blanks `line` is set in by.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// What the lines of a note are set in by at the least.
const SET_IN: &str = "    ";

/// Returns whether `line` with its `signs` tells nothing, where it belongs to no note: it has none, and begins with none of
/// what heads a block that is told here.
fn is_plain(line: &str, signs: Signs) -> bool {
    let heads = |c: char| matches!(c, '#' | '=' | '-' | '`' | '~' | '>');
    let first = line.bytes().find(|byte| !matches!(byte, b' ' | b'\t'));
    let is_headed = match first {
        Some(byte) if byte.is_ascii_graphic() => heads(char::from(byte)),
        Some(b'\n') | None => false,
        // Another blank, or a letter.
        Some(_) => line.trim_start().starts_with(heads),
    };
    !(is_headed || signs.bar || signs.bracket || signs.tag)
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

/// Returns whether `line` ends code after a fence of `count` times `sign`.
fn closes(line: &str, sign: char, count: usize) -> bool {
    fence(line).is_some_and(|(other, more)| other == sign && more >= count)
        && line.trim().chars().all(|c| c == sign)
}

/// Returns how many marks of quotations `line` begins with.
fn quotes(line: &str) -> usize {
    let head = line.chars().take_while(|c| matches!(c, '>' | ' ' | '\t'));
    head.filter(|c| *c == '>').count()
}

/// Returns whether `line` makes a heading of the line before it.
fn is_underline(line: &str) -> bool {
    let text = line.trim();
    let sign = text.chars().next().filter(|c| matches!(c, '=' | '-'));
    sign.is_some_and(|sign| text.chars().all(|c| c == sign))
}

/// Returns whether `line` tells how the columns of a table stand.
fn is_delimiter(line: &str) -> bool {
    let text = line.trim();
    has_bar(text) && text.contains('-') && text.chars().all(|c| "|:- \t".contains(c))
}

/// Returns whether `line` is a row of a table if one is open before it.
fn is_row(line: &str) -> bool {
    has_bar(line) && !begins_block(line)
}

/// Returns whether `line` has a sign that parts cells.
fn has_bar(line: &str) -> bool {
    memchr::memchr(b'|', line.as_bytes()).is_some()
}

/// Returns how many cells `line` has, the row of a table; none where nothing parts any.
fn cells(line: &str) -> usize {
    let text = line.trim();
    if !has_bar(text) {
        return 0;
    }
    let text = text.strip_prefix('|').unwrap_or(text);
    let ended = text.strip_suffix('|').filter(|text| !text.ends_with('\\'));
    let text = ended.unwrap_or(text);
    let parted = |at: &usize| text.get(..*at).is_some_and(|before| !before.ends_with('\\'));
    1 + text.match_indices('|').map(|(at, _)| at).filter(parted).count()
}

/// Returns whether `line` is blank, or set in as what goes on with a note is.
fn is_set_in(line: &str) -> bool {
    is_blank(line) || line.starts_with(SET_IN) || line.starts_with('\t')
}

fn is_blank(line: &str) -> bool {
    line.chars().all(char::is_whitespace)
}

/// Returns whether `line` begins the definition of a link.
fn defines_link(line: &str) -> bool {
    let body = line.trim_start();
    line.len() - body.len() <= 3
        && body.starts_with('[')
        && body.find("]:").is_some_and(|at| at > 1)
}

/// Returns whether `line` does not go on with a paragraph before it, though nothing parts them.
fn begins_block(line: &str) -> bool {
    let body = line.trim_start();
    let number = body.trim_start_matches(|c: char| c.is_ascii_digit());
    let listed = ["- ", "* ", "+ "].iter().any(|marker| body.starts_with(marker))
        || (number.len() < body.len() && (number.starts_with(". ") || number.starts_with(") ")));
    listed || is_heading(body) || fence(body).is_some() || body.starts_with(['>', '<'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Returns the pass over `text` in which each line is asked for all that a line may tell.
    fn walked(text: &str) -> Scan<'_> {
        let mut scan = Scan { is_long: text.len() > LONG, ..Scan::default() };
        let mut byte = 0;
        for (number, line) in text.split_inclusive('\n').enumerate() {
            scan.cut(byte, number as u64, line);
            scan.too_deep |= quotes(line) > FRAMES_DEEP;
            let ended = match scan.inside {
                Inside::Nothing => false,
                Inside::Fence(sign, count) => closes(line, sign, count),
                Inside::Tags(end) => line.to_ascii_lowercase().contains(end),
            };
            if ended {
                scan.inside = Inside::Nothing;
            } else if matches!(scan.inside, Inside::Nothing) {
                let of_note = scan.gather(number as u64, line);
                scan.notes.take_signs(line, (!of_note).then(|| scan.cuts.len() - 1));
                if !of_note {
                    scan.name(byte, (line, line.contains('<')));
                    scan.tabulate(byte, line);
                    scan.open(line);
                }
            }
            scan.last = (!is_blank(unquoted(line, usize::MAX).1)).then_some(byte);
            scan.before = line;
            byte += line.len();
        }
        scan
    }

    #[test]
    fn a_line_without_signs_is_plain() {
        for line in ["word\n", "\n", "  + item\n", "1. *word*", "    a `b`?\r\n", "　字"] {
            assert!(is_plain(line, Signs::of(line)), "{line:?}");
        }
        for line in ["# a", "  ===", "\t---", "```", " ~~~", "> a", "a | b", "a [b", "a <b"] {
            assert!(!is_plain(line, Signs::of(line)), "{line:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// The lines that are passed over have nothing to tell.
        #[test]
        fn what_is_passed_over_changes_nothing(lines in proptest::collection::vec((
            "(|> |>> |>|- |1\\. | |   |    |\t|　)",
            "(|```|````|~~~ a|<!--|-->|<pre>|</PRE>|\\[x\\]: /u|\\[\\^n\\]: note|a \\[\\^n\\]|# h|##|===|---|a \\| b|\\|-\\|-\\||word|字|<a id=x>|`\\[\\^q\\]`|LONG|DEEP)",
            "(\n|\n\n|\r\n|\n \n)",
        ), 0..60)) {
            let long = "word ".repeat(8000);
            let deep = ">".repeat(300);
            let line = |(held, said, end): (String, String, String)| held + &said + &end;
            let text: String = lines.into_iter().map(line).collect();
            let text = text.replace("LONG", &long).replace("DEEP", &deep);
            let (quick, slow) = (Scan::of(&text), walked(&text));
            prop_assert_eq!(&quick.cuts, &slow.cuts);
            prop_assert_eq!(&quick.definitions, &slow.definitions);
            prop_assert_eq!(&quick.named, &slow.named);
            prop_assert_eq!(&quick.tables, &slow.tables);
            prop_assert_eq!(quick.closing(), slow.closing());
            prop_assert_eq!(quick.too_deep, slow.too_deep);
            prop_assert_eq!(quick.notes, slow.notes);
        }
    }
}
