use std::ops::ControlFlow;
use std::sync::Arc;

use super::{Flow, Way};
use crate::budget::ROWS_BYTES;
use crate::decode::Choice;
use crate::document::{
    Anchor, Block, BlockKind, Cell, Document, Extra, Facts, Headings, Mark, Markup, Outline,
    ParagraphStyle, Part, Position, ReadError, Rules, Section, Source, Survey, Table,
};
use crate::format::markdown::Markdown;
use crate::format::plain::PlainText;
use crate::layout::{LayoutOptions, Parting, Ruby};
use crate::text::WidthModel;

/// A document of one part.
struct One(Facts, String, Vec<Block>, Markup);

impl Source for One {
    fn facts(&self) -> &Facts {
        &self.0
    }

    fn count(&self) -> usize {
        1
    }

    fn before(&self, index: usize) -> u64 {
        index as u64
    }

    fn load(&self, _index: usize) -> Result<Part, ReadError> {
        Ok(Part::new(self.1.clone(), self.2.clone(), self.3.clone()))
    }

    fn survey(&self, _rules: &Rules, _watch: &mut dyn FnMut(&Survey) -> ControlFlow<()>) -> Survey {
        Survey::default()
    }
}

/// A document of parts that have a paragraph each.
struct Paragraphs(Facts, usize);

impl Source for Paragraphs {
    fn facts(&self) -> &Facts {
        &self.0
    }

    fn count(&self) -> usize {
        self.1
    }

    fn before(&self, index: usize) -> u64 {
        index as u64
    }

    fn load(&self, index: usize) -> Result<Part, ReadError> {
        let text = format!("{index}\n");
        let blocks = vec![Block::new(0..text.len() - 1, BlockKind::Paragraph)];
        Ok(Part::new(text, blocks, Markup::default()))
    }

    fn survey(&self, _rules: &Rules, _watch: &mut dyn FnMut(&Survey) -> ControlFlow<()>) -> Survey {
        Survey::default()
    }
}

#[test]
fn a_blank_row_parts_the_parts_of_a_format_and_stands_above_a_heading_that_begins_one() {
    let flow = |headings, heading: Option<usize>| {
        let facts = Facts { headings, paragraphs: ParagraphStyle::Indented, ..Facts::default() };
        let document = Document::new(Arc::new(Paragraphs(facts, 3)));
        let mut flow = Flow::new(document, LayoutOptions::default(), WidthModel::default());
        flow.set_outline(outline_of(heading.map(|part| (Anchor { part, line: 0 }, 1)).as_slice()));
        rows(&mut flow)
    };
    assert_eq!(flow(Headings::Declared, None), ["0", "", "1", "", "2"]);
    assert_eq!(flow(Headings::Detected, Some(2)), ["0", "1", "", "2"]);
    assert_eq!(flow(Headings::Detected, Some(1)), ["0", "", "1", "2"], "none below it");
}

/// Returns a table of two columns between two paragraphs, as a format says it, its first row naming the columns.
fn table(rows: &[[&str; 2]], measure: usize) -> Flow {
    let (mut text, mut blocks, mut markup) = (String::new(), Vec::new(), Markup::default());
    let paragraph = |text: &mut String, blocks: &mut Vec<Block>| {
        blocks.push(Block::new(text.len()..text.len() + 1, BlockKind::Paragraph));
        text.push_str("x\n");
    };
    paragraph(&mut text, &mut blocks);
    for [one, other] in rows {
        let start = text.len();
        let middle = start + one.len();
        let end = middle + 1 + other.len();
        markup.cells.push(Cell { range: start..middle, columns: 1 });
        markup.cells.push(Cell { range: middle + 1..end, columns: 1 });
        blocks.push(Block::new(start..end, BlockKind::TableRow(0)));
        text.extend([one, "\t", other, "\n"]);
    }
    paragraph(&mut text, &mut blocks);
    markup.tables.push(Table { columns: Box::default(), heading_rows: 1 });
    let facts = Facts { headings: Headings::Declared, ..Facts::default() };
    let options = LayoutOptions { measure, ..LayoutOptions::default() };
    let document = Document::new(Arc::new(One(facts, text, blocks, markup)));
    Flow::new(document, options, WidthModel::default())
}

