//! What a reader says of the outline: this line is a heading, that one is none, so are all lines like it. Each
//! correction knows its line by its words and those around it, so that it finds it again in a document that was edited
//! elsewhere.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::rule::amended;
use super::{Anchor, Document, Outline, Part, Rule, Rules, Section, Survey};

/// How many characters of a line tell it from others.
const WORDS: usize = 80;

/// How many parts before and after its place a line that moved is looked for in: a few megabytes.
const AROUND: usize = 64;

/// The deepest level that a heading can be given.
pub const DEEPEST: u8 = 9;

/// What a reader says of the sections of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Of one line.
    Line(Correction),
    /// Of all lines of a kind.
    Rule(Rule),
}

impl Remark {
    /// Returns the line that it is about; none: it is about a kind of lines.
    fn line(&self) -> Option<&Line> {
        match self {
            Self::Line(correction) => Some(&correction.line),
            Self::Rule(_) => None,
        }
    }
}

/// What a reader says of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The line.
    pub line: Line,
    /// The level of the heading that it is; none: it is no heading.
    pub level: Option<u8>,
}

/// A line of a document, known by what stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Where it was.
    pub anchor: Anchor,
    /// The beginning of its text.
    pub words: String,
    /// The beginning of the text before it.
    pub before: String,
    /// The beginning of the text after it.
    pub after: String,
}

impl Line {
    /// Returns the line of `document` at `anchor`; none where no block begins there.
    pub fn of(document: &Document, anchor: Anchor) -> Option<Self> {
        let part = document.part(anchor.part);
        let block = part.blocks().partition_point(|block| block.line < anchor.line);
        part.blocks().get(block).filter(|found| found.line == anchor.line)?;
        let [before, after] = around(&part, block);
        Some(Self { anchor, words: beginning(part.block_text(block)), before, after })
    }

    /// Returns how well `other` is this line, which may have moved: less is better; none, not at all.
    fn distance(&self, other: &Self) -> Option<(usize, usize, u32)> {
        let strangers =
            usize::from(self.before != other.before) + usize::from(self.after != other.after);
        let parts = self.anchor.part.abs_diff(other.anchor.part);
        let lines = self.anchor.line.abs_diff(other.anchor.line);
        (self.words == other.words).then_some((strangers, parts, lines))
    }
}

/// Returns what a line's text is known by.
fn beginning(text: &str) -> String {
    text.trim().chars().take(WORDS).collect()
}

/// Returns what stands before and after block `number` of `part`, blank lines passed over.
fn around(part: &Part, number: usize) -> [String; 2] {
    let text = |number: usize| {
        Some(part.block_text(number)).filter(|text| !text.trim().is_empty()).map(beginning)
    };
    let before = (0..number).rev().take(4).find_map(text);
    let after = (number + 1..part.blocks().len()).take(4).find_map(text);
    [before.unwrap_or_default(), after.unwrap_or_default()]
}

/// What a reader says of the sections of a document, in the order in which it was said, and of all documents. What is
/// said of a line overrules what is said of all of its kind, and what is said later what was said before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    /// The rules for all documents.
    general: Vec<Rule>,
    remarks: Vec<Remark>,
    /// Where the line of each correction is in the document as it is now; none where it is no longer found, and for
    /// rules.
    found: Vec<Option<Anchor>>,
    /// All rules in their order.
    rules: Rules,
}

impl Corrections {
    /// Returns the `general` rules and the `remarks` on `document`, whose lines are found again in it.
    pub fn new(general: Vec<Rule>, remarks: Vec<Remark>, document: &Document) -> Self {
        let mut corrections = Self { general, remarks, ..Self::default() };
        corrections.settle(document);
        corrections.collect();
        corrections
    }

    /// Returns the remarks on the document in the order in which they were made.
    pub fn remarks(&self) -> &[Remark] {
        &self.remarks
    }

    /// Returns the rules, those for all documents first.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Returns what was said of the line at `anchor` alone: a level, or that it is no heading.
    pub fn said_of(&self, anchor: Anchor) -> Option<Option<u8>> {
        self.lines().rev().find(|(at, _)| *at == anchor).map(|(_, correction)| correction.level)
    }

    /// Adds a remark; its line is where it says.
    pub fn add(&mut self, remark: Remark) {
        self.found.push(remark.line().map(|line| line.anchor));
        self.remarks.push(remark);
        self.collect();
    }

    /// Takes the last remark back and returns it.
    pub fn undo(&mut self) -> Option<Remark> {
        self.found.pop();
        let remark = self.remarks.pop();
        self.collect();
        remark
    }

