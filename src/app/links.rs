//! What can be followed on the page: links, the signs of notes, pictures; and where each leads.

use std::ops::Range;

use super::view::View;
use crate::document::{BlockKind, Document, FrameKind, Part, Position, Style, Target, WebAddress};

/// The most characters of the sign of a note, without its brackets.
const SIGN_CHARS: usize = 4;

/// What can be followed, where it stands on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PageLink {
    /// The first of its bytes on the page.
    pub(super) place: Position,
    /// How its text is meant.
    style: Style,
    target: Target,
    /// Its first run of text, as it is read.
    text: String,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// To a place of the document.
    Place(Position),
    /// Nowhere: the document has no such place.
    Nowhere(String),
    /// To what is shown in a window first.
    Window(WindowSubject),
}

/// What a window over the page is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WindowSubject {
    /// A note: its part, and the bytes of what it says.
    Note(usize, Range<usize>),
    /// An address out of the document; where it may be handed on, that as well.
    Address(String, Option<WebAddress>),
    /// A picture, named so.
    Picture(String),
    /// A file beside the document, named so.
    File(String),
    /// What a dictionary says of a word.
    Meaning(String),
}

/// Returns what can be followed on the page of `view`, in the order of reading; a link on several rows once.
pub(super) fn on_page(view: &View, document: &Document) -> Vec<PageLink> {
    let mut links: Vec<PageLink> = Vec::new();
    let mut last = None;
    for row in view.page() {
        let part = document.part(row.start.part);
        for mark in part.marks_in(row.bytes()).iter().filter(|mark| row.shows(&mark.range)) {
            let Some(target) = part.target(mark) else { continue };
            let number = Some((row.start.part, mark.link));
            if std::mem::replace(&mut last, number) != number {
                links.push(PageLink {
                    place: row.start.max(Position::new(row.start.part, mark.range.start)),
                    style: mark.style,
                    target: target.clone(),
                    text: part.slice(mark.range.clone()).to_owned(),
                });
            }
        }
    }
    links
}

/// Returns what can be followed at `place`.
pub(super) fn at(place: Position, document: &Document) -> Option<PageLink> {
    let part = document.part(place.part);
    let mark = part.marks_in(place.byte..place.byte + 1).first()?;
    Some(PageLink {
        place,
        style: mark.style,
        target: part.target(mark)?.clone(),
        text: part.slice(mark.range.clone()).to_owned(),
    })
}

impl PageLink {
    /// Returns where it leads in `document`.
    pub(super) fn lead(&self, document: &Document) -> Destination {
        let href = match &self.target {
            Target::Address(address) => {
                let handed_on = WebAddress::of(address);
                return Destination::Window(WindowSubject::Address(address.to_string(), handed_on));
            }
            Target::Place(href) => href,
        };
        let Some((number, bytes)) = document.resolve(self.place.part, href) else {
            return self.lead_out(href);
        };
        let part = document.part(number);
        if self.means_note(document, number, &part, &bytes) {
            let note = WindowSubject::Note(number, whole_note(&part, bytes));
            return Destination::Window(note);
        }
        Destination::Place(Position::new(number, bytes.start))
    }

    /// Returns where `href` leads, which is no place in the document.
    fn lead_out(&self, href: &str) -> Destination {
        match href {
            _ if href.starts_with('#') => Destination::Nowhere(href.to_owned()),
            _ if self.style.has(Style::IMAGE) => {
                Destination::Window(WindowSubject::Picture(href.to_owned()))
            }
            _ => Destination::Window(WindowSubject::File(href.to_owned())),
        }
    }

    /// Returns whether what it leads to, `bytes` of `part`, is a note: it comes later, is no heading, and the link is
    /// the sign of one as its format says, or by its shape: it is short, and leads to what is set as a note or leads
    /// back.
    fn means_note(
        &self,
        document: &Document,
        number: usize,
        part: &Part,
        bytes: &Range<usize>,
    ) -> bool {
        let block = part.block_at(bytes.start).and_then(|block| part.blocks().get(block));
        let Some(block) = block.filter(|block| !matches!(block.kind, BlockKind::Heading(_))) else {
            return false;
        };
        if bytes.is_empty() || Position::new(number, bytes.start) <= self.place {
            return false;
        }
        let noted = || part.frames_of(block).any(|frame| is_note(&frame.kind));
        self.style.has(Style::NOTE)
            || (is_sign(&self.text) && (noted() || self.is_led_back(document, number, part, bytes)))
    }

    /// Returns whether a link in `bytes` of `part` leads back to this one.
    fn is_led_back(
        &self,
        document: &Document,
        number: usize,
        part: &Part,
        bytes: &Range<usize>,
    ) -> bool {
        let marks = part.marks_in(bytes.clone()).iter();
        let mut places = marks.filter_map(|mark| match part.target(mark)? {
            Target::Place(href) => document.resolve(number, href),
            Target::Address(_) => None,
        });
        places.any(|(part, bytes)| part == self.place.part && bytes.contains(&self.place.byte))
    }
}

/// Returns whether `kind` holds what a note says.
fn is_note(kind: &FrameKind) -> bool {
    matches!(kind, FrameKind::Note { .. } | FrameKind::Aside)
}

/// Returns whether `text` is as short as the sign of a note: digits, a star, both in brackets.
fn is_sign(text: &str) -> bool {
    let bare = text.trim().trim_matches(['[', ']', '(', ')', '［', '］', '〔', '〕', '【', '】']);
    bare.chars().count() <= SIGN_CHARS
}

/// Returns `bytes` of `part`, what a name stands for, with the rest of the frame that they begin: a name within the
/// first paragraph of a note means all of it.
fn whole_note(part: &Part, bytes: Range<usize>) -> Range<usize> {
    let Some(first) = part.block_at(bytes.start) else { return bytes };
    let frames = |block: usize| {
        let frame = part.blocks().get(block).and_then(|block| block.frame);
        std::iter::successors(frame, |frame| {
            part.markup().frames.get(*frame as usize).and_then(|frame| frame.parent)
        })
    };
    let begun = |frame: &u32| {
        let kind = part.markup().frames.get(*frame as usize).map(|frame| &frame.kind);
        let holds =
            kind.is_some_and(|kind| is_note(kind) || matches!(kind, FrameKind::Item { .. }));
        holds && first.checked_sub(1).is_none_or(|before| !frames(before).any(|it| it == *frame))
    };
    let Some(frame) = frames(first).find(begun) else { return bytes };
    let within =
        (first..part.blocks().len()).take_while(|block| frames(*block).any(|it| it == frame));
    let last = within.last().unwrap_or(first);
    bytes.start..bytes.end.max(part.end_of(last))
}
