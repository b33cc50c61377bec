//! The flags that the tables of settings make: one for each, of the same name.

use clap::builder::{PossibleValuesParser, ValueParser};
use clap::{Arg, ArgMatches, Args, Command, Error, FromArgMatches};

use super::BadArgument;
use crate::config::{Config, LAYOUT, PAGE, Setting, SettingChange, Values};

/// The flags of one letter, and their settings.
const SHORT: [(char, &str); 2] = [('w', "width"), ('N', "line-numbers")];

/// The settings that flags make, in the order of the tables.
#[derive(Clone, Debug)]
pub(super) struct SettingFlags(Vec<SettingChange<Config>>);

impl SettingFlags {
    /// Makes the settings in `config`.
    pub(super) fn apply(&self, config: &mut Config) {
        self.0.iter().for_each(|change| change.apply(config));
    }

    /// Returns the names of the settings.
    pub(super) fn names(&self) -> Vec<String> {
        self.0.iter().map(|change| change.name().to_owned()).collect()
    }
}

impl Args for SettingFlags {
    fn augment_args(command: Command) -> Command {
        let layout = LAYOUT.iter().map(|setting| arg(setting).help_heading("layout"));
        command.args(PAGE.iter().map(arg)).args(layout)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for SettingFlags {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let change = |setting: &'static Setting<Config>| {
            let word = matches.get_one::<String>(setting.name)?;
            setting.change(word).ok()
        };
        Ok(Self(PAGE.iter().chain(LAYOUT).filter_map(change).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// Returns the flag of `setting`.
fn arg(setting: &'static Setting<Config>) -> Arg {
    let short = SHORT.iter().find(|(_, name)| *name == setting.name);
    let arg = Arg::new(setting.name).long(setting.name).short(short.map(|(short, _)| *short));
    let names = || ValueParser::from(PossibleValuesParser::new(setting.names()));
    let checked =
        |word: &str| setting.change(word).map(|_| word.to_owned()).map_err(BadArgument::Setting);
    match setting.values {
        Values::Cells(..) => arg.value_name("NUMBER").value_parser(checked),
        Values::Words(..) => arg.value_name("WORDS").value_parser(checked),
        Values::Switch(_) => switch(arg).value_parser(names()),
        Values::Word(..) => arg.value_name("NAME"),
        Values::Choice(_) => arg.value_name("HOW").value_parser(names()),
    }
}

/// Returns `arg` as the flag of a switch: alone it turns it on, with `=false` off.
fn switch(arg: Arg) -> Arg {
    arg.num_args(0..=1).require_equals(true).default_missing_value("true").value_name("BOOL")
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::input::Preset;
    use crate::layout::{Hang, LayoutOptions, Level, Parting};
    use crate::text::Ambiguous;

    #[derive(Parser)]
    struct Flags {
        #[command(flatten)]
        settings: SettingFlags,
    }

    fn parsed(words: &[&str]) -> Config {
        let flags = Flags::try_parse_from(std::iter::once(&"kanshu").chain(words)).unwrap();
        let mut config = Config { layout: LayoutOptions::default(), ..Config::default() };
        flags.settings.apply(&mut config);
        config
    }

    #[test]
    fn without_flags_nothing_is_set() {
        assert_eq!(format!("{:?}", parsed(&[])), format!("{:?}", Config::default()));
    }

    #[test]
    fn each_flag_makes_its_setting() {
        let config = parsed(&[
            "--level",
            "loose",
            "--hang=stop",
            "--paragraphs",
            "indent",
            "-w",
            "9",
            "--keys=vim",
            "--sticky",
            "--ambiguous=2",
            "-N",
        ]);
        let options = LayoutOptions {
            measure: 9,
            level: Level::Loose,
            hang: Hang::Stop,
            parting: Parting::Indent,
            ..LayoutOptions::default()
        };
        assert_eq!((config.layout(), config.preset), (options, Preset::Vim));
        assert_eq!((config.ambiguous, config.page.sticky), (Some(Ambiguous::Wide), true));
        assert!(config.page.line_numbers);
        assert!(!parsed(&["--sticky=false"]).page.sticky);
    }

    #[test]
    fn other_values_are_refused() {
        for words in [["--level", "sloppy"], ["-w", "1"], ["--sticky=maybe", "--sticky"]] {
            assert!(Flags::try_parse_from(std::iter::once(&"kanshu").chain(&words)).is_err());
        }
    }
}
