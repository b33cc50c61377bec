use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;

use proptest::prelude::*;

use super::Markdown;
use crate::budget::{DEFINITIONS_BYTES, FRAMES_DEEP, MARKDOWN_BYTES};
use crate::decode::Choice;
use crate::document::{
    Alert, BlockKind, Document, FrameKind, Part, ReadAt, Rules, Source, Style, Survey, Target,
    ViewMode,
};

fn open(text: impl Into<String>) -> Markdown {
    Markdown::open(Arc::new(text.into()), Choice::default()).unwrap()
}

fn part(text: &str) -> Part {
    open(text).load(0).unwrap()
}

fn texts(part: &Part) -> Vec<&str> {
    (0..part.blocks().len()).map(|block| part.block_text(block)).collect()
}

fn survey(markdown: &Markdown) -> Survey {
    markdown.survey(&Rules::default(), &mut |_| ControlFlow::Continue(()))
}

/// Returns the title, the level and the line of each section.
fn sections(text: &str) -> Vec<(String, u8, Option<u64>)> {
    let outline = survey(&open(text)).outline;
    let sections = outline.sections();
    sections.iter().map(|it| (it.title.to_owned(), it.level, it.line)).collect()
}

#[test]
fn headings_are_sections_with_their_lines() {
    let text = "# One\n\ntext\n\nTwo *x*\n---\n\n```\n# none\n```\n\n> ### Three\n";
    let expected = [("One", 1, 1), ("Two x", 2, 5), ("Three", 3, 12)];
    let expected = expected.map(|(title, level, line)| (title.to_owned(), level, Some(line)));
    assert_eq!(sections(text), expected);
}

#[test]
fn a_heading_is_one_by_its_own_kind() {
    let document = Document::new(Arc::new(open("# One\n\ntwo\n")));
    let kinds: Vec<_> = document.part(0).blocks().iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Heading(1), BlockKind::Paragraph]);
}

#[test]
fn chinese_is_emphasised_beside_its_marks() {
    let part = part("这是**重点。**后面");
    assert_eq!(texts(&part), ["这是重点。后面"]);
    assert_eq!(part.slice(part.markup().marks[0].range.clone()), "重点。");
    assert_eq!(part.markup().marks[0].style, Style::STRONG);
}

#[test]
fn tables_tasks_and_deletions_are_read() {
    let part = part("| a | b |\n|---|--:|\n| ~~c~~ | d |\n\n- [x] e\n- [ ] f\n");
    assert_eq!(texts(&part), ["a\tb", "c\td", "☑ e", "☐ f"]);
}

#[test]
fn an_alert_is_a_frame_with_its_name() {
    let part = part("> [!WARNING]\n> text\n");
    assert_eq!(texts(&part), ["Warning", "text"]);
    let frame = part.frames_of(&part.blocks()[1]).next().unwrap();
    assert_eq!(frame.kind, FrameKind::Alert(Alert::Warning));
}

#[test]
fn a_note_has_its_sign_and_its_place() {
    let part = part("a[^x] b\n\n[^x]: the note\n");
    assert_eq!(texts(&part)[0], "a[1] b");
    assert!(texts(&part)[1].starts_with("[1] the note"));
    assert_eq!(part.markup().links[0], Target::Place("#fn-x".into()));
    assert!(part.anchor("fn-x").is_some_and(|range| part.slice(range).contains("the note")));
}

#[test]
fn tags_are_read_as_what_they_mean() {
    let part = part("<details><summary>more</summary>\n\n**b**<br>c<!-- d -->\n\n</details>\n");
    assert_eq!(texts(&part), ["more", "b", "c"]);
}

#[test]
fn a_formula_is_its_source_and_a_price_is_no_formula() {
    assert_eq!(texts(&part("$x^2$ 价格是 $5 和 $10")), ["$x^2$ 价格是 $5 和 $10"]);
}

#[test]
fn a_line_in_a_fence_a_comment_or_a_script_begins_no_part() {
    for (open_tag, end) in [("```", "```"), ("<!--", "-->"), ("<pre>", "</pre>")] {
        let text = format!("{open_tag}\n{}# a\n{end}\n\n# b\n", "x\n".repeat(40_000));
        assert_eq!(open(text).count(), 2, "{open_tag}");
    }
}

