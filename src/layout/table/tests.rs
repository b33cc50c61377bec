use super::*;
use crate::document::{Cell, Mark, Markup, Table};

/// Returns the part that is one table, the first row its heading, `|` between cells and `/` where the author broke one.
fn part(rows: &[&str], alignments: &[Alignment]) -> Part {
    let (mut text, mut blocks, mut markup) = (String::new(), Vec::new(), Markup::default());
    for row in rows {
        let start = text.len();
        for (at, cell) in row.split('|').enumerate() {
            if at > 0 {
                text.push('\t');
            }
            let from = text.len();
            for (at, line) in cell.split('/').enumerate() {
                if at > 0 {
                    let range = text.len()..text.len() + 1;
                    markup.marks.push(Mark { style: Style::BREAK, ..Mark::new(range) });
                    text.push(' ');
                }
                text.push_str(line);
            }
            markup.cells.push(Cell { range: from..text.len(), columns: 1 });
        }
        blocks.push(Block::new(start..text.len(), BlockKind::TableRow(0)));
        text.push('\n');
    }
    markup.tables.push(Table { columns: alignments.into(), heading_rows: 1 });
    Part::new(text, blocks, markup)
}

/// Returns the rows of `part`, its columns' lines as `|`.
fn set(part: &Part, measure: usize) -> Vec<String> {
    set_in(part, measure, None)
}

/// Returns the same in a document of language `lang`.
fn set_in(part: &Part, measure: usize, lang: Option<Lang>) -> Vec<String> {
    let options = LayoutOptions { measure, ..LayoutOptions::default() };
    let model = WidthModel::default();
    let setter = TableSetter { part, lang, options: &options, model: &model };
    let setting = setter.setting(0, 0);
    let of_block = |block: &Block| {
        let text = part.slice(block.range.clone()).to_owned();
        let number = part.block_at(block.range.start).unwrap();
        let rows = setter.rows(block, &setting, 0, SetText::new(part, number, None));
        check(&rows, part, block);
        rows.into_iter().map(move |row| painted(&row, &text)).collect::<Vec<_>>()
    };
    part.blocks().iter().flat_map(of_block).collect()
}

fn painted(row: &Row, text: &str) -> String {
    let model = WidthModel::default();
    let mut line = String::new();
    let glyphs =
        row.glyphs(text, &model).map(|placed| (placed.cell, placed.glyph.text().to_owned()));
    let mut signs: Vec<_> = glyphs.chain(row.lines().map(|cell| (cell, "|".to_owned()))).collect();
    signs.sort_by_key(|(cell, _)| *cell);
    for (cell, sign) in signs {
        line.extend(std::iter::repeat_n(' ', cell - model.width(&line)));
        line.push_str(&sign);
    }
    line.trim_end().to_owned()
}

/// Checks what holds of all tables: each byte of a cell is in one run, the rows stand in the order of their first bytes,
/// and the cells and bytes of a run lead to each other.
fn check(rows: &[Row], part: &Part, block: &Block) {
    let text = part.slice(block.range.clone());
    let model = WidthModel::default();
    assert!(rows.is_sorted_by(|row, next| row.range.start < next.range.start), "{rows:?}");
    assert_eq!(rows.first().map(|row| row.range.start), Some(0));
    for cell in part.cells_of(block) {
        for byte in cell.range.clone() {
            let byte = byte - block.range.start;
            assert_eq!(
                rows.iter().filter(|row| row.holds(byte)).count(),
                1,
                "byte {byte} of {text:?}"
            );
        }
    }
    for row in rows {
        for placed in row.painted(text, &model) {
            let cell = row.cell_of(text, &model, placed.byte);
            assert!(cell <= placed.cell, "a reading stands after its word");
            assert_eq!(row.byte_at(text, &model, cell), placed.byte);
            assert_eq!(row.byte_at(text, &model, placed.cell), placed.byte);
        }
    }
}

#[test]
fn columns_are_as_wide_as_their_texts() {
    let part = part(&["Name|Size", "boat|3", "渡船|12"], &[]);
    assert_eq!(set(&part, 40), ["Name | Size", "boat | 3", "渡船 | 12"]);
}

