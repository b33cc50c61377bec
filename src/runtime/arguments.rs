//! The command line.

mod search;
mod settings;

use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::path::{self, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

use search::SearchFlags;
use settings::SettingFlags;

use super::find::Format;
use super::searches::Searches;
use super::settings::{Wanted, load};
use super::store::Store;
use crate::app::Setup;
use crate::config::{Config, RuleFor, level};
use crate::decode::{Encoding, OFFERED};
use crate::document::Rule;
use crate::search::{Query, SearchOptions};
use crate::text::{Pattern, clean};

/// What the program was asked to do.
#[derive(Debug)]
pub(super) struct Arguments {
    /// What is read: paths, `-` for standard input; none: standard input if it is a pipe, else the guide. More
    /// than one only to be searched.
    pub(super) files: Vec<OsString>,
    /// The encoding that they are taken to be in; none: the one that their bytes tell.
    pub(super) encoding: Option<Encoding>,
    /// What is searched for.
    pub(super) query: Option<Query>,
    /// The section that is opened or printed: its number in the contents, or words of its title.
    pub(super) section: Option<String>,
    pub(super) setup: Setup,
    /// What the file of settings and the flags say.
    pub(super) config: Config,
    /// What is wrong with the file of settings.
    pub(super) faults: Vec<String>,
    /// Whether the terminal is asked how wide it draws ambiguous signs.
    pub(super) ask_widths: bool,
    /// Whether nothing is kept from one time to the next.
    pub(super) secure: bool,
    pub(super) output: Output,
}

/// Where the document goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Output {
    /// To the screen, to be read; printed where there is no screen.
    Screen,
    /// Its text, printed.
    Text,
    /// Its contents, printed.
    Contents,
    /// Its contents, printed as JSON.
    ContentsJson,
    /// Why its contents are what they are, printed.
    Reasons,
    /// Why its contents are what they are, printed as JSON.
    ReasonsJson,
    /// What is known of it, printed.
    Info,
    /// What is known of it, printed as JSON.
    InfoJson,
    /// The matches in it, printed.
    Matches(Format),
    /// Nothing of it: the file of settings with everything in it, printed.
    Template,
}

/// What is said instead of doing anything: the help, the version, or what is wrong with the arguments.
#[derive(Debug)]
pub(super) struct Answer(clap::Error);

const EXAMPLES: &str = "\
Examples:
  kanshu novel.txt              read a book
  kanshu -w 60 article.txt      in a column of at most 60 cells
  man bash | kanshu             read what a command writes
  kanshu --toc novel.txt        print its contents
  kanshu -p lighthouse a.txt    open at the first match
  kanshu --find 公司 *.txt      print the matches in several files
  kanshu --section 3 novel.txt  open at the third section; or by its title
  kanshu --dump -w 72 a.txt     print its text, set in rows of at most 72 cells

Press F1 while reading for the keys. Without a file, kanshu opens its guide.";

/// Reads long documents in the terminal, in every script.
#[derive(Debug, Parser)]
#[expect(clippy::struct_excessive_bools, reason = "each flag of a command line is there or not")]
#[command(name = "kanshu", version, about, after_help = EXAMPLES)]
struct Flags {
    /// The file to read; `-` is standard input; for --find, one or more
    #[arg(value_name = "FILE")]
    files: Vec<OsString>,
    /// The encoding of the file, where it is told wrongly: gbk, big5, sjis …
    #[arg(short, long, value_name = "NAME", value_parser = encoding)]
    encoding: Option<Encoding>,
    /// Prints the text as it is set in rows, without a screen
    #[arg(long, conflicts_with_all = ["toc", "info"])]
    dump: bool,
    /// Prints the contents
    #[arg(long, group = "listing")]
    toc: bool,
    /// Prints with the contents why each line was taken for a heading or left
    #[arg(long, requires = "toc")]
    why: bool,
    /// Opens at this section, or prints it alone: its number in the contents, or words of its title
    #[arg(long, value_name = "SECTION", conflicts_with_all = ["toc", "info", "find"])]
    section: Option<String>,
    /// Makes the lines that match REGEX headings of LEVEL, 1 to 9, or `none`; may be given more than once
    #[arg(long, value_name = "LEVEL:REGEX", value_parser = heading)]
    heading: Vec<Rule>,
    /// Prints what is known of the file: format, encoding, size, language
    #[arg(long, group = "listing")]
    info: bool,
    /// Prints them, or the matches, as JSON
    #[arg(long, requires = "listing")]
    json: bool,
    /// Reads the settings from FILE
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    config: Option<PathBuf>,
    /// Reads no file of settings
    #[arg(long)]
    no_config: bool,
    /// Prints a file of settings with each of them at its usual value, as a comment
    #[arg(long)]
    print_config: bool,
    /// Keeps nothing on disk and reads nothing kept there; so does `KANSHU_SECURE=1`
    #[arg(long)]
    secure: bool,
    #[command(flatten)]
    settings: SettingFlags,
    #[command(flatten)]
    search: SearchFlags,
}

