//! The file of settings: where it is, and its text. What it says is for [`crate::config`].

use std::path::{Path, PathBuf};

use super::language::words;
use super::small::{self, Links};
use super::state;
use crate::budget::SETTINGS_BYTES;
use crate::config::{self, Config, Fault};
use crate::words::Phrase;

/// Which file of settings is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SettingsWanted {
    /// That of the reader's directory for settings, if there is one.
    Usual,
    /// This one.
    File(PathBuf),
    /// None.
    None,
}

/// Returns what the file says, and where something is wrong with it, a sentence for each. The defaults stand where
/// it can't be read.
pub(super) fn load(wanted: &SettingsWanted) -> (Config, Vec<String>) {
    let (path, named) = match wanted {
        SettingsWanted::Usual => {
            (state::settings().map(|folder| folder.join("config.toml")), false)
        }
        SettingsWanted::File(path) => (Some(path.clone()), true),
        SettingsWanted::None => (None, false),
    };
    let Some(path) = path else { return Default::default() };
    match small::read(&path, Links::Followed, SETTINGS_BYTES as u64) {
        Ok(bytes) => parse(&path, &String::from_utf8_lossy(&bytes)),
        Err(error) if !named && state::is_missing(&error) => Default::default(),
        Err(error) => {
            let words = format!("“{}” can't be read for settings: {error}", path.display());
            (Config::default(), vec![words])
        }
    }
}

/// Returns what `text`, that of the file at `path`, says, and what is wrong in it.
fn parse(path: &Path, text: &str) -> (Config, Vec<String>) {
    let (config, faults) = config::read(text);
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let told = |fault| words().say(&fault_of(&name, fault));
    (config, faults.iter().map(told).collect())
}

/// Returns what is said of `fault` in the file `name`.
pub(super) fn fault_of(name: &str, fault: &Fault) -> Phrase {
    Phrase::new("fault-in-file").with("file", name).with("fault", Phrase::from(fault))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;

    #[test]
    fn what_is_wrong_is_told_with_its_file_and_line_and_the_rest_is_used() {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("my.toml");
        fs::write(&path, "width = 60\nstikcy = true\nhang = 3\n").unwrap();
        let (config, told) = load(&SettingsWanted::File(path));
        assert_eq!(config.page.width, 60);
        let expected = [
            "my.toml:2: no setting `stikcy`; did you mean `sticky`?",
            "my.toml:3: `hang` can't be `3`: choose one of never, stop",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_file_that_is_none_is_told_and_the_defaults_stand() {
        let folder = TempDir::new().unwrap();
        for path in [folder.path().to_owned(), folder.path().join("none"), "/dev/zero".into()] {
            let (config, told) = load(&SettingsWanted::File(path));
            assert_eq!((config.page.width, told.len()), (80, 1), "{told:?}");
        }
        assert!(load(&SettingsWanted::None).1.is_empty());
    }

    #[test]
    fn a_file_is_read_up_to_its_bound() {
        let folder = TempDir::new().unwrap();
        let read = |bytes: usize| {
            let path = folder.path().join("my.toml");
            fs::write(&path, format!("width = 60\n#{}", "x".repeat(bytes - 12))).unwrap();
            let (config, told) = load(&SettingsWanted::File(path));
            (config.page.width, told.len())
        };
        assert_eq!(read(SETTINGS_BYTES), (60, 0));
        assert_eq!(read(SETTINGS_BYTES + 1), (80, 1));
    }
}
