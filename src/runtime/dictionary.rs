//! The command that says what a word means. It is run by no shell, with the word as one argument, and can't touch the
//! terminal.

use std::io::{ErrorKind, Read};
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use super::event::Event;
use super::workers;
use crate::app::{Job, Message};
use crate::budget::{MEANING_BYTES, MEANING_WAIT};
use crate::words::{Phrase, Words};

/// Looks `word` up with `command` on a worker, and sends to `events` what it means, as the answer to question `job`; in
/// `words`, why that is not told.
pub(super) fn look_up(
    command: String,
    (word, job): (String, Job),
    words: &'static Words,
    events: &Sender<Event>,
) {
    workers::start(events, move |events, _| {
        let told = match meaning(&command, &word, MEANING_WAIT) {
            Ok(meaning) => Message::Defined { job, meaning },
            Err(phrase) => Message::Notice(words.say(&phrase)),
        };
        // The loop has ended when nobody hears of it.
        let _ended = events.send(Event::Message(told));
    });
}

/// Returns what `command` says of `word` within `patience`, at most [`MEANING_BYTES`] of it.
///
/// # Errors
/// Why it says nothing.
fn meaning(command: &str, word: &str, patience: Duration) -> Result<String, Phrase> {
    let mut parts = command.split_whitespace();
    let program = parts.next().unwrap_or_default();
    let phrase = |name: &'static str| Phrase::new(name).with("program", program);
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => phrase("dictionary-missing"),
        _ => phrase("dictionary-failed").with("error", error.to_string()),
    };
    let mut command = Command::new(program);
    command.args(parts).arg(word).stdin(Stdio::null()).stdout(Stdio::piped());
    // In a group of its own no key of the terminal ends it.
    let mut child = command.stderr(Stdio::null()).process_group(0).spawn().map_err(failed)?;
    let (sender, said) = channel();
    let output = child.stdout.take();
    let _reader = thread::Builder::new().name("worker listens".to_owned()).spawn(move || {
        let mut bytes = Vec::new();
        let most = MEANING_BYTES as u64;
        let read = output.map(|output| output.take(most).read_to_end(&mut bytes));
        drop(sender.send(read.unwrap_or(Ok(0)).map(|_| bytes)));
    });
    let said = said.recv_timeout(patience);
    // Where it has more to say, or nothing yet, it is ended.
    let _over = child.kill();
    let _status = child.wait();
    let bytes = said.map_err(|_| phrase("dictionary-late"))?.map_err(failed)?;
    let meaning = String::from_utf8_lossy(&bytes).trim().to_owned();
    if meaning.is_empty() {
        return Err(Phrase::new("dictionary-silent").with("word", word));
    }
    Ok(meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(command: &str, word: &str) -> Result<String, String> {
        meaning(command, word, MEANING_WAIT).map_err(|phrase| phrase.name().to_owned())
    }

    #[test]
    fn the_word_is_the_last_argument_and_no_shell_reads_it() {
        assert_eq!(told("echo -n  means", "夜 $HOME; `id`"), Ok("means 夜 $HOME; `id`".to_owned()));
    }

    #[test]
    fn why_nothing_is_told_is_told() {
        assert_eq!(told("/none/here", "夜"), Err("dictionary-missing".to_owned()));
        assert_eq!(told("/", "夜"), Err("dictionary-failed".to_owned()));
        assert_eq!(told("true", "夜"), Err("dictionary-silent".to_owned()));
        let late =
            meaning("sleep", "60", Duration::ZERO).map_err(|phrase| phrase.name().to_owned());
        assert_eq!(late, Err("dictionary-late".to_owned()));
    }

    #[test]
    fn so_much_of_what_is_said_is_taken() {
        let said = told("yes", "a").unwrap();
        assert_eq!(said.len(), MEANING_BYTES - 1, "the last is a line feed");
        let word = "a".repeat(MEANING_BYTES - 1);
        assert_eq!(told("echo -n", &word).unwrap().len(), MEANING_BYTES - 1);
    }
}
