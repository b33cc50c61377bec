//! What a terminal sends while a person is at it: bytes into keys, pastes and what is done with the mouse (ECMA-48,
//! xterm's control sequences), and the place of the cursor, where it was asked. Whatever else comes, other
//! answers and plain garbage, is left out.
//!
//! A sequence may come in pieces, and a lone ESC is a key, so time decides: where the decoder waits for a
//! [`Incomplete`] that does not come, the one who feeds it lets it [`Decoder::settle`].

use super::{Key, KeyCode, Mouse, MouseKind};
use crate::budget::{PASTE_BYTES, SEQUENCE_BYTES, STRING_BYTES};

const ESC: u8 = 0x1B;
const PASTE_END: &[u8] = b"\x1b[201~";

/// Something that a person did, or that the terminal was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// This was pasted.
    Paste(String),
    /// The mouse was used.
    Mouse(Mouse),
    /// The terminal answers in which column its cursor is, counted from 1.
    Column(usize),
    /// The terminal answers which red, green and blue its ground has.
    Ground([u8; 3]),
}

/// Something whose rest has not come yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Incomplete {
    /// Of a sequence, which comes at once, or else of a key that is no sequence.
    Sequence,
    /// Of a paste, or of a sequence that no key begins: its end may be long in coming, or lost.
    Long,
}

/// What turns bytes into [`Input`]s.
#[derive(Clone, Debug, Default)]
pub struct Decoder {
    /// What has come and is not understood yet.
    bytes: Vec<u8>,
    within: Within,
}

/// What the next byte belongs to, where that was begun and is not kept byte by byte.
#[derive(Clone, Debug, Default)]
enum Within {
    /// Nothing.
    #[default]
    None,
    /// A paste, of which this has come.
    Paste(Vec<u8>),
    /// A control sequence that is garbage: it is longer than any that means something.
    Sequence,
    /// A control string, such as the answer to a question about colours; no person sends one.
    String(Strung),
}

/// A control string of which some has come.
#[derive(Clone, Debug, Default)]
struct Strung {
    /// How many bytes have come.
    passed: usize,
    /// The first of them, as many as an answer about a colour has.
    head: Vec<u8>,
}

/// What stands at the beginning of some bytes.
enum Head {
    /// An input that takes so many bytes; none where they mean nothing to us.
    Input(Option<Input>, usize),
    /// The beginning of something that is not kept byte by byte; it takes so many bytes.
    Begin(Within, usize),
    /// Something whose end has not come yet.
    Part,
}

impl Decoder {
    /// Returns what `bytes` tell together with those that came before.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Input> {
        self.bytes.extend_from_slice(bytes);
        let mut inputs = Vec::new();
        let mut at = 0;
        while let Some(rest) = self.bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let (taken, ended) = match &mut self.within {
                Within::None => match head(rest) {
                    Head::Input(input, taken) => {
                        inputs.extend(input);
                        (taken, false)
                    }
                    Head::Begin(within, taken) => {
                        self.within = within;
                        (taken, false)
                    }
                    Head::Part => break,
                },
                Within::Paste(paste) => take_paste(paste, rest),
                Within::Sequence => pass_sequence(rest),
                Within::String(strung) => strung.pass(rest),
            };
            at += taken;
            if ended {
                inputs.extend(self.end());
            } else if taken == 0 {
                break;
            }
        }
        self.bytes.drain(..at.min(self.bytes.len()));
        inputs
    }

    /// Returns what the decoder waits for.
    pub fn waits_for(&self) -> Option<Incomplete> {
        match &self.within {
            Within::Paste(_) | Within::Sequence | Within::String(_) => Some(Incomplete::Long),
            // What begins like one with a parameter is no key: its end may be on a slow line.
            Within::None if matches!(self.bytes.as_slice(), [ESC, b'[', _, ..]) => {
                Some(Incomplete::Long)
            }
            Within::None => (!self.bytes.is_empty()).then_some(Incomplete::Sequence),
        }
    }

    /// Takes what has come to be all, and returns what it tells.
    pub fn settle(&mut self) -> Vec<Input> {
        let bytes = std::mem::take(&mut self.bytes);
        if let Within::Paste(paste) = &mut self.within {
            let room = PASTE_BYTES.saturating_sub(paste.len());
            paste.extend(bytes.iter().take(room));
        }
        if !matches!(self.within, Within::None) {
            return self.end().into_iter().collect();
        }
        let key = match bytes.as_slice() {
            [ESC] => Some(Key::plain(KeyCode::Esc)),
            [ESC, byte @ b' '..=b'~'] => Some(Key { alt: true, ..Key::char(char::from(*byte)) }),
            _ => None,
        };
        key.map(Input::Key).into_iter().collect()
    }

    /// Ends what was begun, and returns what it tells.
    fn end(&mut self) -> Option<Input> {
        match std::mem::take(&mut self.within) {
            Within::Paste(paste) => {
                Some(Input::Paste(String::from_utf8_lossy(&paste).into_owned()))
            }
            Within::String(strung) => ground(&strung.head).map(Input::Ground),
            Within::None | Within::Sequence => None,
        }
    }
}