fn flow(text: &str, measure: usize) -> Flow {
    let document =
        Document::new(Arc::new(PlainText::open(Arc::new(text.to_owned()), Choice::default())));
    let options = LayoutOptions { measure, ..LayoutOptions::default() };
    Flow::new(document, options, WidthModel::default())
}

/// Returns the texts of all rows from the top on, their indents as spaces.
fn rows(flow: &mut Flow) -> Vec<String> {
    let rows = flow.page(Position::default(), 1000);
    let text = |row: &super::FlowRow| {
        let part = flow.document().part(row.start.part);
        let Some(set) = &row.row else { return String::new() };
        let text = &part.block_text(row.block)[set.range.clone()];
        format!("{}{}", " ".repeat(set.indent), text.trim_end())
    };
    rows.iter().map(text).collect()
}

/// Returns `lines` of a part as sections.
fn outline(lines: &[(u32, u8)]) -> Arc<Outline> {
    let begins = |&(line, level)| (Anchor { part: 0, line }, level);
    outline_of(&lines.iter().map(begins).collect::<Vec<_>>())
}

/// Returns the sections that begin there, of such levels.
fn outline_of(begin: &[(Anchor, u8)]) -> Arc<Outline> {
    let section =
        |&(anchor, level)| Section { title: String::new(), level, anchor, line: None, offset: 0 };
    Arc::new(Outline::new(begin.iter().map(section).collect()))
}

/// Returns rows of 字, the odd ones of which are read so, above them: those take two lines.
fn read_above(count: usize) -> Flow {
    let (mut text, mut blocks, mut markup) = (String::new(), Vec::new(), Markup::default());
    markup.readings.push("じ".into());
    for number in 0..count {
        let word = text.len()..text.len() + "字".len();
        let extra = Some(Extra::Reading(0)).filter(|_| number % 2 == 1);
        markup.marks.push(Mark { extra, ..Mark::new(word.clone()) });
        let continued = number > 0;
        blocks.push(Block { continued, ..Block::new(word, BlockKind::Verse) });
        text.push_str("字\n");
    }
    let facts = Facts { headings: Headings::Declared, ..Facts::default() };
    let options =
        LayoutOptions { ruby: Ruby::Above, parting: Parting::Indent, ..LayoutOptions::default() };
    let document = Document::new(Arc::new(One(facts, text, blocks, markup)));
    Flow::new(document, options, WidthModel::default())
}

/// Returns the number of the row that begins at `place`.
fn number(place: Position) -> usize {
    place.byte / "字\n".len()
}

#[test]
fn a_page_has_the_rows_that_fit_in_its_lines() {
    let mut flow = read_above(9);
    let mut count = |lines| flow.page(Position::default(), lines).len();
    assert_eq!([0, 1, 2, 3, 4, 5, 6].map(&mut count), [0, 1, 1, 2, 3, 3, 4]);
    let top = Position::new(0, 4);
    assert_eq!(flow.page(top, 1).len(), 1, "one at least");
}

#[test]
fn motions_count_the_lines_of_rows_and_move_at_least_by_one() {
    let mut flow = read_above(9);
    let top = Position::new(0, 4 * 2);
    let mut down = |lines| number(flow.down(top, lines));
    assert_eq!([0, 1, 2, 3, 4, 90].map(&mut down), [2, 3, 3, 4, 5, 8]);
    let mut up = |lines| number(flow.up(top, lines));
    assert_eq!([0, 1, 2, 3, 90].map(&mut up), [2, 1, 1, 0, 0]);
    let mut top_above = |lines| number(flow.top_above(Position::new(0, 4 * 3), lines));
    assert_eq!([1, 2, 3, 4, 5, 6].map(&mut top_above), [3, 3, 2, 2, 1, 0]);
}

#[test]
fn a_paragraph_without_marks_of_its_own_is_set_in_by_two_em() {
    let mut flow = flow("天色将明的时候，他推开了门。\n外面没有人。\n", 16);
    assert_eq!(rows(&mut flow), ["    天色将明的时", "候，他推开了门。", "    外面没有人。"]);
}

