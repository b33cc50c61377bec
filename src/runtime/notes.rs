//! What the reader said of documents, printed and taken in again.

use std::ffi::OsStr;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, anyhow, bail};

use super::language::say;
use super::output;
use super::request::Request;
use super::small::{self, Links};
use super::store::{self, Store};
use crate::budget::NOTEBOOK_BYTES;
use crate::shelf::{Notebook, read_json_lines};
use crate::words::Phrase;

/// How notes are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotesFormat {
    /// As Markdown: bookmarks, highlights and notes.
    Markdown,
    /// As lines of JSON: all that was said.
    Json,
}

/// Prints what the reader said of the document that is named, or of all.
///
/// # Errors
/// That nothing is kept; what printing says.
pub(super) fn print(request: &Request, format: NotesFormat) -> anyhow::Result<ExitCode> {
    let folders = request.folders().with_context(|| say("nothing-kept-secure"))?;
    let notebooks = match request.file() {
        Some(file) => {
            let (store, _) = Store::open(Some(file), folders).ok_or_else(|| no_file(file))?;
            store.notebook().map_err(|unread| anyhow!(say(unread)))?.into_iter().collect()
        }
        None => folders.notebooks(),
    };
    output::print(|out| {
        notebooks.iter().try_for_each(|notebook: &Notebook| match format {
            NotesFormat::Json => write!(out, "{}", output::escaped(&notebook.json_lines())),
            NotesFormat::Markdown => {
                let text = notebook.markdown();
                text.lines().try_for_each(|line| writeln!(out, "{}", output::printable(line)))
            }
        })
    })
}

fn no_file(file: &OsStr) -> anyhow::Error {
    anyhow!(say(Phrase::new("no-file-to-keep").with("name", file.to_string_lossy())))
}

/// Takes in what lines of JSON in `file` say, as [`print`] writes them, without doubles.
///
/// # Errors
/// That the file can't be read, or a line of it is none; that something can't be kept.
pub(super) fn import(request: &Request, file: &Path) -> anyhow::Result<ExitCode> {
    let folders = request.folders().with_context(|| say("nothing-kept-secure"))?;
    let of = |name| Phrase::new(name).with("name", file.display().to_string());
    let bytes = small::read(file, Links::Followed, 4 * NOTEBOOK_BYTES as u64)
        .with_context(|| say(of("notes-unread")))?;
    let text = String::from_utf8(bytes).with_context(|| say(of("notes-not-utf8")))?;
    let notebooks = match read_json_lines(&text) {
        Ok(notebooks) => notebooks,
        Err(line) => bail!(say(of("notes-bad-line").with("line", line))),
    };
    let mut new = 0;
    for notebook in notebooks {
        new += store::take_in(notebook, &folders)?;
    }
    let taken = say(Phrase::new("taken-in").with("count", new));
    output::print(|out| writeln!(out, "{taken}"))
}
