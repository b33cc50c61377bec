//! Reading without a screen, for screen readers, Braille lines and terminals that know none: a page is printed after the
//! other, and a line is typed after each. Nothing is told by colour or place alone, and no control is written.

mod lists;
mod page;
mod typed;

use std::io::{self, Write};
use std::mem::discriminant;
use std::process::ExitCode;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use super::{BATCH, Ending, Reader};
use crate::app::{Effect, Find, Focus, Message, NoteRow, State, WindowBody};
use crate::document::Position;
use crate::input::Action;
use crate::layout::flow::FlowRow;
use crate::runtime::event::Event;
use crate::runtime::events::{self, Signals};
use crate::runtime::lines::{LineReader, LineSource};
use crate::runtime::output::printable;
use crate::runtime::terminal;
use crate::text::clean;
use crate::words::Phrase;
use typed::TypedLine;

/// How long what a line asked for may take before the next is asked for. What comes later is told then.
const PATIENCE: Duration = Duration::from_secs(2);

/// The fewest entries of a list that are printed at once.
const LEAST_ENTRIES: usize = 5;

impl Reader {
    /// Reads without a screen until the reader leaves, or no more lines come; `later` waits for the first page.
    ///
    /// # Errors
    /// What standard output or the system says.
    pub(super) fn read_lines(
        &mut self,
        later: Vec<Effect>,
        events: &Receiver<Event>,
    ) -> io::Result<Ending> {
        let source =
            if self.visited.input.is_some() { LineSource::Terminal } else { LineSource::Input };
        let lines = LineReader::listen(source, &self.events)?;
        events::heed_signals(Signals::heed()?, &self.events)?;
        terminal::give_back_on_panic();
        let mut printer = LinePrinter { echoes: lines.echoes, ..LinePrinter::default() };
        self.perform(later);
        // When a line was typed of which it is not told yet what came of it; at first, none.
        let mut typed = Some(Instant::now());
        loop {
            let left = typed.filter(|_| self.is_busy());
            let left = left.and_then(|typed| PATIENCE.checked_sub(typed.elapsed()));
            if left.is_none() && (typed.take().is_some() || printer.is_outdated(&self.state)) {
                printer.report(&self.state)?;
                lines.ask();
            }
            let first = self.wait(events, left)?;
            for event in first.into_iter().chain(events.try_iter().take(BATCH)) {
                match event {
                    Event::Line(Some(line)) => {
                        typed = Some(Instant::now());
                        self.take_line(&line, &mut printer);
                    }
                    Event::Line(None) => self.ending = Some(Ending::Quit),
                    Event::Suspend if terminal::has_shell() => terminal::suspend()?,
                    Event::Continue => printer.prompt(&self.state)?,
                    event => self.hear(event),
                }
            }
            self.follow_up();
            if let Some(ending) = self.ending.take() {
                printer.end(&self.state)?;
                return Ok(ending);
            }
        }
    }

    /// Does what `line` means where the reader is.
    fn take_line(&mut self, line: &str, printer: &mut LinePrinter) {
        self.tell_time();
        self.tell(Message::Heard);
        self.keystrokes.any = true;
        printer.wants = Wants::News;
        match typed::meaning(&self.state, line) {
            TypedLine::Tell(messages) => {
                let goes_on = |message: &Message| goes_on(&self.state, message);
                if !messages.is_empty() && messages.iter().all(goes_on) {
                    printer.wants = Wants::Rest;
                }
                self.tell_all(messages);
            }
            TypedLine::Again => printer.wants = Wants::Again,
            TypedLine::More if !printer.has_more(&self.state) => {
                let TypedLine::Tell(leave) = typed::meaning(&self.state, "q") else { return };
                self.tell_all(leave);
            }
            TypedLine::More => printer.wants = Wants::More,
            TypedLine::Explain => printer.wants = Wants::Explanation,
            TypedLine::Unknown => printer.wants = Wants::Correction,
        }
    }

    /// Returns whether it is not known yet what comes of what was asked for.
    fn is_busy(&self) -> bool {
        let is_searching = self.state.finder().find().is_some_and(|find| !find.finished());
        let is_surveying = self.state.book().surveyed().is_some();
        let is_listing = match self.state.focus() {
            Focus::Contents(_) => is_surveying,
            Focus::Recent(list) => list.count() == 0,
            _ => false,
        };
        let is_coming = self.state.book().growing() && self.state.view().page().is_empty();
        is_coming
            || is_searching
            || is_listing
            || self.state.waits()
            || self.work.turning.is_some()
            || self.kept.is_awaited()
    }
}

/// Returns whether `message` reads on: of the page that it leads to only what was not printed is.
fn goes_on(state: &State, message: &Message) -> bool {
    let on = [Action::PageDown, Action::HalfPageDown, Action::RowDown, Action::Follow];
    match message {
        Message::Obey(command) => {
            ["page_down", "half_page_down", "row_down", "follow"].contains(&command.as_str())
        }
        Message::Key(key) => {
            let is_digit = key.typed().is_some_and(|c| c.is_ascii_digit());
            is_digit || state.keymap().page().action(*key).is_some_and(|does| on.contains(&does))
        }
        _ => false,
    }
}

