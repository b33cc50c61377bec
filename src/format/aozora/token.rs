//! The marks of Aozora Bunko in a line: readings, annotations, characters that are described.

use super::{accent, gaiji};
use crate::budget::ANNOTATION_BYTES;

/// A piece of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text as it is.
    Text(&'a str),
    /// `｜`: the word begins here that the next reading is of.
    WordStart,
    /// `《…》`: how the word before is read.
    Reading(&'a str),
    /// `［＃…］`, and the words within.
    Annotation(&'a str, &'a str),
    /// `※［＃…］`, and the words within.
    Described(&'a str, &'a str),
    /// `〔…〕`, around words some of whose letters are taken apart.
    Accented(&'a str),
}

/// What begins an annotation.
const OPENING: &str = "［＃";

/// So many brackets are not within each other in an annotation, which quotes at most what has one.
const DEEP: usize = 8;

/// Returns the pieces of `line`, in order.
pub(super) fn tokens(line: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let (token, length) = marked(rest).or_else(|| text(rest))?;
        rest = rest.get(length..)?;
        Some(token)
    })
}

/// Returns the text that `rest` begins with, up to what may be a mark, and how many bytes it has.
fn text(rest: &str) -> Option<(Token<'_>, usize)> {
    let from = rest.chars().next()?.len_utf8();
    let next = rest.get(from..)?.find(['｜', '《', '［', '※', '〔']).map(|at| from + at);
    let text = rest.get(..next.unwrap_or(rest.len()))?;
    Some((Token::Text(text), text.len()))
}

/// Returns the mark that `rest` begins with, and how many bytes it has.
fn marked(rest: &str) -> Option<(Token<'_>, usize)> {
    // What is longer than any mark is text, and not searched for its end again and again.
    let near = rest.get(..rest.floor_char_boundary(ANNOTATION_BYTES))?;
    match near.chars().next()? {
        sign @ '｜' => {
            let length = sign.len_utf8();
            is_read(near.get(length..)?).then_some((Token::WordStart, length))
        }
        '《' => {
            let reading = reading(near)?;
            Some((Token::Reading(reading), "《》".len() + reading.len()))
        }
        sign @ '※' => {
            let whole = bracketed(near.strip_prefix(sign)?)?;
            let length = sign.len_utf8() + whole.len();
            Some((Token::Described(near.get(..length)?, within(whole)?), length))
        }
        '〔' => {
            let (words, _) = near.strip_prefix('〔')?.split_once('〕')?;
            accent::composed(words)?;
            Some((Token::Accented(words), "〔〕".len() + words.len()))
        }
        '［' => {
            let whole = bracketed(near)?;
            Some((Token::Annotation(whole, within(whole)?), whole.len()))
        }
        _ => None,
    }
}

/// Returns the words between the marks of a reading that `rest` begins with.
fn reading(rest: &str) -> Option<&str> {
    let (reading, _) = rest.strip_prefix('《')?.split_once('》')?;
    (!reading.is_empty() && !reading.contains(['《', '［', '｜'])).then_some(reading)
}

/// Returns whether a word with a reading follows in `rest` before another word begins.
fn is_read(rest: &str) -> bool {
    let next = rest.find(['《', '｜']).filter(|at| *at > 0).and_then(|at| rest.get(at..));
    next.and_then(reading).is_some()
}

/// Returns the annotation that `rest` begins with, brackets within it in pairs, [`DEEP`] at the most.
fn bracketed(rest: &str) -> Option<&str> {
    let mut depth = 0;
    rest.strip_prefix(OPENING)?;
    for (at, c) in rest.match_indices(['［', '］']) {
        if c == "［" {
            depth += 1;
        } else {
            depth -= 1;
        }
        match depth {
            0 => return rest.get(..at + c.len()),
            DEEP => return None,
            _ => {}
        }
    }
    None
}

fn within(annotation: &str) -> Option<&str> {
    annotation.strip_prefix(OPENING)?.strip_suffix('］')
}

/// Returns `words` with the characters that are described in them as themselves.
pub(super) fn resolved(words: &str) -> String {
    let mut resolved = String::with_capacity(words.len());
    for token in tokens(words) {
        match token {
            Token::Described(whole, note) => {
                resolved.push_str(&gaiji::character(note).unwrap_or_else(|| whole.to_owned()));
            }
            Token::Text(text) | Token::Annotation(text, _) => resolved.push_str(text),
            Token::Accented(words) => resolved.extend(accent::composed(words)),
            Token::WordStart => resolved.push('｜'),
            Token::Reading(reading) => resolved.extend(["《", reading, "》"]),
        }
    }
    resolved
}

