//! The contents that a book declares: its document of navigation (EPUB 3.3, 7), else its NCX (EPUB 2).

use super::path::{BookTarget, resolve};
use super::xml::{Tag, Xml};
use crate::budget::CONTENTS_ENTRIES;

/// An entry of the contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ContentsEntry {
    /// Its title, its white space single blanks.
    pub(super) title: String,
    /// Its level, from 1.
    pub(super) level: u8,
    /// Where it leads; none where it only names those below it.
    pub(super) target: Option<BookTarget>,
    /// What is there, where the book tells that in a word.
    pub(super) kind: Option<String>,
}

/// The lists of places that a book may declare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListKind {
    /// The contents.
    Contents,
    /// The pages of the book that it was printed as.
    Pages,
    /// The places that most books have.
    Landmarks,
}

/// Returns the entries of the first list of `kind` in the document of navigation `xml` at `path`. A level is a list within a
/// list; an entry is a link, or words that lead nowhere.
pub(super) fn navigation(xml: &[Xml], path: &str, kind: ListKind) -> Vec<ContentsEntry> {
    let mut contents = ContentsReader::new(path);
    let mut within = 0_usize;
    let name = match kind {
        ListKind::Contents => "toc",
        ListKind::Pages => "page-list",
        ListKind::Landmarks => "landmarks",
    };
    for one in listed(xml, name) {
        match one {
            Xml::Open(tag) if tag.name == "ol" => contents.depth += 1,
            Xml::Close(name) if name == "ol" => contents.depth = contents.depth.saturating_sub(1),
            // Within a title they only say how its words look.
            Xml::Open(tag) if contents.depth > 0 && ["a", "span"].contains(&tag.name.as_str()) => {
                if within == 0 {
                    contents.open(tag);
                }
                within += 1;
            }
            Xml::Close(name) if ["a", "span"].contains(&name.as_str()) => {
                within = within.saturating_sub(1);
                if within == 0 {
                    contents.close();
                }
            }
            Xml::Open(tag) if tag.name == "li" => {
                within = 0;
                contents.close();
            }
            // A reading is no part of a title, nor the brackets around it.
            Xml::Open(tag) if ["rt", "rp"].contains(&tag.name.as_str()) => contents.silent += 1,
            Xml::Close(name) if ["rt", "rp"].contains(&name.as_str()) => {
                contents.silent = contents.silent.saturating_sub(1);
            }
            Xml::Open(tag) if tag.name == "img" => contents.say(tag.get("alt").unwrap_or_default()),
            Xml::Text(text) => contents.say(text),
            _ => {}
        }
    }
    contents.finished()
}

/// Returns what stands in the element of `xml` that is the list called `kind`.
fn listed<'a>(xml: &'a [Xml], kind: &str) -> &'a [Xml] {
    let is = |one: &Xml| matches!(one, Xml::Open(tag) if tag.name == "nav" && tag.has("epub:type", kind));
    let Some(start) = xml.iter().position(is) else { return &[] };
    let rest = xml.get(start + 1..).unwrap_or_default();
    let end = rest.iter().position(|one| matches!(one, Xml::Close(name) if name == "nav"));
    rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
}

/// Returns the entries of the list of `kind` in the NCX `xml` at `path`, which has no landmarks. A level is a point within a
/// point.
pub(super) fn ncx(xml: &[Xml], path: &str, kind: ListKind) -> Vec<ContentsEntry> {
    let (map, point) = match kind {
        ListKind::Contents => ("navMap", "navPoint"),
        ListKind::Pages => ("pageList", "pageTarget"),
        ListKind::Landmarks => return Vec::new(),
    };
    let mut contents = ContentsReader::new(path);
    let is_map = |one: &Xml| matches!(one, Xml::Open(tag) if tag.name == map);
    let end = |one: &&Xml| !matches!(one, Xml::Close(name) if name == map);
    for one in xml.iter().skip_while(|one| !is_map(one)).take_while(end) {
        match one {
            Xml::Open(tag) if tag.name == point => {
                contents.depth += 1;
                contents.open(tag);
            }
            Xml::Close(name) if name == point => {
                contents.depth = contents.depth.saturating_sub(1);
            }
            Xml::Open(tag) if tag.name == "content" => {
                contents.lead(tag.get("src"));
                contents.close();
            }
            Xml::Text(text) => contents.say(text),
            _ => {}
        }
    }
    contents.finished()
}

