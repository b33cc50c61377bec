//! What stands where two lines of a paragraph were joined.

use memchr::memmem;

use super::shape::{Shape, Tail};

/// What stands at the joint of two lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Blank,
    Nothing,
    /// Nothing, and the hyphen at the end of the first line goes.
    Hyphen,
}

/// How many lines of a part must end with a hyphen before it is taken for one that parts a word.
const HYPHENATED: usize = 3;

/// How many letters a word has at least that stands by itself before or after a hyphen.
const WORD: usize = 4;

/// Words that stand before hyphens and are the first syllable of few.
const COMPOUNDS: [&str; 9] =
    ["well", "half", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty"];

/// What the joints of a part are told by.
pub(super) struct Joints<'a> {
    source: &'a str,
    /// Whether hyphens at its line ends part words.
    hyphenated: bool,
}

impl<'a> Joints<'a> {
    /// Returns what tells the joints of `source`, the text whose lines are `lines`.
    pub(super) fn of(source: &'a str, lines: &[Option<Shape>]) -> Self {
        let hyphens = lines.iter().flatten().filter(|line| line.tail == Tail::Hyphen).count();
        Self { source, hyphenated: hyphens >= HYPHENATED }
    }

    /// Returns what stands between `line` and `next`; `at_blank` where the lines of a script without blanks between words
    /// were wrapped at those that it has.
    pub(super) fn between(&self, line: &Shape, next: &Shape, at_blank: bool) -> Joint {
        let (Some(last), Some(first)) = (line.body.chars().next_back(), next.body.chars().next())
        else {
            return Joint::Nothing;
        };
        if line.tail == Tail::Hyphen {
            let parted = first.is_lowercase() && self.is_parted(line.body, next.body);
            return if parted { Joint::Hyphen } else { Joint::Nothing };
        }
        if is_unspaced(last) && is_unspaced(first) {
            let spaced = at_blank || line.spaced || (ends_phrase(last) && self.spaces(last));
            return if spaced { Joint::Blank } else { Joint::Nothing };
        }
        let closed = line.ends_wide && is_closing(last);
        let opened = next.begins_wide && is_opening(first);
        if closed || opened || (line.ends_wide && next.begins_wide) {
            return Joint::Nothing;
        }
        let beside = line.ends_wide || next.begins_wide;
        if beside && !is_spaced(line.body, next.body) { Joint::Nothing } else { Joint::Blank }
    }

    /// Returns whether a blank follows `mark` in the text where it does not end a line.
    fn spaces(&self, mark: char) -> bool {
        let (mut spaced, mut close) = (0, 0);
        for (at, _) in self.source.match_indices(mark) {
            match self.source.get(at + mark.len_utf8()..).and_then(|rest| rest.chars().next()) {
                Some(' ') => spaced += 1,
                Some(c) if !c.is_whitespace() => close += 1,
                _ => {}
            }
        }
        spaced >= close
    }

    /// Returns whether the hyphen at the end of `line` only parts a word that goes on in `next`: the whole word stands
    /// somewhere else, or this is how the text is set and the hyphen is no part of a compound that it knows.
    fn is_parted(&self, line: &str, next: &str) -> bool {
        let letters = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’');
        let body = line.trim_end_matches(['-', '\u{2010}', '\u{AD}']);
        let start = body.char_indices().rev().find(|(_, c)| !letters(*c));
        let head = start.map_or(body, |(at, c)| body.get(at + c.len_utf8()..).unwrap_or_default());
        let tail = next.get(..next.find(|c| !letters(c)).unwrap_or(next.len())).unwrap_or_default();
        let hyphen = line.get(body.len()..).unwrap_or_default();
        if self.has(&format!("{head}{tail}")) || hyphen == "\u{AD}" {
            return true;
        }
        if self.has(&format!("{head}{hyphen}{tail}")) {
            return false;
        }
        // `of-the-art` goes on with a compound.
        let goes_on =
            next.get(tail.len()..).is_some_and(|rest| rest.starts_with(['-', '\u{2010}']));
        if goes_on || COMPOUNDS.contains(&head) {
            return false;
        }
        let stands = |word: &str| word.chars().count() >= WORD && self.has(word);
        let compound = stands(head) && stands(tail);
        (self.hyphenated || hyphen == "\u{2010}") && !compound
    }

