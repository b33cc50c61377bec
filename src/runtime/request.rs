//! What the program was asked to do: what was typed, over the file of settings and the environment.

use std::ffi::{OsStr, OsString};
use std::path::{self, PathBuf};
use std::sync::Arc;

use super::arguments::{Arguments, Output};
use super::environment;
use super::files;
use super::language;
use super::less::{FOLLOW, FirstCommand, LessOptions};
use super::paces::PaceFile;
use super::searches::SearchFile;
use super::settings;
use super::store::Folders;
use super::themes;
use crate::app::Setup;
use crate::config::{Config, SEARCH, Themes, named};
use crate::decode::{Choice, Encoding};
use crate::document::Rule;
use crate::format::{Format, OpenOptions};
use crate::layout::flow::Replacement;
use crate::search::{Query, SearchOptions};
use crate::words::Phrase;

/// What is opened where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// The document that is named, where it was left.
    Left,
    /// The document that is named, at its start.
    Start,
    /// The document that was left last, there.
    Last,
    /// The guide.
    Guide,
}

/// Which screen of the terminal is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScreenUse {
    /// The alternate one: what was on the screen before is there again at the end.
    Alternate,
    /// The one that is there: the last page stays on it.
    Main,
}

/// What files are taken to be, whatever their names and their bytes tell.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TakenAs {
    /// The encoding that they are in; none: the one that they tell.
    encoding: Option<Encoding>,
    /// The format that they are in; none: the one that they tell.
    format: Option<Format>,
}

impl TakenAs {
    /// Returns how a file is opened that is taken to be so, and was in the encoding `remembered` when it was read before.
    pub(super) fn options(self, remembered: Option<Encoding>) -> OpenOptions {
        let chosen = self.encoding.map(Choice::Use);
        let encoding = chosen.or(remembered.map(Choice::Remembered));
        let encoding = encoding.unwrap_or_else(files::detected);
        OpenOptions { encoding, format: self.format, ..OpenOptions::default() }
    }
}

/// What is gone to in the first document, whatever place it was left at.
#[derive(Debug)]
pub(super) struct Aim {
    /// What is searched for.
    pub(super) query: Option<Query>,
    /// The section that is opened or printed: its number in the contents, or words of its title.
    pub(super) section: Option<String>,
    /// What is done first, as the command line takes it.
    pub(super) command: Option<String>,
}

impl Aim {
    /// Returns whether there is one.
    pub(super) fn is_given(&self) -> bool {
        self.query.is_some() || self.section.is_some() || self.command.is_some()
    }
}

/// What the program was asked to do.
#[derive(Debug)]
pub(super) struct Request {
    /// What is read: paths, `-` for standard input; none: standard input if it is a pipe, else the guide.
    pub(super) files: Vec<OsString>,
    taken: TakenAs,
    pub(super) aim: Aim,
    pub(super) output: Output,
    pub(super) setup: Setup,
    /// What is wrong with the file of settings.
    pub(super) faults: Vec<Phrase>,
    /// The file in which settings are kept that are made while reading; none where none are.
    pub(super) settings_file: Option<PathBuf>,
    /// Whether the terminal is asked how wide it draws ambiguous signs.
    pub(super) ask_widths: bool,
    /// Whether nothing is kept from one time to the next.
    pub(super) secure: bool,
    /// What is opened where.
    pub(super) opening: Opening,
    /// What becomes of the screen.
    pub(super) screen: ScreenUse,
    /// Whether a document that one screen shows is printed there, and the program ends.
    pub(super) quits_on_one_screen: bool,
}

impl Request {
    /// Returns what `arguments` ask for; the file of settings is read.
    pub(super) fn of(arguments: Arguments) -> Self {
        let wanted = arguments.wanted();
        let (mut config, mut faults) = settings::load(&wanted);
        // A terminal that knows no screen. What the file or a flag says comes before that.
        config.page.linear |= environment::is("TERM", "dumb");
        let mut request = Self::over(config, arguments, LessOptions::of_environment());
        faults.append(&mut request.faults);
        let settings_file = wanted.file().filter(|_| !request.secure);
        Self { faults, settings_file, ..request }
    }

