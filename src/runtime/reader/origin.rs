//! Where the document that is read comes from, and what becomes of that: it grows, is followed, is reloaded. Whatever
//! may have to wait for a disk or a network runs on a worker, so that the keys never do.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, SendError, Sender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::app::Message;
use crate::budget::OPEN_WAIT;
use crate::document::{Document, ReadError};
use crate::format::OpenOptions;
use crate::runtime::event::{Event, OriginEvent};
use crate::runtime::files::{self, Arriving, Hurried, Named, News, OpenError, Opened};
use crate::runtime::files::{Stream, Watched};
use crate::runtime::language::say;
use crate::runtime::pictures::OwnPictures;
use crate::runtime::workers::{self, Stop};
use crate::words::Phrase;

/// How long after a look at the file the next may be.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// How the loop hears what becomes of a document, until that is closed.
#[derive(Clone)]
pub(super) struct Feed {
    events: Sender<Event>,
    closed: Stop,
}

impl Feed {
    /// Returns the feed of a document to `events`.
    pub(super) fn new(events: &Sender<Event>) -> Self {
        Self { events: events.clone(), closed: Stop::default() }
    }

    fn send(&self, event: OriginEvent) {
        // The loop has ended when nobody hears of it.
        let _ended = self.events.send(Event::Origin(self.closed.clone(), event));
    }
}

/// Where the document comes from.
pub(super) struct Origin {
    from: From,
    reload: Reload,
    feed: Feed,
    /// Why not all of it came, if something was the matter.
    missing: Option<String>,
    /// The error of reading that the reader was told of last.
    broken: Option<ReadError>,
    /// The folder for the pictures that the document holds.
    pictures: OwnPictures,
}

enum From {
    /// The program itself: the guide.
    Guide,
    /// A file that is still being opened.
    Late,
    /// A file.
    File { file: Watched, look: NextLook, follower: Stop },
    /// A pipe, or a file that can only be read from its start to its end.
    Stream { stream: Arc<Arriving>, arrival: Arrival },
}

/// When the file may be looked at.
enum NextLook {
    /// A second after this moment.
    After(Instant),
    /// When the look that is under way is over.
    Pending,
}

/// How far a stream has come.
enum Arrival {
    /// More may come.
    Coming(Coming),
    /// Nothing more is taken.
    Over,
}

/// What is known of a stream of which more may come.
#[derive(Default)]
struct Coming {
    /// The last news of it, if they were not heeded yet.
    news: Option<News>,
    /// Whether a worker makes the document of what has come.
    making: bool,
    /// The document that was made last, and the news for which it was, if the state was not told yet.
    made: Option<(Document, News)>,
}

/// How far a reload has come.
enum Reload {
    None,
    /// The file is being opened.
    Opening,
    /// It is a stream, which is on its way.
    Arriving(Arriving),
}

/// Returns the words for the reader.
fn notice(words: impl Into<String>) -> Message {
    Message::Notice(words.into())
}

/// Opens what `file` names, to be read by the `hurried` thread, which calls this. Where that takes long, returns nothing,
/// and sends to `feed` what was opened.
///
/// # Errors
/// Why it can't be opened.
pub(super) fn open(
    file: Option<&OsStr>,
    options: &OpenOptions,
    hurried: &Hurried,
    feed: &Feed,
) -> Result<Option<Opened>, OpenError> {
    // What is sent there is taken, or comes back because nobody waits any more.
    let (sender, opened) = sync_channel(0);
    let (name, feed) = (file.map(OsStr::to_owned), feed.clone());
    let (late, options) = (hurried.clone(), options.clone());
    let again = options.clone();
    let open = move || {
        let opened = files::open(name.as_deref(), options, Some(&late));
        if let Err(SendError(opened)) = sender.send(opened) {
            feed.send(OriginEvent::Reopened(opened));
        }
    };
    let _none = thread::Builder::new().name("worker opens".to_owned()).spawn(open);
    match opened.recv_timeout(OPEN_WAIT) {
        Ok(opened) => opened.map(Some),
        Err(RecvTimeoutError::Timeout) => Ok(None),
        // There is no thread, or it had a fault.
        Err(RecvTimeoutError::Disconnected) => files::open(file, again, Some(hurried)).map(Some),
    }
}

