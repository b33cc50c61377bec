//! What a reader said of a document, kept from one time to the next: their remarks on its sections, and its encoding.
//! It is one small file of JSON for each document, under the directory for state.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::state::{self, StateFile};
use crate::decode::Encoding;
use crate::document::{Anchor, Correction, DEEPEST, Line, Remark, Rule};
use crate::text::Pattern;

/// The version of what is written; what bears another is set aside.
const VERSION: u32 = 1;

/// The place where what a reader said of one document is kept.
#[derive(Clone, Debug)]
pub(super) struct Store {
    /// The path of the document, which the file names for people.
    document: String,
    file: StateFile,
}

/// What a reader said of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// What they remarked on its sections, in that order.
    pub(super) remarks: Vec<Remark>,
    /// The encoding that they chose.
    pub(super) encoding: Option<Encoding>,
}

/// What the file holds. A field that came later is left out where nothing is in it, and may be missing.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    version: u32,
    document: String,
    corrections: Vec<KeptCorrection>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    rules: Vec<KeptRule>,
    /// The name of the encoding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    encoding: Option<String>,
}

impl Kept {
    /// Returns what is kept of `document` where nothing is.
    fn of(document: &str) -> Self {
        let (document, corrections, rules) = (document.to_owned(), Vec::new(), Vec::new());
        Self { version: VERSION, document, corrections, rules, encoding: None }
    }

    /// Puts `remarks` in place of those before.
    fn put(&mut self, remarks: &[Remark]) {
        self.corrections.clear();
        self.rules.clear();
        for remark in remarks {
            match remark {
                Remark::Line(correction) => self.corrections.push(correction.into()),
                Remark::Rule(Rule { pattern, level }) => {
                    let (pattern, after) = (pattern.as_str().to_owned(), self.corrections.len());
                    self.rules.push(KeptRule { level: *level, pattern, after });
                }
            }
        }
    }

    /// Returns the remarks in their order, and what is wrong with a rule that is left out.
    fn remarks(self) -> (Vec<Remark>, Option<String>) {
        let corrections = self.corrections.into_iter();
        let mut remarks: Vec<Remark> = corrections.map(|one| Remark::Line(one.into())).collect();
        let mut wrong = None;
        // From the last on: where the others belong does not change.
        for KeptRule { level, pattern, after } in self.rules.into_iter().rev() {
            let level = level.map(|level| level.clamp(1, DEEPEST));
            match Pattern::new(&pattern) {
                Ok(pattern) => {
                    let at = after.min(remarks.len());
                    remarks.insert(at, Remark::Rule(Rule { pattern, level }));
                }
                Err(error) => {
                    wrong = Some(format!("The kept rule “{pattern}” is left out: {error}."));
                }
            }
        }
        (remarks, wrong)
    }

    fn is_ours(&self) -> bool {
        self.version == VERSION
    }
}

/// A rule as it is written.
#[derive(Debug, Serialize, Deserialize)]
struct KeptRule {
    /// The level of the headings; null: there are none.
    level: Option<u8>,
    pattern: String,
    /// How many corrections were made before it.
    #[serde(default)]
    after: usize,
}

/// A correction as it is written.
#[derive(Debug, Serialize, Deserialize)]
struct KeptCorrection {
    /// The level of the heading; null: it is none.
    level: Option<u8>,
    words: String,
    before: String,
    after: String,
    part: usize,
    /// The line within the part, counted from 0.
    line: u32,
}

impl From<&Correction> for KeptCorrection {
    fn from(correction: &Correction) -> Self {
        let Line { anchor, words, before, after } = correction.line.clone();
        let (part, line) = (anchor.part, anchor.line);
        Self { level: correction.level, words, before, after, part, line }
    }
}

