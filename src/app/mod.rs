//! The program as values: a [`State`], the [`Message`]s that change it, and the [`Effect`]s that it asks
//! of the world. `update` is the only way to change it; nothing here knows a terminal, a file or a thread.

mod alike;
mod contents;
mod corrections;
mod encodings;
mod find;
mod folds;
mod follow;
mod help;
mod history;
mod matches;
mod page;
mod prompt;
mod sections;
mod seek;
mod switches;
mod ticks;
mod update;
mod word;

use crate::config::Settings;
use crate::decode::Encoding;
use crate::document::{Corrections, Document, Position, Remark, Rule, Rules, Survey};
use crate::input::{Key, Keymap};
use crate::layout::LayoutOptions;
use crate::layout::flow::{Flow, FlowRow};
use crate::search::{Hits, Query, Search, SearchOptions};
use crate::text::{Clean, WidthModel, clean};
use folds::Folds;
use ticks::Ticks;

pub use contents::Contents;
pub use encodings::Encodings;
pub use find::{Find, Match};
pub use help::{HelpRow, help_rows};
pub use history::History;
pub use matches::{Entry, ListRow, MatchList};
pub use page::Size;
pub use prompt::{Keys, Prompt};
pub use sections::{named as named_section, titles};
pub use switches::{unusual, value};
pub use update::update;

/// The number of a piece of long work; results that bear an old one are dropped.
pub type Job = u64;

/// Something that happened.
#[derive(Clone)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The wheel was turned by so many notches, down or up.
    Wheel(isize),
    /// The window has another size.
    Resize(Size),
    /// The document holds more than before; the place in it stays.
    Grew {
        /// The document as it is now.
        document: Document,
        /// Whether it may grow further.
        more: bool,
    },
    /// The document was read anew; it may have been edited.
    Reloaded(Document),
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
    /// The reader asked for this before the document was opened.
    LookFor(Query),
    /// The reader asked for this section: its number in the contents, or words of its title.
    Seek(String),
    /// These searches were made in earlier runs.
    Remembered {
        /// The searches, the oldest first.
        queries: Vec<Query>,
        /// How something is looked for, as the switches were left.
        options: SearchOptions,
    },
    /// The terminal told how wide it draws what terminals disagree on.
    Measured(WidthModel),
    /// Something went wrong that the reader should know.
    Failed(String),
}

/// Something that is asked of the world.
#[derive(Clone)]
pub enum Effect {
    /// Leave the program.
    Quit,
    /// Suspend the program until the shell continues it.
    Suspend,
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
    /// Keep this as what the reader says of the document's sections.
    Keep(Vec<Remark>),
    /// Keep this encoding for the document: the reader chose it.
    KeepEncoding(Encoding),
    /// Keep this search, and how the switches were turned, for the next run.
    KeepSearch {
        /// The search; it may be empty, where only switches were turned.
        query: Query,
        /// The switches before.
        from: SearchOptions,
        /// The switches now.
        to: SearchOptions,
    },
    /// Take no more of what arrives: what has come is all.
    StopReading,
    /// Read the document anew and send it.
    Reload,
    /// Send the document whenever it has grown.
    Follow,
    /// Stop following it.
    StopFollowing,
}

/// What has the keys.
#[derive(Clone)]
pub enum Focus {
    /// The text.
    Page,
    /// The contents.
    Contents(Contents),
    /// The list of encodings.
    Encodings(Encodings),
    /// The list of the matches.
    Matches(Box<MatchList>),
    /// The page, and on it the line that becomes a heading.
    Marking {
        /// The first place of its row.
        place: Position,
    },
    /// The help, scrolled down by so many rows.
    Help {
        /// The first row that is shown.
        scroll: usize,
    },
    /// The line in which a search is typed.
    Prompt(Box<Prompt>),
}

/// What a reader chose before opening a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Setup {
    /// The settings.
    pub settings: Settings,
    /// How text is set; the measure follows from the settings and the window.
    pub layout: LayoutOptions,
    /// How wide the terminal draws what terminals disagree on.
    pub model: WidthModel,
    /// How something is looked for unless the reader says otherwise.
    pub search_options: SearchOptions,
    /// Which key does what on the page.
    pub keymap: Keymap,
    /// The rules that tell the headings of all documents.
    pub rules: Vec<Rule>,
    /// The remarks on this document's sections that were made when it was read before, in that order.
    pub remarks: Vec<Remark>,
}

