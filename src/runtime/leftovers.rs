//! What killed programs left behind: files that were to take the place of others and never did.

use std::fs;
use std::io;
use std::path::Path;

/// How the names of such files begin, as `tempfile` gives them.
const PREFIX: &str = ".tmp";

/// Removes such files from `folder`, whose lock is held: none of them is being written.
///
/// # Errors
/// What the system says; they are harmless.
pub(super) fn remove(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let is_left = entry.file_name().as_encoded_bytes().starts_with(PREFIX.as_bytes());
        if is_left && entry.file_type()?.is_file() {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_goes_and_nothing_else() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = |name: &str| folder.path().join(name);
        // What a killed program leaves is named by the same crate.
        let left = tempfile::NamedTempFile::new_in(folder.path()).unwrap().keep().unwrap().1;
        fs::write(path("a.json"), "kept").unwrap();
        fs::create_dir(path(".tmp-folder")).unwrap();
        remove(folder.path()).unwrap();
        assert!(!left.exists() && path("a.json").exists() && path(".tmp-folder").exists());
    }
}
