//! A line of text that is typed: the query of a search, the filter of a list.

use tui_input::{Input, InputRequest};

use super::{Key, KeyCode};
use crate::budget::LINE_CHARS;

/// A line being typed, with a cursor between two of its grapheme clusters.
#[derive(Clone, Debug, Default)]
pub struct Line(Input);

impl Line {
    /// Returns the line of `text`, up to its first line end, with the cursor after it.
    pub fn of(text: &str) -> Self {
        let mut line = Self::default();
        line.paste(text);
        line
    }

    /// Returns what was typed.
    pub fn text(&self) -> &str {
        self.0.value()
    }

    /// Returns what was typed before the cursor.
    pub fn before_cursor(&self) -> &str {
        let end =
            self.text().char_indices().nth(self.0.cursor()).map_or(self.text().len(), |c| c.0);
        self.text().get(..end).unwrap_or_default()
    }

    /// Takes a key and returns whether the text is another now.
    pub fn press(&mut self, key: Key) -> bool {
        request(key).is_some_and(|request| self.handle(request))
    }

    /// Takes a pasted text up to its first line end and returns whether the text is another now.
    pub fn paste(&mut self, text: &str) -> bool {
        let line = text.lines().next().unwrap_or_default();
        let typed = line.chars().filter(|c| !c.is_control()).take(LINE_CHARS);
        typed.filter(|c| self.handle(InputRequest::InsertChar(*c))).count() > 0
    }

    /// Returns whether no more can be typed.
    pub fn is_full(&self) -> bool {
        self.text().chars().count() >= LINE_CHARS
    }

    fn handle(&mut self, request: InputRequest) -> bool {
        if self.is_full() && matches!(request, InputRequest::InsertChar(_)) {
            return false;
        }
        self.0.handle(request).is_some_and(|change| change.value)
    }
}

/// Returns what `key` does to a line.
fn request(key: Key) -> Option<InputRequest> {
    if let Some(c) = key.typed() {
        return Some(InputRequest::InsertChar(c));
    }
    let request = match (key.code, key.ctrl) {
        (KeyCode::Backspace, _) if key.alt => InputRequest::DeletePrevWord,
        (KeyCode::Left, false) | (KeyCode::Char('b'), true) => InputRequest::GoToPrevChar,
        (KeyCode::Right, false) | (KeyCode::Char('f'), true) => InputRequest::GoToNextChar,
        (KeyCode::Left, true) => InputRequest::GoToPrevWord,
        (KeyCode::Right, true) => InputRequest::GoToNextWord,
        (KeyCode::Home, _) | (KeyCode::Char('a'), true) => InputRequest::GoToStart,
        (KeyCode::End, _) | (KeyCode::Char('e'), true) => InputRequest::GoToEnd,
        (KeyCode::Backspace, _) | (KeyCode::Char('h'), true) => InputRequest::DeletePrevChar,
        (KeyCode::Delete, _) | (KeyCode::Char('d'), true) => InputRequest::DeleteNextChar,
        (KeyCode::Char('w'), true) => InputRequest::DeletePrevWord,
        (KeyCode::Char('u'), true) => InputRequest::DeleteLine,
        (KeyCode::Char('k'), true) => InputRequest::DeleteTillEnd,
        _ => return None,
    };
    Some(request)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Line {
        let mut line = Line::default();
        for c in text.chars() {
            line.press(Key::char(c));
        }
        line
    }

    #[test]
    fn backspace_takes_the_character_before_the_cursor() {
        let mut line = typed("看书吧");
        line.press(Key::plain(KeyCode::Left));
        assert!(line.press(Key::plain(KeyCode::Backspace)));
        assert_eq!((line.text(), line.before_cursor()), ("看吧", "看"));
    }

    #[test]
    fn moving_the_cursor_changes_no_text() {
        let mut line = typed("看书");
        assert!(!line.press(Key::plain(KeyCode::Home)));
        assert_eq!(line.before_cursor(), "");
    }

    #[test]
    fn a_paste_goes_in_up_to_its_first_line_end_without_controls() {
        let mut line = Line::default();
        assert!(line.paste("公\u{1b}司\n第二行"));
        assert_eq!(line.text(), "公司");
    }

    #[test]
    fn a_line_takes_so_many_characters_and_no_more() {
        let mut line = Line::default();
        line.paste(&"书".repeat(LINE_CHARS - 1));
        assert!(!line.is_full());
        assert!(line.press(Key::char('书')) && line.is_full());
        assert!(!line.press(Key::char('书')) && !line.paste("书"));
        assert_eq!(line.text().chars().count(), LINE_CHARS);
        assert!(line.press(Key::plain(KeyCode::Backspace)) && !line.is_full());
        let longer = Line::of(&"书".repeat(LINE_CHARS + 1));
        assert_eq!(longer.text().chars().count(), LINE_CHARS);
    }
}