/// Moves what `rest` begins with into `paste`, up to its end; returns how many bytes that took, and whether
/// the end was among them.
fn take_paste(paste: &mut Vec<u8>, rest: &[u8]) -> (usize, bool) {
    let end = rest.windows(PASTE_END.len()).position(|window| window == PASTE_END);
    // The last bytes may be the first of the end.
    let count = end.unwrap_or(rest.len().saturating_sub(PASTE_END.len() - 1));
    let room = PASTE_BYTES.saturating_sub(paste.len());
    paste.extend(rest.iter().take(count.min(room)));
    match end {
        Some(at) => (at + PASTE_END.len(), true),
        None => (count, false),
    }
}

/// Returns how many bytes of `rest` belong to a control sequence that is left out, and whether it ends there.
fn pass_sequence(rest: &[u8]) -> (usize, bool) {
    let length = rest.iter().take_while(|byte| matches!(byte, 0x20..=0x3F)).count();
    match rest.get(length) {
        None => (length, false),
        Some(0x40..=0x7E) => (length + 1, true),
        // What does not belong in a sequence ends it, and is looked at by itself.
        Some(_) => (length, true),
    }
}

/// The bytes of the longest answer about the ground, `11;rgb:ffff/ffff/ffff`, without its end.
const GROUND_BYTES: usize = 21;

impl Strung {
    /// Takes the bytes of `rest` that belong to it, and returns how many they are, and whether it ends there: with BEL or
    /// ST, or with CAN or SUB, which cancel it, or because it is too long for one.
    fn pass(&mut self, rest: &[u8]) -> (usize, bool) {
        let room = STRING_BYTES.saturating_sub(self.passed);
        let end = rest.iter().position(|byte| matches!(*byte, 0x07 | 0x18 | 0x1A | ESC));
        let (taken, ended) = match end.map(|at| (at, rest.get(at..).unwrap_or_default())) {
            None => (rest.len(), false),
            Some((at, [ESC])) => (at, false),
            Some((at, [ESC, b'\\', ..])) => (at + 2, true),
            // Another escape cancels it, and is looked at by itself.
            Some((at, [ESC, ..])) => (at, true),
            Some((at, _)) => (at + 1, true),
        };
        let own = end.unwrap_or(rest.len());
        if own > room {
            return (room, true);
        }
        let left = (GROUND_BYTES + 1).saturating_sub(self.head.len());
        self.head.extend(rest.iter().take(own.min(left)));
        self.passed += taken;
        (taken, ended)
    }
}

