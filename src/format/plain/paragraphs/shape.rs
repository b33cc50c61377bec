//! What one line shows by itself: how far it is set in, where it ends, how it begins and how it ends.

use memchr::memmem;

use super::joint::{is_closing, is_opening, is_unspaced};
use super::lead::{Lead, lead};
use crate::text::{WidthModel, clusters_forward, is_east_asian_letter, opportunities};

/// The cells from one tab stop to the next, as terminals have them.
const TAB: usize = 8;

/// How many bytes of a line are looked at: no longer line was wrapped by hand.
const SEEN: usize = 1200;

/// The bytes from which on a word has a capital in a title.
const LONG_WORD: usize = 4;

/// How many characters tell whether two lines are of one form.
const FORM: usize = 16;

/// How many bytes are looked at for the first word of a line.
const SEEN_WORD: usize = 160;

/// What whoever wrapped the lines of a text counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Ruler {
    #[default]
    Cells,
    /// Cells, and the marks that are set over and under a letter as others.
    Marks,
}

impl Ruler {
    /// Returns how long `text` is that begins at cell `from`.
    fn length(self, text: &str, from: usize) -> usize {
        let cells = cells(text, from);
        if self == Self::Cells || text.is_ascii() {
            return cells;
        }
        let model = WidthModel::default();
        let marks = clusters_forward(text).map(|(_, cluster)| {
            cluster.chars().count().saturating_sub(model.cluster(cluster).max(1))
        });
        cells + marks.sum::<usize>()
    }
}

/// How a line ends, the quotes and brackets that close there apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tail {
    /// With the end of a sentence.
    Stop,
    /// With a colon.
    Colon,
    /// With a comma or the like.
    Pause,
    /// With a letter and a hyphen.
    Hyphen,
    /// With a letter or a digit.
    Word,
    /// With any other sign.
    Sign,
}

/// What a line looks like as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Looks {
    /// A line of a program.
    Code,
    /// Dots lead to what stands at its end.
    Leader,
    /// One word.
    Word,
    /// Letters alone, without a mark or a blank, wide ones among them.
    Bare,
    /// Words that begin with capitals, as a title.
    Title,
    /// Words and marks.
    Text,
}

impl Looks {
    fn of(body: &str) -> Self {
        let blank = body.contains([' ', '\t', '\u{3000}']);
        if super::code::is_code(body) {
            Self::Code
        } else if has_leader(body) {
            Self::Leader
        } else if !blank && !body.chars().any(is_wide) {
            Self::Word
        } else if body.chars().all(char::is_alphanumeric) {
            Self::Bare
        } else if is_title(body) {
            Self::Title
        } else {
            Self::Text
        }
    }
}

/// A line that is not blank.
#[expect(clippy::struct_excessive_bools, reason = "independent facts, each seen or not")]
#[derive(Clone, Debug)]
pub(super) struct Shape<'a> {
    /// The text, without white space and quote marks before it and without white space after it.
    pub(super) body: &'a str,
    /// The text with its quote marks.
    pub(super) whole: &'a str,
    /// How deep it is quoted.
    pub(super) depth: u8,
    /// The cell at which the text begins with its quote marks.
    pub(super) outer: usize,
    /// The cell at which the body begins, counted from the marks of the quotation.
    pub(super) indent: usize,
    /// Whether wide blanks set it in: so only first lines of paragraphs are.
    pub(super) wide_indent: bool,
    /// The cell past its last.
    pub(super) end: usize,
    /// How many cells wider it is where characters of ambiguous width are wide.
    pub(super) loose: usize,
    /// The cells of what can't be parted at its start: a word, or a character with the marks that cling to it.
    pub(super) unit: usize,
    /// The cells up to its first blank, where a script begins it that parts no words by blanks, and those after its last,
    /// where one ends it.
    pub(super) phrases: (Option<usize>, Option<usize>),
    /// Whether a blank stood at its end.
    pub(super) spaced: bool,
    /// Whether blanks at its start or its end are seen, on a ground of another colour: it stays as it is.
    pub(super) painted: bool,
    /// Whether any mark is in it that sentences have.
    pub(super) marked: bool,
    pub(super) lead: Lead,
    pub(super) tail: Tail,
    /// Whether it begins with a wide character.
    pub(super) begins_wide: bool,
    /// Whether it ends with a wide character.
    pub(super) ends_wide: bool,
    /// The cell at which the text after the first gap begins, and how many gaps there are.
    pub(super) column: Option<usize>,
    pub(super) gaps: usize,
    /// What else it looks like.
    pub(super) looks: Looks,
    /// The sign that parts its fields, if it looks like a record, and how often.
    pub(super) fields: Option<(u8, usize)>,
    /// How many characters stand before its first mark, if it begins with a wide one.
    pub(super) beat: Option<usize>,
}

