//! What has the keys: the page, or a panel. A panel is a value with one `press`; what it works with is lent to it.

mod bookmarks;
mod commands;
mod contents;
mod encodings;
mod help;
mod labels;
mod link_window;
mod list;
mod marking;
mod matches;
mod note;
mod prompt;
mod selection;
mod recent;
mod settings;
mod themes;

use super::book::Book;
use super::finder::Finder;
use super::message::Effect;
use super::outbox::Outbox;
use super::panes::Stand;
use super::preferences::Preferences;
use super::view::View;
use crate::config::{Assignment, Config};
use crate::document::Position;
use crate::input::{Key, Keymap, Line};
use crate::search::SearchOptions;
use list::{ListPanel, Pressed};

pub use bookmarks::{Bookmarks, MarkKind};
pub use commands::{CommandLine, Offer};
pub use contents::Contents;
pub use encodings::{Encodings, Offered, Stage};
pub(super) use help::following_rows;
pub use help::{Help, HelpRow, HelpTyping, help_columns, narrowed_help};
pub use labels::Labels;
pub use link_window::{LinkWindow, WindowBody};
pub use list::window;
pub(super) use marking::Marking;
pub use matches::{ListRow, MatchEntry, MatchList};
pub use note::{NoteRow, NoteWindow};
pub use prompt::{Prompt, Purpose, Typing};
pub use recent::RecentList;
pub use selection::Selection;
pub use settings::SettingList;
pub use themes::ThemeList;

/// What has the keys.
#[derive(Clone)]
pub enum Focus {
    /// The text.
    Page,
    /// The contents.
    Contents(Contents),
    /// The list of bookmarks, or of highlights and notes.
    Bookmarks(Bookmarks),
    /// The list of the documents that were read before.
    Recent(RecentList),
    /// The list of encodings.
    Encodings(Encodings),
    /// The list of themes.
    Themes(Box<ThemeList>),
    /// The list of settings.
    Settings(Box<SettingList>),
    /// The list of the matches.
    Matches(Box<MatchList>),
    /// The page, and on it the line that becomes a heading.
    Marking(Marking),
    /// The page, and on it the text that is selected.
    Selecting(Selection),
    /// The page, and on it labels of what can be followed.
    Labels(Labels),
    /// The window of a link, over the page.
    LinkWindow(Box<LinkWindow>),
    /// The window in which a note is written, over the page.
    Note(Box<NoteWindow>),
    /// The help.
    Help(Help),
    /// The line in which a search is typed.
    Prompt(Box<Prompt>),
    /// The command line, and the list of what may be meant.
    Commands(Box<CommandLine>),
}

/// The list that stays open beside the page.
#[derive(Clone, Default)]
pub(super) enum SideList {
    /// There is none.
    #[default]
    Nothing,
    /// This one; the page has the keys, or another panel.
    Kept(Focus),
    /// The one that has the keys.
    Focused,
}

/// What a panel wants after a key.
#[derive(Clone, Debug)]
pub(super) enum Outcome {
    /// It stays open.
    Stay,
    /// It closes, and the page has the keys.
    Close,
    /// It stays open where there is room beside the page, which has the keys.
    Keep,
    /// The page has the keys: what was chosen is on it.
    Read,
    /// The page has the keys: the heading that begins there comes to its top.
    Go(Position),
    /// It closes, and what was typed is done.
    Obey(String),
    /// It closes, and this window opens.
    Look(Box<LinkWindow>),
    /// It closes, and in this window a note is written.
    Write(Box<NoteWindow>),
}

/// What is lent to a panel: everything but the focus.
pub(super) struct Desk<'a> {
    pub(super) book: &'a mut Book,
    pub(super) view: &'a mut View,
    pub(super) finder: &'a mut Finder,
    pub(super) keymap: &'a Keymap,
    pub(super) preferences: &'a mut Preferences,
    pub(super) out: &'a mut Outbox,
}