/// Returns the encoding that people call `name`.
fn encoding(name: &str) -> Result<Encoding, String> {
    let offered: Vec<_> = OFFERED.iter().map(|(encoding, _)| encoding.name()).collect();
    let list = offered.join(", ");
    Encoding::named(name).ok_or_else(|| format!("no encoding has this name; try one of {list}"))
}

/// Returns the rule that `text` is: a level, a colon, a regular expression.
fn heading(text: &str) -> Result<Rule, String> {
    let (word, pattern) =
        text.split_once(':').ok_or("give a level, a colon, and a regular expression")?;
    let level = level(word).map_err(|cure| format!("the level can't be “{word}”: {cure}"))?;
    let pattern = Pattern::new(pattern).map_err(|error| format!("{error} of “{pattern}”"))?;
    Ok(Rule { pattern, level })
}

/// Returns what `arguments` ask for, the first of them the program's name; the file of settings is read.
pub(super) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, Answer> {
    let flags = Flags::try_parse_from(arguments).map_err(Answer)?;
    let (config, faults) = load(&flags.wanted());
    Ok(Arguments { faults, ..flags.over(config)? })
}

impl Flags {
    /// Returns which file of settings is read.
    fn wanted(&self) -> Wanted {
        match &self.config {
            _ if self.no_config || self.print_config => Wanted::None,
            Some(path) => Wanted::File(path.clone()),
            None => Wanted::Usual,
        }
    }

    /// Returns what is asked for: what the flags say comes before what `config` says.
    fn over(mut self, mut config: Config) -> Result<Arguments, Answer> {
        self.settings.apply(&mut config);
        config.search.extend(self.search.said());
        config.rules.extend(self.heading.drain(..).map(RuleFor::all));
        let setup = Setup {
            settings: config.settings(is_plain()),
            layout: config.layout(),
            model: config.model(),
            search_options: config.search_options(SearchOptions::default()),
            keymap: config.keymap(),
            ..Setup::default()
        };
        let patterns: Vec<OsString> =
            self.files.extract_if(.., |file| pattern(file).is_some()).collect();
        let typed = patterns.last().and_then(pattern);
        if self.search.find.is_none() && self.files.len() > 1 {
            let words = "one file is read at a time; only --find takes several";
            return Err(Answer(Self::command().error(ErrorKind::TooManyValues, words)));
        }
        let output = self.output();
        let pattern = self.search.find.or(self.search.pattern).or(typed);
        Ok(Arguments {
            files: self.files,
            encoding: self.encoding,
            query: pattern.map(|pattern| setup.search_options.query(pattern)),
            section: self.section,
            setup,
            faults: Vec::new(),
            ask_widths: config.ambiguous.is_none(),
            config,
            secure: self.secure || is_secure(),
            output,
        })
    }

