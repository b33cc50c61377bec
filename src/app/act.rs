//! What each action of the page does.

use super::finder::Onward;
use super::jumps::Direction;
use super::moving::Pace;
use super::notice::Notice;
use super::panel::{
    Bookmarks, CommandLine, Contents, Encodings, Focus, Help, Labels, MarkKind, Marking, MatchList,
    NoteWindow, Prompt, Purpose, RecentList, Selection, SettingList, ThemeList,
};
use super::sections::Wanted;
use super::view::{Sideways, Spot};
use super::{Count, Effect, Label, State};
use crate::config::{AnySetting, MouseOwner, NARROWEST, Script, WIDEST};
use crate::input::{Action, Preset};
use crate::layout::flow::Way;
use crate::text::{Ambiguous, Lang, TextUnit};

/// By how many cells a key makes the column wider or narrower.
const WIDTH_STEP: usize = 4;

impl State {
    /// Does what a key of the page asks for.
    pub(super) fn act(&mut self, action: Action, count: Option<Count>) {
        match action {
            Action::ToList if self.focus_list(|_| true) => {}
            Action::Contents | Action::ToList => self.open_contents(),
            Action::ToggleAmbiguous => self.toggle_ambiguous(),
            Action::Encodings => self.open_encodings(),
            Action::ScrollLeft => self.scroll_aside(Sideways::Left, count),
            Action::ScrollRight => self.scroll_aside(Sideways::Right, count),
            Action::View => self.turn_view(),
            Action::Script => self.toggle_script(),
            Action::Clean => self.toggle_clean(),
            Action::Columns => self.toggle_columns(),
            Action::Ruler => self.toggle_ruler(),
            Action::AutoScroll => self.turn_auto_scroll(count),
            Action::Widen if self.is_moving() => self.hurry(Pace::Faster),
            Action::Narrow if self.is_moving() => self.hurry(Pace::Slower),
            Action::Dictionary => self.look_up(),
            Action::Themes => {
                self.out.ask(Effect::LoadThemes);
                self.focus = Focus::Themes(Box::new(ThemeList::of(&self.preferences)));
            }
            Action::Settings => {
                self.out.ask(Effect::LoadThemes);
                let list = SettingList::of(&self.preferences, self.finder.options());
                self.focus = Focus::Settings(Box::new(list));
            }
            Action::Help => self.focus = Focus::Help(Help::default()),
            Action::Mark => match Marking::on(&self.view, count.map(Count::whole)) {
                Some(marking) => self.focus = Focus::Marking(marking),
                None => self.out.say(Notice::NoLine),
            },
            Action::Select => self.select(),
            Action::Links => self.label_links(),
            Action::Search => self.open_prompt(Way::Down, Purpose::Go),
            Action::SearchBack => self.open_prompt(Way::Up, Purpose::Go),
            Action::Filter => self.open_prompt(Way::Down, Purpose::Filter),
            Action::Mouse => self.turn_mouse(),
            Action::LessOption => self.turn_less_option(self.keys.letter()),
            Action::SearchWord => {
                self.finder.look_for_word(&self.view, &self.book, &mut self.out);
            }
            Action::Matches => self.open_matches(),
            Action::NextMatch => self.next_match(Onward::On, count),
            Action::PreviousMatch => self.next_match(Onward::Back, count),
            Action::ToggleSticky => {
                let sticky = !self.settings().page.sticky;
                self.preferences.change(|config| config.page.sticky = sticky);
                self.out.say(if sticky { Notice::Sticky } else { Notice::NotSticky });
            }
            Action::Widen => self.widen(),
            Action::Narrow => self.narrow(),
            Action::ResetWidth => self.reset_width(),
            Action::Reload => self.out.ask(Effect::Reload),
            Action::Redraw => self.out.ask(Effect::Redraw),
            Action::Follow => {
                self.book.follow(true);
                let top = self.view.top();
                self.view.go_to_end();
                self.view.jumped_from(top);
                self.out.ask(Effect::Follow);
            }
            Action::Stop if self.stop_work() => {}
            Action::Stop => self.out.say(Notice::NothingGoesOn),
            Action::CommandLine => {
                let line = CommandLine::new(self.keys.keymap(), self.words());
                self.focus = Focus::Commands(Box::new(line));
            }
            Action::Suspend => self.out.ask(Effect::Suspend),
            Action::Quit => self.out.ask(Effect::Quit),
            Action::SetMark => {
                let label = Label::Letter(self.keys.letter());
                self.book.mark(self.view.first_row(), label, &mut self.out);
            }
            Action::GoToMark => match self.book.mark_place(self.keys.letter()) {
                Some(place) => self.view.go_to_heading(place),
                None => self.out.say(Notice::NoSuchMark(self.keys.letter())),
            },
            Action::Bookmark => {
                let label = Label::Name(String::new());
                self.book.mark(self.view.first_row(), label, &mut self.out);
            }
            Action::Bookmarks => self.list_marks(MarkKind::Place, Notice::NoBookmarks),
            Action::Notes => self.list_marks(MarkKind::Words, Notice::NoNotes),
            Action::Note => self.write_note(),
            Action::Recent => {
                let job = self.out.next_job();
                self.out.ask(Effect::ListRecent { job });
                self.focus = Focus::Recent(RecentList::of(job));
            }
            Action::NextFile => self.open_file(Direction::Forward, count),
            Action::PreviousFile => self.open_file(Direction::Back, count),
            Action::Undo => self.undo(),
            Action::Place => self.out.say(self.place()),
            Action::RowToTop => self.put(Spot::Top),
            Action::RowToMiddle => self.put(Spot::Middle),
            Action::RowToBottom => self.put(Spot::Bottom),
            motion => self.travel(motion, count),
        }
    }

