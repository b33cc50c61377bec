//! The one door to the terminal: what a document, a title, a file name or an error says becomes
//! [`Clean`] here, and only that is painted or printed.

use std::borrow::Cow;
use std::fmt;

/// Text that a terminal shows and never obeys: no C0 or C1 control, no DEL, no bidi control, nothing
/// invisible that some terminals give a cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Clean(String);

impl Clean {
    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Returns `raw` with each control made visible and each invisible character left out.
pub fn clean(raw: &str) -> Clean {
    Clean(show(raw).into_owned())
}

/// Returns whether `text` is shown as it is.
pub fn is_clean(text: &str) -> bool {
    text.chars().all(|c| stand_in(c) == Some(c))
}

/// Returns what is shown for `raw`: itself, where it is clean.
pub(super) fn show(raw: &str) -> Cow<'_, str> {
    if is_clean(raw) {
        return Cow::Borrowed(raw);
    }
    Cow::Owned(raw.chars().filter_map(stand_in).collect())
}

/// Returns what stands for `c` on the screen, if anything does.
fn stand_in(c: char) -> Option<char> {
    match c {
        '\t' | '\u{A0}' | '\u{2028}' | '\u{2029}' | '\u{FFA0}' => Some(' '),
        // The filler that keeps the room of a wide letter.
        '\u{3164}' => Some('\u{3000}'),
        '\0'..='\x1F' => char::from_u32(0x2400 + u32::from(c)),
        '\x7F' => Some('\u{2421}'),
        '\u{80}'..='\u{9F}' => Some('\u{FFFD}'),
        '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180E}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E00FF}'
        | '\u{E01F0}'..='\u{E0FFF}' => None,
        _ if is_noncharacter(c) => Some('\u{FFFD}'),
        _ => Some(c),
    }
}

/// Returns whether `c` is one of the 66 code points that never become characters (Unicode, chapter 23.7).
fn is_noncharacter(c: char) -> bool {
    u32::from(c) & 0xFFFE == 0xFFFE || ('\u{FDD0}'..='\u{FDEF}').contains(&c)
}

/// Returns whether `c` shows nothing by itself (Unicode's `Default_Ignorable_Code_Point`).
pub(super) fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_become_visible_and_the_invisible_goes() {
        assert_eq!(clean("a\tb\x1b[2J\x7f\u{9b}c").as_str(), "a b␛[2J␡\u{FFFD}c");
        assert_eq!(clean("\u{202E}软\u{AD}件\u{200B}\u{FEFF}").as_str(), "软件");
    }

    #[test]
    fn fillers_keep_their_room_and_noncharacters_are_replaced() {
        assert_eq!(clean("가\u{3164}나\u{115F}").as_str(), "가\u{3000}나");
        assert_eq!(clean("\u{FFFE}\u{FDD0}\u{10FFFF}").as_str(), "\u{FFFD}\u{FFFD}\u{FFFD}");
    }

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        let every: String = (0..=0x2FFF).filter_map(char::from_u32).collect();
        assert!(!clean(&every).as_str().chars().any(char::is_control));
    }
}