/// Returns the thread that calls this, which must not wait when it reads; `events` hear of what came late.
pub(super) fn hurried(events: &Sender<Event>) -> Hurried {
    let events = events.clone();
    // The loop has ended when nobody hears of it.
    Hurried::here(move || drop(events.send(Event::Message(Message::Loaded))))
}

impl Origin {
    /// Returns where `opened` comes from, with its document as far as it is there, and nothing where it is still being
    /// opened; what happens to it is sent to `feed`.
    pub(super) fn new(opened: Option<Opened>, feed: Feed) -> (Self, Document) {
        let (from, document) = match opened {
            Some(opened) => From::opened(opened, &feed),
            None => (From::Late, files::nothing()),
        };
        (
            Self {
                from,
                reload: Reload::None,
                feed,
                missing: None,
                broken: None,
                pictures: OwnPictures::default(),
            },
            document,
        )
    }

    /// Returns whether more of it may come by itself.
    pub(super) fn is_arriving(&self) -> bool {
        matches!(self.from, From::Late | From::Stream { arrival: Arrival::Coming(_), .. })
    }

    /// Returns why not all of it came, if something was the matter.
    pub(super) fn missing(&self) -> Option<&str> {
        self.missing.as_deref()
    }

    /// Returns what the state is told of the first error of reading `document`, which comes from here; nothing where it was
    /// told that before.
    pub(super) fn broken_anew(&mut self, document: &Document) -> Option<Message> {
        let broken = document.broken().filter(|broken| self.broken.as_ref() != Some(broken))?;
        self.broken = Some(broken.clone());
        Some(workers::incomplete("read-incomplete", broken))
    }

    /// Returns whether what happens to it is told by `feed`.
    pub(super) fn is_fed_by(&self, feed: &Stop) -> bool {
        self.feed.closed.is(feed)
    }

    /// Returns whether the document is the guide.
    pub(super) fn is_guide(&self) -> bool {
        matches!(self.from, From::Guide)
    }

    /// Takes `event` and returns what the state is told.
    pub(super) fn take(&mut self, event: OriginEvent) -> Vec<Message> {
        match event {
            OriginEvent::Arrived(news) => {
                if let From::Stream { arrival: Arrival::Coming(coming), .. } = &mut self.from {
                    coming.hear(news);
                }
                Vec::new()
            }
            OriginEvent::Made(document, news) => {
                if let From::Stream { arrival: Arrival::Coming(coming), .. } = &mut self.from {
                    coming.making = false;
                    coming.made = Some((document, news));
                }
                Vec::new()
            }
            OriginEvent::ArrivedAgain(news) => self.reloaded_stream(news),
            OriginEvent::Reopened(opened) => self.reopened(opened),
            OriginEvent::Looked(looked, change) => {
                let From::File { file, look, .. } = &mut self.from else { return Vec::new() };
                let is_awaited = matches!(look, NextLook::Pending);
                *look = NextLook::After(Instant::now());
                // What was opened again meanwhile was not the one that was looked at.
                if !file.is_same(&looked) {
                    return Vec::new();
                }
                *file = looked;
                let told = change.filter(|_| is_awaited);
                told.map(|change| notice(say(change.message()))).into_iter().collect()
            }
            OriginEvent::Followed(followed, message) => match &mut self.from {
                From::File { file, .. } => {
                    *file = followed;
                    vec![message]
                }
                _ => Vec::new(),
            },
        }
    }

    /// Returns what the state is told of what has come of the stream; of the news since then, a worker makes a document: to
    /// parse it may take long.
    pub(super) fn arrived(&mut self) -> Vec<Message> {
        let From::Stream { stream, arrival } = &mut self.from else { return Vec::new() };
        let Arrival::Coming(coming) = arrival else { return Vec::new() };
        if let Some(news) = coming.news.take_if(|_| !coming.making) {
            coming.making = true;
            let (stream, feed) = (Arc::clone(stream), self.feed.clone());
            workers::start(&self.feed.events, move |_, _| {
                let document = stream.document();
                feed.send(OriginEvent::Made(document, news));
            });
        }
        let Some((document, news)) = coming.made.take() else { return Vec::new() };
        let empty = news == News::End && document.size() == 0;
        let more = news == News::More;
        let said = match news {
            News::Broken(sentence) => {
                self.missing = Some(sentence.clone());
                Some(notice(sentence))
            }
            News::End if empty => Some(notice(say("stream-empty"))),
            News::More | News::End => None,
        };
        if !more {
            *arrival = Arrival::Over;
        }
        std::iter::once(Message::Grew { document, more }).chain(said).collect()
    }

