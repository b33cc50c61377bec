//! The program as values: a [`State`], the [`Message`]s that change it, and the [`Effect`]s that it asks
//! of the world. `update` is the only way to change it; nothing here knows a terminal, a file or a thread.

mod act;
mod book;
mod code;
mod commands;
mod file_list;
mod find;
mod finder;
mod folds;
mod garbled;
mod history;
mod jumps;
mod keys;
mod links;
mod marks;
mod message;
mod mouse;
mod moving;
mod notice;
mod outbox;
mod pacer;
mod panel;
mod panes;
mod preferences;
mod pressing;
mod sections;
mod side;
mod session;
mod switches;
mod ticks;
mod titles;
mod turning;
mod view;
mod word;

use std::ffi::OsString;
use std::sync::Arc;

use crate::config::{AnySetting, Config, FaultKind, Language, Settings, StatusPart, Themes};
use crate::document::{Document, Locator, Rule};
use crate::input::{
    ACTIONS, Action, ActionEntry, Bindings, Correct, Keymap, LIST, ListAction, MARKING, MarkAction,
    NOTE, NoteAction, Sequence,
};
use crate::layout::flow::{Replacement, Way};
use crate::search::{Hits, SearchOptions};
use crate::shelf::{Change, Left, OwnSettings, ReadingPace};
use crate::text::WidthModel;
use crate::words::{Value, Words};
use keys::{KeyHint, Keys};
use mouse::Hand;
use outbox::Outbox;
use pacer::Pacer;
use panel::{Desk, SideList, following_rows};
use panes::Keeps;
use sections::Wanted;

pub use book::{Book, Viewing};
pub use code::CodeTokens;
pub use file_list::FileList;
pub use find::{Find, Match};
pub use finder::Finder;
pub use history::History;
pub use keys::Count;
pub use marks::{Label, Locating, Marks, PlaceMark, Undone};
pub use message::{Effect, Job, Message, NextBook, Outside, PictureName, Recalled};
pub use notice::{HeadingChange, Notice};
pub use pacer::TimeLeft;
pub use panel::{
    Bookmarks, CommandLine, Contents, Encodings, Focus, Help, HelpRow, HelpTyping, Labels,
    LinkWindow, ListRow, MarkKind, MatchEntry, MatchList, NoteRow, NoteWindow, Offer, Offered,
    Prompt, Purpose, RecentList, Selection, SettingList, Stage, ThemeList, Typing, WindowBody,
    help_columns, narrowed_help, window,
};
pub use panes::{Area, Panes, Size};
pub use preferences::Preferences;
pub use sections::Sections;
pub use session::Session;
pub use switches::{unusual, value};
pub use titles::{named as named_section, titles};
pub use view::View;

/// What a reader chose before opening a document.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    /// The settings.
    pub config: Config,
    /// What the theme is chosen from.
    pub themes: Themes,
    /// The language of the locale.
    pub locale: Language,
    /// How wide the terminal draws what terminals disagree on.
    pub model: WidthModel,
    /// The rules that tell the headings of this document.
    pub rules: Vec<Rule>,
    /// What of this document is shown in other words or left out.
    pub replacements: Arc<[Replacement]>,
    /// What was said of this document when it was read before, as far as that is known yet.
    pub recalled: Recalled,
    /// Where this document was left; none: it opens at its start.
    pub place: Option<Locator>,
    /// The settings that were made for this document alone when it was read before.
    pub own: OwnSettings,
    /// The names of the settings that flags made: they come before those of a document.
    pub flagged: Vec<String>,
    /// How fast the reader reads, as it was measured before.
    pub pace: ReadingPace,
    /// The files that are read, this document the first of them.
    pub files: Vec<OsString>,
}

/// Everything that the screen shows, and what it takes to go on from there.
#[derive(Clone)]
pub struct State {
    book: Book,
    files: FileList,
    view: View,
    finder: Finder,
    focus: Focus,
    side: SideList,
    preferences: Preferences,
    keys: Keys,
    /// Whether the page moves by itself.
    moving: bool,
    hand: Hand,
    pacer: Pacer,
    out: Outbox,
}

