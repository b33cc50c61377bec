//! Scores the sections found in labelled texts, by kind and by language: the figures of `docs/SECTIONS.md`.
//!
//! ```sh
//! cargo run --release --example score_sections -- FOLDER …
//! ```
//!
//! A folder holds `NAME.txt` and `NAME.json`, which has the keys `kind`, `lang` and `headings`; a heading has its
//! `line`, counted from 1, and its `level`. It may have `optional: true`, where it counts neither when it is found nor
//! when it is missed, and a `span`, the lines of its title.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::Path;

use kanshu::format::plain::sections::Detector;
use serde::Deserialize;

/// What the labels of a text say.
#[derive(Deserialize)]
struct Labels {
    kind: String,
    lang: String,
    headings: Vec<Heading>,
}

/// A labelled heading.
#[derive(Deserialize)]
struct Heading {
    line: u64,
    level: u8,
    #[serde(default)]
    optional: bool,
    /// The lines of its title, where these are several.
    span: Option<Vec<u64>>,
}

impl Heading {
    fn lines(&self) -> Vec<u64> {
        self.span.clone().unwrap_or_else(|| vec![self.line])
    }
}

/// What was found in one text.
#[derive(Clone, Copy, Default)]
struct Score {
    found: usize,
    wrong: usize,
    missed: usize,
    /// Headings in a row that were found, and how many of them stand to each other as the labels say.
    pairs: usize,
    right_pairs: usize,
    bytes: usize,
}

impl Score {
    fn has_headings(self) -> bool {
        self.found + self.missed > 0
    }

    /// Returns the harmonic mean of precision and recall.
    fn f1(self) -> f64 {
        let all = 2 * self.found + self.wrong + self.missed;
        if all == 0 { 1.0 } else { 2.0 * self.found as f64 / all as f64 }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut groups: BTreeMap<String, Vec<Score>> = BTreeMap::new();
    for folder in std::env::args().skip(1) {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "json") {
                let labels: Labels = serde_json::from_slice(&fs::read(&path)?)?;
                let score = score(&labels, &path.with_extension("txt"))?;
                let novel = if labels.kind == "novel" { "novels" } else { "others" };
                let (kind, lang) =
                    (format!("kind {}", labels.kind), format!("lang {}", labels.lang));
                for group in ["all".to_owned(), novel.to_owned(), kind, lang] {
                    groups.entry(group).or_default().push(score);
                }
            }
        }
    }
    let mut out = std::io::stdout().lock();
    writeln!(out, "{:<28} texts     F1  levels  wrong per 100 KB without headings", "")?;
    for (group, scores) in &groups {
        writeln!(out, "{group:<28} {}", figures(scores))?;
    }
    Ok(())
}

/// Returns the figures of the texts of one group: the mean of F1, and the others added up.
fn figures(scores: &[Score]) -> String {
    let (with, without): (Vec<&Score>, Vec<&Score>) =
        scores.iter().partition(|score| score.has_headings());
    let mean = with.iter().map(|score| score.f1()).sum::<f64>() / with.len().max(1) as f64;
    let sum = |of: fn(&Score) -> usize, scores: &[&Score]| -> usize {
        scores.iter().map(|score| of(score)).sum()
    };
    let pairs = sum(|score| score.pairs, &with);
    let levels = sum(|score| score.right_pairs, &with) as f64 / pairs.max(1) as f64;
    let bytes = sum(|score| score.bytes, &without).max(1);
    let wrong = sum(|score| score.wrong, &without) as f64 * 102_400.0 / bytes as f64;
    let mean = if with.is_empty() { "-".to_owned() } else { format!("{mean:.3}") };
    let levels = if pairs == 0 { "-".to_owned() } else { format!("{levels:.3}") };
    let wrong = if without.is_empty() { "-".to_owned() } else { format!("{wrong:.1}") };
    format!("{:>5}  {mean:>5}  {levels:>6}  {wrong:>5}", scores.len())
}

/// Scores the text at `path` by its `labels`.
fn score(labels: &Labels, path: &Path) -> Result<Score, Box<dyn Error>> {
    let bytes = fs::read(path)?;
    let mut detector = Detector::new();
    detector.part(&String::from_utf8_lossy(&bytes), 0);
    let (optional, required): (Vec<&Heading>, Vec<&Heading>) =
        labels.headings.iter().partition(|heading| heading.optional);
    let ignored: HashSet<u64> = optional.into_iter().flat_map(Heading::lines).collect();
    let mut owner: HashMap<u64, usize> = HashMap::new();
    for (at, heading) in required.iter().enumerate() {
        owner.extend(heading.lines().into_iter().map(|line| (line, at)));
    }
    let mut score = Score { bytes: bytes.len(), ..Score::default() };
    let mut found: BTreeMap<usize, u8> = BTreeMap::new();
    for section in detector.outline().sections().iter() {
        let line = section.line.unwrap_or_default();
        match owner.get(&line) {
            Some(&at) => {
                found.entry(at).or_insert(section.level);
            }
            None => score.wrong += usize::from(!ignored.contains(&line)),
        }
    }
    score.found = found.len();
    score.missed = required.len() - found.len();
    let level = |at: usize| required.get(at).map(|heading| heading.level);
    for ((one, found), (next, then)) in found.iter().zip(found.iter().skip(1)) {
        score.pairs += 1;
        score.right_pairs += usize::from(found.cmp(then) == level(*one).cmp(&level(*next)));
    }
    Ok(score)
}
