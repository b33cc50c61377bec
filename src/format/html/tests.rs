use super::{Dialect, part};
use crate::budget::{BLOCK_BYTES, FRAMES_DEEP, HTML_DEEP, READING_BYTES, TABLE_COLUMNS};
use crate::document::{Alignment, Block, BlockKind, FrameKind, Mark, Part, Style, Target};

fn read(html: &str) -> Part {
    part(html, Dialect::Html).unwrap()
}

/// Returns the sign of what holds a block.
fn sign(kind: &FrameKind) -> &'static str {
    match kind {
        FrameKind::Quote => "quote",
        FrameKind::Alert(_) => "alert",
        FrameKind::List { tight: true, .. } => "tight",
        FrameKind::List { .. } => "loose",
        FrameKind::Item { .. } => "item",
        FrameKind::Note { .. } => "note",
        FrameKind::Definitions => "dl",
        FrameKind::Term => "dt",
        FrameKind::Definition => "dd",
        FrameKind::Code { .. } => "code",
        FrameKind::Figure => "figure",
        FrameKind::Caption => "caption",
        FrameKind::Aside => "aside",
        FrameKind::Edge(_) => "edge",
        FrameKind::AtEnd(_) => "end",
    }
}

/// Returns the blocks of `part`: what holds each, the outermost first, and its text.
fn blocks(part: &Part) -> Vec<String> {
    let shown = |(at, block): (usize, &Block)| {
        let mut frames: Vec<&str> = part.frames_of(block).map(|it| sign(&it.kind)).collect();
        frames.reverse();
        let kind = match block.kind {
            BlockKind::Heading(level) => format!("h{level} "),
            BlockKind::Image => "image ".to_owned(),
            _ => String::new(),
        };
        let goes_on = if block.continued { "… " } else { "" };
        let held =
            if frames.is_empty() { String::new() } else { format!("{}: ", frames.join(" ")) };
        format!("{held}{kind}{goes_on}{}", part.block_text(at))
    };
    part.blocks().iter().enumerate().map(shown).collect()
}

#[track_caller]
fn shows(html: &str, expected: &[&str]) {
    assert_eq!(blocks(&read(html)), expected);
}

/// Returns the marked texts that `wanted` says of.
fn marked(part: &Part, wanted: impl Fn(&Mark) -> bool) -> Vec<&str> {
    let marks = part.markup().marks.iter().filter(|mark| wanted(mark));
    marks.map(|mark| part.slice(mark.range.clone())).collect()
}

#[test]
fn paragraphs_and_headings_are_blocks_and_white_space_is_one_space() {
    shows("<h2> A \n b</h2><p>one\n  two<p>three", &["h2 A b", "one two", "three"]);
}

#[test]
fn no_space_stands_for_a_line_end_between_east_asian_characters() {
    shows("<p>天色\n将明，\n“他”\nsaid\n他", &["天色将明，“他” said 他"]);
    shows("<p>한국\n어", &["한국 어"]);
}

#[test]
fn a_line_break_goes_on_with_the_paragraph_and_two_end_it() {
    shows("<p>一<br>二<br><br>三</p>", &["一", "… 二", "三"]);
}

#[test]
fn a_list_in_a_quotation_in_a_list_is_told_exactly() {
    shows(
        "<ul><li>a<blockquote><ol start=9><li>b<li><p>c<p>d</ol></blockquote></ul>",
        &[
            "tight item: • a",
            "tight item quote loose item: 9. b",
            "tight item quote loose item: 10. c",
            "tight item quote loose item: d",
        ],
    );
}

#[test]
fn the_widest_marker_of_a_list_is_known() {
    let part = read("<ol start=9><li>a<li>b</ol>");
    let widest = part.markup().frames.iter().find_map(|frame| match &frame.kind {
        FrameKind::List { widest, .. } => Some(part.slice(widest.clone())),
        _ => None,
    });
    assert_eq!(widest, Some("10. "));
    let markers: Vec<&str> =
        part.markup().frames.iter().filter_map(|it| Some(part.slice(it.marker()?))).collect();
    assert_eq!(markers, ["9. ", "10. "]);
}