impl<'a> Shape<'a> {
    /// Returns what `line` shows, which is not blank.
    pub(super) fn of(line: &'a str, ruler: Ruler) -> Self {
        let written = line.len();
        let line = line.trim_end();
        let (depth, inner) = quoted(line);
        let body = inner.trim_start();
        let before = inner.get(..inner.len() - body.len()).unwrap_or_default();
        let indent = cells(before, 0);
        let whole = line.trim_start();
        let outer = cells(line.get(..line.len() - whole.len()).unwrap_or_default(), 0);
        let seen = body.get(..body.floor_char_boundary(SEEN)).unwrap_or(body);
        let (column, gaps) = gaps(seen, indent);
        let wide = |c: Option<char>| c.is_some_and(is_wide);
        Self {
            body,
            whole,
            outer,
            depth,
            indent,
            wide_indent: before.contains('\u{3000}'),
            end: indent + ruler.length(seen, indent) + (body.len() - seen.len()) / 2,
            loose: loose(seen),
            unit: ruler.length(unit(body), indent),
            phrases: phrases(seen, ruler),
            spaced: line.len() < written,
            painted: false,
            marked: seen.chars().any(is_mark),
            lead: lead(body),
            tail: tail(body),
            begins_wide: wide(body.chars().next()),
            ends_wide: wide(body.chars().next_back()),
            column,
            gaps,
            looks: Looks::of(seen),
            fields: fields(seen),
            beat: beat(seen),
        }
    }

    /// Returns the same line where `whole` is seen of it, which begins at byte `start`.
    pub(super) fn painted(self, start: usize, whole: &'a str) -> Self {
        let outer = if start == 0 { 0 } else { self.outer };
        Self { whole, outer, painted: true, ..self }
    }

    /// Returns the cell at which the other lines of a paragraph begin that this line begins with a marker or a tag.
    pub(super) fn hang(&self) -> Option<usize> {
        let marker = match self.lead {
            Lead::Item(marker) => usize::from(marker),
            Lead::Stamp if self.body.starts_with('[') => self.body.find("] ")? + 2,
            _ => return self.column,
        };
        Some(self.indent + cells(self.body.get(..marker)?, self.indent))
    }

    /// Returns whether its indent tells where it belongs, and not only that a paragraph or a chapter begins, as that of
    /// Chinese does.
    pub(super) fn is_placed(&self) -> bool {
        let chapter = self.begins_wide && matches!(self.indent, 2 | 4);
        !self.wide_indent && self.indent > 0 && !chapter
    }

    /// Returns whether blanks between some of its words are doubled and those between more are not, as where a program sets
    /// both edges straight.
    pub(super) fn is_stretched(&self) -> bool {
        let doubles = self.body.matches("  ").count();
        let blanks = self.body.matches(' ').count();
        !self.body.contains("   ") && doubles > 1 && blanks >= doubles * 3
    }

    /// Returns how many blanks part it, each a pause, where a script has none between words; none where none does.
    pub(super) fn pauses(&self) -> Option<usize> {
        self.phrases.0.map(|_| self.body.matches(' ').count()).filter(|pauses| *pauses > 0)
    }

    /// Returns whether it ends a sentence, or announces something.
    pub(super) fn ends_sentence(&self) -> bool {
        matches!(self.tail, Tail::Stop | Tail::Colon)
    }

