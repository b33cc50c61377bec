//! The file of settings: where it is, and its text. What it says is for [`crate::config`].

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::small::{self, Links};
use super::state;
use crate::budget::SETTINGS_BYTES;
use crate::config::{self, Assignment, Config, Fault};
use crate::search::SearchOptions;
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

impl SettingsWanted {
    /// Returns the path of the file; none where none is wanted, or the environment names no place for it.
    pub(super) fn file(&self) -> Option<PathBuf> {
        match self {
            Self::Usual => state::settings().map(|folder| folder.join("config.toml")),
            Self::File(path) => Some(path.clone()),
            Self::None => None,
        }
    }
}

/// Writes `assigned` into the file of settings at `path`, the one that a link leads to; where there is none, into a new
/// one. Returns what is said of it: of one setting also how that is taken back.
///
/// # Errors
/// What is the matter; the file is as it was then.
pub(super) fn keep(path: &Path, assigned: &[Assignment]) -> Result<Phrase, Phrase> {
    let unkept = |error: io::Error| {
        let phrase = Phrase::new("settings-unwritten").with("file", path.display().to_string());
        phrase.with("error", error.to_string())
    };
    let text = match small::read(path, Links::Followed, SETTINGS_BYTES as u64) {
        Ok(bytes) => String::from_utf8(bytes).map_err(|error| unkept(io::Error::other(error)))?,
        Err(error) if state::is_missing(&error) => String::new(),
        Err(error) => return Err(unkept(error)),
    };
    let before = config::read(&text).0;
    let text = config::written(&text, assigned).map_err(|fault| {
        Phrase::new("settings-not-kept").with("fault", fault_of(&name(path), &fault))
    })?;
    state::replace(&target(path), text.as_bytes()).map_err(unkept)?;
    Ok(kept(path, assigned, &before))
}

/// Returns what is said of `assigned`, which the file at `path` has now in place of what `before` says.
fn kept(path: &Path, assigned: &[Assignment], before: &Config) -> Phrase {
    if let [Assignment { setting, word }] = assigned {
        let before = setting.value(before, &before.search_options(SearchOptions::default()));
        if !before.is_empty() && before != *word {
            let phrase = Phrase::new("setting-kept").with("name", setting.name());
            return phrase.with("value", word.as_str()).with("before", before);
        }
    }
    Phrase::new("settings-kept").with("file", path.display().to_string())
}

/// Returns where `path` leads, also to a file that is not there yet.
fn target(path: &Path) -> PathBuf {
    let beside = |link: PathBuf| path.parent().map_or(link.clone(), |folder| folder.join(&link));
    fs::canonicalize(path).or_else(|_| fs::read_link(path).map(beside)).unwrap_or(path.to_owned())
}

/// Returns the name of the file at `path`, for people.
fn name(path: &Path) -> Cow<'_, str> {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy()
}

/// Returns what the file says, and what is wrong with it. The defaults stand where
/// it can't be read.
pub(super) fn load(wanted: &SettingsWanted) -> (Config, Vec<Phrase>) {
    let named = matches!(wanted, SettingsWanted::File(_));
    let Some(path) = wanted.file() else { return Default::default() };
    match small::read(&path, Links::Followed, SETTINGS_BYTES as u64) {
        Ok(bytes) => parse(&path, &String::from_utf8_lossy(&bytes)),
        Err(error) if !named && state::is_missing(&error) => Default::default(),
        Err(error) => {
            let phrase = Phrase::new("settings-unread").with("file", path.display().to_string());
            (Config::default(), vec![phrase.with("error", error.to_string())])
        }
    }
}

/// Returns what `text`, that of the file at `path`, says, and what is wrong in it.
fn parse(path: &Path, text: &str) -> (Config, Vec<Phrase>) {
    let (config, faults) = config::read(text);
    let name = name(path);
    (config, faults.iter().map(|fault| fault_of(&name, fault)).collect())
}

/// Returns what is said of `fault` in the file `name`.
pub(super) fn fault_of(name: &str, fault: &Fault) -> Phrase {
    Phrase::new("fault-in-file").with("file", name).with("fault", Phrase::from(fault))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use tempfile::TempDir;

    use super::*;
    use crate::runtime::language::say;

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
        assert_eq!(told.into_iter().map(say).collect::<Vec<_>>(), expected);
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

    fn width(cells: &str) -> [Assignment; 1] {
        [config::AnySetting::named("width").unwrap().assign(cells).unwrap()]
    }

    #[test]
    fn a_setting_is_kept_in_the_file_that_a_link_leads_to() {
        let folder = TempDir::new().unwrap();
        let (link, file) = (folder.path().join("config.toml"), folder.path().join("dotfiles.toml"));
        std::os::unix::fs::symlink("dotfiles.toml", &link).unwrap();
        keep(&link, &width("60")).unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "width = 60\n");
        fs::write(&file, "width = 60 # mine\n").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        keep(&link, &width("72")).unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "width = 72 # mine\n");
        assert!(link.is_symlink());
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_setting_makes_the_folder_of_its_file() {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("new/kanshu/config.toml");
        keep(&file, &width("60")).unwrap();
        assert_eq!(load(&SettingsWanted::File(file)).0.page.width, 60);
    }

    #[test]
    fn a_file_that_is_wrong_is_told_and_left_as_it_is() {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("config.toml");
        fs::write(&file, "width 60\n").unwrap();
        let told = say(keep(&file, &width("72")).unwrap_err());
        assert!(told.starts_with("Not kept: config.toml:1: "), "{told}");
        assert_eq!(fs::read_to_string(&file).unwrap(), "width 60\n");
        fs::remove_file(&file).unwrap();
        fs::create_dir(&file).unwrap();
        assert_eq!(keep(&file, &width("72")).unwrap_err().name(), "settings-unwritten");
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
