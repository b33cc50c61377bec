//! The text between two places, as its author wrote it.

use std::ops::Range;

use super::{Block, BlockKind, Document, Headings, Part, Position};

impl Document {
    /// Returns the text of `range`, at most `most` bytes; none where it is longer. Paragraphs are whole, whatever rows they
    /// are set in; lines that are kept as they are have the indent that they were written with; between two paragraphs of a
    /// marked-up text, which parts them by itself, a line is left blank.
    pub fn excerpt(&self, range: Range<Position>, most: usize) -> Option<String> {
        let mut text = String::new();
        let last = range.end.part.min(self.parts().saturating_sub(1));
        for index in range.start.part..=last {
            let part = self.part(index);
            let from = if index == range.start.part { range.start.byte } else { 0 };
            let to = if index == range.end.part { range.end.byte } else { usize::MAX };
            self.take_part(&part, from..to, &mut text);
            if text.len() > most {
                return None;
            }
        }
        Some(text)
    }

    /// Adds the text of `range`, bytes of `part`, to `text`.
    fn take_part(&self, part: &Part, range: Range<usize>, text: &mut String) {
        let first = part.blocks().partition_point(|block| block.range.end < range.start);
        let blocks = part.blocks().iter().enumerate().skip(first);
        let mut before: Option<&Block> = None;
        for (number, block) in blocks.take_while(|(_, block)| block.range.start < range.end) {
            let own = block.range.start.max(range.start)..block.range.end.min(range.end);
            let is_passed = own.is_empty() && !block.range.is_empty();
            if is_passed || (own.is_empty() && block.kind == BlockKind::Rule) {
                continue;
            }
            if !text.is_empty() {
                text.push_str(self.gap(part, before, number));
            }
            if own.start == block.range.start && is_kept(block) {
                text.extend(std::iter::repeat_n(' ', block.indent.into()));
            }
            text.push_str(part.slice(own));
            before = Some(block);
        }
    }

    /// Returns what stands between the block `before`, or the end of the part before, and block `number` of `part`.
    fn gap(&self, part: &Part, before: Option<&Block>, number: usize) -> &'static str {
        let Some(block) = part.blocks().get(number) else { return "" };
        let parted = self.facts().headings == Headings::Declared;
        match before {
            // It was too long for one block.
            Some(before) if before.range.end == block.range.start => "",
            Some(before) if parted && !block.continued && !part.are_together(before, block) => {
                "\n\n"
            }
            None if parted && !block.continued => "\n\n",
            Some(_) | None => "\n",
        }
    }
}

/// Returns whether `block` is a line that is kept as it was written.
fn is_kept(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Code | BlockKind::Verse)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::budget::BLOCK_BYTES;
    use crate::decode::Choice;
    use crate::format::markdown::Markdown;
    use crate::format::plain::PlainText;

    fn plain(text: &str) -> Document {
        Document::new(Arc::new(PlainText::open(Arc::new(text.to_owned()), Choice::default())))
    }

    fn whole(document: &Document) -> String {
        let end = Position::new(document.parts(), 0);
        document.excerpt(Position::default()..end, usize::MAX).unwrap()
    }

    #[test]
    fn paragraphs_are_whole_and_lines_of_code_keep_their_indent() {
        let text = "天色将明的时候，他推开了门，外面没有人，\n\n\n    if x {\n        go();\n    }\n\nThe end.\n";
        assert_eq!(whole(&plain(text)), text.trim_end());
    }

    #[test]
    fn a_line_is_blank_between_the_paragraphs_of_a_marked_up_text() {
        let text = "# Rain\n\nOne *two*\nthree.\n\n- a\n- b\n\n```\nx\n\n  y\n```\n";
        let source = Markdown::open(Arc::new(text.to_owned()), Choice::default()).unwrap();
        let document = Document::new(Arc::new(source));
        assert_eq!(whole(&document), "Rain\n\nOne two three.\n\n• a\n• b\n\nx\n\n  y");
    }

    #[test]
    fn what_was_cut_because_it_was_too_long_is_joined_again() {
        let text = "雨".repeat(BLOCK_BYTES / 3 + 9);
        assert_eq!(whole(&plain(&text)).replace('\n', ""), text);
    }

    #[test]
    fn no_more_is_taken_than_there_is_room_for() {
        let (document, end) = (plain("rain\n"), Position::new(0, 4));
        assert_eq!(document.excerpt(Position::default()..end, 4).as_deref(), Some("rain"));
        assert_eq!(document.excerpt(Position::default()..end, 3), None);
    }
}
