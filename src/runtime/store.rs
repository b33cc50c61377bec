//! Where what a reader said of a document is kept: one small file for each document, under the directory for state.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use super::state::{self, StateFile};
use crate::budget::NAME_CHARS;
use crate::decode::Encoding;
use crate::document::Remark;
use crate::shelf::{Book, Said};

/// The place where what a reader said of one document is kept.
#[derive(Clone, Debug)]
pub(super) struct Store {
    /// The path of the document, which the file names for people.
    document: String,
    file: StateFile,
}

impl Store {
    /// Returns the place for what is said of `file`; none where it is no file, or there is no directory for state.
    pub(super) fn of(file: Option<&OsStr>) -> Option<Self> {
        let document = fs::canonicalize(file.filter(|name| *name != "-")?).ok()?;
        Some(Self::under(&state::directory()?, &document))
    }

    /// Returns the place in the program's directory for state for `document`, a whole path.
    fn under(state: &Path, document: &Path) -> Self {
        let name = document.file_name().unwrap_or_default().to_string_lossy();
        let name: String = name.chars().filter(|c| c.is_alphanumeric()).take(NAME_CHARS).collect();
        let hash = fnv(document.as_os_str().as_encoded_bytes());
        let name = format!("sections/{name}-{hash:016x}.json");
        let file = StateFile::new(state, name, "memories of this text");
        Self { document: document.to_string_lossy().into_owned(), file }
    }

    /// Returns what is kept, and what is wrong with it, in a sentence. A damaged file is set aside, not lost.
    pub(super) fn load(&self) -> (Said, Option<String>) {
        match self.file.load::<Book>() {
            Ok(Some(book)) => book.said(),
            Ok(None) => Default::default(),
            Err(sentence) => (Said::default(), Some(sentence)),
        }
    }

    /// Keeps `encoding` as the one that the reader chose.
    ///
    /// # Errors
    /// A sentence that says what is the matter.
    pub(super) fn save_encoding(&self, encoding: Encoding) -> Result<(), String> {
        self.change(|book| book.choose(encoding))
    }

    /// Keeps `remarks` in place of those that were kept before.
    ///
    /// # Errors
    /// A sentence that says what is the matter.
    pub(super) fn save(&self, remarks: &[Remark]) -> Result<(), String> {
        self.change(|book| book.put(remarks))
    }

    /// Keeps what `change` makes of what is kept.
    fn change(&self, change: impl FnOnce(&mut Book)) -> Result<(), String> {
        self.file.update(|book| {
            let mut book = book.unwrap_or_else(|| Book::of(&self.document));
            change(&mut book);
            book
        })
    }
}

/// Returns the hash FNV-1a of `bytes`: the same in every version of the program.
fn fnv(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::document::Rule;
    use crate::text::Pattern;

    fn store(folder: &TempDir) -> Store {
        Store::under(folder.path(), Path::new("/books/红楼梦 (一).txt"))
    }

    fn remarks() -> Vec<Remark> {
        vec![Remark::Rule(Rule { pattern: Pattern::new("^第.+回$").unwrap(), level: Some(1) })]
    }

    #[test]
    fn what_is_said_of_a_document_comes_back() {
        let folder = TempDir::new().unwrap();
        let (store, encoding) = (store(&folder), Encoding::named("gbk").unwrap());
        assert_eq!(store.load(), Default::default());
        store.save(&remarks()).unwrap();
        store.save_encoding(encoding).unwrap();
        let said = Said { remarks: remarks(), encoding: Some(encoding) };
        assert_eq!(store.load(), (said, None));
    }

    #[test]
    fn a_file_of_another_version_is_set_aside() {
        let folder = TempDir::new().unwrap();
        let store = store(&folder);
        let file = store.file.path();
        store.save(&remarks()).unwrap();
        let text = fs::read_to_string(file).unwrap();
        fs::write(file, text.replace("\"version\": 1", "\"version\": 2")).unwrap();
        assert!(store.load().1.unwrap().contains("set aside"));
        assert_eq!(store.load(), Default::default());
    }

    #[test]
    fn each_document_has_its_own_file() {
        let state = Path::new("/state");
        let [one, two] =
            ["/a/书.txt", "/b/书.txt"].map(|path| Store::under(state, Path::new(path)));
        assert_ne!(format!("{:?}", one.file), format!("{:?}", two.file));
        assert_eq!(fnv(b"a"), 0xaf63_dc4c_8601_ec8c, "the hash of its specification");
    }

    #[test]
    fn the_name_of_a_file_has_the_documents_up_to_a_bound() {
        let file = |letters: usize| {
            let path = format!("/{}", "x".repeat(letters));
            let store = Store::under(Path::new("/state"), Path::new(&path));
            store.file.path().file_name().unwrap().len() - "-0123456789abcdef.json".len()
        };
        assert_eq!((file(NAME_CHARS), file(NAME_CHARS + 1)), (NAME_CHARS, NAME_CHARS));
    }
}
