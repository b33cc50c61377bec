use std::sync::Arc;

use super::*;
use crate::document::{ReadAt, ViewMode};
use crate::format::{Format, OpenOptions, open};

fn document(text: &str, format: &str) -> Document {
    let bytes: Arc<dyn ReadAt> = Arc::new(text.to_owned());
    let options = OpenOptions { format: Format::named(format), ..Default::default() };
    Document::new(open(bytes, &options).unwrap()).viewed(ViewMode::Page)
}

/// Returns `text`, which is in `format`, as Markdown.
fn written(text: &str, format: &str) -> String {
    let mut out = Vec::new();
    write(&document(text, format), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Checks that `text` says as Markdown what it says after it was written; returns what was written.
fn there_and_back(text: &str) -> String {
    let written = written(text, "markdown");
    let (one, other) = (document(text, "markdown"), document(&written, "markdown"));
    let (one, other) = (one.part(0), other.part(0));
    assert_eq!(one.text(), other.text(), "{written}");
    let bare = |part: &Part| -> Vec<(Range<usize>, BlockKind, Vec<String>)> {
        let kinds = |block: &Block| {
            part.frames_of(block).map(|frame| format!("{:?}", frame.kind)).collect()
        };
        part.blocks().iter().map(|block| (block.range.clone(), block.kind, kinds(block))).collect()
    };
    assert_eq!(bare(&one), bare(&other), "{written}");
    assert_eq!(one.markup().marks, other.markup().marks, "{written}");
    assert_eq!(one.markup().links, other.markup().links, "{written}");
    assert_eq!(one.markup().cells, other.markup().cells, "{written}");
    written
}

#[test]
fn what_markdown_says_is_said_again() {
    for text in [
        "# A *title*\n\nfirst\n\n## Second\n",
        "**bold** *it* ***both*** `code` ~~no~~ `` a`b `` x<sub>灯</sub> y<sup>塔</sup>\n",
        "[link](https://example.org) [**b** c](#a) <https://example.org/x> ![a lamp](lamp.png)\n",
        "[to](<a b.md>) [pair](a_(b).md)\n",
        "line one\\\nline two\n",
        "> quote\n>\n> > deeper\n>\n> - item\n>   - inner\n",
        "1. one\n\n   more\n\n2. two\n\n- [ ] task\n- [x] done\n",
        "- a\n- b\n\n<!-- -->\n\n- other\n",
        "9. nine\n10. ten\n",
        "| a | b |\n|---|--:|\n| 1 | 2 \\| x |\n| *e* | |\n",
        "```rust\nfn a() {}\n\n    b\n```\n\n    indented\n\n````\n```\n````\n",
        "Term\n: What it means.\n",
        "> [!NOTE]\n> Good to know.\n\n> [!WARNING]\n> Hot.\n",
        "* * *\n\nAfter.\n",
        "A word[^1] and another[^2].\n\n[^1]: The first.\n\n    Its second paragraph.\n\n[^2]: Next.\n",
        "<ruby>漢<rt>かん</rt></ruby>字は $a_1+b$ です。\n",
        "他说：**“灯塔”**，然后*走*了。\n",
    ] {
        there_and_back(text);
    }
}

#[test]
fn what_is_no_mark_does_not_become_one() {
    for text in [
        "1\\. no list\n\n\\# none\n\n\\- none\n\n\\+ none\n\n\\> none\n\n2\\) none\n",
        "a \\*b\\* \\_c\\_ snake_case \\`d\\` \\[e\\](f) \\<br> \\&amp; AT&T \\$1 and \\$2 \\~~g\\~~\n",
        "\\| a | b |\n\n\\: c\n\n\\=== d\n",
        "back\\\\slash\n",
    ] {
        there_and_back(text);
    }
}

#[test]
fn raised_and_lowered_signs_of_unicode_stay_so() {
    assert_eq!(written("x<sub>2</sub> y<sup>n</sup>\n", "markdown"), "x₂ yⁿ\n");
}

#[test]
fn plain_text_keeps_its_words() {
    let text = "第一章 风起\n\n天*亮*了。\n\n    let a = 1;\n\n    let b = 2;\n\n第二章 夜雨\n\n雨_下_了。\n";
    let markdown = written(text, "plain");
    assert!(markdown.contains("天\\*亮\\*了。"), "{markdown}");
    assert!(markdown.contains("let a = 1;"), "{markdown}");
}

#[test]
fn a_page_becomes_markdown() {
    let page = "<h1>灯</h1><p>an <b>old</b> <a href=\"https://example.org\">lamp</a></p>\
        <ol><li>one<li>two</ol><table><tr><td>a<td>b</table>";
    let expected = "# 灯\n\nan **old** [lamp](https://example.org)\n\n1. one\n2. two\n\n\
        | | |\n| --- | --- |\n| a | b |\n";
    assert_eq!(written(page, "html"), expected);
}
