//! The program beside `less` and `grep -c`, from outside, in a pseudo-terminal: `cargo bench --bench against_less --
//! FOLDER [WORK …]`. It writes the works that are not in the folder yet, 1.4 GB for all. The figures are medians, and
//! what counts is their ratio: both programs take turns in one run.
#![allow(
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "the figures are what this program is for"
)]

mod support;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use support::pty::{Session, Step};
use support::works::{ABSENT, WORKS, Work};

const OURS: &str = env!("CARGO_BIN_EXE_kanshu");

/// The two programs. The other one would ask first whether it may show GBK.
const PROGRAMS: [&[&str]; 2] = [&[OURS], &["less", "-f"]];

/// How often each program is started.
const RUNS: usize = 15;

/// How many pages are turned in each start.
const PAGES: usize = 8;

fn main() -> anyhow::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let Some((folder, names)) = words.split_first() else {
        println!("Name a folder for the works: cargo bench --bench against_less -- FOLDER");
        return Ok(());
    };
    println!("{:>12} {:22} {:>10} {:>10} {:>7}", "work", "", "kanshu", "less", "ratio");
    for work in WORKS.iter().filter(|work| names.is_empty() || names.iter().any(|n| n == work.name))
    {
        let file = work.file(&PathBuf::from(folder))?;
        Figures::of(&file, work)?.print(work.name);
        scan(&file, work)?;
    }
    Ok(())
}

/// What was measured of both programs, ours first: a list of the same steps for each.
#[derive(Default)]
struct Figures {
    steps: Vec<(&'static str, [Vec<f64>; 2])>,
}

impl Figures {
    fn of(file: &Path, work: &Work) -> anyhow::Result<Self> {
        let mut figures = Self::default();
        let home = std::env::temp_dir().join(format!("kanshu-bench-{}", std::process::id()));
        std::fs::create_dir_all(&home)?;
        for _ in 0..RUNS {
            for (which, program) in PROGRAMS.into_iter().enumerate() {
                figures.read(which, program, file, &home)?;
            }
        }
        if !work.encoded {
            for (which, program) in PROGRAMS.into_iter().enumerate() {
                figures.search(which, program, file, &home)?;
            }
        }
        std::fs::remove_dir_all(&home)?;
        Ok(figures)
    }

    /// Reads in `file` as a person does.
    fn read(
        &mut self,
        which: usize,
        program: &[&str],
        file: &Path,
        home: &Path,
    ) -> anyhow::Result<()> {
        let (mut session, start) = Session::start(program, file, home)?;
        self.note("first screen, ms", which, start.time);
        let turned: Vec<Step> =
            (0..PAGES).map(|_| session.press(" ", |_| true)).collect::<Result<_, _>>()?;
        for step in &turned {
            self.note("page down, ms", which, step.time);
            self.note("page down, bytes", which, step.bytes as f64);
        }
        self.note("resize to 60, ms", which, session.resize(60)?.time);
        self.note("resize to 120, ms", which, session.resize(120)?.time);
        self.note("50%, ms", which, session.press("50%", |_| true)?.time);
        self.note("the end, ms", which, session.press("G", |_| true)?.time);
        self.note("peak memory, MB", which, session.peak().unwrap_or_default());
        // One of them opens a document where it was left.
        session.press("gg", |_| true)?;
        Ok(())
    }

    /// Searches `file` for what is not there.
    fn search(
        &mut self,
        which: usize,
        program: &[&str],
        file: &Path,
        home: &Path,
    ) -> anyhow::Result<()> {
        let (mut session, _) = Session::start(program, file, home)?;
        let told = |screen: &str| screen.to_lowercase().contains("not found");
        let step = session.press(&format!("/{ABSENT}\r"), told)?;
        self.note("search for nothing, ms", which, step.last);
        self.note("memory after it, MB", which, session.peak().unwrap_or_default());
        Ok(())
    }

    fn note(&mut self, name: &'static str, which: usize, figure: f64) {
        if !self.steps.iter().any(|(noted, _)| *noted == name) {
            self.steps.push((name, [Vec::new(), Vec::new()]));
        }
        let noted = self.steps.iter_mut().filter(|(noted, _)| *noted == name);
        noted.for_each(|(_, figures)| figures[which].push(figure));
    }

    fn print(&self, work: &str) {
        for (name, [ours, theirs]) in &self.steps {
            let (ours, theirs) = (median(ours), median(theirs));
            println!("{work:>12} {name:22} {ours:10.2} {theirs:10.2} {:7.2}", ours / theirs);
        }
    }
}

/// Prints what reading `file` through costs, beside `grep -c`: a search, and finding the sections.
fn scan(file: &Path, work: &Work) -> anyhow::Result<()> {
    let encoded = encoding_rs::GBK.encode(ABSENT).0;
    let pattern = if work.encoded { encoded.to_vec() } else { ABSENT.as_bytes().to_vec() };
    let pattern = std::os::unix::ffi::OsStringExt::from_vec(pattern);
    let mut grep = Command::new("grep");
    grep.env("LC_ALL", "C").arg("-c").arg::<std::ffi::OsString>(pattern).arg(file);
    let mut exact = Command::new(OURS);
    exact.args(["--exact", "--find", ABSENT]).arg(file);
    let mut folded = Command::new(OURS);
    folded.args(["--find", ABSENT]).arg(file);
    let mut contents = Command::new(OURS);
    contents.arg("--toc").arg(file);
    let scans = [("find, exact, ms", exact), ("find, ms", folded), ("contents, ms", contents)];
    for (name, mut ours) in scans {
        let (mut ours_took, mut grep_took) = (Vec::new(), Vec::new());
        for _ in 0..5 {
            ours_took.push(took(&mut ours)?);
            grep_took.push(took(&mut grep)?);
        }
        let (ours, theirs) = (median(&ours_took), median(&grep_took));
        let ratio = ours / theirs;
        println!("{:>12} {name:22} {ours:10.2} {theirs:10.2} {ratio:7.2}  to grep -c", work.name);
    }
    Ok(())
}

/// Returns how many milliseconds `command` takes.
fn took(command: &mut Command) -> anyhow::Result<f64> {
    let start = Instant::now();
    command.stdout(Stdio::null()).status()?;
    Ok(start.elapsed().as_secs_f64() * 1e3)
}

fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}
