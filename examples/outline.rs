//! Prints the sections of standard input, with their lines: `cargo run --example outline < novel.txt`.

use std::io::{self, Read, Write};

fn main() -> io::Result<()> {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let mut out = io::stdout().lock();
    kanshu::sections(&text).iter().try_for_each(|section| {
        let indent = 2 * usize::from(section.level.saturating_sub(1));
        let line = section.line.unwrap_or_default();
        writeln!(out, "{line:>6}  {:indent$}{}", "", section.title)
    })
}