    /// Returns what `arguments` ask for where the file of settings says `config`, and the environment says `less`.
    fn over(mut config: Config, arguments: Arguments, less: LessOptions) -> Self {
        let less = arguments.less(less);
        let case = named(SEARCH, "case").filter(|_| less.ignores_case);
        config.search.extend(case.and_then(|case| case.change("alike").ok()));
        config.page.line_numbers |= less.numbers_lines;
        config.page.wrap &= !less.chops;
        arguments.apply(&mut config);
        language::choose(config.language);
        let (own, faults) = config.theme.as_deref().map(themes::load).unwrap_or_default();
        let own = config.theme.clone().into_iter().zip(own).collect();
        let themes = Themes { depth: themes::depth(), ground: None, own };
        let (model, locale) = (config.model(), language::of_locale());
        let flagged = arguments.flagged();
        let setup = Setup { config, themes, locale, model, flagged, ..Setup::default() };
        let options = setup.config.search_options(SearchOptions::default());
        // Where there is more to come, a page is not all of it.
        let more = arguments.files.len() > 1
            || matches!(&less.first, Some(FirstCommand::Obey(command)) if command == FOLLOW);
        let (pattern, command) = match less.first {
            Some(FirstCommand::Search(pattern)) => (Some(pattern), None),
            Some(FirstCommand::Obey(command)) => (None, Some(command)),
            None => (arguments.pattern().map(str::to_owned), None),
        };
        let query = pattern.map(|pattern| options.query(pattern));
        Self {
            screen: if less.stays { ScreenUse::Main } else { ScreenUse::Alternate },
            quits_on_one_screen: less.quits && !more,
            output: arguments.output(),
            opening: arguments.opening(),
            files: arguments.files,
            taken: TakenAs { encoding: arguments.encoding, format: arguments.format },
            aim: Aim { query, section: arguments.section, command },
            ask_widths: setup.config.ambiguous.is_none() && !setup.config.page.linear,
            setup,
            faults,
            settings_file: None,
            secure: arguments.secure || environment::is_set_to_more("KANSHU_SECURE"),
        }
    }

    /// Returns where searches are kept, if they are.
    pub(super) fn searches(&self) -> Option<SearchFile> {
        if self.secure { None } else { SearchFile::of_reader() }
    }

    /// Returns where the reader's pace is kept, if it is.
    pub(super) fn paces(&self) -> Option<PaceFile> {
        if self.secure { None } else { PaceFile::of_reader() }
    }

    /// Returns what the document is read from; none where no file is named.
    pub(super) fn file(&self) -> Option<&OsStr> {
        self.files.first().map(OsString::as_os_str)
    }

    /// Returns the rules for the headings of `file`.
    pub(super) fn rules_of(&self, file: Option<&OsStr>) -> Vec<Rule> {
        self.setup.config.rules(path_of(file).as_deref())
    }

    /// Returns what of `file` is shown in other words or left out.
    pub(super) fn replacements_of(&self, file: Option<&OsStr>) -> Arc<[Replacement]> {
        self.setup.config.replacements(path_of(file).as_deref()).into()
    }

    /// Returns whether `file` is what the program was started with, so that its flags are about it.
    fn names(&self, file: Option<&OsStr>) -> bool {
        file.is_none_or(|file| self.files.iter().any(|named| named == file))
    }

    /// Returns what `file` is taken to be: the flags are about the files of the command line.
    pub(super) fn taken(&self, file: Option<&OsStr>) -> TakenAs {
        if self.names(file) { self.taken } else { TakenAs::default() }
    }

    /// Returns whether `file` opens where it was left, unless it is the first and another place is asked for.
    pub(super) fn resumes(&self, file: Option<&OsStr>) -> bool {
        !(self.opening == Opening::Start && self.names(file))
    }

    /// Returns whether the documents that were read before are listed at first: nothing else is asked for, and there are
    /// any.
    pub(super) fn lists_recent(&self) -> bool {
        let is_alone = self.opening == Opening::Left && self.files.is_empty();
        is_alone
            && !self.aim.is_given()
            && self.folders().is_some_and(|folders| folders.has_recent())
    }

    /// Returns whether a flag says that pages are printed one after the other: then they are, wherever they go.
    pub(super) fn is_read_in_lines(&self) -> bool {
        let is_flagged = self.setup.flagged.iter().any(|name| name == "linear");
        is_flagged && self.setup.config.page.linear
    }

