//! The contents on standard output, for people and for scripts, and why they are what they are.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{self, Write};
use std::process::ExitCode;

use serde::Serialize;

use super::language::say;
use super::output::{escaped, print, printable};
use crate::document::{Document, Judged, Outline, Rule, Section, Sectioning};
use crate::text::WidthModel;
use crate::words::Phrase;

/// Prints the contents, set in by their levels.
pub(super) fn contents(outline: &Outline) -> anyhow::Result<ExitCode> {
    print(|out| {
        for section in outline.sections().iter() {
            let indent = 2 * usize::from(section.level.saturating_sub(1));
            writeln!(out, "{:indent$}{}", "", printable(section.title.trim()))?;
        }
        Ok(())
    })
}

/// A section as scripts read it.
#[derive(Serialize)]
struct JsonSection {
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
    let entry = |section: Section<&str>| JsonSection {
        title: section.title.trim().to_owned(),
        level: section.level,
        line: section.line,
        percent: (section.offset as f64 / size * 1000.0).round() / 10.0,
    };
    print(|out| json_array(out, outline.sections().iter().map(entry)))
}

/// Writes an array of JSON, one entry after the other: there may be half a million.
fn json_array(
    out: &mut dyn Write,
    entries: impl IntoIterator<Item = impl Serialize>,
) -> io::Result<()> {
    write!(out, "[")?;
    let mut before = "";
    for entry in entries {
        write!(out, "{before}")?;
        let json = escaped(&serde_json::to_string_pretty(&entry)?);
        json.lines().try_for_each(|line| write!(out, "\n  {line}"))?;
        before = ",";
    }
    writeln!(out, "{}]", if before.is_empty() { "" } else { "\n" })
}

/// A line that may be a heading as scripts read it.
#[derive(Debug, Serialize, PartialEq)]
struct JsonCandidate {
    line: u64,
    title: String,
    /// The level it has in the contents; null: it was left.
    level: Option<u8>,
    /// What speaks for a heading, less what speaks against it.
    score: f32,
    reasons: Vec<JsonReason>,
}

/// A reason as scripts read it.
#[derive(Clone, Debug, Serialize, PartialEq)]
struct JsonReason {
    reason: Cow<'static, str>,
    weight: f32,
    /// What people read in its place.
    #[serde(skip)]
    phrase: Option<Phrase>,
}

/// Returns the lines that may be headings, and those that are because the reader says so: of the line, or by a rule,
/// which `ruled` tells for each line that one decides.
fn lines(
    judged: Vec<Judged>,
    ruled: &HashMap<u64, &Rule>,
    outline: &Outline,
) -> Vec<JsonCandidate> {
    let mut taken: HashMap<u64, Section<&str>> =
        outline.sections().iter().filter_map(|section| Some((section.line?, section))).collect();
    let mut lines: Vec<JsonCandidate> = Vec::with_capacity(judged.len());
    for one in judged {
        let level = taken.remove(&one.line).map(|section| section.level);
        let seen = one.reasons.into_iter();
        let mut reasons: Vec<JsonReason> =
            seen.map(|(reason, weight)| JsonReason { reason, weight, phrase: None }).collect();
        reasons.extend(said(ruled.get(&one.line).copied(), one.level, level));
        let title = one.title;
        lines.push(JsonCandidate { line: one.line, title, level, score: one.score, reasons });
    }
    lines.extend(taken.into_iter().map(|(line, section)| JsonCandidate {
        line,
        title: section.title.trim().to_owned(),
        level: Some(section.level),
        score: 0.0,
        reasons: said(ruled.get(&line).copied(), None, Some(section.level)),
    }));
    lines.sort_by_key(|line| line.line);
    lines
}

/// Returns what the reader says of a line that was `judged` to have a level or none, and has `level`: first the rule
/// that decides it, then the correction, where that made another of it.
fn said(rule: Option<&Rule>, judged: Option<u8>, level: Option<u8>) -> Vec<JsonReason> {
    let by_rule = rule.map(|rule| {
        let reason = format!("a rule of the reader's: {}", rule.pattern.as_str());
        let phrase = Phrase::new("why-rule").with("pattern", rule.pattern.as_str());
        JsonReason { reason: reason.into(), weight: SAID, phrase: Some(phrase) }
    });
    let before = rule.map_or(judged, |rule| rule.level);
    let by_line = (before != level).then(|| JsonReason {
        reason: Cow::Borrowed("the reader says so"),
        weight: SAID,
        phrase: Some("why-reader".into()),
    });
    by_rule.into_iter().chain(by_line).collect()
}

