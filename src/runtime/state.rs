//! The directories for state and settings, and how a file of state is written: whole, in place of the old one, never half there.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use tempfile::NamedTempFile;

/// Returns the program's directory for state, as the XDG Base Directory Specification has it; none where the
/// environment names no place for it.
pub(super) fn directory() -> Option<PathBuf> {
    home("XDG_STATE_HOME", ".local/state")
}

/// Returns the program's directory for settings, by the same rules.
pub(super) fn settings() -> Option<PathBuf> {
    home("XDG_CONFIG_HOME", ".config")
}

/// Returns the program's directory under that which `variable` names, or else `usual` under the reader's home. A path
/// that is not absolute names none.
fn home(variable: &str, usual: &str) -> Option<PathBuf> {
    let named = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let above = named(variable).or_else(|| Some(named("HOME")?.join(usual)))?;
    Some(above.join("kanshu"))
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