    /// Lists the marks of this kind; where there are none, says so.
    fn list_marks(&mut self, kind: MarkKind, none: Notice) {
        let is_it = |list: &Focus| matches!(list, Focus::Bookmarks(list) if list.kind() == kind);
        if self.focus_list(is_it) {
            return;
        }
        match Bookmarks::of(kind, &self.book, self.view.first_row()) {
            Some(list) => self.focus = Focus::Bookmarks(list),
            None => self.out.say(none),
        }
    }

    /// Begins to write a note on the paragraph at the top of the page, or opens the one that is there.
    fn write_note(&mut self) {
        let top = self.view.first_row();
        let paragraph = self.book.document().unit_at(top, TextUnit::Paragraph);
        match paragraph {
            Some(paragraph) => match NoteWindow::open(&paragraph, &mut self.book) {
                Ok(window) => self.focus = Focus::Note(Box::new(window)),
                Err(notice) => self.out.say(notice),
            },
            None => self.out.say(Notice::NoText),
        }
    }

    /// Gives what can be followed on the page labels.
    fn label_links(&mut self) {
        let (_, desk) = self.parts();
        match Labels::on(&desk) {
            Some(labels) => self.focus = Focus::Labels(labels),
            None => self.out.say(Notice::NothingToFollow),
        }
    }

    /// Brings the row of the current match to that spot of the page; where none is shown, the first row.
    fn put(&mut self, spot: Spot) {
        let place = self.finder.shown_match(&self.view).unwrap_or(self.view.top());
        self.view.put(place, spot);
    }

    /// Returns where the reader is, to be told.
    fn place(&self) -> Notice {
        let top = self.book.document().line_of(self.view.top_end());
        let (start, end) = self.view.shown();
        let percent = if end >= 1.0 { 100.0 } else { start * 100.0 };
        let line = self.book.sections().line_number(top);
        Notice::Place { line, percent: format!("{percent:.1}") }
    }

    /// Goes to this line of the source, from 1, when it is known where that is.
    fn go_to_line(&mut self, line: usize) {
        self.book.sections_mut().want(Wanted::Line(line));
        self.go_to_wanted();
        if self.book.sections().wants_something() {
            self.out.say(Notice::CountingLines(line));
        }
    }

    /// Goes to the printed page, or the landmark, that is called `name`, when it is known where that is; without a name tells
    /// which there are.
    pub(super) fn go_to_page(&mut self, name: &str) {
        self.book.sections_mut().want(Wanted::Page(name.to_owned()));
        self.go_to_wanted();
        if self.book.sections().wants_something() {
            self.out.say(Notice::LookingForPage(name.to_owned()));
        }
    }

    fn travel(&mut self, motion: Action, count: Option<Count>) {
        // Who reads on does not wait for a match.
        if let Some(find) = self.finder.find_mut() {
            find.cancel_jump();
        }
        if let (Action::Start | Action::End, Some(line)) = (motion, count) {
            return self.go_to_line(line.whole());
        }
        let (motion, count) = self.keys.as_rows(motion, count, self.preferences.config().preset);
        if let Err(notice) = self.view.travel(motion, count, &self.book) {
            self.out.say(notice);
        }
    }