impl From<KeptCorrection> for Correction {
    fn from(kept: KeptCorrection) -> Self {
        let KeptCorrection { level, words, before, after, part, line } = kept;
        let line = Line { anchor: Anchor { part, line }, words, before, after };
        Self { line, level: level.map(|level| level.clamp(1, DEEPEST)) }
    }
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
        let name: String = name.chars().filter(|c| c.is_alphanumeric()).take(40).collect();
        let hash = fnv(document.as_os_str().as_encoded_bytes());
        let name = format!("sections/{name}-{hash:016x}.json");
        let file = StateFile::new(state, name, "memories of this text");
        Self { document: document.to_string_lossy().into_owned(), file }
    }

    /// Returns what is kept, and what is wrong with it, in a sentence. A damaged file is set aside, not lost.
    pub(super) fn load(&self) -> (Said, Option<String>) {
        let mut kept = match self.file.load(Kept::is_ours) {
            Ok(Some(kept)) => kept,
            Ok(None) => return Default::default(),
            Err(sentence) => return (Said::default(), Some(sentence)),
        };
        let encoding = kept.encoding.take().as_deref().and_then(Encoding::named);
        let (remarks, wrong) = kept.remarks();
        (Said { remarks, encoding }, wrong)
    }

    /// Keeps `encoding` as the one that the reader chose.
    ///
    /// # Errors
    /// A sentence that says what is the matter.
    pub(super) fn save_encoding(&self, encoding: Encoding) -> Result<(), String> {
        self.change(|kept| kept.encoding = Some(encoding.name().to_owned()))
    }

    /// Keeps `remarks` in place of those that were kept before.
    ///
    /// # Errors
    /// A sentence that says what is the matter.
    pub(super) fn save(&self, remarks: &[Remark]) -> Result<(), String> {
        self.change(|kept| kept.put(remarks))
    }

    /// Keeps what `change` makes of what is kept.
    fn change(&self, change: impl FnOnce(&mut Kept)) -> Result<(), String> {
        self.file.update(Kept::is_ours, |kept| {
            let mut kept = kept.unwrap_or_else(|| Kept::of(&self.document));
            change(&mut kept);
            kept
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

    fn store(folder: &TempDir) -> Store {
        Store::under(folder.path(), Path::new("/books/红楼梦 (一).txt"))
    }

    fn correction() -> Correction {
        let line = Line {
            anchor: Anchor { part: 1, line: 2 },
            words: "夜雨".to_owned(),
            before: "“走。”".to_owned(),
            after: String::new(),
        };
        Correction { line, level: None }
    }

    fn line(level: Option<u8>) -> Remark {
        Remark::Line(Correction { level, ..correction() })
    }

    fn rule(level: Option<u8>) -> Remark {
        Remark::Rule(Rule { pattern: Pattern::new("^第.+回$").unwrap(), level })
    }

    #[test]
    fn what_is_kept_comes_back_in_its_order() {
        let folder = TempDir::new().unwrap();
        assert_eq!(store(&folder).load(), Default::default());
        let remarks = vec![rule(None), line(Some(2)), rule(Some(1)), rule(Some(3)), line(None)];
        store(&folder).save(&remarks).unwrap();
        assert_eq!(store(&folder).load(), (Said { remarks, encoding: None }, None));
        store(&folder).save(&[]).unwrap();
        assert_eq!(store(&folder).load(), Default::default());
    }

    #[test]
    fn a_rule_that_is_none_is_told_and_the_rest_is_heeded() {
        let folder = TempDir::new().unwrap();
        let store = store(&folder);
        store.save(&[rule(Some(1)), line(None)]).unwrap();
        let damage = |kept: &mut KeptRule| kept.pattern = "^第(回$".to_owned();
        store.change(|kept| kept.rules.iter_mut().for_each(damage)).unwrap();
        let (said, wrong) = store.load();
        assert_eq!(said.remarks, [line(None)]);
        let expected = "The kept rule “^第(回$” is left out: unclosed group at character 3.";
        assert_eq!(wrong.as_deref(), Some(expected));
    }

    #[test]
    fn the_encoding_is_kept_beside_the_remarks() {
        let folder = TempDir::new().unwrap();
        let store = store(&folder);
        let encoding = Encoding::named("gbk");
        store.save(&[line(None)]).unwrap();
        store.save_encoding(encoding.unwrap()).unwrap();
        let said = Said { remarks: vec![line(None)], encoding };
        assert_eq!(store.load().0, said);
        store.save(&[]).unwrap();
        assert_eq!(store.load().0, Said { remarks: Vec::new(), ..said });
    }

    #[test]
    fn a_file_from_before_encodings_and_rules_were_kept_is_read() {
        let text = r#"{"version":1,"document":"/a","corrections":[{"level":2,"words":"夜雨","before":"","after":"","part":0,"line":3}]}"#;
        let kept: Kept = serde_json::from_str(text).unwrap();
        assert!(kept.is_ours() && kept.encoding.is_none() && kept.rules.is_empty());
        let same: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_value(&kept).unwrap(), same);
    }

    #[test]
    fn a_file_of_another_version_is_set_aside() {
        let folder = TempDir::new().unwrap();
        let store = store(&folder);
        store.save(&[line(None)]).unwrap();
        let other = Kept { version: VERSION + 1, ..Kept::of("a") };
        store.change(|kept| *kept = other).unwrap();
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
}
