//! The terminal: taken once, and given back however the program ends.

use std::fs::File;
use std::io::{self, IsTerminal, Write, stdin, stdout};
use std::os::fd::AsFd;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Mutex, OnceLock, PoisonError, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::Command;
use crossterm::cursor;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    Clear, ClearType, DisableLineWrap, EnableLineWrap, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen,
};
use nix::unistd::{Pid, getpgrp, getppid, getsid};
use ratatui::{Frame, Terminal};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

use super::backend::Painter;
use super::language::say;
use super::output::printable;
use super::request::ScreenUse;
use super::workers;
use crate::app::Size;
use crate::budget::TERMINAL_WAIT;
use crate::config::MouseOwner;
use crate::ui::Link;
use crate::words::Phrase;

/// Whether the terminal is ours now; whoever gives it back asks here first.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether the alternate screen was not entered: the page stays where it is.
static STAYS: AtomicBool = AtomicBool::new(false);

/// Held while a frame is painted: what gives the terminal back lets it end, or its rest would stand behind the shell's
/// prompt.
static FRAME: Mutex<()> = Mutex::new(());

/// Where the keys come from, kept open: nothing has to be opened to give the terminal back.
static KEYBOARD: OnceLock<Keyboard> = OnceLock::new();

/// The terminal that keys are read from.
struct Keyboard {
    file: File,
    /// Its modes before it was taken.
    modes: Termios,
}

impl Keyboard {
    /// Opens the terminal to read from it: standard input, or where that is something else, the one that controls the
    /// program.
    fn open() -> io::Result<Self> {
        let file = if stdin().is_terminal() {
            stdin()
                .as_fd()
                .try_clone_to_owned()
                .map(File::from)
                .map_err(|error| no_keyboard(&error))?
        } else {
            controlling()?
        };
        let modes = tcgetattr(&file)?;
        Ok(Self { file, modes })
    }

    /// Makes it send each key as it is pressed.
    fn make_raw(&self) -> io::Result<()> {
        let mut raw = self.modes.clone();
        raw.make_raw();
        Ok(tcsetattr(&self.file, OptionalActions::Now, &raw)?)
    }

    /// Gives it the modes that it had.
    fn restore(&self) -> io::Result<()> {
        Ok(tcsetattr(&self.file, OptionalActions::Now, &self.modes)?)
    }
}

/// Returns the terminal that controls the program.
///
/// # Errors
/// That there is none.
pub(super) fn controlling() -> io::Result<File> {
    File::open("/dev/tty").map_err(|error| no_keyboard(&error))
}

/// Returns the error that nothing is typed anywhere, for this reason.
fn no_keyboard(error: &io::Error) -> io::Error {
    let words = say(Phrase::new("no-keyboard").with("error", error.to_string()));
    io::Error::new(io::ErrorKind::NotFound, words)
}

/// Returns the terminal to read keys from.
///
/// # Errors
/// What the system says when it has none, or no descriptor for it.
pub(super) fn keyboard() -> io::Result<File> {
    KEYBOARD.get().ok_or(io::ErrorKind::NotFound)?.file.try_clone()
}

/// The terminal as something to write to: standard output, past its buffer and its lock, so that a frame is one write and
/// a thread that ends the program never waits for one that paints.
struct Direct;

