//! Compressed bytes, and those in UTF-32, read as what they hold.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use flate2::bufread::GzDecoder;
use lzma_rust2::XzReader;
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};

use super::utf32::{self, Utf32};
use crate::budget::{PACKINGS, STREAM_BYTES, UNPACKING_KIB};

/// Bytes as they come.
pub(in crate::runtime) type Bytes = Box<dyn Read + Send>;

/// How bytes are compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packing {
    Gzip,
    Xz,
    Zstd,
    /// UTF-32, which takes four bytes for each character.
    Utf32 {
        /// Whether the highest byte stands first.
        big: bool,
    },
}

/// What compressed bytes begin with.
const SIGNATURES: [(&[u8], Packing); 5] = [
    (b"\x1F\x8B\x08", Packing::Gzip),
    (b"\xFD7zXZ\0", Packing::Xz),
    (b"\x28\xB5\x2F\xFD", Packing::Zstd),
    (b"\xFF\xFE\0\0", Packing::Utf32 { big: false }),
    (b"\0\0\xFE\xFF", Packing::Utf32 { big: true }),
];

impl Packing {
    /// How many bytes tell.
    pub(super) const HEAD: usize = 8;

    /// Returns how what begins with `head` is compressed, if it is.
    pub(super) fn of(head: &[u8]) -> Option<Self> {
        let found = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature));
        let unmarked = || utf32::order(head).map(|big| Self::Utf32 { big });
        found.map(|(_, packing)| *packing).or_else(unmarked)
    }
}

/// Returns what `bytes` hold: themselves, where they are not compressed; what was compressed several times is unpacked as
/// often, up to a bound.
///
/// # Errors
/// What reading the first of them says.
pub(in crate::runtime) fn unpacked(mut bytes: Bytes) -> io::Result<Bytes> {
    // The bound of memory is for one that takes much; gzip takes next to none.
    let mut takes_memory = false;
    for _ in 0..PACKINGS {
        let (packing, whole) = recognized(bytes)?;
        let refused = matches!(packing, Some(Packing::Xz | Packing::Zstd)) && takes_memory;
        let Some(packing) = packing.filter(|_| !refused) else { return Ok(whole) };
        bytes = packing.unpack(whole);
        match packing {
            Packing::Gzip => {}
            Packing::Xz | Packing::Zstd => takes_memory = true,
            Packing::Utf32 { .. } => return Ok(bytes),
        }
    }
    Ok(bytes)
}