    /// Takes no more of the stream: what has come is all. Returns what the state is told of that at once.
    pub(super) fn stop_reading(&mut self) -> Option<Message> {
        match &mut self.from {
            From::Stream { stream, arrival: Arrival::Coming(coming) } => {
                stream.stop();
                coming.hear(News::End);
                None
            }
            From::Late => {
                self.from = From::Guide;
                Some(Message::Grew { document: files::nothing(), more: false })
            }
            From::Guide | From::File { .. } | From::Stream { .. } => None,
        }
    }

    /// Looks at the file on a worker. That is done when a key is pressed: nobody else would be there to hear of it,
    /// and a program that waits does nothing.
    pub(super) fn look(&mut self) {
        let From::File { file, look, .. } = &mut self.from else { return };
        if matches!(look, NextLook::After(last) if last.elapsed() >= LOOK_AGAIN) {
            *look = NextLook::Pending;
            let (mut file, feed) = (file.clone(), self.feed.clone());
            workers::start(&self.feed.events, move |_, _| {
                let change = file.look();
                feed.send(OriginEvent::Looked(file, change));
            });
        }
    }

    /// Follows the file; a stream comes by itself.
    pub(super) fn follow(&mut self) {
        if let From::File { file, follower, .. } = &mut self.from {
            follower.stop();
            *follower = workers::follow(file.clone(), &self.feed.events);
        }
    }

    /// Stops following the file.
    pub(super) fn stop_following(&self) {
        if let From::File { follower, .. } = &self.from {
            follower.stop();
        }
    }

    /// Begins to reload the document, where it comes from a file, and returns what the state is told of that.
    pub(super) fn reload(&mut self) -> Option<Message> {
        if !matches!(self.reload, Reload::None) || self.is_arriving() {
            return Some(notice(say("reload-busy")));
        }
        let Some(named) = self.named() else {
            return Some(notice(say("reload-no-file")));
        };
        // The reload itself tells what became of the file, not who looks at it meanwhile.
        if let From::File { look, .. } = &mut self.from {
            *look = NextLook::After(Instant::now());
        }
        self.reload = Reload::Opening;
        let feed = self.feed.clone();
        workers::start(&self.feed.events, move |_, _| {
            feed.send(OriginEvent::Reopened(named.reopen()));
        });
        None
    }

    /// Returns the folder that the document lies in; none where it comes from no file.
    pub(super) fn folder(&self) -> Option<PathBuf> {
        let named = self.named()?;
        let folder = named.path().parent()?;
        let here = folder.as_os_str().is_empty();
        Some(if here { PathBuf::from(".") } else { folder.to_owned() })
    }

    /// Returns the folder for the pictures that the document holds.
    pub(super) fn pictures(&self) -> OwnPictures {
        self.pictures.clone()
    }

    /// Returns the file that the document comes from.
    fn named(&self) -> Option<Named> {
        match &self.from {
            From::Guide | From::Late => None,
            From::File { file, .. } => Some(file.named().clone()),
            From::Stream { stream, .. } => stream.named().cloned(),
        }
    }

    /// Takes what was opened late.
    fn opened_late(&mut self, opened: Result<Opened, OpenError>) -> Vec<Message> {
        let (from, document, notice) = match opened {
            Ok(opened) => {
                let (from, document) = From::opened(opened, &self.feed);
                (from, document, None)
            }
            Err(error) => {
                self.missing = Some(error.to_string());
                (From::Guide, files::nothing(), Some(notice(format!("{error}."))))
            }
        };
        self.from = from;
        let grew = Message::Grew { document, more: self.is_arriving() };
        std::iter::once(grew).chain(notice).collect()
    }

