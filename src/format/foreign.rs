//! Files that hold no text as it is: told by the bytes with which they begin, so that they can be refused by name.

use std::fmt;

/// How many bytes tell.
pub(super) const HEAD: usize = 512;

/// What a file is: the name of the message that says so, and that in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileKind(pub &'static str, pub &'static str);

impl fmt::Display for FileKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.1)
    }
}

/// A book in an archive.
pub(super) const EPUB: FileKind = FileKind("foreign-epub", "an EPUB book");

/// A book in XML.
pub(super) const FICTION_BOOK: FileKind = FileKind("foreign-fictionbook", "a FictionBook");

/// What begins with these bytes at this place is that.
const SIGNATURES: &[(usize, &[u8], FileKind)] = &[
    (
        0,
        b"PK\x03\x04",
        FileKind("foreign-zip", "a ZIP archive, as office documents and some books are"),
    ),
    (0, b"PK\x05\x06", FileKind("foreign-empty-zip", "an empty ZIP archive")),
    (0, b"%PDF-", FileKind("foreign-pdf", "a PDF document")),
    (60, b"BOOKMOBI", FileKind("foreign-kindle", "a Kindle book")),
    (60, b"TEXtREAd", FileKind("foreign-palm", "a Palm book")),
    (0, b"ITSF\x03\0\0\0", FileKind("foreign-help", "a compiled HTML help file")),
    (0, b"AT&TFORM", FileKind("foreign-djvu", "a DjVu document")),
    (0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileKind("foreign-office", "an old office document")),
    (0, b"Rar!\x1A\x07", FileKind("foreign-rar", "a RAR archive")),
    (0, b"7z\xBC\xAF\x27\x1C", FileKind("foreign-7z", "a 7z archive")),
    (0, b"BZh91AY&SY", FileKind("foreign-bzip2", "compressed by bzip2")),
    (257, b"ustar", FileKind("foreign-tar", "a tar archive")),
    (0, b"\x89PNG\r\n\x1A\n", FileKind("foreign-picture", "a picture")),
    (0, b"\xFF\xD8\xFF", FileKind("foreign-picture", "a picture")),
    (0, b"GIF89a", FileKind("foreign-picture", "a picture")),
    (0, b"\x7FELF", FileKind("foreign-program", "a program")),
    (0, b"SQLite format 3\0", FileKind("foreign-database", "a database")),
];

/// Returns what a file is that begins with `head`, if it is known to be none that can be read yet.
pub(super) fn foreign(head: &[u8]) -> Option<FileKind> {
    let at = |place: usize| head.get(place..).unwrap_or_default();
    let found = SIGNATURES.iter().find(|(place, bytes, _)| at(*place).starts_with(bytes));
    found.map(|(.., what)| *what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_told_by_its_first_bytes() {
        let told = |head: &[u8]| foreign(head).map(|kind| kind.1);
        assert_eq!(told(b"%PDF-1.7\n"), Some("a PDF document"));
        assert_eq!(told(&[&[0; 60], b"BOOKMOBI".as_slice()].concat()), Some("a Kindle book"));
    }

    #[test]
    fn a_text_is_never_refused() {
        for text in ["", "P", "PK", "看书", "GIF89 and others", "%PDF is a format"] {
            assert_eq!(foreign(text.as_bytes()), None);
        }
    }

    #[test]
    fn the_head_is_long_enough_for_every_signature() {
        assert!(SIGNATURES.iter().all(|(place, bytes, _)| place + bytes.len() <= HEAD));
    }
}
