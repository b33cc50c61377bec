//! The window of a link over the page: what a note says, or where the link leads, before anyone goes there; and of a
//! word, with what a dictionary says of it.

use super::{Desk, Outcome, list};
use crate::app::links::WindowSubject;
use crate::app::message::{Effect, Outside, PictureName};
use crate::app::panes::Stand;
use crate::app::view::View;
use crate::config::Role;
use crate::document::{Position, WebAddress};
use crate::input::{Key, LinkAction};
use crate::layout::Row;
use crate::layout::flow::FlowRow;

/// The rows of the window that are none of its text: its head, and what the keys do.
const BESIDE: usize = 2;

/// The window of a link.
#[derive(Clone, Debug)]
pub struct LinkWindow {
    /// Where the link stands.
    place: Position,
    /// The row of the text area that it stands in.
    row: usize,
    subject: WindowSubject,
    body: WindowBody,
    /// Which of the changes of the page its body was set after; none before it was.
    set_after: Option<usize>,
    /// How many rows are above the first that is shown.
    scroll: usize,
}

/// What is in the window.
#[derive(Clone, Debug)]
pub enum WindowBody {
    /// What a note says, as it is set on the page.
    Note(Vec<FlowRow>),
    /// Lines of words, each with the rows that it is set in.
    Words(Vec<(String, Vec<Row>)>),
}

impl WindowBody {
    /// Returns how many lines of the screen each of its rows takes.
    fn heights(&self) -> Vec<usize> {
        match self {
            Self::Note(rows) => rows.iter().map(FlowRow::height).collect(),
            Self::Words(lines) => {
                lines.iter().flat_map(|(_, rows)| rows).map(Row::height).collect()
            }
        }
    }
}

impl LinkWindow {
    /// Returns the window of the link at `place`, which leads there, to be settled.
    pub(super) fn of(place: Position, subject: WindowSubject) -> Self {
        let body = WindowBody::Note(Vec::new());
        Self { place, row: 0, subject, body, set_after: None, scroll: 0 }
    }

    /// Returns the window of the word at `place`, which means that, to be settled.
    pub(in crate::app) fn of_word(place: Position, meaning: String) -> Self {
        Self::of(place, WindowSubject::Meaning(meaning))
    }

    /// Returns what is in it.
    pub fn body(&self) -> &WindowBody {
        &self.body
    }

    /// Returns how many lines of the screen it would take.
    pub fn lines(&self) -> usize {
        self.body.heights().iter().sum()
    }

    /// Returns the rows of the note in it; of other windows, none.
    pub fn note(&self) -> &[FlowRow] {
        match &self.body {
            WindowBody::Note(rows) => rows,
            WindowBody::Words(_) => &[],
        }
    }

    /// Returns how many of its rows are above the first that is shown.
    pub fn scroll(&self) -> usize {
        self.scroll
    }

