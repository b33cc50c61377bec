//! The command line as it was typed. What is read from disk besides stands in a [`super::request::Request`].

mod help;
mod refusal;
mod less;
mod search;
mod settings;

use std::error::Error;
use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use less::LessFlags;
use search::SearchFlags;
use settings::SettingFlags;

use super::complain;
use super::export::ExportFormat;
use super::language::words;
use super::less::{FirstCommand, LessOptions};
use super::notes::NotesFormat;
use super::output::print;
use super::request::Opening;
use super::settings::SettingsWanted;
use crate::config::{BadValue, Config, RuleFor, level};
use crate::decode::{Encoding, OFFERED};
use crate::document::{Rule, RuleRoom, Unheeded};
use crate::format::Format;
use crate::words::Phrase;

/// Where the document goes.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// As it is understood, for scripts.
    Export(ExportFormat),
    /// What is known of it, printed.
    Info,
    /// What is known of it, printed as JSON.
    InfoJson,
    /// The matches in it, printed.
    Matches(MatchFormat),
    /// Nothing of it: the file of settings with everything in it, printed.
    Template,
    /// What the reader said of it, printed.
    Notes(NotesFormat),
    /// Nothing of it: where what is kept lies, printed.
    Where,
    /// Nothing of it: all that is kept of this file is removed.
    Forget(OsString),
    /// Nothing of it: all that is kept is removed.
    ForgetAll,
    /// Nothing of it: the notes in this file are taken in.
    ImportNotes(PathBuf),
}

/// How matches are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MatchFormat {
    /// For people.
    Lines,
    /// For scripts: an object a line.
    Json,
}

/// What is said instead of doing anything: the help, the version, or what is wrong with the arguments.
#[derive(Debug)]
pub(super) enum Answer {
    /// What the parser of the words says.
    Parser(clap::Error),
    /// There are several files, where one is taken.
    SeveralFiles,
    /// This is no rule for headings.
    Rule(String, BadArgument),
}

/// The command line. What each flag is for is said in the catalogues of words, under its name.
#[derive(Debug, Parser)]
#[expect(clippy::struct_excessive_bools, reason = "each flag of a command line is there or not")]
#[command(name = "kanshu", version)]
pub(super) struct Arguments {
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<OsString>,
    #[arg(short, long, value_name = "NAME", value_parser = encoding)]
    pub(super) encoding: Option<Encoding>,
    #[arg(long, value_name = "NAME", value_parser = format)]
    pub(super) format: Option<Format>,
    #[arg(long, conflicts_with_all = ["toc", "info"])]
    dump: bool,
    #[arg(long, value_name = "FORMAT", conflicts_with_all = ["dump", "toc", "info", "section"])]
    export: Option<ExportFormat>,
    #[arg(long, group = "listing")]
    toc: bool,
    #[arg(long, requires = "toc")]
    why: bool,
    #[arg(long, value_name = "SECTION", conflicts_with_all = ["toc", "info", "find"])]
    pub(super) section: Option<String>,
    #[arg(long, value_name = "LEVEL:REGEX")]
    heading: Vec<String>,
    /// The rules that these say.
    #[arg(skip)]
    rules: Vec<Rule>,
    #[arg(long, group = "listing")]
    info: bool,
    #[arg(long, requires = "listing")]
    json: bool,
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    config: Option<PathBuf>,
    #[arg(long)]
    no_config: bool,
    #[arg(long)]
    print_config: bool,
    #[arg(long)]
    pub(super) secure: bool,
    #[arg(long)]
    fresh: bool,
    #[arg(short = 'c', long = "continue", conflicts_with_all = ["files", "fresh"])]
    reads_last: bool,
    #[arg(long, conflicts_with_all = ["files", "fresh", "reads_last"])]
    guide: bool,
    #[arg(long, group = "listing")]
    notes: bool,
    #[arg(long, value_name = "FILE", conflicts_with = "files")]
    import_notes: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["files", "forget_all", "where"])]
    forget: Option<OsString>,
    #[arg(long, conflicts_with_all = ["files", "where"])]
    forget_all: bool,
    #[arg(long, conflicts_with = "files")]
    r#where: bool,
    /// What is done first.
    #[arg(skip)]
    first: Option<FirstCommand>,
    /// The letters of less's options that are turned off, as `-+F` does.
    #[arg(skip)]
    off: String,
    #[command(flatten)]
    less: LessFlags,
    #[command(flatten)]
    settings: SettingFlags,
    #[command(flatten)]
    search: SearchFlags,
}