#[test]
fn a_marker_whose_item_begins_with_code_stands_alone_and_an_empty_item_is_shown() {
    shows(
        "<ul><li><pre>x</pre><li></ul>",
        &["tight item: •", "tight item code: x", "tight item: •"],
    );
}

#[test]
fn tasks_have_boxes_for_markers() {
    shows(
        "<ul><li><input type=checkbox checked> done<li><input type=checkbox> open</ul>",
        &["tight item: ☑ done", "tight item: ☐ open"],
    );
}

#[test]
fn code_keeps_its_blanks_and_each_line_is_a_block() {
    let part = read("<pre><code class=language-rust>a\n\n  b <b>c</b>\n</code></pre><p>d");
    assert_eq!(blocks(&part), ["code: a", "code: ", "code:   b c", "d"]);
    assert_eq!(*part.markup().languages, ["rust".into()]);
    assert_eq!(marked(&part, |mark| mark.style.has(Style::STRONG)), ["c"]);
}

#[test]
fn marks_never_overlap_and_one_link_has_one_number() {
    let part = read("<p>a <a href='https://b.example/'>b <i>c</i> d</a> <b><i>e</i></b>");
    let marks = &part.markup().marks;
    assert!(marks.is_sorted_by(|one, next| one.range.end <= next.range.start));
    assert_eq!(marked(&part, |mark| mark.link == Some(0)), ["b ", "c", " d"]);
    assert_eq!(marked(&part, |mark| mark.style == Style::STRONG | Style::EMPHASIS), ["e"]);
    assert_eq!(part.target(&marks[0]), Some(&Target::Address("https://b.example/".into())));
}

#[test]
fn a_link_that_leads_nowhere_safe_is_text() {
    let part = read("<a href='javascript:x()'>a</a> <a href='data:,x'>b</a> <a href='#c'>c</a>");
    assert_eq!(marked(&part, |mark| mark.link.is_some()), ["c"]);
    assert_eq!(part.markup().links, [Target::Place("#c".into())]);
}

#[test]
fn a_name_stands_for_its_element_and_for_its_block_at_least() {
    let part = read("<p>a<p id=p>one <a id=x></a>two<p>b<div id=d><p>c<p>d</div>");
    let text = |name| part.slice(part.anchor(name).unwrap());
    assert_eq!([text("p"), text("x"), text("d")], ["one two", "two", "c\nd"]);
    assert_eq!(part.anchor("y"), None);
}

#[test]
fn a_picture_alone_is_a_block_and_among_words_a_mark() {
    let part = read("<p><img src=a/b.png alt='a boat'><p>x <img src=a/b.png> y");
    assert_eq!(blocks(&part), ["image a boat", "x b.png y"]);
    assert_eq!(marked(&part, |mark| mark.style.has(Style::IMAGE)), ["a boat", "b.png"]);
}

#[test]
fn raised_digits_do_not_read_as_a_number() {
    shows("<p>10<sup>4</sup> m<sup>x</sup> 1<sup>st</sup> H<sub>2</sub>O", &["10⁴ m^x 1st H₂O"]);
}

#[test]
fn the_sign_of_a_note_stands_in_brackets() {
    let part = read("<p>a<sup><a href='#n'>1</a></sup> b<sup><a href='#m'>[2]</a></sup>");
    assert_eq!(blocks(&part), ["a[1] b[2]"]);
    assert_eq!(marked(&part, |mark| mark.style.has(Style::NOTE)), ["[", "1", "]", "[2]"]);
}

/// Asserts that the text of `html` is `text`, and that with its readings it is `out`.
#[track_caller]
fn reads(html: &str, text: &str, out: &str) {
    let part = read(html);
    assert_eq!(part.text().trim_end(), text);
    assert_eq!(part.read_out(0..part.text().len()).trim_end(), out);
}

#[test]
fn the_reading_of_a_word_is_its_mark_and_no_text() {
    let html = "<p>この<b>「<ruby>看<rp>(</rp><rt>かん</rt>書<rt>しょ</rt></ruby>」</b>";
    reads(html, "この「看書」", "この「看（かん）書（しょ）」");
    let part = read(html);
    assert_eq!(marked(&part, |mark| mark.style.has(Style::STRONG)), ["「", "看", "書", "」"]);
    reads("<p>a <b>x</b> <ruby><b>看</b>書<rt>かんしょ</ruby>", "a x 看書", "a x 看書（かんしょ）");
}

