//! The built program in a pseudo-terminal, as a person meets it: keys go in, a screen comes out, and every
//! byte that was sent is kept. Nothing here sleeps for a guess: it waits for what must become true, and fails
//! with the screen when it does not.
#![allow(dead_code, reason = "not every test needs all of it")]

pub(crate) mod program;

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, kill_process};

pub(crate) use rustix::process::Signal;

/// How long anything may take on a machine that is busy with other things.
const PATIENCE: Duration = Duration::from_secs(20);

/// How often what can't be waited for is looked at.
const BEAT: Duration = Duration::from_millis(5);

/// A program to start in a pseudo-terminal.
pub(crate) struct Launch {
    command: CommandBuilder,
    size: (u16, u16),
}

impl Launch {
    /// Returns the launch of the built program with `arguments`, in a window of 80 × 24.
    pub(crate) fn new(arguments: &[&str]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_kanshu"));
        command.args(arguments);
        Self::of(command)
    }

    /// Returns the launch of a shell that runs `script`; the program is there as `$KANSHU`.
    pub(crate) fn shell(script: &str) -> Self {
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", script]);
        Self::of(command)
    }

    fn of(mut command: CommandBuilder) -> Self {
        let path = std::env::var_os("PATH").unwrap_or_default();
        command.env_clear();
        command.env("PATH", path);
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("KANSHU", env!("CARGO_BIN_EXE_kanshu"));
        Self { command, size: (80, 24) }
    }

    /// Sets the window to `columns` × `rows`.
    pub(crate) fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self
    }

    /// Sets the variable `name` of the environment.
    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Sets the directory where what is kept lies.
    pub(crate) fn state(self, folder: &Path) -> Self {
        let folder = folder.to_str().unwrap();
        self.env("XDG_STATE_HOME", folder).env("XDG_DATA_HOME", folder)
    }

    /// Sets the directory for settings.
    pub(crate) fn settings(self, folder: &Path) -> Self {
        self.env("XDG_CONFIG_HOME", folder.to_str().unwrap())
    }

    /// Starts the program.
    pub(crate) fn start(self) -> Session {
        let pair = native_pty_system().openpty(pty_size(self.size)).unwrap();
        let modes = modes(&*pair.master);
        let child = pair.slave.spawn_command(self.command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, bytes) = channel();
        let leave = Arc::new(AtomicBool::new(false));
        let left = Arc::clone(&leave);
        thread::spawn(move || {
            let mut chunk = vec![0; 64 << 10];
            while let Ok(count @ 1..) = reader.read(&mut chunk) {
                if left.load(Ordering::SeqCst) || sender.send(chunk[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Session {
            terminal: vt100::Parser::new(
                self.size.1.try_into().unwrap(),
                self.size.0.try_into().unwrap(),
                0,
            ),
            keys: pair.master.take_writer().unwrap(),
            master: pair.master,
            slave: pair.slave,
            child,
            bytes,
            leave,
            raw: Vec::new(),
            modes,
        }
    }
}

/// A program that runs in a pseudo-terminal.
pub(crate) struct Session {
    terminal: vt100::Parser,
    keys: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    slave: Box<dyn SlavePty + Send>,
    child: Box<dyn Child + Send + Sync>,
    bytes: Receiver<Vec<u8>>,
    leave: Arc<AtomicBool>,
    raw: Vec<u8>,
    modes: String,
}

impl Session {
    /// Types `keys`.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
        self
    }

    /// Makes the window `columns` × `rows`.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.terminal.set_size(rows.try_into().unwrap(), columns.try_into().unwrap());
        self.master.resize(pty_size((columns, rows))).unwrap();
        self
    }

    /// Sends `signal` to the program.
    pub(crate) fn signal(&mut self, signal: Signal) -> &mut Self {
        kill_process(self.pid(), signal).unwrap();
        self
    }

    fn pid(&self) -> Pid {
        let id = self.child.process_id().unwrap();
        Pid::from_raw(id.cast_signed()).unwrap()
    }

    /// Waits until the screen is as `true_of` says, which `what` tells in words.
    #[track_caller]
    pub(crate) fn wait(
        &mut self,
        what: &str,
        true_of: impl Fn(&vt100::Screen) -> bool,
    ) -> &mut Self {
        self.wait_for_session(what, |session| true_of(session.terminal.screen()))
    }

    /// Waits until `text` is on the screen.
    #[track_caller]
    pub(crate) fn see(&mut self, text: &str) -> &mut Self {
        self.wait(text, |screen| screen.contents().contains(text))
    }

    /// Types `keys` again and again until `text` is on the screen.
    #[track_caller]
    pub(crate) fn wait_pressing(&mut self, keys: &str, text: &str) -> &mut Self {
        let end = Instant::now() + PATIENCE;
        while !self.screen().contents().contains(text) {
            assert!(Instant::now() < end, "not seen: {text}\n{}", self.screen().contents());
            self.press(keys).take(20 * BEAT);
        }
        self
    }

    /// Waits until the program has sent `text` after its first `from` bytes.
    #[track_caller]
    pub(crate) fn wait_for_bytes(&mut self, from: usize, text: &str) -> &mut Self {
        self.wait_for_session(text, |session| contains(&session.raw[from..], text.as_bytes()))
    }

    #[track_caller]
    fn wait_for_session(&mut self, what: &str, is_true: impl Fn(&Self) -> bool) -> &mut Self {
        let end = Instant::now() + PATIENCE;
        loop {
            self.take(BEAT);
            if is_true(self) {
                return self;
            }
            assert!(Instant::now() < end, "not seen: {what}\n{}", self.screen().contents());
        }
    }

    /// Returns how many bytes the program has sent.
    pub(crate) fn sent(&self) -> usize {
        self.raw.len()
    }

    /// Returns the screen.
    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.terminal.screen()
    }

    /// Returns whether the terminal has the modes that it had before the program.
    pub(crate) fn is_restored(&self) -> bool {
        modes(&*self.master) == self.modes
    }

    /// Takes what comes within `time`; returns whether more may come.
    fn take(&mut self, time: Duration) -> bool {
        let mut next = self.bytes.recv_timeout(time);
        while let Ok(chunk) = next {
            self.terminal.process(&chunk);
            self.raw.extend(chunk);
            next = self.bytes.recv_timeout(Duration::ZERO);
        }
        next != Err(RecvTimeoutError::Disconnected)
    }

    /// Leaves the program from the page, which must go well.
    #[track_caller]
    pub(crate) fn quit(mut self) {
        self.press("q");
        assert_eq!(self.end().code, 0);
    }

    /// Waits until the program has ended.
    #[track_caller]
    pub(crate) fn end(mut self) -> Ended {
        let code = self.wait_for_end();
        let restored = self.is_restored();
        drop(self.slave);
        let mut rest = Vec::new();
        // The reader's end comes when nobody has the terminal any more.
        while let Ok(chunk) = self.bytes.recv_timeout(PATIENCE) {
            rest.extend(chunk);
        }
        self.terminal.process(&rest);
        self.raw.extend(rest);
        Ended { code, raw: self.raw, restored, terminal: self.terminal }
    }

    /// Closes the terminal under the program and returns its exit code.
    #[track_caller]
    pub(crate) fn hang_up(mut self) -> u32 {
        // The reader has the terminal open; it goes when it has read once more.
        self.leave.store(true, Ordering::SeqCst);
        self.press("j");
        let end = Instant::now() + PATIENCE;
        while self.take(BEAT) {
            assert!(Instant::now() < end, "the program is silent");
        }
        let Self { master, slave, keys, mut child, .. } = self;
        drop((master, slave, keys));
        wait_for(&mut *child)
    }

    #[track_caller]
    fn wait_for_end(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            self.take(BEAT);
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(Instant::now() < end, "still there:\n{}", self.screen().contents());
        }
    }
}

