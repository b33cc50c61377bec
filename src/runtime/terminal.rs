//! The terminal: taken once, and given back however the program ends.

use std::fs::File;
use std::io::{self, Write, stdout};
use std::os::fd::AsFd;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::thread;

use crossterm::Command;
use crossterm::cursor;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    Clear, ClearType, DisableLineWrap, EnableLineWrap, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::{Frame, Terminal};

use super::backend::Painter;
use super::workers;
use crate::app::Size;
use crate::budget::TERMINAL_WAIT;
use crate::text::clean;

/// Whether the terminal is ours now; whoever gives it back asks here first.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The screen of the terminal, ours while this lives.
pub(super) struct Screen {
    terminal: Terminal<Painter<File>>,
}

impl Screen {
    /// Takes the terminal: raw keys now, and with the first frame, in one write, the alternate screen, the mouse,
    /// pastes, and `question` ahead of the frame. A panic gives it back.
    ///
    /// # Errors
    /// What the terminal says; it is as it was then.
    pub(super) fn take(size: Size, question: &str) -> io::Result<Self> {
        give_back_on_panic();
        // Not through the buffer and the lock of `stdout`: a frame is one write, and a thread that ends the
        // program never waits for one that paints.
        let out = File::from(stdout().as_fd().try_clone_to_owned()?);
        let terminal = Terminal::new(Painter::new(out, cells(size), opening(question)))?;
        TAKEN.store(true, Ordering::SeqCst);
        enable_raw_mode().inspect_err(|_| give_back())?;
        Ok(Self { terminal })
    }

    /// Paints a frame of `size`, in one update of the terminal; nothing while the terminal is not ours.
    ///
    /// # Errors
    /// What writing to the terminal says.
    pub(super) fn draw(&mut self, size: Size, view: impl FnOnce(&mut Frame)) -> io::Result<()> {
        if !TAKEN.load(Ordering::SeqCst) {
            return Ok(());
        }
        self.terminal.backend_mut().resize(cells(size));
        self.terminal.draw(view).map(drop)
    }

    /// Sets the terminal up again, whatever was done to it meanwhile; the next frame paints every cell.
    ///
    /// # Errors
    /// What the terminal says.
    pub(super) fn retake(&mut self) -> io::Result<()> {
        // A shell that saw the program stop has set the modes of the line as it likes them.
        disable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        enable_raw_mode()?;
        tell(&opening(""))?;
        self.terminal.backend_mut().start_over();
        let area = self.terminal.get_frame().area();
        self.terminal.resize(area)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Returns whether `error` says that the terminal is gone.
pub(super) fn is_gone(error: &io::Error) -> bool {
    use rustix::io::Errno;
    let gone = [Errno::IO, Errno::NXIO, Errno::PIPE, Errno::BADF, Errno::NOTTY];
    gone.iter().any(|errno| error.raw_os_error() == Some(errno.raw_os_error()))
}

/// Returns the size of the window as the terminal tells it now.
pub(super) fn size() -> Size {
    let size = rustix::termios::tcgetwinsize(stdout());
    size.map_or(Size::new(80, 24), |size| Size::new(size.ws_col.into(), size.ws_row.into()))
}

fn cells(size: Size) -> ratatui::layout::Size {
    ratatui::layout::Size::new(size.columns as u16, size.rows as u16)
}

/// Returns what sets the terminal up: the alternate screen, blank, the mouse, pastes; then `question`.
fn opening(question: &str) -> String {
    [
        ansi(EnterAlternateScreen),
        ansi(cursor::Hide),
        ansi(DisableLineWrap),
        ansi(EnableMouseCapture),
        ansi(EnableBracketedPaste),
        ansi(Clear(ClearType::All)),
        question.to_owned(),
    ]
    .concat()
}

/// Gives the terminal back as it was, once; a terminal that is gone can't be.
pub(super) fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let closing = [
        ansi(EndSynchronizedUpdate),
        ansi(DisableBracketedPaste),
        ansi(DisableMouseCapture),
        ansi(EnableLineWrap),
        ansi(ResetColor),
        ansi(cursor::Show),
        ansi(LeaveAlternateScreen),
    ];
    let _gone = tell(&closing.concat());
    let _gone = disable_raw_mode();
}

/// Gives the terminal to the shell and suspends the program. When the shell continues it, a SIGCONT says so,
/// and the terminal is to be taken again.
///
/// # Errors
/// What the system says.
pub(super) fn suspend() -> io::Result<()> {
    give_back();
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
}

/// Gives the terminal back and ends the program with `code`, from any thread; also where the terminal takes
/// nothing any more.
pub(super) fn leave(code: i32) -> ! {
    let (done, wait) = channel();
    let give = move || {
        give_back();
        // Nobody waits for a terminal that took too long.
        let _late = done.send(());
    };
    if thread::Builder::new().spawn(give).is_ok() {
        let _late = wait.recv_timeout(TERMINAL_WAIT);
    } else {
        give_back();
    }
    std::process::exit(code)
}

/// Returns the control sequence of `command`.
fn ansi(command: impl Command) -> String {
    let mut sequence = String::new();
    // A `String` takes everything.
    let _written = command.write_ansi(&mut sequence);
    sequence
}

/// Sends control sequences, past the lock of `stdout`.
fn tell(sequences: &str) -> io::Result<()> {
    let out = stdout().as_fd().try_clone_to_owned()?;
    File::from(out).write_all(sequences.as_bytes())
}

/// Makes a panic give the terminal back before it is told of, in words that the terminal does not obey.
/// One on a worker is caught where the worker was started, and told there; one on any other thread ends the
/// program.
fn give_back_on_panic() {
    let main = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        if workers::is_worker(&thread::current()) {
            return;
        }
        give_back();
        let _lost =
            writeln!(io::stderr(), "kanshu: {}", clean(&info.to_string().replace('\n', " ")));
        if thread::current().id() != main {
            std::process::exit(PANICKED);
        }
    }));
}

/// The exit code after a panic, as Rust's own.
const PANICKED: i32 = 101;
