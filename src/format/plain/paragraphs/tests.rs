use super::builder::cut;
use super::{build, learn};
use crate::budget::BLOCK_BYTES;
use crate::document::{BlockKind, FrameKind, ParagraphStyle, Part};
use crate::text::Lang;

/// Original prose, wrapped by hand at 64 columns.
const WRAPPED: &str = "\
The lamp in the window had burned since the autumn, and nobody
in the village could say who filled it. On some evenings a boat
came in without a light and lay at the end of the pier until the
morning; on others there was only the wind.

The keeper's daughter counted the boats in a small green book.
She wrote the hour and the weather, and when a boat carried no
name she drew it instead, with all its ropes.
";

fn part(text: &str) -> Part {
    build(text, &learn(text).0)
}

fn texts(part: &Part) -> Vec<&str> {
    let blocks = 0..part.blocks().len();
    blocks.map(|block| part.block_text(block)).filter(|text| !text.trim().is_empty()).collect()
}

fn kinds(part: &Part) -> Vec<BlockKind> {
    part.blocks().iter().map(|block| block.kind).collect()
}

#[test]
fn each_line_is_a_paragraph_where_nothing_was_wrapped() {
    assert_eq!(texts(&part("第一段。\n第二段，长一些。\n")), ["第一段。", "第二段，长一些。"]);
}

#[test]
fn lines_wrapped_by_hand_join_with_a_space() {
    let part = part(WRAPPED);
    let texts = texts(&part);
    assert_eq!(texts.len(), 2);
    assert!(
        texts[0]
            .starts_with("The lamp in the window had burned since the autumn, and nobody in the")
    );
    assert!(texts[1].ends_with("with all its ropes."));
}

/// Original prose in Chinese, wrapped by hand at 32 characters.
const WIDE: [&str; 4] = [
    "河水慢慢地流过旧桥下面的石头，岸边的人家都还没有点起灯来，只有",
    "一条小船靠在柳树旁边，船上的人睡着了，帽子盖在脸上，缆绳松松地",
    "搭着，一头落进水里。风从上游吹过来，带着一点柴火的味道，远处有",
    "狗叫。",
];

#[test]
fn wide_lines_wrapped_by_hand_join_without_a_space() {
    assert_eq!(texts(&part(&WIDE.join("\n"))), [WIDE.concat()]);
}

#[test]
fn paragraphs_of_one_length_were_not_wrapped() {
    let text = "天色将明的时候，他推开了门，外面没有人，只有风。\n".repeat(9);
    assert_eq!(part(&text).blocks().len(), 9);
}

#[test]
fn a_heading_after_a_full_line_does_not_join_it() {
    let full = "搭着，一头落进水里。风从上游吹过来，带着一点柴火的味道和歌声。";
    let text = [&WIDE[..2], &[full, "第二章　夜雨"], &WIDE].concat().join("\n");
    assert!(texts(&part(&text)).contains(&"第二章　夜雨"));
}

#[test]
fn an_indent_begins_a_paragraph_in_a_wrapped_text() {
    let text = WRAPPED.replace("\n\n", "\n  ");
    assert_eq!(texts(&part(&text)).len(), 2);
}

#[test]
fn short_lines_in_a_wrapped_text_are_verse() {
    let text = format!(
        "{WRAPPED}\nBlue was the boat,\ngreen was the book,\nnobody wrote\nwhat the wind took.\n"
    );
    let part = part(&text);
    let verse = kinds(&part).iter().filter(|kind| **kind == BlockKind::Verse).count();
    assert_eq!(verse, 4);
}

#[test]
fn a_list_in_a_wrapped_text_keeps_its_items() {
    let text = format!(
        "{WRAPPED}\n- a lamp\n- a book that is green and was bought in the town by the keeper\n  himself\n"
    );
    let part = part(&text);
    let items = part.blocks().iter().filter(|block| block.frame.is_some()).count();
    assert_eq!(items, 2);
    assert!(part.text().contains("by the keeper himself"));
}

#[test]
fn code_is_never_joined() {
    let code = "let mut counter = std::collections::HashMap::<String, usize>::new();\n".repeat(9);
    assert_eq!(part(&code).blocks().len(), 9);
}

#[test]
fn indents_are_measured_and_left_out() {
    let part = part("　　段落。\n    four\n");
    let indents: Vec<u16> = part.blocks().iter().map(|block| block.indent).collect();
    assert_eq!((indents, texts(&part)), (vec![4, 4], vec!["段落。", "four"]));
}

#[test]
fn blank_lines_are_one_block_that_counts_them() {
    let part = part("一。\n\n \n\n二。\n");
    assert_eq!(kinds(&part), [BlockKind::Paragraph, BlockKind::Blank(3), BlockKind::Paragraph]);
    let lines: Vec<u32> = part.blocks().iter().map(|block| block.line).collect();
    assert_eq!(lines, [0, 1, 4]);
}

#[test]
fn quote_marks_become_a_depth() {
    let part = part("> 引用的话\n");
    let frames: Vec<_> = part.frames_of(&part.blocks()[0]).map(|frame| &frame.kind).collect();
    assert_eq!((frames, texts(&part)), (vec![&FrameKind::Quote], vec!["引用的话"]));
}

#[test]
fn a_long_paragraph_is_cut_and_its_rest_marked() {
    let text = "一句话。".repeat(30_000);
    let part = part(&text);
    let continued: Vec<bool> = part.blocks().iter().map(|block| block.continued).collect();
    assert!(part.blocks().iter().all(|block| block.range.len() <= BLOCK_BYTES));
    assert!(!continued[0] && continued[1..].iter().all(|continued| *continued));
    assert_eq!(texts(&part).concat(), text);
}

#[test]
fn a_cut_keeps_clusters_whole() {
    let text = "e\u{301}".repeat(100);
    assert_eq!(cut(&text, 50) % 3, 0);
}

#[test]
fn a_flood_of_marks_is_cut_all_the_same() {
    let text = format!("a{}", "\u{301}".repeat(BLOCK_BYTES * 2));
    assert!(part(&text).blocks().iter().all(|block| block.range.len() <= BLOCK_BYTES));
}

#[test]
fn the_style_of_paragraphs_is_learnt() {
    let style = |text: &str| learn(text).1.paragraphs;
    assert_eq!(style("　　一。\n　　二。\n　　三。\n"), ParagraphStyle::Indented);
    assert_eq!(style("一。\n\n二。\n\n三。\n"), ParagraphStyle::Spaced);
    assert_eq!(style("一。\n二。\n三。\n"), ParagraphStyle::Plain);
    assert_eq!(style(&"天色将明的时候，他推开了门，外面没有人。".repeat(3)), ParagraphStyle::Solid);
    assert_eq!(style(WRAPPED), ParagraphStyle::Spaced);
}

#[test]
fn the_language_is_told() {
    assert_eq!(learn("天色将明的时候，他推开了门。").1.lang, Some(Lang::ZhHans));
}

#[test]
fn a_paragraph_is_one_block_up_to_its_bound() {
    let blocks = |bytes| part(&"x".repeat(bytes)).blocks().len();
    assert_eq!((blocks(BLOCK_BYTES), blocks(BLOCK_BYTES + 1)), (1, 2));
}
