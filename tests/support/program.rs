//! The built program without a terminal: what it prints, what it says, and how it ends.
#![allow(dead_code, reason = "not every test needs all of it")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// What the program printed and how it ended.
#[derive(Debug)]
pub(crate) struct Printed {
    /// Its exit code.
    pub(crate) code: i32,
    /// What it printed.
    pub(crate) out: String,
    /// What it said on standard error.
    pub(crate) err: String,
}

impl Printed {
    /// Returns what was printed and what was said, where all went well.
    #[track_caller]
    pub(crate) fn success(self) -> (String, String) {
        assert_eq!(self.code, 0, "{}", self.err);
        (self.out, self.err)
    }
}

/// Returns the program with these words, without settings, state or input of its own.
pub(crate) fn program(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kanshu"));
    command.args(words).stdin(Stdio::null());
    let homes = ["XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"];
    command.envs(homes.map(|home| (home, "/nowhere")));
    command
}

/// Runs `command` to its end.
#[track_caller]
pub(crate) fn run(command: &mut Command) -> Printed {
    printed(command.output().unwrap())
}

/// Runs `command` to its end with `input` on its standard input.
#[track_caller]
pub(crate) fn run_on(command: &mut Command, input: &[u8]) -> Printed {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // Whoever needs no input may be gone before it is written.
    let _unread = child.stdin.take().unwrap().write_all(input);
    printed(child.wait_with_output().unwrap())
}

fn printed(output: Output) -> Printed {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let code = output.status.code().unwrap();
    Printed { code, out: text(output.stdout), err: text(output.stderr) }
}