    /// Returns the name of the message that says what it shows.
    pub fn head(&self) -> &'static str {
        match &self.subject {
            WindowSubject::Address(_, None) => "window-unopened",
            WindowSubject::Address(_, Some(_)) => "window-address",
            WindowSubject::Picture(_) => "window-picture",
            WindowSubject::File(_) => "window-file",
            WindowSubject::Note(..) => "window-note",
            WindowSubject::Meaning(_) => "window-meaning",
        }
    }

    /// Returns the name of the message that says what is done with where it leads; none where nothing is.
    pub fn does(&self) -> Option<&'static str> {
        match &self.subject {
            WindowSubject::Address(_, None) | WindowSubject::Meaning(_) => None,
            WindowSubject::Address(_, Some(_))
            | WindowSubject::Picture(_)
            | WindowSubject::File(_) => Some("hint-open-link"),
            WindowSubject::Note(..) => Some("hint-go-there"),
        }
    }

    /// Returns what its words are, as far as their look goes.
    pub fn role(&self) -> Role {
        if matches!(self.subject, WindowSubject::Meaning(_)) { Role::Text } else { Role::Link }
    }

    /// Returns where it stands.
    pub(super) fn stand(&self) -> Stand {
        Stand::Beside { row: self.row, rows: self.lines() + BESIDE }
    }

    /// Takes a key: one that moves the page moves what is in the window.
    pub(super) fn press(&mut self, key: Key, desk: &mut Desk<'_>) -> Outcome {
        match desk.keymap.links().action(key) {
            Some(LinkAction::Leave) => return Outcome::Close,
            Some(LinkAction::Follow) => return self.follow(desk),
            Some(LinkAction::Erase) | None => {}
        }
        let rows = text_rows(desk);
        let last = self.last_scroll(rows);
        let action = desk.keymap.page().action(key);
        if let Some(to) = list::scrolled(action, self.scroll, rows.max(1), last) {
            self.scroll = to;
        }
        Outcome::Stay
    }

    /// Moves what is in the window by so many rows, below 0 up.
    pub(super) fn scroll_by(&mut self, rows: isize, desk: &Desk<'_>) {
        let last = self.last_scroll(text_rows(desk));
        self.scroll = list::stepped(self.scroll, rows, last + 1);
    }

    /// Takes a click: it opens what is opened outside; what the window shows whole it leaves alone.
    pub(super) fn click(&self, desk: &mut Desk<'_>) -> Outcome {
        match &self.subject {
            WindowSubject::Note(..) => Outcome::Stay,
            _ => self.follow(desk),
        }
    }

    /// Returns how many rows are above the first where the last of `lines` lines shows the end.
    fn last_scroll(&self, lines: usize) -> usize {
        let heights = self.body.heights();
        let below = heights.iter().rev().scan(0, |sum, height| {
            *sum += height;
            Some(*sum)
        });
        heights.len() - below.take_while(|below| *below <= lines).count()
    }

    /// Goes where it leads, or has it opened.
    fn follow(&self, desk: &mut Desk<'_>) -> Outcome {
        match &self.subject {
            WindowSubject::Note(part, bytes) => {
                Outcome::Go(desk.view.row_start(Position::new(*part, bytes.start)))
            }
            WindowSubject::Address(_, Some(address)) => {
                desk.out.ask(Effect::OpenOutside(Outside::Address(address.clone())));
                Outcome::Close
            }
            WindowSubject::Picture(href) => {
                let picture = PictureName {
                    document: desk.book.document().clone(),
                    part: self.place.part,
                    href: href.clone(),
                };
                desk.out.ask(Effect::OpenOutside(Outside::Picture(picture)));
                Outcome::Close
            }
            WindowSubject::File(href) => {
                desk.out.ask(Effect::OpenBeside(href.clone()));
                Outcome::Close
            }
            WindowSubject::Address(_, None) | WindowSubject::Meaning(_) => Outcome::Stay,
        }
    }

    /// Sets what is in it as the page is set, where that changed, and finds the row of its link.
    pub(super) fn settle(&mut self, desk: &mut Desk<'_>) {
        let changes = Some(desk.view.changes());
        if self.set_after != changes {
            self.body = self.set(desk.view);
            self.set_after = changes;
        }
        self.row = desk.view.row_of(self.place).unwrap_or_default();
        self.scroll = self.scroll.min(self.body.heights().len().saturating_sub(1));
    }

    /// Returns what is in it, set as the page is.
    fn set(&self, view: &mut View) -> WindowBody {
        match &self.subject {
            WindowSubject::Note(part, bytes) => WindowBody::Note(view.note(*part, bytes.clone())),
            WindowSubject::Address(address, to) => {
                let words = to.as_ref().map_or(address.as_str(), WebAddress::as_str);
                WindowBody::Words(vec![(words.to_owned(), view.set_words(words))])
            }
            WindowSubject::Picture(href) | WindowSubject::File(href) => {
                WindowBody::Words(vec![(href.clone(), view.set_words(href))])
            }
            WindowSubject::Meaning(meaning) => {
                let set = |line: &str| (line.to_owned(), view.set_words(line));
                WindowBody::Words(meaning.lines().map(set).collect())
            }
        }
    }
}

/// Returns how many rows of the window are of its text.
fn text_rows(desk: &Desk<'_>) -> usize {
    desk.view.panes().panel().map_or(1, |area| area.rows.saturating_sub(BESIDE))
}
