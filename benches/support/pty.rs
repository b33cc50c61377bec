//! A program in a pseudo-terminal of 80 × 24, and how long it takes until the screen shows what it shows in the end.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a screen must stay as it is to count as done.
const QUIET: Duration = Duration::from_millis(120);

/// How long anything may take.
const PATIENCE: Duration = Duration::from_mins(2);

/// How long a program that sends nothing is waited for.
const NOTHING: Duration = Duration::from_secs(1);

/// The question for the place of the cursor.
const QUESTION: &[u8] = b"\x1b[6n";

const ROWS: u16 = 24;
const COLUMNS: u16 = 80;

/// A running program.
pub(crate) struct Session {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    chunks: Receiver<(Instant, Vec<u8>)>,
    screen: vt100::Parser,
}

/// What a step did.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Step {
    /// How long it took until the text on the screen was what it stays, in milliseconds.
    pub(crate) time: f64,
    /// How long it took until the last byte came, in milliseconds.
    pub(crate) last: f64,
    /// How many bytes were sent.
    pub(crate) bytes: usize,
}

impl Session {
    /// Starts `program`, a name and its options, with `file` and `home` as the place for what it keeps, and returns it
    /// with its start.
    pub(crate) fn start(
        program: &[&str],
        file: &Path,
        home: &Path,
    ) -> anyhow::Result<(Self, Step)> {
        let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size)?;
        let mut command = CommandBuilder::from_argv(program.iter().map(Into::into).collect());
        command.arg(file);
        for (name, value) in
            [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("LESSCHARSET", "utf-8")]
        {
            command.env(name, value);
        }
        command.env("HOME", home);
        let mut reader = pair.master.try_clone_reader()?;
        let keys = pair.master.take_writer()?;
        let (sender, chunks) = channel();
        thread::spawn(move || {
            let mut chunk = vec![0; 64 << 10];
            while let Ok(count @ 1..) = reader.read(&mut chunk) {
                let bytes = chunk.get(..count).unwrap_or_default().to_vec();
                if sender.send((Instant::now(), bytes)).is_err() {
                    return;
                }
            }
        });
        let started = Instant::now();
        let child = pair.slave.spawn_command(command)?;
        let screen = vt100::Parser::new(ROWS.try_into()?, COLUMNS.try_into()?, 0);
        let mut session = Self { master: pair.master, keys, child, chunks, screen };
        let step = session.settle(started, |_| true)?;
        Ok((session, step))
    }

    /// Types `keys` and returns what that did. It is not done before the screen is `wanted`.
    pub(crate) fn press(
        &mut self,
        keys: &str,
        wanted: impl Fn(&str) -> bool,
    ) -> anyhow::Result<Step> {
        let pressed = Instant::now();
        self.keys.write_all(keys.as_bytes())?;
        self.settle(pressed, wanted)
    }

    /// Makes the window `columns` wide and returns what that did.
    pub(crate) fn resize(&mut self, columns: u16) -> anyhow::Result<Step> {
        let size = PtySize { rows: ROWS, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.screen.screen_mut().set_size(ROWS.try_into()?, columns.try_into()?);
        let resized = Instant::now();
        self.master.resize(size)?;
        self.settle(resized, |_| true)
    }

    /// Returns the most memory that the program held so far, in MB; none where the system does not tell.
    pub(crate) fn peak(&self) -> Option<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.process_id()?));
        let line = status.ok()?.lines().find(|line| line.starts_with("VmHWM"))?.to_owned();
        Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
    }

    /// Waits until the screen is `wanted` and quiet. The time is that of the first chunk after which the text, the
    /// last row apart, is what it is in the end.
    fn settle(&mut self, from: Instant, wanted: impl Fn(&str) -> bool) -> anyhow::Result<Step> {
        let mut step = Step::default();
        let mut shown = self.body();
        loop {
            match self.chunks.recv_timeout(QUIET) {
                Ok((when, bytes)) => {
                    step.bytes += bytes.len();
                    self.answer(&bytes)?;
                    self.screen.process(&bytes);
                    let body = self.body();
                    step.last = when.duration_since(from).as_secs_f64() * 1e3;
                    if body != shown || step.time == 0.0 {
                        step.time = step.last;
                        shown = body;
                    }
                }
                Err(RecvTimeoutError::Timeout) if wanted(&self.text()) => {
                    // Where there is nowhere to go nothing is sent.
                    if step.bytes > 0 || from.elapsed() > NOTHING {
                        return Ok(step);
                    }
                }
                Err(RecvTimeoutError::Timeout) if from.elapsed() < PATIENCE => {}
                Err(error) => anyhow::bail!("{error}; the screen:\n{}", self.text()),
            }
        }
    }

    /// Answers where the cursor is as a terminal does that draws what is doubtful narrow.
    fn answer(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        let asked = bytes.windows(QUESTION.len()).filter(|window| *window == QUESTION).count();
        for columns in [2, 2, 3, 3].iter().take(asked) {
            write!(self.keys, "\x1b[1;{columns}R")?;
        }
        Ok(())
    }

    fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Returns the rows but the last, which tells how far one is, without the last column, where the scroll bar is
    /// ticked as sections are found.
    fn body(&self) -> Vec<String> {
        let (rows, columns) = self.screen.screen().size();
        let rows = usize::from(u16::from(rows)) - 1;
        self.screen.screen().rows(0, u16::from(columns) - 1).take(rows).collect()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _gone = self.keys.write_all(b"q");
        let _gone = self.child.wait();
    }
}