    fn output(&self) -> Output {
        let format = if self.json { Format::Json } else { Format::Lines };
        match (self.dump, self.toc, self.info, self.json) {
            _ if self.print_config => Output::Template,
            _ if self.search.find.is_some() => Output::Matches(format),
            (true, ..) => Output::Text,
            (_, true, _, true) if self.why => Output::ReasonsJson,
            (_, true, _, false) if self.why => Output::Reasons,
            (_, true, _, true) => Output::ContentsJson,
            (_, true, _, false) => Output::Contents,
            (_, _, true, true) => Output::InfoJson,
            (_, _, true, false) => Output::Info,
            _ => Output::Screen,
        }
    }
}

/// Returns whether the environment asks for no colours: any value of this name but the empty one does
/// (<https://no-color.org>).
fn is_plain() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// Returns whether the environment asks for a run that keeps nothing.
fn is_secure() -> bool {
    std::env::var_os("KANSHU_SECURE").is_some_and(|value| !value.is_empty() && value != "0")
}

impl Arguments {
    /// Returns where searches are kept, if they are.
    pub(super) fn searches(&self) -> Option<Searches> {
        if self.secure { None } else { Searches::of_reader() }
    }

    /// Returns what the document is read from; none where no file is named.
    pub(super) fn file(&self) -> Option<&OsStr> {
        self.files.first().map(OsString::as_os_str)
    }

    /// Returns the rules for the headings of `file`.
    pub(super) fn rules_of(&self, file: Option<&OsStr>) -> Vec<Rule> {
        let path = file.filter(|name| *name != "-").and_then(|name| path::absolute(name).ok());
        self.config.rules(path.as_ref().map(|path| path.to_string_lossy()).as_deref())
    }

    /// Returns where what is said of the document is kept, if it is.
    pub(super) fn store(&self) -> Option<Store> {
        self.store_of(self.file())
    }

    /// Returns where what is said of `file` is kept, if it is.
    pub(super) fn store_of(&self, file: Option<&OsStr>) -> Option<Store> {
        Store::of(file.filter(|_| !self.secure))
    }
}

/// Returns the pattern of a word like `+/PATTERN`, as less takes it. A file of such a name is `./+/…`.
fn pattern(word: &OsString) -> Option<String> {
    word.to_string_lossy().strip_prefix("+/").map(str::to_owned)
}

