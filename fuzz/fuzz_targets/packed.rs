//! Any bytes, packed or not, are unpacked or refused, in bounds; what was packed comes back.
#![no_main]

use kanshu::runtime::unpack;
use libfuzzer_sys::fuzz_target;

/// How much is unpacked at the most: bombs are for the bound of memory, not for the time of this.
const MOST: u64 = 1 << 20;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = unpack(bytes.to_vec(), MOST) {
        assert!(text.len() as u64 <= MOST);
    }
});
