//! The rows of a paragraph make up its text and keep to the measure, whatever the options; bytes and cells lead to each
//! other.
#![no_main]

use kanshu::config::{Config, LAYOUT};
use kanshu::layout::{LayoutOptions, Paragraph, Row, ParagraphSetting, layout};
use kanshu::text::{Ambiguous, WidthModel, Zwj};
use libfuzzer_sys::fuzz_target;

/// Returns the options that `choices` make, each a value of one setting.
fn options(choices: [u8; 10], measure: usize) -> LayoutOptions {
    let mut config = Config::default();
    for (setting, choice) in LAYOUT.iter().zip(choices) {
        let name = setting.names().nth(usize::from(choice) % 4).unwrap_or_default();
        if let Ok(change) = setting.change(name) {
            change.apply(&mut config);
        }
    }
    LayoutOptions { measure, ..config.layout() }
}

/// Checks that what `row` paints lies in it, and that its cells lead back to its bytes.
fn check(row: &Row, text: &str, model: &WidthModel) {
    let mut end = row.indent;
    for placed in row.glyphs(text, model) {
        assert!(row.range.contains(&placed.byte));
        assert!(placed.cell >= end);
        end = placed.cell + placed.glyph.cells();
        assert_eq!(row.byte_at(text, model, row.cell_of(text, model, placed.byte)), placed.byte);
    }
    assert!(end <= row.indent + row.cells);
}

fuzz_target!(|input: ([u8; 10], u8, u8, u8, &str)| {
    let (choices, measure, indent, flags, text) = input;
    let text: String = text.chars().filter(|c| *c != '\n').collect();
    let setting = match flags % 3 {
        0 => ParagraphSetting::Flow,
        1 => ParagraphSetting::Heading,
        _ => ParagraphSetting::Verbatim,
    };
    let indent = usize::from(indent);
    let paragraph =
        Paragraph { text: &text, setting, first_indent: indent, indent: indent / 2, ..Paragraph::default() };
    let options = options(choices, usize::from(measure));
    let model = WidthModel {
        ambiguous: if flags & 8 == 0 { Ambiguous::Narrow } else { Ambiguous::Wide },
        zwj: if flags & 16 == 0 { Zwj::Cluster } else { Zwj::Sum },
        ..WidthModel::default()
    };
    let rows = layout(&paragraph, &options, &model);
    assert!(!rows.is_empty());
    let mut at = 0;
    for row in &rows {
        assert_eq!(row.range.start, at);
        assert!(text.get(row.range.clone()).is_some());
        at = row.range.end;
        let one = row.glyphs(&text, &model).count() <= 1;
        assert!(one || row.indent + row.cells <= options.measure.max(2) + row.hang);
        check(row, &text, &model);
    }
    assert_eq!(at, text.len());
});
