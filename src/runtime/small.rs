//! A small file, read whole: a regular file and nothing else, and no more of it than a bound. What is none never holds
//! up the program, whatever was put in its place.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::OFlags;
use rustix::io::Errno;
use rustix::process::geteuid;

use super::language::say;
use crate::words::Phrase;

/// What is done about a path that is a symbolic link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Links {
    /// It is followed, as people link their settings.
    Followed,
    /// It is refused.
    Refused,
}

impl Links {
    /// Returns the flags with which a path is opened: a pipe is not waited for.
    fn flags(self) -> i32 {
        let refused = if self == Self::Refused { OFlags::NOFOLLOW } else { OFlags::empty() };
        (refused | OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed()
    }
}

/// Opens `path` as `how` says, if it is a regular file; where links are refused, one of the reader's own.
///
/// # Errors
/// What the system says; [`ErrorKind::InvalidData`] where it is something else than a regular file.
pub(super) fn open(path: &Path, links: Links, how: &mut OpenOptions) -> io::Result<File> {
    let file = how.custom_flags(links.flags()).open(path).map_err(|error| {
        // A link that is refused, a pipe or a socket without another end, a directory that would be written.
        let odd = [Errno::LOOP, Errno::NXIO, Errno::ISDIR].map(Errno::raw_os_error);
        if error.raw_os_error().is_some_and(|code| odd.contains(&code)) {
            irregular()
        } else {
            error
        }
    })?;
    let metadata = file.metadata()?;
    let foreign = links == Links::Refused && metadata.uid() != geteuid().as_raw();
    if metadata.is_file() && !foreign { Ok(file) } else { Err(irregular()) }
}

/// Returns the bytes of the file at `path`, at most `most`.
///
/// # Errors
/// Those of [`open`]; [`ErrorKind::InvalidData`] where the file is longer.
pub(super) fn read(path: &Path, links: Links, most: u64) -> io::Result<Vec<u8>> {
    let file = open(path, links, OpenOptions::new().read(true))?;
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        let words = say(Phrase::new("small-too-long").with("most", most as usize));
        return Err(io::Error::new(ErrorKind::InvalidData, words));
    }
    Ok(bytes)
}

fn irregular() -> io::Error {
    io::Error::new(ErrorKind::InvalidData, say("small-no-file"))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use tempfile::TempDir;

    use super::*;

    fn kind(path: &Path, links: Links) -> Option<ErrorKind> {
        read(path, links, 4).err().map(|error| error.kind())
    }

    #[test]
    fn a_small_file_is_read_and_a_longer_one_refused() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("a");
        assert_eq!(kind(&path, Links::Refused), Some(ErrorKind::NotFound));
        fs::write(&path, "four").unwrap();
        assert_eq!(read(&path, Links::Refused, 4).unwrap(), b"four");
        fs::write(&path, "fiver").unwrap();
        assert_eq!(kind(&path, Links::Refused), Some(ErrorKind::InvalidData));
    }

    #[test]
    fn what_is_no_file_is_refused_at_once() {
        let folder = TempDir::new().unwrap();
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        for path in [folder.path(), &pipe, Path::new("/dev/zero")] {
            assert_eq!(kind(path, Links::Refused), Some(ErrorKind::InvalidData), "{path:?}");
        }
    }

    #[test]
    fn a_link_is_followed_only_where_it_may_be() {
        let folder = TempDir::new().unwrap();
        let (file, link) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&file, "four").unwrap();
        symlink(&file, &link).unwrap();
        assert_eq!(kind(&link, Links::Refused), Some(ErrorKind::InvalidData));
        assert_eq!(read(&link, Links::Followed, 4).unwrap(), b"four");
    }
}
