//! Another document, opened to be read in place of the one that is read. A worker opens it: till it is there, or can't be
//! opened, the reader reads on.

use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use crate::app::Recalled;
use crate::runtime::environment;
use crate::runtime::event::Event;
use crate::runtime::files::{self, Hurried, OpenError, Opened};
use crate::runtime::request::Request;
use crate::runtime::store::{Memories, Store};
use crate::runtime::workers::{self, Stop};
use crate::runtime::{kept, options};
use crate::words::Phrase;

/// What was opened, and what is kept of it.
pub(in crate::runtime) struct Turning {
    /// What it was asked for as.
    pub(super) file: OsString,
    /// The name of the place in it that is gone to, if one is.
    pub(super) name: Option<String>,
    pub(super) opened: Opened,
    pub(super) store: Option<Store>,
    pub(super) memories: Memories,
    /// What was said of it when it was read before, and what is wrong with that.
    pub(super) recalled: (Recalled, Vec<Phrase>),
}

/// Opens `file` as `request` has it, to be read by the `hurried` thread, and sends to `events` what came of it.
pub(super) fn open(
    request: &Arc<Request>,
    (file, name): (OsString, Option<String>),
    hurried: &Hurried,
    events: &Sender<Event>,
) -> Stop {
    let (request, hurried, file) = (Arc::clone(request), hurried.clone(), at_home(file));
    workers::start(events, move |events, stop| {
        let (store, memories) = kept(&request, Some(&file));
        let options = options(&request, Some(&file), &memories);
        let opened = files::open(Some(&file), options, Some(&hurried));
        let left = memories.left.as_ref().map(|left| &left.top);
        if let Ok(opened) = &opened {
            opened.load_at(left);
        }
        let turning: Result<Turning, OpenError> = opened.map(|opened| {
            let recalled = store.as_ref().map(Store::recalled).unwrap_or_default();
            Turning { file, name, opened, store, memories, recalled }
        });
        // The loop has ended when nobody hears of it.
        let _ended = events.send(Event::Opened(stop.clone(), Box::new(turning)));
    })
}

/// Returns `file`; where it begins with `~/`, as people type it, the file in the reader's home.
fn at_home(file: OsString) -> OsString {
    match (Path::new(&file).strip_prefix("~"), environment::directory("HOME")) {
        (Ok(within), Some(home)) => home.join(within).into_os_string(),
        _ => file,
    }
}
