//! Sets standard input in rows of so many cells: `cargo run --example wrap -- 40 < text.txt`.

use std::io::{self, Read, Write};

fn main() -> io::Result<()> {
    let measure = std::env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(72);
    let mut text = String::new();
    io::stdin().read_to_string(&mut text)?;
    let mut out = io::stdout().lock();
    kanshu::wrap(&text, measure).iter().try_for_each(|row| writeln!(out, "{row}"))
}