    fn reopened(&mut self, opened: Result<Opened, OpenError>) -> Vec<Message> {
        if matches!(self.from, From::Late) {
            return self.opened_late(opened);
        }
        self.reload = Reload::None;
        match opened {
            Ok(Opened::Document { document, file, .. }) => {
                match (file, &mut self.from) {
                    // Who followed the file by its name goes on.
                    (Some(new), From::File { file, .. }) => *file = new,
                    (Some(new), from) => *from = From::file(new),
                    (None, _) => {}
                }
                vec![Message::Reloaded(document)]
            }
            Ok(Opened::Stream { stream, .. }) => {
                let arriving = start(stream, &self.feed, OriginEvent::ArrivedAgain);
                self.reload = Reload::Arriving(arriving);
                vec![notice(say("reload-begun"))]
            }
            Err(error) => {
                vec![notice(say(Phrase::new("reload-failed").with("error", error.to_string())))]
            }
        }
    }

    /// Takes the stream that was reloaded, when it has ended.
    fn reloaded_stream(&mut self, news: News) -> Vec<Message> {
        let broken = match news {
            News::More => return Vec::new(),
            News::End => None,
            News::Broken(sentence) => Some(sentence),
        };
        let Reload::Arriving(stream) = std::mem::replace(&mut self.reload, Reload::None) else {
            return Vec::new();
        };
        let document = stream.document();
        let mut told = Vec::new();
        // Where none of it can be read any more, the old text is kept.
        if document.size() > 0 || broken.is_none() {
            self.stop_following();
            self.from = From::Stream { stream: Arc::new(stream), arrival: Arrival::Over };
            told.push(Message::Reloaded(document));
        }
        told.extend(broken.map(notice));
        told
    }
}

impl Drop for Origin {
    /// Nothing more is told of the document.
    fn drop(&mut self) {
        self.feed.closed.stop();
        self.stop_following();
    }
}

impl Coming {
    /// Takes `news`: what has ended does not go on.
    fn hear(&mut self, news: News) {
        if matches!(self.news, None | Some(News::More)) {
            self.news = Some(news);
        }
    }
}

impl From {
    /// Returns where `opened` comes from, with its document as far as it is there.
    fn opened(opened: Opened, feed: &Feed) -> (Self, Document) {
        match opened {
            Opened::Document { document, file: None, .. } => (Self::Guide, document),
            Opened::Document { document, file: Some(file), .. } => (Self::file(file), document),
            Opened::Stream { stream, .. } => {
                let stream = Arc::new(start(stream, feed, OriginEvent::Arrived));
                let document = stream.document();
                (Self::Stream { stream, arrival: Arrival::Coming(Coming::default()) }, document)
            }
        }
    }

    fn file(file: Watched) -> Self {
        Self::File { file, look: NextLook::After(Instant::now()), follower: Stop::default() }
    }
}

/// Begins to read `stream`; its news are sent to `feed` as `kind` of them.
fn start(stream: Stream, feed: &Feed, kind: fn(News) -> OriginEvent) -> Arriving {
    let feed = feed.clone();
    stream.start(move |news| feed.send(kind(news)))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::mpsc::channel;

    use super::*;
    use crate::runtime::files::Transition;

    #[test]
    fn what_a_reload_says_of_the_file_is_not_covered_by_who_looked_at_it_meanwhile() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, "rain").unwrap();
        let (sender, _events) = channel();
        let opened = files::open(Some(path.as_os_str()), OpenOptions::default(), None).unwrap();
        let (mut origin, _) = Origin::new(Some(opened), Feed::new(&sender));
        let looked = |origin: &mut Origin| {
            let From::File { file, look, .. } = &mut origin.from else { panic!("it is a file") };
            let seen = OriginEvent::Looked(file.clone(), Some(Transition::Replaced));
            *look = NextLook::Pending;
            seen
        };
        let seen = looked(&mut origin);
        assert_eq!(origin.take(seen).len(), 1);
        let seen = looked(&mut origin);
        assert!(origin.reload().is_none());
        assert!(origin.take(seen).is_empty());
    }
}
