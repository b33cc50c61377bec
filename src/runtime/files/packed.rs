//! Compressed bytes, and those in UTF-32, read as what they hold.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use flate2::bufread::MultiGzDecoder;
use lzma_rust2::XzReader;
use ruzstd::decoding::StreamingDecoder;

use super::utf32::Utf32;
use crate::budget::UNPACKING_KIB;

/// Bytes as they come.
pub(super) type Bytes = Box<dyn Read + Send>;

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
    /// Returns how what begins with `head` is compressed, if it is.
    pub(super) fn of(head: &[u8]) -> Option<Self> {
        let found = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature));
        found.map(|(_, packing)| *packing)
    }
}

/// Returns what `bytes` hold: themselves, where they are not compressed.
///
/// # Errors
/// What reading the first of them says.
pub(super) fn unpacked(mut bytes: Bytes) -> io::Result<Bytes> {
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
    let packing = Packing::of(&head);
    let whole = Cursor::new(head).chain(bytes);
    Ok(match packing {
        None => Box::new(whole),
        Some(Packing::Gzip) => Box::new(MultiGzDecoder::new(BufReader::new(whole))),
        Some(Packing::Xz) => {
            Box::new(XzReader::new_mem_limit(BufReader::new(whole), true, UNPACKING_KIB))
        }
        Some(Packing::Zstd) => Box::new(Frames { rest: Some(BufReader::new(whole)), frame: None }),
        Some(Packing::Utf32 { big }) => Box::new(Utf32::new(whole, big)),
    })
}

/// What the frames of zstd hold, one after the other.
struct Frames<R: BufRead> {
    /// The source between two frames.
    rest: Option<R>,
    frame: Option<StreamingDecoder<R, ruzstd::decoding::FrameDecoder>>,
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(frame) = &mut self.frame {
                let count = frame.read(buffer)?;
                if count > 0 || buffer.is_empty() {
                    return Ok(count);
                }
                self.rest = self.frame.take().map(StreamingDecoder::into_inner);
            }
            let Some(mut rest) = self.rest.take() else { return Ok(0) };
            if rest.fill_buf()?.is_empty() {
                return Ok(0);
            }
            let frame = StreamingDecoder::new(rest).map_err(io::Error::other)?;
            self.frame = Some(frame);
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
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(text.as_bytes()).unwrap();
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
    fn utf32_is_read_by_its_mark() {
        assert_eq!(read(b"\xFF\xFE\0\0\x0B\x77\0\0").unwrap(), "\u{FEFF}看");
        assert_eq!(read(b"\xFF\xFEa\0").unwrap_err().kind(), io::ErrorKind::InvalidData, "UTF-16");
    }

    #[test]
    fn what_is_damaged_is_an_error_and_no_panic() {
        for packed in [gzip("看书看书看书"), zstd("看书看书看书")] {
            for at in 6..packed.len() {
                assert!(read(&packed[..at]).is_err(), "cut off at {at}");
            }
        }
        // What gzip packs has a checksum; its head names the file and the system, which no reader checks.
        let packed = gzip("看书看书看书");
        for at in 10..packed.len() {
            let mut damaged = packed.clone();
            damaged[at] ^= 0x55;
            assert!(read(&damaged).is_err(), "changed at {at}");
        }
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
