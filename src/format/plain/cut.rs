//! Where one part ends and the next begins, told from the bytes around the boundary alone.

use memchr::{memchr2, memmem};

use super::PART_BYTES;
use crate::decode::{Encoding, Family, char_ends};
use crate::text::{BreakRules, Korean, Lang, Level, breaks, clusters, is_boundary};

/// How far past the boundary a blank line is preferred to the next line end, so that a paragraph of
/// several lines stays in one part.
pub(super) const NEAR: u64 = 8 << 10;

/// How far past the boundary a line end is looked for: no part is longer than two.
pub(super) const FAR: u64 = PART_BYTES;

/// How far around the boundary a line longer than a part is looked at, for the start of a cluster.
pub(super) const AROUND: u64 = 512;

/// How far before the boundary a byte is looked for that shows where a character begins.
pub(super) const BEFORE: u64 = 4 << 10;

/// By which rules a line longer than a part is cut.
const RULES: BreakRules =
    BreakRules { lang: Lang::Other, level: Level::Strict, korean: Korean::Word };

/// The line ends of an encoding.
#[derive(Clone, Copy)]
pub(super) enum LineEnds {
    /// The bytes 0A and 0D, which no longer character holds.
    Bytes,
    /// The units of two bytes 000A and 000D.
    Units {
        /// Whether the higher byte stands first.
        big: bool,
    },
}

impl LineEnds {
    /// Returns the line ends of `encoding`.
    pub(super) fn of(encoding: Encoding) -> Self {
        match encoding.family() {
            Family::Utf16 { big } => Self::Units { big },
            _ => Self::Bytes,
        }
    }

    /// Returns how many bytes the shortest character has.
    pub(super) fn unit(self) -> u64 {
        match self {
            Self::Bytes => 1,
            Self::Units { .. } => 2,
        }
    }

    /// Returns the offset in `bytes`, which begin with the last character before a boundary, where the next
    /// part begins: past the end of the paragraph if that is near, else past the first line end. None where
    /// no line ends.
    pub(super) fn part_end(self, bytes: &[u8]) -> Option<usize> {
        let near = bytes.get(..NEAR as usize).unwrap_or(bytes);
        let far = bytes.get(..FAR as usize).unwrap_or(bytes);
        match self {
            Self::Bytes => paragraph_end(near).or_else(|| {
                let at = memchr2(b'\n', b'\r', far)?;
                Some(at + if bytes.get(at..at + 2) == Some(b"\r\n") { 2 } else { 1 })
            }),
            Self::Units { big } => unit_paragraph_end(near, big).or_else(|| {
                let mut units = units(far, big);
                let at = units.position(is_line_end)?;
                let unit = |at| self::units(bytes.get(2 * at..)?, big).next();
                let pair = unit(at) == Some(CR) && unit(at + 1) == Some(LF);
                Some(2 * (at + if pair { 2 } else { 1 }))
            }),
        }
    }
}

const LF: u16 = 0x0A;
const CR: u16 = 0x0D;

fn is_line_end(unit: u16) -> bool {
    unit == LF || unit == CR
}

/// Returns the offset past the line end before the first blank line.
fn paragraph_end(bytes: &[u8]) -> Option<usize> {
    let blank = [&b"\n\n"[..], b"\n\r\n", b"\r\r"];
    blank.iter().filter_map(|ends| memmem::find(bytes, ends)).min().map(|at| at + 1)
}

fn unit_paragraph_end(bytes: &[u8], big: bool) -> Option<usize> {
    let mut last = [0; 2];
    for (at, unit) in units(bytes, big).enumerate() {
        match (last, unit) {
            ([_, LF], LF) | ([_, CR], CR) => return Some(2 * at),
            ([LF, CR], LF) => return Some(2 * (at - 1)),
            _ => last = [last[1], unit],
        }
    }
    None
}

fn units(bytes: &[u8], big: bool) -> impl Iterator<Item = u16> {
    let order = if big { u16::from_be_bytes } else { u16::from_le_bytes };
    bytes.as_chunks::<2>().0.iter().map(move |pair| order(*pair))
}

/// Returns where in `bytes` a row may begin at or past `boundary`, in a line that is longer than a part: in no word and
/// before no stop; where that is nowhere near, where the first cluster begins. `bytes` reach [`BEFORE`] before the boundary
/// and [`AROUND`] past it, as far as there are as many.
pub(super) fn cluster_start(encoding: Encoding, bytes: &[u8], boundary: usize) -> usize {
    if encoding.family() == Family::Escapes {
        // What an escape sequence says holds until the next, so only there can one begin to read.
        let tail = bytes.get(boundary..).unwrap_or_default();
        return memchr::memchr(0x1B, tail).map_or(boundary, |at| boundary + at);
    }
    let from = char_start(encoding, bytes, boundary);
    let tail = bytes.get(from..).unwrap_or_default();
    let (text, ends) = char_ends(encoding, tail);
    let first = ends.iter().find(|end| from + end.source >= boundary);
    let past = |start: &usize| first.is_some_and(|first| *start > 0 && *start >= first.text);
    let inside = |at: &usize| *at < text.len() && is_boundary(&text, *at);
    let row = breaks(&text, RULES).filter(inside).find(past);
    let cluster = || clusters(&text).map(|(start, _)| start).find(past);
    let end_at = |start| ends.iter().find(|end| end.text == start);
    let end = row.and_then(end_at).or_else(|| cluster().and_then(end_at)).or(first);
    if from == boundary { boundary } else { end.map_or(boundary, |end| from + end.source) }
}

