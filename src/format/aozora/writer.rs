//! The lines of a text of Aozora Bunko, written into a part.

use super::note::{AozoraNote, NoteSpan, Until, return_marks};
use super::token::{Token, is_han, resolved, tokens, word_start};
use super::{accent, gaiji};
use crate::budget::READING_BYTES;
use crate::document::{BlockKind, FrameKind, Part, Style};
use crate::format::builder::{Inline, PartBuilder};

/// What holds from one line to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LineState {
    style: Style,
    /// The level of the heading that is open.
    heading: Option<u8>,
    edge: LineEdge,
    boxed: bool,
}

/// Where the rows of a line begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum LineEdge {
    /// As its own blanks say.
    #[default]
    Own,
    /// So many cells further in: the first row, and the others.
    Indent(u16, u16),
    /// Where their text ends so many cells before the right edge.
    AtEnd(u16),
}

impl LineState {
    /// Takes what `line` leaves for the lines after it.
    pub(super) fn pass(&mut self, line: &str) {
        for token in tokens(line) {
            let Token::Annotation(_, words) = token else { continue };
            match AozoraNote::of(words) {
                Some(AozoraNote::Opens(span, Until::Closed)) => self.open(span),
                Some(AozoraNote::Closes(span)) => self.close(span),
                _ => {}
            }
        }
    }

    fn open(&mut self, span: NoteSpan) {
        match span {
            NoteSpan::Style(style) => self.style |= style,
            NoteSpan::Heading(level) => self.heading = Some(level),
            NoteSpan::Boxed => self.boxed = true,
            NoteSpan::Indent { first, rest } => self.edge = LineEdge::Indent(first, rest),
            NoteSpan::AtEnd(cells) => self.edge = LineEdge::AtEnd(cells),
            NoteSpan::Nothing => {}
        }
    }

    fn close(&mut self, span: NoteSpan) {
        match span {
            NoteSpan::Style(style) => self.style = self.style.without(style),
            NoteSpan::Heading(_) => self.heading = None,
            NoteSpan::Boxed => self.boxed = false,
            NoteSpan::Indent { .. } | NoteSpan::AtEnd(_) => self.edge = LineEdge::Own,
            NoteSpan::Nothing => {}
        }
    }

    /// Returns what holds in a line that says `line` of itself.
    fn with(self, line: Self) -> Self {
        Self {
            style: self.style | line.style,
            heading: line.heading.or(self.heading),
            edge: if line.edge == LineEdge::Own { self.edge } else { line.edge },
            boxed: self.boxed || line.boxed,
        }
    }
}

/// What writes lines.
pub(super) struct LineWriter {
    builder: PartBuilder,
    state: LineState,
    /// What this line says of itself.
    own: LineState,
    /// The cells of the blanks that the line begins with.
    blank: u16,
    /// How many frames are open for this line; none: nothing of it is written yet.
    frames: Option<usize>,
    /// Where the word begins that the next reading is of, by its sign.
    word: Option<usize>,
    /// Where the last word ends that has a reading.
    read: usize,
    /// Where the words begin whose reading follows them in an annotation.
    noted: Option<usize>,
    /// What ends the remark that is open.
    remark: Option<&'static str>,
}

impl LineWriter {
    /// Returns what writes lines from the one on before which `state` holds.
    pub(super) fn new(state: LineState) -> Self {
        let (builder, own) = (PartBuilder::new(), LineState::default());
        Self {
            builder,
            state,
            own,
            blank: 0,
            frames: None,
            word: None,
            read: 0,
            noted: None,
            remark: None,
        }
    }

    /// Returns the part that was written.
    pub(super) fn finish(self) -> Part {
        self.builder.finish()
    }

    /// Writes `text`, line `number` of the part.
    pub(super) fn line(&mut self, number: u32, text: &str) {
        self.builder.line(number);
        if text.trim().is_empty() {
            self.builder.blank();
            return;
        }
        for token in tokens(text) {
            self.token(token);
        }
        self.end();
        self.own = LineState::default();
    }

    /// Writes `text`, line `number` of the part, as a heading.
    pub(super) fn heading(&mut self, number: u32, text: &str) {
        self.own.heading = Some(1);
        self.line(number, text);
    }

    /// Writes `text`, line `number` of the part, as it is: its marks are examples.
    pub(super) fn verbatim(&mut self, number: u32, text: &str) {
        self.builder.line(number);
        if text.trim().is_empty() {
            self.builder.blank();
        } else {
            self.text(text, Style::SIGN);
            self.end();
        }
    }

    fn token(&mut self, token: Token) {
        match token {
            Token::Text(text) => self.text(text, Style::default()),
            Token::WordStart => self.word = Some(self.builder.place()),
            Token::Reading(reading) => self.reading(reading),
            Token::Described(whole, note) => match gaiji::character(note) {
                Some(character) => self.text(&character, Style::default()),
                None => self.text(whole, Style::SIGN),
            },
            Token::Accented(words) => {
                self.text(&accent::composed(words).unwrap_or_default(), Style::default());
            }
            Token::Annotation(whole, words) => {
                let words = resolved(words);
                let done = AozoraNote::of(&words).is_some_and(|note| self.annotate(note));
                if !done {
                    self.text(whole, Style::SIGN);
                }
            }
        }
    }

    /// Writes `text`, which is meant so.
    fn text(&mut self, text: &str, style: Style) {
        let text = if self.frames.is_none() { self.begin(text) } else { text };
        if !text.is_empty() {
            let style = self.state.with(self.own).style | style;
            self.builder.set_inline(Inline { style, link: None });
            self.builder.exactly(text);
        }
    }

