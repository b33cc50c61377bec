//! A plain text of any bytes is read part by part, and surveyed.
#![no_main]

use std::ops::ControlFlow;
use std::sync::Arc;

use kanshu::document::{Rules, Source};
use kanshu::decode::Choice;
use kanshu::format::plain::PlainText;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = PlainText::open(Arc::new(bytes.to_vec()), Choice::default());
    for index in 0..text.count() {
        let part = text.load(index).expect("bytes in memory can be read");
        for block in part.blocks() {
            assert!(part.text().get(block.range.clone()).is_some());
        }
    }
    let survey = text.survey(&Rules::default(), &mut |_| ControlFlow::Continue(()));
    assert_eq!(survey.done, bytes.len() as u64);
});
