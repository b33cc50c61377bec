//! The pictures of a document as files that another program may be shown. What they are is told by their first bytes:
//! nothing else is handed on, whatever its name says.

use std::fs::{File, Permissions};
use std::io::{self, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use tempfile::TempDir;

use super::beside;
use crate::document::Document;
use crate::words::Phrase;

/// How many first bytes tell what a picture is.
const HEAD: usize = 16;

/// The folder for the pictures that a document holds, the reader's alone. It is made for the first of them, and goes with the
/// document.
#[derive(Clone, Default)]
pub(super) struct OwnPictures(Arc<Mutex<Option<TempDir>>>);

impl OwnPictures {
    /// Returns the path of the folder, which is there then.
    fn path(&self) -> io::Result<PathBuf> {
        let private = || {
            let permissions = Permissions::from_mode(0o700);
            tempfile::Builder::new().prefix("kanshu-").permissions(permissions).tempdir()
        };
        let mut made = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = made.take().map_or_else(private, Ok)?;
        Ok(made.insert(folder).path().to_owned())
    }
}

/// Returns the file of the picture that `href` in part `part` of `document` names: a private one in `own`, where the
/// document itself holds the picture, else one beside the document, in `folder` or below.
///
/// # Errors
/// What is told where there is no such picture.
pub(super) fn file(
    (document, part, href): (&Document, usize, &str),
    folder: Option<&Path>,
    own: &OwnPictures,
) -> Result<PathBuf, Phrase> {
    let unread =
        |error: &dyn ToString| Phrase::new("picture-unread").with("error", error.to_string());
    if let Some(read) = document.source().picture(part, href) {
        let bytes = read.map_err(|error| unread(&error))?;
        let ending = ending(&bytes).ok_or("picture-unknown")?;
        return written(&bytes, ending, own).map_err(|error| unread(&error));
    }
    let file = beside::file(folder.ok_or("picture-missing")?, href)?;
    let mut head = Vec::new();
    let opened = File::open(&file).and_then(|file| file.take(HEAD as u64).read_to_end(&mut head));
    opened.map_err(|error| unread(&error))?;
    ending(&head).map(|_| file).ok_or_else(|| "picture-unknown".into())
}

/// Writes `bytes` to a file of its own in `folder` that only the reader may read, and returns its path.
fn written(bytes: &[u8], ending: &str, folder: &OwnPictures) -> io::Result<PathBuf> {
    let folder = folder.path()?;
    let mut file =
        tempfile::Builder::new().prefix("picture-").suffix(ending).tempfile_in(folder)?;
    file.write_all(bytes)?;
    Ok(file.keep()?.1)
}

/// Returns the ending of the name of a picture that begins with `head`; none where that is no picture, or of a kind that
/// may hold a program.
fn ending(head: &[u8]) -> Option<&'static str> {
    const KINDS: [(usize, &[u8], &str); 10] = [
        (0, b"\x89PNG\r\n\x1a\n", ".png"),
        (0, b"\xff\xd8\xff", ".jpg"),
        (0, b"GIF87a", ".gif"),
        (0, b"GIF89a", ".gif"),
        (8, b"WEBP", ".webp"),
        (4, b"ftypavif", ".avif"),
        (4, b"ftypheic", ".heic"),
        (0, b"II*\0", ".tiff"),
        (0, b"MM\0*", ".tiff"),
        (0, b"BM", ".bmp"),
    ];
    let is = |at: usize, sign: &[u8]| head.get(at..).is_some_and(|rest| rest.starts_with(sign));
    KINDS.iter().find(|(at, sign, _)| is(*at, sign)).map(|(.., ending)| *ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_told_by_their_bytes() {
        assert_eq!(ending(b"\x89PNG\r\n\x1a\n\0"), Some(".png"));
        assert_eq!(ending(b"RIFF\0\0\0\0WEBPVP8 "), Some(".webp"));
        for other in [&b"<svg onload='x()'>"[..], b"#!/bin/sh\n", b"[Desktop Entry]", b""] {
            assert_eq!(ending(other), None);
        }
    }

    #[test]
    fn a_folder_is_made_for_the_first_picture_and_goes_with_the_document() {
        let folder = OwnPictures::default();
        let document = crate::runtime::files::nothing();
        assert!(file((&document, 0, "a.png"), None, &folder).is_err());
        assert!(folder.0.lock().unwrap().is_none());
        let picture = written(b"BM", ".bmp", &folder).unwrap();
        let other = written(b"BM", ".bmp", &folder).unwrap();
        assert_eq!(picture.parent(), other.parent());
        drop(folder);
        assert!(!picture.exists());
    }
}