#[test]
fn long_paragraphs_that_nothing_tells_apart_have_a_blank_row_between() {
    let text =
        "天色将明的时候，他推开了门，外面没有人，只有风从北边吹过来，吹得檐下的铁马叮当作响。\n";
    let mut flow = flow(&text.repeat(2), 60);
    assert_eq!(rows(&mut flow).len(), 5);
    assert_eq!(rows(&mut flow)[2], "");
}

#[test]
fn code_is_set_in_as_far_as_it_was_written() {
    let text = "fn a() {\n                    let b = c(d);\n}\n";
    assert_eq!(rows(&mut flow(text, 60))[1], "                    let b = c(d);");
    assert_eq!(rows(&mut flow(text, 33))[1], "                    let b = c(d);", "it has room");
    let narrow = rows(&mut flow(text, 24));
    let hung = ["              let b =", "              c(d);"];
    assert_eq!(narrow[1..3], hung, "drawn nearer, the row that goes on under its text");
}

#[test]
fn blank_lines_and_indents_never_come_together() {
    let mut flow = flow("　　天色将明。\n\n　　外面没有人。\n\n　　他笑了。\n", 20);
    assert_eq!(rows(&mut flow), ["天色将明。", "", "外面没有人。", "", "他笑了。"]);
}

/// Returns the rows of `text` parted so.
fn parted(text: &str, parting: Parting) -> Vec<String> {
    let mut flow = flow(text, 20);
    let options = LayoutOptions { parting, ..*flow.options() };
    flow.set_options(options);
    rows(&mut flow)
}

#[test]
fn a_reader_can_have_indents_or_blank_rows() {
    for text in ["天色将明。\n\n外面没有人。\n", "　　天色将明。\n　　外面没有人。\n"]
    {
        assert_eq!(parted(text, Parting::Indent), ["    天色将明。", "    外面没有人。"]);
        assert_eq!(parted(text, Parting::Blank), ["天色将明。", "", "外面没有人。"]);
    }
}

#[test]
fn a_pause_of_two_blank_lines_stays_beside_indents() {
    let text = "天色将明。\n\n\n外面没有人。\n";
    assert_eq!(parted(text, Parting::Indent), ["    天色将明。", "", "", "    外面没有人。"]);
}

#[test]
fn rows_are_stepped_through_past_blank_lines_that_are_not_shown() {
    let mut flow = flow(&"天色将明。\n\n".repeat(9), 20);
    let options = LayoutOptions { parting: Parting::Indent, ..*flow.options() };
    flow.set_options(options);
    let (first, third) = (flow.first(), flow.down(Position::default(), 2));
    assert_eq!(flow.page(first, 3)[2].start, third);
    assert_eq!(flow.up(third, 2), first);
}

#[test]
fn blank_lines_at_the_edges_of_a_document_are_not_shown() {
    assert_eq!(rows(&mut flow("\n\na\n\n\n", 10)), ["a"]);
    assert!(rows(&mut flow("\n\n\n", 10)).is_empty());
}

#[test]
fn many_blank_lines_show_as_two() {
    assert_eq!(rows(&mut flow("a\n\n\n\n\n\nb\n", 10)), ["a", "", "", "b"]);
}

#[test]
fn an_item_hangs_from_its_marker() {
    assert_eq!(rows(&mut flow("- one two three\n", 10)), ["- one two", "  three"]);
}

#[test]
fn a_heading_stands_after_a_blank_row_and_is_not_set_in() {
    let mut flow = flow("天色将明。\n归途\n外面没有人。\n", 20);
    flow.set_outline(outline(&[(1, 1)]));
    assert_eq!(rows(&mut flow), ["    天色将明。", "", "归途", "    外面没有人。"]);
}

#[test]
fn a_heading_after_a_blank_line_has_no_second_one() {
    let mut flow = flow("a\n\nb\n", 20);
    flow.set_outline(outline(&[(2, 1)]));
    assert_eq!(rows(&mut flow), ["a", "", "b"]);
}