/// The weight of what the reader says: it is not weighed, it decides.
const SAID: f32 = 0.0;

/// Prints why each line that may be a heading was taken for one or left, in the language of the reader but for the reasons
/// themselves.
pub(super) fn why(document: &Document, sections: &Sectioning) -> anyhow::Result<ExitCode> {
    let lines = lines(document.source().judged(), &sections.ruled(), sections.outline());
    print(|out| {
        let [line, level, score] = [("why-line", 7), ("why-level", 5), ("why-score", 5)]
            .map(|(name, cells)| right(&say(name), cells));
        writeln!(out, "{line}  {level}  {score}  {}", say("why-title"))?;
        for line in &lines {
            let level = line.level.map_or("-".to_owned(), |level| level.to_string());
            writeln!(
                out,
                "{:>7}  {level:>5}  {:>+5.1}  {}",
                line.line,
                line.score,
                printable(&line.title)
            )?;
            let reasons: Vec<String> = line.reasons.iter().map(JsonReason::words).collect();
            let reasons =
                if reasons.is_empty() { say("why-no-series") } else { reasons.join("; ") };
            writeln!(out, "{:24}{}", "", printable(&reasons))?;
        }
        Ok(())
    })
}

/// Returns `words` with blanks before them, to be so many cells wide.
fn right(words: &str, cells: usize) -> String {
    let blank = cells.saturating_sub(WidthModel::default().width(words));
    format!("{:blank$}{words}", "")
}

impl JsonReason {
    fn words(&self) -> String {
        match &self.phrase {
            Some(phrase) => say(phrase.clone()),
            None => format!("{} {:+.1}", self.reason, self.weight),
        }
    }
}

/// Prints why each line was taken or left as an array of JSON.
pub(super) fn why_json(document: &Document, sections: &Sectioning) -> anyhow::Result<ExitCode> {
    let lines = lines(document.source().judged(), &sections.ruled(), sections.outline());
    print(|out| json_array(out, lines))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Anchor;
    use crate::text::Pattern;

    fn judged(line: u64, level: Option<u8>) -> Judged {
        Judged {
            line,
            title: "雨".to_owned(),
            score: 1.0,
            level,
            reasons: vec![("rain".into(), 1.0)],
        }
    }

    fn section(line: u32, level: u8) -> Section {
        let anchor = Anchor { part: 0, line: line - 1 };
        Section { title: "雨".to_owned(), level, anchor, line: Some(line.into()), offset: 0 }
    }

    /// Returns the lines with their levels and what the reader says of each.
    fn told(
        judged: Vec<Judged>,
        ruled: &HashMap<u64, &Rule>,
        outline: &Outline,
    ) -> Vec<(u64, Option<u8>, String)> {
        let said = |line: &JsonCandidate| {
            let said = line.reasons.iter().filter(|reason| reason.weight == SAID);
            said.map(|reason| &*reason.reason).collect::<Vec<_>>().join("; ")
        };
        let lines = lines(judged, ruled, outline);
        lines.iter().map(|line| (line.line, line.level, said(line))).collect()
    }

    const SO: &str = "the reader says so";

    #[test]
    fn what_the_reader_says_stands_beside_what_was_seen() {
        let outline = Outline::new(vec![section(1, 1), section(2, 2), section(3, 1)]);
        let judged = vec![judged(1, Some(1)), judged(2, None), judged(4, Some(1))];
        let told = told(judged, &HashMap::new(), &outline);
        let expected = [(1, Some(1), ""), (2, Some(2), SO), (3, Some(1), SO), (4, None, SO)];
        assert_eq!(told, expected.map(|(line, level, said)| (line, level, said.to_owned())));
    }

    #[test]
    fn a_rule_is_named_and_so_is_what_overrules_it() {
        let pattern = Pattern::new("^雨").unwrap();
        let rule = Rule { pattern, level: Some(2) };
        let ruled = [1, 2, 3].map(|line| (line, &rule)).into();
        let outline = Outline::new(vec![section(1, 2), section(2, 1)]);
        let told = told(vec![judged(1, Some(1)), judged(3, None)], &ruled, &outline);
        let by_rule = "a rule of the reader's: ^雨";
        let both = format!("{by_rule}; {SO}");
        let expected =
            [(1, Some(2), by_rule), (2, Some(1), both.as_str()), (3, None, both.as_str())];
        assert_eq!(told, expected.map(|(line, level, said)| (line, level, said.to_owned())));
    }
}