/// Returns the red, green and blue of the ground that a control string tells (xterm's OSC 11); none where it tells
/// something else.
fn ground(string: &[u8]) -> Option<[u8; 3]> {
    let string = str::from_utf8(string).ok().filter(|string| string.len() <= GROUND_BYTES)?;
    let mut parts = string.strip_prefix("11;rgb:")?.split('/');
    let mut part = || {
        let digits = parts.next().filter(|digits| (1..=4).contains(&digits.len()))?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        let most = (1 << (4 * digits.len())) - 1;
        u8::try_from(value * 255 / most).ok()
    };
    let colour = [part()?, part()?, part()?];
    parts.next().is_none().then_some(colour)
}

/// Returns what `bytes`, which are not empty, begin with.
fn head(bytes: &[u8]) -> Head {
    match bytes {
        [ESC, b'[', rest @ ..] => control_sequence(rest),
        [ESC, b'O', rest @ ..] => match rest.first() {
            Some(last) => key(function_key(*last), 3),
            None => Head::Part,
        },
        [ESC, b']' | b'P' | b'_' | b'^' | b'X', _, ..] => {
            Head::Begin(Within::String(Strung::default()), 2)
        }
        // Two of them: the first is a key, the second may begin something.
        [ESC, ESC, ..] => key(Some(KeyCode::Esc), 1),
        [ESC] | [ESC, b']' | b'P' | b'_' | b'^' | b'X'] => Head::Part,
        [ESC, rest @ ..] => match character(rest) {
            Head::Input(Some(Input::Key(key)), taken) => {
                Head::Input(Some(Input::Key(Key { alt: true, ..key })), taken + 1)
            }
            Head::Input(none, taken) => Head::Input(none, taken + 1),
            other => other,
        },
        bytes => character(bytes),
    }
}

fn key(code: Option<KeyCode>, taken: usize) -> Head {
    Head::Input(code.map(|code| Input::Key(Key::plain(code))), taken)
}

/// Returns the key that `bytes` begin with, a character or a control.
fn character(bytes: &[u8]) -> Head {
    let Some(first) = bytes.first() else { return Head::Part };
    let held = |letter: u8| Head::Input(Some(Input::Key(Key::ctrl(char::from(letter)))), 1);
    match *first {
        b'\r' | b'\n' => key(Some(KeyCode::Enter), 1),
        b'\t' => key(Some(KeyCode::Tab), 1),
        0x7F => key(Some(KeyCode::Backspace), 1),
        0 => held(b' '),
        control @ 0x01..=0x1A => held(control - 1 + b'a'),
        control @ 0x1B..=0x1F => held(control - 0x1B + b'['),
        _ => letter(bytes),
    }
}

/// Returns the character of UTF-8 that `bytes` begin with; a byte that begins none means nothing.
fn letter(bytes: &[u8]) -> Head {
    let start = bytes.get(..4).unwrap_or(bytes);
    let (valid, error) = match str::from_utf8(start) {
        Ok(_) => (start.len(), None),
        Err(error) => (error.valid_up_to(), Some(error)),
    };
    let text = start.get(..valid).and_then(|valid| str::from_utf8(valid).ok());
    if let Some(c) = text.and_then(|text| text.chars().next()) {
        return key(Some(KeyCode::Char(c)).filter(|_| !c.is_control()), c.len_utf8());
    }
    match error.map(|error| error.error_len()) {
        Some(None) => Head::Part,
        _ => Head::Input(None, 1),
    }
}

/// Returns the control sequence whose bytes after the introducer are the first of `rest`.
fn control_sequence(rest: &[u8]) -> Head {
    // The console of Linux has function keys, and old terminals a mouse, of a form of their own.
    match rest {
        [b'[', last, ..] => return key(function_key(last.wrapping_add(b'P' - b'A')), 4),
        [b'M', _, _, _, ..] => return Head::Input(None, 6),
        [b'['] | [b'M', ..] => return Head::Part,
        _ => {}
    }
    let inner = rest.iter().take(SEQUENCE_BYTES).take_while(|byte| matches!(byte, 0x20..=0x3F));
    let length = inner.count();
    match (rest.get(..length), rest.get(length)) {
        (Some(parameters), Some(last @ 0x40..=0x7E)) => {
            let taken = 2 + length + 1;
            if (parameters, *last) == (b"200", b'~') {
                return Head::Begin(Within::Paste(Vec::new()), taken);
            }
            Head::Input(sequence(parameters, *last), taken)
        }
        (_, None) => Head::Part,
        (_, Some(0x20..=0x3F)) => Head::Begin(Within::Sequence, 2 + length),
        // What does not belong in a sequence ends it, and is looked at by itself.
        _ => Head::Input(None, 2 + length),
    }
}