#[test]
fn links_and_notes_are_known_in_every_part() {
    let fill = "word ".repeat(20_000);
    let text = format!("# a\n\n[x] [^n]\n\n{fill}\n\n# b\n\n[x]: https://x.example/\n[^n]: note\n");
    let markdown = open(text);
    assert_eq!(markdown.count(), 2);
    let part = markdown.load(0).unwrap();
    assert!(part.markup().links.contains(&Target::Address("https://x.example/".into())));
    assert!(part.text().contains("[1] note"));
}

#[test]
fn definitions_are_gathered_up_to_their_bound() {
    let fill = format!("# b\n\n{}\n\n", "word ".repeat(20_000)).repeat(2);
    let links = |bytes: usize| {
        let line = "[x]: https://x.example/\n";
        let pad = format!("[y]: /{}\n", "y".repeat(bytes - line.len() - 8));
        let markdown = open(format!("[x]\n\n{fill}{pad}\n{line}"));
        markdown.load(0).unwrap().markup().links.len()
    };
    assert_eq!([links(DEFINITIONS_BYTES), links(DEFINITIONS_BYTES + 1)], [1, 0]);
}

#[test]
fn quotations_nest_up_to_the_bound_of_frames() {
    for deep in [FRAMES_DEEP, FRAMES_DEEP + 1, 50_000] {
        let part = part(&format!("{} a\n", ">".repeat(deep)));
        assert_eq!(part.frames_of(&part.blocks()[0]).count(), FRAMES_DEEP.min(deep), "{deep}");
        assert!(texts(&part)[0].ends_with(" a") || texts(&part) == ["a"]);
    }
}

#[test]
fn what_is_too_deep_is_shown_as_its_source() {
    let text = "*a **b ".repeat(2_000) + &"** *".repeat(2_000);
    let part = part(&text);
    assert!(part.text().contains("*a **b *a **b"));
}

#[test]
fn a_file_past_the_bound_is_not_read_as_markdown() {
    struct Sized(u64);
    impl ReadAt for Sized {
        fn size(&self) -> u64 {
            self.0
        }
        fn read_at(&self, _: u64, _: &mut [u8]) -> io::Result<usize> {
            Ok(0)
        }
    }
    let opens = |size| Markdown::open(Arc::new(Sized(size)), Choice::default()).is_some();
    assert_eq!([opens(MARKDOWN_BYTES), opens(MARKDOWN_BYTES + 1)], [true, false]);
}

#[test]
fn the_source_can_be_seen() {
    let source = open("# a *b*\n").viewed(ViewMode::Source).unwrap();
    assert_eq!(source.load(0).unwrap().text().trim_end(), "# a *b*");
}

/// Blocks before the first element that tells its line are counted; those after it go on from there.
#[test]
fn lines_only_grow_where_the_first_are_not_told() {
    let part = open("<pre></pre>0<ul>><p>0\n-").load(0).unwrap();
    assert!(part.blocks().is_sorted_by_key(|block| block.line), "{:?}", part.blocks());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Any text gives a document: its blocks follow one another and hold all of its text but the line feeds.
    #[test]
    fn any_text_gives_a_document(text in "([#>*_`~\\[\\]()|<>a-z&;!: \t\n0-9.-]|字|</?(b|p|li|table|tr|td|ul|pre|a|ruby|rt)>){0,200}") {
        let markdown = open(text.clone());
        let mut done = 0;
        for index in 0..markdown.count() {
            let part = markdown.load(index).unwrap();
            let mut end = 0;
            for block in part.blocks() {
                prop_assert_eq!(block.range.start, end);
                end = block.range.end + 1;
                prop_assert!(!part.slice(block.range.clone()).contains('\n'));
            }
            prop_assert_eq!(end, part.text().len());
            prop_assert!(part.blocks().is_sorted_by_key(|block| block.line));
            done += markdown.parts.source(index).len();
        }
        prop_assert_eq!(done, text.len());
        let _ = survey(&markdown);
    }
}
