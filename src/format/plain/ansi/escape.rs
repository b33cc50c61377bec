//! Escape sequences that say how text looks (ECMA-48 SGR), where it leads (OSC 8), or nothing that matters on a page.

use super::ESCAPE;
use crate::budget::LINK_BYTES;
use crate::document::{Style, TerminalColour, TerminalLook, Underline};

/// An escape sequence that text is read with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Escape<'a> {
    /// The look changes as these parameters of SGR say.
    Look(&'a str),
    /// A link begins to an address that may be followed, or none.
    Link(Option<&'a str>),
    /// Nothing of the text: the rest of the row is erased, or the usual letters are chosen.
    Nothing,
}

impl<'a> Escape<'a> {
    /// Returns the escape sequence that `sent` begins with, and what follows; none where it is of another kind, does not
    /// end or is no escape.
    pub(super) fn read(sent: &'a str) -> Option<(Self, &'a str)> {
        let sequence = sent.strip_prefix(ESCAPE)?;
        if let Some(rest) = sequence.strip_prefix("(B") {
            return Some((Self::Nothing, rest));
        }
        if let Some(link) = sequence.strip_prefix("]8;") {
            return Self::link(link);
        }
        let control = sequence.strip_prefix('[')?;
        let parameter = |byte: u8| byte.is_ascii_digit() || matches!(byte, b';' | b':');
        let length = control.bytes().take_while(|byte| parameter(*byte)).count();
        let (parameters, rest) = control.split_at_checked(length)?;
        if let Some(rest) = rest.strip_prefix('m') {
            return Some((Self::Look(parameters), rest));
        }
        rest.strip_prefix('K').map(|rest| (Self::Nothing, rest))
    }

    /// Returns the link that `sent` says after its introducer: parameters, an address, and the string terminator.
    fn link(sent: &'a str) -> Option<(Self, &'a str)> {
        let bytes = sent.as_bytes();
        let end = bytes.iter().take(LINK_BYTES + 1).position(|byte| *byte < b' ')?;
        let (link, rest) = sent.split_at_checked(end)?;
        let rest = rest.strip_prefix('\u{7}').or_else(|| rest.strip_prefix("\u{1B}\\"))?;
        let (_, address) = link.split_once(';')?;
        Some((Self::Link(Some(address).filter(|address| may_be_followed(address))), rest))
    }
}

/// Returns whether `address` is one that a reader may open: on the web, or of a mailbox.
fn may_be_followed(address: &str) -> bool {
    let (scheme, _) = address.split_once(':').unwrap_or_default();
    ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
}

/// Changes `style` and `look` as the `parameters` of SGR say. Those that are unknown change nothing.
pub(super) fn change(style: &mut Style, look: &mut TerminalLook, parameters: &str) {
    let mut rest = parameters.split(';');
    while let Some(parameter) = rest.next() {
        let mut parts = parameter.split(':');
        let number = parts.next().and_then(number);
        match number {
            Some(38) => look.foreground = colour(parts, &mut rest).or(look.foreground),
            Some(48) => look.background = colour(parts, &mut rest).or(look.background),
            // The colour of the line below is none of a row's.
            Some(58) => {
                let _line = colour(parts, &mut rest);
            }
            Some(4) => underline(style, look, parts.next()),
            Some(21) => underline(style, look, Some("2")),
            Some(0) => (*style, *look) = Default::default(),
            Some(number) => simple(style, look, number),
            None => {}
        }
    }
}

/// Returns what a parameter says; an empty one says 0.
fn number(digits: &str) -> Option<u8> {
    if digits.is_empty() { Some(0) } else { digits.parse().ok() }
}

/// Changes the look as a parameter says that takes no others.
fn simple(style: &mut Style, look: &mut TerminalLook, number: u8) {
    match number {
        1 => *style |= Style::STRONG,
        2 => *style |= Style::DIM,
        3 => *style |= Style::EMPHASIS,
        7 => *style |= Style::REVERSED,
        9 => *style |= Style::STRUCK,
        22 => *style = style.without(Style::STRONG | Style::DIM),
        23 => *style = style.without(Style::EMPHASIS),
        24 => *style = style.without(Style::UNDERLINED),
        27 => *style = style.without(Style::REVERSED),
        29 => *style = style.without(Style::STRUCK),
        30..=37 => look.foreground = Some(TerminalColour::Indexed(number - 30)),
        39 => look.foreground = None,
        40..=47 => look.background = Some(TerminalColour::Indexed(number - 40)),
        49 => look.background = None,
        90..=97 => look.foreground = Some(TerminalColour::Indexed(number - 82)),
        100..=107 => look.background = Some(TerminalColour::Indexed(number - 92)),
        _ => {}
    }
}

/// Changes the line below: `4`, and in one parameter with it the kind.
fn underline(style: &mut Style, look: &mut TerminalLook, kind: Option<&str>) {
    look.underline = match kind.and_then(number) {
        Some(2) => Underline::Double,
        Some(3) => Underline::Curly,
        Some(4) => Underline::Dotted,
        Some(5) => Underline::Dashed,
        _ => Underline::Straight,
    };
    match kind.and_then(number) {
        Some(0) => *style = style.without(Style::UNDERLINED),
        _ => *style |= Style::UNDERLINED,
    }
}

/// Returns the colour that follows `38` or `48`: in the same parameter, parted by colons (ISO 8613-6, with or without a
/// colour space), or in those after it.
fn colour<'a>(
    within: impl Iterator<Item = &'a str>,
    after: &mut impl Iterator<Item = &'a str>,
) -> Option<TerminalColour> {
    let within: Vec<&str> = within.take(6).collect();
    match within.as_slice() {
        [] => match number(after.next()?)? {
            5 => Some(TerminalColour::Indexed(number(after.next()?)?)),
            2 => rgb(&[after.next()?, after.next()?, after.next()?]),
            _ => None,
        },
        ["5", index, ..] => Some(TerminalColour::Indexed(number(index)?)),
        ["2", _, rest @ ..] if rest.len() >= 3 => rgb(rest),
        ["2", rest @ ..] => rgb(rest),
        _ => None,
    }
}

/// Returns the colour of three parameters.
fn rgb(parameters: &[&str]) -> Option<TerminalColour> {
    let [red, green, blue, ..] = parameters else { return None };
    Some(TerminalColour::Rgb(number(red)?, number(green)?, number(blue)?))
}