    /// Returns the directories of what is kept, if anything is.
    pub(super) fn folders(&self) -> Option<Folders> {
        if self.secure { None } else { Folders::of_reader() }
    }
}

/// Returns the path of `file` by which rules know it; none where it has none.
fn path_of(file: Option<&OsStr>) -> Option<String> {
    let path = file.filter(|name| *name != "-").and_then(|name| path::absolute(name).ok())?;
    Some(path.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::arguments::parse;
    use crate::search::{Bounds, Case, Folding, Syntax};

    /// Returns what `words` ask for where the file of settings says `text`.
    fn over(text: &str, words: &[&str]) -> Request {
        let words = std::iter::once(&"kanshu").chain(words).map(OsString::from);
        Request::over(crate::config::read(text).0, parse(words).unwrap(), LessOptions::default())
    }

    fn asked(words: &[&str]) -> Request {
        over("", words)
    }

    /// Returns how `request` looks for something.
    fn options(request: &Request) -> SearchOptions {
        request.setup.config.search_options(SearchOptions::default())
    }

    #[test]
    fn a_flag_comes_before_the_file_and_the_file_before_the_defaults() {
        let text = "width = 60\nhang = \"stop\"\n[search]\nregex = true\nhan = \"different\"\n";
        let request = over(text, &["-w", "50", "--regex=false", "a"]);
        let config = &request.setup.config;
        assert_eq!((config.page.width, config.layout().measure), (50, 50));
        assert_eq!(config.layout.hang, crate::layout::Hang::Stop);
        let flagged = options(&request);
        assert_eq!((flagged.syntax, flagged.folding.han), (Syntax::Words, false));
        assert_eq!(options(&over(text, &["a"])).syntax, Syntax::Regex);
    }

    #[test]
    fn a_file_and_a_width_are_taken() {
        let request = asked(&["-w", "60", "a.txt"]);
        assert_eq!(request.files, ["a.txt"]);
        assert_eq!((request.setup.config.page.width, request.output), (60, Output::Screen));
    }

    #[test]
    fn the_options_of_less_for_lines_are_settings() {
        let page = |words: &[&str]| asked(words).setup.config.page;
        assert!(page(&["a"]).wrap && !page(&["-S", "a"]).wrap && page(&["-S", "--wrap", "a"]).wrap);
        assert!(page(&["-NS", "a"]).line_numbers && !page(&["-NS", "a"]).wrap);
        assert_eq!(asked(&["-S", "a"]).setup.flagged, ["wrap"]);
    }

    #[test]
    fn each_difference_can_be_made_to_matter() {
        let folding = |words: &[&str]| options(&asked(words)).folding;
        assert_eq!(folding(&["a"]), Folding::default());
        assert_eq!(folding(&["--exact", "a"]), Folding::NONE);
        assert_eq!(
            folding(&["--exact=han,case", "a"]),
            Folding { han: false, case: Case::Exact, ..Folding::default() }
        );
        assert_eq!(
            folding(&["--pinyin", "-i", "a"]),
            Folding { pinyin: true, case: Case::Fold, ..Folding::default() }
        );
        let options = options(&asked(&["--regex", "--words", "a"]));
        assert_eq!((options.syntax, options.bounds), (Syntax::Regex, Bounds::WholeWords));
    }

    #[test]
    fn rules_of_the_flags_are_for_every_file() {
        let words = ["--heading", "2:^第.+回：$", "--heading", "none:雨", "a"];
        let rules = asked(&words).rules_of(None);
        let told: Vec<_> = rules.iter().map(|rule| (rule.level, rule.pattern.as_str())).collect();
        assert_eq!(told, [(Some(2), "^第.+回：$"), (None, "雨")]);
    }

    #[test]
    fn a_page_is_all_there_is_of_one_file_that_is_not_followed() {
        let quits = |words: &[&str]| asked(words).quits_on_one_screen;
        assert!(quits(&["-F", "a"]) && quits(&["-F"]) && quits(&["-F", "+G", "a"]));
        assert!(!quits(&["-F", "a", "b"]) && !quits(&["-F", "+F", "a"]));
    }
}
