//! Sections by what a person calls them: a number in the contents, or words of a title.

use crate::document::Outline;
use crate::search::{Case, Folding, Matcher, Numbers, Query};

/// Returns the number of the section that `wanted` names: by its number in the contents, from 1; else by its
/// title, whole or in part, in which capitals, widths and forms of characters make no difference.
pub fn named(outline: &Outline, wanted: &str) -> Option<usize> {
    let wanted = wanted.trim();
    let sections = outline.sections();
    let by_number = wanted.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let whole = |title: &str| title.trim().to_lowercase() == wanted.to_lowercase();
    by_number
        .filter(|number| *number < sections.len())
        .or_else(|| sections.iter().position(|section| section.title.trim() == wanted))
        .or_else(|| sections.iter().position(|section| whole(section.title)))
        .or_else(|| {
            let matcher = matcher(wanted, false)?;
            sections.iter().position(|section| matcher.is_match(section.title))
        })
}

/// Returns what finds the titles that hold `typed`; with `pinyin`, its letters may also be those of characters.
/// None where nothing visible was typed.
pub(super) fn matcher(typed: &str, pinyin: bool) -> Option<Matcher> {
    let folding =
        Folding { case: Case::Fold, numbers: Numbers::Alike, pinyin, ..Folding::default() };
    Matcher::new(&Query { folding, ..Query::words(typed) }).ok()
}

/// Returns the titles of section `number` and those that it lies in, the outermost first.
pub fn titles(outline: &Outline, number: usize) -> Vec<String> {
    let mut titles: Vec<String> = outline
        .path(number)
        .filter_map(|number| outline.title(number).map(str::to_owned))
        .collect();
    titles.reverse();
    titles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Anchor, Section};

    fn outline(titles: &[(&str, u8)]) -> Outline {
        let section = |(line, (title, level)): (u32, &(&str, u8))| Section {
            title: (*title).to_owned(),
            level: *level,
            anchor: Anchor { part: 0, line },
            line: None,
            offset: 0,
        };
        Outline::new((0..).zip(titles).map(section).collect())
    }

    #[test]
    fn a_section_is_named_by_its_number_or_its_title() {
        let outline = outline(&[("卷一", 1), ("第二章 夜雨", 2), ("The END", 1), ("the end", 1)]);
        let found = |wanted| named(&outline, wanted);
        assert_eq!(
            [found("1"), found("4"), found("0"), found("5")],
            [Some(0), Some(3), None, None]
        );
        assert_eq!(found("夜雨"), Some(1));
        assert_eq!(found("the end"), Some(3), "the same words come before the same letters");
        assert_eq!(found("THE END"), Some(2));
        assert_eq!(found("ＥＮＤ"), Some(2));
        assert_eq!((found("无此章"), found("  ")), (None, None));
    }

    #[test]
    fn a_path_goes_from_the_outermost_title_in() {
        let outline = outline(&[("卷一", 1), ("第二章 ", 2)]);
        assert_eq!(titles(&outline, 1), ["卷一", "第二章"]);
    }

    #[test]
    fn a_number_finds_a_title_however_it_is_written() {
        let finds = |typed, title| matcher(typed, true).is_some_and(|one| one.is_match(title));
        for (typed, title) in [("第十", "第10章 夜雨"), ("第10", "第十章 夜雨"), ("12", "第十二回")]
        {
            assert!(finds(typed, title), "{typed} {title}");
        }
    }
}