/// Why a word on the command line can't be taken.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum BadArgument {
    /// No encoding has this name, but these.
    Encoding(Vec<&'static str>),
    /// No format has this name, but these.
    Format(Vec<&'static str>),
    /// A rule has no colon.
    NoColon,
    /// The level of a rule can't be this.
    Level(String),
    /// The pattern of a rule is left out.
    Rule { pattern: String, error: Unheeded },
    /// A setting can't be this.
    Setting(BadValue),
}

impl fmt::Display for BadArgument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words().say(&self.phrase()))
    }
}

impl Error for BadArgument {}

/// Returns the encoding that people call `name`.
fn encoding(name: &str) -> Result<Encoding, BadArgument> {
    let offered = || OFFERED.iter().map(|encoding| encoding.name()).collect();
    Encoding::named(name).ok_or_else(|| BadArgument::Encoding(offered()))
}

/// Returns the format with the name `name`.
fn format(name: &str) -> Result<Format, BadArgument> {
    let names = || Format::all().map(Format::name).collect();
    Format::named(name).ok_or_else(|| BadArgument::Format(names()))
}

/// Returns the rule that `text` is: a level, a colon, a regular expression. It takes its `room`.
fn heading(text: &str, room: &mut RuleRoom) -> Result<Rule, BadArgument> {
    let (word, pattern) = text.split_once(':').ok_or(BadArgument::NoColon)?;
    let level = level(word).map_err(|_| BadArgument::Level(word.to_owned()))?;
    let pattern = room
        .pattern(pattern)
        .map_err(|error| BadArgument::Rule { pattern: pattern.to_owned(), error })?;
    Ok(Rule { pattern, level })
}

/// Returns what was typed, the first word of it the program's name.
///
/// # Errors
/// What is said instead of doing anything.
pub(super) fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Arguments, Answer> {
    let off = |word: &OsString| word.to_str()?.strip_prefix("-+").map(str::to_owned);
    let (off, words): (Vec<_>, Vec<_>) =
        words.into_iter().map(|word| (off(&word), word)).partition(|(off, _)| off.is_some());
    let words = words.into_iter().map(|(_, word)| word);
    let arguments = Arguments::try_parse_from(words).map_err(Answer::Parser)?;
    let off = off.into_iter().filter_map(|(off, _)| off).collect();
    Arguments { off, ..arguments }.checked()
}

impl Arguments {
    /// Returns the arguments with a command like `+/PATTERN` or `+120` in its place, which less takes among the files, and
    /// with the rules for headings.
    ///
    /// # Errors
    /// That there are several files, where one is taken, or what is wrong with a rule.
    fn checked(mut self) -> Result<Self, Answer> {
        let commands: Vec<OsString> =
            self.files.extract_if(.., |file| first_command(file).is_some()).collect();
        self.first = commands.last().and_then(first_command);
        let takes_several =
            matches!(self.output(), Output::Screen | Output::Text | Output::Matches(_));
        if !takes_several && self.files.len() > 1 {
            return Err(Answer::SeveralFiles);
        }
        let mut room = RuleRoom::default();
        for text in &self.heading {
            let rule = heading(text, &mut room);
            self.rules.push(rule.map_err(|why| Answer::Rule(text.clone(), why))?);
        }
        Ok(self)
    }

    /// Returns which file of settings is read.
    pub(super) fn wanted(&self) -> SettingsWanted {
        match &self.config {
            _ if self.no_config || self.print_config => SettingsWanted::None,
            Some(path) => SettingsWanted::File(path.clone()),
            None => SettingsWanted::Usual,
        }
    }

    /// Changes `config` as the flags say: they come before the file of settings.
    pub(super) fn apply(&self, config: &mut Config) {
        self.settings.apply(config);
        config.search.extend(self.search.said());
        config.rules.extend(self.rules.iter().cloned().map(RuleFor::all));
    }

    /// Returns the names of the settings that flags make.
    pub(super) fn flagged(&self) -> Vec<String> {
        self.settings.names().into_iter().chain(self.less.settings()).collect()
    }

    /// Returns what is searched for, besides what is done first.
    pub(super) fn pattern(&self) -> Option<&str> {
        self.search.find.as_deref().or(self.search.pattern.as_deref())
    }