/// What is printed after a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Wants {
    /// What is new.
    #[default]
    News,
    /// What is new, and of the page only what was not printed before.
    Rest,
    /// What was printed last.
    Again,
    /// The next entries of the list.
    More,
    /// What can be typed.
    Explanation,
    /// That the line means nothing here.
    Correction,
}

/// What was there to be seen when something was printed last.
#[derive(Clone, PartialEq)]
struct Glimpse {
    title: String,
    top: Position,
    /// The end of the page, and the cells of its column.
    end: (Position, usize),
    told: Option<String>,
    matched: Option<Position>,
    focus: std::mem::Discriminant<Focus>,
    /// How many entries the list has, of those that the reader did not ask for again and again.
    entries: usize,
}

impl Glimpse {
    fn of(state: &State) -> Self {
        let entries = match state.focus() {
            Focus::Recent(list) => list.count(),
            _ => 0,
        };
        let end = state.view().page().last().map_or(state.view().top(), FlowRow::end);
        Self {
            title: state.book().title().as_str().to_owned(),
            top: state.view().top(),
            end: (end, state.view().measure()),
            told: state.told(),
            matched: state.finder().find().and_then(Find::current),
            focus: discriminant(state.focus()),
            entries,
        }
    }
}

/// What prints, and what it printed last.
#[derive(Default)]
struct LinePrinter {
    /// Whether what is typed stands after the prompt.
    echoes: bool,
    wants: Wants,
    last: Option<Glimpse>,
    /// The end of the page that was printed last.
    end: Position,
    /// The first entry of the list that was printed last, and the one after the last.
    entries: (usize, usize),
}

impl LinePrinter {
    /// Returns whether there is something to see that was not printed.
    fn is_outdated(&self, state: &State) -> bool {
        self.last.as_ref() != Some(&Glimpse::of(state))
    }

    /// Returns whether the list has entries after those that were printed.
    fn has_more(&self, state: &State) -> bool {
        self.entries.1 < lists::count(state)
    }

    /// Prints what is to be seen in `state` as the last line wants it, and the prompt.
    ///
    /// # Errors
    /// What standard output says.
    fn report(&mut self, state: &State) -> io::Result<()> {
        let now = Glimpse::of(state);
        let mut lines: Vec<String> = now.told.iter().cloned().collect();
        let wants = std::mem::take(&mut self.wants);
        match wants {
            Wants::Correction => lines.push(state.words().get("linear-unknown")),
            Wants::Explanation => {
                lines.extend(lists::actions(state, typed::context(state.focus())));
            }
            _ => lines.extend(self.seen(state, &now, wants)),
        }
        self.last = Some(now);
        print(&lines)?;
        self.prompt(state)
    }

    /// Returns what is to be seen, in lines.
    fn seen(&mut self, state: &State, now: &Glimpse, wants: Wants) -> Vec<String> {
        let last = self.last.as_ref();
        match state.focus() {
            Focus::Page => {
                let is_new =
                    last.is_none_or(|last| last.title != now.title || last.end.1 != now.end.1);
                let is_there = |last: &Glimpse| (last.top, last.end) == (now.top, now.end);
                let mut lines = Vec::new();
                if is_new || wants == Wants::Again || !last.is_some_and(is_there) {
                    // A page that grows at its end was not left.
                    let goes_on =
                        wants == Wants::Rest || last.is_some_and(|last| last.top == now.top);
                    let rests = goes_on && !is_new && wants != Wants::Again && now.top < self.end;
                    let end = self.end;
                    let is_unread = |row: &&FlowRow| !rests || row.start >= end || row.end() > end;
                    lines = page::lines(state, page::rows(state).filter(is_unread));
                    self.end = now.end.0;
                }
                let matched =
                    now.matched.is_some() && last.is_none_or(|last| last.matched != now.matched);
                lines.extend(page::match_line(state).filter(|_| matched));
                lines
            }
            Focus::Marking(_) | Focus::Selecting(_) => {
                page::lines(state, page::rows(state).filter(|row| page::stands_out(state, row)))
            }
            Focus::LinkWindow(window) => {
                let mut lines = vec![state.words().get(window.head())];
                match window.body() {
                    WindowBody::Note(rows) => lines.extend(page::lines(state, rows.iter())),
                    WindowBody::Words(words) => {
                        lines.extend(words.iter().map(|(line, _)| line.clone()));
                    }
                }
                lines
            }
            Focus::Note(window) => {
                let is_begun =
                    last.is_none_or(|last| last.focus != now.focus) || wants == Wants::Again;
                let mut lines: Vec<&str> = window.rows().iter().map(NoteRow::line).collect();
                lines.dedup();
                lines.retain(|line| is_begun && !line.is_empty());
                lines.into_iter().map(str::to_owned).collect()
            }
            focus if typed::is_typing(focus) => Vec::new(),
            _ => self.listed(state, now, wants),
        }
    }

