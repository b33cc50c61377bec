//! Bytes that arrive while they are read.

use std::fs::File;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::packed::{Bytes, unpacked};
use super::spool::Spool;
use super::{Named, late, source};
use crate::budget::STREAM_BYTES;
use crate::document::Document;
use crate::format::OpenOptions;
use crate::runtime::language::say;
use crate::words::Phrase;

/// How many bytes are taken at a time.
const CHUNK: usize = 64 << 10;

/// Opens what a stream comes from; that may wait, so the stream's own thread does it.
type Open = Box<dyn FnOnce() -> io::Result<Bytes> + Send>;

/// A stream that was not read yet.
pub(in crate::runtime) struct Stream {
    open: Open,
    options: OpenOptions,
    /// The most bytes that are taken.
    limit: u64,
    /// The file that it comes from, if that can be opened again.
    named: Option<Named>,
}

/// What a stream tells the one who waits for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::runtime) enum News {
    /// More has arrived.
    More,
    /// That was all.
    End,
    /// It broke off, with this sentence.
    Broken(String),
}

/// A stream that is being read.
pub(in crate::runtime) struct Arriving {
    options: OpenOptions,
    named: Option<Named>,
    spool: Arc<Spool>,
    told: Arc<AtomicBool>,
    stopped: Arc<AtomicBool>,
}

impl Stream {
    pub(super) fn new(open: Open, options: OpenOptions) -> Self {
        Self { open, options, limit: STREAM_BYTES, named: None }
    }

    /// Returns the stream of what the file of this name holds, which can be reloaded.
    pub(super) fn of_file(named: Named) -> Self {
        let (path, options) = (named.path().to_owned(), named.options().clone());
        let open = move || Ok(Box::new(File::open(&path)?) as Bytes);
        Self { named: Some(named), ..Self::new(Box::new(open), options) }
    }

    /// Returns the document of the whole stream, when it has ended, and why that is not all, if it is not.
    ///
    /// # Errors
    /// What opening or reading it says, where nothing was read.
    pub(in crate::runtime) fn read_to_end(self) -> io::Result<(Document, Option<String>)> {
        let spool = Arc::new(Spool::default());
        let missing = match pump(self.open, &spool, self.limit, || ControlFlow::Continue(())) {
            Ok(News::Broken(sentence)) => Some(sentence),
            Ok(News::More | News::End) => None,
            Err(error) if spool.size() == 0 => return Err(error),
            Err(error) => Some(broken_off(&error)),
        };
        Ok((Document::new(source(Arc::new(spool.snapshot()), &self.options)), missing))
    }

    /// Begins to read the stream on a thread of its own. `tell` is told of more once after each
    /// [`Arriving::document`], not for every piece.
    pub(in crate::runtime) fn start(self, tell: impl Fn(News) + Send + Sync + 'static) -> Arriving {
        let (spool, told) = (Arc::<Spool>::default(), Arc::<AtomicBool>::default());
        let stopped = Arc::<AtomicBool>::default();
        let arriving = Arriving {
            options: self.options,
            named: self.named,
            spool: Arc::clone(&spool),
            told: Arc::clone(&told),
            stopped: Arc::clone(&stopped),
        };
        let tell = Arc::new(tell);
        let heard = Arc::clone(&tell);
        let read = move || {
            let more = || {
                if stopped.load(Ordering::Relaxed) {
                    return ControlFlow::Break(());
                }
                if !told.swap(true, Ordering::AcqRel) {
                    tell(News::More);
                }
                ControlFlow::Continue(())
            };
            // What unpacks bytes from anywhere may have a fault.
            let news = match catch_unwind(AssertUnwindSafe(|| {
                pump(self.open, &spool, self.limit, more)
            })) {
                Ok(Ok(news)) => news,
                Ok(Err(error)) => News::Broken(broken_off(&error)),
                Err(_) => News::Broken(say("stream-fault")),
            };
            tell(news);
        };
        if let Err(error) = thread::Builder::new().name("worker stream".to_owned()).spawn(read) {
            heard(News::Broken(say(
                Phrase::new("stream-no-thread").with("error", error.to_string())
            )));
        }
        arriving
    }
}

/// Returns the sentence that says that `error` ended the reading.
fn broken_off(error: &io::Error) -> String {
    say(Phrase::new("stream-broken").with("error", error.to_string()))
}

