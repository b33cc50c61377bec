//! The rows of a paragraph make up its text and keep to the measure.
#![no_main]

use kanshu::layout::{LayoutOptions, Paragraph, Setting, layout};
use kanshu::text::WidthModel;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, bool, &str)| {
    let (measure, verbatim, text) = input;
    let text: String = text.chars().filter(|c| *c != '\n').collect();
    let setting = if verbatim { Setting::Verbatim } else { Setting::Flow };
    let paragraph = Paragraph { text: &text, setting, ..Paragraph::default() };
    let options = LayoutOptions { measure: usize::from(measure), ..LayoutOptions::default() };
    let rows = layout(&paragraph, &options, &WidthModel::default());
    assert!(!rows.is_empty());
    let mut at = 0;
    for row in &rows {
        assert_eq!(row.range.start, at);
        assert!(text.get(row.range.clone()).is_some());
        at = row.range.end;
    }
    assert_eq!(at, text.len());
});
