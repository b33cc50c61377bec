//! The sections of a document as the reader has them: what a survey found, and what the reader says of it. The program
//! and what prints the contents have the same.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use super::{Corrections, Document, Outline, Remark, Rule, Survey};

/// The sections of a document, and what made them.
#[derive(Clone, Debug)]
pub struct Sectioning {
    survey: Survey,
    corrections: Corrections,
    outline: Arc<Outline>,
}

impl Sectioning {
    /// Returns the sections of `document`, of which none were looked for yet.
    pub fn new(corrections: Corrections, document: &Document) -> Self {
        let survey = Survey::default();
        let outline = corrections.outline(&survey, document);
        Self { survey, corrections, outline }
    }

    /// Returns the sections of `document`, which is read through for them, by the `general` rules and the reader's
    /// `remarks`.
    pub fn of(document: &Document, general: Vec<Rule>, remarks: Vec<Remark>) -> Self {
        let mut sectioning = Self::new(Corrections::new(general, remarks, document), document);
        let watch = &mut |_: &Survey| ControlFlow::Continue(());
        let survey = document.source().survey(sectioning.corrections.rules(), watch);
        sectioning.take(survey, document);
        sectioning
    }

    /// Returns what the last survey found.
    pub fn survey(&self) -> &Survey {
        &self.survey
    }

    /// Returns what the reader says.
    pub fn corrections(&self) -> &Corrections {
        &self.corrections
    }

    /// Returns the sections.
    pub fn outline(&self) -> &Arc<Outline> {
        &self.outline
    }

    /// Returns the lines of the source, counted from 1, that rules decide, with the rule of each.
    pub fn ruled(&self) -> HashMap<u64, &Rule> {
        let decided = self.survey.ruled.decided(self.corrections.rules());
        decided.filter_map(|(section, rule)| Some((section.line?, rule))).collect()
    }

    /// Takes what a survey of `document` has found so far.
    pub fn take(&mut self, survey: Survey, document: &Document) {
        let news = !survey.has_sections_of(&self.survey);
        self.survey = survey;
        if news {
            self.refresh(document);
        }
    }

    /// Takes what another survey of the same document found by other rules. One that was broken off tells of rules
    /// alone: the sections that were found before are more.
    pub fn take_rescan(&mut self, survey: Survey, document: &Document) {
        if survey.done < self.survey.done {
            self.survey.ruled = survey.ruled;
        } else {
            self.survey = survey;
        }
        self.refresh(document);
    }

    /// Finds the lines of the corrections in `document`, which is another now.
    pub fn find_again(&mut self, document: &Document) {
        self.corrections.settle(document);
        self.refresh(document);
    }

    /// Takes `remarks` that the reader made before those that are known.
    pub fn recall(&mut self, remarks: Vec<Remark>, document: &Document) {
        self.corrections.recall(remarks, document);
        self.refresh(document);
    }

    /// Adds what the reader says; a line is where it says.
    pub fn add(&mut self, remark: Remark, document: &Document) {
        self.corrections.add(remark);
        self.refresh(document);
    }

    /// Takes back what the reader said last, and returns it.
    pub fn undo(&mut self, document: &Document) -> Option<Remark> {
        let remark = self.corrections.undo()?;
        self.refresh(document);
        Some(remark)
    }

    /// Makes the outline of what was found and said. One that is the same stays, and so does what was made of it.
    fn refresh(&mut self, document: &Document) {
        let outline = self.corrections.outline(&self.survey, document);
        if self.outline != outline {
            self.outline = outline;
        }
    }
}
