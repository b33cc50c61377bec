//! "All lines like this one": a rule made from an example, and what it did.

use super::{Effect, State};
use crate::budget::RULES;
use crate::document::{Anchor, Remark, Rule, Survey};
use crate::format::plain::sections::alike;

impl State {
    /// Makes all lines like the one at `anchor` headings of `level`, or none.
    pub(super) fn make_alike(&mut self, anchor: Anchor, level: Option<u8>) -> Vec<Effect> {
        let Some(text) = self.flow.document().text_at(anchor) else {
            self.say("This line is in the middle of a paragraph.");
            return Vec::new();
        };
        let Some(pattern) = alike(&text) else {
            self.say("There is nothing to go by: no number, no mark, not all in capitals.");
            return Vec::new();
        };
        let rule = Rule { pattern, level };
        if self.corrections.rules().iter().next_back() != Some(&rule) {
            let remarks = self.corrections.remarks().iter();
            if remarks.filter(|remark| matches!(remark, Remark::Rule(_))).count() >= RULES {
                self.say(&format!(
                    "There are {RULES} such rules: no more are kept; u takes one back."
                ));
                return Vec::new();
            }
            self.corrections.add(Remark::Rule(rule));
        }
        self.survey.telling = true;
        let mut effects = Vec::new();
        if self.growing {
            self.say("The lines like this one are looked for when all of the text is there.");
        } else {
            self.say("Looking for the lines like this one…");
            effects.push(self.survey_again());
        }
        effects.push(self.keep());
        effects
    }

    /// Returns the effect that surveys the document by other rules than before; its sections stay meanwhile.
    fn survey_again(&mut self) -> Effect {
        let again = self.survey.again || self.survey.finished;
        let survey = self.survey();
        self.survey.again = again;
        survey
    }

    /// Takes what another survey of the same document found, when that is all.
    pub(super) fn surveyed_again(&mut self, survey: Survey) {
        if !self.survey.finished {
            return;
        }
        if survey.done < self.detected.done {
            // It was broken off: the sections found before are more.
            self.detected.ruled = survey.ruled;
        } else {
            self.detected = survey;
        }
        self.show_corrected();
    }

    /// Says how many lines are like the example, when all are found.
    pub(super) fn tell_rule(&mut self) {
        let rules = self.corrections.rules();
        let Some(rule) = rules.iter().next_back() else { return };
        if !self.survey.telling || !self.survey.finished {
            return;
        }
        let (one, many) = match rule.level {
            Some(_) => ("a heading", "headings"),
            None => ("no heading", "no headings"),
        };
        let words = match self.detected.ruled.of_last(rules) {
            0 => "No line of the text is like this one; u undoes".to_owned(),
            1 => format!("Only this line is like that; it is {one} now; u undoes"),
            count => format!("{count} lines like this one are {many} now; u undoes"),
        };
        self.survey.telling = false;
        self.say(&words);
    }

    /// Says that the lines like an example are no longer what they were made.
    pub(super) fn tell_no_rule(&mut self) {
        self.survey.telling = false;
        self.say("As before: all lines like that one");
    }
}