    /// Returns the entries of the list that are printed.
    fn listed(&mut self, state: &State, now: &Glimpse, wants: Wants) -> Vec<String> {
        let Some(head) = lists::head(state) else { return Vec::new() };
        let count = lists::count(state);
        if count == 0 {
            return vec![state.words().get("linear-no-entries")];
        }
        let height = state.size().text_rows().saturating_sub(2).max(LEAST_ENTRIES);
        let is_new = self.last.as_ref().is_none_or(|last| last.focus != now.focus);
        let first = match wants {
            Wants::More => self.entries.1,
            _ if is_new => lists::current(state).map_or(0, |at| at - at % height),
            Wants::Again => self.entries.0,
            _ => 0,
        };
        let end = (first + height).min(count);
        self.entries = (first, end);
        let head = Phrase::new("linear-entries").with("head", head).with("first", first + 1);
        let head = state.words().say(&head.with("last", end).with("total", count));
        std::iter::once(head).chain(lists::entries(state, first..end)).collect()
    }

    /// Prints what can be typed, and where the reader is.
    ///
    /// # Errors
    /// What standard output says.
    fn prompt(&self, state: &State) -> io::Result<()> {
        let prompt = printable(&state.words().say(&self.prompted(state)));
        // What is typed at a terminal ends the line of the prompt.
        write(&if self.echoes { format!("{prompt} ") } else { format!("{prompt}\n") })
    }

    /// Returns what is said before a line is typed.
    fn prompted(&self, state: &State) -> Phrase {
        match state.focus() {
            Focus::Page => place(state),
            Focus::Note(window) => {
                let words: Vec<&str> = window.words().split_whitespace().collect();
                Phrase::new("linear-note-prompt").with("words", words.join(" "))
            }
            Focus::Prompt(_) => "linear-search-prompt".into(),
            Focus::Commands(_) => "linear-command-prompt".into(),
            Focus::Settings(list) => match list.listed().get(list.chosen()) {
                Some(setting) if list.typed().is_some() => {
                    let value =
                        setting.value(state.preferences().config(), &state.finder().options());
                    let values: Vec<&str> = setting.names().collect();
                    let phrase = if values.is_empty() {
                        Phrase::new("linear-value-prompt")
                    } else {
                        Phrase::new("linear-setting-prompt").with("values", values.join(", "))
                    };
                    phrase.with("name", setting.name()).with("value", value)
                }
                _ => self.list_prompt(state),
            },
            Focus::Bookmarks(list) if list.name().is_some() => "linear-name-prompt".into(),
            Focus::Encodings(_) if lists::head(state).is_none() => "linear-encoding-prompt".into(),
            Focus::LinkWindow(window) => match window.does() {
                Some(does) => Phrase::new("linear-window-prompt").with("does", Phrase::new(does)),
                None => "linear-leave-prompt".into(),
            },
            _ if lists::head(state).is_some() => self.list_prompt(state),
            _ => "linear-action-prompt".into(),
        }
    }

    /// Returns what is said where a list has the keys.
    fn list_prompt(&self, state: &State) -> Phrase {
        match (state.focus(), self.has_more(state)) {
            (Focus::Help(_), true) => "linear-help-more".into(),
            (Focus::Help(_), false) => "linear-leave-prompt".into(),
            (_, true) => "linear-list-more".into(),
            (_, false) => "linear-list-prompt".into(),
        }
    }

    /// Prints what is told at the end, and ends the line of the prompt.
    ///
    /// # Errors
    /// What standard output says.
    fn end(&self, state: &State) -> io::Result<()> {
        let told = state
            .told()
            .filter(|told| self.last.as_ref().is_none_or(|last| last.told.as_ref() != Some(told)));
        print(&told.into_iter().collect::<Vec<String>>())
    }
}

/// Returns where the reader is, and what the simplest things to type do.
fn place(state: &State) -> Phrase {
    let outline = state.book().outline();
    let title = state.view().shown_title(state.book().title().as_str());
    let percent = format!("{}%", state.view().percent());
    let section = state.section().and_then(|number| outline.title(number)).map(str::trim);
    let phrase = match section.filter(|section| !section.is_empty()) {
        Some(section) => Phrase::new("linear-prompt-section")
            .with("section", clean(&state.view().shown_title(section)).as_str()),
        None => Phrase::new("linear-prompt"),
    };
    phrase.with("title", title).with("percent", percent)
}

/// Prints the page of `state`, and nothing else.
///
/// # Errors
/// What standard output says.
pub(super) fn print_page(state: &State) -> anyhow::Result<ExitCode> {
    print(&page::lines(state, page::rows(state)))?;
    Ok(ExitCode::SUCCESS)
}

/// Prints `lines`; nothing of them that a terminal obeys.
///
/// # Errors
/// What standard output says.
fn print(lines: &[String]) -> io::Result<()> {
    let text: String = lines.iter().map(|line| printable(line) + "\n").collect();
    write(&text)
}

/// Writes `text`, which is printable but for its line ends, to standard output.
///
/// # Errors
/// What that says.
fn write(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}
