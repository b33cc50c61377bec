//! The words around a match.

use std::ops::Range;

use crate::document::Part;
use crate::layout::Ruby;

/// How many bytes of text before a match are shown at the most, and how many after it.
const AROUND: [usize; 2] = [160, 400];

/// How many bytes of a match itself are shown at the most.
const LONGEST: usize = 800;

/// A match and the words around it, in one line. What was left out is marked by `…`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The words before the match, in its paragraph.
    pub before: String,
    /// The match.
    pub matched: String,
    /// The words after it, in the paragraph where it ends.
    pub after: String,
}

impl Context {
    /// Returns the words around `range` of the text of `part`, with their readings in parentheses after them unless `ruby`
    /// hides these.
    pub fn of(part: &Part, range: &Range<usize>, ruby: Ruby) -> Self {
        let [before, after] = AROUND;
        let block = |byte| part.block_at(byte).and_then(|at| part.blocks().get(at));
        let text = part.text();
        let start = block(range.start).map_or(0, |block| block.range.start).min(range.start);
        let last = range.end.saturating_sub(1).max(range.start);
        let end = block(last).map_or(text.len(), |block| block.range.end).max(range.end);
        let from = text.ceil_char_boundary(start.max(range.start.saturating_sub(before)));
        let to = text.floor_char_boundary(end.min(range.end.saturating_add(after)));
        let words = |range: Range<usize>| match ruby {
            Ruby::Hidden => one_line(part.slice(range)),
            Ruby::After | Ruby::Above => one_line(&part.read_out(range)),
        };
        let head = words(from..range.start);
        let tail = words(range.end.min(text.len())..to.min(text.len()));
        let until = text.floor_char_boundary(range.end.min(range.start.saturating_add(LONGEST)));
        Self {
            before: if from > start { format!("…{head}") } else { head },
            matched: words(range.start..until),
            after: if to < end.min(text.len()) { format!("{tail}…") } else { tail },
        }
    }
}

/// Returns `text` with a space for each line end and the indent after it.
fn one_line(text: &str) -> String {
    let mut lines = text.split('\n');
    let mut line = lines.next().unwrap_or_default().to_owned();
    for next in lines {
        line.push(' ');
        line.push_str(next.trim_start());
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, BlockKind, Extra, Mark, Markup};

    fn part(lines: &[&str]) -> Part {
        let mut text = String::new();
        let mut blocks = Vec::new();
        for line in lines {
            let range = text.len()..text.len() + line.len();
            blocks.push(Block::new(range, BlockKind::Paragraph));
            text.push_str(line);
            text.push('\n');
        }
        Part::new(text, blocks, Markup::default())
    }

    fn around(part: &Part, words: &str) -> [String; 3] {
        let start = part.text().find(words).unwrap();
        let Context { before, matched, after } =
            Context::of(part, &(start..start + words.len()), Ruby::After);
        [before, matched, after]
    }

    #[test]
    fn the_words_around_a_match_are_those_of_its_paragraph() {
        let part = part(&["别的。", "天亮了，他离开公司回家。", "别的。"]);
        assert_eq!(around(&part, "离开公司"), ["天亮了，他", "离开公司", "回家。"]);
    }

    #[test]
    fn a_match_over_a_line_end_is_one_line() {
        let part = part(&["他离开", "\u{3000}\u{3000}公司回家。"]);
        let words = "离开\n\u{3000}\u{3000}公司";
        assert_eq!(around(&part, words), ["他", "离开 公司", "回家。"]);
    }

    #[test]
    fn readings_stand_after_their_words_unless_they_are_hidden() {
        let (text, blocks, mut markup) = part(&["渡し守の娘"]).into_pieces();
        markup.readings.push("わた".into());
        markup.marks.push(Mark { extra: Some(Extra::Reading(0)), ..Mark::new(0..3) });
        let part = Part::new(text, blocks, markup);
        let matched = |ruby| Context::of(&part, &(0..9), ruby).matched;
        assert_eq!(matched(Ruby::After), "渡（わた）し守");
        assert_eq!(matched(Ruby::Above), matched(Ruby::After));
        assert_eq!(matched(Ruby::Hidden), "渡し守");
    }

    #[test]
    fn of_a_long_paragraph_the_nearest_words_are_kept() {
        let long = "长".repeat(1000);
        let part = part(&[&format!("{long}短{long}")]);
        let [before, matched, after] = around(&part, "短");
        assert!(before.starts_with('…') && before.len() < 180);
        assert!(after.ends_with('…') && after.len() < 420);
        assert_eq!(matched, "短");
    }
}
