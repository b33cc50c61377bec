//! How a line begins: prose begins lines with words, lists begin them all with one kind of token.

use super::joint::{is_closing, is_opening};
use super::kinds::marker;

/// How a line begins, its indent apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// With a small letter.
    Small,
    /// With a capital.
    Capital,
    /// With a letter that has no case, Han and kana among them.
    Letter,
    /// With digits that number nothing.
    Digit,
    /// With a bullet or a number that begins an item, so many bytes with the blanks after it.
    Item(u16),
    /// With an option of a command: `-a`, `--all`.
    Switch,
    /// With a time or a date, or with something in square or angle brackets.
    Stamp,
    /// With a name and a colon.
    Label,
    /// With a path or an address on the web.
    Path,
    /// With a mark that begins a speech.
    Speech,
    /// With a mark that never begins a sentence.
    Closing,
    /// With any other sign.
    Sign,
}

/// Returns how `body` begins.
pub(super) fn lead(body: &str) -> Lead {
    let Some(first) = body.chars().next() else { return Lead::Sign };
    if let Some(marker) = marker(body) {
        return Lead::Item(marker);
    }
    if is_numbered(body) {
        return Lead::Label;
    }
    if is_switch(body) {
        return Lead::Switch;
    }
    if is_stamp(body) {
        return Lead::Stamp;
    }
    if is_path(body) {
        return Lead::Path;
    }
    if is_label(body) {
        return Lead::Label;
    }
    match first {
        '“' | '‘' | '「' | '『' | '«' | '„' | '—' | '–' | '―' => Lead::Speech,
        _ if first.is_lowercase() || is_remark(body) => Lead::Small,
        _ if first.is_uppercase() => Lead::Capital,
        _ if first.is_ascii_digit() => Lead::Digit,
        _ if first.is_alphabetic() => Lead::Letter,
        _ if is_closing(first) => Lead::Closing,
        _ => Lead::Sign,
    }
}

/// Returns whether `body` begins with a remark in parentheses that goes on in small letters: `(at your`, not `(a)`.
fn is_remark(body: &str) -> bool {
    let word = body.strip_prefix('(').and_then(|rest| rest.split(char::is_whitespace).next());
    word.is_some_and(|word| {
        word.starts_with(char::is_lowercase) && word.len() > 1 && !word.ends_with([')', '.'])
    })
}

/// Returns whether `body` begins with the number of a chapter or the like, as Chinese and Japanese write it.
fn is_numbered(body: &str) -> bool {
    let Some(rest) = body.strip_prefix('第') else { return false };
    let number = |c: char| {
        c.is_ascii_digit() || "〇零一二三四五六七八九十百千两０１２３４５６７８９".contains(c)
    };
    let after = rest.trim_start_matches(number);
    after.len() < rest.len() && after.chars().nth(1).is_none_or(|c| c.is_whitespace() || c == '：')
}

fn is_switch(body: &str) -> bool {
    let name = body.trim_start_matches('-');
    let dashes = body.len() - name.len();
    (1..=2).contains(&dashes)
        && name.starts_with(|c: char| c.is_ascii_alphanumeric() || "?#@".contains(c))
}

/// Returns whether `body` begins with a time or a date in digits, or with brackets that close soon.
fn is_stamp(body: &str) -> bool {
    let head = body.get(..body.floor_char_boundary(48)).unwrap_or(body);
    if let Some(close) = head.chars().next().and_then(|open| match open {
        '[' => Some(']'),
        '<' => Some('>'),
        '【' => Some('】'),
        _ => None,
    }) {
        return head.contains(close);
    }
    let token: &str = head.split(char::is_whitespace).next().unwrap_or_default();
    let digits = token.bytes().filter(u8::is_ascii_digit).count();
    let parts = token.bytes().filter(|byte| matches!(byte, b':' | b'-' | b'/' | b'.')).count();
    let sum =
        token.len() >= 24 && digits >= 4 && token.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if sum {
        return true;
    }
    token.starts_with(|c: char| c.is_ascii_digit())
        && digits >= 3
        && parts > 0
        && token
            .trim_end_matches([',', ':', '.', ')', ';'])
            .bytes()
            .all(|byte| byte.is_ascii_digit() || b":-/.,TZ+".contains(&byte))
        && !token.ends_with(['.', ',', ')', ';'])
}

/// Returns whether `body` begins with a path or an address on the web.
fn is_path(body: &str) -> bool {
    let token = body.split(char::is_whitespace).next().unwrap_or_default();
    let rooted = ["/", "./", "../", "~/"].iter().any(|root| token.starts_with(root));
    let address = token.contains("://");
    (rooted && token.len() > 2 && !token.starts_with("//")) || address
}

/// Returns whether `body` begins with a name and a colon, and something after it.
fn is_label(body: &str) -> bool {
    let head = body.get(..body.floor_char_boundary(40)).unwrap_or(body);
    let Some((at, colon)) = head.char_indices().find(|(_, c)| matches!(c, ':' | '：')) else {
        return false;
    };
    let name = head.get(..at).unwrap_or_default();
    let rest = body.get(at + colon.len_utf8()..).unwrap_or_default();
    let words = name.split_whitespace().count();
    let plain = |c: char| c.is_alphanumeric() || " -_.'’()/&·*`".contains(c);
    (1..=3).contains(&words)
        && name.starts_with(char::is_alphanumeric)
        && name.chars().all(plain)
        && name.chars().take(13).count() <= if name.is_ascii() { 32 } else { 12 }
        && ((colon == '：' && !rest.starts_with(is_opening))
            || rest.is_empty()
            || rest.starts_with([' ', '\t', '　']))
}

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! leads {
        ($($name:ident: $line:expr => $lead:ident;)*) => {$(
            #[test]
            fn $name() {
                assert_eq!(lead($line), Lead::$lead, "{}", $line);
            }
        )*};
    }

    leads! {
        a_small_letter: "the rope" => Small;
        a_capital: "Ropes" => Capital;
        a_letter_without_case: "河水" => Letter;
        a_number: "1984 was cold" => Digit;
        an_option: "--all, -a" => Switch;
        a_time: "10:01 the fog" => Stamp;
        a_date: "2026-01-01 10:00:00 INFO" => Stamp;
        a_name_in_brackets: "<miller> it was gone" => Stamp;
        a_sum: "62bde368dd6d9c8faab42cb12b1fcdce2d379422  add" => Stamp;
        a_name_and_a_colon: "ROWER: Who goes there" => Label;
        a_name_and_a_wide_colon: "老葛：没有信" => Label;
        a_word_before_a_speech_is_no_name: "笑道：“你既知道" => Letter;
        the_number_of_a_chapter: "第十二回  夜雨" => Label;
        a_path: "/usr/share/dict" => Path;
        an_address: "https://example.org/" => Path;
        a_speech: "“好。”" => Speech;
        a_dash_before_a_speech: "— Нет" => Speech;
        a_closing_mark: "，他说" => Closing;
        a_sign: "*** end" => Sign;
        a_remark: "(at your option) any later one" => Small;
        a_letter_in_parentheses_is_no_remark: "(a) the first" => Sign;
        a_word_in_parentheses_is_no_remark: "(optional) the lamp" => Sign;
        a_number_with_a_stop_is_no_time: "10.5. Ropes" => Digit;
    }

    #[test]
    fn items_have_a_marker() {
        assert_eq!(lead("- a lamp"), Lead::Item(2));
        assert_eq!(lead("12) a lamp"), Lead::Item(4));
    }
}