    fn next_match(&mut self, onward: Onward, count: Option<Count>) {
        let top = self.view.top();
        let times = count.map_or(1, Count::times);
        self.finder.next_match(onward, times, &mut self.view, &mut self.out);
        self.view.jumped_from(top);
    }

    /// Opens the file that is so many on, or back, among those that the program was asked to read.
    fn open_file(&mut self, direction: Direction, count: Option<Count>) {
        match self.files.step(direction, count.map_or(1, Count::times)) {
            Some(file) => {
                self.out.say(Notice::Opening(file.to_string_lossy().into_owned()));
                self.out.ask(Effect::Open(file));
            }
            None if self.files.number().is_none() => self.out.say(Notice::OneFile),
            None if direction == Direction::Forward => self.out.say(Notice::LastFile),
            None => self.out.say(Notice::FirstFile),
        }
    }

    fn open_prompt(&mut self, way: Way, purpose: Purpose) {
        let prompt = Prompt::open(way, purpose, &mut self.finder, &self.view);
        self.focus = Focus::Prompt(Box::new(prompt));
    }

    /// Begins to select text.
    fn select(&mut self) {
        match Selection::on(&self.view, &self.finder, self.book.document()) {
            Some(selection) => self.focus = Focus::Selecting(selection),
            None => self.out.say(Notice::NoText),
        }
    }

    fn open_encodings(&mut self) {
        match Encodings::of(self.book.document().clone(), self.view.top(), self.words()) {
            Some(list) => self.focus = Focus::Encodings(list),
            None => self.out.say(Notice::EncodingFixed),
        }
    }

    fn open_contents(&mut self) {
        if !self.focus_list(|list| matches!(list, Focus::Contents(_))) {
            self.focus = Focus::Contents(Contents::of(&self.book, self.view.section()));
        }
    }

    pub(super) fn open_matches(&mut self) {
        if self.focus_list(|list| matches!(list, Focus::Matches(_))) {
            return;
        }
        let Some(find) = self.finder.find() else { return self.out.say(Notice::NoSearch) };
        if find.error().is_some() || (find.finished() && find.total() == 0) {
            return self.out.say(Notice::NotFound);
        }
        self.focus = Focus::Matches(Box::new(MatchList::of(find, self.view.top())));
        self.show_chosen();
    }

    fn set_width(&mut self, width: usize) {
        // Wider than the window is no wider: the next step back should be seen at once.
        let widest = WIDEST.min(self.size().columns);
        let unit = self.settings().page.unit.cells();
        let width = width.min(widest).max(NARROWEST).div_ceil(unit);
        self.set_here("width", &width.to_string());
        self.arrange();
        self.out.say(Notice::Width(self.view.measure()));
    }

    fn widen(&mut self) {
        let wider = self.settings().page.cells().saturating_add(WIDTH_STEP);
        self.step_width(wider, Notice::Widest);
    }

    fn narrow(&mut self) {
        let narrower = self.view.measure().saturating_sub(WIDTH_STEP);
        self.step_width(narrower, Notice::Narrowest);
    }

    /// Gives the column the next width; where that is no other, says that it is the `last`.
    fn step_width(&mut self, width: usize, last: fn(usize) -> Notice) {
        let before = self.view.measure();
        self.set_width(width);
        if self.view.measure() == before {
            self.out.say(last(before));
        }
    }

    /// Gives the column the width that it had at the start; the document has none of its own any more.
    fn reset_width(&mut self) {
        self.set_width(self.preferences.first_width());
        self.preferences.drop_own("width");
    }

    /// Makes the setting `name`, for now, and the next time where this document is read.
    fn set_here(&mut self, name: &str, word: &str) {
        if let Ok(assigned) = AnySetting::named(name).and_then(|setting| setting.assign(word)) {
            self.parts().1.assign(&assigned);
            self.preferences.note_own(&assigned);
        }
    }

    /// Shows the document in the next of its views.
    fn turn_view(&mut self) {
        let Some(view) = self.book.next_view() else { return self.out.say(Notice::OneView) };
        let assigned = AnySetting::named("view").and_then(|setting| setting.assign(view.name()));
        if let Ok(assigned) = assigned {
            self.preferences.set_own(&assigned);
            self.out.say(Notice::View(view));
        }
    }