#[test]
fn columns_keep_their_alignment() {
    let alignments = [Alignment::Start, Alignment::End, Alignment::Centre];
    let part = part(&["a|Size|Where", "b|3|x"], &alignments);
    assert_eq!(set(&part, 40), ["a | Size | Where", "b |    3 |   x"]);
}

#[test]
fn a_cell_that_is_wider_than_its_column_goes_on_below() {
    let part = part(&["k|text", "one|看书的人，在灯下看书", "two|b"], &[]);
    let rows = ["k   | text", "one | 看书的人，", "    | 在灯下看书", "two | b"];
    assert_eq!(set(&part, 16), rows, "by the rules for the ends of rows");
}

#[test]
fn a_break_of_the_author_ends_a_row_in_its_cell() {
    let part = part(&["a|b", "one/two|three"], &[]);
    assert_eq!(set(&part, 40), ["a   | b", "one | three", "two |"]);
}

#[test]
fn narrow_columns_keep_their_width_and_wide_ones_share_the_rest() {
    assert_eq!(shared(&[3, 10, 5], 20), Some(vec![3, 10, 5]), "all have room");
    assert_eq!(shared(&[3, 40, 30], 23), Some(vec![3, 10, 10]));
    assert_eq!(shared(&[3, 8, 30], 23), Some(vec![3, 8, 12]));
    assert_eq!(shared(&[9, 9], 2 * NARROWEST), Some(vec![NARROWEST; 2]));
    assert_eq!(shared(&[9, 9], 2 * NARROWEST - 1), None);
    assert_eq!(shared(&[], 9), Some(Vec::new()));
}

#[test]
fn too_many_columns_for_the_measure_are_lists_of_names_and_values() {
    let part = part(&["Name|Size|Where", "渡船在岸边|much too long|x", "b||y"], &[]);
    let wanted = [
        "Name Size",
        "Where",
        "Name: 渡船",
        "  在岸边",
        "Size: much",
        "  too long",
        "Where: x",
        "Name: b",
        "Size:",
        "Where: y",
    ];
    assert_eq!(set(&part, 11), wanted);
}

#[test]
fn the_first_rows_tell_the_widths() {
    let widest = |before: usize| {
        let mut rows = vec!["a|b"; before];
        rows.push("long|b");
        set(&part(&rows, &[]), 40).first().map(|row| row.find('|'))
    };
    assert_eq!(widest(TABLE_ROWS_MEASURED - 1), Some(Some(5)));
    assert_eq!(widest(TABLE_ROWS_MEASURED), Some(Some(2)));
}

#[test]
fn a_cell_may_take_several_columns() {
    let mut wide = part(&["a|b|c", "one|two|three", "x|y"], &[]);
    let (text, blocks, mut markup) = std::mem::take(&mut wide).into_pieces();
    markup.cells.last_mut().unwrap().columns = 2;
    let wide = Part::new(text, blocks, markup);
    assert_eq!(set(&wide, 40), ["a   | b   | c", "one | two | three", "x   | y   |"]);
}

#[test]
fn a_column_has_room_for_the_readings_of_its_words() {
    let (text, blocks, mut markup) = part(&["甲|乙", "字|看字"], &[]).into_pieces();
    markup.readings.push("じ".into());
    let at = text.rfind("字").unwrap();
    for start in [text.find("字").unwrap(), at] {
        let extra = Some(crate::document::Extra::Reading(0));
        markup.marks.push(Mark { extra, ..Mark::new(start..start + 3) });
    }
    let part = Part::new(text, blocks, markup);
    assert_eq!(set(&part, 40), ["甲       | 乙", "字（じ） | 看字（じ）"]);
}

#[test]
fn a_cell_has_all_cells_of_its_column() {
    let part = part(&["a|b", "ferry landing|渡し舟を待つところ"], &[Alignment::Start; 2]);
    let rows = set_in(&part, 80, Some(Lang::ZhHans));
    assert_eq!(rows[1], "ferry landing | 渡し舟を待つところ");
}
