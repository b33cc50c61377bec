//! The only place that touches the world: arguments, files, the terminal, signals, threads and the clock.

mod arguments;
mod backend;
mod contents;
mod drill;
mod events;
mod files;
mod find;
mod memory;
mod output;
mod probe;
mod reader;
mod searches;
mod settings;
mod small;
mod state;
mod store;
mod terminal;
mod workers;

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::anyhow;

use arguments::{Arguments, Output};
use files::Opened;

use crate::app;
use crate::config::TEMPLATE;
use crate::document::{Corrections, Document, Outline};
use crate::format::plain::Choice;
use crate::text::clean;

/// Runs the program with `arguments`, the first of them its own name, and returns its exit code: 0, 1 for
/// what the world refuses, 2 for arguments that are wrong, 128 and the number of a signal.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match arguments::parse(arguments) {
        Ok(arguments) => arguments,
        Err(answer) => return answer.print(),
    };
    match go(&arguments) {
        Ok(code) => code,
        Err(error) => {
            complain(&format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

/// Does what `arguments` ask.
fn go(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    if arguments.output == Output::Template {
        return output::print(|out| out.write_all(TEMPLATE.as_bytes()));
    }
    let reading = arguments.output == Output::Screen && std::io::stdout().is_terminal();
    if !reading {
        arguments.faults.iter().for_each(|fault| complain(fault));
    }
    let choice = arguments.encoding.map_or_else(files::detected, Choice::Use);
    if let (Output::Matches(format), Some(query)) = (arguments.output, &arguments.query) {
        return Ok(find::find(&arguments.files, choice, query, format));
    }
    let opened = files::open(arguments.files.first().map(OsString::as_os_str), choice)?;
    if reading {
        return reader::read(opened, arguments);
    }
    let (document, missing) = whole(opened)?;
    let code = match arguments.output {
        Output::Info => output::info(&document),
        Output::InfoJson => output::info_json(&document),
        printed => print(&document, arguments, printed),
    }?;
    match missing {
        Some(sentence) => Err(anyhow::Error::msg(sentence)),
        None => Ok(code),
    }
}

/// Prints what there is of `document` by its sections.
fn print(document: &Document, arguments: &Arguments, output: Output) -> anyhow::Result<ExitCode> {
    let outline = corrected(document, arguments);
    match output {
        Output::Contents => contents::contents(&outline),
        Output::ContentsJson => contents::contents_json(&outline, document.size()),
        Output::Reasons => contents::why(document, &outline),
        Output::ReasonsJson => contents::why_json(document, &outline),
        _ => {
            let wanted = arguments.section.as_deref();
            let number = wanted.map(|wanted| section(&outline, wanted)).transpose()?;
            output::text(document, &arguments.setup, outline, number)
        }
    }
}

/// Returns the sections of the whole document as the reader corrected them.
fn corrected(document: &Document, arguments: &Arguments) -> Arc<Outline> {
    let survey = output::survey(document);
    let store = arguments.store();
    let made = store.map_or(Ok(Vec::new()), |store| store.load()).unwrap_or_else(|sentence| {
        complain(&sentence);
        Vec::new()
    });
    if made.is_empty() {
        return survey.outline;
    }
    let corrections = Corrections::new(made, document);
    Arc::new(corrections.apply(&survey.outline, document, &survey.lines))
}

/// Returns the number of the section that `wanted` names.
fn section(outline: &Outline, wanted: &str) -> anyhow::Result<usize> {
    let none = || anyhow!("no section is called “{wanted}”; --toc prints the contents");
    app::named_section(outline, wanted).ok_or_else(none)
}

/// Returns the whole document, of a stream when it has ended, and why that is not all, if it is not.
fn whole(opened: Opened) -> anyhow::Result<(Document, Option<String>)> {
    match opened {
        Opened::Document { document, .. } => Ok((document, None)),
        Opened::Stream { stream, .. } => Ok(stream.read_to_end()?),
    }
}

/// Says one sentence on standard error.
fn complain(sentence: &str) {
    let sentence = clean(sentence);
    // Nothing is left to be done where even that fails.
    let _lost = writeln!(std::io::stderr(), "kanshu: {sentence}");
}