    /// Returns whether both begin with the same kind of token that prose does not begin lines with.
    pub(super) fn begins_like(&self, other: &Self) -> bool {
        match (self.lead, other.lead) {
            (Lead::Item(_), Lead::Item(_)) => true,
            (Lead::Switch | Lead::Stamp | Lead::Label | Lead::Path, lead) if self.lead == lead => {
                true
            }
            _ => {
                (self.fields.is_some() && self.fields == other.fields)
                    || (self.looks == Looks::Word && other.looks == Looks::Word)
                    || is_same_form(self.body, other.body)
                    || is_series(first_word(self.body), first_word(other.body))
            }
        }
    }

    /// Returns whether both begin with the same word, or the same two characters of a script without blanks.
    pub(super) fn repeats(&self, other: &Self) -> bool {
        let word = first_word(self.body);
        word.len() > 1 && word == first_word(other.body)
    }
}

/// Returns the cells of `text` that begins at cell `from`.
pub(super) fn cells(text: &str, from: usize) -> usize {
    if text.is_ascii() && !text.contains('\t') {
        return text.len();
    }
    if let Some(cells) = plain_cells(text) {
        return cells;
    }
    let model = WidthModel::default();
    let end = clusters_forward(text).fold(from, |at, (_, cluster)| match cluster {
        "\t" => (at / TAB + 1) * TAB,
        _ => at + model.cluster(cluster),
    });
    end - from
}

/// Returns the cells of `text` where each of its characters is one of the most frequent: those of ASCII and those that are
/// plainly wide.
fn plain_cells(text: &str) -> Option<usize> {
    let of = |c: char| match c {
        ' '..='~' => Some(1),
        _ => is_plainly_wide(c).then_some(2),
    };
    text.chars().map(of).sum()
}

/// Returns whether `c` is one of the most frequent wide characters, each a cluster.
fn is_plainly_wide(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3000}'..='\u{3029}' | '\u{3041}'..='\u{3096}'
        | '\u{30A1}'..='\u{30FE}' | '\u{FF01}'..='\u{FF60}')
}

/// Returns how deep `line` is quoted, and what is: without the marks and the blank after the last.
fn quoted(line: &str) -> (u8, &str) {
    let body = line.trim_start();
    let Some(depth) = super::kinds::quote_depth(body) else { return (0, line) };
    let inner =
        (0..depth).fold(body, |rest, _| rest.trim_start().strip_prefix('>').unwrap_or(rest));
    // Far in and with a gap after it, it is what the text after the gap tells of.
    if line.len() - body.len() >= 4 && inner.starts_with("   ") {
        return (0, line);
    }
    (depth, inner.strip_prefix(' ').unwrap_or(inner))
}

/// Returns whether `c` takes two cells and stands beside its like without a blank.
fn is_wide(c: char) -> bool {
    if is_plainly_wide(c) {
        return true;
    }
    u32::from(c) >= 0x2E80
        && !matches!(c, '\u{AC00}'..='\u{D7A3}' | '\u{3130}'..='\u{318F}')
        && WidthModel::default().cluster(c.encode_utf8(&mut [0; 4])) == 2
}

/// Returns whether dots lead through `body`.
fn has_leader(body: &str) -> bool {
    let has = |dots: &str| memmem::find(body.as_bytes(), dots.as_bytes()).is_some();
    memchr::memchr(b'.', body.as_bytes()).is_some() && (has("....") || has(". . ."))
}

/// Returns whether nearly all longer words of `body` begin with a capital and go on small.
fn is_title(body: &str) -> bool {
    if !body.starts_with(|c: char| c.is_alphabetic() && !is_wide(c)) {
        return false;
    }
    let long = |word: &&str| word.len() >= LONG_WORD && word.starts_with(char::is_alphabetic);
    let words = body.split(' ').filter(long);
    let (mut capitals, mut all) = (0, 0);
    for word in words {
        let mut letters = word.chars();
        let begins = letters.next().is_some_and(char::is_uppercase);
        let goes_on = letters.next().is_some_and(char::is_lowercase);
        capitals += usize::from(begins && goes_on);
        all += 1;
    }
    all >= 3 && capitals * 5 >= all * 4
}