/// Contents while they are read.
struct ContentsReader<'a> {
    /// The path of the file that they stand in.
    path: &'a str,
    entries: Vec<ContentsEntry>,
    /// How many lists or points are open.
    depth: usize,
    /// Whether what is said now is the title of the last entry.
    titling: bool,
    /// How many elements are open whose words are no part of a title.
    silent: usize,
}

impl<'a> ContentsReader<'a> {
    fn new(path: &'a str) -> Self {
        Self { path, entries: Vec::new(), depth: 0, titling: false, silent: 0 }
    }

    /// Begins an entry that leads where `tag` says.
    fn open(&mut self, tag: &Tag) {
        self.titling = self.entries.len() < CONTENTS_ENTRIES;
        if self.titling {
            let level = u8::try_from(self.depth).unwrap_or(u8::MAX);
            let kind = tag.get("epub:type").map(str::to_owned);
            self.entries.push(ContentsEntry { title: String::new(), level, target: None, kind });
            self.lead(tag.get("href"));
        }
    }

    /// Ends the title of the last entry.
    fn close(&mut self) {
        self.titling = false;
    }

    /// Says where the last entry leads.
    fn lead(&mut self, href: Option<&str>) {
        let target = href.and_then(|href| resolve(self.path, href));
        if let Some(entry) = self.entries.last_mut().filter(|_| self.titling) {
            entry.target = entry.target.take().or(target);
        }
    }

    /// Adds `words` to the title of the last entry.
    fn say(&mut self, words: &str) {
        if let Some(entry) = self.entries.last_mut().filter(|_| self.titling && self.silent == 0) {
            entry.title.push_str(words);
        }
    }

    /// Returns the entries that have a title.
    fn finished(mut self) -> Vec<ContentsEntry> {
        for entry in &mut self.entries {
            entry.title = entry.title.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        self.entries.retain(|entry| !entry.title.is_empty());
        self.entries
    }
}

#[cfg(test)]
mod tests {
    use super::super::xml::read;
    use super::*;