#[test]
fn readings_in_a_row_are_of_one_word() {
    reads(
        "<p><ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>と<ruby>字<rt>じ</rt></ruby>",
        "漢字と字",
        "漢字（かんじ）と字（じ）",
    );
    let html = "<p><ruby><rb>東<rb>京<rt>とう<rt>きょう</ruby>へ";
    reads(html, "東京へ", "東京（とうきょう）へ");
    let html = "<p><ruby>東<rt>とう</rt><!-- -->京<rt>きょう</ruby>";
    reads(html, "東京", "東（とう）京（きょう）");
    reads(
        "<p><ruby>好<rt>hǎo</rt></ruby> <ruby>WHO<rt>World Health</rt></ruby>",
        "好 WHO",
        "好（hǎo） WHO(World Health)",
    );
}

#[test]
fn white_space_between_a_word_and_its_reading_is_none() {
    let html = "<p>a<ruby> word <rt> its\nreading </rt></ruby> z";
    reads(html, "a word z", "a word(its reading) z");
    reads("<p><ruby>漢字\n<rt>かんじ</rt>\n</ruby>\nを", "漢字を", "漢字（かんじ）を");
}

#[test]
fn a_reading_without_a_word_is_text() {
    shows("<p>語<rt>ご</rt>", &["語（ご）"]);
    shows("<p><ruby><rt>ご</rt></ruby>", &["（ご）"]);
    reads("<pre>語<ruby>彙<rt>い</rt></ruby></pre>", "語彙", "語彙（い）");
}

#[test]
fn a_word_in_two_scripts_has_both_readings() {
    let html = "<p><ruby><ruby>東<rt>とう</rt></ruby><rt>east</rt></ruby>";
    reads(html, "東", "東（とう east）");
    reads("<p><ruby>東<rt>とう</rt><rtc>east</rtc></ruby>", "東", "東（とう east）");
    let html = "<p><ruby><ruby>東<rt>とう</rt></ruby>京<rt>capital</rt></ruby>";
    reads(html, "東京", "東（とう）京（capital）");
}

#[test]
fn a_reading_as_long_as_a_remark_is_text() {
    let most = "a".repeat(READING_BYTES);
    reads(&format!("<p><ruby>字<rt>{most}</ruby>"), "字", &format!("字（{most}）"));
    let long = format!("字（{most}a）");
    reads(&format!("<p><ruby>字<rt>{most}a</ruby>"), &long, &long);
    let html = format!("<p><ruby><ruby>字<rt>{most}</ruby><rt>b</ruby>");
    reads(&html, "字（b）", &format!("字（{most}）（b）"));
}

/// Returns the cells of each row of a table.
fn cells(part: &Part) -> Vec<Vec<&str>> {
    let rows = part.blocks().iter().filter(|it| matches!(it.kind, BlockKind::TableRow(_)));
    let cells = |row| part.cells_of(row).iter().map(|cell| part.slice(cell.range.clone()));
    rows.map(|row| cells(row).collect()).collect()
}

#[test]
fn the_rows_of_a_table_are_blocks_and_its_cells_ranges() {
    let part = read(
        "<table><tr><th>a<th align=right>b<tbody><tr><td>c<br>d<td><tr><td colspan=2>e</table>",
    );
    assert_eq!(cells(&part), [vec!["a", "b"], vec!["c d", ""], vec!["e"]]);
    let table = part.table(0).unwrap();
    assert_eq!(*table.columns, [Alignment::Start, Alignment::End]);
    assert_eq!(table.heading_rows, 1);
    assert_eq!(marked(&part, |mark| mark.style.has(Style::BREAK)), [" "]);
}

#[test]
fn a_cell_over_several_rows_leaves_its_column_blank_below() {
    let part = read("<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e</table>");
    assert_eq!(cells(&part), [vec!["a", "b"], vec!["", "c"], vec!["d", "e"]]);
}