/// Changes `state` as `message` says and returns what must be done in the world for it.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    if let Message::Now(now) = message {
        state.pacer.set_now(now);
        return Vec::new();
    }
    state.take(message);
    state.settle();
    state.out.take()
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
        let Setup { config, themes, locale, model, rules, recalled, place, .. } = setup;
        let Setup { own, flagged, files, replacements, pace, .. } = setup;
        let finder = Finder::new(config.search_options(SearchOptions::default()));
        let preferences =
            Preferences::new(config, (own, replacements, flagged), themes, (model, locale));
        let config = preferences.config();
        let (layout, keymap) = (config.layout(), config.keymap());
        let book = Book::new((document, config.view), title, rules, growing);
        let stand = (Focus::Page.stand(), Keeps::Nothing);
        let panes = Panes::new(size, preferences.settings(), stand, 0);
        let mut state = Self {
            view: View::new(book.document().clone(), layout, model, panes),
            book,
            files: FileList::new(files),
            finder,
            focus: Focus::Page,
            side: SideList::Nothing,
            preferences,
            keys: Keys::new(keymap),
            moving: false,
            hand: Hand::default(),
            pacer: Pacer::new(pace),
            out: Outbox::default(),
        };
        state.show_text();
        state.begin(recalled, place);
        state.settle();
        let effects = state.out.take();
        (state, effects)
    }

    /// Returns where the reader is, to open the document there the next time; none while the place where it was left
    /// has not arrived.
    pub fn left(&self) -> Option<Left> {
        if self.book.wants_place() {
            return None;
        }
        let outline = self.book.outline();
        let section = self.view.section().and_then(|number| outline.title(number));
        Some(Left {
            top: Locator::of(self.book.document(), self.view.top()),
            percent: self.view.percent() as u8,
            section: section.map(str::to_owned),
            settings: self.preferences.own().clone(),
        })
    }

    /// Returns what of a note that is being written is to be kept where the program ends with it.
    pub fn unkept(&self) -> Option<Change> {
        match &self.focus {
            Focus::Note(window) => window.to_keep(&self.book),
            _ => None,
        }
    }

    /// Returns the document and what is known of it.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// Returns the files that the program was asked to read.
    pub fn files(&self) -> &FileList {
        &self.files
    }

    /// Returns the page and how the document is set.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// Returns what was searched for.
    pub fn finder(&self) -> &Finder {
        &self.finder
    }

    /// Returns the number of the section that is read: that of the current match while it is on the page, else that of
    /// the top of the page.
    pub fn section(&self) -> Option<usize> {
        let Some(place) = self.finder.shown_match(&self.view) else { return self.view.section() };
        self.book.outline().holding(self.book.document().anchor(place))
    }

    /// Returns whether the page shows all of the document, and its lines to their ends.
    pub fn shows_all(&self) -> bool {
        self.view.shown() == (0.0, 1.0) && !self.view.cuts()
    }

    /// Returns how long what is left takes to read at the reader's pace; none where that is not known.
    pub fn time_left(&self) -> Option<TimeLeft> {
        self.pacer.left(&self.book, &self.view, self.view.section())
    }

    /// Returns how fast the reader reads, as it is measured.
    pub fn pace(&self) -> &ReadingPace {
        self.pacer.pace()
    }

    /// Returns what has the keys.
    pub fn focus(&self) -> &Focus {
        &self.focus
    }

    /// Returns all settings as keys have changed them.
    pub fn preferences(&self) -> &Preferences {
        &self.preferences
    }

    /// Returns whether something is still looked for that the reader wants to go to, or to be told.
    pub fn waits(&self) -> bool {
        self.book.sections().wants_something() || self.book.awaits_meaning()
    }

    /// Returns the settings of the screen.
    pub fn settings(&self) -> &Settings {
        self.preferences.settings()
    }

    /// Returns which key does what on the page.
    pub fn keymap(&self) -> &Keymap {
        self.keys.keymap()
    }

    /// Returns the number that was typed before a motion.
    pub fn count(&self) -> Option<Count> {
        self.keys.typed().count()
    }

    /// Returns what was typed of a command, as it is shown.
    pub fn typed(&self) -> String {
        match &self.focus {
            Focus::Selecting(selection) => selection.typed().shown(),
            _ => self.keys.typed().shown(),
        }
    }

    /// Returns the keys that may follow those that were begun, and what each does, where a moment has passed since.
    pub fn following_keys(&self) -> Vec<HelpRow> {
        match self.keys.hint() {
            KeyHint::Shown => following_rows(self.keymap(), self.keys.typed().begun_keys()),
            KeyHint::Hidden | KeyHint::Awaited(_) => Vec::new(),
        }
    }

    /// Returns what the reader is told until the next key.
    pub fn notice(&self) -> Option<&Notice> {
        self.out.notice()
    }

    /// Returns the words for what the reader is told until the next key. That something is kept is told when it is.
    pub fn told(&self) -> Option<String> {
        let notice = if self.out.is_early() { &Notice::Keeping } else { self.notice()? };
        Some(notice.words(self.words(), self.keys_to_tell()))
    }

    /// Returns the words in which the reader is spoken to.
    pub fn words(&self) -> &'static Words {
        Words::of(self.preferences.language())
    }

    /// Returns the keys that what is told may name, as they are bound where the reader is.
    fn keys_to_tell(&self) -> Vec<(&'static str, Value)> {
        let keymap = self.keymap();
        let (is_typed, undo) = (self.settings().page.linear, Correct::Undo);
        let list = |action| first(keymap.list(), LIST, action, is_typed);
        let page = |action| first(keymap.page(), ACTIONS, action, is_typed);
        let note = |action| first(keymap.note(), NOTE, action, is_typed);
        let undo = match self.focus {
            Focus::Page => page(Action::Undo),
            Focus::Marking(_) => {
                first(keymap.marking(), MARKING, MarkAction::Correct(undo), is_typed)
            }
            _ => list(ListAction::Correct(undo)),
        };
        let keys = [
            ("undo", undo),
            ("drop", list(ListAction::Correct(Correct::Drop))),
            ("search", page(Action::Search)),
            ("help", page(Action::Help)),
            ("keep", note(NoteAction::Keep)),
            ("leave", note(NoteAction::Leave)),
            ("stop", page(Action::AutoScroll)),
            ("faster", page(Action::Widen)),
            ("slower", page(Action::Narrow)),
            ("quit", page(Action::Quit)),
            ("encodings", page(Action::Encodings)),
        ];
        // What no key does, the command line does.
        let told = |name, key: String| match key.as_str() {
            "" if matches!(name, "undo" | "encodings") => format!(":{name}"),
            _ => key,
        };
        keys.map(|(name, key)| (name, told(name, key).into())).to_vec()
    }

    /// Returns the size of the window.
    pub fn size(&self) -> Size {
        self.view.panes().size()
    }

    /// Returns whether what is typed now goes into a search.
    pub fn types_search(&self) -> bool {
        matches!(&self.focus, Focus::Prompt(prompt) if prompt.typing() == Typing::Line)
    }

    /// Returns the focus, and what is lent to it.
    fn parts(&mut self) -> (&mut Focus, Desk<'_>) {
        let Self { book, view, finder, keys, preferences, out, .. } = self;
        let keymap = keys.keymap();
        (&mut self.focus, Desk { book, view, finder, keymap, preferences, out })
    }

    fn take(&mut self, message: Message) {
        match message {
            Message::Key(key) => self.press(key),
            Message::Paste(text) => self.paste(&text),
            Message::Mouse { mouse, clicks } => self.point(mouse, clicks),
            Message::Resize(size) => self.resize(size),
            Message::Grew { document, more } => self.take_growth(document, more),
            Message::Reloaded(document) => self.reload(document),
            Message::Opened(next) => self.open_next(*next),
            Message::Surveyed { job, survey, finished } => {
                self.book.surveyed_more((job, finished), survey, &mut self.out);
                self.go_to_wanted();
            }
            Message::Found { job, parts, finished } => {
                if self.finder.owns(job) {
                    self.take_found(parts, finished);
                } else if self.finder.filters_by(job) {
                    self.finder.take_lines((parts, finished), &mut self.view, &mut self.out);
                } else if let Focus::Matches(list) = &mut self.focus {
                    list.take(job, parts, finished);
                }
                self.show_chosen();
            }
            Message::Search(query) => {
                self.finder.asked_for(query, &self.view, &self.book, &mut self.out);
            }
            Message::Obey(command) => self.obey(&command),
            Message::ListRecent => self.act(Action::Recent, None),
            Message::Recent { job, now, found, finished } => {
                if let Focus::Recent(list) = &mut self.focus {
                    list.take(job, (found, now), finished, &mut self.out);
                }
            }
            Message::GoToName(name) => self.go_to_name(&name),
            Message::GoToSection(wanted) => {
                self.book.sections_mut().want(Wanted::Section(wanted));
                self.go_to_wanted();
            }
            Message::FirstDocument => self.out.say(Notice::FirstDocument),
            Message::Remembered { queries, options } => self.finder.remember(queries, options),
            Message::Reminded(job) if self.keys.hint() == KeyHint::Awaited(job) => {
                self.keys.set_hint(KeyHint::Shown);
            }
            Message::Reminded(_) | Message::Now(_) => {}
            Message::Recalled(recalled) => self.recall(*recalled),
            Message::Loaded => self.view.set_document(self.book.document().clone()),
            Message::Measured(model) => {
                self.preferences.set_measured(model);
                self.view.set_model(self.preferences.model());
            }
            Message::Defined { job, meaning } => self.show_meaning(job, meaning),
            Message::Tokenized { job, tokens } => self.book.take_tokens(job, &tokens),
            Message::Located { job, found } => self.take_located(job, &found),
            Message::Shown { job, document, late } => self.show(job, document, late),
            Message::MoveOn => self.move_on(),
            Message::OwnThemes(own) => self.preferences.set_own_themes(own),
            Message::Ground(ground) => self.preferences.set_ground(ground),
            Message::Heard => self.out.hush(),
            Message::Kept => self.out.take_kept(),
            Message::Choose(entry) => {
                let (focus, mut desk) = self.parts();
                focus.choose(entry, &mut desk);
            }
            Message::Notice(words) => self.out.say(Notice::Told(words)),
        }
    }

    /// Takes where these marks are that search `job` has found; in a list of marks the same one stays chosen.
    fn take_located(&mut self, job: Job, found: &[PlaceMark]) {
        let chosen = match &self.focus {
            Focus::Bookmarks(list) => list.chosen_id(&self.book),
            _ => None,
        };
        self.book.take_located(job, found);
        if let Focus::Bookmarks(list) = &mut self.focus {
            list.renumber(chosen, &self.book);
        }
    }

    /// Takes what the search that is shown has found. While one is typed, going there is no jump yet.
    fn take_found(&mut self, parts: Vec<(usize, Hits)>, finished: bool) {
        let top = self.view.top();
        self.finder.take((parts, finished), &mut self.view, &mut self.out);
        self.finder.search_on(&mut self.view, &self.book, &mut self.out);
        if matches!(self.focus, Focus::Page) {
            self.view.jumped_from(top);
        }
    }

    /// Makes what is shown fit what changed.
    fn settle(&mut self) {
        if self.focus.is_void(&self.finder) {
            self.focus = Focus::Page;
        }
        if let Some(before) = self.preferences.take_followed() {
            self.follow_settings(&before);
        }
        self.arrange();
        self.view.settle(&self.book);
        let (focus, mut desk) = self.parts();
        focus.settle(&mut desk);
        self.settle_list();
        // On a page without links there are no labels.
        if self.focus.is_void(&self.finder) {
            self.focus = Focus::Page;
        }
        // A window over the page stands as what is in it wants.
        self.arrange();
        self.book.ask_for_tokens(self.view.columns().flatten(), &mut self.out);
        let is_wanted = self.settings().page.status.has(StatusPart::Left);
        let reads = is_wanted && !self.moving && matches!(self.focus, Focus::Page);
        self.pacer.settle(&self.book, &self.view, reads);
    }

    /// Makes the keys, the widths and the text as the settings say, which were `before`.
    fn follow_settings(&mut self, before: &Config) {
        let config = self.preferences.config();
        let (view, layout, speed) = (config.view, config.layout(), config.page.speed);
        if (config.preset, &config.bound) != (before.preset, &before.bound) {
            self.keys.set_keymap(config.keymap());
        }
        if config.ambiguous != before.ambiguous {
            self.view.set_model(self.preferences.model());
        }
        self.view.set_layout(layout);
        self.show_text();
        if self.moving && speed != before.page.speed {
            self.out.ask(Effect::Move(speed));
        }
        self.book.choose_view(view, &mut self.out);
    }

    /// Shows the text as the settings say: in which script, and with what left out.
    fn show_text(&mut self) {
        self.view.set_showing(self.preferences.showing());
    }

    /// Sets `name` to `word` as the file of settings would, and keeps it there.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn set(&mut self, name: &str, word: &str) -> Result<(), FaultKind> {
        let assigned = AnySetting::named(name)?.assign(word)?;
        let (_, mut desk) = self.parts();
        desk.assign(&assigned);
        desk.keep(vec![assigned]);
        Ok(())
    }

    /// Sets `name` to `word` for the document that is read alone, and the next time that it is read.
    ///
    /// # Errors
    /// What is wrong with them.
    fn set_local(&mut self, name: &str, word: &str) -> Result<(), FaultKind> {
        let assigned = AnySetting::named(name)?.assign(word)?;
        // How something is looked for is of no document.
        if let AnySetting::Search(_) = assigned.setting {
            return self.set(name, word);
        }
        self.preferences.set_own(&assigned);
        Ok(())
    }

    /// Gives each area of the window to whom it belongs.
    fn arrange(&mut self) {
        self.arrange_in(self.size());
    }

    /// Gives each area of a window of `size` to whom it belongs.
    fn arrange_in(&mut self, size: Size) {
        let keeps = match self.side {
            SideList::Nothing => Keeps::Nothing,
            SideList::Kept(_) | SideList::Focused => Keeps::List,
        };
        let stand = (self.focus.stand(), keeps);
        let numbers = if self.settings().page.line_numbers { self.book.number_cells() } else { 0 };
        let panes = Panes::new(size, self.settings(), stand, numbers);
        self.view.arrange(panes, self.settings().page.wrap);
    }

    /// Brings the match on the page that is chosen in their list, if that is open.
    fn show_chosen(&mut self) {
        self.arrange();
        if let (Focus::Matches(list), mut desk) = self.parts() {
            list.show_chosen(&mut desk);
        }
    }

    fn resize(&mut self, size: Size) {
        self.arrange_in(size);
        self.show_chosen();
    }

    /// Shows what the word of question `job` means, unless the reader asked for another or does something else by now.
    fn show_meaning(&mut self, job: Job, meaning: String) {
        let asked = self.book.take_asked(job);
        if let Some(place) = asked.filter(|_| matches!(self.focus, Focus::Page)) {
            self.out.hush();
            self.keys.forget();
            self.focus = Focus::LinkWindow(Box::new(LinkWindow::of_word(place, meaning)));
        }
    }
}

/// Returns the first of the keys that do `action` of `table`, as it is shown; nothing where there are none. Where lines are
/// typed, that is one that types characters, or else the name of the action.
fn first<A: Copy + PartialEq>(
    bindings: &Bindings<A>,
    table: &[ActionEntry<A>],
    action: A,
    is_typed: bool,
) -> String {
    let types = |keys: &&Sequence| keys.keys().iter().all(|key| key.typed().is_some());
    let mut keys = bindings.keys(action).iter();
    let key = if is_typed { keys.find(types) } else { keys.next() };
    let name = || table.iter().find(|entry| is_typed && entry.action == action);
    key.map(ToString::to_string).or_else(|| Some(name()?.name.to_owned())).unwrap_or_default()
}

#[cfg(test)]
mod tests;
