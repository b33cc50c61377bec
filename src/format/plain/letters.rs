//! How the bytes of a text become the letters that a reader sees.

use std::borrow::Cow;

use super::{ansi, references};
use crate::decode::{Decoded, Encoding};

/// How bytes become letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letters {
    encoding: Encoding,
    written: Written,
}

/// How the letters of a text are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    /// As themselves.
    Plainly,
    /// Some by their names in HTML.
    ByName,
}

impl Letters {
    /// Returns how the bytes of a text in `encoding` become letters that begins with `head`.
    pub(super) fn of(head: &[u8], encoding: Encoding) -> Self {
        let saved = references::is_saved(&ansi::plain(encoding.decode(head).text));
        Self { encoding, written: if saved { Written::ByName } else { Written::Plainly } }
    }

    /// Returns the same for letters that are shown as they are written.
    pub(super) fn as_written(self) -> Self {
        Self { written: Written::Plainly, ..self }
    }

    /// Returns whether the bytes of a letter are always those that its encoding has for it, escapes and overstriking apart.
    pub(super) fn are_plain(self) -> bool {
        self.written == Written::Plainly
    }

    /// Returns the text of `bytes` as a terminal is sent it.
    pub(super) fn sent(self, bytes: &[u8]) -> Decoded<'_> {
        let Decoded { text, replaced } = self.encoding.decode(bytes);
        let text: Cow<'_, str> = match self.written {
            Written::Plainly => text,
            Written::ByName => references::read(text),
        };
        Decoded { text, replaced }
    }

    /// Returns the text of `bytes` as a reader sees it.
    pub(super) fn seen(self, bytes: &[u8]) -> Decoded<'_> {
        let Decoded { text, replaced } = self.sent(bytes);
        Decoded { text: ansi::plain(text), replaced }
    }
}
