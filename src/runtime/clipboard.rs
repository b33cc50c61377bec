//! What is copied goes to the clipboard: through the terminal, which may be far away (OSC 52), and by a program of this
//! machine, where there is one.

use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::sync::mpsc::{Receiver, Sender, channel};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::environment::is_set;
use super::event::Event;
use super::language::say;
use super::program::Program;
use super::terminal;
use super::workers;
use crate::app::Message;
use crate::budget::{KEEP_WAIT, PROGRAM_WAIT, TERMINAL_COPY_BYTES};
use crate::words::Phrase;

/// The programs that take a text for the clipboard, and the variable of the environment without which each has none.
const PROGRAMS: [(&[&str], Option<&str>); 4] = [
    (&["wl-copy"], Some("WAYLAND_DISPLAY")),
    (&["xclip", "-selection", "clipboard"], Some("DISPLAY")),
    (&["pbcopy"], None),
    (&["clip.exe"], None),
];

/// A copy that may be under way: who ends the program waits for it.
pub(super) struct Copying(Receiver<()>);

impl Copying {
    /// Waits until the text was given away, but not for ever.
    pub(super) fn wait(&self) {
        // The end of the worker closes it.
        let _late = self.0.recv_timeout(KEEP_WAIT);
    }
}

/// Copies `text`: by `command` and nothing else, where the reader named one, its words parted by spaces; else through the
/// terminal, and by the first program that is there, unless the reader sits at another machine. Where nothing takes it,
/// that is told to `events`.
pub(super) fn copy(text: String, command: Option<&str>, events: &Sender<Event>) -> Copying {
    let (given, copying) = channel();
    let words: Option<Vec<String>> =
        command.map(|command| command.split_whitespace().map(str::to_owned).collect());
    let sent = words.is_none() && send(&text);
    let is_far = is_set("SSH_CONNECTION") || is_set("SSH_TTY");
    workers::start(events, move |events, _| {
        let done = match &words {
            Some(words) => run(words, &text).map_err(|error| failed(words, &error)),
            None if sent && is_far => Ok(()),
            None => by_program(&text).unwrap_or(if sent { Ok(()) } else { Err(TOO_LONG.into()) }),
        };
        drop(given);
        if let Err(phrase) = done {
            // The loop has ended when nobody hears of it.
            let _ended = events.send(Event::Message(Message::Notice(say(phrase))));
        }
    });
    Copying(copying)
}

/// The message that says that the terminal does not take a text, and no program is there.
const TOO_LONG: &str = "copy-too-long";

/// Sends `text` to the terminal, and returns whether it was short enough.
fn send(text: &str) -> bool {
    let sequences = sequences(text, is_set("TMUX"));
    sequences.is_some_and(|sequences| terminal::send(&sequences).is_ok())
}

/// Gives `text` to the first program that is there, and returns what that said; none where there is none.
fn by_program(text: &str) -> Option<Result<(), Phrase>> {
    let there = PROGRAMS.iter().filter(|(_, needs)| needs.is_none_or(is_set));
    there.map(|(words, _)| (words, run(words, text))).find_map(|(words, done)| match done {
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        done => Some(done.map_err(|error| failed(words, &error))),
    })
}

/// Returns why the program that `words` name took nothing.
fn failed<W: AsRef<OsStr>>(words: &[W], error: &io::Error) -> Phrase {
    let program = words.first().map(|word| word.as_ref().to_string_lossy()).unwrap_or_default();
    let phrase = |name: &'static str| Phrase::new(name).with("program", program);
    match error.kind() {
        ErrorKind::TimedOut => phrase("copy-late"),
        _ => phrase("copy-failed").with("error", error.to_string()),
    }
}

/// Returns the control sequences that ask the terminal to copy `text` (xterm's OSC 52); none where it is longer than
/// terminals take. In tmux also the one that it passes on, for it may take none itself.
fn sequences(text: &str, in_tmux: bool) -> Option<String> {
    if text.len() > TERMINAL_COPY_BYTES {
        return None;
    }
    let sequence = format!("\x1b]52;c;{}\x07", STANDARD.encode(text));
    if in_tmux {
        let passed = sequence.replace('\x1b', "\x1b\x1b");
        return Some(format!("{sequence}\x1bPtmux;{passed}\x1b\\"));
    }
    Some(sequence)
}

/// Gives `text` to the program that `words` name, with its arguments, and waits until it has it.
///
/// # Errors
/// What the system says; that the program failed.
fn run<W: AsRef<OsStr>>(words: &[W], text: &str) -> io::Result<()> {
    let is_windows = words.first().is_some_and(|program| program.as_ref() == "clip.exe");
    let bytes = if is_windows { utf16(text) } else { text.into() };
    Program::of(words)?.feed(bytes, PROGRAM_WAIT)
}

/// Returns `text` as Windows has it: in UTF-16, with a mark of the order of its bytes.
fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminal_is_given_the_text_in_base64_up_to_a_bound() {
        assert_eq!(sequences("看书", false).as_deref(), Some("\x1b]52;c;55yL5Lmm\x07"));
        assert_eq!(
            sequences("a", true).as_deref(),
            Some("\x1b]52;c;YQ==\x07\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\")
        );
        assert!(sequences(&"a".repeat(TERMINAL_COPY_BYTES), false).is_some());
        assert_eq!(sequences(&"a".repeat(TERMINAL_COPY_BYTES + 1), false), None);
    }

    #[test]
    fn a_program_takes_the_whole_text_or_says_why_not() {
        assert!(run(&["cat"], &"雨".repeat(100_000)).is_ok());
        assert_eq!(run(&["kanshu-no-such-program"], "").unwrap_err().kind(), ErrorKind::NotFound);
        assert!(run(&["false"], "雨").is_err());
    }

    #[test]
    fn what_a_named_program_says_is_told() {
        let (sender, events) = channel();
        copy("雨".to_owned(), Some("false --quietly"), &sender).wait();
        let Ok(Event::Message(Message::Notice(sentence))) = events.recv() else { panic!("told") };
        assert!(sentence.starts_with("Nothing was copied: “false” failed"), "{sentence}");
    }

    #[test]
    fn windows_is_given_utf_16() {
        assert_eq!(utf16("雨"), [0xFF, 0xFE, 0xE8, 0x96]);
    }
}
