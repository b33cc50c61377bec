//! The lines that are typed where pages are printed one after the other: from a terminal that edits them itself, or from a
//! pipe. Each is read when it is asked for, so that however many come at once, one waits.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Read, stdin};
use std::os::fd::AsFd;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use super::event::Event;
use super::terminal;
use crate::budget::TYPED_BYTES;

/// Where lines come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineSource {
    /// Standard input.
    Input,
    /// The terminal that controls the program: standard input is the document.
    Terminal,
}

/// What reads lines.
pub(super) struct LineReader {
    ask: Sender<()>,
    /// Whether what is typed stands on the screen after the prompt.
    pub(super) echoes: bool,
}

impl LineReader {
    /// Begins to read lines, each when it is asked for, and to send them to `events`.
    ///
    /// # Errors
    /// That there is nothing to read them from, or no thread.
    pub(super) fn listen(source: LineSource, events: &Sender<Event>) -> io::Result<Self> {
        let file = match source {
            LineSource::Input => stdin().as_fd().try_clone_to_owned().map(File::from)?,
            LineSource::Terminal => terminal::controlling()?,
        };
        let (echoes, events) = (file.is_terminal(), events.clone());
        let (ask, asked) = channel::<()>();
        let read = move || {
            let mut input = BufReader::new(file);
            for () in asked {
                // What can't be read is no more.
                let line = next(&mut input).unwrap_or_default();
                let is_last = line.is_none();
                if events.send(Event::Line(line)).is_err() || is_last {
                    return;
                }
            }
        };
        thread::Builder::new().name("lines".to_owned()).spawn(read)?;
        Ok(Self { ask, echoes })
    }

    /// Has the next line sent.
    pub(super) fn ask(&self) {
        // The thread has ended after the last line.
        let _ended = self.ask.send(());
    }
}

/// Returns the next line of `input` without its end, as far as [`TYPED_BYTES`]; none where there are no more.
///
/// # Errors
/// What reading says.
fn next(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    input.by_ref().take(TYPED_BYTES).read_until(b'\n', &mut line)?;
    if line.is_empty() {
        return Ok(None);
    }
    if !line.ends_with(b"\n") {
        input.skip_until(b'\n')?;
    }
    let line = String::from_utf8_lossy(&line);
    Ok(Some(line.trim_end_matches(['\n', '\r']).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let mut input = text.as_bytes();
        std::iter::from_fn(|| next(&mut input).unwrap()).collect()
    }

    #[test]
    fn a_line_ends_with_its_line_end_or_with_the_input() {
        assert_eq!(read("a\n\r\n雨\r\nb"), ["a", "", "雨", "b"]);
    }

    #[test]
    fn a_line_that_is_too_long_is_cut_and_the_next_is_read() {
        let most = TYPED_BYTES as usize;
        let long = "a".repeat(most - 1);
        assert_eq!(read(&format!("{long}\nb")), [&long, "b"]);
        assert_eq!(read(&format!("{long}aaa\nb")), [&format!("{long}a"), "b"]);
    }
}
