//! Measures which lines of labelled texts become paragraphs: `cargo run --release --example paragraphs -- FOLDER`.
//!
//! The folder holds texts, `NAME.txt`, and their labels, `NAME.lines.json`: an object with the `kind` of the text, and in
//! `lines` a letter for each line: `B` begins a row, `J` goes on with the paragraph of the line before, `V` stays as it
//! is, `?` either, `.` is blank. In `join`, if it is there, stands for each `J` what should stand at the joint: a blank,
//! nothing, or `-` where a hyphen at the end of the line before goes; or null.

#![expect(
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a tool for coders, not the reader"
)]

use std::collections::BTreeMap;
use std::ops::{AddAssign, ControlFlow};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use kanshu::decode::{Choice, Encoding};
use kanshu::document::{BlockKind, Document, Rules};
use kanshu::format::plain::PlainText;
use serde_json::Value;

/// What became of lines.
#[derive(Clone, Copy, Default)]
struct Counts {
    texts: u32,
    lines: u32,
    /// Lines that begin a row, and were joined to the line before.
    glued: u32,
    /// Lines that go on, and were not joined.
    torn: u32,
    /// Joints where something else stands.
    joints: u32,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.texts += other.texts;
        self.lines += other.lines;
        self.glued += other.glued;
        self.torn += other.torn;
        self.joints += other.joints;
    }
}

impl Counts {
    /// Returns one less what is wrong for each line; a torn one is half as wrong as a glued one.
    fn score(&self) -> f64 {
        let wrong = f64::from(self.glued) + f64::from(self.torn) / 2.0;
        1.0 - wrong / f64::from(self.lines.max(1))
    }

    fn row(&self, name: &str) -> String {
        let rate = |count: u32| 1000.0 * f64::from(count) / f64::from(self.lines.max(1));
        let (glued, torn, joints) = (rate(self.glued), rate(self.torn), rate(self.joints));
        let Self { texts, lines, .. } = self;
        let score = self.score();
        format!(
            "| {name} | {texts} | {lines} | {glued:.1} | {torn:.1} | {joints:.1} | {score:.3} |"
        )
    }
}

fn main() {
    let Some(folder) = std::env::args_os().nth(1) else {
        return println!("usage: paragraphs FOLDER");
    };
    let mut kinds: BTreeMap<String, Counts> = BTreeMap::new();
    for path in texts(Path::new(&folder)) {
        let labels = std::fs::read_to_string(path.with_extension("lines.json"));
        let text = std::fs::read_to_string(&path);
        let (Ok(labels), Ok(text)) = (labels, text) else { continue };
        let Ok(labels) = serde_json::from_str::<Value>(&labels) else { continue };
        let kind = labels["kind"].as_str().unwrap_or("other").to_owned();
        *kinds.entry(kind).or_default() += counts(&text, &labels);
    }
    println!("| kind | texts | lines | glued | torn | joints | score |");
    println!("|---|---|---|---|---|---|---|");
    let mut all = Counts::default();
    for (kind, counts) in &kinds {
        println!("{}", counts.row(kind));
        all += *counts;
    }
    let mean = kinds.values().map(Counts::score).sum::<f64>() / kinds.len().max(1) as f64;
    println!("{}", all.row("**all**"));
    println!("\nMean of the kinds {mean:.3}. Rates are for 1,000 lines.");
}

/// Returns the texts in `folder`, in order.
fn texts(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut texts: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    texts.sort();
    texts
}

/// Returns what became of the lines of `text`, which `labels` tell.
fn counts(text: &str, labels: &Value) -> Counts {
    let lines: Vec<&str> = text.split('\n').collect();
    let begins = begins(text);
    let mut counts = Counts { texts: 1, ..Counts::default() };
    let paragraphs = begins.paragraphs;
    for (at, line) in lines.iter().enumerate() {
        let joined = !begins.lines.contains(&at);
        match labels["lines"][at].as_str() {
            Some("B" | "V") => {
                counts.lines += 1;
                counts.glued += u32::from(joined);
            }
            Some("J") => {
                counts.lines += 1;
                counts.torn += u32::from(!joined);
                let wanted = labels["join"][at].as_str().filter(|_| joined);
                let wrong = wanted.is_some_and(|joint| {
                    let joint = around(lines[at - 1], line, joint);
                    !paragraphs.iter().any(|paragraph| paragraph.contains(&joint))
                });
                counts.joints += u32::from(wrong);
            }
            _ => {}
        }
    }
    counts
}

/// The blocks of a text.
struct Begins {
    /// The lines with which they begin.
    lines: Vec<usize>,
    paragraphs: Vec<String>,
}

fn begins(text: &str) -> Begins {
    let bytes = Arc::new(text.to_owned().into_bytes());
    let source = Arc::new(PlainText::open(bytes, Choice::Use(Encoding::UTF_8)));
    let document = Document::new(source);
    let survey = document.source().survey(&Rules::default(), &mut |_| ControlFlow::Continue(()));
    let mut begins = Begins { lines: Vec::new(), paragraphs: Vec::new() };
    for (number, before) in survey.lines.iter().enumerate() {
        let part = document.part(number);
        for (at, block) in part.blocks().iter().enumerate() {
            if !matches!(block.kind, BlockKind::Blank(_)) && !block.continued {
                begins.lines.push(*before as usize + block.line as usize);
            }
            begins.paragraphs.push(part.block_text(at).to_owned());
        }
    }
    begins
}

/// Returns what stands around the joint of `line` and `next` where `joint` is right.
fn around(line: &str, next: &str, joint: &str) -> String {
    let end: Vec<char> = line.trim_end().chars().rev().take(8).collect();
    let mut end: String = end.into_iter().rev().collect();
    let start: String =
        next.trim_start_matches(['>', ' ', '\t', '\u{3000}']).chars().take(8).collect();
    if joint == "-" {
        end.pop();
    }
    let blank = if joint == " " { " " } else { "" };
    format!("{end}{blank}{}", start.trim_end())
}