/// Returns how `bytes` are compressed, if they are, and all of them.
fn recognized(mut bytes: Bytes) -> io::Result<(Option<Packing>, Bytes)> {
    let mut head = vec![0; 64 << 10];
    let mut filled = 0;
    let may_be = |head: &[u8]| SIGNATURES.iter().any(|(signature, _)| signature.starts_with(head));
    // What comes from a keyboard may pause after any byte: no more are waited for than must be.
    while may_be(head.get(..filled).unwrap_or_default()) {
        match bytes.read(head.get_mut(filled..).unwrap_or_default()) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    head.truncate(filled);
    Ok((Packing::of(&head), Box::new(Cursor::new(head).chain(bytes))))
}

impl Packing {
    /// Returns what `whole`, which is compressed so, holds.
    fn unpack(self, whole: Bytes) -> Bytes {
        // What is packed again may not be endless either.
        let whole = BufReader::new(whole.take(STREAM_BYTES));
        match self {
            Self::Gzip => Box::new(Members::<_, GzDecoder<_>>::new(whole)),
            Self::Xz => Box::new(XzReader::new_mem_limit(whole, true, UNPACKING_KIB)),
            Self::Zstd => Box::new(Members::<_, StreamingDecoder<_, _>>::new(whole)),
            Self::Utf32 { big } => Box::new(Utf32::new(whole, big)),
        }
    }
}

/// A member of what is compressed in several, one after the other.
trait Member<R>: Read + Sized {
    /// Moves `rest` to where the next member begins; returns whether there is one.
    fn find(rest: &mut R) -> io::Result<bool>;

    /// Returns the member that `rest` begins with.
    fn begin(rest: R) -> io::Result<Self>;

    /// Returns what follows it.
    fn end(self) -> R;
}

impl<R: BufRead> Member<R> for GzDecoder<R> {
    /// Zeros fill up a tape; anything else that is no member is ignored, as gzip does.
    fn find(rest: &mut R) -> io::Result<bool> {
        loop {
            let bytes = rest.fill_buf()?;
            let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
            match bytes.get(zeros) {
                Some(byte) => {
                    let begins = *byte == 0x1F;
                    rest.consume(zeros);
                    return Ok(begins);
                }
                None if zeros == 0 => return Ok(false),
                None => rest.consume(zeros),
            }
        }
    }

    fn begin(rest: R) -> io::Result<Self> {
        Ok(Self::new(rest))
    }

    fn end(self) -> R {
        self.into_inner()
    }
}

/// The largest window of zstd in bytes: what is held beside it takes some MiB.
const ZSTD_WINDOW: u64 = ((UNPACKING_KIB - (16 << 10)) as u64) << 10;

impl<R: BufRead> Member<R> for StreamingDecoder<R, FrameDecoder> {
    fn find(rest: &mut R) -> io::Result<bool> {
        Ok(!rest.fill_buf()?.is_empty())
    }

    fn begin(rest: R) -> io::Result<Self> {
        Self::new_with_max_window_size(rest, ZSTD_WINDOW).map_err(io::Error::other)
    }

    fn end(self) -> R {
        self.into_inner()
    }
}

/// What the members hold, one after the other.
struct Members<R, M> {
    /// The source between two members.
    rest: Option<R>,
    member: Option<M>,
}

impl<R, M> Members<R, M> {
    fn new(source: R) -> Self {
        Self { rest: Some(source), member: None }
    }
}

impl<R, M: Member<R>> Read for Members<R, M> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(member) = &mut self.member {
                let count = member.read(buffer)?;
                if count > 0 || buffer.is_empty() {
                    return Ok(count);
                }
                self.rest = self.member.take().map(M::end);
            }
            let Some(mut rest) = self.rest.take() else { return Ok(0) };
            if !M::find(&mut rest)? {
                return Ok(0);
            }
            self.member = Some(M::begin(rest)?);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn read(bytes: &[u8]) -> io::Result<String> {
        let mut text = String::new();
        unpacked(Box::new(Cursor::new(bytes.to_vec())))?.read_to_string(&mut text).map(|_| text)
    }

    fn gzip(text: &str) -> Vec<u8> {
        gzip_bytes(text.as_bytes())
    }

    fn gzip_bytes(bytes: &[u8]) -> Vec<u8> {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(bytes).unwrap();
        packed.finish().unwrap()
    }

    fn zstd(text: &str) -> Vec<u8> {
        let level = ruzstd::encoding::CompressionLevel::Fastest;
        ruzstd::encoding::compress_to_vec(text.as_bytes(), level)
    }

    #[test]
    fn what_is_not_compressed_is_itself() {
        assert_eq!(read(b"").unwrap(), "");
        assert_eq!(read(b"\x1F plain").unwrap(), "\x1F plain");
    }

    #[test]
    fn gzip_and_zstd_are_read_member_after_member() {
        assert_eq!(read(&[gzip("看"), gzip("书")].concat()).unwrap(), "看书");
        assert_eq!(read(&[zstd("看"), zstd("书")].concat()).unwrap(), "看书");
    }

    #[test]
    fn xz_is_read() {
        // Written by XZ Utils.
        let packed = b"\xFD7zXZ\0\0\x04\xE6\xD6\xB4\x46\x02\0\x21\x01\x16\0\0\0\x74\x2F\xE5\xA3\
            \x01\0\x05\xE7\x9C\x8B\xE4\xB9\xA6\0\0\0\xC4\x05\xDA\xA5\xE1\x35\xE0\xE7\0\x01\x1E\
            \x06\xC1\x2F\xA4\x1D\x1F\xB6\xF3\x7D\x01\0\0\0\0\x04YZ";
        assert_eq!(read(packed).unwrap(), "看书");
    }

    #[test]
    fn utf32_is_read_by_its_mark_or_first_characters() {
        assert_eq!(read(b"\xFF\xFE\0\0\x0B\x77\0\0").unwrap(), "\u{FEFF}看");
        assert_eq!(read(b"\0\0\x77\x0B\0\0\0\n").unwrap(), "看\n", "without a mark");
        assert_eq!(read(b"\xFF\xFEa\0").unwrap_err().kind(), io::ErrorKind::InvalidData, "UTF-16");
    }

    #[test]
    fn what_follows_a_member_of_gzip_and_is_none_is_ignored() {
        let zeros = vec![0; 70_000];
        assert_eq!(read(&[gzip("看"), zeros.clone()].concat()).unwrap(), "看");
        assert_eq!(read(&[gzip("看"), zeros, gzip("书")].concat()).unwrap(), "看书");
        assert_eq!(read(&[gzip("看"), b"garbage".to_vec()].concat()).unwrap(), "看");
    }

    #[test]
    fn what_is_packed_in_packed_is_unpacked_up_to_the_bound() {
        let packed =
            |layers| (0..layers).fold("看书".into(), |text: Vec<u8>, _| gzip_bytes(&text));
        assert_eq!(read(&packed(PACKINGS)).unwrap(), "看书");
        assert!(read(&packed(PACKINGS + 1)).is_err(), "bytes of gzip are no text");
        assert_eq!(read(&gzip_bytes(&zstd("看书"))).unwrap(), "看书");
        let twice = ruzstd::encoding::compress_to_vec(
            &*zstd("看书"),
            ruzstd::encoding::CompressionLevel::Fastest,
        );
        assert!(read(&twice).is_err(), "one that takes memory is enough");
    }

    #[test]
    fn what_is_cut_off_is_an_error() {
        for packed in [gzip("看书看书看书"), zstd("看书看书看书")] {
            for at in 6..packed.len() - 1 {
                assert!(read(&packed[..at]).is_err(), "{at} of {}", packed.len());
            }
        }
    }

    #[test]
    fn what_is_damaged_is_told_by_its_checksum() {
        let packed = gzip("看书看书看书");
        for at in packed.len() - 8..packed.len() {
            let mut damaged = packed.clone();
            damaged[at] ^= 0x55;
            assert!(read(&damaged).is_err(), "{at}");
        }
    }

    #[test]
    fn a_window_of_zstd_is_taken_up_to_the_bound() {
        // A frame without a size, with one raw block: its window is 2 to the power of 10 and so much, and eighths of it.
        let with = |window: u8| {
            let block = u32::try_from((6 << 3) | 1).unwrap().to_le_bytes();
            let head = [&b"\x28\xB5\x2F\xFD\0"[..], &[window], &block[..3]].concat();
            read(&[&head[..], "看书".as_bytes()].concat())
        };
        assert_eq!(ZSTD_WINDOW, 80 << 20);
        let [most, more] = [16 << 3 | 2, 16 << 3 | 3];
        assert_eq!(with(most).unwrap(), "看书", "80 MiB");
        assert!(with(more).is_err(), "88 MiB");
    }

    /// Returns the checksum CRC-32 of `bytes`.
    fn crc(bytes: &[u8]) -> [u8; 4] {
        let bit = |crc: u32, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
        let step = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), bit);
        (!bytes.iter().fold(!0, step)).to_le_bytes()
    }

    #[test]
    fn what_wants_more_memory_than_the_bound_is_refused() {
        // The same as above, with another dictionary: 28 stands for 64 MiB, 29 for 96 MiB and what is taken beside it.
        let with = |dictionary: u8| {
            let head = [&b"\x02\0\x21\x01"[..], &[dictionary, 0, 0, 0]].concat();
            let rest = b"\x01\0\x05\xE7\x9C\x8B\xE4\xB9\xA6\0\0\0\xC4\x05\xDA\xA5\xE1\x35\xE0\xE7\0\x01\x1E\
                \x06\xC1\x2F\xA4\x1D\x1F\xB6\xF3\x7D\x01\0\0\0\0\x04YZ";
            read(&[b"\xFD7zXZ\0\0\x04\xE6\xD6\xB4\x46", &head[..], &crc(&head), rest].concat())
        };
        assert_eq!(UNPACKING_KIB, 96 << 10);
        assert_eq!(with(28).unwrap(), "看书");
        assert!(with(29).unwrap_err().to_string().contains("memory"));
    }
}