/// Returns how many characters stand before the first mark in `body`, if it begins with a wide one.
fn beat(body: &str) -> Option<usize> {
    body.chars().next().filter(|c| is_wide(*c))?;
    body.chars().position(|c| !c.is_alphanumeric())
}

/// Returns how many characters of `text` are wide only in East Asia, if anything else in it is wide.
fn loose(text: &str) -> usize {
    let doubtful = |c: &char| matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·');
    if text.is_ascii() || !text.chars().any(is_east_asian_letter) {
        return 0;
    }
    text.chars().filter(doubtful).count()
}

/// Returns whether both texts begin with the same words but for the digits in them.
fn is_same_form(one: &str, other: &str) -> bool {
    let form = |text: &str| -> Vec<char> {
        text.chars().filter(|c| !c.is_ascii_digit()).take(FORM).collect()
    };
    let digits = |text: &str| text.chars().take(FORM).any(|c| c.is_ascii_digit());
    digits(one) && digits(other) && form(one) == form(other)
}

/// Returns whether both words are one name with numbers in it: `test0099` and `test0100`.
fn is_series(one: &str, other: &str) -> bool {
    let name = |word: &str| word.replace(|c: char| c.is_ascii_digit(), "");
    let numbered =
        |word: &str, name: &str| word.len() > name.len() && name.contains(char::is_alphabetic);
    let (first, second) = (name(one), name(other));
    first == second && numbered(one, &first) && numbered(other, &second)
}

/// Returns the sign that parts the fields of `body`, and how often: no blank follows any.
fn fields(body: &str) -> Option<(u8, usize)> {
    if !body.bytes().any(|byte| matches!(byte, b',' | b';' | b':' | b'|')) {
        return None;
    }
    b",;:|".iter().copied().find_map(|sign| {
        let bytes = body.as_bytes();
        let count = memchr::memchr_iter(sign, bytes).count();
        let spaced = memchr::memchr_iter(sign, bytes)
            .filter(|at| bytes.get(at + 1).is_none_or(|next| *next == b' '))
            .count();
        (count >= 2 && spaced == 0).then_some((sign, count))
    })
}

/// Returns the first word of `body`, or its first wide character with what clings to it.
fn unit(body: &str) -> &str {
    if body.starts_with(is_unspaced) {
        let head = body.get(..body.floor_char_boundary(SEEN_WORD)).unwrap_or(body);
        let end = opportunities(head).next().unwrap_or(head.len());
        return head.get(..end).unwrap_or(head).trim_end();
    }
    let mut last = None;
    let ends = |(_, c): &(usize, char)| {
        let before = last.replace(*c);
        let free = |last: char| is_wide(*c) && !is_closing(*c) && !is_opening(last);
        let parts =
            |last: char| is_wide(last) && !is_opening(last) && !is_wide(*c) && c.is_alphanumeric();
        c.is_whitespace() || before.is_some_and(|last| free(last) || parts(last))
    };
    let end = body.char_indices().take(80).find(ends);
    let longest = || body.char_indices().nth(80).map(|(at, _)| at);
    body.get(..end.map(|(at, _)| at).or_else(longest).unwrap_or(body.len())).unwrap_or_default()
}

/// Returns how long, by `ruler`, the first and the last stretch of `body` without a blank are that begins, or ends, in a
/// script that parts no words by blanks.
fn phrases(body: &str, ruler: Ruler) -> (Option<usize>, Option<usize>) {
    let first = body.split(' ').next().filter(|_| body.starts_with(is_unspaced));
    let last = body.rsplit(' ').next().filter(|_| body.ends_with(is_unspaced));
    let length = |words: &str| ruler.length(words, 0);
    (first.map(length), last.map(length))
}

fn first_word(body: &str) -> &str {
    let wide = body.chars().next().is_some_and(is_wide);
    if wide {
        let end = body.char_indices().nth(2).map_or(body.len(), |(at, _)| at);
        return body.get(..end).unwrap_or_default();
    }
    let end = body.find(|c: char| c.is_whitespace() || is_wide(c)).unwrap_or(body.len());
    body.get(..end).unwrap_or_default()
}

