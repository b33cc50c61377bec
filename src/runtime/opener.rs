//! What the system has for what is looked at outside of the program. It is told one argument, and may take as long as the
//! reader looks.

use std::ffi::{OsStr, OsString};
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::sync::mpsc::Sender;

use super::event::Event;
use super::pictures::{self, OwnPictures};
use super::program::Program;
use super::workers;
use crate::app::{Message, Outside, PictureName};
use crate::words::{Phrase, Words};

/// The program that opens whatever the system knows how to open.
const OPENER: &str = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };

/// Where the pictures of a document lie.
pub(super) struct PictureFolders {
    /// The folder that the document is in, if it is in one.
    pub(super) document: Option<PathBuf>,
    /// The folder for those that the document itself holds.
    pub(super) own: OwnPictures,
}

/// Has `outside` opened on a worker, and tells `events` in `words` where that is not possible.
pub(super) fn open(
    outside: Outside,
    folders: PictureFolders,
    words: &'static Words,
    events: &Sender<Event>,
) {
    workers::start(events, move |events, _| {
        let opened = argument(outside, &folders).and_then(|argument| run(OPENER, &argument));
        if let Err(phrase) = opened {
            let notice = Message::Notice(words.say(&phrase));
            // The loop has ended when nobody hears of it.
            let _ended = events.send(Event::Message(notice));
        }
    });
}

/// Returns what the opener is told of `outside`.
fn argument(outside: Outside, folders: &PictureFolders) -> Result<OsString, Phrase> {
    match outside {
        Outside::Address(address) => Ok(address.as_str().into()),
        Outside::Picture(PictureName { document, part, href }) => {
            let picture = (&document, part, href.as_str());
            let file = pictures::file(picture, folders.document.as_deref(), &folders.own);
            file.map(PathBuf::into_os_string)
        }
    }
}

/// Runs `opener` with `argument` alone and waits for it.
fn run(opener: &str, argument: &OsStr) -> Result<(), Phrase> {
    let phrase = |name: &'static str| Phrase::new(name).with("opener", opener);
    let failed = |error: io::Error| match error.kind() {
        ErrorKind::NotFound => phrase("opener-missing"),
        _ => phrase("opener-failed").with("error", error.to_string()),
    };
    let program = Program::of(&[OsStr::new(opener), argument]);
    let status = program.and_then(Program::run).map_err(failed)?;
    let code = || phrase("opener-failed").with("error", status.to_string());
    if status.success() { Ok(()) } else { Err(code()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_t_be_opened_is_told() {
        let name = |opened: Result<(), Phrase>| opened.map_err(|phrase| phrase.name().to_owned());
        assert_eq!(name(run("true", OsStr::new("a"))), Ok(()));
        assert_eq!(name(run("false", OsStr::new("a"))), Err("opener-failed".to_owned()));
        assert_eq!(name(run("/none/here", OsStr::new("a"))), Err("opener-missing".to_owned()));
    }
}
