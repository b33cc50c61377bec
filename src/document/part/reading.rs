//! How words are read (ruby): what stands beside the text and is none of it.

use std::ops::Range;

use super::Part;
use crate::text::is_east_asian_letter;

/// A word and how it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordReading<'a> {
    /// The bytes of the word.
    pub word: Range<usize>,
    /// How it is read.
    pub reading: &'a str,
}

impl Part {
    /// Returns the words that end in `range` and have a reading, in order, their bytes counted from the start of `range`.
    /// Of one that begins before it, the bytes within.
    pub fn readings_in(&self, range: Range<usize>) -> Vec<WordReading<'_>> {
        let mut words: Vec<WordReading> = Vec::new();
        let mut last = None;
        for mark in self.marks_in(range.clone()) {
            let Some(number) = mark.reading() else { continue };
            let bytes = mark.range.start.max(range.start)..mark.range.end;
            match words.last_mut().filter(|_| last == Some(number)) {
                // One word: its emphasis, or a link, cuts it in several marks.
                Some(word) => word.word.end = bytes.end,
                None => words.extend(
                    self.markup
                        .readings
                        .get(number as usize)
                        .map(|reading| WordReading { word: bytes, reading }),
                ),
            }
            last = Some(number);
        }
        words.retain(|word| word.word.end <= range.end);
        for WordReading { word, .. } in &mut words {
            *word = word.start - range.start..word.end - range.start;
        }
        words
    }

    /// Returns the text of `range`, each reading in parentheses after its word.
    pub fn read_out(&self, range: Range<usize>) -> String {
        let text = self.slice(range.clone());
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for WordReading { word, reading } in self.readings_in(range) {
            out.push_str(text.get(from..word.end).unwrap_or_default());
            out.push_str(&in_parentheses(text.get(word.clone()).unwrap_or_default(), reading));
            from = word.end;
        }
        out.push_str(text.get(from..).unwrap_or_default());
        out
    }
}

/// Returns `reading` in the parentheses in which it stands after `word`: wide ones where either is East Asian.
pub fn in_parentheses(word: &str, reading: &str) -> String {
    if word.chars().chain(reading.chars()).any(is_east_asian_letter) {
        format!("（{reading}）")
    } else {
        format!("({reading})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Extra, Mark, Markup, Style};

    /// Returns a part of `text`, of which these words have readings.
    fn part(text: &str, words: &[(&str, &str)]) -> Part {
        let mark = |(number, (word, _)): (usize, &(&str, &str))| {
            let start = text.find(word).unwrap();
            let extra = Some(Extra::Reading(number as u32));
            Mark { extra, ..Mark::new(start..start + word.len()) }
        };
        let readings = words.iter().map(|(_, reading)| (*reading).into()).collect();
        let marks = words.iter().enumerate().map(mark).collect();
        Part::new(text.to_owned(), Vec::new(), Markup { marks, readings, ..Markup::default() })
    }

    #[test]
    fn a_reading_belongs_to_where_its_word_ends() {
        let part = part("東京へ", &[("東京", "とうきょう")]);
        let word = |range| part.readings_in(range).into_iter().map(|it| it.word).next();
        assert_eq!(word(0..9), Some(0..6));
        assert_eq!(word(0..3), None);
        assert_eq!(word(3..9), Some(0..3), "counted from the start");
        assert_eq!(word(6..9), None);
    }

    #[test]
    fn marks_of_one_word_are_one_word() {
        let one = part("東京へ", &[("東", "とうきょう")]);
        let (text, blocks, mut markup) = one.into_pieces();
        let strong = Mark { style: Style::STRONG, extra: markup.marks[0].extra, ..Mark::new(3..6) };
        markup.marks.push(strong);
        let part = Part::new(text, blocks, markup);
        assert_eq!(part.readings_in(0..9).len(), 1);
        assert_eq!(part.read_out(0..9), "東京（とうきょう）へ");
    }

    #[test]
    fn readings_are_read_out_in_parentheses() {
        let part = part("我爱WHO。", &[("我", "wǒ"), ("WHO", "World Health")]);
        assert_eq!(part.read_out(0..part.text().len()), "我（wǒ）爱WHO(World Health)。");
        assert_eq!(part.read_out(3..6), "爱");
    }
}