/// Returns a place in `bytes` some way before `boundary` where a character begins, the boundary itself at
/// worst.
fn char_start(encoding: Encoding, bytes: &[u8], boundary: usize) -> usize {
    let near = boundary.saturating_sub(AROUND as usize / 2);
    let before = bytes.get(near..boundary).unwrap_or_default();
    match encoding.family() {
        Family::Utf8 => {
            let is_start = |byte: &u8| (*byte & 0xC0) != 0x80;
            near + before.iter().take(4).position(is_start).unwrap_or(0)
        }
        Family::Utf16 { big } => {
            let even = near + (boundary - near) % 2;
            let low = |unit: u16| (0xDC00..=0xDFFF).contains(&unit);
            let first = units(bytes.get(even..boundary).unwrap_or_default(), big).next();
            if first.is_some_and(low) { even + 2 } else { even }
        }
        Family::Single | Family::Escapes => near,
        Family::Multi => {
            let all = bytes.get(..boundary).unwrap_or_default();
            let safe = |byte: &u8| *byte < 0x30;
            match all.iter().rposition(safe) {
                Some(at) => at + 1,
                None => likeliest_start(encoding, all),
            }
        }
    }
}

/// Returns which of the first places in `bytes` is the likeliest start of a character: the one from which
/// the most is valid, and the most is punctuation and kana.
fn likeliest_start(encoding: Encoding, bytes: &[u8]) -> usize {
    let score = |from: &usize| {
        let decoded = encoding.decode(bytes.get(*from..).unwrap_or_default());
        let familiar = |c: &char| matches!(c, '\u{3000}'..='\u{30FF}' | '\u{FF01}'..='\u{FF5E}' | '\u{2010}'..='\u{2026}');
        let familiar = decoded.text.chars().filter(familiar).count().cast_signed();
        familiar - 8 * isize::try_from(decoded.replaced).unwrap_or(1 << 20)
    };
    (0..4.min(bytes.len())).rev().max_by_key(score).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHINESE: &str = "话说天下大势，分久必合，合久必分。周末七国分争，并入于秦。";

    fn encoded(name: &str, text: &str) -> Vec<u8> {
        Encoding::named(name).unwrap().encode(text)
    }

    #[test]
    fn a_part_ends_with_a_paragraph_else_with_a_line() {
        let end = |bytes: &[u8]| LineEnds::Bytes.part_end(bytes);
        assert_eq!(end(b"ab\ncd\n\nef"), Some(6));
        assert_eq!(end(b"ab\r\ncd\r\n\r\nef"), Some(8));
        assert_eq!(end(b"ab\r\ncd"), Some(4));
        assert_eq!(end(b"ab\rcd"), Some(3));
        assert_eq!(end(b"abcd"), None);
    }

    #[test]
    fn line_ends_of_utf16_are_aligned_units() {
        for (name, big) in [("utf-16le", false), ("utf-16be", true)] {
            let end = |text: &str| LineEnds::Units { big }.part_end(&encoded(name, text));
            assert_eq!(end("ab\ncd\n\nef"), Some(12), "{name}");
            assert_eq!(end("ab\r\ncd\r\n\r\nef"), Some(16), "{name}");
            assert_eq!(end("ab\r\ncd"), Some(8), "{name}");
            assert_eq!(end("ab\rcd"), Some(6), "{name}");
            // U+0A0D and U+0D0A are letters.
            assert_eq!(end("\u{A0D}\u{D0A}਀"), None, "{name}");
        }
    }

    #[test]
    fn a_long_line_is_cut_between_characters_wherever_the_boundary_falls() {
        for name in ["utf-8", "gbk", "gb18030", "utf-16le", "utf-16be", "euc-jp", "shift_jis"] {
            let text = if matches!(name, "euc-jp" | "shift_jis") {
                "吾輩は猫である。名前はまだ無い。".repeat(40)
            } else {
                CHINESE.repeat(20)
            };
            let encoding = Encoding::named(name).unwrap();
            let bytes = encoded(name, &text);
            for boundary in 600..640 {
                if encoding.family() == (Family::Utf16 { big: name.ends_with("be") })
                    && boundary % 2 == 1
                {
                    continue;
                }
                let at = cluster_start(encoding, &bytes, boundary);
                assert!((boundary..boundary + 8).contains(&at), "{name} {boundary} {at}");
                let (head, tail) = bytes.split_at(at);
                assert_eq!(
                    encoding.decode(head).text + &*encoding.decode(tail).text,
                    text,
                    "{name}"
                );
            }
        }
    }

    #[test]
    fn a_word_is_not_cut_nor_a_stop_parted_from_it() {
        let text = "somebody，whoever，".repeat(60);
        for boundary in 600..640 {
            let at = cluster_start(Encoding::UTF_8, text.as_bytes(), boundary);
            assert!(at >= boundary && text[..at].ends_with('，'), "{boundary} {at}");
        }
    }

    #[test]
    fn a_cluster_is_not_cut() {
        let text = "e\u{301}".repeat(400);
        let at = cluster_start(Encoding::UTF_8, text.as_bytes(), 601);
        assert_eq!(at, 603);
    }

    #[test]
    fn escaped_japanese_is_cut_at_an_escape() {
        let bytes = encoded("iso-2022-jp", &"吾輩 cat ".repeat(100));
        let at = cluster_start(Encoding::named("iso-2022-jp").unwrap(), &bytes, 101);
        assert_eq!(bytes.get(at), Some(&0x1B));
    }
}
