//! Marks at the start of a line that mean something by themselves, lines of ornaments, and addresses on the web.

use std::ops::Range;

use memchr::memmem;

/// Returns whether `body` is a line of ornaments: three or more of them, or scene marks of Chinese and
/// Japanese novels alone.
pub(super) fn is_rule(body: &str) -> bool {
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
pub(super) fn quote_depth(body: &str) -> Option<u8> {
    let marks = body.chars().take_while(|c| *c == '>' || *c == ' ').take(64);
    let depth = marks.filter(|c| *c == '>').count();
    let rest = body.trim_start_matches(['>', ' ']);
    // `>>>` before code is a prompt, and `>` alone before a letter is no quote mark.
    let spaced = body.starts_with("> ") || body.starts_with(">>") || rest.is_empty();
    (depth > 0 && spaced && !body.starts_with(">>> ")).then_some(depth as u8)
}

/// Returns the length of the bullet or number at the start of `body` with the white space after it.
pub(super) fn marker(body: &str) -> Option<u16> {
    const BULLETS: &str = "-*+•‣◦▪–";
    let end = if body.starts_with(|c| BULLETS.contains(c)) {
        body.chars().next()?.len_utf8()
    } else {
        let open = usize::from(body.starts_with('('));
        let number = body.get(open..)?;
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        let close =
            number.get(digits..)?.starts_with(if open > 0 { &[')'][..] } else { &['.', ')'] });
        ((1..=3).contains(&digits) && close).then_some(open + digits + 1)?
    };
    let rest = body.get(end..)?;
    let text = rest.trim_start_matches([' ', '\t']);
    let space = rest.len() - text.len();
    ((1..=4).contains(&space) && !text.is_empty()).then_some((end + space) as u16)
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