impl Write for Direct {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(rustix::io::write(stdout(), bytes)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The screen of the terminal, ours while this lives.
pub(super) struct Screen {
    terminal: Terminal<Painter<Direct>>,
    /// Whether it takes links.
    knows_links: bool,
    mouse: MouseOwner,
}

impl Screen {
    /// Takes the terminal: raw keys now, and with the first frame, in one write, the screen that is to be used, the mouse,
    /// pastes, and `question` ahead of the frame. A panic gives it back.
    ///
    /// # Errors
    /// What the terminal says; it is as it was then.
    pub(super) fn take(
        size: Size,
        (screen, mouse): (ScreenUse, MouseOwner),
        question: &str,
    ) -> io::Result<Self> {
        STAYS.store(screen == ScreenUse::Main, Ordering::SeqCst);
        let opened = Keyboard::open()?;
        let keyboard = KEYBOARD.get_or_init(|| opened);
        give_back_on_panic();
        let terminal = Terminal::new(Painter::new(Direct, cells(size), opening(question, mouse)))?;
        TAKEN.store(true, Ordering::SeqCst);
        keyboard.make_raw().inspect_err(|_| give_back())?;
        // The console of Linux shows what it does not know.
        let knows_links = std::env::var_os("TERM").is_none_or(|kind| kind != "linux");
        Ok(Self { terminal, knows_links, mouse })
    }

    /// Makes the mouse that of `owner` from now on.
    ///
    /// # Errors
    /// What writing to the terminal says.
    pub(super) fn give_mouse(&mut self, owner: MouseOwner) -> io::Result<()> {
        if owner == self.mouse || !TAKEN.load(Ordering::SeqCst) {
            return Ok(());
        }
        self.mouse = owner;
        let change = match owner {
            MouseOwner::Program => ansi(EnableMouseCapture),
            MouseOwner::Terminal => ansi(DisableMouseCapture),
        };
        send(&change)
    }

    /// Paints a frame of `size` with `links`, in one update of the terminal; nothing while the terminal is not ours.
    ///
    /// # Errors
    /// What writing to the terminal says.
    pub(super) fn draw(
        &mut self,
        size: Size,
        links: Vec<Link>,
        view: impl FnOnce(&mut Frame),
    ) -> io::Result<()> {
        let _frame = FRAME.lock().unwrap_or_else(PoisonError::into_inner);
        if !TAKEN.load(Ordering::SeqCst) {
            return Ok(());
        }
        let painter = self.terminal.backend_mut();
        painter.resize(cells(size));
        painter.set_links(if self.knows_links { links } else { Vec::new() });
        self.terminal.draw(view).map(drop)
    }

    /// Sets the terminal up again, whatever was done to it meanwhile; the next frame paints every cell.
    ///
    /// # Errors
    /// What the terminal says.
    pub(super) fn retake(&mut self) -> io::Result<()> {
        TAKEN.store(true, Ordering::SeqCst);
        KEYBOARD.get().map_or(Ok(()), Keyboard::make_raw)?;
        Direct.write_all(opening("", self.mouse).as_bytes())?;
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

/// Sends `sequence`, which leaves the screen as it is, between two frames.
///
/// # Errors
/// That the terminal is not ours now; what writing to it says.
pub(super) fn send(sequence: &str) -> io::Result<()> {
    let _frame = FRAME.lock().unwrap_or_else(PoisonError::into_inner);
    if !TAKEN.load(Ordering::SeqCst) {
        return Err(io::ErrorKind::NotConnected.into());
    }
    Direct.write_all(sequence.as_bytes())
}

/// Returns whether `error` says that the terminal is gone.
pub(super) fn is_gone(error: &io::Error) -> bool {
    use rustix::io::Errno;
    let gone = [Errno::IO, Errno::NXIO, Errno::PIPE, Errno::BADF, Errno::NOTTY];
    gone.iter().any(|errno| error.raw_os_error() == Some(errno.raw_os_error()))
}

/// Returns the size of the window as the terminal tells it now.
pub(super) fn size() -> Size {
    let (columns, rows) = told_size();
    sized(columns, rows)
}

/// Returns whether the terminal tells the size of its window.
pub(super) fn tells_size() -> bool {
    told_size() != (0, 0)
}

/// Returns how many columns and rows the terminal says that its window has; 0 and 0 where it says nothing.
fn told_size() -> (u16, u16) {
    let told = rustix::termios::tcgetwinsize(stdout());
    told.map_or((0, 0), |told| (told.ws_col, told.ws_row))
}

/// Returns the size of a window that is told to have so many columns and rows. A serial line and the terminal of a container
/// know of none and tell 0: then it is the usual 80 by 24.
fn sized(columns: u16, rows: u16) -> Size {
    let told = |number: u16, usual| if number == 0 { usual } else { usize::from(number) };
    Size::new(told(columns, 80), told(rows, 24))
}

fn cells(size: Size) -> ratatui::layout::Size {
    ratatui::layout::Size::new(size.columns as u16, size.rows as u16)
}

/// Returns what sets the terminal up: a blank screen, the mouse where it is the program's, pastes; then `question`. What is on the screen that is
/// there is not wiped away: it moves up.
fn opening(question: &str, mouse: MouseOwner) -> String {
    let taken_mouse = match mouse {
        MouseOwner::Program => ansi(EnableMouseCapture),
        MouseOwner::Terminal => String::new(),
    };
    let screen = if STAYS.load(Ordering::SeqCst) {
        "\n".repeat(size().rows)
    } else {
        ansi(EnterAlternateScreen)
    };
    [
        screen,
        ansi(cursor::Hide),
        ansi(DisableLineWrap),
        taken_mouse,
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
    wait_for_frame();
    let closing = [
        ansi(EndSynchronizedUpdate),
        ansi(DisableBracketedPaste),
        ansi(DisableMouseCapture),
        ansi(EnableLineWrap),
        ansi(ResetColor),
        ansi(cursor::Show),
        leaving(),
    ];
    let _gone = Direct.write_all(closing.concat().as_bytes());
    let _gone = KEYBOARD.get().map(Keyboard::restore);
}

/// Returns what leaves the screen: the alternate one, or where the page stays, the row of the status line.
fn leaving() -> String {
    if !STAYS.load(Ordering::SeqCst) {
        return ansi(LeaveAlternateScreen);
    }
    let last = size().rows.saturating_sub(1) as u16;
    ansi(cursor::MoveTo(0, last)) + &ansi(Clear(ClearType::CurrentLine))
}

/// Waits until no frame is being painted. A frame that never ends, since this thread panicked within it or the terminal
/// takes nothing, is waited for no longer than [`TERMINAL_WAIT`].
fn wait_for_frame() {
    let end = Instant::now() + TERMINAL_WAIT;
    while matches!(FRAME.try_lock(), Err(TryLockError::WouldBlock)) && Instant::now() < end {
        thread::sleep(Duration::from_millis(1));
    }
}

/// Returns whether a shell waits for the program and would continue it. Where the process group is orphaned (POSIX) nobody
/// would, and the system itself lets no key stop it: as the command of a terminal's window, of `ssh -t`, of a container.
pub(super) fn has_shell() -> bool {
    let session = getsid(None);
    // The group of a session's leader is orphaned: the leader's parent is in another session.
    let leads = session == Ok(getpgrp());
    let parent = getppid();
    // A parent outside the program's namespace has the number 0 (pid_namespaces), which would mean the program itself.
    !leads && parent != Pid::from_raw(0) && getsid(Some(parent)) == session
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

/// Makes a panic give the terminal back before it is told of, in words that the terminal does not obey.
/// One on a worker is caught where the worker was started, and told there; one on any other thread ends the
/// program.
pub(super) fn give_back_on_panic() {
    let main = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        if workers::is_worker(&thread::current()) {
            return;
        }
        give_back();
        let words = printable(&info.to_string().replace('\n', " "));
        let _lost = writeln!(io::stderr(), "kanshu: {words}");
        if thread::current().id() != main {
            std::process::exit(PANICKED);
        }
    }));
}

/// The exit code after a panic, as Rust's own.
const PANICKED: i32 = 101;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_that_knows_no_size_has_the_usual_one() {
        assert_eq!(sized(0, 0), Size::new(80, 24));
        assert_eq!(sized(132, 0), Size::new(132, 24));
        assert_eq!(sized(1, 1), Size::new(1, 1));
    }
}
