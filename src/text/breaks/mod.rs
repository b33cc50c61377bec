//! Where a row may end: the opportunities of UAX #14, tailored by the rules of Chinese, Japanese and
//! Korean typography (CLREQ, JLREQ, KLREQ) and by those for text that mixes them with Latin.

mod class;
mod name;
mod quotes;
mod tailor;
mod url;

use std::iter::once;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};

use super::Lang;
use super::clean::is_ignorable;
use class::Class;
use name::names;
use tailor::Window;
pub use url::addresses;

/// How strictly the rules for the ends of rows are kept: the levels of CSS `line-break`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Level {
    /// A row may end after any cluster.
    Anywhere,
    /// As newspapers do: marks such as `：` `！` `…` `々` may begin a row.
    Loose,
    /// As most books do: small kana and dashes may begin a row.
    Normal,
    /// CLREQ strict and JLREQ "very strict".
    #[default]
    Strict,
}

/// Where Korean may be broken (KLREQ leaves the choice).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Korean {
    /// Between words.
    #[default]
    Word,
    /// Between syllables.
    Syllable,
}

/// The rules for the ends of rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BreakRules {
    /// The language of the text.
    pub lang: Lang,
    /// How strictly they are kept.
    pub level: Level,
    /// Where Korean may be broken.
    pub korean: Korean,
}

/// Returns the bytes of `text` where a row may end, in order, the end of the text last. One that lies
/// inside a grapheme cluster is to be passed over.
pub fn breaks(text: &str, rules: BreakRules) -> impl Iterator<Item = usize> {
    let mut unicode = opportunities(text).peekable();
    let mut addresses = addresses(text).peekable();
    let mut names = names(text).peekable();
    let mut window = Window::new(rules);
    let inner = text.char_indices().filter_map(move |(at, c)| {
        while unicode.next_if(|end| *end < at).is_some() {}
        while addresses.next_if(|address| address.end <= at).is_some() {}
        while names.next_if(|name| name.end <= at).is_some() {}
        let free = unicode.peek() == Some(&at);
        let inside = addresses.peek().is_some_and(|address| address.start < at)
            || names.peek().is_some_and(|name| name.start < at);
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        let may_end = window.may_end_before(c, rest, free, inside);
        (at > 0 && may_end).then_some(at)
    });
    inner.chain(once(text.len()))
}

/// Returns the bytes of `text` where UAX #14 lets a line end, the start left out: what [`breaks`] tailors.
/// Words of scripts without spaces come from a dictionary.
pub fn opportunities(text: &str) -> impl Iterator<Item = usize> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    LineSegmenter::new_dictionary(options).segment_str(text).skip(1)
}

/// Returns whether `c` is white space that may stand at a row's end without being drawn. Controls but tab
/// and line feed are not: they are shown.
pub fn is_space(c: char) -> bool {
    let shown = c.is_control() && !matches!(c, '\t' | '\n');
    c.is_whitespace() && !shown && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

/// Returns whether `c` is white space or shows nothing: a row's text ends before such characters.
pub fn is_blank(c: char) -> bool {
    !matches!(c, '!'..='~' | '\u{4E00}'..='\u{9FFF}') && (is_space(c) || is_ignorable(c))
}

/// Returns whether a row must end after `c` (UAX #14 BK, as far as a paragraph can hold one).
pub fn ends_row(c: char) -> bool {
    matches!(c, '\n' | '\u{2028}' | '\u{2029}')
}

/// Returns whether `c` is a letter of Chinese, Japanese or Korean.
pub fn is_east_asian_letter(c: char) -> bool {
    let class = Class::of(c);
    matches!(class, Class::Cjk | Class::Hangul | Class::SmallKana | Class::Iteration)
        && c.is_alphanumeric()
}

/// Returns whether a word that has to be cut is better not cut between `before` and `after`: a row would
/// begin or end with a mark that must not stand there.
pub fn clings(before: char, after: char) -> bool {
    tailor::clings(before, after)
}

#[cfg(test)]
mod tests;
