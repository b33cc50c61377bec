//! The names of keys, as the tables and the file of settings write them: `j`, `^F`, `M-v`, `Space`, `Down`, `F1`.

use std::str::FromStr;

use super::{Key, KeyCode};

/// The keys that type no character, and the space, by what people call them; capitals don't matter.
const NAMES: &[(&str, KeyCode)] = &[
    ("Space", KeyCode::Char(' ')),
    ("Letter", KeyCode::Letter),
    ("Enter", KeyCode::Enter),
    ("Return", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Escape", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("S-Tab", KeyCode::BackTab),
    ("Backspace", KeyCode::Backspace),
    ("Del", KeyCode::Delete),
    ("Delete", KeyCode::Delete),
    ("Up", KeyCode::Up),
    ("↑", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("↓", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("←", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("→", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PgUp", KeyCode::PageUp),
    ("PageUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("PageDown", KeyCode::PageDown),
];

/// The last of the function keys.
const LAST_FUNCTION: u8 = 12;

/// That no key has this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoKey;

impl FromStr for Key {
    type Err = NoKey;

    /// Returns the key of this name: a character, `^` or `C-` and a letter for Control, `M-` before either for
    /// Alt, or the name of a key that types none.
    fn from_str(name: &str) -> Result<Self, NoKey> {
        let held = |rest: &str| rest.parse().ok().filter(|key: &Self| !key.alt);
        if let Some(key) = name.strip_prefix("M-").and_then(held) {
            return Ok(Self { alt: true, ..key });
        }
        let shifted = name.strip_prefix("S-").and_then(|rest| rest.parse().ok());
        if let Some(code) = shifted.and_then(Self::shiftable) {
            return Ok(Self::shift(code));
        }
        let held = name.strip_prefix('^').or(name.strip_prefix("C-"));
        match held.filter(|rest| !rest.is_empty()) {
            Some(rest) => controlled(rest).ok_or(NoKey),
            None => code(name).map(Self::plain).ok_or(NoKey),
        }
    }
}

impl Key {
    /// Returns the code of a key pressed alone that types no character, so that Shift makes another of it.
    fn shiftable(self) -> Option<KeyCode> {
        let alone = self == Self::plain(self.code);
        let types = matches!(self.code, KeyCode::Char(_) | KeyCode::Tab | KeyCode::BackTab);
        Some(self.code).filter(|_| alone && !types)
    }
}

/// Returns the key that comes when Control is held and `name` pressed. To a terminal ^M is Enter, and the like.
fn controlled(name: &str) -> Option<Key> {
    match code(name)? {
        KeyCode::Char('m' | 'M' | 'j' | 'J') => Some(Key::plain(KeyCode::Enter)),
        KeyCode::Char('i' | 'I') => Some(Key::plain(KeyCode::Tab)),
        KeyCode::Char('[') => Some(Key::plain(KeyCode::Esc)),
        KeyCode::Char('?') => Some(Key::plain(KeyCode::Backspace)),
        KeyCode::Char(c) => Some(Key::ctrl(c.to_ascii_lowercase())),
        code => Some(Key { ctrl: true, ..Key::plain(code) }),
    }
}

fn code(name: &str) -> Option<KeyCode> {
    let mut chars = name.chars();
    let character = chars.next().filter(|c| chars.next().is_none() && !c.is_control());
    let named = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    let number = || name.strip_prefix(['F', 'f'])?.parse().ok();
    named
        .map(|(_, code)| *code)
        .or(character.map(KeyCode::Char))
        .or_else(|| number().filter(|n| (1..=LAST_FUNCTION).contains(n)).map(KeyCode::F))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_named_as_it_is_shown() {
        for code in NAMES.iter().map(|(_, code)| *code).chain([KeyCode::F(1), KeyCode::Char('/')]) {
            for (ctrl, alt) in [(false, false), (true, false), (false, true), (true, true)] {
                let key = Key { ctrl, alt, ..Key::plain(code) };
                assert_eq!(key.to_string().parse(), Ok(key), "{key}");
            }
        }
    }

    #[test]
    fn people_write_keys_in_several_ways() {
        let key = |name: &str| name.parse::<Key>();
        assert_eq!(key("^f"), Ok(Key::ctrl('f')));
        assert_eq!((key("^F"), key("C-f")), (key("^f"), key("^f")));
        assert_eq!(key("pagedown"), Ok(Key::plain(KeyCode::PageDown)));
        assert_eq!(key("^M"), Ok(Key::plain(KeyCode::Enter)));
        assert_eq!(key("f12"), Ok(Key::plain(KeyCode::F(12))));
        assert_eq!((key("f"), key("F")), (Ok(Key::char('f')), Ok(Key::char('F'))));
        assert_eq!((key("^"), key("雨")), (Ok(Key::char('^')), Ok(Key::char('雨'))));
        assert_eq!(key("M-<"), Ok(Key { alt: true, ..Key::char('<') }));
        for name in ["", "jj", "F13", "F0", "M-", "M-M-x", "C-", "\u{1b}"] {
            assert_eq!(key(name), Err(NoKey), "{name:?}");
        }
    }
}
