//! What the lines of a document are like, counted.

use super::shape::{End, Glance, Start};

/// Counts over all lines seen; as small for a large document as for a small one.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    /// Lines with text.
    pub(super) lines: u64,
    /// Lines that stand verbatim; they are not counted below.
    verbatim: u64,
    /// Lines with text that a blank line stands before.
    pub(super) parted: u64,
    /// Lines with text that several blank lines stand before.
    far: u64,
    /// Lines that are set in.
    indented: u64,
    /// Lines that begin with a quotation mark.
    spoken: u64,
    /// Lines that begin or end as code does.
    code: u64,
    /// Lines that begin with a digit.
    digit: u64,
    /// Lines that begin with a lower-case letter.
    lower: u64,
    /// Lines that a sentence ends.
    closed: u64,
    /// Paragraphs: lines too wide for headings.
    paragraphs: u64,
    /// Paragraphs that a blank line stands before.
    parted_paragraphs: u64,
    /// Lines wide enough for a sentence that one ends.
    prose: u64,
    /// Lines by width, four cells each; the last holds all that are wider.
    widths: [u64; WIDTHS],
    /// Lines by the column where they end, four cells each; the last holds all that end further on.
    edges: [u64; WIDTHS],
    /// Those of them that a sentence ends.
    closed_edges: [u64; WIDTHS],
    /// Lines wide enough for a sentence, by how far they are set in; the last holds all that are set in further.
    indents: [u64; INDENTS],
}

const WIDTHS: usize = 33;
const STEP: u16 = 4;
const INDENTS: usize = 16;

/// So many lines end before the column that lines are broken at; the rest are rows of tables, addresses, code.
const WITHIN: f32 = 0.97;

/// So many end in the quarter before it, at the least.
const FULL: f32 = 0.3;

/// At the most so many of those end a sentence.
const BROKEN: f32 = 0.4;

/// One in so many lines is many.
const MANY: u64 = 10;

/// So many lines may be the head and the foot of a page.
const HEAD_AND_FOOT: u64 = 2;

/// No text is broken at fewer cells.
const NARROWEST: u16 = 32;

/// No sentence of prose is narrower, in cells.
const SAID: u16 = 24;

impl Default for Tally {
    fn default() -> Self {
        Self {
            lines: 0,
            verbatim: 0,
            parted: 0,
            far: 0,
            indented: 0,
            spoken: 0,
            code: 0,
            digit: 0,
            lower: 0,
            closed: 0,
            paragraphs: 0,
            parted_paragraphs: 0,
            prose: 0,
            widths: [0; WIDTHS],
            edges: [0; WIDTHS],
            closed_edges: [0; WIDTHS],
            indents: [0; INDENTS],
        }
    }
}

impl Tally {
    /// Counts a line that `gap` blank lines stand before; one that stands `verbatim` is a line and no more.
    pub(super) fn count(&mut self, line: Glance, gap: u8, verbatim: bool) {
        self.lines += 1;
        if verbatim {
            self.verbatim += 1;
            return;
        }
        self.parted += u64::from(gap > 0);
        self.far += u64::from(gap > 1);
        self.indented += u64::from(line.indent > 0);
        self.spoken += u64::from(line.start == Start::Quote);
        self.digit += u64::from(line.start == Start::Digit);
        let paragraph = line.is_long();
        let said = line.cells >= SAID && line.end.closes() && line.start != Start::Hash;
        self.paragraphs += u64::from(paragraph);
        self.parted_paragraphs += u64::from(paragraph && gap > 0);
        self.prose += u64::from(said);
        self.code +=
            u64::from(line.end == End::Code || line.start == Start::Sign || is_element(line));
        self.lower += u64::from(line.start == Start::Lower);
        self.closed += u64::from(line.end.closes());
        let bucket = |cells: u16| usize::from(cells / STEP).min(WIDTHS - 1);
        add(&mut self.widths, bucket(line.cells));
        add(&mut self.edges, bucket(line.edge()));
        if line.end.closes() {
            add(&mut self.closed_edges, bucket(line.edge()));
        }
        if line.cells >= SAID {
            add(&mut self.indents, usize::from(line.indent).min(INDENTS - 1));
        }
    }