/// Everything that the screen shows, and what it takes to go on from there.
#[derive(Clone)]
pub struct State {
    title: Clean,
    settings: Settings,
    keymap: Keymap,
    /// The settings as keys have changed them.
    now: Settings,
    flow: Flow,
    size: Size,
    top: Position,
    page: Vec<FlowRow>,
    at_end: bool,
    focus: Focus,
    /// What the last survey found.
    detected: Survey,
    corrections: Corrections,
    folds: Folds,
    find: Option<Find>,
    search_options: SearchOptions,
    history: History,
    count: Option<usize>,
    notice: Option<Clean>,
    survey: Progress,
    ticks: Ticks,
    /// The section that is gone to when it is found, and no key was pressed till then.
    sought: Option<String>,
    growing: bool,
    following: bool,
    /// The encoding that the reader chose while reading.
    encoding: Option<Encoding>,
    job: Job,
}

/// How far the survey of the document has come.
#[derive(Clone, Copy, Debug, Default)]
struct Progress {
    job: Job,
    finished: bool,
    /// Whether the sections were known before, so that they stay till all are found anew.
    again: bool,
    /// Whether the reader is told how many lines are like the one that was their example.
    telling: bool,
    replaced: u64,
    done: u64,
}

impl State {
    /// Returns the state in which `document` is opened at its start, and what must be done for it.
    /// `title` names it to the reader; `growing` says that more of it may come.
    pub fn open(
        document: Document,
        title: &str,
        setup: Setup,
        size: Size,
        growing: bool,
    ) -> (Self, Vec<Effect>) {
        let Setup { settings, layout, model, search_options, keymap, rules, remarks } = setup;
        let corrections = Corrections::new(rules, remarks, &document);
        let options = LayoutOptions { measure: page::measure(settings.width, size), ..layout };
        let mut state = Self {
            title: clean(title),
            settings,
            keymap,
            flow: Flow::new(document, options, model),
            size,
            now: settings,
            top: Position::default(),
            page: Vec::new(),
            at_end: false,
            focus: Focus::Page,
            detected: Survey::default(),
            corrections,
            folds: Folds::default(),
            find: None,
            search_options,
            history: History::default(),
            count: None,
            notice: None,
            survey: Progress::default(),
            ticks: Ticks::default(),
            sought: None,
            growing,
            following: false,
            encoding: None,
            job: 0,
        };
        state.show_corrected();
        state.tell_lost();
        state.settle();
        let effects = if growing { Vec::new() } else { vec![state.survey()] };
        (state, effects)
    }

    /// Returns the name of the document.
    pub fn title(&self) -> &Clean {
        &self.title
    }

    /// Returns the settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Returns which key does what on the page.
    pub fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// Returns the document and how it is set.
    pub fn flow(&self) -> &Flow {
        &self.flow
    }

    /// Returns the size of the window.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Returns the rows on the screen.
    pub fn page(&self) -> &[FlowRow] {
        &self.page
    }

    /// Returns the place whose row is the first on the screen.
    pub fn top(&self) -> Position {
        self.top
    }

    /// Returns what has the keys.
    pub fn focus(&self) -> &Focus {
        &self.focus
    }

    /// Returns the search whose matches are shown.
    pub fn find(&self) -> Option<&Find> {
        self.find.as_ref()
    }

    /// Returns the searches of before.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Returns what the reader is told until the next key.
    pub fn notice(&self) -> Option<&Clean> {
        self.notice.as_ref()
    }

    /// Returns the number that was typed before a motion.
    pub fn count(&self) -> Option<usize> {
        self.count
    }

    /// Returns how many invalid sequences of bytes were replaced, as far as the document was read through.
    pub fn replaced(&self) -> u64 {
        self.survey.replaced
    }

    /// Returns how much of the document was read through for its sections, 0 to 1; none when that is done.
    pub fn surveyed(&self) -> Option<f64> {
        let size = self.flow.document().size().max(1);
        (!self.survey.finished && !self.growing).then(|| self.survey.done as f64 / size as f64)
    }

    /// Returns whether more of the document may come.
    pub fn growing(&self) -> bool {
        self.growing
    }

    /// Returns whether the page stays at the end as the document grows.
    pub fn following(&self) -> bool {
        self.following
    }

    /// Says something to the reader.
    fn say(&mut self, words: &str) {
        self.notice = Some(clean(words));
    }

    /// Returns the number of a new piece of work.
    fn next_job(&mut self) -> Job {
        self.job += 1;
        self.job
    }

    /// Returns the effect that surveys the document anew.
    fn survey(&mut self) -> Effect {
        let job = self.next_job();
        let Progress { replaced, telling, .. } = self.survey;
        self.survey = Progress { job, telling, replaced, ..Progress::default() };
        let (document, rules) = (self.flow.document().clone(), self.corrections.rules().clone());
        Effect::Survey { job, document, rules }
    }
}

#[cfg(test)]
mod tests;