/// Returns where the word begins that ends `text` and has no sign of its own where it does: characters of Han, and those
/// that are described. Where no such word ends `text`, its end.
pub(super) fn word_start(text: &str) -> usize {
    let mut word = text;
    loop {
        let before = word.trim_end_matches(is_han);
        let before = before_described(before).unwrap_or(before);
        if before.len() == word.len() {
            return before.len();
        }
        word = before;
    }
}

/// Returns what stands in `text` before the described character that ends it.
fn before_described(text: &str) -> Option<&str> {
    let near = text.floor_char_boundary(text.len().saturating_sub(ANNOTATION_BYTES));
    let at = near + text.get(near..)?.rfind("※［＃")?;
    let (before, described) = text.split_at_checked(at)?;
    let whole = bracketed(described.strip_prefix('※')?)?;
    (whole.len() + '※'.len_utf8() == described.len()).then_some(before)
}

/// Returns whether `c` is a character of Han, or one that stands among them (青空文庫注記一覧, ルビ).
pub(super) fn is_han(c: char) -> bool {
    matches!(c,
        '々' | '〆' | '〇' | 'ヶ'
        | '\u{3400}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Returns whether `c` is a kana, or stands for some that are repeated (`／＼`).
pub(super) fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3031}'..='\u{3035}' | '／' | '＼' | '″')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(line: &str) -> Vec<Token<'_>> {
        tokens(line).collect()
    }

    #[test]
    fn readings_have_words_before_them() {
        use Token::{Reading, Text, WordStart};
        assert_eq!(
            all("渡《わた》し｜向こう岸《ぎし》"),
            [Text("渡"), Reading("わた"), Text("し"), WordStart, Text("向こう岸"), Reading("ぎし")]
        );
        assert_eq!(all("｜一｜二《に》"), [Text("｜一"), WordStart, Text("二"), Reading("に")]);
        assert_eq!(
            all("｜《に》｜一《》"),
            [Text("｜"), Reading("に"), Text("｜一"), Text("《》")]
        );
    }

    #[test]
    fn annotations_end_at_their_own_bracket() {
        let note = "［＃「※［＃「口＋世」、U+546D］」に傍点］";
        let inner = "「※［＃「口＋世」、U+546D］」に傍点";
        assert_eq!(all(note), [Token::Annotation(note, inner)]);
        assert_eq!(
            all("※［＃「口」、1-2-3］"),
            [Token::Described("※［＃「口」、1-2-3］", "「口」、1-2-3")]
        );
        assert_eq!(resolved(inner), "「呭」に傍点");
    }

    #[test]
    fn what_is_not_whole_is_text() {
        for text in ["｜一", "《", "《》", "［＃", "※", "［一］", "一》", "※［一］", "［＃「［」"]
        {
            assert!(all(text).iter().all(|token| matches!(token, Token::Text(_))), "{text}");
            let length: usize = all(text)
                .iter()
                .map(|token| match token {
                    Token::Text(text) => text.len(),
                    _ => 0,
                })
                .sum();
            assert_eq!(length, text.len(), "{text}");
        }
    }

    #[test]
    fn what_is_longer_than_a_mark_is_text() {
        let fill = "a".repeat(ANNOTATION_BYTES - "［＃］".len());
        assert_eq!(all(&format!("［＃{fill}］")).len(), 1);
        assert!(matches!(all(&format!("［＃{fill}］"))[0], Token::Annotation(..)));
        assert!(matches!(all(&format!("［＃{fill}a］"))[0], Token::Text(_)));
    }

    #[test]
    fn a_word_without_a_sign_is_of_han() {
        let word = |text: &'static str| &text[word_start(text)..];
        assert_eq!(word("この漢字"), "漢字");
        assert_eq!(word("佐々木"), "佐々木");
        assert_eq!(word("の※［＃「口」］"), "※［＃「口」］");
        assert_eq!(word("の糸※［＃「口」］※［＃「日」］瓜"), "糸※［＃「口」］※［＃「日」］瓜");
        for text in ["漢字かな", "カナ", "ABC", "「", "", "※［＃「口」］［＃「口」］"]
        {
            assert_eq!(word(text), "", "{text}");
        }
    }
}
