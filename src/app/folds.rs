//! Which sections of the contents are folded: what lies in them is not listed.

use std::collections::HashSet;

use crate::document::{Anchor, Outline};

/// The folded sections, by where they begin, so that they stay folded when others are found before them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Folds(HashSet<Anchor>);

impl Folds {
    /// Returns whether section `number` is folded, and there is something in it.
    pub(super) fn hide(&self, outline: &Outline, number: usize) -> bool {
        let folded = |anchor| self.0.contains(&anchor);
        !self.0.is_empty()
            && outline.is_parent(number)
            && outline.anchor(number).is_some_and(folded)
    }

    /// Folds section `number`, or unfolds it.
    pub(super) fn set(&mut self, outline: &Outline, number: usize, folded: bool) {
        let Some(anchor) = outline.anchor(number) else { return };
        if folded {
            self.0.insert(anchor);
        } else {
            self.0.remove(&anchor);
        }
    }

    /// Folds all sections that others lie in; where one is folded, unfolds all.
    pub(super) fn turn(&mut self, outline: &Outline) {
        if !self.0.is_empty() {
            return self.0.clear();
        }
        let parents = (0..outline.sections().len()).filter(|number| outline.is_parent(*number));
        self.0.extend(parents.filter_map(|number| outline.anchor(number)));
    }

    /// Returns the numbers of the sections that lie in no folded one, and of `current` and those that it lies in.
    pub(super) fn visible(&self, outline: &Outline, current: Option<usize>) -> Vec<usize> {
        if self.0.is_empty() {
            return (0..outline.sections().len()).collect();
        }
        let mut way: Vec<usize> =
            current.map_or(Vec::new(), |current| outline.path(current).collect());
        way.reverse();
        let mut visible = Vec::new();
        let mut number = 0;
        while number < outline.sections().len() {
            visible.push(number);
            if self.hide(outline, number) {
                let end = outline.end(number);
                visible.extend(way.iter().filter(|one| (number + 1..end).contains(*one)));
                number = end;
            } else {
                number += 1;
            }
        }
        visible
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Section;

    fn outline(levels: &[u8]) -> Outline {
        let section = |(line, level): (u32, &u8)| Section {
            title: String::new(),
            level: *level,
            anchor: Anchor { part: 0, line },
            line: None,
            offset: 0,
        };
        Outline::new((0..).zip(levels).map(section).collect())
    }

    #[test]
    fn what_lies_in_a_folded_section_is_hidden() {
        let outline = outline(&[1, 2, 3, 2, 1, 2]);
        let mut folds = Folds::default();
        folds.set(&outline, 0, true);
        assert_eq!(folds.visible(&outline, None), [0, 4, 5]);
        folds.set(&outline, 0, false);
        folds.set(&outline, 1, true);
        assert_eq!(folds.visible(&outline, None), [0, 1, 3, 4, 5]);
    }

    #[test]
    fn the_way_to_the_current_section_is_shown_in_folded_ones() {
        let outline = outline(&[1, 2, 3, 2, 1, 2]);
        let mut folds = Folds::default();
        folds.turn(&outline);
        assert_eq!(folds.visible(&outline, Some(2)), [0, 1, 2, 4]);
        folds.turn(&outline);
        assert_eq!(folds.visible(&outline, None).len(), 6);
    }

    #[test]
    fn what_holds_no_section_does_not_fold() {
        let outline = outline(&[1, 1]);
        let mut folds = Folds::default();
        folds.set(&outline, 0, true);
        assert!(!folds.hide(&outline, 0));
    }
}
