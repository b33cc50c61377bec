//! The text of a block as it is shown, where that is not as the source has it, and which bytes of it stand for which of
//! the source. All else in the program names bytes of the source.

use std::ops::Range;
use std::sync::Arc;

use crate::document::{Block, BlockKind, Part, WordReading};
use crate::text::{Lang, Pattern};

/// How the text of blocks is shown. As the source has it is the default, and costs nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Showing {
    /// What is left out, or shown in other words: of two that want the same words, the earlier has them.
    pub replacements: Arc<[Replacement]>,
    /// What writes Chinese in another script.
    pub conversion: Option<Conversion>,
}

/// What matches a pattern is shown in other words, or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// What it matches within a block.
    pub pattern: Pattern,
    /// What is shown in its place: one line of text, as it stands.
    pub with: Arc<str>,
}

impl Replacement {
    /// Returns that `with` is shown in the place of what `pattern` matches: a control character in it as a blank.
    pub fn new(pattern: Pattern, with: &str) -> Self {
        let blank = |c: char| if c.is_control() { ' ' } else { c };
        Self { pattern, with: with.chars().map(blank).collect::<String>().into() }
    }
}

/// What writes Chinese in another script, a character for each.
#[derive(Clone, Copy, Debug)]
pub struct Conversion {
    /// The language that comes of it.
    pub to: Lang,
    /// Returns the text in that script.
    pub convert: fn(&str) -> String,
}

impl PartialEq for Conversion {
    fn eq(&self, other: &Self) -> bool {
        self.to == other.to
    }
}

impl Conversion {
    /// Returns whether `text`, a paragraph in a document of language `lang`, is written in the other script. Japanese
    /// and Korean have characters of their own.
    fn is_for(&self, text: &str, lang: Option<Lang>) -> bool {
        let detected = || Lang::detect(text);
        let own = lang.map(|lang| lang.of_paragraph(text)).or_else(detected);
        match own {
            None | Some(Lang::Ja | Lang::Ko) => false,
            Some(own) if own == self.to => false,
            // One that is quoted from a text in the script already would suffer.
            Some(_) => self.to != Lang::ZhHant || detected() != Some(Lang::ZhHant),
        }
    }
}

impl Showing {
    /// Returns whether all is shown as the source has it.
    pub(super) fn is_source(&self) -> bool {
        self.replacements.is_empty() && self.conversion.is_none()
    }

    /// Returns the text of `block` of `part` as it is shown in a document of language `lang`; none: as it is.
    pub(super) fn of(&self, part: &Part, block: &Block, lang: Option<Lang>) -> Option<ShownText> {
        let text = source_of(part, block).filter(|_| !self.is_source())?;
        self.shown(text, lang)
    }

    /// Returns `text`, a block of a document of language `lang`, as it is shown; none: as it is.
    fn shown(&self, text: &str, lang: Option<Lang>) -> Option<ShownText> {
        let convert = self.conversion.filter(|it| !text.is_ascii() && it.is_for(text, lang));
        let replaced = self.replaced(text);
        if convert.is_none() && replaced.is_empty() {
            return None;
        }
        let mut writer = ShownWriter { shown: ShownText::default(), convert };
        let mut from = 0;
        for (bytes, rule) in replaced {
            writer.keep(text, from..bytes.start);
            from = bytes.end;
            writer.edit(bytes, self.replacements.get(rule).map_or("", |rule| &rule.with));
        }
        writer.keep(text, from..text.len());
        Some(writer.shown).filter(|shown| shown.text != text)
    }

    /// Returns `pieces`, which stand together in a document of language `lang`, as that text is shown.
    pub(super) fn pieces<const N: usize>(
        &self,
        pieces: [&str; N],
        lang: Option<Lang>,
    ) -> [String; N] {
        let shown = (!self.is_source()).then(|| self.shown(&pieces.concat(), lang)).flatten();
        let Some(shown) = shown else { return pieces.map(str::to_owned) };
        let mut from = 0;
        pieces.map(|piece| {
            let source = from..from + piece.len();
            from = source.end;
            shown.text.get(shown.shown_in(source)).unwrap_or_default().to_owned()
        })
    }

