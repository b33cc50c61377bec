//! Whether a line is one of a program, told from its signs and not from its words, so whatever script is in it.

use std::borrow::Cow;

/// How many words are left of prose where what stands between backticks is taken out.
const WORDS: usize = 3;

/// Returns whether `body` reads as a line of a program, whatever script is in it.
pub(super) fn is_code(body: &str) -> bool {
    let head = body.get(..body.floor_char_boundary(400)).unwrap_or(body);
    if is_field(head) {
        return true;
    }
    let head = &*without_literals(head);
    if !head.bytes().any(is_symbol) {
        return false;
    }
    let goes_on = head.ends_with(" \\");
    let ends =
        head.ends_with(['{', '}', ';', '\\']) || head.ends_with("};") || head.ends_with(");");
    let begins = [
        "$ ", "![", "[![", "#!", "//", "/*", "*/", "#include", "#define", "@@ ", "</", ">>> ",
        "<?", "|",
    ];
    let opens = begins.iter().any(|start| head.starts_with(start)) || head.starts_with("+--");
    let signs = ["::", "->", "=>", "&&", "||", "==", "!=", "+=", ":=", "();", "\")", "')", "[0]"];
    let holds = signs.iter().any(|sign| head.contains(sign)) && !head.contains("://");
    opens
        || goes_on
        || (ends && is_program(head))
        || (holds && is_program(head))
        || is_call(head)
        || is_assignment(head)
        || is_dense(head)
}

/// Returns `text` without what stands between backticks in it, as in prose of reST and Markdown, if words are left.
fn without_literals(text: &str) -> Cow<'_, str> {
    if !text.contains('`') {
        return text.into();
    }
    let rest: String = text.split('`').step_by(2).collect();
    let is_word = |word: &&str| word.chars().all(char::is_alphabetic);
    if rest.split_whitespace().filter(is_word).count() < WORDS { text.into() } else { rest.into() }
}

/// Returns whether `text` is a name in quotes and its value, as in JSON: `"seats": 3,`.
fn is_field(text: &str) -> bool {
    let quoted =
        ['"', '\''].into_iter().find_map(|quote| text.strip_prefix(quote)?.split_once(quote));
    quoted.is_some_and(|(name, value)| {
        let value = value.trim_start().strip_prefix(':');
        !name.is_empty() && value.is_some_and(|value| !value.starts_with(':'))
    })
}

/// Returns whether `text` is more signs and names than words: a sentence has more blanks.
fn is_program(text: &str) -> bool {
    let symbols = text.bytes().filter(|byte| is_symbol(*byte)).count();
    symbols * 12 > text.chars().count()
}

/// Returns whether `text` is a name, a word before it at most, and arguments in parentheses right after it, as a call is:
/// `boat.go(river)`.
fn is_call(text: &str) -> bool {
    let Some((name, rest)) = text.split_once('(') else { return false };
    let plain = |c: char| c.is_alphanumeric() || "_.:! ".contains(c);
    let ends = rest.is_empty() || rest.ends_with([')', ';', ':', ',', '(', '{']);
    let words = name.split(' ').count();
    let adjoins = name.ends_with(|c: char| c.is_alphanumeric() || "_!".contains(c));
    words < 3 && adjoins && name.chars().all(plain) && ends
}

/// Returns whether `text` gives a value to a name: `boat.seats = 3`.
fn is_assignment(text: &str) -> bool {
    let Some((name, value)) = text.split_once('=') else { return false };
    let name = name.trim_end_matches(['+', '-', ':', '?', ' ']);
    let words = name.split(' ').count();
    let plain = |c: char| c.is_ascii_alphanumeric() || "_.$[]\"'- *&".contains(c);
    !value.is_empty()
        && (1..=3).contains(&words)
        && !name.is_empty()
        && name.chars().all(plain)
        && !name.starts_with('-')
}

/// Returns whether every fifth character of `text` is a sign of code.
fn is_dense(text: &str) -> bool {
    // A character beyond ASCII is a syllable or a word.
    let weight = |c: char| if c.is_ascii() { 1 } else { 3 };
    let all: usize = text.chars().filter(|c| !c.is_whitespace()).map(weight).sum();
    let symbols = text.bytes().filter(|byte| is_symbol(*byte)).count();
    all > 3 && symbols * 5 > all && !text.contains("://")
}

/// Returns whether code has `byte` more often than sentences do.
fn is_symbol(byte: u8) -> bool {
    matches!(
        byte,
        b'{' | b'}' | b'[' | b']' | b'(' | b')' | b'<' | b'>' | b'=' | b';' | b'$' | b'#' | b'@'
    ) || matches!(byte, b'\\' | b'|' | b'&' | b'+' | b'*' | b'/' | b'_' | b'^' | b'~' | b'`')
}

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! code {
        ($($name:ident: $line:expr => $is:expr;)*) => {$(
            #[test]
            fn $name() {
                assert_eq!(is_code($line), $is, "{}", $line);
            }
        )*};
    }

    code! {
        a_sentence_is_none: "The door was open; nobody had come." => false;
        a_sentence_in_chinese_is_none: "天色将明的时候，他推开了门。" => false;
        a_brace_at_the_end_is: "fn main() {" => true;
        a_command_is: "$ ls -la" => true;
        a_call_is: "print(\"过河\")" => true;
        an_assignment_is: "灯.seats = 3" => false;
        an_assignment_to_a_name_is: "lamp.seats = 船" => true;
        an_address_is_none: "https://example.org/a_b?c=d&e=f" => false;
        chinese_with_some_signs_is_none: "他(她)们=我们" => false;
        a_picture_of_markdown_is: "[![lamp](lamp.svg)](https://example.org/)" => true;
        prose_with_literals_is_none: "and ``go_on()`` of it is ``go(on)``, as is `[it]`" => false;
        a_command_in_backticks_is: "x=`row --boat=$boat`" => true;
        a_row_between_bars_is: "| 一 | 二 |" => true;
        a_name_of_any_script_is_called: "def 过河(船):" => true;
        a_field_of_json_is: "\"灯\": 3," => true;
        a_word_in_quotes_is_none: "\"Boat\" was its name: a lie" => false;
        a_command_that_goes_on_is: "row boat --seats 3 \\" => true;
        a_remark_in_parentheses_is_none: "He left (so they say) before noon" => false;
    }
}
