//! What comes in and what goes out: the [`Message`]s that change a state, the [`Effect`]s that it asks of the world.

use std::ffi::OsString;
use std::sync::Arc;

use super::Size;
use super::book::Viewing;
use super::marks::{Locating, PlaceMark};
use crate::config::{Assignment, Theme};
use crate::document::{Document, Locator, Remark, Rule, Rules, Survey, TerminalColour, WebAddress};
use crate::input::{Key, Mouse};
use crate::layout::flow::Replacement;
use crate::search::{Hits, Query, Search, SearchOptions};
use crate::shelf::{Change, Entry, Listing, Moment, OwnSettings, Recent, RecordName};
use crate::syntax::CodeToken;
use crate::text::WidthModel;

/// The number of a piece of long work; results that bear an old one are dropped.
pub type Job = u64;

/// Something that happened.
#[derive(Clone)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse was used.
    Mouse {
        /// What was done with it where.
        mouse: Mouse,
        /// How often the button was pressed there in quick succession, this time included; from 1 to 3.
        clicks: usize,
    },
    /// The window has another size.
    Resize(Size),
    /// The document holds more than before; the place in it stays.
    Grew {
        /// The document as it is now.
        document: Document,
        /// Whether it may grow further.
        more: bool,
    },
    /// The document was reloaded; it may have been edited.
    Reloaded(Document),
    /// Another document was opened, to be read in place of this one.
    Opened(Box<NextBook>),
    /// What the reader said of the document when it was read before was not there when it was opened, and is now.
    Recalled(Box<Recalled>),
    /// Something of the document that was still being read is there now.
    Loaded,
    /// A survey of the document found something, or is done.
    Surveyed {
        /// The job that found it.
        job: Job,
        /// What was found.
        survey: Survey,
        /// Whether that is all.
        finished: bool,
    },
    /// A search has looked at some parts.
    Found {
        /// The job that looked.
        job: Job,
        /// The parts it looked at, in that order, and the matches in each.
        parts: Vec<(usize, Hits)>,
        /// Whether that was all.
        finished: bool,
    },
    /// Documents that were read before were found.
    Recent {
        /// The job that found them.
        job: Job,
        /// When they were found.
        now: Moment,
        /// What was found.
        found: Vec<Recent>,
        /// Whether that was all.
        finished: bool,
    },
    /// The reader should see the documents that they read before.
    ListRecent,
    /// The reader asked for this before the document was opened.
    Search(Query),
    /// A link into this document was followed from another one: the name of its place, behind `#`.
    GoToName(String),
    /// The reader asked for this command before the document was opened, as the command line takes it.
    Obey(String),
    /// The reader asked for this section: its number in the contents, or words of its title.
    GoToSection(String),
    /// This is the first document that the reader opens with this program.
    FirstDocument,
    /// These searches were made in earlier runs.
    Remembered {
        /// The searches, the oldest first.
        queries: Vec<Query>,
        /// How something is looked for, as the switches were left.
        options: SearchOptions,
    },
    /// The terminal told how wide it draws what terminals disagree on.
    Measured(WidthModel),
    /// The dictionary told what the word means that was asked for.
    Defined {
        /// The number of the question.
        job: Job,
        /// What it means.
        meaning: String,
    },
    /// The tokens of a piece of code were read.
    Tokenized {
        /// The number of the question.
        job: Job,
        /// The tokens, by bytes of the code that was asked about.
        tokens: Vec<CodeToken>,
    },
    /// Some of the reader's marks were looked for in the document.
    Located {
        /// The job that looked.
        job: Job,
        /// The marks that it found, each with its place.
        found: Vec<PlaceMark>,
    },
    /// The document was read in the view and the encoding that were asked for.
    Shown {
        /// The job that read it.
        job: Job,
        /// The document as it is in them.
        document: Document,
        /// Whether it took so long that the reader was told that they wait.
        late: bool,
    },
    /// It is time for the page that moves by itself to move by a row.
    MoveOn,
    /// These are the reader's own themes, with their names.
    OwnThemes(Vec<(String, Theme)>),
    /// The time is over for which this reminder was asked.
    Reminded(Job),
    /// The terminal told its ground.
    Ground(TerminalColour),
    /// What the clock says, before something that a reader did; it changes nothing by itself.
    Now(Moment),
    /// All that was asked to be kept is kept.
    Kept,
    /// The reader was told what there is to tell.
    Heard,
    /// The reader chose this entry of the list that has the keys, from 0: what is pressed then is about it.
    Choose(usize),
    /// The reader should know this of the world: what went wrong, or what is under way.
    Notice(String),
}

