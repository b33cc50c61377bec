//! A book in EPUB of any bytes is read: the archive as it is, or one of files that a form feed parts.
#![no_main]

mod read;

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The files of a book in the order in which they are given; its package names some of them.
const FILES: [&str; 6] =
    ["b.opf", "META-INF/container.xml", "nav.xhtml", "toc.ncx", "0.xhtml", "1.xhtml"];

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        return read::read(bytes.to_vec(), "epub");
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, file) in FILES.iter().zip(bytes.split(|byte| *byte == b'\x0c')) {
        zip.start_file(*name, SimpleFileOptions::default()).expect("there is memory");
        zip.write_all(file).expect("there is memory");
    }
    let archive = zip.finish().expect("there is memory");
    read::read(archive.into_inner(), "epub");
});
