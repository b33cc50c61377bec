//! The tokens of code: what a piece of it is to its language. The grammars are those of Sublime Text, which syntect reads;
//! two-face brings those of some two hundred languages.

use std::ops::Range;
use std::sync::LazyLock;

use syntect::easy::ScopeRegionIterator;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};

use crate::budget::{CODE_BYTES, CODE_LINE_BYTES};

/// What a piece of code is to its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A comment.
    Comment,
    /// A string, a character.
    Text,
    /// A number, and what else is a constant.
    Number,
    /// A word of the language.
    Keyword,
    /// The name of a function, a type, an element.
    Name,
    /// A line that was put in.
    Inserted,
    /// A line that was taken away.
    Deleted,
}

/// A piece of code that its language gives a meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeToken {
    /// Its bytes.
    pub range: Range<usize>,
    /// What it is.
    pub kind: TokenKind,
}

/// What the scopes of a grammar begin with (the naming of scopes of Sublime Text), and what is in them. The first that
/// fits decides; of none is what has no meaning of its own.
const SCOPES: [(&str, Option<TokenKind>); 15] = [
    ("comment", Some(TokenKind::Comment)),
    ("meta.interpolation", None),
    ("string", Some(TokenKind::Text)),
    ("constant.character", Some(TokenKind::Text)),
    ("constant", Some(TokenKind::Number)),
    ("keyword.operator.word", Some(TokenKind::Keyword)),
    ("keyword.operator", None),
    ("keyword", Some(TokenKind::Keyword)),
    ("storage", Some(TokenKind::Keyword)),
    ("entity.name", Some(TokenKind::Name)),
    ("entity.other.attribute-name", Some(TokenKind::Name)),
    ("support", Some(TokenKind::Name)),
    ("variable.function", Some(TokenKind::Name)),
    ("markup.inserted", Some(TokenKind::Inserted)),
    ("markup.deleted", Some(TokenKind::Deleted)),
];

/// The grammars of all languages.
static GRAMMARS: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// The scopes of [`SCOPES`] as syntect compares them.
static MEANINGS: LazyLock<Vec<(Scope, Option<TokenKind>)>> = LazyLock::new(|| {
    let scope = |(name, kind): &(&str, Option<TokenKind>)| Some((Scope::new(name).ok()?, *kind));
    SCOPES.iter().filter_map(scope).collect()
});

/// Returns the tokens of `code` in the language that people call `language`, in order; none overlap. There are none where
/// the language is not known or the code is longer than [`CODE_BYTES`]; in a line longer than [`CODE_LINE_BYTES`] there
/// are none either. Where `go_on` says no, between two lines, the rest has none.
pub fn tokens(code: &str, language: &str, go_on: impl Fn() -> bool) -> Vec<CodeToken> {
    let Some(grammar) = grammar(language).filter(|_| code.len() <= CODE_BYTES) else {
        return Vec::new();
    };
    let (mut state, mut stack) = (ParseState::new(grammar), ScopeStack::new());
    let (mut tokens, mut start) = (Vec::new(), 0);
    for line in code.split_inclusive('\n') {
        if !go_on() {
            break;
        }
        // What a grammar can't take has no tokens from there on.
        if line.len() <= CODE_LINE_BYTES
            && line_tokens(line, start, (&mut state, &mut stack), &mut tokens).is_none()
        {
            break;
        }
        start += line.len();
    }
    tokens
}

/// Returns the grammar of what people call `language`: by its name, its ending, or the first word of it, as in
/// `rust,ignore`.
fn grammar(language: &str) -> Option<&'static SyntaxReference> {
    let mut words = language.split(|c: char| matches!(c, ',' | '{' | '}') || c.is_whitespace());
    let name = words.find(|word| !word.is_empty())?;
    GRAMMARS.find_syntax_by_token(name).filter(|found| found.name != "Plain Text")
}

/// Adds the tokens of `line`, which begins at byte `start` of the code. Returns nothing where the grammar fails.
fn line_tokens(
    line: &str,
    start: usize,
    (state, stack): (&mut ParseState, &mut ScopeStack),
    tokens: &mut Vec<CodeToken>,
) -> Option<()> {
    let operations = state.parse_line(line, &GRAMMARS).ok()?;
    let mut byte = start;
    for (text, operation) in ScopeRegionIterator::new(&operations, line) {
        stack.apply(operation).ok()?;
        let range = byte..byte + text.len();
        byte = range.end;
        if let Some(kind) = meaning(stack).filter(|_| !text.trim().is_empty()) {
            add(tokens, CodeToken { range, kind });
        }
    }
    Some(())
}