#[test]
fn a_table_that_only_holds_things_in_place_is_no_table() {
    shows("<table><tr><td>a<tr><td>b</table>", &["a", "b"]);
    shows("<table><tr><td>a<td><table><tr><td>b<td>c</table></table>", &["a", "b\tc"]);
}

#[test]
fn what_looks_like_a_row_in_a_formula_is_none() {
    let part = read("<table><tr><td>a<td>b<math><tr><td>c</td></tr></math><tr><td>d<td>e</table>");
    assert_eq!(cells(&part), [vec!["a", "b c"], vec!["d", "e"]]);
}

#[test]
fn terms_and_what_they_mean_are_told_apart() {
    shows("<dl><dt>a<dd>b<dd>c</dl>", &["dl dt: a", "dl dd: b", "dl dd: c"]);
}

#[test]
fn what_the_author_hides_is_not_shown() {
    shows("<p>a<!-- b --><script>c</script><p hidden>d<p style='display: none'>e<p>f", &["a", "f"]);
}

#[test]
fn a_figure_holds_its_picture_and_what_is_said_of_it() {
    shows(
        "<figure><img src=a.png alt=b><figcaption>c</figcaption></figure>",
        &["figure: image b", "figure caption: c"],
    );
}

#[test]
fn what_is_too_deep_for_the_parser_is_not_parsed() {
    // The page and its body are two.
    assert!(part(&"<b>".repeat(HTML_DEEP - 2), Dialect::Html).is_some());
    assert_eq!(part(&"<b>".repeat(HTML_DEEP - 1), Dialect::Html), None);
}

#[test]
fn frames_nest_up_to_their_bound() {
    let deep = |depth: usize| {
        let part = read(&format!("{}a", "<blockquote>".repeat(depth)));
        part.frames_of(&part.blocks()[0]).count()
    };
    assert_eq!([deep(FRAMES_DEEP), deep(FRAMES_DEEP + 1)], [FRAMES_DEEP; 2]);
}

#[test]
fn a_table_has_columns_up_to_their_bound() {
    let row = |columns: usize| {
        let part = read(&format!("<table><tr>{}</table>", "<td>a".repeat(columns)));
        let last = part.markup().cells.last().map(|cell| part.slice(cell.range.clone()).len());
        (part.markup().cells.len(), last)
    };
    assert_eq!(row(TABLE_COLUMNS), (TABLE_COLUMNS, Some(1)));
    assert_eq!(row(TABLE_COLUMNS + 1), (TABLE_COLUMNS, Some(3)));
}

#[test]
fn a_paragraph_longer_than_a_block_goes_on_in_the_next() {
    let part = read(&format!("<p>{}", "字".repeat(BLOCK_BYTES / 3 + 1)));
    assert_eq!(part.blocks().len(), 2);
    assert!(part.blocks()[1].continued);
    let row = format!("<table><tr><td>{}<td>b</table>", "a".repeat(BLOCK_BYTES));
    assert!(read(&row).blocks().iter().all(|block| block.kind == BlockKind::Paragraph));
}

#[test]
fn elements_under_each_other_in_code_are_lines() {
    shows("<pre><code>a</code><code> b</code>c</pre>", &["code: a", "code:  bc"]);
    shows("<pre><div>a</div><div> b\nc</div></pre>", &["code: a", "code:  b", "code: c"]);
    shows("<pre><b>a</b><code>b</code>\n<code>c</code></pre>", &["code: ab", "code: c"]);
}

#[test]
fn code_beside_the_numbers_of_its_lines_is_no_table() {
    let table =
        |numbers: &str| format!("<table><tr><td><pre>{numbers}</pre><td><pre>a\n  b</pre></table>");
    shows(&table("<i>9</i><br><i>10</i>"), &["code: a", "code:   b"]);
    assert_eq!(blocks(&read(&table("9\n11"))).len(), 1, "a row of two cells");
}

#[test]
fn a_heading_has_no_sign_of_a_link_to_it() {
    shows("<h2>River <a href=#r>#</a></h2>", &["h2 River"]);
    shows("<h2>River <a href=b.html>#</a></h2>", &["h2 River #"]);
    shows("<p>River <a href=#r>#</a></p>", &["River #"]);
}
