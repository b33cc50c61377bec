//! Files that hold no text as it is: told by the bytes with which they begin, so that they can be refused by name.

/// How many bytes tell.
pub(super) const HEAD: usize = 512;

/// What begins with these bytes at this place is that.
const SIGNATURES: &[(usize, &[u8], &str)] = &[
    (0, b"PK\x03\x04", "a ZIP archive, as office documents and some books are"),
    (0, b"PK\x05\x06", "an empty ZIP archive"),
    (0, b"%PDF-", "a PDF document"),
    (60, b"BOOKMOBI", "a Kindle book"),
    (60, b"TEXtREAd", "a Palm book"),
    (0, b"ITSF\x03\0\0\0", "a compiled HTML help file"),
    (0, b"AT&TFORM", "a DjVu document"),
    (0, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old office document"),
    (0, b"Rar!\x1A\x07", "a RAR archive"),
    (0, b"7z\xBC\xAF\x27\x1C", "a 7z archive"),
    (0, b"BZh91AY&SY", "compressed by bzip2"),
    (257, b"ustar", "a tar archive"),
    (0, b"\x89PNG\r\n\x1A\n", "a picture"),
    (0, b"\xFF\xD8\xFF", "a picture"),
    (0, b"GIF89a", "a picture"),
    (0, b"\x7FELF", "a program"),
    (0, b"SQLite format 3\0", "a database"),
];

/// Returns what a file is that begins with `head`, if it is known to be none that can be read yet.
pub(super) fn foreign(head: &[u8]) -> Option<&'static str> {
    let at = |place: usize| head.get(place..).unwrap_or_default();
    let found = SIGNATURES.iter().find(|(place, bytes, _)| at(*place).starts_with(bytes));
    found.map(|(.., what)| *what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_told_by_its_first_bytes() {
        assert_eq!(foreign(b"%PDF-1.7\n"), Some("a PDF document"));
        assert_eq!(foreign(&[&[0; 60], b"BOOKMOBI".as_slice()].concat()), Some("a Kindle book"));
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
