//! What is kept, from outside: where it is, and its end.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};

use super::language::say;
use super::output;
use super::state;
use super::store::{Folders, forget_document};
use crate::text::WidthModel;
use crate::words::Phrase;

/// Returns the directories of what is kept.
///
/// # Errors
/// That there are none.
fn folders() -> anyhow::Result<Folders> {
    Folders::of_reader().with_context(|| say("no-folders"))
}

/// Prints where what is kept lies, and the settings.
///
/// # Errors
/// What printing says.
pub(super) fn tell_where() -> anyhow::Result<ExitCode> {
    let folders = Folders::of_reader();
    let settings = state::settings().map(|folder| folder.join("config.toml"));
    let rows = [
        (say("where-places"), folders.as_ref().map(|folders| folders.state.clone())),
        (say("where-notes"), folders.map(|folders| folders.data)),
        (say("where-settings"), settings),
    ];
    let model = WidthModel::default();
    let widest = rows.iter().map(|(name, _)| model.width(name)).max().unwrap_or_default();
    output::print(|out| {
        rows.iter().try_for_each(|(name, path)| {
            let shown = path.as_ref().map(|path| output::printable(&path.to_string_lossy()));
            let (path, blank) = (shown.unwrap_or_else(|| say("where-nowhere")), widest + 1);
            writeln!(out, "{name}{:1$}{path}", "", blank - model.width(name))
        })
    })
}

/// Removes all that is kept of `file`, which may be gone itself.
///
/// # Errors
/// That nothing is, or what is still there.
pub(super) fn forget(file: &OsStr) -> anyhow::Result<ExitCode> {
    let name = file.to_string_lossy();
    let path = fs::canonicalize(file).or_else(|_| std::path::absolute(file))?;
    if !forget_document(&path, &folders()?)? {
        bail!(say(Phrase::new("nothing-kept-of").with("name", name)));
    }
    let forgotten = say(Phrase::new("forgotten").with("name", output::printable(&name)));
    output::print(|out| writeln!(out, "{forgotten}"))
}

/// Removes all that is kept, if whoever is asked says yes.
///
/// # Errors
/// What is still there.
pub(super) fn forget_all() -> anyhow::Result<ExitCode> {
    let Folders { state, data } = folders()?;
    let known: BTreeSet<PathBuf> = known(&state).into_iter().chain(known(&data)).collect();
    let is_there = |path: &PathBuf| path.symlink_metadata().is_ok();
    let there: Vec<PathBuf> = known.into_iter().filter(is_there).collect();
    if there.is_empty() {
        return output::print(|out| writeln!(out, "{}", say("nothing-kept")));
    }
    output::print(|out| {
        writeln!(out, "{}", say("forget-all-head"))?;
        there.iter().try_for_each(|path| {
            writeln!(out, "  {}", output::printable(&path.to_string_lossy()))
        })?;
        write!(out, "{} ", say("forget-all-asked"))?;
        out.flush()
    })?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    if !matches!(answer.trim(), "y" | "Y" | "yes") {
        return output::print(|out| writeln!(out, "{}", say("nothing-deleted")));
    }
    for path in &there {
        let removed = if path.is_dir() && !path.is_symlink() {
            fs::remove_dir_all(path)
        } else {
            fs::remove_file(path)
        };
        let still = || say(Phrase::new("still-there").with("path", path.display().to_string()));
        removed.with_context(still)?;
    }
    output::print(|out| writeln!(out, "{}", say("all-deleted")))
}

/// Returns what may be ours in `folder`, there or not.
fn known(folder: &Path) -> Vec<PathBuf> {
    let own =
        ["places", "index", "sections", "notes", "searches.json", "terminals.json", "pace.json"];
    let mut known: Vec<PathBuf> = own.iter().map(|name| folder.join(name)).collect();
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    known.extend(entries.map(|entry| entry.path()).filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.contains(".damaged-") || name.starts_with(".tmp")
    }));
    known
}
