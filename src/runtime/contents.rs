//! The contents on standard output, for people and for scripts, and why they are what they are.

use std::collections::HashMap;
use std::process::ExitCode;

use serde::Serialize;

use super::output::print;
use crate::document::{Document, Judged, Outline, Section};
use crate::text::clean;

/// Prints the contents, set in by their levels.
pub(super) fn contents(outline: &Outline) -> anyhow::Result<ExitCode> {
    print(|out| {
        for section in outline.sections() {
            let indent = 2 * usize::from(section.level.saturating_sub(1));
            writeln!(out, "{:indent$}{}", "", clean(section.title.trim()))?;
        }
        Ok(())
    })
}

/// A section as scripts read it.
#[derive(Serialize)]
struct Entry {
    title: String,
    level: u8,
    /// The line of the source, counted from 1; null where the format has no lines.
    line: Option<u64>,
    /// How much of the source lies before it.
    percent: f64,
}

/// Prints the contents of a document of `size` bytes as an array of JSON.
pub(super) fn contents_json(outline: &Outline, size: u64) -> anyhow::Result<ExitCode> {
    let size = size.max(1) as f64;
    let entry = |section: &Section| Entry {
        title: clean(section.title.trim()).to_string(),
        level: section.level,
        line: section.line,
        percent: (section.offset as f64 / size * 1000.0).round() / 10.0,
    };
    let entries: Vec<Entry> = outline.sections().iter().map(entry).collect();
    let json = serde_json::to_string_pretty(&entries)?;
    print(|out| writeln!(out, "{json}"))
}

/// A line that may be a heading as scripts read it.
#[derive(Debug, Serialize, PartialEq)]
struct Row {
    line: u64,
    title: String,
    /// The level it has in the contents; null: it was left.
    level: Option<u8>,
    /// What speaks for a heading, less what speaks against it.
    score: f32,
    reasons: Vec<Reason>,
}

/// A reason as scripts read it.
#[derive(Clone, Debug, Serialize, PartialEq)]
struct Reason {
    reason: &'static str,
    weight: f32,
}

/// Returns the lines that may be headings, and those that are because the reader says so.
fn lines(judged: Vec<Judged>, outline: &Outline) -> Vec<Row> {
    let mut taken: HashMap<u64, &Section> =
        outline.sections().iter().filter_map(|section| Some((section.line?, section))).collect();
    let mut lines: Vec<Row> = judged
        .into_iter()
        .map(|one| {
            let level = taken.remove(&one.line).map(|section| section.level);
            let mut reasons: Vec<Reason> =
                one.reasons.into_iter().map(|(reason, weight)| Reason { reason, weight }).collect();
            if level != one.level {
                reasons.push(CORRECTED);
            }
            Row {
                line: one.line,
                title: clean(&one.title).to_string(),
                level,
                score: one.score,
                reasons,
            }
        })
        .collect();
    lines.extend(taken.into_iter().map(|(line, section)| Row {
        line,
        title: clean(section.title.trim()).to_string(),
        level: Some(section.level),
        score: 0.0,
        reasons: vec![CORRECTED],
    }));
    lines.sort_by_key(|line| line.line);
    lines
}

/// The reason that outweighs all others.
const CORRECTED: Reason = Reason { reason: "the reader says so", weight: 0.0 };

/// Prints why each line that may be a heading was taken for one or left.
pub(super) fn why(document: &Document, outline: &Outline) -> anyhow::Result<ExitCode> {
    let lines = lines(document.source().judged(), outline);
    print(|out| {
        writeln!(out, "   line  level  score  title")?;
        for line in &lines {
            let level = line.level.map_or("left".to_owned(), |level| level.to_string());
            writeln!(out, "{:>7}  {level:>5}  {:>+5.1}  {}", line.line, line.score, line.title)?;
            let reasons: Vec<String> = line.reasons.iter().map(Reason::words).collect();
            let reasons = if reasons.is_empty() { NOTHING.to_owned() } else { reasons.join("; ") };
            writeln!(out, "{:24}{reasons}", "")?;
        }
        Ok(())
    })
}

/// What is said of a line that nothing speaks for or against.
const NOTHING: &str = "a number, but of no series";

impl Reason {
    fn words(&self) -> String {
        if *self == CORRECTED {
            self.reason.to_owned()
        } else {
            format!("{} {:+.1}", self.reason, self.weight)
        }
    }
}

/// Prints why each line was taken or left as an array of JSON.
pub(super) fn why_json(document: &Document, outline: &Outline) -> anyhow::Result<ExitCode> {
    let json = serde_json::to_string_pretty(&lines(document.source().judged(), outline))?;
    print(|out| writeln!(out, "{json}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Anchor;

    fn judged(line: u64, level: Option<u8>) -> Judged {
        Judged { line, title: "雨".to_owned(), score: 1.0, level, reasons: vec![("rain", 1.0)] }
    }

    fn section(line: u32, level: u8) -> Section {
        let anchor = Anchor { part: 0, line: line - 1 };
        Section { title: "雨".to_owned(), level, anchor, line: Some(line.into()), offset: 0 }
    }

    #[test]
    fn what_the_reader_says_stands_beside_what_was_seen() {
        let outline = Outline::new(vec![section(1, 1), section(2, 2), section(3, 1)]);
        let judged = vec![judged(1, Some(1)), judged(2, None), judged(4, Some(1))];
        let lines = lines(judged, &outline);
        let told: Vec<_> = lines
            .iter()
            .map(|line| (line.line, line.level, line.reasons.contains(&CORRECTED)))
            .collect();
        let expected =
            [(1, Some(1), false), (2, Some(2), true), (3, Some(1), true), (4, None, true)];
        assert_eq!(told, expected);
    }
}
