//! What one line is, told from the line alone.

use std::ops::Range;

use memchr::{memchr3_iter, memmem};

use crate::document::BlockKind;

/// What a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Prose,
    /// Quoted so many deep, as in a letter.
    Quote(u8),
    /// An item of a list, its marker so many bytes long.
    Item(u16),
    Code,
    Rule,
}

impl Kind {
    /// Returns what the other lines of a wrapped paragraph look like that begins so.
    pub(super) fn rest(self) -> Self {
        if let Kind::Item(_) = self { Kind::Prose } else { self }
    }

    /// Returns the text of `line` that a reader sees, without indent and quote marks.
    pub(super) fn body(self, line: &str) -> &str {
        match self {
            Kind::Quote(_) => line.trim_start_matches(|c: char| c == '>' || c.is_whitespace()),
            _ => line.trim_start(),
        }
    }

    /// Returns the kind of the block that begins with `body`.
    pub(super) fn block(self) -> BlockKind {
        match self {
            Kind::Prose | Kind::Quote(_) | Kind::Item(_) => BlockKind::Paragraph,
            Kind::Code => BlockKind::Code,
            Kind::Rule => BlockKind::Rule,
        }
    }
}

/// Returns what `line` looks like, which is not blank.
pub(super) fn kind_of(line: &str) -> Kind {
    let body = line.trim();
    if is_rule(body) {
        return Kind::Rule;
    }
    if let Some(depth) = quote_depth(body) {
        return Kind::Quote(depth);
    }
    if let Some(marker) = marker(body) {
        return Kind::Item(marker);
    }
    if is_code(body) {
        return Kind::Code;
    }
    Kind::Prose
}

/// Returns whether `body` is a line of ornaments: three or more of them, or scene marks of Chinese and
/// Japanese novels alone.
fn is_rule(body: &str) -> bool {
    const ORNAMENTS: &str = "-=*_~#+.·•─━═—―－＝＊~～◇◆☆★○●□■※§";
    const SCENE: &str = "◇◆☆★○●□■※§＊";
    let ornaments = body.chars().filter(|c| !c.is_whitespace()).take(200);
    let (mut count, mut scene, mut same) = (0, true, true);
    let first = body.chars().next();
    for c in ornaments {
        if !ORNAMENTS.contains(c) {
            return false;
        }
        count += 1;
        scene &= SCENE.contains(c);
        same &= Some(c) == first;
    }
    count > 0 && (scene || (same && count >= 3))
}

/// Returns how deep `body` is quoted, as in a letter: the `>` at its start.
fn quote_depth(body: &str) -> Option<u8> {
    let marks = body.chars().take_while(|c| *c == '>' || *c == ' ').take(64);
    let depth = marks.filter(|c| *c == '>').count();
    let rest = body.trim_start_matches(['>', ' ']);
    // `>>>` before code is a prompt, and `>` alone before a letter is no quote mark.
    let spaced = body.starts_with("> ") || body.starts_with(">>") || rest.is_empty();
    (depth > 0 && spaced && !body.starts_with(">>> ")).then_some(depth as u8)
}

/// Returns the length of the bullet or number at the start of `body` with the white space after it.
fn marker(body: &str) -> Option<u16> {
    const BULLETS: &str = "-*+•‣◦▪–";
    let end = if body.starts_with(|c| BULLETS.contains(c)) {
        body.chars().next()?.len_utf8()
    } else {
        let digits = body.bytes().take_while(u8::is_ascii_digit).count();
        let close = body.get(digits..)?.starts_with(['.', ')']);
        ((1..=3).contains(&digits) && close).then_some(digits + 1)?
    };
    let rest = body.get(end..)?;
    let text = rest.trim_start_matches([' ', '\t']);
    let space = rest.len() - text.len();
    ((1..=4).contains(&space) && !text.is_empty()).then_some((end + space) as u16)
}

/// Returns whether `body` reads as code, a table or a log: symbols of code where a sentence has none, or
/// columns set apart by tabs, bars or runs of spaces.
fn is_code(body: &str) -> bool {
    let head = body.get(..body.floor_char_boundary(400)).unwrap_or(body);
    let wide = head.chars().any(|c| u32::from(c) >= 0x2E80);
    if gaps(head) >= 2 || head.starts_with('|') || head.starts_with("+--") {
        return true;
    }
    if wide {
        return false;
    }
    let all = head.chars().filter(|c| !c.is_whitespace()).count();
    let symbols = head.bytes().filter(|byte| is_symbol(*byte)).count();
    let ends = head.ends_with(['{', '}', ';', '\\']);
    let shell = head.starts_with("$ ") || head.starts_with("#!") || head.starts_with("//");
    let address = head.contains("://");
    shell || (ends && symbols > 1) || (!address && all > 3 && symbols * 5 > all)
}

/// Returns whether code has `byte` more often than sentences do.
fn is_symbol(byte: u8) -> bool {
    matches!(
        byte,
        b'{' | b'}' | b'[' | b']' | b'(' | b')' | b'<' | b'>' | b'=' | b';' | b'$' | b'#' | b'@'
    ) || matches!(byte, b'\\' | b'|' | b'&' | b'+' | b'*' | b'/' | b'_' | b'^' | b'~' | b'`')
}

/// Returns how many places inside `text` set columns apart: tabs, bars between spaces, runs of three or more
/// spaces.
fn gaps(text: &str) -> usize {
    let bytes = text.as_bytes();
    let spaced = |at: usize| bytes.get(at.saturating_sub(1)..at + 2) == Some(b" | ");
    let mut run = 0..0;
    let mut gaps = 0;
    for at in memchr3_iter(b' ', b'\t', b'|', bytes) {
        match bytes.get(at) {
            Some(b' ') => {
                run = if run.end == at { run.start..at + 1 } else { at..at + 1 };
                gaps += usize::from(run.len() == 3);
            }
            Some(b'\t') => gaps += 1,
            _ => gaps += usize::from(spaced(at)),
        }
    }
    gaps
}

/// Returns the ranges of `text` that are addresses on the web: `http://` or `https://` and what follows
/// up to white space, a wide character, or the marks that end a sentence.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    let next = |from: usize| memmem::find(text.as_bytes().get(from..)?, b"://").map(|at| from + at);
    while let Some(at) = next(from) {
        let head = text.get(from..at).unwrap_or_default();
        let scheme = ["https", "http"].iter().find(|scheme| head.ends_with(**scheme));
        let tail = text.get(at + 3..).unwrap_or_default();
        let stop = |c: char| c.is_whitespace() || c.is_control() || "<>\"'`{}|\\^“”‘’".contains(c);
        let end = tail.find(|c| stop(c) || u32::from(c) >= 0x2E80).unwrap_or(tail.len());
        let address = tail
            .get(..end)
            .unwrap_or_default()
            .trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
        if let Some(scheme) = scheme.filter(|_| !address.is_empty()) {
            found.push(at - scheme.len()..at + 3 + address.len());
        }
        from = at + 3 + address.len();
    }
    found
}

#[cfg(test)]
mod tests;
