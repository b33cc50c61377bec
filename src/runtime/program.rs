//! Other programs: run by no shell, without the terminal, each in a group of its own, so that no key ends it. One that takes
//! too long is ended with all that it started.

use std::ffi::OsStr;
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use rustix::io::retry_on_intr;
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};

/// A program that is to be run.
pub(super) struct Program(Command);

impl Program {
    /// Returns the program that the first of `words` names; the others are its arguments.
    ///
    /// # Errors
    /// That there is none.
    pub(super) fn of(words: &[impl AsRef<OsStr>]) -> io::Result<Self> {
        let (name, arguments) = words.split_first().ok_or(ErrorKind::NotFound)?;
        let mut command = Command::new(name);
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.process_group(0);
        Ok(Self(command))
    }

    /// Runs it for as long as it takes.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn run(mut self) -> io::Result<ExitStatus> {
        self.0.status()
    }

    /// Gives it `bytes`, and waits until it has ended.
    ///
    /// # Errors
    /// What the system says; that it failed; [`ErrorKind::TimedOut`] where it takes longer than `patience`.
    pub(super) fn feed(mut self, bytes: Vec<u8>, patience: Duration) -> io::Result<()> {
        let mut child = self.0.stdin(Stdio::piped()).spawn()?;
        let (input, process) = (child.stdin.take(), Pid::from_child(&child));
        let given = talk(&child, patience, move || {
            let given = input.map_or(Ok(()), |mut input| input.write_all(&bytes));
            let over = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
            retry_on_intr(|| waitid(WaitId::Pid(process), over))?;
            Ok(given)
        });
        if given.is_err() {
            end(&child);
        }
        let status = child.wait()?;
        // One that wants no more of it says by its end whether that was well.
        let given = given?;
        if status.success() { given } else { Err(io::Error::other(status.to_string())) }
    }

    /// Returns the first `most` bytes that it says. Then it is ended.
    ///
    /// # Errors
    /// What the system says; [`ErrorKind::TimedOut`] where it says them no sooner than after `patience`.
    pub(super) fn ask(mut self, most: usize, patience: Duration) -> io::Result<Vec<u8>> {
        let mut child = self.0.stdout(Stdio::piped()).spawn()?;
        let output = child.stdout.take();
        let said = talk(&child, patience, move || {
            let mut bytes = Vec::new();
            let read = output.map(|output| output.take(most as u64).read_to_end(&mut bytes));
            read.unwrap_or(Ok(0)).map(|_| bytes)
        });
        end(&child);
        child.wait()?;
        said
    }
}

/// Returns what comes of `words` that are exchanged with `child` within `patience`.
fn talk<T: Send + 'static>(
    child: &Child,
    patience: Duration,
    words: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    let (sender, told) = channel();
    let talk = thread::Builder::new().name("worker talks".to_owned());
    talk.spawn(move || drop(sender.send(words()))).inspect_err(|_| end(child))?;
    told.recv_timeout(patience).map_err(|_| ErrorKind::TimedOut)?
}

/// Ends `child`, which was not waited for, and all that it started.
fn end(child: &Child) {
    // It may have ended by itself.
    let _over = kill_process_group(Pid::from_child(child), Signal::KILL);
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::budget::PROGRAM_WAIT;

    #[test]
    fn what_it_started_ends_with_it() {
        let folder = tempfile::TempDir::new().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(
            Program::of(&[OsStr::new("mkfifo"), pipe.as_ref()]).unwrap().run().unwrap().success()
        );
        let script = format!("exec 3> '{}'; sleep 600 & echo ab; wait", pipe.display());
        // It is read to its end when nobody has it any more.
        let heard = thread::spawn(move || fs::read(pipe));
        let said = Program::of(&["sh", "-c", &script]).unwrap().ask(2, PROGRAM_WAIT);
        assert_eq!(said.unwrap(), b"ab");
        assert_eq!(heard.join().unwrap().unwrap(), b"");
    }

    #[test]
    fn one_that_takes_too_long_is_ended() {
        let kind = |said: io::Result<()>| said.map_err(|error| error.kind());
        let sleep = || Program::of(&["sleep", "600"]).unwrap();
        assert_eq!(kind(sleep().feed(Vec::new(), Duration::ZERO)), Err(ErrorKind::TimedOut));
        let said = sleep().ask(1, Duration::ZERO).map(drop);
        assert_eq!(kind(said), Err(ErrorKind::TimedOut));
    }

    #[test]
    fn it_has_no_terminal_and_a_group_of_its_own() {
        let script = "test -t 0 || test -t 2 || kill -0 -$$";
        assert!(Program::of(&["sh", "-c", script]).unwrap().run().unwrap().success());
    }
}
