//! What killed programs left behind: files that were to take the place of others and never did.

use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::time::SystemTime;

use crate::budget::LEFTOVER_AGE;

/// How the names of such files begin, as `tempfile` gives them.
const PREFIX: &str = ".tmp";

/// Removes such files from `folder` that are so old that none is being written.
///
/// # Errors
/// What the system says; they are harmless.
pub(super) fn remove(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let is_left = entry.file_name().as_encoded_bytes().starts_with(PREFIX.as_bytes());
        if is_left && entry.file_type()?.is_file() && is_old(&entry.metadata()?) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Returns whether a file of which the system says this was written long ago.
fn is_old(file: &Metadata) -> bool {
    let written = file.modified().ok().and_then(|time| SystemTime::now().duration_since(time).ok());
    written.is_some_and(|age| age >= LEFTOVER_AGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_long_ago_goes_and_nothing_else() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = |name: &str| folder.path().join(name);
        // What a killed program leaves is named by the same crate.
        let left = || tempfile::NamedTempFile::new_in(folder.path()).unwrap().keep().unwrap();
        let ((old, old_path), (_, new_path)) = (left(), left());
        let long_ago = SystemTime::now() - LEFTOVER_AGE;
        old.set_modified(long_ago).unwrap();
        fs::File::create(path("a.json")).unwrap().set_modified(long_ago).unwrap();
        fs::create_dir(path(".tmp-folder")).unwrap();
        remove(folder.path()).unwrap();
        assert!(!old_path.exists() && new_path.exists());
        assert!(path("a.json").exists() && path(".tmp-folder").exists());
    }
}