impl Answer {
    /// Prints the answer and returns the exit code that goes with it. What it quotes is made harmless.
    pub(super) fn print(&self) -> ExitCode {
        let words = self.0.render().to_string();
        let lines = words.lines().map(|line| format!("{}\n", clean(line)));
        let words: String = lines.collect();
        let usage = !matches!(self.0.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
        // A reader who closed the pipe has read enough.
        let _written = if usage {
            std::io::stderr().write_all(words.as_bytes())
        } else {
            std::io::stdout().write_all(words.as_bytes())
        };
        if usage { ExitCode::from(2) } else { ExitCode::SUCCESS }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Bounds, Case, Folding, Syntax};

    fn parsed(words: &[&str]) -> Result<Arguments, Answer> {
        over("", words)
    }

    /// Returns what `words` ask for where the file of settings says `text`.
    fn over(text: &str, words: &[&str]) -> Result<Arguments, Answer> {
        let words = std::iter::once(&"kanshu").chain(words).map(OsString::from);
        Flags::try_parse_from(words).map_err(Answer)?.over(crate::config::read(text).0)
    }

    #[test]
    fn a_flag_comes_before_the_file_and_the_file_before_the_defaults() {
        let text = "width = 60\nhang = \"stop\"\n[search]\nregex = true\nhan = \"different\"\n";
        let setup = over(text, &["-w", "50", "--regex=false", "a"]).unwrap().setup;
        assert_eq!((setup.settings.width, setup.layout.measure), (50, 50));
        assert_eq!(setup.layout.hang, crate::layout::Hang::Stop);
        assert_eq!(
            (setup.search_options.syntax, setup.search_options.folding.han),
            (Syntax::Words, false)
        );
        assert_eq!(over(text, &["a"]).unwrap().setup.search_options.syntax, Syntax::Regex);
    }

    #[test]
    fn the_file_of_settings_is_named_left_out_or_the_usual_one() {
        let wanted = |words: &[&str]| {
            Flags::try_parse_from(std::iter::once(&"kanshu").chain(words)).unwrap().wanted()
        };
        assert_eq!(wanted(&["a"]), Wanted::Usual);
        assert_eq!(wanted(&["--config", "b", "a"]), Wanted::File("b".into()));
        assert_eq!(
            (wanted(&["--no-config"]), wanted(&["--print-config"])),
            (Wanted::None, Wanted::None)
        );
        assert_eq!(parsed(&["--print-config"]).unwrap().output, Output::Template);
    }

    #[test]
    fn a_file_and_a_width_are_taken() {
        let arguments = parsed(&["-w", "60", "a.txt"]).unwrap();
        assert_eq!(arguments.files, ["a.txt"]);
        assert_eq!((arguments.setup.settings.width, arguments.output), (60, Output::Screen));
    }

    #[test]
    fn what_is_wrong_is_refused() {
        let wrong: [&[&str]; 17] = [
            &["--heading", "雨", "a"],
            &["--heading", "0:雨", "a"],
            &["--heading", "1:(", "a"],
            &["--config", "a", "--no-config"],
            &["--why", "a"],
            &["--toc", "--section", "1", "a"],
            &["-w", "1"],
            &["-w", "x"],
            &["--json"],
            &["--dump", "--toc"],
            &["--toc", "--info"],
            &["-e", "klingon"],
            &["--no"],
            &["a", "b"],
            &["--find", "x", "--toc"],
            &["-i", "--exact", "--find", "x"],
            &["--exact=size"],
        ];
        for words in wrong {
            assert!(parsed(words).is_err(), "{words:?}");
        }
    }

    #[test]
    fn a_pattern_comes_as_flag_or_as_less_has_it() {
        for words in [&["-p", "x y", "a"][..], &["+/x y", "a"], &["a", "+/x y"]] {
            let arguments = parsed(words).unwrap();
            assert_eq!((arguments.query.unwrap().text.as_str(), arguments.files.len()), ("x y", 1));
        }
    }

    #[test]
    fn matches_are_searched_for_in_several_files() {
        let arguments = parsed(&["--find", "+/x", "--json", "a", "b"]).unwrap();
        assert_eq!(arguments.output, Output::Matches(Format::Json));
        assert_eq!((arguments.query.unwrap().text.as_str(), arguments.files.len()), ("+/x", 2));
    }

    #[test]
    fn each_difference_can_be_made_to_matter() {
        let folding = |words: &[&str]| parsed(words).unwrap().setup.search_options.folding;
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
        let options = parsed(&["--regex", "--words", "a"]).unwrap().setup.search_options;
        assert_eq!((options.syntax, options.bounds), (Syntax::Regex, Bounds::WholeWords));
    }

    #[test]
    fn contents_come_as_text_or_as_json() {
        assert_eq!(parsed(&["--toc", "a"]).unwrap().output, Output::Contents);
        assert_eq!(parsed(&["--toc", "--json", "a"]).unwrap().output, Output::ContentsJson);
        assert_eq!(parsed(&["--toc", "--why", "a"]).unwrap().output, Output::Reasons);
        assert_eq!(parsed(&["--toc", "--why", "--json", "a"]).unwrap().output, Output::ReasonsJson);
        assert_eq!(parsed(&["--info", "a"]).unwrap().output, Output::Info);
        assert_eq!(parsed(&["--info", "--json", "a"]).unwrap().output, Output::InfoJson);
    }

    #[test]
    fn a_rule_is_a_level_and_a_pattern() {
        let words = ["--heading", "2:^第.+回：$", "--heading", "none:雨", "a"];
        let rules = parsed(&words).unwrap().rules_of(None);
        let told: Vec<_> = rules.iter().map(|rule| (rule.level, rule.pattern.as_str())).collect();
        assert_eq!(told, [(Some(2), "^第.+回：$"), (None, "雨")]);
    }

    #[test]
    fn an_encoding_is_named_as_people_name_it() {
        let chosen = parsed(&["-e", "gb2312", "a"]).unwrap().encoding;
        assert_eq!(chosen.map(Encoding::name), Some("GBK"));
    }
}
