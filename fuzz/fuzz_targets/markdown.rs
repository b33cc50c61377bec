//! Markdown of any bytes is read part by part.
#![no_main]

mod read;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| read::read(bytes.to_vec(), "markdown"));
