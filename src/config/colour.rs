//! Colours: one of the terminal's own or a mix of red, green and blue, and how well one is read on another.

use std::ops::RangeInclusive;
use std::str::FromStr;

use crate::document::TerminalColour;

/// How many colours a terminal shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// None.
    None,
    /// Sixteen.
    #[default]
    Sixteen,
    /// 256.
    Palette,
    /// All mixes.
    True,
}

/// The names of the first sixteen.
pub const NAMES: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

/// What the first sixteen are in xterm; in other terminals they are near that.
const XTERM: [[u8; 3]; 16] = [
    [0, 0, 0],
    [205, 0, 0],
    [0, 205, 0],
    [205, 205, 0],
    [0, 0, 238],
    [205, 0, 205],
    [0, 205, 205],
    [229, 229, 229],
    [127, 127, 127],
    [255, 0, 0],
    [0, 255, 0],
    [255, 255, 0],
    [92, 92, 255],
    [255, 0, 255],
    [0, 255, 255],
    [255, 255, 255],
];

/// The steps of red, green and blue in the cube of the palette (16 to 231).
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// A word that names no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoColour;

impl FromStr for TerminalColour {
    type Err = NoColour;

    fn from_str(word: &str) -> Result<Self, NoColour> {
        if let Some(digits) = word.strip_prefix('#') {
            let whole = digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
            let mix = u32::from_str_radix(digits, 16).ok().filter(|_| whole).ok_or(NoColour)?;
            let [_, red, green, blue] = mix.to_be_bytes();
            return Ok(Self::Rgb(red, green, blue));
        }
        let named = NAMES.iter().position(|name| *name == word).map(|number| number as u8);
        named.or_else(|| word.parse().ok()).map(Self::Indexed).ok_or(NoColour)
    }
}

/// Returns `colour` as a terminal of `depth` shows it; none where it shows no colours.
pub(super) fn shown(colour: TerminalColour, depth: Depth) -> Option<TerminalColour> {
    match depth {
        Depth::None => None,
        Depth::True => Some(colour),
        Depth::Palette => Some(nearest(colour, 16..=255)),
        Depth::Sixteen => Some(nearest(colour, 0..=15)),
    }
}

/// Returns which colour of the palette `among` is nearest to `colour`; one of the first sixteen is itself.
fn nearest(colour: TerminalColour, among: RangeInclusive<u8>) -> TerminalColour {
    if let TerminalColour::Indexed(own) = colour
        && (own < 16 || among.contains(&own))
    {
        return colour;
    }
    let mix = rgb(colour);
    let away = |other: &TerminalColour| {
        let squares =
            mix.iter().zip(rgb(*other)).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2));
        squares.sum::<u32>()
    };
    among.map(TerminalColour::Indexed).min_by_key(away).unwrap_or(colour)
}

/// Returns the red, green and blue of `colour`; of the first sixteen, as xterm has them.
fn rgb(colour: TerminalColour) -> [u8; 3] {
    let number = match colour {
        TerminalColour::Rgb(red, green, blue) => return [red, green, blue],
        TerminalColour::Indexed(number) => number,
    };
    let step = |number: u8| STEPS.get(usize::from(number % 6)).copied().unwrap_or_default();
    match number {
        0..16 => XTERM.get(usize::from(number)).copied().unwrap_or_default(),
        16..232 => [step((number - 16) / 36), step((number - 16) / 6), step(number - 16)],
        232.. => [8 + 10 * (number - 232); 3],
    }
}

/// Returns how well text of `colour` is read on `ground`, from 1 to 21 (WCAG 2.2, contrast ratio).
pub fn contrast(colour: TerminalColour, ground: TerminalColour) -> f64 {
    let (one, other) = (luminance(colour), luminance(ground));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Returns how bright `colour` is, from 0 to 1 (WCAG 2.2, relative luminance).
pub(super) fn luminance(colour: TerminalColour) -> f64 {
    let linear = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = rgb(colour).map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;
    use TerminalColour::{Indexed, Rgb};

    #[test]
    fn a_colour_is_a_mix_a_number_or_a_name() {
        assert_eq!("#0a10FF".parse(), Ok(Rgb(10, 16, 255)));
        assert_eq!("bright-cyan".parse(), Ok(Indexed(14)));
        assert_eq!("255".parse(), Ok(Indexed(255)));
        for wrong in ["#fff", "#12345", "#1234567", "#+12345", "256", "-1", "purple", ""] {
            assert_eq!(wrong.parse::<TerminalColour>(), Err(NoColour), "{wrong}");
        }
    }

    #[test]
    fn a_terminal_of_fewer_colours_shows_the_nearest() {
        let orange = Rgb(255, 135, 1);
        assert_eq!(shown(orange, Depth::True), Some(orange));
        assert_eq!(shown(orange, Depth::Palette), Some(Indexed(208)));
        assert_eq!(shown(Rgb(250, 2, 2), Depth::Sixteen), Some(Indexed(9)));
        assert_eq!(shown(Indexed(208), Depth::Sixteen), Some(Indexed(3)));
        assert_eq!(shown(orange, Depth::None), None);
    }

    #[test]
    fn the_readers_own_colours_stay_what_they_are() {
        for depth in [Depth::Sixteen, Depth::Palette, Depth::True] {
            assert_eq!(shown(Indexed(4), depth), Some(Indexed(4)));
        }
    }
}
