//! The only place that touches the world: arguments, files, the terminal, signals, threads and the clock.

mod arguments;
mod backend;
mod beside;
mod clicks;
mod clipboard;
mod contents;
mod dictionary;
mod environment;
mod event;
mod events;
mod export;
mod files;
mod find;
mod forget;
mod language;
mod leftovers;
mod less;
mod lines;
mod memory;
mod notes;
mod opener;
mod output;
mod paces;
#[cfg(debug_assertions)]
mod panic_drill;
mod pictures;
mod printed;
mod program;
mod reader;
mod request;
mod searches;
mod settings;
mod small;
mod state;
mod store;
mod terminal;
mod themes;
mod width_probe;
mod workers;

use std::ffi::{OsStr, OsString};
use std::fmt::Display;
use std::io::{self, Cursor, IsTerminal, Read, Write};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::anyhow;

use arguments::Output;
use files::Opened;
use request::{Opening, Request};
use settings::SettingsWanted;
use store::{Memories, Store};

use crate::app;
use crate::budget::RULED_LINES;
use crate::config::TEMPLATE;
use crate::document::{Document, Outline, ReadError, Remark, Sectioning, ViewMode};
use crate::format::OpenOptions;
use crate::words::Phrase;
use language::say;

/// Runs the program with `arguments`, the first of them its own name, and returns its exit code: 0, 1 for
/// what the world refuses, 2 for arguments that are wrong, 128 and the number of a signal.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let words: Vec<OsString> = arguments.into_iter().collect();
    let done = match arguments::parse(words.iter().cloned()) {
        Ok(arguments) => go(Request::of(arguments)),
        Err(answer) => {
            // Nothing else is read of the settings then.
            let kept = || settings::load(&SettingsWanted::Usual).0.language;
            language::choose(language::named(&words).or_else(kept));
            answer.print()
        }
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            complain(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Returns at most `most` bytes of what `bytes` hold: themselves, where they are not compressed in a way that is read.
///
/// # Errors
/// What is wrong with them.
pub fn unpack(bytes: Vec<u8>, most: u64) -> io::Result<Vec<u8>> {
    let mut unpacked = Vec::new();
    let bytes = Box::new(Cursor::new(bytes));
    files::unpacked(bytes)?.take(most).read_to_end(&mut unpacked)?;
    Ok(unpacked)
}

/// Does what `request` asks, with the document that was left last where that is asked for.
fn go(mut request: Request) -> anyhow::Result<ExitCode> {
    if request.opening == Opening::Last {
        let last = request.folders().and_then(|folders| folders.last());
        let last = last.ok_or_else(|| anyhow!(say("no-last-document")))?;
        request.files = vec![last.into_os_string()];
    }
    answer(request)
}

/// Does what `request` asks.
fn answer(request: Request) -> anyhow::Result<ExitCode> {
    let reading = request.output == Output::Screen
        && (request.is_read_in_lines() || std::io::stdout().is_terminal());
    if !reading {
        complain_of(&request.faults);
    }
    match (&request.output, &request.aim.query) {
        (Output::Where, _) => forget::tell_where(),
        (Output::Forget(file), _) => forget::forget(file),
        (Output::ForgetAll, _) => forget::forget_all(),
        (Output::Notes(format), _) => notes::print(&request, *format),
        (Output::ImportNotes(file), _) => notes::import(&request, file),
        (Output::Template, _) => output::print(|out| out.write_all(TEMPLATE.as_bytes())),
        (Output::Matches(format), Some(query)) => Ok(find::find(&request, query, *format)),
        _ if reading => read(request),
        _ => show(&request),
    }
}

/// Reads the document on the screen until the reader leaves.
fn read(request: Request) -> anyhow::Result<ExitCode> {
    let (store, mut memories) = kept(&request, request.file());
    let options = options(&request, request.file(), &memories);
    memories.wrong.splice(..0, first_of(&request.faults));
    reader::read(&Arc::new(request), &options, store, memories)
}

/// Prints of each document what is asked for, one after the other.
fn show(request: &Request) -> anyhow::Result<ExitCode> {
    let [_, _, ..] = request.files.as_slice() else { return show_one(request, request.file()) };
    let mut code = ExitCode::SUCCESS;
    for file in &request.files {
        // What is the matter with one keeps nobody from the next.
        if let Err(error) = show_one(request, Some(file)) {
            complain(&format!("{error:#}"));
            code = ExitCode::FAILURE;
        }
    }
    Ok(code)
}

/// Prints of the document what is asked for.
fn show_one(request: &Request, file: Option<&OsStr>) -> anyhow::Result<ExitCode> {
    let (store, memories) = kept(request, file);
    complain_of(&memories.wrong);
    let opened = match request.opening {
        Opening::Guide => files::guide(),
        _ => files::open(file, options(request, file, &memories), None)?,
    };
    let title = opened.title().to_owned();
    let (document, missing) = whole(opened, request.setup.config.view)?;
    let (code, broken) = print(&document, request, file, remarks(store.as_ref()))?;
    let unread = broken.map(|error| incomplete(&title, &error));
    match missing.or(unread) {
        Some(sentence) => Err(anyhow::Error::msg(sentence)),
        None => Ok(code),
    }
}

/// Returns the place for what is kept of `file`, if there is one, and what is kept.
fn kept(request: &Request, file: Option<&OsStr>) -> (Option<Store>, Memories) {
    let folders = request.folders();
    let opened = folders.and_then(|folders| Store::open(file, folders));
    opened.map_or_else(Default::default, |(store, memories)| (Some(store), memories))
}

/// Returns what the reader said of the sections of the document that is kept in `store`, and complains of what is wrong
/// with that.
fn remarks(store: Option<&Store>) -> Vec<Remark> {
    let (recalled, wrong) = store.map(Store::recalled).unwrap_or_default();
    complain_of(&wrong);
    recalled.remarks
}

/// Returns how `file` is opened, of which so much is kept.
fn options(request: &Request, file: Option<&OsStr>, memories: &Memories) -> OpenOptions {
    request.taken(file).options(memories.encoding)
}

/// Returns the first of `faults`, with how many more there are.
fn first_of(faults: &[Phrase]) -> Option<Phrase> {
    let first = faults.first()?;
    let more = match faults.len() {
        1 => return Some(first.clone()),
        count => count - 1,
    };
    Some(Phrase::new("first-fault").with("first", first.clone()).with("more", more))
}

/// Prints what `request` asks of `document`, which is in `file`, by its sections, on which the reader made these `remarks`. Returns besides
/// the exit code the first error of reading.
fn print(
    document: &Document,
    request: &Request,
    file: Option<&OsStr>,
    remarks: Vec<Remark>,
) -> anyhow::Result<(ExitCode, Option<ReadError>)> {
    let sections = Sectioning::of(document, request.rules_of(file), remarks);
    if sections.survey().ruled.is_cut() {
        complain(&say(Phrase::new("rules-cut").with("most", RULED_LINES)));
    }
    let outline = sections.outline();
    let replacements = request.replacements_of(file);
    let code = match &request.output {
        Output::Export(format) => export::export(document, &sections, *format),
        Output::Info => output::info(document, &sections, replacements),
        Output::InfoJson => output::info_json(document, &sections, replacements),
        Output::Contents => contents::contents(outline),
        Output::ContentsJson => contents::contents_json(outline, document.size()),
        Output::Reasons => contents::why(document, &sections),
        Output::ReasonsJson => contents::why_json(document, &sections),
        _ => {
            let wanted = request.aim.section.as_deref();
            let number = wanted.map(|wanted| section(outline, wanted)).transpose()?;
            output::text(document, &request.setup, &replacements, (outline, number))
        }
    }?;
    let broken = sections.survey().broken.as_ref().or(document.broken());
    Ok((code, broken.cloned()))
}

/// Returns the number of the section that `wanted` names.
fn section(outline: &Outline, wanted: &str) -> anyhow::Result<usize> {
    let none = || anyhow!(say(Phrase::new("no-section-of-name").with("wanted", wanted)));
    app::named_section(outline, wanted).ok_or_else(none)
}

/// Returns the whole document in `view`, of a stream when it has ended, and why that is not all, if it is not.
fn whole(opened: Opened, view: ViewMode) -> anyhow::Result<(Document, Option<String>)> {
    let (document, missing) = match opened {
        Opened::Document { document, .. } => (document, None),
        Opened::Stream { title, stream } => {
            stream.read_to_end().map_err(|error| anyhow!(unread(&title, &error)))?
        }
    };
    Ok((document.viewed(view), missing))
}

/// Returns the sentence that says that `name` can't be read to its end, for this reason.
fn unread(name: &str, error: &dyn Display) -> String {
    say(Phrase::new("file-unread").with("name", name).with("error", error.to_string()))
}

/// Returns the sentence that says that not all of the document `name` can be read, for this reason.
fn incomplete(name: &str, error: &ReadError) -> String {
    let phrase = Phrase::new("document-incomplete").with("name", name);
    say(phrase.with("error", error.to_string()))
}

/// Says each of `phrases` on standard error.
fn complain_of<'a>(phrases: impl IntoIterator<Item = &'a Phrase>) {
    for phrase in phrases {
        complain(&say(phrase.clone()));
    }
}

/// Says one sentence on standard error.
fn complain(sentence: &str) {
    let sentence = output::printable(sentence);
    // Nothing is left to be done where even that fails.
    let _lost = writeln!(std::io::stderr(), "kanshu: {sentence}");
}