/// Returns the cell at which the text after the first gap in `body` begins, which begins at cell `from`, and how many
/// wide gaps there are: three blanks or more, a tab, or a wide blank. Those of a line that is stretched to its measure
/// are none, nor are those after a sentence, nor is one wide blank after a quotation.
fn gaps(body: &str, from: usize) -> (Option<usize>, usize) {
    let (mut column, mut doubtful) = (None, None);
    let (mut wide, mut double) = (0, 0);
    let mut at = 0;
    while let Some(gap) = next_gap(body, at) {
        let before = body.get(..gap.start).unwrap_or_default();
        let blank = body.get(gap.clone()).unwrap_or_default();
        let quoted = blank == "\u{3000}" && before.ends_with(['」', '』', '”', '’', '）']);
        // In `[FILE...]    prints` dots end no sentence.
        let tag = before.trim_end_matches([']', '>', ')', '}']).ends_with("...") && gap.len() > 3;
        let ends = quoted || (!tag && matches!(tail(before), Tail::Stop | Tail::Colon));
        let is_narrow = gap.len() <= 3 && !blank.contains(['\t', '\u{3000}']);
        let is_wide = usize::from(gap.len() > 2 || !is_narrow);
        let cell = || from + cells(body.get(..gap.end).unwrap_or_default(), from);
        if !ends {
            double += usize::from(is_narrow);
            wide += is_wide;
            column = column.or_else(|| Some(cell()));
        } else if before.chars().nth(8).is_none() {
            if is_narrow && ends_word(before) {
                doubtful = Some((cell(), is_wide));
            } else {
                double += usize::from(is_narrow);
                wide += is_wide;
                column = column.or_else(|| Some(cell()));
            }
        }
        at = gap.end;
    }
    // `mands.   Here  is more` is stretched, `Note.   Here is more` has a tag.
    if let Some((cell, is_wide)) = doubtful.filter(|_| double == 0) {
        wide += is_wide;
        column = Some(cell);
    }
    let stretched = double >= 3 && double * 3 >= body.matches(' ').count() / 2;
    (column, if stretched { 0 } else { wide })
}

/// Returns whether a stop after a small letter ends `text`.
fn ends_word(text: &str) -> bool {
    text.strip_suffix('.').is_some_and(|word| word.ends_with(char::is_lowercase))
}

/// Returns the next two blanks or more, or a tab or a wide blank, in `body` from byte `at` on.
fn next_gap(body: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let blank = |c: char| matches!(c, ' ' | '\t' | '\u{3000}');
    let mut at = at;
    loop {
        let rest = body.get(at..)?;
        let start = at + rest.find(blank)?;
        let run = body.get(start..)?;
        let end = start + run.find(|c| !blank(c)).unwrap_or(run.len());
        let single = body.get(start..end) == Some(" ");
        if !single {
            return Some(start..end);
        }
        at = end;
    }
}

/// Returns whether `c` is a mark that sentences have.
fn is_mark(c: char) -> bool {
    c.is_ascii_punctuation() || matches!(c, '\u{2010}'..='\u{203A}') || "«»،؛؟۔।॥׃־״׳".contains(c)
}

/// Returns how `body` ends.
pub(super) fn tail(body: &str) -> Tail {
    let inner = body.trim_end_matches([
        '”', '’', '」', '』', '）', ')', '"', '\'', '»', ']', '】', '》', ' ', '*', '_',
    ]);
    let Some(last) = inner.chars().next_back() else { return Tail::Sign };
    let letter = || inner.chars().rev().nth(1).is_some_and(char::is_alphabetic);
    match last {
        '。' | '！' | '？' | '…' | '.' | '!' | '?' | '．' | '｡' | '‥' | '؟' | '۔' | '।' | '॥'
        | '។' | '៕' | '။' | '։' | '።' => Tail::Stop,
        ':' | '：' => Tail::Colon,
        ',' | '，' | '、' | ';' | '；' | '،' | '؛' | '၊' | '—' | '–' => Tail::Pause,
        '-' | '\u{2010}' | '\u{AD}' if inner.len() == body.len() && letter() => Tail::Hyphen,
        _ if last.is_alphanumeric() => Tail::Word,
        _ => Tail::Sign,
    }
}
