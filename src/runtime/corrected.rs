//! The sections of a whole document as the reader says they are, for what prints them.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use crate::document::{Corrections, Document, Outline, Remark, Rule, Survey};

/// The sections of a document, and what made them.
pub(super) struct Corrected {
    survey: Survey,
    corrections: Corrections,
    outline: Arc<Outline>,
}

impl Corrected {
    /// Returns the sections of `document` by the `general` rules and what the reader remarked on it.
    pub(super) fn of(document: &Document, general: Vec<Rule>, remarks: Vec<Remark>) -> Self {
        let corrections = Corrections::new(general, remarks, document);
        let watch = &mut |_: &Survey| ControlFlow::Continue(());
        let survey = document.source().survey(corrections.rules(), watch);
        let outline = corrections.outline(&survey, document);
        Self { survey, corrections, outline }
    }

    /// Returns what the pass over the document found.
    pub(super) fn survey(&self) -> &Survey {
        &self.survey
    }

    /// Returns the sections.
    pub(super) fn outline(&self) -> &Arc<Outline> {
        &self.outline
    }

    /// Returns the lines of the source, counted from 1, that rules decide, with the rule of each.
    pub(super) fn ruled(&self) -> HashMap<u64, &Rule> {
        let decided = self.survey.ruled.decided(self.corrections.rules());
        decided.filter_map(|(section, rule)| Some((section.line?, rule))).collect()
    }
}
