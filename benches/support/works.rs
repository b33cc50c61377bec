//! The works that the program is measured with, written from a seed: the same bytes on every machine.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::{Chapters, Seed};

/// A word that no work holds.
pub(crate) const ABSENT: &str = "绝无此语";

/// A work, and what it is written of.
#[derive(Clone, Copy)]
pub(crate) struct Work {
    /// What it is called, and its file.
    pub(crate) name: &'static str,
    /// Writes it.
    write: fn(&mut dyn Write) -> io::Result<()>,
    /// Whether its bytes are not UTF-8, so that what reads bytes alone shows no words.
    pub(crate) encoded: bool,
}

/// The works, the smallest first.
pub(crate) const WORKS: [Work; 7] = [
    Work { name: "article", write: |out| novel(out, 10_000), encoded: false },
    Work { name: "novel", write: |out| novel(out, 3_000_000), encoded: false },
    Work { name: "novel-gbk", write: gbk, encoded: true },
    Work { name: "line", write: line, encoded: false },
    Work { name: "novel-100m", write: |out| novel(out, 100_000_000), encoded: false },
    Work { name: "english", write: english, encoded: false },
    Work { name: "novel-1g", write: |out| novel(out, 1_000_000_000), encoded: false },
];

impl Work {
    /// Returns the file of the work in `folder`, written now if it is not there yet.
    pub(crate) fn file(&self, folder: &Path) -> io::Result<PathBuf> {
        let path = folder.join(format!("{}.txt", self.name));
        if !path.exists() {
            fs::create_dir_all(folder)?;
            let unfinished = path.with_extension("part");
            let mut out = BufWriter::with_capacity(1 << 20, File::create(&unfinished)?);
            (self.write)(&mut out)?;
            out.into_inner()?.sync_all()?;
            fs::rename(unfinished, &path)?;
        }
        Ok(path)
    }
}

/// Writes about `bytes` bytes of a novel in chapters of about 2,000 bytes, 1,500 in three megabytes.
fn novel(out: &mut dyn Write, bytes: usize) -> io::Result<()> {
    let mut written = 0;
    for chapter in Chapters::default() {
        if written >= bytes {
            break;
        }
        written += chapter.len();
        out.write_all(chapter.as_bytes())?;
    }
    Ok(())
}

/// Writes the novel of three megabytes in GBK.
fn gbk(out: &mut dyn Write) -> io::Result<()> {
    let mut text = Vec::new();
    novel(&mut text, 3_000_000)?;
    out.write_all(&encoding_rs::GBK.encode(&String::from_utf8_lossy(&text)).0)
}

/// Writes 50 megabytes of the novel in one line.
fn line(out: &mut dyn Write) -> io::Result<()> {
    let mut written = 0;
    for chapter in Chapters::default() {
        if written >= 50_000_000 {
            break;
        }
        let chapter = chapter.replace('\n', "");
        written += chapter.len();
        out.write_all(chapter.as_bytes())?;
    }
    Ok(())
}

/// Writes 100 megabytes of English in paragraphs of a line each.
fn english(out: &mut dyn Write) -> io::Result<()> {
    const WORDS: [&str; 24] = [
        "the", "lamp", "a", "river", "of", "stone", "walked", "and", "under", "quiet", "snow",
        "letter", "to", "keeper", "in", "harbour", "without", "was", "once", "her", "window",
        "before", "evening", "opened",
    ];
    let mut seed = Seed::default();
    let mut written = 0;
    let mut chapter = 0;
    while written < 100_000_000 {
        chapter += 1;
        let mut text = format!("CHAPTER {chapter}\n\n");
        for _ in 0..12 {
            for _ in 0..60 + seed.pick(120) {
                text.push_str(WORDS.get(seed.pick(WORDS.len())).unwrap_or(&""));
                text.push(' ');
            }
            text.push_str("end.\n\n");
        }
        written += text.len();
        out.write_all(text.as_bytes())?;
    }
    Ok(())
}