    /// Finds the lines in `document`, which is another now.
    pub fn settle(&mut self, document: &Document) {
        let lines: Vec<&Line> = self.remarks.iter().filter_map(Remark::line).collect();
        let mut found = find(&lines, document).into_iter();
        let anchor = |remark: &Remark| remark.line().and_then(|_| found.next().flatten());
        self.found = self.remarks.iter().map(anchor).collect();
    }

    /// Returns how many corrections are of lines that are no longer found.
    pub fn lost(&self) -> usize {
        self.remarks.iter().filter_map(Remark::line).count() - self.lines().count()
    }

    /// Returns the sections that `survey` found of `document` as the reader says.
    pub fn outline(&self, survey: &Survey, document: &Document) -> Arc<Outline> {
        if self.remarks.is_empty() && self.general.is_empty() {
            return Arc::clone(&survey.outline);
        }
        let ruled = survey.ruled.apply(&self.rules, &survey.outline);
        Arc::new(self.apply(&ruled, document, &survey.lines))
    }

    /// Returns `outline` as the reader says of its lines. `lines` are how many lines of the source begin before each
    /// part, as far as that is known.
    fn apply(&self, outline: &Outline, document: &Document, lines: &[u64]) -> Outline {
        let said: HashMap<Anchor, &Correction> = self.lines().collect();
        let levels = said.iter().map(|(anchor, correction)| (*anchor, correction.level)).collect();
        amended(outline, &levels, |anchor| {
            let before = lines.get(anchor.part).map(|before| before + u64::from(anchor.line) + 1);
            Some(Section {
                title: said.get(&anchor)?.line.words.clone(),
                level: 1,
                anchor,
                line: before,
                offset: document.offset(document.locate(anchor)),
            })
        })
    }

    /// Returns the corrections whose lines are there, with where these are.
    fn lines(&self) -> impl DoubleEndedIterator<Item = (Anchor, &Correction)> {
        self.remarks.iter().zip(&self.found).filter_map(|(remark, anchor)| match remark {
            Remark::Line(correction) => Some(((*anchor)?, correction)),
            Remark::Rule(_) => None,
        })
    }

    /// Collects the rules.
    fn collect(&mut self) {
        let own = self.remarks.iter().filter_map(|remark| match remark {
            Remark::Rule(rule) => Some(rule),
            Remark::Line(_) => None,
        });
        self.rules = self.general.iter().chain(own).cloned().collect();
    }
}

/// Returns where each of `lines` is in `document`: where it was, else the nearest line of its words, those with the
/// same lines around it first.
fn find(lines: &[&Line], document: &Document) -> Vec<Option<Anchor>> {
    let here = |line: &&Line| Line::of(document, line.anchor).filter(|here| here == *line);
    let mut found: Vec<Option<Anchor>> =
        lines.iter().map(|line| here(line).map(|here| here.anchor)).collect();
    let moved = lines.iter().zip(&found).filter(|(_, anchor)| anchor.is_none());
    let moved: Vec<&Line> = moved.map(|(line, _)| *line).collect();
    if moved.is_empty() {
        return found;
    }
    let like = lines_like(&moved, document);
    for (line, anchor) in lines.iter().zip(&mut found).filter(|(_, anchor)| anchor.is_none()) {
        let others = like.get(line.words.as_str()).map_or(&[][..], Vec::as_slice);
        let near = others.iter().filter_map(|other| Some((line.distance(other)?, other)));
        *anchor = near.min_by_key(|(distance, _)| *distance).map(|(_, other)| other.anchor);
    }
    found
}

/// Returns the lines with the words of those of `moved`, by these words, as far around them as a line is looked for.
fn lines_like<'a>(moved: &[&'a Line], document: &Document) -> HashMap<&'a str, Vec<Line>> {
    let mut like: HashMap<&str, Vec<Line>> =
        moved.iter().map(|line| (line.words.as_str(), Vec::new())).collect();
    let parts: HashSet<usize> = moved
        .iter()
        .map(|line| line.anchor.part)
        .flat_map(|part| part.saturating_sub(AROUND)..=part.saturating_add(AROUND))
        .filter(|part| *part < document.parts())
        .collect();
    for index in parts {
        let part = document.part(index);
        for (number, block) in part.blocks().iter().enumerate().filter(|(_, one)| !one.continued) {
            let words = beginning(part.block_text(number));
            if let Some(lines) = like.get_mut(words.as_str()) {
                let [before, after] = around(&part, number);
                let anchor = Anchor { part: index, line: block.line };
                lines.push(Line { anchor, words, before, after });
            }
        }
    }
    like
}