/// Returns what the control sequence with `parameters` tells that ends with `last`.
fn sequence(parameters: &[u8], last: u8) -> Option<Input> {
    let text = str::from_utf8(parameters).ok()?;
    if let Some(mouse) = text.strip_prefix('<') {
        return pointed(mouse, last);
    }
    // A key that was let go (kitty's protocol: 3 after the modifiers) was pressed before.
    if text.split(';').nth(1).and_then(|held| held.split(':').nth(1)) == Some("3") {
        return None;
    }
    let mut numbers = text.split(';').map(|number| {
        let main = number.split(':').next().unwrap_or_default();
        main.parse::<u32>().ok()
    });
    let first = numbers.next().flatten();
    if last == b'R' {
        return numbers.next().flatten().map(|column| Input::Column(column as usize));
    }
    // Shift 1, Alt 2, Control 4, and 1 on top of their sum.
    let held = numbers.next().flatten().unwrap_or(1).saturating_sub(1);
    let code = match last {
        b'~' => numbered_key(first?),
        b'Z' => Some(KeyCode::BackTab),
        b'u' => Some(coded_key(first?)?),
        _ => function_key(last).filter(|_| matches!(first, None | Some(1))),
    }?;
    let shift = held & 1 != 0 && !matches!(code, KeyCode::Char(_) | KeyCode::BackTab);
    Some(Input::Key(Key { code, alt: held & 2 != 0, ctrl: held & 4 != 0, shift }))
}

/// Returns what the report of a mouse tells (xterm's SGR form) that ends with `last`: `m` where a button was let go. It
/// has the button, 32 more for a move and 64 for a wheel, the column and the row, from 1.
fn pointed(report: &str, last: u8) -> Option<Input> {
    const HELD: usize = 4 | 8 | 16;
    let mut numbers = report.split(';').map(|number| number.parse::<usize>().ok());
    let (button, column, row) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let kind = match (button & !HELD, last) {
        (64, b'M') => MouseKind::Wheel(-1),
        (65, b'M') => MouseKind::Wheel(1),
        (0, b'M') => MouseKind::Press,
        (32, b'M') => MouseKind::Drag,
        (0, b'm') => MouseKind::Release,
        _ => return None,
    };
    Some(Input::Mouse(Mouse { kind, column: column.checked_sub(1)?, row: row.checked_sub(1)? }))
}

/// Returns the key that `last` ends the sequence of.
fn function_key(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'M' => KeyCode::Enter,
        b'P'..=b'T' => KeyCode::F(last - b'P' + 1),
        _ => return None,
    })
}

/// Returns the key with this number, as the terminals of DEC count them.
fn numbered_key(number: u32) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F((number - 10) as u8),
        17..=21 => KeyCode::F((number - 11) as u8),
        23..=24 => KeyCode::F((number - 12) as u8),
        _ => return None,
    })
}

/// Returns the key of the character `code`.
fn coded_key(code: u32) -> Option<KeyCode> {
    Some(match char::from_u32(code)? {
        '\r' => KeyCode::Enter,
        '\t' => KeyCode::Tab,
        '\u{1B}' => KeyCode::Esc,
        '\u{7F}' => KeyCode::Backspace,
        c if c.is_control() => return None,
        c => KeyCode::Char(c),
    })
}

#[cfg(test)]
mod tests;
