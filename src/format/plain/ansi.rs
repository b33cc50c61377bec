//! Text as it was sent to a terminal or a printer: the letters that a reader sees, and apart from them the colours,
//! weights and links that came as escape sequences or by overstriking. What else an escape sequence would do is left
//! in the text, where it is shown and not obeyed.

mod escape;
mod overstrike;
mod overlay;

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr2;

use crate::document::{Extra, Mark, Markup, Style, Target, TerminalLook};
use escape::Escape;
pub(super) use overlay::overlay;

const ESCAPE: char = '\u{1B}';
const BACKSPACE: char = '\u{8}';

/// Returns the letters of `text`.
pub(super) fn plain(text: Cow<'_, str>) -> Cow<'_, str> {
    if is_plain(&text) { text } else { Cow::Owned(Printed::read(&text).text) }
}

/// Returns whether `text` was sent nowhere: no escape sequence and no overstriking is in it.
pub(super) fn is_plain(text: &str) -> bool {
    memchr2(ESCAPE as u8, BACKSPACE as u8, text.as_bytes()).is_none()
}

/// How letters look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ink {
    style: Style,
    look: TerminalLook,
    /// The number of the link that they belong to.
    link: Option<u16>,
}

impl Ink {
    fn is_plain(self) -> bool {
        self == Self::default()
    }
}

/// A run of letters that look alike, not plain.
#[derive(Clone, Debug, PartialEq, Eq)]
struct LookRun {
    /// The bytes of the letters.
    range: Range<usize>,
    ink: Ink,
}

/// Text that was sent to a terminal.
#[derive(Debug, Default)]
pub(super) struct Printed {
    /// The letters.
    pub(super) text: String,
    /// How some of them look, in order.
    runs: Vec<LookRun>,
    /// Where links lead.
    links: Vec<Target>,
    /// How the next letter looks.
    ink: Ink,
}

impl Printed {
    /// Returns what a terminal would show of `sent`.
    pub(super) fn read(sent: &str) -> Self {
        let mut printed = Self { text: String::with_capacity(sent.len()), ..Self::default() };
        let mut rest = sent;
        while let Some(at) = memchr2(ESCAPE as u8, BACKSPACE as u8, rest.as_bytes()) {
            let Some((letters, control)) = rest.split_at_checked(at) else { break };
            printed.push(letters, printed.ink);
            rest = printed.obey(control);
        }
        printed.push(rest, printed.ink);
        printed
    }

    /// Returns the bytes of the letters that have a ground of their own, on which blanks are seen.
    pub(super) fn grounds(&self) -> Vec<Range<usize>> {
        let has_ground = |run: &&LookRun| {
            run.ink.style.has(Style::REVERSED) || run.ink.look.background.is_some()
        };
        self.runs.iter().filter(has_ground).map(|run| run.range.clone()).collect()
    }

    /// Does what `sent` begins with, an escape or a backspace, and returns what follows. One that means nothing here is
    /// a letter.
    fn obey<'a>(&mut self, sent: &'a str) -> &'a str {
        if let Some((escape, rest)) = Escape::read(sent) {
            self.change(escape);
            return rest;
        }
        if let Some((struck, rest)) = overstrike::read(&self.text, sent) {
            let below = self.pop(struck.scalars);
            let ink = Ink { style: below.style | struck.style, ..below };
            self.push(struck.letter.encode_utf8(&mut [0; 4]), ink);
            return rest;
        }
        let (control, rest) = sent.split_at_checked(1).unwrap_or((sent, ""));
        self.push(control, self.ink);
        rest
    }

    /// Lets the next letters look as `escape` says.
    fn change(&mut self, escape: Escape) {
        match escape {
            Escape::Look(parameters) => {
                escape::change(&mut self.ink.style, &mut self.ink.look, parameters);
            }
            Escape::Link(address) => self.ink.link = address.and_then(|address| self.link(address)),
            Escape::Nothing => {}
        }
    }

    /// Returns the number of the link that leads to `address`; none where there are too many.
    fn link(&mut self, address: &str) -> Option<u16> {
        let number = u16::try_from(self.links.len()).ok()?;
        self.links.push(Target::Address(address.into()));
        Some(number)
    }

    /// Adds `letters` in `ink`.
    fn push(&mut self, letters: &str, ink: Ink) {
        let start = self.text.len();
        self.text.push_str(letters);
        if ink.is_plain() || letters.is_empty() {
            return;
        }
        match self.runs.last_mut() {
            Some(last) if last.range.end == start && last.ink == ink => {
                last.range.end = self.text.len();
            }
            _ => self.runs.push(LookRun { range: start..self.text.len(), ink }),
        }
    }

    /// Takes the last `scalars` back and returns how they looked.
    fn pop(&mut self, scalars: usize) -> Ink {
        let taken: usize = self.text.chars().rev().take(scalars).map(char::len_utf8).sum();
        let end = self.text.len() - taken;
        self.text.truncate(end);
        let mut ink = Ink::default();
        while let Some(last) = self.runs.last_mut().filter(|last| last.range.end > end) {
            ink = last.ink;
            last.range.end = end;
            if last.range.start < end {
                break;
            }
            self.runs.pop();
        }
        ink
    }

    /// Returns the marks of its letters, `range` as it lies in a part's text, and adds their looks and links to `markup`.
    fn marks(self, placed: Vec<(Range<usize>, usize)>, markup: &mut Markup) -> Vec<Mark> {
        let first = markup.links.len();
        let looks: Vec<Option<Extra>> = self.runs.iter().map(|run| look(run.ink, markup)).collect();
        markup.links.extend(self.links);
        let renumbered = |number: u16| u16::try_from(first + usize::from(number)).ok();
        let mark = |(range, run): (Range<usize>, usize)| {
            let ink = self.runs.get(run)?.ink;
            let extra = looks.get(run).copied().flatten();
            Some(Mark { range, style: ink.style, link: ink.link.and_then(renumbered), extra })
        };
        placed.into_iter().filter_map(mark).collect()
    }
}

/// Returns the colours of `ink`, added to `markup`; none where it has none.
fn look(ink: Ink, markup: &mut Markup) -> Option<Extra> {
    if ink.look == TerminalLook::default() {
        return None;
    }
    let known = markup.looks.iter().rposition(|look| *look == ink.look);
    let number = known.unwrap_or_else(|| {
        markup.looks.push(ink.look);
        markup.looks.len() - 1
    });
    u32::try_from(number).ok().map(Extra::Look)
}

#[cfg(test)]
mod tests;
