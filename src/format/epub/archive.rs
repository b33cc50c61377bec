//! The archive that a book is packed in: names as books write them, and files up to a bound.

use std::io::{self, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, PoisonError};

use zip::ZipArchive;
use zip::read::{ArchiveOffset, Config};
use zip::result::ZipError;

use crate::budget::{BOOK_FILE_BYTES, BOOK_FILE_RATIO, BOOK_FILES};
use crate::decode::{Hint, detect};
use crate::document::ReadAt;
use crate::format::flaw::Flawed;
use crate::format::sources::is_of_system;

/// A zip archive. Clones share what was read of its directory.
#[derive(Clone)]
pub(in crate::format) struct Archive {
    zip: Arc<Mutex<ZipArchive<ByteCursor>>>,
    files: Arc<[File]>,
}

/// A file of the archive, as its directory names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::format) struct File {
    /// Its path, with `/` between folders.
    pub(in crate::format) path: String,
    /// How many bytes it says it has.
    pub(in crate::format) size: u64,
    /// Its number in the directory.
    entry: usize,
}

/// Why a file of the archive can't be had.
#[derive(Debug, thiserror::Error)]
pub(in crate::format) enum ArchiveError {
    /// The bytes are no archive, or a damaged one.
    #[error("its archive is damaged: {0}")]
    Damaged(#[source] ZipError),
    /// The bytes can't be read.
    #[error("it can't be read: {0}")]
    Read(#[from] io::Error),
    /// The archive holds more files than [`BOOK_FILES`].
    #[error("its archive holds more than {BOOK_FILES} files")]
    Files,
    /// The file holds more bytes than it may.
    #[error("a file in it holds more than {0} MiB")]
    Large(u64),
    /// The file is packed more often over than [`BOOK_FILE_RATIO`].
    #[error("a file in it is packed more than {BOOK_FILE_RATIO} times over")]
    Packed,
}

impl Flawed for ArchiveError {
    fn message(&self) -> (&'static str, String) {
        match self {
            Self::Damaged(error) => ("flaw-damaged", error.to_string()),
            Self::Read(error) => ("flaw-unread", error.to_string()),
            Self::Files => ("flaw-files", BOOK_FILES.to_string()),
            Self::Large(most) => ("flaw-file-large", most.to_string()),
            Self::Packed => ("flaw-packed", BOOK_FILE_RATIO.to_string()),
        }
    }
}

impl From<ZipError> for ArchiveError {
    /// What the system says is no fault of the archive.
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::Io(error) if is_of_system(&error) => Self::Read(error),
            other => Self::Damaged(other),
        }
    }
}

/// The bytes of a file that may be packed as it likes.
const SMALL_FILE_BYTES: u64 = 1 << 20;

/// The bits of a mode that tell what kind of file it is of, and those of a symbolic link (POSIX, `sys/stat.h`).
const FILE_KIND: u32 = 0o170_000;
const SYMBOLIC_LINK: u32 = 0o120_000;

impl Archive {
    /// Returns the archive that `bytes` are. What stands before it in them is passed over.
    pub(in crate::format) fn open(bytes: Arc<dyn ReadAt>) -> Result<Self, ArchiveError> {
        let config = Config { archive_offset: ArchiveOffset::Detect };
        let zip = ZipArchive::with_config(config, ByteCursor { bytes, at: 0 })?;
        if zip.len() > BOOK_FILES {
            return Err(ArchiveError::Files);
        }
        let files = (0..zip.len()).filter_map(|entry| file(&zip, entry).transpose());
        let files = files.collect::<Result<_, _>>()?;
        Ok(Self { zip: Arc::new(Mutex::new(zip)), files })
    }

    /// Returns the files in the order of the directory.
    pub(in crate::format) fn files(&self) -> &[File] {
        &self.files
    }

    /// Returns the number of the file at `path`: of that name, else of that name in other letters' case.
    pub(in crate::format) fn find(&self, path: &str) -> Option<usize> {
        let same = self.files.iter().position(|file| file.path == path);
        let folded = path.to_lowercase();
        same.or_else(|| self.files.iter().position(|file| file.path.to_lowercase() == folded))
    }

    /// Returns the bytes of file `index`.
    pub(in crate::format) fn read(&self, index: usize) -> Result<Vec<u8>, ArchiveError> {
        self.read_up_to(index, BOOK_FILE_BYTES)
    }

    /// Returns the bytes of file `index`, which may be `most` bytes, whatever the directory says of it.
    fn read_up_to(&self, index: usize, most: u64) -> Result<Vec<u8>, ArchiveError> {
        let mut zip = self.zip.lock().unwrap_or_else(PoisonError::into_inner);
        let mut bytes = Vec::new();
        let entry = self.files.get(index).ok_or(ZipError::FileNotFound)?.entry;
        let file = zip.by_index(entry)?;
        let packed = file.compressed_size().saturating_mul(BOOK_FILE_RATIO).max(SMALL_FILE_BYTES);
        file.take(most.min(packed) + 1).read_to_end(&mut bytes)?;
        match bytes.len() as u64 {
            read if read > most => Err(ArchiveError::Large(most >> 20)),
            read if read > packed => Err(ArchiveError::Packed),
            _ => Ok(bytes),
        }
    }
}

