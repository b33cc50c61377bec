use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::decode::Choice;
use crate::document::{Anchor, Document, Extra, Mark, Markup, Outline, Position, Section};
use crate::format::plain::PlainText;
use crate::layout::LayoutOptions;
use crate::layout::flow::{Flow, FlowGlyph, FlowRow};
use crate::text::WidthModel;

/// Returns how text is shown by these rules, each an expression and what is shown for it.
fn rules(rules: &[(&str, &str)]) -> Showing {
    let rule = |(regex, with): &(&str, &str)| Replacement::new(Pattern::new(regex).unwrap(), with);
    Showing { replacements: rules.iter().map(rule).collect(), conversion: None }
}

/// Returns what writes 头 as 頭, and 发 as a character of more bytes.
fn traditional() -> Conversion {
    let convert = |text: &str| text.replace('头', "頭").replace('发', "𠀀");
    Conversion { to: Lang::ZhHant, convert }
}

fn shown(showing: &Showing, text: &str) -> String {
    showing.shown(text, None).map_or_else(|| text.to_owned(), |shown| shown.text)
}

fn flow(text: &str, measure: usize, showing: Showing) -> Flow {
    let source = PlainText::open(Arc::new(text.to_owned()), Choice::default());
    let options = LayoutOptions { measure, ..LayoutOptions::default() };
    let mut flow = Flow::new(Document::new(Arc::new(source)), options, WidthModel::default());
    flow.set_showing(showing);
    flow
}

fn rows(flow: &mut Flow) -> Vec<FlowRow> {
    flow.page(Position::default(), 10_000)
}

/// Returns the rows of `text` as they are shown in a column of `measure` cells.
fn page(text: &str, measure: usize, showing: Showing) -> Vec<String> {
    let mut flow = flow(text, measure, showing);
    let (part, model) = (flow.document().part(0), WidthModel::default());
    rows(&mut flow).iter().map(|row| row.text(&part, &model).trim().to_owned()).collect()
}

#[test]
fn what_a_rule_matches_is_left_out_or_shown_in_other_words() {
    let showing = rules(&[("www[.a-z]+", ""), ("广告", "〔…〕")]);
    assert_eq!(shown(&showing, "夜雨www.x.com，广告。"), "夜雨，〔…〕。");
    assert!(showing.shown("夜雨", None).is_none(), "nothing is made of what stays as it is");
}

#[test]
fn of_two_rules_the_first_has_the_words() {
    assert_eq!(shown(&rules(&[("bc", "1"), ("abc", "2"), ("d", "3")]), "abcd"), "a13");
    assert_eq!(shown(&rules(&[("x*", "1")]), "ab"), "ab", "nothing is no passage");
    assert_eq!(shown(&rules(&[("b", "1\n\u{1B}")]), "ab"), "a1  ", "a control is a blank");
}

#[test]
fn chinese_is_written_in_the_other_script_and_japanese_is_not() {
    let showing = Showing { conversion: Some(traditional()), ..Showing::default() };
    assert_eq!(shown(&showing, "头发"), "頭𠀀");
    assert_eq!(shown(&showing, "头のこと"), "头のこと");
    assert!(showing.shown("头", Some(Lang::ZhHant)).is_none());
    let both = Showing { conversion: Some(traditional()), ..rules(&[("x", "头")]) };
    assert_eq!(shown(&both, "头x"), "頭头", "what a rule says stands as it was written");
}

#[test]
fn a_match_between_the_words_around_it_is_shown_as_they_are_together() {
    let together = |text: &str| text.replace("头发", "頭髮").replace('发', "發");
    let conversion = Some(Conversion { to: Lang::ZhHant, convert: together });
    let showing = Showing { conversion, ..rules(&[("（[^）]*）", "")]) };
    let pieces = |pieces| showing.pieces(pieces, None);
    assert_eq!(pieces(["（广告）白头", "发", "出发"]), ["白頭", "髮", "出發"]);
    assert_eq!(pieces(["（白", "头", "）发"]), ["", "", "發"]);
    assert_eq!(Showing::default().pieces(["头", "发"], None), ["头", "发"]);
}

#[test]
fn a_table_that_makes_more_characters_is_not_used() {
    let convert = |text: &str| format!("{text}+");
    let conversion = Some(Conversion { to: Lang::ZhHant, convert });
    assert_eq!(shown(&Showing { conversion, ..Showing::default() }, "头发"), "头发");
}

#[test]
fn a_paragraph_of_which_nothing_is_left_has_no_row() {
    let text = "第一段的文字。\n\n请记住本站。\n\n请记住本站。\n\n第二段的文字。\n";
    let clean = rules(&[("请记住.*", "")]);
    assert_eq!(page(text, 40, clean.clone()), ["第一段的文字。", "", "第二段的文字。"]);
    assert_eq!(page("请记住本站。\n\n雨。\n", 40, clean.clone()), ["雨。"]);
    assert_eq!(page("请记住本站。\n", 40, clean), Vec::<String>::new());
}

