//! What happens outside the loop, and reaches it through one channel.

use std::ffi::OsString;

use super::files::{News, OpenError, Opened, Transition, Watched};
use super::reader::Turning;
use super::workers::Stop;
use crate::app::{Message, Recalled};
use crate::document::Document;
use crate::words::Phrase;

/// Something that happened outside.
pub(super) enum Event {
    /// Something for the state.
    Message(Message),
    /// The terminal reports in which column its cursor is, counted from 1.
    Column(usize),
    /// The terminal reports the red, green and blue of its ground.
    Ground([u8; 3]),
    /// Something about where the document comes from; dropped if whoever tells it was stopped meanwhile.
    Origin(Stop, OriginEvent),
    /// The file that a link of the document means was found, and the name of the place in it that is gone to.
    Beside(OsString, Option<String>),
    /// Another document was opened, to be read in place of this one; dropped if it was stopped meanwhile.
    Opened(Stop, Box<Result<Turning, OpenError>>),
    /// What was said of the document when it was read before was read, and this is wrong with it; dropped if another
    /// document is read meanwhile.
    Recalled(Stop, Box<(Recalled, Vec<Phrase>)>),
    /// All is kept of what the reader said, up to the change of this number.
    Kept(usize),
    /// Something that the reader said could not be kept, for this reason.
    Unkept(Phrase),
    /// A file was written besides, or was not: this is said of it.
    Written(Result<Phrase, Phrase>),
    /// A line was typed, where pages are printed one after the other; none when there are no more.
    Line(Option<String>),
    /// A signal asks the program to end.
    End(i32),
    /// A signal asks the program to suspend itself.
    Suspend,
    /// The program was continued after it was stopped.
    Continue,
}

/// Something about where the document comes from.
pub(super) enum OriginEvent {
    /// The stream has news.
    Arrived(News),
    /// The document was made of what had come of the stream when it had this news.
    Made(Document, News),
    /// The stream that is reloaded has news.
    ArrivedAgain(News),
    /// The file was opened again, to be reloaded.
    Reopened(Result<Opened, OpenError>),
    /// The file was looked at.
    Looked(Watched, Option<Transition>),
    /// The file that is followed has changed.
    Followed(Watched, Message),
}
