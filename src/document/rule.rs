//! What a reader says of all lines of a kind: those that match a pattern are headings of some level, or none. A pass
//! over the document keeps the lines that rules match, whichever of the rules then decides.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Anchor, Outline, Section};
use crate::budget::{RULED_LINE_BYTES, RULED_LINES};
use crate::text::Pattern;

/// What a reader says of all lines that match a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What the lines match, without the white space at their ends.
    pub pattern: Pattern,
    /// The level of the headings that they are; none: they are no headings.
    pub level: Option<u8>,
}

/// Rules in their order: a later one overrules those before it. They are cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rules(Arc<[Rule]>);

impl FromIterator<Rule> for Rules {
    fn from_iter<I: IntoIterator<Item = Rule>>(rules: I) -> Self {
        Self(rules.into_iter().collect())
    }
}

impl Rules {
    /// Returns the rules in their order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Rule> {
        self.0.iter()
    }

    /// Returns the numbers of the rules that `text` matches.
    fn matching(&self, text: &str) -> Vec<usize> {
        let rules = self.iter().enumerate();
        rules.filter(|(_, rule)| rule.pattern.is_match(text)).map(|(number, _)| number).collect()
    }

    /// Returns with how many rules both begin.
    fn shared(&self, other: &Self) -> usize {
        self.iter().zip(other.iter()).take_while(|(one, other)| one == other).count()
    }
}

/// The lines of a document that rules match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ruled {
    rules: Rules,
    lines: Vec<RuledLine>,
    /// Whether rules match more lines than are kept.
    cut: bool,
}

/// A line that rules match.
#[derive(Clone, Debug, PartialEq, Eq)]
struct RuledLine {
    /// The section that the line begins if a rule says so, which also tells its level.
    section: Section,
    /// The numbers of the rules.
    rules: Vec<usize>,
}

impl Ruled {
    /// Returns what is known of the lines by `rules` before one was seen.
    pub fn new(rules: Rules) -> Self {
        Self { rules, ..Self::default() }
    }

    /// Takes the next line, `text` without white space at its ends, and keeps `section`, which it begins, if a rule
    /// matches it.
    pub fn take(&mut self, text: &str, section: impl FnOnce() -> Section) {
        if text.len() > RULED_LINE_BYTES || self.cut {
            return;
        }
        let rules = self.rules.matching(text);
        if rules.is_empty() {
            return;
        }
        self.cut = self.lines.len() >= RULED_LINES;
        if !self.cut {
            self.lines.push(RuledLine { section: section(), rules });
        }
    }

    /// Returns whether rules match more lines than are kept: the rest stay as they were.
    pub fn is_cut(&self) -> bool {
        self.cut
    }

    /// Returns how many lines the last of `rules` matches, which was looked for.
    pub fn of_last(&self, rules: &Rules) -> usize {
        let last = rules.0.len().checked_sub(1);
        self.lines.iter().filter(|line| last.is_some_and(|last| line.rules.contains(&last))).count()
    }

    /// Returns the lines that `rules` match, as far as these were looked for, each with the rule that decides.
    pub fn decided<'a>(
        &'a self,
        rules: &'a Rules,
    ) -> impl Iterator<Item = (&'a Section, &'a Rule)> {
        let shared = self.rules.shared(rules);
        self.lines.iter().filter_map(move |line| {
            let last = line.rules.iter().rfind(|number| **number < shared)?;
            Some((&line.section, rules.0.get(*last)?))
        })
    }

    /// Returns `detected` as `rules` say.
    pub fn apply(&self, rules: &Rules, detected: &Outline) -> Outline {
        let lines: HashMap<Anchor, (&Section, &Rule)> =
            self.decided(rules).map(|(section, rule)| (section.anchor, (section, rule))).collect();
        let levels = lines.iter().map(|(anchor, (_, rule))| (*anchor, rule.level)).collect();
        amended(detected, &levels, |anchor| {
            lines.get(&anchor).map(|(section, _)| (*section).clone())
        })
    }
}

