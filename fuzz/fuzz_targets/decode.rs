//! Any bytes become text, in the encoding that they seem to be in and in each other.
#![no_main]

use kanshu::decode::{Hint, OFFERED, detect};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let verdict = detect(bytes, Hint::default());
    let decoded = verdict.encoding.decode(bytes);
    assert!(decoded.text.len() <= bytes.len() * 3 + 3);
    for encoding in OFFERED {
        let _text = encoding.decode(bytes);
    }
});