    /// Returns the number of the replacement for each passage of `block` of `part` that is shown in other words.
    pub fn passages(&self, part: &Part, block: &Block) -> impl Iterator<Item = usize> {
        let text = source_of(part, block).unwrap_or_default();
        self.replaced(text).into_iter().map(|(_, rule)| rule)
    }

    /// Returns the bytes of `text` that are shown in other words, in order, with the numbers of the replacements.
    fn replaced(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        let mut replaced = Vec::new();
        for (rule, Replacement { pattern, .. }) in self.replacements.iter().enumerate() {
            let taken = std::mem::take(&mut replaced);
            let mut taken = taken.into_iter().peekable();
            for found in pattern.matches(text) {
                let before = |(bytes, _): &(Range<usize>, usize)| bytes.end <= found.start;
                replaced.extend(std::iter::from_fn(|| taken.next_if(before)));
                if taken.peek().is_none_or(|(bytes, _)| found.end <= bytes.start) {
                    replaced.push((found, rule));
                }
            }
            replaced.extend(taken);
        }
        replaced
    }
}

/// Returns the text of `block` of `part` that can be shown in other words; of blank lines, none.
fn source_of<'a>(part: &'a Part, block: &Block) -> Option<&'a str> {
    let is_blank = matches!(block.kind, BlockKind::Blank(_));
    (!is_blank).then(|| part.slice(block.range.clone()))
}

/// The text of a block as it is shown. Its bytes stand for those of the source one by one, but where there is an edit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::layout) struct ShownText {
    text: String,
    edits: Vec<Edit>,
}

/// Bytes of the source, at least one, and those that are shown in their place, if any.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Edit {
    source: Range<usize>,
    shown: Range<usize>,
}

/// What writes a text as it is shown.
struct ShownWriter {
    shown: ShownText,
    convert: Option<Conversion>,
}

impl ShownWriter {
    /// Writes `bytes` of `text`, which no rule replaces.
    fn keep(&mut self, text: &str, bytes: Range<usize>) {
        let (start, kept) = (bytes.start, text.get(bytes).unwrap_or_default());
        let converted = self.convert.map(|it| (it.convert)(kept));
        // A table that made more or fewer characters of a word would leave none of them a place.
        let converted = converted.filter(|it| it.chars().count() == kept.chars().count());
        let Some(converted) = converted else { return self.shown.text.push_str(kept) };
        for ((at, source), c) in kept.char_indices().zip(converted.chars()) {
            if source.len_utf8() == c.len_utf8() {
                self.shown.text.push(c);
            } else {
                let at = start + at;
                self.edit(at..at + source.len_utf8(), c.encode_utf8(&mut [0; 4]));
            }
        }
    }

    /// Writes `with` in the place of `source`.
    fn edit(&mut self, source: Range<usize>, with: &str) {
        let start = self.shown.text.len();
        self.shown.text.push_str(with);
        self.shown.edits.push(Edit { source, shown: start..self.shown.text.len() });
    }
}

impl ShownText {
    /// Returns the text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Returns whether there is nothing to see of it.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Returns how many bytes of memory it takes.
    pub(super) fn cost(&self) -> usize {
        size_of::<Self>() + self.text.len() + self.edits.len() * size_of::<Edit>()
    }

    /// Returns the byte that shows `byte` of the source; of what is not shown, the byte after it.
    pub(super) fn shown_at(&self, byte: usize) -> usize {
        let passed = self.edits.partition_point(|edit| edit.source.end <= byte);
        match self.edits.get(passed).filter(|edit| edit.source.start <= byte) {
            Some(edit) => edit.shown.start,
            None => {
                self.last_of(passed).map_or(byte, |edit| edit.shown.end + (byte - edit.source.end))
            }
        }
    }

