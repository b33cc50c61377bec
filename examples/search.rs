//! Prints where words stand in standard input: `cargo run --example search -- 离开公司 < text.txt`.

use std::error::Error;
use std::io::{self, Read, Write};

fn main() -> Result<(), Box<dyn Error>> {
    let words = std::env::args().nth(1).ok_or("usage: search WORDS")?;
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let mut out = io::stdout().lock();
    for range in kanshu::find(&text, &words)? {
        let found = text.get(range.clone()).unwrap_or_default();
        writeln!(out, "{}: {}", range.start, found.escape_debug())?;
    }
    Ok(())
}