    /// Returns `environment`, what is said to less there, changed by the flags.
    pub(super) fn less(&self, environment: LessOptions) -> LessOptions {
        let mut options = environment;
        self.off.chars().for_each(|letter| options.set(letter, false));
        self.less.apply(&mut options);
        let first = self.first.clone().or(options.first.take());
        // A flag of our own says where the document opens.
        options.first = first.filter(|_| self.pattern().is_none() && self.section.is_none());
        options
    }

    /// Returns what is opened where.
    pub(super) fn opening(&self) -> Opening {
        match (self.fresh, self.reads_last, self.guide) {
            (true, ..) => Opening::Start,
            (_, true, _) => Opening::Last,
            (_, _, true) => Opening::Guide,
            _ => Opening::Left,
        }
    }

    /// Returns where the document goes.
    pub(super) fn output(&self) -> Output {
        let format = if self.json { MatchFormat::Json } else { MatchFormat::Lines };
        if let Some(file) = &self.forget {
            return Output::Forget(file.clone());
        }
        if let Some(file) = &self.import_notes {
            return Output::ImportNotes(file.clone());
        }
        if let Some(format) = self.export {
            return Output::Export(format);
        }
        match (self.dump, self.toc, self.info, self.json) {
            _ if self.print_config => Output::Template,
            _ if self.r#where => Output::Where,
            _ if self.notes && self.json => Output::Notes(NotesFormat::Json),
            _ if self.notes => Output::Notes(NotesFormat::Markdown),
            _ if self.forget_all => Output::ForgetAll,
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

/// Returns what a word like `+/PATTERN`, `+120`, `+G` does first, as less takes it; after `++` the same. A file of such a
/// name is `./+G`.
fn first_command(word: &OsString) -> Option<FirstCommand> {
    let word = word.to_str()?.strip_prefix('+')?;
    FirstCommand::of(word.strip_prefix('+').unwrap_or(word))
}

impl Answer {
    /// Prints the answer and returns the exit code that goes with it. What it quotes is made harmless.
    ///
    /// # Errors
    /// That it can't be printed; for what is wrong with the arguments nothing is left to be done then.
    pub(super) fn print(&self) -> anyhow::Result<ExitCode> {
        let error = match self {
            Self::Parser(error) => error,
            Self::SeveralFiles => return Ok(refuse("several-files".into())),
            Self::Rule(text, why) => return Ok(refuse(refusal::value("--heading", text, why))),
        };
        match error.kind() {
            ErrorKind::DisplayHelp => print(|out| out.write_all(help::help(words()).as_bytes())),
            ErrorKind::DisplayVersion => print(|out| write!(out, "{error}")),
            _ => Ok(refuse(refusal::refusal(error))),
        }
    }
}

/// Says why the words can't be taken, and returns the exit code that goes with it.
fn refuse(why: Phrase) -> ExitCode {
    complain(&words().say(&Phrase::new("refused").with("why", why)));
    ExitCode::from(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::RULES_BYTES;
    use crate::text::Pattern;

    fn parsed(words: &[&str]) -> Result<Arguments, Answer> {
        parse(std::iter::once(&"kanshu").chain(words).map(OsString::from))
    }

    fn output(words: &[&str]) -> Output {
        parsed(words).unwrap().output()
    }

    #[test]
    fn the_file_of_settings_is_named_left_out_or_the_usual_one() {
        let wanted = |words: &[&str]| parsed(words).unwrap().wanted();
        assert_eq!(wanted(&["a"]), SettingsWanted::Usual);
        assert_eq!(wanted(&["--config", "b", "a"]), SettingsWanted::File("b".into()));
        assert_eq!(
            (wanted(&["--no-config"]), wanted(&["--print-config"])),
            (SettingsWanted::None, SettingsWanted::None)
        );
        assert_eq!(output(&["--print-config"]), Output::Template);
    }

    #[test]
    fn what_is_wrong_is_refused() {
        let wrong: [&[&str]; 18] = [
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
            &["--toc", "a", "b"],
            &["--info", "a", "b"],
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
        let arguments = parsed(&["-p", "x y", "+/y", "a"]).unwrap();
        assert_eq!((arguments.pattern(), arguments.files.len()), (Some("x y"), 1));
        assert_eq!(arguments.less(LessOptions::default()).first, None);
        for words in [["+/x y", "a"], ["a", "+/x y"], ["a", "++/x y"]] {
            let arguments = parsed(&words).unwrap();
            let first = arguments.less(LessOptions::default()).first;
            assert_eq!(first, Some(FirstCommand::Search("x y".to_owned())));
            assert_eq!(arguments.files.len(), 1);
        }
    }

    #[test]
    fn flags_come_over_what_the_environment_says_to_less() {
        let environment = || LessOptions { quits: true, ..LessOptions::default() };
        let less = |words: &[&str]| {
            let less = parsed(words).unwrap().less(environment());
            (less.quits, less.stays)
        };
        assert_eq!(less(&["a"]), (true, false));
        assert_eq!(less(&["-RXS", "-s", "a"]), (true, true));
        assert_eq!(less(&["-+F", "a"]), (false, false));
        assert_eq!(less(&["-+F", "-F", "a"]), (true, false));
    }

    #[test]
    fn flags_that_less_has_for_its_looks_are_taken_and_may_come_twice() {
        for words in [
            vec!["-RFXK", "-R", "-F", "-S", "a"],
            vec!["-MSx4", "-j.5", "-PMpage", "-x", "4", "a"],
            vec!["--RAW-CONTROL-CHARS", "--quit-on-intr", "--tabs=4", "--use-color", "a"],
        ] {
            let arguments = parsed(&words).unwrap();
            assert_eq!(arguments.files, ["a"], "{words:?}");
        }
        let ignores = |words: &[&str]| parsed(words).unwrap().less(LessOptions::default());
        assert!(ignores(&["-I", "a"]).ignores_case && !ignores(&["-M", "a"]).ignores_case);
    }

    #[test]
    fn matches_are_searched_for_in_several_files() {
        let arguments = parsed(&["--find", "+/x", "--json", "a", "b"]).unwrap();
        assert_eq!(arguments.output(), Output::Matches(MatchFormat::Json));
        assert_eq!((arguments.pattern(), arguments.files.len()), (Some("+/x"), 2));
    }

    #[test]
    fn contents_come_as_text_or_as_json() {
        assert_eq!(output(&["--toc", "a"]), Output::Contents);
        assert_eq!(output(&["--toc", "--json", "a"]), Output::ContentsJson);
        assert_eq!(output(&["--toc", "--why", "a"]), Output::Reasons);
        assert_eq!(output(&["--toc", "--why", "--json", "a"]), Output::ReasonsJson);
        assert_eq!(output(&["--info", "a"]), Output::Info);
        assert_eq!(output(&["--info", "--json", "a"]), Output::InfoJson);
    }

    #[test]
    fn a_rule_is_a_level_and_a_pattern() {
        let told = |text| {
            heading(text, &mut RuleRoom::default())
                .map(|rule| (rule.level, rule.pattern.as_str().to_owned()))
        };
        assert_eq!(told("2:^第.+回：$"), Ok((Some(2), "^第.+回：$".to_owned())));
        assert_eq!(told("none:雨"), Ok((None, "雨".to_owned())));
        assert_eq!(told("雨"), Err(BadArgument::NoColon));
        assert!(matches!(told("0:雨"), Err(BadArgument::Level(_))));
        assert!(matches!(told("1:("), Err(BadArgument::Rule { .. })));
    }

    #[test]
    fn rules_may_take_so_many_bytes_together() {
        let pattern = r"[\p{L}\p{N}]{40}";
        let most = RULES_BYTES / Pattern::new(pattern).unwrap().bytes();
        let rules = |count: usize| {
            let rule = ["--heading".to_owned(), format!("1:{pattern}")];
            let words: Vec<String> = rule.iter().cycle().take(2 * count).cloned().collect();
            parsed(&words.iter().map(String::as_str).collect::<Vec<_>>())
                .map(|said| said.rules.len())
        };
        assert_eq!(rules(most).unwrap(), most);
        assert!(matches!(rules(most + 1), Err(Answer::Rule(_, BadArgument::Rule { .. }))));
    }

    #[test]
    fn an_encoding_is_named_as_people_name_it() {
        let chosen = parsed(&["-e", "gb2312", "a"]).unwrap().encoding;
        assert_eq!(chosen.map(Encoding::name), Some("GBK"));
    }
}
