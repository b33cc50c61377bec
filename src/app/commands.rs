//! What is typed in the command line: the table of commands, and how a line is obeyed.

use super::notice::Notice;
use super::{Count, Effect, State};
use crate::config::{AnySetting, FaultKind, near};
use crate::input::{ACTIONS, Action};

/// A command that is no action of the page, or another name for one.
pub(super) struct TypedCommand {
    /// Its names, the one that is offered first.
    pub(super) names: &'static [&'static str],
    /// What stands after its name, as an example; the command is offered with it.
    pub(super) takes: Option<&'static str>,
    /// What it does.
    does: Does,
}

/// What a command does.
enum Does {
    /// An action of the page.
    Act(Action),
    /// This, with what was typed after its name.
    Run(fn(&mut State, &str)),
}

/// The commands besides the actions of the page, which are commands by their own names. Those without something to take
/// are for fingers that know them, and not offered.
pub(super) static COMMANDS: &[TypedCommand] = &[
    alias(&["q", "qa", "qall", "wq", "wqa", "x", "xa", "exit"], Action::Quit),
    alias(&["h"], Action::Help),
    alias(&["u", "undo"], Action::Undo),
    alias(&["f", "file"], Action::Place),
    alias(&["ju", "jumps"], Action::Back),
    alias(&["marks", "ls"], Action::Bookmarks),
    alias(&["toc"], Action::Contents),
    alias(&["n", "next"], Action::NextFile),
    alias(&["p", "N", "prev", "previous"], Action::PreviousFile),
    TypedCommand {
        names: &["e", "edit", "open"],
        takes: Some("FILE"),
        does: Does::Run(|state, file| {
            if file.is_empty() {
                return state.out.ask(Effect::Reload);
            }
            state.out.say(Notice::Opening(file.to_owned()));
            state.out.ask(Effect::Open(file.into()));
        }),
    },
    TypedCommand { names: &["page"], takes: Some("NAME"), does: Does::Run(State::go_to_page) },
    TypedCommand {
        names: &["w", "write", "wa", "wall", "sav", "saveas", "up", "update"],
        takes: None,
        does: Does::Run(|state, _| state.out.say(Notice::NothingToWrite)),
    },
    TypedCommand {
        names: &["set", "se"],
        takes: Some("NAME=VALUE"),
        does: Does::Run(|state, typed| state.set_typed(typed, State::set)),
    },
    TypedCommand {
        names: &["setlocal", "setl"],
        takes: Some("NAME=VALUE"),
        does: Does::Run(|state, typed| state.set_typed(typed, State::set_local)),
    },
    TypedCommand {
        names: &["noh", "nohlsearch"],
        takes: None,
        does: Does::Run(|state, _| {
            state.finder.drop_find(&mut state.out);
        }),
    },
];

const fn alias(names: &'static [&'static str], action: Action) -> TypedCommand {
    TypedCommand { names, takes: None, does: Does::Act(action) }
}

/// Returns whether `typed` can be obeyed as it is: a number, a per cent, or a line that begins with the name of a command,
/// and of a setting where it sets one.
pub(super) fn is_command(typed: &str) -> bool {
    let (name, rest) = parted(typed);
    let known = match command(name) {
        Some(command) if command.names.iter().any(|name| ["set", "setl"].contains(name)) => {
            let (setting, _) = assigned(rest);
            let known =
                AnySetting::named(called(setting)).is_ok() || switched_off(setting).is_some();
            known || rest.contains('=')
        }
        Some(_) => true,
        None => action(name).is_some(),
    };
    known || place(typed).is_some()
}

/// Returns the name of a setting and the value that stand in `typed`: `width=60`, `width = 60`, `width 60`, `width?`.
fn assigned(typed: &str) -> (&str, Option<&str>) {
    match typed.split_once('=').or_else(|| typed.split_once(char::is_whitespace)) {
        Some((name, value)) => (name.trim_end(), Some(value.trim())),
        None => (typed.trim_end_matches('?'), None),
    }
}

/// Returns the setting that `name` switches off, as in vim: `nosticky`.
fn switched_off(name: &str) -> Option<&str> {
    switched_on(name.strip_prefix("no")?)
}

