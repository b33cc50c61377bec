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
use super::{
    complain, complain_of, files, kept, options, output, remarks, terminal, unread, whole,
};
use crate::document::{Document, Position, ReadError, Sectioning, ViewMode};
use crate::format::OpenOptions;
use crate::layout::Ruby;
use crate::search::{Context, Query, QueryError, Search, Seeker};
use crate::text::WidthModel;
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
    let config = &request.setup.config;
    let on_terminal = io::stdout().is_terminal().then(|| TerminalLines {
        columns: terminal::size().columns,
        has_colours: config.settings(&request.setup.themes).theme.has_colours(),
        model: config.model(),
    });
    let ruby = request.setup.config.layout.ruby;
    let mut printer = Printer { format, ruby, named: files.len() > 1, found: false, on_terminal };
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
    /// How the lines are made that a person sees; none: they are for a program.
    on_terminal: Option<TerminalLines>,
}

/// The lines of matches as a terminal shows them.
struct TerminalLines {
    /// The cells of a line.
    columns: usize,
    /// Whether there are colours.
    has_colours: bool,
    model: WidthModel,
}

/// The colours of the name of a file, a per cent, a match, as grep and what goes with it have them.
const NAME: &str = "35";
const PERCENT: &str = "32";
const MATCH: &str = "1;31";

/// How a match looks without colours: bold and underlined.
const MATCH_WITHOUT: &str = "1;4";

/// The cells that a match and the words around it have at least.
const LEAST_AROUND: usize = 20;

impl TerminalLines {
    /// Returns `entry` as one line, the file `named` or not: what does not fit around the match is left out.
    fn line(&self, entry: &JsonMatch<'_>, named: bool) -> String {
        let model = self.model;
        let name = if named { printable(entry.file) + ":" } else { String::new() };
        let percent = format!("{:.1}%: ", entry.percent);
        let section = entry.section.map_or_else(String::new, |title| printable(title) + ": ");
        let taken = [&name, &percent, &section].map(|part| model.width(part)).iter().sum();
        let room = self.columns.saturating_sub(taken).max(LEAST_AROUND);
        let [before, matched, after] = [entry.before, entry.r#match, entry.after].map(printable);
        let matched = self.head(&matched, room);
        let rest = room - model.width(&matched).min(room);
        let before = self.tail(&before, (rest / 2).max(rest.saturating_sub(model.width(&after))));
        let after = self.head(&after, rest.saturating_sub(model.width(&before)));
        let is_coloured = self.has_colours;
        let coloured =
            |text: &str, colour| if is_coloured { looking(text, colour) } else { text.to_owned() };
        let looks = if is_coloured { MATCH } else { MATCH_WITHOUT };
        let (name, percent) = (coloured(&name, NAME), coloured(&percent, PERCENT));
        format!("{name}{percent}{section}{before}{}{after}", looking(&matched, looks))
    }

    /// Returns as much of the start of `text` as has room in so many cells.
    fn head(&self, text: &str, room: usize) -> String {
        if self.model.width(text) <= room {
            return text.to_owned();
        }
        format!("{}…", self.model.prefix(text, room.saturating_sub(self.model.width("…"))))
    }

    /// Returns as much of the end of `text` as has room in so many cells.
    fn tail(&self, text: &str, room: usize) -> String {
        if self.model.width(text) <= room {
            return text.to_owned();
        }
        format!("…{}", self.model.suffix(text, room.saturating_sub(self.model.width("…"))))
    }
}

/// Returns `text` between what makes it look so, and as before; nothing where there is none.
fn looking(text: &str, look: &str) -> String {
    if text.is_empty() { String::new() } else { format!("\x1b[{look}m{text}\x1b[0m") }
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
        if let Some(lines) = &self.on_terminal {
            return writeln!(out, "{}", lines.line(entry, self.named));
        }
        if self.named {
            write!(out, "{}:", printable(entry.file))?;
        }
        write!(out, "{:.1}%: ", entry.percent)?;
        if let Some(section) = entry.section {
            write!(out, "{}: ", printable(section))?;
        }
        let [before, r#match, after] = [entry.before, entry.r#match, entry.after].map(printable);
        writeln!(out, "{before}{match}{after}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the line of a match in a terminal of so many columns.
    fn line(columns: usize, has_colours: bool) -> String {
        let lines = TerminalLines { columns, has_colours, model: WidthModel::default() };
        let entry = JsonMatch {
            file: "a.txt",
            section: Some("第一章"),
            percent: 12.5,
            before: "很久以前，山里有一座庙，庙里有一个老和尚在讲",
            r#match: "故事",
            after: "，讲的是什么呢？从前有座山，山里有座庙。",
        };
        lines.line(&entry, true)
    }

    #[test]
    fn a_match_is_one_line_of_the_terminal_in_which_it_stands_out() {
        assert_eq!(
            line(60, true),
            "\u{1b}[35ma.txt:\u{1b}[0m\u{1b}[32m12.5%: \u{1b}[0m第一章: …有一个老和尚在讲\u{1b}[1;31m故事\u{1b}[0m，讲的是什么呢？…"
        );
        assert_eq!(line(0, false), "a.txt:12.5%: 第一章: …尚在讲\u{1b}[1;4m故事\u{1b}[0m，讲的是…");
        assert!(line(400, false).ends_with("座庙。"));
    }
}