/// Moves the stream into `spool` until `more` breaks it off, and returns how it ended. What it comes from is closed
/// then, so that a command which goes on writing learns of it.
fn pump(
    open: Open,
    spool: &Spool,
    limit: u64,
    more: impl Fn() -> ControlFlow<()>,
) -> io::Result<News> {
    let mut source = unpacked(open()?)?;
    let mut chunk = vec![0; CHUNK];
    loop {
        let count = match source.read(&mut chunk) {
            Ok(0) => return Ok(News::End),
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let room = limit.saturating_sub(spool.size());
        let kept = room.min(count as u64) as usize;
        spool.push(chunk.get(..kept).unwrap_or_default())?;
        if kept < count {
            let limit = limit >> 20;
            let most = Phrase::new("stream-most").with("most", limit as usize);
            return Ok(News::Broken(say(most)));
        }
        if more().is_break() {
            return Ok(News::End);
        }
    }
}

impl Arriving {
    /// Returns the document of what has arrived so far.
    pub(in crate::runtime) fn document(&self) -> Document {
        self.told.store(false, Ordering::Release);
        let source = source(Arc::new(self.spool.snapshot()), &self.options);
        late::document(source, self.named.as_ref().and_then(Named::hurried))
    }

    /// Takes no more of the stream; what it comes from is closed when it sends the next bytes.
    pub(in crate::runtime) fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Returns the file that it comes from, if that can be opened again.
    pub(in crate::runtime) fn named(&self) -> Option<&Named> {
        self.named.as_ref()
    }
}

impl Drop for Arriving {
    fn drop(&mut self) {
        self.stop();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    fn stream(bytes: impl Read + Send + 'static) -> Stream {
        let open: Open = Box::new(move || Ok(Box::new(bytes) as Bytes));
        Stream::new(open, OpenOptions::default())
    }

    #[test]
    fn a_stream_can_be_read_before_it_ends() {
        let (mut writer, reader) = io::pipe().map(|(reader, writer)| (writer, reader)).unwrap();
        let (sender, news) = channel();
        let arriving = stream(reader).start(move |news| sender.send(news).unwrap());
        io::Write::write_all(&mut writer, "看书\n".as_bytes()).unwrap();
        assert_eq!(news.recv().unwrap(), News::More);
        assert_eq!(arriving.document().part(0).text(), "看书\n");
        drop(writer);
        assert_eq!(news.recv().unwrap(), News::End);
    }

    #[test]
    fn a_stream_is_cut_off_and_closed_where_it_has_more_than_is_taken() {
        assert_eq!(stream(io::empty()).limit, STREAM_BYTES);
        let read = |bytes: u64| {
            let stream = Stream { limit: 3 << 20, ..stream(io::repeat(b'y').take(bytes)) };
            let (document, missing) = stream.read_to_end().unwrap();
            (document.size(), missing)
        };
        assert_eq!(read((3 << 20) - 1), ((3 << 20) - 1, None));
        assert_eq!(read(3 << 20), (3 << 20, None));
        let told = "Only the first 3 MiB are kept: save the rest to a file.".to_owned();
        for more in [(3 << 20) + 1, u64::MAX] {
            assert_eq!(read(more), (3 << 20, Some(told.clone())));
        }
    }

    #[test]
    fn a_stream_that_is_stopped_is_closed() {
        let (reader, mut writer) = io::pipe().unwrap();
        let (sender, news) = channel();
        let arriving = stream(reader).start(move |news| sender.send(news).unwrap());
        arriving.stop();
        io::Write::write_all(&mut writer, b"the last\n").unwrap();
        assert_eq!(news.recv().unwrap(), News::End);
        assert!(io::Write::write_all(&mut writer, b"nobody reads this\n").is_err());
    }

    #[test]
    fn a_file_can_be_read_from_its_start_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "one\n").unwrap();
        let named = Named::new(path.clone(), OpenOptions::default());
        let first = Stream::of_file(named).start(|_| ());
        std::fs::write(&path, "two\n").unwrap();
        let again = Stream::of_file(first.named().unwrap().clone());
        let (document, missing) = again.read_to_end().unwrap();
        assert_eq!((document.part(0).text(), missing), ("two\n", None));
    }

    #[test]
    fn a_fault_in_reading_is_told() {
        struct Faulty;
        impl Read for Faulty {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                panic!("a fault")
            }
        }
        let (sender, news) = channel();
        let _arriving = stream(Faulty).start(move |news| sender.send(news).unwrap());
        assert!(matches!(news.recv().unwrap(), News::Broken(_)));
    }
}
