//! What a reader said of documents, for other programs: as Markdown to be read, and as lines of JSON, which are taken in
//! again.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::{Entry, Item, Moment, Notebook};

/// An entry and the document that it is about, as a line of JSON.
#[derive(Debug, Serialize, Deserialize)]
struct ExportLine {
    /// The path of the document.
    document: String,
    #[serde(flatten)]
    entry: Entry,
}

impl Notebook {
    /// Returns the bookmarks, highlights and notes as Markdown, in the order of their places; nothing where there are
    /// none.
    pub fn markdown(&self) -> String {
        let mut entries: Vec<(&Entry, ExportedNote<'_>)> = self
            .entries()
            .iter()
            .filter(|entry| !self.is_noted(&entry.item))
            .filter_map(|entry| Some((entry, ExportedNote::of(&entry.item)?)))
            .collect();
        entries
            .sort_by_key(|(entry, _)| entry.item.place().map(|place| (place.anchor, place.into)));
        let mut text = String::new();
        let mut section = "";
        for (entry, told) in entries {
            if text.is_empty() {
                let _ = writeln!(text, "# {}\n", self.document());
            }
            if told.section != section {
                section = told.section;
                let _ = writeln!(text, "## {section}\n");
            }
            for line in told.words.lines() {
                let _ = writeln!(text, "> {line}");
            }
            let percent = entry.item.place().map_or(0, |place| {
                (place.offset as f64 / place.size.max(1) as f64 * 100.0).round() as u64
            });
            let note = told.text.map(|text| format!("\n{text}\n")).unwrap_or_default();
            let _ = writeln!(text, "{note}\n*{percent} %, {}*\n", date(entry.made));
        }
        text
    }

    /// Returns whether `item` is a highlight of words on which there is a note: that tells the words.
    fn is_noted(&self, item: &Item) -> bool {
        let Item::Highlight { place, words, .. } = item else { return false };
        self.entries().iter().any(|entry| {
            let Item::Note { place: noted, words: on, .. } = &entry.item else { return false };
            (place.anchor, place.into, words) == (noted.anchor, noted.into, on)
        })
    }

    /// Returns what was said as lines of JSON, an entry each.
    pub fn json_lines(&self) -> String {
        let line = |entry: &Entry| {
            let line = ExportLine { document: self.document().to_owned(), entry: entry.clone() };
            serde_json::to_string(&line).ok().map(|line| line + "\n")
        };
        self.entries().iter().filter_map(line).collect()
    }
}

/// What is told of an entry.
struct ExportedNote<'a> {
    section: &'a str,
    words: &'a str,
    text: Option<&'a str>,
}

impl<'a> ExportedNote<'a> {
    /// Returns what is told of `item`; nothing of what is about the sections, and of marks.
    fn of(item: &'a Item) -> Option<Self> {
        match item {
            Item::Bookmark { name, place, section } => Some(Self {
                section,
                words: &place.quote.words,
                text: Some(name.as_str()).filter(|name| !name.is_empty()),
            }),
            Item::Highlight { words, section, .. } => Some(Self { section, words, text: None }),
            Item::Note { words, text, section, .. } => {
                Some(Self { section, words, text: Some(text) })
            }
            Item::Mark { .. } | Item::Heading { .. } | Item::Rule { .. } => None,
        }
    }
}

/// Returns the notebooks that the lines of `text` make, one for each document, and the number of the first line that is
/// none, from 1.
pub fn read_json_lines(text: &str) -> Result<Vec<Notebook>, usize> {
    let mut said: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    for (number, line) in (1_usize..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty())
    {
        let ExportLine { document, entry } = serde_json::from_str(line).map_err(|_| number)?;
        said.entry(document).or_default().push(entry);
    }
    Ok(said.into_iter().map(|(document, entries)| Notebook::holding(&document, entries)).collect())
}

/// Returns the day of `moment`, UTC, as ISO 8601 writes it.
fn date(moment: Moment) -> String {
    // The years begin in March, so that the day that is sometimes there is the last of one; 400 of them have 146,097 days.
    let days = moment / 86_400_000 + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = era * 400 + year + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Anchor, Locator, Quote};
    use crate::shelf::Id;

    fn place(line: u32, words: &str) -> Locator {
        let quote = Quote { words: words.to_owned(), ..Quote::default() };
        let anchor = Anchor { part: 0, line };
        Locator { anchor, offset: u64::from(line), size: 200, quote, ..Locator::default() }
    }

    fn notebook() -> Notebook {
        let mut notebook = Notebook::of("/a/书.txt");
        let section = "第一章 渡船".to_owned();
        let note = Item::Note {
            place: place(50, "夜雨"),
            words: "夜雨\n下了三天".to_owned(),
            text: "一\n二".to_owned(),
            section: section.clone(),
        };
        notebook.put(Id::new(1), note, 1_795_000_000_000);
        let bookmark =
            Item::Bookmark { place: place(3, "船家说"), name: String::new(), section };
        notebook.put(Id::new(2), bookmark, 1_795_000_000_001);
        notebook.put(
            Id::new(3),
            Item::Mark { letter: 'a', place: place(1, "渡") },
            2_000_000_000_000,
        );
        notebook
    }

    #[test]
    fn notes_are_told_as_markdown_in_the_order_of_their_places() {
        let expected = "# /a/书.txt\n\n## 第一章 渡船\n\n> 船家说\n\n*2 %, 2026-11-18*\n\n> 夜雨\n> 下了三天\n\n一\n二\n\n*25 %, 2026-11-18*\n\n";
        assert_eq!(notebook().markdown(), expected);
        assert_eq!(Notebook::of("/a").markdown(), "");
    }

    #[test]
    fn words_that_are_highlighted_and_have_a_note_are_told_once() {
        let mut notebook = notebook();
        let told = notebook.markdown();
        let highlight = |line, words: &str| Item::Highlight {
            place: place(line, words),
            words: words.to_owned(),
            colour: 2,
            section: "第一章 渡船".to_owned(),
        };
        notebook.put(Id::new(4), highlight(50, "夜雨\n下了三天"), 1_795_000_000_002);
        assert_eq!(notebook.markdown(), told);
        notebook.put(Id::new(5), highlight(50, "夜雨"), 1_795_000_000_003);
        assert_ne!(notebook.markdown(), told);
    }

    #[test]
    fn lines_of_json_are_taken_in_again_without_doubles() {
        let lines = notebook().json_lines();
        assert_eq!(lines.lines().count(), 3);
        let [again] = &read_json_lines(&lines).unwrap()[..] else { panic!("one document") };
        assert_eq!(again, &notebook());
        let mut both = notebook();
        both.merge(again.clone());
        assert_eq!(both, notebook());
        let two = lines.replacen("/a/书.txt", "/b.txt", 1) + "\n";
        assert_eq!(read_json_lines(&two).unwrap().len(), 2);
        assert_eq!(read_json_lines(&(lines + "{\"document\":1}\n")), Err(4));
    }

    #[test]
    fn days_are_those_of_the_calendar() {
        let day = |days: u64| date(days * 86_400_000 + 5);
        assert_eq!([day(0), day(58), day(59)], ["1970-01-01", "1970-02-28", "1970-03-01"]);
        assert_eq!([day(11_016), day(11_017)], ["2000-02-29", "2000-03-01"]);
        assert_eq!([day(20_787), day(47_540)], ["2026-11-30", "2100-02-28"]);
        assert_eq!(day(47_541), "2100-03-01");
    }
}