    /// Begins the block of the line, whose text goes on with `text`, and returns that without blanks before it. With
    /// nothing else in it, the block is yet to begin.
    fn begin<'a>(&mut self, text: &'a str) -> &'a str {
        let body = text.trim_start_matches(['\u{3000}', ' ']);
        let blank = text.get(..text.len() - body.len()).unwrap_or_default();
        let blank: u16 = blank.chars().map(|c| if c == ' ' { 1 } else { 2 }).sum();
        self.blank = self.blank.saturating_add(blank);
        if !body.is_empty() {
            self.open();
        }
        body
    }

    /// Opens the block of the line, and the frames that hold it.
    fn open(&mut self) {
        let LineState { heading, edge, boxed, .. } = self.state.with(self.own);
        let mut frames = Vec::new();
        frames.extend(boxed.then_some(FrameKind::Aside));
        let indent = match edge {
            LineEdge::Own => self.blank,
            LineEdge::Indent(first, rest) => {
                frames.push(FrameKind::Edge(rest));
                first.saturating_add(self.blank)
            }
            LineEdge::AtEnd(cells) => {
                frames.push(FrameKind::AtEnd(cells));
                0
            }
        };
        self.frames = Some(frames.len());
        for frame in frames {
            self.builder.enter(frame);
        }
        self.builder.open_line(heading.map_or(BlockKind::Paragraph, BlockKind::Heading), indent);
    }

    /// Ends the block of the line.
    fn end(&mut self) {
        self.builder.end();
        for _ in 0..self.frames.take().unwrap_or_default() {
            self.builder.leave();
        }
        self.word = None;
        self.noted = None;
        self.remark = None;
        self.blank = 0;
    }

    /// Says how the word before is read; where there is none, what stands in the marks is no reading and stays as it is.
    fn reading(&mut self, reading: &str) {
        let signed = self.word.take();
        match self.read_word(signed, reading) {
            Some(word) => {
                self.builder.reading(word, reading);
                self.read = self.builder.place();
            }
            None => self.text(&format!("《{reading}》"), Style::default()),
        }
    }

    /// Returns where the word before begins, which is read as `reading`: what follows its sign, at `signed`, or else
    /// characters of Han, whose reading has none.
    fn read_word(&self, signed: Option<usize>, reading: &str) -> Option<usize> {
        let (written, place) = (self.builder.written(), self.builder.place());
        let start = place - written.len();
        let word = match signed {
            Some(word) => word.max(start),
            None if reading.len() > READING_BYTES || reading.contains(is_han) => return None,
            None => {
                let from = start.max(self.read);
                from + word_start(written.get(from - start..)?)
            }
        };
        (word < place).then_some(word)
    }

    /// Does what `note` says and returns whether that was possible.
    fn annotate(&mut self, note: AozoraNote) -> bool {
        match note {
            AozoraNote::Style(words, style) => return self.builder.style_last(words, style),
            AozoraNote::Reading(words, reading) => return self.builder.read_last(words, reading),
            AozoraNote::Heading(words, level) => return self.builder.head_last(words, level),
            AozoraNote::Opens(span, until) => self.open_span(span, until),
            AozoraNote::Closes(span) => {
                self.state.close(span);
                self.own.close(span);
                if let NoteSpan::Heading(_) = span {
                    self.end();
                }
            }
            AozoraNote::ReturnMarks(marks) => {
                self.text(&return_marks(marks).unwrap_or_default(), Style::default());
            }
            AozoraNote::Ending(kana) => self.text(kana, Style::RAISED),
            AozoraNote::OpensReading => self.noted = Some(self.builder.place()),
            AozoraNote::ClosesReading(reading) => return self.read_noted(reading),
            AozoraNote::Picture(told) => self.text(told, Style::IMAGE),
            AozoraNote::OpensRemark => {
                let bare = !self.builder.written().ends_with('（');
                self.text(if bare { "（" } else { "" }, Style::default());
                self.remark = Some(if bare { "）" } else { "" });
            }
            AozoraNote::ClosesRemark => {
                let Some(end) = self.remark.take() else { return false };
                self.text(end, Style::default());
            }
            AozoraNote::RemarkLine if self.remark.is_none() => return false,
            AozoraNote::RemarkLine => self.text("\u{3000}", Style::default()),
            AozoraNote::PageBreak => {
                self.end();
                self.builder.page_break();
            }
            AozoraNote::Nothing => {}
        }
        true
    }

    /// Says how the words are read since their annotation began and returns whether that was possible.
    fn read_noted(&mut self, reading: &str) -> bool {
        let (written, place) = (self.builder.written(), self.builder.place());
        let start = place - written.len();
        let words = self.noted.take().and_then(|from| written.get(from.max(start) - start..));
        let words = words.unwrap_or_default().to_owned();
        !words.is_empty() && self.builder.read_last(&words, reading)
    }

    /// Begins `span`, which goes so far. What stands before it in the line is a block of its own, but for text that is only meant otherwise.
    fn open_span(&mut self, span: NoteSpan, until: Until) {
        if let NoteSpan::Heading(_) | NoteSpan::Indent { .. } | NoteSpan::AtEnd(_) = span {
            self.end();
        }
        match until {
            Until::LineEnd => self.own.open(span),
            Until::Closed => self.state.open(span),
        }
    }
}