/// Returns what the directory of `zip` says of the file that is its number `entry`; none where that is a symbolic link:
/// what it leads to is no file of the book. A name that does not say that it is UTF-8 is in the
/// encoding that its bytes tell; a backslash parts folders, as some programs of Windows write it.
fn file(zip: &ZipArchive<ByteCursor>, entry: usize) -> Result<Option<File>, ArchiveError> {
    let data = zip.by_index_data(entry)?;
    if data.unix_mode().is_some_and(|mode| mode & FILE_KIND == SYMBOLIC_LINK) {
        return Ok(None);
    }
    let raw = data.name_raw();
    let name = std::str::from_utf8(raw).map_or_else(
        |_| detect(raw, Hint::default()).encoding.decode(raw).text.into_owned(),
        str::to_owned,
    );
    Ok(Some(File { path: name.replace('\\', "/"), size: data.size(), entry }))
}

/// A place in bytes, as a reader of archives wants them.
#[derive(Clone)]
struct ByteCursor {
    bytes: Arc<dyn ReadAt>,
    at: u64,
}

impl Read for ByteCursor {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read_at(self.at, buffer)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for ByteCursor {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.bytes.size().checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::super::tests::packed;
    use super::*;

    fn opened(bytes: Vec<u8>) -> Result<Archive, ArchiveError> {
        Archive::open(Arc::new(bytes))
    }

    #[test]
    fn a_file_is_found_by_its_name_and_by_its_name_in_other_case() {
        let archive =
            opened(packed(&[("OEBPS/Ch1.xhtml", b"one"), ("OEBPS/ch1.xhtml", b"two")])).unwrap();
        assert_eq!(archive.find("OEBPS/ch1.xhtml"), Some(1));
        assert_eq!(archive.find("oebps/CH1.xhtml"), Some(0));
        assert_eq!(archive.find("ch1.xhtml"), None);
        assert_eq!(archive.read(1).unwrap(), b"two");
    }

    #[test]
    fn what_stands_before_the_archive_is_passed_over() {
        let bytes = [b"junk of a mail".to_vec(), packed(&[("a", b"one")])].concat();
        assert_eq!(opened(bytes).unwrap().read(0).unwrap(), b"one");
    }

    #[test]
    fn a_backslash_parts_folders() {
        let archive = opened(packed(&[("OEBPS\\text\\a.xhtml", b"")])).unwrap();
        assert_eq!(archive.find("OEBPS/text/a.xhtml"), Some(0));
    }

    #[test]
    fn a_symbolic_link_is_no_file_of_the_book() {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.add_symlink("a.opf", "/etc/passwd", SimpleFileOptions::default()).unwrap();
        zip.start_file("b", SimpleFileOptions::default()).unwrap();
        zip.write_all(b"two").unwrap();
        let archive = opened(zip.finish().unwrap().into_inner()).unwrap();
        assert_eq!((archive.find("a.opf"), archive.find("b")), (None, Some(0)));
        assert_eq!(archive.read(0).unwrap(), b"two");
    }

    #[test]
    fn what_is_no_archive_or_cut_off_is_an_error() {
        let bytes = packed(&[("a", b"one")]);
        for cut in [0, 1, bytes.len() / 2, bytes.len() - 1] {
            assert!(opened(bytes[..cut].to_vec()).is_err(), "{cut}");
        }
    }

    #[test]
    fn what_the_system_says_is_no_damage_of_the_archive() {
        /// Bytes of which none at `.1` or behind can be read.
        struct Torn(Vec<u8>, u64);
        impl ReadAt for Torn {
            fn size(&self) -> u64 {
                self.0.size()
            }
            fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
                let is_read = offset + buffer.len() as u64 <= self.1;
                if is_read {
                    self.0.read_at(offset, buffer)
                } else {
                    Err(io::Error::from_raw_os_error(5))
                }
            }
        }
        let bytes = packed(&[("a", b"one")]);
        let torn = Archive::open(Arc::new(Torn(bytes, 40)));
        assert!(matches!(torn, Err(ArchiveError::Read(_))), "{:?}", torn.err());
    }

    #[test]
    fn a_file_is_read_up_to_the_bound_whatever_the_directory_says() {
        let archive = opened(packed(&[("a", &[b'x'; 5000])])).unwrap();
        assert_eq!(archive.read(0).unwrap().len(), 5000);
        assert_eq!(
            ArchiveError::Large(BOOK_FILE_BYTES >> 20).to_string(),
            "a file in it holds more than 64 MiB"
        );
        assert_eq!(archive.read_up_to(0, 5000).unwrap().len(), 5000);
        assert!(matches!(archive.read_up_to(0, 4999), Err(ArchiveError::Large(0))));
    }

    #[test]
    fn a_file_is_packed_so_often_over_and_no_more() {
        // Bytes without a pattern, and zeros, which are packed a thousand times.
        let mut seed = 1_u32;
        let noise = (0..SMALL_FILE_BYTES / 64).map(|_| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 24) as u8
        });
        let noise: Vec<u8> = noise.collect();
        let read = |zeros: u64| {
            let file = [noise.clone(), vec![0; zeros as usize]].concat();
            opened(packed(&[("a", &file)])).unwrap().read(0).map(|bytes| bytes.len())
        };
        let about = noise.len() as u64 * BOOK_FILE_RATIO;
        assert!(read(about).is_ok());
        assert!(matches!(read(about * 3 / 2), Err(ArchiveError::Packed)));
        let small = vec![0; SMALL_FILE_BYTES as usize];
        assert!(opened(packed(&[("a", &small)])).unwrap().read(0).is_ok());
    }

    #[test]
    fn an_archive_of_too_many_files_is_refused() {
        let names: Vec<String> = (0..=BOOK_FILES).map(|number| number.to_string()).collect();
        let files: Vec<(&str, &[u8])> =
            names.iter().map(|name| (name.as_str(), &b""[..])).collect();
        assert!(matches!(opened(packed(&files)), Err(ArchiveError::Files)));
        assert!(opened(packed(&files[1..])).is_ok());
    }
}
