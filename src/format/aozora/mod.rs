//! Texts of Aozora Bunko: plain text with marks of its own for readings, headings, indents and characters that old
//! encodings have not (青空文庫注記一覧). One pass cuts a text into parts and tells what holds where each begins; a part is
//! read when it is needed. What an annotation says that is not known here stays as it is written.

mod accent;
mod gaiji;
mod note;
mod text;
mod token;
mod writer;

use std::ops::ControlFlow;
use std::sync::Arc;

use super::blocks::characters;
use super::plain::PlainText;
use super::plain::sections::Detector;
use super::sources::WholeText;
use crate::budget::AOZORA_BYTES;
use crate::decode::{Choice, Encoding};
use crate::document::{
    BlockKind, Facts, Outline, ParagraphStyle, Part, ReadAt, ReadError, Rules, Section, Source,
    Survey, ViewMode,
};
use crate::text::Lang;
use note::AozoraNote;
use text::{AozoraText, COLOPHON};
use token::{Token, is_han, is_kana, tokens};

/// A text of Aozora Bunko.
pub(super) struct Aozora {
    bytes: Arc<dyn ReadAt>,
    text: AozoraText,
    facts: Facts,
    /// How many invalid sequences of bytes became U+FFFD.
    replaced: u64,
}

impl Aozora {
    /// Returns the document that `bytes` hold now; none where they are too many, or can't be read: then they are a plain
    /// text.
    pub(super) fn open(bytes: Arc<dyn ReadAt>, encoding: Choice) -> Option<Self> {
        let WholeText { text, replaced, plain } = WholeText::read(&bytes, encoding, AOZORA_BYTES)?;
        let text = AozoraText::of(text);
        let facts = Facts {
            format: "text of Aozora Bunko",
            encoding: plain.encoding,
            lang: Some(Lang::Ja),
            paragraphs: ParagraphStyle::Indented,
            has_lines: true,
            metadata: if text.is_framed() { about(&text.part(0)) } else { Vec::new() },
            ..Facts::default()
        };
        Some(Self { bytes, text, facts, replaced })
    }
}

impl Source for Aozora {
    fn facts(&self) -> &Facts {
        &self.facts
    }

    fn count(&self) -> usize {
        self.text.cut.count()
    }

    fn before(&self, index: usize) -> u64 {
        self.text.cut.start(index) as u64
    }

    fn load(&self, index: usize) -> Result<Part, ReadError> {
        Ok(self.text.part(index))
    }

    fn survey(&self, rules: &Rules, watch: &mut dyn FnMut(&Survey) -> ControlFlow<()>) -> Survey {
        let mut survey = Survey { replaced: self.replaced, ..Survey::default() };
        let mut sections: Vec<Section> = Vec::new();
        let mut detector = Detector::with(rules.clone());
        for index in 0..self.count() {
            detector.part(self.text.cut.source(index), self.before(index));
            let part = self.text.part(index);
            sections.extend(self.text.cut.sections(index, &part));
            survey.characters += characters(&part);
            survey.done = self.before(index + 1);
            if watch(&survey).is_break() {
                break;
            }
        }
        // Many a text was typed with readings and without marks of headings.
        let declared = sections.iter().any(|section| !section.title.starts_with(COLOPHON));
        let outline = if declared { Outline::new(sections) } else { detector.outline() };
        survey.outline = outline.into();
        survey.ruled = detector.ruled().clone().into();
        survey.lines = self.text.cut.lines().collect();
        survey
    }

    fn recoded(&self, encoding: Encoding) -> Option<Arc<dyn Source>> {
        let other = Self::open(Arc::clone(&self.bytes), Choice::Use(encoding))?;
        Some(Arc::new(other))
    }

    fn views(&self) -> &[ViewMode] {
        &[ViewMode::Source, ViewMode::Prose, ViewMode::Verbatim]
    }

    fn viewed(&self, view: ViewMode) -> Option<Arc<dyn Source>> {
        let choice = Choice::as_told(self.facts.encoding);
        Some(Arc::new(PlainText::open(Arc::clone(&self.bytes), choice).in_view(view)))
    }
}

/// Returns whether `text`, the beginning of a Japanese text, has marks of Aozora Bunko: an annotation that is known, or two
/// readings in kana, of Han or with a sign where their word begins, more such than other words in the same marks, which
/// are those of titles and speech elsewhere, and more kana around them: a Chinese text may name Japanese titles.
pub(super) fn is_marked(text: &str) -> bool {
    let (mut readings, mut others, mut kana) = (0, 0, 0);
    for line in text.lines() {
        let mut before = Token::Text("");
        let mut signed = false;
        for token in tokens(line) {
            match token {
                Token::Annotation(_, words) if AozoraNote::of(words).is_some() => return true,
                Token::Reading(reading) => {
                    let of_word = std::mem::take(&mut signed) || ends_in_word(before);
                    let is_one = of_word && reading.chars().all(is_kana);
                    *(if is_one { &mut readings } else { &mut others }) += 1;
                }
                Token::WordStart => signed = true,
                Token::Text(text) => kana += text.chars().filter(|c| is_kana(*c)).count(),
                _ => {}
            }
            before = token;
        }
    }
    readings >= 2 && readings > others && kana > readings
}

/// Returns whether a word that may have a reading without a sign ends with `token`.
fn ends_in_word(token: Token) -> bool {
    match token {
        Token::Text(text) => text.ends_with(is_han),
        Token::Described(..) => true,
        _ => false,
    }
}

/// Returns what a book says of itself before its first blank line, by `first`, its first part: its title in one line, who
/// wrote it in the last.
fn about(first: &Part) -> Vec<(String, String)> {
    let blocks = first.blocks();
    let head = blocks.iter().position(|block| matches!(block.kind, BlockKind::Blank(_)));
    let lines = blocks.get(..head.unwrap_or_default()).unwrap_or_default();
    let is_head = (2..=MOST_HEAD_LINES).contains(&lines.len())
        && lines.iter().all(|block| block.indent == 0 && block.range.len() <= MOST_HEAD_BYTES);
    let mut texts = lines.iter().map(|block| first.slice(block.range.clone()).to_owned());
    match (texts.next(), texts.next_back()) {
        (Some(title), Some(author)) if is_head => {
            vec![("title".to_owned(), title), ("author".to_owned(), author)]
        }
        _ => Vec::new(),
    }
}

/// The most lines of a title, a subtitle, and those who wrote and translated it.
const MOST_HEAD_LINES: usize = 6;

/// The most bytes of such a line.
const MOST_HEAD_BYTES: usize = 200;

#[cfg(test)]
mod tests;
