//! What must hold of a document of any format, whatever its bytes.

use std::ops::ControlFlow;
use std::sync::Arc;

use kanshu::document::Rules;
use kanshu::format::{Format, OpenOptions, open};

/// Reads `bytes` as `format` part by part, and surveys them; they may be refused.
pub fn read(bytes: Vec<u8>, format: &str) {
    let format = Some(Format::named(format).expect("the format is known"));
    let Ok(source) = open(Arc::new(bytes), &OpenOptions { format, ..OpenOptions::default() })
    else {
        return;
    };
    let mut texts = Vec::new();
    for index in 0..source.count() {
        let part = source.load(index).expect("bytes in memory can be read");
        let mut end = 0;
        for block in part.blocks() {
            assert!(end <= block.range.start && part.text().get(block.range.clone()).is_some());
            end = block.range.end;
        }
        for mark in part.marks_in(0..part.text().len()) {
            assert!(part.text().get(mark.range.clone()).is_some());
            let leads = part.target(mark).and_then(|it| source.resolve(index, it.href()));
            assert!(leads.is_none_or(|(to, _)| to < source.count()));
        }
        texts.push(part.text().to_owned());
    }
    let mut index = 0;
    let given = source.texts(0..texts.len(), &mut |number, text| {
        assert_eq!((number, text), (index, texts[index].as_str()));
        index += 1;
        ControlFlow::Continue(())
    });
    assert!(given.is_ok() && index == texts.len());
    let survey = source.survey(&Rules::default(), &mut |_| ControlFlow::Continue(()));
    for number in 0..survey.outline.sections().len() {
        assert!(survey.outline.anchor(number).is_some_and(|anchor| anchor.part < source.count()));
    }
}
