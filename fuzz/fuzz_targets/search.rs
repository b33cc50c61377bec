//! The matches of any query lie in the text, in order, and are never empty; a text that the prefilter rejects has none.
#![no_main]

use kanshu::decode::Encoding;
use kanshu::search::{Matcher, Query, Prefilter};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (bool, &str, &str)| {
    let (regex, query, text) = input;
    let query = if regex { Query::regex(query) } else { Query::words(query) };
    let Ok(matcher) = Matcher::new(&query) else { return };
    let mut end = 0;
    for range in matcher.matches(text).take(1000) {
        assert!(range.start >= end && !range.is_empty());
        assert!(text.get(range.clone()).is_some());
        end = range.end;
    }
    let prefilter = Prefilter::new(&query, Encoding::UTF_8);
    assert!(end == 0 || prefilter.is_none_or(|prefilter| prefilter.may_match(text.as_bytes())));
});
