//! The help on the command line, in the language in which the program speaks.

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command, CommandFactory};

use super::Arguments;
use crate::config::{Config, LAYOUT, PAGE, Setting, Values};
use crate::words::{Phrase, Words};

/// How the help is arranged.
const TEMPLATE: &str = "{about}\n\n{usage}\n\n{all-args}{after-help}";

/// Returns the help.
pub(super) fn help(words: &Words) -> String {
    command(words).render_help().to_string()
}

/// Returns the command with all that its help says.
fn command(words: &Words) -> Command {
    let own = |id| Arg::new(id).long(id).action(ArgAction::Help);
    Arguments::command()
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(own("help").short('h'))
        .arg(own("version").short('V'))
        .about(words.get("about"))
        .override_usage(words.get("usage"))
        .after_help(words.get("examples"))
        .help_template(TEMPLATE)
        .mut_args(|arg| {
            if arg.is_hide_set() {
                return arg;
            }
            let help = said(words, &arg);
            let heading = words.get(heading(&arg));
            let arg = arg.help(help).help_heading(heading);
            let takes_value = arg.get_action().takes_values();
            if takes_value { arg.hide_possible_values(true) } else { arg }
        })
}

/// Returns the name of the message that stands above the flags to which `arg` belongs.
fn heading(arg: &Arg) -> &'static str {
    match arg.get_help_heading() {
        Some("layout") => "heading-layout",
        Some("search") => "heading-search",
        _ if arg.is_positional() => "heading-arguments",
        _ => "heading-options",
    }
}

/// Returns what `arg` is for, and its values.
fn said(words: &Words, arg: &Arg) -> String {
    let id = arg.get_id().as_str();
    if let Some(setting) = PAGE.iter().chain(LAYOUT).find(|setting| setting.name == id) {
        return words.say(&of_setting(setting));
    }
    let does = Phrase::new(format!("flag-{id}"));
    let values = arg.get_possible_values();
    let names = values.iter().map(PossibleValue::get_name);
    let names: Vec<&str> = names.filter(|name| !matches!(*name, "true" | "false")).collect();
    let of = Phrase::new("flag-values").with("values", names.join(", "));
    words.say(&if names.is_empty() { does } else { of.with("does", does) })
}

/// Returns what `setting` is for, and its values.
fn of_setting(setting: &'static Setting<Config>) -> Phrase {
    let does = Phrase::new(format!("setting-{}", setting.name));
    let names: Vec<&str> = setting.names().collect();
    let usual = || setting.value(&Config::default());
    match setting.values {
        Values::Switch(_) => does,
        Values::Cells(..) | Values::Words(..) => {
            Phrase::new("flag-default").with("usual", usual()).with("does", does)
        }
        Values::Word(..) => {
            Phrase::new("flag-names").with("values", names.join(", ")).with("does", does)
        }
        Values::Choice(_) => Phrase::new("flag-choice")
            .with("usual", usual())
            .with("values", names.join(", "))
            .with("does", does),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn each_flag_has_words() {
        let words = Words::of(Language::English);
        for arg in command(words).get_arguments().filter(|arg| !arg.is_hide_set()) {
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            assert!(!help.is_empty() && !help.contains("flag-"), "{}: {help}", arg.get_id());
        }
    }

    #[test]
    fn the_help_says_what_a_flag_is_for_and_its_values() {
        let help = help(Words::of(Language::English));
        let line = |flag: &str| help.lines().find(|line| line.contains(flag)).unwrap().to_owned();
        assert!(line("--hang").contains("Whether a full stop may stand past the column"));
        assert!(line("--width").ends_with("[default: 80]"), "{}", line("--width"));
        assert!(help.starts_with("A reader for long documents"), "{help}");
    }
}