/// What the reader said of a document when it was read before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recalled {
    /// The remarks on its sections, in the order in which they were made.
    pub remarks: Vec<Remark>,
    /// The marks, highlights and notes in it.
    pub marks: Vec<Entry>,
}

/// A document that is read in place of another one, and what is kept of it.
#[derive(Clone)]
pub struct NextBook {
    /// What it was asked for as.
    pub file: OsString,
    /// What names it to the reader.
    pub title: String,
    /// The document.
    pub document: Document,
    /// Whether more of it may come.
    pub growing: bool,
    /// The rules that tell its headings.
    pub rules: Vec<Rule>,
    /// What of it is shown in other words or left out.
    pub replacements: Arc<[Replacement]>,
    /// What was said of it when it was read before.
    pub recalled: Recalled,
    /// Where it was left; none: it opens at its start.
    pub place: Option<Locator>,
    /// The settings that were made for it alone when it was read before.
    pub own: OwnSettings,
}

/// Something that is looked at outside of the program.
#[derive(Clone)]
pub enum Outside {
    /// An address of the web or of a mailbox.
    Address(WebAddress),
    /// A picture.
    Picture(PictureName),
}

/// A picture, as the document names it.
#[derive(Clone)]
pub struct PictureName {
    /// The document.
    pub document: Document,
    /// The part that names it.
    pub part: usize,
    /// What it is called there.
    pub href: String,
}

/// Something that is asked of the world.
#[derive(Clone)]
pub enum Effect {
    /// Leave the program.
    Quit,
    /// Suspend the program until the shell continues it.
    Suspend,
    /// Paint every cell of the screen anew.
    Redraw,
    /// Open the file of this path and send it, to be read in place of the document.
    Open(OsString),
    /// Find the documents that were read before and send them, but not the one that is read.
    ListRecent {
        /// The number that the results bear.
        job: Job,
    },
    /// List the document of this record among those that were read before, or drop it from them.
    List(RecordName, Listing),
    /// Open the file beside the document that one of its links names so, to be read in its place.
    OpenBeside(String),
    /// Have this opened by the program that the system has for it.
    OpenOutside(Outside),
    /// Send a reminder that bears this number after a moment, in place of one asked before.
    Remind(Job),
    /// Survey the document and send what is found.
    Survey {
        /// The number that the results bear.
        job: Job,
        /// The document.
        document: Document,
        /// The reader's rules, whose lines are looked for too.
        rules: Rules,
    },
    /// Run a search and send what is found; break off the search before.
    Search {
        /// The number that the results bear.
        job: Job,
        /// What is to be looked through for what.
        search: Search,
    },
    /// Break off the search.
    StopSearch,
    /// Break off the survey.
    StopSurvey,
    /// Give this to the clipboard.
    Copy(String),
    /// Keep this for the next run.
    Save(Change),
    /// Keep these settings in the file of settings.
    KeepSettings(Vec<Assignment>),
    /// Run the command with the word as its last argument, and send what it says.
    LookUp {
        /// The command, its parts parted by blanks.
        command: String,
        /// The word.
        word: String,
        /// The number that the answer bears.
        job: Job,
    },
    /// Send [`Message::MoveOn`] so many times a minute.
    Move(usize),
    /// Send it no more.
    StopMoving,
    /// Read the tokens of this piece of code.
    Tokenize {
        /// The number of the question.
        job: Job,
        /// The code.
        code: String,
        /// What its language is called.
        language: String,
    },
    /// Look for the reader's marks and send where they are; break off the search for them before.
    Locate {
        /// The number that the results bear.
        job: Job,
        /// What is to be looked for.
        locating: Box<Locating>,
    },
    /// Read the document in another view or encoding and send it.
    Show {
        /// The number that the result bears.
        job: Job,
        /// The document and the view.
        viewing: Viewing,
        /// Whether the reader is told that they wait, where they do.
        is_told: bool,
    },
    /// Read the reader's own themes and send them.
    LoadThemes,
    /// Take no more of what arrives: what has come is all.
    StopReading,
    /// Reload the document and send it.
    Reload,
    /// Send the document whenever it has grown.
    Follow,
    /// Stop following it.
    StopFollowing,
}
