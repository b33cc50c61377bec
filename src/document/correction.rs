//! What a reader says of the outline: this line is a heading, that one is none. Each correction knows its line by
//! its words and those around it, so that it finds it again in a document that was edited elsewhere.

use std::collections::{HashMap, HashSet};

use super::{Anchor, Document, Outline, Part, Section};

/// How many characters of a line tell it from others.
const WORDS: usize = 80;

/// How many parts before and after its place a line that moved is looked for in: a few megabytes.
const AROUND: usize = 64;

/// The deepest level that a heading can be given.
pub const DEEPEST: u8 = 9;

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

/// The corrections of a document, in the order in which they were made. A later one of the same line overrules those
/// before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    made: Vec<Correction>,
    /// Where the line of each is in the document as it is now; none where it is no longer found.
    found: Vec<Option<Anchor>>,
}

impl Corrections {
    /// Returns `made`, in that order, found again in `document`.
    pub fn new(made: Vec<Correction>, document: &Document) -> Self {
        let found = find(&made, document);
        Self { made, found }
    }

    /// Returns the corrections in the order in which they were made.
    pub fn made(&self) -> &[Correction] {
        &self.made
    }

    /// Adds a correction of a line where it is.
    pub fn make(&mut self, correction: Correction) {
        self.found.push(Some(correction.line.anchor));
        self.made.push(correction);
    }

    /// Takes the last correction back and returns it.
    pub fn undo(&mut self) -> Option<Correction> {
        self.found.pop();
        self.made.pop()
    }

    /// Finds the lines in `document`, which is another now.
    pub fn settle(&mut self, document: &Document) {
        self.found = find(&self.made, document);
    }

    /// Returns how many corrections are of lines that are no longer found.
    pub fn lost(&self) -> usize {
        self.found.iter().filter(|anchor| anchor.is_none()).count()
    }

    /// Returns `detected` as the reader says. `lines` are how many lines of the source begin before each part, as far
    /// as that is known.
    pub fn apply(&self, detected: &Outline, document: &Document, lines: &[u64]) -> Outline {
        let said = self.made.iter().zip(&self.found);
        let mut said: HashMap<Anchor, &Correction> =
            said.filter_map(|(correction, anchor)| Some(((*anchor)?, correction))).collect();
        let mut sections = Vec::with_capacity(detected.sections().len() + said.len());
        for section in detected.sections() {
            match said.remove(&section.anchor).map(|correction| correction.level) {
                None => sections.push(section.clone()),
                Some(None) => {}
                Some(Some(level)) => sections.push(Section { level, ..section.clone() }),
            }
        }
        let added = said.into_iter().filter_map(|(anchor, correction)| {
            let before = lines.get(anchor.part).map(|before| before + u64::from(anchor.line) + 1);
            Some(Section {
                title: correction.line.words.clone(),
                level: correction.level?,
                anchor,
                line: before,
                offset: document.offset(document.locate(anchor)),
            })
        });
        sections.extend(added);
        sections.sort_by_key(|section| section.anchor);
        Outline::new(sections)
    }
}

/// Returns where the line of each of `made` is in `document`: where it was, else the nearest line of its words, those
/// with the same lines around it first.
fn find(made: &[Correction], document: &Document) -> Vec<Option<Anchor>> {
    let mut found: Vec<Option<Anchor>> = made
        .iter()
        .map(|correction| {
            let here = Line::of(document, correction.line.anchor);
            here.filter(|here| *here == correction.line).map(|here| here.anchor)
        })
        .collect();
    let moved: Vec<&Line> = made
        .iter()
        .zip(&found)
        .filter(|(_, anchor)| anchor.is_none())
        .map(|(correction, _)| &correction.line)
        .collect();
    if moved.is_empty() {
        return found;
    }
    let like = lines_like(&moved, document);
    for (correction, anchor) in made.iter().zip(&mut found).filter(|(_, anchor)| anchor.is_none()) {
        let lines = like.get(correction.line.words.as_str()).map_or(&[][..], Vec::as_slice);
        let near = lines.iter().filter_map(|line| Some((correction.line.distance(line)?, line)));
        *anchor = near.min_by_key(|(distance, _)| *distance).map(|(_, line)| line.anchor);
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
