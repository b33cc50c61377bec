//! Which files are kept for which document: by its path and by its content. There are [`SHARDS`] such files, so that
//! each is small and few are written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Digest, Record, RecordName};
use crate::budget::INDEX_BYTES;

/// The version of what is written; what bears another is set aside.
const VERSION: u32 = 1;

/// How many files there are: one for each first byte of a hash.
pub const SHARDS: usize = 256;

/// One of the files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    version: u32,
    paths: BTreeMap<Digest, RecordName>,
    contents: BTreeMap<Digest, RecordName>,
}

impl Default for Index {
    fn default() -> Self {
        Self { version: VERSION, paths: BTreeMap::new(), contents: BTreeMap::new() }
    }
}

/// What a document is looked up by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The hash of its path.
    Path(Digest),
    /// That of its content.
    Content(Digest),
}

impl By {
    /// Returns the name of the file where it stands.
    pub fn file(self) -> String {
        let (Self::Path(digest) | Self::Content(digest)) = self;
        format!("{:02x}.json", digest.first_byte())
    }
}

impl Index {
    /// Returns the document that is told by `by`.
    pub fn get(&self, by: By) -> Option<&RecordName> {
        match by {
            By::Path(digest) => self.paths.get(&digest),
            By::Content(digest) => self.contents.get(&digest),
        }
    }

    /// Says that `by` tells the document of `key`.
    pub fn put(&mut self, by: By, key: RecordName) {
        match by {
            By::Path(digest) => self.paths.insert(digest, key),
            By::Content(digest) => self.contents.insert(digest, key),
        };
    }

    /// Forgets which document `by` tells.
    pub fn forget(&mut self, by: By) {
        match by {
            By::Path(digest) => self.paths.remove(&digest),
            By::Content(digest) => self.contents.remove(&digest),
        };
    }
}

impl Record for Index {
    const MOST_BYTES: usize = INDEX_BYTES;

    fn is_ours(&self) -> bool {
        self.version == VERSION
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_told_by_its_path_and_by_its_content() {
        let (one, other) = (Digest::of(b"one"), Digest::of(b"other"));
        let [a, b] = ["a", "b"].map(|title| RecordName::new(title, one));
        let mut index = Index::default();
        index.put(By::Path(one), a.clone());
        index.put(By::Content(one), b.clone());
        index.put(By::Content(other), a.clone());
        let again = Index::read(&index.written().unwrap()).unwrap();
        assert_eq!(again, index);
        assert_eq!(again.get(By::Path(one)), Some(&a));
        assert_eq!(again.get(By::Content(one)), Some(&b));
        assert_eq!(again.get(By::Path(other)), None);
        index.forget(By::Path(one));
        assert_eq!((index.get(By::Path(one)), index.get(By::Content(one))), (None, Some(&b)));
    }

    #[test]
    fn a_file_that_leads_elsewhere_is_damaged() {
        let text = |key: &str| {
            format!(r#"{{"version":1,"paths":{{"af63dc4c8601ec8c":"{key}"}},"contents":{{}}}}"#)
        };
        assert!(Index::read(text("a-af63dc4c8601ec8c").as_bytes()).is_some());
        assert!(Index::read(text("../../etc/passwd").as_bytes()).is_none());
    }

    #[test]
    fn so_many_bytes_are_read_and_no_more() {
        let index = Index::default().written().unwrap();
        let padded = |bytes: usize| [&index[..], &vec![b' '; bytes - index.len()]].concat();
        assert!(Index::read(&padded(INDEX_BYTES)).is_some());
        assert!(Index::read(&padded(INDEX_BYTES + 1)).is_none());
    }
}