    /// Returns the column, in cells, that lines are broken at and go on after; none where they are not.
    pub(super) fn measure(&self) -> Option<u16> {
        let upto = |counts: &[u64], bucket: usize| -> u64 { counts.iter().take(bucket + 1).sum() };
        let last =
            (0..WIDTHS - 1).find(|&bucket| self.share(upto(&self.edges, bucket)) >= WITHIN)?;
        let from = last.saturating_sub(1 + last / 4);
        let full = |counts: &[u64]| upto(counts, last) - upto(counts, from);
        let (lines, closed) = (full(&self.edges), full(&self.closed_edges));
        let measure = (last as u16 + 1) * STEP;
        let broken = self.share(lines) > FULL && closed as f32 <= lines as f32 * BROKEN;
        (broken && measure >= NARROWEST).then_some(measure)
    }

    /// Returns how far paragraphs are set in: the least that many lines wide enough for a sentence are.
    pub(super) fn indent(&self) -> u8 {
        let all: u64 = self.indents.iter().sum();
        let least = |more: u64| {
            let mut indents = (0..).zip(self.indents);
            let many = |count: u64| count > more && count * MANY >= all;
            indents.find(|&(_, count)| many(count)).map(|(indent, _)| indent)
        };
        least(HEAD_AND_FOOT).or_else(|| least(0)).unwrap_or(0)
    }

    /// Returns the share of lines that are set in.
    pub(super) fn indented(&self) -> f32 {
        self.share(self.indented)
    }

    /// Returns the share of lines that begin with a quotation mark.
    pub(super) fn spoken(&self) -> f32 {
        self.share(self.spoken)
    }

    /// Returns the share of lines that look like code.
    pub(super) fn code(&self) -> f32 {
        self.share(self.code)
    }

    /// Returns the share of lines that are sentences.
    pub(super) fn prose(&self) -> f32 {
        self.share(self.prose)
    }

    /// Tells whether several blank lines stand where most texts have one.
    pub(super) fn is_airy(&self) -> bool {
        self.far * 2 > self.parted
    }

    /// Tells whether blank lines part most paragraphs.
    pub(super) fn parts_paragraphs(&self) -> bool {
        self.parted_paragraphs * 2 > self.paragraphs
    }

    /// Returns the share of lines that begin with a digit.
    pub(super) fn digit(&self) -> f32 {
        self.share(self.digit)
    }

    /// Tells whether some lines stand verbatim, between fences.
    pub(super) fn has_fences(&self) -> bool {
        self.verbatim > 0
    }

    /// Returns the share of lines that begin with a lower-case letter.
    pub(super) fn lower(&self) -> f32 {
        self.share(self.lower)
    }

    /// Returns the share of lines that a sentence ends.
    pub(super) fn closed(&self) -> f32 {
        self.share(self.closed)
    }

    /// Returns the share of lines that a blank line stands before.
    pub(super) fn parted(&self) -> f32 {
        self.share(self.parted)
    }

    /// Returns the share of lines of fewer than `cells` cells.
    pub(super) fn narrower(&self, cells: u16) -> f32 {
        self.share(self.widths.iter().take(usize::from(cells / STEP)).sum())
    }

    fn share(&self, part: u64) -> f32 {
        part as f32 / (self.lines - self.verbatim).max(1) as f32
    }
}

/// Tells whether a comma ends `line` as it does in data and code: a line of verse begins with a word.
fn is_element(line: Glance) -> bool {
    line.end == End::Comma && line.start != Start::Other
}

fn add(counts: &mut [u64], at: usize) {
    counts.get_mut(at).into_iter().for_each(|count| *count += 1);
}
