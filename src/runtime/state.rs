//! The directory for state, and how a file in it is written: whole, in place of the old one, never half there.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use tempfile::NamedTempFile;

/// Returns the program's directory for state, as the XDG Base Directory Specification has it; none where the
/// environment names no place for it.
pub(super) fn directory() -> Option<PathBuf> {
    let named = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let state =
        named("XDG_STATE_HOME").or_else(|| Some(named("HOME")?.join(".local").join("state")))?;
    Some(state.join("kanshu"))
}

/// Writes `value` as JSON to `path`.
///
/// # Errors
/// What the system says; the old file is there then.
pub(super) fn write(path: &Path, value: &impl Serialize) -> io::Result<()> {
    let Some(folder) = path.parent() else { return Ok(()) };
    fs::create_dir_all(folder)?;
    let mut file = NamedTempFile::new_in(folder)?;
    serde_json::to_writer_pretty(&mut file, value)?;
    file.write_all(b"\n")?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}