    /// Returns the entries, a line each: two blanks for each level, the title, where it leads.
    fn lines(entries: &[ContentsEntry]) -> String {
        let line = |entry: &ContentsEntry| {
            let indent = "  ".repeat(usize::from(entry.level) - 1);
            let target = entry.target.as_ref().map_or(String::new(), |to| {
                format!(
                    " > {}{}",
                    to.path,
                    to.id.as_ref().map_or(String::new(), |id| format!("#{id}"))
                )
            });
            format!("{indent}{}{target}", entry.title)
        };
        entries.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_list_within_a_list_is_a_level_deeper() {
        let nav = "<nav epub:type='landmarks'><ol><li><a href='x'>no</a></li></ol></nav>
            <nav epub:type='toc'><h1>ContentsReader</h1><ol>
            <li><span>上部</span><ol><li><a href='a.xhtml'>第一章\n  渡<b>船</b><ruby>夜<rp>(</rp><rt>yè</rt><rp>)</rp></ruby></a></li></ol></li>
            <li><a href='b.xhtml#s'><img alt='灯' src='l.png'/></a></li><li><a href='c.xhtml'/></li></ol></nav>";
        assert_eq!(
            lines(&navigation(&read(nav.as_bytes()), "OEBPS/nav.xhtml", ListKind::Contents)),
            "上部\n  第一章 渡船夜 > OEBPS/a.xhtml\n灯 > OEBPS/b.xhtml#s"
        );
    }

    #[test]
    fn what_stands_within_a_title_is_of_it() {
        let nav = "<nav epub:type='toc'><ol><li><a href='a'><span>IV</span>: The <span>boat</span></a></li></ol></nav>";
        assert_eq!(
            lines(&navigation(&read(nav.as_bytes()), "n", ListKind::Contents)),
            "IV: The boat > a"
        );
    }

    #[test]
    fn a_point_within_a_point_is_a_level_deeper() {
        let points = "<ncx><docTitle><text>Epub</text></docTitle><navMap>
            <navPoint><navLabel><text>One &amp; two</text></navLabel><content src='a.xhtml'/>
            <navPoint><navLabel><text>Inner</text></navLabel><content src='a.xhtml#i'/></navPoint></navPoint>
            <navPoint><navLabel><text>Three</text></navLabel><content src='http://example.org'/></navPoint>
            </navMap><pageList><pageTarget><navLabel><text>7</text></navLabel></pageTarget></pageList></ncx>";
        assert_eq!(
            lines(&ncx(&read(points.as_bytes()), "toc.ncx", ListKind::Contents)),
            "One & two > a.xhtml\n  Inner > a.xhtml#i\nThree"
        );
    }

    #[test]
    fn pages_and_landmarks_are_lists_of_their_own() {
        let nav = "<nav epub:type='page-list' hidden=''><ol><li><a href='a#p1'>1</a></li><li><a href='a#p2'>2</a></li></ol></nav>
            <nav epub:type='landmarks'><ol><li><a epub:type='toc' href='n'>目录</a></li></ol></nav>";
        let of = |kind| navigation(&read(nav.as_bytes()), "n", kind);
        assert_eq!(lines(&of(ListKind::Pages)), "1 > a#p1\n2 > a#p2");
        let landmarks = of(ListKind::Landmarks);
        assert_eq!(lines(&landmarks), "目录 > n");
        assert_eq!(landmarks[0].kind.as_deref(), Some("toc"));
        assert_eq!(of(ListKind::Contents), []);
        let points =
            "<ncx><pageList><pageTarget type='normal' value='7'><navLabel><text>7</text></navLabel>
            <content src='a.xhtml#p7'/></pageTarget></pageList></ncx>";
        let of = |kind| ncx(&read(points.as_bytes()), "toc.ncx", kind);
        assert_eq!(lines(&of(ListKind::Pages)), "7 > a.xhtml#p7");
        assert_eq!((of(ListKind::Contents), of(ListKind::Landmarks)), (vec![], vec![]));
    }

    #[test]
    fn tags_that_nobody_closes_end_no_contents() {
        let nav = "<nav epub:type='toc'><ol><li><a href='a'>A<li><a href='b'>B</a></ol>";
        assert_eq!(
            lines(&navigation(&read(nav.as_bytes()), "n", ListKind::Contents)),
            "A > a\nB > b"
        );
    }

    #[test]
    fn entries_end_at_the_bound() {
        let of = |count: usize| {
            let items = "<li><a href='a'>A</a></li>".repeat(count);
            navigation(
                &read(format!("<nav epub:type='toc'><ol>{items}</ol></nav>").as_bytes()),
                "n",
                ListKind::Contents,
            )
            .len()
        };
        assert_eq!(of(CONTENTS_ENTRIES), CONTENTS_ENTRIES);
        assert_eq!(of(CONTENTS_ENTRIES + 1), CONTENTS_ENTRIES);
    }

    #[test]
    fn contents_nested_too_deep_for_a_level_stay_at_the_deepest() {
        let nav = format!("<nav epub:type='toc'>{}<a href='a'>A</a>", "<ol><li>".repeat(5000));
        assert_eq!(
            navigation(&read(nav.as_bytes()), "n", ListKind::Contents)
                .first()
                .map(|entry| entry.level),
            Some(u8::MAX)
        );
    }
}