impl Desk<'_> {
    /// Makes a setting, for now.
    pub(super) fn assign(&mut self, assigned: &Assignment) {
        let mut search = self.finder.options();
        assigned.apply(&mut Config::default(), &mut search);
        self.preferences.change(|config| assigned.apply(config, &mut SearchOptions::default()));
        self.finder.turn(search);
    }

    /// Keeps `assigned` in the file of settings; the document has none of its own in their place any more.
    pub(super) fn keep(&mut self, assigned: Vec<Assignment>) {
        for one in &assigned {
            self.preferences.drop_own(&one.setting.name());
        }
        self.out.ask(Effect::KeepSettings(assigned));
    }
}

/// Returns a [`Focus`] as a list, borrowed as it is; `unboxed` is how its box is.
macro_rules! list_of {
    ($focus:expr, $unboxed:ident) => {
        match $focus {
            Self::Contents(list) => Some(list),
            Self::Bookmarks(list) => Some(list),
            Self::Recent(list) => Some(list),
            Self::Encodings(list) => Some(list),
            Self::Themes(list) => Some(list.$unboxed()),
            Self::Settings(list) => Some(list.$unboxed()),
            Self::Matches(list) => Some(list.$unboxed()),
            Self::Commands(line) => Some(line.$unboxed()),
            Self::Page
            | Self::Marking(_)
            | Self::Selecting(_)
            | Self::Labels(_)
            | Self::LinkWindow(_)
            | Self::Note(_)
            | Self::Help(_)
            | Self::Prompt(_) => None,
        }
    };
}

impl Focus {
    /// Takes a key; on the page none is taken.
    pub(super) fn press(&mut self, key: Key, desk: &mut Desk<'_>) -> Outcome {
        if let Some(list) = self.list_mut() {
            return list.press(key, desk);
        }
        match self {
            Self::Marking(marking) => marking.press(key, desk),
            Self::Selecting(selection) => selection.press(key, desk),
            Self::Labels(labels) => labels.press(key, desk),
            Self::LinkWindow(window) => window.press(key, desk),
            Self::Note(window) => window.press(key, desk),
            Self::Help(help) => help.press(key, desk),
            Self::Prompt(prompt) => prompt.press(key, desk),
            _ => Outcome::Stay,
        }
    }

    /// Returns it as a list; none where it is no list.
    fn list(&self) -> Option<&dyn ListPanel> {
        list_of!(self, as_ref)
    }

    /// Returns the same, to be used.
    fn list_mut(&mut self) -> Option<&mut dyn ListPanel> {
        list_of!(self, as_mut)
    }

    /// Takes `clicks` presses of the button on row `row` of its panel. In a list beside the text one goes to what is
    /// there; in a list that shows what is chosen one chooses it, and a second takes it.
    pub(super) fn click(&mut self, (row, clicks): (usize, usize), desk: &mut Desk<'_>) -> Outcome {
        if let Self::LinkWindow(window) = self {
            return window.click(desk);
        }
        let area = desk.view.panes().panel();
        let steps = area.zip(self.list()).and_then(|(area, list)| list.steps_to(row, area, desk));
        let Some(steps) = steps else { return Outcome::Stay };
        self.obey(Pressed::Step(steps), desk);
        if self.is_beside() || clicks > 1 { self.obey(Pressed::Take, desk) } else { Outcome::Stay }
    }

    /// Takes a press of the button beside it: the page has the keys.
    pub(super) fn give_way(&mut self, desk: &mut Desk<'_>) -> Outcome {
        self.obey(Pressed::Keep, desk)
    }

    /// Moves its choice or what it shows by so many rows, below 0 up.
    pub(super) fn scroll(&mut self, rows: isize, desk: &mut Desk<'_>) {
        match self {
            Self::Help(help) => help.scroll_by(rows, desk),
            Self::LinkWindow(window) => window.scroll_by(rows, desk),
            _ => drop(self.obey(Pressed::Step(rows), desk)),
        }
    }

    /// Chooses `entry` of it, from 0, or the last before that, where it is a list.
    pub(super) fn choose(&mut self, entry: usize, desk: &mut Desk<'_>) {
        for steps in [isize::MIN, entry.cast_signed()] {
            self.obey(Pressed::Step(steps), desk);
        }
    }

    /// Does what was pressed, where it is a list.
    fn obey(&mut self, pressed: Pressed, desk: &mut Desk<'_>) -> Outcome {
        self.list_mut().map_or(Outcome::Stay, |list| list.obey(pressed, desk))
    }

