//! What a reader says of the outline: this line is a heading, that one is none, so are all lines like it. Each
//! correction knows its line by its words and those around it, so that it finds it again in a document that was edited
//! elsewhere.

use std::sync::Arc;

use super::rule::amended;
use super::{Anchor, Document, Granularity, Locator, Outline, Rule, Rules, Section, Survey};

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
    fn line(&self) -> Option<&Locator> {
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
    pub line: Locator,
    /// The level of the heading that it is; none: it is no heading.
    pub level: Option<u8>,
}

impl Correction {
    /// Returns the text of the line, or the beginning of that.
    pub fn words(&self) -> &str {
        &self.line.quote.words
    }
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
        let mut corrections = Self { general, ..Self::default() };
        corrections.recall(remarks, document);
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

    /// Takes remarks that were made before those that are known, and finds all in `document`.
    pub fn recall(&mut self, mut before: Vec<Remark>, document: &Document) {
        before.append(&mut self.remarks);
        self.remarks = before;
        self.settle(document);
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
        let lines: Vec<&Locator> = self.remarks.iter().filter_map(Remark::line).collect();
        let mut found = Locator::find_all(&lines, document, Granularity::Line).into_iter();
        let mut anchor = || found.next()?.there().map(|place| document.anchor(place));
        let anchors = self.remarks.iter().map(|remark| remark.line().and_then(|_| anchor()));
        self.found = anchors.collect();
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
        let levels = self.lines().map(|(anchor, correction)| (anchor, correction.level)).collect();
        amended(outline, &levels, |anchor| {
            let before = lines.get(anchor.part).map(|before| before + u64::from(anchor.line) + 1);
            Some(Section {
                title: document.text_at(anchor)?,

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