    /// Turns the option of less that this letter is, where it is a setting here.
    fn turn_less_option(&mut self, letter: char) {
        match letter {
            'N' => {
                let numbered = !self.settings().page.line_numbers;
                self.preferences.change(|config| config.page.line_numbers = numbered);
                let has_lines = self.book.document().facts().has_lines;
                if has_lines || !numbered {
                    self.say_setting("line-numbers", numbered);
                } else {
                    self.out.say(Notice::NoLines);
                }
            }
            'S' => {
                let wrap = !self.settings().page.wrap;
                self.preferences.change(|config| config.page.wrap = wrap);
                if wrap || self.view.keeps_lines() {
                    self.say_setting("wrap", wrap);
                } else {
                    self.out.say(Notice::NothingCut);
                }
            }
            _ => self.out.say(Notice::LessOption),
        }
    }

    /// Leaves the mouse to the terminal, which then selects and copies as it does elsewhere, or takes it back.
    fn turn_mouse(&mut self) {
        let owner = match self.settings().page.mouse {
            MouseOwner::Program => MouseOwner::Terminal,
            MouseOwner::Terminal => MouseOwner::Program,
        };
        self.preferences.change(|config| config.page.mouse = owner);
        self.say_setting("mouse", owner == MouseOwner::Program);
    }

    /// Tells the value of the switch `name`.
    fn say_setting(&mut self, name: &str, value: bool) {
        self.out.say(Notice::Setting { name: name.to_owned(), value: value.to_string() });
    }

    /// Scrolls the lines that are too wide by `count` cells; without a number by half the measure, in vim's keys by one.
    fn scroll_aside(&mut self, way: Sideways, count: Option<Count>) {
        let usual = match self.preferences.config().preset {
            Preset::Vim => 1,
            Preset::Default | Preset::Less => (self.view.measure() / 2).max(1),
        };
        let cells = count.map_or(usual, Count::times);
        if let Err(notice) = self.view.scroll_aside(way, cells) {
            self.out.say(notice);
        }
    }

    /// Shows Chinese in the script that the document is not written in, or as it is written again.
    fn toggle_script(&mut self) {
        let written = self.book.document().facts().lang;
        let script = match self.preferences.config().script {
            Script::Source if written == Some(Lang::ZhHant) => Script::Simplified,
            Script::Source => Script::Traditional,
            Script::Simplified | Script::Traditional => Script::Source,
        };
        let assigned = AnySetting::named("show").and_then(|setting| setting.assign(script.name()));
        if let Ok(assigned) = assigned {
            self.preferences.set_own(&assigned);
            self.out.say(Notice::Script(script));
        }
    }

    /// Shows the text without what rules leave out, or all of it.
    fn toggle_clean(&mut self) {
        if !self.preferences.has_replacements() {
            return self.out.say(Notice::NoReplacements);
        }
        let unreplaced = !self.preferences.config().unreplaced;
        self.preferences.change(|config| config.unreplaced = unreplaced);
        self.out.say(if unreplaced { Notice::NotClean } else { Notice::Clean });
    }

    /// Makes all but the paragraph at the top faint, or all as bright as ever.
    fn toggle_ruler(&mut self) {
        let ruler = !self.settings().page.ruler;
        self.preferences.change(|config| config.page.ruler = ruler);
        self.out.say(if ruler { Notice::Ruler } else { Notice::NoRuler });
    }

    /// Sets the page in two columns, or in one where there are two.
    fn toggle_columns(&mut self) {
        let two = self.view.panes().columns() > 1;
        self.set_here("columns", if two { "1" } else { "2" });
        self.arrange();
        self.out.say(match self.view.panes().columns() {
            1 if two => Notice::OneColumn,
            1 => Notice::NoRoomForColumns,
            _ => Notice::TwoColumns,
        });
    }

    /// Looks the word under the current match up, or the first of the page.
    fn look_up(&mut self) {
        let Some((place, word)) = self.finder.word_here(&self.view, &self.book) else {
            return self.out.say(Notice::NoWord);
        };
        let Some(command) = self.preferences.config().dictionary.clone() else {
            return self.out.say(Notice::NoDictionary);
        };
        self.out.say(Notice::LookingUp(word.clone()));
        self.book.look_up((word, place), command, &mut self.out);
    }

    /// Counts the characters whose width terminals disagree on the other way.
    fn toggle_ambiguous(&mut self) {
        let ambiguous = match self.view.model().ambiguous {
            Ambiguous::Narrow => Ambiguous::Wide,
            Ambiguous::Wide => Ambiguous::Narrow,
        };
        self.preferences.change(|config| config.ambiguous = Some(ambiguous));
        self.out.say(Notice::Ambiguous(ambiguous));
    }
}
