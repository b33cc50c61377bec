//! The command that says what a word means. It is told the word as one argument.

use std::io::ErrorKind;
use std::sync::mpsc::Sender;
use std::time::Duration;

use super::event::Event;
use super::program::Program;
use super::workers;
use crate::app::{Job, Message};
use crate::budget::{MEANING_BYTES, PROGRAM_WAIT};
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
        let told = match meaning(&command, &word, PROGRAM_WAIT) {
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
    let words: Vec<&str> = std::iter::once(program).chain(parts).chain([word]).collect();
    let phrase = |name: &'static str| Phrase::new(name).with("program", program);
    let said = Program::of(&words).and_then(|program| program.ask(MEANING_BYTES, patience));
    let bytes = said.map_err(|error| match error.kind() {
        ErrorKind::NotFound => phrase("dictionary-missing"),
        ErrorKind::TimedOut => phrase("dictionary-late"),
        _ => phrase("dictionary-failed").with("error", error.to_string()),
    })?;
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
        meaning(command, word, PROGRAM_WAIT).map_err(|phrase| phrase.name().to_owned())
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
