//! Matches on standard output, as grep prints them: per cent, section, the words around; or JSON, one match a line.

use std::cell::LazyCell;
use std::ffi::OsStr;
use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::process::ExitCode;
use std::sync::Arc;

use serde::Serialize;

use super::arguments::MatchFormat;
use super::language::say;
use super::output::{escaped, printable};
use super::request::Request;
use super::{complain, complain_of, files, kept, options, output, remarks, whole};
use crate::document::{Document, Position, ReadError, Sectioning, ViewMode};
use crate::format::OpenOptions;
use crate::layout::Ruby;
use crate::search::{Context, Query, QueryError, Search, Seeker};
use crate::words::Phrase;

/// The exit code when something went wrong, as grep has it.
const TROUBLE: u8 = 2;

/// A match as scripts read it.
#[derive(Serialize)]
struct JsonMatch<'a> {
    file: &'a str,
    /// The title of the section; null before the first.
    section: Option<&'a str>,
    /// How much of the document lies before the match.
    percent: f64,
    before: &'a str,
    r#match: &'a str,
    after: &'a str,
}

/// Prints the matches of `query` in the files of `request`, of none in what is read without one. The exit code is 0
/// if there is one, 1 if there is none, 2 if something went wrong.
pub(super) fn find(request: &Request, query: &Query, format: MatchFormat) -> ExitCode {
    let files = &request.files;
    let seeker = match Seeker::new(query) {
        Ok(seeker) => Arc::new(seeker),
        Err(error) => {
            complain(&explain(query, &error));
            return ExitCode::from(TROUBLE);
        }
    };
    let plain = !io::stdout().is_terminal();
    let ruby = request.setup.config.layout.ruby;
    let mut printer = Printer { format, ruby, named: files.len() > 1, found: false, plain };
    let mut trouble = false;
    let names = files.iter().map(|file| Some(file.as_os_str()));
    let guide = files.is_empty().then_some(None);
    let written = output::print(|out| {
        for file in names.chain(guide) {
            let (store, memories) = kept(request, file);
            complain_of(&memories.wrong);
            match open(file, options(request, file, &memories), request.setup.config.view) {
                Ok(Readable { name, document, missing }) => {
                    // The sections take longer than the search: they are looked for when there is a match to
                    // tell of.
                    let rules = request.rules_of(file);
                    let sections =
                        LazyCell::new(|| Sectioning::of(&document, rules, remarks(store.as_ref())));
                    let read = printer.document(out, (&name, &document), &sections, &seeker)?;
                    let unread = read.err().map(|error| unread(&name, &error));
                    trouble |= missing.is_some() || unread.is_some();
                    missing.iter().chain(&unread).for_each(|sentence| complain(sentence));
                }
                Err(error) => {
                    trouble = true;
                    complain(&format!("{error:#}"));
                }
            }
        }
        Ok(())
    });
    if let Err(error) = &written {
        complain(&format!("{error:#}"));
    }
    match (trouble || written.is_err(), printer.found) {
        (true, _) => ExitCode::from(TROUBLE),
        (false, true) => ExitCode::SUCCESS,
        (false, false) => ExitCode::FAILURE,
    }
}

/// Returns the sentence that says that `name` can't be read to its end.
fn unread(name: &str, error: &ReadError) -> String {
    say(Phrase::new("file-unread").with("name", name).with("error", error.to_string()))
}

/// Returns the sentence that says why `query` can't be searched for, and where it is wrong.
fn explain(query: &Query, error: &QueryError) -> String {
    let before = query.text.get(..error.at.start).unwrap_or_default();
    let character = before.chars().count() + 1;
    let phrase = if error.at.is_empty() {
        Phrase::new("find-refused")
    } else {
        Phrase::new("find-refused-at").with("character", character)
    };
    say(phrase.with("query", query.text.as_str()).with("error", Phrase::from(error)))
}

/// A document to be searched.
struct Readable {
    /// The name that it is printed with.
    name: String,
    document: Document,
    /// What is said where a part of it could not be read.
    missing: Option<String>,
}

/// Opens what `name` names and returns it whole, in `view`.
fn open(name: Option<&OsStr>, options: OpenOptions, view: ViewMode) -> anyhow::Result<Readable> {
    let opened = files::open(name, options, None)?;
    let shown =
        name.map_or_else(|| opened.title().to_owned(), |name| name.to_string_lossy().into());
    let (document, missing) = whole(opened, view)?;
    Ok(Readable { name: shown, document, missing })
}

/// What prints matches.
struct Printer {
    format: MatchFormat,
    /// Where the readings of words stand.
    ruby: Ruby,
    /// Whether the file is named before each match.
    named: bool,
    /// Whether a match was printed.
    found: bool,
    /// Whether the match does not stand out in its line.
    plain: bool,
}

impl Printer {
    /// Prints the matches of one document, which has a name and sections, and returns what reading it said.
    fn document(
        &mut self,
        out: &mut dyn Write,
        (name, document): (&str, &Document),
        sections: &LazyCell<Sectioning, impl FnOnce() -> Sectioning>,
        seeker: &Arc<Seeker>,
    ) -> io::Result<Result<(), ReadError>> {
        let mut written = Ok(());
        let read = Search::new(Arc::clone(seeker), document).run(&mut |number, hits| {
            if hits.is_empty() {
                return ControlFlow::Continue(());
            }
            let part = document.part(number);
            written = hits.ranges().try_for_each(|range| {
                let place = Position::new(number, range.start);
                let context = Context::of(&part, &range, self.ruby);
                let holding = sections.outline().holding(document.anchor(place));
                let section = holding.and_then(|number| sections.outline().title(number));
                let entry = JsonMatch {
                    file: name,
                    section,
                    percent: (document.fraction(place) * 1000.0).round() / 10.0,
                    before: &context.before,
                    r#match: &context.matched,
                    after: &context.after,
                };
                self.entry(out, &entry)
            });
            if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        written.map(|()| read)
    }

    fn entry(&mut self, out: &mut dyn Write, entry: &JsonMatch<'_>) -> io::Result<()> {
        self.found = true;
        if self.format == MatchFormat::Json {
            return writeln!(out, "{}", escaped(&serde_json::to_string(entry)?));
        }
        if self.named {
            write!(out, "{}:", printable(entry.file))?;
        }
        write!(out, "{:.1}%: ", entry.percent)?;
        if let Some(section) = entry.section {
            write!(out, "{}: ", printable(section))?;
        }
        let [before, r#match, after] = [entry.before, entry.r#match, entry.after].map(printable);
        if self.plain {
            writeln!(out, "{before}{match}{after}")
        } else {
            // Bold and underlined, then as before.
            writeln!(out, "{before}\x1b[1;4m{match}\x1b[0m{after}")
        }
    }
}