/// Returns what the innermost scope that has a meaning makes of what is in it.
fn meaning(stack: &ScopeStack) -> Option<TokenKind> {
    let known = |scope: &Scope| {
        let fits = |(prefix, _): &&(Scope, Option<TokenKind>)| prefix.is_prefix_of(*scope);
        MEANINGS.iter().find(fits).map(|(_, kind)| *kind)
    };
    stack.as_slice().iter().rev().find_map(known).flatten()
}

/// Adds `token`, to the one before where that is of its kind and ends where it begins.
fn add(tokens: &mut Vec<CodeToken>, token: CodeToken) {
    match tokens.last_mut() {
        Some(last) if last.kind == token.kind && last.range.end == token.range.start => {
            last.range.end = token.range.end;
        }
        _ => tokens.push(token),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Returns the tokens of `code` as `kind text`.
    fn read(code: &str, language: &str) -> Vec<(TokenKind, String)> {
        let tokens = tokens(code, language, || true);
        tokens.into_iter().map(|token| (token.kind, code[token.range].to_owned())).collect()
    }

    fn one(code: &str, language: &str, kind: TokenKind) -> Vec<String> {
        let of_kind = read(code, language).into_iter().filter(|(found, _)| *found == kind);
        of_kind.map(|(_, text)| text.trim().to_owned()).collect()
    }

    #[test]
    fn words_strings_numbers_names_and_comments_are_told() {
        let code = "// 灯\nfn lamp() -> u8 { let name = \"灯塔\"; 42 }\n";
        assert_eq!(one(code, "rust", TokenKind::Comment), ["// 灯"]);
        assert_eq!(one(code, "rust", TokenKind::Text), ["\"灯塔\""]);
        assert_eq!(one(code, "rust", TokenKind::Number), ["42"]);
        assert_eq!(one(code, "rust", TokenKind::Name), ["lamp"]);
        assert!(one(code, "rust", TokenKind::Keyword).contains(&"fn".to_owned()));
    }

    #[test]
    fn a_language_is_known_by_its_name_its_ending_and_the_first_word_of_what_is_said_of_it() {
        for name in ["rust", "Rust", "rs", "rust,ignore", "rust {.numberLines}", "{rust}"] {
            assert_eq!(one("let a = 1;\n", name, TokenKind::Number), ["1"], "{name}");
        }
        for name in ["python", "js", "c", "toml", "yaml", "sh", "go", "java", "typescript"] {
            assert!(grammar(name).is_some(), "{name}");
        }
        for name in ["", ",", "text", "txt", "plain", "no-such-language"] {
            assert_eq!(read("let a = 1;\n", name), [], "{name}");
        }
    }

    #[test]
    fn lines_put_in_and_taken_away_are_told() {
        let code = "@@ -1 +1 @@\n-old\n+new\n";
        assert_eq!(one(code, "diff", TokenKind::Deleted), ["-old"]);
        assert_eq!(one(code, "diff", TokenKind::Inserted), ["+new"]);
    }

    #[test]
    fn a_comment_goes_on_over_lines() {
        assert_eq!(one("/* a\nb */ 1", "c", TokenKind::Comment), ["/* a\nb */"]);
        assert_eq!(one("/* a\nb */ 1", "c", TokenKind::Number), ["1"]);
    }

    #[test]
    fn code_and_lines_that_are_too_long_have_no_tokens() {
        let line = |bytes: usize| format!("1{}\n2", " ".repeat(bytes - 2));
        assert_eq!(one(&line(CODE_LINE_BYTES), "rust", TokenKind::Number), ["1", "2"]);
        assert_eq!(one(&line(CODE_LINE_BYTES + 1), "rust", TokenKind::Number), ["2"]);
        let code = |bytes: usize| format!("1{}", "\n".repeat(bytes - 1));
        assert_eq!(read(&code(CODE_BYTES), "rust").len(), 1);
        assert_eq!(read(&code(CODE_BYTES + 1), "rust"), []);
    }

    #[test]
    fn where_nobody_waits_the_rest_has_no_tokens() {
        let asked = std::cell::Cell::new(0);
        let twice = || asked.replace(asked.get() + 1) < 2;
        assert_eq!(tokens("1\n2\n3\n4\n", "rust", twice).len(), 2);
    }

    proptest! {
        #[test]
        fn tokens_are_in_order_and_of_whole_characters(
            code in "([a-z灯塔\"'/*#{}()<>=+ 0-9\\\\-]|\n){0,80}",
            language in "rust|python|c|js|html|diff|sh|md|yaml|php",
        ) {
            let tokens = tokens(&code, &language, || true);
            prop_assert!(tokens.is_sorted_by(|one, next| one.range.end <= next.range.start));
            for token in tokens {
                prop_assert!(code.get(token.range).is_some_and(|text| !text.is_empty()));
            }
        }
    }
}