#[test]
fn every_row_is_reached_down_and_up_alike() {
    let text = "天色将明的时候，他推开了门。\n\n\n归途\nwords that fill some rows\n".repeat(4_000);
    let mut flow = flow(&text, 14);
    flow.set_outline(outline(&[(3, 1)]));
    let mut down = vec![flow.first()];
    loop {
        let last = *down.last().unwrap();
        let next = flow.down(last, 1);
        if next == last {
            break;
        }
        down.push(next);
    }
    assert!(down.len() > 20_000 && down.is_sorted());
    assert_eq!(flow.last(), *down.last().unwrap());
    let mut up = vec![flow.last()];
    while up.len() < down.len() {
        let next = flow.up(*up.last().unwrap(), 1);
        up.push(next);
    }
    up.reverse();
    assert_eq!(up, down);
}

#[test]
fn the_row_of_a_place_holds_it() {
    let mut flow = flow("天色将明的时候，他推开了门。", 10);
    let starts: Vec<Position> =
        flow.page(Position::default(), 9).iter().map(|row| row.start).collect();
    for byte in (0.."天色将明的时候，他推开了门。".len()).step_by(3) {
        let place = Position::new(0, byte);
        let row = flow.row_start(place);
        assert_eq!(Some(&row), starts.iter().rev().find(|start| **start <= place));
    }
}

#[test]
fn paragraphs_are_found_both_ways() {
    let mut flow = flow("一一一一一一\n\n二二\n三三\n", 6);
    let first = flow.first();
    let second = flow.paragraph(first, Way::Down).unwrap();
    let third = flow.paragraph(second, Way::Down).unwrap();
    assert_eq!(flow.paragraph(third, Way::Down), None);
    assert_eq!(flow.paragraph(third, Way::Up), Some(second));
    assert_eq!(flow.paragraph(second, Way::Up), Some(first));
}

#[test]
fn from_within_a_paragraph_up_goes_to_its_start() {
    let mut flow = flow("一一一一一一一一一一\n", 6);
    let inside = flow.last();
    let first = flow.first();
    assert_eq!(flow.paragraph(inside, Way::Up), Some(first));
}

#[test]
fn a_document_without_text_has_no_rows() {
    let mut flow = flow("", 10);
    assert!(flow.page(Position::default(), 5).is_empty());
    assert_eq!(flow.down(Position::default(), 3), Position::default());
    assert_eq!(flow.last(), Position::default());
}

#[test]
fn what_is_kept_changes_nothing() {
    let text = "天色将明的时候，他推开了门。\n".repeat(500);
    let mut warm = flow(&text, 12);
    let far = warm.down(Position::default(), 700);
    assert_eq!(flow(&text, 12).page(far, 30), warm.page(far, 30));
}

#[test]
fn rows_are_kept_up_to_their_bound() {
    let mut flow = flow(&"天色将明的时候，他推开了门。\n".repeat(20_000), 12);
    let (mut place, mut kept) = (Position::default(), vec![0]);
    loop {
        let next = flow.down(place, 1);
        if next == place {
            break;
        }
        place = next;
        kept.push(flow.cached);
    }
    let most = kept.iter().max().copied().unwrap_or_default();
    // The block that goes past it is small.
    assert!((ROWS_BYTES..ROWS_BYTES + 4096).contains(&most), "{most}");
    let anew = kept.windows(2).filter(|pair| pair[1] < pair[0]).count();
    assert!(anew > 0);
}

/// Returns the places of all rows from the first down, and from the last up.
fn both_ways(flow: &mut Flow) -> [Vec<Position>; 2] {
    let down = flow.page(Position::default(), 1000).iter().map(|row| row.start).collect();
    let mut up = vec![flow.last()];
    loop {
        let place = *up.last().unwrap();
        let above = flow.up(place, 1);
        if above == place {
            up.reverse();
            return [down, up];
        }
        up.push(above);
    }
}

#[test]
fn a_line_stands_below_the_names_of_a_tables_columns() {
    let mut flow = table(&[["k", "v"], ["one", "two"]], 30);
    let page = flow.page(Position::default(), 100);
    let lines: Vec<_> = page.iter().map(|row| row.line(30)).collect();
    assert_eq!(lines, [None, None, None, Some(0..9), None, None, None]);
    assert!(page[1].row.is_none() && page[5].row.is_none(), "blank rows part it from the text");
}

