//! What every format does with what it is read from: takes it whole, and decodes it.

use std::io;
use std::sync::Arc;

use super::plain::PlainText;
use crate::decode::{Choice, Encoding};
use crate::document::{Facts, ReadAt, Source};

/// Returns all of `bytes`; none where they are more than `most`, or can't be read.
pub(super) fn whole(bytes: &dyn ReadAt, most: u64) -> Option<Vec<u8>> {
    let size = usize::try_from(bytes.size()).ok().filter(|_| bytes.size() <= most)?;
    let mut read = vec![0; size];
    let mut at = 0;
    while let Some(rest) = read.get_mut(at..).filter(|rest| !rest.is_empty()) {
        match bytes.read_at(at as u64, rest).ok()? {
            0 => break,
            count => at += count,
        }
    }
    read.truncate(at);
    Some(read)
}

/// Returns whether `error` is what the system said, and no finding of who unpacks bytes that were read.
pub(super) fn is_of_system(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
    !matches!(error.kind(), InvalidData | InvalidInput | UnexpectedEof)
}

/// A text that was decoded whole.
pub(super) struct WholeText {
    /// What it says; a carriage return alone is a line feed.
    pub(super) text: String,
    /// How many invalid sequences of bytes became U+FFFD.
    pub(super) replaced: u64,
    /// What is known of it as a plain text.
    pub(super) plain: Facts,
}

impl WholeText {
    /// Returns the text of `bytes`; none where they are more than `most`, or can't be read.
    pub(super) fn read(bytes: &Arc<dyn ReadAt>, encoding: Choice, most: u64) -> Option<Self> {
        if bytes.size() > most {
            return None;
        }
        // The plain text knows how to tell the encoding and the language.
        let plain = PlainText::open(Arc::clone(bytes), encoding).facts().clone();
        let known = plain.encoding.map_or(Encoding::UTF_8, |verdict| verdict.encoding);
        let (text, replaced) = decoded(whole(&**bytes, most)?, known);
        Some(Self { text: with_line_feeds(text), replaced, plain })
    }
}

/// Returns the text of `bytes`, which are in `encoding`, and how many invalid sequences of bytes became U+FFFD. What is
/// valid UTF-8 stays where it lies.
fn decoded(bytes: Vec<u8>, encoding: Encoding) -> (String, u64) {
    let is_unmarked = encoding.unmarked(&bytes).len() == bytes.len();
    let bytes = if encoding == Encoding::UTF_8 && is_unmarked {
        match String::from_utf8(bytes) {
            Ok(text) => return (text, 0),
            Err(error) => error.into_bytes(),
        }
    } else {
        bytes
    };
    let decoded = encoding.decode(encoding.unmarked(&bytes));
    (decoded.text.into_owned(), decoded.replaced)
}

/// Returns `text` with the carriage returns that end lines alone made line feeds. It is as long.
fn with_line_feeds(text: String) -> String {
    let after = |at: usize| text.as_bytes().get(at + 1);
    let ends_alone = |at: usize| !matches!(after(at), Some(b'\r' | b'\n'));
    if !memchr::memchr_iter(b'\r', text.as_bytes()).any(ends_alone) {
        return text;
    }
    let mut fed = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let ended = line.strip_suffix('\n').map(|line| line.trim_end_matches('\r'));
        let body = ended.unwrap_or(line);
        fed.push_str(&body.replace('\r', "\n"));
        fed.push_str(line.get(body.len()..).unwrap_or_default());
    }
    fed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_carriage_return_ends_a_line_alone_or_with_the_line_feed_after_it() {
        for (text, fed) in [
            ("a\rb\r\rc\r", "a\nb\n\nc\n"),
            ("a\r\nb\r\r\nc\r\n", "a\r\nb\r\r\nc\r\n"),
            ("a\rb\r\nc", "a\nb\r\nc"),
            ("a\r\r\nb\r\rc", "a\r\r\nb\n\nc"),
        ] {
            assert_eq!(with_line_feeds(text.to_owned()), fed, "{text:?}");
        }
    }

    #[test]
    fn bytes_are_decoded_wherever_the_text_of_them_lies() {
        let gbk = Encoding::named("gbk").unwrap();
        for (bytes, encoding, text, replaced) in [
            ("灯".as_bytes(), Encoding::UTF_8, "灯", 0),
            ("\u{feff}灯".as_bytes(), Encoding::UTF_8, "灯", 0),
            (b"a\xffb", Encoding::UTF_8, "a\u{fffd}b", 1),
            (b"\xb5\xc6", gbk, "灯", 0),
        ] {
            assert_eq!(decoded(bytes.to_vec(), encoding), (text.to_owned(), replaced));
        }
    }
}
