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
}

const WIDTHS: usize = 33;
const STEP: u16 = 4;

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
            closed: 0,
            paragraphs: 0,
            parted_paragraphs: 0,
            prose: 0,
            widths: [0; WIDTHS],
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
        self.closed += u64::from(line.end.closes());
        let paragraph = line.is_long();
        let said = line.cells >= SAID && line.end.closes();
        self.paragraphs += u64::from(paragraph);
        self.parted_paragraphs += u64::from(paragraph && gap > 0);
        self.prose += u64::from(said);
        self.code +=
            u64::from(line.end == End::Code || line.end == End::Comma || line.start == Start::Sign);
        if let Some(bucket) = self.widths.get_mut(usize::from(line.cells / STEP).min(WIDTHS - 1)) {
            *bucket += 1;
        }
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

    /// Returns the share of lines of at least `from` and fewer than `to` cells.
    pub(super) fn between(&self, from: u16, to: u16) -> f32 {
        self.narrower(to) - self.narrower(from)
    }

    fn share(&self, part: u64) -> f32 {
        part as f32 / (self.lines - self.verbatim).max(1) as f32
    }
}
