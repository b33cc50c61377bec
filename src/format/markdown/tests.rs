use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;

use proptest::prelude::*;

use super::Markdown;
use crate::budget::{DEFINITIONS_BYTES, FRAMES_DEEP, MARKDOWN_BYTES, MARKDOWN_SIGNS};
use crate::decode::Choice;
use crate::document::{
    Alert, Block, BlockKind, Document, FrameKind, Part, ReadAt, Rules, Source, Style, Survey,
    Target, ViewMode,
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
fn a_tag_that_nobody_closes_hides_nothing() {
    for (text, shown) in [
        ("Set the <title> of it.\n\nMore", vec!["Set the <title> of it.", "More"]),
        ("a <select> and <Script>\n\n# b", vec!["a <select> and <Script>", "b"]),
        ("<title> is a tag\n\nmore", vec!["<title> is a tag", "more"]),
        ("<script>\na\n", vec!["<script> a"]),
        ("a<style>b</style>c <ruby>d<rp>(</rp></ruby>", vec!["ac d"]),
    ] {
        assert_eq!(texts(&part(text)), shown, "{text:?}");
    }
    assert!(part("# The <title> tag").anchor("the-title-tag").is_some());
}

#[test]
fn a_paragraph_of_more_signs_than_the_parser_can_bear_is_its_source() {
    let source = |signs: usize| {
        texts(&part(&format!("{}a", "[".repeat(signs))))[0].contains("this is the source")
    };
    assert!(!source(MARKDOWN_SIGNS) && source(MARKDOWN_SIGNS + 1));
}

#[test]
fn a_list_without_end_is_cut_between_its_items() {
    let list = "- the keeper of the lamp\n  - and his book\n".repeat(10_000);
    let markdown = open(list);
    assert_eq!(markdown.count(), 3);
    let lines = |index| markdown.load(index).unwrap().blocks().len();
    assert_eq!(lines(0) + lines(1) + lines(2), 20_000);
    assert!(markdown.load(1).unwrap().text().starts_with("• the keeper"));
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
fn a_long_table_is_cut_between_its_rows() {
    let row = |number: usize| format!("| {number} | {} |\n", "word ".repeat(20));
    let rows: String = (0..2000).map(row).collect();
    let markdown = open(format!("# a\n\n| n | w |\n|--:|---|\n{rows}\nend\n"));
    assert!(markdown.count() > 2);
    let (mut number, mut line) = (0, 0);
    for index in 0..markdown.count() {
        let part = markdown.load(index).unwrap();
        let is_row = |block: &&Block| matches!(block.kind, BlockKind::TableRow(_));
        let mut rows = part.blocks().iter().filter(is_row);
        assert_eq!(rows.next().map(|names| part.slice(names.range.clone())), Some("n\tw"));
        for block in rows {
            assert!(part.slice(block.range.clone()).starts_with(&format!("{number}\t")));
            assert_eq!(line + u64::from(block.line), 4 + number, "the line of the source");
            number += 1;
        }
        line = markdown.parts.cut.line(index + 1);
    }
    assert_eq!(number, 2000);
}

#[test]
fn what_is_no_table_is_not_cut_as_one() {
    for head in ["| a | b |\n|---|\n", "| a \\| b |\n|---|---|\n", "a b\n---\n", "\n|---|---|\n"] {
        let rows = "| a | b |\n".repeat(10_000);
        assert_eq!(open(format!("{head}{rows}")).count(), 1, "{head}");
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
    assert!(part.text().contains("[1]"));
}

/// Returns a text of two parts that has `first` in the first and `last` in the other, with `notes` at its end.
fn in_parts(first: &str, last: &str, notes: &str) -> Markdown {
    let fill = "word ".repeat(20_000);
    let markdown = open(format!("# A\n\n{first}\n\n# B\n\n{fill}\n\n# A\n\n{last}\n\n{notes}"));
    assert_eq!(markdown.count(), 2);
    markdown
}

#[test]
fn notes_have_their_numbers_over_all_parts_and_stand_at_the_end_once() {
    let notes = "[^b]: the second\ngoes on\n\n    ```\n    code\n    ```\n[^a]: the first\n";
    let markdown = in_parts("x[^a]", "y[^b] z[^a] `[^c]`", notes);
    let [first, last] = [0, 1].map(|part| markdown.load(part).unwrap());
    assert!(first.text().contains("x[1]") && !first.text().contains("the first"));
    let end = last.text().split_once("y[2]").unwrap().1;
    assert_eq!(end, " z[1] [^c]\n[1] the first ↩\n[2] the second goes on\ncode\n↩\n");
}

/// Returns the texts of all parts of `markdown`.
fn whole(markdown: &Markdown) -> String {
    (0..markdown.count()).map(|part| markdown.load(part).unwrap().text().to_owned()).collect()
}

#[test]
fn notes_without_signs_stand_after_those_with_signs() {
    let notes = "[^b]: second\n[^c]: third\n[^a]: first\n";
    assert_eq!(
        texts(&part(&format!("x[^a]\n\n{notes}"))),
        ["x[1]", "[1] first ↩", "[2] second", "[3] third"]
    );
    let markdown = in_parts("x[^a]", "y", notes);
    assert!(whole(&markdown).ends_with("y\n[1] first ↩\n[2] second\n[3] third\n"));
}

#[test]
fn what_is_said_of_a_note_is_shown_wherever_it_stands() {
    for (notes, shown) in [
        ("> [^a]: quoted\n> goes on\n>\n> no more\n", "] quoted goes on"),
        ("1234. item\n\n      [^a]: in an item\n", "\n[^a]: in an item\n"),
        ("- [^a]: in an item\n\n      ```\n      code\n      ```\n", "[^a]: in an item\ncode\n"),
        ("[^a]: one\n\n[^a]: two\n", "] one"),
        ("[^a]: one[^b]\n\n[^b]: two\n", "] two ↩"),
        ("[^a]:\n\n    one\n", "] one"),
        ("[^a`]: one\n\n[^字]: two\n", "[^a`]: one\n[1] two\n"),
        ("- item\n   [^a]: one\n\n        two\n   goes on[^a]\n", "two goes on"),
        ("   [^a]: one\n        # two\ngoes on[^a]\n", "one # two goes on"),
    ] {
        for sign in ["x[^a]", "x"] {
            let text = whole(&in_parts(sign, "y", notes));
            assert_eq!(text.matches(shown).count(), 1, "{notes:?} {text:?}");
        }
    }
}

#[test]
fn a_reference_leads_into_the_part_that_has_its_name() {
    let markdown = in_parts("x[^a]", "y <a name=here></a>", "> Set\n> ---\n\n[^a]: the first\n");
    let names = ["#b", "#a", "#a-1", "#A-1", "#here", "#set", "#fn-a", "#fnref-a", "#", "#none"];
    let parts = names.map(|href| markdown.resolve(1, href).map(|(part, _)| part));
    assert_eq!(parts, [0, 0, 1, 1, 1, 1, 1, 0, 0, 1].map(Some));
    assert_eq!(markdown.resolve(0, "other.md#a"), None);
    let document = Document::new(Arc::new(markdown));
    let led = |href: &str| {
        let (part, bytes) = document.resolve(0, href)?;
        Some(document.part(part).slice(bytes).to_owned())
    };
    assert_eq!(led("#a-1").as_deref(), Some("A"));
    assert_eq!(led("#fn-a").as_deref(), Some("[1] the first ↩"));
    assert!(led("#fnref-a").is_some_and(|text| text.starts_with("[1]")));
    assert_eq!([led("#a-2"), led("#none")], [None, None]);
}

#[test]
fn code_that_is_set_in_has_no_names() {
    let markdown = in_parts("    # C\n>     # C\n\n> # D", "# C\n\n> S\n> ---\n\n# D", "");
    let names = ["#c", "#c-1", "#d", "#d-1", "#s"];
    let parts = names.map(|href| markdown.resolve(0, href).map(|(part, _)| part));
    assert_eq!(parts, [1, 0, 0, 1, 1].map(Some), "what is not there stays where it is");
}

#[test]
fn a_formula_of_several_lines_keeps_them() {
    let lines = |text: &str| {
        let part = open(text).load(0).unwrap();
        let blocks = 0..part.blocks().len();
        blocks.map(|block| part.block_text(block).trim_end().to_owned()).collect::<Vec<_>>()
    };
    let set = "a\n$$\nx &= y \\\\\nz &= *w*\n$$\nb";
    assert_eq!(lines(set), ["a", "$$", "x &= y \\\\", "z &= *w*", "$$", "b"]);
    assert_eq!(lines("a $$x$$ and $y\nz$ b"), ["a $$x$$ and $y z$ b"]);
    assert_eq!(lines("|a|\n|-|\n|$$x$$|"), ["a", "$$x$$"]);
}

#[test]
fn names_of_every_script_are_found_as_they_are_written_or_in_per_cents() {
    let document = Document::new(Arc::new(open("# 安装 (macOS)\n\n- ## In a list\n")));
    for href in ["#安装-macos", "#%E5%AE%89%E8%A3%85-macos", "#in-a-list"] {
        assert!(document.resolve(0, href).is_some(), "{href}");
    }
}

#[test]
fn what_is_open_at_the_end_takes_no_definitions_in() {
    let text = format!("[x]: https://x.example/\n\n{}", "word ".repeat(20_000));
    let markdown = open(format!("{text}\n\n# b\n\n```\nnever closed\n"));
    assert_eq!(markdown.count(), 2);
    assert!(markdown.load(1).unwrap().text().trim_end().ends_with("never closed"));
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
    #![proptest_config(ProptestConfig::with_cases(32))]

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
            done += markdown.parts.cut.source(index).len();
        }
        prop_assert_eq!(done, text.len());
        let _ = survey(&markdown);
    }

    /// No word of a note is lost where a text is cut, whatever holds the note and whether it has a sign.
    #[test]
    fn no_word_of_a_note_is_lost(lines in proptest::collection::vec(("(|> |>> |- |  - |   |    |        |1\\. )", "(|\\[\\^[abc]\\]: |x\\[\\^[abc]\\] |# )", "\n{1,2}"), 1..10)) {
        let line = |(at, (held, begun, end)): (usize, (String, String, String))| format!("{held}{begun}word{at}.{end}");
        let notes: String = lines.clone().into_iter().enumerate().map(line).collect();
        let fill = "word ".repeat(7000);
        let markdown = open(format!("# A\n\nx[^a]\n\n{fill}\n\n# B\n\n{notes}\n\n# C\n\n{fill}\n\n# D\n\nx[^b]"));
        prop_assert!(markdown.count() > 1);
        let text = whole(&markdown);
        for at in 0..lines.len() {
            prop_assert!(text.contains(&format!("word{at}.")), "{:?}", notes);
        }
    }
}