    /// Returns whether `word` stands in the text by itself, no part of a word or compound.
    fn has(&self, word: &str) -> bool {
        let inside = |c: Option<char>| {
            c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '\u{2010}'))
        };
        memmem::find_iter(self.source.as_bytes(), word).any(|at| {
            let before = self.source.get(..at).and_then(|text| text.chars().next_back());
            let after = self.source.get(at + word.len()..).and_then(|text| text.chars().next());
            !inside(before) && !inside(after)
        })
    }
}

/// Returns whether a blank stands between characters of East Asia and letters in these lines, as far as they tell.
fn is_spaced(line: &str, next: &str) -> bool {
    let (mut spaced, mut close) = (0, 0);
    for body in [line, next] {
        let mut before: Option<char> = None;
        let mut blank = false;
        for c in body.chars() {
            if c == ' ' {
                blank = true;
                continue;
            }
            if before.is_some_and(|before| is_mixed(before, c) || is_mixed(c, before)) {
                *(if blank { &mut spaced } else { &mut close }) += 1;
            }
            (before, blank) = (Some(c), false);
        }
    }
    spaced >= close
}

/// Returns whether `wide` is a letter of East Asia and `narrow` a letter or digit of an alphabet.
fn is_mixed(wide: char, narrow: char) -> bool {
    crate::text::is_east_asian_letter(wide) && narrow.is_ascii_alphanumeric()
}

/// Returns whether `c` is of a script that parts no words by blanks and whose characters are narrow.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}

/// Returns whether `c` ends a sentence, a part of one, or a repeated word of Thai, Lao, Khmer or Burmese.
fn ends_phrase(c: char) -> bool {
    "ๆฯ๏๚๛ໆຯ၊။។៕៖ៗ៘".contains(c)
}

/// Returns whether `c` closes something, ends a sentence or a part of one, or is a small letter that no row begins with.
pub(super) fn is_closing(c: char) -> bool {
    const CLOSING: &str = "”’」』）〕］｝〉》】〙〗»›)]}.,;:!?。．，、；：！？…‥・％%ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ";
    CLOSING.contains(c)
}

/// Returns whether `c` opens something.
pub(super) fn is_opening(c: char) -> bool {
    "“‘「『（〔［｛〈《【〘〖«‹([{".contains(c)
}

#[cfg(test)]
mod tests {
    use super::super::shape::Ruler;
    use super::super::shapes;
    use super::*;

    /// Returns what stands between the first two lines of `text`.
    fn joint(text: &str) -> Joint {
        let lines = shapes(text, &[], Ruler::default());
        let (Some(line), Some(next)) = (&lines[0], &lines[1]) else { panic!("blank") };
        Joints::of(text, &lines).between(line, next, false)
    }

    macro_rules! joints {
        ($($name:ident: $text:expr => $joint:ident;)*) => {$(
            #[test]
            fn $name() {
                assert_eq!(joint($text), Joint::$joint);
            }
        )*};
    }

    joints! {
        words_are_parted_by_a_blank: "the wet\nrope" => Blank;
        han_needs_none: "河水\n流过" => Nothing;
        hangul_has_one: "우르르 교실로\n뛰어 들어갔다" => Blank;
        thai_needs_none: "เรือ\nข้าม" => Nothing;
        a_full_stop_that_is_wide_needs_none: "河水。\nrope" => Nothing;
        letters_beside_han_have_one_where_others_do: "用 Rust 写\nJava" => Blank;
        letters_beside_han_have_none_where_others_have_none: "用Rust写\nJava" => Nothing;
        a_hyphen_stays_where_no_other_parts_a_word: "an odd-\nlooking rope" => Nothing;
        a_word_that_stands_elsewhere_is_whole: "at the land-\ning, the landing" => Hyphen;
        a_compound_that_stands_elsewhere_keeps_its_hyphen: "a stone-\ncold, stone-cold rope" => Nothing;
        a_compound_that_goes_on_keeps_its_hyphen: "state-\nof-the-art, re-\nturn, pi-\nlot, a-\nb" => Nothing;
        a_hyphen_of_groff_parts_a_word: "at the land\u{2010}\ning" => Hyphen;
        a_soft_hyphen_always_does: "at the land\u{AD}\ning" => Hyphen;
        a_capital_after_a_hyphen_is_a_name: "Anglo-\nSaxon" => Nothing;
    }

    #[test]
    fn where_many_lines_end_with_hyphens_they_part_words() {
        assert_eq!(joint("the land-\ning, a pi-\nlot, re-\nturned"), Joint::Hyphen);
    }
}