    /// Returns whether it is a list that stands beside the text, and leads to a place.
    fn is_beside(&self) -> bool {
        matches!(self, Self::Contents(_) | Self::Bookmarks(_) | Self::Recent(_) | Self::Matches(_))
    }

    /// Returns whether it is a list that can stay open while the page has the keys.
    pub(super) fn can_stay(&self) -> bool {
        matches!(self, Self::Contents(_) | Self::Bookmarks(_) | Self::Matches(_))
    }

    /// Returns whether a press of the button beside it gives the keys to the page.
    pub(super) fn gives_way(&self) -> bool {
        let on_page =
            matches!(self, Self::Page | Self::Selecting(_) | Self::Labels(_) | Self::LinkWindow(_));
        on_page || self.can_stay()
    }

    /// Takes a pasted text, where something is typed.
    pub(super) fn paste(&mut self, text: &str, desk: &mut Desk<'_>) {
        if let Some(list) = self.list_mut() {
            return list.paste(text, desk);
        }
        match self {
            Self::Note(window) => window.paste(text, desk),
            Self::Help(help) => help.paste(text),
            Self::Prompt(prompt) => prompt.paste(text, desk),
            _ => {}
        }
    }

    /// Returns whether there is nothing left for it to show: the document was reloaded, and what was listed is gone; or
    /// there is nothing to list.
    pub(super) fn is_void(&self, finder: &Finder) -> bool {
        match self {
            Self::Matches(_) => finder.find().is_none(),
            Self::Recent(list) => list.is_void(),
            Self::Labels(labels) => labels.is_void(),
            _ => false,
        }
    }

    /// Returns whether it is about places of the document as it is, and has no sense where another text takes its place.
    pub(super) fn holds_places(&self) -> bool {
        matches!(self, Self::Marking(_) | Self::Selecting(_) | Self::LinkWindow(_) | Self::Note(_))
    }

    /// Returns whether it is about no document, and stays where another is opened.
    pub(super) fn outlives_document(&self) -> bool {
        matches!(self, Self::Themes(_) | Self::Settings(_) | Self::Help(_) | Self::Commands(_))
    }

    /// Takes what changed around it: the sections, the matches, the page.
    pub(super) fn settle(&mut self, desk: &mut Desk<'_>) {
        match self {
            Self::Contents(contents) => contents.settle(desk),
            Self::Matches(list) => list.settle(desk),
            Self::Themes(list) => list.settle(desk),
            Self::Labels(labels) => labels.settle(desk),
            Self::LinkWindow(window) => window.settle(desk),
            Self::Note(window) => window.settle(desk),
            _ => {}
        }
    }

    /// Takes what changed on the page beside which it is open without the keys: what is read there is chosen.
    pub(super) fn follow(&mut self, desk: &mut Desk<'_>) {
        match self {
            Self::Matches(list) => list.follow(desk),
            Self::Bookmarks(list) => list.follow(desk),
            _ => {}
        }
        self.settle(desk);
    }

    /// Takes the keys, after the page had them.
    pub(super) fn take_keys(&mut self, desk: &Desk<'_>) {
        if let Self::Matches(list) = self {
            list.take_keys(desk);
        }
    }

    /// Returns the line that is typed.
    pub fn line(&self) -> Option<&Line> {
        match self {
            Self::Prompt(prompt) => Some(prompt.line()),
            Self::Help(help) => Some(help.filter()),
            _ => self.list().map(ListPanel::line),
        }
    }

    /// Returns where the panel stands.
    pub(super) fn stand(&self) -> Stand {
        match self {
            Self::Page
            | Self::Marking(_)
            | Self::Selecting(_)
            | Self::Labels(_)
            | Self::Prompt(_) => Stand::Nowhere,
            Self::LinkWindow(window) => window.stand(),
            Self::Note(window) => window.stand(),
            Self::Contents(_) | Self::Bookmarks(_) | Self::Recent(_) => Stand::Left,
            Self::Matches(_) => Stand::LeftOrBelow,
            Self::Encodings(_) | Self::Commands(_) | Self::Themes(_) | Self::Settings(_) => {
                Stand::OverEnd
            }
            Self::Help(_) => Stand::Over,
        }
    }
}