    /// Returns the bytes that show `source`; none where nothing does.
    pub(super) fn shown_in(&self, source: Range<usize>) -> Range<usize> {
        let start = self.shown_at(source.start);
        let passed = self.edits.partition_point(|edit| edit.source.end <= source.end);
        let end = match self.edits.get(passed).filter(|edit| edit.source.start < source.end) {
            Some(edit) => edit.shown.end,
            None => self.shown_at(source.end),
        };
        start..end.max(start)
    }

    /// Returns the bytes of the source that `byte` stands for: of what was kept, the one.
    pub(super) fn source_of(&self, byte: usize) -> Range<usize> {
        let passed = self.edits.partition_point(|edit| edit.shown.start <= byte);
        match self.last_of(passed) {
            Some(edit) if byte < edit.shown.end => edit.source.clone(),
            Some(edit) => {
                let byte = edit.source.end + (byte - edit.shown.end);
                byte..byte + 1
            }
            None => byte..byte + 1,
        }
    }

    /// Returns the byte of `source`, the text that is shown so, where a row begins that begins at `byte`: within words
    /// that are shown in the place of others, one as far into those.
    pub(super) fn row_start(&self, byte: usize, source: &str) -> usize {
        if byte == 0 {
            return 0;
        }
        let passed = self.edits.partition_point(|edit| edit.shown.start < byte);
        match self.last_of(passed).filter(|edit| byte < edit.shown.end) {
            Some(edit) => {
                let far = edit.source.len() * (byte - edit.shown.start) / edit.shown.len().max(1);
                source.ceil_char_boundary(edit.source.start + far.max(1))
            }
            None => self.source_of(byte).start.min(source.len()),
        }
    }

    fn last_of(&self, passed: usize) -> Option<&Edit> {
        passed.checked_sub(1).and_then(|last| self.edits.get(last))
    }
}

/// The text of a block as it is set: that of the source, or what is shown in its place. It is asked by bytes of the part.
#[derive(Clone, Copy)]
pub(in crate::layout) struct SetText<'a> {
    part: &'a Part,
    block: usize,
    shown: Option<&'a ShownText>,
}

impl<'a> SetText<'a> {
    /// Returns the text of block `number` of `part`, which is shown so; none: as it is.
    pub(in crate::layout) fn new(
        part: &'a Part,
        number: usize,
        shown: Option<&'a ShownText>,
    ) -> Self {
        Self { part, block: number, shown }
    }

    /// Returns all of it.
    pub(in crate::layout) fn whole(&self) -> &'a str {
        match self.shown {
            Some(shown) => shown.text(),
            None => self.part.block_text(self.block),
        }
    }

    /// Returns which bytes of it stand for `bytes`.
    pub(in crate::layout) fn range(&self, bytes: Range<usize>) -> Range<usize> {
        let start = self.part.start_of(self.block);
        let own = bytes.start.saturating_sub(start)..bytes.end.saturating_sub(start);
        self.shown.map_or_else(|| own.clone(), |shown| shown.shown_in(own.clone()))
    }

    /// Returns what stands for `bytes`.
    pub(in crate::layout) fn slice(&self, bytes: Range<usize>) -> &'a str {
        match self.shown {
            Some(shown) => shown.text().get(self.range(bytes)).unwrap_or_default(),
            None => self.part.slice(bytes),
        }
    }

    /// Returns how the words in `bytes` are read, counted from the start of what stands for these. Of words that are not
    /// shown, or share what is shown with others, nothing is told.
    pub(in crate::layout) fn readings(&self, bytes: Range<usize>) -> Vec<WordReading<'a>> {
        let mut readings = self.part.readings_in(bytes.clone());
        if self.shown.is_none() {
            return readings;
        }
        let (from, mut last) = (self.range(bytes.clone()).start, 0);
        readings.retain_mut(|WordReading { word, .. }| {
            let shown = self.range(bytes.start + word.start..bytes.start + word.end);
            *word = shown.start.saturating_sub(from)..shown.end.saturating_sub(from);
            let is_new = word.start < word.end && last <= word.start;
            last = if is_new { word.end } else { last };
            is_new
        });
        readings
    }
}

#[cfg(test)]
mod tests;
