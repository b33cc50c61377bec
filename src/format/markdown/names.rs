//! The names of places in a text in Markdown: those of its headings, as GitHub makes them, and those that tags give. They
//! are unique over the whole text, so they are gathered over all of it.

use std::collections::HashMap;

use comrak::Anchorizer;

use super::{edited, options};
use crate::format::html::{self, Dialect};

/// The names of places, with the parts that have them.
#[derive(Default)]
pub(super) struct Names(HashMap<String, Vec<usize>>);

impl Names {
    /// Returns the names in `lines`, which may have some, each with the part that it is in, in order.
    pub(super) fn of<'a>(lines: impl Iterator<Item = (usize, &'a str)>) -> Self {
        let mut names: HashMap<String, Vec<usize>> = HashMap::new();
        for (part, line) in lines {
            for name in names_in(line) {
                names.entry(name).or_default().push(part);
            }
        }
        Self(names)
    }

    /// Returns how often `slug` was given before part `part`.
    pub(super) fn before(&self, slug: &str, part: usize) -> usize {
        self.0.get(slug).map_or(0, |parts| parts.partition_point(|one| *one < part))
    }

    /// Returns the part that has the place `name`: of a slug that was given before, one with a number.
    pub(super) fn part_of(&self, name: &str) -> Option<usize> {
        let at = |slug: &str, number: usize| self.0.get(slug)?.get(number).copied();
        let numbered = || {
            let (slug, number) = name.rsplit_once('-')?;
            at(slug, number.parse().ok()?)
        };
        at(name, 0).or_else(numbered)
    }
}

/// What gives the headings of one part their names, in order.
pub(super) struct Slugs<'a> {
    /// The names of the text; none where no part lies before.
    names: Option<&'a Names>,
    part: usize,
    given: HashMap<String, usize>,
}

impl<'a> Slugs<'a> {
    /// Returns what gives the headings of `part` their names, where all those of the text have `names`; the first part
    /// needs none of these.
    pub(super) fn new(names: Option<&'a Names>, part: usize) -> Self {
        Self { names, part, given: HashMap::new() }
    }

    /// Returns the name of the next heading, which is called `title`.
    pub(super) fn next(&mut self, title: &str) -> String {
        let slug = slug(title);
        let given = self.given.entry(slug.clone()).or_default();
        let number = self.names.map_or(0, |names| names.before(&slug, self.part)) + *given;
        *given += 1;
        if number == 0 { slug } else { format!("{slug}-{number}") }
    }
}

/// Returns the name that a heading called `title` has where no other is called so.
fn slug(title: &str) -> String {
    Anchorizer::new().anchorize(title.trim())
}

/// Returns the names in `line`: a heading, or with tags in it.
fn names_in(line: &str) -> Vec<String> {
    let title = line.trim_start_matches('#').trim();
    if line.starts_with('#') && !title.contains(|c: char| "#*_`[]<>&\\~$!:^\n".contains(c)) {
        return vec![slug(title)];
    }
    let html = edited(line, &options(), |_, _| ());
    let part = html::part(&html, Dialect::Markdown(&mut slug)).unwrap_or_default();
    part.markup().anchors.iter().map(|(name, _)| name.to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_has_the_name_that_github_gives_it() {
        for (line, name) in [
            ("# A b-c\n", "a-b-c"),
            ("## 安装 (macOS)\n", "安装-macos"),
            ("## `code` and *more* ##\n", "code-and-more"),
            ("Set\n===\n", "set"),
            ("## snake_case: what?\n", "snake_case-what"),
        ] {
            assert_eq!(names_in(line), [name], "{line}");
        }
        assert_eq!(names_in("<a id=\"x\"></a><h2 id=y>Z</h2>\n"), ["x", "y", "z"]);
    }

    #[test]
    fn a_title_that_was_there_before_has_a_number_in_whatever_part() {
        let names = Names::of([(0, "# A\n"), (0, "# A\n"), (2, "# A\n")].into_iter());
        let mut slugs = Slugs::new(Some(&names), 2);
        assert_eq!([slugs.next("A"), slugs.next("A"), slugs.next("B")], ["a-2", "a-3", "b"]);
        let parts = ["a", "a-1", "a-2", "a-3"].map(|name| names.part_of(name));
        assert_eq!(parts, [Some(0), Some(0), Some(2), None]);
    }
}