/// Returns the setting that `name` switches on, as in vim: `sticky`.
fn switched_on(name: &str) -> Option<&str> {
    let setting = called(name);
    AnySetting::named(setting).ok()?.names().any(|value| value == "true").then_some(setting)
}

/// Returns the name of the setting that vim calls `name`, where that is another.
fn called(name: &str) -> &str {
    match name {
        "nu" | "number" => "line-numbers",
        _ => name,
    }
}

/// Returns the name of the command and what stands after it. A `!` at the end of the name means nothing here.
fn parted(typed: &str) -> (&str, &str) {
    let (name, rest) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    (name.trim_end_matches('!'), rest.trim())
}

fn command(name: &str) -> Option<&'static TypedCommand> {
    COMMANDS.iter().find(|command| command.names.contains(&name))
}

fn action(name: &str) -> Option<Action> {
    ACTIONS.iter().find(|entry| entry.name == name).map(|entry| entry.action)
}

/// Returns the motion that `typed` is: `120` goes to a line, `+5` and `-5` rows on and back, `50%` to a per cent, `$` to
/// the end.
fn place(typed: &str) -> Option<(Action, Option<Count>)> {
    if typed == "$" {
        return Some((Action::End, None));
    }
    for (sign, action) in [('+', Action::RowDown), ('-', Action::RowUp)] {
        if let Some(number) = typed.strip_prefix(sign) {
            let count = Count::of(number);
            return (count.is_some() || number.is_empty()).then_some((action, count));
        }
    }
    let (action, number) = match typed.strip_suffix('%') {
        Some(number) => (Action::Percent, number),
        None => (Action::Start, typed),
    };
    Some((action, Some(Count::of(number)?)))
}

impl State {
    /// Does what was typed in the command line.
    pub(super) fn obey(&mut self, typed: &str) {
        let typed = typed.trim().trim_start_matches(':').trim_start();
        let (name, rest) = parted(typed);
        if let Some((action, count)) = place(typed) {
            self.act_on_page(action, count);
        } else if let Some(command) = command(name) {
            match command.does {
                Does::Act(action) => self.act_on_page(action, Count::of(rest)),
                Does::Run(run) => run(self, rest),
            }
        } else if let Some(action) = action(name) {
            self.act_by_name(action, rest);
        } else if !typed.is_empty() {
            let names = COMMANDS.iter().flat_map(|command| command.names).copied();
            let names = names.chain(ACTIONS.iter().map(|entry| entry.name));
            let meant = near(name, names).map(str::to_owned);
            self.out.say(Notice::NoSuchCommand { typed: name.to_owned(), meant });
        }
    }

    /// Sets what `typed` says by `set`, or tells the value of the setting that it names.
    fn set_typed(&mut self, typed: &str, set: fn(&mut Self, &str, &str) -> Result<(), FaultKind>) {
        let (name, value) = match (switched_off(typed), switched_on(typed), assigned(typed)) {
            (Some(off), ..) => (off, Some("false")),
            (_, Some(on), _) => (on, Some("true")),
            (.., (name, value)) => (called(name), value.filter(|value| !value.is_empty())),
        };
        let setting = match AnySetting::named(name) {
            Ok(setting) => setting,
            Err(fault) => return self.out.say(Notice::WrongSetting(fault)),
        };
        if let Some(Err(fault)) = value.map(|value| set(self, name, value)) {
            return self.out.say(Notice::WrongSetting(fault));
        }
        let value = setting.value(self.preferences.config(), &self.finder.options());
        self.out.say(Notice::Setting { name: setting.name(), value });
    }

    /// Does `action`, as often or to where `rest` says; what takes a letter takes it from there.
    fn act_by_name(&mut self, action: Action, rest: &str) {
        if matches!(action, Action::SetMark | Action::GoToMark) {
            match rest.chars().next().filter(|c| c.is_alphabetic()) {
                Some(letter) => self.keys.set_letter(letter),
                None => return self.out.say(Notice::TakesLetter),
            }
        }
        self.act_on_page(action, Count::of(rest));
    }
}