#[test]
fn the_names_of_the_columns_are_known_below_them() {
    let mut flow = table(&[["k", "v"], ["one", "two"], ["three", "four"]], 30);
    let page = flow.page(Position::default(), 100);
    let mut names = |row: usize, most| flow.column_names(page[row].start, most);
    assert_eq!(names(5, 2), page[2..4], "and the line below them");
    assert_eq!(names(5, 1), [], "no room");
    for outside in [0, 2, 3, 7] {
        assert_eq!(names(outside, 9), [], "row {outside}");
    }
}

#[test]
fn every_row_of_a_table_has_a_place_of_its_own() {
    let long = "看书的人在灯下看书，看书的人在灯下看书";
    for measure in [8, 20, 40] {
        let mut flow = table(&[["k", "v"], [long, "b"], ["", long], ["c", ""]], measure);
        let [down, up] = both_ways(&mut flow);
        assert_eq!(down, up, "{measure}");
        assert!(down.is_sorted_by(|one, next| one < next), "{measure}: {down:?}");
    }
}

#[test]
fn a_place_in_a_cell_is_on_the_row_that_shows_it() {
    let mut flow = table(&[["k", "v"], ["看书的人在灯下", "b c"]], 14);
    let part = flow.document().part(0);
    let place = |text: &str| Position::new(0, part.text().find(text).unwrap());
    assert_eq!(flow.row_start(place("b c")), place("看书"));
    assert_eq!(flow.row_start(place("灯下")), place("在灯下"));
}

#[test]
fn lists_of_names_and_values_are_parted_by_blank_rows() {
    let mut flow = table(&[["key", "value"], ["one", "two"], ["three", "four"]], 12);
    let page = flow.page(Position::default(), 100);
    let blanks: Vec<_> = page.iter().map(|row| row.row.is_none()).collect();
    let wanted = [false, true, false, true, false, false, true, false, false, true, false];
    assert_eq!(blanks, wanted, "{:?}", rows(&mut flow));
}

#[test]
fn each_word_of_a_table_is_in_one_row() {
    let cells = ["one two three four five six", "seven eight nine ten eleven twelve"];
    for measure in [12, 24, 40, 80] {
        let mut flow = table(&[["a", "b"], cells, ["", "thirteen fourteen fifteen"]], measure);
        let rows = flow.page(Position::default(), 100);
        let text = flow.document().part(0).text().to_owned();
        let is_letter = |byte: &usize| text.as_bytes()[*byte].is_ascii_alphabetic();
        for byte in (0..text.len()).filter(is_letter) {
            let place = Position::new(0, byte);
            let holding: Vec<Position> =
                rows.iter().filter(|row| row.holds(place)).map(|row| row.start).collect();
            assert_eq!(holding, [flow.row_start(place)], "{measure}: {byte}");
        }
        assert!(rows.iter().all(|row| row.holds(row.start) && row.start <= row.end()));
    }
}

/// Returns the rows of `text`, which is in Markdown, and where each has bars.
fn marked(text: &str, measure: usize) -> Vec<(usize, Vec<usize>)> {
    let source = Markdown::open(Arc::new(text.to_owned()), Choice::default()).unwrap();
    let options = LayoutOptions { measure, ..LayoutOptions::default() };
    let mut flow = Flow::new(Document::new(Arc::new(source)), options, WidthModel::default());
    let rows = flow.page(Position::default(), 100);
    let edge = |row: &super::FlowRow| row.row.as_ref().map_or(0, |row| row.indent);
    rows.iter().map(|row| (edge(row), row.bars.to_vec())).collect()
}

#[test]
fn the_bar_of_a_quotation_goes_on_between_its_paragraphs() {
    let rows = marked("> a\n>\n> > b\n>\n> c\n\nd\n", 40);
    let bars: Vec<Vec<usize>> = rows.into_iter().map(|(_, bars)| bars).collect();
    let expected: [&[usize]; 7] = [&[0], &[0], &[0, 2], &[0], &[0], &[], &[]];
    assert_eq!(bars, expected);
}

#[test]
fn a_line_of_code_goes_on_under_its_text() {
    let code = format!("```\n    {}\n\t{0}\n```\n", "word ".repeat(9));
    let edges: Vec<usize> = marked(&code, 40).into_iter().map(|(edge, _)| edge).collect();
    assert_eq!(edges, [0, 4, 0, 8]);
}
