//! A page of any bytes, or what a book in XML or a mail makes of them, is read.
#![no_main]

mod read;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for format in ["html", "fb2", "mhtml"] {
        read::read(bytes.to_vec(), format);
    }
});