/// Returns `outline` with `levels` in place of its own, none: there is no heading. `heading` tells the section that
/// begins where none did.
pub(super) fn amended(
    outline: &Outline,
    levels: &HashMap<Anchor, Option<u8>>,
    heading: impl Fn(Anchor) -> Option<Section>,
) -> Outline {
    let known: HashSet<Anchor> = outline.sections().iter().map(|section| section.anchor).collect();
    let kept = outline.sections().iter().filter_map(|section| {
        let level = levels.get(&section.anchor).copied().unwrap_or(Some(section.level))?;
        Some(Section { level, ..section.owned() })
    });
    let new = levels.iter().filter(|(anchor, _)| !known.contains(anchor));
    let new = new.filter_map(|(anchor, level)| {
        let level = (*level)?;
        Some(Section { level, ..heading(*anchor)? })
    });
    let mut sections: Vec<Section> = kept.chain(new).collect();
    sections.sort_by_key(|section| section.anchor);
    Outline::new(sections)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(level: impl Into<Option<u8>>, pattern: &str) -> Rule {
        Rule { pattern: Pattern::new(pattern).unwrap(), level: level.into() }
    }

    fn section(line: u32, title: &str) -> Section {
        let anchor = Anchor { part: 0, line };
        Section { title: title.to_owned(), level: 1, anchor, line: None, offset: 0 }
    }

    /// The lines that the rules of these tests are about.
    const LINES: [&str; 4] = ["第一回", "雨", "第二回", "夜雨"];

    fn ruled(rules: &[Rule]) -> Ruled {
        let mut lines = Ruled::new(rules.iter().cloned().collect());
        for (line, text) in (0..).zip(LINES) {
            lines.take(text, || section(line, text));
        }
        lines
    }

    /// Returns the headings when 雨 and 第二回 were found, as `now` of the rules say that `seen` were looked for.
    fn headings(seen: &[Rule], now: &[Rule]) -> Vec<(String, u8)> {
        let detected = Outline::new(vec![section(1, "雨"), section(2, "第二回")]);
        let outline = ruled(seen).apply(&now.iter().cloned().collect(), &detected);
        outline.sections().iter().map(|one| (one.title.to_owned(), one.level)).collect()
    }

    fn told(headings: &[(String, u8)]) -> Vec<(&str, u8)> {
        headings.iter().map(|(title, level)| (title.as_str(), *level)).collect()
    }

    #[test]
    fn a_line_that_a_rule_matches_is_a_heading_of_its_level() {
        let rules = [rule(2, "^第.回$")];
        let found = headings(&rules, &rules);
        assert_eq!(told(&found), [("第一回", 2), ("雨", 1), ("第二回", 2)]);
    }

    #[test]
    fn a_rule_without_a_level_makes_none() {
        let rules = [rule(None, "雨$")];
        assert_eq!(told(&headings(&rules, &rules)), [("第二回", 1)]);
    }

    #[test]
    fn a_later_rule_overrules_those_before_it() {
        let rules = [rule(1, "回$"), rule(None, "雨$"), rule(3, "第二"), rule(2, "夜")];
        let found = headings(&rules, &rules);
        assert_eq!(told(&found), [("第一回", 1), ("第二回", 3), ("夜雨", 2)]);
    }

    #[test]
    fn a_rule_that_is_taken_back_needs_no_other_pass() {
        let rules = [rule(2, "回$"), rule(None, "第")];
        assert_eq!(told(&headings(&rules, &rules)), [("雨", 1)]);
        let found = headings(&rules, &rules[..1]);
        assert_eq!(told(&found), [("第一回", 2), ("雨", 1), ("第二回", 2)]);
    }

    #[test]
    fn a_rule_in_the_place_of_another_waits_for_its_pass() {
        let (seen, now) = ([rule(2, "回$")], [rule(2, "雨$")]);
        assert_eq!(told(&headings(&seen, &now)), [("雨", 1), ("第二回", 1)]);
    }

    #[test]
    fn paragraphs_are_not_asked_about() {
        let mut ruled = Ruled::new([rule(1, "x")].into_iter().collect());
        ruled.take(&"x".repeat(RULED_LINE_BYTES), || section(0, "x"));
        ruled.take(&"x".repeat(RULED_LINE_BYTES + 1), || section(1, "x"));
        assert_eq!(ruled.of_last(&ruled.rules), 1);
    }

    #[test]
    fn what_rules_match_past_the_bound_is_told_and_not_kept() {
        let mut ruled = Ruled::new([rule(1, "雨")].into_iter().collect());
        for line in 0..RULED_LINES {
            ruled.take("雨", || section(line as u32, "雨"));
        }
        ruled.take("天晴", || section(0, "天晴"));
        assert_eq!((ruled.of_last(&ruled.rules), ruled.is_cut()), (RULED_LINES, false));
        ruled.take("雨", || section(RULED_LINES as u32, "雨"));
        assert_eq!(ruled.of_last(&ruled.rules), RULED_LINES);
        assert!(ruled.is_cut());
    }
}
