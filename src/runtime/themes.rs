//! The reader's own themes: files beside that of settings. What they say is for [`crate::config`].

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::settings::fault_of;
use super::small::{self, Links};
use super::state;
use crate::budget::{OWN_THEMES, SETTINGS_BYTES};
use crate::config::{self, Depth, THEMES, Theme};
use crate::words::Phrase;

/// How many themes may inherit from one another.
const ANCESTORS: usize = 8;

/// Returns the reader's own theme `name`, and what is wrong with it; none where the name is that of
/// a theme that comes with the program, or where there is no such file, which is told.
pub(super) fn load(name: &str) -> (Option<Theme>, Vec<Phrase>) {
    if Theme::built_in(name).is_some() {
        return (None, Vec::new());
    }
    if let Some(text) = text(name) {
        let (theme, faults) = config::read_theme(&text, |parent| inherited(parent, ANCESTORS));
        let faults = faults.iter().map(|fault| fault_of(&format!("{name}.toml"), fault));
        return (Some(theme), faults.collect());
    }
    let known: Vec<&str> = THEMES.iter().map(|(name, _)| *name).collect();
    let phrase = Phrase::new(if folder().is_some() { "no-theme-nor-file" } else { "no-theme" });
    let folder = folder().map(|folder| folder.display().to_string()).unwrap_or_default();
    let phrase = phrase.with("name", name).with("names", known.join(", "));
    (None, vec![phrase.with("folder", folder)])
}

/// Returns the reader's own themes by their names, as many as are listed, and what is wrong with them.
pub(super) fn own() -> (Vec<(String, Theme)>, Vec<Phrase>) {
    let names = folder().map(|folder| names_in(&folder)).unwrap_or_default();
    let mut wrong = Vec::new();
    let load = |name: String| {
        let (theme, faults) = load(&name);
        wrong.extend(faults);
        Some((name, theme?))
    };
    (names.into_iter().filter_map(load).collect(), wrong)
}

/// Returns the names of the themes in `folder`, as many as are listed.
fn names_in(folder: &Path) -> Vec<String> {
    let paths = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let themes = paths.filter(|path| path.extension().is_some_and(|kind| kind == "toml"));
    let name = |path: PathBuf| Some(path.file_stem()?.to_str()?.to_owned());
    let mut names: Vec<String> = themes.filter_map(name).collect();
    names.sort_unstable();
    names.truncate(OWN_THEMES);
    names
}

/// Returns the reader's own theme `name`, which `left` others may still inherit from.
fn inherited(name: &str, left: usize) -> Option<Theme> {
    let left = left.checked_sub(1)?;
    Some(config::read_theme(&text(name)?, |parent| inherited(parent, left)).0)
}

/// Returns the text of the file of the theme `name`. A name is no path.
fn text(name: &str) -> Option<String> {
    let named = name.chars().all(|c| c.is_alphanumeric() || "-_ ".contains(c));
    let path = folder().filter(|_| named)?.join(format!("{name}.toml"));
    let bytes = small::read(&path, Links::Followed, SETTINGS_BYTES as u64).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

fn folder() -> Option<PathBuf> {
    state::settings().map(|folder| folder.join("themes"))
}

/// Returns how many colours the terminal shows, as the environment says; none where it asks for none.
pub(super) fn depth() -> Depth {
    let value = |name: &str| env::var(name).unwrap_or_default();
    depth_of(&value("NO_COLOR"), &value("COLORTERM"), &value("TERM"))
}

fn depth_of(no_color: &str, colorterm: &str, term: &str) -> Depth {
    match (no_color, colorterm, term) {
        ("", _, "dumb") => Depth::None,
        ("", "truecolor" | "24bit", _) => Depth::True,
        ("", _, term) if term.contains("256color") => Depth::Palette,
        ("", ..) => Depth::Sixteen,
        _ => Depth::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::language::say;

    #[test]
    fn the_environment_tells_how_many_colours_there_are() {
        assert_eq!(depth_of("1", "truecolor", "xterm-256color"), Depth::None);
        assert_eq!(depth_of("", "truecolor", "xterm"), Depth::True);
        assert_eq!(depth_of("", "", "tmux-256color"), Depth::Palette);
        assert_eq!(depth_of("", "", "xterm"), Depth::Sixteen);
        assert_eq!(depth_of("", "", "dumb"), Depth::None);
    }

    #[test]
    fn a_name_that_is_a_path_is_no_theme() {
        let (theme, told) = load("../config");
        assert!(
            theme.is_none()
                && say(told[0].clone())
                    .starts_with("there is no theme “../config”; it may be terminal")
        );
    }

    #[test]
    fn so_many_of_the_readers_own_themes_are_listed() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..=OWN_THEMES {
            fs::write(folder.path().join(format!("t{number:03}.toml")), "").unwrap();
        }
        fs::write(folder.path().join("notes.txt"), "").unwrap();
        let names = names_in(folder.path());
        assert_eq!((names.len(), names.first().map(String::as_str)), (OWN_THEMES, Some("t000")));
        fs::remove_file(folder.path().join("t000.toml")).unwrap();
        assert_eq!(names_in(folder.path()).last().map(String::as_str), Some("t100"));
    }
}