#[test]
fn a_heading_that_is_left_out_parts_no_paragraphs() {
    let text = "　　第一段的文字。\n请记住本站\n　　第二段的文字。\n";
    let rows = |showing| {
        let mut flow = flow(text, 40, showing);
        let anchor = Anchor { part: 0, line: 1 };
        let title = "请记住本站".to_owned();
        let section = Section { title, level: 1, anchor, line: None, offset: 0 };
        flow.set_outline(Arc::new(Outline::new(vec![section])));
        rows(&mut flow).iter().map(FlowRow::has_text).collect::<Vec<_>>()
    };
    assert_eq!(rows(Showing::default()), [true, false, true, true]);
    assert_eq!(rows(rules(&[("请记住.*", "")])), [true, true]);
}

#[test]
fn words_that_need_more_rows_than_they_have_places_are_not_put_in() {
    let long = "字".repeat(40);
    let showing = rules(&[("雨", &long)]);
    assert_eq!(page("雨\n", 200, showing.clone()), [long.as_str()]);
    assert_eq!(page("雨\n", 20, showing), ["雨"]);
}

#[test]
fn a_passage_is_known_by_the_words_that_stand_for_it() {
    let mut flow = flow("夜雨 advert 灯\n", 40, rules(&[("advert", "〔〕"), (" 灯", "")]));
    let (part, model) = (flow.document().part(0), WidthModel::default());
    let row = rows(&mut flow).remove(0);
    let cells = |bytes| row.cells_of(&part, &model, &bytes);
    assert_eq!(cells(7..13), 5..9);
    assert_eq!(cells(9..10), 5..9, "a part of it, too");
    assert_eq!(cells(0..6), 0..4);
    assert!(cells(13..17).is_empty() && !row.shows(&(13..17)) && row.shows(&(9..10)));
    assert_eq!(row.place_at(&part, &model, 8), Position::new(0, 7));
    assert!(row.holds(Position::new(0, 15)), "what is left out is in its row");
}

#[test]
fn readings_stay_with_the_words_that_are_shown() {
    let reading = |number, range| Mark { extra: Some(Extra::Reading(number)), ..Mark::new(range) };
    let marks = vec![reading(0, 0..3), reading(1, 4..7), reading(2, 7..10)];
    let readings = ["a", "b", "c"].map(Into::into).into();
    let markup = Markup { marks, readings, ..Markup::default() };
    let blocks = vec![Block::new(0..10, BlockKind::Paragraph)];
    let part = Part::new("东x西南".to_owned(), blocks, markup);
    let read = |showing: &Showing| {
        let shown = showing.shown("东x西南", None).unwrap();
        let set = SetText::new(&part, 0, Some(&shown));
        let words = set.readings(0..10).into_iter();
        let told = |it: WordReading| format!("{}: {}", &set.whole()[it.word], it.reading);
        words.map(told).collect::<Vec<_>>()
    };
    assert_eq!(read(&rules(&[("x", "")])), ["东: a", "西: b", "南: c"]);
    assert_eq!(read(&rules(&[("西", "")])), ["东: a", "南: c"]);
    assert_eq!(read(&rules(&[("西南", "北")])), ["东: a", "北: b"]);
}

proptest! {
    #[test]
    fn rows_make_up_the_source_and_what_is_shown_is_found_again(
        text in "[头发灯，。ax x\u{301}\t]{1,60}",
        with in "[字b ]{0,6}",
        regex in prop::sample::select(vec!["x", "头.", "[，。]", "灯+|a", "x.*x", "发"]),
        measure in 4usize..30,
        converts in any::<bool>(),
    ) {
        let conversion = converts.then(traditional);
        let mut flow = flow(&text, measure, Showing { conversion, ..rules(&[(regex, &with)]) });
        let (part, model) = (flow.document().part(0), WidthModel::default());
        let rows: Vec<_> = rows(&mut flow).into_iter().filter(FlowRow::has_text).collect();
        for pair in rows.windows(2) {
            prop_assert!(pair[0].start < pair[1].start);
            if pair[0].block == pair[1].block {
                prop_assert_eq!(pair[0].bytes().end, pair[1].start.byte);
            }
        }
        for row in &rows {
            let first = rows.iter().find(|other| other.block == row.block).unwrap();
            let last = rows.iter().rfind(|other| other.block == row.block).unwrap();
            prop_assert_eq!(first.start.byte, part.start_of(row.block));
            prop_assert_eq!(last.bytes().end, part.end_of(row.block));
            prop_assert_eq!(flow.row_start(row.start), row.start);
            let mut before = row.start.byte;
            for glyph in row.glyphs(&part, &model) {
                let FlowGlyph { bytes, .. } = glyph;
                prop_assert!(part.text().is_char_boundary(bytes.start));
                prop_assert!(before <= bytes.start && bytes.start < row.end().byte);
                before = bytes.start;
                let at = row.cell_of(&part, &model, bytes.start);
                prop_assert_eq!(row.place_at(&part, &model, at).byte, bytes.start);
                prop_assert!(row.shows(&bytes));
            }
        }
    }
}
