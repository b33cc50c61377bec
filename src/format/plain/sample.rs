//! The bytes by which the encoding of a file is told: its first ones, or where those are ASCII, lines from
//! further inside.

use std::io;

use super::PART_BYTES;
use crate::decode::{Encoding, Hint, Verdict, detect};
use crate::document::ReadAt;

/// How far into the file the first byte beyond ASCII is looked for before the rest is only probed.
const SEARCHED: u64 = 1 << 20;

/// How many places of the rest are probed, and how many bytes are read at each.
const PROBES: u64 = 16;
const PROBE_BYTES: u64 = 4 << 10;

/// Returns the encoding of `bytes`.
pub(super) fn verdict(bytes: &dyn ReadAt, hint: Hint) -> Verdict {
    let head = read(bytes, 0, PART_BYTES).unwrap_or_default();
    let verdict = detect(&head, hint);
    // Where a terminal would change colours, old mail changes to Japanese.
    let escapes =
        |sample: &[u8]| sample.contains(&0x1B) && detect(sample, hint).encoding != Encoding::UTF_8;
    let tells = |sample: &[u8]| !sample.is_ascii() || escapes(sample);
    if tells(&head) {
        return verdict;
    }
    let inside = samples(bytes).find(|sample| tells(sample));
    inside.map_or(verdict, |sample| detect(&sample, hint))
}

/// Returns samples from inside the file, each from the start of a line.
fn samples(bytes: &dyn ReadAt) -> impl Iterator<Item = Vec<u8>> {
    let size = bytes.size();
    let near = (PART_BYTES..size.min(SEARCHED)).step_by(PART_BYTES as usize);
    let rest = size.saturating_sub(SEARCHED);
    let far = (0..PROBES).map(move |probe| SEARCHED + rest / PROBES * probe);
    let near = near.map(|offset| (offset, PART_BYTES));
    let far = far.filter(move |offset| *offset < size).map(|offset| (offset, PROBE_BYTES));
    near.chain(far).map(|(offset, length)| {
        let mut sample = read(bytes, offset, length).unwrap_or_default();
        let line = sample.iter().position(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        sample.drain(..line);
        sample
    })
}

/// Reads up to `length` bytes from `offset` on.
fn read(bytes: &dyn ReadAt, offset: u64, length: u64) -> io::Result<Vec<u8>> {
    let mut buffer = vec![0; length.min(bytes.size().saturating_sub(offset)) as usize];
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match bytes.read_at(offset + filled as u64, rest)? {
            0 => break,
            count => filled += count,
        }
    }
    buffer.truncate(filled);
    Ok(buffer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decode::Basis;

    fn gbk() -> Vec<u8> {
        Encoding::named("gbk").unwrap().encode("第一回　甄士隐梦幻识通灵\n")
    }

    #[test]
    fn ascii_at_the_start_does_not_decide() {
        for length in [70_000, 900_000] {
            let mut bytes = b"a plain line\n".repeat(length / 13);
            bytes.extend(gbk().repeat(20));
            assert_eq!(verdict(&bytes, Hint::default()).encoding.name(), "GBK", "{length}");
        }
    }

    #[test]
    fn colours_at_the_start_do_not_decide() {
        let mut bytes = b"\x1B[1ma plain line\x1B[0m\n".repeat(5000);
        bytes.extend(gbk().repeat(20));
        assert_eq!(verdict(&bytes, Hint::default()).encoding.name(), "GBK");
    }

    #[test]
    fn a_large_file_is_probed() {
        let mut bytes = b"a plain line\n".repeat(200_000);
        bytes.extend(gbk().repeat(100_000));
        assert_eq!(verdict(&bytes, Hint::default()).encoding.name(), "GBK");
    }

    #[test]
    fn ascii_is_utf8() {
        let bytes = b"a plain line\n".repeat(200_000);
        let verdict = verdict(&bytes, Hint::default());
        assert_eq!((verdict.encoding, verdict.basis), (Encoding::UTF_8, Basis::Valid));
    }
}
