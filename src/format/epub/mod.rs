//! EPUB 2 and 3: books in an archive.

mod archive;
mod book;
mod contents;
mod package;
mod path;
mod texts;
mod xhtml;
mod xml;

pub(super) use archive::{Archive, ArchiveError};
pub(super) use book::Epub;
pub(super) use xhtml::expanded;
pub(super) use xml::{Tag, Xml, declared, read as read_xml};

#[cfg(test)]
pub(super) mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// Returns an archive of `files`: their names and bytes.
    pub(in crate::format) fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}
