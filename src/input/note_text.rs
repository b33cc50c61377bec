//! A text of several lines that is typed: a note.

use super::{Key, KeyCode};
use crate::budget::NOTE_BYTES;
use crate::text::{TextUnit, clusters, units};

/// A text being typed, with a cursor between two of its grapheme clusters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteText {
    text: String,
    /// The bytes before the cursor.
    cursor: usize,
}

impl NoteText {
    /// Returns `text` with the cursor after it.
    pub fn of(text: &str) -> Self {
        Self { cursor: text.len(), text: text.to_owned() }
    }

    /// Returns what was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns how many bytes are before the cursor.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Returns whether a long character more would be too much.
    pub fn is_full(&self) -> bool {
        self.text.len() + char::MAX.len_utf8() > NOTE_BYTES
    }

    /// Puts the cursor before the cluster that holds `byte`.
    pub fn put_cursor(&mut self, byte: usize) {
        let begun = clusters(&self.text).map(|(at, _)| at).chain([self.text.len()]);
        self.cursor = begun.take_while(|at| *at <= byte).last().unwrap_or(0);
    }

    /// Takes a key and returns whether the text is another now.
    pub fn press(&mut self, key: Key) -> bool {
        if let Some(c) = key.typed() {
            return self.insert(c.encode_utf8(&mut [0; 4]));
        }
        match (key.code, key.ctrl) {
            (KeyCode::Enter, _) => return self.insert("\n"),
            (KeyCode::Left, false) | (KeyCode::Char('b'), true) => self.cursor = self.before(),
            (KeyCode::Right, false) | (KeyCode::Char('f'), true) => self.cursor = self.after(),
            (KeyCode::Left, true) => self.cursor = self.word_before(),
            (KeyCode::Right, true) => self.cursor = self.word_after(),
            (KeyCode::Home, _) | (KeyCode::Char('a'), true) => self.cursor = self.line_start(),
            (KeyCode::End, _) | (KeyCode::Char('e'), true) => self.cursor = self.line_end(),
            (KeyCode::Backspace, _) if key.alt => return self.erase_to(self.word_before()),
            (KeyCode::Backspace, _) | (KeyCode::Char('h'), true) => {
                return self.erase_to(self.before());
            }
            (KeyCode::Char('w'), true) => return self.erase_to(self.word_before()),
            (KeyCode::Char('u'), true) => return self.erase_to(self.line_start()),
            (KeyCode::Delete, _) | (KeyCode::Char('d'), true) => {
                return self.erase_to(self.after());
            }
            (KeyCode::Char('k'), true) => return self.erase_to(self.line_end()),
            _ => {}
        }
        false
    }

    /// Takes a pasted text, as much of it as there is room for, and returns whether the text is another now.
    pub fn paste(&mut self, text: &str) -> bool {
        let lines = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', "    ");
        let typed: String = lines.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        self.insert(&typed)
    }

    /// Inserts `typed` before the cursor, as much of it as there is room for.
    fn insert(&mut self, typed: &str) -> bool {
        let room = NOTE_BYTES.saturating_sub(self.text.len());
        let fitting = clusters(typed).map(|(at, cluster)| at + cluster.len());
        let end = fitting.take_while(|end| *end <= room).last().unwrap_or(0);
        let typed = typed.get(..end).unwrap_or_default();
        self.text.insert_str(self.cursor, typed);
        let after = self.cursor + end;
        // What was typed may be one cluster with what follows.
        self.put_cursor(after);
        if self.cursor < after {
            self.cursor = self.after();
        }
        end > 0
    }

    /// Erases what is between the cursor and `byte`.
    fn erase_to(&mut self, byte: usize) -> bool {
        let (start, end) = (self.cursor.min(byte), self.cursor.max(byte));
        self.text.drain(start..end);
        self.put_cursor(start);
        start < end
    }

    fn before(&self) -> usize {
        let begun = clusters(&self.text).map(|(at, _)| at);
        begun.take_while(|at| *at < self.cursor).last().unwrap_or(0)
    }

    fn after(&self) -> usize {
        let end = self.text.len();
        clusters(&self.text).map(|(at, _)| at).find(|at| *at > self.cursor).unwrap_or(end)
    }

    fn word_before(&self) -> usize {
        let words = units(&self.text, TextUnit::Word);
        words.iter().rfind(|word| word.start < self.cursor).map_or(0, |word| word.start)
    }

    fn word_after(&self) -> usize {
        let words = units(&self.text, TextUnit::Word);
        words.iter().find(|word| word.end > self.cursor).map_or(self.text.len(), |word| word.end)
    }

    fn line_start(&self) -> usize {
        let before = self.text.get(..self.cursor).unwrap_or_default();
        before.rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self) -> usize {
        let after = self.text.get(self.cursor..).unwrap_or_default();
        self.cursor + after.find('\n').unwrap_or(after.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(note: &mut NoteText, codes: &[KeyCode]) {
        for code in codes {
            note.press(Key::plain(*code));
        }
    }

    #[test]
    fn it_is_typed_and_erased_by_clusters_over_lines() {
        let mut note = NoteText::default();
        for c in "雨e\u{301}".chars() {
            note.press(Key::char(c));
        }
        keys(&mut note, &[KeyCode::Enter]);
        assert!(note.paste("👍🏽\u{1b}b\r\nc\td"));
        assert_eq!(note.text(), "雨e\u{301}\n👍🏽b\nc    d");
        keys(&mut note, &[KeyCode::Home, KeyCode::Backspace, KeyCode::Left, KeyCode::Backspace]);
        assert_eq!((note.text(), note.cursor()), ("雨e\u{301}\nbc    d", "雨e\u{301}\n".len()));
        keys(&mut note, &[KeyCode::Backspace, KeyCode::Backspace, KeyCode::Delete]);
        assert_eq!((note.text(), note.cursor()), ("雨c    d", 3));
        keys(&mut note, &[KeyCode::End]);
        assert!(note.press(Key::ctrl('w')) && note.press(Key::ctrl('u')));
        assert!(note.text().is_empty() && !note.press(Key::plain(KeyCode::Backspace)));
    }

    #[test]
    fn what_joins_with_what_follows_leaves_the_cursor_between_clusters() {
        let mut note = NoteText::of("\u{301}b");
        keys(&mut note, &[KeyCode::Home]);
        assert!(note.press(Key::char('e')));
        assert_eq!((note.text(), note.cursor()), ("e\u{301}b", 3));
    }

    #[test]
    fn it_takes_so_many_bytes_and_no_more() {
        let mut note = NoteText::default();
        assert!(note.paste(&"a".repeat(NOTE_BYTES - 1)) && note.is_full());
        assert!(!note.press(Key::char('雨')) && note.press(Key::char('b')));
        assert!(!note.press(Key::char('b')) && !note.paste("b"));
        assert_eq!(note.text().len(), NOTE_BYTES);
        assert!(note.press(Key::plain(KeyCode::Backspace)));
    }
}
