//! The bytes by which the encoding of a file is told: its first ones, or where those are ASCII, lines from
//! further inside.

use memchr::memchr;

use super::PART_BYTES;
use crate::decode::{Encoding, Hint, Verdict, detect};
use crate::document::ReadAt;

/// The largest file in which the first byte beyond ASCII is looked for everywhere.
const SEARCHED: u64 = 1 << 20;

/// How far into a larger one it is looked for before the rest is only probed: the first page waits for it.
const SEARCHED_AT_LEAST: u64 = 1 << 18;

/// How many places of the rest are probed, and how many bytes are read at each.
const PROBES: u64 = 16;
const PROBE_BYTES: u64 = 4 << 10;

/// Returns the first of `bytes`, as many as a part has.
pub(super) fn head(bytes: &dyn ReadAt) -> Vec<u8> {
    let mut head = Vec::new();
    read(bytes, 0, PART_BYTES, &mut head);
    head
}

/// Returns the encoding of `bytes`, which begin with `head`.
pub(super) fn verdict(head: &[u8], bytes: &dyn ReadAt, hint: Hint) -> Verdict {
    let verdict = detect(head, hint);
    if tells(head, hint) {
        let tail = Some(tail(bytes)).filter(|tail| !tail.is_ascii());
        let both = tail.and_then(|tail| Verdict::of_both(verdict, detect(&tail, hint)));
        return both.unwrap_or(verdict);
    }
    let mut sample = Vec::new();
    let inside = places(bytes.size()).find_map(|(offset, length)| {
        read(bytes, offset, length, &mut sample);
        let line = memchr(b'\n', &sample).map_or(0, |at| at + 1);
        let lines = sample.get(line..).unwrap_or_default();
        tells(lines, hint).then(|| detect(lines, hint))
    });
    inside.unwrap_or(verdict)
}

/// Returns the last lines of a file that goes on after its head: another may have been joined to it.
fn tail(bytes: &dyn ReadAt) -> Vec<u8> {
    let mut tail = Vec::new();
    let start = bytes.size().saturating_sub(PROBE_BYTES).max(PART_BYTES);
    read(bytes, start, PROBE_BYTES, &mut tail);
    let line = memchr(b'\n', &tail).map_or(tail.len(), |at| at + 1);
    tail.split_off(line)
}

/// Returns whether `sample` tells more than that it is ASCII: it isn't, or where a terminal would change colours,
/// old mail changes to Japanese.
fn tells(sample: &[u8], hint: Hint) -> bool {
    let escapes = || memchr(0x1B, sample).is_some();
    !sample.is_ascii() || (escapes() && detect(sample, hint).encoding != Encoding::UTF_8)
}

/// Returns the places inside a file of `size` bytes that are looked at, and how many bytes of each.
fn places(size: u64) -> impl Iterator<Item = (u64, u64)> {
    let searched = if size <= SEARCHED { size } else { SEARCHED_AT_LEAST };
    let near = (PART_BYTES..searched).step_by(PART_BYTES as usize);
    let rest = size - searched;
    let far = (0..PROBES).map(move |probe| searched + rest / PROBES * probe);
    let near = near.map(|offset| (offset, PART_BYTES));
    near.chain(far.filter(move |offset| *offset < size).map(|offset| (offset, PROBE_BYTES)))
}

/// Reads up to `length` bytes from `offset` on into `sample`; as many as can be read.
fn read(bytes: &dyn ReadAt, offset: u64, length: u64, sample: &mut Vec<u8>) {
    sample.resize(length.min(bytes.size().saturating_sub(offset)) as usize, 0);
    let mut filled = 0;
    while let Some(rest) = sample.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match bytes.read_at(offset + filled as u64, rest) {
            Ok(0) | Err(_) => break,
            Ok(count) => filled += count,
        }
    }
    sample.truncate(filled);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::Basis;

    #[test]
    fn what_was_joined_to_a_long_file_is_told_by_its_end() {
        let text = "天色将明的时候，他推开了门，外面没有人，只有风从北边吹过来。\n".repeat(2000);
        let gbk = Encoding::named("gbk").unwrap().encode(&text);
        let name = |bytes: &[u8]| verdict(&head(&bytes), &bytes, Hint::default()).encoding.name();
        assert_eq!(name(&[gbk.as_slice(), text.as_bytes()].concat()), "GBK and UTF-8");
        assert_eq!(name(&[text.as_bytes(), gbk.as_slice()].concat()), "GBK and UTF-8");
        assert_eq!(name(&[gbk.as_slice(), &b"The end.\n".repeat(900)].concat()), "GBK");
        assert_eq!([name(&gbk), name(text.as_bytes())], ["GBK", "UTF-8"]);
    }

    fn gbk() -> Vec<u8> {
        Encoding::named("gbk").unwrap().encode("第一回　甄士隐梦幻识通灵\n")
    }

    fn told(bytes: &Vec<u8>) -> Verdict {
        verdict(&head(bytes), bytes, Hint::default())
    }

    #[test]
    fn ascii_at_the_start_does_not_decide() {
        for length in [70_000, 900_000] {
            let mut bytes = b"a plain line\n".repeat(length / 13);
            bytes.extend(gbk().repeat(20));
            assert_eq!(told(&bytes).encoding.name(), "GBK", "{length}");
        }
    }

    #[test]
    fn colours_at_the_start_do_not_decide() {
        let mut bytes = b"\x1B[1ma plain line\x1B[0m\n".repeat(5000);
        bytes.extend(gbk().repeat(20));
        assert_eq!(told(&bytes).encoding.name(), "GBK");
    }

    #[test]
    fn a_large_file_is_probed() {
        let mut bytes = b"a plain line\n".repeat(200_000);
        bytes.extend(gbk().repeat(100_000));
        assert_eq!(told(&bytes).encoding.name(), "GBK");
    }

    #[test]
    fn ascii_is_utf8() {
        let bytes = b"a plain line\n".repeat(200_000);
        let verdict = told(&bytes);
        assert_eq!((verdict.encoding, verdict.basis), (Encoding::UTF_8, Basis::Valid));
    }
}