/// What a program left behind.
pub(crate) struct Ended {
    /// Its exit code.
    pub(crate) code: u32,
    /// Every byte that it sent.
    pub(crate) raw: Vec<u8>,
    /// Whether the terminal has the modes that it had before.
    pub(crate) restored: bool,
    terminal: vt100::Parser,
}

impl Ended {
    /// Returns the screen that is left.
    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.terminal.screen()
    }

    /// Checks that the terminal was taken and is given back: every mode as it was.
    #[track_caller]
    pub(crate) fn check_restored(&self) {
        assert!(self.restored, "the modes of the line are not as before");
        let last = |sequence: &str| last(&self.raw, sequence.as_bytes());
        assert!(last("\x1b[?2026h") < last("\x1b[?2026l"), "an update is not ended");
        for (taken, given_back) in [
            ("\x1b[?1049h", "\x1b[?1049l"),
            ("\x1b[?25l", "\x1b[?25h"),
            ("\x1b[?7l", "\x1b[?7h"),
            ("\x1b[?1000h", "\x1b[?1000l"),
            ("\x1b[?1006h", "\x1b[?1006l"),
            ("\x1b[?2004h", "\x1b[?2004l"),
        ] {
            assert!(last(taken).is_some(), "{taken:?} was never sent");
            assert!(last(taken) < last(given_back), "{given_back:?} is missing");
        }
        let screen = self.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
        assert!(screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None);
        assert!(screen.fgcolor() == vt100::Color::Default && !screen.inverse() && !screen.bold());
    }
}

/// A folder for the files of one test, removed with it.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    /// Returns a new folder.
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Returns the path of the folder.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes `text` to the file `name` and returns its path.
    pub(crate) fn file(&self, name: &str, text: &str) -> String {
        let path: PathBuf = self.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

/// Returns whether `bytes` has `sequence` in it.
pub(crate) fn contains(bytes: &[u8], sequence: &[u8]) -> bool {
    last(bytes, sequence).is_some()
}

fn last(bytes: &[u8], sequence: &[u8]) -> Option<usize> {
    memchr::memmem::rfind(bytes, sequence)
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// Returns the modes of the line in words that can be compared.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

#[track_caller]
fn wait_for(child: &mut dyn Child) -> u32 {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.exit_code();
        }
        assert!(Instant::now() < end, "still there after its terminal was closed");
        thread::sleep(BEAT);
    }
}
